"""The calls that are out at this moment: each in a thread of its own, so that a slow provider answers several at once.

A thread only calls. What it brings home is written down by the one thread that works the queue.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue

from reengage_desktop.channels.protocol import Channel
from reengage_desktop.domain.outcomes import Outcome
from reengage_desktop.engine.sending.calling import hand_over
from reengage_desktop.engine.sending.claiming import Claimed
from reengage_desktop.engine.sending.lines import Line


@dataclass
class Call:
    """One claimed message on its way through one connection.

    `spared`: how often its provider had asked to be left alone when it was claimed. `answer` is what the call proved,
    or what broke it in the program; `took_s` how long it took.
    """

    claimed: Claimed
    line: Line
    adapter: Channel
    spared: int
    answer: Future[Outcome] = field(default_factory=Future)
    took_s: float = 0.0

    def make(self, monotonic: Callable[[], float]) -> None:
        """Hands the message over, in the calling thread."""
        begun = monotonic()
        try:
            outcome = hand_over(self.adapter, self.claimed.outgoing)
        except BaseException as fault:  # noqa: BLE001 - raised by the thread that works the queue
            self.answer.set_exception(fault)
        else:
            self.took_s = monotonic() - begun
            self.answer.set_result(outcome)


class InFlight:
    """The calls that are out, and those that have ended since somebody looked; as many threads as were out at once."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._changed = threading.Condition()
        self._waiting: SimpleQueue[Call | None] = SimpleQueue()
        self._ended: deque[Call] = deque()
        self._threads = self._out = 0

    @property
    def count(self) -> int:
        """How many have been started and not yet taken home."""
        with self._changed:
            return self._out + len(self._ended)

    def start(self, call: Call) -> None:
        """Makes the call in a thread of its own, which the end of the program does not wait for."""
        with self._changed:
            self._out += 1
            is_short = self._out > self._threads
            self._threads += is_short
        self._waiting.put(call)
        if is_short:
            threading.Thread(target=self._work, name="call", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Waits until one has ended, so long at most; whether one has."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._ended), seconds)

    def wait_for_all(self, seconds: float) -> None:
        """Waits until none is out any more, so long at most."""
        with self._changed:
            self._changed.wait_for(lambda: not self._out, seconds)

    def take_ended(self) -> Call | None:
        """The first that has ended since, if any; the caller settles it."""
        with self._changed:
            return self._ended.popleft() if self._ended else None

    def close(self) -> None:
        """Lets the threads end, each after the call that it still waits for."""
        for _ in range(self._threads):
            self._waiting.put(None)

    def _work(self) -> None:
        while (call := self._waiting.get()) is not None:
            call.make(self._monotonic)
            with self._changed:
                self._out -= 1
                self._ended.append(call)
                self._changed.notify_all()
