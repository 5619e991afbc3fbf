"""The call between claim and settlement: outside any transaction, with a total deadline."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from reengage_desktop.channels.protocol import Channel, SupportsLookup
from reengage_desktop.domain.eligibility import Go, judge
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, Outcome, Uncertain
from reengage_desktop.engine.sending.claiming import Claimed
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.store import claim_facts, claims, message_log
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database
from reengage_desktop.store.message_log import AttemptEnd

DEADLINE_S = 30.0
_RETRY_PAUSES_S = (2.0, 8.0)
_WINDOW_SHARE = 0.8


def hand_over(adapter: Channel, message: Outgoing) -> Outcome:
    """Hands one message over; the answer is here within 30 seconds."""
    return adapter.send(message, time.monotonic() + DEADLINE_S)


def look_up(adapter: Channel, message: Outgoing, attempted_ago: timedelta) -> Outcome | None:
    """What the provider knows of a doubtful attempt; None where it can't be asked, or could not answer truly yet."""
    if not adapter.capabilities.can_look_up or not isinstance(adapter, SupportsLookup):
        return None
    if attempted_ago.total_seconds() < adapter.capabilities.settling_s:
        return None
    return adapter.find(message, attempted_ago, time.monotonic() + DEADLINE_S)


def may_repeat(adapter: Channel, attempted_ago: timedelta) -> bool:
    """Whether the provider still promises that a second call with the same key makes no second message."""
    window_s = adapter.capabilities.idempotency_window_s * _WINDOW_SHARE
    return timedelta() <= attempted_ago < timedelta(seconds=window_s)


def repeat(db: Database, adapter: Channel, claimed: Claimed, doubt: str, now: datetime) -> tuple[Claimed, Outcome]:
    """Makes a doubtful call once more with the same key; the attempt is committed before it starts.

    Only an acceptance ends the doubt: that the second call was refused or not sent says nothing of the first. Where a
    first call could not go now, there is none.
    """
    with db.write():
        if not may_call_again(db, claimed, now):
            return claimed, Uncertain(doubt)
        message_log.end_attempt(db, claimed.attempt_id, AttemptEnd.UNCERTAIN, None, doubt, now)
        attempt_id = claims.begin_again(db, claimed.row.id, claimed.row.provider or "", now)
    again = Claimed(claimed.row, claimed.outgoing, attempt_id)
    outcome = hand_over(adapter, again.outgoing)
    if isinstance(outcome, Accepted | Uncertain):
        return again, outcome
    return again, Uncertain(f"{doubt} Asked again: {outcome.detail}")


def may_call_again(db: Database, claimed: Claimed, now: datetime) -> bool:
    """Whether a further call for a claimed message may be made: every check holds, and for the same address."""
    shop, settings = claims.get_shop_state(db, now), stored_settings.load(db)
    return judge(claim_facts.get_waiting(db, claimed.row.id), shop, settings, now) == Go(claimed.row.address)


def insist(  # noqa: PLR0913 - everything that a further call depends on
    db: Database,
    adapter: Channel,
    claimed: Claimed,
    outcome: Outcome,
    *,
    clock: Callable[[], datetime],
    pace: Pace,
    stop: Callable[[], bool],
) -> tuple[Claimed, Outcome]:
    """Repeats a doubtful call a little later where a key counts once; gives the last attempt and what it proved."""
    begun = pace.monotonic()
    for pause_s in _RETRY_PAUSES_S:
        ago = timedelta(seconds=pace.monotonic() + pause_s - begun)
        if not isinstance(outcome, Uncertain) or not may_repeat(adapter, ago) or not pace.wait(pause_s, stop):
            break
        claimed, outcome = repeat(db, adapter, claimed, outcome.detail, clock())
    return claimed, outcome
