"""Figures straight from the rows: what came of the messages, who stopped buying, the shop's totals."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from reengage_desktop.domain.figures import DayFigures, HomeFigures, LapsedFigures, Results, Totals
from reengage_desktop.domain.moments import day_number, from_stamp, local_day, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database

_EVENTS = (
    EventKind.DELIVERED,
    EventKind.OPENED,
    EventKind.CLICKED,
    EventKind.ANSWERED,
    EventKind.OPTED_OUT,
    EventKind.BOUNCED,
)
_DAYS_PER_MONTH = 30.44


def lapse_boundary(settings: Settings, now: datetime) -> int:
    """The stamp before which a last purchase makes a customer inactive today (A2)."""
    threshold = settings.whole("reengagement.inactivity_threshold")
    today = local_day(now, settings.zone)
    return stamp(start_of_day(today - timedelta(days=threshold - 1), settings.zone))


def first_moment(days: int, settings: Settings, now: datetime) -> int:
    """The stamp at which the span "the last `days` days" begins: today and that many local days before it."""
    return stamp(start_of_day(local_day(now, settings.zone) - timedelta(days=days), settings.zone))


def results_by(db: Database, column: str, since: int, until: int, currency: str) -> dict[str, Results]:
    """Results of the messages sent in [since, until] grouped by `campaign_type` or `channel`.

    An event counts once per message. Revenue of other currencies is left out here (see `foreign_revenue`).
    """
    flags = ", ".join(
        f"sum(EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = '{kind}'))"
        for kind in _EVENTS
    )
    rows = db.rows(
        f"""SELECT outbox.{column}, count(*), {flags}, count(conversions.outbox_id),
            coalesce(sum(CASE WHEN orders.currency = ? THEN orders.net_minor END), 0)
        FROM outbox LEFT JOIN conversions ON conversions.outbox_id = outbox.id
            LEFT JOIN orders ON orders.id = conversions.order_id
        WHERE {SENT} AND sent_at BETWEEN ? AND ? GROUP BY 1""",
        (currency, since, until),
    )
    return {
        name: Results(
            sent=sent,
            delivered=delivered,
            opened=opened,
            clicked=clicked,
            answered=answered,
            opted_out=opted_out,
            bounced=bounced,
            converted=converted,
            revenue_minor=revenue,
        )
        for name, sent, delivered, opened, clicked, answered, opted_out, bounced, converted, revenue in rows
    }


def foreign_revenue(db: Database, since: int, until: int, currency: str) -> dict[str, int]:
    """Attributed revenue in other currencies than the shop's, each on its own."""
    return dict(
        db.rows(
            f"""SELECT orders.currency, sum(orders.net_minor) FROM outbox
                JOIN conversions ON conversions.outbox_id = outbox.id JOIN orders ON orders.id = conversions.order_id
            WHERE {SENT} AND sent_at BETWEEN ? AND ? AND orders.currency <> ? GROUP BY 1""",
            (since, until, currency),
        )
    )


def daily(db: Database, settings: Settings, now: datetime, days: int) -> list[DayFigures]:
    """For each of the last days: messages sent, and how many of the customers written to bought again."""
    zone, since, until = settings.zone, first_moment(days, settings, now), stamp(now)
    sent = db.rows(f"SELECT sent_at FROM outbox WHERE {SENT} AND sent_at BETWEEN ? AND ?", (since, until))
    bought = db.rows("SELECT converted_at FROM conversions WHERE converted_at BETWEEN ? AND ?", (since, until))
    today = day_number(now, zone)
    sent_on = _count_days((at for (at,) in sent), settings)
    bought_on = _count_days((at for (at,) in bought), settings)
    return [DayFigures(day, sent_on.get(day, 0), bought_on.get(day, 0)) for day in range(today - days, today + 1)]


def _count_days(stamps: Iterable[int], settings: Settings) -> dict[int, int]:
    counts: dict[int, int] = {}
    for at in stamps:
        day = day_number(from_stamp(at), settings.zone)
        counts[day] = counts.get(day, 0) + 1
    return counts


def lapsed(db: Database, settings: Settings, now: datetime) -> LapsedFigures:
    """Who stopped buying (A2), and what they spent per month between their first and last purchase.

    A customer's month is her lifetime value over the time from first to last purchase, at least one month.
    """
    row = db.row(
        f"""SELECT count(*), coalesce(sum(lifetime_value_minor /
            max(1.0, (last_order_at - coalesce(first_order_at, last_order_at)) / 86400.0 / {_DAYS_PER_MONTH})), 0)
        FROM customers WHERE {LIVING} AND last_order_at < ?""",
        (lapse_boundary(settings, now),),
    )
    count, monthly = row or (0, 0)
    return LapsedFigures(count, round(monthly), settings.currency)


def home(db: Database, settings: Settings, now: datetime, days: int = 30) -> HomeFigures:
    """The headline figures of the last `days` local days."""
    since, until = first_moment(days, settings, now), stamp(now)
    groups = results_by(db, "channel", since, until, settings.currency).values()
    waiting, held, uncertain = db.row(
        """SELECT coalesce(sum(state = 'pending'), 0), coalesce(sum(state = 'held'), 0),
            coalesce(sum(state = 'uncertain' AND treated_as IS NULL), 0)
        FROM outbox WHERE state IN ('pending', 'held', 'uncertain')"""
    ) or (0, 0, 0)
    silent = " AND ".join(f"consent_{channel} IS NULL" for channel in ChannelName)
    return HomeFigures(
        lapsed=lapsed(db, settings, now),
        sent=sum(group.sent for group in groups),
        converted=sum(group.converted for group in groups),
        revenue_minor=sum(group.revenue_minor for group in groups),
        opted_out=count_opt_outs(db, since, until),
        waiting=waiting,
        awaiting_approval=held,
        uncertain=uncertain,
        never_asked=db.value(f"SELECT count(*) FROM customers WHERE {LIVING} AND {silent}"),
    )


def totals(db: Database, settings: Settings) -> Totals:
    """Everything the shop knows, in counts."""
    customers = db.value(f"SELECT count(*) FROM customers WHERE {LIVING}")
    products = db.value("SELECT count(*) FROM products")
    orders, anonymous, revenue, last = db.row(
        """SELECT count(*), coalesce(sum(customer_id IS NULL), 0),
            coalesce(sum(CASE WHEN currency = ? THEN net_minor END), 0), max(ordered_at) FROM orders""",
        (settings.currency,),
    ) or (0, 0, 0, None)
    return Totals(customers, orders, anonymous, products, revenue, settings.currency, last)


def count_opt_outs(db: Database, since: int, until: int) -> int:
    """How many people said no on some channel in the span, whatever told us (imports apart)."""
    return int(
        db.value(
            "SELECT count(DISTINCT customer_id) FROM consents WHERE state = 'no' AND source <> 'import' "
            "AND at BETWEEN ? AND ?",
            (since, until),
        )
    )


def orders_by_hour(db: Database, settings: Settings, now: datetime, days: int) -> list[list[int]]:
    """Purchases with a time of day in the last days, as 7 weekdays (Monday first) × 24 local hours."""
    zone = settings.zone
    grid = [[0] * 24 for _ in range(7)]
    rows = db.iterate(
        "SELECT ordered_at FROM orders WHERE is_purchase = 1 AND has_time = 1 AND ordered_at BETWEEN ? AND ?",
        (first_moment(days, settings, now), stamp(now)),
    )
    for (at,) in rows:
        local = from_stamp(at).astimezone(zone)
        grid[local.weekday()][local.hour] += 1
    return grid
