"""Those who were to be written to beside the control group: who came back within the days that count (insight.md 4)."""

from datetime import datetime, timedelta

from reengage_desktop.domain.judging import Arm, Lift
from reengage_desktop.domain.moments import local_day, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database
from reengage_desktop.store.facts import day_sql
from reengage_desktop.store.reports import Span
from reengage_desktop.store.selection import DUE, HELD_OUT

_DAY_S = 86_400

# Both arms are counted from the same moment, the daily check that found a customer due, and whatever became of her
# message afterwards: dropping who bought before hers could go, or while a cap delayed it, would make the messages look
# worse than they are. Of the
# further messages of one lapse none counts: the control group has a single note of it, and who needed a second message
# is among those who come back more seldom.
_DUE = f"""due AS (SELECT customer_id, min(at) AS at, is_held FROM (
    SELECT outbox.customer_id, min(outbox.created_at) AS at, outbox.reason IS 'control_group' AS is_held
    FROM outbox JOIN customers ON customers.id = outbox.customer_id AND {LIVING}
        JOIN campaigns ON campaigns.id = outbox.campaign_id AND campaigns.is_automatic = 1
    WHERE outbox.is_test = 0 AND (outbox.occasion LIKE 'lapse:%' OR outbox.occasion LIKE '{HELD_OUT}lapse:%'
        OR outbox.occasion LIKE '{DUE}lapse:%')
    GROUP BY outbox.customer_id, outbox.last_order_at)
    WHERE at BETWEEN :since AND :until GROUP BY customer_id)"""


def find_lift(db: Database, settings: Settings, now: datetime, span: Span) -> Lift | None:
    """The comparison over customers who became due in the span and whose days are over; None without anybody held out.

    Each customer counts once, from the first time she was due after a purchase; nobody from before the control group
    began, nor from after its last note where it was ended.
    """
    began, ended = db.row(
        "SELECT min(created_at), max(created_at) FROM outbox WHERE state = 'skipped' AND reason = 'control_group' "
        f"AND is_test = 0 AND occasion LIKE '{HELD_OUT}lapse:%'"
    ) or (None, None)
    if began is None:
        return None
    days = settings.whole("reengagement.attribution_days")
    over = stamp(start_of_day(local_day(now, settings.zone) - timedelta(days=days), settings.zone)) - 1
    since, until = max(span.since, began), min(span.until, over)
    if not settings.whole("reengagement.holdout_percent"):
        until = min(until, ended)
    if since > until:
        return None

    def day(column: str) -> str:
        return day_sql(column, settings.zone, since, until + (days + 2) * _DAY_S)

    rows = db.rows(
        f"""WITH {_DUE} SELECT is_held, count(*), sum(EXISTS (SELECT 1 FROM orders
                WHERE orders.customer_id = due.customer_id AND is_purchase = 1 AND ordered_at > due.at
                    AND ordered_at < due.at + :reach AND {day("ordered_at")} - {day("due.at")} <= :days))
            FROM due GROUP BY 1""",
        {"since": since, "until": until, "days": days, "reach": (days + 2) * _DAY_S},
    )
    arms = {bool(is_held): Arm(customers, returned) for is_held, customers, returned in rows}
    return Lift(arms[False], arms[True]) if len(arms) == 2 else None


def find_campaign_lift(db: Database, settings: Settings, campaign_id: int) -> Lift | None:
    """The same for one campaign of the owner's, as far as its days have gone; None without a control group.

    Both arms count from the moment at which the campaign chose its people. Who was erased is in neither, her orders are
    nobody's; nor who was in both before two records were made one.
    """
    span = db.row(
        "SELECT min(created_at), max(created_at) FROM outbox WHERE campaign_id = ? AND is_test = 0 AND step = 0",
        (campaign_id,),
    )
    if span is None or span[0] is None:
        return None
    since, until = span
    days = settings.whole("reengagement.attribution_days")

    def day(column: str) -> str:
        return day_sql(column, settings.zone, since, until + (days + 2) * _DAY_S)

    rows = db.rows(
        f"""WITH due AS (
            SELECT customer_id, min(created_at) AS at, max(reason IS 'control_group') AS is_held FROM outbox
            WHERE campaign_id = :campaign AND is_test = 0 AND step = 0
                AND (reason IS 'control_group' OR (instr(part, '~') = 0 AND state <> 'cancelled'))
                AND customer_id IN (SELECT id FROM customers WHERE {LIVING})
            GROUP BY customer_id HAVING max(reason IS 'control_group') = min(reason IS 'control_group'))
        SELECT is_held, count(*), sum(EXISTS (SELECT 1 FROM orders
                WHERE orders.customer_id = due.customer_id AND is_purchase = 1 AND ordered_at > due.at
                    AND ordered_at < due.at + :reach AND {day("ordered_at")} - {day("due.at")} <= :days))
            FROM due GROUP BY 1""",
        {"campaign": campaign_id, "days": days, "reach": (days + 2) * _DAY_S},
    )
    arms = {bool(is_held): Arm(customers, returned) for is_held, customers, returned in rows}
    return Lift(arms[False], arms[True]) if len(arms) == 2 else None
