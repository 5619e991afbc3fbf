"""The schedule's memory: what ran, for which planned slot, and how it ended. The clock asks here what was done."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain import listings
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.store.database import Database

RUNNING, SUCCESS, FAILED = "running", "success", "failed"

BY_OWNER, BY_CLOCK, CATCH_UP = "owner", "clock", listings.CATCH_UP
"""Who started a run: somebody, the clock in time, or the clock after the PC had been off at the planned time."""

INTERRUPTED = "The program ended while this ran; it starts again at its next time."


@dataclass(frozen=True)
class Run:
    """One run. `slot` names a planned one; `trigger` is one of the three words above; `result` is what it counted."""

    id: int
    job: str
    slot: str | None
    trigger: str
    planned_at: datetime | None
    started_at: datetime
    finished_at: datetime | None
    status: str
    error: str | None
    result: dict[str, Any]


def begin(  # noqa: PLR0913 - each one is a fact of the run
    db: Database,
    job: str,
    now: datetime,
    *,
    trigger: str,
    slot: str | None = None,
    planned_at: datetime | None = None,
    is_stated: bool = False,
) -> int | None:
    """Notes that a job starts and gives the run's id; None when its planned slot was already taken by anybody.

    `is_stated`: somebody said what moment it is (`--now`), so that it tells nothing of the machine's clock.
    """
    with db.write():
        if slot is not None and db.value("SELECT 1 FROM job_runs WHERE slot = ?", (slot,)) is not None:
            return None
        return db.insert(
            "INSERT INTO job_runs (job, slot, trigger, planned_at, started_at, status, is_stated) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (job, slot, trigger, None if planned_at is None else stamp(planned_at), stamp(now), RUNNING, is_stated),
        )


def finish(
    db: Database, run_id: int, now: datetime, *, error: str | None = None, result: Mapping[str, Any] | None = None
) -> None:
    """Notes how a run ended: with a result, or with the error's sentence."""
    text = None if result is None else json.dumps(dict(result), ensure_ascii=False)
    with db.write():
        db.run(
            "UPDATE job_runs SET finished_at = ?, status = ?, error = ?, result = ? WHERE id = ?",
            (stamp(now), SUCCESS if error is None else FAILED, error, text, run_id),
        )


def close_interrupted(db: Database, job: str, now: datetime) -> int:
    """Marks runs failed that a crash left running; only for who holds the job's lock. Gives how many there were."""
    with db.write():
        return db.run(
            "UPDATE job_runs SET finished_at = ?, status = ?, error = ? WHERE job = ? AND status = ?",
            (stamp(now), FAILED, INTERRUPTED, job, RUNNING),
        )


def find_last(db: Database, job: str) -> Run | None:
    """The job's latest run by the order in which they began."""
    row = db.row(
        "SELECT id, job, slot, trigger, planned_at, started_at, finished_at, status, error, coalesce(result, '{}') "
        "FROM job_runs WHERE job = ? ORDER BY id DESC LIMIT 1",
        (job,),
    )
    if row is None:
        return None
    run_id, name, slot, trigger, planned_at, started_at, finished_at, status, error, result = row
    return Run(
        id=run_id,
        job=name,
        slot=slot,
        trigger=trigger,
        planned_at=None if planned_at is None else from_stamp(planned_at),
        started_at=from_stamp(started_at),
        finished_at=None if finished_at is None else from_stamp(finished_at),
        status=status,
        error=error,
        result=json.loads(result),
    )


def ran_between(db: Database, job: str, since: datetime, until: datetime) -> bool:
    """Whether the job was done, or is being done, between two moments (the second excluded)."""
    found = db.value(
        "SELECT 1 FROM job_runs WHERE job = ? AND started_at >= ? AND started_at < ? AND status <> ?",
        (job, stamp(since), stamp(until), FAILED),
    )
    return found is not None


def is_taken(db: Database, slot: str) -> bool:
    """Whether anybody has begun the planned run."""
    return db.value("SELECT 1 FROM job_runs WHERE slot = ?", (slot,)) is not None


def sum_of(db: Database, job: str, figure: str) -> int:
    """A figure of all runs of a job together, such as `total_notified`."""
    return int(
        db.value("SELECT coalesce(sum(json_extract(result, ?)), 0) FROM job_runs WHERE job = ?", (f"$.{figure}", job))
    )


def latest_start(db: Database, *, after: int = 0) -> datetime | None:
    """The latest moment of the machine's clock at which anything began, of the runs after one."""
    latest = db.value("SELECT max(started_at) FROM job_runs WHERE id > ? AND is_stated = 0", (after,))
    return None if latest is None else from_stamp(latest)
