"""What a message can say about one customer: what she bought, what she likes, what would fit her (A9)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.stock import NOT_SOLD_OUT

_RECENT_LINES = 5_000
_LOOKED_AT_ONCE = 16
_SELLABLE = f"p.name IS NOT NULL AND {NOT_SOLD_OUT}"
# What shop systems call the category of what has none: to a customer such a word is never said.
_NO_CATEGORY = (
    "uncategorized|uncategorised|default category|no category|none|unkategorisiert|nicht kategorisiert|ohne kategorie|"
    "keine kategorie|non classé|non catégorisé|sans catégorie|sin categorizar|sin categoría|sin clasificar|"
    "senza categoria|non categorizzato|geen categorie|ongecategoriseerd|sem categoria|bez kategorii|okategoriserade|"
    "okategoriserad|ukategoriseret|ukategorisert|nezařazené|luokittelematon"
).split("|")
_CATEGORY = f"CASE WHEN lower(c.name) NOT IN ({', '.join(map(repr, _NO_CATEGORY))}) THEN c.name END"
_SELECT = (
    f"SELECT p.id, p.name, p.price_minor, p.currency, p.url, {_CATEGORY} FROM products p "
    "LEFT JOIN categories c ON c.id = p.category_id"
)
_NOT_HERS = (
    "p.id NOT IN (SELECT l.product_id FROM orders r JOIN order_lines l ON l.order_id = r.id "
    "WHERE r.customer_id = :customer AND l.product_id IS NOT NULL)"
)


@dataclass(frozen=True)
class Product:
    """A product as a message names it."""

    id: int
    name: str | None
    price_minor: int | None
    currency: str | None
    url: str | None
    category: str | None


def find_product(db: Database, product_id: int) -> Product | None:
    """One product."""
    row = db.row(f"{_SELECT} WHERE p.id = ?", (product_id,))
    return None if row is None else Product(*row)


def has_unsafe_links(db: Database) -> bool:
    """Whether any product's page is without encryption."""
    return db.row("SELECT 1 FROM products WHERE url LIKE 'http://%' LIMIT 1") is not None


def last_product(db: Database, customer_id: int) -> str | None:
    """The name of the dearest thing in her last purchase; shipping and the like are no products."""
    name: str | None = db.value(
        "SELECT coalesce(p.name, l.name) FROM orders r JOIN order_lines l ON l.order_id = r.id "
        "JOIN products p ON p.id = l.product_id WHERE r.customer_id = ? AND r.is_purchase = 1 "
        "AND coalesce(p.name, l.name) IS NOT NULL "
        "ORDER BY r.ordered_at DESC, r.id DESC, coalesce(l.total_minor, l.unit_price_minor, 0) DESC, l.line_no LIMIT 1",
        (customer_id,),
    )
    return name


def favourite_category(db: Database, customer_id: int) -> str | None:
    """The category that she bought from most often, of those that have a name of their own."""
    name: str | None = db.value(
        "SELECT c.name FROM customer_categories cc JOIN categories c ON c.id = cc.category_id "
        f"WHERE cc.customer_id = ? AND {_CATEGORY} IS NOT NULL ORDER BY cc.line_count DESC, c.name LIMIT 1",
        (customer_id,),
    )
    return name


def last_service(db: Database, customer_id: int) -> str | None:
    """What she last asked about."""
    word: str | None = db.value(
        "SELECT service_type FROM enquiries WHERE customer_id = ? AND service_type IS NOT NULL "
        "ORDER BY created_at DESC LIMIT 1",
        (customer_id,),
    )
    return word


def arrivals_for(db: Database, customer_id: int, since: int, until: int, limit: int = 3) -> list[Product]:
    """The newest products in the categories she buys from that arrived after `since`."""
    rows = db.rows(
        f"{_SELECT} JOIN customer_categories cc ON cc.category_id = p.category_id AND cc.customer_id = :customer "
        f"WHERE p.arrived_at > :since AND p.arrived_at <= :until AND {_SELLABLE} "
        "ORDER BY p.arrived_at DESC, cc.line_count DESC, p.id DESC LIMIT :limit",
        {"customer": customer_id, "since": since, "until": until, "limit": limit},
    )
    return [Product(*row) for row in rows]


def arrivals_told_at(db: Database, customer_id: int) -> int:
    """The stamp of her last message about arrivals that went or still may; 0 without any."""
    return int(
        db.value(
            "SELECT coalesce(max(created_at), 0) FROM outbox WHERE customer_id = ? AND campaign_type = 'new_arrivals' "
            "AND is_test = 0 AND state NOT IN ('skipped', 'cancelled', 'rejected')",
            (customer_id,),
        )
    )


def bestsellers(db: Database) -> list[int]:
    """Product ids by how often they were in the shop's last few thousand lines of orders; the cost is bounded.

    Where the shop told what it sells, what only old orders name is none of it any more.
    """
    is_known = "coalesce(p.price_minor, p.in_stock, p.stock, p.url) IS NOT NULL"
    has_catalogue = db.row("SELECT 1 FROM imports WHERE kind = 'products' AND state = 'done' LIMIT 1") is not None
    rows = db.rows(
        f"SELECT p.id FROM (SELECT product_id FROM order_lines ORDER BY id DESC LIMIT {_RECENT_LINES}) "
        f"JOIN products p ON p.id = product_id {f'AND {is_known}' if has_catalogue else ''} "
        "GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 200"
    )
    return [product_id for (product_id,) in rows]


def recommended(db: Database, customer_id: int, popular: Sequence[int], limit: int = 3) -> list[Product]:
    """Popular products that can be bought and that she does not have, those of her own categories first."""
    found: list[Product] = []
    ranked = _ranked(db, customer_id, popular)
    for low in range(0, len(ranked), _LOOKED_AT_ONCE):
        some = ranked[low : low + _LOOKED_AT_ONCE]
        rows: list[Row] = db.rows(
            f"{_SELECT} WHERE p.id IN (SELECT value FROM json_each(:some)) AND {_SELLABLE} AND {_NOT_HERS}",
            {"some": json.dumps(some), "customer": customer_id},
        )
        good = {row[0]: Product(*row) for row in rows}
        found += [good[product_id] for product_id in some if product_id in good]
        if len(found) >= limit:
            break
    return found[:limit]


def _ranked(db: Database, customer_id: int, popular: Sequence[int]) -> list[int]:
    """The popular products in the order in which they would be proposed to her."""
    rows = db.rows(
        "SELECT p.id FROM json_each(:popular) AS e CROSS JOIN products AS p ON p.id = e.value "
        "CROSS JOIN customer_categories AS cc ON cc.category_id = p.category_id AND cc.customer_id = :customer",
        {"popular": json.dumps(popular), "customer": customer_id},
    )
    hers = {product_id for (product_id,) in rows}
    return sorted(popular, key=lambda product_id: product_id not in hers)
