"""In which currency the shop keeps an order or a product of which a file gives an amount and no currency.

An amount and its currency belong together: such a number is one of the record's own currency, and is read with its
decimals. Only currencies with other decimals than the shop's need to be looked up; any other number reads the same.
"""

import json
from collections.abc import Mapping, Sequence

from reengage_desktop.domain.money import decimals_of
from reengage_desktop.store.scratch import Scratch

_ORDERS = "SELECT external_id, currency FROM shop.orders WHERE external_id IN (SELECT value FROM json_each(?))"
_PRODUCTS = """SELECT external_id, sku, currency FROM shop.products WHERE currency IS NOT NULL AND (external_id IN
    (SELECT value FROM json_each(?1)) OR sku IN (SELECT value FROM json_each(?1)))"""


class KnownCurrencies:
    """Asked batch by batch while a file is read; `base`: the currency of amounts beside which none is named.

    `told`: what the file itself says of an order in another place.
    """

    def __init__(self, scratch: Scratch, table: str, base: str, told: Mapping[str, str] | None = None) -> None:
        self._scratch, self._table, self._base, self._told = scratch, table, decimals_of(base), told or {}
        self._has_others: bool | None = None
        self._above: tuple[str | None, str | None] = (None, None)

    def of_orders(self, keys: Sequence[str | None], named: Sequence[str | None]) -> Sequence[str | None]:
        """The currencies of orders: what their rows name, else what the order above of the same number or the shop has.

        None where it has the shop's decimals.
        """
        if None not in named:
            self._above = (keys[-1], named[-1]) if keys else self._above
            return named
        asked = {key for key, currency in zip(keys, named, strict=True) if currency is None and key is not None}
        known = self._known_orders(asked)
        found: list[str | None] = []
        above, last = self._above
        for key, currency in zip(keys, named, strict=True):
            if key is None or key != above:
                last = None
            last = currency or last
            found.append(currency or self._unlike(last) or self._told.get(key or "") or known.get(key or ""))
            above = key
        self._above = above, last
        return found

    def of_products(
        self, ids: Sequence[str | None], skus: Sequence[str | None], named: Sequence[str | None]
    ) -> Sequence[str | None]:
        """The currencies of products: what their rows name, else the one in which the shop has the product's price."""
        if None not in named or not self._may_be_unlike():
            return named
        rows = self._scratch.rows(_PRODUCTS, (json.dumps([each for each in {*ids, *skus} if each]),))
        by_key = {key: self._unlike(currency) for key, _, currency in rows}
        by_sku = {sku: self._unlike(currency) for _, sku, currency in rows if sku}
        return [
            currency or by_key.get(sku) or by_key.get(each) or by_sku.get(sku) or by_sku.get(each)
            for each, sku, currency in zip(ids, skus, named, strict=True)
        ]

    def _known_orders(self, keys: set[str]) -> dict[str, str]:
        if not keys or not self._may_be_unlike():
            return {}
        rows = self._scratch.rows(_ORDERS, (json.dumps(list(keys)),))
        return {key: currency for key, currency in rows if self._unlike(currency)}

    def _may_be_unlike(self) -> bool:
        """Whether the shop has anything in a currency with other decimals; looked up when it is first asked."""
        if self._has_others is None:
            rows = self._scratch.rows(f"SELECT DISTINCT currency FROM shop.{self._table} WHERE currency IS NOT NULL")
            self._has_others = any(self._unlike(currency) for (currency,) in rows)
        return self._has_others

    def _unlike(self, currency: str | None) -> str | None:
        return currency if currency is not None and decimals_of(currency) != self._base else None
