"""Products as they come from a checked file: matched by the shop's id or the SKU, and what changed since the last load.

A price or stock that was unknown before is no change; only a later load that says something else is one (A6, A7).
"""

from collections.abc import Set as AbstractSet
from typing import Any

from reengage_desktop.domain.charges import is_charge
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.goods import titles
from reengage_desktop.store.importing.journal import Writing, kept
from reengage_desktop.store.importing.staged import WARE
from reengage_desktop.store.scratch import Scratch

_MERGED = tuple(name for name in WARE if name != "ext")
_FILLED = ("sku", "name", "url", "image_url", "created_at", "category_id")
_FIGURES = ("price_minor", "stock", "in_stock")
_LEFT = ("stock", "in_stock")
_FOLLOWED = ("currency", *_FIGURES)

# A row that gives only a SKU belongs to the product that bears it in another row. Where one id carries several SKUs
# they are variants with prices and stocks of their own, and the SKU names each.
_VARIANTS = """UPDATE goods SET key = sku WHERE ext IS NOT NULL AND sku IS NOT NULL AND ext IN
    (SELECT ext FROM goods WHERE ext IS NOT NULL GROUP BY ext HAVING count(DISTINCT sku) > 1)"""
_BY_SKU = """UPDATE goods SET key = coalesce((SELECT min(other.key) FROM goods AS other WHERE other.sku = goods.sku
    AND other.key IS NOT NULL), sku) WHERE key IS NULL AND sku IS NOT NULL"""


BUYERS_OF_MOVED = """INSERT OR IGNORE INTO touched SELECT o.customer_id FROM order_lines AS l
    JOIN orders AS o ON o.id = l.order_id WHERE o.customer_id IS NOT NULL AND l.category_id IS NULL AND l.product_id IN
    (SELECT product_id FROM wares WHERE is_changed = 1 AND category IS NOT NULL)"""
"""Customers whose favourite categories may change because a product was given a category."""


def resolve(scratch: Scratch, *, is_catalogue: bool) -> None:
    """Gives every mention of a product its number `g` in `wares`, with the product it is or is to become.

    `is_catalogue`: a file of products; in others, shipping and discounts are none.
    """
    said = scratch.said.get("goods", set())
    if not said:
        return
    is_repeated = _find_keys(scratch, said, is_catalogue=is_catalogue)
    columns = ", ".join(name for name in WARE if name in said)
    if not is_repeated:
        scratch.run(
            f"INSERT INTO wares (g, line, key, {columns}) SELECT gid, line, key, {columns} FROM goods "
            "WHERE key IS NOT NULL"
        )
        scratch.run("UPDATE goods SET g = gid WHERE key IS NOT NULL")
    else:
        scratch.run("CREATE TABLE ware_keys AS SELECT key, min(gid) AS g FROM goods WHERE key IS NOT NULL GROUP BY key")
        scratch.run(
            f"INSERT INTO wares (g, line, key, {columns}) SELECT k.g, line, k.key, {columns} FROM ware_keys AS k "
            "JOIN goods ON gid = k.g ORDER BY k.g"
        )
        scratch.run("CREATE UNIQUE INDEX wares_key ON wares (key)")
        scratch.run("UPDATE goods SET g = (SELECT g FROM wares WHERE key = goods.key)")
        _merge_mentions(scratch, said)
    if "ext" in said:
        _share_with_variants(scratch, said)
    if scratch.value("SELECT 1 FROM products LIMIT 1") is not None:
        scratch.run("UPDATE wares SET product_id = (SELECT id FROM products WHERE external_id = wares.key)")
        scratch.run(
            "UPDATE wares SET product_id = (SELECT min(id) FROM products WHERE sku = coalesce(wares.sku, wares.key)) "
            "WHERE product_id IS NULL"
        )
        titles.match(scratch, is_catalogue=is_catalogue)
    scratch.run("UPDATE wares SET is_new = 1 WHERE product_id IS NULL")


