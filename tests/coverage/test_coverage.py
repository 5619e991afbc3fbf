"""What a person counted in the shared files is what the import makes of them, and the page says so."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.coverage import addresses
from tests.coverage.page import FILE, Found, by_hand, found, page

pytestmark = pytest.mark.shared

LEFT_TO_OTHERS = ("nasty", "phones", "emails", "strings", "injection")
QUICK = [name for name in by_hand() if name not in {
    "transactions/AdventureWorks_Customers.csv",
    "transactions/superstore.csv",
    "transactions/uci_online_retail_2010-12.csv",
    "transactions/example_transactions.csv",
    "transactions/cdnowElog.csv",
}]  # fmt: skip


def counted(name: str) -> Found:
    """What the person says, with what she left out at its usual value."""
    said: Any = {key: value for key, value in by_hand()[name].items() if key != "why"}
    lists: Any = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    return Found(**{**said, **lists})


def check(name: str) -> None:
    """Holds the program's figures against the person's."""
    expected, is_found = counted(name), found(name)
    if expected.refused:
        assert expected.refused in is_found.refused
        assert is_found.refused.endswith(".")
        return
    figures = ("kind", "title", "rows", "created", "updated", "rejected", "cells", "customers")
    assert {each: getattr(is_found, each) for each in figures} == {each: getattr(expected, each) for each in figures}
    assert is_found.questions == expected.questions
    assert len(is_found.causes) >= len(expected.causes) > 0 or not is_found.rejected
    for cause in is_found.causes:
        assert any(words in cause for words in expected.causes), cause


@pytest.mark.parametrize("name", QUICK)
def test_a_real_export_comes_to_what_a_person_counts(name: str) -> None:
    """D2, issue “must show” 1: the right kind and system, every row accounted for, or one sentence."""
    check(name)


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(by_hand().keys() - set(QUICK)))
def test_a_long_export_comes_to_what_a_person_counts(name: str) -> None:
    """The same of the files that take their time."""
    check(name)


def test_every_shared_file_is_counted(shared_dir: Path) -> None:
    """None is forgotten: all but the collections that have tests of their own."""
    data = shared_dir / "data"
    files = {
        path.relative_to(data).as_posix()
        for path in data.rglob("*")
        if path.is_file() and path.suffix != ".md" and path.relative_to(data).parts[0] not in LEFT_TO_OTHERS
    }
    assert by_hand().keys() == files


@pytest.mark.soak
def test_the_page_is_current() -> None:
    """docs/import-coverage.md is what `python -m tests.coverage.page` writes."""
    assert FILE.read_text("utf-8") == page()


def test_the_page_tells_what_was_counted() -> None:
    """The short form of the page's test: every file's row, with the person's figures."""
    text = FILE.read_text("utf-8")
    for name in by_hand():
        expected = counted(name)
        row = next(line for line in text.splitlines() if line.startswith(f"| {name} |"))
        if expected.refused:
            assert expected.refused in row
            continue
        for figure in (f"{expected.rows:,}", f"{expected.created:,}", expected.title or "plain columns"):
            assert f"| {figure} |" in row


def test_email_addresses_are_judged_as_published_but_for_reasons() -> None:
    """Issue “must show” 3: every disagreement has its explanation, and the page tells the rate."""
    verdicts = addresses.emails()
    assert len(verdicts) == 279
    differing = Counter(verdict.diagnosis for verdict in verdicts if not verdict.agrees)
    assert differing.keys() <= addresses.REASONS.keys()
    assert sum(differing.values()) == 70
    assert not [
        v for v in verdicts if v.is_taken and v.category not in addresses.REACHABLE and v.address == v.address.strip()
    ]


def test_phones_are_read_as_published() -> None:
    """Issue “must show” 3: all 514 notations of the library's own examples."""
    right, wrong = addresses.phones()
    assert (right, wrong) == (514, ())


def test_the_page_tells_the_collections() -> None:
    """The rates on the page are those of today."""
    assert addresses.section() in FILE.read_text("utf-8")
