"""Who looked at which product, at what price, in stock or not (A4), and who was told that it changed (A6, A7)."""

from datetime import date, datetime

from reengage_desktop.domain.contacts import normalise_phone
from reengage_desktop.domain.moments import local_day, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import customers, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.stock import IN_STOCK_NOW

_LONGEST_ID = 200
"""So many characters a product's id may have that no file has named."""


class ViewRefused(ValueError):
    """A view can't be recorded; the text is the sentence for the owner."""


def track(db: Database, phone: str, product_id: str, settings: Settings, now: datetime) -> int:
    """Records that somebody looked at a product just now, at its present price and stock, and gives the view's id.

    `product_id` is the shop's own id or SKU. A person or a product that is not known yet becomes known. Raises
    ViewRefused for a phone number or product id that is none, one that is not known and too long to be one, and for
    somebody who was forgotten.
    """
    number = normalise_phone(phone.strip(), settings.country)
    if number is None:
        raise ViewRefused("This is no phone number; the view was not recorded. Give it as +442079460123.")
    if not product_id.strip():
        raise ViewRefused("The product's id is empty; the view was not recorded.")
    with db.write():
        customer_id = customers.find_by_phone(db, number)
        if customer_id is None:
            if suppressions.is_erased(db, "phone", number):
                raise ViewRefused("This customer asked to be forgotten; nothing of hers is taken in again.")
            customer_id = customers.add(db, None, None, number, now)
        return _insert(db, customer_id, _product(db, product_id.strip(), now), now)


def _product(db: Database, product_id: str, now: datetime) -> int:
    found: int | None = db.value(
        "SELECT id FROM products WHERE external_id = ?1 OR sku = ?1 ORDER BY external_id <> ?1, id LIMIT 1",
        (product_id,),
    )
    if found is not None:
        return found
    if len(product_id) > _LONGEST_ID:
        raise ViewRefused(
            f"The product's id has {len(product_id):,} characters; the view was not recorded. Give one of at most "
            f"{_LONGEST_ID}."
        )
    return db.insert("INSERT INTO products (external_id, added_at) VALUES (?, ?)", (product_id, stamp(now)))


def _insert(db: Database, customer_id: int, product_id: int, now: datetime) -> int:
    price, currency, in_stock = db.row(
        f"SELECT p.price_minor, p.currency, {IN_STOCK_NOW} FROM products AS p WHERE p.id = ?",
        (product_id,),
    ) or (None, None, None)
    db.run(
        "INSERT INTO views (customer_id, product_id, viewed_at, price_at_view_minor, currency, in_stock, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (customer_id, product_id, viewed_at) DO NOTHING",
        (customer_id, product_id, stamp(now), price, currency, in_stock, stamp(now)),
    )
    return int(
        db.value(
            "SELECT id FROM views WHERE customer_id = ? AND product_id = ? AND viewed_at = ?",
            (customer_id, product_id, stamp(now)),
        )
    )


def mark_in_stock(db: Database, customer_id: int, product_id: int) -> None:
    """Notes that a person was told that a product is back (A6)."""
    db.run(
        "UPDATE views SET in_stock = 1 WHERE customer_id = ? AND product_id = ? AND in_stock = 0",
        (customer_id, product_id),
    )


def note_price(db: Database, customer_id: int, product_id: int, price_minor: int | None) -> None:
    """Notes the price that a person was told of: a later drop is measured from there (A7)."""
    db.run(
        "UPDATE views SET price_noticed_minor = ? WHERE customer_id = ? AND product_id = ?",
        (price_minor, customer_id, product_id),
    )


def count_older(db: Database, days: int, settings: Settings, now: datetime) -> int:
    """How many views are older than so many days."""
    return int(db.value("SELECT count(*) FROM views WHERE viewed_at < ?", (_oldest(days, settings, now),)))


def remove_older(db: Database, days: int, settings: Settings, now: datetime) -> int:
    """Deletes the views that are older than so many calendar days of the shop (A17); gives how many."""
    with db.write():
        return db.run("DELETE FROM views WHERE viewed_at < ?", (_oldest(days, settings, now),))


def _oldest(days: int, settings: Settings, now: datetime) -> int:
    today = local_day(now, settings.zone).toordinal()
    return stamp(start_of_day(date.fromordinal(today - days), settings.zone))
