"""Dates: every notation, and the order of day and month decided by the column (import-facts 8)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.values.date_orders import OrderEvidence
from reengage_desktop.connectors.values.dates import DateRule, date_reader
from reengage_desktop.connectors.values.profiles import is_date
from tests.connectors.tables import read_text, shop

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


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03 10:15+02",
        "2026-04-03T10:15+02",
        "03.04.2026 10:15+02",
        "03/04/2026 10:15 +02",
        "2026-04-03T10:15:00+02:00[Europe/Berlin]",
        "2026-04-03 10:15:00 Europe/Berlin",
        "2026-04-03 01:15:00 America/Los_Angeles",
        "03.04.2026 10:15 [Europe/Berlin]",
        "Fri Apr 03 2026 10:15:00 GMT+0200 (Central European Summer Time)",
        "2026-04-03 01:15:00 \u221207:00",
        "20260403T081500Z",
        "20260403 101500 +0200",
        "Fr., 03.04.2026 10:15 CEST",
        "vr 03-04-2026 10:15 +02:00",
        "3/4/2026 10:15:00 a. m. CEST",
        "3/4/2026 10:15 a.\u00a0m. +0200",
        "2026/4/3(金) 17:15 JST",
        "2026年4月3日\uff08金\uff0917時15分 JST",
        "2026/04/03 午後5:15:00 JST",
        "令和8年4月3日 17:15 JST",
        "03.04.2026 godz. 10:15 CEST",
        "3 aprile 2026 ore 10.15 CEST",
        "3/4/2026 1:15 AM PT",
        "03.04.2026 16:15 SGT",
        "3 avr. 2026 10 h 15 CEST",
        "1775204100",
        "1775204100000",
        "1775204100000000",
    ],
)
def test_one_moment_in_many_notations(text: str) -> None:
    """D2: an offset or a zone counts in whatever shape it stands; weekdays and words about the clock don't."""
    assert reader()(text) == datetime(2026, 4, 3, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "3rd of April 2026",
        "03/Apr/2026",
        "3.Apr.26",
        "03APR2026",
        "2026-Apr-03",
        "2026 April 3",
        "3 Apr '26",
        "Fr 03.04.2026",
        "vendredi 03/04/2026",
        "3 de abril del 2026",
        "03/abr./2026",
        "sexta-feira, 3 de abril de 2026",
        "3 kwietnia 2026 r.",
        "03.04.2026 r.",
        "2026年4月3日(金)",
        "2026/04/03\uff08金\uff09",
        "2026\uff0e04\uff0e03",
        "令和8年4月3日",
    ],
)
def test_one_day_in_many_notations(text: str) -> None:
    """D2: as people and tills write it in the languages of the shops; a column of such days looks like days, too."""
    assert reader()(text) == date(2026, 4, 3)
    assert is_date(text)


@pytest.mark.parametrize("text", ["1900-01-00", "1/0/1900", "00.01.1900", "00000000", "0", "00-00-0000"])
def test_a_spreadsheets_nought_is_nothing(text: str) -> None:
    """D2: so Excel and SAP write a date that is not there."""
    assert reader()(text) is None


@pytest.mark.parametrize("text", ["03.04.2026 24:00", "2026-04-03 24:00:00"])
def test_the_end_of_a_day(text: str) -> None:
    """D2: midnight as tills write it is the next day's first moment."""
    assert reader()(text) == datetime(2026, 4, 4, 4, tzinfo=UTC)


def test_twelve_digits_are_a_minute() -> None:
    """D2: `202604031015` is no moment of 1976."""
    assert reader()("202604031015") == datetime(2026, 4, 3, 14, 15, tzinfo=UTC)
    assert reader()("999999999999") == datetime(2001, 9, 9, 1, 46, 39, tzinfo=UTC)


def test_the_weekday_is_no_obstacle_to_the_order_of_day_and_month() -> None:
    """D2: decided for the column, as without it."""
    assert evidence(["Mo, 13.04.26", "Di, 14.04.26"]).decide() == {(".", 2): "dmy"}
    assert evidence(["Mon 4/13/2026", "Tue 4/7/2026"]).decide() == {("/", 4): "mdy"}


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


@pytest.mark.parametrize("filler", ["9999-12-31", "0001-01-01", "1899-12-30", "1970-01-01"])
@pytest.mark.parametrize("other", ["2026-04-13", "4/13/2026"])
def test_a_filler_is_no_day_of_a_purchase(tmp_path: Path, filler: str, other: str) -> None:
    """D2: the first and the last day that programs know are told, in a column of plain days as in any other."""
    read = read_text(tmp_path, f"Order ID,Date,Email,Total\n1,{filler},a@example.com,9\n2,{other},b@example.com,9\n")
    assert (read.column("ordered_at"), read.rejected) == ([date(2026, 4, 13)], [2])


@pytest.mark.parametrize("zero", ["1970-01-01", "1970-01-01 00:00:00", "1969-12-31 19:00:00", "1970-01-01T00:00:00Z"])
def test_the_first_second_of_computers_is_nothing(zero: str) -> None:
    """D2: nobody bought anything then, but somebody may have been born on that day."""
    assert reader()(zero) is None
    assert reader(is_day=True)("1970-01-01") == date(1970, 1, 1)


@pytest.mark.parametrize(
    ("heading", "hour"),
    [
        ("Created (UTC)", 22),
        ("date_created_gmt", 22),
        ("Created (UTC+2)", 20),
        ("Created (GMT-03:00)", 25),
        ("Created", 20),
    ],
)
def test_a_heading_names_the_zone(tmp_path: Path, heading: str, hour: int) -> None:
    """A2: a purchase late in the evening is of that day, whatever the shop's zone."""
    text = f"Order ID,{heading},Email,Total\n1,2026-04-03 22:30:00,a@example.com,9\n"
    read = read_text(tmp_path, text, settings=shop("DE", "Europe/Berlin", "EUR"))
    assert read.column("ordered_at") == [datetime(2026, 4, 3, 0, 30, tzinfo=UTC) + timedelta(hours=hour)]
