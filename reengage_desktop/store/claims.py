"""The outbox row on its way out: which one is next, what the claim must know, and how each call is settled.

A claim is committed before the provider is called and settled in a transaction of its own afterwards, so that a crash
leaves at most the calls that were in flight, and leaves them visible.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.eligibility import ShopState
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.store import message_log, pausing, suppressions
from reengage_desktop.store.connection import DAMAGED
from reengage_desktop.store.database import Database, DatabaseDamaged

CLOCK_UNTRUSTED_WORD = "clock_untrusted"
"""The remembered word that holds all sending while the machine's clock can't be trusted."""


@dataclass(frozen=True, order=True)
class Position:
    """How far a pass over the queue has come."""

    due_at: int = -1
    message_id: int = 0


@dataclass(frozen=True)
class Next:
    """The next message that may be due, and the position after it; `rate_per_minute` is its campaign's, 0 for none."""

    message_id: int
    channel: ChannelName
    position: Position
    campaign_id: int = 0
    rate_per_minute: int = 0


@dataclass(frozen=True)
class Row:
    """What the sender needs of an outbox row."""

    id: int
    reference: str
    campaign_id: int
    person_id: int
    touch: str
    channel: ChannelName
    provider: str | None
    address: str
    content: Content
    state: OutboxState
    is_automatic: bool
    is_test: bool
    attempts: int
    claimed_at: datetime | None
    reason: Reason | None
    error: str | None
    is_erased: bool
    is_treated: bool


ROW_COLUMNS = (
    "outbox.id, outbox.reference, outbox.campaign_id, coalesce(own.merged_into, own.id), outbox.touch, "
    "outbox.channel, outbox.provider, outbox.address, outbox.content, outbox.state, outbox.is_automatic, "
    "outbox.is_test, outbox.attempts, outbox.claimed_at, outbox.reason, outbox.error, own.erased_at IS NOT NULL, "
    "outbox.treated_as IS NOT NULL"
)
"""The SQL of what `read_row` reads; `own`: the customer that the message was queued for."""

_ROW = f"SELECT {ROW_COLUMNS} FROM outbox JOIN customers AS own ON own.id = outbox.customer_id"

_NONE_OF = "AND campaign_id NOT IN (SELECT value FROM json_each(?))"


def find_next(
    db: Database,
    after: Position,
    channel: ChannelName,
    now: datetime,
    *,
    with_automatic: bool,
    besides: Collection[int] = (),
) -> Next | None:
    """The first due message after a position on a channel, of a campaign that runs and is none of `besides`."""
    listed = [json.dumps(list(besides))] if besides else []
    found = db.row(
        # By name: the planner would rather sort everything that waits, once for every message.
        "SELECT outbox.id, due_at, campaign_id, coalesce(rate_limit_per_minute, 0) "
        "FROM outbox INDEXED BY outbox_due CROSS JOIN campaigns ON campaigns.id = campaign_id "
        "WHERE state = 'pending' AND due_at <= ? AND (due_at, outbox.id) > (?, ?) "
        "AND channel = ? AND (outbox.is_automatic = 0 OR ?) "
        "AND campaigns.status NOT IN ('paused', 'draft', 'scheduled') "
        f"{_NONE_OF if besides else ''} ORDER BY due_at, outbox.id LIMIT 1",
        (stamp(now), after.due_at, after.message_id, channel, int(with_automatic), *listed),
    )
    if found is None:
        return None
    message_id, due_at, campaign_id, rate = found
    return Next(message_id, channel, Position(due_at, message_id), campaign_id, rate)


def list_earliest(db: Database, *, with_automatic: bool) -> list[tuple[ChannelName, int]]:
    """For each channel that messages of running campaigns wait on, the moment when its first one is due."""
    rows = db.rows(
        "SELECT channel, min(due_at) FROM outbox JOIN campaigns ON campaigns.id = campaign_id "
        "WHERE state = 'pending' AND (outbox.is_automatic = 0 OR ?) "
        "AND campaigns.status NOT IN ('paused', 'draft', 'scheduled') GROUP BY 1 ORDER BY 2",
        (int(with_automatic),),
    )
    return [(ChannelName(channel), due_at) for channel, due_at in rows]


def get_row(db: Database, message_id: int) -> Row:
    """The row of a message; raises LookupError."""
    found = db.row(f"{_ROW} WHERE outbox.id = ?", (message_id,))
    if found is None:
        raise LookupError(f"There is no message number {message_id} in the queue.")
    return read_row(found)


