"""Stages the rows of every other kind of file: customers, products, views, wishes, enquiries and opt-outs."""

from collections.abc import Sequence
from typing import Any

from reengage_desktop.connectors.checking.reading import Batch
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.letters import PARTS, Letters
from reengage_desktop.engine.importing.mentions import Goods, People
from reengage_desktop.engine.importing.values import Amounts, Moments, switch, tag_text, text
from reengage_desktop.store.importing import staged
from reengage_desktop.store.importing.known_currencies import KnownCurrencies
from reengage_desktop.store.scratch import Scratch

_FIELD_OF = {
    "ext": "customer_id",
    "opening_last_order_at": "last_order_at",
    "opening_orders": "orders_count",
    "opening_value_minor": "lifetime_value",
}
_TIMES = {
    ImportKind.VIEWS: "viewed_at",
    ImportKind.WISHLISTS: "added_at",
    ImportKind.ENQUIRIES: "created_at",
    ImportKind.OPTOUTS: "opted_out_at",
}

_WHO = (*staged.IDENTITY, "name")
_MARK_WORDS = ("source", "status", "agent", "service_type", "channel", "reason")


class _Rows:
    """What all of them share: columns by name, a column of nothing where the file has none."""

    def __init__(self, scratch: Scratch, settings: Settings) -> None:
        self.currencies: set[str] = set()
        self._scratch = scratch
        self._people, self._goods = People(scratch), Goods(scratch)
        self._moments, self._amounts = Moments(settings.zone), Amounts(settings.currency)
        self._batch = Batch([], [], {}, None, [], 0)
        self._nothing: list[Any] = []

    def _open(self, batch: Batch) -> None:
        self._batch, self._nothing = batch, [None] * len(batch.lines)
        self.currencies.update(name for name in set(self._of("currency")) if name)

    def _of(self, name: str) -> list[Any]:
        return self._batch.columns.get(name, self._nothing)

    def _money(self, name: str) -> Sequence[int | None]:
        return self._amounts.column(self._of(name), self._of("currency"), self._batch.units.get(name))

    def _times(self, name: str) -> Sequence[int | None]:
        return self._moments.column(self._of(name), self._batch.units.get(name))

    def _flush(self) -> None:
        self._people.flush()
        self._goods.flush()

    def finish(self) -> None:
        """Nothing is held back, and nobody is met any more."""
        self._people.forget()


class CustomerRows(_Rows):
    """A file of customers: every row is somebody."""

    def __init__(self, scratch: Scratch, settings: Settings) -> None:
        super().__init__(scratch, settings)
        self._letters = Letters(settings.country)

    def take(self, batch: Batch) -> None:
        """Stages a batch."""
        self._open(batch)
        if batch.lines:
            told = [name for name in staged.PERSON if _FIELD_OF.get(name, name) in batch.columns]
            columns = {name: self._person_column(name) for name in told}
            columns["postal"] = self._letters.column({part: self._of(part) for part in PARTS}, len(batch.lines))
            self._people.add_all(columns, batch.lines)

    def _person_column(self, name: str) -> Sequence[Any]:
        given = self._of(_FIELD_OF.get(name, name))
        if name.startswith("consent_"):
            return list(switch(given))
        if name in ("created_at", "last_contact_at", "opening_last_order_at"):
            return self._times(_FIELD_OF.get(name, name))
        if name == "opening_value_minor":
            return self._money("lifetime_value")
        if name == "opening_orders":
            return [None if count is None else int(count) for count in given]
        if name == "tags":
            return list(tag_text(given))
        return list(text(given)) if name == "birthday" else given


class ProductRows(_Rows):
    """A file of products: every row is one, or a variant of one."""

    def __init__(self, scratch: Scratch, settings: Settings) -> None:
        super().__init__(scratch, settings)
        self._currencies = KnownCurrencies(scratch, "products", settings.currency)

    def take(self, batch: Batch) -> None:
        """Stages a batch."""
        self._open(batch)
        stocks = [None if stock is None else int(stock) for stock in self._of("stock")]
        available = [
            int(stock > 0) if given is None and stock is not None else given
            for given, stock in zip(switch(self._of("in_stock")), stocks, strict=True)
        ]
        ids, skus = self._of("product_id"), self._of("sku")
        currencies = self._currencies.of_products(ids, skus, self._of("currency"))
        columns: list[Sequence[Any]] = [
            ids,
            skus,
            *(self._of(name) for name in ("name", "category")),
            self._amounts.column(self._of("price"), currencies, self._batch.units.get("price")),
            currencies,
            list(stocks),
            available,
            *(self._of(name) for name in ("url", "image_url")),
            self._times("created_at"),
        ]
        for line, mention in zip(batch.lines, zip(*columns, strict=True), strict=True):
            self._goods.add(mention, line)
        self._flush()


class MarkRows(_Rows):
    """Views, wishes, enquiries and opt-outs: somebody did something at some time."""

    def __init__(self, scratch: Scratch, settings: Settings, kind: ImportKind) -> None:
        super().__init__(scratch, settings)
        self._people = People(scratch, (*_WHO, *staged.CONSENTS))
        self._kind = kind
        self._next = 1

    def take(self, batch: Batch) -> None:
        """Stages a batch."""
        self._open(batch)
        count = len(batch.lines)
        if not count:
            return
        people = [self._of(name) for name in ("customer_id", "email", "phone", "name")]
        if any(name in batch.columns for name in staged.CONSENTS):
            people += [list(switch(self._of(name))) for name in staged.CONSENTS]
        numbers = range(self._next, self._next + count)
        self._next += count
        columns: dict[str, staged.Column] = {
            "m": numbers,
            "line": batch.lines,
            "pid": self._people.numbers(people, batch.lines),
            "gid": self._goods.numbers([self._of("product_id")], batch.lines),
            "at": self._times(_TIMES[self._kind]),
            "price_minor": self._money("price_at_view"),
            "currency": self._of("currency"),
            "in_stock": switch(self._of("in_stock")),
            **{name: self._of(name) for name in _MARK_WORDS},
        }
        self._flush()
        staged.stage_columns(self._scratch, "marks", columns)
