"""Days and months that a spreadsheet program took for each other when it opened a text file of another country.

Days up to the twelfth became dates of another month; the others fit no month and stayed the text they were.
"""

import re
from datetime import date
from typing import Any

from reengage_desktop.connectors.opening.sheets import Rows

_AS_TEXT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?:[ T,].*)?")
_MONTHS = 12
_FIRST_ROWS = 2_000
"""Rows that tell whether a look at all of them is worth its time."""
_FEWEST_DATES, _FEWEST_TEXTS = 6, 4
"""Below these it could be chance: of six dates one falls behind the twelfth in all but four of a thousand lists."""


def turn_back(rows: Rows) -> int:
    """Gives the dates of such columns their own day and month again; how many cells were wrong."""
    likely = {at for row in rows[:_FIRST_ROWS] for at, cell in enumerate(row) if isinstance(cell, date)}
    return sum(
        _turn_back(rows, at) for at in likely if _is_exchanged(rows[:_FIRST_ROWS], at) and _is_exchanged(rows, at)
    )


def _is_exchanged(rows: Rows, at: int) -> bool:
    """Whether no date of a column is behind the twelfth, and of its texts each has one side, the same, beyond it."""
    dates, firsts, seconds = 0, 0, 0
    for row in rows:
        cell = row[at] if at < len(row) else ""
        if isinstance(cell, date):
            if cell.day > _MONTHS:
                return False
            dates += 1
        elif isinstance(cell, str) and (found := _AS_TEXT.fullmatch(cell.strip())):
            is_first, is_second = int(found[1]) > _MONTHS, int(found[3]) > _MONTHS
            if is_first == is_second:
                return False
            firsts, seconds = firsts + is_first, seconds + is_second
    return dates >= _FEWEST_DATES and max(firsts, seconds) >= _FEWEST_TEXTS and not min(firsts, seconds)


def _turn_back(rows: Rows, at: int) -> int:
    count = 0
    for row in rows:
        cell: Any = row[at] if at < len(row) else ""
        if isinstance(cell, date) and cell.day != cell.month:
            row[at] = cell.replace(month=cell.day, day=cell.month)
            count += 1
    return count