def list_rows(db: Database, state: OutboxState) -> list[Row]:
    """All messages in a state that nobody has treated yet, oldest first."""
    return [
        read_row(each)
        for each in db.rows(f"{_ROW} WHERE state = ? AND treated_as IS NULL ORDER BY outbox.id", (state,))
    ]


def get_shop_state(db: Database, now: datetime) -> ShopState:
    """What holds every message of the shop back at this moment."""
    paused, untrusted, writing = db.row(
        f"SELECT {pausing.HOLDS}, EXISTS (SELECT 1 FROM meta WHERE key = :untrusted), "
        "EXISTS (SELECT 1 FROM imports WHERE state = 'writing')",
        {"now": stamp(now), "untrusted": CLOCK_UNTRUSTED_WORD},
    ) or (0, 0, 0)
    return ShopState(bool(paused), bool(untrusted), bool(writing))


def begin(  # noqa: PLR0913 - everything that the attempt is written down with
    db: Database,
    row: Row,
    provider: str,
    address: str,
    *,
    is_test: bool,
    now: datetime,
    sent_fields: Collection[str] = (),
) -> int:
    """The claim's last step: the row is on its way and its attempt written down; gives the attempt's id.

    `sent_fields`: what of the customer the call will carry.
    """
    db.run(
        "UPDATE outbox SET state = 'sending', reason = NULL, error = NULL, provider = ?, is_test = ?, "
        "attempts = attempts + 1, claimed_at = ?, settled_at = NULL WHERE id = ?",
        (provider, int(is_test), stamp(now), row.id),
    )
    if address != row.address:  # an index of its own, which most messages need not touch
        db.run("UPDATE outbox SET address = ? WHERE id = ?", (address, row.id))
    if is_test:
        # A message that was only pretended leaves its place to the real one.
        db.run(
            "UPDATE outbox SET part = 'test:' || id || ':' || part WHERE id = ? AND substr(part, 1, 5) <> 'test:'",
            (row.id,),
        )
    return message_log.begin_attempt(db, row.id, provider, now, tuple(sent_fields))


def begin_again(db: Database, message_id: int, provider: str, now: datetime) -> int:
    """A further call with the same key for a message that may have gone: the claim's moment stays the first one's."""
    db.run("UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?", (message_id,))
    return message_log.begin_attempt(db, message_id, provider, now, message_log.find_sent_fields(db, message_id))


def accept(db: Database, message_id: int, provider_id: str, sent_at: datetime, now: datetime) -> None:
    """The provider has the message."""
    db.run(
        "UPDATE outbox SET state = 'accepted', reason = NULL, error = NULL, treated_as = NULL, "
        "provider_message_id = ?, sent_at = ?, settled_at = ? WHERE id = ?",
        (provider_id, stamp(sent_at), stamp(now), message_id),
    )


def reject(db: Database, message_id: int, reason: Reason | None, error: str, now: datetime) -> None:
    """The provider refused the message for good."""
    db.run(
        "UPDATE outbox SET state = 'rejected', reason = ?, error = ?, treated_as = NULL, settled_at = ? WHERE id = ?",
        (reason, error, stamp(now), message_id),
    )


def doubt(db: Database, message_id: int, detail: str, provider_id: str | None, now: datetime, *, is_sent: bool) -> None:
    """Nobody knows whether the message went; `is_sent`: probably, so it counts as sent unless the owner objects."""
    db.run(
        "UPDATE outbox SET state = 'uncertain', reason = NULL, error = ?, settled_at = ?, "
        "provider_message_id = coalesce(?, provider_message_id), treated_as = CASE WHEN ? THEN 'sent' END, "
        "sent_at = CASE WHEN ? THEN claimed_at END WHERE id = ?",
        (detail, stamp(now), provider_id, int(is_sent), int(is_sent), message_id),
    )


def put_back(
    db: Database,
    message_id: int,
    reason: Reason | None,
    *,
    error: str | None = None,
    due_at: datetime | None = None,
    uses_attempt: bool = False,
) -> None:
    """The message provably did not go and waits again, from `due_at` on where one is given."""
    db.run(
        "UPDATE outbox SET state = 'pending', reason = ?, error = ?, due_at = coalesce(?, due_at), "
        "attempts = max(0, attempts - (CASE WHEN state = 'sending' AND NOT ? THEN 1 ELSE 0 END)), treated_as = NULL, "
        "sent_at = NULL WHERE id = ?",
        (reason, error, None if due_at is None else stamp(due_at), int(uses_attempt), message_id),
    )


