"""Import-facts 8: a year of two digits may stand in front; whether it does is a column's matter, never a cell's."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from tests.connectors.tables import Read, read_text, shop, write


@pytest.mark.parametrize(
    ("country", "days", "read_as"),
    [
        ("JP", "26/02/03 26/02/14 25/12/09", "2026-02-03 2026-02-14 2025-12-09"),
        ("SE", "26-02-03", "2026-02-03"),
        ("GB", "26/02/03 26/02/14 26/01/31", "2026-02-03 2026-02-14 2026-01-31"),
        ("US", "25-11-30 26-02-03 26-02-14", "2025-11-30 2026-02-03 2026-02-14"),
        ("GB", "26/02/25 27/03/26 28/03/26", "2025-02-26 2026-03-27 2026-03-28"),
        ("GB", "28/01/24 28/02/24 28/01/25 28/01/26", "2024-01-28 2024-02-28 2025-01-28 2026-01-28"),
        ("JP", "03/02/26 14/02/26 31/01/26", "2026-02-03 2026-02-14 2026-01-31"),
        ("JP", "2/13/26 2/14/26", "2026-02-13 2026-02-14"),
    ],
)
def test_which_end_the_year_is_at(tmp_path: Path, country: str, days: str, read_as: str) -> None:
    """The same few numbers in front of days of the whole month are years; a bill on the 28th of each month has none."""
    rows = "".join(f"{at},{day},p{at}@example.com,9.50\n" for at, day in enumerate(days.split()))
    read = read_text(tmp_path, f"Order ID,Date,Email,Total\n{rows}", settings=shop(country))
    assert [str(day) for day in read.column("ordered_at")] == read_as.split()


def test_no_day_has_so_high_a_number(tmp_path: Path) -> None:
    """Birthdays of the last century; the file's other dates are read as they are written."""
    text = (
        "Name,Email,Birthday,Created at\nAnn,a@example.com,85-02-03,13-02-2025\nBo,b@example.com,04-12-31,14-02-2025\n"
    )
    read = read_text(tmp_path, text, "customers", settings=shop("GB"))
    assert [str(day) for day in read.column("birthday")] == ["1985-02-03", "2004-12-31"]
    assert [str(day) for day in read.column("created_at")] == ["2025-02-13", "2025-02-14"]


def _saved(folder: Path, days: str, day: str, **more: str) -> Read:
    """A file of orders on these days that was saved on a day; `more`: a further column, and what stands in it."""
    names, cells = "".join(f",{name}" for name in more), "".join(f",{cell}" for cell in more.values())
    rows = "".join(f"{at},{each},p{at}@example.com,9.50{cells}\n" for at, each in enumerate(days.split()))
    path = write(folder, f"Order ID,Date,Email,Total{names}\n{rows}")
    moment = datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()
    os.utime(path, (moment, moment))
    return Read(path, settings=shop("GB"))


@pytest.mark.parametrize(
    ("days", "saved", "read_as", "options"),
    [
        ("23/06/07 23/06/08", "2026-11-20", "2023-06-07 2023-06-08", ("dmy", "ymd")),
        ("23-06-25 24-06-25", "2026-11-20", "2025-06-23 2025-06-24", ("dmy", "ymd")),
        ("23/06/07 23/06/08", "1999-01-01", "2007-06-23 2008-06-23", ("dmy", "ymd")),
    ],
)
def test_day_or_year_first_is_asked(
    tmp_path: Path, days: str, saved: str, read_as: str, options: tuple[str, ...]
) -> None:
    """Import-facts 8: two orders in 2007 and 2008, or on two days of 2023; what is later counts meanwhile."""
    read = _saved(tmp_path, days, saved)
    (question,) = read.plan.questions
    assert (question.options, question.text.kind) == (options, "which_ambiguous_years")
    assert "“23" in question.text
    assert [str(day) for day in read.column("ordered_at")] == read_as.split()


@pytest.mark.parametrize(
    ("days", "saved", "read_as"),
    [
        ("23/06/07 23/06/08", "2023-06-12", "2023-06-07 2023-06-08"),
        ("23/06/26 25/06/26", "2026-07-01", "2026-06-23 2026-06-25"),
        ("25/06/30 25/06/29", "2026-11-20", "2025-06-30 2025-06-29"),
        ("29/06/25", "2026-11-20", "2025-06-29"),
        ("23.06.07 23.06.08", "2026-11-20", "2007-06-23 2008-06-23"),
    ],
)
def test_the_day_of_the_file_may_tell(tmp_path: Path, days: str, saved: str, read_as: str) -> None:
    """Import-facts 8: nothing was bought after the file was saved, and one saved in these weeks is of these weeks."""
    read = _saved(tmp_path, days, saved)
    assert [str(day) for day in read.column("ordered_at")] == read_as.split()
    assert read.plan.questions == []


def test_another_column_may_tell(tmp_path: Path) -> None:
    """Import-facts 8: the file's dates are written alike; so are those of one column with years of four digits."""
    read = _saved(tmp_path, "23/06/07 23/06/08", "2026-11-20", Shipped="23/06/30")
    beside = _saved(tmp_path, "23/06/07 13/06/2009", "2026-11-20")
    assert [str(day) for day in read.column("ordered_at")] == ["2023-06-07", "2023-06-08"]
    assert [str(day) for day in beside.column("ordered_at")] == ["2007-06-23", "2009-06-13"]
    assert read.plan.questions == beside.plan.questions == []


def test_rows_in_order_of_time_tell(tmp_path: Path) -> None:
    """Import-facts 8: nine orders, one after the other, are so in one reading only."""
    days = " ".join(f"{20 + at // 4}/0{1 + at % 4}/0{9 - at % 5}" for at in range(12))
    read = _saved(tmp_path, days, "2026-11-20")
    assert (str(read.column("ordered_at")[0]), read.plan.questions) == ("2020-01-09", [])


def test_nobody_was_born_so_lately(tmp_path: Path) -> None:
    """Import-facts 8: a birthday in 2007 or 2023 is one in 2007."""
    text = "Name,Email,Birthday\nAnn,a@example.com,23/06/07\nBo,b@example.com,23/06/08\n"
    read = read_text(tmp_path, text, "customers", settings=shop("GB"))
    assert [str(day) for day in read.column("birthday")] == ["2007-06-23", "2008-06-23"]
    assert read.plan.questions == []


def test_the_owners_order_is_for_the_dates_that_can_have_it(tmp_path: Path) -> None:
    """Import-facts 8: “year first” is no word about dates that end with a year, or with what is no day."""
    text = (
        "Name,Email,Created at,Birthday,Last order\n"
        "Ann,a@example.com,23/06/07,13/06/1985,13/06/23\nBo,b@example.com,05/06/08,14/06/85,13/06/23\n"
    )
    read = read_text(tmp_path, text, "customers", date_order="ymd", settings=shop("GB"))
    assert [str(day) for day in read.column("created_at")] == ["2023-06-07", "2005-06-08"]
    assert [str(day) for day in read.column("birthday")] == ["1985-06-13", "1985-06-14"]
    assert (read.faults, read.plan.questions) == ([], [])
