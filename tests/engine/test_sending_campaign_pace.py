"""A campaign's own pace and day limit: kept by the sender, and nobody else's messages wait for it (C6, C13)."""

from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.engine.sending_rig import Rig


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Rig:
    """A shop with one campaign of the owner's, number 6, beside the automatic ones."""
    found = Rig(tmp_path / "shop", clock)
    found.sleeping_moves_the_clock = True
    _campaign(found)
    return found


def _campaign(rig: Rig, **columns: object) -> int:
    values = {"campaign_type": "promotional", "name": "Autumn", "status": "active", "created_at": 1, **columns}
    with rig.db.write():
        return rig.db.insert(
            f"INSERT INTO campaigns ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )


def _queue(rig: Rig, campaign_id: int, count: int) -> list[int]:
    return rig.queue(count, campaign_id=campaign_id, campaign_type="promotional", occasion="", is_automatic=False)


def test_never_more_than_its_rate_in_a_minute(rig: Rig) -> None:
    """C6: two a minute, also over the border of two runs."""
    slow = _campaign(rig, rate_limit_per_minute=2)
    ids = _queue(rig, slow, 5)
    assert rig.send().sent == 5
    begun = sorted(rig.row(each, "claimed_at") for each in ids)
    assert all(begun[place + 2] - begun[place] >= 60 for place in range(3))
    (last,) = _queue(rig, slow, 1)
    assert rig.send().sent == 1
    assert rig.row(last, "claimed_at") - begun[-2] >= 60


def test_the_others_do_not_wait_for_a_slow_campaign(rig: Rig) -> None:
    """C13: the slow one lets the next ones pass, in between it goes on."""
    slow = _campaign(rig, rate_limit_per_minute=1)
    waiting = _queue(rig, slow, 3)
    others = rig.queue(4)
    started = rig.clock().timestamp()
    assert rig.send().sent == 7
    assert all(rig.row(each, "claimed_at") - started < 5 for each in others)
    assert rig.row(waiting[-1], "claimed_at") - started >= 115


def test_a_campaign_paused_while_it_waits_for_its_pace_sends_no_more(rig: Rig) -> None:
    """Promise 29: pause pressed between two messages of a slow campaign."""
    slow = _campaign(rig, rate_limit_per_minute=1)
    ids = _queue(rig, slow, 3)

    def stop() -> bool:
        if rig.states(ids).count("accepted") == 1:
            with rig.db.write():
                rig.db.run("UPDATE campaigns SET status = 'paused' WHERE id = ?", (slow,))
        return False

    assert rig.send(stop=stop).sent == 1
    assert sorted(rig.states(ids)) == ["accepted", "pending", "pending"]


def test_a_day_by_a_clock_that_was_ahead_fills_no_other(rig: Rig) -> None:
    """16: some went while the clock was two months ahead: the campaign does not stand still for two months."""
    rig.clock.move(days=60)
    daily = _campaign(rig, daily_limit=2)
    rig.queue(2, campaign_id=daily)
    assert rig.send().sent == 2
    rig.clock.move(days=-60)
    ids = rig.queue(3, campaign_id=daily)
    assert rig.send().sent == 2
    assert rig.row(ids[2], "state", "reason") == ("pending", "daily_limit")


def test_a_full_day_waits_for_the_next_one(rig: Rig) -> None:
    """C13: the day limit holds at the claim, whatever was due at once."""
    daily = _campaign(rig, daily_limit=2)
    ids = _queue(rig, daily, 3)
    assert rig.send().as_json()["sent"] == 2
    assert rig.row(ids[2], "state", "reason") == ("pending", "daily_limit")
    rig.clock.move(hours=12)
    assert rig.send().sent == 1
