"""An index laid in short turns, where somebody writes so often that there is no pause in which it could be built.

SQLite builds an index in one go, and whoever writes waits for it: over a second for a million rows. But an index and a
table WITHOUT ROWID are the same tree of the same records. So the keys are sorted in a file of their own, where nobody
waits for it, and such a table is filled in their order, a few thousand a turn; then its row in the schema is made the
index's. A table that changes meanwhile says so by triggers, and nothing comes of it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import peewee

from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.indexes.index_process import IndexProcess
from reengage_desktop.store.scratch import lent, scratch_parent, settle_log

_TABLE = "late_index"
_SIGN = "late_index_holds"
"""Stands in `meta` as long as the table under the index has not changed."""

_KEYS_A_TURN = 4_000
_TURNS_A_TIDYING = 8

_OF_ROWID, _OF_EXPRESSION = -1, -2


class Changed(Exception):
    """The table under the index, or the index itself, has come about otherwise while the keys were being laid."""


@dataclass(frozen=True)
class Shape:
    """What an index is made of: its name, its table, and what tells one of its records from the next.

    `columns`: the values of a record, as SQL over the table; `collations`: by which each is ordered. `key`: so many of
    them are unlike in any two records; `may_be_empty`: those of the key that may be NULL, which no such table takes.
    `watched`: the table's columns that its statement names.
    """

    sql: str
    name: str
    table: str
    columns: tuple[str, ...]
    collations: tuple[str, ...]
    key: int
    may_be_empty: tuple[int, ...]
    watched: tuple[str, ...]

    @property
    def condition(self) -> str:
        """Which rows the index holds."""
        return [*re.split(r"\sWHERE\s", self.sql, maxsplit=1), "true"][1]

    @property
    def order(self) -> str:
        """The order of its records."""
        return ", ".join(f"{at} COLLATE {name}" for at, name in enumerate(self.collations, 1))


def shape_of(db: Database, sql: str) -> Shape | None:
    """What the index of a CREATE INDEX statement would be made of; None for one that can't be laid."""
    table = sql.split(" ON ", 1)[1].partition("(")[0].strip()
    made = db.value("SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?", (table,))
    empty = peewee.sqlite3.connect(":memory:")  # type: ignore[attr-defined]
    try:
        empty.execute(made)
        empty.execute(sql)
        name, is_unique = next(
            (row[1], row[2]) for row in empty.execute(f"PRAGMA index_list({table})") if row[3] == "c"
        )
        found = empty.execute(f"PRAGMA index_xinfo({name})").fetchall()
        told = {row[0]: row for row in empty.execute(f"PRAGMA table_info({table})")}
    finally:
        empty.close()
    if any(place == _OF_EXPRESSION or falls for _, place, _, falls, *_ in found):
        return None
    places = [place for _, place, *_ in found]
    ends = (at for at, place in enumerate(places, 1) if place == _OF_ROWID or told[place][5])
    key = sum(row[5] for row in found) if is_unique else next(ends)
    loose = [
        at for at, place in enumerate(places[:key]) if place != _OF_ROWID and not (told[place][3] or told[place][5])
    ]
    if is_unique and loose:  # then rows without a value are unlike each other
        return None
    return Shape(
        *(sql, name, table),
        tuple("rowid" if place == _OF_ROWID else told[place][1] for place in places),
        tuple(row[4] for row in found),
        key,
        tuple(loose),
        tuple(row[1] for row in told.values() if re.search(rf"\b{row[1]}\b", sql.partition(" ON ")[2])),
    )


def clear(db: Database) -> None:
    """Removes what was begun and cut off."""
    if db.value("SELECT 1 FROM main.sqlite_master WHERE name = ?", (_TABLE,)) is None:
        return
    with db.write():
        _clear(db)


def lay(db: Database, sql: str, apart: IndexProcess, go_on: Callable[[], object]) -> bool:
    """Makes the index of a CREATE INDEX statement, turn by turn; False where that can't be done here.

    `apart` sorts; `go_on` is called all the while, and raises to end it. Raises Changed, StoreConflict where a key is
    not unique, and Cancelled where the other process was ended.
    """
    shape = shape_of(db, sql)
    if shape is None or not _may_write_schema(db) or not apart.make_ready():
        return False
    if _is_there(db, shape):  # whoever was ended while it built it had just done so
        return True
    try:
        _begin(db, shape)
        with _sorted(db, shape, apart, go_on):
            if _has_empty_keys(db, shape):
                return False
            _fill(db, shape, go_on)
            _put_in_place(db, shape)
    finally:
        clear(db)
    return True


def _may_write_schema(db: Database) -> bool:
    """Whether this SQLite lets the schema be written by hand."""
    db.value("PRAGMA writable_schema=ON")
    may = db.value("PRAGMA writable_schema")
    db.value("PRAGMA writable_schema=OFF")
    return bool(may)


