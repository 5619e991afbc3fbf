"""Stages the rows of an order file: neighbouring rows of one order become a run with its lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import groupby, repeat
from typing import Any

from reengage_desktop.connectors.plan import Plan
from reengage_desktop.connectors.reading import Batch
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.engine.importing.mentions import Goods, People
from reengage_desktop.engine.importing.values import Amounts, Moments, milli
from reengage_desktop.store import staged
from reengage_desktop.store.scratch import Scratch

_LINE_FIELDS = ("product_id", "sku", "product_name", "category", "quantity", "unit_price", "line_total")
_NO_GOODS = (None, None, None, None)
_SHORTEST_SPAN = 8
_PERSON = ("customer_id", "email", "phone", "customer_name", "country")


@dataclass(slots=True)
class Run:
    """Neighbouring rows of one order: what its first row says, and what the further ones add."""

    run: int
    key: str
    line: int
    first_n: int
    pid: int | None = None
    ordered_at: int | None = None
    has_time: int = 1
    status: str = OrderStatus.UNKNOWN.value
    source_status: str | None = None
    currency: str | None = None
    total: int | None = None
    refunded: int | None = None
    code: str | None = None
    first_hash: int | None = None
    lines_total: int | None = None
    later_sum: int = 0
    later_refund: int = 0
    last_line: int = 0
    rows_count: int = 0
    last_n: int = 0

    def as_row(self) -> tuple[Any, ...]:
        """Values in the order of `staged.HEAD`."""
        return (
            self.run,
            self.run,
            self.line,
            self.last_line,
            self.rows_count,
            self.key,
            self.pid,
            self.ordered_at,
            self.has_time,
            self.status,
            self.source_status,
            self.currency,
            self.total,
            self.refunded,
            self.code,
            self.lines_total,
            self.last_n - self.first_n + 1,
            self.first_n,
            self.last_n,
            0,
            self.first_hash,
            self.later_sum,
            self.later_refund,
        )


@dataclass
class _Columns:
    """One batch, column by column, in the database's terms; a field without a column is a column of nothing."""

    ids: Sequence[str | None]
    people: list[tuple[Any, ...]]
    moments: list[Any]
    statuses: Sequence[Any]
    words: Sequence[str | None]
    currencies: Sequence[str | None]
    totals: list[int | None]
    refunds: list[int | None]
    codes: Sequence[str | None]
    goods: list[tuple[Any, ...]]
    quantities: list[int]
    units: list[int | None]
    sums: list[int | None]
    continues: Sequence[bool]


