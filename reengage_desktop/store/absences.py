"""What time has done while nothing ran: the last sign of life, and the messages whose moment came or passed."""

import json
from collections.abc import Sequence
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.database import Database

_STALE = (
    "(state = 'pending' OR (state = 'skipped' AND reason = 'expired' AND treated_as IS NULL)) "
    "AND expires_at > ? AND expires_at <= ? AND instr(part, '~') = 0"
)


def find_last_sign(db: Database, now: datetime) -> int | None:
    """When anything was last at work here, as a stamp; None where nothing ever was."""
    found = db.value(
        "SELECT max(max(started_at, coalesce(finished_at, 0))) FROM job_runs WHERE started_at <= ?", (stamp(now),)
    )
    return None if found is None else int(found)


def find_last_absence(db: Database, now: datetime, longest_gap_s: int) -> tuple[int, int] | None:
    """The last time without a sign of life for longer than so many seconds, as (from, until); until now at the latest.

    None where there was none, or where nothing ever ran.
    """
    last = find_last_sign(db, now)
    if last is not None and stamp(now) - last > longest_gap_s:
        return last, stamp(now)
    found = db.row(
        "SELECT before, started_at FROM (SELECT started_at, max(max(started_at, coalesce(finished_at, 0))) OVER "
        "(ORDER BY started_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM job_runs "
        "WHERE started_at <= ?) WHERE started_at - before > ? ORDER BY started_at DESC LIMIT 1",
        (stamp(now), longest_gap_s),
    )
    return None if found is None else (int(found[0]), int(found[1]))


def count_stale(db: Database, since: int, now: datetime) -> int:
    """How many messages came too late since a moment (a stamp), and were not left out by the owner."""
    return int(db.value(f"SELECT count(*) FROM outbox WHERE {_STALE}", (since, stamp(now))))


def leave_out(db: Database, ids: Sequence[int], *, is_left_out: bool) -> int:
    """Notes that the owner has seen messages that were skipped as too late, or takes that back; gives how many."""
    return db.run(
        "UPDATE outbox SET treated_as = ? WHERE state = 'skipped' AND reason = 'expired' AND treated_as IS NOT ? "
        "AND id IN (SELECT value FROM json_each(?))",
        ("dropped" if is_left_out else None, "dropped" if is_left_out else None, json.dumps(list(ids))),
    )


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
        f"SELECT id FROM outbox WHERE {_STALE} ORDER BY due_at, id",
        (stamp(since), stamp(now)),
    )
    return [each for (each,) in rows]
