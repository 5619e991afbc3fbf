"""What SQLite alone takes to write what an import has to: staged, then in short turns, then indexes and facts.

The second floor of an import. The rows come ready from a shop that has them, so that nothing is read, checked, matched
or decided, and no row passes through Python; only what promise 18 and the schema ask for is done: every row once in a
scratch file and once in the shop, in transactions of 4,000 rows beside which others may write; the indexes; the sums
and favourite categories that the shop keeps of everybody. `python -m benches.bare_writing SHOP.db NEW.db orders FILE`.
"""

import csv
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import peewee

from benches.measuring import AS_INSTALLED, Cost, cost_of
from reengage_desktop.store.database import open_database

_ROWS_A_TURN, _TURNS_A_TIDYING = 4_000, 5
_PRAGMAS = ("synchronous=NORMAL", "wal_autocheckpoint=0", "cache_size=-8000", "foreign_keys=OFF", "temp_store=FILE")
_OWN = {
    "customers": ("customers", "external_ids", "consents"),
    "orders": ("orders", "order_lines"),
}
"""What a file of each kind fills; all else is there before."""
_INDEXED = {"customers": ("customers",), "orders": ("orders",)}

_FACTS = (
    (
        "CREATE TEMP TABLE sums AS SELECT customer_id, count(*) AS n, min(ordered_at) AS first, max(ordered_at) AS "
        "last, sum(net_minor) AS value, group_concat(ordered_at / 86400) AS days FROM orders "
        "INDEXED BY orders_customer WHERE customer_id IS NOT NULL GROUP BY customer_id"
    ),
    (
        "CREATE TEMP TABLE tastes AS SELECT o.customer_id, coalesce(l.category_id, p.category_id) AS category, "
        "count(*) AS n FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id LEFT JOIN products AS p "
        "ON p.id = l.product_id WHERE o.is_purchase AND o.customer_id IS NOT NULL "
        "AND coalesce(l.category_id, p.category_id) IS NOT NULL GROUP BY 1, 2"
    ),
    "INSERT INTO customer_categories SELECT customer_id, category, n FROM tastes",
    (
        "UPDATE customers SET orders_count = s.n, first_order_at = s.first, last_order_at = s.last, "
        "lifetime_value_minor = s.value, next_look_on = s.last / 86400 FROM sums AS s "
        "WHERE s.customer_id = customers.id"
    ),
)


def cost(shop: Path, new: Path, kind: str, file: Path) -> Cost:
    """The cost of writing the rows of a kind that `shop` holds into the database `new`; its answer tells the steps."""
    return cost_of([sys.executable, "-m", "benches.bare_writing", shop, new, kind, file], AS_INSTALLED)


def write(shop: Path, new: Path, kind: str, file: Path) -> dict[str, float]:
    """Does so, and gives the seconds of each step; `read`: the file's cells cut apart, which nobody can do without."""
    staged = new.with_suffix(".staged")
    for suffix in ("", "-wal", "-shm"):
        new.with_name(new.name + suffix).unlink(missing_ok=True)
    staged.unlink(missing_ok=True)
    open_database(new).close()
    with closing(peewee.sqlite3.connect(str(new), isolation_level=None)) as db:  # type: ignore[attr-defined]
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}").fetchall()
        db.execute("ATTACH ? AS old", (str(shop),))
        db.execute("ATTACH ? AS staged", (str(staged),))
        for pragma in ("page_size=8192", "journal_mode=OFF", "synchronous=OFF"):
            db.execute(f"PRAGMA staged.{pragma}").fetchall()
        _prepare(db, kind)
        late = [row for table in _INDEXED[kind] for row in _indexes(db, table)]
        for name, _ in late:
            db.execute(f"DROP INDEX main.{name}")
        steps: dict[str, Callable[[], object]] = {
            "read": lambda: _read(file),
            "stage": lambda: _stage(db, _OWN[kind]),
            "write": lambda: _copy(db, _OWN[kind]),
            "index": lambda: _run(db, [sql for _, sql in late]),
            "facts": lambda: _run(db, _FACTS if kind == "orders" else ()),
        }
        return {name: _seconds(step) for name, step in steps.items()}


def _seconds(step: Callable[[], object]) -> float:
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def _read(file: Path) -> None:
    with file.open(newline="", encoding="utf-8") as stream:
        for _ in csv.reader(stream):
            pass


def _prepare(db: Any, kind: str) -> None:
    """What is in the shop before the file comes."""
    before = ("categories", "products", "customers", "external_ids") if kind == "orders" else ()
    for table in before:
        db.execute(f"INSERT INTO main.{table} SELECT * FROM old.{table}")
    if before:
        db.execute(
            "UPDATE main.customers SET orders_count = 0, first_order_at = NULL, last_order_at = NULL, "
            "lifetime_value_minor = 0, median_gap_days = NULL, next_look_on = NULL"
        )
        for name in ("customers_last_order", "customers_value", "customers_orders", "customers_next_look"):
            db.execute(f"DROP INDEX main.{name}")
    db.execute("PRAGMA main.wal_checkpoint(TRUNCATE)").fetchall()


def _indexes(db: Any, table: str) -> list[tuple[str, str]]:
    return list(
        db.execute(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql <> '' AND tbl_name = ?", (table,)
        )
    )


def _stage(db: Any, tables: Sequence[str]) -> None:
    for table in tables:
        db.execute(f"CREATE TABLE staged.s_{table} AS SELECT * FROM old.{table}")


def _copy(db: Any, tables: Sequence[str]) -> None:
    for table in tables:
        last = db.execute(f"SELECT coalesce(max(rowid), 0) FROM staged.s_{table}").fetchone()[0]
        for turn, low in enumerate(range(1, last + 1, _ROWS_A_TURN), 1):
            db.execute("BEGIN IMMEDIATE")
            db.execute(
                f"INSERT INTO main.{table} SELECT * FROM staged.s_{table} WHERE rowid BETWEEN ? AND ?",
                (low, low + _ROWS_A_TURN - 1),
            )
            db.execute("COMMIT")
            if turn % _TURNS_A_TIDYING == 0:
                db.execute("PRAGMA main.wal_checkpoint(PASSIVE)").fetchall()


def _run(db: Any, statements: Sequence[str]) -> None:
    for sql in statements:
        db.execute(sql)
        db.execute("PRAGMA main.wal_checkpoint(PASSIVE)").fetchall()


if __name__ == "__main__":
    print(json.dumps(write(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))))
