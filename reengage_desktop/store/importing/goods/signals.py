"""Views, wishes and enquiries as they come from a checked file: found again in the shop, copied batch by batch."""

from typing import Any

from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing, kept
from reengage_desktop.store.importing.staged import CHANGED, NEW, REFUSED, SAME
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.stock import IN_STOCK_NOW

_JOINED = "FROM marks AS m CROSS JOIN folk AS k ON k.f = m.f LEFT JOIN wares AS w ON w.g = m.g"

_MOMENTS = {"views": ", m.at", "wishlists": ""}
"""Beside the person and the product, what makes two rows of a file one record: the last one counts."""

_UNKNOWN = 1 << 40
"""Whoever is to become a customer, and what is to become a product, come after all that are known."""

_GATHERED = f"""INSERT INTO placed (line, f, g, at, price_minor, currency, in_stock, row_id, action)
    SELECT line, f, g, at, price_minor, currency, in_stock, row_id, CASE WHEN row_id IS NULL THEN {NEW} END FROM (
    SELECT t.*, {{found}} AS row_id FROM (
        SELECT max(m.m), m.line, p.f, o.g, m.at, m.price_minor, m.currency, m.in_stock, k.customer_id, w.product_id
        FROM marks AS m CROSS JOIN people AS p ON p.pid = m.pid LEFT JOIN goods AS o ON o.gid = m.gid
        LEFT JOIN folk AS k ON k.f = p.f LEFT JOIN wares AS w ON w.g = o.g
        WHERE p.is_erased = 0 AND p.f % :parts = :part
        GROUP BY coalesce(k.customer_id, {_UNKNOWN} + p.f), coalesce(w.product_id, {_UNKNOWN} + o.g){{moment}}) AS t)"""
"""Each record once, with its row in the shop if it has one, in the order of the shop's key: so it is written.

In parts, each of some of the people: what is sorted at once is sorted in memory.
"""

_SORTED_AT_ONCE = 400_000
"""So many rows take 35 MB."""


def place(scratch: Scratch, table: str, *, at_once: int = _SORTED_AT_ONCE) -> None:
    """Finds who and what each row means, and the record in the shop that it is: `row_id` and `action`.

    `at_once`: about so many rows are sorted in memory.
    """
    if scratch.value("SELECT 1 FROM people WHERE is_erased = 1 LIMIT 1") is not None:
        scratch.run(
            "INSERT INTO bad_lines (line, message, is_rejected) SELECT m.line, ?, 1 FROM marks AS m "
            "JOIN people AS p ON p.pid = m.pid WHERE p.is_erased = 1",
            ("This customer asked to be forgotten; nothing of hers is taken in again.",),
        )
    if table in _MOMENTS:
        _gather(scratch, table, at_once)
    else:
        _number(scratch, table)
    if table == "wishlists":
        scratch.run(f"UPDATE marks SET action = {SAME} WHERE action IS NULL")
        return
    scratch.run(
        f"UPDATE marks SET action = CASE WHEN {_DIFFERS[table]} THEN {CHANGED} ELSE {SAME} END "
        f"FROM {table} AS t WHERE t.id = marks.row_id AND marks.action IS NULL"
    )


def _gather(scratch: Scratch, table: str, at_once: int) -> None:
    scratch.run(
        "CREATE TABLE placed (m INTEGER PRIMARY KEY, line INTEGER, f INTEGER, g INTEGER, at INTEGER, "
        "price_minor INTEGER, currency TEXT, in_stock INTEGER, row_id INTEGER, action INTEGER)"
    )
    is_first = scratch.value(f"SELECT 1 FROM shop.{table} LIMIT 1") is None
    found = "NULL" if is_first else f"({_FOUND[table]})"
    parts = 1 + int(scratch.value("SELECT max(m) FROM marks") or 0) // at_once
    for part in range(parts):
        scratch.run(_GATHERED.format(found=found, moment=_MOMENTS[table]), {"parts": parts, "part": part})
    scratch.run("DROP TABLE marks")
    scratch.run("ALTER TABLE placed RENAME TO marks")


def _number(scratch: Scratch, table: str) -> None:
    """Enquiries: two of one person, moment and matter are two."""
    scratch.run("UPDATE marks SET f = (SELECT p.f FROM people AS p WHERE p.pid = marks.pid)")
    scratch.run(f"UPDATE marks SET action = {REFUSED} WHERE pid IN (SELECT pid FROM people WHERE is_erased = 1)")
    scratch.run(
        "UPDATE marks SET nth = twin.nth FROM (SELECT m, row_number() OVER (PARTITION BY f, at, source, service_type "
        "ORDER BY m) AS nth FROM marks) AS twin WHERE twin.m = marks.m"
    )
    scratch.run(f"UPDATE marks SET row_id = ({_FOUND[table]}) WHERE action IS NULL")
    scratch.run(f"UPDATE marks SET action = {NEW} WHERE action IS NULL AND row_id IS NULL")


