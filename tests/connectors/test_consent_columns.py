"""Everyday columns about agreeing and leaving, in thirteen languages: who says yes, who says no, and who neither."""

import csv
from pathlib import Path

import pytest

from tests.connectors.tables import Read, shop, write
from tests.connectors.unseen.case import CURRENCIES

_FIELDS = {
    "e": "consent_email",
    "s": "consent_sms",
    "w": "consent_whatsapp",
    "c": "consent_call",
    "p": "consent_push",
}
_LINES = (Path(__file__).parent / "unseen" / "consent_columns.txt").read_text("utf-8").splitlines()
"""Country, headings, `?` where the owner is asked, cells: `e+` is a yes to e-mail, `ec-` a no to it and to calls."""


def _told(read: Read, at: int) -> str:
    """What a record says, as the lines write it."""
    said = {letter: read.column(field)[at] for letter, field in _FIELDS.items()}
    signs = {True: "+", False: "-"}
    spoken = {sign: "".join(letter for letter in said if said[letter] is word) for word, sign in signs.items()}
    return " ".join(letters + sign for sign, letters in spoken.items() if letters)


@pytest.mark.parametrize("line", _LINES, ids=lambda line: line[:60])
def test_a_column_says_what_a_person_reads_in_it(tmp_path: Path, line: str) -> None:
    """D2, C18, import-facts 7: no yes that was not given, no no that is lost, and no no that nobody said."""
    country, headings, is_asked, cells = line.split("|", 3)
    pairs = [cell.rsplit("=", 1) for cell in cells.split("; ")]
    file = tmp_path / "rows.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Name", "Email", "Phone", *headings.split(" && ")])
        for at, (cell, _) in enumerate(pairs * 2, 1):
            row = [f"Ann Lee{chr(65 + at)}", f"ann{at}@example.com", f"+120255501{at:02d}"]
            writer.writerow([*row, *(each.strip() for each in f"{cell} ".split(" && "))])
    read = Read(write(tmp_path, file.read_bytes(), "list.csv"), settings=shop(country, currency=CURRENCIES[country]))
    assert str(read.plan.kind) == "customers"
    assert [_told(read, at) for at in range(len(pairs))] == [said for _, said in pairs]
    assert bool(read.plan.questions) == bool(is_asked)
