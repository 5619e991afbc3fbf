"""The facts of many customers, summed up in a thread and a scratch file of their own while indexes are being built."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import facts
from reengage_desktop.store.connection import Database
from reengage_desktop.store.scratch import Scratch


class Gathering:
    """Sums up what everybody `touched` in the scratch file `checked` bought; `path` is where the sums are."""

    def __init__(self, db: Database, checked: Path, settings: Settings, is_cancelled: Callable[[], bool]) -> None:
        self.path = checked.with_name("facts.db")
        self._shop, self._checked, self._settings = db.path, checked, settings
        self._span = (0, 0)
        self._is_cancelled = is_cancelled
        self._may_sum_up, self._is_over = threading.Event(), threading.Event()
        self._task: Future[int]

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Does so beside what is done inside; whoever leaves early ends the work."""
        with ThreadPoolExecutor(1, "facts") as pool:
            self._task = pool.submit(self._gather)
            try:
                yield
            finally:
                self._is_over.set()
                self._may_sum_up.set()

    def go_on(self) -> None:
        """Says that the index of orders by customer is there."""
        self._may_sum_up.set()

    def wait(self) -> facts.Sources:
        """What was found; raises Cancelled."""
        newest = self._task.result()
        return facts.Sources(self._span, newest)

    def _gather(self) -> int:
        with closing(Scratch(self.path, self._shop, self._has_ended)) as scratch:
            scratch.copy_table(self._checked, "touched")
            scratch.keep_little()
            newest = facts.gather_categories(scratch)
            self._span = facts.span_of(scratch)
            scratch.settle()
            scratch.keep_little()
            self._may_sum_up.wait()
            facts.gather_sums(scratch, self._settings, self._span)
            return newest

    def _has_ended(self) -> bool:
        return self._is_over.is_set() or self._is_cancelled()
