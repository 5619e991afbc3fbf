"""What was said in a call, beside the message that ordered it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


@dataclass(frozen=True)
class Ordered:
    """A call that a provider took on. `end`: what it told of the end of one that nobody answered, else None."""

    message_id: int
    customer_id: int
    customer_name: str
    number: str
    ordered_at: datetime
    call: Call | None
    end: str | None
    end_at: datetime | None
    enquiry_id: int | None
    is_enquiry_open: bool


_CALL = (
    "calls.ended_at, result, coalesce(summary, ''), coalesce(transcript, ''), coalesce(recording_url, ''), seconds, "
    "cost_micros"
)
# A yes opens its enquiry at the moment at which the call ended.
_ORDERED = f"""SELECT o.id, coalesce(c.merged_into, c.id), coalesce(c.name, ''), o.address,
    coalesce(o.sent_at, o.claimed_at, o.created_at), iif(e.id IS NULL, NULL, coalesce(e.detail, '')), e.at,
    q.id, q.status, {_CALL}
    FROM outbox o JOIN customers c ON c.id = o.customer_id LEFT JOIN calls ON calls.outbox_id = o.id
    LEFT JOIN delivery_events e ON e.id = (SELECT max(f.id) FROM delivery_events f
        WHERE f.outbox_id = o.id AND f.kind = 'failed')
    LEFT JOIN enquiries q ON q.customer_id = coalesce(c.merged_into, c.id) AND q.source = 'call'
        AND q.created_at = calls.ended_at
    WHERE o.channel = 'call' AND o.sent_at IS NOT NULL AND o.is_test = 0"""


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
    row = db.row(f"SELECT {_CALL} FROM calls WHERE outbox_id = ?", (message_id,))
    return None if row is None else Call(from_stamp(row[0]), *row[1:])


def find_ordered(db: Database, message_id: int) -> Ordered | None:
    """The call that a message ordered, also one without an end or an answer; None where none was ordered."""
    row = db.row(f"{_ORDERED} AND o.id = ?", (message_id,))
    return None if row is None else _ordered(row)


def list_ordered(db: Database, limit: int) -> list[Ordered]:
    """The last calls, the newest first."""
    return [_ordered(row) for row in db.rows(f"{_ORDERED} ORDER BY o.sent_at DESC, o.id DESC LIMIT ?", (limit,))]


def open_enquiry(db: Database, customer_id: int, at: datetime) -> int:
    """Notes that somebody said yes in a call, as an enquiry that the shop should answer (C9); gives its id."""
    return db.insert(
        "INSERT INTO enquiries (customer_id, source, status, created_at, added_at) VALUES (?, 'call', 'open', ?, ?)",
        (customer_id, stamp(at), stamp(at)),
    )


def set_enquiry(db: Database, enquiry_id: int, status: str) -> bool:
    """Opens or closes an enquiry that a call opened; False where it is so already, or is none."""
    sql = "UPDATE enquiries SET status = ? WHERE id = ? AND source = 'call' AND status IS NOT ?"
    return db.run(sql, (status, enquiry_id, status)) > 0


def _ordered(row: tuple[Any, ...]) -> Ordered:
    message_id, customer_id, name, number, ordered_at, end, end_at, enquiry_id, status, *call = row
    return Ordered(
        message_id,
        customer_id,
        name,
        number,
        from_stamp(ordered_at),
        call=None if call[0] is None else Call(from_stamp(call[0]), *call[1:]),
        end=end,
        end_at=None if end_at is None else from_stamp(end_at),
        enquiry_id=enquiry_id,
        is_enquiry_open=status == "open",
    )
