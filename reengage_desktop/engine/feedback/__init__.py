"""What came back: asks every provider and the mailbox for opt-outs, replies and delivery, and writes down what is new.

Reads what engine.sending handed over. Opt-outs come first, in the same transaction as the place up to which the
provider was asked, so that stopping at any moment loses nothing and repeating changes nothing. Where a provider that
tells opt-outs can't be asked, its channel waits until it can (promise 10).
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from reengage_desktop.channels.protocol import (
    Channel,
    Mailbox,
    NotConfigured,
    Pending,
    Pulled,
    PullFailed,
    SupportsStatusPull,
)
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind
from reengage_desktop.engine.feedback.learning import learn
from reengage_desktop.engine.feedback.turns import Learning, SyncResult
from reengage_desktop.store import absences, notices, provider_states, receipts
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest

__all__ = ["SyncResult", "no_mailbox", "sync_if_older", "sync_status"]

_log = logging.getLogger(__name__)

PAGE_DEADLINE_S = 60.0
_MOST_QUESTIONS, _LONGEST_WAIT_S, _SLICE_S = 4, 5.0, 0.2
"""So often one page is asked for, and so long is waited between, before its provider counts as not to be asked."""
_REACH = timedelta(days=7)
_ABSENCE_S = 3 * 3600
_MAILBOX = "imap"
# Until it can be asked again: the next answer ends it, no clock does.
_UNTIL_ASKED = timedelta(days=365)

BuildChannel = Callable[[ChannelName], Channel | NotConfigured]
BuildMailbox = Callable[[], Mailbox | NotConfigured]


def no_mailbox() -> NotConfigured:
    """For a shop whose mailbox is not read."""
    return NotConfigured("The mailbox is not connected.")


def sync_status(
    db: Database,
    channels: BuildChannel,
    settings: Settings,
    now: datetime,
    stop: Callable[[], bool] = lambda: False,
    *,
    mailbox: BuildMailbox = no_mailbox,
) -> SyncResult:
    """Asks every configured provider what came back since it was last asked; stops between two pages when told to.

    The mailbox is asked last: what it can't say holds e-mail, whoever carries it. What was held goes again once
    everybody who holds it has told all.
    """
    result, carrier = SyncResult(), settings.provider_of(ChannelName.EMAIL)
    have_told = dict[str, bool]()
    for name in ChannelName:
        if stop():
            break
        channel = channels(name)
        if not isinstance(channel, NotConfigured):
            turn = Learning(db, name, channel, channel.name, settings, now, result)
            have_told[channel.name] = _ask(turn, stop) and have_told.get(channel.name, True)
    if not stop():
        have_told[carrier] = _ask_mailbox(db, mailbox(), settings, now, result, stop) and have_told.get(carrier, True)
    for provider in () if stop() else [each for each, is_told in have_told.items() if is_told and _is_held(db, each)]:
        provider_states.resume(db, provider, now)
    _log.info("synced", extra={"facts": result.as_json()})
    return result


def _ask_mailbox(
    db: Database,
    box: Mailbox | NotConfigured,
    settings: Settings,
    now: datetime,
    result: SyncResult,
    stop: Callable[[], bool],
) -> bool:
    """Whether the mailbox has told all that it knows, or there is none."""
    carrier = settings.provider_of(ChannelName.EMAIL)
    if not isinstance(box, NotConfigured):
        return _ask(Learning(db, ChannelName.EMAIL, box, carrier, settings, now, result), stop)
    if box.is_named:
        result.failed[_MAILBOX] = box.detail
        _keep_waiting(db, carrier, _figures(_MAILBOX, ChannelName.EMAIL, box.detail), now)
    return not box.is_named


def sync_if_older(
    db: Database,
    channels: BuildChannel,
    settings: Settings,
    now: datetime,
    age: timedelta = timedelta(minutes=5),
    *,
    mailbox: BuildMailbox = no_mailbox,
) -> SyncResult:
    """Asks only those providers of opt-outs that were not asked lately: what sending does first (promise 10)."""

    def is_due(provider: str, name: ChannelName, holds: str) -> bool:
        asked_at = receipts.find_asked_at(db, provider, name)
        is_fresh = asked_at is not None and asked_at <= now < asked_at + age
        return not is_fresh or _is_held(db, holds)

    def build(name: ChannelName) -> Channel | NotConfigured:
        channel = channels(name)
        if isinstance(channel, NotConfigured):
            return channel
        if channel.capabilities.pulls_opt_outs and is_due(channel.name, name, channel.name):
            return channel
        channel.close()
        return NotConfigured("It was asked a moment ago.")

    def open_box() -> Mailbox | NotConfigured:
        is_late = is_due(_MAILBOX, ChannelName.EMAIL, settings.provider_of(ChannelName.EMAIL))
        return mailbox() if is_late else NotConfigured("It was asked a moment ago.")

    return sync_status(db, build, settings, now, mailbox=open_box)


def _ask(turn: Learning, stop: Callable[[], bool]) -> bool:
    """Whether the source has told all that it knows, or has nothing to tell."""
    try:
        return _sync_source(turn, stop)
    finally:
        turn.source.close()


def _sync_source(turn: Learning, stop: Callable[[], bool]) -> bool:
    if not isinstance(turn.source, SupportsStatusPull):
        return True
    waiting = receipts.list_open(turn.db, turn.provider, turn.name, _reach_back(turn))
    pending = [Pending(sent.message_id, sent.reference, sent.provider_id, sent.sent_at) for sent in waiting]
    cursor = receipts.find_cursor(turn.db, turn.provider, turn.name)
    more = True
    while more and not stop():
        pulled = _pull(turn, turn.source, cursor, pending, stop)
        if isinstance(pulled, PullFailed):
            _hold(turn, pulled.detail)
            return False
        with turn.db.write():
            learn(turn, pulled)
        if pulled.note and pulled.note not in turn.result.notes:
            turn.result.notes.append(pulled.note)
        more = pulled.more and pulled.cursor != cursor
        cursor = pulled.cursor
    return not more


def _pull(
    turn: Learning, source: SupportsStatusPull, cursor: str | None, pending: list[Pending], stop: Callable[[], bool]
) -> Pulled | PullFailed:
    """The next page; a provider that takes only so many questions a second is asked again after a moment.

    Else a long list of who said no would never be read to its end: a round that is left begins it anew.
    """
    for _ in range(_MOST_QUESTIONS):
        pulled = source.pull(cursor, turn.now, pending, time.monotonic() + PAGE_DEADLINE_S)
        wait_s = pulled.retry_after_s if isinstance(pulled, PullFailed) else None
        if wait_s is None or wait_s > _LONGEST_WAIT_S or not _has_waited(wait_s, stop):
            break
    return pulled


def _has_waited(seconds: float, stop: Callable[[], bool]) -> bool:
    """Waits; False where it was told to stop meanwhile."""
    end = time.monotonic() + seconds
    while not stop() and (left := end - time.monotonic()) > 0:
        time.sleep(min(left, _SLICE_S))
    return not stop()


def _reach_back(turn: Learning) -> datetime:
    """From when on messages are asked about.

    While nobody asked, messages grew old of which nobody knows what came back: a no among it counts all the same. For
    days after an absence it goes back to before that: there may be more of them than one round asks about.
    """
    asked_at = receipts.find_asked_at(turn.db, turn.provider, turn.name) or turn.now
    away, back = absences.find_last_absence(turn.db, turn.now, _ABSENCE_S) or (0, 0)
    is_back = back >= stamp(turn.now - _REACH)
    return min(asked_at, turn.now, from_stamp(away) if is_back else turn.now) - _REACH


def _hold(turn: Learning, detail: str) -> None:
    turn.result.failed[turn.provider] = detail
    if not turn.source.capabilities.pulls_opt_outs:
        return
    _keep_waiting(turn.db, turn.holds, _figures(turn.provider, turn.name, detail), turn.now)


def _figures(provider: str, channel: ChannelName, detail: str) -> dict[str, str]:
    return {"provider": provider, "channel": channel, "detail": detail}


def _keep_waiting(db: Database, holds: str, figures: dict[str, str], now: datetime) -> None:
    with db.write():
        before = provider_states.find(db, holds)
        if before is not None and before.retry_at is None:
            return  # paused until the owner mends the account: that is said already
        is_held = before is not None and before.cause == Rest.OPT_OUTS_UNKNOWN
        if before is not None and is_held and _has_told(db, figures, before.since, now):
            provider_states.resume(db, holds, now)  # what held it until now is another matter
            is_held = False
        provider_states.rest(db, holds, Rest.OPT_OUTS_UNKNOWN, figures["detail"], now + _UNTIL_ASKED, now)
        key = provider_states.notice_key(holds)
        notices.tell(db, key, NoticeKind.OPT_OUTS_UNKNOWN, figures, now, is_news=not is_held)


def _has_told(db: Database, figures: dict[str, str], since: datetime, until: datetime) -> bool:
    """Whether this source, which fails now, could still be asked between two moments."""
    asked_at = receipts.find_asked_at(db, figures["provider"], ChannelName(figures["channel"]))
    return asked_at is not None and since <= asked_at <= until


def _is_held(db: Database, provider: str) -> bool:
    state = provider_states.find(db, provider)
    return state is not None and state.cause == Rest.OPT_OUTS_UNKNOWN
