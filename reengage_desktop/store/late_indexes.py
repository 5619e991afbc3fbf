"""Indexes that are dropped while a table fills up and built when it is full: kept up, each would cost a page per row.

What was dropped is written down in the database itself, in the same transaction: whatever cuts the filling off, `build`
makes up for it before anything else is done.
"""

import json

from reengage_desktop.store.connection import Database

_KEY = "late_indexes"
_MANY = 5_000


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


def build(db: Database) -> None:
    """Builds whatever was put off, each in a transaction of its own."""
    while waiting := _noted(db):
        with db.write():
            db.run(waiting[0])
            _note(db, waiting[1:])


def _noted(db: Database) -> list[str]:
    found: list[str] = json.loads(db.value("SELECT value FROM main.meta WHERE key = ?", (_KEY,)) or "[]")
    return found


def _note(db: Database, statements: list[str]) -> None:
    if statements:
        db.run("INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)", (_KEY, json.dumps(statements)))
    else:
        db.run("DELETE FROM main.meta WHERE key = ?", (_KEY,))
