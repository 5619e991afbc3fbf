"""The settlement: what a provider's answer proves, written down in one transaction (the table of promises.md)."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.moments import local_day, start_of_day
from reengage_desktop.domain.outcomes import (
    Accepted,
    BadAccount,
    NotSent,
    Outcome,
    Refusal,
    Rejected,
    Throttled,
    Uncertain,
)
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.engine.sending import breaking
from reengage_desktop.engine.sending.claiming import Claimed
from reengage_desktop.store import claims, customers, message_log, outbox, provider_states, sent_ledger
from reengage_desktop.store.claims import Row
from reengage_desktop.store.database import Database
from reengage_desktop.store.message_log import AttemptEnd
from reengage_desktop.store.provider_states import Rest

_log = logging.getLogger(__name__)

LONGEST_WAIT_S = 30.0
"""A provider that wants a longer rest is left alone for this run."""
_THROTTLES_IN_A_ROW = 5
_FIRST_REST_S = 4.0
_LONG_REST_S = 900.0

_REASONS: dict[Refusal, Reason | None] = {
    Refusal.INVALID_ADDRESS: Reason.ADDRESS_INVALID,
    Refusal.OPTED_OUT: Reason.OPTED_OUT,
    Refusal.BLOCKED: Reason.SUPPRESSED,
    Refusal.WINDOW: Reason.PROVIDER_LIMIT,
    Refusal.TEMPLATE: Reason.TEMPLATE_MISSING_FIELD,
    Refusal.CAPPED: Reason.PROVIDER_LIMIT,
    Refusal.CONTENT: None,
    Refusal.NOT_ALLOWED: Reason.NOT_ALLOWED_BY_LAW,
}


@dataclass(frozen=True)
class Settled:
    """Where a message stands after its call, and what its provider must be spared from now on.

    `rest_s`: nothing more for so many seconds. `stop`: nothing more in this run, for that reason.
    """

    state: OutboxState
    reason: Reason | None = None
    detail: str = ""
    rest_s: float = 0.0
    stop: Reason | None = None


def settle(
    db: Database, claimed: Claimed, outcome: Outcome, settings: Settings, now: datetime, *, is_echo: bool = False
) -> Settled:
    """Writes down what the call proved, inside the caller's immediate transaction.

    `is_echo`: it was throttled, and so was another call that it was out beside; that one has told the provider's rest.
    Of a person who was forgotten during the call nothing is kept that the provider says: it may name her address.
    """
    if not isinstance(outcome, Accepted) and claims.get_row(db, claimed.row.id).is_erased:
        outcome = replace(outcome, detail="")
        claimed = replace(claimed, row=replace(claimed.row, address=""))
    end, code, detail = words_of(outcome)
    message_log.end_attempt(db, claimed.attempt_id, end, message_log.ECHO if is_echo else code, detail, now)
    if isinstance(outcome, Rejected) and outcome.words_stayed:
        message_log.keep_sent_fields(db, claimed.attempt_id, [ADDRESS_KINDS[claimed.row.channel]])
    settled = _echoed(db, claimed, detail) if is_echo else _apply(db, claimed, outcome, settings, now)
    if settled.state in (OutboxState.REJECTED, OutboxState.UNCERTAIN):
        breaking.trip_if_needed(db, claimed.row.campaign_id, outcome, now)
    _log.info(
        "settled message=%s provider=%s outcome=%s code=%s reason=%s",
        claimed.row.id,
        claimed.row.provider,
        end,
        code,
        settled.reason,
    )
    return settled


def words_of(outcome: Outcome) -> tuple[AttemptEnd, str | None, str | None]:
    """How the attempt ended, with the provider's code and words."""
    match outcome:
        case Accepted(provider_id):
            return AttemptEnd.ACCEPTED, None, None if provider_id else "The provider gave no id."
        case Rejected(_, code, detail):
            return AttemptEnd.REJECTED, code, detail
        case Throttled(_, _, detail):
            return AttemptEnd.THROTTLED, None, detail
        case NotSent(detail):
            return AttemptEnd.NOT_SENT, None, detail
        case BadAccount(_, code, detail):
            return AttemptEnd.BAD_ACCOUNT, code, detail
        case Uncertain(detail, _):
            return AttemptEnd.UNCERTAIN, None, detail


def _apply(db: Database, claimed: Claimed, outcome: Outcome, settings: Settings, now: datetime) -> Settled:
    message_id = claimed.row.id
    match outcome:
        case Accepted(provider_id):
            return _accepted(db, message_id, provider_id, now)
        case Rejected():
            return refuse(db, claimed.row, outcome, now)
        case Uncertain(detail, provider_id):
            claims.doubt(db, message_id, detail, provider_id, now, is_sent=False)
            return Settled(OutboxState.UNCERTAIN, detail=detail)
        case _:
            # The other three prove that nothing went: the touch is free and the message waits again.
            outbox.release_touch(db, message_id)
            sent_ledger.take_back(db, claimed.row.reference)
            return _not_sent(db, claimed, outcome, settings, now)


