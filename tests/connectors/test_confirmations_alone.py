"""A column called just `Confirmed` beside an agreement: what is not confirmed is none, what was is not said."""

from pathlib import Path

from tests.connectors.tables import read_text


def test_whoever_did_not_confirm_has_not_agreed(tmp_path: Path) -> None:
    """C18, D2: and a confirmation alone, of whatever, is no agreement to letters."""
    rows = "a@example.com,yes,yes\nb@example.com,yes,no\nc@example.com,no,yes\nd@example.com,,yes\n"
    text = f"Email,Newsletter,Confirmed\n{rows}"
    assert read_text(tmp_path, text, "customers").column("consent_email") == [True, None, False, None]


def test_nor_who_confirmed_on_no_day(tmp_path: Path) -> None:
    """C18, D2: the day of the second step stands beside the answer of the first."""
    rows = "a@example.com;ja;01.02.2025\nb@example.com;ja;\nc@example.com;nein;01.02.2025\n"
    text = f"E-Mail;Newsletter;Bestätigt am\n{rows}"
    assert read_text(tmp_path, text, "customers").column("consent_email") == [True, None, False]


def test_a_confirmation_beside_no_question_is_none(tmp_path: Path) -> None:
    """C18, D2: it may be that of an address."""
    text = "Email,Confirmed\na@example.com,yes\nb@example.com,no\n"
    assert read_text(tmp_path, text, "customers").column("consent_email") == [None, None]
