"""What came of the messages: figures, and the list of what went out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reengage_desktop.domain.figures import Analytics
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.moments import iso_stamp
from reengage_desktop.domain.money import plain
from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine import analytics
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import listings


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
