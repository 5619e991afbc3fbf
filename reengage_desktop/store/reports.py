"""Figures straight from the rows: what came of the messages, who stopped buying, the shop's totals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from reengage_desktop.domain.figures import DayFigures, LapsedFigures, Results, Totals
from reengage_desktop.domain.moments import day_number, from_stamp, local_day, stamp, start_of_day
from reengage_desktop.domain.periods import Period
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database

_EVENTS = {
    "delivered": EventKind.DELIVERED,
    "opened": EventKind.OPENED,
    "clicked": EventKind.CLICKED,
    "answered": EventKind.ANSWERED,
    "opted_out": EventKind.OPTED_OUT,
    "bounced": EventKind.BOUNCED,
    "complained": EventKind.COMPLAINED,
    # A yes in a call (C9); money comes from orders only.
    "said_yes": EventKind.CONVERTED,
}
_CHOSEN = (
    "outbox.is_test = 0 AND outbox.reason IS NOT 'control_group' "
    f"AND (instr(outbox.part, '~') = 0 OR ({SENT})) AND coalesce(outbox.sent_at, outbox.created_at)"
)
_SENT_AT = f"{SENT} AND outbox.sent_at"
FIGURES: dict[str, str] = {
    "chosen": _CHOSEN,
    "sent": _SENT_AT,
    "converted": f"EXISTS (SELECT 1 FROM conversions c WHERE c.outbox_id = outbox.id) AND {_SENT_AT}",
    **{
        name: f"EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = '{kind}') "
        f"AND {_SENT_AT}"
        for name, kind in _EVENTS.items()
    },
}
"""What each figure counts, as SQL over outbox that ends in the moment by which a message belongs to a span.

Each message once. `chosen` is everything that a check or the owner wanted to send, whatever became of it.
"""

_SAID_NO = "state = 'no' AND source <> 'import' AND at"

_DAYS_PER_MONTH = 30.44


@dataclass(frozen=True)
class Span:
    """Stored moments from `since` to `until`, both counted."""

    since: int
    until: int


def span_of(period: Period, settings: Settings, now: datetime) -> Span:
    """The moments of the shop's calendar days of a period, as far as they have come."""
    after = stamp(start_of_day(period.to_day + timedelta(days=1), settings.zone))
    return Span(stamp(start_of_day(period.from_day, settings.zone)), min(after - 1, stamp(now)))


def last_days(days: int, settings: Settings, now: datetime) -> Period:
    """The span "the last `days` days": today and that many local days before it."""
    return Period.up_to(day_number(now, settings.zone), days)


def lapse_boundary(settings: Settings, now: datetime) -> int:
    """The stamp before which a last purchase makes a customer inactive today (A2)."""
    threshold = settings.whole("reengagement.inactivity_threshold")
    today = local_day(now, settings.zone)
    return stamp(start_of_day(today - timedelta(days=threshold - 1), settings.zone))


def results_by(db: Database, column: str, span: Span, currency: str) -> dict[str, Results]:
    """Results of the messages sent in the span grouped by `campaign_type` or `channel`.

    An event counts once per message. Revenue of other currencies is left out here (see `foreign_revenue`).
    """
    names = list(_EVENTS)
    flags = ", ".join(
        f"sum(EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = '{kind}'))"
        for kind in _EVENTS.values()
    )
    rows = db.rows(
        f"""SELECT outbox.{column}, count(*), count(conversions.outbox_id),
            coalesce(sum(CASE WHEN orders.currency = ? THEN orders.net_minor END), 0), {flags}
        FROM outbox LEFT JOIN conversions ON conversions.outbox_id = outbox.id
            LEFT JOIN orders ON orders.id = conversions.order_id
        WHERE {FIGURES["sent"]} BETWEEN ? AND ? GROUP BY 1""",
        (currency, span.since, span.until),
    )
    return {
        name: Results(sent=sent, converted=converted, revenue_minor=revenue, **dict(zip(names, counts, strict=True)))
        for name, sent, converted, revenue, *counts in rows
    }


def count_chosen(db: Database, span: Span) -> int:
    """How many messages were wanted in the span: by the day they went out, else by the day they were prepared."""
    return int(
        db.value(f"SELECT count(*) FROM outbox WHERE {FIGURES['chosen']} BETWEEN ? AND ?", (span.since, span.until))
    )


def list_behind(
    db: Database, figure: str, span: Span, *, campaign_type: str | None = None, channel: str | None = None
) -> list[int]:
    """The customers behind a figure of `FIGURES` (also `opted_out_people`), the latest first; erased ones are gone."""
    params = {"since": span.since, "until": span.until, "type": campaign_type, "channel": channel}
    if figure == "opted_out_people":
        sql = f"SELECT customer_id, max(at) AS at FROM consents WHERE {_SAID_NO} BETWEEN :since AND :until GROUP BY 1"
    else:
        sql = (
            f"SELECT customer_id, max(coalesce(sent_at, created_at)) AS at FROM outbox WHERE {FIGURES[figure]} "
            "BETWEEN :since AND :until AND (:type IS NULL OR campaign_type = :type) "
            "AND (:channel IS NULL OR channel = :channel) GROUP BY 1"
        )
    rows = db.rows(
        f"SELECT customers.id FROM ({sql}) AS found JOIN customers ON customers.id = found.customer_id "
        f"WHERE {LIVING} ORDER BY found.at DESC, customers.id",
        params,
    )
    return [customer_id for (customer_id,) in rows]


