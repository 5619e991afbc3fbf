"""What was said in a call, beside the message that ordered it."""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.store.database import Database


@dataclass(frozen=True)
class Call:
    """One call that was answered. `cost_micros`: millionths of a US dollar, None where it is not known."""

    ended_at: datetime
    result: str
    summary: str = ""
    transcript: str = ""
    recording_url: str = ""
    seconds: int = 0
    cost_micros: int | None = None


def put(db: Database, message_id: int, call: Call) -> None:
    """Keeps a call in place of what was known of it before."""
    db.run(
        "INSERT OR REPLACE INTO calls (outbox_id, ended_at, result, summary, transcript, recording_url, seconds, "
        "cost_micros) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            message_id,
            stamp(call.ended_at),
            call.result,
            call.summary or None,
            call.transcript or None,
            call.recording_url or None,
            call.seconds,
            call.cost_micros,
        ),
    )


def find(db: Database, message_id: int) -> Call | None:
    """The call of a message; None when nobody answered, or nothing is known yet."""
    row = db.row(
        "SELECT ended_at, result, coalesce(summary, ''), coalesce(transcript, ''), coalesce(recording_url, ''), "
        "seconds, cost_micros FROM calls WHERE outbox_id = ?",
        (message_id,),
    )
    return None if row is None else Call(from_stamp(row[0]), *row[1:])


def open_enquiry(db: Database, customer_id: int, at: datetime) -> None:
    """Notes that somebody said yes in a call, as an enquiry that the shop should answer (C9)."""
    db.run(
        "INSERT INTO enquiries (customer_id, source, status, created_at, added_at) VALUES (?, 'call', 'open', ?, ?)",
        (customer_id, stamp(at), stamp(at)),
    )
