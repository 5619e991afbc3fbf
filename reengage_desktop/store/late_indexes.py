"""Indexes that are dropped while a table fills up and built when it is full: kept up, each would cost a page per row.

What was dropped is written down in the database itself, in the same transaction: whatever cuts the filling off, `build`
makes up for it before anything else is done.
"""

import json
import time
from contextlib import suppress

from reengage_desktop.store.connection import Database
from reengage_desktop.store.scratch import Cancelled, interruptible

_KEY = "late_indexes"
_MANY = 5_000
_POLITE_S = 2.0
"""So long the building may take longer for the sake of others."""


def put_off(db: Database, table: str, arriving: int) -> None:
    """Drops a table's indexes where most of its rows are about to arrive; keys stay."""
    if arriving < _MANY or arriving < db.value(f"SELECT count(*) FROM main.{table}"):
        return
    with db.write():
        found = db.rows(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?",
            (table,),
        )
        _note(db, [*_noted(db), *(sql for _, sql in found)])
        for name, _ in found:
            db.run(f'DROP INDEX main."{name}"')


def build(db: Database, only: str = "") -> None:
    """Builds whatever was put off, or `only` the index of this name, each index by itself.

    Whoever wants to write meanwhile does so first, and that index is begun anew; only somebody who writes without end
    has to wait for one in the end.
    """
    polite_until = time.monotonic() + _POLITE_S
    db.rows("PRAGMA main.cache_size=-1000")  # sorted in small portions, so that it can be broken off at any moment
    while waiting := [sql for sql in _noted(db) if f" {only} " in sql or not only]:
        is_polite = time.monotonic() < polite_until
        with suppress(Cancelled):
            with db.turn(), interruptible(db, db.is_wanted if is_polite else _nobody):
                db.run(waiting[0].replace(" INDEX ", " INDEX IF NOT EXISTS ", 1))
            with db.write():
                _note(db, [sql for sql in _noted(db) if sql != waiting[0]])


def _nobody() -> bool:
    return False


def _noted(db: Database) -> list[str]:
    found: list[str] = json.loads(db.value("SELECT value FROM main.meta WHERE key = ?", (_KEY,)) or "[]")
    return found


def _note(db: Database, statements: list[str]) -> None:
    if statements:
        db.run("INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)", (_KEY, json.dumps(statements)))
    else:
        db.run("DELETE FROM main.meta WHERE key = ?", (_KEY,))
