"""A batch of an order file's rows, column by column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import compress
from operator import itemgetter
from typing import Any

from reengage_desktop.connectors.checking.bulk import Unit


@dataclass
class OrderColumns:
    """One batch, column by column, in the database's terms; a field without a column is a column of nothing.

    `people` and `goods` are the reader's numbers.
    """

    ids: Sequence[str | None]
    people: list[int]
    moments: list[Any]
    statuses: list[str]
    words: Sequence[str | None]
    currencies: Sequence[str | None]
    totals: Sequence[int | None]
    refunds: Sequence[int | None]
    documents: Sequence[str | None]
    codes: Sequence[str | None]
    goods: list[int]
    quantities: list[int]
    units: Sequence[int | None]
    sums: Sequence[int | None]
    continues: Sequence[bool]
    lines: Sequence[int]
    moment_unit: Unit | None

    def span(self, low: int, high: int) -> "OrderColumns":
        """The rows from `low` up to `high`."""
        return self._each(itemgetter(slice(low, high)))

    def only(self, chosen: Sequence[bool]) -> "OrderColumns":
        """The chosen rows."""
        return self._each(lambda column: list(compress(column, chosen)))

    def _each(self, part: Callable[[Sequence[Any]], Sequence[Any]]) -> "OrderColumns":
        changed: dict[str, Any] = {
            each.name: part(getattr(self, each.name)) for each in fields(self) if each.name != "moment_unit"
        }
        return replace(self, **changed)
