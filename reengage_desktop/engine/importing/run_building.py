"""Builds runs row by row, where the rows of one order stand below each other."""

from typing import Any

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.engine.importing.mentions import Met
from reengage_desktop.engine.importing.order_columns import OrderColumns
from reengage_desktop.engine.importing.order_runs import Ascent, Run, has_time
from reengage_desktop.engine.importing.scattered import may_share_amounts, reject_rows
from reengage_desktop.engine.importing.values import Moments
from reengage_desktop.store.importing import staged
from reengage_desktop.store.importing.orders.orders_apart import is_other_day
from reengage_desktop.store.scratch import Scratch

NAME = 3
"""How many values of a mention tell who it is; her name, and what says more of her, come after them."""
_PHONE = 2
"""How many of them are nobody else's: a phone may be a household's."""


class RunBuilder:
    """Takes rows one after the other; numbers all runs of a file, whoever stages them (from 1).

    `nameless_buyers`: how many orders name their buyer and nothing else of her; `told_elsewhere`: the currency of
    orders that only some of their rows name.
    """

    def __init__(  # noqa: PLR0913 - what the reader of orders shares with it
        self,
        scratch: Scratch,
        plan: Plan,
        *,
        has_lines: bool,
        buyers: Met,
        wares: Met,
        ascent: Ascent,
        moments: Moments,
        base: str,
    ) -> None:
        self.nameless_buyers = 0
        self.told_elsewhere: dict[str, str] = {}
        self._scratch, self._base = scratch, base
        self._is_keyed, self._has_lines, self._tells_doubles = plan.has("order_id"), has_lines, plan.heads_are_unique
        self._buyers, self._wares, self._ascent, self._moments = buyers, wares, ascent, moments
        self._open: Run | None = None
        self._runs = 0
        self._n = 0
        self._heads: list[tuple[Any, ...]] = []
        self._lines: list[tuple[Any, ...]] = []
        self._papers: list[tuple[int, str, int]] = []

    @property
    def open_key(self) -> str | None:
        """The number of the order to which the next row may belong; None where there is none."""
        return self._open.key if self._open else None

    def next_runs(self, count: int) -> range:
        """The numbers of as many runs that are staged without it."""
        self._runs += count
        return range(self._runs - count + 1, self._runs + 1)

    def take(self, columns: OrderColumns, at: int) -> None:
        """Adds a row to the order above, or begins another one with it."""
        key, continues, line = columns.ids[at], columns.continues[at], columns.lines[at]
        run = self._open
        if run is None or not self._is_keyed or key != run.key or (self._tells_doubles and not continues):
            run = self._begin(columns, at)
        elif not continues and self._stands_alone(run, columns, at):
            self._ascent.give_up()
            run = self._begin(columns, at)
        elif not self._is_in_its_currency(run, columns, at):
            reject_rows(self._scratch, line, line, 1)
            return
        else:
            self._fill(run, columns, at)
        run.last_line = line
        run.rows_count += 1
        if self._has_lines:
            self._line(run, columns, at)

    def close(self) -> None:
        """Ends the order above: no further row is of it."""
        run, self._open = self._open, None
        if run is None:
            return
        self.nameless_buyers += run.pid is None and run.buyer[NAME] is not None
        self._heads.append(run.as_row(self._n))
        if len(run.lines) > 1:
            self._lines += [(n, run.run, *line) for n, line in enumerate(run.lines, self._n + 1)]
            self._n += len(run.lines)

    def flush(self) -> None:
        """Writes what was closed, inside the caller's batch."""
        staged.stage(self._scratch, "heads", staged.HEAD, self._heads)
        staged.stage(self._scratch, "lines", staged.LINE, self._lines)
        staged.stage(self._scratch, "papers", staged.PAPER, self._papers)
        for rows in (self._heads, self._lines, self._papers):
            rows.clear()

    def _stands_alone(self, run: Run, columns: OrderColumns, at: int) -> bool:
        """Whether a row of the number above is none of its order's lines; read to the end those of one order meet."""
        moment = self._moments.seconds(columns.moments[at])
        return (
            run.turns(columns.totals[at], columns.sums[at], moment)
            or self._is_another(run, columns, at, moment)
            or self._is_told_anew(run, columns, at)
        )

    def _is_another(self, run: Run, columns: OrderColumns, at: int, moment: int | None) -> bool:
        """Whether a row of the number above names another customer and another day (`orders.find_scattered`).

        One of hers that tells a total of its own may be another order, too: the other numbers of the file say.
        """
        totals = run.total, columns.totals[at]
        if None not in totals and is_other_day(moment, run.ordered_at, is_other_sum=False):
            return True
        are_parts = totals == (None, None)  # rows with amounts of their own: of one order, or of two people's
        if not is_other_day(
            moment, run.ordered_at, is_other_sum=are_parts or (None not in totals and len({*totals}) > 1)
        ):
            return False
        told = list(zip(run.buyer[:NAME], self._buyers.values(columns.people[at])[:NAME], strict=True))
        is_told = any(above and here for above, here in told[:_PHONE])
        return is_told and all(above != here for above, here in told if above and here)

    def _is_told_anew(self, run: Run, columns: OrderColumns, at: int) -> bool:
        """Whether a row tells the order above once more in another state, not a further line of it."""
        status = columns.statuses[at]
        if status == run.status or OrderStatus.UNKNOWN in {status, run.status} or columns.totals[at] != run.total:
            return False
        line = self._line_at(columns, at)
        return line is None or (line in run.lines and (run.total is not None or line[-1] is None))

    def _is_in_its_currency(self, run: Run, columns: OrderColumns, at: int) -> bool:
        """Whether a further row's amounts can be added to its order's; a currency named only here is the order's."""
        named = columns.currencies[at]
        has_amounts = any(each[at] is not None for each in (columns.totals, columns.sums, columns.refunds))
        if named in {None, run.currency} or not has_amounts:
            return True
        if run.currency is None and not may_share_amounts(named, self._base):
            self.told_elsewhere[run.key] = str(named)
        elif run.currency is None:
            run.currency = named
        return run.currency in {None, named}

    def _begin(self, columns: OrderColumns, at: int) -> Run:
        self.close()
        run = self._open = Run(self.next_runs(1)[0], columns.ids[at] or "", columns.lines[at])
        moment, refund = columns.moments[at], columns.refunds[at]
        run.ordered_at, run.has_time = self._moments.seconds(moment), has_time(moment)
        run.status, run.source_status = columns.statuses[at], columns.words[at]
        run.currency, run.total, run.code = columns.currencies[at], columns.totals[at], columns.codes[at]
        if refund is not None and columns.continues[at]:
            self._give_back(run, columns, at, abs(refund))
        elif refund is not None:
            run.refunded = abs(refund)
        self._name(run, columns, at)
        if self._is_keyed and self._tells_doubles:
            person, goods = self._buyers.values(columns.people[at]), self._wares.values(columns.goods[at])
            run.first_hash = hash((run.ordered_at, run.status, run.total, person, goods, columns.sums[at]))
        return run

    def _fill(self, run: Run, columns: OrderColumns, at: int) -> None:
        """A further row fills what was missing; a total counts once, while money of papers of their own adds up."""
        refund = columns.refunds[at]
        if refund is not None and columns.continues[at]:
            self._give_back(run, columns, at, abs(refund))
        else:
            if refund is not None:
                run.refunded = max(run.refunded or 0, abs(refund))
            self._fill_sale(run, columns, at)
        run.code = run.code or columns.codes[at]
        if run.pid is None:
            self._name(run, columns, at)

    def _fill_sale(self, run: Run, columns: OrderColumns, at: int) -> None:
        """What no row above told of the sale; a row that gives money back has a day and a state of its own."""
        moment = columns.moments[at]
        if run.ordered_at is None and moment is not None:
            run.ordered_at, run.has_time = self._moments.seconds(moment), has_time(moment)
        if run.total is None:
            run.total = columns.totals[at]
        if run.status == OrderStatus.UNKNOWN.value:
            run.status = columns.statuses[at]
        run.source_status = run.source_status or columns.words[at]

    def _give_back(self, run: Run, columns: OrderColumns, at: int, amount: int) -> None:
        run.later_refund += amount
        moment = columns.moments[at]
        document = columns.documents[at] or (self._moments.seconds(moment) if has_time(moment) else moment)
        if document is not None:
            self._papers.append((run.run, str(document), amount))

    def _name(self, run: Run, columns: OrderColumns, at: int) -> None:
        """Whose order it is: somebody whom no row tells apart goes by the first name."""
        pid = self._buyers.number(columns.people[at], run.line)
        if pid is not None or not any(run.buyer):
            run.pid, run.buyer = pid, self._buyers.values(columns.people[at])[: NAME + 1]

    def _line_at(self, columns: OrderColumns, at: int) -> tuple[Any, ...] | None:
        """What a row says of goods: product, quantity, unit price and total; None for one of money or a state only."""
        amount = columns.sums[at]
        gid = self._wares.number(columns.goods[at], columns.lines[at]) if self._has_lines else None
        if gid is None and amount is None:
            return None
        return gid, columns.quantities[at], columns.units[at], amount

    def _line(self, run: Run, columns: OrderColumns, at: int) -> None:
        line = self._line_at(columns, at)
        if line is not None:
            amount = line[-1]
            if amount is not None:
                run.lines_total = (run.lines_total or 0) + amount
            run.lines.append(line)
