"""Copies the orders of a checked file into the shop, batch by batch, each inside the caller's transaction.

New ones carry the import's id; of those that were known, the row and the lines before go into the journal first.
"""

from dataclasses import dataclass
from typing import Any

from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing, kept
from reengage_desktop.store.importing.orders import refunds
from reengage_desktop.store.importing.orders.orders import BOUGHT, KNOWN, PAIRS, sales
from reengage_desktop.store.importing.staged import CHANGED, CHANGED_LINES

_CHANGED_SALES = sales(
    KNOWN,
    "JOIN orders AS o ON o.id = h.order_id LEFT JOIN buyers AS k ON k.pid = h.pid",
    f"h.action IN ({CHANGED}, {CHANGED_LINES})",
)
_NEW_SALES = sales(
    """k.customer_id, h.ordered_at, h.has_time, h.status, coalesce(h.currency, :currency) AS currency,
        coalesce(h.total + h.later_sum, h.lines_total, 0) AS total_minor,
        coalesce(h.refunded, 0) + h.later_refund AS refunded_minor, h.code AS discount_code""",
    "LEFT JOIN buyers AS k ON k.pid = h.pid",
    "h.action IS NULL",
)
_NEW = (
    f"INSERT INTO orders (id, external_id, source_status, added_at, import_id, {', '.join(PAIRS)}) {_NEW_SALES} "
    f"SELECT run + :base, key, source_status, :at, :import_id, {', '.join(PAIRS.values())} FROM settled"
)

# The same where no money came back: a status is what the file says, and nothing need be worked out in steps.
_NEW_PLAIN = f"""INSERT INTO orders (id, external_id, customer_id, ordered_at, has_time, status, source_status,
        currency, total_minor, refunded_minor, net_minor, is_purchase, discount_code, added_at, import_id)
    SELECT run + :base, key, customer_id, ordered_at, has_time, status, source_status, currency, total_minor, 0,
        CASE WHEN is_bought THEN total_minor ELSE 0 END, is_bought AND total_minor >= 0, code, :at, :import_id
    FROM (SELECT h.run, h.key, k.customer_id, h.ordered_at, h.has_time, h.status, h.source_status,
            coalesce(h.currency, :currency) AS currency, coalesce(h.total + h.later_sum, h.lines_total, 0)
            AS total_minor, h.status IN ({BOUGHT}) AS is_bought, h.code
        FROM heads AS h LEFT JOIN buyers AS k ON k.pid = h.pid
        WHERE h.run BETWEEN :low AND :high AND h.base = h.run AND h.action IS NULL)"""

_INTO_LINES = (
    "INSERT INTO order_lines (order_id, line_no, product_id, sku, name, category_id, quantity_milli, "
    "unit_price_minor, total_minor) "
)
_OWN_LINES = (
    f"{_INTO_LINES} SELECT coalesce(h.order_id, h.run + :base), 1, g.product_id, g.sku, g.name, g.category_id, "
    "h.quantity_milli, h.unit_minor, h.lines_total FROM heads AS h LEFT JOIN goods AS g ON g.gid = h.gid "
    "WHERE h.run BETWEEN :low AND :high AND h.base = h.run AND h.first_n IS NULL AND h.lines_count = 1 "
    f"AND (h.action IS NULL OR h.action = {CHANGED_LINES})"
)


@dataclass(frozen=True)
class Shape:
    """What kinds of orders a checked file holds, so that a batch asks only what can be answered.

    `has_several`: orders of more than one line; `is_scattered`: the rows of some are not neighbours; `has_changes`:
    some are known and change; `has_refunds`: money came back; `has_old`: not every order of the file is new.
    """

    has_lines: bool
    has_several: bool
    is_scattered: bool
    has_changes: bool
    has_refunds: bool
    has_old: bool


def prepare(db: Database, *, has_lines: bool, is_scattered: bool, has_changes: bool, has_old: bool) -> Shape:
    """Finds, in the attached scratch file, whose each order is and what it holds; people and products are there."""
    db.run("CREATE TABLE scratch.buyers (pid INTEGER PRIMARY KEY, customer_id INTEGER)")
    db.run("INSERT INTO buyers SELECT p.pid, k.customer_id FROM people AS p JOIN folk AS k ON k.f = p.f ORDER BY p.pid")
    db.run(
        "UPDATE goods SET product_id = w.product_id, category_id = w.category_id FROM wares AS w WHERE w.g = goods.g"
    )
    back = "SELECT 1 FROM papers UNION ALL SELECT 1 FROM heads WHERE refunded IS NOT NULL OR later_refund <> 0 LIMIT 1"
    has_refunds = db.row(back) is not None
    has_several = db.row("SELECT 1 FROM lines LIMIT 1") is not None
    return Shape(has_lines, has_several, is_scattered, has_changes, has_refunds, has_old)


