"""Headings under which people take their agreement back, in nine languages: beside a yes elsewhere they are a no."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text, shop

_LANGUAGES = {
    "en": ("US", "Newsletter", "Yes", "No"),
    "de": ("DE", "Newsletter", "ja", "nein"),
    "fr": ("FR", "Newsletter", "oui", "non"),
    "es": ("ES", "Newsletter", "sí", "no"),
    "it": ("IT", "Newsletter", "sì", "no"),
    "nl": ("NL", "Nieuwsbrief", "ja", "nee"),
    "pl": ("PL", "Newsletter", "tak", "nie"),
    "pt": ("PT", "Newsletter", "sim", "não"),
    "ja": ("JP", "メルマガ", "はい", "いいえ"),
}
"""The shop's country, who asks for the agreement, and how yes and no are said."""

_HEADINGS = [
    line.split("|") for line in (Path(__file__).parent / "unseen" / "taken_back.txt").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_yes_is_taken_back_under_any_heading(tmp_path: Path, language: str) -> None:
    """C18, import-facts 7: a tick, a one or a day under `Revoca consenso` outweighs the yes; an empty one does not."""
    country, asked, yes, no = _LANGUAGES[language]
    lost = []
    for heading in (heading for spoken, heading in _HEADINGS if spoken == language):
        for said, unsaid in ((yes, no), ("2026-02-13", ""), ("1", "0")):
            rows = "".join(f"p{at}@example.com;{yes};{cell}\n" for at, cell in enumerate((unsaid, said, unsaid)))
            read = read_text(tmp_path, f"Email;{asked};{heading}\n{rows}", "customers", settings=shop(country))
            if read.column("consent_email") != [True, False, True]:
                lost.append((heading, said))
    assert lost == []


def test_many_headings_were_tried() -> None:
    """The list is there and is of every language."""
    assert len(_HEADINGS) > 300
    assert {language for language, _ in _HEADINGS} == set(_LANGUAGES)


@pytest.mark.parametrize(
    "heading", ["Telefonsperre", "TPS", "Bloctel", "Niet bellen", "Nie dzwonić", "Nicht anrufen", "Ne pas appeler"]
)
def test_a_bar_to_calls_leaves_the_letters(tmp_path: Path, heading: str) -> None:
    """C18: who wants no calls agreed to the letters all the same."""
    text = f"Email;Phone;Newsletter;{heading}\nann@example.com;202-555-0143;yes;yes\nbo@example.com;;yes;no\n"
    read = read_text(tmp_path, text, "customers")
    assert (read.column("consent_email"), read.column("consent_call")) == ([True, True], [False, None])


@pytest.mark.parametrize(
    "remark",
    ["DO NOT EMAIL", "bitte keine Werbung", "pas de pub svp", "no publicidad", "Unsubscribed on 3 May", "メール不要"],
)
def test_a_no_among_many_remarks_is_one(tmp_path: Path, remark: str) -> None:
    """C18: in a column of notes, each of them another, somebody said that she wants no letters."""
    rows = "".join(f"p{at}@example.com;yes;likes tea number {at}\n" for at in range(30))
    read = read_text(tmp_path, f"Email;Newsletter;Notes\n{rows}no@example.com;yes;{remark}\n", "customers")
    assert read.column("consent_email") == [True] * 30 + [False]


def test_the_stops_of_a_round_stop_no_letters(tmp_path: Path) -> None:
    """Import-facts 7: a column of numbers named `Stop` tells where the van halts, a tick there tells who said STOP."""
    rows = "Email,Newsletter,Stop\nann@example.com,yes,{}\nbo@example.com,yes,{}\n"
    for numbers, taken in ((("1", "2"), True), (("yes", "x"), False)):
        assert read_text(tmp_path, rows.format(*numbers), "customers").column("consent_email") == [taken] * 2
