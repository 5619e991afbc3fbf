"""The named jobs: run one now, run all, and see when each last ran and runs next (A12, A15, B2)."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from reengage_desktop.domain.moments import iso
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.clock_watch import require_right
from reengage_desktop.jobs.events import CustomersChanged, Event, QueueChanged, ResultsChanged, RunFinished, RunStarted
from reengage_desktop.jobs.locks import DAILY_RUN, exclusive, first_at
from reengage_desktop.jobs.refusals import Refused, find_sentence, sentence_of
from reengage_desktop.jobs.schedule import Due, next_start
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.works import WORKS, Work
from reengage_desktop.jobs.ticking import is_disabled, memory_of
from reengage_desktop.store import job_runs
from reengage_desktop.store.database import StoreFault
from reengage_desktop.store.imports import is_writing

IN_ORDER = (
    Job.SYNC_STATUS,
    Job.PROCESS_CAMPAIGNS,
    Job.CHECK_BACK_IN_STOCK,
    Job.CHECK_PRICE_DROPS,
    Job.SEND,
    Job.CLEANUP,
)
"""What was answered is learned first; what is queued goes out after everything was decided."""

_TELLS: Mapping[Job, tuple[Event, ...]] = {
    Job.SYNC_STATUS: (ResultsChanged(), QueueChanged(), CustomersChanged()),
    Job.SEND: (QueueChanged(), ResultsChanged()),
    Job.CLEANUP: (CustomersChanged(), QueueChanged()),
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class JobOutcome:
    """What a job counted; `error` is the sentence of one of several that could not be done."""

    job: Job
    result: dict[str, Any]
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The job's own figures."""
        return self.result if self.error is None else {"error": self.error}


@dataclass(frozen=True)
class AllOutcomes:
    """What every job counted."""

    outcomes: list[JobOutcome]

    def as_json(self) -> dict[str, Any]:
        """`{job: result}`."""
        return {outcome.job.value: outcome.as_json() for outcome in self.outcomes}


@dataclass(frozen=True)
class JobState:
    """One job: how it last went, and when it starts next while the program runs (None: it follows the others)."""

    job: Job
    last: job_runs.Run | None
    next_run_at: datetime | None
    settings: Settings

    @property
    def is_late(self) -> bool:
        """Whether the last run was a planned one that was caught up because the PC had been off."""
        return self.last is not None and self.last.trigger == job_runs.CATCH_UP

    def as_json(self) -> dict[str, Any]:
        """A15's keys, and a word on a late run."""
        zone, last = self.settings.zone, self.last
        return {
            "job": self.job.value,
            "last_run_at": None if last is None else iso(last.started_at, zone),
            "last_run_status": None if last is None else last.status,
            "last_run_error": None if last is None else last.error,
            "next_run_at": iso(self.next_run_at, zone),
            "last_run_note": "ran late: the PC was off" if self.is_late else None,
            "last_run_result": None if last is None else last.result,
        }


@dataclass(frozen=True)
class JobList:
    """Every job, in the order in which they run, and how many messages the daily runs have queued in all (B1)."""

    jobs: list[JobState]
    total_customers_notified: int

    def as_json(self) -> dict[str, Any]:
        """`{"jobs"}`, and B1's total."""
        shown = [state.as_json() for state in self.jobs]
        return {"jobs": shown, "total_customers_notified": self.total_customers_notified}


