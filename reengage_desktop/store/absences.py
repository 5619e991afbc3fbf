"""What time has done while nothing ran: the last sign of life, and the messages whose moment came or passed."""

from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.database import Database


def find_last_sign(db: Database, now: datetime) -> int | None:
    """When anything was last at work here, as a stamp; None where nothing ever was."""
    found = db.value(
        "SELECT max(max(started_at, coalesce(finished_at, 0))) FROM job_runs WHERE started_at <= ?", (stamp(now),)
    )
    return None if found is None else int(found)


def list_due(db: Database, since: datetime, now: datetime) -> list[int]:
    """Messages that became due since a moment and may still go as they are, in the order in which they would."""
    rows = db.rows(
        "SELECT id FROM outbox WHERE state = 'pending' AND due_at > ? AND due_at <= ? "
        "AND coalesce(expires_at, ?) > ? ORDER BY due_at, id",
        (stamp(since), stamp(now), stamp(now) + 1, stamp(now)),
    )
    return [each for (each,) in rows]


def list_stale(db: Database, since: datetime, now: datetime) -> list[int]:
    """Messages whose time ran out since a moment: still waiting, or skipped for that already."""
    rows = db.rows(
        "SELECT id FROM outbox WHERE (state = 'pending' OR (state = 'skipped' AND reason = 'expired')) "
        "AND expires_at > ? AND expires_at <= ? AND instr(part, '~') = 0 ORDER BY due_at, id",
        (stamp(since), stamp(now)),
    )
    return [each for (each,) in rows]