def write_orders(db: Database, writing: Writing, span: tuple[int, int], currency: str, shape: Shape) -> None:
    """Creates and changes the orders that begin in a span of runs, with their lines."""
    low, high = span
    base = int(db.value("SELECT coalesce(max(id), 0) FROM orders")) + 1 - low
    params: dict[str, Any] = {"low": low, "high": high, "currency": currency, "base": base}
    params |= {"at": writing.at, "import_id": writing.import_id}
    db.run(_NEW if shape.has_refunds else _NEW_PLAIN, params)
    if shape.has_changes:
        _change_orders(db, params)
    if shape.has_lines:
        db.run(_OWN_LINES, params)
    if shape.has_several:
        _write_lines(db, params, is_scattered=shape.is_scattered)
    if shape.has_refunds:
        refunds.write(db, params)


def note_buyers(db: Database, shape: Shape) -> None:
    """Notes whom the new orders of the file touch; those of changed ones are noted as they are written."""
    who = "SELECT customer_id FROM buyers WHERE customer_id IS NOT NULL"
    if shape.has_old:
        who += " AND pid IN (SELECT pid FROM heads WHERE base = run AND action IS NULL)"
    db.run(f"INSERT OR IGNORE INTO touched {who}")


def _change_orders(db: Database, params: dict[str, Any]) -> None:
    chosen = f"SELECT order_id FROM heads WHERE run BETWEEN :low AND :high AND action IN ({CHANGED}, {CHANGED_LINES})"
    if db.row(f"{chosen} LIMIT 1", params) is None:
        return
    changes = ", ".join(f"{name} = s.{source}" for name, source in PAIRS.items())
    with kept(db, "orders", chosen, params):
        db.run(
            f"{_CHANGED_SALES} UPDATE orders SET {changes}, "
            "source_status = coalesce(s.source_status, orders.source_status) "
            f"FROM settled AS s WHERE s.order_id = orders.id AND s.action IN ({CHANGED}, {CHANGED_LINES})",
            params,
        )
    renewed = f"SELECT order_id FROM heads WHERE run BETWEEN :low AND :high AND action = {CHANGED_LINES}"
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, 'order_lines', "
        "r.order_id, (SELECT json_group_array(json_array(line_no, product_id, sku, name, category_id, quantity_milli, "
        "unit_price_minor, total_minor)) FROM order_lines AS l WHERE l.order_id = r.order_id) "
        f"FROM ({renewed}) AS r",
        params,
    )
    db.run(f"DELETE FROM order_lines WHERE order_id IN ({renewed})", params)
    db.run(
        "INSERT OR IGNORE INTO touched SELECT customer_id FROM orders "
        f"WHERE id IN ({chosen}) AND customer_id IS NOT NULL",
        params,
    )


def _write_lines(db: Database, params: dict[str, Any], *, is_scattered: bool) -> None:
    """The lines of orders that have several; where their rows are not neighbours they are gathered from all runs."""
    runs = "heads AS b JOIN heads AS h ON h.base = b.run" if is_scattered else "heads AS h"
    head = "b" if is_scattered else "h"
    db.run(
        f"{_INTO_LINES} SELECT coalesce({head}.order_id, {head}.run + :base), "
        "coalesce(l.line_no, l.n - h.first_n + 1 + h.line_offset), g.product_id, "
        f"g.sku, g.name, g.category_id, l.quantity_milli, l.unit_minor, l.total_minor FROM {runs} "
        "CROSS JOIN lines AS l ON l.n BETWEEN h.first_n AND h.last_n LEFT JOIN goods AS g ON g.gid = l.gid "
        f"WHERE {head}.run BETWEEN :low AND :high AND {head}.base = {head}.run "
        f"AND ({head}.action IS NULL OR {head}.action = {CHANGED_LINES})",
        params,
    )
