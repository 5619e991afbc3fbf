"""Product views are recorded as they happen and forgotten when they are old."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import erasures, views
from reengage_desktop.store.views import ViewRefused
from tests.engine.deciding_rig import Rig, open_rig

PHONE = "+442079460123"


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = open_rig(tmp_path)
    yield found
    found.db.close()


def track(rig: Rig, phone: str = PHONE, product: str = "P1") -> tuple[object, ...] | None:
    view_id = views.track(rig.db, phone, product, rig.settings, rig.now)
    return rig.db.row(
        "SELECT customer_id, product_id, viewed_at, price_at_view_minor, currency, in_stock FROM views WHERE id = ?",
        (view_id,),
    )


def test_known_person_and_product(rig: Rig) -> None:
    """A4: customer, product, price at view, in stock at view, time; by the product's id or SKU."""
    ann = rig.person(phone=PHONE)
    hat = rig.product(price_minor=500, stock=0, sku="HAT-1")
    assert track(rig, "+44 20 7946 0123") == (ann, hat, stamp(rig.now), 500, "USD", 0)
    rig.db.run("UPDATE products SET stock = 3")
    rig.now += timedelta(minutes=1)
    assert track(rig, product="HAT-1") == (ann, hat, stamp(rig.now), 500, "USD", 1)
    assert rig.db.value("SELECT count(*) FROM views") == 2


def test_unknown_ones_become_known(rig: Rig) -> None:
    """A4: a view of somebody or something new makes both known; what is unknown stays so and counts for nothing."""
    assert track(rig, product="NEW") == (1, 1, stamp(rig.now), None, None, None)
    assert rig.db.row("SELECT phone, last_order_at, next_look_on FROM customers") == (PHONE, None, None)
    rig.db.run("UPDATE products SET price_minor = 100, in_stock = 1, stock = 5")
    assert (rig.restock_check().queued, rig.price_check().queued) == (0, 0)


def test_who_was_forgotten_does_not_come_back_by_looking(rig: Rig) -> None:
    """Promise 32: her number is not written down again because the shop's page goes on telling of her."""
    erasures.erase(rig.db, rig.person(phone=PHONE), rig.now)
    with pytest.raises(ViewRefused, match="forgotten"):
        track(rig)
    assert rig.db.value("SELECT count(*) FROM customers WHERE phone IS NOT NULL") == 0


def test_same_moment_twice_is_one_view(rig: Rig) -> None:
    """A4: the same view told twice is one."""
    assert track(rig) == track(rig)
    assert rig.db.value("SELECT count(*) FROM views") == 1


@pytest.mark.parametrize(("phone", "product"), [("12", "P1"), ("", "P1"), (PHONE, " ")])
def test_refused(rig: Rig, phone: str, product: str) -> None:
    """A4: without a number or a product there is no view, and nobody is made up."""
    with pytest.raises(ViewRefused):
        track(rig, phone, product)
    assert rig.db.value("SELECT count(*) FROM customers") == 0


def test_old_views_go(rig: Rig) -> None:
    """A17: older than the retention's calendar days, not a day earlier."""
    hat, ann = rig.product(), rig.person()
    for days in (89, 90, 91, 200):
        rig.view(ann, hat, days_ago=days)
    assert views.count_older(rig.db, 90, rig.settings, rig.now) == 2
    assert views.remove_older(rig.db, 90, rig.settings, rig.now) == 2
    assert views.remove_older(rig.db, 90, rig.settings, rig.now) == 0
    assert rig.db.value("SELECT count(*) FROM views") == 2
