"""Stages the rows of an order file: neighbouring rows of one order become a run with its lines."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, groupby
from typing import Any

from reengage_desktop.connectors.checking.bulk import Unit
from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.reading import Batch
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.engine.importing.mentions import Goods, Met, People
from reengage_desktop.engine.importing.numbers import Numbers
from reengage_desktop.engine.importing.order_columns import OrderColumns
from reengage_desktop.engine.importing.order_runs import Ascent, has_time, without_signs
from reengage_desktop.engine.importing.run_building import NAME, RunBuilder
from reengage_desktop.engine.importing.values import Amounts, Moments, milli
from reengage_desktop.store.importing import staged
from reengage_desktop.store.importing.known_currencies import KnownCurrencies
from reengage_desktop.store.importing.orders.orders_beside import OrdersBeside
from reengage_desktop.store.scratch import Scratch

_LINE_FIELDS = ("product_id", "sku", "product_name", "category", "quantity", "unit_price", "line_total")
_SHORTEST_SPAN = 8
_STATUS_WORDS: dict[OrderStatus | None, str] = {
    None: OrderStatus.UNKNOWN.value,
    **{status: status.value for status in OrderStatus},
}
NUMBERED = {
    "people": ("customer_id", "email", "phone", "customer_name", "country", *staged.CONSENTS),
    "goods": ("product_id", "sku", "product_name", "category"),
}
"""What the reader of orders numbers."""
_BUYER = (*staged.IDENTITY, "name", "country", *staged.CONSENTS)
"""What orders say of a buyer, as it is staged."""
_CATEGORY = 3
"""How many of a product's values tell what it is; those after them say more of it."""


