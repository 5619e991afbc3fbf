"""Two entries of one person made one by the owner, and apart again: every table is as it was."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.attributing import attribute_orders
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers
from reengage_desktop.store import customers as stored
from reengage_desktop.store import facts
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message, add_order


def _tables(shop: Shop) -> dict[str, list[Sequence[object]]]:
    names = [
        name
        for (name,) in shop.db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_") and name != "meta"  # how far the conversions were worked out
    ]
    return {name: sorted(shop.db.rows(f"SELECT * FROM {name}"), key=repr) for name in names}


def _two(shop: Shop) -> tuple[int, int]:
    """Two entries with everything that an entry can have; one said no, one's address is on the list of refusals."""
    db, now = shop.db, shop.now()
    ann = add_customer(
        db, external_id="a", name="Ann Miller", email="ann@example.com", tags='["tea"]', note="by the window"
    )
    anna = add_customer(
        db, external_id="b", name="Anna Miller", email="anna@example.org", phone="+12025550143", tags='["late"]'
    )
    stored.opt_in(db, ann, ChannelName.EMAIL, wording="Form at the till", at=now)
    stored.opt_in(db, anna, ChannelName.SMS, wording="By phone", at=now)
    stored.opt_out(db, anna, channel=ChannelName.EMAIL, source="owner", at=now)
    product = db.insert("INSERT INTO products (external_id, name, added_at) VALUES ('P', 'Soap', 0)")
    for person, days in ((ann, 40), (anna, 20)):
        add_order(db, person, now - timedelta(days=days))
        message = add_message(db, person, now - timedelta(days=days + 5))
        db.run(
            "UPDATE outbox SET campaign_id = 1, occasion = 'product:1:restock:1', part = '0' WHERE id = ?", (message,)
        )
        db.run("INSERT INTO wishlists (customer_id, product_id, added_at) VALUES (?, ?, 0)", (person, product))
        db.run(
            "INSERT INTO views (customer_id, product_id, viewed_at, added_at) VALUES (?, ?, ?, ?)",
            (person, product, stamp(now), stamp(now)),
        )
        db.run("INSERT INTO enquiries (customer_id, created_at, added_at) VALUES (?, 0, 0)", (person,))
    facts.refresh(db, [ann, anna], shop.settings())
    attribute_orders(db, shop.settings())
    db.run("UPDATE customers SET next_look_on = next_look_on + 3 WHERE id = ?", (ann,))
    return ann, anna


def test_a_merge_taken_back_restores_every_table(shop: Shop) -> None:
    """Issue 4, ux.md Undo: orders, messages, words of consent, refusals, figures and the next look are as they were."""
    ann, anna = _two(shop)
    before = _tables(shop)
    merged = customers.merge(shop, ann, anna)
    assert merged.profile.customer.orders_count == 2
    assert merged.profile.customer.consent[ChannelName.EMAIL] is False, "a no of either holds"
    assert _tables(shop) != before
    customers.take_back_merge(shop, merged)
    after = _tables(shop)
    assert {name for name in before if after[name] != before[name]} == set()
    again = customers.merge(shop, anna, ann)
    customers.take_back_merge(shop, again)
    assert _tables(shop) == before


def test_what_came_since_stays_with_the_one_who_stayed(shop: Shop, clock: Clock) -> None:
    """C18: an order and a no that came after the merge are not lost by taking it back."""
    ann, anna = _two(shop)
    merged = customers.merge(shop, ann, anna)
    clock.move(hours=1)
    add_order(shop.db, ann, shop.now())
    customers.opt_out(shop, ann, ChannelName.SMS)
    customers.take_back_merge(shop, merged)
    kept, parted = customers.show_customer(shop, ann).customer, customers.show_customer(shop, anna).customer
    assert (kept.orders_count, parted.orders_count) == (2, 1)
    assert kept.consent[ChannelName.SMS] is False
    assert parted.consent[ChannelName.EMAIL] is False
    assert kept.consent[ChannelName.EMAIL] is True, "her own yes; the no was the other one's"


def test_nobody_is_merged_into_a_record_that_is_none_any_more(shop: Shop) -> None:
    """C10: the record that a page shows went into another one meanwhile: that one takes over, nobody is lost."""
    ann, anne, anna = (add_customer(shop.db, email=f"{name}@example.com") for name in ("ann", "anne", "anna"))
    customers.merge(shop, ann, anne)
    assert customers.merge(shop, anne, anna).keep_id == ann
    assert shop.db.rows("SELECT DISTINCT merged_into FROM customers WHERE merged_into IS NOT NULL") == [(ann,)]
    with pytest.raises(Refused, match="same"):
        customers.merge(shop, anne, anna)
    gone = add_customer(shop.db, email="gone@example.com")
    customers.erase(shop, gone)
    with pytest.raises(stored.CustomerNotFound):
        customers.merge(shop, gone, ann)
