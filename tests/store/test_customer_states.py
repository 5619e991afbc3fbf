"""Customers by state over time, against a computation of its own, customer by customer and day by day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.store import customer_states, facts, segments
from reengage_desktop.store.database import Database, open_database
from tests.shop_rows import add_customer, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
TODAY = NOW.astimezone(ZONE).date().toordinal()


def _settings(**changes: str) -> Settings:
    return Settings(
        {
            "business.timezone": str(ZONE),
            "business.currency": "USD",
            "reengagement.inactivity_threshold": "40",
            "reengagement.too_long_gone_days": "150",
            **changes,
        }
    )


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "shop.db")
    yield db
    db.close()


def _trade(db: Database) -> dict[int, list[int]]:
    """Sixty customers with orders of two years; gives each one's purchase days as they count."""
    chance = Random(3)  # noqa: S311 - a story, no secret
    days: dict[int, list[int]] = {}
    for number in range(60):
        who = add_customer(db)
        bought = []
        for _ in range(chance.choice((0, 1, 1, 2, 4, 9))):
            at = NOW - timedelta(days=chance.choice((chance.randint(0, 420), chance.randint(0, 760))))
            at += timedelta(minutes=chance.randint(-700, 700))
            is_purchase = chance.random() > 0.1
            add_order(db, who, at, is_purchase=int(is_purchase), status="paid" if is_purchase else "cancelled")
            if is_purchase:
                bought.append(min(at.astimezone(ZONE).date().toordinal(), TODAY))
        if number % 10 == 3 and not bought:
            stated = NOW - timedelta(days=90)
            db.run("UPDATE customers SET opening_last_order_at = ? WHERE id = ?", (int(stated.timestamp()), who))
            bought = [stated.astimezone(ZONE).date().toordinal()]
        days[who] = bought
    gone = add_customer(db, erased_at=1)
    add_order(db, gone, NOW - timedelta(days=5))
    add_order(db, None, NOW - timedelta(days=5))
    return days


def _counted(bought: dict[int, list[int]], day: int, threshold: int, gone: int) -> tuple[int, int, int]:
    active = stopped = lost = 0
    for days in bought.values():
        past = [each for each in days if each <= day]
        if not past:
            continue
        silent = day - max(past)
        active += silent < threshold
        stopped += silent >= threshold and not (gone and silent > gone)
        lost += bool(gone) and silent > gone and silent >= threshold
    return active, stopped, lost


@pytest.mark.parametrize(("threshold", "gone"), [(40, 150), (1, 2), (60, 0), (365, 730), (60, 30)])
def test_every_week_agrees_with_a_count_by_hand(db: Database, threshold: int, gone: int) -> None:
    """C8, A2: for each of 53 days, by the rule of today; summer time, future and cancelled orders included."""
    bought = _trade(db)
    settings = _settings(
        **{
            "reengagement.inactivity_threshold": str(threshold),
            "reengagement.too_long_gone_days": str(gone),
        }
    )
    days = customer_states.week_ends(TODAY)
    found = customer_states.list_states(db, settings, NOW, days)
    assert [each.day for each in found] == days
    assert [(each.active, each.stopped, each.lost) for each in found] == [
        _counted(bought, day, threshold, gone) for day in days
    ]


@pytest.mark.parametrize("gone", ["150", "30"])
def test_today_is_what_the_groups_say(db: Database, gone: str) -> None:
    """C8: the last point is the count of the groups on Customers, and the lists behind it hold as many.

    Also where the owner calls people lost before they have stopped: nobody is counted in two states.
    """
    _trade(db)
    settings = _settings(**{"reengagement.too_long_gone_days": gone})
    facts.refresh(db, None, settings)
    today = customer_states.list_states(db, settings, NOW, customer_states.week_ends(TODAY))[-1]
    groups = segments.count_all(db, settings, NOW)
    assert groups[Segment.ACTIVE] == today.active > 0
    assert groups[Segment.INACTIVE] == today.stopped + today.lost
    assert groups[Segment.LOST] == today.lost > 0
    for state in ("active", "stopped", "lost"):
        assert len(customer_states.list_in_state(db, settings, NOW, state)) == getattr(today, state)


def test_an_empty_shop_has_nobody(db: Database) -> None:
    """No orders: zeros, no fault."""
    found = customer_states.list_states(db, _settings(), NOW, [date(2026, 11, 21).toordinal()])
    assert [(each.active, each.stopped, each.lost) for each in found] == [(0, 0, 0)]