class OrderRows:
    """Takes batch after batch; `is_keyed`: the file numbers its orders, `has_lines`: it says what was bought.

    `may_pass`: orders that the shop has just so already may be passed by; `beside` knows which were. `told`: the
    currency of orders of which some rows name none; `told_elsewhere`: what was found of that, once all is read.
    """

    def __init__(
        self,
        scratch: Scratch,
        plan: Plan,
        settings: Settings,
        *,
        may_pass: bool = False,
        told: Mapping[str, str] | None = None,
    ) -> None:
        self.is_keyed = plan.has("order_id")
        self.has_lines = plan.has(*_LINE_FIELDS)
        self.currencies: set[str] = set()
        self._nameless_singles = 0
        self._tells_doubles = plan.heads_are_unique
        self._scratch = scratch
        self.beside: OrdersBeside | None = None
        if may_pass and self.is_keyed and scratch.value("SELECT 1 FROM shop.orders LIMIT 1") is not None:
            self.beside = OrdersBeside(scratch, settings.currency, has_lines=self.has_lines)
        self._base = settings.currency
        self._currencies = KnownCurrencies(scratch, "orders", settings.currency, told)
        self._people, self._goods = People(scratch, _BUYER), Goods(scratch)
        self._buyers, self._wares = Met(self._add_person), Met(self._add_ware)
        self._ascent = Ascent(tells_doubles=plan.heads_are_unique)
        self._moments, self._amounts = Moments(settings.zone), Amounts(settings.currency)
        self._numbers = Numbers(scratch, settings.zone, is_keyed=self.is_keyed)
        self._builder = RunBuilder(
            scratch,
            plan,
            has_lines=self.has_lines,
            buyers=self._buyers,
            wares=self._wares,
            ascent=self._ascent,
            moments=self._moments,
            base=self._base,
        )
        self.told_elsewhere = self._builder.told_elsewhere

    def take(self, batch: Batch) -> None:
        """Stages a batch; one whose rows were all rejected holds nothing."""
        if batch.mentions:
            self._buyers.learn(batch.mentions["people"])
            self._wares.learn(batch.mentions["goods"])
        if not batch.lines:
            return
        columns = self._columns(batch)
        self.currencies.update(name for name in set(columns.currencies) if name)
        done = 0
        for low, high in self._spans_of_singles(columns):
            for position in range(done, low):
                self._builder.take(columns, position)
            self._take_singles(columns.span(low, high))
            done = high
        for position in range(done, len(batch.lines)):
            self._builder.take(columns, position)
        self._flush()

    def finish(self) -> None:
        """Closes the last order, and forgets who was met: what follows needs the memory."""
        self._builder.close()
        self._flush()
        self._buyers.forget()
        self._wares.forget()

    @property
    def nameless_buyers(self) -> int:
        """How many orders name their buyer, and nothing else of her."""
        return self._nameless_singles + self._builder.nameless_buyers

    @property
    def may_repeat(self) -> bool:
        """Whether an order may be told in two places of the file."""
        return not self._ascent.holds

    def _columns(self, batch: Batch) -> OrderColumns:
        nothing: list[Any] = [None] * len(batch.lines)

        def of(name: str) -> list[Any]:
            return batch.columns.get(name, nothing)

        def money(name: str) -> Sequence[int | None]:
            return self._amounts.column(of(name), currencies, batch.units.get(name))

        ids = self._numbers.column(batch, self._buyers, of("currency"))
        currencies = self._currencies.of_orders(ids, of("currency"))
        columns = OrderColumns(
            ids=ids,
            people=batch.mentions["people"].numbers,
            moments=of("ordered_at"),
            statuses=list(map(_STATUS_WORDS.__getitem__, of("status"))),
            words=of("source_status"),
            currencies=currencies,
            totals=money("order_total"),
            refunds=money("refunded_amount"),
            documents=of("document"),
            codes=of("discount_code"),
            goods=batch.mentions["goods"].numbers,
            quantities=milli(of("quantity"), batch.units.get("quantity")),
            units=money("unit_price"),
            sums=self._amounts.lines(batch, currencies),
            continues=batch.continues or [False] * len(batch.lines),
            lines=batch.lines,
            moment_unit=batch.units.get("ordered_at"),
        )
        if self.is_keyed:
            self._ascent.look(columns.ids, columns.continues)
        return columns

    def _spans_of_singles(self, columns: OrderColumns) -> Iterator[tuple[int, int]]:
        """Stretches of rows that are an order each: most files are nothing else, and they need no looking back."""
        count = len(columns.moments)
        last = count - 1 if self.is_keyed else count  # what the last row's order is to be, the next batch tells
        if last >= _SHORTEST_SPAN and self._are_all_singles(columns):
            yield 0, last
            return
        if not self.is_keyed:
            starts = [True] * count
        else:
            open_key = self._builder.open_key
            before = [open_key, *columns.ids[:-1]]
            starts = [
                not continues and (self._tells_doubles or key != last)
                for key, last, continues in zip(columns.ids, before, columns.continues, strict=True)
            ]
        follows = [*starts[1:], not self.is_keyed]
        blank = self._wares.blank if self.has_lines else set()
        plain = [
            start and following and not (goods in blank and amount is None)
            for start, following, goods, amount in zip(starts, follows, columns.goods, columns.sums, strict=True)
        ]
        low = 0
        for is_plain, group in groupby(plain):
            high = low + sum(1 for _ in group)
            if is_plain and high - low >= _SHORTEST_SPAN:
                yield low, high
            low = high

    def _are_all_singles(self, columns: OrderColumns) -> bool:
        """Whether every row surely is an order of its own that names goods: told without a look at each row."""
        if any(columns.continues) or (self.has_lines and not self._wares.blank.isdisjoint(columns.goods)):
            return False
        if not self.is_keyed:
            return True
        keys = set(columns.ids)
        return len(keys) == len(columns.ids) and self._builder.open_key not in keys

    def _take_singles(self, columns: OrderColumns) -> None:
        """Stages rows that are an order each, column by column; those that the shop has just so are passed by."""
        self._builder.close()
        self._flush()
        pids = self._buyers.numbers(columns.people, columns.lines)
        if None in pids:
            nobodies = compress(columns.people, (pid is None for pid in pids))
            self._nameless_singles += sum(self._buyers.values(number)[NAME] is not None for number in nobodies)
        gids = self._wares.numbers(columns.goods, columns.lines) if self.has_lines else [None] * len(pids)
        if self.beside is not None:
            is_other = [not same for same in self._find_same(self.beside, columns, pids, gids)]
            if not all(is_other):
                columns = columns.only(is_other)
                pids, gids = list(compress(pids, is_other)), list(compress(gids, is_other))
        if columns.lines:
            self._stage_singles(columns, pids, gids)

    def _find_same(
        self, beside: OrdersBeside, columns: OrderColumns, pids: Sequence[int | None], gids: Sequence[int | None]
    ) -> Sequence[bool]:
        count = len(pids)
        # money that came back changes a state, and other currencies are counted: neither is told apart here
        if any(columns.refunds) or not set(columns.currencies) <= {None, self._base}:
            return [False] * count
        totals = columns.totals
        if None in totals:
            totals = [
                (amount or 0) if total is None else total for total, amount in zip(totals, columns.sums, strict=True)
            ]
        told: list[Sequence[Any]] = [
            columns.ids,
            self._moments.column(columns.moments, columns.moment_unit),
            [1] * count if columns.moment_unit is Unit.SECONDS else list(map(has_time, columns.moments)),
            columns.statuses,
            columns.words,
            totals,
            columns.codes,
            [0 if pid is None else 1 for pid in pids] if None in pids else [1] * count,
        ]
        if self.has_lines:
            told += [columns.quantities, columns.sums]
        same = beside.find_same(told, gids)
        beside.nameless += sum(compress((pid is None for pid in pids), same)) if None in pids else 0
        return same

    def _stage_singles(self, columns: OrderColumns, pids: Sequence[int | None], gids: Sequence[int | None]) -> None:
        moments, sums = columns.moments, columns.sums
        seconds = self._moments.column(moments, columns.moment_unit)
        count = len(pids)
        heads: dict[str, staged.Column] = {
            "run": self._builder.next_runs(count),
            "base": staged.As("run"),
            "line": columns.lines,
            "last_line": staged.As("line"),
            "rows_count": 1,
            "pid": pids,
            "key": columns.ids,
        }
        if self.is_keyed and self._tells_doubles and None in pids:
            heads["first_hash"] = self._hashes_of_nobodies(columns, pids, seconds)
        heads |= {
            "ordered_at": seconds,
            "has_time": 1 if columns.moment_unit is Unit.SECONDS else list(map(has_time, moments)),
            "status": columns.statuses,
            "source_status": columns.words,
            "currency": columns.currencies,
            "total": columns.totals,
            "refunded": without_signs(columns.refunds),
            "code": columns.codes,
            "lines_total": sums,
            "lines_count": int(self.has_lines),
            **dict.fromkeys(("line_offset", "later_sum", "later_refund"), 0),
        }
        if self.has_lines:
            heads |= {"gid": gids, "quantity_milli": columns.quantities, "unit_minor": columns.units}
        staged.stage_columns(self._scratch, "heads", heads)

    def _hashes_of_nobodies(
        self, columns: OrderColumns, pids: Sequence[int | None], seconds: Sequence[int | None]
    ) -> list[int | None]:
        """What tells nobody's orders apart later on; those of somebody are told by whom they name."""
        found: list[int | None] = [None] * len(pids)
        for at in (at for at, pid in enumerate(pids) if pid is None):
            person, goods = self._buyers.values(columns.people[at]), self._wares.values(columns.goods[at])
            said = (seconds[at], columns.statuses[at], columns.totals[at], person, goods, columns.sums[at])
            found[at] = hash(said)
        return found

    def _add_person(self, mention: tuple[Any, ...], line: int) -> int | None:
        return self._people.add(mention, line) if any(mention[:NAME]) else None

    def _add_ware(self, mention: tuple[Any, ...], line: int) -> int | None:
        return self._goods.add(mention, line) if any(mention[:_CATEGORY]) else None

    def _flush(self) -> None:
        self._people.flush()
        self._goods.flush()
        self._builder.flush()
