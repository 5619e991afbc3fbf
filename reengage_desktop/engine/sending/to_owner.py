"""A message that the owner sends to herself, to look at: the protocol of the outbox, and no trace in any figure.

Claim (commit) → call → settle (commit), as for every message. What holds all sending holds this one too; the customer
whose figures fill the text has no part in it, so her consent, caps and quiet hours are not asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reengage_desktop.channels.protocol import NotConfigured
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.eligibility import held_up_by
from reengage_desktop.domain.messages import Content, Outgoing
from reengage_desktop.domain.outcomes import Accepted, BadAccount, Outcome, Uncertain
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.sending.calling import hand_over
from reengage_desktop.engine.sending.lines import BuildChannel, Line, Lines
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.engine.sending.settling import carried_by, words_of
from reengage_desktop.store import claims, customers, provider_states, suppressions, test_messages, unsubscribing
from reengage_desktop.store.database import Database

_LONGEST_WAIT_S = 20.0


class Ending(StrEnum):
    """What became of a message to the owner."""

    SENT = "sent"
    PRETENDED = "pretended"
    UNSURE = "unsure"
    REFUSED = "refused"
    HELD = "held"
    NOT_CONNECTED = "not_connected"
    PROVIDER_RESTS = "provider_rests"
    A_CUSTOMERS = "a_customers"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True)
class ToOwner:
    """One message to the owner's own address; `is_own`: the shop itself writes from it or is answered there."""

    template: str
    channel: ChannelName
    address: str
    content: Content
    is_own: bool


@dataclass(frozen=True)
class Sent:
    """How it ended; `reason` is what holds all sending, `detail` the provider's words or what is missing."""

    ending: Ending
    provider: str = ""
    detail: str = ""
    reason: Reason | None = None


@dataclass(frozen=True)
class _Claimed:
    row_id: int
    outgoing: Outgoing


def send_to_owner(
    db: Database,
    message: ToOwner,
    channels: BuildChannel,
    load: Callable[[], Settings],
    clock: Callable[[], datetime],
    *,
    pace: Pace | None = None,
) -> Sent:
    """Sends it at once, or says what forbids it; it is never tried again by itself."""
    pace = pace or Pace()
    lines = Lines(db, channels, pace, probes=True)
    try:
        line = lines.open(message.channel, load(), clock())
        if isinstance(line, NotConfigured):
            return Sent(Ending.NOT_CONNECTED, detail=line.detail)
        if (wait_s := line.provider.wait_s(pace.monotonic())) > _LONGEST_WAIT_S:
            return Sent(Ending.PROVIDER_RESTS, line.provider.name)
        pace.wait(wait_s, lambda: False)
        with db.write():
            claimed = _claim(db, message, line, lines, load(), clock())
        return claimed if isinstance(claimed, Sent) else _call(db, claimed, line, load, clock)
    finally:
        lines.close()


def _claim(
    db: Database, message: ToOwner, line: Line, lines: Lines, settings: Settings, now: datetime
) -> _Claimed | Sent:
    held_by = held_up_by(claims.get_shop_state(db, now))
    if held_by is not None:
        return Sent(Ending.HELD, reason=held_by)
    refused = None if message.is_own else _not_hers(db, message)
    if refused is not None:
        return Sent(refused)
    provider = line.provider.name
    if lines.find(message.channel, settings) is not line or line.provider.why is not None:
        state = provider_states.find(db, provider)
        return Sent(Ending.PROVIDER_RESTS, provider, "" if state is None else state.detail)
    row_id, reference = test_messages.begin(db, message.template, message.channel, provider, now)
    token = unsubscribing.token(db, reference)
    return _Claimed(row_id, Outgoing(row_id, reference, message.channel, message.address, None, message.content, token))


def _not_hers(db: Database, message: ToOwner) -> Ending | None:
    """Whether the address is somebody else's: a customer's, or one that is never written to."""
    kind = ADDRESS_KINDS[message.channel]
    if kind in ("email", "phone") and customers.find_all_by_address(db, kind, message.address):
        return Ending.A_CUSTOMERS
    refused = suppressions.find_reason(db, kind, message.address, message.channel)
    return None if refused is None else Ending.SUPPRESSED


def _call(
    db: Database, claimed: _Claimed, line: Line, load: Callable[[], Settings], clock: Callable[[], datetime]
) -> Sent:
    outcome = hand_over(line.adapter, claimed.outgoing)
    how, code, detail = words_of(outcome)
    provider = line.provider.name
    with db.write():
        test_messages.end(db, claimed.row_id, how, code, detail, clock())
        if isinstance(outcome, BadAccount):
            told = carried_by(provider, load()) or [claimed.outgoing.channel]
            provider_states.pause(db, provider, outcome.cause, outcome.detail, told, clock())
        elif isinstance(outcome, Accepted) and line.provider.is_troubled:
            provider_states.resume(db, provider, clock())
    return Sent(_ending(outcome, provider), provider, _spoken(code, detail))


def _ending(outcome: Outcome, provider: str) -> Ending:
    if isinstance(outcome, Accepted) and outcome.provider_id is not None:
        return Ending.PRETENDED if provider == "pretend" else Ending.SENT
    return Ending.UNSURE if isinstance(outcome, Accepted | Uncertain) else Ending.REFUSED


def _spoken(code: str | None, detail: str | None) -> str:
    words = (detail or "").strip().rstrip(".")
    return words if not code or code in words else f"{words} ({code})".strip()