def run_job(  # noqa: PLR0913 - who asks, for which slot, and how to stop it
    shop: Shop,
    job: Job,
    *,
    dry_run: bool = False,
    due: Due | None = None,
    trigger: str = job_runs.BY_OWNER,
    stop: Callable[[], bool] | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> JobOutcome:
    """Runs a job now and notes how it went; `due` is the clock's planned run, which only one process gets.

    Raises Refused when it may not run (DISABLE_AUTO_ENGAGEMENT, a clock that can't be right, another process is at the
    daily run), and whatever the job raises after noting it as failed. A dry run notes and changes nothing.
    """
    _refuse_if_disabled(shop)
    by_hand = trigger == job_runs.BY_OWNER
    work = Work(shop, stop or shop.lanes.stopping, progress or _silent, is_dry=dry_run, is_by_hand=by_hand)
    if dry_run:
        return JobOutcome(job, WORKS[job](work))
    require_right(shop)
    if is_writing(shop.db):
        from reengage_desktop.jobs.tasks.imports import recover  # noqa: PLC0415 - after a crash only

        recover(shop)
    with _turn(shop, job), first_at(shop.paths.locks, f"run-{job}") as is_first:
        if is_first:  # what is said to run was left by a crash
            job_runs.close_interrupted(shop.db, job, shop.now())
        slot, planned_at = (None, None) if due is None else (due.slot, due.planned_at)
        run_id = job_runs.begin(
            shop.db, job, shop.now(), trigger=trigger, slot=slot, planned_at=planned_at, is_stated=shop.is_stated
        )
        if run_id is None:
            return JobOutcome(job, {"already_run": True})
        return JobOutcome(job, _noted(shop, job, run_id, lambda: WORKS[job](work)))


def run_all(shop: Shop, *, dry_run: bool = False, stop: Callable[[], bool] | None = None) -> AllOutcomes:
    """Runs every job in a sensible order; one that can't be done does not keep the next from running.

    Raises Refused when none may run (DISABLE_AUTO_ENGAGEMENT).
    """
    _refuse_if_disabled(shop)
    outcomes: list[JobOutcome] = []
    for job in IN_ORDER:
        if (stop or shop.lanes.stopping)():
            break
        outcome = shop.lanes.network(partial(run_job, shop, job, dry_run=dry_run, stop=stop))
        fault = outcome.exception()
        outcomes.append(outcome.result() if fault is None else JobOutcome(job, {}, sentence_of(fault)))
    return AllOutcomes(outcomes)


def _refuse_if_disabled(shop: Shop) -> None:
    if is_disabled() and not shop.is_sample:
        raise Refused(
            "DISABLE_AUTO_ENGAGEMENT is set on this PC: no job runs and nobody is written to. Take it out of the "
            "environment to let jobs run; “send --payload” still works."
        )


def list_jobs(shop: Shop) -> JobList:
    """When each job last ran, how that ended, and when it runs next."""
    settings, memory, now = shop.settings(), memory_of(shop), shop.now()
    total = job_runs.sum_of(shop.db, Job.PROCESS_CAMPAIGNS, "total_notified")
    return JobList(
        [
            JobState(
                job=job,
                last=job_runs.find_last(shop.db, job),
                next_run_at=None if is_disabled() else next_start(job, settings, memory, now),
                settings=settings,
            )
            for job in IN_ORDER
        ],
        total,
    )


def _silent(_done: int, _total: int | None = None) -> None:
    """Nobody asked how far it is."""


def _turn(shop: Shop, job: Job) -> AbstractContextManager[None]:
    if job is not Job.PROCESS_CAMPAIGNS:
        return nullcontext()
    return exclusive(shop.paths.locks, DAILY_RUN, "the daily run", shop.now())


def _noted(shop: Shop, job: Job, run_id: int, work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Does a run's work and writes down how it ended; what it changed is told however it ends."""
    _log.info("run.started", extra={"facts": {"job": job, "run": run_id}})
    shop.events.publish(RunStarted(job))
    outcome = job_runs.FAILED
    try:
        result = work()
        job_runs.finish(shop.db, run_id, shop.now(), result=result)
        outcome = job_runs.SUCCESS
    except BaseException as fault:
        _note_fault(shop, job, run_id, fault)
        raise
    finally:
        for event in (*_TELLS.get(job, (QueueChanged(),)), RunFinished(job, outcome)):
            shop.events.publish(event)
    _log.info("run.finished", extra={"facts": {"job": job, "run": run_id, **result}})
    return result


def _note_fault(shop: Shop, job: Job, run_id: int, fault: BaseException) -> None:
    sentence = sentence_of(fault)
    trace = fault if find_sentence(fault) is None else None
    _log.warning("run.failed", extra={"facts": {"job": job, "run": run_id, "error": sentence}}, exc_info=trace)
    with suppress(StoreFault):  # the next start finds a run without an end, and says so
        job_runs.finish(shop.db, run_id, shop.now(), error=sentence)
