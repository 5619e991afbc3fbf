"""How fast messages may follow each other: each provider's calls of a minute, and the waiting, which is handed in."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MINUTE_S = 60.0
SLOWEST_PER_MINUTE = 6.0
_FASTEST_AFTER_A_REFUSAL = 600.0
BUSY_S = 0.5
"""How long to wait, at most, before looking again whether a call that is out has ended."""
_SLICE_S = 0.5


@dataclass(frozen=True)
class Pace:
    """The machine's steady clock and its sleep, for pauses: with `--now` the other clock stands still."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def wait(self, seconds: float, stop: Callable[[], bool]) -> bool:
        """Waits in small slices; False when it was stopped meanwhile."""
        end = self.monotonic() + seconds
        while (left := end - self.monotonic()) > 0:
            if stop():
                return False
            self.sleep(min(left, _SLICE_S))
        return not stop()


def youngest_s(age_s: int) -> float:
    """The least that an age in seconds may be: rows know whole seconds."""
    return max(0.0, age_s - 1.0)


class Window:
    """A provider's calls of the last minute: never more than `per_minute` of them in any; 0 sets no limit.

    Moments are those of the steady clock.
    """

    def __init__(self, per_minute: float, recent_s: Iterable[float], steady: float) -> None:
        """`recent_s`: how many seconds ago earlier runs made their calls."""
        self.per_minute = per_minute
        self._gap_s = 0.0
        self._calls = deque(sorted(steady - ago for ago in recent_s if ago < MINUTE_S))

    def wait_s(self, steady: float) -> float:
        """How long until the next call may go."""
        if self.per_minute <= 0 or not self._calls:
            return 0.0
        free_at = self._calls[-1] + self._gap_s
        if len(self._calls) >= self.per_minute:
            free_at = max(free_at, self._calls[-int(self.per_minute)] + MINUTE_S)
        return max(0.0, free_at - steady)

    def take(self, steady: float) -> None:
        """Notes a call."""
        if self.per_minute > 0:
            self._calls.append(steady)
            while self._calls[0] <= steady - MINUTE_S:
                self._calls.popleft()

    def slow_down(self, steady: float) -> None:
        """The provider said "too fast": half of what was, evenly spread, for the rest of the run."""
        before = self.per_minute if self.per_minute > 0 else _FASTEST_AFTER_A_REFUSAL
        self.per_minute = max(SLOWEST_PER_MINUTE, before / 2)
        self._gap_s = MINUTE_S / self.per_minute
        self._calls = deque([*self._calls, steady])
