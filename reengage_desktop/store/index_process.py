"""An index built in a process of its own, which can be ended at any moment.

SQLite sorts a table's keys in one go, in which it asks nobody whether it should stop: over a second for a million rows.
A process that is ended leaves the turn within milliseconds, and nothing of the index: that is SQLite's own promise.
"""

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import DatabaseError

from reengage_desktop.store.connection import Database, StoreConflict, StoreFault
from reengage_desktop.store.scratch import Cancelled

if TYPE_CHECKING:
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
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._db.path), name="index", daemon=True)
        self._process, self._pipe = process, ours
        with suppress(OSError, AssertionError):  # a process that may start none says so by the last
            process.start()
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
            raise answer

    def _ask(self, sql: str, is_wanted: Callable[[], bool]) -> Exception | None:
        if self._pipe is None:
            raise Cancelled
        try:
            self._pipe.send(sql)
            while not self._pipe.poll(_LOOK_S):
                if is_wanted():
                    raise Cancelled
            answer: Exception | None = self._pipe.recv()
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


def work(pipe: Connection, database: Path) -> None:
    """The process's own work: says that it is there, then runs one statement after another until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all: the program decides
    db = Database(database)
    db.rows("PRAGMA main.cache_size=-4000")  # the keys that are sorted lie elsewhere
    with suppress(EOFError, OSError):
        if db.value("PRAGMA main.journal_mode") == "wal":
            db.rows("PRAGMA main.synchronous=NORMAL")
            db.rows("PRAGMA main.wal_autocheckpoint=0")  # whoever asked settles the log, where nobody waits for it
        pipe.send(None)
        while True:
            pipe.send(_run(db, pipe.recv()))


def _run(db: Database, sql: str) -> Exception | None:
    try:
        db.run(sql)
    except (StoreFault, StoreConflict, DatabaseError) as fault:  # raised where it was asked for
        return fault
    return None
