"""Workbooks: read in a child process with limits, or refused in one sentence."""

import multiprocessing
import threading
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.watchdog import has_answered, resident_bytes
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import Read, write


def workbook(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_numbers_are_what_their_owner_sees(tmp_path: Path) -> None:
    """D2: ids and phones come as floats, dates as dates; line numbers are the sheet's rows."""
    rows: list[list[Any]] = [
        ["Customer ID", "Order ID", "Order Date", "Total", "Phone", "Note"],
        [17850.0, 536365.0, datetime(2026, 4, 3, 10, 15), 68.66499999999999, 12025550143.0, "two\nlines"],  # noqa: DTZ001
        [17851.0, 536366.0, date(2026, 4, 4), 12.5, 12025550144.0, None],
    ]
    read = Read(workbook(tmp_path / "orders.xlsx", ("Orders", rows)), "orders")
    assert read.column("customer_id") == ["17850", "17851"]
    assert read.column("order_id") == ["536365", "536366"]
    assert read.column("ordered_at") == [datetime(2026, 4, 3, 10, 15, tzinfo=UTC), date(2026, 4, 4)]
    assert read.column("order_total") == [Decimal("68.665"), Decimal("12.5")]
    assert read.column("phone") == ["+12025550143", "+12025550144"]
    assert [record.line for record in read.records] == [2, 3]
    assert read.faults == []


def test_serial_dates_and_ids_as_text(tmp_path: Path) -> None:
    """D2: a date column without a date format holds serials; text ids keep their zeros."""
    rows: list[list[Any]] = [
        ["customer_id", "order_date", "total"],
        ["00123", 46115.0, "1,50"],
        ["00124", 46116.0, "2,50"],
    ]
    read = Read(workbook(tmp_path / "orders.xlsx", ("Orders", rows)), "orders")
    assert read.column("customer_id") == ["00123", "00124"]
    assert read.column("ordered_at") == [date(2026, 4, 3), date(2026, 4, 4)]
    assert read.column("order_total") == [Decimal("1.50"), Decimal("2.50")]


def test_the_first_sheet_with_rows_or_the_one_named(tmp_path: Path) -> None:
    """D2: an empty cover sheet is passed over; the others are named."""
    path = workbook(
        tmp_path / "book.xlsx",
        ("Cover", []),
        ("People", [["email"], ["ann@example.com"]]),
        ("More", [["email"], ["bo@example.com"]]),
    )
    table = open_table(path)
    assert [cells for _, cells in table.rows()] == [["ann@example.com"]]
    assert any("People" in note and "More" in note for note in table.notes)
    assert [cells for _, cells in open_table(path, sheet="More").rows()] == [["bo@example.com"]]
    with pytest.raises(FileRefused, match="no sheet “Nope”"):
        open_table(path, sheet="Nope")


def test_a_cover_with_some_text_is_passed_over(tmp_path: Path) -> None:
    """D2: the first sheet that is a table; where none is, the first list of one column."""
    cover = ("About", [["Corner Shop"], ["All customers"], ["March"]])
    people = ("People", [["email", "city"], ["ann@example.com", "Rome"]])
    assert open_table(workbook(tmp_path / "book.xlsx", cover, people)).header == ["email", "city"]
    plain = ("People", [["email"], ["ann@example.com"]])
    assert open_table(workbook(tmp_path / "plain.xlsx", ("Empty", []), plain)).header == ["email"]


def test_what_a_sheet_was_turned_into_is_removed(tmp_path: Path) -> None:
    """D2, promise 18: no copy of the customers stays on the disk."""
    table = open_table(workbook(tmp_path / "book.xlsx", ("People", [["email"], ["ann@example.com"]])))
    assert table.text_path.exists()
    table.close()
    assert not table.text_path.parent.exists()


def test_damaged_foreign_and_locked_files(tmp_path: Path) -> None:
    """D2, promise 18: truncated, an archive, a web page named .xls: one sentence each."""
    whole = workbook(tmp_path / "whole.xlsx", ("People", [["email"], ["ann@example.com"]])).read_bytes()
    for cut in (10, len(whole) // 2, len(whole) - 10):
        with pytest.raises(FileRefused, match="damaged"):
            open_table(write(tmp_path, whole[:cut], "cut.xlsx"))
    archive = tmp_path / "archive.xlsx"
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("customers.csv", "email\nann@example.com\n")
    with pytest.raises(FileRefused, match="archive"):
        open_table(archive)
    with pytest.raises(FileRefused, match="web page"):
        open_table(write(tmp_path, "<html><body><table><tr><td>email</td></tr></table>", "report.xls"))
    with pytest.raises(FileRefused, match="damaged or no workbook"):
        open_table(write(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.xls"))


def test_an_empty_workbook(tmp_path: Path) -> None:
    """D2: said."""
    with pytest.raises(FileRefused, match="no rows"):
        open_table(workbook(tmp_path / "empty.xlsx", ("People", [])))


def hoard(sender: Connection) -> None:
    """Takes memory without an end and never answers."""
    held = []
    while len(held) < 600:
        held.append(bytearray(1 << 20))
    sleep_on(sender)


def sleep_on(sender: Connection) -> None:
    """Never answers."""
    threading.Event().wait(30)
    sender.close()


@pytest.mark.parametrize(("work", "seconds", "expected"), [(hoard, 60, None), (sleep_on, 1, False)])
def test_a_child_is_watched_where_the_system_sets_no_limit(work: Any, seconds: float, expected: bool | None) -> None:
    """Promise 22: on Windows and macOS the parent ends a child that takes too much memory or time."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(sender,), daemon=True)
    process.start()
    try:
        assert resident_bytes(process.pid or 0) > 0
        assert has_answered(receiver, process.pid or 0, memory=200 << 20, seconds=seconds) is expected
    finally:
        process.kill()
        process.join()
        receiver.close()
        sender.close()
    assert resident_bytes(process.pid or 0) == 0


def test_numbers_as_text_and_text_as_numbers(tmp_path: Path) -> None:
    """D2: spreadsheets keep some amounts as text and some ids as numbers, in one column."""
    rows: list[list[Any]] = [
        ["Order ID", "Customer ID", "Order Date", "Total", "Email"],
        ["1001", 7, "2026-04-03", "1.234,50", "ann@example.com"],
        [1002, "8", datetime(2026, 4, 4), 12.5, "bo@example.com"],  # noqa: DTZ001
    ]
    read = Read(workbook(tmp_path / "orders.xlsx", ("Orders", rows)), "orders")
    assert read.column("order_id") == ["1001", "1002"]
    assert read.column("customer_id") == ["7", "8"]
    assert read.column("order_total") == [Decimal("1234.50"), Decimal("12.5")]
    assert read.column("ordered_at") == [date(2026, 4, 3), date(2026, 4, 4)]


def test_a_sheet_that_its_owner_hid_is_read_last(tmp_path: Path) -> None:
    """Issue 4: last year's orders behind this year's are no surprise."""
    book = Workbook()
    old = book.active
    assert old is not None
    old.append(["email", "city"])
    old.append(["old@example.com", "Rome"])
    old.sheet_state = "hidden"
    now = book.create_sheet("Now")
    now.append(["email", "city"])
    now.append(["ann@example.com", "Rome"])
    book.active = 1
    book.save(tmp_path / "book.xlsx")
    table = open_table(tmp_path / "book.xlsx")
    assert [cells[0] for _, cells in table.rows()] == ["ann@example.com"]
    assert [note.kind for note in table.notes] == ["sheet_read"]


def test_formulas_without_results_are_told(tmp_path: Path) -> None:
    """Issue 4: a workbook that no spreadsheet program has calculated loses no amounts in silence."""
    rows: list[list[Any]] = [["Order ID", "Date", "Total"], [1, date(2026, 4, 3), "=10+14"], [2, date(2026, 4, 4), 12]]
    table = open_table(workbook(tmp_path / "orders.xlsx", ("Orders", rows)))
    assert [(note.kind, note.figures["number"]) for note in table.notes] == [("uncalculated", 1)]


@pytest.mark.parametrize(
    ("part", "told"), [("Index/Document.iwa", "Numbers document"), ("word/document.xml", "text document")]
)
def test_packages_of_other_programs(tmp_path: Path, part: str, told: str) -> None:
    """Import-facts 13: what it is and what would work, not “unpack it”."""
    with zipfile.ZipFile(tmp_path / "list.numbers", "w") as package:
        package.writestr(part, "x")
    with pytest.raises(FileRefused, match=told):
        open_table(tmp_path / "list.numbers")
