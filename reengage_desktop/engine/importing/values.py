"""From what a file's cells mean to what the database keeps: minor units, unix seconds, switches."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import start_of_day
from reengage_desktop.domain.money import decimals_of

_LARGEST = 1 << 62


class Moments:
    """Turns moments and days into unix seconds; a day is its first moment in the shop's zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._days: dict[date, int] = {}

    def seconds(self, value: datetime | date | None) -> int | None:
        """The stored stamp of a moment or a day."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return int(value.timestamp())
        found = self._days.get(value)
        if found is None:
            found = self._days[value] = int(start_of_day(value, self._zone).timestamp())
        return found

    def column(self, values: Iterable[datetime | date | None]) -> list[int | None]:
        """A column of them."""
        return [self.seconds(value) for value in values]


def minor(amount: Decimal, decimals: int) -> int:
    """The amount in minor units, rounded half-even once; raises OverflowError where no column could hold it."""
    scaled = amount.scaleb(decimals)
    whole = int(scaled)
    if whole != scaled:
        whole = int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
    if not -_LARGEST < whole < _LARGEST:
        raise OverflowError
    return whole


class Amounts:
    """Turns amounts into minor units of the currency beside them, or of the shop's where none is named."""

    def __init__(self, base: str) -> None:
        self._base = decimals_of(base)

    def column(self, amounts: Sequence[Decimal | None], currencies: Sequence[str | None]) -> list[int | None]:
        """A column of amounts beside its column of currencies."""
        if not any(currencies):
            base = self._base
            return [None if amount is None else minor(amount, base) for amount in amounts]
        named = {name: decimals_of(name) if name else self._base for name in set(currencies)}
        return [
            None if amount is None else minor(amount, named[currency])
            for amount, currency in zip(amounts, currencies, strict=True)
        ]


def milli(quantities: Sequence[Decimal | None]) -> list[int]:
    """Quantities in thousandths; one where the file names none."""
    return [1000 if quantity is None else minor(quantity, 3) for quantity in quantities]


def switch(values: Sequence[bool | None]) -> list[int | None]:
    """Yes, no and nothing as 1, 0 and NULL."""
    return [None if value is None else int(value) for value in values]


def tag_text(values: Sequence[tuple[str, ...] | None]) -> list[str | None]:
    """Tags as the database keeps them: JSON, each once, in their order."""
    return [None if not tags else json.dumps(list(dict.fromkeys(tags)), ensure_ascii=False) for tags in values]


def text(values: Sequence[Any]) -> list[str | None]:
    """Anything that has a plain text, such as a birthday."""
    return [None if value is None else str(value) for value in values]


def name_key(name: str | None) -> str | None:
    """A name as it is compared: without case and extra blanks."""
    return None if not name else " ".join(name.casefold().split())
