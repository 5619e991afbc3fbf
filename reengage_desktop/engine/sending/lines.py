"""The lines of one run: each channel's provider, opened once, with its pace and what keeps it from being used."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.sending.pacing import Pace, Window
from reengage_desktop.store import message_log, provider_states
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest

BuildChannel = Callable[[ChannelName], Channel | NotConfigured]


@dataclass
class Provider:
    """What all channels of one provider share in a run: its pace, and whether it is left alone.

    `why` is the reason that its messages wait for; None while it may be used. `quiet_until`: a moment of the steady
    clock before which nothing is handed over. `is_troubled`: something is on record that an acceptance ends. `works`:
    its last answer was an acceptance.
    """

    name: str
    window: Window
    why: Reason | None = None
    quiet_until: float = 0.0
    is_troubled: bool = False
    works: bool = False

    def wait_s(self, steady: float) -> float:
        """How long until the next message may be handed over."""
        return max(self.quiet_until - steady, self.window.wait_s(steady), 0.0)


@dataclass
class Line:
    """One channel with its adapter and its provider."""

    channel: ChannelName
    adapter: Channel
    provider: Provider


class Lines:
    """The open lines of one run."""

    def __init__(self, db: Database, build: BuildChannel, pace: Pace, *, probes: bool) -> None:
        """`probes`: a provider that did not answer lately is tried once more before its time."""
        self._db = db
        self._build = build
        self._pace = pace
        self._probes = probes
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
            old.adapter.close()
        self._lines[channel] = line = self._line(channel, settings, now)
        self._wanted[channel] = settings.provider_of(channel)
        return line

    def find(self, channel: ChannelName, settings: Settings) -> Line | NotConfigured | None:
        """What `open` gave for the channel; None when it is to be opened: it never was, or its provider has changed."""
        return self._lines.get(channel) if self._wanted.get(channel) == settings.provider_of(channel) else None

    def close(self) -> None:
        """Lets go of all connections."""
        for line in self._lines.values():
            if isinstance(line, Line):
                line.adapter.close()

    def _line(self, channel: ChannelName, settings: Settings, now: datetime) -> Line | NotConfigured:
        adapter = self._build(channel)
        if isinstance(adapter, NotConfigured):
            return adapter
        return Line(channel, adapter, self._provider(adapter.name, settings, now))

    def _provider(self, name: str, settings: Settings, now: datetime) -> Provider:
        if name not in self._providers:
            key = f"providers.{name}.rate_per_minute"
            rate = settings.whole(key) if key in settings else 0
            recent = message_log.list_last_starts(self._db, name, rate)
            # Rows know whole seconds: a call may be up to one younger than it says.
            ago = [max(0.0, (now - started_at).total_seconds() - 1) for started_at in recent if started_at <= now]
            provider = Provider(name, Window(rate, ago, self._pace.monotonic()))
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
