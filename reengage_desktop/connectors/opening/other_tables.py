"""Another table below the first, with columns of its own. None of its lines is a record."""

import re
from collections.abc import Sequence
from operator import itemgetter

from reengage_desktop.connectors.opening.headers import looks_like_data
from reengage_desktop.connectors.opening.other_lines import told_as_other

_FEWEST = 2
_MOSTLY = 0.8
_MOST_TITLES = 2
_MOST_LIKELY = 20

_LETTER_FIRST = re.compile(r"\n[^\W\d_]")


def typed_columns(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The columns of a table's first rows that hold numbers, dates or addresses, where there are several."""
    typed = []
    for at in range(max(map(len, rows), default=0)):
        values = [row[at] for row in rows if at < len(row) and row[at].strip()]
        if len(values) >= _FEWEST and sum(map(looks_like_data, values)) >= _MOSTLY * len(values):
            typed.append(at)
    return tuple(typed) if len(typed) >= _FEWEST else ()


class OtherTable:
    """Follows a table's rows and tells from where on they are another's.

    A chunk whose lines follow each other without a gap costs a look at one of its columns.
    """

    def __init__(self, header: Sequence[str], typed: Sequence[int]) -> None:
        self._header, self._typed = header, typed
        self._next = 0
        self._is_over = False
        self._figures: int | None = None

    def begins(self, lines: Sequence[int], rows: Sequence[list[str]]) -> int:
        """The place in these rows from which on they belong to another table; their count where none does."""
        if self._is_over or not rows:
            return 0
        is_first, expected, self._next = not self._next, self._next or lines[0], lines[-1] + _height(rows[-1])
        if is_first:
            self._figures = self._column_of_figures(rows)
        if (at := self._header_among(rows)) is not None:
            self._is_over = True
            return at
        if not self._typed or (isinstance(lines, range) and lines.step == 1 and lines[0] == expected):
            return len(rows)
        for at in range(len(rows)):
            if lines[at] > expected and self._is_other(rows[at : at + _MOST_TITLES + 1]):
                self._is_over = True
                return at
            expected = lines[at] + _height(rows[at])
        return len(rows)

    def _column_of_figures(self, rows: Sequence[list[str]]) -> int | None:
        """A column of which no cell begins with a letter: where one does, it is no record of this table."""
        shown = [row for row in rows[:_FEWEST] if len(row) == len(self._header)]
        return next((at for at in self._typed if shown and all(row[at][:1].isdecimal() for row in shown)), None)

    def _header_among(self, rows: Sequence[list[str]]) -> int | None:
        """The place of a header that follows without a blank line, with the titles above it; None where none does."""
        figures = self._figures
        if figures is None:
            return None
        if not _may_begin_with_letter(rows, figures):
            return None
        likely = [at for at, row in enumerate(rows) if len(row) > figures and row[figures][:1].isalpha()]
        for at in likely[:_MOST_LIKELY]:
            below = rows[at + 1] if at + 1 < len(rows) else []
            if not any(map(looks_like_data, below)) or len(below) > len(rows[at]) or not self._is_other([rows[at]]):
                continue
            while at > 0 and sum(bool(cell.strip()) for cell in rows[at - 1]) == 1:
                at -= 1  # noqa: PLW2901 - a title stands above the header
            return at
        return None

    def _is_other(self, rows: Sequence[list[str]]) -> bool:
        """Whether rows begin with a title and a header, or a header alone: words where this table holds data."""
        for row in rows:
            filled = [cell for cell in row if cell.strip()]
            if len(filled) > 1:
                words = [row[at] for at in self._typed if at < len(row) and row[at].strip()]
                is_header = len(words) >= _FEWEST and not any(map(looks_like_data, filled))
                return is_header and not told_as_other(row, self._header)
        return False


def _may_begin_with_letter(rows: Sequence[list[str]], place: int) -> bool:
    """Whether some cell of a column may begin with a letter: told without a look at each row."""
    try:
        cells = map(itemgetter(place), rows)
        return _LETTER_FIRST.search("\n" + "\n".join(cells)) is not None
    except IndexError:  # a row that ends before
        return True


def _height(row: Sequence[str]) -> int:
    """How many lines a row takes."""
    return 1 + sum(cell.count("\n") for cell in row)
