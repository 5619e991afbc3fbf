"""One message right now, because somebody asked for it (A13): every check of the queue, and no second chance later."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reengage_desktop.channels.protocol import NotConfigured
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.engine.sending.calling import hand_over, insist
from reengage_desktop.engine.sending.claiming import Claimed, claim
from reengage_desktop.engine.sending.lines import BuildChannel, Line, Lines
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.engine.sending.settling import settle
from reengage_desktop.engine.sending.turns import message_turn
from reengage_desktop.store import claims, outbox, provider_states, sent_ledger
from reengage_desktop.store.database import Database
from reengage_desktop.store.soundness import require_sound

_LONGEST_WAIT_S = 60.0
_OTHERS_CALL_S = 40.0
_LOOK_EVERY_S = 0.2
_CHANGED = "The channel was given to another provider at this very moment."


@dataclass(frozen=True)
class SentNow:
    """What became of the message. `error`: the provider's own words, or what is missing on the channel.

    `is_sent`: the provider took it, with an id or (then it counts as sent unless the owner objects) without one.
    """

    message_id: int
    state: OutboxState
    is_sent: bool
    reason: Reason | None = None
    error: str | None = None


def send_now(  # noqa: PLR0913 - the seam of the sender: everything that it is handed
    db: Database,
    message_id: int,
    channels: BuildChannel,
    settings_loader: Callable[[], Settings],
    clock: Callable[[], datetime],
    *,
    lock_dir: Path,
    pace: Pace | None = None,
) -> SentNow:
    """Sends one queued message at once, held or not, beside a sender that may be at work.

    What may not go now is skipped with its reason instead of going out later: the answer is the result. Its occasion
    is free again then.
    """
    require_sound(db)
    pace = pace or Pace()
    with message_turn(lock_dir, message_id) as is_ours:
        if is_ours:
            lines = Lines(db, channels, pace, probes=True)
            try:
                _attempt(db, message_id, lines, settings_loader, clock, pace)
            finally:
                sent_ledger.sync(db)
                lines.close()
    return _outcome(db, message_id, pace)


def _attempt(
    db: Database,
    message_id: int,
    lines: Lines,
    load: Callable[[], Settings],
    clock: Callable[[], datetime],
    pace: Pace,
) -> None:
    channel = claims.get_row(db, message_id).channel
    line = _line(db, message_id, channel, lines, load(), clock())
    if line is None:
        return
    wait_s = line.provider.wait_s(pace.monotonic())
    if wait_s > _LONGEST_WAIT_S:
        with db.write():
            _give_up(db, message_id, Reason.PROVIDER_LIMIT, None, clock())
        return
    pace.wait(wait_s, _nobody)
    with db.write():
        settings = load()
        if lines.find(channel, settings) is not line:
            _give_up(db, message_id, Reason.CHANNEL_OFF, _CHANGED, clock())
            return
        claimed = claim(db, message_id, line, settings, clock(), from_held=True)
        if not isinstance(claimed, Claimed):
            _give_up(db, message_id, claimed.reason, None, clock())
            return
    outcome = hand_over(line.adapter, claimed.outgoing)
    claimed, outcome = insist(db, line.adapter, claimed, outcome, clock=clock, pace=pace, stop=_nobody)
    with db.write():
        settled = settle(db, claimed, outcome, load(), clock())
        if settled.state is OutboxState.PENDING:
            _give_up(db, message_id, settled.reason or Reason.PROVIDER_LIMIT, settled.detail, clock())
        elif settled.state is OutboxState.ACCEPTED and line.provider.is_troubled:
            provider_states.resume(db, line.provider.name, clock())


def _line(
    db: Database, message_id: int, channel: ChannelName, lines: Lines, settings: Settings, now: datetime
) -> Line | None:
    line = lines.open(channel, settings, now)
    with db.write():
        if isinstance(line, NotConfigured):
            _give_up(db, message_id, Reason.CHANNEL_OFF, line.detail, now)
            return None
        if line.provider.why is Reason.BY_HAND:
            # It is the owner's own to do: it waits for her hands instead of being given up.
            claims.put_back(db, message_id, Reason.BY_HAND)
            return None
        if line.provider.why is not None:
            state = provider_states.find(db, line.provider.name)
            _give_up(db, message_id, line.provider.why, None if state is None else state.detail, now)
            return None
    return line


def _give_up(db: Database, message_id: int, reason: Reason | None, detail: str | None, now: datetime) -> None:
    if claims.get_row(db, message_id).state in (OutboxState.PENDING, OutboxState.HELD):
        outbox.release_touch(db, message_id)
        claims.skip(db, message_id, reason or Reason.CHANNEL_OFF, detail, now)


def _outcome(db: Database, message_id: int, pace: Pace) -> SentNow:
    """What the row says now; where another sender has it in its hands, after that one's call has ended."""
    end = pace.monotonic() + _OTHERS_CALL_S
    while claims.get_row(db, message_id).state is OutboxState.SENDING and pace.monotonic() < end:
        pace.wait(_LOOK_EVERY_S, _nobody)
    row = claims.get_row(db, message_id)
    is_sent = row.state is OutboxState.ACCEPTED or (row.state is OutboxState.UNCERTAIN and row.is_treated)
    return SentNow(message_id, row.state, is_sent, row.reason, row.error)


def _nobody() -> bool:
    return False
