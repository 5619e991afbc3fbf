"""On which days of the shop's calendar messages may go at all: weekdays, and no holidays."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reengage_desktop.domain.moments import local_day, start_of_day
from reengage_desktop.domain.settings import Settings

_SEARCH_DAYS = 400


@dataclass(frozen=True)
class AllowedDays:
    """`weekdays`: Monday is 0. `holidays`: `2026-12-24` once, `12-25` every year."""

    weekdays: frozenset[int] = frozenset(range(7))
    holidays: frozenset[str] = frozenset()

    @classmethod
    def of(cls, settings: Settings) -> "AllowedDays":
        """The owner's days."""
        return cls(frozenset(settings.weekdays), frozenset(settings.names("sending.holidays")))

    def is_allowed(self, day: date) -> bool:
        """Whether anything may go on that day."""
        text = day.isoformat()
        return day.weekday() in self.weekdays and text not in self.holidays and text[5:] not in self.holidays

    def next_allowed(self, day: date) -> date | None:
        """The first such day from this one on; None when a year holds none."""
        days = (day + timedelta(days=ahead) for ahead in range(_SEARCH_DAYS))
        return next((each for each in days if self.is_allowed(each)), None)

    def longest_pause(self, day: date) -> int:
        """The most days in a row, of the year from `day` on, on which nothing may go."""
        longest = pause = 0
        for ahead in range(_SEARCH_DAYS):
            pause = 0 if self.is_allowed(day + timedelta(days=ahead)) else pause + 1
            longest = max(longest, pause)
        return longest


def opens_at(settings: Settings, now: datetime) -> datetime | None:
    """`now` on an allowed day; else the first moment of the next one, or None when a year holds none."""
    days, today = AllowedDays.of(settings), local_day(now, settings.zone)
    if days.is_allowed(today):
        return now
    following = days.next_allowed(today)
    return None if following is None else start_of_day(following, settings.zone)
