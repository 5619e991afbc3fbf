"""Which message brought which order back (A10), whatever happens to either of them later."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine import privacy
from reengage_desktop.engine.attributing import attribute_orders
from reengage_desktop.store.database import Database, open_database
from tests.engine.import_rig import Rig
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SETTINGS = Settings({"business.timezone": "UTC"})


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "shop.db")
    yield db
    db.close()


def _conversions(db: Database) -> list[tuple[int, int]]:
    return db.rows("SELECT outbox_id, order_id FROM conversions ORDER BY 1")


def test_what_a_message_brought_stays_when_the_person_is_forgotten(db: Database) -> None:
    """A10, promise 32: her purchases stay as anonymous sales, and so does the money in past results."""
    ann = add_customer(db, email="ann@example.com")
    message, order = add_message(db, ann, NOW), add_order(db, ann, NOW + timedelta(days=1))
    attribute_orders(db, SETTINGS)
    privacy.erase_person(db, ann, NOW + timedelta(days=2))
    attribute_orders(db, SETTINGS)
    assert _conversions(db) == [(message, order)]


def test_an_order_that_changes_hands_takes_its_conversion_along(db: Database) -> None:
    """A10: a later file says that the order was somebody else's; she was written to as well, and it counts once."""
    ann, bea = add_customer(db, email="ann@example.com"), add_customer(db, email="bea@example.com")
    add_message(db, ann, NOW)
    hers = add_message(db, bea, NOW)
    order = add_order(db, ann, NOW + timedelta(days=1))
    attribute_orders(db, SETTINGS)
    db.run("UPDATE orders SET customer_id = ?", (bea,))
    attribute_orders(db, SETTINGS, [bea])
    assert _conversions(db) == [(hers, order)]


def test_a_message_that_never_went_after_all_brought_nothing(db: Database) -> None:
    """A10: an uncertain message that was taken for sent, and that the owner sends again, loses its conversion."""
    ann = add_customer(db, email="ann@example.com")
    message = add_message(db, ann, NOW, state="uncertain", treated_as="sent")
    add_order(db, ann, NOW + timedelta(days=1))
    attribute_orders(db, SETTINGS)
    assert len(_conversions(db)) == 1
    db.run("UPDATE outbox SET state = 'pending', treated_as = NULL, sent_at = NULL WHERE id = ?", (message,))
    attribute_orders(db, SETTINGS)
    assert _conversions(db) == []


def test_orders_from_files_twice_late_and_refunded_convert_once(tmp_path: Path) -> None:
    """Promise 28: the same file again adds nothing, a late order takes over, a refunded one gives back; never two."""
    rig = Rig(tmp_path / "shop")
    ann = add_customer(rig.db, email="ann@example.com", consent_email=1)
    message = add_message(rig.db, ann, NOW)

    def after(number: str, days: int, status: str = "paid") -> list[str]:
        at = f"{NOW + timedelta(days=days):%Y-%m-%d %H:%M}"
        order = {"order_id": number, "ordered_at": at, "status": status, "email": "ann@example.com", "order_total": 20}
        rig.bring_in("orders", [order])
        attribute_orders(rig.db, SETTINGS)
        return [
            name
            for (name,) in rig.db.rows(
                "SELECT external_id FROM conversions JOIN orders ON orders.id = order_id WHERE outbox_id = ?",
                (message,),
            )
        ]

    assert after("A-2", 4) == ["A-2"]
    assert after("A-2", 4) == ["A-2"], "the same again"
    assert after("A-1", 2) == ["A-1"], "an earlier one came late"
    assert after("A-1", 2, "refunded") == ["A-2"], "refunded: the next one is what she came back for"
    assert after("A-2", 4, "cancelled") == []
    assert after("A-1", 2, "paid") == ["A-1"]
    assert len(_conversions(rig.db)) == 1
    rig.db.close()
