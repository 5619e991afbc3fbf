"""The ready-made groups of customers."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.store import customers, segments, settings
from reengage_desktop.store.database import Database, open_database
from tests.shop_rows import add_customer

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_only_those_who_never_answered_may_be_asked(tmp_path: Path) -> None:
    """Neither whoever agreed nor whoever said no counts among the customers to ask at the till."""
    db = open_database(tmp_path / "shop.db")
    add_customer(db, email="silent@example.com")
    add_customer(db, email="agreed@example.com", consent_email=1)
    refused = add_customer(db, email="refused@example.com")
    customers.opt_out(db, refused, channel=None, source="owner", at=datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert segments.count_never_asked(db) == 1
    db.close()


@pytest.fixture
def shop_db(tmp_path: Path) -> Iterator[Database]:
    """An empty shop."""
    with closing(open_database(tmp_path / "shop.db")) as db:
        yield db


def test_stopped_buying_is_at_risk_or_lost(shop_db: Database) -> None:
    """Who stopped buying is at risk until the silence is longer than `too_long_gone_days`; with 0 nobody is lost."""
    for days in (10, 59, 60, 400, 730, 731, 3000):
        add_customer(shop_db, last_order_at=stamp(NOON - timedelta(days=days)))
    add_customer(shop_db)
    counts = segments.count_all(shop_db, settings.load(shop_db), NOON)
    assert (counts[Segment.ACTIVE], counts[Segment.INACTIVE]) == (2, 5)
    assert (counts[Segment.AT_RISK], counts[Segment.LOST]) == (3, 2)
    settings.put(shop_db, "reengagement.too_long_gone_days", "0", NOON)
    counts = segments.count_all(shop_db, settings.load(shop_db), NOON)
    assert (counts[Segment.AT_RISK], counts[Segment.LOST]) == (5, 0)


@pytest.mark.parametrize(
    ("values", "most"),
    [([5] * 30, 0), ([9, *[5] * 29], 1), (list(range(1, 41)), 4), ([9, 9, 9, *[5] * 7], 0), ([7], 1), ([3, 7], 1)],
)
def test_very_good_customers_are_never_more_than_the_best_tenth(
    shop_db: Database, values: list[int], most: int
) -> None:
    """Many who spent the same do not make everybody a very good customer."""
    for value in values:
        add_customer(shop_db, lifetime_value_minor=value)
    assert segments.count_all(shop_db, settings.load(shop_db), NOON)[Segment.VIP] == most


def test_a_very_good_customer_has_reached_the_loyalty_amount(shop_db: Database) -> None:
    """The amount from which loyalty is rewarded holds for the best tenth too."""
    for value in range(1, 41):
        add_customer(shop_db, lifetime_value_minor=value * 100)
    settings.put(shop_db, "reengagement.loyalty_min_ltv", "38.50", NOON)
    assert segments.count_all(shop_db, settings.load(shop_db), NOON)[Segment.VIP] == 2
    settings.put(shop_db, "reengagement.loyalty_min_ltv", "10", NOON)
    assert segments.count_all(shop_db, settings.load(shop_db), NOON)[Segment.VIP] == 4
