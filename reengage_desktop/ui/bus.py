"""Carries the typed events of `jobs` into the window's thread: that something changed, never what it is now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reengage_desktop.jobs.events import Event, Events
from reengage_desktop.ui.background import right_of_way

if TYPE_CHECKING:
    from collections.abc import Callable

GATHER_MS = 150
"""Events that come in a burst are told once per kind and gathering time, so that an import does not redraw per row."""


class Bus(QObject):
    """Emits `changed(event)` in the window's thread, the newest of its kind, for everything that happened."""

    changed = Signal(object)

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[type[Event], Event] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self._tell)
        self._unsubscribe: Callable[[], object] | None = None
        self._arrived.connect(self._gather, Qt.ConnectionType.QueuedConnection)

    def listen(self, events: Events) -> None:
        """Hears the events of a shop, and no other shop's any more."""
        self.stop()
        self._unsubscribe = events.subscribe(self._arrived.emit)

    def stop(self) -> None:
        """Hears no more, and tells nothing more of what it heard."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._timer.stop()
        self._waiting.clear()

    def is_quiet(self) -> bool:
        """Whether nothing waits to be told."""
        return not self._timer.isActive()

    @Slot(object)
    def _gather(self, event: Event) -> None:
        if self._unsubscribe is None:
            return
        self._waiting[type(event)] = event
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        right_of_way().take()  # else the lanes are at what the first listener asks for while the next one is told
        waiting, self._waiting = self._waiting, {}
        for event in waiting.values():
            self.changed.emit(event)
