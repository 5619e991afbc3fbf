"""Indexes that are dropped while a table fills up and built when it is full: kept up, each would cost a page per row.

What was dropped is written down in the database itself, in the same transaction: whatever cuts the filling off, `build`
makes up for it before anything else is done.
"""

import json
import time
from collections.abc import Callable, Collection
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.indexes import laying
from reengage_desktop.store.importing.indexes.index_process import IndexProcess
from reengage_desktop.store.scratch import Cancelled, interruptible

_KEY = "late_indexes"
_MANY = 5_000
IN_ONE_GO = 20_000
"""So many rows are sorted within some milliseconds; more of them where the sorting can be broken off."""

_SHORTEST_PATIENCE_S = 2.0
_PATIENCE_A_ROW_S = 24e-6
"""Some twelve times what a row costs the slowest index: so long the building gives way to others, and no longer."""

_QUIET_S = 0.15
"""Who writes more often than that would only break the building off again: it waits for a pause."""

_LOOK_S = 0.01

_ATTEMPTS = 3


def put_off(db: Database, table: str, arriving: int, names: Collection[str] = ()) -> bool:
    """Drops a table's indexes (those of these names, or all) where most of its rows are about to arrive; keys stay.

    Gives whether it did.
    """
    if arriving < _MANY or arriving < db.value(f"SELECT count(*) FROM main.{table}"):
        return False
    with db.write():
        found = db.rows(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?",
            (table,),
        )
        chosen = [(name, sql) for name, sql in found if not names or name in names]
        _note(db, [*_noted(db), *(sql for _, sql in chosen)])
        for name, _ in chosen:
            db.run(f'DROP INDEX main."{name}"')
    return True


def build(db: Database, only: str = "", go_on: Callable[[], object] = bool, apart: IndexProcess | None = None) -> None:
    """Builds whatever was put off, or `only` a table's, each index by itself.

    Whoever wants to write meanwhile does so first. A large index is then laid in short turns (`laying`); one that can't
    be is begun anew in the next pause, and has its way in the end. `go_on` is called before each attempt and while it
    lasts, and raises to end it all. `apart`: the caller's process for it, which stays the caller's.
    """
    waiting = _waiting(db, only)
    if not waiting:
        return
    laying.clear(db)
    rows = max(_rows_under(db, sql) for sql in waiting)
    patience = _Patience(db, max(_SHORTEST_PATIENCE_S, rows * _PATIENCE_A_ROW_S), go_on)
    with ExitStack() as stack:
        if apart is None:
            apart = IndexProcess(db)
            stack.callback(apart.end)
        builder = _Builder(db, apart if rows > IN_ONE_GO else None)
        while waiting:
            go_on()
            with suppress(Cancelled):
                builder.build(waiting[0], patience)
                with db.write():
                    _note(db, [sql for sql in _noted(db) if sql != waiting[0]])
            waiting = _waiting(db, only)


@dataclass
class _Patience:
    """How long the building lets others go first."""

    db: Database
    seconds: float
    go_on: Callable[[], object]
    was_broken_off: bool = False
    _until: float = field(init=False)

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.seconds

    @property
    def is_over(self) -> bool:
        """Whether the next one has to wait."""
        return time.monotonic() >= self._until

    def wait_for_a_pause(self) -> None:
        """After a write that broke the building off: until nobody has written for a while."""
        written, quiet_since = self._writes(), time.monotonic()
        while self.was_broken_off and not self.is_over and time.monotonic() - quiet_since < _QUIET_S:
            self.go_on()
            time.sleep(_LOOK_S)
            if (now_written := self._writes()) != written:
                written, quiet_since = now_written, time.monotonic()

    def _writes(self) -> int:
        """Another number after somebody else has written."""
        return int(self.db.value("PRAGMA main.data_version"))


class _Builder:
    """Makes one index: at one go where it can be broken off, in a process of its own where it takes long, or laid."""

    def __init__(self, db: Database, apart: IndexProcess | None) -> None:
        self._db, self._apart = db, apart
        self._unlaid: set[str] = set()

    def build(self, sql: str, patience: _Patience) -> None:
        """One attempt; raises Cancelled where somebody else went first."""
        if not (patience.was_broken_off and self._is_laid(sql, patience)):
            self._build(sql.replace(" INDEX ", " INDEX IF NOT EXISTS ", 1), patience)

    def _is_laid(self, sql: str, patience: _Patience) -> bool:
        """Whether the index came about in short turns; its table may change a few times meanwhile, not for ever."""
        if self._apart is None or sql in self._unlaid:
            return False
        for _ in range(_ATTEMPTS):
            with suppress(laying.Changed, Cancelled):
                if laying.lay(self._db, sql, self._apart, patience.go_on):
                    return True
                break
            patience.go_on()
        self._unlaid.add(sql)
        return False

    def _build(self, sql: str, patience: _Patience) -> None:
        patience.wait_for_a_pause()
        apart = self._apart if not patience.is_over and self._apart is not None and self._apart.make_ready() else None

        def is_wanted() -> bool:
            patience.go_on()
            patience.was_broken_off = not patience.is_over and self._db.is_wanted()
            return patience.was_broken_off

        with self._db.turn():
            if apart is not None:
                apart.build(sql, is_wanted)
                return
            with interruptible(self._db, is_wanted):
                self._db.run(sql)


def _waiting(db: Database, only: str) -> list[str]:
    return [sql for sql in _noted(db) if f" {only} " in sql or not only]


def _rows_under(db: Database, sql: str) -> int:
    """About how many rows the index's table has."""
    table = sql.split(" ON ", 1)[1].split(None, 1)[0].partition("(")[0]
    return int(db.value(f"SELECT coalesce(max(rowid), 0) FROM main.{table}"))


def _noted(db: Database) -> list[str]:
    found: list[str] = json.loads(db.value("SELECT value FROM main.meta WHERE key = ?", (_KEY,)) or "[]")
    return found


def _note(db: Database, statements: list[str]) -> None:
    if statements:
        db.run("INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)", (_KEY, json.dumps(statements)))
    else:
        db.run("DELETE FROM main.meta WHERE key = ?", (_KEY,))
