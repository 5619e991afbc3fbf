"""The schedule: the daily run once for each local date, whatever the clocks do; the checks every hour."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.schedule import Memory, daily_moment, list_due, next_start

_ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "America/Havana",
)


class Diary:
    """A database's memory, kept in lists."""

    def __init__(self) -> None:
        self.starts: list[tuple[Job, str | None, datetime]] = []

    @property
    def memory(self) -> Memory:
        return Memory(
            last_start=lambda job: next((at for each, _slot, at in reversed(self.starts) if each is job), None),
            is_taken=lambda slot: any(each == slot for _job, each, _at in self.starts),
            ran_between=lambda job, since, until: any(
                each is job and since <= at < until for each, _slot, at in self.starts
            ),
        )

    def tick(self, settings: Settings, now: datetime, *, at_once: bool = False) -> list[Job]:
        due = list_due(settings, self.memory, now, at_once=at_once)
        self.starts += [(each.job, each.slot, now) for each in due]
        return [each.job for each in due]

    def days(self, job: Job) -> list[str]:
        return [slot for each, slot, _at in self.starts if each is job and slot]


def rules(zone: str = "Europe/Berlin", run_time: str = "09:00", **more: str) -> Settings:
    texts = {"business.timezone": zone, "reengagement.run_time": run_time, "reengagement.enabled": "true"}
    return Settings({**texts, **more})


def test_daily_run_at_its_time() -> None:
    """A12: at 09:00 local, not before."""
    diary, settings = Diary(), rules()
    nine = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    assert Job.PROCESS_CAMPAIGNS not in diary.tick(settings, nine - timedelta(minutes=1))
    assert Job.PROCESS_CAMPAIGNS in diary.tick(settings, nine)
    assert Job.PROCESS_CAMPAIGNS not in diary.tick(settings, nine + timedelta(hours=5))


def test_missed_run_is_caught_up_the_same_day_only() -> None:
    """D3: asleep at 09:00, awake at 15:00: it runs then; asleep all day: that day is left out."""
    diary, settings = Diary(), rules()
    due = list_due(settings, diary.memory, datetime(2026, 11, 21, 14, 0, tzinfo=UTC), at_once=True)
    run = next(each for each in due if each.job is Job.PROCESS_CAMPAIGNS)
    assert run.planned_at == datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    assert run.slot == "process-campaigns:2026-11-21"
    diary.tick(settings, datetime(2026, 11, 21, 14, 0, tzinfo=UTC))
    diary.tick(settings, datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    assert diary.days(Job.PROCESS_CAMPAIGNS) == ["process-campaigns:2026-11-21", "process-campaigns:2026-11-23"]


def test_not_while_switched_off() -> None:
    """A14: the master switch."""
    settings = rules(**{"reengagement.enabled": "false"})
    assert Job.PROCESS_CAMPAIGNS not in Diary().tick(settings, datetime(2026, 11, 21, 14, 0, tzinfo=UTC))


def test_by_hand_today_counts() -> None:
    """B2: not already run today."""
    diary, settings = Diary(), rules()
    diary.starts.append((Job.PROCESS_CAMPAIGNS, None, datetime(2026, 11, 21, 6, 0, tzinfo=UTC)))
    assert Job.PROCESS_CAMPAIGNS not in diary.tick(settings, datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    assert Job.PROCESS_CAMPAIGNS in diary.tick(settings, datetime(2026, 11, 22, 9, 0, tzinfo=UTC))


def test_hourly_checks_at_once_and_every_hour() -> None:
    """A6, A7: the first check at once on start, then hourly."""
    diary, settings, now = Diary(), rules(), datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
    checks = {Job.CHECK_BACK_IN_STOCK, Job.CHECK_PRICE_DROPS}
    assert checks <= set(diary.tick(settings, now, at_once=True))
    assert not checks & set(diary.tick(settings, now + timedelta(minutes=59)))
    assert checks <= set(diary.tick(settings, now + timedelta(minutes=60)))
    assert checks <= set(diary.tick(settings, now + timedelta(minutes=61), at_once=True))


def test_clock_put_back_does_not_silence_the_checks() -> None:
    """Promise 16: an interval measured from a moment in the future would wait for hours."""
    diary, settings, now = Diary(), rules(), datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    diary.tick(settings, now, at_once=True)
    assert Job.CHECK_BACK_IN_STOCK in diary.tick(settings, now - timedelta(hours=2))


@given(
    zone=st.sampled_from(_ZONES),
    hour=st.integers(0, 23),
    minute=st.sampled_from([0, 30]),
    start=st.dates(date(2026, 1, 1), date(2027, 11, 1)),
    step=st.sampled_from([15, 20, 30]),
)
def test_exactly_one_run_for_each_local_date(zone: str, hour: int, minute: int, start: date, step: int) -> None:
    """Promise 16: daylight saving both ways, at any hour, in any zone."""
    settings, diary = rules(zone, f"{hour:02d}:{minute:02d}"), Diary()
    now = datetime(start.year, start.month, start.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    end = now + timedelta(days=4)
    while now < end:
        diary.tick(settings, now)
        now += timedelta(minutes=step)
    slots = diary.days(Job.PROCESS_CAMPAIGNS)
    expected = {f"process-campaigns:{start + timedelta(days=offset)}" for offset in range(3)}
    assert len(slots) == len(set(slots))
    assert expected <= set(slots)


@pytest.mark.parametrize("zone", _ZONES)
def test_a_time_that_the_clock_leaps_over(zone: str) -> None:
    """A run at half past two on the day without it happens on that day all the same."""
    settings = rules(zone, "02:30")
    for offset in range(366):
        day = date(2026, 1, 1) + timedelta(days=offset)
        moment = daily_moment(day, settings)
        assert moment.astimezone(ZoneInfo(zone)).date() == day


def test_next_start() -> None:
    """A15: when each job runs next."""
    diary, settings, now = Diary(), rules(), datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
    assert next_start(Job.PROCESS_CAMPAIGNS, settings, diary.memory, now) == datetime(2026, 11, 21, 8, tzinfo=UTC)
    diary.tick(settings, now + timedelta(hours=1), at_once=True)
    later = now + timedelta(hours=2)
    assert next_start(Job.PROCESS_CAMPAIGNS, settings, diary.memory, later) == datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert next_start(Job.CHECK_PRICE_DROPS, settings, diary.memory, now + timedelta(minutes=70)) == now + timedelta(
        hours=2
    )
    assert next_start(Job.SEND, settings, diary.memory, now) is None
