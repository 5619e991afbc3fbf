"""One import at a time: whoever has the turn may write, and the folder of its scratch files is its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from filelock import FileLock, Timeout

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.engine.importing.report import ImportRefused
from reengage_desktop.store.connection import Database
from reengage_desktop.store.scratch import scratch_parent


def _lock(db: Database) -> FileLock:
    folder = db.path.parent / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / "import.lock")


@contextmanager
def import_turn(db: Database) -> Iterator[None]:
    """The only import of this shop, in whatever process; raises ImportRefused when there is another.

    It begins by removing what a killed one left: rows that were only read hold people's data too.
    """
    lock = _lock(db)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        text = "Another import of this shop is running. Nothing was changed; wait until it is done and try again."
        raise ImportRefused(Sentence("import_running", text)) from None
    try:
        _sweep(db)
        yield
    finally:
        lock.release()


def is_free(db: Database) -> bool:
    """Whether no import is running at this moment."""
    lock = _lock(db)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    lock.release()
    return True


@contextmanager
def scratch_folder(db: Database) -> Iterator[Path]:
    """A folder beside the database for scratch files, gone afterwards."""
    parent = scratch_parent(db.path)
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix="import-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear_leftovers(db: Database) -> None:
    """Removes what a killed import left, unless one is running now."""
    with suppress(ImportRefused), import_turn(db):
        pass


def _sweep(db: Database) -> None:
    shutil.rmtree(scratch_parent(db.path), ignore_errors=True)
