"""The clock with its real scheduler and lanes, on a shop whose present is handed in."""

import threading
from contextlib import closing
from datetime import datetime

import pytest

from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.clock import JobClock
from reengage_desktop.jobs.events import Event, RunFinished
from reengage_desktop.store import job_runs
from tests.command_line import CommandLine
from tests.conftest import Clock


def test_start_catches_up_at_once_and_ends_with_the_shop(cli: CommandLine, clock: Clock) -> None:
    """A12, D3: what was missed at 09:00 happens when the PC is on again; the window's end stops the clock."""
    clock.moment = datetime.fromisoformat("2026-11-21T15:00:00-05:00")
    cli.set(reengagement__enabled="true")
    done, finished = threading.Event(), []

    def hear(event: Event) -> None:
        assert isinstance(event, RunFinished)
        finished.append(event.job)
        if event.job == Job.CLEANUP:
            done.set()

    with closing(cli.open()) as shop:
        shop.events.subscribe(hear, RunFinished)
        JobClock(shop).start()
        assert done.wait(60)
        last = job_runs.find_last(shop.db, Job.PROCESS_CAMPAIGNS)
        assert last is not None
        assert (last.trigger, last.status, last.slot) == ("clock", "success", "process-campaigns:2026-11-21")
        assert last.planned_at == datetime.fromisoformat("2026-11-21T09:00:00-05:00")
    assert finished.count(Job.PROCESS_CAMPAIGNS) == 1
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("writer", "reader", "network"))]


def test_waking_does_not_pile_up(cli: CommandLine) -> None:
    """max_instances=1: a tick that is still at work is not started again."""
    with closing(cli.open()) as shop:
        begun, go_on, ticks = threading.Event(), threading.Event(), []
        job_clock = JobClock(shop)

        def slow(event: Event) -> None:
            ticks.append(event)
            begun.set()
            go_on.wait(30)

        shop.events.subscribe(slow, RunFinished)
        job_clock.wake()
        assert begun.wait(60)
        job_clock.wake()
        job_clock.wake()
        go_on.set()
    assert len([each for each in ticks if each == ticks[0]]) == 1


def test_a_tick_that_breaks_off_is_in_the_log(cli: CommandLine, caplog: pytest.LogCaptureFixture) -> None:
    """A16, A15: a clock that does nothing from minute to minute says why."""
    with closing(cli.open()) as shop:
        shop.db.run("ALTER TABLE job_runs RENAME TO not_there")
        job_clock = JobClock(shop)
        job_clock.wake()
        assert job_clock._running is not None
        assert job_clock._running.exception(60) is not None
    assert "tick.failed" in caplog.messages
