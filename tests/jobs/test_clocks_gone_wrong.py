"""Clocks that jump, sleep, lose their battery and travel: one run for each local date, and nothing while they lie."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from reengage_desktop.domain.moments import local_day, start_of_day
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.schedule import daily_moment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.ticking import UNTRUSTED
from reengage_desktop.store import job_runs, settings
from tests.conftest import Clock
from tests.jobs.test_ticking import Recorder, ticker

ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu")
STEPS = 110


class World:
    """True time, and a PC whose clock is off by something and which is carried from zone to zone."""

    def __init__(self, shop: Shop, clock: Clock, seed: int) -> None:
        self.shop, self.clock = shop, clock
        self.chance = random.Random(seed)  # noqa: S311 - what happens to a clock
        self.true, self.off = clock(), timedelta()

    def go_on(self) -> None:
        """Some time passes, asleep or awake, and now and then something happens to the clock or to the PC."""
        chance = self.chance
        asleep = chance.random() < 0.1
        self.true += timedelta(hours=chance.randint(5, 70)) if asleep else timedelta(minutes=chance.randint(20, 150))
        if chance.random() < 0.15:
            jumps = timedelta(), timedelta(hours=-2), timedelta(hours=2), timedelta(days=1), timedelta(days=-20_000)
            self.off = chance.choice(jumps)
        if chance.random() < 0.1:
            # Another zone, or other rules for the same one after an update of the zone database: to the shop it is one.
            settings.put(self.shop.db, "business.timezone", chance.choice(ZONES), self.clock())
        self.clock.moment = self.true + self.off


def _runs_of_today(shop: Shop, now: datetime) -> int:
    """The daily runs that were made for this local date, or on it."""
    zone = shop.settings().zone
    today = local_day(now, zone)
    since, until = (int(start_of_day(today + timedelta(days=n), zone).timestamp()) for n in (0, 1))
    return int(
        shop.db.value(
            "SELECT count(*) FROM job_runs WHERE job = ? AND (slot = ? OR (started_at >= ? AND started_at < ?))",
            (Job.PROCESS_CAMPAIGNS, f"{Job.PROCESS_CAMPAIGNS}:{today}", since, until),
        )
    )


@pytest.mark.parametrize("seed", range(3))
def test_one_run_for_each_local_date_whatever_the_clocks_do(shop: Shop, clock: Clock, seed: int) -> None:
    """Promise 16: asleep, two hours back, a day ahead, 1970, carried around the world: one run a date."""
    settings.put(shop.db, "reengagement.enabled", "true", clock())
    world, recorder = World(shop, clock, seed), Recorder()
    each = ticker(shop, recorder)
    dates, lied = list[str](), 0
    for _ in range(STEPS):
        world.go_on()
        recorder.jobs.clear()
        before = _runs_of_today(shop, clock())
        each.tick()
        now, rules = clock(), shop.settings()
        ran = recorder.jobs.count(Job.PROCESS_CAMPAIGNS)
        if settings.find_word(shop.db, UNTRUSTED) is not None:
            lied += 1
            assert recorder.jobs == [], "nothing runs while the clock can't be trusted"
            continue
        assert ran + min(before, 1) <= 1, "a date that had its run gets no second one"
        today = local_day(now, rules.zone)
        if now >= daily_moment(today, rules):
            assert _runs_of_today(shop, now) >= 1, "awake after its time, the date has its run"
        dates += [str(today)] * ran
    assert len(dates) == len(set(dates))
    assert len(dates) > 5
    assert lied, "the clock has lied"


def test_a_day_that_the_clock_was_ahead_is_not_lost(shop: Shop, clock: Clock) -> None:
    """Promise 16: a day ahead by mistake, its run is made; set right, today has its own and tomorrow no second one."""
    settings.put(shop.db, "reengagement.enabled", "true", clock())
    clock.moment = datetime(2026, 11, 20, 18, tzinfo=UTC)
    recorder = Recorder()
    each = ticker(shop, recorder)

    def tick_at(day: int, hour: int) -> int:
        recorder.jobs.clear()
        clock.moment = datetime(2026, 11, day, hour, tzinfo=UTC)
        each.tick()
        return recorder.jobs.count(Job.PROCESS_CAMPAIGNS)

    assert [tick_at(20, 18), tick_at(21, 18), tick_at(20, 19), tick_at(21, 19), tick_at(22, 19)] == [1, 1, 0, 0, 1]
    last = job_runs.find_last(shop.db, Job.PROCESS_CAMPAIGNS)
    assert last is not None
    assert last.slot == f"{Job.PROCESS_CAMPAIGNS}:2026-11-22"
