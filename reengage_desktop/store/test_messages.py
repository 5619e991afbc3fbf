"""What the owner sends to herself: the outbox of messages that count nowhere, kept apart so that no sum can meet them.

A row is committed before the provider is called and settled afterwards, like every message; it holds neither the words
nor the address. Without an outcome nobody knows its end, and it is never sent again.
"""

from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.database import Database
from reengage_desktop.store.message_log import AttemptEnd
from reengage_desktop.store.outbox import installation


def begin(db: Database, template: str, channel: ChannelName, provider: str, now: datetime) -> tuple[int, str]:
    """Writes down that a call starts, before it does; gives the row's id and the message's reference."""
    row_id = int(db.value("SELECT coalesce(max(id), 0) + 1 FROM test_messages"))
    # With the moment, so that a restored shop never uses a reference again.
    reference = f"rd-{installation(db)}-{stamp(now)}-t{row_id}"
    db.run(
        "INSERT INTO test_messages (id, reference, template, channel, provider, started_at) VALUES (?, ?, ?, ?, ?, ?)",
        (row_id, reference, template, channel, provider, stamp(now)),
    )
    return row_id, reference


def end(db: Database, row_id: int, how: AttemptEnd, code: str | None, detail: str | None, now: datetime) -> None:
    """Writes down how the call ended; the provider's words never hold an address."""
    db.run(
        "UPDATE test_messages SET finished_at = ?, outcome = ?, code = ?, detail = ? WHERE id = ?",
        (stamp(now), how, code, detail, row_id),
    )


def count(db: Database) -> int:
    """How many the owner has sent to herself, those that a provider took."""
    return int(db.value("SELECT count(*) FROM test_messages WHERE outcome = ?", (AttemptEnd.ACCEPTED,)))
