"""The one path backwards: small facts that say *that* something changed, never what the rows hold.

Publishers are any thread; a listener is called in the publisher's thread and only passes the word on (the window's bus
queues it for its own thread).
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Event:
    """Something changed. `topic` is the one word for what it concerns."""

    topic: ClassVar[str] = ""


@dataclass(frozen=True)
class CustomersChanged(Event):
    """Customers, their orders, views or consents changed."""

    topic: ClassVar[str] = "customers"


@dataclass(frozen=True)
class QueueChanged(Event):
    """Messages were queued, approved, sent, refused or taken out."""

    topic: ClassVar[str] = "outbox"


@dataclass(frozen=True)
class ResultsChanged(Event):
    """Deliveries, answers or conversions became known."""

    topic: ClassVar[str] = "outbox"


@dataclass(frozen=True)
class SettingsChanged(Event):
    """A setting got a new value."""

    topic: ClassVar[str] = "settings"
    key: str


@dataclass(frozen=True)
class TemplatesChanged(Event):
    """A template was saved or removed."""

    topic: ClassVar[str] = "templates"


@dataclass(frozen=True)
class CampaignsChanged(Event):
    """A campaign was made, paused, resumed or changed."""

    topic: ClassVar[str] = "campaigns"


@dataclass(frozen=True)
class CredentialsChanged(Event):
    """A secret was set or removed: channels may have become ready or not."""

    topic: ClassVar[str] = "settings"
    provider: str


@dataclass(frozen=True)
class ImportFinished(Event):
    """An import was written, or taken back."""

    topic: ClassVar[str] = "imports"
    import_id: int | None


@dataclass(frozen=True)
class RunStarted(Event):
    """A job began."""

    topic: ClassVar[str] = "runs"
    job: str


@dataclass(frozen=True)
class RunFinished(Event):
    """A job ended; `status` is success or failed."""

    topic: ClassVar[str] = "runs"
    job: str
    status: str


@dataclass(frozen=True)
class PausedChanged(Event):
    """Sending was paused or resumed by the owner, or a pause ended by itself."""

    topic: ClassVar[str] = "sending"
    paused: bool


@dataclass(frozen=True)
class WokeUp(Event):
    """The PC had been asleep, or the clock was moved, for about so many seconds."""

    topic: ClassVar[str] = "runs"
    gap_s: int


@dataclass(frozen=True)
class NoticesChanged(Event):
    """There is something new that the owner should know, or something was settled."""

    topic: ClassVar[str] = "sending"


Listener = Callable[[Event], None]


class Events:
    """Subscribe and publish, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[tuple[Listener, tuple[type[Event], ...]]] = []

    def subscribe(self, listener: Listener, *kinds: type[Event]) -> Callable[[], None]:
        """Calls the listener for events of these kinds (none named: of all); gives the way to stop that."""
        entry = (listener, kinds or (Event,))
        with self._lock:
            self._listeners.append(entry)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = [other for other in self._listeners if other is not entry]

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tells every listener, in the order in which they subscribed."""
        with self._lock:
            listeners = list(self._listeners)
        for listener, kinds in listeners:
            if isinstance(event, kinds):
                listener(event)
