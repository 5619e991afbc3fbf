"""Promise 16: every zone of the database, every hour, both clock changes: one run for each local date."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.schedule import Memory, daily_moment, list_due

FROM, DAYS = datetime(2026, 1, 1, tzinfo=UTC), 500
"""Within so many days every zone that changes its clocks does it in both directions."""

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def changes(zone: ZoneInfo) -> list[datetime]:
    """The first moments (to the minute) of each new offset; an ordinary day of zones that never change theirs."""
    found = []
    for number in range(DAYS):
        early, late = FROM + timedelta(days=number), FROM + timedelta(days=number + 1)
        if _offset(zone, early) == _offset(zone, late):
            continue
        before = _offset(zone, early)
        while late - early > MINUTE:
            middle = early + (late - early) / 2
            early, late = (middle, late) if _offset(zone, middle) == before else (early, middle)
        found.append(late.replace(second=0, microsecond=0))
    return found or [FROM + timedelta(days=100)]


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


@cache
def behaviours() -> dict[tuple[object, ...], list[str]]:
    """The zones by what their clocks do: those that do the same are one to the schedule, which asks for no name."""
    found: dict[tuple[object, ...], list[str]] = {}
    for name in sorted(available_timezones() - {"localtime"}):
        zone = ZoneInfo(name)
        sign = [(at, _offset(zone, at - MINUTE), _offset(zone, at)) for at in changes(zone)]
        found.setdefault(tuple(sign), []).append(name)
    return found


class Diary:
    """What ran, as the database would remember it."""

    def __init__(self) -> None:
        self.slots: dict[str, datetime] = {}
        self.memory = Memory(
            last_start=lambda _job: None,
            is_taken=lambda slot: slot in self.slots,
            ran_between=lambda _job, since, until: any(since <= at < until for at in self.slots.values()),
        )

    def tick(self, settings: Settings, now: datetime) -> None:
        for due in list_due(settings, self.memory, now, at_once=False):
            if due.job is Job.PROCESS_CAMPAIGNS:
                assert due.slot not in self.slots
                assert not any(
                    local_day(at, settings.zone) == local_day(now, settings.zone) for at in self.slots.values()
                )
                self.slots[due.slot] = now


def _moments(settings: Settings, change: datetime) -> Iterator[datetime]:
    """The minutes around everything that happens from two days before the change until two days after it."""
    telling = {change}
    for number in range(-2, 3):
        day = local_day(change, settings.zone) + timedelta(days=number)
        telling.add(daily_moment(day, settings))
        telling.add(datetime(day.year, day.month, day.day, tzinfo=settings.zone).astimezone(UTC))
    yield from sorted({at + apart for at in telling for apart in (-HOUR, -MINUTE, timedelta(), MINUTE, HOUR)})


def _live_through(zone: str, hour: int, change: datetime) -> int:
    """Ticks through the days around a change; the days that were whole have had exactly one run. Gives their number."""
    texts = {"business.timezone": zone, "reengagement.run_time": f"{hour:02}:30", "reengagement.enabled": "true"}
    settings, diary = Settings(texts), Diary()
    for now in _moments(settings, change):
        diary.tick(settings, now)
    whole = [local_day(change, settings.zone) + timedelta(days=number) for number in (-1, 0, 1)]
    for day in whole:
        ran = [at for slot, at in diary.slots.items() if slot == f"process-campaigns:{day}"]
        assert len(ran) == 1, (zone, hour, day)
        assert local_day(ran[0], settings.zone) == day, (zone, hour, day)
        assert ran[0] == daily_moment(day, settings), "in time, since nothing was asleep"
    return len(whole)


def test_every_kind_of_zone_runs_once_each_local_date() -> None:
    """Promise 16: each different clock of the database, both of its changes, at hours that take turns."""
    kinds = behaviours()
    assert sum(map(len, kinds.values())) > 500
    for number, (sign, names) in enumerate(kinds.items()):
        for change, _before, _after in sign:
            for hour in {2, 23, number % 24}:
                _live_through(names[0], hour, change)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_every_zone_at_every_hour_runs_once_each_local_date(record_property: Callable[[str, object], None]) -> None:
    """Promise 16: the full form, every name of the database × every hour × every change."""
    days = lives = 0
    for sign, names in behaviours().items():
        for name in names:
            for change, _before, _after in sign:
                for hour in range(24):
                    days += _live_through(name, hour, change)
                    lives += 1
    zones = sum(map(len, behaviours().values()))
    record_property("figures", f"{zones} zones, {lives} changes and hours, {days} local dates, one run each")


def test_a_leap_over_the_end_of_the_day() -> None:
    """Promise 16: in Greenland the clocks go from 23:00 to midnight: a run at 23:30 is not lost on that day."""
    settings = Settings({"business.timezone": "America/Godthab", "reengagement.run_time": "23:30"})
    assert daily_moment(date(2026, 3, 28), settings) == datetime(2026, 3, 29, 0, 45, tzinfo=UTC)
    assert daily_moment(date(2026, 3, 29), settings) == datetime(2026, 3, 30, 0, 30, tzinfo=UTC)


def test_a_wall_clock_alone_would_miss_or_double_a_day() -> None:
    """Promise 16, its negative control: “when the wall clock shows the time” fails on a day of each change."""
    zone = ZoneInfo("Europe/Berlin")

    def shown(day: date) -> int:
        begin = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
        walls = [(begin + number * MINUTE).astimezone(zone) for number in range(25 * 60)]
        return sum(wall.date() == day and (wall.hour, wall.minute) == (2, 30) for wall in walls)

    assert [shown(date(2026, 3, 29)), shown(date(2026, 10, 25))] == [0, 2]
