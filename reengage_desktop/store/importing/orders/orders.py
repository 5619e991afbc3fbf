"""Orders as they come from a checked file: grouped from its rows and compared with the shop's."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import from_stamp, local_day, stamp, start_of_day
from reengage_desktop.domain.vocabulary import PURCHASE_STATUSES, OrderStatus
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.orders import orders_apart, refunds
from reengage_desktop.store.importing.staged import CHANGED, CHANGED_LINES, REFUSED, SAME
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.settings import put_word

BOUGHT = ", ".join(f"'{status}'" for status in PURCHASE_STATUSES)
"""The statuses of a purchase, as a list in SQL."""

_REFUNDABLE = ", ".join(f"'{status}'" for status in (*PURCHASE_STATUSES, OrderStatus.REFUNDED))

# What each order of the file is to look like in the shop: what the file says, else what the shop knows already.
# :low and :high bound the runs, :currency is the currency of amounts without one.
_SALES = """WITH sums AS (
    SELECT h.run, h.key, h.action, h.source_status, {facts}
    FROM heads AS h {known}
    WHERE h.run BETWEEN :low AND :high AND h.base = h.run AND {chosen}
), sales AS (
    SELECT *, CASE WHEN refunded_minor > 0 AND status IN ({refundable})
        THEN CASE WHEN refunded_minor >= total_minor THEN 'refunded' ELSE 'partly_refunded' END
        ELSE status END AS final_status FROM sums
), settled AS (
    SELECT *, CASE WHEN final_status IN ({bought}) THEN total_minor - refunded_minor ELSE 0 END AS net_minor,
        final_status IN ({bought}) AND total_minor >= 0 AS is_purchase FROM sales
)"""


def sales(facts: str, known: str, chosen: str) -> str:
    """The query `settled` of what orders come to: `facts` of `heads` h joined with `known`, where `chosen` holds."""
    return _SALES.format(facts=facts, known=known, chosen=chosen, refundable=_REFUNDABLE, bought=BOUGHT)


_IS_STATED = """o.total_minor > 0 AND h.lines_total IS NOT NULL
    AND o.total_minor IS NOT (SELECT sum(l.total_minor) FROM order_lines AS l WHERE l.order_id = o.id)"""
"""Whether a file said what an order comes to, shipping and discounts in it: then its lines' sum is not its total."""

KNOWN = f"""o.id AS order_id, coalesce(o.customer_id, k.customer_id) AS customer_id,
        CASE WHEN h.ordered_at IS NULL OR h.has_time < o.has_time THEN o.ordered_at ELSE h.ordered_at END AS ordered_at,
        CASE WHEN h.ordered_at IS NULL OR h.has_time < o.has_time THEN o.has_time ELSE h.has_time END AS has_time,
        CASE WHEN h.status = 'unknown' THEN o.status ELSE h.status END AS status,
        coalesce(h.currency, o.currency, :currency) AS currency,
        CASE WHEN {refunds.BOTH_BELOW} THEN {refunds.TOGETHER}
            ELSE coalesce(h.total + h.later_sum, iif({_IS_STATED}, o.total_minor, h.lines_total), o.total_minor, 0) END
            AS total_minor,
        CASE WHEN {refunds.CAME_FIRST} THEN -o.total_minor
            WHEN h.refunded IS NULL AND h.later_refund = 0 THEN coalesce(o.refunded_minor, 0)
            ELSE max(coalesce(h.refunded, 0) + h.later_refund, h.later_refund + {refunds.ELSEWHERE},
                CASE WHEN h.total IS NULL AND h.lines_total IS NULL THEN o.refunded_minor ELSE 0 END) END
            AS refunded_minor,
        coalesce(h.code, o.discount_code) AS discount_code"""
"""What a known order is to look like: the columns that `sales` needs, of a head h and the order o."""

_BUYER = "LEFT JOIN people AS p ON p.pid = h.pid LEFT JOIN folk AS k ON k.f = p.f"
_MET_SALES = sales(KNOWN, f"JOIN orders AS o ON o.external_id = h.key {_BUYER}", "h.action IS NULL")
PAIRS = {
    "customer_id": "customer_id",
    "ordered_at": "ordered_at",
    "has_time": "has_time",
    "status": "final_status",
    "currency": "currency",
    "total_minor": "total_minor",
    "refunded_minor": "refunded_minor",
    "net_minor": "net_minor",
    "is_purchase": "is_purchase",
    "discount_code": "discount_code",
}
"""Columns of an order and where `settled` has them."""


