"""Indexes that wait until a table is full: what is dropped comes back, whoever has to do it."""

import threading
from pathlib import Path

import pytest

from reengage_desktop.store import late_indexes
from reengage_desktop.store.database import Database, StoreConflict, open_database

MANY = 6_000


def _indexes(db: Database) -> list[tuple[object, ...]]:
    return db.rows("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")


def test_what_was_dropped_is_built_again_by_whoever_comes_next(tmp_path: Path) -> None:
    """Promise 18: a program that dies in between leaves a note in the database, and the schema is as it was."""
    db = open_database(tmp_path / "shop.db")
    before = _indexes(db)
    late_indexes.put_off(db, "orders", MANY)
    late_indexes.put_off(db, "customers", MANY)
    assert len(_indexes(db)) < len(before) - 4
    db.close()
    after = Database(tmp_path / "shop.db")
    late_indexes.build(after)
    late_indexes.build(after)
    assert _indexes(after) == before
    assert after.value("SELECT count(*) FROM meta WHERE key = 'late_indexes'") == 0
    after.close()


def test_a_few_rows_more_keep_the_indexes(tmp_path: Path) -> None:
    """D2: only a table of which most is to come is left without them for a while."""
    db = open_database(tmp_path / "shop.db")
    before = _indexes(db)
    late_indexes.put_off(db, "customers", 100)
    with db.write():
        db.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO customers (id, added_at, changed_at) SELECT i, 0, 0 FROM n",
            (MANY + 1,),
        )
    late_indexes.put_off(db, "customers", MANY)
    assert _indexes(db) == before
    db.close()


def test_whoever_wants_to_write_does_not_wait_for_an_index(tmp_path: Path) -> None:
    """Figure 14: a small write breaks the building off, is written, and the index is begun anew and comes."""
    (tmp_path / "locks").mkdir()
    db = open_database(tmp_path / "shop.db")
    before = _indexes(db)
    late_indexes.put_off(db, "customers", 200_000)
    with db.write():
        db.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) INSERT INTO customers "
            "(id, name, email, added_at, changed_at) SELECT i, 'Name ' || i, i || '@example.com', 0, 0 FROM n"
        )
    other = Database(tmp_path / "shop.db")
    seen: list[int] = []

    def write() -> None:
        for _ in range(20):
            with other.write():
                seen.append(len(_indexes(other)))
        other.close()

    small = threading.Thread(target=write)
    small.start()
    late_indexes.build(db)
    small.join()
    assert _indexes(db) == before
    assert seen[0] < len(before)
    db.close()


def test_a_key_that_two_orders_share_waits_until_one_is_gone(tmp_path: Path) -> None:
    """Promise 18: whatever an import had done wrong, it can be taken back; only then is the key built."""
    db = open_database(tmp_path / "shop.db")
    before = _indexes(db)
    late_indexes.put_off(db, "orders", MANY)
    with db.write():
        for _ in range(2):
            db.run(
                "INSERT INTO orders (external_id, ordered_at, status, currency, total_minor, net_minor, is_purchase, "
                "added_at) VALUES ('#1', 0, 'paid', 'USD', 1, 1, 1, 0)"
            )
    with pytest.raises(StoreConflict):
        late_indexes.build(db)
    with db.write():
        db.run("DELETE FROM orders WHERE id = 2")
    late_indexes.build(db)
    assert _indexes(db) == before
    db.close()
