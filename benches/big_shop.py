"""A shop of any number of customers written straight into its tables, for what only reads: `FOLDER CUSTOMERS`.

Nobody can be written to: addresses end in example.com. The search index is filled, as it is once the shop was open.
"""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from benches.shop import NOW, customer_email, first_bought, names
from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.store import searching
from reengage_desktop.store.database import Database

_COLUMNS = (
    "id, name, first_name, last_name, email, country, city, orders_count, first_order_at, last_order_at, "
    "lifetime_value_minor, consent_email, added_at, changed_at"
)
_BATCH = 20_000


def fill(folder: Path, customers: int) -> Path:
    """Makes the shop and gives its database."""
    with closing(open_shop(Wishes(folder=folder, clock=lambda: NOW, secrets=MemorySecrets))) as shop:
        rows = _rows(customers)
        holes = ", ".join("?" * (_COLUMNS.count(",") + 1))
        with shop.db.write():
            shop.db.run_many(f"INSERT INTO customers ({_COLUMNS}) VALUES ({holes})", rows)
            shop.db.run(
                "INSERT INTO external_ids (source, external_id, customer_id) "
                "SELECT '', 7000000000 + id, id FROM customers"
            )
        while searching.refresh(shop.db, _BATCH):
            pass
        shop.db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return shop.paths.database


def _rows(customers: int) -> Iterator[tuple[Any, ...]]:
    now = int(NOW.timestamp())
    for i in range(customers):
        first, last = names(i)
        began = first_bought(i)
        orders = i * 7 % 23
        latest = began + (now - began) * (i * 31 % 97) // 97
        bought = (orders, began, latest) if orders else (0, None, None)
        yield (
            i + 1,
            f"{first} {last}",
            first,
            last,
            customer_email(i),
            "US",
            "Springfield",
            *bought,
            orders * (900 + i * 13 % 4_000),
            i % 3 != 0,
            began,
            began,
        )


def read_everything(database: Path) -> list[tuple[Any, ...]]:
    """Every customer's row, as a table that loads all it shows would hold them."""
    with closing(Database(database)) as db:
        return db.rows("SELECT * FROM customers ORDER BY last_order_at DESC, id DESC")


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
