"""The per-customer facts that are kept in step with the orders (A18): the daily run reads them, never the orders.

Everything is recomputed for a set of customers at once; the cost follows their orders, not the shop's.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice
from operator import sub
from zoneinfo import ZoneInfo

from reengage_desktop.domain.money import decimals_of
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store.connection import Database, Params, Row, sentences
from reengage_desktop.store.scratch import Scratch

_DAY_S = 86_400
# day 0 of unix time as a proleptic ordinal
_EPOCH = 719_163
_AT_ONCE = 2_000

_SORTED_AT_ONCE = 250_000
"""So many lines are sorted in some ten MB: this SQLite sorts in memory."""

INDEXES = ("customers_last_order", "customers_value", "customers_orders", "customers_next_look")
"""The customers' indexes that their facts stand in."""


def day_sql(column: str, zone: ZoneInfo, first: int, last: int) -> str:
    """SQL for the local calendar day (as an ordinal) of a column of unix seconds between first and last.

    The zone's changes of offset in that time become one CASE, so that SQLite needs no call into Python per row.
    """
    changes = _offset_changes(zone, first, last)
    offset = str(changes[0][1])
    if len(changes) > 1:
        # newest first: the last change that is not after the moment holds
        arms = " ".join(f"WHEN {column} >= {at} THEN {seconds}" for at, seconds in reversed(changes[1:]))
        offset = f"CASE {arms} ELSE {changes[0][1]} END"
    # whole days towards minus infinity, also before 1970
    return f"(({column} + {offset} + {_DAY_S * 1_000_000}) / {_DAY_S} - {1_000_000 - _EPOCH})"


@lru_cache(maxsize=32)
def _offset_changes(zone: ZoneInfo, first: int, last: int) -> list[tuple[int, int]]:
    """The offsets in seconds with the moments from which they hold; the first one holds from the start."""

    def offset_at(seconds: int) -> int:
        found = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone).utcoffset()
        return 0 if found is None else int(found.total_seconds())

    found = [(first, offset_at(first))]
    for at in range(first, last + 2 * _DAY_S, _DAY_S):
        if offset_at(at) == found[-1][1]:
            continue
        low, high = at - _DAY_S, at
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset_at(middle) == found[-1][1] else (low, middle)
        found.append((high, offset_at(at)))
    return found


def refresh(db: Database, customer_ids: Iterable[int] | None, settings: Settings) -> int:
    """Brings the facts of these customers (None: everybody) in step with their orders; gives how many changed.

    Whoever's facts changed is looked at again on the day on which she will have been silent for the threshold.
    """
    with db.write():
        db.run("CREATE TEMP TABLE IF NOT EXISTS fact_ids (customer_id INTEGER PRIMARY KEY)")
        db.run("DELETE FROM fact_ids")
        if customer_ids is None:
            db.run("INSERT INTO fact_ids SELECT id FROM customers WHERE merged_into IS NULL AND erased_at IS NULL")
        else:
            db.run_many("INSERT OR IGNORE INTO fact_ids VALUES (?)", ((each,) for each in customer_ids))
        return _refresh_chosen(db, settings, Sources(span_of(db)))


@dataclass(frozen=True)
class Sources:
    """Where sums and favourite categories come from.

    `span`: the first and the last moment of any order, from `span_of`. `newest`: they come from the tables that
    `gather_sums` and `gather_categories` made, which hold the orders up to this id.
    """

    span: tuple[int, int]
    newest: int | None = None


def refresh_some(db: Database, chosen: str, params: Params, settings: Settings, sources: Sources) -> int:
    """The same for the customers whose ids the query `chosen` gives."""
    with db.write():
        db.run("CREATE TEMP TABLE IF NOT EXISTS fact_ids (customer_id INTEGER PRIMARY KEY)")
        db.run("DELETE FROM fact_ids")
        db.run(f"INSERT INTO fact_ids {chosen}", params)
        return _refresh_chosen(db, settings, sources)


def gather_categories(scratch: Scratch, is_all_there: Callable[[], bool], at_once: int = _SORTED_AT_ONCE) -> int:
    """Counts everybody's lines by category, in one pass over all, into a table of a scratch file.

    Where most customers are concerned, one pass beats looking each one's orders up; gives the newest order's id.
    `is_all_there`: whether the last order is written; it may wait a moment. Until then what comes is counted, `at_once`
    lines at a time.
    """
    # one number for both is sorted much sooner than two
    scratch.run("CREATE TABLE fact_categories (both INTEGER PRIMARY KEY, line_count INTEGER)")
    first, is_last = 1, False
    while not is_last:
        is_last = is_all_there()
        newest = int(scratch.value("SELECT coalesce(max(id), 0) FROM orders"))
        last = int(scratch.value("SELECT coalesce(max(id), 0) FROM order_lines"))
        while first <= last and (is_last or first + at_once <= last):
            scratch.run(_COUNT_LINES, (first, first + at_once - 1))
            first += at_once
    return newest


