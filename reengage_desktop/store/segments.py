"""The ready-made groups of customers as conditions on their facts."""

from datetime import datetime, timedelta

from reengage_desktop.domain.moments import local_day, stamp, start_of_day
from reengage_desktop.domain.money import to_minor
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.store import reports
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database

Condition = tuple[str, tuple[int, ...]]
"""A piece of SQL that can follow WHERE, and its parameters."""

NEW_DAYS = 30
"""A customer whose first purchase is not more calendar days ago is new."""

_ANY_YES = " OR ".join(f"consent_{channel} = 1" for channel in ChannelName)
_ANY_NO = " OR ".join(f"consent_{channel} = 0" for channel in ChannelName)
_NEVER_ASKED = f"coalesce({_ANY_YES}, 0) = 0 AND coalesce({_ANY_NO}, 0) = 0"
_REACHABLE = (
    "(email IS NOT NULL AND email_state IS NULL) OR (phone IS NOT NULL AND phone_state IS NULL) "
    "OR wallet_object_id IS NOT NULL OR push_external_id IS NOT NULL OR push_token IS NOT NULL"
)

_WORTH = f"FROM customers WHERE {LIVING} AND lifetime_value_minor > 0"


def condition(db: Database, segment: Segment, settings: Settings, now: datetime) -> Condition:
    """The condition that picks a segment's customers at that moment.

    inactive: A2; of these, lost: silent longer than `reengagement.too_long_gone_days` (0: nobody is), at_risk: the
    others. active: bought within the threshold. new: first bought within 30 days. one_time: one order. vip:
    the best tenth by lifetime value, of at least `reengagement.loyalty_min_ltv`. no_consent: no yes for any channel.
    opted_out: a no for some channel. unreachable: no good address at all.
    """
    boundary = reports.lapse_boundary(settings, now)
    lost = lost_before(settings, now)
    fixed: dict[Segment, Condition] = {
        Segment.ALL: ("1", ()),
        Segment.ACTIVE: ("last_order_at >= ?", (boundary,)),
        Segment.INACTIVE: ("last_order_at < ?", (boundary,)),
        Segment.AT_RISK: ("last_order_at < ? AND last_order_at >= ?", (boundary, lost)),
        Segment.LOST: ("last_order_at < ?", (min(boundary, lost),)),
        Segment.NEW: ("first_order_at >= ?", (_days_ago(NEW_DAYS, settings, now),)),
        Segment.ONE_TIME: ("orders_count = 1", ()),
        Segment.NO_CONSENT: (f"coalesce({_ANY_YES}, 0) = 0", ()),
        Segment.OPTED_OUT: (f"coalesce({_ANY_NO}, 0) = 1", ()),
        Segment.UNREACHABLE: (f"NOT ({_REACHABLE})", ()),
    }
    if segment is Segment.VIP:
        return "lifetime_value_minor >= ?", (vip_value_minor(db, settings),)
    return fixed[segment]


def lost_before(settings: Settings, now: datetime) -> int:
    """The stamp before which a last purchase is too long ago to come back from; 0 where no purchase ever is."""
    days = settings.whole("reengagement.too_long_gone_days")
    return _days_ago(days, settings, now) if days else 0


def _days_ago(days: int, settings: Settings, now: datetime) -> int:
    """The stamp at which the day so many calendar days ago began in the shop's zone."""
    return stamp(start_of_day(local_day(now, settings.zone) - timedelta(days=days), settings.zone))


def vip_value_minor(db: Database, settings: Settings) -> int:
    """The lifetime value (minor units) from which a customer is a very good one: the best tenth of all who bought.

    Nor is anybody who has not reached `reengagement.loyalty_min_ltv`.
    """
    stated = to_minor(settings.amount("reengagement.loyalty_min_ltv"), settings.currency)
    return max(stated, least_of_best_minor(db, 10) or 1)


def least_of_best_minor(db: Database, percent: int) -> int | None:
    """The lifetime value (minor units) from which one is of the best so many per cent of all who spent; None: nobody.

    Never more than that share, rounded up to a whole customer: where several share its last place, none of them is in.
    """
    rank = -(-int(db.value(f"SELECT count(*) {_WORTH}")) * min(100, percent) // 100)
    if rank < 1:
        return None
    best = f"SELECT lifetime_value_minor {_WORTH} ORDER BY lifetime_value_minor DESC LIMIT 1 OFFSET ?"
    last, next_one = int(db.value(best, (rank - 1,))), db.value(best, (rank,))
    return last if next_one != last else last + 1


def best_tenth_minor(db: Database) -> int | None:
    """The lifetime value that the best tenth of all who spent anything has reached (minor units); None without any."""
    position = int(db.value(f"SELECT count(*) {_WORTH}")) // 10
    tenth: int | None = db.value(
        f"SELECT lifetime_value_minor {_WORTH} ORDER BY lifetime_value_minor DESC LIMIT 1 OFFSET ?", (position,)
    )
    return tenth


def count_all(db: Database, settings: Settings, now: datetime) -> dict[Segment, int]:
    """How many customers each segment has now."""
    conditions = [condition(db, segment, settings, now) for segment in Segment]
    sums = ", ".join(f"coalesce(sum({sql}), 0)" for sql, _ in conditions)
    params = [value for _, values in conditions for value in values]
    counts = db.row(f"SELECT {sums} FROM customers WHERE {LIVING}", params)
    return dict(zip(Segment, counts or (0,) * len(Segment), strict=True))


def count_never_asked(db: Database) -> int:
    """How many customers have said neither yes nor no on any channel: only they may be asked."""
    return int(db.value(f"SELECT count(*) FROM customers WHERE {LIVING} AND {_NEVER_ASKED}"))


def list_never_asked(db: Database) -> list[int]:
    """The customers whom `count_never_asked` counts."""
    return [each for (each,) in db.rows(f"SELECT id FROM customers WHERE {LIVING} AND {_NEVER_ASKED} ORDER BY id")]


def names_of(customer_ids: list[int], db: Database, settings: Settings, now: datetime) -> dict[int, list[Segment]]:
    """Which segments each of these customers is in."""
    found: dict[int, list[Segment]] = {customer_id: [] for customer_id in customer_ids}
    marks = ", ".join("?" * len(customer_ids))
    for segment in Segment:
        sql, params = condition(db, segment, settings, now)
        for (customer_id,) in db.rows(
            f"SELECT id FROM customers WHERE id IN ({marks}) AND {LIVING} AND ({sql})", (*customer_ids, *params)
        ):
            found[customer_id].append(segment)
    return found
