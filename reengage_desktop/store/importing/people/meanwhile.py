"""Customers who were merged, parted or forgotten while a file was being written: what came for them goes after them.

A batch is written to whom the file's rows were matched with. Whoever was merged since is another record by then, and
whoever was forgotten is nobody: so in the end each row is looked for where it would wait for ever.
"""

import json
from collections.abc import Collection
from functools import partial

from reengage_desktop.store.connection import Database

Gone = frozenset[tuple[int, int | None]]

_LIVING_OF = """(SELECT k.id FROM customers AS c JOIN customers AS k ON k.id = coalesce(c.merged_into, c.id)
    WHERE c.id = {table}.customer_id AND k.erased_at IS NULL)"""
_AT_ONCE = 500


def find_gone(db: Database) -> Gone:
    """Everybody who was merged or forgotten, with the record that she was merged into."""
    rows = db.rows("SELECT id, merged_into FROM customers WHERE merged_into IS NOT NULL OR erased_at IS NOT NULL")
    return frozenset((customer_id, keep) for customer_id, keep in rows)


def follow(db: Database, before: Gone) -> set[int]:
    """Gives orders, views, wishes and enquiries of those who went since `before` to whom they belong, or to nobody.

    Gives whose facts must be refreshed, with those of everybody who was parted from another meanwhile.
    """
    after = find_gone(db)
    went = sorted({customer_id for customer_id, _ in after - before})
    for low in range(0, len(went), _AT_ONCE):
        with db.write():
            _follow(db, went[low : low + _AT_ONCE])
    return {number for pair in after ^ before for number in pair if number is not None}


def _follow(db: Database, went: Collection[int]) -> None:
    change = partial(db.run, params=(json.dumps(list(went)),))
    theirs = "customer_id IN (SELECT value FROM json_each(?))"
    change(f"UPDATE orders SET customer_id = {_LIVING_OF.format(table='orders')} WHERE {theirs}")
    for table in ("views", "wishlists", "enquiries"):
        living = _LIVING_OF.format(table=table)
        change(f"UPDATE OR IGNORE {table} SET customer_id = {living} WHERE {theirs} AND {living} IS NOT NULL")
        change(f"DELETE FROM {table} WHERE {theirs}")  # the record that stays has the same one, or nobody may have it