def _begin(db: Database, shape: Shape) -> None:
    names = [f"c{at}" for at in range(len(shape.columns))]
    key = ", ".join(f"{name} COLLATE {each}" for name, each in zip(names[: shape.key], shape.collations, strict=False))
    told = f"BEGIN DELETE FROM meta WHERE key = '{_SIGN}'; END"
    with db.write():
        _clear(db)
        db.run(f"CREATE TABLE main.{_TABLE} ({', '.join(names)}, PRIMARY KEY ({key})) WITHOUT ROWID")
        for moment in ("INSERT", "DELETE", f"UPDATE OF {', '.join(shape.watched)}"):
            name = f"{_TABLE}_{moment.partition(' ')[0].lower()}"
            db.run(f"CREATE TRIGGER main.{name} AFTER {moment} ON {shape.table} {told}")
        db.run("INSERT INTO main.meta VALUES (?, '')", (_SIGN,))


def _clear(db: Database) -> None:
    _unwatch(db)
    db.run(f"DROP TABLE IF EXISTS main.{_TABLE}")


def _unwatch(db: Database) -> None:
    for moment in ("insert", "delete", "update"):
        db.run(f"DROP TRIGGER IF EXISTS main.{_TABLE}_{moment}")
    db.run("DELETE FROM main.meta WHERE key = ?", (_SIGN,))


@contextmanager
def _sorted(db: Database, shape: Shape, apart: IndexProcess, go_on: Callable[[], object]) -> Iterator[None]:
    """The keys in their order, in a file that the shop's connection sees as `laid`."""
    path = scratch_parent(db.path) / "laid.db"

    def is_cancelled() -> bool:
        go_on()
        return False

    columns = ", ".join(f"{column} AS c{at}" for at, column in enumerate(shape.columns))
    quoted = str(path).replace("'", "''")
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    try:
        for statement in (
            f"ATTACH '{quoted}' AS laid",
            "PRAGMA laid.journal_mode=OFF",
            "PRAGMA laid.synchronous=OFF",
            (
                f"CREATE TABLE laid.sorted AS SELECT {columns} FROM main.{shape.table} WHERE {shape.condition} "
                f"ORDER BY {shape.order}"
            ),
            "DETACH laid",
        ):
            apart.build(statement, is_cancelled)
        with lent(db, path, "laid"):
            yield
    except BaseException:
        apart.end()  # it may still hold the file
        raise
    finally:
        path.unlink(missing_ok=True)


def _has_empty_keys(db: Database, shape: Shape) -> bool:
    """Whether a key lacks a value, which an index takes and a table WITHOUT ROWID does not."""
    lacking = " OR ".join(f"c{at} IS NULL" for at in shape.may_be_empty)
    return bool(lacking) and db.value(f"SELECT 1 FROM laid.sorted WHERE {lacking} LIMIT 1") is not None


def _fill(db: Database, shape: Shape, go_on: Callable[[], object]) -> None:
    last = int(db.value("SELECT coalesce(max(rowid), 0) FROM laid.sorted"))
    for turn, low in enumerate(range(1, last + 1, _KEYS_A_TURN)):
        go_on()
        with db.write():
            _check(db, shape)
            db.run(
                f"INSERT INTO main.{_TABLE} SELECT * FROM laid.sorted WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
                (low, low + _KEYS_A_TURN - 1),
            )
        if turn % _TURNS_A_TIDYING == 0:
            settle_log(db)


def _check(db: Database, shape: Shape) -> None:
    """Raises Changed where what was laid would not be the index, or a second one: no schema with two can be read."""
    if db.value("SELECT 1 FROM main.meta WHERE key = ?", (_SIGN,)) is None or _is_there(db, shape):
        raise Changed


def _is_there(db: Database, shape: Shape) -> bool:
    return db.value("SELECT 1 FROM main.sqlite_master WHERE name = ?", (shape.name,)) is not None


def _put_in_place(db: Database, shape: Shape) -> None:
    """The table becomes the index: its tree stays where it is, only its row in the schema tells another story."""
    told = shape.sql.replace("IF NOT EXISTS ", "")
    with db.write():
        _check(db, shape)
        _unwatch(db)
        db.value("PRAGMA main.writable_schema=ON")
        try:
            db.run(
                "UPDATE main.sqlite_master SET type = 'index', name = ?, tbl_name = ?, sql = ? WHERE name = ?",
                (shape.name, shape.table, told, _TABLE),
            )
        finally:
            db.value("PRAGMA main.writable_schema=OFF")
        version = int(db.value("PRAGMA main.schema_version"))
        db.value(f"PRAGMA main.schema_version = {version + 1}")  # every connection reads the schema anew
