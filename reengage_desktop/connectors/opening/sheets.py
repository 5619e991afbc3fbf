"""Which of a workbook's sheets is a list, and what its merged cells hold. Rows are those of the reader of workbooks."""

from collections.abc import Iterable
from datetime import date, time
from functools import cache
from typing import Any

from reengage_desktop.connectors.opening.headers import looks_like_data
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.kinship import known_headings
from reengage_desktop.connectors.vocabulary.presets import load_words

Rows = list[list[Any]]
Place = tuple[int, int]

_FEWEST = 2
_FIRST_ROWS = 50
_SINGLE = ("customer_id", "email", "phone", "order_id", "product_id", "sku", "price")
"""What tells one record from the others."""


def holds_records(rows: Rows) -> bool:
    """Whether a sheet's first rows have known headings, or several of them data: a cover or a legend has neither."""
    named = [[_is_heading(cell) for cell in row if cell != ""] for row in rows]
    if sum(row[:1] == [True] for row in named) >= _FEWEST:
        return False  # they stand one below the other: what columns mean, or one record's form
    return any(sum(row) >= _FEWEST for row in named) or sum(map(_has_data, rows)) >= _FEWEST


def holds_single_records(rows: Rows) -> bool:
    """Whether those rows tell of single people, orders or goods; a summary by month, before the list, names none."""
    cells = [str(cell) for row in rows for cell in row if isinstance(cell, str)]
    return holds_records(rows) and any("@" in cell or normal(cell) in _single_headings() for cell in cells)


@cache
def _single_headings() -> frozenset[str]:
    entries = [load_words()["fields"][field] for field in _SINGLE]
    return frozenset(word for entry in entries for key in ("words", "more") for word in entry.get(key, ()))


def _is_heading(cell: Any) -> bool:
    return isinstance(cell, str) and normal(cell) in known_headings()


def _has_data(row: list[Any]) -> bool:
    """Whether a row holds an address beside other text, or two other values."""
    values = [cell for cell in row if isinstance(cell, float | date | time) or looks_like_data(str(cell))]
    return len(values) >= _FEWEST or any("@" in str(cell) for cell in values)


def is_table(rows: Rows) -> bool:
    """Whether a sheet's first rows are a table; a cover with some lines of text is none."""
    return len([row for row in rows if len([cell for cell in row if cell != ""]) > 1]) > 1


def is_list(rows: Rows) -> bool:
    """Whether there is more than a title."""
    return len([row for row in rows if any(cell != "" for cell in row)]) > 1


def _filled(row: list[Any]) -> int:
    return sum(cell != "" for cell in row)


def fill_merged(rows: Rows, ranges: Iterable[tuple[Place, Place]]) -> None:
    """Puts what a merged cell holds into each row it spans: an order's number and buyer are every item's.

    A number behind a row's own cells is left where it is: it counts once, as an order's total. So is what spans lines
    above or below a table, as a logo: most of its first line is blank.
    """
    widest = max(map(_filled, rows[:_FIRST_ROWS]), default=0)
    spans = [(top, left, bottom) for (top, left), (bottom, right) in ranges if left == right and top < bottom]
    lower = {at for top, _, bottom in spans for at in range(top + 1, min(bottom + 1, len(rows)))}
    own = {at: next((place for place, cell in enumerate(rows[at]) if cell != ""), 0) for at in lower}
    for top, place, bottom in spans:
        if top >= len(rows) or place >= len(rows[top]) or 2 * _filled(rows[top]) <= widest:
            continue
        held = rows[top][place]
        for at in range(top + 1, min(bottom + 1, len(rows))):
            if place < len(rows[at]) and (not isinstance(held, int | float) or place < own[at]):
                rows[at][place] = held
