"""A11: what came of the messages, in numbers: what counts as sent, whose money, which days."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.engine.analytics import get_analytics, get_attributed_revenue, get_conversion_rate
from reengage_desktop.engine.attributing import attribute_orders
from reengage_desktop.store import reports
from reengage_desktop.store.database import Database, open_database
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SETTINGS = Settings({"business.timezone": "America/New_York", "business.currency": "USD"})


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "shop.db")
    yield db
    db.close()


def _story(db: Database, net_minor: int, currency: str = "USD", **message: object) -> None:
    person = add_customer(db)
    add_message(db, person, NOW - timedelta(days=5), **message)
    add_order(db, person, NOW - timedelta(days=3), net_minor, currency=currency)


def test_money_is_net_and_each_currency_its_own(db: Database) -> None:
    """A10, A11: dollars are summed to the cent, euros stand apart, a pretended message earns nothing."""
    _story(db, 12_990)
    _story(db, 1_001, state="uncertain", treated_as="sent")
    _story(db, 5_000, "EUR")
    _story(db, 7_777, is_test=1)
    _story(db, 8_888, state="uncertain")
    add_message(db, add_customer(db), NOW - timedelta(days=1))
    attribute_orders(db, SETTINGS)
    totals = get_analytics(db, SETTINGS, NOW, 30).as_json()
    assert (totals["totals"]["sent"], totals["totals"]["converted"], totals["totals"]["revenue"]) == (4, 3, "139.91")
    assert totals["other_currencies"] == {"EUR": "50.00"}
    assert get_conversion_rate(db, SETTINGS, NOW, CampaignType.WE_MISS_YOU, 30) == 0.75
    assert get_attributed_revenue(db, SETTINGS, NOW, 30) == Decimal("139.91")


@pytest.mark.parametrize(("hour", "counted"), [(3, 0), (4, 1)])
def test_days_are_those_of_the_shop(db: Database, hour: int, counted: int) -> None:
    """A11: the last 30 days begin at midnight in New York, which is four in the morning in UTC in October."""
    add_message(db, add_customer(db), datetime(2026, 10, 22, hour, tzinfo=UTC))
    assert get_analytics(db, SETTINGS, NOW, 30).totals.sent == counted


def test_costs_are_the_owners_prices(db: Database) -> None:
    """C8: a text by its parts, mail for nothing; where a price is missing the cost is not known."""
    person = add_customer(db)
    for text, channel in (("a" * 200, "sms"), ("short", "sms"), ("Hi", "email"), ("Hello", "whatsapp")):
        add_message(db, person, NOW - timedelta(days=1), channel=channel, content=f'{{"text": "{text}"}}')
    priced = Settings(
        {"business.timezone": "UTC", "business.currency": "USD", "channels.sms.price": "0.07"}
        | {"channels.whatsapp.price": "0.04"}
    )
    told = get_analytics(db, priced, NOW, 30).as_json()
    assert {name: each["cost"] for name, each in told["by_channel"].items() if each["sent"]} == {
        "sms": "0.21",
        "email": "0.00",
        "whatsapp": "0.04",
    }
    assert told["totals"]["cost"] == "0.25"
    assert told["by_type"]["we_miss_you"]["cost"] == "0.25"
    assert get_analytics(db, SETTINGS, NOW, 30).as_json()["totals"]["cost"] is None


def test_what_they_used_to_spend_a_month(db: Database) -> None:
    """A2: a single purchase is no purchase a month; a regular's months go on for one usual pause more."""

    def bought(first_days: int, last_days: int, spent: int, gap: float | None) -> None:
        moments = {
            name: stamp(NOW - timedelta(days=days))
            for name, days in (("first_order_at", first_days), ("last_order_at", last_days))
        }
        add_customer(db, lifetime_value_minor=spent, median_gap_days=gap, orders_count=1, **moments)

    bought(100, 100, 6_000, None)  # $60 once: over the threshold's 60 days
    bought(281, 100, 21_100, 30.0)  # $211 in 181 days and one more pause of 30
    bought(10, 10, 99_000, None)  # still buying
    monthly_days = 365.25 / 12
    expected = 6_000 / (60 / monthly_days) + 21_100 / (211 / monthly_days)
    found = reports.lapsed(db, SETTINGS, NOW)
    assert found.customers == 2
    assert found.monthly_minor == pytest.approx(expected, abs=2)


def test_of_whom_only_a_number_of_purchases_is_stated_did_not_make_them_all_at_once(db: Database) -> None:
    """A2: a file's “24 orders, $2,400” without a first date is $50 a month, not $1,200."""
    last = stamp(NOW - timedelta(days=100))
    add_customer(db, lifetime_value_minor=240_000, orders_count=24, last_order_at=last, opening_orders=24)
    found = reports.lapsed(db, SETTINGS, NOW)
    assert found.monthly_minor == pytest.approx(240_000 / (24 * 60 / (365.25 / 12)), abs=2)
