"""The scratch file in which an import is read and checked before a single row of the shop changes.

It reads the shop through an attached view of its database and never writes it. When the checks are through, the shop's
own connection attaches the scratch file and copies batch by batch; table names are the same on both sides (`staged`
names them), so that one SQL text serves either connection.
"""

import ctypes
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import peewee

from reengage_desktop.store.connection import LOG_PAGES, Database, Params, Row, StoreFault, sentences

_TICKS = 20_000
"""SQLite instructions between two looks at the cancel token: far below a second."""

_LITTLE, _MUCH = "cache_size=-8000", "cache_size=-32000"
"""While rows only come one after the other, and another process reads the file, little of it need be kept at hand."""


def scratch_parent(shop: Path) -> Path:
    """Where the throw-away files of a shop lie; emptied before the next import."""
    return shop.parent / "scratch"


class Cancelled(Exception):
    """The owner cancelled; nothing is left of the work."""


class Scratch:
    """A throw-away SQLite file beside a read-only view of the shop; one thread uses it."""

    def __init__(self, path: Path, shop: Path, is_cancelled: Callable[[], bool]) -> None:
        self.path = path
        self._is_cancelled = is_cancelled
        self._was_cancelled = False
        self._connection: Any = peewee.sqlite3.connect(str(path), isolation_level=None)  # type: ignore[attr-defined]
        for pragma in ("page_size=8192", "journal_mode=OFF", "synchronous=OFF", _LITTLE, "temp_store=FILE"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        self._connection.execute("ATTACH ? AS shop", (str(shop),))
        self._connection.execute("PRAGMA shop.cache_size=-16000")
        self.may_read_long = self._connection.execute("PRAGMA shop.journal_mode").fetchone()[0] == "wal"
        """Whether a long look at the shop keeps nobody from writing to it."""
        self.said: dict[str, set[str]] = {}
        """By table, the columns in which something was ever staged."""
        self._connection.execute("BEGIN")  # nobody else looks
        self._connection.set_progress_handler(self._look, _TICKS)

    def _look(self) -> int:
        self._was_cancelled = self._was_cancelled or self._is_cancelled()
        return int(self._was_cancelled)

    def close(self) -> None:
        """Lets go of both files; the scratch file stays until its folder is removed."""
        self._connection.set_progress_handler(None, _TICKS)
        with suppress(StoreFault, Cancelled, peewee.OperationalError):  # what was broken off is nothing to keep
            self.settle()
        self._connection.close()
        _give_back()

    def settle(self) -> None:
        """Ends what was begun with the first row: from here on each statement is a look at the shop of its own.

        Raises DiskFull where what was staged does not fit.
        """
        with self._guard():
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
            self._connection.execute(f"PRAGMA {_MUCH}")

    def keep_little(self) -> None:
        """Where all is read once and in its order: what others hold meanwhile needs the memory."""
        for schema in ("main", "shop"):
            self._connection.execute(f"PRAGMA {schema}.cache_size=-2000")

    def copy_table(self, path: Path, table: str) -> None:
        """Takes a table over from another scratch file, which is let go of at once: its owner's commits wait for it."""
        self.settle()
        self._connection.execute("ATTACH ? AS other", (str(path),))
        self.run(f"CREATE TABLE {table} AS SELECT * FROM other.{table}")
        self._connection.execute("DETACH other")
        self._connection.execute("BEGIN")

    def add_function(self, name: str, arguments: int, function: Callable[..., Any]) -> None:
        """Lets SQL here call a pure Python function."""
        self._connection.create_function(name, arguments, function, deterministic=True)

    def run(self, sql: str, params: Params | dict[str, Any] = ()) -> int:
        """Executes a statement and gives how many rows it changed; raises Cancelled."""
        with self._guard():
            return int(self._connection.execute(sql, params).rowcount)

    def run_many(self, sql: str, rows: Iterable[Params]) -> None:
        """Executes a statement for every row, as one; raises Cancelled."""
        with self._guard():
            is_own = not self._connection.in_transaction
            if is_own:
                self._connection.execute("BEGIN")
            self._connection.executemany(sql, rows)
            if is_own:
                self._connection.execute("COMMIT")

    def renew(self) -> None:
        """Empties it, for another reading."""
        self.settle()
        for kind, name in self.rows("SELECT type, name FROM main.sqlite_master WHERE sql IS NOT NULL ORDER BY type"):
            self.run(f'DROP {kind} IF EXISTS main."{name}"')
        self.run("BEGIN")

    def rows(self, sql: str, params: Params | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query; raises Cancelled."""
        with self._guard():
            return list(self._connection.execute(sql, params))

    def iterate(self, sql: str, params: Params | dict[str, Any] = ()) -> Iterator[Row]:
        """The rows of a query one by one; raises Cancelled."""
        with self._guard():
            yield from self._connection.execute(sql, params)

    def value(self, sql: str, params: Params | dict[str, Any] = ()) -> Any:
        """The first column of the first row, or None; raises Cancelled."""
        with self._guard():
            found = self._connection.execute(sql, params).fetchone()
        return None if found is None else found[0]

    @contextmanager
    def _guard(self) -> Iterator[None]:
        with sentences():
            try:
                yield
            except peewee.sqlite3.Error as fault:  # type: ignore[attr-defined]
                if self._was_cancelled:
                    raise Cancelled from fault
                raise peewee.OperationalError(str(fault)) from fault


def _give_back() -> None:
    """What the caches held goes back to the system, where it can be told to take it: another process sorts next."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc
            ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def interruptible(db: Database, is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """Long statements of the shop's own connection end within a second of a cancel; raises Cancelled."""
    connection = db.engine.connection()
    connection.set_progress_handler(lambda: int(is_cancelled()), _TICKS)
    try:
        yield
    except (peewee.OperationalError, peewee.sqlite3.OperationalError) as fault:  # type: ignore[attr-defined]
        if str(fault) == "interrupted":
            raise Cancelled from fault
        raise
    finally:
        connection.set_progress_handler(None, _TICKS)


@contextmanager
def attached(db: Database, path: Path) -> Iterator[None]:
    """The shop's connection sees the scratch file's tables; the fast but crash-safe way of committing while it does.

    `synchronous=NORMAL` (WAL only): a power cut may take the last batches back, and the journal then takes the rest.
    """
    db.run("ATTACH ? AS scratch", (str(path),))
    for pragma in ("scratch.journal_mode=OFF", "scratch.synchronous=OFF", "main.cache_size=-8000", "temp_store=FILE"):
        db.rows(f"PRAGMA {pragma}")
    if may_read_long(db):
        db.rows("PRAGMA main.synchronous=NORMAL")
        db.rows("PRAGMA main.wal_autocheckpoint=0")  # `settle_log` does it where nobody waits for it
    # every id comes from a join with the row that bears it, and rows that bear one are never deleted
    db.rows("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        db.rows("PRAGMA main.synchronous=EXTRA")
        db.rows("PRAGMA foreign_keys=ON")
        db.rows(f"PRAGMA main.wal_autocheckpoint={LOG_PAGES}")
        db.rows("PRAGMA main.cache_size=-16000")
        db.rows("PRAGMA temp_store=MEMORY")
        db.run("DETACH scratch")


@contextmanager
def lent(db: Database, path: Path, name: str) -> Iterator[None]:
    """The shop's connection sees the tables of a further scratch file."""
    db.run(f"ATTACH ? AS {name}", (str(path),))
    try:
        yield
    finally:
        db.run(f"DETACH {name}")


def may_read_long(db: Database) -> bool:
    """Whether a long look at the shop keeps nobody from writing to it."""
    return bool(db.value("PRAGMA main.journal_mode") == "wal")


def settle_log(db: Database) -> None:
    """Copies what the log holds into the database, between two transactions; who writes meanwhile does not wait."""
    db.rows("PRAGMA main.wal_checkpoint(PASSIVE)")
