"""Copies of the database by SQLite's own backup: complete while the shop is in use, checked before they are trusted."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

import peewee

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import restoring
from reengage_desktop.store.database import Database, DatabaseDamaged, StoreConflict, StoreFault, sentences
from reengage_desktop.store.migrate import NewerDatabase, migrate, version_of
from reengage_desktop.store.migrations import CURRENT_VERSION

_NO_BACKUP = "This file is damaged or no backup of a shop. Nothing was changed; choose another one."


_STEP_PAGES = 4_000
"""So much is copied between two looks whether to stop: 16 MB."""

_TICKS = 20_000
"""SQLite instructions between two such looks while a copy is read through."""

_DAY_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d{6}))?")
_AS_NAMED = timedelta(hours=36)


class CopyStopped(Exception):
    """Whoever wanted the copy has stopped it; nothing of it is left."""


@dataclass(frozen=True)
class Backup:
    """A copy of a shop's database that was read through and found sound."""

    path: Path
    size_bytes: int
    schema: int


def create(db: Database, target: Path, is_stopped: Callable[[], bool] | None = None) -> Backup:
    """Writes a complete copy and checks it; the file appears only when it is whole.

    Raises StoreFault or OSError, and CopyStopped a moment after `is_stopped` has said so.
    """
    part = target.with_name(f"{target.name}.{token_hex(4)}.part")  # another program may be saving under this name
    try:
        with sentences(), closing(_connect(part)) as copy:
            if is_stopped is None:
                db.engine.connection().backup(copy)
            else:
                _copy_in_steps(db, copy, is_stopped)
            copy.execute("PRAGMA journal_mode = DELETE")
        verified = verify(part, is_stopped)
        _keep(part, target)
    finally:
        part.unlink(missing_ok=True)
    return Backup(target, verified.size_bytes, verified.schema)


def _copy_in_steps(db: Database, copy: "peewee.sqlite3.Connection", is_stopped: Callable[[], bool]) -> None:  # type: ignore[name-defined]
    def look(_status: int, _left: int, _pages: int) -> None:
        if is_stopped():
            raise CopyStopped

    with db.snapshot():  # whoever writes meanwhile does not make it begin anew
        db.value("SELECT 1 FROM sqlite_schema LIMIT 1")
        db.engine.connection().backup(copy, pages=_STEP_PAGES, progress=look)


def verify(path: Path, is_stopped: Callable[[], bool] | None = None) -> Backup:
    """Reads a copy through; raises FileNotFoundError, NewerDatabase or DatabaseDamaged with the sentence."""
    size = path.stat().st_size
    try:
        found, broken, schema, names = _read_through(path, is_stopped)
    except DatabaseDamaged:
        raise DatabaseDamaged(_NO_BACKUP) from None
    if schema > CURRENT_VERSION:
        raise NewerDatabase(
            f"This backup was written by a newer version of the program (schema {schema}, this one knows "
            f"{CURRENT_VERSION}). Nothing was changed; install the newer version."
        )
    if not {"meta", "customers", "outbox"} <= names:
        raise DatabaseDamaged("This file is a database, but no backup of a shop. Nothing was changed; choose another.")
    if found != ["ok"] or broken:
        raise DatabaseDamaged(_NO_BACKUP)
    return Backup(path, size, schema)


def find_good_copy(folder: Path) -> Backup | None:
    """The newest copy in a folder that is sound and not of a newer program, to be offered for a damaged shop."""
    for file in list_copies(folder):
        with suppress(StoreFault, OSError):
            return verify(file)
    return None


def list_copies(folder: Path) -> list[Path]:
    """Every copy in a folder, the newest first; raises OSError."""
    return sorted(folder.glob("*.db"), key=lambda file: (saved_at(file), file.stat().st_mtime), reverse=True)


