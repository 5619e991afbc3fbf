"""Lines among a table's records that are none: its header once more, and a line of sums."""

import re
from collections.abc import Sequence

from reengage_desktop.connectors.opening.headers import name_columns

_SUMS = (
    "total|totals|grand total|sum|sums|summe|gesamt|gesamtsumme|insgesamt|somme|total general|total generale|totale|"
    "totales|suma|razem|totaal|som|soma|totais|合計|総計|小計"
).split("|")
SUM_WORDS = frozenset(form for word in _SUMS for form in (word, word.capitalize(), word.title(), word.upper())) | {
    f"{form}:" for word in _SUMS for form in (word, word.capitalize(), word.upper())
}
"""What the first cell of a line of sums says."""

_FEWEST = 3
_FIGURE = re.compile(r"[^\W\d][^:]*:\s*[\d.,]+")


def first_named(header: Sequence[str]) -> int:
    """The position of the first column that has a name: a table may begin further to the right."""
    return next((at for at, name in enumerate(header) if name != f"Column {at + 1}"), 0)


def is_remark(row: Sequence[str], place: int) -> bool:
    """Whether a line holds nothing but a figure with its name: `Anzahl: 2`."""
    return ":" in row[place] and not any(row[place + 1 :]) and bool(_FIGURE.fullmatch(row[place].strip()))


def told_as_other(row: Sequence[str], header: Sequence[str]) -> str:
    """What a line is where it is no record, as a sentence; empty for a record."""
    place = first_named(header)
    if is_remark(row, place) and len(header) - place >= _FEWEST:
        return "This line sums up the others; it is no record."
    if row[place].strip() in SUM_WORDS:
        filled = sum(bool(cell.strip()) for cell in row)
        is_wide = len(header) - place >= _FEWEST
        is_sum = is_wide and filled <= (len(header) + 1) / 2 and not any("@" in cell for cell in row)
        return "This line sums up the others; it is no record." if is_sum else ""
    if header[place] in row[place] and name_columns(list(row[: len(header)]))[0] == list(header):
        return "This line repeats the names of the columns: two files may stand in this one, one after the other."
    return ""
