"""Stages the rows of an order file: neighbouring rows of one order become a run with its lines."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import compress, groupby
from operator import itemgetter
from typing import Any

from reengage_desktop.connectors.bulk import Unit
from reengage_desktop.connectors.plan import Plan
from reengage_desktop.connectors.reading import Batch
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.engine.importing.mentions import Goods, People
from reengage_desktop.engine.importing.order_runs import Run, has_time, nameless_key, without_signs
from reengage_desktop.engine.importing.values import Amounts, Moments, milli
from reengage_desktop.store import staged
from reengage_desktop.store.orders_beside import OrdersBeside
from reengage_desktop.store.scratch import Scratch

_LINE_FIELDS = ("product_id", "sku", "product_name", "category", "quantity", "unit_price", "line_total")
_NO_GOODS = (None, None, None, None)
_SHORTEST_SPAN = 8
_STATUS_WORDS: dict[OrderStatus | None, str] = {
    None: OrderStatus.UNKNOWN.value,
    **{status: status.value for status in OrderStatus},
}
_PERSON = ("customer_id", "email", "phone", "customer_name", "country")


@dataclass
class _Columns:
    """One batch, column by column, in the database's terms; a field without a column is a column of nothing."""

    ids: Sequence[str | None]
    people: list[tuple[Any, ...]]
    moments: list[Any]
    statuses: list[str]
    words: Sequence[str | None]
    currencies: Sequence[str | None]
    totals: Sequence[int | None]
    refunds: Sequence[int | None]
    codes: Sequence[str | None]
    goods: list[tuple[Any, ...]]
    quantities: list[int]
    units: Sequence[int | None]
    sums: Sequence[int | None]
    continues: Sequence[bool]
    lines: Sequence[int]
    moment_unit: Unit | None

    def span(self, low: int, high: int) -> "_Columns":
        """The rows from `low` up to `high`."""
        return self._each(itemgetter(slice(low, high)))

    def only(self, chosen: Sequence[bool]) -> "_Columns":
        """The chosen rows."""
        return self._each(lambda column: list(compress(column, chosen)))

    def _each(self, part: Callable[[Sequence[Any]], Sequence[Any]]) -> "_Columns":
        changed: dict[str, Any] = {
            each.name: part(getattr(self, each.name)) for each in fields(self) if each.name != "moment_unit"
        }
        return replace(self, **changed)


