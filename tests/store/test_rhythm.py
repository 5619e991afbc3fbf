"""The shop's own rhythm, on shops small enough to be counted by hand."""

from datetime import UTC, datetime, timedelta
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import rhythm as rhythm_tasks
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import facts, listings, rhythm
from tests.shop_rows import add_customer, add_order

NOON = datetime(2026, 11, 21, 17, tzinfo=UTC)


def _buyer(shop: Shop, gaps: list[int], silent: int = 5, minor: int = 1000) -> int:
    """A customer whose last purchase is `silent` days ago, with those gaps before it, newest first."""
    customer, at = add_customer(shop.db, name="Ann"), NOON - timedelta(days=silent)
    add_order(shop.db, customer, at, minor)
    for gap in gaps:
        at -= timedelta(days=gap)
        add_order(shop.db, customer, at, minor)
    return customer


def _refresh(shop: Shop) -> None:
    facts.refresh(shop.db, None, shop.settings())


def test_too_little_history(shop: Shop) -> None:
    """A2: nine repeat buyers and many who came once are no rhythm: nothing is proposed."""
    for number in range(rhythm.ENOUGH_BUYERS - 1):
        _buyer(shop, [20 + number])
    for _ in range(30):
        _buyer(shop, [])
    _refresh(shop)
    assert rhythm.find_rhythm(shop.db, shop.settings()) == rhythm.Rhythm(rhythm.ENOUGH_BUYERS - 1)
    assert rhythm_tasks.propose(shop).rhythm.threshold_days is None


def test_an_empty_shop_proposes_nothing(shop: Shop) -> None:
    """A2: no customers, no proposal, no fault."""
    found = rhythm_tasks.propose(shop)
    assert found.rhythm == rhythm.Rhythm(0)
    assert (found.silence.buyers, found.silence.stopped(60), found.loyalty) == (0, 0, None)


def test_twenty_steady_buyers(shop: Shop) -> None:
    """A2: 20 customers, gaps of 20 days but for every tenth of 40: usual 20; nine of ten within 20; √(20·52) = 32 → 30.

    The 90th percentile (20) and 2.6 times the usual gap (52) weigh the same with 20 buyers.
    """
    for _ in range(18):
        _buyer(shop, [20, 20])
    for _ in range(2):
        _buyer(shop, [40, 40])
    _refresh(shop)
    found = rhythm.find_rhythm(shop.db, shop.settings())
    assert (found.repeat_buyers, found.usual_days, found.within_days) == (20, 20, 20)
    assert sqrt(20 * 52) == pytest.approx(32.2, abs=0.1)
    assert found.threshold_days == 30


def test_a_busy_customer_counts_as_one(shop: Shop) -> None:
    """A2: one who buys daily, 60 gaps of hers, does not outvote 19 who come monthly."""
    _buyer(shop, [1] * 60)
    for _ in range(19):
        _buyer(shop, [30])
    _refresh(shop)
    found = rhythm.find_rhythm(shop.db, shop.settings())
    assert (found.usual_days, found.within_days) == (30, 30)


def test_two_orders_on_a_day_are_one_visit(shop: Shop) -> None:
    """A18: gaps lie between days; what was not a purchase opens none."""
    for _ in range(20):
        customer = _buyer(shop, [24])
        add_order(shop.db, customer, NOON - timedelta(days=5, hours=1))
        add_order(shop.db, customer, NOON - timedelta(days=15), is_purchase=0, status="cancelled")
    _refresh(shop)
    assert rhythm.find_rhythm(shop.db, shop.settings()).within_days == 24


def test_counts_for_every_threshold_agree_with_the_list(shop: Shop) -> None:
    """A2: the live count is what the customer list has with that threshold, at both sides of a day."""
    for silent in (0, 13, 14, 15, 59, 60, 61, 364, 365, 366, 900):
        _buyer(shop, [], silent)
    add_customer(shop.db, name="Never bought")
    _refresh(shop)
    found = rhythm.find_silence(shop.db, shop.settings(), NOON)
    assert found.buyers == 11
    for days, expected in ((14, 9), (15, 8), (60, 6), (61, 5), (365, 3)):
        assert found.stopped(days) == expected
        setting_tasks.set_setting(shop, "reengagement.inactivity_threshold", str(days))
        listed = listings.customer_ids(shop.db, shop.settings(), NOON, segment=Segment.INACTIVE)
        assert len(listed) == expected


def test_the_best_tenth(shop: Shop) -> None:
    """A8: of 20 customers who spent 10, 20 … 200, the best tenth reached 180: 150 is proposed, in major units."""
    for number in range(1, 21):
        _buyer(shop, [], minor=number * 1000)
    _refresh(shop)
    assert rhythm.find_loyalty_minor(shop.db) == 15_000
    assert str(rhythm_tasks.propose(shop).loyalty) == "150.00"


@pytest.mark.parametrize(
    ("days", "named"), [(1, 14), (16.6, 17), (32, 30), (58, 60), (63, 60), (117, 120), (200, 210), (5000, 365)]
)
def test_days_as_a_person_names_them(days: float, named: int) -> None:
    """A2: round figures, from 14 to 365."""
    assert rhythm.round_days(days) == named


@given(st.integers(min_value=1, max_value=10**12))
def test_round_amounts_are_never_above(minor: int) -> None:
    """A8: whoever is in the best tenth reaches the rounded amount too; it loses less than a third."""
    rounded = rhythm.round_amount(minor)
    assert minor * 2 / 3 - 1 <= rounded <= minor
