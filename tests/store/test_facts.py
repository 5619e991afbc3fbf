"""The per-customer facts against a computation of their own, and local days in SQL against zoneinfo."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import facts
from reengage_desktop.store.database import Database
from tests.shop_rows import add_customer, add_order, new_database

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca",
         "Pacific/Apia", "America/Havana")  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = new_database(tmp_path_factory.mktemp("facts") / "shop.db")
    yield opened
    opened.close()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = new_database(tmp_path / "shop.db")
    yield opened
    opened.close()


@given(
    zone=st.sampled_from(ZONES),
    first=st.integers(-400_000_000, 1_900_000_000),
    span=st.integers(0, 400 * 86_400),
    share=st.floats(0, 1),
)
def test_the_local_day_in_sql_is_the_calendars(empty: Database, zone: str, first: int, span: int, share: float) -> None:
    """A2: whole calendar days in the shop's zone, over every change of its clock, before 1970 too."""
    at = first + round(span * share)
    sql = facts.day_sql("?1", ZoneInfo(zone), first, first + span)
    expected = datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone)).date().toordinal()
    assert empty.value(f"SELECT {sql}", (at,)) == expected


def test_the_day_changes_at_the_very_second(empty: Database) -> None:
    """A2: the last second of a day and the first of the next, on both days of daylight saving."""
    zone = ZoneInfo("America/New_York")
    for day in (date(2026, 3, 8), date(2026, 11, 1), date(2026, 6, 1)):
        midnight = int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())
        sql = facts.day_sql("?1", zone, midnight - 86_400 * 200, midnight + 86_400 * 200)
        assert empty.value(f"SELECT {sql}", (midnight,)) == day.toordinal()
        assert empty.value(f"SELECT {sql}", (midnight - 1,)) == day.toordinal() - 1


ORDERS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 400),
        st.integers(0, 86_399),
        st.sampled_from([(1, 1000), (1, 250), (0, 0), (0, -300)]),
        st.sampled_from(["USD", "USD", "EUR"]),
    ),
    max_size=25,
)


@given(orders=ORDERS, zone=st.sampled_from(ZONES))
def test_facts_agree_with_a_computation_of_their_own(
    tmp_path_factory: pytest.TempPathFactory, orders: list[tuple[int, int, int, tuple[int, int], str]], zone: str
) -> None:
    """A18: count, first and last purchase, value net of refunds in the base currency, median gap, next look."""
    settings = Settings(
        {"business.timezone": zone, "business.currency": "USD", "reengagement.inactivity_threshold": "30"}
    )
    db = new_database(tmp_path_factory.mktemp("shop") / "shop.db")
    people = [add_customer(db) for _ in range(4)]
    start = datetime(2025, 9, 1, tzinfo=UTC)
    for person, day, second, (is_purchase, net), currency in orders:
        at = start + timedelta(days=day, seconds=second)
        add_order(db, people[person], at, net, is_purchase=is_purchase, currency=currency)
    facts.refresh(db, people, settings)
    for number, person in enumerate(people):
        bought = [
            start + timedelta(days=day, seconds=second)
            for who, day, second, (paid, _), _ in orders
            if who == number and paid
        ]
        days = sorted({moment.astimezone(ZoneInfo(zone)).date().toordinal() for moment in bought})
        gaps = [later - earlier for earlier, later in pairwise(days)]
        expected = (
            len(bought),
            stamp(min(bought)) if bought else None,
            stamp(max(bought)) if bought else None,
            sum(net for who, _, _, (_, net), currency in orders if who == number and currency == "USD"),
            median(gaps) if gaps else None,
            days[-1] + 30 if days else None,
        )
        found = db.row(
            "SELECT orders_count, first_order_at, last_order_at, lifetime_value_minor, median_gap_days, next_look_on "
            "FROM customers WHERE id = ?",
            (person,),
        )
        assert found == expected
    assert facts.refresh(db, None, settings) == 0
    db.close()


def test_only_who_changed_is_looked_at_again(db: Database) -> None:
    """A18: an unchanged customer keeps the day on which she is looked at; the others' facts are left alone."""
    settings = Settings({"business.currency": "USD"})
    ann, bob = add_customer(db), add_customer(db)
    for person in (ann, bob):
        add_order(db, person, datetime(2026, 1, 1, tzinfo=UTC))
    facts.refresh(db, None, settings)
    with db.write():
        db.run("UPDATE customers SET next_look_on = 5")
    assert facts.refresh(db, [ann, bob], settings) == 0
    add_order(db, ann, datetime(2026, 2, 1, tzinfo=UTC))
    add_order(db, bob, datetime(2026, 2, 1, tzinfo=UTC))
    assert facts.refresh(db, [ann], settings) == 1
    looks: dict[int, int] = dict(db.rows("SELECT id, next_look_on FROM customers"))
    assert looks == {ann: date(2026, 2, 1).toordinal() + 60, bob: 5}


def test_favourite_categories_are_counted_from_purchases(db: Database) -> None:
    """A18: a line counts by its own category, else its product's; what was not bought does not count."""
    settings = Settings({"business.currency": "USD"})
    ann = add_customer(db)
    with db.write():
        db.run("INSERT INTO categories (id, name) VALUES (1, 'Cups'), (2, 'Pots')")
        db.run("INSERT INTO products (id, external_id, category_id, added_at) VALUES (1, 'P', 2, 0)")
    counted: Counter[int] = Counter()
    for number, (is_purchase, category) in enumerate(((1, 1), (1, None), (0, 1), (1, 1))):
        order = add_order(db, ann, datetime(2026, 1, number + 1, tzinfo=UTC), is_purchase=is_purchase)
        with db.write():
            db.run(
                "INSERT INTO order_lines (order_id, line_no, product_id, category_id) VALUES (?, 1, 1, ?)",
                (order, category),
            )
        if is_purchase:
            counted[category or 2] += 1
    facts.refresh(db, [ann], settings)
    assert dict(db.rows("SELECT category_id, line_count FROM customer_categories")) == counted


def test_a_cancelled_order_does_not_end_what_a_file_stated(db: Database) -> None:
    """A2, A18: opening figures hold until there is a purchase; a pending or cancelled order is none."""
    stated = {"opening_orders": 5, "opening_value_minor": 9_900, "opening_last_order_at": 1_780_000_000}
    person = add_customer(db, email="ann@example.com", **stated)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    add_order(db, person, at, 0, status="cancelled", is_purchase=0)
    facts.refresh(db, None, Settings({"business.timezone": "UTC", "business.currency": "USD"}))
    figures = "SELECT orders_count, lifetime_value_minor, last_order_at FROM customers"
    assert db.row(figures) == (5, 9_900, 1_780_000_000)
    add_order(db, person, at, 500)
    facts.refresh(db, None, Settings({"business.timezone": "UTC", "business.currency": "USD"}))
    assert db.row(figures) == (1, 500, stamp(at))
