"""Dates: every notation, and the order of day and month decided by the column (import-facts 8)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.values.dates import DateRule, OrderEvidence, date_reader

ZONE = ZoneInfo("America/New_York")
DAYS = st.dates(date(1971, 1, 1), date(2068, 12, 31))


def reader(order: str = "dmy", **options: bool) -> Callable[[str], datetime | date | None]:
    return date_reader(DateRule(ZONE, order, **options))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-04-03", date(2026, 4, 3)),
        ("2026/4/3", date(2026, 4, 3)),
        ("20260403", date(2026, 4, 3)),
        ("'2026-04-03", date(2026, 4, 3)),
        ("3.4.2026", date(2026, 4, 3)),
        ("3. 4. 2026", date(2026, 4, 3)),
        ("Fri Apr  3 10:15:00 2026", datetime(2026, 4, 3, 14, 15, tzinfo=UTC)),
        ("2026-04-03 10:15:00+02", datetime(2026, 4, 3, 8, 15, tzinfo=UTC)),
        ("2026-04-03 10:15:00.25-04", datetime(2026, 4, 3, 14, 15, tzinfo=UTC)),
        ("3.4.2026 klo 10.15", datetime(2026, 4, 3, 14, 15, tzinfo=UTC)),
        ("3. April 2026", date(2026, 4, 3)),
        ("3 avr. 2026", date(2026, 4, 3)),
        ("3 de abril de 2026", date(2026, 4, 3)),
        ("April 3, 2026", date(2026, 4, 3)),
        ("Fri, Apr 3rd, 2026", date(2026, 4, 3)),
        ("3 kwietnia 2026", date(2026, 4, 3)),
        ("3 mrt 2026", date(2026, 3, 3)),
        ("2026年4月3日", date(2026, 4, 3)),
        ("3-Apr-26", date(2026, 4, 3)),
        ("Apr-03-26", date(2026, 4, 3)),
        ("Apr-3-2026", date(2026, 4, 3)),
        ("46115", date(2026, 4, 3)),
        ("46115.0", date(2026, 4, 3)),
        ("46115.5", datetime(2026, 4, 3, 16, tzinfo=UTC)),
        ("2026-04-03 10:15:00", datetime(2026, 4, 3, 14, 15, tzinfo=UTC)),
        ("2026-04-03T10:15:00Z", datetime(2026, 4, 3, 10, 15, tzinfo=UTC)),
        ("2026-04-03 10:15:00 -0700", datetime(2026, 4, 3, 17, 15, tzinfo=UTC)),
        ("2026-04-03 10:15:00 UTC", datetime(2026, 4, 3, 10, 15, tzinfo=UTC)),
        ("2026-04-03T10:15:00.123+02:00", datetime(2026, 4, 3, 8, 15, tzinfo=UTC)),
        ("2026-04-03 9:05", datetime(2026, 4, 3, 13, 5, tzinfo=UTC)),
        ("Sep 4, 2026 1:05:07 AM PDT", datetime(2026, 9, 4, 8, 5, 7, tzinfo=UTC)),
        ("3/4/2026 12:30 PM", datetime(2026, 4, 3, 16, 30, tzinfo=UTC)),
        ("1569333217", datetime(2019, 9, 24, 13, 53, 37, tzinfo=UTC)),
        ("1569333217000", datetime(2019, 9, 24, 13, 53, 37, tzinfo=UTC)),
    ],
)
def test_notations(text: str, expected: date) -> None:
    """D2: what exports really write; naive times are the shop's."""
    assert reader()(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "NEVER", "--", "TBD", "N/A", "0000-00-00", "null"])