_COUNT_LINES = """INSERT INTO fact_categories SELECT both, count(*) FROM (
    SELECT o.customer_id << 32 | coalesce(l.category_id, p.category_id) AS both FROM order_lines AS l
    CROSS JOIN orders AS o ON o.id = l.order_id LEFT JOIN products AS p ON p.id = l.product_id
    WHERE l.id BETWEEN ? AND ? AND o.is_purchase AND o.customer_id IS NOT NULL
    AND coalesce(l.category_id, p.category_id) IS NOT NULL) WHERE true GROUP BY both
    ON CONFLICT (both) DO UPDATE SET line_count = line_count + excluded.line_count"""


def gather_sums(scratch: Scratch, settings: Settings, span: tuple[int, int]) -> None:
    """Sums up the orders of everybody `touched`, in one pass over the index `orders_customer`, which must be there."""
    found = (
        "FROM orders AS o INDEXED BY orders_customer WHERE o.customer_id IS NOT NULL "
        "AND o.customer_id IN (SELECT customer_id FROM touched) GROUP BY o.customer_id"
    )
    sums = scratch.iterate(f"SELECT o.customer_id, {_sums_of(settings, span)} {found}", {"currency": settings.currency})
    _sum_up(scratch, "main", sums)
    scratch.run("INSERT OR IGNORE INTO fact_news SELECT customer_id, 0, NULL, NULL, 0, NULL FROM touched")


def span_of(db: Database | Scratch) -> tuple[int, int]:
    """The first and the last moment of any order, stated ones included."""
    found = (
        "SELECT min(ordered_at), max(ordered_at) FROM orders",
        "SELECT min(opening_last_order_at), max(opening_last_order_at) FROM customers",
    )
    moments = [moment for sql in found for moment in db.rows(sql)[0] if moment is not None]
    return (min(moments), max(moments)) if moments else (0, 0)


def _refresh_chosen(db: Database, settings: Settings, sources: Sources) -> int:
    if sources.newest is None:
        found = "FROM fact_ids AS f LEFT JOIN orders AS o ON o.customer_id = f.customer_id GROUP BY f.customer_id"
        sums = f"SELECT f.customer_id, {_sums_of(settings, sources.span)} {found}"
        with sentences():
            _sum_up(db, "temp", db.stream(sums, {"currency": settings.currency}))
    changed = _settle(db, settings, sources)
    _count_categories(db, sources)
    if sources.newest is None:
        db.run("DROP TABLE temp.fact_news")
    return changed


def _sums_of(settings: Settings, span: tuple[int, int]) -> str:
    """What counts of one customer's orders `o`: purchases, the first, the last, all money in our currency, their days.

    The days are the local ones, and only told where there is a gap to be known.
    """
    day = day_sql("o.ordered_at", settings.zone, *span)
    bought = "FILTER (WHERE o.is_purchase)"
    return (
        f"count(*) {bought}, min(o.ordered_at) {bought}, max(o.ordered_at) {bought}, "
        "coalesce(sum(o.net_minor) FILTER (WHERE o.currency = :currency), 0), "
        f"CASE WHEN count(*) {bought} > 1 THEN group_concat({day}) {bought} END"
    )


def _sum_up(db: Database | Scratch, schema: str, sums: Iterator[Row]) -> None:
    """Writes rows of a customer and `_sums_of` into the table `fact_news`, with the median of the gaps."""
    db.run(
        f"CREATE TABLE {schema}.fact_news (customer_id INTEGER PRIMARY KEY, purchases INTEGER, first_at INTEGER, "
        "last_at INTEGER, value_minor INTEGER, median REAL)"
    )
    while some := list(islice(sums, _AT_ONCE)):
        *figures, days = zip(*some, strict=True)
        # binding a None costs the driver twenty times a short text
        told = [["" if value is None else value for value in column] for column in (*figures, map(_median_gap, days))]
        db.run_many(
            f"INSERT INTO {schema}.fact_news VALUES (?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''))",
            zip(*told, strict=True),
        )


