"""What came back: asks every provider for opt-outs, replies and delivery, and writes down what is new.

Reads what engine.sending handed over. Opt-outs come first, in the same transaction as the place up to which the
provider was asked, so that stopping at any moment loses nothing and repeating changes nothing. Where a provider that
tells opt-outs can't be asked, its channel waits until it can (promise 10).
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reengage_desktop.channels.protocol import (
    Bounce,
    Channel,
    NotConfigured,
    OptOut,
    Pending,
    Pulled,
    PullFailed,
    Reply,
    Report,
    SupportsStatusPull,
)
from reengage_desktop.domain.contacts import normalise_email
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.outcomes import Refusal
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.stop_words import Wish, read_wish
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, NoticeKind
from reengage_desktop.store import claims, customers, message_log, notices, provider_states, receipts, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest

_log = logging.getLogger(__name__)

PAGE_DEADLINE_S = 60.0
_REACH = timedelta(days=7)
_LONGEST_WORDING = 200
# Until it can be asked again: the next answer ends it, no clock does.
_UNTIL_ASKED = timedelta(days=365)

BuildChannel = Callable[[ChannelName], Channel | NotConfigured]


@dataclass
class SyncResult:
    """What was new. `failed` holds, by provider, why it could not be asked; `notes` what a provider does not offer."""

    events: dict[EventKind, int] = field(default_factory=dict)
    opt_outs: int = 0
    replies: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def count(self, kind: EventKind) -> None:
        """One more new fact of a kind."""
        self.events[kind] = self.events.get(kind, 0) + 1

    def as_json(self) -> dict[str, object]:
        """The command line's answer."""
        return {
            "events": {kind.value: number for kind, number in sorted(self.events.items())},
            "opt_outs": self.opt_outs,
            "replies": self.replies,
            "failed": self.failed,
            "notes": self.notes,
        }


def sync_status(
    db: Database,
    channels: BuildChannel,
    settings: Settings,  # noqa: ARG001 - every acting step is handed the settings
    now: datetime,
    stop: Callable[[], bool] = lambda: False,
) -> SyncResult:
    """Asks every configured provider what came back since it was last asked; stops between two pages when told to."""
    result = SyncResult()
    for name in ChannelName:
        if stop():
            break
        channel = channels(name)
        if not isinstance(channel, NotConfigured):
            try:
                _sync_channel(_Learning(db, name, channel, now, result), stop)
            finally:
                channel.close()
    _log.info("synced", extra={"facts": result.as_json()})
    return result


def sync_if_older(
    db: Database, channels: BuildChannel, settings: Settings, now: datetime, age: timedelta = timedelta(minutes=5)
) -> SyncResult:
    """Asks only those providers of opt-outs that were not asked lately: what sending does first (promise 10)."""

    def build(name: ChannelName) -> Channel | NotConfigured:
        channel = channels(name)
        if isinstance(channel, NotConfigured):
            return channel
        asked_at = receipts.find_asked_at(db, channel.name, name)
        is_fresh = asked_at is not None and asked_at <= now < asked_at + age
        if channel.capabilities.pulls_opt_outs and (not is_fresh or _is_held(db, channel.name)):
            return channel
        channel.close()
        return NotConfigured("It was asked a moment ago.")

    return sync_status(db, build, settings, now)


@dataclass
class _Learning:
    """One channel's turn: who is asked, as of when, and where what is learned is counted."""

    db: Database
    name: ChannelName
    channel: Channel
    now: datetime
    result: SyncResult

    @property
    def provider(self) -> str:
        return self.channel.name

    def clamp(self, at: datetime) -> datetime:
        """The provider's moment, but never one that lies ahead of us: two clocks never agree."""
        return min(at, self.now)


