"""Where letters go: the postal addresses that the owner typed, beside the customers."""

import json
from collections.abc import Iterable
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.database import Database


def list_addresses(db: Database, customer_ids: Iterable[int]) -> dict[int, str]:
    """The addresses that are known of these customers, each in its lines."""
    rows = db.rows(
        "SELECT customer_id, lines FROM postal_addresses WHERE customer_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(customer_ids))),),
    )
    return dict(rows)


def put(db: Database, customer_id: int, lines: str, at: datetime) -> None:
    """Keeps an address in place of the one before; empty lines forget it."""
    text = "\n".join(line.strip() for line in lines.splitlines() if line.strip())
    with db.write():
        if text:
            db.run(
                "INSERT INTO postal_addresses (customer_id, lines, changed_at) VALUES (?, ?, ?) "
                "ON CONFLICT (customer_id) DO UPDATE SET lines = excluded.lines, changed_at = excluded.changed_at",
                (customer_id, text, stamp(at)),
            )
        else:
            db.run("DELETE FROM postal_addresses WHERE customer_id = ?", (customer_id,))