def _median_gap(days: str | None) -> float | None:
    """The median of the days between one purchase day and the next; None where there is only one such day."""
    if days is None:
        return None
    ordered = sorted(set(map(int, days.split(","))))
    gaps = sorted(map(sub, ordered[1:], ordered))
    if not gaps:
        return None
    middle = len(gaps) // 2
    return float(gaps[middle]) if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) / 2


_FACTS = {
    "orders_count": "n.orders_count",
    "first_order_at": "n.first_order_at",
    "last_order_at": "n.last_order_at",
    "lifetime_value_minor": "n.value_minor",
    "median_gap_days": "n.median",
}


def _settle(db: Database, settings: Settings, sources: Sources) -> int:
    """What a file stated about a customer (`opening_*`) holds until there is a purchase of hers."""
    day = day_sql("n.last_order_at", settings.zone, *sources.span)
    news = (
        "SELECT s.customer_id, "
        "CASE WHEN s.purchases > 0 THEN s.purchases ELSE coalesce(c.opening_orders, 0) END AS orders_count, "
        "s.first_at AS first_order_at, "
        "CASE WHEN s.purchases > 0 THEN s.last_at ELSE c.opening_last_order_at END AS last_order_at, "
        "CASE WHEN s.purchases > 0 THEN s.value_minor ELSE coalesce(c.opening_value_minor, s.value_minor) END "
        "AS value_minor, "
        "s.median FROM fact_ids AS f CROSS JOIN fact_news AS s ON s.customer_id = f.customer_id "
        "CROSS JOIN customers AS c ON c.id = f.customer_id"
    )
    changes = ", ".join(f"{name} = {source}" for name, source in _FACTS.items())
    differs = " OR ".join(f"customers.{name} IS NOT {source}" for name, source in _FACTS.items())
    return db.run(
        f"UPDATE customers SET {changes}, next_look_on = CASE WHEN n.last_order_at IS NOT NULL THEN {day} + :threshold "
        f"END FROM ({news}) AS n WHERE n.customer_id = customers.id "
        f"AND customers.id IN (SELECT customer_id FROM fact_ids) AND ({differs})",
        {"threshold": settings.whole("reengagement.inactivity_threshold")},
    )


def _count_categories(db: Database, sources: Sources) -> None:
    """Lines per category that a customer bought from; the line's own category, else its product's."""
    db.run("DELETE FROM customer_categories WHERE customer_id IN (SELECT customer_id FROM fact_ids)")
    if db.row("SELECT 1 FROM categories LIMIT 1") is None:
        return
    if sources.newest is not None:
        db.run(
            "INSERT INTO customer_categories (customer_id, category_id, line_count) SELECT g.both >> 32, "
            "g.both & 0xFFFFFFFF, g.line_count FROM fact_ids AS f CROSS JOIN fact_categories AS g "
            "ON g.both BETWEEN f.customer_id << 32 AND (f.customer_id << 32) + 0xFFFFFFFF"
        )
        return
    db.run(
        "INSERT INTO customer_categories (customer_id, category_id, line_count) "
        "SELECT o.customer_id, coalesce(l.category_id, p.category_id) AS category, count(*) FROM fact_ids AS f "
        "CROSS JOIN orders AS o ON o.customer_id = f.customer_id CROSS JOIN order_lines AS l ON l.order_id = o.id "
        "LEFT JOIN products AS p ON p.id = l.product_id WHERE o.is_purchase "
        "AND coalesce(l.category_id, p.category_id) IS NOT NULL GROUP BY o.customer_id, category"
    )


def keep_stated_values(db: Database, before: str, after: str) -> None:
    """What a file stated as somebody's lifetime value stays the same amount where the shop's currency changes.

    The caller refreshes the facts of whoever has orders.
    """
    shift = decimals_of(after) - decimals_of(before)
    if not shift:
        return
    with db.write():
        db.run(
            "UPDATE customers SET opening_value_minor = CAST(round(opening_value_minor * ? / ?) AS INTEGER) "
            "WHERE opening_value_minor IS NOT NULL",
            (10.0 ** max(shift, 0), 10.0 ** max(-shift, 0)),
        )
        db.run(
            "UPDATE customers SET lifetime_value_minor = opening_value_minor WHERE opening_value_minor IS NOT NULL "
            "AND NOT EXISTS (SELECT 1 FROM orders WHERE customer_id = customers.id)"
        )


def mark_shared_emails(db: Database, emails: Iterable[str]) -> None:
    """An e-mail that carries many names is trusted for nothing and never written to; whoever bears it is marked."""
    with db.write():
        db.run_many(
            "UPDATE customers SET email_state = 'shared' WHERE email = ? AND email_state IS NULL",
            ((email,) for email in emails),
        )
