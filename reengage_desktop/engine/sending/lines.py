"""The lines of one run: each channel's provider, opened once, with its pace and what keeps it from being used."""

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.sending.pacing import BUSY_S, Pace, Window, youngest_s
from reengage_desktop.store import message_log, provider_states
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest

BuildChannel = Callable[[ChannelName], Channel | NotConfigured]

SLOW_FROM_S = 0.05
"""Where a call takes less than this, a second one beside it gains nothing: the PC's own work is the longer part."""
SLOW_DISK_S = 0.0005
"""Where the disk takes that long to keep what is written, calls that go together share the wait.

That is any disk: only in memory are calls one after the other quicker than threads that share a commit.
"""
_LOOKED_AT = 4
_ENOUGH = 2


@dataclass
class Provider:
    """What all channels of one provider share in a run: its pace, and whether it is left alone.

    `why` is the reason that its messages wait for; None while it may be used. `quiet_until`: a moment of the steady
    clock before which nothing is handed over; `spared`: how often it asked to be left alone. `is_troubled`: something
    is on record that an acceptance ends. `accepted_in_a_row`: since its last other answer. `at_once`: how many calls
    it takes beside each other, `calls_out` how many are on their way, `took_s` what the last ones took, `commits_s`
    what the run's last transactions took to be kept.
    """

    name: str
    window: Window
    why: Reason | None = None
    quiet_until: float = 0.0
    spared: int = 0
    is_troubled: bool = False
    accepted_in_a_row: int = 0
    at_once: int = 1
    calls_out: int = 0
    took_s: deque[float] = field(default_factory=lambda: deque(maxlen=_LOOKED_AT))
    commits_s: deque[float] = field(default_factory=lambda: deque(maxlen=_LOOKED_AT))

    @property
    def works(self) -> bool:
        """Whether its last answer was an acceptance."""
        return self.accepted_in_a_row > 0

    @property
    def room(self) -> int:
        """How many calls may be out: one, and two more for each acceptance in a row where waiting is the longer part.

        So a provider that begins to fail is asked by one call at a time again, whatever it can take.
        """
        is_slow = _are_long(self.took_s, SLOW_FROM_S, 1) or _are_long(self.commits_s, SLOW_DISK_S)
        return min(self.at_once, 1 + 2 * self.accepted_in_a_row) if is_slow else 1

    @property
    def shares_commits(self) -> bool:
        """Whether calls that may go now wait for one commit together: where commits, not calls, are what takes long.

        Else each goes as soon as it is claimed itself, and the slots of a slow provider hardly ever wait for it.
        """
        return _are_long(self.commits_s, min(self.took_s, default=0.0) / self.at_once)

    def wait_s(self, steady: float) -> float:
        """How long until the next message may be handed over."""
        busy_s = BUSY_S if self.calls_out >= self.room else 0.0
        return max(self.quiet_until - steady, self.window.wait_s(steady), busy_s)


@dataclass
class Line:
    """One channel with its adapter and its provider.

    Each call beside another one goes through a connection of its own: `idle` are the adapters that make none now, of
    `made` in all.
    """

    channel: ChannelName
    adapter: Channel
    provider: Provider
    idle: list[Channel] = field(default_factory=list)
    made: int = 1

    def __post_init__(self) -> None:
        """The first adapter makes no call yet."""
        self.idle.append(self.adapter)

    @property
    def is_short(self) -> bool:
        """Whether a further call could go, had it a connection."""
        return not self.idle and self.provider.calls_out < self.provider.room

    def lend(self) -> Channel:
        """An idle adapter for one call."""
        self.provider.calls_out += 1
        return self.idle.pop()

    def give_back(self, adapter: Channel) -> None:
        """Its call has ended."""
        self.provider.calls_out -= 1
        self.idle.append(adapter)

    def close(self) -> None:
        """Lets go of the connections; one whose call is still out ends with it."""
        for adapter in self.idle:
            adapter.close()


