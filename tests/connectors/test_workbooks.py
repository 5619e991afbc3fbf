"""Workbooks: read in a child process with limits, or refused in one sentence."""

import multiprocessing
import shutil
import struct
import threading
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from reengage_desktop.connectors.opening.aside import Aside
from reengage_desktop.connectors.opening.endings import ends_whole
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


class Enough(Exception):
    """Somebody does not want to wait."""


def test_turning_a_sheet_into_text_can_be_ended(tmp_path: Path) -> None:
    """Promise 19: at once, however long the workbook takes; its process and its text are gone."""

    def stop() -> None:
        raise Enough

    path = workbook(tmp_path / "book.xlsx", ("People", [["email"], ["ann@example.com"]]))
    aside = tmp_path / "aside"
    aside.mkdir()
    with pytest.raises(Enough):
        open_table(path, aside=Aside(aside, stop))
    assert (list(aside.iterdir()), multiprocessing.active_children()) == ([], [])


class FullDisk(Aside):
    """A place that takes no text."""

    def folder(self) -> Path:
        """Where the sheet's text would have to lie on a full disk."""
        folder = super().folder()
        (folder / "sheet.csv").symlink_to("/dev/full")
        return folder


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
def test_a_full_disk_is_no_damage_of_the_workbook(tmp_path: Path) -> None:
    """Promise 12: the owner is not sent to mend a workbook that is whole."""
    path = workbook(tmp_path / "book.xlsx", ("People", [["email"], ["ann@example.com"]]))
    aside = tmp_path / "aside"
    aside.mkdir()
    with pytest.raises(OSError, match="No space left"):
        open_table(path, aside=FullDisk(aside))
    assert list(aside.iterdir()) == []


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


