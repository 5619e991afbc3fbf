"""What the owner does herself: the same claim, caps and results as for any message, and one click for how it ended.

Begun is claimed: the person counts as contacted from then on, and the message waits for the owner's word however long
that takes. Nothing here says that something was done which nobody said was done.
"""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.channels.hand import HandChannel
from reengage_desktop.channels.protocol import CallResult
from reengage_desktop.domain.by_hand import HAND, HAND_CHANNELS, HandResult
from reengage_desktop.domain.eligibility import Skip, Verdict, judge
from reengage_desktop.domain.moments import day_number, stamp
from reengage_desktop.domain.outcomes import Refusal, Rejected
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, OutboxState, Reason
from reengage_desktop.engine.sending import settling
from reengage_desktop.engine.sending.claiming import Claimed, claim
from reengage_desktop.engine.sending.lines import Line, Provider
from reengage_desktop.engine.sending.pacing import Window
from reengage_desktop.store import (
    by_hand,
    calls,
    caps,
    claim_facts,
    claims,
    customers,
    message_log,
    outbox,
    refusing,
    sent_ledger,
    suppressions,
)
from reengage_desktop.store.by_hand import Before
from reengage_desktop.store.claims import Row
from reengage_desktop.store.database import Database
from reengage_desktop.store.database import Row as RefusalRow
from reengage_desktop.store.message_log import AttemptEnd
from reengage_desktop.store.refusing import Slip

_FACTS: dict[HandResult, tuple[EventKind, ...]] = {
    HandResult.DONE: (),
    HandResult.INTERESTED: (EventKind.DELIVERED, EventKind.ANSWERED, EventKind.CONVERTED),
    HandResult.NO_ANSWER: (EventKind.FAILED,),
    HandResult.NOT_NOW: (EventKind.DELIVERED, EventKind.ANSWERED),
    HandResult.STOP: (EventKind.DELIVERED, EventKind.OPTED_OUT),
}
_NOT_REACHED = "customer-did-not-answer"
"""The word by which the calls of a voice say the same (channels.call_ends)."""
_SAID: dict[HandResult, CallResult] = {
    HandResult.INTERESTED: CallResult.INTERESTED,
    HandResult.NOT_NOW: CallResult.NOT_NOW,
    HandResult.STOP: CallResult.STOP,
}


class NotOpen(Exception):
    """The message waits for nobody's hands any more: it is done, was taken out, or went another way."""


@dataclass(frozen=True)
class Waiting:
    """A message in the owner's list; `verdict` says whether she may do it now, and if not, until when it waits."""

    row: Row
    verdict: Verdict
    is_begun: bool


@dataclass(frozen=True)
class Recorded:
    """One click, and what its Undo needs. `state`: where the message stands by it; `refused`: her refusals after it."""

    message_id: int
    result: HandResult
    state: OutboxState
    before: Before
    refused: tuple[RefusalRow, ...] = ()
    slip: Slip | None = None
    enquiry_id: int | None = None


def channels_by_hand(settings: Settings) -> tuple[ChannelName, ...]:
    """The channels that the owner carries herself now."""
    return tuple(channel for channel in HAND_CHANNELS if settings.provider_of(channel) == HAND)


def list_waiting(db: Database, settings: Settings, now: datetime) -> list[Waiting]:
    """What waits for the owner's hands. What may never go any more is skipped with its reason, as a sender would."""
    found: list[Waiting] = []
    with db.write():
        outbox.skip_stale(db, now)
        shop = claims.get_shop_state(db, now)
        for message_id in by_hand.list_waiting(db, channels_by_hand(settings), now):
            row, waiting, _ = claim_facts.look(db, message_id)
            verdict = judge(waiting, shop, settings, now)
            is_begun = row.state is OutboxState.SENDING
            if isinstance(verdict, Skip) and not is_begun:
                claims.skip(db, row.id, verdict.reason, verdict.detail, now)
                continue
            found.append(Waiting(row, verdict, is_begun))
    return found


def begin(db: Database, message_id: int, settings: Settings, now: datetime) -> Reason | None:
    """The owner takes a message into her hands: the claim with every check of the queue; gives what stands in its way.

    Raises NotOpen. One that she has begun before stays begun.
    """
    with db.write():
        row = claims.get_row(db, message_id)
        if _is_begun(row):
            return None
        _require_open(row)
        turned = claim(db, message_id, _line(row.channel), settings, now, from_held=True)
        if isinstance(turned, Claimed):
            return None
        return turned.reason or Reason.PAUSED


def give_back(db: Database, message_id: int) -> None:
    """She did not do it after all: it waits again and nobody counts as contacted; raises NotOpen."""
    with db.write():
        row = claims.get_row(db, message_id)
        if not _is_begun(row):
            raise NotOpen
        outbox.release_touch(db, row.id)
        claims.put_back(db, row.id, Reason.BY_HAND)
        by_hand.remove_open_attempt(db, row.id)
        sent_ledger.take_back(db, row.reference)


