"""How long the window's thread is busy at a stretch."""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tests.ui.bystander import Gaps, processors

WAITS = Path("/proc/thread-self/schedstat")
"""Where Linux tells what a thread has run and how long it was ready without a processor, in nanoseconds."""

MOST = 0.8
"""What the owner does takes about a third of the floor; the rest is for a machine under load."""
_BUTTONS = 400


@dataclass(frozen=True)
class Stretch:
    """What lay between two beats, in ms: by the clock, the thread's own work, and how long the machine kept it waiting.

    `kept_ms`: it was ready to run and other threads or programs had the processors; 0 where the system doesn't tell.
    What is left of the clock it slept, or waited for another thread or a disk. `beside_ms`: what the process's other
    threads worked meanwhile. `ended_s`: when it was over, by `time.monotonic`.
    """

    clock_ms: float
    own_ms: float
    kept_ms: float
    beside_ms: float = 0.0
    ended_s: float = 0.0

    @property
    def behind_ms(self) -> float:
        """How much of `kept_ms` the process's own threads may have had all processors."""
        return min(self.kept_ms, max(0.0, self.beside_ms) / len(processors()))

    @property
    def still_ms(self) -> float:
        """How long it neither ran nor was ready to: for the interpreter, a lock, a disk, or a beat to come."""
        return max(0.0, self.clock_ms - self.own_ms - self.kept_ms)

    def missed_ms(self, gaps: Gaps) -> float:
        """What of it was taken by the machine: the gaps that bystanders noted, or by other programs, whichever is more.

        Both together would count twice what the machine took while the thread was ready to run. Nobody else is to blame
        for as long as the process's own threads may have had all processors.
        """
        stolen_ms = gaps.within_ms(self.ended_s - self.clock_ms / 1000, self.ended_s)
        return max(stolen_ms, self.kept_ms - self.behind_ms)

    def ours_ms(self, gaps: Gaps) -> float:
        """What the window itself is to blame for: its work, and waiting for its own threads, locks, disks."""
        return self.clock_ms - self.missed_ms(gaps)


class Pulse:
    """Beats in the window's thread and remembers the most that the thread itself worked between two beats.

    The thread's own time, not the clock's: what other programs take from the machine is not the window's fault.
    `long`: each stretch that took more than `long_ms` by the clock, or of the thread's own.
    """

    def __init__(self, *, every_ms: int = 0, long_ms: float = 50.0) -> None:
        """`every_ms`: how far the beats lie apart; 0: as fast as they can, which takes a processor for itself."""
        self.longest_ms = 0.0
        self.beats = 0
        self.long: list[Stretch] = []
        self._long_ms = long_ms
        self._waits = os.open(WAITS, os.O_RDONLY) if WAITS.exists() else None
        self._last = self._look()
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
        if self._waits is not None:
            os.close(self._waits)
            self._waits = None

    def leave_out(self) -> None:
        """What was done since the last beat is not the window's, but the test's own."""
        self._last = self._look()

    def take(self) -> tuple[float, list[Stretch]]:
        """The longest of the thread's own and the long ones since it was last asked; begins anew."""
        taken = self.longest_ms, self.long
        self.longest_ms, self.long = 0.0, []
        return taken

    def _look(self) -> tuple[float, float, float, float]:
        waited = int(os.pread(self._waits, 80, 0).split()[1]) / 1e6 if self._waits is not None else 0.0
        own = time.thread_time() * 1000
        return time.monotonic() * 1000, own, waited, time.process_time() * 1000 - own

    def _beat(self) -> None:
        present = self._look()
        clock_ms, own_ms, kept_ms, beside_ms = (new - old for new, old in zip(present, self._last, strict=True))
        stretch = Stretch(clock_ms, own_ms, kept_ms, beside_ms, present[0] / 1000)
        self._last = present
        self.longest_ms = max(self.longest_ms, stretch.own_ms)
        if max(stretch.clock_ms, stretch.own_ms) > self._long_ms:
            self.long.append(stretch)
        self.beats += 1


def floor_ms() -> float:
    """The floor of a stretch: what plain buttons cost from making to painting, in ms of the thread's own."""
    began = time.thread_time()
    holder = QWidget()
    column = QVBoxLayout(holder)
    for number in range(_BUTTONS):
        column.addWidget(QPushButton(f"Button {number}"))
    holder.show()
    QApplication.processEvents()
    taken = (time.thread_time() - began) * 1000
    shiboken6.delete(holder)  # here and now: put off, it would be part of the next stretch
    return taken