def number_nameless(scratch: Scratch) -> None:
    """Orders without an id: equal rows (customer, moment, total) are told apart by their number in the file."""
    scratch.run("CREATE INDEX heads_key ON heads (key)")
    scratch.run(
        "UPDATE heads SET key = heads.key || '#' || twin.nth FROM (SELECT run, row_number() OVER (PARTITION BY key "
        "ORDER BY run) AS nth FROM heads WHERE key IN (SELECT key FROM heads GROUP BY key HAVING count(*) > 1)) "
        "AS twin "
        "WHERE twin.run = heads.run AND twin.nth > 1"
    )


_TO_FIRST = """UPDATE heads SET base = first.run FROM (SELECT key, coalesce(min(run) FILTER
    (WHERE coalesce(total, lines_total, -later_refund) >= 0), min(run)) AS run FROM heads GROUP BY key
    HAVING count(*) > 1) AS first WHERE heads.key = first.key"""
"""What was sold comes before what gives its money back, wherever in the file it stands."""


def find_scattered(scratch: Scratch) -> bool:
    """Points every run to the first sale of its order, `base`; True where some order's rows are not neighbours.

    Rows of one number that name another customer and another day are another order: of another year, or another shop.
    """
    scratch.run("CREATE INDEX heads_key ON heads (key)")
    found = scratch.run(_TO_FIRST)
    if found and orders_apart.part_in_file(scratch):
        scratch.run(_TO_FIRST)
    return bool(found)


def unfold(scratch: Scratch, chosen: str) -> None:
    """Puts the only line of a run, which is kept in the run's own row, among `lines`; `chosen` gives the orders."""
    last = scratch.value("SELECT coalesce(max(n), 0) FROM lines")
    scratch.run(
        f"CREATE TABLE unfolded AS SELECT run FROM heads WHERE base IN ({chosen}) AND first_n IS NULL "
        "AND lines_count = 1 ORDER BY run"
    )
    scratch.run(
        "INSERT INTO lines (n, run, gid, quantity_milli, unit_minor, total_minor) SELECT u.rowid + ?, run, gid, "
        "quantity_milli, unit_minor, lines_total FROM unfolded AS u JOIN heads USING (run)",
        (last,),
    )
    scratch.run(
        "UPDATE heads SET first_n = u.rowid + ?1, last_n = u.rowid + ?1 FROM unfolded AS u WHERE u.run = heads.run",
        (last,),
    )


_GETS_A_BUYER = f"""UPDATE heads SET action = {CHANGED} WHERE action = {SAME}
    AND order_id IN (SELECT id FROM orders WHERE customer_id IS NULL)
    AND pid IN (SELECT p.pid FROM people AS p JOIN folk AS k ON k.f = p.f WHERE k.is_new = 1)"""
"""Nobody's orders of which the file names the buyer, whom the shop does not know yet."""


def compare(scratch: Scratch, currency: str, *, has_lines: bool, is_scattered: bool) -> None:
    """Finds the orders that the shop has already and what a file would change of each: `order_id` and `action`.

    `action` stays empty for what is new; refused ones have been marked before.
    """
    if scratch.value("SELECT 1 FROM orders LIMIT 1") is None:
        return
    orders_apart.tell_apart(scratch, is_scattered=is_scattered)
    refunds.meet(scratch)
    differs = " OR ".join(f"o.{name} IS NOT s.{source}" for name, source in PAIRS.items())
    scratch.run(
        f"{_MET_SALES} UPDATE heads SET order_id = seen.order_id, action = seen.action FROM (SELECT s.run, s.order_id, "
        f"CASE WHEN {differs} OR (s.source_status IS NOT NULL AND s.source_status IS NOT o.source_status) "
        f"THEN {CHANGED} ELSE {SAME} END AS action FROM settled AS s JOIN orders AS o ON o.id = s.order_id) AS seen "
        "WHERE seen.run = heads.run",
        {"low": 0, "high": 1 << 60, "currency": currency},
    )
    scratch.run(_GETS_A_BUYER)
    if has_lines:
        _compare_lines(scratch, is_scattered=is_scattered)


