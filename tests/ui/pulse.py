"""How long the window's thread is busy at a stretch."""

import time
from types import TracebackType
from typing import Self

from PySide6.QtCore import QTimer


class Pulse:
    """Beats in the window's thread and remembers the most that the thread itself worked between two beats.

    The thread's own time, not the clock's: what other programs take from the machine is not the window's fault.
    """

    def __init__(self, *, every_ms: int = 0) -> None:
        """`every_ms`: how far the beats lie apart; 0: as fast as they can, which takes a processor for itself."""
        self.longest_ms = 0.0
        self.beats = 0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Beats no more."""
        self._timer.stop()

    def _beat(self) -> None:
        present = time.thread_time()
        self.longest_ms = max(self.longest_ms, (present - self._last) * 1000)
        self._last = present
        self.beats += 1
