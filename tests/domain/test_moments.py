"""Local days, across every clock change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.moments import (
    day_number,
    days_between,
    from_stamp,
    local_day,
    parse_moment,
    stamp,
    start_of_day,
)

# Zones whose clocks change at midnight, by half an hour, across the date line, or never.
ZONES = [
    "Europe/Berlin",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
]
days = st.dates(date(2005, 1, 1), date(2040, 1, 1))


@given(days, st.sampled_from(ZONES))
def test_a_day_begins_with_its_first_moment(day: date, name: str) -> None:
    """A2: the boundary between two local days is exact, also where midnight is skipped."""
    zone = ZoneInfo(name)
    if (name, day) == ("Pacific/Apia", date(2011, 12, 30)):
        return  # Samoa skipped this day when it crossed the date line
    first = start_of_day(day, zone)
    assert local_day(first, zone) == day
    assert local_day(first - timedelta(seconds=1), zone) < day


@given(days, st.integers(0, 400), st.sampled_from(ZONES))
def test_days_between_counts_calendar_days(day: date, later: int, name: str) -> None:
    """A2: whole calendar days, whatever the clock did in between."""
    zone = ZoneInfo(name)
    first, last = start_of_day(day, zone), start_of_day(day + timedelta(days=later), zone)
    expected = (local_day(last, zone) - local_day(first, zone)).days
    assert days_between(first, last, zone) == expected
    assert days_between(last, first, zone) == 0


def test_a_naive_moment_is_the_shops() -> None:
    """cli.md: a naive --now is in the shop's timezone."""
    assert parse_moment("2026-07-01T09:00", ZoneInfo("Europe/Berlin")) == datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert (
        day_number(from_stamp(stamp(datetime(2026, 7, 1, 23, tzinfo=UTC))), ZoneInfo("Europe/Berlin"))
        == date(2026, 7, 2).toordinal()
    )


def test_a_naive_moment_is_never_stored() -> None:
    """The house: a moment without a zone is refused."""
    with pytest.raises(ValueError, match="zone"):
        stamp(datetime(2026, 7, 1))  # noqa: DTZ001
