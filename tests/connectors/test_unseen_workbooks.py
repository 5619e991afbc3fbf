"""Workbooks that nobody showed us: what stands above, before and between their lists (D2, issue 4)."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.connectors.opening.files import open_table
from tests.connectors.tables import Read, shop
from tests.connectors.test_workbooks import merged, workbook

A, B = "ann@example.com", "bo@example.com"
HEAD = ["Name", "Email", "Phone", "City"]
PEOPLE: list[list[Any]] = [["Ann Bee", A, "202-555-0143", "Rome"], ["Bo Cee", B, None, "Bonn"]]
ORDERS: list[list[Any]] = [
    ["Order ID", "Order Date", "Email", "Total"],
    [1, date(2026, 3, 3), A, 10],
    [2, date(2026, 3, 4), B, 20],
]


@pytest.mark.parametrize(
    "above",
    [
        [["Customer list", "Corner Shop"]],
        [["Corner Shop"], ["Exported:", date(2026, 4, 3)], ["Filter:", "all"], []],
        [["Customer list", "Corner Shop", "March 2026"]],
        [["Table 1", "all customers"], ["City:", "any"]],
        [["Person", None, "Contact", None]],
        [["Person", None, None, "Contact"]],
    ],
)
def test_what_fills_half_of_a_line_above_the_header_is_no_header(tmp_path: Path, above: list[list[Any]]) -> None:
    """D2, import-facts 6: titles, what was filtered, groups: the names below are known and fill more of their line."""
    read = Read(workbook(tmp_path / "people.xlsx", ("People", [*above, HEAD, *PEOPLE])))
    assert read.table.header == HEAD
    assert (read.column("name"), read.column("email"), read.rejected) == (["Ann Bee", "Bo Cee"], [A, B], [])


def test_a_header_with_blanks_keeps_its_rows(tmp_path: Path) -> None:
    """D2: a fuller table further down takes no record from the first; a title is looked for above records only."""
    rows = [["Email", "Name", None, None], [A, "Ann", 1, 2], [B, "Bo", 3, 4], [], HEAD, *PEOPLE]
    table = open_table(workbook(tmp_path / "people.xlsx", ("People", rows)))
    assert table.header[:2] == ["Email", "Name"]
    assert [cells[0] for _, cells in table.rows()][:2] == [A, B]


def test_blank_columns_between_the_others_count_for_nothing(tmp_path: Path) -> None:
    """D2: a list drawn with narrow columns between its own, further down and to the right."""
    rows = [[], [], [None, None, "Email", None, None, None, "Name"], [None, None, A, None, None, None, "Ann"]]
    read = Read(workbook(tmp_path / "people.xlsx", ("People", [*rows, [None, None, B, None, None, None, "Bo"]])))
    assert [(record.line, record.values["email"]) for record in read.records] == [(4, A), (5, B)]


@pytest.mark.parametrize(
    "summary",
    [
        [["Month", "Orders", "Revenue"], ["2026-01", 20, 1000.5], ["2026-02", 22, 1100], ["2026-03", 18, 900]],
        [["Month", "Orders", "Total", "Average"], [date(2026, 1, 1), 20, 1000.5, 50], [date(2026, 2, 1), 22, 1100, 50]],
        [
            ["Row Labels", "Sum of Total", "Count of Orders"],
            ["Berlin", 100, 4],
            ["Bonn", 50, 2],
            ["Grand Total", 150, 6],
        ],
        [["Umsatz", "Bestellungen"], [1000.5, 20], [1100, 22]],
    ],
)
def test_a_summary_before_the_list_is_passed_over(tmp_path: Path, summary: list[list[Any]]) -> None:
    """D2, import-facts 13: sums by month or place name nobody; the sheet with the orders is read, and both are told."""
    read = Read(workbook(tmp_path / "orders.xlsx", ("Summary", summary), ("Orders", ORDERS)))
    assert (read.column("order_id"), read.column("email")) == (["1", "2"], [A, B])
    assert [note.kind for note in read.plan.notes if note.kind == "sheet_read"] == ["sheet_read"]


def test_the_first_of_two_lists_stays_the_first(tmp_path: Path) -> None:
    """D2: goods with prices are a list of their own, though the sheet after them holds addresses."""
    goods: list[list[Any]] = [["Name", "Price", "Stock"], ["Vase", 12.5, 3], ["Bowl", 7, 8]]
    path = workbook(tmp_path / "shop.xlsx", ("Goods", goods), ("Suppliers", [HEAD, *PEOPLE]))
    assert open_table(path).header == ["Name", "Price", "Stock"]


def test_durations_shares_and_times_beside_dates(tmp_path: Path) -> None:
    """D2: what only looks like a moment or an amount is none; a time in a column of its own is its day's."""
    rows: list[list[Any]] = [
        ["Order ID", "Date", "Time", "Email", "Duration", "Discount %", "Total"],
        [1, date(2026, 4, 3), time(10, 15), A, timedelta(hours=26, minutes=5), 0.15, 100.5],
        [2, date(2026, 4, 4), time(16, 30), B, timedelta(minutes=45), 0, 0.1 + 0.2],
    ]
    read = Read(workbook(tmp_path / "orders.xlsx", ("Orders", rows)))
    assert [str(total) for total in read.column("order_total")] == ["100.5", "0.3"]
    assert [moment.strftime("%d %H:%M") for moment in read.column("ordered_at")] == ["03 10:15", "04 16:30"]


