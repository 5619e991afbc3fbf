"""What order rows come down to before they are staged: runs of neighbouring rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import gt, lt
from typing import Any, cast

from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.store.importing.orders.orders_apart import DAYS_APART_S

_DAY_S = 86_400


@dataclass(slots=True)
class Run:
    """Neighbouring rows of one order: what its first row says, and what the further ones add."""

    run: int
    key: str
    line: int
    pid: int | None = None
    buyer: tuple[Any, ...] = ()
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
    lines: list[tuple[Any, ...]] = field(default_factory=list)
    """Product, quantity in thousandths, unit price and total of each."""

    def turns(self, total: int | None, amount: int | None, at: int | None) -> bool:
        """Whether a row of these amounts gives back what this run sold, or sold what it gives back (`at`: its stamp).

        Its total says so by its sign, and so does the amount of a line that is days apart; nearer ones are of one sale.
        What gives back another amount, or the same on another day, is a paper of its own.
        """
        if total is not None and self.total is not None:
            if total >= 0 or self.total >= 0:
                return (total < 0) != (self.total < 0)
            return total != self.total or abs((at or 0) - (self.ordered_at or 0)) >= _DAY_S
        if self.total is None and self.lines_total is None:
            return self.later_refund > 0
        if None in {amount, self.lines_total, at, self.ordered_at}:
            return False
        are_apart = abs((at or 0) - (self.ordered_at or 0)) > DAYS_APART_S
        return are_apart and ((amount or 0) < 0 or (self.lines_total or 0) < 0)

    def as_row(self, before: int) -> tuple[Any, ...]:
        """Values in the order of `staged.HEAD`; `before`: the number of the last line of the order above."""
        count = len(self.lines)
        gid, quantity, unit, _ = self.lines[0] if count == 1 else (None, None, None, None)
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
            count,
            None if count == 1 else before + 1,
            None if count == 1 else before + count,
            0,
            self.first_hash,
            self.later_sum,
            self.later_refund,
            gid,
            quantity,
            unit,
        )


class Ascent:
    """Whether each order's number is greater than the one above it, or each is less: then surely all are different.

    A longer number is the greater one. `tells_doubles`: rows are of the order above only where they say so.
    """

    def __init__(self, *, tells_doubles: bool) -> None:
        self._tells_doubles = tells_doubles
        self._last: str | None = None
        self._ways = {lt, gt}

    @property
    def holds(self) -> bool:
        """Whether it was so up to here."""
        return bool(self._ways)

    def give_up(self) -> None:
        """Says that two orders bear one number."""
        self._ways.clear()

    def look(self, keys: Sequence[str | None], continues: Sequence[bool]) -> None:
        """The numbers of further rows."""
        if not self._ways:
            return
        if None in keys:
            self._ways.clear()
            return
        told = keys if self._last is None else [self._last, *keys]
        if not self._tells_doubles or any(continues):
            goes_on = [False] * (len(told) - len(keys)) + list(continues)
            repeats = [
                key == above and (on or not self._tells_doubles)
                for key, above, on in zip(told[1:], told, goes_on[1:], strict=False)
            ]
            told = [told[0], *(key for key, is_repeat in zip(told[1:], repeats, strict=True) if not is_repeat)]
        self._last = told[-1]
        texts = cast("Sequence[str]", told)
        compared: Sequence[Any] = texts if len(set(map(len, texts))) == 1 else [(len(key), key) for key in texts]
        self._ways = {way for way in self._ways if all(map(way, compared, compared[1:]))}


def without_signs(amounts: Sequence[int | None]) -> Sequence[int | None]:
    """Money that came back, whichever sign the file gives it."""
    if not any(amounts):
        return amounts
    return [None if amount is None else abs(amount) for amount in amounts]


def has_time(moment: Any) -> int:
    """Whether a value of a date column tells the time too: all but a bare day do."""
    return 0 if type(moment) is date else 1