def test_nothing_is_none(text: str) -> None:
    """D2: words for "nothing" are no fault."""
    assert reader()(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "3.4.2026 10:15-11",
        "Q1 2024",
        "Spring 2024",
        "2026-13-01",
        "31.02.2026",
        "tomorrow",
        "12",
        "3/4/5/6",
        "9999-12-31",
        "1066-10-14",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """D2: raises, for the reader to tell."""
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the reader's
        reader()(text)


def test_iso_is_never_turned_round() -> None:
    """D2: a day-first parser makes 4 March of 2026-04-03."""
    assert reader("dmy")("2026-04-03") == reader("mdy")("2026-04-03") == date(2026, 4, 3)


def test_daylight_saving_moves_the_offset() -> None:
    """D2: a naive time is read by the shop's clock of that day."""
    read = reader()
    assert read("2026-01-03 12:00:00") == datetime(2026, 1, 3, 17, tzinfo=UTC)
    assert read("2026-07-03 12:00:00") == datetime(2026, 7, 3, 16, tzinfo=UTC)


def test_midnights_of_a_whole_column_are_days() -> None:
    """A10: an exporter that writes 00:00:00 everywhere only knew the day."""
    assert reader(is_midnight_day=True)("2026-04-03 00:00:00") == date(2026, 4, 3)


@given(day=DAYS, order=st.sampled_from(["dmy", "mdy"]), separator=st.sampled_from("/-."), short=st.booleans())
def test_every_day_comes_back(day: date, order: str, separator: str, short: bool) -> None:
    """D2: written in an order, read in that order."""
    year = f"{day.year % 100:02d}" if short else str(day.year)
    parts = [str(day.day), str(day.month), year] if order == "dmy" else [str(day.month), str(day.day), year]
    assert reader(order)(separator.join(parts)) == day


@given(moment=st.datetimes(datetime(1971, 1, 1), datetime(2068, 1, 1)), hours=st.integers(-11, 12))  # noqa: DTZ001
def test_moments_with_an_offset_come_back(moment: datetime, hours: int) -> None:
    """D2: Shopify's form."""
    moment = moment.replace(microsecond=0)
    expected = (moment - timedelta(hours=hours)).replace(tzinfo=UTC)
    assert reader()(f"{moment} {'-' if hours < 0 else '+'}{abs(hours):02d}00") == expected


def evidence(cells: list[str]) -> OrderEvidence:
    found = OrderEvidence()
    found.add(cells)
    return found


@given(days=st.lists(DAYS, min_size=1, max_size=60), order=st.sampled_from(["dmy", "mdy"]))
def test_one_day_past_the_twelfth_decides_the_column(days: list[date], order: str) -> None:
    """D2: decided per column; wrong only where it says that it does not know."""
    pattern = "%d/%m/%Y" if order == "dmy" else "%m/%d/%Y"
    found = evidence([day.strftime(pattern) for day in days])
    decided = set(found.decide().values())
    if any(day.day > 12 for day in days):
        assert decided == {order}
        assert not found.is_mixed


def test_excels_accident_is_decided_by_the_other_shape() -> None:
    """D2: days 1 to 12 read 01-02-21, the others 10/16/2021, both month first."""
    found = evidence(["01-02-21", "10/16/2021", "02-03-21", "11/30/2021"])
    assert found.decide() == {("-", 2): "mdy", ("/", 4): "mdy"}


def test_the_row_order_decides_what_the_values_leave_open() -> None:
    """D2: rows in order of time are only so when read rightly."""
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(360)]
    found = evidence([day.strftime("%m/%d/%Y") for day in days if day.day <= 12])
    assert set(found.decide().values()) == {"mdy"}


def test_ambiguous_columns_say_so() -> None:
    """D2: nothing decides 03/04/2026."""
    found = evidence(["03/04/2026", "05/04/2026"])
    assert found.is_ambiguous
    assert found.example == "03/04/2026"


def test_mixed_columns_say_so() -> None:
    """D2: one column in two orders."""
    assert evidence(["25/12/2026", "12/25/2026"]).is_mixed


def test_serials_of_a_workbook_that_counts_from_1904() -> None:
    """Issue 4: bare numbers of old Macs' workbooks are days 1,462 further on."""
    usual, old = date_reader(DateRule(ZONE)), date_reader(DateRule(ZONE, serial_shift=1462))
    assert (usual("46066"), old("44604"), usual("44604")) == (date(2026, 2, 13), date(2026, 2, 13), date(2022, 2, 12))
