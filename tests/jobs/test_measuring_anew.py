"""Another currency or time zone of the shop: figures and days are made anew, nothing keeps the old measure."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import stamp, start_of_day
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import facts
from tests.shop_rows import add_customer, add_message, add_order

BOUGHT_ON = date(2026, 9, 22)


def test_lifetime_values_are_in_the_shops_currency(shop: Shop) -> None:
    """A18: what was spent in dollars is never shown as so many euros."""
    ann = add_customer(shop.db, email="ann@example.com")
    add_order(shop.db, ann, datetime(2026, 9, 22, tzinfo=UTC), 12_990, currency="USD")
    add_order(shop.db, ann, datetime(2026, 9, 23, tzinfo=UTC), 500, currency="EUR")
    setting_tasks.set_setting(shop, "business.currency", "USD")
    facts.refresh(shop.db, None, shop.settings())
    setting_tasks.set_setting(shop, "business.currency", "EUR")
    assert shop.db.value("SELECT lifetime_value_minor FROM customers") == 500


def test_a_stated_lifetime_value_stays_the_amount_that_it_is(shop: Shop) -> None:
    """A8: 100.00 that a list of customers states are no 10,000 in a currency without decimals, which earned a code."""
    setting_tasks.set_setting(shop, "business.currency", "EUR")
    add_customer(shop.db, email="ann@example.com", opening_value_minor=10_000)
    for currency, minor in (("JPY", 100), ("KWD", 100_000), ("EUR", 10_000)):
        setting_tasks.set_setting(shop, "business.currency", currency)
        found = shop.db.row("SELECT opening_value_minor, lifetime_value_minor FROM customers")
        assert found == (minor, minor)


def test_a_day_stays_the_day_in_another_zone(shop: Shop) -> None:
    """A2: an order of which only the day is known stays on its day, and no waiting message takes it for a new one."""
    setting_tasks.set_setting(shop, "business.timezone", "Pacific/Auckland")
    ann = add_customer(shop.db, email="ann@example.com")
    first = stamp(start_of_day(BOUGHT_ON, ZoneInfo("Pacific/Auckland")))
    for day in (BOUGHT_ON.replace(day=21), BOUGHT_ON):
        add_order(shop.db, ann, start_of_day(day, ZoneInfo("Pacific/Auckland")), has_time=0)
    timed = datetime(2026, 9, 1, 12, tzinfo=UTC)
    add_order(shop.db, ann, timed)
    facts.refresh(shop.db, None, shop.settings())
    add_message(shop.db, ann, None, last_order_at=first)
    setting_tasks.set_setting(shop, "business.timezone", "America/New_York")
    moved = stamp(start_of_day(BOUGHT_ON, ZoneInfo("America/New_York")))
    assert shop.db.row("SELECT min(ordered_at), max(ordered_at) FROM orders") == (stamp(timed), moved)
    assert shop.db.value("SELECT last_order_at FROM customers") == moved
    assert shop.db.value("SELECT last_order_at FROM outbox") == moved


def test_other_days_that_count_tell_anew_what_messages_brought(shop: Shop) -> None:
    """A10: an order ten days after her message is no longer one of it where seven count, and is again where 14 do."""
    ann = add_customer(shop.db, email="ann@example.com")
    sent = datetime(2026, 9, 1, 12, tzinfo=UTC)
    add_message(shop.db, ann, sent)
    add_order(shop.db, ann, sent + timedelta(days=10))
    for days, found in (("7", 0), ("14", 1), ("9", 0)):
        setting_tasks.set_setting(shop, "reengagement.attribution_days", days)
        assert shop.db.value("SELECT count(*) FROM conversions") == found
