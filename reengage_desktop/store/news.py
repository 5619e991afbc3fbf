"""What has happened since a moment: the few figures of one notification."""

from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.database import Database


def count_sent(db: Database, since: datetime) -> int:
    """How many messages went out."""
    return int(db.value(f"SELECT count(*) FROM outbox WHERE sent_at >= ? AND {SENT}", (stamp(since),)))


def count_came_back(db: Database, since: datetime) -> int:
    """How many customers' purchases after a message became known."""
    return int(
        db.value(
            "SELECT count(DISTINCT outbox.customer_id) FROM conversions JOIN outbox ON outbox.id = outbox_id "
            "JOIN orders ON orders.id = order_id WHERE orders.added_at >= ?",
            (stamp(since),),
        )
    )


def count_to_approve(db: Database, since: datetime) -> int:
    """How many messages were written and wait for the owner."""
    return int(db.value("SELECT count(*) FROM outbox WHERE state = 'held' AND created_at >= ?", (stamp(since),)))
