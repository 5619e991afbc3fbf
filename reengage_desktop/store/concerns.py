"""What is open at one moment and may need the owner: messages that wait for a word, complaints, rows not taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job, Reason
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database

_RECENT = timedelta(days=30)


@dataclass(frozen=True)
class OpenMessages:
    """Messages by what they wait for; `to_answer` are held for another word than an approval.

    `by_hand`: those among the waiting ones that the owner does herself.
    """

    waiting: int
    to_approve: int
    to_answer: int
    uncertain: int
    by_hand: int = 0


@dataclass(frozen=True)
class Complaints:
    """People who marked a message as spam lately; `latest` grows with each further one."""

    customer_ids: tuple[int, ...]
    latest: int


@dataclass(frozen=True)
class RowsNotTaken:
    """The newest import of which rows were not taken."""

    import_id: int
    file_name: str
    count: int


@dataclass(frozen=True)
class LeftWaiting:
    """How many customers the day's limit left for the next day, at the daily run of that moment."""

    count: int
    limit: int
    run_id: int


def get_open(db: Database) -> OpenMessages:
    """How many messages are open, by what they wait for."""
    row = db.row(
        "SELECT coalesce(sum(state IN ('pending', 'sending')), 0), "
        "coalesce(sum(state = 'held' AND reason IS 'awaiting_approval'), 0), "
        "coalesce(sum(state = 'held' AND reason IS NOT 'awaiting_approval'), 0), "
        "coalesce(sum(state = 'uncertain' AND treated_as IS NULL), 0), "
        "coalesce(sum((state = 'pending' AND reason IS 'by_hand') OR (state = 'sending' AND provider IS 'hand')), 0) "
        "FROM outbox WHERE state IN ('pending', 'sending', 'held', 'uncertain')"
    )
    return OpenMessages(*(row or (0, 0, 0, 0, 0)))


def get_complaints(db: Database, now: datetime) -> Complaints:
    """Who marked a message as spam in the last 30 days and is still known."""
    rows = db.rows(
        "SELECT customer_id, max(delivery_events.id) FROM delivery_events "
        f"JOIN customers ON customers.id = customer_id AND {LIVING} "
        "WHERE kind = 'complained' AND at >= ? GROUP BY 1 ORDER BY 1",
        (stamp(now - _RECENT),),
    )
    return Complaints(tuple(each for each, _ in rows), max((event for _, event in rows), default=0))


def find_rows_not_taken(db: Database, now: datetime) -> RowsNotTaken | None:
    """The newest import of the last 30 days, if rows of it were not taken."""
    row = db.row(
        "SELECT id, file_name, rejected_count FROM imports WHERE state = 'done' AND started_at >= ? "
        "ORDER BY id DESC LIMIT 1",
        (stamp(now - _RECENT),),
    )
    return None if row is None or not row[2] else RowsNotTaken(*row)


def find_left_waiting(db: Database, limit: int, since: datetime) -> LeftWaiting | None:
    """Whom the day's limit left over at the last daily run since a moment; None when it left nobody."""
    row = db.row(
        "SELECT coalesce(json_extract(result, ?), 0), id FROM job_runs WHERE job = ? AND status = 'success' "
        "AND started_at >= ? ORDER BY id DESC LIMIT 1",
        (f"$.skipped.{Reason.DAILY_LIMIT}", Job.PROCESS_CAMPAIGNS, stamp(since)),
    )
    return None if row is None or not row[0] else LeftWaiting(row[0], limit, row[1])