def skip(db: Database, message_id: int, reason: Reason, detail: str | None, now: datetime) -> None:
    """The message will not go out any more."""
    db.run(
        "UPDATE outbox SET state = 'skipped', reason = ?, error = ?, settled_at = ? WHERE id = ?",
        (reason, detail, stamp(now), message_id),
    )


def cancel(db: Database, message_id: int, now: datetime) -> None:
    """The campaign of the message was called off."""
    db.run(
        "UPDATE outbox SET state = 'cancelled', reason = NULL, settled_at = ? WHERE id = ?", (stamp(now), message_id)
    )


def ask(db: Database, message_id: int, reason: Reason) -> None:
    """The owner has to say something before the message may go."""
    db.run(
        "UPDATE outbox SET state = 'held', reason = ?, approved_at = NULL, is_test = 0, due_at = NULL, "
        "expires_at = NULL WHERE id = ?",
        (reason, message_id),
    )


def mark_channel(db: Database, channel: ChannelName, provider: str | None, reason: Reason, now: datetime) -> None:
    """Lets everything due on a channel say why it waits, and for which provider."""
    db.run(
        "UPDATE outbox SET reason = ?, provider = coalesce(?, provider) WHERE state = 'pending' AND channel = ? "
        "AND due_at <= ? AND reason IS NOT ?",
        (reason, provider, channel, stamp(now), reason),
    )


def count_due(db: Database, now: datetime) -> int:
    """How many messages could be due now."""
    return int(db.value("SELECT count(*) FROM outbox WHERE state = 'pending' AND due_at <= ?", (stamp(now),)))


def count_deferred(db: Database, now: datetime) -> int:
    """How many messages still wait because they may not go now: due ones, and those put off with a reason."""
    return int(
        db.value(
            "SELECT count(*) FROM outbox WHERE state = 'pending' AND (due_at <= ? OR reason IS NOT NULL)",
            (stamp(now),),
        )
    )


def pause_campaign(db: Database, campaign_id: int) -> bool:
    """Stops a running campaign, and lets what waits of it say so; True when it ran."""
    if not db.run("UPDATE campaigns SET status = 'paused' WHERE id = ? AND status = 'active'", (campaign_id,)):
        return False
    db.run("UPDATE outbox SET reason = ? WHERE state = 'pending' AND campaign_id = ?", (Reason.PAUSED, campaign_id))
    return True


def mark_address(db: Database, row: Row, state: str, at: datetime) -> None:
    """Remembers what is wrong with the address that a message went to.

    A number is left alone on that channel only: one without WhatsApp may take texts, and a landline calls.
    """
    kind = ADDRESS_KINDS[row.channel]
    if kind == "phone":
        suppressions.suppress(db, kind, row.address, channel=row.channel, reason="bounced", source="provider", at=at)
        return
    if kind == "email":
        db.run("UPDATE customers SET email_state = ? WHERE id = ? AND email = ?", (state, row.person_id, row.address))
    db.run(
        "UPDATE contact_points SET state = ? WHERE customer_id = ? AND kind = ? AND value = ?",
        (state, row.person_id, kind, row.address),
    )


def read_row(found: Sequence[object]) -> Row:
    """The row out of `ROW_COLUMNS`; raises DatabaseDamaged for what the program can't have written."""
    try:
        return _read_row(found)
    except (ValueError, TypeError, AttributeError) as fault:
        raise DatabaseDamaged(DAMAGED) from fault


def _read_row(found: Sequence[object]) -> Row:
    values = list(found)
    values[5] = ChannelName(str(values[5]))
    # An erased person's messages have lost their words.
    values[8] = Content.from_dict({"text": "", **json.loads(str(values[8]))})
    values[9] = OutboxState(str(values[9]))
    values[10], values[11] = bool(values[10]), bool(values[11])
    values[13] = None if values[13] is None else from_stamp(int(str(values[13])))
    values[16], values[17] = bool(values[16]), bool(values[17])
    values[14] = None if values[14] is None else Reason(str(values[14]))
    return Row(*values)  # type: ignore[arg-type]
