"""What happened to each message: every attempt to hand it over, and every fact that came back.

Delivery facts are an append-only list with the provider's own event id; they never move a send state backwards.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.store.database import Database

ECHO = "meanwhile"
"""The code of an attempt that was throttled because another one, which it was out beside, had been just before."""


class AttemptEnd(StrEnum):
    """How an attempt ended, as its row keeps it."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    THROTTLED = "throttled"
    NOT_SENT = "not_sent"
    BAD_ACCOUNT = "bad_account"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Attempt:
    """One call to a provider; `outcome` None: it was begun and nothing is known of its end."""

    id: int
    provider: str
    started_at: datetime
    finished_at: datetime | None
    outcome: str | None
    code: str | None
    detail: str | None


def begin_attempt(db: Database, message_id: int, provider: str, now: datetime, sent_fields: Sequence[str] = ()) -> int:
    """Writes down that a call starts, before it does, and what of the customer it carries; gives the attempt's id."""
    return db.insert(
        "INSERT INTO attempts (outbox_id, provider, started_at, sent_fields) VALUES (?, ?, ?, ?)",
        (message_id, provider, stamp(now), json.dumps(list(sent_fields))),
    )


def find_sent_fields(db: Database, message_id: int) -> tuple[str, ...]:
    """What of the customer a message's last attempt carried."""
    found = db.value("SELECT sent_fields FROM attempts WHERE outbox_id = ? ORDER BY id DESC LIMIT 1", (message_id,))
    return tuple(json.loads(found or "[]"))


def keep_sent_fields(db: Database, attempt_id: int, fields: Sequence[str]) -> None:
    """Puts right what of the customer a call carried, where it was less than was meant to go."""
    db.run("UPDATE attempts SET sent_fields = ? WHERE id = ?", (json.dumps(list(fields)), attempt_id))


def end_attempt(
    db: Database, attempt_id: int, end: AttemptEnd, code: str | None, detail: str | None, now: datetime
) -> None:
    """Writes down how a call ended."""
    db.run(
        "UPDATE attempts SET finished_at = ?, outcome = ?, code = ?, detail = ? WHERE id = ?",
        (stamp(now), end, code, detail, attempt_id),
    )


def list_attempts(db: Database, message_id: int) -> list[Attempt]:
    """A message's attempts, oldest first."""
    rows = db.rows(
        "SELECT id, provider, started_at, finished_at, outcome, code, detail FROM attempts WHERE outbox_id = ? "
        "ORDER BY id",
        (message_id,),
    )
    return [
        Attempt(row[0], row[1], from_stamp(row[2]), None if row[3] is None else from_stamp(row[3]), *row[4:])
        for row in rows
    ]


def list_last_ends(db: Database, campaign_id: int, since: datetime, limit: int) -> list[tuple[str, str | None]]:
    """How the campaign's last calls ended, newest first, as (outcome, code): accepted, rejected and uncertain ones."""
    return db.rows(
        "SELECT outcome, code FROM attempts JOIN outbox ON outbox.id = outbox_id WHERE campaign_id = ? "
        "AND outcome IN ('accepted', 'rejected', 'uncertain') AND started_at > ? ORDER BY attempts.id DESC LIMIT ?",
        (campaign_id, stamp(since), limit),
    )


def list_last_ends_of(db: Database, provider: str, limit: int) -> list[str]:
    """How a provider's last finished calls ended, newest first; calls throttled together count once."""
    rows = db.rows(
        "SELECT outcome FROM attempts WHERE provider = ? AND outcome IS NOT NULL AND code IS NOT ? "
        "ORDER BY id DESC LIMIT ?",
        (provider, ECHO, limit),
    )
    return [outcome for (outcome,) in rows]


AGE = "max(max(0, ?1 - started_at)) OVER (ORDER BY id DESC)"
"""How many seconds ago a call began, ?1 being now: no less than the calls after it, whatever the clock has said since.

After the clock was put back, calls lie ahead of it: they count as just made until a later one tells better.
"""


def list_last_ages(db: Database, provider: str, limit: int, now: datetime) -> list[int]:
    """How many seconds ago a provider's last calls began, the least first, the owner's tests too.

    They keep its pace over a restart, a crash and a clock that was put back.
    """
    calls = "SELECT id, started_at FROM {} WHERE provider = ?2 ORDER BY id DESC LIMIT ?3"
    rows = db.rows(
        f"SELECT {AGE} FROM ({calls.format('attempts')}) UNION ALL "
        f"SELECT {AGE} FROM ({calls.format('test_messages')}) ORDER BY 1 LIMIT ?3",
        (stamp(now), provider, limit),
    )
    return [age for (age,) in rows]


def add_event(  # noqa: PLR0913 - each one is a fact of the event
    db: Database,
    *,
    message_id: int | None,
    customer_id: int | None,
    kind: EventKind,
    at: datetime,
    provider: str,
    event_id: str,
    detail: str | None = None,
) -> bool:
    """Appends a fact that a provider told; False when that very event is known already."""
    added = db.run(
        "INSERT INTO delivery_events (outbox_id, customer_id, kind, at, provider, provider_event_id, detail) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (provider, provider_event_id) DO NOTHING",
        (message_id, customer_id, kind, stamp(at), provider, event_id, detail),
    )
    return added > 0
