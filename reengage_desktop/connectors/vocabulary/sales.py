"""While which sale a price is asked, by what other columns say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LOCAL_DAY = re.compile(r"(\d\d?)([./-])(\d\d?)\2(\d{4})(?!\d)")
_MONTHS = 12


class Term(StrEnum):
    """What a column says of a sale: whether it is on, its first or last day, or both with a stroke between them."""

    FLAG = "flag"
    BEGINS = "begins"
    ENDS = "ends"
    SPANS = "spans"


@dataclass(frozen=True)
class Terms:
    """While which sale a price is asked: columns, what each says, and the day of the file.

    `is_day_first`: in days that are not written as ISO the day stands before the month; None: that is unclear.
    """

    columns: tuple[str, ...]
    terms: tuple[Term, ...]
    day: date
    is_day_first: bool | None = None

    def allow(self, cells: Sequence[str]) -> bool:
        """Whether a row's cells of these columns say that the sale is on; a day that is unclear does not."""
        return all(self._allows(term, cell.strip()) for term, cell in zip(self.terms, cells, strict=True) if cell)

    def _allows(self, term: Term, cell: str) -> bool:
        if not cell or term is Term.FLAG:
            return FLAGS.get(normal(cell)) is not False
        if term is Term.SPANS:
            first, _, last = cell.partition("/")
            return self._allows(Term.BEGINS, first) and self._allows(Term.ENDS, last)
        told, today = self._day_of(cell), self.day.isoformat()
        return bool(told) and (told <= today if term is Term.BEGINS else today <= told)

    def _day_of(self, cell: str) -> str:
        """The day with which a cell begins, as ISO writes it; empty where it is unclear."""
        if _ISO_DAY.match(cell):
            return cell[: len("2026-01-31")]
        local = _LOCAL_DAY.match(cell)
        if local is None or self.is_day_first is None:
            return ""
        day, month = (local[1], local[3]) if self.is_day_first else (local[3], local[1])
        return f"{local[4]}-{month:0>2}-{day:0>2}"


def is_day_first(cells: Iterable[str]) -> bool | None:
    """Whether the days in these cells stand before their months, as a point or any number above 12 tells."""
    for cell in cells:
        if local := _LOCAL_DAY.match(cell):
            if local[2] == "." or int(local[1]) > _MONTHS:
                return True
            if int(local[3]) > _MONTHS:
                return False
    return None
