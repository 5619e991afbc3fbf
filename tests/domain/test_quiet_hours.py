"""Quiet hours: never outside what every zone and rule allows, and the next moment is the first one (promise 17)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.quiet_hours import Disturbance
from reengage_desktop.domain.quiet_rules import OPEN_HOURS, us_area_code
from reengage_desktop.domain.zones import recipient_zones

EVENING, MORNING = time(21), time(8)
ZONES = [
    "America/New_York",
    "America/Los_Angeles",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Santiago",
    "Africa/Cairo",
    "Pacific/Chatham",
]


def rules(*names: str, area: str | None = None, start: time = EVENING, end: time = MORNING) -> Disturbance:
    return Disturbance(tuple(ZoneInfo(name) for name in names), start, end, area)


def local(text: str, zone: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "allowed"),
    [("07:59", False), ("08:00", True), ("20:59", True), ("21:00", False), ("00:30", False)],
)
def test_from_eight_until_nine_in_the_evening(at: str, *, allowed: bool) -> None:
    """C13: the recipient's own time decides."""
    assert rules("Europe/Berlin").is_allowed(local(f"2026-11-21T{at}", "Europe/Berlin")) is allowed


@pytest.mark.parametrize(
    ("phone", "at", "allowed"),
    [
        ("+12025550101", "2026-11-21T20:30", True),
        ("+12035550101", "2026-11-21T08:30", False),  # Connecticut from 9
        ("+12035550101", "2026-11-21T20:30", False),
        ("+13055550101", "2026-11-21T20:30", False),  # Florida until 8 p.m.
        ("+15125550101", "2026-11-22T11:30", False),  # Texas on a Sunday from noon
        ("+15125550101", "2026-11-22T12:00", True),
        ("+15125550101", "2026-11-21T11:30", True),
        ("+14015550101", "2026-11-20T17:59", True),  # Rhode Island until 6 p.m.
        ("+14015550101", "2026-11-20T18:00", False),
        ("+14015550101", "2026-11-21T17:30", False),  # at weekends until 5
        ("+12055550101", "2026-11-22T12:00", False),  # Alabama not on Sundays
    ],
)
def test_narrower_states_by_area_code(phone: str, at: str, *, allowed: bool) -> None:
    """C13: rules are rows of data; a state's narrower hours hold for its area codes."""
    zone = recipient_zones(None, phone, "US")[0]
    found = Disturbance((zone,), EVENING, MORNING, us_area_code(phone))
    assert found.is_allowed(local(at, zone.key)) is allowed


def test_every_row_names_its_source() -> None:
    """C13: a rule without a source is an opinion."""
    for row in OPEN_HOURS:
        assert row.source
        assert date(1985, 1, 1) < row.since < date(2026, 11, 21)
        assert row.opens is None or row.opens < row.closes


def test_all_zones_must_allow() -> None:
    """C13: who may be in New York or in Los Angeles is written to when it is day in both."""
    both = rules("America/New_York", "America/Los_Angeles")
    assert both.next_allowed(local("2026-11-21T08:00", "America/New_York")) == local(
        "2026-11-21T08:00", "America/Los_Angeles"
    )
    assert both.next_allowed(local("2026-11-21T18:30", "America/Los_Angeles")) == local(
        "2026-11-22T08:00", "America/Los_Angeles"
    )


def test_the_owner_may_only_narrow() -> None:
    """C13: quiet from 18 to 10 is kept; quiet from 23 to 6 still leaves the law's hours."""
    narrow = rules("UTC", start=time(18), end=time(10))
    assert narrow.next_allowed(datetime(2026, 11, 21, 9, tzinfo=UTC)) == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert narrow.next_allowed(datetime(2026, 11, 21, 18, tzinfo=UTC)) == datetime(2026, 11, 22, 10, tzinfo=UTC)
    wide = rules("UTC", start=time(23), end=time(6))
    assert wide.next_allowed(datetime(2026, 11, 21, 7, tzinfo=UTC)) == datetime(2026, 11, 21, 8, tzinfo=UTC)
    pause = rules("UTC", start=time(12), end=time(14))
    assert pause.next_allowed(datetime(2026, 11, 21, 12, 30, tzinfo=UTC)) == datetime(2026, 11, 21, 14, tzinfo=UTC)


def test_no_zone_and_no_hour_are_never_allowed() -> None:
    """C13: without a zone, or with no hour left, nobody is disturbed."""
    assert rules().next_allowed(datetime(2026, 11, 21, 12, tzinfo=UTC)) is None
    nothing = rules("UTC", start=time(8), end=time(8))
    assert nothing.next_allowed(datetime(2026, 11, 21, 12, tzinfo=UTC)) is None


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True),
    minute=st.integers(0, 366 * 24 * 60),
    area=st.sampled_from([None, "512", "401", "203", "205"]),
    start=st.sampled_from([time(21), time(18), time(23), time(12)]),
    end=st.sampled_from([time(8), time(10), time(6), time(14)]),
)
def test_the_next_allowed_moment_is_the_first(
    names: list[str], minute: int, area: str | None, start: time, end: time
) -> None:
    """C13 D3: through the whole year, both daylight saving changes included, checked minute by minute."""
    found = rules(*names, area=area, start=start, end=end)
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    first = found.next_allowed(moment)
    if first is None:
        assert not any(found.is_allowed(moment + timedelta(minutes=15 * step)) for step in range(14 * 96))
        return
    assert first >= moment
    assert found.is_allowed(first)
    for zone in names:
        assert 8 <= first.astimezone(ZoneInfo(zone)).hour < 21
    step = max(timedelta(minutes=1), (first - moment) / 300)
    earlier = moment
    while earlier < first:
        assert not found.is_allowed(earlier)
        earlier += step
    assert first == moment or not found.is_allowed(first - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("timezone", "phone", "country", "expected"),
    [
        ("Europe/Berlin", "+12025550101", "US", {"Europe/Berlin"}),
        (None, "+12025550101", None, {"America/New_York"}),
        (None, "+447700900123", None, {"Europe/London", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey"}),
        (None, "+447700900123", "GB", {"Europe/London"}),
        (None, None, "DE", {"Europe/Berlin", "Europe/Busingen"}),
        (None, "+12025550101", "GB", {"America/New_York", "Europe/London"}),
        (None, None, None, set()),
        ("Nowhere/City", "not a number", "XX", set()),
    ],
)
def test_where_a_person_may_be(
    timezone: str | None, phone: str | None, country: str | None, expected: set[str]
) -> None:
    """C13: her own zone, else her number's within her country; where both contradict each other, either."""
    assert {zone.key for zone in recipient_zones(timezone, phone, country)} == expected


def test_a_toll_free_number_may_be_anywhere_in_its_country() -> None:
    """C13: +1 800 has no place: every zone of the country must allow the hour."""
    zones = {zone.key for zone in recipient_zones(None, "+18005550101", "US")}
    assert {"America/New_York", "Pacific/Honolulu"} <= zones
    assert "America/Jamaica" not in zones
