"""One run over the queue: claim, call, settle, until it is empty or nothing may go now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reengage_desktop.domain.eligibility import held_up_by
from reengage_desktop.domain.outcomes import Accepted, NotSent, Outcome, Rejected
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.engine.sending.calling import hand_over, insist, may_call_again
from reengage_desktop.engine.sending.claiming import Claimed, claim
from reengage_desktop.engine.sending.lines import BuildChannel, Line, Lines
from reengage_desktop.engine.sending.paces import CampaignPaces
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.engine.sending.recovering import reconcile, recover_interrupted
from reengage_desktop.engine.sending.results import SendResult
from reengage_desktop.engine.sending.settling import Settled, settle
from reengage_desktop.engine.sending.turns import WAIT_S, sender_turn
from reengage_desktop.store import claims, outbox, provider_states
from reengage_desktop.store.claims import Next, Position
from reengage_desktop.store.database import Database, StoreFault
from reengage_desktop.store.soundness import require_sound

RECONNECT_S = 1.0


def never() -> bool:
    """Nobody stops the run."""
    return False


@dataclass(frozen=True)
class Hands:
    """What a run is handed: where rows, settings and the present come from, how it waits, stops and tells."""

    db: Database
    load: Callable[[], Settings]
    clock: Callable[[], datetime]
    pace: Pace
    stop: Callable[[], bool] = never
    tell: Callable[[int, int], None] | None = None


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
    """Sends what is due, one message after the other, until nothing may go now.

    `stop` is asked before every message: the one in flight is finished, the rest stays in the queue. `progress` gets
    messages done and messages due. `probes`: a provider that did not answer lately is tried at once; else only when
    its time has come. Raises SenderBusy when another sender works for longer than `wait_s` seconds, StoreFault when
    the database can't be written or is damaged: then nothing more is handed over.
    """
    require_sound(db)
    hands = Hands(db, settings_loader, clock, pace or Pace(), stop, progress)
    with sender_turn(lock_dir, wait_s):
        lines = Lines(db, channels, hands.pace, probes=probes)
        try:
            run = _Run(hands, lines)
            run.clean_up(lock_dir)
            run.work()
            return run.finish()
        finally:
            lines.close()


@dataclass(frozen=True)
class _Handed:
    """A message that was handed over and waits for its settlement."""

    claimed: Claimed
    outcome: Outcome
    line: Line


@dataclass
class _Walk:
    """One walk over the queue: how far it has come on each channel, and whether anything was handed over."""

    positions: dict[ChannelName, Position] = field(default_factory=dict)
    finished: set[ChannelName] = field(default_factory=set)
    has_moved: bool = False


class _Run:
    """The state of one run."""

    def __init__(self, hands: Hands, lines: Lines) -> None:
        self._hands = hands
        self._db = hands.db
        self._lines = lines
        self._result = SendResult()
        self._doubtful: set[int] = set()
        self._closed: set[ChannelName] = set()
        self._unopened: set[ChannelName] = set()
        self._handed: _Handed | None = None
        self._paces = CampaignPaces(hands.db, hands.pace)
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

        Whatever ends it: the answer to what was handed over is written down if the database takes it.
        """
        try:
            self._walk()
        except BaseException:
            with suppress(StoreFault):
                self._settle_alone()
            raise

    def _walk(self) -> None:
        walk = _Walk(has_moved=True)
        while walk.has_moved and not self._hands.stop():
            walk = _Walk()
            while not self._hands.stop() and (self._step(walk) or self._open_lines()):
                self._report()
            self._settle_alone()
            self._report()

    def finish(self) -> SendResult:
        """The figures, after the providers were asked about this run's own doubts."""
        now = self._hands.clock()
        if self._doubtful and not self._hands.stop():
            self._ask_about_doubts(now, repeats=False)
        self._result.uncertain = len(self._doubtful)
        self._result.deferred = claims.count_deferred(self._db, now)
        return self._result

    def _ask_about_doubts(self, now: datetime, *, repeats: bool = True) -> None:
        if held_up_by(claims.get_shop_state(self._db, now)) is not None:
            return
        for resolved in reconcile(self._db, self._lines, self._hands.load(), now, repeats=repeats):
            self._doubtful.discard(resolved.message_id)
            self._result.sent += resolved.state is OutboxState.ACCEPTED
            self._result.failed += resolved.state is OutboxState.REJECTED

    def _step(self, walk: _Walk) -> bool:
        """Settles the last message, claims the next one and hands it over; False when nothing may go now.

        Settlement and claim share one commit: what the disk needs is halved, and a crash leaves no more in doubt.
        """
        claimed: Claimed | None = None
        with self._keeping_the_answer(), self._db.write():
            settings, now = self._hands.load(), self._hands.clock()
            self._settle(settings, now)
            if held_up_by(claims.get_shop_state(self._db, now)) is not None:
                return False
            line, found = self._choose(walk, settings, now)
            if found is None or line is None:
                return False
            wait_s = max(line.provider.wait_s(self._hands.pace.monotonic()), self._paces.wait_s(found))
            if not wait_s:
                walk.positions[found.channel] = found.position
                claimed = self._claim(found, line, settings, now)
        if wait_s:
            return self._hands.pace.wait(wait_s, self._hands.stop)
        if claimed is not None:
            walk.has_moved = True
            self._call(claimed, line)
        return True

    def _open_lines(self) -> bool:
        """Opens the lines that the last step lacked, because no transaction may wait for a keyring; False for none."""
        wanted, self._unopened = self._unopened, set()
        for channel in sorted(wanted):
            self._lines.open(channel, self._hands.load(), self._hands.clock())
        return bool(wanted)

    @contextmanager
    def _keeping_the_answer(self) -> Iterator[None]:
        """A transaction that fails has not written down what was handed over: it is still to be settled."""
        handed = self._handed
        try:
            yield
        except BaseException:
            self._handed = handed
            raise

    def _choose(self, walk: _Walk, settings: Settings, now: datetime) -> tuple[Line | None, Next | None]:
        """The next message on a line that is free; where none is, on the line that will be first.

        None before all lines that there are messages for are open.
        """
        steady = self._hands.pace.monotonic()
        best: tuple[Line | None, Next | None] = (None, None)
        best_rank: tuple[float, Position] | None = None
        for channel in ChannelName:
            found = self._find(walk, channel, settings, now)
            line = None if found is None else self._usable(channel, settings, now)
            if channel in self._unopened:
                continue
            if found is None or line is None:
                walk.finished.add(channel)
                continue
            rank = (max(line.provider.wait_s(steady), self._paces.wait_s(found)), found.position)
            if best_rank is None or rank < best_rank:
                best, best_rank = (line, found), rank
        return (None, None) if self._unopened else best

    def _find(self, walk: _Walk, channel: ChannelName, settings: Settings, now: datetime) -> Next | None:
        if channel in self._closed or channel in walk.finished:
            return None
        position = walk.positions.get(channel, Position())
        enabled = settings.is_on("reengagement.enabled")
        return self._paces.choose(
            lambda besides: claims.find_next(self._db, position, channel, now, with_automatic=enabled, besides=besides),
            now,
        )

    def _usable(self, channel: ChannelName, settings: Settings, now: datetime) -> Line | None:
        """The channel's line while it may be used; else its messages say why they wait, and it is left alone."""
        line = self._lines.find(channel, settings)
        if line is None:
            self._unopened.add(channel)
            return None
        if isinstance(line, Line) and line.provider.why is None:
            return line
        self._closed.add(channel)
        provider = line.provider if isinstance(line, Line) else None
        why = provider.why if provider is not None else None
        name = provider.name if provider is not None else None
        claims.mark_channel(self._db, channel, name, why or Reason.CHANNEL_OFF, now)
        return None

    def _claim(self, found: Next, line: Line, settings: Settings, now: datetime) -> Claimed | None:
        claimed = claim(self._db, found.message_id, line, settings, now)
        if isinstance(claimed, Claimed):
            line.provider.window.take(self._hands.pace.monotonic())
            self._paces.take(found)
            return claimed
        if claimed.state is OutboxState.SKIPPED and claimed.reason is not None:
            self._result.skipped[claimed.reason] += 1
            self._done += 1
        return None

    def _call(self, claimed: Claimed, line: Line) -> None:
        hands = self._hands
        outcome = hand_over(line.adapter, claimed.outgoing)
        if isinstance(outcome, NotSent) and line.provider.works:
            outcome = self._reconnect(claimed, outcome, line)
        claimed, outcome = insist(
            self._db, line.adapter, claimed, outcome, clock=hands.clock, pace=hands.pace, stop=hands.stop
        )
        self._handed = _Handed(claimed, outcome, line)
        is_plain = isinstance(outcome, Accepted | Rejected)
        if not is_plain or line.provider.wait_s(hands.pace.monotonic()):
            self._settle_alone()

    def _reconnect(self, claimed: Claimed, outcome: NotSent, line: Line) -> Outcome:
        """A provider that worked a moment ago has dropped the line: one more call, since nothing was sent."""
        line.provider.works = False
        waited = self._hands.pace.wait(RECONNECT_S, self._hands.stop)
        if not waited or not may_call_again(self._db, claimed, self._hands.clock()):
            return outcome
        return hand_over(line.adapter, claimed.outgoing)

    def _settle_alone(self) -> None:
        if self._handed is not None:
            with self._db.write():
                self._settle(self._hands.load(), self._hands.clock())

    def _settle(self, settings: Settings, now: datetime) -> None:
        """Writes down the last call's outcome inside the open transaction."""
        if self._handed is None:
            return
        handed, self._handed = self._handed, None
        settled = settle(self._db, handed.claimed, handed.outcome, settings, now)
        self._count(handed.claimed.row.id, settled)
        self._spare(handed.line, settled, now)

    def _count(self, message_id: int, settled: Settled) -> None:
        self._done += settled.state is not OutboxState.PENDING
        self._result.sent += settled.state is OutboxState.ACCEPTED
        self._result.failed += settled.state is OutboxState.REJECTED
        if settled.state is OutboxState.UNCERTAIN:
            self._doubtful.add(message_id)

    def _spare(self, line: Line, settled: Settled, now: datetime) -> None:
        provider, steady = line.provider, self._hands.pace.monotonic()
        provider.works = settled.state is OutboxState.ACCEPTED
        if settled.stop is not None:
            provider.why, provider.is_troubled = settled.stop, True
        elif settled.rest_s:
            provider.quiet_until = steady + settled.rest_s
            provider.window.slow_down(steady)
        elif settled.state is OutboxState.ACCEPTED and provider.is_troubled:
            provider_states.resume(self._db, provider.name, now)
            provider.is_troubled = False

    def _report(self) -> None:
        if self._hands.tell is not None:
            self._hands.tell(self._done, max(self._due, self._done))
