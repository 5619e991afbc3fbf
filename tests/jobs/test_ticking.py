"""One tick of the clock on a real shop: gaps, jobs that fail, clocks that can't be right, the emergency stop."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs import network
from reengage_desktop.jobs.clock_watch import UNTRUSTED
from reengage_desktop.jobs.events import Event, WokeUp
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.schedule import Due
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.ticking import Ticker, is_disabled
from reengage_desktop.store import job_runs, settings
from reengage_desktop.store.listings import notices
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message


class Recorder:
    """Notes the jobs it is asked to run, as the real runner does; some of them fail."""

    def __init__(self, failing: frozenset[Job] = frozenset()) -> None:
        self.jobs: list[Job] = []
        self.failing = failing

    def __call__(self, shop: Shop, job: Job, *, due: Due | None = None, trigger: str) -> object:
        slot = None if due is None else due.slot
        run_id = job_runs.begin(shop.db, job, shop.now(), trigger=trigger, slot=slot)
        assert run_id is not None
        self.jobs.append(job)
        if job in self.failing:
            job_runs.finish(shop.db, run_id, shop.now(), error="It failed.")
            raise Refused("It failed.")
        job_runs.finish(shop.db, run_id, shop.now(), result={})
        return None


def do(task: Callable[[], object]) -> BaseException | None:
    try:
        task()
    except Refused as fault:
        return fault
    return None


def ticker(shop: Shop, recorder: Recorder) -> Ticker:
    return Ticker(shop, recorder, do)


def test_first_tick_checks_at_once(shop: Shop) -> None:
    """A6, A7: the checks don't wait an hour for the first time."""
    recorder = Recorder()
    assert set(ticker(shop, recorder).tick()) >= {Job.CHECK_BACK_IN_STOCK, Job.CHECK_PRICE_DROPS, Job.SYNC_STATUS}


def test_sleep_is_noticed_and_caught_up(shop: Shop, clock: Clock) -> None:
    """D3: asleep at 09:00 and awake at 15:00 of the same day."""
    settings.put(shop.db, "reengagement.enabled", "true", clock())
    clock.move(hours=-6)
    recorder, heard = Recorder(), list[Event]()
    shop.events.subscribe(heard.append, WokeUp)
    each = ticker(shop, recorder)
    each.tick()
    assert Job.PROCESS_CAMPAIGNS not in recorder.jobs
    clock.move(minutes=1)
    each.tick()
    assert heard == []
    clock.move(hours=11)
    recorder.jobs.clear()
    each.tick()
    assert heard == [WokeUp(11 * 3600)]
    assert recorder.jobs.count(Job.PROCESS_CAMPAIGNS) == 1
    assert Job.CHECK_BACK_IN_STOCK in recorder.jobs
    clock.move(hours=20)
    each.tick()
    last = job_runs.find_last(shop.db, Job.PROCESS_CAMPAIGNS)
    assert last is not None
    assert last.trigger == job_runs.BY_CLOCK, "asleep, but awake again before its time"
    clock.move(hours=26)
    each.tick()
    last = job_runs.find_last(shop.db, Job.PROCESS_CAMPAIGNS)
    assert last is not None
    assert last.trigger == job_runs.CATCH_UP


def test_one_that_fails_does_not_keep_the_next(shop: Shop, clock: Clock) -> None:
    """B2: a failed run is noted, blocks neither the other jobs nor the next day, and is not started again today."""
    settings.put(shop.db, "reengagement.enabled", "true", clock())
    clock.move(hours=5)
    recorder = Recorder(failing=frozenset({Job.PROCESS_CAMPAIGNS, Job.SYNC_STATUS}))
    each = ticker(shop, recorder)
    each.tick()
    assert {Job.PROCESS_CAMPAIGNS, Job.CHECK_BACK_IN_STOCK, Job.CLEANUP} <= set(recorder.jobs)
    clock.move(minutes=1)
    each.tick()
    assert recorder.jobs.count(Job.PROCESS_CAMPAIGNS) == 1
    clock.move(days=1)
    each.tick()
    assert recorder.jobs.count(Job.PROCESS_CAMPAIGNS) == 2


