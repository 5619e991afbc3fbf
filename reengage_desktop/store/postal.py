"""Where letters go: postal addresses beside the customers, typed by the owner or brought in by a file.

What the owner typed no file changes.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

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
    """Keeps an address that the owner typed in place of the one before; empty lines forget it."""
    text = "\n".join(line.strip() for line in lines.splitlines() if line.strip())
    with db.write():
        if text:
            db.run(
                "INSERT INTO postal_addresses (customer_id, lines, changed_at) VALUES (?, ?, ?) "
                "ON CONFLICT (customer_id) DO UPDATE SET lines = excluded.lines, changed_at = excluded.changed_at, "
                "import_id = NULL",
                (customer_id, text, stamp(at)),
            )
        else:
            db.run("DELETE FROM postal_addresses WHERE customer_id = ?", (customer_id,))


def differs(wins: str) -> str:
    """SQL for: a person `f` of a checked file has an address that would be kept for the customer `c`.

    `wins`: when the file's word counts over one that a file brought in before.
    """
    return (
        "(f.postal IS NOT NULL AND NOT EXISTS (SELECT 1 FROM postal_addresses AS a WHERE a.customer_id = c.id "
        f"AND (a.import_id IS NULL OR a.lines = f.postal OR NOT ({wins}))))"
    )


def bring_in(db: Database, bounds: Mapping[str, Any], wins: str) -> None:
    """Keeps the addresses of the persons under the numbers `low` to `high`; to be called before their rows change.

    The journal notes what somebody known had before. `bounds` also holds the import's `import_id` and moment `at`.
    """
    chosen = (
        "FROM folk AS f JOIN customers AS c ON c.id = f.customer_id WHERE f.f BETWEEN :low AND :high "
        f"AND {differs(wins)}"
    )
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, 'postal_addresses', "
        "c.id, json_object('was', (SELECT json_array(lines, changed_at, import_id) FROM postal_addresses "
        f"WHERE customer_id = c.id), 'became', f.postal) {chosen} AND f.is_new = 0",
        bounds,
    )
    db.run(
        "INSERT INTO postal_addresses (customer_id, lines, changed_at, import_id) "
        f"SELECT c.id, f.postal, :at, :import_id {chosen} ON CONFLICT (customer_id) DO UPDATE SET "
        "lines = excluded.lines, changed_at = excluded.changed_at, import_id = excluded.import_id",
        bounds,
    )


def take_back(db: Database, import_id: int, customer_id: int, before: Mapping[str, Any]) -> None:
    """Puts back what somebody had before an import; what the owner or a later import changed since stays.

    A later import then has found what this one had found; one that only said the same again changed nothing, and what
    it said goes with the import that brought it, as every other field does.
    """
    was, found = before["was"], (customer_id, before["became"], import_id)
    was = json.loads(was) if isinstance(was, str) else was
    later = db.row(
        "SELECT id FROM import_journal WHERE table_name = 'postal_addresses' AND row_id = ? AND import_id > ? "
        "ORDER BY id LIMIT 1",
        (customer_id, import_id),
    )
    if later is not None:
        db.run(
            "UPDATE import_journal SET before = json_set(before, '$.was', json(?)) WHERE id = ? "
            "AND before ->> '$.was[0]' = ?",
            (json.dumps(was), later[0], before["became"]),
        )
    db.run("DELETE FROM postal_addresses WHERE customer_id = ? AND lines = ? AND import_id = ?", found)
    if was is not None:
        db.run(
            "INSERT OR IGNORE INTO postal_addresses (customer_id, lines, changed_at, import_id) VALUES (?, ?, ?, ?)",
            (customer_id, *was),
        )
