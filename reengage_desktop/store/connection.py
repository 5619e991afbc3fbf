"""A connection to the SQLite file: durable settings, one kind of write transaction, faults as sentences.

A `Database` may be used from any thread; each thread gets its own connection (close it there with `close`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import local
from typing import Any, Protocol

import peewee

from reengage_desktop.store.write_turns import TurnNotGiven, WriteTurns

Row = tuple[Any, ...]
Params = Sequence[Any] | Mapping[str, Any]

SAFE_WAL_VERSION = (3, 51, 3)
"""Before it SQLite's WAL can corrupt a database that two connections use at once."""


LOG_PAGES = 16_000
"""At so many pages a commit also moves the log into the database (64 MB): small writes should seldom have to."""
_SHORT_LOG_PAGES = 1_000
"""The same where small writes follow each other (4 MB)."""


class StoreFault(Exception):
    """The database can't do it now; the text is the sentence for the owner."""


class DatabaseBusy(StoreFault):
    """Another program holds the database."""


class DiskFull(StoreFault):
    """There is no room left for the database."""


class DatabaseDamaged(StoreFault):
    """The file is not a sound database. `copy`: the newest sound copy of it, where somebody looked and found one."""

    def __init__(self, sentence: str, copy: Path | None = None) -> None:
        super().__init__(sentence)
        self.copy = copy


class ReadOnly(StoreFault):
    """The file may not be written."""


_BUSY = "Another program holds the shop's database. Nothing was changed and nothing was sent; close it and try again."
_ERRORS = (peewee.DatabaseError, peewee.sqlite3.DatabaseError)  # type: ignore[attr-defined]
_CONFLICTS = (peewee.IntegrityError, peewee.sqlite3.IntegrityError)  # type: ignore[attr-defined]
DAMAGED = "The shop's database is damaged. Nothing is sent from it; restore the newest good backup."
"""What a damaged file means for the owner."""

_FAULTS: tuple[tuple[str, type[StoreFault], str], ...] = (
    ("locked", DatabaseBusy, _BUSY),
    (
        "full",
        DiskFull,
        "The disk is full. Nothing was changed and nothing is sent meanwhile; free some space and try again.",
    ),
    ("malformed", DatabaseDamaged, DAMAGED),
    ("could not decode", DatabaseDamaged, DAMAGED),
    ("vtable constructor", DatabaseDamaged, DAMAGED),
    ("file format", DatabaseDamaged, DAMAGED),
    ("no such column", DatabaseDamaged, DAMAGED),  # the schema is stamped: what lacks was there
    ("no such table", DatabaseDamaged, DAMAGED),
    ("has no column", DatabaseDamaged, DAMAGED),
    (
        "not a database",
        DatabaseDamaged,
        "The shop's database file is damaged or no database. Nothing is sent from it; restore the newest good backup.",
    ),
    (
        "readonly",
        ReadOnly,
        "The shop's database may not be written. Nothing was changed; check the folder's permissions.",
    ),
    (
        "unable to open",
        ReadOnly,
        "The shop's database can't be opened here. Nothing was changed; check the folder and its permissions.",
    ),
    (
        "disk i/o",  # also on a full disk, where the file of shared memory can't grow
        DiskFull,
        (
            "The disk is full or can't be read. Nothing more is sent meanwhile; "
            "free some space, check the disk and try again."
        ),
    ),
)


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite that Peewee has picked up."""
    return tuple(int(part) for part in peewee.sqlite3.sqlite_version.split("."))  # type: ignore[attr-defined]


class sentences:  # noqa: N801 - a block, read like one
    """Turns what SQLite says inside into this module's faults; no generator, because every statement passes here."""

    def __enter__(self) -> None:
        """Begins."""

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> None:
        """Ends; raises the fault's own sentence."""
        if isinstance(fault, _ERRORS):
            fault = _behind(fault)
            if not isinstance(fault, _ERRORS):
                raise fault
            text = str(fault).casefold()
            for sign, cause, sentence in _FAULTS:
                if sign in text:
                    raise cause(sentence) from fault
        elif isinstance(fault, UnicodeDecodeError):  # SQLite names what it stumbled over, in the damaged file's bytes
            raise DatabaseDamaged(DAMAGED) from fault


def _behind(fault: BaseException) -> BaseException:
    """What ended the transaction: a full disk does that by itself, and the undoing that follows then fails as well."""
    while isinstance(fault, _ERRORS) and "no transaction is active" in str(fault) and fault.__context__ is not None:
        fault = fault.__context__
    return fault


class Way(Protocol):
    """Who goes first where threads compete for the processor."""

    def is_taken(self) -> bool:
        """Whether somebody goes first just now."""

    def wait(self) -> None:
        """Waits until it is free; not for long, and not in the thread of whoever goes first."""


class _Thread(local):
    """What a thread is about: while it only looks at a snapshot, nobody waits for it.

    `undoing`: what its transaction has done beside the database, each with how it is undone.
    """

    only_looks = False

    def __init__(self) -> None:
        self.undoing: list[Callable[[], object]] = []