class OrderRows:
    """Takes batch after batch; `is_keyed`: the file numbers its orders, `has_lines`: it says what was bought.

    `may_pass`: orders that the shop has just so already may be passed by; `beside` knows which were.
    """

    def __init__(self, scratch: Scratch, plan: Plan, settings: Settings, *, may_pass: bool = False) -> None:
        self.is_keyed = plan.has("order_id")
        self.has_lines = plan.has(*_LINE_FIELDS)
        self.currencies: set[str] = set()
        self.nameless_buyers = 0
        self._tells_doubles = plan.heads_are_unique
        self._scratch = scratch
        self.beside: OrdersBeside | None = None
        if may_pass and self.is_keyed and scratch.value("SELECT 1 FROM shop.orders LIMIT 1") is not None:
            self.beside = OrdersBeside(scratch, settings.currency, has_lines=self.has_lines)
        self._base = settings.currency
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
            self._take_singles(columns.span(low, high))
            done = high
        for position in range(done, len(batch.lines)):
            self._row(columns, position, batch.lines[position])
        self._flush()

    def finish(self) -> None:
        """Closes the last order, and forgets who was met: what follows needs the memory."""
        self._close()
        self._flush()
        self._people, self._goods = People(self._scratch), Goods(self._scratch)

    def _columns(self, batch: Batch) -> _Columns:
        nothing: list[Any] = [None] * len(batch.lines)

        def of(name: str) -> list[Any]:
            return batch.columns.get(name, nothing)

        def money(name: str) -> Sequence[int | None]:
            return self._amounts.column(of(name), currencies, batch.units.get(name))

        currencies = of("currency")
        columns = _Columns(
            ids=of("order_id"),
            people=list(zip(*(of(name) for name in _PERSON), strict=True)),
            moments=of("ordered_at"),
            statuses=list(map(_STATUS_WORDS.__getitem__, of("status"))),
            words=of("source_status"),
            currencies=currencies,
            totals=money("order_total"),
            refunds=money("refunded_amount"),
            codes=of("discount_code"),
            goods=list(zip(of("product_id"), of("sku"), of("product_name"), of("category"), strict=True)),
            quantities=milli(of("quantity"), batch.units.get("quantity")),
            units=money("unit_price"),
            sums=self._amounts.lines(batch, currencies),
            continues=batch.continues or [False] * len(batch.lines),
            lines=batch.lines,
            moment_unit=batch.units.get("ordered_at"),
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
                key = nameless_key(columns.people[at], moment, amount, columns.currencies[at])
                self._nameless[key] += 1
                ids[at] = key if self._nameless[key] == 1 else f"{key}#{self._nameless[key]}"
        columns.ids = ids

    def _spans_of_singles(self, columns: _Columns) -> Iterator[tuple[int, int]]:
        """Stretches of rows that are an order each: most files are nothing else, and they need no looking back."""
        count = len(columns.moments)
        last = count - 1 if self.is_keyed else count  # what the last row's order is to be, the next batch tells
        if last >= _SHORTEST_SPAN and self._are_all_singles(columns):
            yield 0, last
            return
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

    def _are_all_singles(self, columns: _Columns) -> bool:
        """Whether every row surely is an order of its own that names goods: told without a look at each row."""
        if any(columns.continues) or (self.has_lines and _NO_GOODS in columns.goods):
            return False
        if not self.is_keyed:
            return True
        keys = set(columns.ids)
        return len(keys) == len(columns.ids) and (self._open is None or self._open.key not in keys)

    def _take_singles(self, columns: _Columns) -> None:
        """Stages rows that are an order each, column by column; those that the shop has just so are passed by."""
        self._close()
        self._flush()
        pids = self._numbers_of(columns.people, columns.lines)
        gids = self._numbers(columns.goods, columns.lines) if self.has_lines else [None] * len(pids)
        if self.beside is not None:
            is_other = [not same for same in self._find_same(self.beside, columns, pids, gids)]
            if not all(is_other):
                columns = columns.only(is_other)
                pids, gids = list(compress(pids, is_other)), list(compress(gids, is_other))
        if columns.lines:
            self._stage_singles(columns, pids, gids)

    def _find_same(
        self, beside: OrdersBeside, columns: _Columns, pids: Sequence[int | None], gids: Sequence[int | None]
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

    def _stage_singles(self, columns: _Columns, pids: Sequence[int | None], gids: Sequence[int | None]) -> None:
        people, moments, sums = columns.people, columns.moments, columns.sums
        seconds = self._moments.column(moments, columns.moment_unit)
        count = len(pids)
        heads: dict[str, staged.Column] = {
            "run": range(self._runs + 1, self._runs + count + 1),
            "base": staged.As("run"),
            "line": columns.lines,
            "last_line": staged.As("line"),
            "rows_count": 1,
            "pid": pids,
            "key": columns.ids,
        }
        self._runs += count
        if not self.is_keyed:
            amounts = [total if amount is None else amount for total, amount in zip(columns.totals, sums, strict=True)]
            heads["key"] = list(map(nameless_key, people, seconds, amounts, columns.currencies))
        elif self._tells_doubles and None in pids:  # nobody's orders can't be told apart later on
            said = zip(seconds, columns.statuses, columns.totals, people, columns.goods, sums, strict=True)
            heads["first_hash"] = list(map(hash, said))
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

    def _numbers_of(self, people: Sequence[tuple[Any, ...]], lines: Sequence[int]) -> list[int | None]:
        numbers = self._people.find(people)
        if None in numbers:
            for at, number in enumerate(numbers):
                if number is None:
                    numbers[at] = self._person(people[at], lines[at])
        return numbers

    def _numbers(self, goods: Sequence[tuple[Any, ...]], lines: Sequence[int]) -> list[int | None]:
        numbers = self._goods.find(goods)
        if None in numbers:
            for at, number in enumerate(numbers):
                if number is None:
                    numbers[at] = self._goods.number(goods[at], lines[at])
        return numbers

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
        run = self._open = Run(self._runs, columns.ids[at] or "", line)
        moment = columns.moments[at]
        run.ordered_at = self._moments.seconds(moment)
        run.has_time = has_time(moment)
        run.status = columns.statuses[at]
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
            run.key = nameless_key(person, run.ordered_at, amount, run.currency)
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
            run.status = columns.statuses[at]

    def _line(self, run: Run, columns: _Columns, at: int) -> None:
        amount = columns.sums[at]
        gid = self._goods.number(columns.goods[at], run.last_line)
        if gid is None and amount is None:
            return  # a row of money only, such as a refund
        if amount is not None:
            run.lines_total = (run.lines_total or 0) + amount
        run.lines.append((gid, columns.quantities[at], columns.units[at], amount))

    def _close(self) -> None:
        run, self._open = self._open, None
        if run is None:
            return
        self._heads.append(run.as_row(self._n))
        if len(run.lines) > 1:
            self._lines += [(n, run.run, *line) for n, line in enumerate(run.lines, self._n + 1)]
            self._n += len(run.lines)

    def _flush(self) -> None:
        self._people.flush()
        self._goods.flush()
        staged.stage(self._scratch, "heads", staged.HEAD, self._heads)
        staged.stage(self._scratch, "lines", staged.LINE, self._lines)
        self._heads.clear()
        self._lines.clear()