def _compare_lines(scratch: Scratch, *, is_scattered: bool) -> None:
    """An order whose lines differ in number, amount or product is written with its lines anew.

    Rows that tell no line, as those of money that came back, take none away.
    """
    heads = (
        "heads AS h ON h.run = l.run JOIN heads AS b ON b.run = h.base"
        if is_scattered
        else "heads AS b ON b.run = l.run"
    )
    head = "h" if is_scattered else "b"
    goods = "LEFT JOIN goods AS g ON g.gid = {line}.gid LEFT JOIN wares AS w ON w.g = g.g"
    differs = (
        f"b.action IN ({CHANGED}, {SAME}) AND b.lines_count > 0 AND (o.id IS NULL OR o.total_minor IS NOT {{total}} "
        "OR o.quantity_milli <> {line}.quantity_milli OR o.product_id IS NOT w.product_id)"
    )
    found = (
        f"SELECT b.run FROM lines AS l JOIN {heads} {goods.format(line='l')} LEFT JOIN order_lines AS o "
        f"ON o.order_id = b.order_id AND o.line_no = coalesce(l.line_no, l.n - {head}.first_n + 1 + "
        f"{head}.line_offset) WHERE {differs.format(line='l', total='l.total_minor')} "
        f"UNION SELECT b.run FROM heads AS b {goods.format(line='b')} LEFT JOIN order_lines AS o "
        "ON o.order_id = b.order_id AND o.line_no = 1 "
        f"WHERE b.first_n IS NULL AND b.lines_count = 1 AND {differs.format(line='b', total='b.lines_total')} "
        f"UNION SELECT run FROM heads WHERE action IN ({CHANGED}, {SAME}) AND lines_count > 0 AND "
        "(SELECT count(*) FROM order_lines WHERE order_id = heads.order_id) <> lines_count"
    )
    scratch.run(f"UPDATE heads SET action = {CHANGED_LINES} WHERE run IN ({found})")


_REFUSALS = (
    (
        (
            "b.ordered_at IS NULL AND b.total IS NULL AND b.later_refund > 0 AND NOT EXISTS "
            "(SELECT 1 FROM orders AS o WHERE o.external_id = b.key)"
        ),
        "This refund belongs to an order that is neither in the file nor in the shop. Import that order first.",
    ),
    (
        "b.ordered_at IS NULL AND NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.external_id = b.key)",
        "This order has no date. Without one nobody can tell when the customer bought.",
    ),
    (
        "b.pid IN (SELECT pid FROM people WHERE is_erased = 1)",
        "This customer asked to be forgotten; nothing of hers is taken in again.",
    ),
)


def refuse(scratch: Scratch) -> None:
    """Marks orders that can't be kept and notes their rows: no date, a refund of nothing, somebody who was erased."""
    if (
        scratch.value("SELECT 1 FROM heads WHERE ordered_at IS NULL LIMIT 1") is None
        and scratch.value("SELECT 1 FROM people WHERE is_erased = 1 LIMIT 1") is None
    ):
        return
    refused = 0
    for condition, sentence in _REFUSALS:
        open_and = f"b.base = b.run AND b.action IS NULL AND {condition}"
        found = scratch.run(
            "INSERT INTO bad_lines (line, last_line, row_count, message, is_rejected) SELECT h.line, h.last_line, "
            f"h.rows_count, ?, 1 FROM heads AS h JOIN heads AS b ON b.run = h.base WHERE {open_and}",
            (sentence,),
        )
        if found:
            refused += scratch.run(f"UPDATE heads AS b SET action = {REFUSED} WHERE {open_and}")
    if refused:
        # nobody becomes a customer by an order that is not kept
        scratch.run(
            "DELETE FROM folk WHERE is_new = 1 AND f NOT IN (SELECT p.f FROM heads AS h JOIN people AS p "
            f"ON p.pid = h.pid WHERE h.base = h.run AND h.action IS NOT {REFUSED})"
        )


def has_refused(scratch: Scratch) -> bool:
    """Whether some order can't be kept."""
    return scratch.value(f"SELECT 1 FROM heads WHERE action = {REFUSED} LIMIT 1") is not None