class Lines:
    """The open lines of one run."""

    def __init__(self, db: Database, build: BuildChannel, pace: Pace, *, probes: bool) -> None:
        """`probes`: a provider that did not answer lately is tried once more before its time."""
        self._db = db
        self._build = build
        self._pace = pace
        self._probes = probes
        self.commits_s: deque[float] = deque(maxlen=_LOOKED_AT)
        self._lines: dict[ChannelName, Line | NotConfigured] = {}
        self._wanted: dict[ChannelName, str] = {}
        self._providers: dict[str, Provider] = {}

    def open(self, channel: ChannelName, settings: Settings, now: datetime) -> Line | NotConfigured:
        """The channel's line as the settings have it now, opened at its first use; never inside a transaction.

        Its keys come from the machine's keyring, which may be slow and may ask the owner to unlock it.
        """
        found = self.find(channel, settings)
        if isinstance(found, Line):
            return found
        old = self._lines.pop(channel, None)
        if isinstance(old, Line):
            old.close()
        self._lines[channel] = line = self._line(channel, settings, now)
        self._wanted[channel] = settings.provider_of(channel)
        return line

    def find(self, channel: ChannelName, settings: Settings) -> Line | NotConfigured | None:
        """What `open` gave for the channel; None when it is to be opened: it never was, or its provider has changed."""
        return self._lines.get(channel) if self._wanted.get(channel) == settings.provider_of(channel) else None

    def widen(self) -> None:
        """Gives each line that could make a further call one more connection; never inside a transaction."""
        for channel, line in self._lines.items():
            if isinstance(line, Line) and line.is_short:
                further = self._build(channel)
                if isinstance(further, NotConfigured) or further.name != line.adapter.name:
                    line.provider.at_once = line.made
                else:
                    line.idle.append(further)
                    line.made += 1

    @property
    def are_full(self) -> bool:
        """Whether calls are out, as many as there may be on each line that has any."""
        busy = [each for each in self._providers.values() if each.calls_out]
        return bool(busy) and all(each.calls_out >= each.room for each in busy)

    @property
    def patience_s(self) -> float:
        """How long calls that have ended may wait for those beside them, to be written down with them: one commit."""
        providers = self._providers.values()
        shares = any(each.calls_out > 1 and each.shares_commits for each in providers)
        return min(self.commits_s) if shares else 0.0

    def close(self) -> None:
        """Lets go of all connections."""
        for line in self._lines.values():
            if isinstance(line, Line):
                line.close()

    def _line(self, channel: ChannelName, settings: Settings, now: datetime) -> Line | NotConfigured:
        adapter = self._build(channel)
        if isinstance(adapter, NotConfigured):
            return adapter
        provider = self._provider(adapter.name, settings, now)
        provider.at_once = max(provider.at_once, adapter.capabilities.calls_at_once)
        return Line(channel, adapter, provider)

    def _provider(self, name: str, settings: Settings, now: datetime) -> Provider:
        if name not in self._providers:
            key = f"providers.{name}.rate_per_minute"
            rate = settings.whole(key) if key in settings else 0
            ages = message_log.list_last_ages(self._db, name, rate, now)
            window = Window(rate, map(youngest_s, ages), self._pace.monotonic())
            provider = Provider(name, window, commits_s=self.commits_s)
            self._recall(provider, now)
            self._providers[name] = provider
        return self._providers[name]

    def _recall(self, provider: Provider, now: datetime) -> None:
        if provider.name == HAND:
            provider.why = Reason.BY_HAND
            return
        state = provider_states.find(self._db, provider.name)
        if state is None:
            return
        provider.is_troubled = True
        if state.is_over(now) or (state.cause == Rest.UNREACHABLE and self._probes):
            return
        is_limit = state.cause in (Rest.THROTTLED, Rest.QUOTA)
        provider.why = Reason.PROVIDER_LIMIT if is_limit else Reason.PROVIDER_PAUSED


def _are_long(durations_s: Collection[float], from_s: float, enough: int = _ENOUGH) -> bool:
    """Whether even the quickest of the last ones took that long; of fewer than `enough` nobody knows."""
    return len(durations_s) >= enough and min(durations_s) >= from_s