def test_text_dates_beside_real_ones(tmp_path: Path) -> None:
    """Import-facts 8: some cells were typed as text; the shop's order reads them."""
    rows: list[list[Any]] = [
        ["Bestellnummer", "Bestelldatum", "E-Mail", "Menge", "Gesamtbetrag"],
        ["00017", datetime(2026, 4, 3), A, "2", "1.234,50 €"],  # noqa: DTZ001
        ["00018", "13.04.2026", B, "1", 99],
    ]
    read = Read(workbook(tmp_path / "orders.xlsx", ("Orders", rows)), settings=shop("DE", currency="EUR"))
    assert read.column("order_id") == ["00017", "00018"]
    assert read.column("ordered_at") == [date(2026, 4, 3), date(2026, 4, 13)]
    assert [str(total) for total in read.column("order_total")] == ["1234.50", "99"]


def test_a_line_of_sums_and_blank_cells_far_away(tmp_path: Path) -> None:
    """Import-facts 6: a table's own line of sums is no order; what was only formatted is no row."""
    path = merged(tmp_path / "orders.xlsx", [*ORDERS, ["Total", None, None, 30], *[[]] * 2000, [" "]], "A1:A1")
    read = Read(path)
    assert (read.column("order_id"), read.rejected) == (["1", "2"], [4])


def _days(*days: tuple[int, int], is_exchanged: bool = True) -> list[list[Any]]:
    """Orders of days and months as a program keeps them that takes the first number for the month where it can."""
    rows: list[list[Any]] = [["Order ID", "Order Date", "Email", "Total"]]
    for at, (day, month) in enumerate(days):
        is_date = day <= 12 or not is_exchanged
        kept = datetime(2026, day if is_exchanged else month, month if is_exchanged else day, 10) if is_date else None  # noqa: DTZ001
        rows.append([at, kept or f"{day:02}/{month:02}/2026 10:00", f"buyer{at}@example.com", 5])
    return rows


SPREAD = [(day, month) for month in (1, 2, 3) for day in (3, 8, 11, 15, 28)]


def test_days_that_a_spreadsheet_program_took_for_months(tmp_path: Path) -> None:
    """Import-facts 8: a day-first file opened in a month-first program; nobody bought in November for it."""
    read = Read(workbook(tmp_path / "orders.xlsx", ("Orders", _days(*SPREAD))))
    assert [(moment.day, moment.month) for moment in read.column("ordered_at")] == SPREAD
    assert [(note.kind, note.figures["number"]) for note in read.table.notes] == [("exchanged_days", 8)]
    assert read.plan.questions == []


@pytest.mark.parametrize(
    "rows",
    [
        _days(*SPREAD, is_exchanged=False),
        _days((3, 1), (8, 1), (15, 1), (28, 2), (17, 2), (29, 3)),
        [*_days(*SPREAD), [99, "04/05/2026 10:00", "cy@example.com", 5]],
        [*_days(*SPREAD), [99, datetime(2026, 3, 28, 10), "cy@example.com", 5]],  # noqa: DTZ001
    ],
)
def test_days_that_may_be_what_they_are(tmp_path: Path, rows: list[list[Any]]) -> None:
    """Import-facts 8: by chance or by hand a few are alike; no date is changed then."""
    table = open_table(workbook(tmp_path / "orders.xlsx", ("Orders", rows)))
    dates = [(row[1].isoformat(" ") if isinstance(row[1], datetime) else row[1]) for row in rows[1:]]
    assert [cells[1] for _, cells in table.rows()] == dates
    assert not [note for note in table.notes if note.kind == "exchanged_days"]
