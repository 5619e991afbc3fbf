"""What came of the messages: figures, and the list of what went out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reengage_desktop.domain.figures import Analytics, StateFigures
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.moments import day_number, iso_stamp
from reengage_desktop.domain.money import plain
from reengage_desktop.domain.periods import Period
from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine import analytics
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customer_states, listings

_STATE_RULES = ("reengagement.inactivity_threshold", "reengagement.too_long_gone_days")


@dataclass(frozen=True)
class History:
    """One page of the messages that went out, newest first."""

    page: int
    limit: int
    total: int
    messages: list[MessageRow]
    settings: Settings

    def as_json(self) -> dict[str, Any]:
        """`{"page", "limit", "total", "messages"}`."""
        shown = [describe(row, self.settings) for row in self.messages]
        return {"page": self.page, "limit": self.limit, "total": self.total, "messages": shown}


def get_analytics(shop: Shop, days: int) -> Analytics:
    """Results of the last `days` local days."""
    return analytics.get_analytics(shop.db, shop.settings(), shop.now(), days)


def get_period(shop: Shop, period: Period) -> Analytics:
    """Results of the messages of any period of days."""
    return analytics.get_period(shop.db, shop.settings(), shop.now(), period)


class StateHistory:
    """The customers by state over the last twelve months; counted anew when an order, a customer or a rule changed."""

    def __init__(self) -> None:
        self._known_for: tuple[object, ...] = ()
        self._known: list[StateFigures] = []

    def read(self, shop: Shop) -> list[StateFigures]:
        """A point for today and for every week before it, the oldest first."""
        settings, now = shop.settings(), shop.now()
        today = day_number(now, settings.zone)
        with shop.db.snapshot():
            rules = (today, str(settings.zone), *(settings.whole(key) for key in _STATE_RULES))
            wanted = (shop.paths.folder, rules, customer_states.find_mark(shop.db))
            if wanted != self._known_for:
                days = customer_states.week_ends(today)
                self._known = customer_states.list_states(shop.db, settings, now, days)
                self._known_for = wanted
        return self._known


def list_in_state(shop: Shop, state: str) -> list[int]:
    """The customers who are `active`, `stopped` or `lost` today."""
    return customer_states.list_in_state(shop.db, shop.settings(), shop.now(), state)


def list_history(
    shop: Shop, *, page: int = 1, limit: int = 50, from_day: date | None = None, to_day: date | None = None
) -> History:
    """One page of what went out between two local days."""
    settings = shop.settings()
    with shop.db.snapshot():
        total, ids = listings.history_ids(shop.db, settings, page=page, limit=limit, from_day=from_day, to_day=to_day)
        rows = listings.message_rows(shop.db, ids)
    return History(page, limit, total, rows, settings)


def describe(row: MessageRow, settings: Settings) -> dict[str, Any]:
    """A message as the command line's JSON has it: the queue's keys, then what became of it."""
    zone = settings.zone
    revenue = None
    if row.revenue_minor is not None and row.revenue_currency is not None:
        revenue = plain(row.revenue_minor, row.revenue_currency)
    return {
        "id": row.id,
        "customer": row.customer,
        "channel": row.channel,
        "campaign_type": row.campaign_type,
        "campaign": row.campaign,
        "status": row.state,
        "reason": row.reason,
        "due_at": iso_stamp(row.due_at, zone),
        "attempts": row.attempts,
        "error": row.error,
        "created_at": iso_stamp(row.created_at, zone),
        "sent_at": iso_stamp(row.sent_at, zone),
        "address": row.address,
        "subject": row.content.get("subject"),
        "text": row.content.get("text"),
        "treated_as": row.treated_as,
        "events": list(row.events),
        "converted_at": iso_stamp(row.converted_at, zone),
        "order_id": row.order_id,
        "revenue": revenue,
    }
