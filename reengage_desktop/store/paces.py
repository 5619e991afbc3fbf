"""How much of a campaign has gone lately: what its own limits of a minute and of a day look at."""

from datetime import datetime, timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.database import Database
from reengage_desktop.store.message_log import AGE


def count_begun_since(db: Database, campaign_id: int, since: datetime, now: datetime) -> int:
    """How many messages of a campaign were claimed since a moment and went, or may have gone.

    What lies a day and more ahead was claimed by a clock that was wrong, on no day that matters now.
    """
    return int(
        db.value(
            "SELECT count(*) FROM outbox WHERE campaign_id = ? AND claimed_at >= ? AND claimed_at < ? "
            "AND state IN ('sending', 'accepted', 'uncertain')",
            (campaign_id, stamp(since), stamp(now + timedelta(days=1))),
        )
    )


def list_ages(db: Database, campaign_id: int, within: timedelta, now: datetime) -> list[int]:
    """How many seconds ago the calls for a campaign's messages began, of those within such a time."""
    rows = db.rows(
        f"SELECT {AGE} FROM (SELECT attempts.id, started_at FROM attempts JOIN outbox ON outbox.id = outbox_id "
        "WHERE campaign_id = ?2 AND claimed_at >= ?3 AND started_at >= ?3)",
        (stamp(now), campaign_id, stamp(now - within)),
    )
    return [age for (age,) in rows]


def count_waiting(db: Database, campaign_id: int, at_most: int) -> int:
    """How many messages of a campaign wait to be sent; counted up to a number only."""
    return int(
        db.value(
            "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE campaign_id = ? AND state = 'pending' LIMIT ?)",
            (campaign_id, at_most),
        )
    )