def _sync_channel(turn: _Learning, stop: Callable[[], bool]) -> None:
    if not isinstance(turn.channel, SupportsStatusPull):
        return
    waiting = receipts.list_open(turn.db, turn.provider, turn.name, turn.now, _REACH)
    pending = [Pending(sent.message_id, sent.reference, sent.provider_id, sent.sent_at) for sent in waiting]
    cursor = receipts.find_cursor(turn.db, turn.provider, turn.name)
    more = True
    while more and not stop():
        pulled = turn.channel.pull(cursor, turn.now, pending, time.monotonic() + PAGE_DEADLINE_S)
        if isinstance(pulled, PullFailed):
            _hold(turn, pulled.detail)
            return
        with turn.db.write():
            _learn(turn, pulled)
        if pulled.note and pulled.note not in turn.result.notes:
            turn.result.notes.append(pulled.note)
        more = pulled.more and pulled.cursor != cursor
        cursor = pulled.cursor
    if not more:
        _release(turn)


def _learn(turn: _Learning, pulled: Pulled) -> None:
    for opt_out in pulled.opt_outs:
        _take_opt_out(turn, opt_out)
    wishes = sorted(pulled.replies, key=lambda reply: reply.at)
    for reply in wishes:
        _take_reply(turn, reply)
    for bounce in pulled.bounces:
        _take_bounce(turn, bounce)
    for report in pulled.reports:
        _take_report(turn, report)
    receipts.put_cursor(turn.db, turn.provider, turn.name, pulled.cursor or "", turn.now)


def _take_opt_out(turn: _Learning, opt_out: OptOut) -> None:
    people = _people(turn, opt_out.address)
    if _is_new(turn, opt_out.event_id, EventKind.OPTED_OUT, opt_out.at, people, opt_out.wording):
        _opt_out(turn, opt_out.address, people, opt_out.at, "provider", opt_out.wording)


def _take_bounce(turn: _Learning, bounce: Bounce) -> None:
    people = _people(turn, bounce.address)
    if people and _is_new(turn, bounce.event_id, EventKind.BOUNCED, bounce.at, people, bounce.wording):
        customers.mark_bounced(turn.db, people, _normal(turn.name, bounce.address))


def _take_reply(turn: _Learning, reply: Reply) -> None:
    wish = read_wish(reply.text)
    kind = EventKind.OPTED_OUT if wish is Wish.STOP else EventKind.ANSWERED
    people, wording = _people(turn, reply.address), reply.text[:_LONGEST_WORDING]
    if not _is_new(turn, reply.event_id, kind, reply.at, people, wording):
        return
    turn.result.replies += 1
    if wish in (Wish.STOP, Wish.MAYBE_STOP):
        _opt_out(turn, reply.address, people, reply.at, "person", wording)
    if wish in (Wish.MAYBE_STOP, Wish.START):
        # The owner reads these herself: the first may have meant something else, the second may want to come back.
        figures = {"customer_id": people[0] if people else None, "channel": turn.name}
        is_stop = wish is Wish.MAYBE_STOP
        told = NoticeKind.REPLY_MAY_BE_OPT_OUT if is_stop else NoticeKind.REPLY_WANTS_BACK
        notices.tell(turn.db, f"reply:{turn.provider}:{reply.event_id}", told, figures, turn.now)


def _take_report(turn: _Learning, report: Report) -> None:
    sent = receipts.find_sent(turn.db, turn.provider, report.provider_id)
    if sent is None:
        return  # somebody else's message in the same account
    if report.kind is EventKind.OPENED:  # who read it got it, also where the provider does not say so
        _add(turn, sent, EventKind.DELIVERED, report.at, f"{report.provider_id}:{EventKind.DELIVERED}", None)
    row = claims.get_row(turn.db, sent.message_id)
    # What a provider says of a forgotten person's message may name her address: only that it happened is kept.
    detail = None if row.is_erased else " ".join(filter(None, (report.code, report.detail))) or None
    if not _add(turn, sent, report.kind, report.at, report.event_id, detail) or row.is_erased:
        return
    if report.refusal is Refusal.INVALID_ADDRESS or report.kind is EventKind.BOUNCED:
        claims.mark_address(turn.db, row, "bounced", turn.clamp(report.at))
    if report.refusal is Refusal.OPTED_OUT or report.kind in (EventKind.OPTED_OUT, EventKind.COMPLAINED):
        _opt_out(turn, row.address, [sent.customer_id], report.at, "provider", detail or "")


