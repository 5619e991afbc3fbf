"""Messages whose address was refused or has gone bad, on their way to the next channel; and who answers on which."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.store.database import Database


@dataclass(frozen=True)
class Fallen:
    """A message that did not go because of its address. `was_minor`: what its product cost when she looked at it."""

    message_id: int
    customer_id: int
    campaign_id: int
    campaign_type: str
    channel: ChannelName
    occasion: str
    is_automatic: bool
    product_id: int | None
    price_minor: int | None
    was_minor: int | None


@dataclass(frozen=True)
class Landing:
    """Where a message goes instead, and what it says there. `variant`: which of several wordings that is, if any."""

    channel: ChannelName
    address: str
    content: Content
    code_id: int | None
    needs_approval: bool
    variant: str | None = None


def list_fallen(db: Database, now: datetime, limit: int) -> list[Fallen]:
    """Messages of running campaigns in one part whose address failed and which may still go in time, once each.

    What somebody asked for on the spot has its answer already and is none of them.
    """
    rows = db.rows(
        "SELECT outbox.id, customer_id, campaign_id, outbox.campaign_type, channel, occasion, outbox.is_automatic, "
        "product_id, price_minor, json_extract(decision, '$.was_minor') FROM outbox INDEXED BY outbox_state "
        "JOIN campaigns ON campaigns.id = campaign_id "
        "WHERE state IN ('rejected', 'skipped') AND reason IN ('address_invalid', 'bounced') AND part = '0' "
        "AND step = 0 AND is_test = 0 AND expires_at > ? AND campaigns.status IN ('active', 'completed') "
        "AND archived_at IS NULL AND campaigns.is_automatic = outbox.is_automatic "
        "AND json_extract(decision, '$.fell_over_from') IS NULL ORDER BY outbox.id LIMIT ?",
        (stamp(now), limit),
    )
    return [
        Fallen(message_id, person, campaign_id, kind, ChannelName(channel), occasion, bool(automatic), *product)
        for message_id, person, campaign_id, kind, channel, occasion, automatic, *product in rows
    ]


def move(db: Database, fallen: Fallen, landing: Landing, now: datetime) -> bool:
    """The same row on its new channel, due now or waiting for the owner's word; its attempts stay what they were.

    False, and nothing done, where it waits again or is on its way since it was listed.
    """
    state = OutboxState.HELD if landing.needs_approval else OutboxState.PENDING
    moved = db.run(
        "UPDATE outbox SET channel = ?, address = ?, content = ?, code_id = coalesce(?, code_id), state = ?, "
        "reason = ?, error = NULL, provider = NULL, provider_message_id = NULL, claimed_at = NULL, settled_at = NULL, "
        "sent_at = NULL, due_at = ?, expires_at = CASE WHEN ? THEN NULL ELSE expires_at END, approved_at = NULL, "
        "variant = ?, decision = json_patch(decision, json_object('fell_over_from', ?, 'variant', ?)) "
        "WHERE id = ? AND state IN ('rejected', 'skipped')",
        (
            landing.channel,
            landing.address,
            json.dumps(landing.content.as_dict(), ensure_ascii=False),
            landing.code_id,
            state,
            Reason.AWAITING_APPROVAL if landing.needs_approval else None,
            None if landing.needs_approval else stamp(now),
            int(landing.needs_approval),
            landing.variant,
            fallen.channel,
            landing.variant,
            fallen.message_id,
        ),
    )
    if moved and landing.code_id is not None:
        db.run("UPDATE discount_codes SET outbox_id = ? WHERE id = ?", (fallen.message_id, landing.code_id))
    return moved > 0


def leave(db: Database, fallen: Fallen) -> None:
    """No other channel reaches her: it stays as it is, and is not looked at again."""
    db.run("UPDATE outbox SET decision = json_set(decision, '$.fell_over_from', '') WHERE id = ?", (fallen.message_id,))


def count_responses(db: Database, customer_ids: Iterable[int]) -> dict[tuple[int, ChannelName], int]:
    """How many messages each of the customers answered, clicked in, or bought after, by channel."""
    rows = db.rows(
        "SELECT customer_id, channel, count(*) FROM outbox WHERE customer_id IN (SELECT value FROM json_each(?)) "
        "AND is_test = 0 AND sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM delivery_events AS e "
        "WHERE e.outbox_id = outbox.id AND e.kind IN ('answered', 'clicked', 'converted')) "
        "OR EXISTS (SELECT 1 FROM conversions WHERE conversions.outbox_id = outbox.id)) GROUP BY 1, 2",
        (json.dumps(list(customer_ids)),),
    )
    return {(customer_id, ChannelName(channel)): count for customer_id, channel, count in rows}


def rank(
    channels: Sequence[ChannelName], customer_id: int, responses: dict[tuple[int, ChannelName], int]
) -> list[ChannelName]:
    """The channels with those first on which she has responded most; otherwise in the order in which they came."""
    return sorted(channels, key=lambda channel: -responses.get((customer_id, channel), 0))