def record(db: Database, message_id: int, result: HandResult, settings: Settings, now: datetime) -> Recorded:
    """How it ended, as the owner says; raises NotOpen.

    What she has done she has done: it counts also where a check would have kept a program from it by now.
    """
    with db.write():
        row = claims.get_row(db, message_id)
        before = by_hand.note_before(db, row)
        if not _is_begun(row):
            _require_open(row)
            row = _take_all_the_same(db, row, settings, now)
        attempt_id = by_hand.find_open_attempt(db, message_id)
        if result is HandResult.WRONG_NUMBER:
            _end(db, attempt_id, AttemptEnd.REJECTED, now)
            _wrong(db, row, now)
            refused = by_hand.list_refusals(db, row.person_id)
            return Recorded(message_id, result, OutboxState.REJECTED, before, refused)
        _end(db, attempt_id, AttemptEnd.ACCEPTED, now)
        claims.accept(db, message_id, f"{HAND}-{message_id}", now, now)
        _tell(db, row, result, now)
        slip = _heed(db, row, now) if result is HandResult.STOP else None
        enquiry = calls.open_enquiry(db, row.person_id, now) if result is HandResult.INTERESTED else None
        refused = by_hand.list_refusals(db, row.person_id)
        return Recorded(message_id, result, OutboxState.ACCEPTED, before, refused, slip, enquiry)


def take_back(db: Database, recorded: Recorded) -> bool:
    """Undoes a click with all that came of it; False, and nothing done, where more has happened since."""
    with db.write():
        row = claims.get_row(db, recorded.message_id)
        if row.state is not recorded.state or row.is_erased:
            return False
        if recorded.slip is not None and not refusing.take_back(db, recorded.slip):
            return False
        if recorded.enquiry_id is not None:
            by_hand.remove_enquiry(db, recorded.enquiry_id)
        by_hand.restore(db, row, recorded.before, recorded.refused)
        if not _is_begun(claims.get_row(db, row.id)):
            sent_ledger.take_back(db, row.reference)
        return True


def _is_begun(row: Row) -> bool:
    return row.state is OutboxState.SENDING and row.provider == HAND


def _require_open(row: Row) -> None:
    if row.state not in (OutboxState.PENDING, OutboxState.HELD) or row.channel not in HAND_CHANNELS:
        raise NotOpen


def _line(channel: ChannelName) -> Line:
    return Line(channel, HandChannel(channel), Provider(HAND, Window(0, [], 0.0)))


def _take_all_the_same(db: Database, row: Row, settings: Settings, now: datetime) -> Row:
    """The claim; where a check refuses it, the contact is written down without it: it has happened."""
    claimed = claim(db, row.id, _line(row.channel), settings, now, from_held=True)
    if not isinstance(claimed, Claimed):
        gone = sent_ledger.gone_of(db, row.id, row.reference, row.channel, row.address, stamp(now))
        sent_ledger.note(db, gone)
        claims.begin(db, row, HAND, row.address, is_test=False, now=now)
        caps.take(db, row.person_id, row.touch, day_number(now, settings.zone))
    return claims.get_row(db, row.id)


def _end(db: Database, attempt_id: int | None, end: AttemptEnd, now: datetime) -> None:
    if attempt_id is not None:
        message_log.end_attempt(db, attempt_id, end, None, None, now)


def _tell(db: Database, row: Row, result: HandResult, now: datetime) -> None:
    facts = _FACTS[result]
    if result is HandResult.DONE and row.channel is ChannelName.CALL:
        facts = (EventKind.DELIVERED,)
    for kind in facts:
        message_log.add_event(
            db,
            message_id=row.id,
            customer_id=row.person_id,
            kind=kind,
            at=now,
            provider=HAND,
            event_id=by_hand.event_id(row.id, kind),
            detail=_NOT_REACHED if kind is EventKind.FAILED else None,
        )
    if row.channel is ChannelName.CALL and result in _SAID:
        calls.put(db, row.id, calls.Call(now, _SAID[result]))


def _heed(db: Database, row: Row, now: datetime) -> Slip:
    return refusing.opt_out(
        db, row.person_id, now, channel=row.channel, source="person", wording="said so to the owner"
    )


def _wrong(db: Database, row: Row, now: datetime) -> None:
    """The address is somebody else's: nobody of hers was reached, and the stranger is left alone on every channel."""
    settling.refuse(db, row, Rejected(Refusal.INVALID_ADDRESS, None, ""), now)
    if row.address.startswith("+"):
        suppressions.suppress(db, "phone", row.address, channel=None, reason="bounced", source="owner", at=now)
    customers.look_again(db, [row.person_id])