class Database:
    """An open shop. Every store function takes it first."""

    def __init__(self, path: Path, *, busy_timeout_s: float = 15.0) -> None:
        """Opens lazily; nothing is read before the first use.

        WAL with `synchronous=EXTRA`, so that a committed intent survives a power cut; on an SQLite with the WAL fault a
        rollback journal instead. FULL would not do there, nor for a new file: a journal whose deletion was lost with
        the power comes back and undoes what was committed. With WAL the two cost the same.
        """
        self.path = path
        self.is_known_sound = False  # see store.soundness
        self.way: Way | None = None
        journal = "wal" if sqlite_version() >= SAFE_WAL_VERSION else "delete"
        pragmas = {
            "synchronous": 3,  # first: setting the journal's kind writes to a new file
            "journal_mode": journal,
            "foreign_keys": 1,
            "secure_delete": 1,
            "busy_timeout": int(busy_timeout_s * 1000),
            "wal_autocheckpoint": LOG_PAGES,
            "cache_size": -16_000,
            "temp_store": 2,
        }
        self._peewee = peewee.SqliteDatabase(str(path), pragmas=pragmas, timeout=busy_timeout_s)
        self._turns = WriteTurns(path, busy_timeout_s)
        self._thread = _Thread()

    @property
    def engine(self) -> peewee.SqliteDatabase:
        """Peewee's database, for the store's own listings."""
        return self._peewee

    def close(self) -> None:
        """Closes this thread's connection."""
        self._turns.close()
        if not self._peewee.is_closed():
            self._peewee.close()

    @contextmanager
    def write(self) -> Iterator[None]:
        """One immediate transaction, all or nothing; inside another one it joins it.

        Whoever asks first writes next, in whatever thread or process. Raises DatabaseBusy, DiskFull, DatabaseDamaged or
        ReadOnly.
        """
        if self._peewee.in_transaction():
            self._thread.only_looks = False
            yield
            return
        with self.turn(), sentences():
            self._thread.undoing.clear()
            try:
                with self._peewee.atomic("IMMEDIATE"):
                    yield
            except BaseException:
                for undo in reversed(self._thread.undoing):
                    undo()
                raise

    def if_undone(self, undo: Callable[[], object]) -> None:
        """Inside `write`: what is done, still in its turn, if the transaction comes to nothing; newest first."""
        self._thread.undoing.append(undo)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The turn at writing without a transaction, for one statement that is all or nothing by itself."""
        try:
            turn = self._turns.take()
        except TurnNotGiven:
            raise DatabaseBusy(_BUSY) from None
        try:
            yield
        finally:
            self._turns.give(turn)

    @contextmanager
    def short_log(self) -> Iterator[None]:
        """For many small writes in a row, each to be kept at once: the log stays short and is written over and over.

        What a file has had before is kept sooner than what makes it longer.
        """
        self.value(f"PRAGMA wal_autocheckpoint = {_SHORT_LOG_PAGES}")
        try:
            yield
        finally:
            self.value(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")

    def is_wanted(self) -> bool:
        """Inside `write` or `turn`: whether somebody else waits to write."""
        return self._turns.is_wanted()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads inside see one moment of the database."""
        if self._peewee.in_transaction():
            yield
            return
        with sentences(), self._peewee.atomic("DEFERRED"):
            self._thread.only_looks = True
            try:
                yield
            finally:
                self._thread.only_looks = False

    def mark(self) -> tuple[int, int]:
        """Stays the same as long as nobody has written: neither another connection, nor this thread's own."""
        with sentences():
            connection = self._peewee.connection()
            return int(connection.execute("PRAGMA data_version").fetchone()[0]), int(connection.total_changes)

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        """All rows of a query as tuples."""
        with sentences():
            return list(self._ask(sql, params).fetchall())

    def iterate(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """The rows of a query one by one, without holding them all."""
        with sentences():
            yield from self._peewee.execute_sql(sql, params)

    def stream(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """The rows of a query straight from SQLite, for loops over very many; go through them inside `sentences`."""
        with sentences():
            found: Iterator[Row] = iter(self._peewee.execute_sql(sql, params))
            return found

    def row(self, sql: str, params: Params = ()) -> Row | None:
        """The first row, or None."""
        with sentences():
            found: Row | None = self._ask(sql, params).fetchone()
            return found

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return None if found is None else found[0]

    def run(self, sql: str, params: Params = ()) -> int:
        """Executes a statement and gives how many rows it changed; raises StoreConflict when a key or cap refuses."""
        return int(self._execute(sql, params).rowcount)

    def insert(self, sql: str, params: Params = ()) -> int:
        """Executes an INSERT and gives the new row's id."""
        return int(self._execute(sql, params).lastrowid)

    def run_many(self, sql: str, rows: Iterable[Params]) -> None:
        """Executes a statement for every row, inside the caller's transaction."""
        with sentences():
            self._peewee.connection().executemany(sql, rows)

    def _ask(self, sql: str, params: Params) -> Any:
        """Past Peewee's own door, which costs as much as a short statement does."""
        # Never in a transaction that writes: it may hold up other writers.
        if self.way is not None and self.way.is_taken() and not self._holds_others_up():
            self.way.wait()
        return self._peewee.connection().execute(sql, params)

    def _holds_others_up(self) -> bool:
        return not self._thread.only_looks and self._peewee.in_transaction()

    def _execute(self, sql: str, params: Params) -> Any:
        try:
            with sentences():
                return self._ask(sql, params)
        except _CONFLICTS as conflict:
            raise StoreConflict(str(conflict)) from conflict


class StoreConflict(Exception):
    """A UNIQUE key, a CHECK or a cap refused the change; the text is SQLite's or the trigger's word (`cap_week`)."""
