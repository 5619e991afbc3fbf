"""Lets what is not seen yet read the style sheet, a few widgets at a time: all at once they hold up the first look."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_STRETCH_S: Final = 0.008
"""So long the window's thread works before it looks for what the owner does."""
_BETWEEN_MS: Final = 5


def dress_ahead(shown_later: QWidget, on_done: Callable[[], object]) -> None:
    """Dresses a widget and all that lies in it, then calls `on_done`; never, where the widget has gone meanwhile."""
    waiting = deque([*shown_later.findChildren(QWidget), shown_later])

    def go_on() -> None:
        ends = time.perf_counter() + _STRETCH_S
        while waiting and time.perf_counter() < ends:
            each = waiting.popleft()
            if isValid(each):
                each.ensurePolished()
        if waiting:
            QTimer.singleShot(_BETWEEN_MS, shown_later, go_on)
        else:
            on_done()

    go_on()