_WHO = "(SELECT customer_id FROM folk WHERE f = marks.f)"
_SAME_MATTER = (
    f"{{row}}.customer_id = {_WHO} AND (marks.at IS NULL OR {{row}}.created_at = marks.at) "
    "AND {row}.source IS marks.source AND {row}.service_type IS marks.service_type"
)
_FOUND = {
    "views": "SELECT v.id FROM views AS v WHERE v.customer_id = t.customer_id AND v.product_id = t.product_id "
    "AND (t.at IS NULL OR v.viewed_at = t.at) LIMIT 1",
    "wishlists": "SELECT v.id FROM wishlists AS v WHERE v.customer_id = t.customer_id AND v.product_id = t.product_id",
    # The n-th enquiry of this person, moment and matter; without a moment in the file any moment will do.
    "enquiries": f"SELECT v.id FROM enquiries AS v WHERE {_SAME_MATTER.format(row='v')} AND (SELECT count(*) "
    f"FROM enquiries AS u WHERE {_SAME_MATTER.format(row='u')} AND u.id < v.id) = marks.nth - 1",
}
_DIFFERS = {
    "views": "(marks.price_minor IS NOT NULL AND t.price_at_view_minor IS NULL) "
    "OR (marks.in_stock IS NOT NULL AND t.in_stock IS NULL)",
    "enquiries": "(marks.status IS NOT NULL AND marks.status IS NOT t.status) "
    "OR (marks.agent IS NOT NULL AND marks.agent IS NOT t.agent)",
}

_INSERTS = {
    # What the file leaves out is as the shop knows the product when the view comes in (as for a view that is tracked).
    "views": "INSERT INTO views (customer_id, product_id, viewed_at, price_at_view_minor, currency, in_stock, "
    "added_at, import_id) SELECT k.customer_id, w.product_id, coalesce(m.at, :at), "
    "coalesce(m.price_minor, p.price_minor), "
    "CASE WHEN m.price_minor IS NOT NULL THEN coalesce(m.currency, :currency) ELSE p.currency END, "
    f"coalesce(m.in_stock, {IN_STOCK_NOW}), :at, :import_id {_JOINED} LEFT JOIN products AS p ON p.id = w.product_id",
    "wishlists": "INSERT INTO wishlists (customer_id, product_id, added_at, import_id) "
    f"SELECT k.customer_id, w.product_id, coalesce(m.at, :at), :import_id {_JOINED}",
    "enquiries": "INSERT INTO enquiries (customer_id, source, status, agent, service_type, created_at, added_at, "
    "import_id) SELECT k.customer_id, m.source, m.status, m.agent, m.service_type, coalesce(m.at, :at), :at, "
    ":import_id "
    f"{_JOINED}",
}
_CHANGES = {
    "views": "price_at_view_minor = coalesce(t.price_at_view_minor, m.price_minor), "
    "currency = coalesce(t.currency, CASE WHEN m.price_minor IS NOT NULL THEN coalesce(m.currency, :currency) END), "
    "in_stock = coalesce(t.in_stock, m.in_stock)",
    "enquiries": "status = coalesce(m.status, t.status), agent = coalesce(m.agent, t.agent)",
}


def count(scratch: Scratch) -> tuple[int, int, int]:
    """How many records are new, changed and unchanged."""
    found = scratch.rows(
        f"SELECT count(*) FILTER (WHERE action = {NEW}), count(*) FILTER (WHERE action = {CHANGED}), "
        f"count(*) FILTER (WHERE action = {SAME}) FROM marks"
    )[0]
    return (found[0], found[1], found[2])


def write(
    db: Database, writing: Writing, table: str, span: tuple[int, int], currency: str, *, has_changes: bool
) -> None:
    """Creates the records of a span of rows and, where the file changes any (`has_changes`), changes them."""
    params: dict[str, Any] = {"low": span[0], "high": span[1], "at": writing.at, "import_id": writing.import_id}
    params["currency"] = currency
    # INSERT OR IGNORE: a record of the same key may have come in meanwhile
    insert = _INSERTS[table].replace("INSERT INTO", "INSERT OR IGNORE INTO", 1)
    db.run(f"{insert} WHERE m.m BETWEEN :low AND :high AND m.action = {NEW}", params)
    if not has_changes:
        return
    chosen = f"SELECT row_id FROM marks WHERE m BETWEEN :low AND :high AND action = {CHANGED}"
    changes = _CHANGES[table].replace("t.", f"{table}.")
    with kept(db, table, chosen, params):
        db.run(
            f"UPDATE {table} SET {changes} FROM marks AS m WHERE m.row_id = {table}.id AND m.m BETWEEN :low AND :high "
            f"AND m.action = {CHANGED}",
            params,
        )
