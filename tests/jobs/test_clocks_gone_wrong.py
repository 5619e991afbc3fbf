"""Clocks that jump, sleep, lose their battery and travel: one run for each local date, and nothing while they lie."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from reengage_desktop.domain.moments import local_day, stamp, start_of_day
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.engine.sending import by_hand
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.clock_watch import UNTRUSTED
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.schedule import daily_moment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.runs import run_job
from reengage_desktop.store import job_runs, outbox, pausing, settings
from reengage_desktop.store.listings import notices
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.jobs.test_ticking import Recorder, ticker
from tests.shop_rows import add_customer, add_message

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


def _wait_for_approval(shop: Shop, clock: Clock) -> int:
    return add_message(
        shop.db,
        add_customer(shop.db, email="ann@example.com"),
        None,
        state="held",
        reason="awaiting_approval",
        created_at=stamp(clock()),
    )


def _state(shop: Shop, message_id: int) -> str:
    return str(shop.db.value("SELECT state FROM outbox WHERE id = ?", (message_id,)))


def test_a_year_ahead_by_mistake_lets_nothing_grow_too_old(shop: Shop, clock: Clock) -> None:
    """Promise 16: a wrong year is held until it is set right; what waits for approval waits on, and so does a pause."""
    recorder = Recorder()
    each = ticker(shop, recorder)
    each.tick()
    waiting = _wait_for_approval(shop, clock)
    pausing.pause_as(shop.db, "owner", clock(), clock() + timedelta(days=3))
    present = clock()
    clock.move(days=365)
    recorder.jobs.clear()
    each.tick()
    assert recorder.jobs == []
    assert [notice.kind for notice in notices(shop.db)] == ["clock_untrusted"]
    assert notices(shop.db)[0].figures == {"day": "2027-11-21", "last_day": "2026-11-21"}
    assert outbox.skip_stale(shop.db, clock()) == 0
    assert by_hand.list_waiting(shop.db, shop.settings(), clock()) == []
    with pytest.raises(Refused, match="The clock of this PC can't be right"):
        run_job(shop, Job.CLEANUP)
    clock.moment = present + timedelta(hours=1)
    each.tick()
    assert recorder.jobs != []
    assert notices(shop.db) == []
    assert _state(shop, waiting) == "held"
    assert pausing.is_paused(shop.db, clock()), "a pause of three days has not ended within the hour"


def test_the_owner_says_that_the_date_is_right(shop: Shop, clock: Clock) -> None:
    """Promise 16: off for half a year, the checks go on once she has said so; and again after a wrong year of hers."""
    recorder = Recorder()
    each = ticker(shop, recorder)
    each.tick()
    waiting, spring = _wait_for_approval(shop, clock), clock.move(days=180)
    each.tick()
    assert clock_watch.is_untrusted(shop.db)
    clock_watch.confirm(shop)
    recorder.jobs.clear()
    each.tick()
    assert recorder.jobs != []
    assert outbox.skip_stale(shop.db, clock()) == 1
    assert _state(shop, waiting) == "skipped"
    clock.move(days=365)
    clock_watch.confirm(shop)
    each.tick()
    clock.moment = spring + timedelta(hours=2)
    recorder.jobs.clear()
    each.tick()
    assert recorder.jobs == [], "a year behind what she said and what ran by it"
    clock_watch.confirm(shop)
    each.tick()
    assert recorder.jobs != []


def test_a_date_before_the_program_was_written_is_never_right(shop: Shop, clock: Clock) -> None:
    """Promise 16: a new shop on a PC without a battery learns nothing from 1970."""
    recorder = Recorder()
    clock.moment = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
    ticker(shop, recorder).tick()
    assert recorder.jobs == []
    with pytest.raises(Refused, match="the program was written later"):
        clock_watch.confirm(shop)
    assert clock_watch.is_untrusted(shop.db)
    clock.moment = datetime(2026, 11, 22, 9, tzinfo=UTC)
    ticker(shop, recorder).tick()
    assert recorder.jobs != [], "what was refused is not remembered as her word"


def test_a_stated_moment_tells_nothing_of_the_clock(cli: CommandLine) -> None:
    """cli.md `--now`: the clock watch uses the machine's; a what-if for next year, or last spring, holds nothing up."""
    for moment in ("2027-08-01T10:00", "2026-03-01T10:00"):
        assert "sent" in cli.ask("--now", moment, "run", "send")
        assert "sent" in cli.ask("run", "send")
    cli.ask("settings", "set", "business.name", "Corner Shop")
    assert "sent" in cli.ask("--now", "2027-08-01T10:00", "run", "send")
