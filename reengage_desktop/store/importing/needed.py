"""Who needs what an undone import created: the shop as it is, and what later imports noted that it was.

What is needed is from then on the creation of the import that needs it: the one that last wrote an order's lines or
gave it its buyer, which need not be the one that brought the order.
"""

from reengage_desktop.store.connection import Database

_CREATED = "SELECT id FROM {table} WHERE import_id = :import_id"
_CATEGORIES = "SELECT row_id FROM import_journal WHERE import_id = :import_id AND table_name = 'categories'"

_NOTED = """SELECT l.id, l.row_id, l.import_id, j.before FROM temp.later AS l JOIN import_journal AS j ON j.id = l.id
    WHERE l.table_name = '{table}'"""
"""What later imports noted of a table's rows."""


def _written(table: str, column: str) -> tuple[str, ...]:
    """Who wrote which value into a column: later imports, one after the other, and else the row's creator."""
    changed = (
        f"SELECT row_id, import_id, before ->> '$.became.{column}' AS need FROM ({_NOTED.format(table=table)}) "
        f"WHERE before ->> '$.was.{column}' IS NOT before ->> '$.became.{column}'"
    )
    return (
        f"SELECT need, import_id FROM ({changed})",
        f"SELECT {column} AS need, import_id FROM {table} WHERE id NOT IN (SELECT row_id FROM ({changed}))",
    )


def _in_lines(column: str, place: int) -> tuple[str, ...]:
    """Who wrote which value into orders' lines; `place`: where a line has it in the journal."""
    noted = _NOTED.format(table="order_lines")
    before = f"SELECT row_id, before, lag(import_id) OVER (PARTITION BY row_id ORDER BY id) AS writer FROM ({noted})"
    last = f"SELECT row_id, max(id), import_id FROM ({noted}) GROUP BY row_id"
    return (
        (
            f"SELECT k.value ->> {place} AS need, coalesce(b.writer, o.import_id) FROM ({before}) AS b "
            "JOIN orders AS o ON o.id = b.row_id, json_each(b.before) AS k"
        ),
        (
            f"SELECT l.{column} AS need, coalesce(w.import_id, o.import_id) FROM order_lines AS l "
            f"JOIN orders AS o ON o.id = l.order_id LEFT JOIN ({last}) AS w ON w.row_id = o.id"
        ),
    )


_NEEDS = {
    "customers": (
        *_written("orders", "customer_id"),
        "SELECT customer_id AS need, import_id FROM views",
        "SELECT customer_id AS need, import_id FROM wishlists",
        "SELECT customer_id AS need, import_id FROM enquiries",
        "SELECT customer_id AS need, import_id FROM consents WHERE import_id IS NOT :import_id",
        "SELECT customer_id AS need, NULL FROM outbox",
        "SELECT customer_id AS need, NULL FROM cap_ledger",
        "SELECT customer_id AS need, NULL FROM delivery_events",
        "SELECT customer_id AS need, NULL FROM discount_codes",
        "SELECT merged_into AS need, import_id FROM customers WHERE import_id IS NOT :import_id",
        "SELECT id AS need, NULL FROM customers WHERE note IS NOT NULL OR erased_at IS NOT NULL",
    ),
    "products": (
        *_in_lines("product_id", 1),
        "SELECT product_id AS need, import_id FROM views",
        "SELECT product_id AS need, import_id FROM wishlists",
        "SELECT product_id AS need, NULL FROM outbox",
    ),
    "categories": (*_in_lines("category_id", 4), *_written("products", "category_id")),
}


def find(db: Database, table: str, import_id: int) -> None:
    """Fills `undo_needs` (row_id, import_id) with who needs which row of a table that the import created.

    `import_id` there is empty for what no import brought. Needs `temp.later`: (id, import_id, table_name, row_id) of
    what later imports noted in the journal.
    """
    db.run("DROP TABLE IF EXISTS temp.undo_needs")
    db.run("CREATE TEMP TABLE undo_needs (row_id INTEGER, import_id INTEGER)")
    created = _CATEGORIES if table == "categories" else _CREATED.format(table=table)
    if db.row(f"{created} LIMIT 1", {"import_id": import_id}) is None:
        return
    for need in _NEEDS.get(table, ()):
        db.run(
            f"INSERT INTO undo_needs SELECT DISTINCT * FROM ({need}) WHERE need IN ({created})",
            {"import_id": import_id},
        )
    db.run("CREATE INDEX temp.undo_needs_row ON undo_needs (row_id, import_id)")


HEIR = "(SELECT min(n.import_id) FROM undo_needs AS n WHERE n.row_id = {row})"
"""SQL for: the first import that needs a row, whose creation it is without the one that is undone."""
