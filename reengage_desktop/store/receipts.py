"""What providers told about messages that were handed over: how far each was asked, and which messages are meant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.database import Database

_FINAL = "('opened', 'failed', 'bounced', 'complained', 'opted_out')"
_MOST = 2_000


@dataclass(frozen=True)
class Sent:
    """A message that a provider took."""

    message_id: int
    customer_id: int
    reference: str
    provider_id: str
    sent_at: datetime


_SENT = (
    "SELECT outbox.id, coalesce(merged_into, customers.id), reference, provider_message_id, "
    "coalesce(sent_at, claimed_at, outbox.created_at) FROM outbox JOIN customers ON customers.id = customer_id "
)


def find_cursor(db: Database, provider: str, channel: ChannelName) -> str | None:
    """How far a provider was asked on a channel; None when it never was."""
    cursor: str | None = db.value(
        "SELECT cursor FROM sync_cursors WHERE provider = ? AND stream = ?", (provider, channel)
    )
    return cursor


def find_asked_at(db: Database, provider: str, channel: ChannelName) -> datetime | None:
    """When a provider last told all that it knew on a channel; None when it never has."""
    at: int | None = db.value(
        "SELECT synced_at FROM sync_cursors WHERE provider = ? AND stream = ?", (provider, channel)
    )
    return from_stamp(at) if at else None


def put_cursor(db: Database, provider: str, channel: ChannelName, cursor: str, asked_at: datetime | None) -> None:
    """Remembers how far a provider was asked, in the transaction that keeps what it told.

    `asked_at`: when it had told all that it knew; None while further pages wait.
    """
    at = None if asked_at is None else stamp(asked_at)
    db.run(
        "INSERT INTO sync_cursors (provider, stream, cursor, synced_at) VALUES (?1, ?2, ?3, coalesce(?4, 0)) "
        "ON CONFLICT (provider, stream) DO UPDATE SET cursor = ?3, synced_at = coalesce(?4, synced_at)",
        (provider, channel, cursor, at),
    )


def list_open(
    db: Database, provider: str, channel: ChannelName, since: datetime, *, at_most: int = _MOST
) -> list[Sent]:
    """Messages that the provider took since then and whose fate is not final, those first of which nothing is known.

    Where there are more than can be asked about in one go, chance says which: so each has its turn before long.
    """
    rows = db.rows(
        f"{_SENT} WHERE sent_at >= ? AND provider = ? AND channel = ? AND provider_message_id IS NOT NULL "
        f"AND NOT EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind IN {_FINAL}) "
        "ORDER BY EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id), random() LIMIT ?",
        (stamp(since), provider, channel, at_most),
    )
    return [_sent(row) for row in rows]


def count_under_way(db: Database, provider: str, channel: ChannelName, now: datetime, reach: timedelta) -> int:
    """How many messages are being handed over, or were no longer ago than `reach` and nothing was told of them yet."""
    return int(
        db.value(
            "SELECT count(*) FROM outbox WHERE provider = ? AND channel = ? AND (state = 'sending' OR (sent_at >= ? "
            "AND provider_message_id IS NOT NULL "
            "AND NOT EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id)))",
            (provider, channel, stamp(now - reach)),
        )
    )


def find_sent(db: Database, provider: str, provider_id: str) -> Sent | None:
    """The message that a provider knows under its id."""
    row = db.row(f"{_SENT} WHERE provider_message_id = ? AND provider = ?", (provider_id, provider))
    return None if row is None else _sent(row)


def find_named(db: Database, channel: ChannelName, name: str) -> Sent | None:
    """The message with this reference or, failing that, this id at its provider: what stands in a Message-ID."""
    row = db.row(f"{_SENT} WHERE reference = ? AND channel = ?", (name, channel))
    row = row or db.row(f"{_SENT} WHERE provider_message_id = ? AND channel = ?", (name, channel))
    return None if row is None else _sent(row)


def get_sent(db: Database, message_id: int) -> Sent:
    """A message that was handed over, by its own id; raises LookupError."""
    row = db.row(f"{_SENT} WHERE outbox.id = ?", (message_id,))
    if row is None:
        raise LookupError(f"There is no message number {message_id} in the queue.")
    return _sent(row)


def has_failed_in_a_row(db: Database, address: str, times: int) -> bool:
    """Whether the last so many e-mails to an address all came back, and nothing else was heard of any of them."""
    failed: int = db.value(
        "SELECT count(*) FROM (SELECT outbox.id FROM outbox WHERE address = ? AND channel = 'email' AND is_test = 0 "
        "AND sent_at IS NOT NULL ORDER BY sent_at DESC, id DESC LIMIT ?) AS sent WHERE EXISTS "
        "(SELECT 1 FROM delivery_events e WHERE e.outbox_id = sent.id AND e.kind = 'failed') AND NOT EXISTS "
        "(SELECT 1 FROM delivery_events e WHERE e.outbox_id = sent.id "
        "AND e.kind IN ('delivered', 'opened', 'clicked', 'answered'))",
        (address, times),
    )
    return failed == times


def find_last_sent_to(db: Database, channel: ChannelName, customer_id: int, before: datetime) -> int | None:
    """The last message that a person got on a channel before a moment: what a reply most likely answers."""
    message_id: int | None = db.value(
        "SELECT outbox.id FROM outbox JOIN customers ON customers.id = customer_id "
        "WHERE coalesce(merged_into, customers.id) = ? AND channel = ? AND sent_at <= ? "
        "ORDER BY sent_at DESC, outbox.id DESC LIMIT 1",
        (customer_id, channel, stamp(before)),
    )
    return message_id


def find_last_written(db: Database, provider: str, channel: ChannelName, address: str) -> datetime | None:
    """When somebody at an address last wrote to this provider's sender on a channel; None where nothing is known."""
    at: int | None = db.value(
        "SELECT max(e.at) FROM outbox JOIN delivery_events AS e ON e.outbox_id = outbox.id WHERE outbox.address = ? "
        "AND outbox.channel = ? AND e.kind = 'answered' AND e.provider = ?",
        (address, channel, provider),
    )
    return None if at is None else from_stamp(at)


def has_agreed_since(db: Database, customer_id: int, channel: ChannelName, since: datetime) -> bool:
    """Whether the person, or the owner for her, said yes after a moment; files say nothing here."""
    found = db.value(
        "SELECT 1 FROM consents WHERE customer_id = ? AND channel = ? AND state = 'yes' AND at > ? "
        "AND source IN ('person', 'owner')",
        (customer_id, channel, stamp(since)),
    )
    return found is not None


def _sent(row: tuple[int, int, str, str, int]) -> Sent:
    return Sent(*row[:4], from_stamp(row[4]))
