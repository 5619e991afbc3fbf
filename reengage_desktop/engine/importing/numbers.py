"""The numbers of orders: what a file says, and for rows without one what tells the same row in the next file."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.checking.reading import Batch
from reengage_desktop.engine.importing.mentions import Met
from reengage_desktop.engine.importing.values import Amounts, Moments
from reengage_desktop.store.importing.orders.orders import find_former_zones
from reengage_desktop.store.scratch import Scratch

_Row = tuple[tuple[Any, ...], date | int | None, int | None, str | None]
"""What an order without a number is known by: person, moment, amount and currency.

The moment: the bare day, else unix seconds. The amount: in hundredths where the file names no currency. So the same row
is the same order whichever currency the shop has.
"""


def _key(person: tuple[Any, ...], at: date | int | None, amount: int | None, currency: str | None) -> str:
    """The identity: who, when, how much; equal ones are numbered later."""
    who = next((text for text in person[:4] if text), "")
    text = f"{who}|{at}|{amount}|{currency or ''}"
    return "auto-" + blake2b(text.encode(), digest_size=12).hexdigest()


class Numbers:
    """Asked batch by batch; `is_keyed`: the file numbers its orders."""

    def __init__(self, scratch: Scratch, zone: ZoneInfo, *, is_keyed: bool) -> None:
        self._scratch, self._zone, self._is_keyed = scratch, zone, is_keyed
        self._moments, self._hundredths = Moments(zone), Amounts(None)
        self._former: list[ZoneInfo] | None = None
        self._met: Counter[str] = Counter()

    def column(self, batch: Batch, buyers: Met, named: Sequence[str | None]) -> Sequence[str | None]:
        """The orders' numbers; a row without one is an order of its own, and equal ones are told apart by their place.

        Where no order has a number they are told apart when all is read. `named`: the currencies that the rows name.
        """
        nothing: list[Any] = [None] * len(batch.lines)
        ids = batch.columns.get("order_id", nothing)
        if self._is_keyed and None not in ids:
            return ids
        keys = self._keys(batch, buyers, named)
        if not self._is_keyed:
            return keys
        told = zip(ids, keys, batch.continues or nothing, strict=True)
        return [self._nth(key) if name is None and not goes_on else name for name, key, goes_on in told]

    def _nth(self, key: str) -> str:
        self._met[key] += 1
        return key if self._met[key] == 1 else f"{key}#{self._met[key]}"

    def _keys(self, batch: Batch, buyers: Met, named: Sequence[str | None]) -> list[str]:
        nothing: list[Any] = [None] * len(batch.lines)
        totals, unit = batch.columns.get("order_total", nothing), batch.units.get("order_total")
        amounts = zip(self._hundredths.lines(batch, named), self._hundredths.column(totals, named, unit), strict=True)
        rows = list(
            zip(
                buyers.column(batch.mentions["people"].numbers),
                self._moments.days(batch.columns.get("ordered_at", nothing)),
                [total if amount is None else amount for amount, total in amounts],
                named,
                strict=True,
            )
        )
        return self._as_known([_key(*row) for row in rows], rows)

    def _as_known(self, keys: list[str], rows: list[_Row]) -> list[str]:
        """The keys; of rows that the shop read while it was in another time zone, those that it gave them then."""
        if self._former is None:
            self._former = find_former_zones(self._scratch, self._zone)
        for zone in self._former:
            before = [
                _key(who, self._moments.read_in(at, zone), amount, currency) if isinstance(at, int) else key
                for key, (who, at, amount, currency) in zip(keys, rows, strict=True)
            ]
            known = self._known({*keys, *before})
            keys = [was if was in known and key not in known else key for key, was in zip(keys, before, strict=True)]
        return keys

    def _known(self, keys: set[str]) -> set[str]:
        found = self._scratch.rows(
            "SELECT external_id FROM shop.orders WHERE external_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(keys)),),
        )
        return {key for (key,) in found}
