"""One run over the queue: claim, call, settle, until it is empty or nothing may go now.

One thread claims and settles. Where a provider is slow and takes several calls at once, each of them waits in a thread
of its own; else the one thread calls, too.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from reengage_desktop.domain.eligibility import ShopState, held_up_by
from reengage_desktop.domain.outcomes import Accepted, NotSent, Outcome, Rejected, Throttled
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OutboxState, Reason
from reengage_desktop.engine.sending.calling import hand_over, insist, may_call_again
from reengage_desktop.engine.sending.choosing import Candidate, Choosing
from reengage_desktop.engine.sending.claiming import Claimed, claim
from reengage_desktop.engine.sending.in_flight import Call, InFlight
from reengage_desktop.engine.sending.lines import BuildChannel, Lines, Provider
from reengage_desktop.engine.sending.paces import CampaignPaces
from reengage_desktop.engine.sending.pacing import BUSY_S, Pace
from reengage_desktop.engine.sending.recovering import reconcile, recover_interrupted
from reengage_desktop.engine.sending.results import SendResult
from reengage_desktop.engine.sending.settling import Settled, settle
from reengage_desktop.engine.sending.turns import WAIT_S, sender_turn
from reengage_desktop.engine.sending.walks import Handed, Hands, Turn, Walk, never
from reengage_desktop.store import claims, outbox, provider_states, sent_ledger
from reengage_desktop.store.database import Database, StoreFault
from reengage_desktop.store.soundness import require_sound

RECONNECT_S = 1.0
_HEAD_START_S = 0.003
"""So long, at most, a call that has just been started sends its request before the next message is looked at."""
_LAST_ANSWERS_S = 4.0
"""So long a run that was cut off waits for the calls that are out; what comes later is found in doubt afterwards."""


def work_queue(  # noqa: PLR0913 - the seam of the sender: everything that it is handed
    db: Database,
    channels: BuildChannel,
    settings_loader: Callable[[], Settings],
    clock: Callable[[], datetime],
    *,
    lock_dir: Path,
    stop: Callable[[], bool] = never,
    progress: Callable[[int, int], None] | None = None,
    pace: Pace | None = None,
    probes: bool = True,
    wait_s: float = WAIT_S,
) -> SendResult:
    """Sends what is due, in the order of its moments, until nothing may go now.

    `stop` is asked before every message: those in flight are finished, the rest stays in the queue. `progress` gets
    messages done and messages due. `probes`: a provider that did not answer lately is tried at once; else only when
    its time has come. Raises SenderBusy when another sender works for longer than `wait_s` seconds, StoreFault when
    the database can't be written or is damaged: then nothing more is handed over.
    """
    require_sound(db)
    hands = Hands(db, settings_loader, clock, pace or Pace(), stop, progress)
    with sender_turn(lock_dir, wait_s), db.short_log():
        lines = Lines(db, channels, hands.pace, probes=probes)
        run = _Run(hands, lines)
        try:
            run.clean_up(lock_dir)
            run.work()
            return run.finish()
        finally:
            run.close()
            sent_ledger.sync(db)
            lines.close()


class _Run:
    """The state of one run."""

    def __init__(self, hands: Hands, lines: Lines) -> None:
        self._hands = hands
        self._db = hands.db
        self._lines = lines
        self._result = SendResult()
        self._doubtful: set[int] = set()
        self._handed: list[Handed] = []
        self._out = InFlight(hands.pace.monotonic)
        self._paces = CampaignPaces(hands.db, hands.pace)
        self._choosing = Choosing(hands, lines, self._paces)
        self._shop: ShopState | None = None
        self._done = 0
        self._due = 0

    def clean_up(self, lock_dir: Path) -> None:
        """What earlier runs left: calls without an end, messages out of time, doubts that the provider can end."""
        now = self._hands.clock()
        self._doubtful.update(recover_interrupted(self._db, now, lock_dir))
        expired = outbox.skip_stale(self._db, now)
        if expired:
            self._result.skipped[Reason.EXPIRED] += expired
        self._ask_about_doubts(now)
        outbox.treat_undecided(self._db, now)
        self._due = claims.count_due(self._db, now)

    def work(self) -> None:
        """Walks over the queue again and again as long as a walk hands something over.

        Whatever ends it: the answers to what was handed over are written down if the database takes them.
        """
        try:
            self._walk()
        except BaseException:
            self._save_answers()
            raise

    def _walk(self) -> None:
        walk = Walk(has_moved=True)
        while walk.has_moved and not self._hands.stop():
            walk = Walk()
            while not self._hands.stop() and (self._step(walk) or self._open_lines()):
                self._report()
            self._await_all()
            self._report()

    def finish(self) -> SendResult:
        """The figures, after the providers were asked about this run's own doubts."""
        now = self._hands.clock()
        if self._doubtful and not self._hands.stop():
            self._ask_about_doubts(now, repeats=False)
        self._result.uncertain = len(self._doubtful)
        self._result.deferred = claims.count_deferred(self._db, now)
        return self._result

    def close(self) -> None:
        """Nothing is handed over any more."""
        self._out.close()

    def _ask_about_doubts(self, now: datetime, *, repeats: bool = True) -> None:
        if held_up_by(claims.get_shop_state(self._db, now)) is not None:
            return
        for resolved in reconcile(self._db, self._lines, self._hands.load(), now, repeats=repeats):
            self._doubtful.discard(resolved.message_id)
            self._result.sent += resolved.state is OutboxState.ACCEPTED
            self._result.failed += resolved.state is OutboxState.REJECTED

    def _step(self, walk: Walk) -> bool:
        """Settles what has ended, claims what may go now and hands it over; False when nothing may.

        Settlements and claims share one commit: what the disk needs is halved, and a crash leaves no more in doubt.
        """
        self._take_home()
        self._lines.widen()
        has_news = bool(self._handed)
        if self._lines.are_full and not has_news:
            if self._out.wait(_HEAD_START_S):
                return True
            if wait_s := self._choosing.look_ahead(walk):
                return self._wait(wait_s)
        with self._keeping_the_answers(), self._db.write():
            self._choosing.begin()
            settings, now = self._hands.load(), self._hands.clock()
            self._settle(settings, now)
            self._shop = claims.get_shop_state(self._db, now)
            if held_up_by(self._shop) is not None:
                return False
            turn = self._claim_some(walk, settings, now)
            written = self._hands.pace.monotonic()
        if has_news or turn.calls:
            self._lines.commits_s.append(self._hands.pace.monotonic() - written)
        for call in turn.calls:
            walk.has_moved = True
            self._hand_over(call)
        return not turn.is_over and (not turn.wait_s or self._wait(turn.wait_s))

    def _claim_some(self, walk: Walk, settings: Settings, now: datetime) -> Turn:
        """Claims a message; as many as there is room for where several may be out and share a commit."""
        turn = Turn()
        while True:
            chosen = self._choosing.choose(walk, settings, now)
            if chosen is None:
                turn.is_over = not turn.calls
                return turn
            line, found, wait_s = chosen.line, chosen.found, self._choosing.wait_s(chosen)
            if wait_s or not line.idle:
                turn.wait_s = 0.0 if turn.calls or line.is_short else wait_s or BUSY_S
                return turn
            walk.positions[found.channel] = found.position
            claimed = self._claim(chosen, settings, now)
            if claimed is None:
                return turn
            turn.calls.append(Call(claimed, line, line.lend(), line.provider.spared))
            if line.provider.room == 1 or not line.provider.shares_commits:
                return turn

    def _wait(self, wait_s: float) -> bool:
        """Waits until something may go, or until a call that is out has ended; False when it was stopped meanwhile."""
        if not self._out.count:
            return self._hands.pace.wait(wait_s, self._hands.stop)
        self._out.wait(min(wait_s, BUSY_S))
        return not self._hands.stop()

    def _open_lines(self) -> bool:
        """Opens the lines that the last step lacked, because no transaction may wait for a keyring; False for none."""
        wanted, self._choosing.unopened = self._choosing.unopened, set()
        if wanted:
            self._await_all()  # a line whose provider was changed is closed here
        for channel in sorted(wanted):
            self._lines.open(channel, self._hands.load(), self._hands.clock())
        return bool(wanted)

    @contextmanager
    def _keeping_the_answers(self) -> Iterator[None]:
        """A transaction that fails has not written down what was handed over: it is still to be settled."""
        handed = self._handed
        try:
            yield
        except BaseException:
            self._handed = handed
            raise

    def _claim(self, chosen: Candidate, settings: Settings, now: datetime) -> Claimed | None:
        line, found = chosen.line, chosen.found
        claimed = claim(self._db, found.message_id, line, settings, now, shop=self._shop, looked=chosen.looked)
        if isinstance(claimed, Claimed):
            line.provider.window.take(self._hands.pace.monotonic())
            self._paces.take(found)
            return claimed
        if claimed.state is OutboxState.SKIPPED and claimed.reason is not None:
            self._result.skipped[claimed.reason] += 1
            self._done += 1
        return None

    def _hand_over(self, call: Call) -> None:
        """Lets the call go beside those that are out; where it is the only one, makes it here."""
        if call.line.provider.room > 1 or self._out.count:
            self._out.start(call)
            return
        call.make(self._hands.pace.monotonic)
        handed = self._bring_home(call)
        is_plain = isinstance(handed.outcome, Accepted | Rejected)
        if not is_plain or call.line.provider.wait_s(self._hands.pace.monotonic()):
            self._settle_alone()

    def _take_home(self) -> None:
        """What the calls that have ended brought; raises what broke one of them."""
        if patience_s := self._lines.patience_s:
            self._out.wait_for_all(patience_s)
        while (call := self._out.take_ended()) is not None:
            self._bring_home(call)

    def _bring_home(self, call: Call) -> Handed:
        """What the call proved, after further calls where they help; its connection is free again."""
        hands, line, claimed, outcome = self._hands, call.line, call.claimed, call.answer.result()
        line.provider.took_s.append(call.took_s)
        if isinstance(outcome, NotSent) and line.provider.works:
            outcome = self._reconnect(claimed, outcome, call)
        claimed, outcome = insist(
            self._db, call.adapter, claimed, outcome, clock=hands.clock, pace=hands.pace, stop=hands.stop
        )
        line.give_back(call.adapter)
        handed = Handed(claimed, outcome, line, call.spared)
        self._handed = [*self._handed, handed]
        return handed

    def _reconnect(self, claimed: Claimed, outcome: NotSent, call: Call) -> Outcome:
        """A provider that worked a moment ago has dropped the line: one more call, since nothing was sent."""
        call.line.provider.accepted_in_a_row = 0
        waited = self._hands.pace.wait(RECONNECT_S, self._hands.stop)
        if not waited or not may_call_again(self._db, claimed, self._hands.clock()):
            return outcome
        return hand_over(call.adapter, claimed.outgoing)

    def _await_all(self) -> None:
        """Every call that is out ends, and is settled as soon as it has."""
        self._settle_alone()
        while self._out.count:
            if self._out.wait(BUSY_S):
                self._take_home()
                self._settle_alone()

    def _save_answers(self) -> None:
        """After a fault: the calls that are out may still end, and what is known is written down if it can be."""
        until = time.monotonic() + _LAST_ANSWERS_S
        with suppress(StoreFault):
            self._settle_alone()
            while self._out.count and self._out.wait(max(0.0, until - time.monotonic())):
                call = self._out.take_ended()
                if call is not None and call.answer.exception() is None:
                    self._handed = [*self._handed, Handed(call.claimed, call.answer.result(), call.line, call.spared)]
                    self._settle_alone()

    def _settle_alone(self) -> None:
        if self._handed:
            with self._keeping_the_answers(), self._db.write():
                self._settle(self._hands.load(), self._hands.clock())

    def _settle(self, settings: Settings, now: datetime) -> None:
        """Writes down what the calls proved, inside the open transaction."""
        handed, self._handed = self._handed, []
        for each in handed:
            is_late = each.spared < each.line.provider.spared
            is_echo = is_late and isinstance(each.outcome, Throttled)
            settled = settle(self._db, each.claimed, each.outcome, settings, now, is_echo=is_echo)
            if settled.state is not OutboxState.ACCEPTED or each.line.provider.is_troubled:
                self._choosing.forget()
            self._count(each.claimed.row.id, settled)
            self._paces.note_answer(each.claimed.row.campaign_id)
            self._spare(each.line.provider, settled, now, is_late=is_late)

    def _count(self, message_id: int, settled: Settled) -> None:
        self._done += settled.state is not OutboxState.PENDING
        self._result.sent += settled.state is OutboxState.ACCEPTED
        self._result.failed += settled.state is OutboxState.REJECTED
        if settled.state is OutboxState.UNCERTAIN:
            self._doubtful.add(message_id)

    def _spare(self, provider: Provider, settled: Settled, now: datetime, *, is_late: bool) -> None:
        """What the answer means for the provider; a call that began before it asked to be left alone ends nothing."""
        steady, is_accepted = self._hands.pace.monotonic(), settled.state is OutboxState.ACCEPTED
        if settled.stop is not None or settled.rest_s:
            provider.spared += 1
        if not is_accepted:
            provider.accepted_in_a_row = 0
        elif not is_late:
            provider.accepted_in_a_row += 1
        if settled.stop is not None:
            provider.why, provider.is_troubled = settled.stop, True
        elif settled.rest_s:
            provider.quiet_until = steady + settled.rest_s
            provider.window.slow_down(steady)
        elif is_accepted and not is_late and provider.is_troubled:
            provider_states.resume(self._db, provider.name, now)
            provider.is_troubled = False

    def _report(self) -> None:
        if self._hands.tell is not None:
            self._hands.tell(self._done, max(self._due, self._done))
