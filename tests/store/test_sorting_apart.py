"""The inside of the index process: it sorts in files, leaves none behind, and what is wrong travels as words."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

from reengage_desktop.store.database import Database, DatabaseDamaged, DiskFull, StoreConflict, open_database
from reengage_desktop.store.importing.indexes import late_indexes, sorting_apart
from reengage_desktop.store.importing.indexes.index_process import IndexProcess, tell
from reengage_desktop.store.scratch import scratch_parent

ORDERS = 60_000
BY_MOMENT = "CREATE INDEX orders_ordered ON orders (ordered_at)"
BY_MORE = "CREATE INDEX by_more ON orders (external_id, ordered_at)"
BY_KEY = "CREATE UNIQUE INDEX orders_external ON orders (external_id)"


@pytest.fixture(name="shop")
def shop_of_orders(tmp_path: Path) -> Iterator[Database]:
    """Orders without their indexes, two of one key; the keys are long, so that they don't fit into a small memory."""
    db = open_database(tmp_path / "shop.db")
    late_indexes.put_off(db, "orders", ORDERS)
    with db.write():
        db.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO orders (external_id, ordered_at, status, currency, total_minor, net_minor, is_purchase, "
            "added_at) SELECT printf('%0100d', max(i, 2)), i * 7919 % 1000003, 'paid', 'USD', 1, 1, 1, 0 FROM n",
            (ORDERS,),
        )
    yield db
    db.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is told which files a process has open")
def test_sorted_runs_lie_in_the_shops_scratch_folder_without_a_name(shop: Database) -> None:
    """Figure 1: memory does not grow with the rows, and whoever is ended leaves nothing of the customers' behind."""
    scratch = scratch_parent(shop.path)
    seen: set[str] = set()
    apart = IndexProcess(shop)
    assert apart.make_ready()
    (process,) = [child for child in active_children() if child.name == "index"]

    def look() -> bool:
        for file in Path(f"/proc/{process.pid}/fd").iterdir():
            with suppress(OSError):
                seen.add(str(file.readlink()))
        return False

    with shop.turn():
        apart.build(BY_MORE, look)
    assert [name for name in seen if name.startswith(str(scratch)) and name.endswith("(deleted)")]
    apart.end()
    assert list(scratch.iterdir()) == []


def test_another_sqlite_than_the_programs_own_builds_what_that_one_reads(shop: Database) -> None:
    """Promise 18: an index that an older SQLite has built is sound in the program's own, and the log is left alone."""
    connection = sorting_apart.connect(shop.path)
    log = shop.path.with_name("shop.db-wal")
    before = log.stat().st_size if log.exists() else 0
    assert sorting_apart.run(connection, BY_MOMENT) is None
    assert shop.value("PRAGMA integrity_check") == "ok"
    assert shop.value("SELECT count(*) FROM orders INDEXED BY orders_ordered WHERE ordered_at >= 0") == ORDERS
    if shop.value("PRAGMA main.journal_mode") == "wal":
        assert connection.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)
        assert log.stat().st_size > before
    connection.close()


def test_one_that_sorts_in_memory_only_is_not_chosen(shop: Database) -> None:
    """Figure 1: as a rule Python's own, because it can sort in files; the negative control is the program's."""
    connection = sorting_apart.connect(shop.path)
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    with closing(sqlite3.connect(":memory:")) as own:
        sorts_in_memory = ("TEMP_STORE=3",) in own.execute("PRAGMA compile_options").fetchall()
    assert ("TEMP_STORE=3" in options) == sorts_in_memory


def test_a_schema_that_it_can_not_read_is_left_to_the_programs_own(shop: Database) -> None:
    """Promise 18: an older SQLite stumbles over what it does not know, and says nothing; the program's own serves."""
    with shop.write():
        shop.rows("PRAGMA writable_schema=ON")
        shop.run("UPDATE sqlite_master SET sql = 'CREATE TABLE meta (key) LATER' WHERE name = 'meta'")
        shop.rows("PRAGMA writable_schema=OFF")
    connection = sorting_apart.connect(shop.path)
    answer = sorting_apart.run(connection, BY_MOMENT)
    connection.close()
    assert answer is not None
    with pytest.raises(DatabaseDamaged):
        tell(*answer)


def test_what_is_wrong_travels_as_words(shop: Database) -> None:
    """Promise 18: a key that two orders share, and a disk that is full, are told as the program tells them."""
    connection = sorting_apart.connect(shop.path)
    answer = sorting_apart.run(connection, BY_KEY)
    assert answer is not None
    with pytest.raises(StoreConflict):
        tell(*answer)
    connection.execute("PRAGMA max_page_count=1").fetchall()
    answer = sorting_apart.run(connection, BY_MOMENT)
    assert answer is not None
    with pytest.raises(DiskFull):
        tell(*answer)
    connection.close()