def test_clock_that_can_not_be_right(shop: Shop, clock: Clock) -> None:
    """Promise 16: with the year 1970 on the clock nothing runs, and the owner is told, until it is right again."""
    recorder = Recorder()
    each = ticker(shop, recorder)
    each.tick()
    recorder.jobs.clear()
    present = clock()
    clock.move(days=-20_000)
    each.tick()
    assert recorder.jobs == []
    assert settings.find_word(shop.db, UNTRUSTED) is not None
    assert [notice.kind for notice in notices(shop.db)] == ["clock_untrusted"]
    clock.moment = present + timedelta(hours=2)
    each.tick()
    assert recorder.jobs != []
    assert settings.find_word(shop.db, UNTRUSTED) is None
    assert notices(shop.db) == []


def test_without_a_safe_keyring_nothing_is_sent_in_the_background(shop: Shop) -> None:
    """Promise 25: secrets in memory only: background sending is off."""
    recorder = Recorder()
    ticker(shop, recorder).tick()
    assert not shop.secrets.is_lasting
    assert Job.SEND not in recorder.jobs


def test_emergency_stop(shop: Shop) -> None:
    """B7: DISABLE_AUTO_ENGAGEMENT stops whatever would run by itself."""
    recorder = Recorder()
    with environment(DISABLE_AUTO_ENGAGEMENT="true"):
        assert is_disabled()
        assert ticker(shop, recorder).tick() == []
    assert recorder.jobs == []
    assert not is_disabled({"DISABLE_AUTO_ENGAGEMENT": "false"})
    assert not is_disabled({})


@contextmanager
def environment(**values: str) -> Iterator[None]:
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            del os.environ[name]


def test_switched_on_in_the_afternoon_is_not_late(shop: Shop, clock: Clock) -> None:
    """D3: “the PC was off” is said only when it was."""
    clock.move(hours=8)
    each = ticker(shop, Recorder())
    each.tick()
    settings.put(shop.db, "reengagement.enabled", "true", clock())
    clock.move(minutes=1)
    assert Job.PROCESS_CAMPAIGNS in each.tick()
    last = job_runs.find_last(shop.db, Job.PROCESS_CAMPAIGNS)
    assert last is not None
    assert last.trigger == job_runs.BY_CLOCK


def _due_message(shop: Shop, clock: Clock) -> None:
    shop.is_sample = True  # its secrets may be forgotten: it sends all the same
    add_message(shop.db, add_customer(shop.db, email="ann@example.com"), None, due_at=stamp(clock()))


def test_a_catch_up_waits_for_the_network(shop: Shop, clock: Clock) -> None:
    """Promise 8, 16: just woken, the PC has no network yet: nothing is tried; it is caught up on when there is one."""
    _due_message(shop, clock)
    recorder, asked, is_online = Recorder(), list[bool](), False

    def look(_settings: Settings) -> bool:
        asked.append(is_online)
        return is_online

    each = Ticker(shop, recorder, do, look)
    each.tick()
    assert Job.CHECK_BACK_IN_STOCK in recorder.jobs
    assert not {Job.SEND, Job.SYNC_STATUS} & set(recorder.jobs)
    clock.move(minutes=1)
    is_online = True
    recorder.jobs.clear()
    each.tick()
    assert recorder.jobs == [Job.SYNC_STATUS, Job.SEND]
    clock.move(minutes=1)
    each.tick()
    assert asked == [False, True], "in the middle of a day nobody asks"
    clock.move(hours=8)
    is_online = False
    recorder.jobs.clear()
    each.tick()
    assert Job.SEND not in recorder.jobs, "after a sleep it looks again"


def test_a_network_that_is_not_seen_is_tried_in_the_end(shop: Shop, clock: Clock) -> None:
    """Promise 8: a look that is wrong about the network holds nothing up for longer than some minutes."""
    _due_message(shop, clock)
    recorder = Recorder()
    each = Ticker(shop, recorder, do, lambda _settings: False)
    for _ in range(5):
        each.tick()
        clock.move(minutes=1)
    assert {Job.SEND, Job.SYNC_STATUS} <= set(recorder.jobs)


def test_the_look_asks_the_system_only() -> None:
    """Promise 8: a provider in the house, given by its number, needs no way out."""
    texts = {"channels.email.provider": "smtp", "reengagement.channels": "email", "providers.smtp.host": "127.0.0.1"}
    assert network.is_there(Settings(texts))