def saved_at(file: Path) -> datetime:
    """When a copy was made: the file's own time, or what its name says where they are more than a day and a half apart.

    The files of a folder that was copied may all bear the moment of the copying. Raises OSError.
    """
    own = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    said = _DAY_IN_NAME.search(file.stem)
    if said is None:
        return own
    with suppress(ValueError):
        named = datetime.strptime(f"{said[1]} {said[2] or '120000'}", "%Y-%m-%d %H%M%S").replace(tzinfo=UTC)
        return own if abs(own - named) <= _AS_NAMED else named
    return own


def restore(db: Database, source: Path, now: datetime) -> Backup:
    """Puts a backup in the live database's place, paused; everybody who has the shop open sees it at once.

    The copy is first brought to this program's schema and given what the live shop has learned since (refusals,
    erasures, what went out) in a scratch file beside the database; the live one changes in one step.
    """
    verified = verify(source)
    scratch_path = db.path.with_name(f"restoring-{stamp(now)}.db")
    _remove(scratch_path)
    try:
        with closing(_open_unchanged(source)) as copy, closing(_connect(scratch_path)) as target:
            copy.backup(target)
        scratch = Database(scratch_path)
        try:
            migrate(scratch)
            _prepare(scratch, db, now)
            _replace(db, scratch)
        finally:
            scratch.close()
    finally:
        _remove(scratch_path)
    return verified


def _prepare(scratch: Database, live: Database, now: datetime) -> None:
    try:
        restoring.prepare(scratch, _sound(live), now)
    except (StoreConflict, peewee.IntegrityError, peewee.sqlite3.IntegrityError) as conflict:  # type: ignore[attr-defined]
        raise StoreFault(
            "This backup and the shop as it is contradict each other, so that it can't be told who was written to. "
            "Nothing was changed and nobody is written to twice; restore another backup."
        ) from conflict


def schema_of(path: Path) -> int:
    """The schema version of a database file, read without changing a byte; raises StoreFault."""
    with sentences(), closing(_open_unchanged(path)) as copy:
        return int(copy.execute("PRAGMA user_version").fetchone()[0])


def is_sound(db: Database) -> bool:
    """Whether SQLite finds nothing wrong with the live database; raises StoreFault where that can not be told now."""
    try:
        return bool(db.value("PRAGMA quick_check(1)") == "ok")
    except DatabaseDamaged:
        return False


def _read_through(path: Path, is_stopped: Callable[[], bool] | None = None) -> tuple[list[str], bool, int, set[str]]:
    """What SQLite finds in the file: faults, broken references, schema version, tables."""
    with sentences(), closing(_open_unchanged(path)) as copy, _stopping(copy, is_stopped):
        found = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(1)")]
        broken = copy.execute("PRAGMA foreign_key_check").fetchone() is not None
        schema = int(copy.execute("PRAGMA user_version").fetchone()[0])
        names = {str(row[0]) for row in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return found, broken, schema, names


@contextmanager
def _stopping(copy: "peewee.sqlite3.Connection", is_stopped: Callable[[], bool] | None) -> Iterator[None]:  # type: ignore[name-defined]
    """Long statements end soon after a stop; raises CopyStopped."""
    if is_stopped is not None:
        copy.set_progress_handler(lambda: int(is_stopped()), _TICKS)
    try:
        yield
    except peewee.sqlite3.OperationalError as fault:  # type: ignore[attr-defined]
        if str(fault) == "interrupted":
            raise CopyStopped from fault
        raise


def _sound(db: Database) -> Database | None:
    return db if is_sound(db) and version_of(db) == CURRENT_VERSION else None


def _replace(db: Database, scratch: Database) -> None:
    with sentences():
        scratch.engine.connection().backup(db.engine.connection())


def _open_unchanged(path: Path) -> "peewee.sqlite3.Connection":  # type: ignore[name-defined]
    path.stat()
    address = path.resolve().as_uri() + "?mode=ro"
    return peewee.sqlite3.connect(address, uri=True)  # type: ignore[attr-defined]


def _connect(path: Path) -> "peewee.sqlite3.Connection":  # type: ignore[name-defined]
    return peewee.sqlite3.connect(str(path))  # type: ignore[attr-defined]


def _keep(part: Path, target: Path) -> None:
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
