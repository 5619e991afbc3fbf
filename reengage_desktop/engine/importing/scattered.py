"""Orders whose rows are not neighbours, and orders that an export holds twice: their runs become one order."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from operator import itemgetter
from typing import Any

from reengage_desktop.domain.money import decimals_of
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.store.importing.orders.orders import find_scattered, unfold
from reengage_desktop.store.importing.orders.orders_apart import DAYS_APART_S
from reengage_desktop.store.importing.staged import stage
from reengage_desktop.store.scratch import Scratch

_BATCH = 2_000

_Goods = tuple[int, int | None, int | None, int | None]
_COURSE = (
    OrderStatus.DRAFT,
    OrderStatus.VOIDED,
    OrderStatus.PENDING,
    OrderStatus.AUTHORISED,
    OrderStatus.PAID,
    OrderStatus.PARTLY_REFUNDED,
    OrderStatus.REFUNDED,
    OrderStatus.CANCELLED,
)
"""The states of an order as they follow each other."""


@dataclass(slots=True)
class _Part:
    """One run of an order; the fields bear the names of the columns of `heads`."""

    base: int
    run: int
    key: str
    line: int
    last_line: int
    rows_count: int
    pid: int | None
    ordered_at: int | None
    has_time: int
    status: str
    source_status: str | None
    currency: str | None
    total: int | None
    refunded: int | None
    code: str | None
    lines_total: int | None
    lines_count: int
    first_n: int | None
    last_n: int | None
    line_offset: int
    first_hash: int | None
    later_sum: int
    later_refund: int
    gid: int | None
    quantity_milli: int | None
    unit_minor: int | None

    @property
    def goods(self) -> _Goods:
        """What it says was bought, as far as two parts of an order are compared by it."""
        return self.lines_count, self.lines_total, self.gid, self.quantity_milli

    @property
    def has_amounts(self) -> bool:
        """Whether any of its rows names one."""
        told = (self.total, self.lines_total, self.refunded)
        return any(amount is not None for amount in told) or bool(self.later_sum or self.later_refund)


_NAMES = tuple(each.name for each in fields(_Part))
_UNITED = _NAMES[_NAMES.index("pid") :]
_SAID = ", p.ext, p.email, p.phone, p.name, p.country, g.ext, g.sku, g.name, g.category"
_GOODS_SAID = 4


@dataclass(frozen=True)
class Gathered:
    """Whether some order's rows are not neighbours, and how many rows an export held twice.

    `currencies`: by number, those that only some rows of an order name, and whose amounts are written otherwise.
    """

    is_scattered: bool
    doubled_rows: int
    currencies: Mapping[str, str]


def may_share_amounts(currency: str | None, base: str) -> bool:
    """Whether an amount of no named currency, read as one of `base`, is the same number in this one."""
    return decimals_of(currency or base) == decimals_of(base)


def reject_rows(scratch: Scratch, line: int, last_line: int, count: int) -> None:
    """Notes rows of an order in which its amounts are in another currency: those are never added up."""
    columns = ("line", "last_line", "row_count", "message", "is_rejected")
    stage(scratch, "bad_lines", columns, [(line, last_line, count, _OTHER_CURRENCY, 1)])


_OTHER_CURRENCY = "This row is in another currency than the rows above of its order. Its amount was left out."


def gather(scratch: Scratch, base: str, *, tells_doubles: bool) -> Gathered:
    """Unites the runs of each order in its first one; `base`: the currency of amounts that name none."""
    if not find_scattered(scratch):
        return Gathered(is_scattered=False, doubled_rows=0, currencies={})
    scratch.run("CREATE INDEX heads_base ON heads (base, run)")
    doubled = 0
    currencies: dict[str, str] = {}
    updates: list[tuple[Any, ...]] = []
    for parts in _scattered(scratch):
        currencies |= _told_once(parts, base)
        doubled += _unite(scratch, parts, tells_doubles=tells_doubles)
        updates += [(*(getattr(part, name) for name in _UNITED), part.run) for part in parts]
        if len(updates) >= _BATCH:
            _store(scratch, updates)
    _store(scratch, updates)
    scratch.run("UPDATE papers SET run = h.base FROM heads AS h WHERE h.run = papers.run AND h.base <> h.run")
    return Gathered(is_scattered=True, doubled_rows=doubled, currencies=currencies)


def _told_once(parts: list[_Part], base: str) -> dict[str, str]:
    """The currency that only some parts of an order name, by its number, where the others were read otherwise."""
    named = next((part.currency for part in parts if part.currency), None)
    if named is None or may_share_amounts(named, base) or all(part.currency for part in parts):
        return {}
    return {parts[0].key: named}


def _scattered(scratch: Scratch) -> Iterator[list[_Part]]:
    # the list of orders first: the rows themselves change while they are walked
    scratch.run("CREATE TABLE several AS SELECT base FROM heads GROUP BY base HAVING count(*) > 1")
    unfold(scratch, "SELECT base FROM several")
    names = ", ".join(f"h.{name}" for name in _NAMES) + _SAID
    last = 0
    while bases := [
        row[0]
        for row in scratch.rows(f"SELECT base FROM several WHERE base > {last} ORDER BY base LIMIT {_BATCH}")  # noqa: S608
    ]:
        last = bases[-1]
        rows = scratch.rows(
            f"SELECT {names} FROM several AS s JOIN heads AS h ON h.base = s.base "  # noqa: S608 - constant names
            "LEFT JOIN people AS p ON p.pid = h.pid LEFT JOIN goods AS g ON g.gid = h.gid "
            "WHERE s.base BETWEEN ? AND ? ORDER BY h.base, h.run <> h.base, h.run",
            (bases[0], last),
        )
        for _, group in groupby(rows, key=itemgetter(0)):
            yield [_part_of(row) for row in group]


def _part_of(row: tuple[Any, ...]) -> _Part:
    part = _Part(*row[: len(_NAMES)])
    if part.first_hash is None:  # as its row would have been told apart when it was read
        person, goods = row[len(_NAMES) : -_GOODS_SAID], row[-_GOODS_SAID:]
        part.first_hash = hash((part.ordered_at, part.status, part.total, person, goods, part.lines_total))
    return part


def _store(scratch: Scratch, updates: list[tuple[Any, ...]]) -> None:
    changes = ", ".join(f"{name} = nullif(?, '')" for name in _UNITED)
    rows = [["" if value is None else value for value in row] for row in updates]
    scratch.run_many(f"UPDATE heads SET {changes} WHERE run = ?", rows)  # noqa: S608 - constant names
    updates.clear()


def _unite(scratch: Scratch, parts: list[_Part], *, tells_doubles: bool) -> int:
    head, doubled = parts[0], 0
    papers = {(head.ordered_at, head.total)}
    goods, said_at = head.goods, head.ordered_at
    for part in parts[1:]:
        part.line_offset = head.lines_count
        if None not in {part.currency, head.currency} and part.currency != head.currency and part.has_amounts:
            _leave_out(scratch, part)
            continue
        if tells_doubles and part.first_hash == head.first_hash and part.total == head.total:
            doubled += _drop_double(scratch, head, part)
        elif (part.ordered_at, part.total) not in papers or (part.total or 0) >= 0:
            _add_money(head, part)
        papers.add((part.ordered_at, part.total))
        if _is_line_back(head, part):
            head.later_refund -= part.lines_total or 0
            _drop_lines(scratch, part)
            continue
        if _is_told_anew(head, part, goods):
            if _order_of_words(part.status, part.ordered_at or said_at) > _order_of_words(head.status, said_at):
                head.status, head.source_status, said_at = part.status, part.source_status, part.ordered_at or said_at
            _drop_lines(scratch, part)
            part.lines_total = None
        _fill(head, part)
        head.lines_count += part.lines_count
        if part.lines_total is not None:
            head.lines_total = (head.lines_total or 0) + part.lines_total
    return doubled


def _is_told_anew(head: _Part, part: _Part, goods: _Goods) -> bool:
    """Whether a part tells the whole order once more in another state, and not further `goods` of it."""
    if part.status == head.status or OrderStatus.UNKNOWN in {part.status, head.status} or part.total != head.total:
        return False
    tells_money = part.total is not None or part.lines_total is None
    return tells_money and (part.lines_count == 0 or part.goods == goods)


def _order_of_words(status: str, at: int | None) -> tuple[bool, int, int]:
    """Of two states that a file tells of one order the greater holds: the later one, of one moment what ends a sale.

    What only leads to a sale, or failed before it, never takes one back.
    """
    place = _COURSE.index(OrderStatus(status))
    return place >= _COURSE.index(OrderStatus.PAID), at or 0, place


def _leave_out(scratch: Scratch, part: _Part) -> None:
    """A part in another currency than its order keeps nothing of its own."""
    reject_rows(scratch, part.line, part.last_line, part.rows_count)
    _drop_lines(scratch, part)
    part.total = part.lines_total = None


def _drop_lines(scratch: Scratch, part: _Part) -> None:
    scratch.run_many("DELETE FROM lines WHERE n BETWEEN ? AND ?", [(part.first_n, part.last_n)])
    part.lines_count = 0


def _add_money(head: _Part, part: _Part) -> None:
    """Money that came back, under the same number, is a refund; a total that is told again counts once."""
    head.later_refund += part.later_refund
    if part.refunded is not None:
        head.refunded = max(head.refunded or 0, part.refunded)
    if part.total is None or 0 <= part.total == head.total:
        return
    if part.total < 0 and head.total is not None and head.total < 0:
        head.later_sum += part.total
    elif part.total < 0 and head.total is not None:
        head.later_refund -= part.total
    elif head.total is None:
        head.total = part.total
    elif part.lines_total is None and head.lines_total is None:
        head.later_sum += part.total


def _is_line_back(head: _Part, part: _Part) -> bool:
    """Whether a line below zero, days after what was sold, gives money back; a discount is of the same day."""
    if None in {head.lines_total, part.lines_total, head.ordered_at, part.ordered_at} or head.total is not None:
        return False
    are_apart = abs((head.ordered_at or 0) - (part.ordered_at or 0)) > DAYS_APART_S
    return are_apart and (part.lines_total or 0) < 0 <= (head.lines_total or 0)


def _fill(head: _Part, part: _Part) -> None:
    if head.ordered_at is None:
        head.ordered_at, head.has_time = part.ordered_at, part.has_time
    gives_back = part.later_refund > 0 or (part.total or 0) < 0
    if head.status == OrderStatus.UNKNOWN.value and not gives_back:  # a payment given back has a state of its own
        head.status, head.source_status = part.status, head.source_status or part.source_status
    for name in ("pid", "currency", "code"):
        if getattr(head, name) is None:
            setattr(head, name, getattr(part, name))


def _drop_double(scratch: Scratch, head: _Part, part: _Part) -> int:
    """Takes out the lines that the order has already; a line that is there more often than before is a further item."""
    kept = Counter(told for _, told in _lines_of(scratch, head))
    dropped: list[tuple[int]] = []
    renumbered: list[tuple[int, int]] = []
    for n, told in _lines_of(scratch, part):
        if kept[told] > 0:
            kept[told] -= 1
            dropped.append((n,))
            part.lines_total = (part.lines_total or 0) - (told[-1] or 0)
        else:
            renumbered.append((part.line_offset + len(renumbered) + 1, n))
    part.lines_count = len(renumbered)
    scratch.run_many("DELETE FROM lines WHERE n = ?", dropped)
    scratch.run_many("UPDATE lines SET line_no = ? WHERE n = ?", renumbered)
    return max(1, len(dropped))


def _lines_of(scratch: Scratch, part: _Part) -> list[tuple[int, tuple[Any, ...]]]:
    """The lines of a run, each with what its row says of it: the product, the quantity and at last the total."""
    return [
        (n, tuple(told))
        for n, *told in scratch.rows(
            "SELECT l.n, g.ext, g.sku, g.name, g.category, l.quantity_milli, l.total_minor FROM lines AS l "
            "LEFT JOIN goods AS g ON g.gid = l.gid WHERE l.n BETWEEN ? AND ? ORDER BY l.n",
            (part.first_n, part.last_n),
        )
    ]
