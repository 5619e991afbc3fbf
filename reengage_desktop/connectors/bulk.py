"""Whole columns of ordinary cells, as fast as the interpreter's own loops; the readers take what is unusual."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from reengage_desktop.connectors.blanks import BLANK_WORDS
from reengage_desktop.connectors.fields import ValueType
from reengage_desktop.connectors.plan import Source

Bulk = Callable[[Sequence[str]], list[Any] | None]

_PLAIN_NUMBER = frozenset("0123456789.-")
_BLANKS = frozenset(
    variant for word in BLANK_WORDS for variant in (word, word.upper(), word.title(), word.capitalize())
)
_FLOAT_END = (".0\n", ".00\n")


def bulk_of(source: Source) -> Bulk | None:
    """The quick way for a field's columns; it answers None where a chunk holds a cell it does not vouch for."""
    if source.type is ValueType.ID:
        return _ids
    if source.type is ValueType.MONEY and source.field != "refunded_amount":
        return _amounts if source.amounts is not None and source.amounts.decimal_mark == "." else None
    if source.type is ValueType.MOMENT and source.dates is not None and not source.dates.is_midnight_day:
        return _moments
    return None


def _ids(cells: Sequence[str]) -> list[Any] | None:
    values = list(map(str.strip, cells))
    text = "\n".join(values) + "\n"
    if "'" in text or "E+" in text or "e+" in text or any(end in text for end in _FLOAT_END):
        return None
    return values if _BLANKS.isdisjoint(values) else None


def _amounts(cells: Sequence[str]) -> list[Any] | None:
    if not _PLAIN_NUMBER.issuperset("".join(cells)):
        return None
    try:
        return [Decimal(cell) if cell else None for cell in cells]
    except ArithmeticError:
        return None


def _offset(tail: str) -> timedelta:
    """The offset that ends a moment, such as ` -0400` or `+02:00`."""
    offset = datetime.fromisoformat("2000-01-01T00:00:00" + tail.lstrip()).utcoffset()
    if offset is None:
        raise ValueError(tail)
    return offset


def _moments(cells: Sequence[str]) -> list[Any] | None:
    """Moments with an offset (`2026-09-03 10:14:00 -0400`) and plain ISO days."""
    lengths = set(map(len, cells))
    try:
        if lengths == {25}:
            read = datetime.fromisoformat
            offsets = {tail: _offset(tail) for tail in {cell[19:] for cell in cells}}
            return [read(cell[:19] + "+00:00") - offsets[cell[19:]] for cell in cells]
        if lengths == {10} and all(cell[4] == "-" for cell in cells):
            return list(map(date.fromisoformat, cells))
    except ValueError:
        return None
    return None
