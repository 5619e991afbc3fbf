"""Threads without Qt: one lane writes, some read, some wait for networks and long work. Tasks give Futures.

The lane is one of the three places that catch everything: what a task raises reaches whoever holds its Future.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reengage_desktop.store.database import Database

T = TypeVar("T")

SHUTDOWN_S = 3.0
"""So long the lanes are waited for when the program ends: with what else it does then, it is gone within five seconds,
and what did not end is marked by the next start (promise 31)."""

_PROGRESS_GAP_S = 0.1

_log = logging.getLogger(__name__)


class CancelToken:
    """Asks a long task to stop at its next safe place. Call it to know whether it was asked."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Asks; a second time changes nothing."""
        self._event.set()

    def __call__(self) -> bool:
        """Whether the task should stop."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits until asked, at most so long; gives whether it was asked."""
        return self._event.wait(seconds)


class Progress:
    """Passes (done, total) on at most once in `gap_s` seconds; the last word always gets through.

    `total` is None while nobody knows it.
    """

    def __init__(self, tell: Callable[[int, int | None], None], gap_s: float = _PROGRESS_GAP_S) -> None:
        self._tell = tell
        self._gap_s = gap_s
        self._last = float("-inf")

    def __call__(self, done: int, total: int | None = None) -> None:
        """Reports so many steps done."""
        present = time.monotonic()
        if done != total and present - self._last < self._gap_s:
            return
        self._last = present
        self._tell(done, total)


@dataclass
class _Work(Generic[T]):
    future: Future[T]
    tasks: list[Callable[[], T]]
    """The one task, until it is carried out."""

    def run(self) -> None:
        """Carries the task out and lets go of it; then its result or fault goes into the Future."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.tasks.pop()()
        except BaseException as fault:  # noqa: BLE001 - the lane boundary: the Future carries it on
            self.future.set_exception(fault)
        else:
            self.future.set_result(result)


def carry_out(task: Callable[[], T]) -> Future[T]:
    """Carries a task out at once, in this thread; its result or fault is in the Future, as from a lane."""
    work = _Work(Future[T](), [task])
    work.run()
    return work.future


class Lane:
    """A fixed number of threads over one queue, each with its own connection to the database."""

    def __init__(self, name: str, threads: int, db: Database) -> None:
        self._db = db
        self._queue: queue.SimpleQueue[_Work[Any] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._size = threads
        self._name = name
        self._threads: list[threading.Thread] = []
        self._closed = False

    def submit(self, task: Callable[[], T]) -> Future[T]:
        """Queues the task; raises RuntimeError once the lane is closed."""
        work = _Work(Future[T](), [task])
        with self._lock:
            if self._closed:
                raise RuntimeError(f"the lane “{self._name}” is closed")
            if len(self._threads) < self._size:
                self._start()
            self._queue.put(work)
        return work.future

    def close(self, *, drops: bool) -> None:
        """Takes no more, and lets the threads end after what has begun; the rest is dropped, or carried out before."""
        with self._lock:
            self._closed = True
            while drops:
                try:
                    work = self._queue.get_nowait()
                except queue.Empty:
                    break
                if work is not None:
                    work.future.cancel()
            for _ in self._threads:
                self._queue.put(None)

    def join(self, until: float) -> bool:
        """Waits for the threads until a moment of `time.monotonic`; gives whether all have ended."""
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _start(self) -> None:
        name = f"{self._name}-{len(self._threads) + 1}"
        thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (work := self._queue.get()) is not None:
            work.run()
            del work  # holds on to nobody's window while it waits
        self._db.close()


class Lanes:
    """The writer, the readers, and the long ones. Threads start with their first task."""

    def __init__(self, db: Database) -> None:
        self._writer = Lane("writer", 1, db)
        self._readers = Lane("reader", 3, db)
        self._long = Lane("network", 4, db)
        self._tokens: set[CancelToken] = set()
        self._lock = threading.Lock()
        self.stopping = CancelToken()

    def write(self, task: Callable[[], T]) -> Future[T]:
        """A small write: one at a time, in the order given."""
        return self._writer.submit(task)

    def fetch(self, task: Callable[[], T]) -> Future[T]:
        """A read; several run side by side."""
        return self._readers.submit(task)

    def network(self, task: Callable[[], T]) -> Future[T]:
        """Anything that waits for a network, or takes long (an import, a run, a backup)."""
        return self._long.submit(task)

    def token(self) -> CancelToken:
        """A token for a long task; ending the program cancels all of them."""
        token = CancelToken()
        with self._lock:
            self._tokens.add(token)
        if self.stopping():
            token.cancel()
        return token

    def release(self, token: CancelToken) -> None:
        """Forgets the token of a task that has ended."""
        with self._lock:
            self._tokens.discard(token)

    def close(self, within_s: float = SHUTDOWN_S) -> bool:
        """Asks every task to stop and waits; gives whether everything ended in time.

        The small writes that were asked for are carried out; of reading and long work nothing more is begun.
        """
        until = time.monotonic() + within_s
        self.stopping.cancel()
        with self._lock:
            tokens = list(self._tokens)
        for token in tokens:
            token.cancel()
        lanes = (self._long, self._writer, self._readers)
        for lane in lanes:
            lane.close(drops=lane is not self._writer)
        ended = [lane.join(until) for lane in lanes]
        if not all(ended):
            _log.warning("shutdown.unfinished", extra={"facts": {"waited_s": within_s}})
        return all(ended)
