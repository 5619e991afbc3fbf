"""The days on which messages may go: weekdays and holidays of the shop's own calendar."""

from datetime import UTC, date, datetime

from reengage_desktop.domain.allowed_days import AllowedDays, opens_at
from reengage_desktop.domain.settings import Settings

SATURDAY = date(2026, 11, 21)


def test_weekdays_and_holidays() -> None:
    """C13: a day off is a day off, once or every year."""
    days = AllowedDays(frozenset({0, 1, 2, 3, 4}), frozenset({"12-25", "2026-11-23"}))
    assert not days.is_allowed(SATURDAY)
    assert days.next_allowed(SATURDAY) == date(2026, 11, 24)
    assert not days.is_allowed(date(2026, 12, 25))
    assert not days.is_allowed(date(2028, 12, 25))
    assert days.is_allowed(date(2027, 11, 23))
    assert days.longest_pause(SATURDAY) == 3


def test_no_day_at_all() -> None:
    """Whoever forbids every day gets no day, and no endless search."""
    everyday = frozenset(f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 32))
    assert AllowedDays(frozenset(range(7)), everyday).next_allowed(SATURDAY) is None


def test_the_shops_own_midnight() -> None:
    """The day begins in the shop's zone, across the change of the clocks."""
    settings = Settings({"business.timezone": "America/New_York", "sending.holidays": "2026-11-01"})
    night = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert opens_at(settings, night) == datetime(2026, 11, 2, 5, tzinfo=UTC)
    evening_before = datetime(2026, 11, 1, 3, tzinfo=UTC)
    assert opens_at(settings, evening_before) == evening_before
