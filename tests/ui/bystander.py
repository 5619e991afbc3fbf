"""What the machine itself takes away: bare programs beside the window, one on each processor, note what they missed.

One that only sleeps has nothing to wait for. Where it wakes late nobody here had that processor: a virtual machine's
host gave it to others. A thread can't tell that by itself; the time counts as its own, as waited or as slept.
"""

import os
import subprocess
import sys
import tempfile
import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_NAP_S: Final = 0.002
_LATE_S: Final = 0.003
"""Less is how exact a sleep is."""
_MOST: Final = 16

Gap = tuple[float, float]
"""From when until when, in seconds of `time.monotonic`, which all programs of a machine share."""


class Gaps:
    """Times that were missed, put together."""

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self.begins: list[float] = []
        self.ends: list[float] = []
        for begin, end in sorted(gaps):
            if self.ends and begin <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.begins.append(begin)
                self.ends.append(end)

    def within_ms(self, since: float, until: float) -> float:
        """How much was missed of the time between the two."""
        touched = slice(bisect_right(self.ends, since), bisect_left(self.begins, until))
        pairs = zip(self.begins[touched], self.ends[touched], strict=True)
        return 1000 * sum(min(until, end) - max(since, begin) for begin, end in pairs)


class Bystanders:
    """They stand there as long as the block lasts."""

    def __init__(self) -> None:
        self._ends = ExitStack()
        self._notes: list[Path] = []
        self._programs: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        folder = Path(self._ends.enter_context(tempfile.TemporaryDirectory(prefix="bystanders-")))
        for number, processor in enumerate(processors()):
            note = folder / str(number)
            started = subprocess.Popen([sys.executable, "-I", "-S", __file__, str(note), str(processor)])
            self._ends.callback(started.wait)
            self._ends.callback(started.terminate)
            self._notes.append(note)
            self._programs.append(started)
        while not all(note.exists() for note in self._notes):
            time.sleep(_NAP_S)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    def signal(self, number: int) -> None:
        """Sends each of them that signal: a test takes the processors from them."""
        for each in self._programs:
            each.send_signal(number)

    def gaps(self) -> Gaps:
        """What any of them missed until now; ask within the block."""
        found: list[Gap] = []
        for note in self._notes:
            told = array("d", note.read_bytes())
            found += zip(told[::2], told[1::2], strict=True)
        return Gaps(found)


def processors() -> list[int]:
    """The processors that this process may use; -1 where the system binds nobody to one."""
    return sorted(os.sched_getaffinity(0))[:_MOST] if sys.platform == "linux" else [-1]


def _take_place(processor: int) -> None:
    """On that processor, before every other program where that is allowed: what it misses nobody else has had."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {processor})
        with suppress(PermissionError):
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))


def _stand(note: Path, processor: int) -> None:
    """Notes each time that it woke late, until whoever started it has gone."""
    _take_place(processor)
    started_by = os.getppid()
    with closing(note.open("ab", buffering=0)) as kept:
        while os.getppid() == started_by:
            due = time.monotonic() + _NAP_S
            time.sleep(_NAP_S)
            woke = time.monotonic()
            if woke - due > _LATE_S:
                kept.write(array("d", (due, woke)).tobytes())


if __name__ == "__main__":
    _stand(Path(sys.argv[1]), int(sys.argv[2]))
