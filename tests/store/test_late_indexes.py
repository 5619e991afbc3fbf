"""Indexes that wait until a table is full: what is dropped comes back, whoever has to do it."""

import threading
from pathlib import Path

import pytest

from reengage_desktop.store.database import Database, StoreConflict, open_database
from reengage_desktop.store.importing.indexes import late_indexes
from reengage_desktop.store.importing.indexes.index_process import IndexProcess
from reengage_desktop.store.scratch import Cancelled

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


def _fill(db: Database, orders: int, keys: int) -> None:
    """So many orders, of which no more than so many have a key of their own."""
    with db.write():
        db.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO orders (external_id, ordered_at, status, currency, total_minor, net_minor, is_purchase, "
            "added_at) SELECT '#' || min(i, ?), i * 7919 % 1000003, 'paid', 'USD', 1, 1, 1, 0 FROM n",
            (orders, keys),
        )


def test_writes_without_end_do_not_hold_up_the_import_for_ever(tmp_path: Path) -> None:
    """Figure 14: whoever writes without a pause goes first for a time that is bounded; then the indexes come."""
    (tmp_path / "locks").mkdir()
    db = open_database(tmp_path / "shop.db")
    before = _indexes(db)
    late_indexes.put_off(db, "orders", 25_000)
    _fill(db, 25_000, 25_000)
    over = threading.Event()
    written: list[int] = []

    def write() -> None:
        other = Database(tmp_path / "shop.db")
        while not over.is_set():
            with other.write():
                other.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('here', 'x')")
            written.append(1)
        other.close()

    endless = threading.Thread(target=write)
    endless.start()
    late_indexes.build(db)
    over.set()
    endless.join()
    assert _indexes(db) == before
    assert len(written) > len(before)
    db.close()


def test_a_cancel_ends_the_building(tmp_path: Path) -> None:
    """Promise 18: what was asked to stop stops, also while it gives way to others; the note stays."""
    db = open_database(tmp_path / "shop.db")
    late_indexes.put_off(db, "orders", MANY)

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        late_indexes.build(db, go_on=stop)
    assert db.value("SELECT count(*) FROM meta WHERE key = 'late_indexes'") == 1
    db.close()


def test_a_process_that_builds_can_be_ended_at_any_moment(tmp_path: Path) -> None:
    """Figure 14: the sorting asks nobody whether it should stop; its process is ended, and the next one may write."""
    (tmp_path / "locks").mkdir()
    db, other = open_database(tmp_path / "shop.db"), Database(tmp_path / "shop.db", busy_timeout_s=0.001)
    late_indexes.put_off(db, "orders", MANY)
    _fill(db, 50_000, 50_000)
    without = _indexes(db)
    sql = "CREATE INDEX orders_ordered ON orders (ordered_at)"
    apart = IndexProcess(db)
    for _ in range(2):
        assert apart.make_ready()
        with db.turn(), pytest.raises(Cancelled):
            apart.build(sql, lambda: True)
        with other.write():
            other.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('here', 'x')")
        assert _indexes(db) == without
    assert apart.make_ready()
    with db.turn():
        apart.build(sql, lambda: False)
    assert len(_indexes(db)) == len(without) + 1
    assert db.value("PRAGMA integrity_check") == "ok"
    apart.end()
    other.close()
    db.close()


def test_what_is_wrong_over_there_is_said_here(tmp_path: Path) -> None:
    """Promise 18: a key that two orders share is a conflict, in whatever process it is found."""
    db = open_database(tmp_path / "shop.db")
    late_indexes.put_off(db, "orders", MANY)
    _fill(db, 21_000, 20_999)
    with pytest.raises(StoreConflict):
        late_indexes.build(db)
    with db.write():
        db.run("DELETE FROM orders WHERE id = 21000")
    late_indexes.build(db)
    assert db.value("SELECT count(*) FROM sqlite_master WHERE name = 'orders_external'") == 1
    db.close()
