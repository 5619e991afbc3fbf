"""Puts into a sheet's rows what its number formats show, which the reader of workbooks leaves out: XLSX, XLS and ODS.

The parts are searched as bytes, block by block: no entity is ever unfolded, and a sheet whose formats say nothing is
not looked at.
"""

import html
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from reengage_desktop.connectors.opening.number_formats import NumberFormat, number_format
from reengage_desktop.connectors.opening.old_workbooks import UNREADABLE, OldSheet, read_old_sheet

_BLOCK = 1 << 20
_LARGEST_PART = 64 << 20
"""Bytes of a list of formats or sheets; those of real workbooks are smaller by far."""

_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)

_CELL = re.compile(rb"<(?:\w+:)?c[\s/>][^<>]*")
_HAS_PLACE = re.compile(rb"\sr=")
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(?:(row)|c)(?=[\s/>])([^<>]*)>")
_CELL_STYLE = re.compile(rb"""\ss=["'](\d+)["']""")

_ZEROS = re.compile(rb"<text:p>[+(]*0\d")
_MONEY = re.compile(rb'office:currency="([A-Z]{3})"')
_PART = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell)((?:\s[^<>]*)?)>"
    rb"(?:\s*<office:annotation\b[^<]*(?:<(?!table:|/office:annotation>)[^<]*)*</office:annotation>)?"
    rb"(?:\s*<text:p>([^<]*)</text:p>)?"
)
_SHOWN_DIGITS = re.compile(r"[\d+() -]+")

_USUAL = b"0"
"""The style of cells that name none."""

_INEXACT = 1 << 53
_LONG_NUMBER = re.compile(
    rb"""<(?:\w+:)?c(?=[^<>]*?\sr=["']([A-Z]{1,3})(\d{1,7})["'])[^<>]*>\s*<(?:\w+:)?v>(\d{16,40})<"""
)

Rows = list[list[Any]]


def show_numbers(path: Path | str, sheet: str, rows: Rows) -> None:
    """Replaces numbers of `rows` by what the sheet shows: `12.5 EUR`, `00123`. What can't be found stays as it is."""
    if not zipfile.is_zipfile(path):
        with suppress(*UNREADABLE):
            _show_old(read_old_sheet(Path(path), sheet), rows)
        return
    with (
        suppress(KeyError, IndexError, ValueError, OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError),
        zipfile.ZipFile(path) as package,
    ):
        if "content.xml" in package.NameToInfo:
            _show_open_document(package, sheet, rows)
        elif "xl/workbook.xml" in package.NameToInfo:
            _show_excel(package, sheet, rows)


def _show_old(sheet: OldSheet, rows: Rows) -> None:
    formats = {style: said for style, code in sheet.formats.items() if (said := number_format(code))}
    for row, column, style in sheet.cells:
        if style in formats and row < len(rows) and column < len(rows[row]):
            _show(rows[row], column, formats[style])


def whole_tags(package: zipfile.ZipFile, part: str, last: bytes = b"<") -> Iterator[bytes]:
    """A part's bytes in blocks that each end before a `last`, so that no tag is cut in two."""
    with package.open(part) as stream:
        rest = b""
        while block := stream.read(_BLOCK):
            text = rest + block
            end = text.rfind(last)
            if end > 0:
                yield text[:end]
            rest = text[max(0, end) :][:_LARGEST_PART]
        yield rest


def _show_excel(package: zipfile.ZipFile, sheet: str, rows: Rows) -> None:
    part, styles = parts_of(package, sheet)
    if any(type(cell) is float and cell >= _INEXACT for row in rows for cell in row):
        _show_all_digits(package, part, rows)
    formats = _formats(_read(package, styles))
    if not formats:
        return
    wanted = b"|".join(formats)
    place = rb"""(?=[^<>]*?\sr=["']([A-Z]{1,3})(\d{1,7})["'])"""
    said = rb"""[^<>]*?\ss=["'](""" + wanted + rb""")["']"""
    unsaid = rb"|(?![^<>]*?\ss=)" if _USUAL in formats else b""
    cell = re.compile(rb"<(?:\w+:)?c" + place + b"(?:" + said + unsaid + b")")
    for at, text in enumerate(whole_tags(package, part)):
        if at == 0 and (first := _CELL.search(text)) and not _HAS_PLACE.search(first[0]):
            _show_unplaced(package, part, formats, rows)
            return
        for letters, number, style in cell.findall(text):
            row, column = int(number) - 1, _column(letters)
            if row < len(rows) and column < len(rows[row]):
                _show(rows[row], column, formats[style or _USUAL])


def _show_unplaced(package: zipfile.ZipFile, part: str, formats: dict[bytes, NumberFormat], rows: Rows) -> None:
    """Cells that don't say where they stand: each follows the one before."""
    row = column = -1
    for text in whole_tags(package, part):
        for is_row, said in _ROW_OR_CELL.findall(text):
            row, column = (row + 1, -1) if is_row else (row, column + 1)
            style = _CELL_STYLE.search(said)
            format_ = None if is_row else formats.get(style[1] if style else _USUAL)
            if format_ and 0 <= row < len(rows) and column < len(rows[row]):
                _show(rows[row], column, format_)


