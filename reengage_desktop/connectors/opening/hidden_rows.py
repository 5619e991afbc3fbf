"""Rows that a sheet's owner does not see, as those that a filter takes away: they are read, and she is told."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reengage_desktop.connectors.opening.old_workbooks import UNREADABLE, read_old_sheet
from reengage_desktop.connectors.opening.shown_numbers import Rows, attributes, parts_of, times_of, whole_tags

_EXCEL = re.compile(rb"""<(?:\w+:)?row\s(?=[^<>]*?\bhidden=["'](?:1|true)["'])(?:[^<>]*?\s)?r=["'](\d{1,7})["']""")
_PART = re.compile(rb"<table:(table|table-row)((?:\s[^<>]*)?)>")
_OPEN_DOCUMENT = re.compile(rb"""table:visibility=["'](?:filter|collapse)["']""")


def count_hidden(path: Path, sheet: str, rows: Rows) -> int:
    """How many rows of an XLSX, XLS or ODS sheet hold something and are hidden; 0 where it can't be told."""
    hidden: set[int] = set()
    if not zipfile.is_zipfile(path):
        with suppress(*UNREADABLE):
            hidden.update(at for at in read_old_sheet(path, sheet).hidden if at < len(rows))
        return _filled(rows, hidden)
    with (
        suppress(KeyError, ValueError, OSError, EOFError, StopIteration, zipfile.BadZipFile, zlib.error, RuntimeError),
        zipfile.ZipFile(path) as package,
    ):
        is_open_document = "content.xml" in package.NameToInfo
        for places in (_in_open_document if is_open_document else _in_excel)(package, sheet):
            hidden.update(range(len(rows))[places])
    return _filled(rows, hidden)


def _filled(rows: Rows, places: set[int]) -> int:
    return sum(any(cell != "" for cell in rows[at]) for at in places)


def _in_excel(package: zipfile.ZipFile, sheet: str) -> Iterator[slice]:
    for text in whole_tags(package, parts_of(package, sheet)[0]):
        if b"hidden=" in text:
            yield from (slice(int(number) - 1, int(number)) for number in _EXCEL.findall(text))


def _in_open_document(package: zipfile.ZipFile, sheet: str) -> Iterator[slice]:
    if not any(b"table:visibility=" in text for text in whole_tags(package, "content.xml")):
        return
    is_wanted, below = False, 0
    for text in whole_tags(package, "content.xml"):
        for kind, said in _PART.findall(text):
            if kind == b"table":
                is_wanted, below = attributes(said).get("table:name") == sheet, 0
            elif is_wanted:
                row, below = below, below + times_of(said, b"rows")
                if _OPEN_DOCUMENT.search(said):
                    yield slice(row, below)
