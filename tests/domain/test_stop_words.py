"""A customer's reply: an opt-out in any spelling of the word, perhaps one, or something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.stop_words import START_WORDS, STOP_WORDS, Wish, read_wish


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop", " Stop.\n", "“STOP”", "STOP!!!", "Stopall", "UNSUBSCRIBE", "end", "Quit", "CANCEL", "revoke",
        "optout", "OPT OUT", "Opt-Out", "opt\u00a0out", "ARRET", "Arrêt", "arre\u0302t", "REMOVE", "TD",
        "\uff33\uff34\uff2f\uff30", "Stopp!", "Abmelden", "abbestellen",
    ],
)  # fmt: skip
def test_the_exact_word_is_an_opt_out(text: str) -> None:
    """C18: casefolded, trimmed, without punctuation and accents."""
    assert read_wish(text) is Wish.STOP


@pytest.mark.parametrize(
    "text", ["End of month is fine", "STOP PLEASE", "stop, I moved", "Cancel my order", "opt out now"]
)
def test_a_text_that_begins_with_one_may_be(text: str) -> None:
    """C18: it suppresses and goes to the owner."""
    assert read_wish(text) is Wish.MAYBE_STOP


@pytest.mark.parametrize(
    "text",
    ["Please don't write again", "I want no more e-mails!", "Bitte schreiben Sie mir nicht", "Keine Werbung, danke."],
)
def test_a_text_that_seems_to_say_no_may_be_one(text: str) -> None:
    """C18: free words that mean stop go to the owner too."""
    assert read_wish(text) is Wish.MAYBE_STOP


@pytest.mark.parametrize("text", ["START", "unstop", "Start!"])
def test_start_is_for_the_owner(text: str) -> None:
    assert read_wish(text) is Wish.START


@pytest.mark.parametrize(
    "text",
    ["YES", "yes please", "", " ", "?", "👍", "Stopping by tomorrow", "I can't stop buying", "weekend", "HELP", "INFO",
     "opt", "start again", "Tdi"],
)  # fmt: skip
def test_the_rest_is_a_reply(text: str) -> None:
    """YES is nothing: a word that could mean anything never re-subscribes anybody."""
    assert read_wish(text) is Wish.NONE


@given(st.sampled_from(STOP_WORDS), st.text(alphabet=" .!?,;:-_'\"()\n\t*", max_size=5), st.randoms())
def test_no_spelling_of_a_stop_word_is_missed(words: tuple[str, ...], around: str, dice: "object") -> None:
    text = around + " ".join(words) + around
    assert read_wish(text) is Wish.STOP
    assert read_wish(text.upper()) is Wish.STOP
    assert read_wish(text + " thanks") is Wish.MAYBE_STOP


@given(st.text())
def test_any_text_has_a_wish(text: str) -> None:
    assert read_wish(text) in Wish


def test_no_word_means_both() -> None:
    assert not set(STOP_WORDS) & set(START_WORDS)
