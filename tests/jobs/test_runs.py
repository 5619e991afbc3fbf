"""Named jobs on a real shop: noted, exclusive, once for a planned slot, and never blocking the next day."""

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.events import Event, QueueChanged, RunFinished, RunStarted
from reengage_desktop.jobs.locks import DAILY_RUN, Held, exclusive
from reengage_desktop.jobs.refusals import UNEXPECTED, Refused
from reengage_desktop.jobs.schedule import Due
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import runs
from reengage_desktop.store import job_runs
from reengage_desktop.store.database import DiskFull
from tests.command_line import CommandLine
from tests.conftest import Clock


def test_run_is_noted_and_told(shop: Shop) -> None:
    """A15, B2: when it ran, how it ended, what it counted."""
    heard: list[Event] = []
    shop.events.subscribe(heard.append, RunStarted, RunFinished)
    outcome = runs.run_job(shop, Job.CLEANUP)
    last = job_runs.find_last(shop.db, Job.CLEANUP)
    assert last is not None
    assert (last.status, last.result, last.trigger) == ("success", outcome.result, "owner")
    assert heard == [RunStarted("cleanup"), RunFinished("cleanup", "success")]


def test_dry_run_is_not_noted(shop: Shop) -> None:
    for job in Job:
        runs.run_job(shop, job, dry_run=True)
    assert shop.db.value("SELECT count(*) FROM job_runs") == 0


def test_planned_slot_is_run_once(shop: Shop, clock: Clock) -> None:
    """B2: at most once per local date, whoever asks."""
    due = Due(Job.PROCESS_CAMPAIGNS, "process-campaigns:2026-11-21", clock())
    first = runs.run_job(shop, Job.PROCESS_CAMPAIGNS, due=due)
    second = runs.run_job(shop, Job.PROCESS_CAMPAIGNS, due=due)
    assert "already_run" not in first.result
    assert second.result == {"already_run": True}
    assert shop.db.value("SELECT count(*) FROM job_runs") == 1


def test_a_run_that_goes_on_is_not_said_to_have_ended(shop: Shop) -> None:
    """A15: the owner asks for what the clock has at hand already; only what a crash left is told as that."""
    left = job_runs.begin(shop.db, Job.CLEANUP, shop.now(), trigger=job_runs.BY_CLOCK)
    seen: list[str] = []

    def once_more(_event: Event) -> None:
        if not seen:
            seen.append("")
            runs.run_job(shop, Job.CLEANUP)
            seen.extend(status for (status,) in shop.db.rows("SELECT status FROM job_runs ORDER BY id"))

    shop.events.subscribe(once_more, RunStarted)
    runs.run_job(shop, Job.CLEANUP)
    assert left == 1
    assert seen[1:] == ["failed", "running", "success"]
    assert shop.db.rows("SELECT status, error FROM job_runs")[1] == ("success", None)


def _surprise(shop: Shop) -> None:
    """Puts something in the place of the views that nobody expects, and that is no damage either."""
    shop.db.run("DROP TABLE views")
    shop.db.run("CREATE VIEW views AS SELECT boom() AS id, boom() AS viewed_at")


def test_failure_is_noted_and_raised(shop: Shop) -> None:
    """B2: completed with a count or failed with the error."""
    _surprise(shop)
    with pytest.raises(Exception, match="boom"):
        runs.run_job(shop, Job.CLEANUP)
    last = job_runs.find_last(shop.db, Job.CLEANUP)
    assert last is not None
    assert (last.status, last.error) == ("failed", UNEXPECTED)


def test_what_a_run_changed_is_told_on_a_full_disk_too(shop: Shop) -> None:
    """Promise 12, ux 13: the window hears of a run whose end finds no room, and shows what really went."""
    heard: list[Event] = []

    def fill(_event: Event) -> None:
        grows = "INSERT INTO meta VALUES ('long', hex(zeroblob(1000000)));"
        shop.db.run(f"CREATE TEMP TRIGGER grows BEFORE UPDATE ON main.job_runs BEGIN {grows} END")
        shop.db.run(f"PRAGMA max_page_count = {shop.db.value('PRAGMA page_count')}")

    shop.events.subscribe(fill, RunStarted)
    shop.events.subscribe(heard.append, QueueChanged, RunFinished)
    with pytest.raises(DiskFull):
        runs.run_job(shop, Job.SEND)
    assert heard[-2:] == [QueueChanged(), RunFinished("send", "failed")]


