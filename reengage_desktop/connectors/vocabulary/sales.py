"""While which sale a price is asked, by what other columns say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Term(StrEnum):
    """What a column says of a sale: whether it is on, its first or last day, or both with a stroke between them."""

    FLAG = "flag"
    BEGINS = "begins"
    ENDS = "ends"
    SPANS = "spans"


@dataclass(frozen=True)
class Terms:
    """While which sale a price is asked: columns, what each says, and the day of the file."""

    columns: tuple[str, ...]
    terms: tuple[Term, ...]
    day: date

    def allow(self, cells: Sequence[str]) -> bool:
        """Whether a row's cells of these columns say that the sale is on; a day that is not written as ISO does not."""
        return all(self._allows(term, cell.strip()) for term, cell in zip(self.terms, cells, strict=True) if cell)

    def _allows(self, term: Term, cell: str) -> bool:
        if not cell or term is Term.FLAG:
            return FLAGS.get(normal(cell)) is not False
        if term is Term.SPANS:
            first, _, last = cell.partition("/")
            return self._allows(Term.BEGINS, first) and self._allows(Term.ENDS, last)
        if not _ISO_DAY.match(cell):
            return False
        today = self.day.isoformat()
        return cell[: len(today)] <= today if term is Term.BEGINS else today <= cell[: len(today)]
