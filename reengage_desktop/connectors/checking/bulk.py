"""Whole columns of ordinary cells, as fast as the interpreter's own loops; the readers take what is unusual.

Numbers and moments come as plain integers beside their unit: a million exact decimals and moments cost more than all
the rest of the reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import partial
from operator import add, itemgetter
from typing import Any

from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.vocabulary.blanks import BLANK_WORDS, has_errors, nobodies
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.domain.contacts import normalise_emails


class Unit(Enum):
    """What the integers of a column count."""

    SECONDS = "seconds"
    """Of unix time; None where nothing is said."""
    HUNDREDTHS = "hundredths"
    """Of an amount."""
    WHOLE = "whole"
    """Pieces."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """A chunk's values of a column; `unit`: they are integers that count it (None: they are what they are)."""

    values: list[Any]
    unit: Unit | None = None


BulkReader = Callable[[Sequence[str]], Bulk | None]


def _written(words: frozenset[str]) -> frozenset[str]:
    return frozenset(each for word in words for each in (word, word.upper(), word.title(), word.capitalize()))


_BLANKS = _written(BLANK_WORDS)
_UNUSUAL = ("'", "E+", "e+", ".0\n", ".00\n", "**")
_HUNDREDTHS = re.compile(r"(?:-?[0-9]{1,10}\.[0-9]{2}\n)+")
_HUNDREDTHS_OR_NOTHING = re.compile(r"(?:(?:-?[0-9]{1,10}\.[0-9]{2})?\n)+")
_PIECES = re.compile(r"(?:[0-9]{1,9}\n)+")
_DAY_S, _EPOCH = 86_400, date(1970, 1, 1).toordinal()
_YEARS = range(1971, 2200)
"""What is told of earlier and of later days is the readers' matter."""


def bulk_of(source: Source) -> BulkReader | None:
    """The quick way for a field's columns; it answers None where a chunk holds a cell it does not vouch for."""
    if source.type is ValueType.ID:
        none = _written(nobodies(has_guests=source.has_guests)) if source.field == "customer_id" else frozenset[str]()
        return partial(_ids, _BLANKS | none)
    if source.type is ValueType.EMAIL:
        return _emails
    if source.type is ValueType.MONEY and source.field != "refunded_amount":
        rule = source.amounts
        return _amounts if rule is not None and rule.decimal_mark == "." and not rule.counts_hundredths else None
    if source.type is ValueType.QUANTITY:
        return _pieces
    if source.type is ValueType.MOMENT and source.dates is not None and not source.dates.is_midnight_day:
        return _moments
    return None


def in_full(value: Any, unit: Unit) -> Any:
    """A value of a column of integers as what it means: a moment, or an exact number."""
    if value is None:
        return None
    if unit is Unit.SECONDS:
        return datetime.fromtimestamp(value, UTC)
    return Decimal(value).scaleb(-2) if unit is Unit.HUNDREDTHS else Decimal(value)


def _ids(blanks: frozenset[str], cells: Sequence[str]) -> Bulk | None:
    values = list(map(str.strip, cells))
    text = "\n".join(values) + "\n"
    if any(mark in text for mark in _UNUSUAL) or has_errors(text):
        return None
    return Bulk(values) if blanks.isdisjoint(values) else None


def _emails(cells: Sequence[str]) -> Bulk | None:
    values = normalise_emails(cells)
    return None if values is None else Bulk(values)


def _amounts(cells: Sequence[str]) -> Bulk | None:
    text = "\n".join(cells) + "\n"
    if _HUNDREDTHS.fullmatch(text):
        return Bulk(list(map(int, text.replace(".", "").split("\n")[:-1])), Unit.HUNDREDTHS)
    if _HUNDREDTHS_OR_NOTHING.fullmatch(text):
        whole = text.replace(".", "").split("\n")[:-1]
        return Bulk([int(cell) if cell else None for cell in whole], Unit.HUNDREDTHS)
    return None


def _pieces(cells: Sequence[str]) -> Bulk | None:
    text = "\n".join(cells) + "\n"
    return Bulk(list(map(int, cells)), Unit.WHOLE) if _PIECES.fullmatch(text) else None


class _Days(dict[str, int]):
    """The first second of days as ISO writes them, in unix time; raises ValueError for other text."""

    def __missing__(self, text: str) -> int:
        day = date.fromisoformat(text)
        if day.year not in _YEARS or text[4] != "-":
            raise ValueError(text)
        self[text] = seconds = (day.toordinal() - _EPOCH) * _DAY_S
        return seconds


class _Minutes(dict[str, int]):
    """The seconds of minutes of a day (` 10:14`, `T10:14`); raises ValueError for other text."""

    def __missing__(self, text: str) -> int:
        if text[0] not in " T":
            raise ValueError(text)
        at = time.fromisoformat(text[1:])
        self[text] = seconds = at.hour * 3600 + at.minute * 60
        return seconds


class _Tails(dict[str, int]):
    """Seconds less the offset, which end moments (`:31 -0400`, `:31+02:00`); raises ValueError for other text."""

    def __missing__(self, tail: str) -> int:
        offset = datetime.fromisoformat("2000-01-01T00:00:00" + tail[3:].lstrip()).utcoffset()
        if offset is None or tail[0] != ":":
            raise ValueError(tail)
        self[tail] = seconds = time.fromisoformat("00:00" + tail[:3]).second - offset // timedelta(seconds=1)
        return seconds


_DAYS, _MINUTES, _TAILS = _Days(), _Minutes(), _Tails()
_DAY_OF, _MINUTE_OF, _TAIL_OF = (itemgetter(slice(*part)) for part in ((10,), (10, 16), (16, None)))


def _moments(cells: Sequence[str]) -> Bulk | None:
    """Moments with an offset (`2026-09-03 10:14:00 -0400`) and plain ISO days."""
    lengths = set(map(len, cells))
    try:
        if lengths == {25}:
            days = map(_DAYS.__getitem__, map(_DAY_OF, cells))
            minutes = map(_MINUTES.__getitem__, map(_MINUTE_OF, cells))
            tails = map(_TAILS.__getitem__, map(_TAIL_OF, cells))
            return Bulk(list(map(add, map(add, days, minutes), tails)), Unit.SECONDS)
        if lengths == {10} and all(cell[4] == "-" for cell in cells):
            first, last = int(min(cells)[:4]), int(max(cells)[:4])
            return Bulk(list(map(date.fromisoformat, cells))) if first in _YEARS and last in _YEARS else None
    except ValueError:
        return None
    return None
