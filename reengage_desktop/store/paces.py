"""How much of a campaign has gone lately: what its own limits of a minute and of a day look at."""

from datetime import datetime

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.store.database import Database


def count_begun_since(db: Database, campaign_id: int, since: datetime) -> int:
    """How many messages of a campaign were claimed since a moment and went, or may have gone."""
    return int(
        db.value(
            "SELECT count(*) FROM outbox WHERE campaign_id = ? AND claimed_at >= ? "
            "AND state IN ('sending', 'accepted', 'uncertain')",
            (campaign_id, stamp(since)),
        )
    )


def list_begun_since(db: Database, campaign_id: int, since: datetime) -> list[datetime]:
    """When the calls for a campaign's messages began, from a moment on."""
    rows = db.rows(
        "SELECT started_at FROM attempts JOIN outbox ON outbox.id = outbox_id "
        "WHERE campaign_id = ? AND claimed_at >= ? AND started_at >= ?",
        (campaign_id, stamp(since), stamp(since)),
    )
    return [from_stamp(started_at) for (started_at,) in rows]


def count_waiting(db: Database, campaign_id: int, at_most: int) -> int:
    """How many messages of a campaign wait to be sent; counted up to a number only."""
    return int(
        db.value(
            "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE campaign_id = ? AND state = 'pending' LIMIT ?)",
            (campaign_id, at_most),
        )
    )


def find_daily_limit(db: Database, campaign_id: int) -> int:
    """How many messages a campaign may send on a day of the shop; 0 for any number."""
    return int(db.value("SELECT daily_limit FROM campaigns WHERE id = ?", (campaign_id,)) or 0)