def foreign_revenue(db: Database, span: Span, currency: str) -> dict[str, int]:
    """Attributed revenue in other currencies than the shop's, each on its own."""
    return dict(
        db.rows(
            f"""SELECT orders.currency, sum(orders.net_minor) FROM outbox
                JOIN conversions ON conversions.outbox_id = outbox.id JOIN orders ON orders.id = conversions.order_id
            WHERE {FIGURES["sent"]} BETWEEN ? AND ? AND orders.currency <> ? GROUP BY 1""",
            (span.since, span.until, currency),
        )
    )


def daily(db: Database, settings: Settings, now: datetime, period: Period) -> list[DayFigures]:
    """What happened to the period's messages, day by day; the sums are those of `results_by` and `count_opt_outs`.

    Everything that came of a message stands on the day on which the message was sent, purchases too: so a day has the
    same figures in every period that it is part of. Opt-outs stand on their own day. A moment after now counts as
    today's.
    """
    span = span_of(period, settings, now)
    zone, today = settings.zone, day_number(now, settings.zone)

    def days_of(stamps: Iterable[tuple[int]]) -> dict[int, int]:
        counts: dict[int, int] = {}
        for (at,) in stamps:
            day = min(day_number(from_stamp(at), zone), today)
            counts[day] = counts.get(day, 0) + 1
        return counts

    moments = {
        name: days_of(
            db.iterate(f"SELECT sent_at FROM outbox WHERE {FIGURES[name]} BETWEEN ? AND ?", (span.since, span.until))
        )
        for name in ("sent", "bounced", "complained")
    }
    moments["bought_again"] = days_of(
        db.iterate(
            "SELECT sent_at FROM conversions JOIN outbox ON outbox.id = outbox_id "
            f"WHERE {FIGURES['sent']} BETWEEN ? AND ?",
            (span.since, span.until),
        )
    )
    moments["opted_out"] = days_of(
        db.iterate(
            f"SELECT min(at) FROM consents WHERE {_SAID_NO} BETWEEN ? AND ? GROUP BY customer_id",
            (span.since, span.until),
        )
    )
    return [DayFigures(day, **{name: counts.get(day, 0) for name, counts in moments.items()}) for day in period.days()]


def lapsed(db: Database, settings: Settings, now: datetime) -> LapsedFigures:
    """Who stopped buying (A2), and what they spent per month while they bought.

    A customer bought from her first purchase until one usual pause after her last one: her own pause where she has one,
    else the shop's threshold, so that a single purchase does not count as one every month. Of whom a file only stated
    how often she bought, every purchase counts such a pause. At least one month.
    """
    row = db.row(
        f"""SELECT count(*), coalesce(sum(lifetime_value_minor / max(1.0, (coalesce(median_gap_days, :pause)
            + coalesce((last_order_at - first_order_at) / 86400.0, :pause * (max(1, orders_count) - 1))
            ) / {_DAYS_PER_MONTH})), 0)
        FROM customers WHERE {LIVING} AND last_order_at < :boundary""",
        {
            "pause": settings.whole("reengagement.inactivity_threshold"),
            "boundary": lapse_boundary(settings, now),
        },
    )
    count, monthly = row or (0, 0)
    known = count or db.value(f"SELECT 1 FROM customers WHERE {LIVING} AND last_order_at IS NOT NULL LIMIT 1")
    return LapsedFigures(count, round(monthly), settings.currency, anybody_bought=bool(known))


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


def count_opt_outs(db: Database, span: Span) -> int:
    """How many people said no on some channel in the span, whatever told us (imports apart)."""
    sql = f"SELECT count(DISTINCT customer_id) FROM consents WHERE {_SAID_NO} BETWEEN ? AND ?"
    return int(db.value(sql, (span.since, span.until)))


def orders_by_hour(db: Database, settings: Settings, span: Span) -> list[list[int]]:
    """Purchases with a time of day in the span, as 7 weekdays (Monday first) × 24 local hours."""
    zone = settings.zone
    grid = [[0] * 24 for _ in range(7)]
    # Whole quarters of an hour: every zone's offset is a multiple of one, and a shop has far fewer of them than orders.
    rows = db.iterate(
        "SELECT ordered_at / 900, count(*) FROM orders WHERE is_purchase = 1 AND has_time = 1 "
        "AND ordered_at BETWEEN ? AND ? GROUP BY 1",
        (span.since, span.until),
    )
    for quarter, count in rows:
        local = from_stamp(quarter * 900).astimezone(zone)
        grid[local.weekday()][local.hour] += count
    return grid