def _show_all_digits(package: zipfile.ZipFile, part: str, rows: Rows) -> None:
    """Ids beyond what a number keeps, as the sheet's text has them."""
    for text in whole_tags(package, part, b"<row"):
        for letters, number, digits in _LONG_NUMBER.findall(text):
            row, column = int(number) - 1, _column(letters)
            if row < len(rows) and column < len(rows[row]) and type(rows[row][column]) is float:
                rows[row][column] = digits.decode()


def _show(row: list[Any], column: int, format_: NumberFormat) -> None:
    """Shows one cell; text, dates and yes or no are shown as they are already."""
    number = row[column]
    if type(number) is float or type(number) is int:
        row[column] = format_.shown(number) or number


@cache
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def parts_of(package: zipfile.ZipFile, sheet: str) -> tuple[str, str]:
    """The names of the parts that hold a sheet and the formats."""
    links = _tags(_read(package, "xl/_rels/workbook.xml.rels"), b"Relationship")
    targets = {link["Id"]: posixpath.normpath(posixpath.join("/xl", link["Target"]))[1:] for link in links}
    styles = next((targets[link["Id"]] for link in links if link["Type"].endswith("/styles")), "")
    for tag in _tags(_read(package, "xl/workbook.xml"), b"sheet"):
        if tag.get("name") == sheet:
            return targets[next(value for name, value in tag.items() if name.endswith(":id"))], styles
    raise KeyError(sheet)


def _formats(styles: bytes) -> dict[bytes, NumberFormat]:
    """The cell styles, by their number, whose formats say more than the number."""
    codes = {tag["numFmtId"]: tag.get("formatCode", "") for tag in _tags(styles, b"numFmt")}
    found = _CELL_STYLES.search(styles)
    formats: dict[bytes, NumberFormat] = {}
    for at, tag in enumerate(_tags(found[1], b"xf") if found else ()):
        if said := number_format(codes.get(tag.get("numFmtId", ""), "")):
            formats[str(at).encode()] = said
    return formats


def _read(package: zipfile.ZipFile, part: str) -> bytes:
    with package.open(part) as stream:
        return stream.read(_LARGEST_PART)


def _tags(text: bytes, name: bytes) -> list[dict[str, str]]:
    """The attributes of every element of that name."""
    return [attributes(found[1]) for found in re.finditer(rb"<(?:\w+:)?" + name + rb"(\s[^<>]*)>", text)]


def attributes(tag: bytes) -> dict[str, str]:
    """A tag's attributes by their names, with entities unfolded."""
    return {
        name.decode(): html.unescape((double or single).decode()) for name, double, single in _ATTRIBUTE.findall(tag)
    }


def _show_open_document(package: zipfile.ZipFile, sheet: str, rows: Rows) -> None:
    """There a cell carries its currency itself and the text that is shown."""
    if not any(b"office:currency=" in text or _ZEROS.search(text) for text in whole_tags(package, "content.xml")):
        return
    is_wanted = False
    row = below = column = 0
    for text in whole_tags(package, "content.xml", b"<table:table"):
        for found in _PART.finditer(text):
            kind, said, shown = found.groups()
            if kind == b"table":
                is_wanted, row, below = attributes(said).get("table:name") == sheet, 0, 0
            elif is_wanted and kind == b"table-row":
                row, column = below, 0
                below = row + times_of(said, b"rows")
            elif is_wanted:
                times = times_of(said, b"columns")
                if shown and b"office:value=" in said:
                    _show_as_written(rows[row:below], column, times, said, html.unescape(shown.decode()))
                column += times


def times_of(said: bytes, what: bytes) -> int:
    """How many `rows` or `columns` an element of an open document stands for, by its attributes."""
    found = re.search(rb"table:number-" + what + rb'-repeated="(\d{1,7})"', said) if b"-repeated" in said else None
    return int(found[1]) if found else 1


def _show_as_written(rows: Rows, column: int, times: int, said: bytes, shown: str) -> None:
    """Shows a cell, and those that repeat it, with its currency or with the zeros of its text."""
    money = _MONEY.search(said) if b"office:currency=" in said else None
    if money is None and not _SHOWN_DIGITS.fullmatch(shown):
        return
    format_ = NumberFormat(mark=money[1].decode()) if money else None
    for row in rows:
        for at in range(column, min(column + times, len(row))):
            if format_:
                _show(row, at, format_)
            elif type(row[at]) is float and _is_more_than(shown, f"{row[at]:.15g}"):
                row[at] = shown


def _is_more_than(shown: str, number: str) -> bool:
    """Whether a text of digits says the number and zeros, hyphens or a plus with it."""
    return shown != number and "".join(filter(str.isdigit, shown)).lstrip("0") == number
