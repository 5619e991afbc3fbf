"""How many customers bought, had stopped buying and were lost, week by week: counted from the orders as they lie."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate

from reengage_desktop.domain.figures import StateFigures
from reengage_desktop.domain.moments import day_number, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database
from reengage_desktop.store.facts import day_sql, span_of

WEEKS = 52
_FOREVER = 10**7


def week_ends(today: int, weeks: int = WEEKS) -> list[int]:
    """Today and the days that lie whole weeks before it, the oldest first (ordinals)."""
    return list(range(today - 7 * weeks, today + 1, 7))


def list_states(db: Database, settings: Settings, now: datetime, days: Sequence[int]) -> list[StateFigures]:
    """The customers by state at the end of each of these days (ordinals, rising, none after today).

    A2 for every day as for today, with today's thresholds: stopped from `inactivity_threshold` silent days on, lost
    after `too_long_gone_days` (0: nobody is). Of the orders before the first day only each customer's last one counts,
    so that the cost follows the orders of the time that is shown.
    """
    steps = _Steps(days)
    threshold = settings.whole("reengagement.inactivity_threshold")
    gone = _last_before_lost(settings)
    for bought, again, customers in db.iterate(*_silences(db, settings, now, days[0])):
        until = _FOREVER if again is None else again
        stopped, lost = min(bought + threshold, until), min(bought + gone + 1, until)
        steps.add("active", bought, stopped, customers)
        steps.add("stopped", stopped, lost, customers)
        steps.add("lost", lost, until, customers)
    return steps.figures()


def find_mark(db: Database) -> tuple[int, ...]:
    """Figures that change with anything that `list_states` counts, at the price of one look along the orders."""
    orders = db.row(
        "SELECT count(*), coalesce(sum(ordered_at), 0), coalesce(sum(is_purchase * (ordered_at % 9973 + 1)), 0), "
        "coalesce(sum(customer_id * (ordered_at % 997 + 1)), 0) FROM orders"
    )
    people = db.row(
        f"SELECT count(*), coalesce(sum(id), 0), coalesce(sum(opening_last_order_at), 0) FROM customers WHERE {LIVING}"
    )
    return (*(orders or ()), *(people or ()))


def list_in_state(db: Database, settings: Settings, now: datetime, state: str) -> list[int]:
    """The customers who are active, stopped or lost today, the latest purchase first."""
    today = day_number(now, settings.zone)
    threshold = settings.whole("reengagement.inactivity_threshold")
    gone = _last_before_lost(settings)
    bounds = {"active": (0, threshold - 1), "stopped": (threshold, gone), "lost": (gone + 1, _FOREVER)}
    nearest, farthest = bounds[state]

    def moment(day: int) -> int:
        return stamp(start_of_day(date.fromordinal(day), settings.zone))

    after = moment(today - farthest) if today > farthest else None
    before = moment(today - nearest + 1) if nearest else None
    rows = db.rows(
        f"SELECT id FROM customers WHERE {LIVING} AND last_order_at IS NOT NULL "
        "AND (?1 IS NULL OR last_order_at >= ?1) AND (?2 IS NULL OR last_order_at < ?2) "
        "ORDER BY last_order_at DESC, id",
        (after, before),
    )
    return [customer_id for (customer_id,) in rows]


def _last_before_lost(settings: Settings) -> int:
    """After how many silent days somebody is lost; nobody is who counts as buying still, whatever the owner set."""
    gone = settings.whole("reengagement.too_long_gone_days") or _FOREVER
    return max(gone, settings.whole("reengagement.inactivity_threshold") - 1)


class _Steps:
    """Counts how many intervals of days hold each of the days asked for."""

    def __init__(self, days: Sequence[int]) -> None:
        self._days = days
        self._changes = {state: [0] * (len(days) + 1) for state in ("active", "stopped", "lost")}

    def add(self, state: str, first: int, after: int, customers: int) -> None:
        """So many customers are in the state from the day `first` on, and no longer on the day `after`."""
        start, end = self._place(first), self._place(after)
        if start < end:
            self._changes[state][start] += customers
            self._changes[state][end] -= customers

    def _place(self, day: int) -> int:
        """The first of the days that is not before `day`."""
        return bisect_left(self._days, day)

    def figures(self) -> list[StateFigures]:
        """The counts for each day."""
        sums = {state: list(accumulate(changes)) for state, changes in self._changes.items()}
        return [
            StateFigures(day, sums["active"][at], sums["stopped"][at], sums["lost"][at])
            for at, day in enumerate(self._days)
        ]


def _silences(db: Database, settings: Settings, now: datetime, first: int) -> tuple[str, dict[str, int]]:
    """SQL for (day of a purchase, day of the same customer's next one or NULL, how many customers)."""
    low, high = span_of(db)
    day = day_sql("at", settings.zone, min(low, stamp(now)), max(high, stamp(now)))
    params = {
        # An order dated after now counts as today's (A2).
        "now": stamp(now),
        "first": stamp(start_of_day(date.fromordinal(first), settings.zone)),
    }
    mine = (
        "customer_id IN (SELECT id FROM customers WHERE merged_into IS NULL AND erased_at IS NULL) AND is_purchase = 1"
    )
    return (
        f"""WITH marks (customer_id, at) AS (
            SELECT customer_id, max(ordered_at) FROM orders WHERE ordered_at < :first AND {mine} GROUP BY 1
            UNION ALL SELECT customer_id, min(ordered_at, :now) FROM orders WHERE ordered_at >= :first AND {mine}
            UNION ALL SELECT id, opening_last_order_at FROM customers WHERE {LIVING} AND first_order_at IS NULL
                AND opening_last_order_at IS NOT NULL
        ), bought AS (SELECT customer_id, {day} AS day FROM marks),
        silences AS (SELECT day, lead(day) OVER (PARTITION BY customer_id ORDER BY day) AS again FROM bought)
        SELECT day, again, count(*) FROM silences GROUP BY 1, 2""",
        params,
    )
