"""The facts of many customers, summed up in a thread and a scratch file of their own.

It begins while orders are still being written and goes on while their indexes are built.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import facts
from reengage_desktop.store.connection import Database
from reengage_desktop.store.scratch import Scratch

_LOOK_S = 0.1


class Gathering:
    """Sums up what everybody `touched` in the scratch file `checked` bought; `path` is where the sums are."""

    def __init__(self, db: Database, checked: Path, settings: Settings, is_cancelled: Callable[[], bool]) -> None:
        self.path = checked.with_name("facts.db")
        self._shop, self._checked, self._settings = db.path, checked, settings
        self._span = (0, 0)
        self._is_cancelled = is_cancelled
        self._is_written, self._may_sum_up, self._is_over = (threading.Event() for _ in range(3))
        self._pool: ThreadPoolExecutor | None = None
        self._task: Future[int]

    def begin(self) -> None:
        """Starts it where it does not run. From here on only new orders may be written, until all are."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "facts")
            self._task = self._pool.submit(self._gather)

    def all_is_written(self) -> None:
        """Says that all orders are there and everybody is noted in `touched`."""
        self._is_written.set()

    def go_on(self) -> None:
        """Says that the index of orders by customer is there."""
        self._may_sum_up.set()

    def wait(self) -> facts.Sources:
        """What was found; raises Cancelled."""
        newest = self._task.result()
        return facts.Sources(self._span, newest)

    def end(self) -> None:
        """Ends it, however far it is, and returns when nothing of it runs any more."""
        for each in (self._is_over, self._is_written, self._may_sum_up):
            each.set()
        if self._pool is not None:
            self._pool.shutdown()

    def _gather(self) -> int:
        with closing(Scratch(self.path, self._shop, self._has_ended)) as scratch:
            scratch.settle()
            scratch.keep_little()
            newest = facts.gather_categories(scratch, lambda: self._is_written.wait(_LOOK_S))
            scratch.copy_table(self._checked, "touched")
            self._span = facts.span_of(scratch)
            scratch.settle()
            scratch.keep_little()
            self._may_sum_up.wait()
            facts.gather_sums(scratch, self._settings, self._span)
            return newest

    def _has_ended(self) -> bool:
        return self._is_over.is_set() or self._is_cancelled()
