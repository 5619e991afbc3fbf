"""An index built in a process of its own, which can be ended at any moment.

SQLite sorts a table's keys in one go, in which it asks nobody whether it should stop: over a second for a million rows.
A process that is ended leaves the turn within milliseconds, and nothing of the index: that is SQLite's own promise.
"""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from peewee import OperationalError

from reengage_desktop import children
from reengage_desktop.store.connection import Database, StoreConflict, sentences
from reengage_desktop.store.importing.indexes.sorting_apart import Answer, work
from reengage_desktop.store.scratch import Cancelled, scratch_parent

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_LOOK_S = 0.002
"""How often it is asked whether somebody wants to write."""

_START_S = 10.0
"""A process that is not there by then does not come."""


class IndexProcess:
    """Builds one index after another; the first one starts it, and so does the first after it was ended."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._is_there = False

    def begin(self) -> None:
        """Starts it where it does not run, without waiting for it: a start takes a third of a second."""
        if self._process is not None:
            return
        folder = scratch_parent(self._db.path)
        with suppress(OSError):  # without it sorted runs lie where the system puts such files
            folder.mkdir(exist_ok=True)
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._db.path, folder), name="index", daemon=True)
        self._process, self._pipe = process, ours
        with suppress(OSError, AssertionError):  # a process that may start none says so by the last
            children.start(process)
        theirs.close()

    def make_ready(self) -> bool:
        """Starts it where it does not run, before anybody waits for it; False where the system starts none."""
        self.begin()
        if self._pipe is not None and not self._is_there:
            with suppress(OSError, EOFError):
                self._is_there = self._pipe.poll(_START_S) and self._pipe.recv() is None
            if not self._is_there:
                self.end()
        return self._is_there

    def build(self, sql: str, is_wanted: Callable[[], bool]) -> None:
        """Runs the statement there, inside the caller's turn; raises Cancelled when the turn is wanted."""
        try:
            answer = self._ask(sql, is_wanted)
        except BaseException:
            self.end()
            raise
        if answer is not None:
            tell(*answer)

    def _ask(self, sql: str, is_wanted: Callable[[], bool]) -> Answer:
        if self._pipe is None:
            raise Cancelled
        try:
            self._pipe.send(sql)
            while not self._pipe.poll(_LOOK_S):
                if is_wanted():
                    raise Cancelled
            answer: Answer = self._pipe.recv()
        except (EOFError, OSError):
            raise Cancelled from None
        return answer

    def end(self) -> None:
        """Ends it, whatever it does, and returns when nothing of it is left."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None and self._process.pid is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None
        self._is_there = False


def tell(kind: str, words: str) -> None:
    """Raises here what SQLite said there: StoreConflict, DiskFull, DatabaseDamaged or ReadOnly."""
    if kind == "IntegrityError":
        raise StoreConflict(words)
    with sentences():
        raise OperationalError(words)
