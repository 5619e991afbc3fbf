"""Lists of contacts that are imported as opt-outs: who in them left, and who agreed (C18, D2, import-facts 7)."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from tests.connectors.tables import Read, read_text, write


@pytest.mark.parametrize(
    "text",
    [
        "Email,Name,Subscribed\na@example.com,Ann,yes\nb@example.com,Bo,no\n",
        "Email,Name,Accepts Marketing\na@example.com,Ann,TRUE\nb@example.com,Bo,FALSE\n",
        "E-Mail;Name;Newsletter\na@example.com;Ann;ja\nb@example.com;Bo;nein\n",
        "Email,Marketing consent,Total spent\na@example.com,yes,100.00\nb@example.com,no,20.00\n",
        "Email,Newsletter,SMS consent\na@example.com,yes,\nb@example.com,,\n",
        "Email,Name,Opt-in date,Opt-out date\na@example.com,Ann,2024-01-01,\nb@example.com,Bo,2024-01-01,2024-05-01\n",
    ],
)
def test_who_agreed_is_no_leaver(tmp_path: Path, text: str) -> None:
    """C18: in a list of all contacts those who said yes are left alone; the note says by which column."""
    read = read_text(tmp_path, text, "optouts")
    assert read.column("email") == ["b@example.com"]
    assert any("Opt-outs are only those of whom" in note for note in read.plan.notes)


def test_a_list_of_those_who_agreed_is_none_of_leavers(tmp_path: Path) -> None:
    """D2: the sentence says which column speaks against it, and what would work."""
    with pytest.raises(WrongKind, match="nobody opted out: in “Subscribed” everyone agreed"):
        read_text(tmp_path, "Email,Subscribed\na@example.com,yes\nb@example.com,yes\n", "optouts")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("unsubscribed.csv", "Email,Subscribed\na@example.com,yes\nb@example.com,no\n"),
        ("list.csv", "Email,Opt-in,Reason\na@example.com,yes,too many\nb@example.com,no,spam\n"),
    ],
)
def test_a_yes_from_before_keeps_no_leaver(tmp_path: Path, name: str, text: str) -> None:
    """C18: in a list of those who left, an old agreement takes nobody off it."""
    assert Read(write(tmp_path, text, name), "optouts").column("email") == ["a@example.com", "b@example.com"]


def test_a_known_exports_further_columns_say_who_left(tmp_path: Path) -> None:
    """C18: versions of an export keep the leaving in columns of their own; none is lost for the others' yes."""
    text = "Email,Email Marketing Consent,Suppressed\na@example.com,SUBSCRIBED,\nb@example.com,SUBSCRIBED,yes\n"
    assert read_text(tmp_path, text, "optouts").column("email") == ["b@example.com"]


@pytest.mark.parametrize("heading", ["Opt-in date", "Signup Date", "Date Subscribed", "Start date", "Last open date"])
def test_the_day_of_joining_is_none_of_leaving(tmp_path: Path, heading: str) -> None:
    """C18: when somebody agreed says nothing of when she left."""
    read = read_text(tmp_path, f"Email,{heading}\na@example.com,2024-01-13\n", "optouts")
    assert (read.column("email"), read.column("opted_out_at")) == (["a@example.com"], [None])