def _find_keys(scratch: Scratch, said: AbstractSet[str], *, is_catalogue: bool) -> bool:
    """Gives every row the key of its product; says whether several rows have one."""
    if "ext" in said:
        scratch.run("UPDATE goods SET key = ext WHERE ext IS NOT NULL")
        if not said.isdisjoint(("sku", "name", "category")):
            scratch.run("CREATE INDEX goods_ext ON goods (ext, sku) WHERE ext IS NOT NULL")
            scratch.run(_VARIANTS)
    if scratch.value("SELECT 1 FROM goods WHERE key IS NULL AND sku IS NOT NULL LIMIT 1") is not None:
        scratch.run("CREATE INDEX goods_sku ON goods (sku) WHERE sku IS NOT NULL")
        scratch.run(_BY_SKU)
    scratch.run("UPDATE goods SET key = name WHERE key IS NULL")
    if "name" in said and not is_catalogue:
        scratch.add_function("is_charge", 1, is_charge)
        scratch.run("UPDATE goods SET key = NULL WHERE is_charge(name)")
    scratch.run("CREATE INDEX goods_key ON goods (key)")
    repeated = "SELECT 1 FROM goods WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1 LIMIT 1"
    return scratch.value(repeated) is not None


def _merge_mentions(scratch: Scratch, said: AbstractSet[str]) -> None:
    """The last filled cell of a product's rows counts; a price comes with the currency of its own row.

    Rows may be its sizes: it is in stock where any of them is.
    """
    scratch.run(
        "CREATE TABLE told_again AS SELECT key FROM goods WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1"
    )
    for name in _MERGED:
        if name in said:
            if name in _LEFT:
                scratch.run(
                    f"UPDATE wares SET {name} = (SELECT max(o.{name}) FROM goods AS o WHERE o.key = wares.key) "
                    "WHERE key IN (SELECT key FROM told_again)"
                )
                continue
            filled = "price_minor" if name == "currency" and "price_minor" in said else name
            scratch.run(
                f"UPDATE wares SET {name} = (SELECT o.{name} FROM goods AS o WHERE o.key = wares.key "
                f"AND o.{filled} IS NOT NULL ORDER BY o.gid DESC LIMIT 1) WHERE key IN (SELECT key FROM told_again)"
            )


def _share_with_variants(scratch: Scratch, said: AbstractSet[str]) -> None:
    """A name or category once given holds for the rows of the same id without one."""
    for name in ("name", "category"):
        if name in said:
            scratch.run(
                f"UPDATE wares SET {name} = (SELECT o.{name} FROM goods AS o WHERE o.ext = wares.ext AND o.{name} IS "
                f"NOT NULL ORDER BY o.gid LIMIT 1) WHERE {name} IS NULL AND ext IS NOT NULL"
            )


def mark_changes(scratch: Scratch, *, is_catalogue: bool, is_filling_only: bool) -> None:
    """Marks the known products that would change; orders and views only fill what is empty, and no price or stock."""
    names: tuple[str, ...] = ("sku", "name")
    if is_filling_only:
        if is_catalogue:
            names += ("url", "image_url", "created_at", *_FIGURES)
        differs = [f"(w.{name} IS NOT NULL AND p.{name} IS NULL)" for name in names]
        differs.append("(w.category IS NOT NULL AND p.category_id IS NULL)")
    else:
        names += ("url", "image_url", "created_at", *_FOLLOWED)
        differs = [f"(w.{name} IS NOT NULL AND w.{name} IS NOT p.{name})" for name in names]
        differs.append(
            "(w.category IS NOT NULL AND w.category IS NOT (SELECT c.name FROM categories AS c WHERE c.id = "
            "p.category_id) COLLATE NOCASE)"
        )
    scratch.run(
        "UPDATE wares AS w SET is_changed = 1 FROM products AS p "
        f"WHERE p.id = w.product_id AND ({' OR '.join(differs)})"
    )


def count(scratch: Scratch) -> tuple[int, int, int]:
    """How many products are new, changed and unchanged."""
    found = scratch.rows("SELECT sum(is_new), sum(is_changed), sum(1 - is_new - is_changed) FROM wares")[0]
    return (int(found[0] or 0), int(found[1] or 0), int(found[2] or 0))


def write_categories(db: Database, writing: Writing) -> None:
    """Makes the categories that are missing, and finds the ones of the file's products."""
    db.run(
        "INSERT INTO categories (name) SELECT DISTINCT category FROM wares WHERE category IS NOT NULL "
        "ON CONFLICT (name) DO NOTHING"
    )
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT ?, 'categories', c.id, '{}' "
        "FROM categories AS c WHERE c.id > ?",
        (writing.import_id, writing.last_category),
    )
    db.run(
        "UPDATE wares SET category_id = (SELECT c.id FROM categories AS c WHERE c.name = wares.category) "
        "WHERE category IS NOT NULL"
    )