def count_actions(scratch: Scratch) -> tuple[int, int, int, int]:
    """How many orders are new, changed and unchanged, and how many of the kept ones name nobody."""
    found = scratch.rows(
        f"SELECT count(*) FILTER (WHERE action IS NULL), count(*) FILTER (WHERE action IN ({CHANGED}, "
        f"{CHANGED_LINES})), "
        f"count(*) FILTER (WHERE action = {SAME}), count(*) FILTER (WHERE pid IS NULL AND action IS NOT {REFUSED}) "
        "FROM heads WHERE base = run"
    )
    return tuple(found[0])


def add_by_hand(  # noqa: PLR0913 - each one is a fact of the purchase
    db: Database,
    external_id: str,
    customer_id: int,
    *,
    total_minor: int,
    currency: str,
    ordered_at: datetime,
    has_time: bool,
    now: datetime,
) -> int:
    """Records a paid order that the owner typed in, and gives its id; the caller refreshes the customer's facts."""
    with db.write():
        return db.insert(
            "INSERT INTO orders (external_id, customer_id, ordered_at, has_time, status, currency, total_minor, "
            "net_minor, is_purchase, added_at) VALUES (?, ?, ?, ?, 'paid', ?, ?, ?, 1, ?)",
            (
                external_id,
                customer_id,
                stamp(ordered_at),
                int(has_time),
                currency,
                total_minor,
                total_minor,
                stamp(now),
            ),
        )


def remove_by_hand(db: Database, order_id: int) -> int | None:
    """Removes a purchase that the owner typed in, with what it brought back; gives whose it was.

    None, and nothing is removed, where it is no longer the typed one alone: a file has changed it, or its person is
    forgotten. The caller refreshes the customer's facts and conversions.
    """
    with db.write():
        row = db.row(
            "SELECT customer_id FROM orders AS o JOIN customers AS c ON c.id = o.customer_id WHERE o.id = ? "
            "AND o.import_id IS NULL AND o.external_id LIKE 'own-%' AND c.erased_at IS NULL "
            "AND o.status = 'paid' AND o.source_status IS NULL AND o.refunded_minor = 0 "
            "AND NOT EXISTS (SELECT 1 FROM order_lines WHERE order_id = o.id)",
            (order_id,),
        )
        if row is None:
            return None
        db.run("DELETE FROM conversions WHERE order_id = ?", (order_id,))
        db.run("DELETE FROM orders WHERE id = ?", (order_id,))
        return int(row[0])


def keep_days(db: Database, before: ZoneInfo, after: ZoneInfo) -> None:
    """Leaves orders of which only the day is known on that day when the shop moves to another time zone.

    Messages that wait know the last purchase by its moment: theirs moves along. The caller refreshes the facts.
    """
    with db.write():
        former = dict.fromkeys((before.key, *_former_zones(db)))
        put_word(db, _FORMER_ZONES, json.dumps([name for name in former if name != after.key]))
        db.run("CREATE TEMP TABLE moved_days (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
        days = db.rows("SELECT DISTINCT ordered_at FROM orders WHERE has_time = 0")
        db.run_many(
            "INSERT INTO moved_days VALUES (?, ?)",
            [(at, stamp(start_of_day(local_day(from_stamp(at), before), after))) for (at,) in days],
        )
        db.run(
            "UPDATE outbox SET last_order_at = d.new FROM moved_days AS d WHERE outbox.last_order_at = d.old "
            "AND state IN ('pending', 'held') AND EXISTS (SELECT 1 FROM orders AS o WHERE "
            "o.customer_id = outbox.customer_id AND o.ordered_at = d.old AND o.has_time = 0)"
        )
        db.run(
            "UPDATE orders SET ordered_at = d.new FROM moved_days AS d WHERE orders.ordered_at = d.old AND has_time = 0"
        )
        db.run("DROP TABLE temp.moved_days")


_FORMER_ZONES = "former_zones"


def _former_zones(db: Database | Scratch) -> list[str]:
    found: list[str] = json.loads(db.value("SELECT value FROM meta WHERE key = ?", (_FORMER_ZONES,)) or "[]")
    return found


def find_former_zones(scratch: Scratch, zone: ZoneInfo) -> list[ZoneInfo]:
    """The time zones that the shop had before `zone`, the last one first: files without one were read by them."""
    return [ZoneInfo(name) for name in _former_zones(scratch) if name != zone.key]
