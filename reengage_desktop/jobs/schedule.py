"""What is due: pure rules over the settings, the present and what already ran. The database's slots decide the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from reengage_desktop.domain.moments import local_day, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job

HOURLY = (Job.CHECK_BACK_IN_STOCK, Job.CHECK_PRICE_DROPS, Job.SYNC_STATUS)
"""Done at once on start and every hour (A6, A7)."""

DAILY = (Job.PROCESS_CAMPAIGNS, Job.CLEANUP)

_HOUR, _QUARTER = timedelta(hours=1), timedelta(minutes=15)


@dataclass(frozen=True)
class Due:
    """A job to start now. Its slot is unique: whoever begins it first has it."""

    job: Job
    slot: str
    planned_at: datetime


@dataclass(frozen=True)
class Memory:
    """What the rules ask of the database."""

    last_start: Callable[[Job], datetime | None]
    is_taken: Callable[[str], bool]
    ran_between: Callable[[Job, datetime, datetime], bool]


def daily_moment(day: date, settings: Settings) -> datetime:
    """The moment of the daily run on a local day; a time that the clock leaps over is the first one after it.

    Where the leap takes the end of the day (Greenland's goes from 23:00 to midnight), it is a quarter before the leap.
    """
    hour, minute = settings.text("reengagement.run_time").split(":")
    wall = datetime.combine(day, time(int(hour), int(minute)), settings.zone)
    moment = wall.astimezone(UTC)
    # Round trip: a wall time that does not exist comes back as another one, later by the leap.
    moment = max(moment, start_of_day(day, settings.zone))
    return moment if local_day(moment, settings.zone) == day else start_of_day(_next(day), settings.zone) - _QUARTER


def list_due(settings: Settings, memory: Memory, now: datetime, *, at_once: bool) -> list[Due]:
    """The jobs to start now, in a sensible order; `at_once` on start and after waking: the hourly ones don't wait.

    The daily run waits for its time of day and then runs late if it must, on the same local date only.
    """
    checks = [due for job in HOURLY if (due := _hourly(job, memory, now, at_once=at_once)) is not None]
    days = [due for job in DAILY if (due := _daily(job, settings, memory, now)) is not None]
    order = [Job.SYNC_STATUS, Job.PROCESS_CAMPAIGNS, Job.CHECK_BACK_IN_STOCK, Job.CHECK_PRICE_DROPS, Job.CLEANUP]
    return sorted([*checks, *days], key=lambda due: order.index(due.job))


def next_start(job: Job, settings: Settings, memory: Memory, now: datetime) -> datetime | None:
    """When the clock starts the job next, while the program runs; None for `send`, which follows the others."""
    if job in HOURLY:
        last = memory.last_start(job)
        return now if last is None or last > now else max(now, last + _HOUR)
    if job not in DAILY:
        return None
    today = local_day(now, settings.zone)
    due = _daily(job, settings, memory, now)
    if due is not None:
        return now
    moment = daily_moment(today, settings)
    return (
        moment if moment > now and not _is_done(job, today, settings, memory) else daily_moment(_next(today), settings)
    )


def _hourly(job: Job, memory: Memory, now: datetime, *, at_once: bool) -> Due | None:
    last = memory.last_start(job)
    # A start in the future is one of a clock that was put back: it must not silence the checks.
    planned = now if last is None or last > now or at_once else last + _HOUR
    if planned > now:
        return None
    return Due(job, f"{job}:{planned.astimezone(UTC):%Y-%m-%dT%H:%M:%S}", planned)


def _daily(job: Job, settings: Settings, memory: Memory, now: datetime) -> Due | None:
    if job is Job.PROCESS_CAMPAIGNS and not settings.is_on("reengagement.enabled"):
        return None
    today = local_day(now, settings.zone)
    planned = daily_moment(today, settings)
    if now < planned or _is_done(job, today, settings, memory):
        return None
    return Due(job, _daily_slot(job, today), planned)


def _is_done(job: Job, day: date, settings: Settings, memory: Memory) -> bool:
    since, until = start_of_day(day, settings.zone), start_of_day(_next(day), settings.zone)
    return memory.is_taken(_daily_slot(job, day)) or memory.ran_between(job, since, until)


def _daily_slot(job: Job, day: date) -> str:
    return f"{job}:{day.isoformat()}"


def _next(day: date) -> date:
    return day + timedelta(days=1)