def _accepted(db: Database, message_id: int, provider_id: str | None, now: datetime) -> Settled:
    if provider_id is None:
        detail = "The provider took the message without giving it an id."
        claims.doubt(db, message_id, detail, None, now, is_sent=True)
        return Settled(OutboxState.UNCERTAIN, detail=detail)
    claims.accept(db, message_id, provider_id, now, now)
    return Settled(OutboxState.ACCEPTED)


def _not_sent(
    db: Database, claimed: Claimed, outcome: Throttled | NotSent | BadAccount, settings: Settings, now: datetime
) -> Settled:
    message_id, provider, detail = claimed.row.id, _provider(claimed), outcome.detail
    match outcome:
        case Throttled():
            return _throttled(db, claimed, outcome, settings, now)
        case NotSent():
            claims.put_back(db, message_id, None, error=detail)
            provider_states.rest_unreachable(db, provider, detail, now)
            return Settled(OutboxState.PENDING, None, detail, stop=Reason.PROVIDER_PAUSED)
        case BadAccount(cause):
            claims.put_back(db, message_id, Reason.PROVIDER_PAUSED, error=detail)
            provider_states.pause(db, provider, cause, detail, _carried(claimed, settings), now)
            return Settled(OutboxState.PENDING, Reason.PROVIDER_PAUSED, detail, stop=Reason.PROVIDER_PAUSED)


def refuse(db: Database, row: Row, outcome: Rejected, now: datetime) -> Settled:
    """The provider refused the message for good: its touch is free again, and what that says of the person is kept."""
    reason = _REASONS[outcome.refusal]
    outbox.release_touch(db, row.id)
    claims.reject(db, row.id, reason, outcome.detail, now)
    if outcome.refusal is Refusal.INVALID_ADDRESS and row.address:
        claims.mark_address(db, row, "invalid", now)
    elif outcome.refusal is Refusal.OPTED_OUT:
        customers.opt_out(
            db, row.person_id, channel=row.channel, source="provider", at=now, wording=outcome.detail or None
        )
    return Settled(OutboxState.REJECTED, reason, outcome.detail)


def _throttled(db: Database, claimed: Claimed, outcome: Throttled, settings: Settings, now: datetime) -> Settled:
    provider = _provider(claimed)
    if outcome.daily:
        until = start_of_day(local_day(now, settings.zone) + timedelta(days=1), settings.zone)
        provider_states.rest(db, provider, Rest.QUOTA, outcome.detail, until, now)
        stop: Reason | None = Reason.PROVIDER_LIMIT
        rest_s = 0.0
    else:
        in_a_row = _count_throttles(db, provider)
        rest_s = outcome.retry_after_s or min(_LONG_REST_S, _FIRST_REST_S * 2 ** (in_a_row - 1))
        if in_a_row >= _THROTTLES_IN_A_ROW:
            rest_s = max(rest_s, _LONG_REST_S)
        until = now + timedelta(seconds=rest_s)
        stop = Reason.PROVIDER_LIMIT if rest_s > LONGEST_WAIT_S else None
        if stop is not None:
            provider_states.rest(db, provider, Rest.THROTTLED, outcome.detail, until, now)
    due_at = None if stop is None and rest_s <= LONGEST_WAIT_S else until
    claims.put_back(db, claimed.row.id, Reason.PROVIDER_LIMIT, error=outcome.detail, due_at=due_at)
    return Settled(OutboxState.PENDING, Reason.PROVIDER_LIMIT, outcome.detail, rest_s, stop)


def _echoed(db: Database, claimed: Claimed, detail: str | None) -> Settled:
    """The message waits again, and asks for no rest of its own."""
    outbox.release_touch(db, claimed.row.id)
    sent_ledger.take_back(db, claimed.row.reference)
    claims.put_back(db, claimed.row.id, Reason.PROVIDER_LIMIT, error=detail)
    return Settled(OutboxState.PENDING, Reason.PROVIDER_LIMIT, detail or "")


def _count_throttles(db: Database, provider: str) -> int:
    ends = message_log.list_last_ends_of(db, provider, _THROTTLES_IN_A_ROW)
    in_a_row = 0
    for end in ends:
        if end != AttemptEnd.THROTTLED:
            break
        in_a_row += 1
    return in_a_row


def _carried(claimed: Claimed, settings: Settings) -> list[ChannelName]:
    return carried_by(_provider(claimed), settings) or [claimed.row.channel]


def carried_by(provider: str, settings: Settings) -> list[ChannelName]:
    """The channels that go through a provider now."""
    return [channel for channel in ChannelName if settings.provider_of(channel) == provider]


def _provider(claimed: Claimed) -> str:
    return claimed.row.provider or ""
