"""How fast messages may follow each other: a bucket of calls for each provider, and the waiting, which is handed in."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

MINUTE_S = 60.0
SLOWEST_PER_MINUTE = 6.0
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


@dataclass
class Bucket:
    """A provider's remaining calls: never more than `per_minute` in any minute; 0 sets no limit.

    A sixth of a minute's calls may go at once, the others follow evenly. `at` is a moment of the steady clock.
    """

    per_minute: float
    tokens: float
    at: float

    @classmethod
    def restored(cls, per_minute: float, kept: tuple[float, float] | None, now: datetime, steady: float) -> "Bucket":
        """The bucket as it was left (calls, unix seconds); time that ran backwards earns nothing."""
        bucket = cls(per_minute, 0.0, steady)
        if kept is None:
            bucket.tokens = bucket.capacity
        else:
            tokens, at = kept
            earned = max(0.0, now.timestamp() - at) * bucket.per_second
            bucket.tokens = min(bucket.capacity, max(0.0, tokens) + earned)
        return bucket

    @property
    def capacity(self) -> float:
        """How many calls may go at once after a rest."""
        return max(1.0, self.per_minute // 6)

    @property
    def per_second(self) -> float:
        """How fast calls come back: what may go at once is taken off the minute."""
        refill = self.per_minute if self.capacity == 1 else self.per_minute - self.capacity
        return refill / MINUTE_S

    def wait_s(self, steady: float) -> float:
        """How long until the next call may go."""
        if self.per_minute <= 0:
            return 0.0
        self._refill(steady)
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.per_second

    def take(self, steady: float) -> None:
        """Uses one call."""
        if self.per_minute > 0:
            self._refill(steady)
            self.tokens -= 1

    def slow_down(self, steady: float) -> None:
        """The provider said "too fast": half of what was, for the rest of the run."""
        before = self.per_minute if self.per_minute > 0 else 10 * MINUTE_S
        self.per_minute = max(SLOWEST_PER_MINUTE, before / 2)
        self.tokens, self.at = min(self.tokens, 0.0), steady

    def _refill(self, steady: float) -> None:
        passed = max(0.0, steady - self.at)
        self.tokens, self.at = min(self.capacity, self.tokens + passed * self.per_second), steady
