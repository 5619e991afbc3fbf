"""A reading that is asked for more often than it can be done: never two at a time, and the last wish is always met."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from reengage_desktop.ui.desk import Desk

Found = TypeVar("Found")


class Reading(Generic[Found]):
    """Wishes that come while one is being read become one further reading, so that a burst of news costs two."""

    def __init__(self, desk: Desk, parent: QObject, on_done: Callable[[Found], object]) -> None:
        self._desk = desk
        self._parent = parent
        self._on_done = on_done
        self._wanted: Callable[[], Found] | None = None
        self._is_reading = False

    def start(self, task: Callable[[], Found]) -> None:
        """Reads, or reads once more as soon as the one under way has come."""
        self._wanted = task
        if not self._is_reading:
            self._go()

    def _go(self) -> None:
        task, self._wanted = self._wanted, None
        if task is not None:
            self._is_reading = True
            self._desk.read(task, self._parent, self._arrived, self._failed)

    def _arrived(self, found: Found) -> None:
        self._is_reading = False
        self._on_done(found)
        self._follow()

    def _failed(self, fault: BaseException) -> None:
        self._is_reading = False
        self._desk.failed.emit(fault)
        self._follow()

    def _follow(self) -> None:
        if not self._is_reading:
            self._go()
