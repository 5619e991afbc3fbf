"""A purchase typed in by the owner, and taken back again."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from reengage_desktop.domain.moments import local_day
from reengage_desktop.engine.attributing import attribute_orders
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers, purchases
from reengage_desktop.store import facts
from tests.shop_rows import add_customer, add_message, add_order


def _told(shop: Shop) -> list[object]:
    """The customer's figures, her orders, and what her messages brought back."""
    figures = "orders_count, first_order_at, last_order_at, lifetime_value_minor, median_gap_days, next_look_on"
    queries = (
        f"SELECT {figures} FROM customers",
        "SELECT * FROM orders",
        "SELECT outbox_id, order_id FROM conversions",
    )
    return [shop.db.rows(sql) for sql in queries]


def _written_to(shop: Shop) -> int:
    ann = add_customer(shop.db, email="ann@example.com")
    add_order(shop.db, ann, shop.now() - timedelta(days=90))
    add_message(shop.db, ann, shop.now() - timedelta(days=3))
    facts.refresh(shop.db, [ann], shop.settings())
    attribute_orders(shop.db, shop.settings())
    return ann


def test_a_purchase_taken_back_leaves_nothing(shop: Shop) -> None:
    """Ux.md Undo: her figures, her orders and what the message brought back are as they were before the purchase."""
    ann = _written_to(shop)
    before = _told(shop)
    logged = purchases.log_purchase(shop, ann, Decimal("24.90"))
    assert logged.profile.customer.orders_count == 2
    assert shop.db.value("SELECT order_id FROM conversions") == logged.order_id
    assert purchases.take_back(shop, logged)
    assert _told(shop) == before
    assert not purchases.take_back(shop, logged)


def test_what_can_not_have_been_paid_is_refused(shop: Shop) -> None:
    """Neither the window nor the command line records a purchase of tomorrow, of 1989, or of half a cent."""
    ann = add_customer(shop.db, email="ann@example.com")
    today = local_day(shop.now(), shop.settings().zone)
    cases: list[tuple[str, datetime | date | None, str]] = [
        ("12.345", None, "12.345 has more decimals than USD has (2)"),
        ("0", None, "above zero"),
        ("1e9", None, "can't be"),
        ("5", today + timedelta(days=1), "still to come"),
        ("5", shop.now() + timedelta(minutes=1), "still to come"),
        ("5", purchases.FIRST_DAY - timedelta(days=1), "1989-12-31 is before 1990"),
    ]
    for amount, on, words in cases:
        with pytest.raises(Refused, match=re.escape(words)):
            purchases.log_purchase(shop, ann, Decimal(amount), on)
    assert shop.db.value("SELECT count(*) FROM orders") == 0
    for amount, when in (("12.340", today), ("5", purchases.FIRST_DAY), ("5", shop.now())):
        purchases.log_purchase(shop, ann, Decimal(amount), when)
    assert shop.db.value("SELECT count(*) FROM orders") == 3


def test_what_has_become_more_than_the_typed_purchase_stays(shop: Shop) -> None:
    """Neither a purchase that a file has refunded since nor one of a person who was forgotten is removed."""
    ann = _written_to(shop)
    logged = purchases.log_purchase(shop, ann, Decimal(12))
    with shop.db.write():
        shop.db.run("UPDATE orders SET refunded_minor = 200, net_minor = 1000 WHERE id = ?", (logged.order_id,))
    assert not purchases.take_back(shop, logged)
    again = purchases.log_purchase(shop, ann, Decimal(15))
    customers.erase(shop, ann)
    assert not purchases.take_back(shop, again)
