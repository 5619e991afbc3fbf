"""C18, import-facts 7: what stands beside a day, and marks that are a yes to some and a no to others."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text


def _read(folder: Path, words: list[str]) -> tuple[list[tuple[str, ...]], list[object]]:
    """What is asked about a consent column of these words, and what is made of each."""
    rows = "".join(f'p{number}@example.com,"{word}"\n' for number, word in enumerate(words))
    found = read_text(folder, f"Email,Newsletter\n{rows}", "customers")
    return [question.options for question in found.plan.questions], found.column("consent_email")


@pytest.mark.parametrize(
    ("word", "consent"),
    [
        ("13.02.2025 abgemeldet", False),
        ("3 May 2025 unsubscribed", False),
        ("2025-02-13 (withdrawn)", False),
        ("am 13.02.2025 widerrufen", False),
        ("13/02/2025 baja", False),
        ("No 3 May 2025", False),
        ("ingetrokken op 13-02-2025", False),
        ("Refusé le 13/02/2025", False),
        ("revocato il 13/02/2025", False),
        ("never", False),
        ("13.02.2025 ja", True),
        ("Accordé le 13/02/2025", True),
        ("Feb 3, 2026 10:11 PM", True),
        ("Fri, 13 Feb 2026 10:00:00 GMT", True),
        ("le 3 mai 2025", True),
        ("ja?", None),
    ],
)
def test_a_day_beside_a_word_is_the_words(tmp_path: Path, word: str, consent: bool | None) -> None:
    """C18, import-facts 7: a day alone is that of an agreement; beside a word the word counts, and a doubt is none."""
    asked, consents = _read(tmp_path, [word, "yes"])
    assert (consents[0], asked) == (consent, [])


@pytest.mark.parametrize(
    "word",
    [
        "ja 1.1.2020, widerrufen 3.4.2022",
        "2025-02-13 gone fishing",
        "Refused May 1, 2025",
        "Left Feb 3, 2026",
        "Lapsed 3 May 2025",
        "No bounce",
    ],
)
def test_a_day_with_more_beside_it_is_asked(tmp_path: Path, word: str) -> None:
    """C18: what else stands beside a day may be the end of the agreement; that letters arrive is neither."""
    asked, consents = _read(tmp_path, [word, "yes"])
    assert (consents[0], asked) == (None, [(word,)])


@pytest.mark.parametrize(
    ("words", "consents", "asked"),
    [
        (["✓", "x"], [True, None], ("x",)),
        (["○", "X"], [True, None], ("X",)),
        (["ja", "x"], [True, None], ("x",)),
        (["x", ""], [True, None], ()),
        (["x", "no"], [True, False], ()),
        (["S", "A", "U"], [None, None, None], ("S", "A", "U")),
        (["S", "N"], [True, False], ()),
        (["S", ""], [True, None], ()),
    ],
)
def test_marks_that_mean_two_things(
    tmp_path: Path, words: list[str], consents: list[bool | None], asked: tuple[str, ...]
) -> None:
    """C18: a cross beside another yes may be a no, an `S` without an `N` one for “stopped”; the owner is asked."""
    questions, found = _read(tmp_path, words)
    assert (found, [*map(set, questions)]) == (consents, [set(asked)] if asked else [])


@pytest.mark.parametrize("heading", ["Consent status", "Consent given", "Einwilligungsstatus", "Status zgody", "同意"])
def test_a_consent_to_nobody_knows_what(tmp_path: Path, heading: str) -> None:
    """C18: its yes says too little; its no is one to everything, whatever the owner states of the file."""
    rows = "a@example.com,Yes\nb@example.com,Denied\nc@example.com,Withdrawn on 3 May 2025\n"
    read = read_text(tmp_path, f"Email,{heading}\n{rows}", "customers")
    assert read.column("consent_email") == [None, False, False]
    assert read.column("consent_sms") == [None, False, False]


@pytest.mark.parametrize(
    ("cell", "consent"),
    [("ja?", False), ("13.02.2025 nein", False), ("13.02.2025 ja", False), ("2025-02-13", False), ("nein", None)],
)
def test_a_doubt_about_leaving_is_leaving(tmp_path: Path, cell: str, consent: bool | None) -> None:
    """Import-facts 7: in a column of those who left only a plain “no” says that somebody stayed."""
    read = read_text(tmp_path, f"Email,Opt-out\na@example.com,{cell}\nb@example.com,ja\n", "customers")
    assert read.column("consent_email") == [consent, False]
