"""Those written to beside the control group: who counts, from when, and until when."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.judging import Arm, Lift
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store.comparing import find_campaign_lift, find_lift
from reengage_desktop.store.database import Database, open_database
from reengage_desktop.store.reports import last_days, span_of
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SETTINGS = Settings(
    {
        "business.timezone": "Europe/Berlin",
        "reengagement.attribution_days": "14",
        "reengagement.holdout_percent": "20",
    }
)
SPAN = span_of(last_days(90, SETTINGS, NOW), SETTINGS, NOW)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "shop.db")
    yield db
    db.close()


def _due(
    db: Database, days_ago: int, *, held: bool = False, bought_after: float | None = None, **columns: object
) -> int:
    who, at = add_customer(db), NOW - timedelta(days=days_ago)
    values: dict[str, object] = {"occasion": f"lapse:1:{who}", "created_at": int(at.timestamp())}
    if held:
        values |= {"state": "skipped", "reason": "control_group", "occasion": f"control:lapse:1:{who}"}
    values |= columns
    add_message(db, who, None if values.get("state") == "skipped" else at, **values)
    if bought_after is not None:
        add_order(db, who, at + timedelta(days=bought_after))
    return who


def test_nothing_to_compare_with(db: Database) -> None:
    """C8: without a control group there is no comparison."""
    _due(db, 30, bought_after=3)
    assert find_lift(db, SETTINGS, NOW, SPAN) is None


def test_both_arms_count_from_the_day_they_were_due(db: Database) -> None:
    """insight.md 4: who bought before hers could go stays in; before the group began, or unfinished: out."""
    _due(db, 60, bought_after=1)  # before anybody was held out
    _due(db, 40, held=True, bought_after=2)
    _due(db, 40, held=True, bought_after=20)
    _due(db, 39, held=True)
    _due(db, 39, bought_after=13.9)
    _due(db, 38, bought_after=1, state="skipped", reason="bought_again")
    _due(db, 38, bought_after=16)
    _due(db, 38, is_test=1, bought_after=1)
    _due(db, 38, occasion="restock:1", bought_after=1)
    _due(db, 14, bought_after=1)  # its fourteenth day is today
    lift = find_lift(db, SETTINGS, NOW, SPAN)
    assert lift is not None
    assert lift.held_out == Arm(3, 1)
    assert lift.written == Arm(3, 2)


def test_each_customer_once(db: Database) -> None:
    """insight.md 4: a customer who was due three times counts from the first time only."""
    who = _due(db, 60, held=True)
    for days in (45, 30):
        at = NOW - timedelta(days=days)
        columns = {"created_at": int(at.timestamp()), "state": "skipped", "reason": "control_group"}
        add_message(db, who, None, occasion=f"control:lapse:1:{days}", **columns)
    add_order(db, who, NOW - timedelta(days=29))
    _due(db, 50)
    lift = find_lift(db, SETTINGS, NOW, SPAN)
    assert lift is not None
    assert (lift.held_out, lift.written) == (Arm(1, 0), Arm(1, 0))


def test_a_further_message_of_the_same_lapse_makes_nobody_due_anew(db: Database) -> None:
    """insight.md 4: the control group has one note for a lapse, so its second message counts in no period either."""
    _due(db, 80, held=True)
    who = _due(db, 80, last_order_at=7)
    for number, days in ((2, 60), (3, 40)):
        at = NOW - timedelta(days=days)
        row = {"created_at": int(at.timestamp()), "occasion": f"lapse:7:{number}", "last_order_at": 7}
        add_message(db, who, at, **row)
    _due(db, 41, held=True, bought_after=1)
    _due(db, 41, bought_after=2)
    last = span_of(last_days(50, SETTINGS, NOW), SETTINGS, NOW)
    assert find_lift(db, SETTINGS, NOW, last) == Lift(Arm(1, 1), Arm(1, 1))
    assert find_lift(db, SETTINGS, NOW, SPAN) == Lift(Arm(2, 1), Arm(2, 1))


def test_an_ended_control_group_is_compared_with_nobody_after_it(db: Database) -> None:
    """insight.md 4: both arms are of one time; who was written to later would be held against another season."""
    _due(db, 60, held=True)
    _due(db, 60)
    _due(db, 30, bought_after=1)
    ended = Settings({**SETTINGS.texts, "reengagement.holdout_percent": "0"})
    assert find_lift(db, ended, NOW, SPAN) == Lift(Arm(1, 0), Arm(1, 0))
    assert find_lift(db, SETTINGS, NOW, SPAN) == Lift(Arm(2, 1), Arm(1, 0))


def test_a_campaigns_arms_hold_only_who_is_somebody_and_in_one_of_them(db: Database) -> None:
    """insight.md 4: an erased person's orders are nobody's; two records made one were written to and left alone."""
    with db.write():
        campaign = db.insert(
            "INSERT INTO campaigns (is_automatic, campaign_type, name, status, created_at) "
            "VALUES (0, 'custom', 'Spring', 'active', 0)"
        )
    held: dict[str, object] = {"state": "skipped", "reason": "control_group", "part": "0~left", "campaign_id": campaign}
    for days in (0.5, 30):
        _due(db, 40, bought_after=days, campaign_id=campaign)
    held |= {"created_at": int((NOW - timedelta(days=40)).timestamp())}
    both = _due(db, 40, campaign_id=campaign, bought_after=1)
    for who in (add_customer(db), both):
        add_message(db, who, None, occasion="campaign", **held)
    gone = _due(db, 40, campaign_id=campaign)
    with db.write():
        db.run("UPDATE customers SET erased_at = 1 WHERE id = ?", (gone,))
    assert find_campaign_lift(db, SETTINGS, campaign) == Lift(Arm(2, 1), Arm(1, 0))