def _add(
    turn: _Learning, sent: receipts.Sent, kind: EventKind, at: datetime, event_id: str, detail: str | None
) -> bool:
    is_new = message_log.add_event(
        turn.db,
        message_id=sent.message_id,
        customer_id=sent.customer_id,
        kind=kind,
        at=turn.clamp(at),
        provider=turn.provider,
        event_id=event_id,
        detail=detail,
    )
    if is_new:
        turn.result.count(kind)
    return is_new


def _is_new(turn: _Learning, event_id: str, kind: EventKind, at: datetime, people: list[int], wording: str) -> bool:
    answered = receipts.find_last_sent_to(turn.db, turn.name, people[0], turn.clamp(at)) if people else None
    is_new = message_log.add_event(
        turn.db,
        message_id=answered,
        customer_id=people[0] if people else None,
        kind=kind,
        at=turn.clamp(at),
        provider=turn.provider,
        event_id=event_id,
        # What a stranger wrote is none of the shop's customers' data: only that she wrote is kept.
        detail=wording if people else None,
    )
    if is_new:
        turn.result.count(kind)
    return is_new


def _opt_out(turn: _Learning, address: str, people: list[int], at: datetime, source: str, wording: str) -> None:
    """Nobody with this address is written to on this channel any more, whether she is known or not."""
    at = turn.clamp(at)
    stayed = [person for person in people if receipts.has_agreed_since(turn.db, person, turn.name, at)]
    if people and len(stayed) == len(people):
        return
    for person in people:
        if person not in stayed:
            customers.opt_out(
                turn.db, person, channel=turn.name, source=source, at=at, wording=wording[:_LONGEST_WORDING] or None
            )
    if not people:
        suppressions.suppress(
            turn.db,
            ADDRESS_KINDS[turn.name],
            _normal(turn.name, address),
            channel=turn.name,
            reason="opt_out",
            source=source,
            at=at,
        )
    turn.result.opt_outs += 1


def _people(turn: _Learning, address: str) -> list[int]:
    kind = ADDRESS_KINDS[turn.name]
    if kind not in ("email", "phone"):
        return []
    return customers.find_all_by_address(turn.db, kind, _normal(turn.name, address))


def _normal(channel: ChannelName, address: str) -> str:
    if channel is ChannelName.EMAIL:
        return normalise_email(address) or address
    return address if address.startswith("+") else f"+{address}"


def _hold(turn: _Learning, detail: str) -> None:
    turn.result.failed[turn.provider] = detail
    if not turn.channel.capabilities.pulls_opt_outs:
        return
    until = turn.now + _UNTIL_ASKED
    with turn.db.write():
        before = provider_states.find(turn.db, turn.provider)
        if before is not None and before.retry_at is None:
            return  # paused until the owner mends the account: that is said already
        provider_states.rest(turn.db, turn.provider, Rest.OPT_OUTS_UNKNOWN, detail, until, turn.now)
        figures = {"provider": turn.provider, "channel": turn.name, "detail": detail}
        key = provider_states.notice_key(turn.provider)
        notices.tell(turn.db, key, NoticeKind.OPT_OUTS_UNKNOWN, figures, turn.now)


def _release(turn: _Learning) -> None:
    if _is_held(turn.db, turn.provider) and turn.provider not in turn.result.failed:
        provider_states.resume(turn.db, turn.provider, turn.now)


def _is_held(db: Database, provider: str) -> bool:
    state = provider_states.find(db, provider)
    return state is not None and state.cause == Rest.OPT_OUTS_UNKNOWN
