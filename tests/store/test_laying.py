"""An index laid in short turns: it is the very index, whatever it is of; whoever writes meanwhile waits for a turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reengage_desktop.store.database import Database, StoreConflict, open_database
from reengage_desktop.store.importing.indexes import late_indexes, laying
from reengage_desktop.store.importing.indexes.index_process import IndexProcess
from reengage_desktop.store.scratch import Cancelled

MANY = 9_000


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A shop with customers and orders, of which many have equal keys."""
    (tmp_path / "locks").mkdir()
    opened = open_database(tmp_path / "shop.db")
    with opened.write():
        opened.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO customers "
            "(id, name, email, last_order_at, lifetime_value_minor, added_at, changed_at) SELECT i, "
            "CASE i % 3 WHEN 0 THEN 'Zoë ' ELSE 'zOË ' END || i % 77, i % 99 || '@example.com', nullif(i % 55, 0), "
            "i * 31 % 999, 0, 0 FROM n",
            (MANY,),
        )
        opened.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO orders "
            "(external_id, customer_id, ordered_at, status, currency, total_minor, net_minor, is_purchase, "
            "discount_code, added_at) SELECT '#' || i, nullif(i * 7919 % 301, 0), i * 13 % 1009, 'paid', 'USD', 1, "
            "i % 9, 1, CASE i % 4 WHEN 0 THEN 'WELCOME' END, 0 FROM n",
            (MANY,),
        )
    yield opened
    opened.close()


def _schema(db: Database) -> list[tuple[object, ...]]:
    return db.rows("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY name")


def _statements(db: Database, table: str) -> dict[str, str]:
    return dict(
        db.rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql <> ''", (table,))
    )


def test_every_late_index_is_laid_as_it_would_be_built(db: Database) -> None:
    """Figure 14: SQLite itself finds nothing missing, nothing out of order and nothing double in it."""
    before = _schema(db)
    statements = {**_statements(db, "orders"), **_statements(db, "customers"), **_statements(db, "views")}
    assert len(statements) > 10
    other = Database(db.path)
    other.rows("SELECT count(*) FROM orders")
    apart = IndexProcess(db)
    for name, sql in statements.items():
        with db.write():
            db.run(f"DROP INDEX {name}")
        assert laying.lay(db, sql, apart, bool), name
        assert other.value("PRAGMA integrity_check") == "ok", name
    apart.end()
    assert _schema(db) == before
    plan = other.rows("EXPLAIN QUERY PLAN SELECT net_minor FROM orders WHERE customer_id = 7")
    assert "USING COVERING INDEX orders_customer" in str(plan)
    with other.write():
        other.run("DELETE FROM orders WHERE id % 3 = 0")
        other.run("UPDATE customers SET name = 'Ada', last_order_at = NULL WHERE id % 5 = 0")
    with pytest.raises(StoreConflict), db.write():
        db.run("UPDATE orders SET external_id = '#1' WHERE id = 2")
    assert db.value("PRAGMA integrity_check") == "ok"
    other.close()


def test_a_table_that_changes_meanwhile_is_not_laid_half(db: Database) -> None:
    """Promise 18: rows that came, went or changed after the sorting would be missing; then nothing comes of it."""
    before = _schema(db)
    sql = _statements(db, "orders")["orders_customer"]
    changes = (
        (
            "INSERT INTO orders (external_id, ordered_at, status, currency, total_minor, net_minor, is_purchase, "
            "added_at) VALUES ('#x', 0, 'paid', 'USD', 1, 1, 1, 0)"
        ),
        "UPDATE orders SET ordered_at = 5 WHERE id = 5",
        "DELETE FROM orders WHERE id = 6",
    )
    other, apart = Database(db.path), IndexProcess(db)
    with db.write():
        db.run("DROP INDEX orders_customer")
    without = _schema(db)
    for change in (*changes, "UPDATE orders SET source_status = 'x' WHERE id = 5"):
        left = [change]

        def write(left: list[str] = left) -> None:
            if left and db.value("SELECT 1 FROM late_index LIMIT 1") is not None:  # the first keys are there
                other.run(left.pop())

        if change in changes:
            with pytest.raises(laying.Changed):
                laying.lay(db, sql, apart, write)
            assert _schema(db) == without
        else:
            assert laying.lay(db, sql, apart, write)
        assert not left
    assert _schema(db) == before
    assert db.value("PRAGMA integrity_check") == "ok"
    apart.end()
    other.close()


def test_an_index_that_is_there_already_is_not_laid_again(db: Database) -> None:
    """Promise 18: a process that was ended may have built it just before; a schema with two of a name can't be read."""
    before = _schema(db)
    sql = _statements(db, "orders")["orders_external"]
    apart = IndexProcess(db)
    assert laying.lay(db, sql, apart, bool)
    apart.end()
    other = Database(db.path)
    assert _schema(other) == before
    other.close()


def test_an_index_that_comes_meanwhile_is_the_only_one(db: Database) -> None:
    """Promise 18: it came while its keys were being laid; nothing comes of those, and the next attempt finds it."""
    before = _schema(db)
    sql = _statements(db, "orders")["orders_external"]
    with db.write():
        db.run("DROP INDEX orders_external")
    other = Database(db.path)

    def build() -> None:
        if db.value("SELECT count(*) FROM main.sqlite_master WHERE name = 'late_index'"):
            other.run(sql.replace(" INDEX ", " INDEX IF NOT EXISTS ", 1))

    apart = IndexProcess(db)
    with pytest.raises(laying.Changed):
        laying.lay(db, sql, apart, build)
    assert laying.lay(db, sql, apart, bool)
    apart.end()
    assert _schema(other) == before
    assert other.value("PRAGMA integrity_check") == "ok"
    other.close()


def test_what_is_cut_off_leaves_nothing(db: Database) -> None:
    """Promise 18: a cancel between two turns, and a program that dies there, leave a shop without that index."""
    late_indexes.put_off(db, "orders", MANY)
    before = _schema(db)
    sql = "CREATE INDEX orders_ordered ON orders (ordered_at)"
    apart = IndexProcess(db)

    def stop() -> None:
        if db.value("SELECT 1 FROM late_index LIMIT 1") is not None:
            raise Cancelled

    with pytest.raises(Cancelled):
        laying.lay(db, sql, apart, stop)
    assert _schema(db) == before
    with db.write():
        db.run("CREATE TABLE late_index (c0, PRIMARY KEY (c0)) WITHOUT ROWID")  # as a killed program leaves it
    late_indexes.build(db)
    assert "late_index" not in {row[1] for row in _schema(db)}
    assert db.value("PRAGMA integrity_check") == "ok"
    apart.end()


def test_a_key_that_is_not_unique_is_a_conflict(db: Database) -> None:
    """Promise 18: two orders of one number are found, however the index is made; names may be missing."""
    sql = _statements(db, "orders")["orders_external"]
    names = _statements(db, "customers")["customers_name"]
    with db.write():
        db.run("DROP INDEX orders_external")
        db.run("DROP INDEX customers_name")
        db.run("UPDATE orders SET external_id = '#1' WHERE id = 2")
        db.run("UPDATE customers SET name = NULL WHERE id = 3")
    without, apart = _schema(db), IndexProcess(db)
    with pytest.raises(StoreConflict):
        laying.lay(db, sql, apart, bool)
    assert not laying.lay(db, names, apart, bool)
    assert _schema(db) == without
    apart.end()
