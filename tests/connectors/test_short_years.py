"""Import-facts 8: a year of two digits may stand in front; whether it does is a column's matter, never a cell's."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text, shop


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
