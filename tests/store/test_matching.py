"""Criteria as SQL pick whom they mean: held against the same rules in plain Python (C14)."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.criteria import EVERYBODY, Criteria, parse
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.store import matching, segments
from reengage_desktop.store.database import Database, open_database
from tests.criteria_examples import WORDS, Person, criteria, picks
from tests.shop_rows import add_customer, add_message, add_order

_NOW = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)
_SHOP = Settings({"business.timezone": "Europe/Berlin", "business.currency": "USD"})
_moments = st.none() | st.integers(-3, 130 * 24).map(lambda hours: _NOW - timedelta(hours=hours))
_words = st.none() | st.sampled_from(WORDS)


@pytest.fixture
def db(tmp_path: Path) -> Any:
    """An empty shop."""
    found = open_database(tmp_path / "shop.db")
    yield found
    found.close()


@st.composite
def _people(draw: st.DrawFn) -> list[dict[str, Any]]:
    return draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "last": _moments,
                    "first": _moments,
                    "contact": _moments,
                    "sent": _moments,
                    "campaign": st.integers(1, 5),
                    "enquiries": st.lists(
                        st.tuples(_moments.filter(lambda each: each is not None), _words, _words, _words), max_size=2
                    ),
                    "orders": st.integers(0, 4),
                    "value": st.integers(0, 6000),
                    "gap": st.none() | st.floats(1, 60),
                    "status": _words,
                    "agent": _words,
                    "country": _words,
                    "language": _words,
                    "city": _words,
                    "tags": st.lists(st.sampled_from(WORDS), max_size=2),
                    "category": _words,
                    "product": _words,
                    "agreed": st.sets(st.sampled_from(list(ChannelName)), max_size=2),
                    "refused": st.sets(st.sampled_from(list(ChannelName)), max_size=1),
                }
            ),
            min_size=1,
            max_size=6,
        )
    )


def _put(db: Database, each: dict[str, Any]) -> Person:
    """One person as rows, and as the oracle knows her."""
    consent = {f"consent_{channel}": 1 for channel in each["agreed"]} | {
        f"consent_{channel}": 0 for channel in each["refused"] - each["agreed"]
    }
    number = db.value("SELECT count(*) FROM customers") + 1
    customer = add_customer(
        db,
        email=f"{number}@example.com",
        last_order_at=_at(each["last"]),
        first_order_at=_at(each["first"]),
        last_contact_at=_at(each["contact"]),
        orders_count=each["orders"],
        lifetime_value_minor=each["value"],
        median_gap_days=each["gap"],
        tags=json.dumps(each["tags"]),
        **{name: each[name] for name in ("status", "agent", "country", "language", "city")},
        **consent,
    )
    for moment, status, agent, service in each["enquiries"]:
        with db.write():
            db.run(
                "INSERT INTO enquiries (customer_id, status, agent, service_type, created_at, added_at) "
                "VALUES (?, ?, ?, ?, ?, 1)",
                (customer, status, agent, service, _at(moment)),
            )
    if each["sent"] is not None:
        add_message(db, customer, each["sent"], campaign_id=each["campaign"])
    _buy(db, customer, each)
    asked_at = [moment for moment, *_ in each["enquiries"]]
    contacts = [moment for moment in (each["contact"], each["sent"], *asked_at) if moment is not None]
    return Person(
        id=customer,
        moments={
            "last_order_days": each["last"],
            "first_order_days": each["first"],
            "last_contact_days": max(contacts, default=None),
            "last_enquiry_days": max(asked_at, default=None),
        },
        orders_count=each["orders"],
        lifetime_value_minor=each["value"],
        median_gap_days=each["gap"],
        words={
            "status": _some(each["status"], *(status for _, status, _, _ in each["enquiries"])),
            "agent": _some(each["agent"], *(agent for _, _, agent, _ in each["enquiries"])),
            "service_type": _some(*(service for _, _, _, service in each["enquiries"])),
            "category": _some(each["category"]),
            "product": _some(each["product"], *([] if each["product"] is None else [f"sku {each['product']}"])),
            "tag": set(each["tags"]),
            **{name: _some(each[name]) for name in ("country", "language", "city")},
        },
        agreed=set(each["agreed"]),
        enquiries_count=len(each["enquiries"]),
        campaigns=set() if each["sent"] is None else {each["campaign"]},
    )


def _buy(db: Database, customer: int, each: dict[str, Any]) -> None:
    with db.write():
        if each["category"] is not None:
            db.run("INSERT OR IGNORE INTO categories (name) VALUES (?)", (each["category"],))
            db.run(
                "INSERT INTO customer_categories SELECT ?, id, 1 FROM categories WHERE name = ?",
                (customer, each["category"]),
            )
    if each["product"] is not None:
        order = add_order(db, customer, _NOW)
        with db.write():
            db.run(
                "INSERT INTO order_lines (order_id, line_no, name, sku) VALUES (?, 1, ?, ?)",
                (order, each["product"], f"sku {each['product']}"),
            )


def _some(*words: str | None) -> set[str]:
    return {word for word in words if word is not None}


def _at(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=_people(), asked=st.lists(criteria(), min_size=1, max_size=8))
def test_the_sql_picks_whom_the_rules_mean(db: Database, people: list[dict[str, Any]], asked: list[Criteria]) -> None:
    """C14: every field, op and combination, with what is not known of somebody."""
    with db.write():
        for table in ("order_lines", "orders", "enquiries", "outbox", "customer_categories", "categories", "customers"):
            db.run(f"DELETE FROM {table}")
    known = [_put(db, each) for each in people]
    found = segments.names_of([each.id for each in known], db, _SHOP, _NOW)
    for each in known:
        each.segments = set(found[each.id])
    for one in asked:
        expected = [each.id for each in known if picks(one, each, known, _SHOP, _NOW)]
        assert matching.ids(db, one, _SHOP, _NOW) == expected
        assert matching.count(db, one, _SHOP, _NOW) == len(expected)


def test_days_end_at_the_shops_midnight(db: Database) -> None:
    """C14: half past eleven at night in Berlin is still that day, whatever the day in Greenwich."""
    add_customer(db, email="ann@example.com", last_order_at=int(datetime(2026, 11, 11, 22, 59, tzinfo=UTC).timestamp()))
    add_customer(db, email="bea@example.com", last_order_at=int(datetime(2026, 11, 11, 23, 1, tzinfo=UTC).timestamp()))
    ten = parse({"field": "last_order_days", "op": "at_least", "value": 10})
    assert matching.count(db, ten, _SHOP, _NOW) == 1


def test_merged_and_forgotten_people_are_nobody(db: Database) -> None:
    """C18: who was forgotten is in no group."""
    add_customer(db, email="ann@example.com")
    add_customer(db, merged_into=1)
    add_customer(db, erased_at=5)
    assert matching.ids(db, EVERYBODY, _SHOP, _NOW) == [1]
    assert matching.names(db, [1, 2]) == ["ann@example.com", "#2"]


def test_the_shops_own_words_are_offered(db: Database) -> None:
    """C14: the form lists the tags, agents and cities that there are."""
    add_customer(db, email="a@example.com", tags='["vip", "Garden"]', agent="Zoe", city="Leeds")
    add_customer(db, email="b@example.com", tags='["vip"]', agent="Max")
    assert matching.choices(db, "tag") == ["Garden", "vip"]
    assert matching.choices(db, "agent") == ["Max", "Zoe"]
    assert matching.choices(db, "city") == ["Leeds"]
    assert "inactive" in matching.choices(db, "segment")
    assert matching.choices(db, "orders_count") == []


def test_umlauts_know_no_upper_and_lower_case_either(db: Database) -> None:
    """C14: “österreich” is Österreich, whether asked for as a word or as a part of one."""
    add_customer(db, city="Österreich")
    for op in ("is", "contains"):
        for word in ("österreich", "ÖSTERREICH", "Österreich"):
            asked = parse({"field": "city", "op": op, "value": word})
            assert matching.count(db, asked, _SHOP, _NOW) == 1, (op, word)


@pytest.mark.parametrize("hour", [0, 9, 23])
def test_her_rhythm_goes_by_the_days_that_her_profile_names(db: Database, hour: int) -> None:
    """C14: “usually every 10 days, last order 10 days ago” is 100 per cent at any time of the day."""
    at = datetime(2026, 11, 11, 12, tzinfo=_SHOP.zone)
    add_customer(db, last_order_at=int(at.timestamp()), median_gap_days=10.0)
    now = datetime(2026, 11, 21, hour, tzinfo=_SHOP.zone)
    for op, count in (("at_least", 1), ("at_most", 1), ("more_than", 0), ("less_than", 0)):
        asked = parse({"field": "rhythm_percent", "op": op, "value": 100})
        assert matching.count(db, asked, _SHOP, now) == count, op


@pytest.mark.parametrize(
    ("spent", "percent", "found"), [([10] * 100, 1, 0), ([10, 20, 30, 40, 50], 10, 1), ([1], 100, 1)]
)
def test_the_best_are_counted_as_the_very_good_ones_are(
    db: Database, spent: list[int], percent: int, found: int
) -> None:
    """C14: a share that several would have to divide is nobody's, and of five customers one is the best tenth."""
    for each in spent:
        add_customer(db, lifetime_value_minor=each)
    asked = parse({"field": "best_percent", "op": "at_most", "value": percent})
    assert matching.count(db, asked, _SHOP, _NOW) == found
    if percent == 10:
        assert segments.count_all(db, _SHOP, _NOW)[Segment.VIP] == found
