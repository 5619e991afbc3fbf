"""The one door to the file: durable, all or nothing, and plain words when it can't."""

from pathlib import Path

import pytest

from reengage_desktop.store.database import (
    Database,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    StoreConflict,
    open_database,
)
from reengage_desktop.store.migrate import NewerDatabase, migrate, version_of
from reengage_desktop.store.migrations import CURRENT_VERSION


def test_intents_are_durable(tmp_path: Path) -> None:
    """Promise 2: every commit reaches the disk before it counts."""
    db = open_database(tmp_path / "shop.db")
    assert db.value("PRAGMA synchronous") == 3
    assert db.value("PRAGMA foreign_keys") == 1
    assert db.value("PRAGMA secure_delete") == 1
    assert version_of(db) == CURRENT_VERSION
    db.close()


def test_a_newer_database_is_left_untouched(tmp_path: Path) -> None:
    """Promise 15: refused with its bytes as they were."""
    path = tmp_path / "shop.db"
    db = open_database(path)
    db.run(f"PRAGMA user_version = {CURRENT_VERSION + 1}")
    db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match="newer"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_failed_step_leaves_the_old_version(tmp_path: Path) -> None:
    """Promise 15: old or new, never half: the disk is full in the middle of a step."""
    db = Database(tmp_path / "shop.db")
    for pages in (20, 60):
        db.value(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull):
            migrate(db)
        assert db.rows("SELECT name FROM sqlite_master") == []
    db.value("PRAGMA max_page_count = 100000")
    assert migrate(db) == CURRENT_VERSION
    db.close()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    """Promise 13: a damaged file is noticed at start, in a sentence."""
    path = tmp_path / "shop.db"
    path.write_bytes(b"This is a letter to my aunt. " * 400)
    with pytest.raises(DatabaseDamaged, match="backup"):
        open_database(path)


def test_a_held_database_is_named(tmp_path: Path) -> None:
    """Promise 12: locked by another program: a sentence, nothing changed."""
    path = tmp_path / "shop.db"
    other = open_database(path)
    db = Database(path, busy_timeout_s=0.1)
    with other.write(), pytest.raises(DatabaseBusy, match="Another program"), db.write():
        pass
    other.close()
    db.close()


def test_the_cap_is_the_databases(tmp_path: Path) -> None:
    """A5, promise 11: a second message within seven days is refused by the database itself."""
    db = open_database(tmp_path / "shop.db")
    insert = "INSERT INTO cap_ledger (touch, customer_id, day) VALUES (?, 1, ?)"
    db.run(insert, ("a", 100))
    for day in (94, 100, 106):
        with pytest.raises(StoreConflict, match="cap_week"):
            db.run(insert, (f"b{day}", day))
    for touch, day in (("c", 107), ("d", 114), ("e", 121)):
        db.run(insert, (touch, day))
    with pytest.raises(StoreConflict, match="cap_month"):
        db.run(insert, ("f", 128))
    db.run(insert, ("g", 130))
    db.close()
