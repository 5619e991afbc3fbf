"""What waits for the owner's own hands, what she has begun, and taking back a click that was wrong."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, suppressions
from reengage_desktop.store.claims import Row as Message
from reengage_desktop.store.database import Database, Row

_KEPT = (
    "state, reason, error, treated_as, provider, address, is_test, part, attempts, due_at, expires_at, approved_at, "
    "claimed_at, settled_at, sent_at, provider_message_id"
)


@dataclass(frozen=True)
class Before:
    """How a message and its person stood before a click. `counted_on`: the day that the caps had for it, if any."""

    message_id: int
    columns: Row
    attempt: Row | None
    counted_on: int | None
    refusals: tuple[Row, ...]
    address_states: tuple[Row, ...]


def list_waiting(db: Database, channels: Collection[ChannelName], now: datetime) -> list[int]:
    """The messages that are due on these channels or wait for approval there, and those begun; the oldest first."""
    rows = db.rows(
        "SELECT outbox.id FROM outbox JOIN campaigns ON campaigns.id = campaign_id WHERE outbox.is_test = 0 "
        "AND ((state = 'sending' AND provider = ?) OR (channel IN (SELECT value FROM json_each(?)) "
        "AND campaigns.status NOT IN ('paused', 'draft', 'scheduled') "
        "AND ((state = 'pending' AND due_at <= ?) OR (state = 'held' AND reason = 'awaiting_approval'))))"
        " ORDER BY state <> 'sending', coalesce(due_at, outbox.created_at), outbox.id",
        (HAND, json.dumps(sorted(channels)), stamp(now)),
    )
    return [message_id for (message_id,) in rows]


def count_waiting(db: Database, channels: Collection[ChannelName], now: datetime) -> int:
    """How many there are."""
    return len(list_waiting(db, channels, now))


def find_open_attempt(db: Database, message_id: int) -> int | None:
    """The attempt that was begun and has no end yet."""
    found: int | None = db.value(
        "SELECT max(id) FROM attempts WHERE outbox_id = ? AND provider = ? AND finished_at IS NULL", (message_id, HAND)
    )
    return found


def remove_open_attempt(db: Database, message_id: int) -> None:
    """Takes the attempt back that was begun and came to nothing."""
    db.run("DELETE FROM attempts WHERE id = ?", (find_open_attempt(db, message_id),))


def note_before(db: Database, message: Message) -> Before:
    """Everything that a click may change, as it is now."""
    found = db.row(f"SELECT {_KEPT} FROM outbox WHERE id = ?", (message.id,)) or ()
    attempt = db.row(
        "SELECT id, finished_at, outcome, code, detail FROM attempts WHERE outbox_id = ? ORDER BY id DESC LIMIT 1",
        (message.id,),
    )
    counted_on = db.value("SELECT day FROM cap_ledger WHERE touch = ?", (message.touch,))
    return Before(
        message.id,
        found,
        attempt,
        counted_on,
        list_refusals(db, message.person_id),
        tuple(_address_states(db, message.person_id)),
    )


def restore(db: Database, message: Message, before: Before, refused: Sequence[Row]) -> None:
    """Makes the message, its attempts, its cap and her addresses what they were; inside the caller's transaction.

    `refused`: what the click left of refusals of her addresses.
    """
    names = _KEPT.split(", ")
    marks = ", ".join(f"{name} = ?" for name in names)
    db.run(f"UPDATE outbox SET {marks} WHERE id = ?", (*before.columns, message.id))
    last = before.attempt[0] if before.attempt is not None else 0
    ends = f"{HAND}:{message.id}:"
    db.run(
        "DELETE FROM delivery_events WHERE provider = ? AND substr(provider_event_id, 1, ?) = ?",
        (HAND, len(ends), ends),
    )
    db.run("DELETE FROM calls WHERE outbox_id = ?", (message.id,))
    db.run("DELETE FROM attempts WHERE outbox_id = ? AND id > ?", (message.id, last))
    if before.attempt is not None:
        row_id, *end = before.attempt
        db.run("UPDATE attempts SET finished_at = ?, outcome = ?, code = ?, detail = ? WHERE id = ?", (*end, row_id))
    if before.counted_on is None:
        db.run("DELETE FROM cap_ledger WHERE touch = ?", (message.touch,))
    else:
        db.run(
            "INSERT OR IGNORE INTO cap_ledger (touch, customer_id, day) VALUES (?, ?, ?)",
            (message.touch, message.person_id, before.counted_on),
        )
    suppressions.put_back(db, before.refusals, refused)
    _restore_addresses(db, message.person_id, before)


def list_refusals(db: Database, customer_id: int) -> tuple[Row, ...]:
    """What the list holds of her."""
    return tuple(suppressions.list_refusals(db, customers.known_by(db, customer_id)))


def event_id(message_id: int, kind: str) -> str:
    """The name of a fact that the owner told about a message."""
    return f"{HAND}:{message_id}:{kind}"


def remove_enquiry(db: Database, enquiry_id: int) -> None:
    """Takes an enquiry back that a click opened."""
    db.run("DELETE FROM enquiries WHERE id = ?", (enquiry_id,))


def _address_states(db: Database, customer_id: int) -> list[Row]:
    own = db.rows("SELECT 0, email_state, phone_state FROM customers WHERE id = ?", (customer_id,))
    return [*own, *db.rows("SELECT id, state, NULL FROM contact_points WHERE customer_id = ?", (customer_id,))]


def _restore_addresses(db: Database, customer_id: int, before: Before) -> None:
    for point_id, state, phone_state in before.address_states:
        if point_id:
            db.run("UPDATE contact_points SET state = ? WHERE id = ?", (state, point_id))
        else:
            db.run(
                "UPDATE customers SET email_state = ?, phone_state = ? WHERE id = ?", (state, phone_state, customer_id)
            )
