"""Workbooks of Excel 97 to 2003, as tills still write them: their formats, hidden rows and days (D2, issue 4)."""

import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.old_workbooks import UNREADABLE, counts_from_1904, read_old_sheet
from tests.connectors.tables import Read, shop, write

Cell = str | float | tuple[float, str]
"""A text, a number, or a number with its format."""

_FREE, _LAST, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _entry(name: str, kind: int, below: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, _FREE, _FREE, below)
    return head + bytes(36) + struct.pack("<IQ", first, size)


def _compound(stream: bytes) -> bytes:
    """A compound file with nothing but the stream `Workbook`."""
    stream = stream.ljust(max(4096, -len(stream) % 512 + len(stream)), b"\0")
    count = len(stream) // 512
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, _LAST, 0, _LAST, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    table = [_TABLE, _LAST, *range(3, count + 2), _LAST]
    sectors = struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
    folder = _entry("Root Entry", 5, 1, _LAST, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return head + sectors + folder.ljust(512, b"\0") + stream


def _cell(row: int, column: int, cell: Cell, codes: Sequence[str]) -> bytes:
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(cell), 1) + text)
    number, code = cell if isinstance(cell, tuple) else (cell, "General")
    return _record(0x203, struct.pack("<HHHd", row, column, codes.index(code), number))


def old_workbook(
    rows: Sequence[Sequence[Cell]], *, hidden: Sequence[int] = (), from_1904: bool = False, name: str = "Orders"
) -> bytes:
    """A workbook of one sheet; `hidden`: rows counted from 0."""
    codes = ["General", *{cell[1] for row in rows for cell in row if isinstance(cell, tuple)}]
    begin = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)
    said = _record(0x809, begin) + _record(0x22, struct.pack("<H", from_1904))
    for at, code in enumerate(codes):
        text = code.encode("utf-16-le")
        said += _record(0x41E, struct.pack("<HHB", 164 + at, len(code), 1) + text)
    for at in range(len(codes)):
        said += _record(0xE0, struct.pack("<HH16x", 0, 164 + at))
    place = len(said) + 4 + 8 + len(name) + 4
    said += _record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name.encode("latin-1")) + _record(
        0x0A, b""
    )
    sheet = _record(0x809, begin[:2] + b"\x10\0" + begin[4:])
    for at in range(len(rows)):
        sheet += _record(0x208, struct.pack("<6HI", at, 0, 9, 255, 0, 0, 0x20 if at in hidden else 0))
    sheet += b"".join(_cell(at, to, cell, codes) for at, row in enumerate(rows) for to, cell in enumerate(row))
    return _compound(said + sheet + _record(0x0A, b""))


HEAD = ["Order ID", "Order Date", "Email", "Total"]


def test_a_currency_and_zeros_that_only_a_format_shows(tmp_path: Path) -> None:
    """D2, issue 4, import-facts 1 and 10: as in newer workbooks; money of another currency is never the shop's."""
    rows: list[list[Cell]] = [
        list(HEAD),
        [(17.0, "00000"), "2026-04-03", "ann@example.com", (12.5, "[$$-409]#,##0.00")],
        [(18.0, "00000"), "2026-04-04", "bo@example.com", (20.0, '#,##0.00 "CHF"')],
        [(19.0, "00000"), "2026-04-05", "cy@example.com", 7.0],
    ]
    path = write(tmp_path, old_workbook(rows), "orders.xls")
    read = Read(path, settings=shop("DE", currency="EUR"))
    assert read.column("order_id") == ["00017", "00018", "00019"]
    assert [each.get("currency", "EUR") for each in read.values] == ["USD", "CHF", "EUR"]
    assert [str(total) for total in read.column("order_total")] == ["12.5", "20", "7"]


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    """D2, import-facts 7: a no that is out of sight stays a no."""
    rows = [HEAD, [1.0, "2026-04-03", "ann@example.com", 5.0], [2.0, "2026-04-04", "bo@example.com", 5.0]]
    table = open_table(write(tmp_path, old_workbook(rows, hidden=[2, 9]), "orders.xls"))
    assert len(list(table.rows())) == 2
    assert [(note.kind, note.figures["number"]) for note in table.notes] == [("hidden_rows", 1)]


@pytest.mark.parametrize(("from_1904", "serial"), [(False, 46115.0), (True, 44653.0)])
def test_bare_days(tmp_path: Path, from_1904: bool, serial: float) -> None:
    """Import-facts 8: days without a format count from the workbook's own beginning."""
    rows = [HEAD, [1.0, serial, "ann@example.com", 5.0], [2.0, serial + 1, "bo@example.com", 5.0]]
    read = Read(write(tmp_path, old_workbook(rows, from_1904=from_1904), "orders.xls"))
    assert read.column("ordered_at") == [date(2026, 4, 3), date(2026, 4, 4)]


def test_what_is_damaged_is_read_without_its_formats(tmp_path: Path) -> None:
    """Promise 18: whatever a byte says, nothing but the known errors is raised, and nothing goes in a circle."""
    whole = old_workbook([HEAD, [(1.0, "00000"), "2026-04-03", "ann@example.com", 5.0]])
    for at in (*range(24, 80), *range(512, 560), *range(1024, 1280), *range(1536, 1800)):
        for byte in (0, 1, 0xFF):
            path = write(tmp_path, whole[:at] + bytes([byte]) + whole[at + 1 :], "orders.xls")
            assert counts_from_1904(path) in {True, False}
            try:
                read_old_sheet.__wrapped__(path, "Orders")
            except UNREADABLE:
                continue
