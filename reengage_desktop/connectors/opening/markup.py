"""Tables in HTML and in the XML of Excel 2003, which shop systems and tills name .xls: read as text, cell by cell."""

import csv
import html
import re
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from reengage_desktop.connectors.opening.aside import Aside
from reengage_desktop.connectors.opening.encodings import Encoding
from reengage_desktop.connectors.opening.headers import find_header
from reengage_desktop.connectors.opening.number_formats import NumberFormat, number_format
from reengage_desktop.connectors.opening.sheets import holds_single_records
from reengage_desktop.connectors.opening.spreadsheets import cell_text
from reengage_desktop.connectors.opening.table import open_text

_PAGE = ("<!doctype html", "<html", "<table", "<head", "<meta", "<style", "<body", "<div")
_EXCEL_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_MOST_BYTES = 256 << 20
_MOST_TABLES = 64
_WIDEST = 1000
_SAMPLE_ROWS = 60
_LEAST_SHARE = 0.8
_LEAST_NAMED = 0.6
_MOST_SKIPPED = 100_000
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})T00:00:00(\.0+)?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?")
_NUMBER_FORMAT = re.compile(r'<(?:\w+:)?NumberFormat\s[^<>]*?Format="([^"]*)"')
_FIGURE = re.compile(r"\W*\d[\d.,' ]*\W*[A-Z]*")
_BLOCKS = frozenset({"br", "p", "div", "li"})
_UNSEEN = frozenset({"style", "script", "title", "noscript", "comment", "phonetictext"})


@dataclass
class MarkupText:
    """The table written out as UTF-8 CSV; `close` removes it."""

    text_path: Path
    sheet: str
    sheets: tuple[str, ...]
    uncalculated: int = 0
    hidden: int = 0

    def close(self) -> None:
        """Removes the text from the disk."""
        shutil.rmtree(self.text_path.parent, ignore_errors=True)


def looks_like_markup(head: bytes) -> bool:
    """Whether a file begins like a web page or like the XML of Excel 2003, in any encoding."""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    start = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n").lower()
    return start.startswith(_PAGE) or (start.startswith(("<?xml", "<workbook")) and _EXCEL_2003 in start)


def markup_as_text(path: Path, decoding: Encoding, sheet: str | None, aside: Aside) -> MarkupText | None:
    """The file's table as text; None where it has none, as a page that asks for a password."""
    if path.stat().st_size > _MOST_BYTES:
        return None
    folder = aside.folder()
    try:
        tables = _tables(path, decoding, folder, aside)
        found = [each for each in tables if each.is_list()]
        if sheet is not None:
            chosen = next((each for each in found if each.name == sheet), None)
        else:
            sheets = [each for each in found if each.name]
            likely = [each for each in sheets if holds_single_records([list(row) for row in each.sample])]
            chosen = next(iter(likely or sheets), None) or max(found, key=lambda each: each.count, default=None)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if chosen is None:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    return MarkupText(chosen.path, chosen.name, tuple(each.name for each in tables if each.name), hidden=chosen.hidden)


@dataclass
class _Found:
    """One table, written to a file of its own. `name`: its sheet's, empty in web pages. `hidden`: rows unseen."""

    path: Path
    name: str
    count: int = 0
    hidden: int = 0
    sample: list[list[str]] = field(default_factory=list)

    def is_list(self) -> bool:
        """Whether it is a list under headings; what only lays out a page is none."""
        rows = [row for row in self.sample if any(row)]
        at = find_header(rows).index if rows else -1
        if at < 0:
            return False
        names, body = rows[at], rows[at + 1 :]
        is_named = sum(map(bool, names)) >= max(2, _LEAST_NAMED * len(names))
        # A sheet's rows end with their last filled cell.
        alike = sum(len(row) == len(names) or bool(self.name and 0 < len(row) < len(names)) for row in body)
        return is_named and bool(body) and alike >= _LEAST_SHARE * len(body)


def _tables(path: Path, decoding: Encoding, folder: Path, aside: Aside) -> list[_Found]:
    with ExitStack() as stack:
        reader = _Reader(folder, stack)
        stream = stack.enter_context(open_text(path, decoding))
        while block := stream.read(1 << 16):
            aside.go_on()
            reader.feed(block)
        reader.close()
    return reader.tables