@pytest.mark.parametrize("name", ["orders.xls", "orders.XLSX", "orders.ods", "orders.xlsb", "orders.tmp"])
def test_a_workbook_whose_name_says_another_kind(tmp_path: Path, name: str) -> None:
    """Import-facts 13: shop systems name a new workbook .xls; what it is counts."""
    rows: list[list[Any]] = [["email", "city"], ["ann@example.com", "Rome"]]
    shutil.move(workbook(tmp_path / "whole.xlsx", ("People", rows)), tmp_path / name)
    assert [cells for _, cells in open_table(tmp_path / name).rows()] == [["ann@example.com", "Rome"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [("xl/workbook", "xl/workbook2"), ("xl/workbook", "xl/Workbook"), ("xl/", "content/"), ("xl/", ""), ("/", "\\")],
)
def test_a_workbook_whose_parts_have_other_names(tmp_path: Path, old: str, new: str) -> None:
    """Import-facts 13: the list of links tells which part is the workbook; its formats are found there, too."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["email", "total"])
    sheet.append(["ann@example.com", 12.5])
    sheet["B2"].number_format = "#,##0.00 [$€-407]"
    book.save(tmp_path / "usual.xlsx")
    with zipfile.ZipFile(tmp_path / "usual.xlsx") as usual, zipfile.ZipFile(tmp_path / "other.xlsx", "w") as other:
        for name in usual.namelist():
            content = usual.read(name)
            if old != "/":
                content = content.replace(f'"/{old}'.encode(), f'"/{new}'.encode())
                content = content.replace(f'"{old}'.encode(), f'"{new}'.encode())
            named = name.replace("workbook", new[3:]) if old == "xl/workbook" else name.replace(old, new)
            other.writestr(named, content)
    assert [cells for _, cells in open_table(tmp_path / "other.xlsx").rows()] == [["ann@example.com", "12.5 EUR"]]


def test_a_workbook_named_like_an_older_one_ends_where_it_does(tmp_path: Path) -> None:
    """D2: a watched folder takes it when it is there, whatever its name says; a locked one is told, not awaited."""
    rows: list[list[Any]] = [["email", "city"], ["ann@example.com", "Rome"]]
    whole = workbook(tmp_path / "whole.xlsx", ("People", rows)).read_bytes()
    assert ends_whole(write(tmp_path, whole, "orders.xls"), "DE")
    assert not ends_whole(write(tmp_path, whole[:-40], "cut.xls"), "DE")
    assert ends_whole(write(tmp_path, b"\xd0\xcf\x11\xe0".ljust(1536, b"\0"), "locked.xlsx"), "DE")


def locked_workbook() -> bytes:
    """A compound file with the stream in which Excel keeps a workbook with a password, and nothing else."""
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    sectors = struct.pack("<2I", table, end)
    for name, kind, child in (("Root Entry", 5, 1), ("EncryptedPackage", 2, free)):
        text = name.encode("utf-16-le")
        entry = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text) + 2, kind, 1, free, free, child)
        sectors = sectors.ljust(512, b"\xff") + entry + bytes(36) + struct.pack("<IQ", end, 0)
    return head.ljust(512, b"\xff") + sectors.ljust(1024, b"\0")


@pytest.mark.parametrize("name", ["book.xlsx", "book.xls"])
def test_a_workbook_with_a_password(tmp_path: Path, name: str) -> None:
    """Promise 18: it is told that it is locked, not that it is damaged, whatever its name says."""
    with pytest.raises(FileRefused, match="password"):
        open_table(write(tmp_path, locked_workbook(), name))


def test_a_document_encrypted_as_a_whole(tmp_path: Path) -> None:
    """Promise 18: LibreOffice's newer way to lock one; there is nothing to unpack."""
    with zipfile.ZipFile(tmp_path / "locked.ods", "w") as package:
        package.writestr("encrypted-package", "x")
    with pytest.raises(FileRefused, match="password"):
        open_table(tmp_path / "locked.ods")


@pytest.mark.parametrize(
    "cover",
    [
        [["Export vom", "03.04.2026"], ["Erstellt von", "Anna"], ["Anzahl", 2]],
        [["Spalte", "Bedeutung"], ["E-Mail", "Adresse des Kunden"], ["Name", "Vor- und Nachname"]],
        [["Kontakt", "shop@example.com"], ["Kunden", 120], ["Umsatz", 1200.5]],
    ],
)
def test_a_cover_with_two_columns_is_passed_over(tmp_path: Path, cover: list[list[Any]]) -> None:
    """D2: what a workbook is about, or what its columns mean, is no list."""
    people: list[list[Any]] = [
        ["E-Mail", "Name", "Ort"],
        ["ann@example.com", "Ann", "Rom"],
        ["bo@example.com", "Bo", "Bonn"],
    ]
    path = workbook(tmp_path / "book.xlsx", ("Deckblatt", cover), ("Kunden", people))
    assert open_table(path).header == ["E-Mail", "Name", "Ort"]


def test_the_first_list_is_read_whatever_its_columns_are_called(tmp_path: Path) -> None:
    """D2: a second sheet with better known names is not taken for it."""
    people: list[list[Any]] = [["Wer", "Wohin"], ["Ann", "ann@example.com"], ["Bo", "bo@example.com"]]
    goods: list[list[Any]] = [["SKU", "Name", "Price"], ["A", "Hat", 7.5], ["B", "Shoe", 8.5]]
    assert open_table(workbook(tmp_path / "book.xlsx", ("A", people), ("B", goods))).header == ["Wer", "Wohin"]


def merged(path: Path, rows: list[list[Any]], *ranges: str) -> Path:
    """A workbook of one sheet with merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for each in ranges:
        sheet.merge_cells(each)
    book.save(path)
    return path


def test_an_order_whose_cells_span_its_lines(tmp_path: Path) -> None:
    """D2, import-facts 1: a merged cell is each line's; a number behind the items is the order's, once."""
    rows: list[list[Any]] = [
        ["Order ID", "Order Date", "Item", "Qty", "Amount", "Email"],
        [1001, date(2026, 4, 3), "Shoe", 1, 15, "ann@example.com"],
        [None, None, "Sock", 2, None, None],
        [1002, date(2026, 4, 4), "Hat", 1, 7, "bo@example.com"],
    ]
    ranges = ["A2:A3", "B2:B3", "E2:E3", "F2:F3"]
    read = Read(merged(tmp_path / "orders.xlsx", rows, *ranges), "orders")
    assert read.faults == []
    assert read.column("order_id") == ["1001", "1001", "1002"]
    assert read.column("email") == ["ann@example.com", "ann@example.com", "bo@example.com"]
    assert [cells[4] for _, cells in read.table.rows()] == ["15", "", "7"]


def test_a_logo_beside_the_title_is_no_name_of_a_column(tmp_path: Path) -> None:
    """D2: what spans the lines above a table, or those below it, belongs to none of them."""
    rows: list[list[Any]] = [
        ["LOGO"],
        [None, "Kundenliste"],
        [],
        ["Nr", "Name", "E-Mail", "Ort"],
        [1, "Ann", "ann@example.com", "Rom"],
        ["Alle Preise mit MwSt."],
    ]
    table = open_table(merged(tmp_path / "people.xlsx", rows, "A1:A3", "A6:A9"))
    assert table.header == ["Nr", "Name", "E-Mail", "Ort"]
    assert [cells[0] for _, cells in table.rows()] == ["1", "Alle Preise mit MwSt."]


def test_two_rows_of_headings_some_of_which_span_both(tmp_path: Path) -> None:
    """D2: names stand beside those under a merged heading, and a consent under its own."""
    rows: list[list[Any]] = [
        ["Nr", "Name", "Kontakt", None, "Einwilligung", None],
        [None, None, "E-Mail", "Telefon", "E-Mail", "SMS"],
        [1, "Ann", "ann@example.com", "+12025550101", "ja", "nein"],
        [2, "Bo", "bo@example.com", "+12025550102", "nein", "ja"],
    ]
    read = Read(merged(tmp_path / "people.xlsx", rows, "A1:A2", "B1:B2", "C1:D1", "E1:F1"), "customers")
    assert read.column("email") == ["ann@example.com", "bo@example.com"]
    assert read.column("consent_email") == [True, False]
    assert read.column("consent_sms") == [False, True]


def test_rows_that_a_filter_hides_are_read_and_told(tmp_path: Path) -> None:
    """D2, import-facts 7: a no that is out of sight stays a no; that everyone agreed is not said of them unawares."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Email", "City"], *([f"buyer{at}@example.com", "Rome"] for at in range(4))):
        sheet.append(row)
    for at in (3, 5, 9):
        sheet.row_dimensions[at].hidden = True
    book.save(tmp_path / "people.xlsx")
    table = open_table(tmp_path / "people.xlsx")
    assert len(list(table.rows())) == 4
    assert [(note.kind, note.figures["number"]) for note in table.notes] == [("hidden_rows", 2)]