class OrderRows:
    """Takes batch after batch; `is_keyed`: the file numbers its orders, `has_lines`: it says what was bought."""

    def __init__(self, scratch: Scratch, plan: Plan, settings: Settings) -> None:
        self.is_keyed = plan.has("order_id")
        self.has_lines = plan.has(*_LINE_FIELDS)
        self.currencies: set[str] = set()
        self.nameless_buyers = 0
        self._tells_doubles = plan.heads_are_unique
        self._scratch = scratch
        self._people, self._goods = People(scratch), Goods(scratch)
        self._moments, self._amounts = Moments(settings.zone), Amounts(settings.currency)
        self._open: Run | None = None
        self._runs = 0
        self._n = 0
        self._heads: list[tuple[Any, ...]] = []
        self._lines: list[tuple[Any, ...]] = []
        self._nameless: Counter[str] = Counter()

    def take(self, batch: Batch) -> None:
        """Stages a batch; one whose rows were all rejected holds nothing."""
        if not batch.lines:
            return
        columns = self._columns(batch)
        self.currencies.update(name for name in set(columns.currencies) if name)
        done = 0
        for low, high in self._spans_of_singles(columns):
            for position in range(done, low):
                self._row(columns, position, batch.lines[position])
            self._take_singles(columns, batch.lines, low, high)
            done = high
        for position in range(done, len(batch.lines)):
            self._row(columns, position, batch.lines[position])
        self._flush()

    def finish(self) -> None:
        """Closes the last order."""
        self._close()
        self._flush()

    def _columns(self, batch: Batch) -> _Columns:
        nothing: list[Any] = [None] * len(batch.lines)

        def of(name: str) -> list[Any]:
            return batch.columns.get(name, nothing)

        currencies = of("currency")
        people = list(zip(*(of(name) for name in _PERSON), strict=True))
        quantities, units, sums = of("quantity"), of("unit_price"), of("line_total")
        if "unit_price" in batch.columns:
            sums = [
                unit * (1 if quantity is None else quantity) if given is None and unit is not None else given
                for given, unit, quantity in zip(sums, units, quantities, strict=True)
            ]
        columns = _Columns(
            ids=of("order_id"),
            people=people,
            moments=of("ordered_at"),
            statuses=of("status"),
            words=of("source_status"),
            currencies=currencies,
            totals=self._amounts.column(of("order_total"), currencies),
            refunds=self._amounts.column(of("refunded_amount"), currencies),
            codes=of("discount_code"),
            goods=list(zip(of("product_id"), of("sku"), of("product_name"), of("category"), strict=True)),
            quantities=milli(quantities),
            units=self._amounts.column(units, currencies),
            sums=self._amounts.column(sums, currencies),
            continues=batch.continues or [False] * len(batch.lines),
        )
        if self.is_keyed and None in columns.ids:
            self._name_nameless(columns)
        return columns

    def _name_nameless(self, columns: _Columns) -> None:
        """In a file with order numbers, a row without one is an order of its own."""
        ids = list(columns.ids)
        for at, order_id in enumerate(ids):
            if order_id is None and not columns.continues[at]:
                amount = columns.totals[at] if columns.sums[at] is None else columns.sums[at]
                moment = self._moments.seconds(columns.moments[at])
                key = _nameless_key(columns.people[at], moment, amount, columns.currencies[at])
                self._nameless[key] += 1
                ids[at] = key if self._nameless[key] == 1 else f"{key}#{self._nameless[key]}"
        columns.ids = ids

    def _spans_of_singles(self, columns: _Columns) -> Iterator[tuple[int, int]]:
        """Stretches of rows that are an order each: most files are nothing else, and they need no looking back."""
        count = len(columns.moments)
        if not self.is_keyed:
            starts = [True] * count
        else:
            open_key = self._open.key if self._open else None
            before = [open_key, *columns.ids[:-1]]
            starts = [
                not continues and (self._tells_doubles or key != last)
                for key, last, continues in zip(columns.ids, before, columns.continues, strict=True)
            ]
        follows = [*starts[1:], not self.is_keyed]
        bare = self.has_lines
        plain = [
            start and following and not (bare and goods == _NO_GOODS and amount is None)
            for start, following, goods, amount in zip(starts, follows, columns.goods, columns.sums, strict=True)
        ]
        low = 0
        for is_plain, group in groupby(plain):
            high = low + sum(1 for _ in group)
            if is_plain and high - low >= _SHORTEST_SPAN:
                yield low, high
            low = high

    def _take_singles(self, columns: _Columns, lines: Sequence[int], low: int, high: int) -> None:
        """Stages rows that are an order each, column by column."""
        self._close()
        span, count = slice(low, high), high - low
        people = columns.people[span]
        moments, sums, totals = columns.moments[span], columns.sums[span], columns.totals[span]
        seconds = self._moments.column(moments)
        pids = [self._person(person, line) for person, line in zip(people, lines[span], strict=True)]
        runs = range(self._runs + 1, self._runs + count + 1)
        self._runs += count
        numbers: Sequence[int] = range(self._n + 1, self._n + count + 1) if self.has_lines else [0] * count
        hashes: Iterable[int | None] = repeat(None, count)
        keys: Iterable[str | None] = columns.ids[span]
        if not self.is_keyed:
            amounts = [total if amount is None else amount for total, amount in zip(totals, sums, strict=True)]
            keys = map(_nameless_key, people, seconds, amounts, columns.currencies[span])
        elif self._tells_doubles:
            hashes = map(
                hash, zip(seconds, columns.statuses[span], totals, people, columns.goods[span], sums, strict=True)
            )
        self._heads += zip(
            runs,
            runs,
            lines[span],
            lines[span],
            repeat(1),
            keys,
            pids,
            seconds,
            [1 if moment is None or isinstance(moment, datetime) else 0 for moment in moments],
            [status or OrderStatus.UNKNOWN.value for status in columns.statuses[span]],
            columns.words[span],
            columns.currencies[span],
            totals,
            [None if refund is None else abs(refund) for refund in columns.refunds[span]],
            columns.codes[span],
            sums,
            repeat(1 if self.has_lines else 0),
            numbers,
            numbers,
            repeat(0),
            hashes,
            repeat(0),
            repeat(0),
        )
        if self.has_lines:
            self._n += count
            gids = map(self._goods.number, columns.goods[span], lines[span])
            told: Iterable[int | None] = repeat(None)
            if self._tells_doubles:
                told = map(hash, zip(columns.goods[span], columns.quantities[span], sums, strict=True))
            self._lines += zip(numbers, runs, gids, columns.quantities[span], columns.units[span], sums, told)  # noqa: B905

    def _row(self, columns: _Columns, at: int, line: int) -> None:
        key, continues = columns.ids[at], columns.continues[at]
        run = self._open
        if run is None or not self.is_keyed or key != run.key or (self._tells_doubles and not continues):
            run = self._begin(columns, at, line)
        elif continues:
            self._add(run, columns, at)
        else:
            self._repeat(run, columns, at)
        run.last_line = line
        run.rows_count += 1
        if self.has_lines:
            self._line(run, columns, at)

    def _begin(self, columns: _Columns, at: int, line: int) -> Run:
        self._close()
        self._runs += 1
        run = self._open = Run(self._runs, columns.ids[at] or "", line, self._n + 1, last_n=self._n)
        moment = columns.moments[at]
        run.ordered_at = self._moments.seconds(moment)
        run.has_time = 1 if moment is None or isinstance(moment, datetime) else 0
        run.status = columns.statuses[at] or OrderStatus.UNKNOWN.value
        run.source_status = columns.words[at]
        run.currency = columns.currencies[at]
        run.total = columns.totals[at]
        run.code = columns.codes[at]
        refund = columns.refunds[at]
        if columns.continues[at]:
            run.later_refund = abs(refund or 0)
        elif refund is not None:
            run.refunded = abs(refund)
        person = columns.people[at]
        run.pid = self._person(person, line)
        if not self.is_keyed:
            amount = columns.totals[at] if columns.sums[at] is None else columns.sums[at]
            run.key = _nameless_key(person, run.ordered_at, amount, run.currency)
        elif self._tells_doubles:
            run.first_hash = hash((run.ordered_at, run.status, run.total, person, columns.goods[at], columns.sums[at]))
        return run

    def _person(self, person: tuple[Any, ...], line: int) -> int | None:
        if person[0] is None and person[1] is None and person[2] is None:
            if person[3] is not None:
                self.nameless_buyers += 1
            return None
        return self._people.number(person, line)

    def _add(self, run: Run, columns: _Columns, at: int) -> None:
        """A row that belongs to the order above: only money that comes back counts beside its line."""
        refund = columns.refunds[at]
        if refund is not None:
            run.later_refund += abs(refund)

    def _repeat(self, run: Run, columns: _Columns, at: int) -> None:
        """A row that says the order's figures again: what was missing is filled, a total counts once."""
        if run.ordered_at is None:
            run.ordered_at = self._moments.seconds(columns.moments[at])
        if run.total is None:
            run.total = columns.totals[at]
        refund = columns.refunds[at]
        if refund is not None:
            run.refunded = max(run.refunded or 0, abs(refund))
        if run.pid is None:
            run.pid = self._person(columns.people[at], run.line)
        run.code = run.code or columns.codes[at]
        run.source_status = run.source_status or columns.words[at]
        if run.status == OrderStatus.UNKNOWN.value:
            run.status = columns.statuses[at] or run.status

    def _line(self, run: Run, columns: _Columns, at: int) -> None:
        amount = columns.sums[at]
        gid = self._goods.number(columns.goods[at], run.last_line)
        if gid is None and amount is None:
            return  # a row of money only, such as a refund
        self._n = run.last_n = self._n + 1
        if amount is not None:
            run.lines_total = (run.lines_total or 0) + amount
        told = hash((columns.goods[at], columns.quantities[at], amount)) if self._tells_doubles else None
        self._lines.append((self._n, run.run, gid, columns.quantities[at], columns.units[at], amount, told))

    def _close(self) -> None:
        if self._open is not None:
            self._heads.append(self._open.as_row())
            self._open = None

    def _flush(self) -> None:
        with self._scratch.batch():
            self._people.flush()
            self._goods.flush()
            staged.stage(self._scratch, "heads", staged.HEAD, self._heads)
            staged.stage(self._scratch, "lines", staged.LINE, self._lines)
        self._heads.clear()
        self._lines.clear()


def _nameless_key(person: tuple[Any, ...], ordered_at: int | None, amount: int | None, currency: str | None) -> str:
    """The identity of an order without an id: who, when, how much; equal ones are numbered later."""
    who = next((text for text in person[:4] if text), "")
    text = f"{who}|{ordered_at}|{amount}|{currency or ''}"
    return "auto-" + blake2b(text.encode(), digest_size=12).hexdigest()