class _Reader(HTMLParser):
    """Writes every outermost table's rows as they come; tables within a cell are the cell's text."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Found] = []
        self._folder, self._stack = folder, stack
        self._writer: Any = None
        self._depth = self._hidden = 0
        self._sheet = ""
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span = self._height = 1
        self._has_own = self._is_number = self._is_unseen = False
        self._style = ""
        self._formats: dict[str, NumberFormat | None] = {}
        self._format: NumberFormat | None = None
        self._above: dict[int, tuple[int, str]] = {}
        self._begun: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Opens what a table is made of."""
        said = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        tag = tag.rpartition(":")[2]
        if tag in _UNSEEN:
            self._hidden += 1
            self._style = said.get("id", "") if tag == "style" else ""
        elif tag == "worksheet":
            self._sheet = said.get("name", "")
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._open()
        elif self._depth == 1:
            self._open_part(tag, said)
        elif self._depth > 1 and self._cell is not None:
            self._cell.append(" ")

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """An empty element: a blank cell or row of XML, a line's end in HTML."""
        self.handle_starttag(tag, attrs)
        if tag.rpartition(":")[2] not in _BLOCKS | {"meta", "link", "col", "hr", "img"}:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes it, and whatever inside was left open."""
        tag = tag.rpartition(":")[2]
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
                self._writer = None
            self._depth -= 1
        elif self._depth == 1 and tag in {"tr", "row"}:
            self._end_row()
        elif self._depth == 1 and tag in {"td", "th", "cell"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """The text of a cell; a style's content is text too."""
        if self._hidden and self._style and (found := _NUMBER_FORMAT.search(data)):
            self._formats[self._style] = number_format(html.unescape(found[1]))
        if self._cell is not None and not self._hidden:
            self._cell.append(data)

    def _open(self) -> None:
        if len(self.tables) >= _MOST_TABLES:
            return
        found = _Found(self._folder / f"{len(self.tables)}.csv", self._sheet)
        file = self._stack.enter_context(found.path.open("w", encoding="utf-8", newline=""))
        self._writer = csv.writer(file, lineterminator="\n")
        self.tables.append(found)
        self._above, self._begun = {}, {}

    def _open_part(self, tag: str, said: dict[str, str]) -> None:
        if tag in {"tr", "row"}:
            self._end_row()
            self._skip_to(_number(said, "index") if tag == "row" else 0)
            self._row, self._has_own, self._is_unseen = [], False, _is_unseen(said)
        elif tag in {"td", "th", "cell"}:
            self._end_cell()
            if self._row is None:
                self._row, self._has_own = [], False
            self._go_on(min(_number(said, "index"), _WIDEST) - 1 if tag == "cell" else 0)
            span = _number(said, "colspan") or _number(said, "mergeacross") + 1
            self._span = min(span, _WIDEST)
            self._height = _number(said, "rowspan") or _number(said, "mergedown") + 1
            self._format, self._is_number = self._formats.get(said.get("styleid", "")), False
            self._cell = []
        elif tag == "data":
            self._is_number = said.get("type") == "Number"
        elif tag in _BLOCKS and self._cell is not None:
            self._cell.append(" ")

    def _skip_to(self, number: int) -> None:
        """The rows that a sheet leaves out for being empty, so that a line's number is the row's."""
        if self._writer is not None:
            for _ in range(min(number - 1 - self.tables[-1].count, _MOST_SKIPPED)):
                self._writer.writerow([""])
                self.tables[-1].count += 1

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        text = " ".join("".join(self._cell).replace("\xa0", " ").split())
        text = _MOMENT.sub(r"\1 \2", _MIDNIGHT.sub(r"\1", text)) if _MOMENT.fullmatch(text) else text
        if self._is_number and (self._format or not text.isdigit()):
            with suppress(ValueError, OverflowError):
                text = (self._format and self._format.shown(float(text))) or cell_text(float(text))
        if self._height > 1:
            place = len(self._row)
            self._begun |= {place + at: (self._height - 1, "" if at else text) for at in range(self._span)}
        self._row += [text] + [""] * (self._span - 1)
        self._cell, self._span, self._has_own = None, 1, True

    def _go_on(self, place: int) -> None:
        """Fills the row up to a place, and with the cells that reach down into it: an order's number is every item's.

        A figure behind a row's own cells is left out: it counts once, as an order's total.
        """
        row = self._row
        while row is not None and (len(row) < place or len(row) in self._above):
            _, text = self._above.get(len(row), (0, ""))
            row.append("" if self._has_own and _FIGURE.fullmatch(text) else text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None and self._writer is not None:
            self._go_on(0)
            reach = {place: (rows - 1, text) for place, (rows, text) in self._above.items() if rows > 1}
            self._above, self._begun = reach | self._begun, {}
            found = self.tables[-1]
            self._writer.writerow(self._row or [""])
            found.count += 1
            found.hidden += self._is_unseen and any(self._row)
            if len(found.sample) < _SAMPLE_ROWS:
                found.sample.append(self._row)
        self._row = None


def _is_unseen(said: dict[str, str]) -> bool:
    """Whether a row is hidden: by a filter of Excel's, or by a page's style."""
    return said.get("hidden", "0") != "0" or "display:none" in said.get("style", "").replace(" ", "").lower()


def _number(said: dict[str, str], name: str) -> int:
    text = said.get(name, "")
    return int(text) if text.isdigit() and len(text) < 8 else 0