def test_crash_while_running_does_not_block_the_next_day(shop: Shop, clock: Clock) -> None:
    """B2: a run that was left running by a crash is closed by the next one."""
    job_runs.begin(shop.db, Job.PROCESS_CAMPAIGNS, clock(), trigger="clock", slot="process-campaigns:2026-11-21")
    tomorrow = clock.move(days=1)
    due = Due(Job.PROCESS_CAMPAIGNS, "process-campaigns:2026-11-22", tomorrow)
    runs.run_job(shop, Job.PROCESS_CAMPAIGNS, due=due)
    states = shop.db.rows("SELECT slot, status FROM job_runs ORDER BY id")
    assert states == [("process-campaigns:2026-11-21", "failed"), ("process-campaigns:2026-11-22", "success")]


def test_second_daily_run_is_told_who_runs(shop: Shop) -> None:
    """B2: not already running."""
    with (
        exclusive(shop.paths.locks, DAILY_RUN, "the daily run", shop.now()),
        pytest.raises(Held, match="the daily run"),
    ):
        runs.run_job(shop, Job.PROCESS_CAMPAIGNS)
    assert shop.db.value("SELECT count(*) FROM job_runs") == 0


def test_all_in_a_sensible_order(shop: Shop) -> None:
    """One that can't be done does not keep the next from running."""
    _surprise(shop)
    outcomes = runs.run_all(shop).outcomes
    assert [outcome.job for outcome in outcomes] == list(runs.IN_ORDER)
    by_job = {outcome.job: outcome for outcome in outcomes}
    assert by_job[Job.CLEANUP].error == UNEXPECTED
    assert by_job[Job.SEND].error is None


def test_disabled_by_the_environment(cli: CommandLine) -> None:
    """B7: `run` stops, `send --payload` still works."""
    os.environ["DISABLE_AUTO_ENGAGEMENT"] = "true"
    try:
        assert "DISABLE_AUTO_ENGAGEMENT" in cli.refused("run", "process-campaigns")
        assert "DISABLE_AUTO_ENGAGEMENT" in cli.refused("run", "all")
        assert cli.ask("send", "--payload", "{}") == {"success": False, "error": "Missing customer phone"}
        assert {job["next_run_at"] for job in cli.ask("jobs", "list")["jobs"]} == {None}
    finally:
        del os.environ["DISABLE_AUTO_ENGAGEMENT"]


def test_late_run_is_said(cli: CommandLine, clock: Clock) -> None:
    """D3: ran late, because the PC was off at the planned time."""
    clock.moment = datetime(2026, 11, 21, 20, tzinfo=UTC)
    with closing(cli.open()) as shop:
        planned = clock() - timedelta(hours=6)
        due = Due(Job.PROCESS_CAMPAIGNS, "process-campaigns:x", planned)
        runs.run_job(shop, Job.PROCESS_CAMPAIGNS, due=due, trigger=job_runs.CATCH_UP)
    job = next(each for each in cli.ask("jobs", "list")["jobs"] if each["job"] == "process-campaigns")
    assert job["last_run_note"] == "ran late: the PC was off"


def test_refused_is_no_run(shop: Shop) -> None:
    os.environ["DISABLE_AUTO_ENGAGEMENT"] = "TRUE"
    try:
        with pytest.raises(Refused):
            runs.run_job(shop, Job.SEND)
    finally:
        del os.environ["DISABLE_AUTO_ENGAGEMENT"]
    assert shop.db.value("SELECT count(*) FROM job_runs") == 0


def test_a_paused_shop_says_why_nothing_goes(cli: CommandLine) -> None:
    """Zeros alone would leave the owner guessing."""
    cli.ask("pause")
    assert "Sending is paused" in cli.run("run", "send").out
    assert "Sending is paused" not in cli.run("run", "cleanup").out
    cli.ask("resume")
    assert "Sending is paused" not in cli.run("run", "send").out
