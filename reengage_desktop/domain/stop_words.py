"""What a customer's reply asks for: to be left alone, to hear from the shop again, or neither (promises.md)."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from reengage_desktop.domain.stop_phrases import EXACT, NOT_A_NO, SEEMING, SEEMING_UNSPACED

_LIKE_PLAIN = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "\u0131": "i", "đ": "d"})
"""Letters that Unicode does not take apart and that people type without their strokes."""


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LIKE_PLAIN)
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return tuple("".join(kept).split())


def _runs(phrases: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Every phrase of every language, each once, as it is compared."""
    return tuple(dict.fromkeys(_words(phrase) for listed in phrases.values() for phrase in listed.split(",")))


STOP_WORDS = _runs(EXACT)
SEEM_TO_STOP = _runs(SEEMING)
_BY_FIRST = {run[0]: [each for each in SEEM_TO_STOP if each[0] == run[0]] for run in SEEM_TO_STOP}
_SEEM_UNSPACED = tuple("".join(run) for run in _runs(SEEMING_UNSPACED))

START_WORDS = (("start",), ("unstop",))


class Wish(StrEnum):
    """What a reply asks for."""

    STOP = "stop"
    MAYBE_STOP = "maybe_stop"
    START = "start"
    NONE = "none"


def read_wish(text: str) -> Wish:
    """The wish in a reply: the exact word is an opt-out; a text that only begins with one, or seems to say so, may be.

    Case, accents, punctuation and spaces around make no difference.
    """
    words = _words(text)
    if words in STOP_WORDS:
        return Wish.STOP
    if words in START_WORDS:
        return Wish.START
    if any(words[: len(stop)] == stop for stop in STOP_WORDS) or _seems_to_stop(words):
        return Wish.MAYBE_STOP
    return Wish.NONE


def _seems_to_stop(words: tuple[str, ...]) -> bool:
    written = "".join(words)
    return any(_says_no(words, at) for at in range(len(words))) or any(each in written for each in _SEEM_UNSPACED)


def _says_no(words: tuple[str, ...], at: int) -> bool:
    """Whether a phrase that seems to say no begins at this word, and the word before does not turn it round."""
    is_turned = words[at] == "stop" and at > 0 and words[at - 1] in NOT_A_NO
    return not is_turned and any(words[at : at + len(run)] == run for run in _BY_FIRST.get(words[at], ()))
