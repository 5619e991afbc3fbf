"""The shop's orders, walked in step with a file that may hold them again: what is just as it was need not be staged.

Only what is surely the same is passed by; whatever differs in anything, or can't be told here, is staged and compared
set by set (`orders.compare`). What was taken for granted meanwhile is checked in the end: raises ReadAnew.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress, pairwise, repeat
from typing import Any

from reengage_desktop.store.scratch import Scratch

_ORDER = (
    "o.external_id, o.ordered_at, o.has_time, o.status, o.source_status, o.total_minor, o.discount_code, "
    "o.customer_id IS NOT NULL"
)
_LINE = ", l.quantity_milli, l.total_minor"
_PLAIN = "o.refunded_minor = 0 AND o.currency = ?3"
_ONE_LINE = "(l.line_no IS NULL OR l.line_no = 1)"

_STAGED_TOO = """SELECT 1 FROM heads AS h JOIN shop.orders AS o ON o.external_id = h.key
    WHERE (SELECT high FROM passed WHERE low <= o.id ORDER BY low DESC LIMIT 1) >= o.id LIMIT 1"""


_UNKNOWN = -1
_STAGED_BETWEEN = 2
"""So many orders may lie between one span and the next: the last one of a batch waits for the next batch."""


class ReadAnew(Exception):
    """The file is to be read once more, with every row staged."""


class OrdersBeside:
    """Asked span by span in the order of the file; `count` orders were passed by, `nameless` of them nobody's."""

    def __init__(self, scratch: Scratch, currency: str, *, has_lines: bool) -> None:
        self.count = self.nameless = 0
        self._scratch, self._currency = scratch, currency
        found, join = f"{_ORDER}, {_PLAIN}, o.id, NULL", ""
        if has_lines:
            found = f"{_ORDER}{_LINE}, {_PLAIN} AND {_ONE_LINE}, o.id, l.product_id"
            join = "LEFT JOIN shop.order_lines AS l ON l.order_id = o.id"
        self._query = f"SELECT {found} FROM shop.orders AS o {join} WHERE o.id BETWEEN ?1 AND ?2 ORDER BY o.id"
        self._next = 1
        self._products: dict[int | None, int | None] = {None: None}
        self._passed: list[tuple[int, int]] = []

    def find_same(self, told: Sequence[Sequence[Any]], gids: Sequence[int | None]) -> list[bool]:
        """Which orders of a span the shop has just as the file tells them.

        `told`: columns as `_ORDER` and `_LINE` name them, of orders in the shop's currency of which no money came
        back; `gids`: the numbers of the products.
        """
        keys, count = told[0], len(told[0])
        told = [*told, [1] * count]
        found = self._around(keys)
        if not found:
            return [False] * count
        theirs = list(zip(*found, strict=True))
        if len(found) == count and all(tuple(ours) == column for ours, column in zip(told, theirs, strict=False)):
            same, ids, products = [True] * count, theirs[-2], theirs[-1]
        else:
            known = _by_key(found)
            rows = [known.get(key, (None, None)) for key in keys]
            same = [row[:-2] == ours for row, ours in zip(rows, zip(*told, strict=True), strict=True)]
            ids, products = tuple(row[-2] for row in rows), tuple(row[-1] for row in rows)
        if tuple(map(self._products.get, gids, repeat(_UNKNOWN))) != products:
            for at, (gid, product) in enumerate(zip(gids, products, strict=True)):
                if same[at] and self._products.setdefault(gid, product) != product:
                    same[at] = False
        self._pass(list(compress(ids, same)))
        return same

    def _around(self, keys: Sequence[str]) -> list[tuple[Any, ...]]:
        """As many of the shop's orders as there are keys: those that follow, else those around one that is known."""
        count = len(keys)
        found = self._rows(self._next, count + _STAGED_BETWEEN)
        for skipped, row in enumerate(found[: _STAGED_BETWEEN + 1]):
            if row[0] == keys[0]:
                return found[skipped : skipped + count]
        for at in (0, count - 1, count // 2):
            known = self._scratch.value("SELECT id FROM shop.orders WHERE external_id = ?", (keys[at],))
            if known is not None:
                return self._rows(known - at, count)
        return []

    def _rows(self, first: int, count: int) -> list[tuple[Any, ...]]:
        return self._scratch.rows(self._query, (first, first + count - 1, self._currency))

    def _pass(self, ids: list[int]) -> None:
        if not ids:
            return
        self.count += len(ids)
        self._next = ids[-1] + 1
        if ids[-1] - ids[0] == len(ids) - 1:
            self._passed.append((ids[0], ids[-1]))
        else:
            self._passed += [(number, number) for number in ids]

    def settle(self) -> None:
        """When all is read: raises ReadAnew where the file tells an order that was passed by once more."""
        if not self._passed:
            return
        spans = sorted(self._passed)
        if any(low <= high for (_, high), (low, _) in pairwise(spans)):
            raise ReadAnew
        self._scratch.run("CREATE TABLE passed (low INTEGER PRIMARY KEY, high INTEGER)")
        self._scratch.run_many("INSERT INTO passed VALUES (?, ?)", spans)
        if self._scratch.value(_STAGED_TOO) is not None:
            raise ReadAnew

    def check_products(self) -> None:
        """When the products are resolved: raises ReadAnew where one is another than the orders passed by have."""
        if not self._passed:
            return
        for gid, product in self._scratch.rows(
            "SELECT g.gid, w.product_id FROM goods AS g LEFT JOIN wares AS w USING (g)"
        ):
            if self._products.get(gid, product) != product:
                raise ReadAnew


def _by_key(found: list[tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """The rows by their order; an order of several lines is none that could be the same."""
    known = {row[0]: row for row in found}
    if len(known) < len(found):
        for key, times in Counter(row[0] for row in found).items():
            if times > 1:
                del known[key]
    return known
