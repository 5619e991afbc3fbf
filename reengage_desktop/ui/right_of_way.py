"""Lets the window's thread go first: while it fills and paints the window, the lanes wait before their next question.

Python lets one thread compute at a time and knows no order among them. At each of its calls into Qt the window's thread
lets go of the interpreter, a hundred times for one page; where lanes compute meanwhile it waits for each of them every
time, and a page of 25 ms took 60 to 90.
"""

import threading
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

_MOST_S: Final = 0.05
"""So long a lane waits at most, whatever the window does."""
_TURN_MS: Final = 1
"""By the next timer Qt has laid out and painted what was changed."""


class RightOfWay(QObject):
    """Belongs to the thread that made it; that one never waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._owner = threading.get_ident()
        self._is_free = threading.Event()
        self._is_free.set()
        self._ends = 0.0
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_TURN_MS)
        self._end.timeout.connect(self._is_free.set)

    def take(self) -> None:
        """From now until the window has laid out and painted what is being changed, the lanes wait."""
        self._ends = time.monotonic() + _MOST_S
        self._is_free.clear()
        if not self._end.isActive():
            self._end.start()

    def is_taken(self) -> bool:
        """Whether the window's thread goes first just now."""
        return not self._is_free.is_set()

    def wait(self) -> None:
        """Waits until the window's thread has done; at once in that thread itself, and 50 ms after it began."""
        left_s = self._ends - time.monotonic()
        if left_s > 0 and threading.get_ident() != self._owner:
            self._is_free.wait(left_s)
