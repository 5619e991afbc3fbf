"""From what a file's cells mean to what the database keeps: minor units, unix seconds, switches."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from operator import mul
from typing import Any, cast
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.checking.bulk import Unit, in_full
from reengage_desktop.connectors.checking.reading import Batch
from reengage_desktop.domain.moments import start_of_day
from reengage_desktop.domain.money import decimals_of

_LARGEST = 1 << 62
_USUAL_DECIMALS = 2


class Moments:
    """Turns moments and days into unix seconds; a day is its first moment in the shop's zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._days: dict[date, int] = {}

    def seconds(self, value: datetime | date | int | None) -> int | None:
        """The stored stamp of a moment or a day; a whole number is one already."""
        if value is None or isinstance(value, int):
            return value
        if isinstance(value, datetime):
            return int(value.timestamp())
        found = self._days.get(value)
        if found is None:
            found = self._days[value] = int(start_of_day(value, self._zone).timestamp())
        return found

    def days(self, values: Sequence[datetime | date | int | None]) -> list[date | int | None]:
        """A column of moments as seconds, in which bare days stay what they are, whatever the zone."""
        return [value if type(value) is date else self.seconds(value) for value in values]

    def read_in(self, seconds: int, zone: ZoneInfo) -> int:
        """What the clock of the shop's zone shows at a moment, as a moment of another zone."""
        shown = datetime.fromtimestamp(seconds, self._zone)
        return int(shown.replace(tzinfo=zone).timestamp())

    def column(self, values: Sequence[datetime | date | int | None], unit: Unit | None = None) -> Sequence[int | None]:
        """A column of them, or of seconds already."""
        if unit is Unit.SECONDS:
            return cast("Sequence[int | None]", values)
        seconds = self.seconds
        return [seconds(value) for value in values]


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
    """Turns amounts into minor units of the currency beside them, or of the shop's where none is named.

    `base`: the shop's; None for hundredths of an amount of no named currency.
    """

    def __init__(self, base: str | None) -> None:
        self._base = decimals_of(base) if base else _USUAL_DECIMALS

    def column(
        self, amounts: Sequence[Any], currencies: Sequence[str | None], unit: Unit | None = None
    ) -> Sequence[int | None]:
        """A column of amounts beside its column of currencies."""
        named = {name: decimals_of(name) if name else self._base for name in set(currencies)}
        if unit is not None:
            if unit is Unit.HUNDREDTHS and set(named.values()) <= {_USUAL_DECIMALS}:
                return amounts
            amounts = [in_full(amount, unit) for amount in amounts]
        return [
            None if amount is None else minor(amount, named[currency])
            for amount, currency in zip(amounts, currencies, strict=True)
        ]

    def lines(self, batch: Batch, currencies: Sequence[str | None]) -> Sequence[int | None]:
        """What each row's line comes to: the file's own word, else its unit price times its quantity, rounded once."""
        count = len(batch.lines)
        given = batch.columns.get("line_total") or [None] * count
        prices = batch.columns.get("unit_price")
        if prices is None:
            return self.column(given, currencies, batch.units.get("line_total"))
        quantities = batch.columns.get("quantity") or [None] * count
        kinds = batch.units.get("unit_price"), batch.units.get("quantity")
        if kinds == (Unit.HUNDREDTHS, Unit.WHOLE) and "line_total" not in batch.columns and None not in prices:
            sums = list(map(mul, prices, quantities))
            if max(sums) >= _LARGEST:
                raise OverflowError
            return self.column(sums, currencies, Unit.HUNDREDTHS)
        exact = [
            _in_full(values, batch.units.get(name))
            for name, values in (("line_total", given), ("unit_price", prices), ("quantity", quantities))
        ]
        sums = [
            price * (1 if quantity is None else quantity) if said is None and price is not None else said
            for said, price, quantity in zip(*exact, strict=True)
        ]
        return self.column(sums, currencies)


def _in_full(values: Sequence[Any], unit: Unit | None) -> Sequence[Any]:
    return values if unit is None else [in_full(value, unit) for value in values]


def milli(quantities: Sequence[Any], unit: Unit | None = None) -> list[int]:
    """Quantities in thousandths; one where the file names none."""
    if unit is Unit.WHOLE:
        return [1000 * pieces for pieces in quantities]
    return [1000 if quantity is None else minor(quantity, 3) for quantity in quantities]


def switch(values: Sequence[bool | int | None]) -> list[int | None]:
    """Yes, no and nothing as 1, 0 and NULL; what is held back stays as it is."""
    if None in values:
        return [None if value is None else int(value) for value in values]
    return list(map(int, cast("Sequence[bool]", values)))


def tag_text(values: Sequence[tuple[str, ...] | None]) -> list[str | None]:
    """Tags as the database keeps them: JSON, each once, in their order."""
    return [None if not tags else json.dumps(list(dict.fromkeys(tags)), ensure_ascii=False) for tags in values]


def text(values: Sequence[Any]) -> list[str | None]:
    """Anything that has a plain text, such as a birthday."""
    return [None if value is None else str(value) for value in values]