def write_products(
    db: Database,
    writing: Writing,
    span: tuple[int, int],
    currency: str,
    *,
    is_catalogue: bool,
    is_filling_only: bool,
) -> None:
    """Creates and changes the products that `wares` holds under the numbers of a span, both ends with it.

    `is_catalogue`: a file of products, whose prices and stocks count; what it brings after the shop's first one arrived
    now. Orders and views only tell that a product exists. `is_filling_only`: what is filled stays.
    """
    low, high = span
    params: dict[str, Any] = {"low": low, "high": high, "at": writing.at, "import_id": writing.import_id}
    params |= {
        "base": int(db.value("SELECT coalesce(max(id), 0) FROM products")) + 1 - low,
        "currency": currency,
        "arrived": writing.at if is_catalogue and _has_catalogue(db) else None,
    }
    figures = "price_minor, CASE WHEN price_minor IS NOT NULL THEN coalesce(currency, :currency) END, stock, in_stock"
    nothing = "NULL, NULL, NULL, NULL"
    db.run(
        "INSERT INTO products (id, external_id, sku, name, category_id, url, image_url, created_at, price_minor, "
        "currency, stock, in_stock, arrived_at, added_at, import_id) SELECT g + :base, key, sku, name, "
        "category_id, url, "
        f"image_url, created_at, {figures if is_catalogue else nothing}, "
        "CASE WHEN :arrived IS NOT NULL THEN coalesce(min(created_at, :arrived), :arrived) END, :at, :import_id "
        "FROM wares WHERE g BETWEEN :low AND :high AND is_new = 1",
        params,
    )
    db.run(
        "UPDATE wares SET product_id = g + :base WHERE g BETWEEN :low AND :high AND is_new = 1",
        params,
    )
    _change(db, params, is_catalogue=is_catalogue, is_filling_only=is_filling_only)


def _has_catalogue(db: Database) -> bool:
    return db.row("SELECT 1 FROM imports WHERE kind = 'products' AND state = 'done'") is not None


def _change(db: Database, params: dict[str, Any], *, is_catalogue: bool, is_filling_only: bool) -> None:
    chosen = "SELECT product_id FROM wares WHERE g BETWEEN :low AND :high AND is_changed = 1"
    if is_catalogue and is_filling_only:
        changes = [f"{name} = coalesce(products.{name}, w.{name})" for name in (*_FILLED, *_FIGURES)]
        changes.append(
            "currency = CASE WHEN products.price_minor IS NOT NULL OR w.price_minor IS NULL THEN products.currency "
            "ELSE coalesce(w.currency, products.currency, :currency) END"
        )
    elif is_catalogue:
        changes = [f"{name} = coalesce(w.{name}, products.{name})" for name in (*_FILLED, *_FIGURES)]
        changes += [
            (
                "currency = CASE WHEN w.price_minor IS NULL THEN products.currency ELSE coalesce(w.currency, "
                "products.currency, :currency) END"
            ),
            (
                "price_changed_at = CASE WHEN products.price_minor IS NOT NULL AND w.price_minor <> "
                "products.price_minor "
                "THEN :at ELSE products.price_changed_at END"
            ),
            (
                "stock_changed_at = CASE WHEN (products.stock IS NOT NULL AND w.stock <> products.stock) OR "
                "(products.in_stock IS NOT NULL AND w.in_stock <> products.in_stock) "
                "THEN :at ELSE products.stock_changed_at END"
            ),
            "restock_no = products.restock_no + (products.in_stock IS 0 AND w.in_stock IS 1)",
        ]
    else:
        changes = [f"{name} = coalesce(products.{name}, w.{name})" for name in ("sku", "name", "category_id")]
    with kept(db, "products", chosen, params):
        db.run(
            f"UPDATE products SET {', '.join(changes)} FROM wares AS w WHERE w.product_id = products.id "
            "AND w.g BETWEEN :low AND :high AND w.is_changed = 1",
            params,
        )
