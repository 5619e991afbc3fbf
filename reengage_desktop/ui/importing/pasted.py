"""Tables out of the clipboard or a folder: as spreadsheets, web pages and mails put it there."""

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QMimeData, QTemporaryDir

from reengage_desktop.ui.wording import translate

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
"""What the names of tables end in."""
_MARKS = ("\t", ";", ",", "|")


_LETTERS = 100_000
"""So much of a text tells whether it is a table."""


@dataclass(frozen=True)
class Copied:
    """What was copied or dropped: files by their names, else words, a page, or a link (`is_link`)."""

    files: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    is_link: bool = False


def read_copied(data: QMimeData) -> Copied:
    """Takes it out of the window's clipboard, which no other thread may ask; what it is can be found out elsewhere.

    A page is asked for only where the words are no cells of a spreadsheet already: those come separated by tabs.
    """
    files = tuple(list_files(data))
    text = data.text() if data.hasText() and not files else ""
    html = data.html() if data.hasHtml() and "\t" not in text and not files else ""
    words = text[:_LETTERS].split(maxsplit=1)
    is_address = len(words) == 1 and words[0].startswith(("https://", "http://"))
    return Copied(files, text, html, is_link=not files and (data.hasUrls() or is_address))


class PastedFiles:
    """Where pasted tables lie while the dialog is open; nobody else may read there, and nothing stays."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def take(self, copied: Copied, name: str) -> list[str]:
        """The files that were meant: those whose names were copied, or the table, put down. Empty: it is neither.

        For a lane. Raises OSError.
        """
        text = table_text(copied)
        return named_files(copied.text) if text is None else [str(self.keep(text, name))]

    def keep(self, text: str, name: str) -> Path:
        """Puts a table down as a file. Raises OSError."""
        self._folder = self._folder or QTemporaryDir()
        path = Path(self._folder.path()) / f"{name}.tsv"
        path.write_text(text, encoding="utf-8")
        return path

    def holds(self, path: Path) -> bool:
        """Whether a file was pasted."""
        return self._folder is not None and path.parent == Path(self._folder.path())

    def remove(self) -> None:
        """Takes everything away."""
        if self._folder is not None:
            self._folder.remove()


def table_text(copied: Copied) -> str | None:
    """The table that was copied, as delimited text; None where there is none.

    Cells of a spreadsheet come as they are shown, separated by tabs; a table of a mail or a page comes as HTML.
    """
    text = copied.text
    if "\t" in text:
        return text
    if copied.html:
        rows = _rows_of(copied.html)
        if len(rows) > 1 and max(map(len, rows)) > 1:
            return _as_text(rows)
    lines = [line for line in text[:_LETTERS].splitlines() if line.strip()]
    is_table = len(lines) > 1 and any(all(mark in line for line in lines[:2]) for mark in _MARKS)
    is_column = len(lines) > 1 and all("@" in line for line in lines[1:])
    return text if is_table or is_column else None


def named_files(text: str) -> list[str]:
    """The files that a text names, one on each line, as file managers copy a path; empty where a line names none."""
    names = [line.strip().strip('"') for line in text[:_LETTERS].splitlines() if line.strip()]
    are_files = all(Path(name).is_absolute() and os.path.exists(name) for name in names)  # noqa: PTH110 - never raises
    return names if are_files else []


def list_files(clipboard: QMimeData) -> list[str]:
    """The files that were copied in the system's own file manager."""
    return [url.toLocalFile() for url in clipboard.urls() if url.isLocalFile()]


def why_no_table(copied: Copied) -> str:
    """Says of what was copied or dropped, and holds neither files nor a table, what would work."""
    if copied.is_link:
        return translate(
            "ImportDialog",
            "This is a link, and nothing is fetched from the internet here: download the file first, then drop it "
            "here.",
        )
    return translate("ImportDialog", "There is no table to paste: copy its cells with their headings first.")


def tables_among(names: Sequence[str]) -> list[str]:
    """The files themselves, and of a folder the tables in it by their names; a folder without any stays one."""
    found: list[str] = []
    for name in names:
        folder = Path(name)
        inside = sorted(folder.iterdir()) if folder.is_dir() else []
        tables = [str(each) for each in inside if _is_table(each)]
        found += tables or [name]
    return found


def _is_table(path: Path) -> bool:
    return path.suffix.casefold() in ENDINGS and not path.name.startswith((".", "~$")) and path.is_file()


def _rows_of(html: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(html)
    return [row for row in reader.rows if any(row)]


def _as_text(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


class _TableReader(HTMLParser):
    """The cells of the first table of a page, without tables inside its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._depth = 0
        self._tables = 0
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins."""
        del attrs
        if tag == "table":
            self._depth += 1
            self._tables += self._depth == 1
        elif self._is_read() and tag == "tr":
            self.rows.append([])
        elif self._is_read() and tag in ("td", "th"):
            self._cell = []
            if not self.rows:
                self.rows.append([])
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell or the table ends."""
        if tag == "table":
            self._depth -= 1
        elif self._is_read() and tag in ("td", "th") and self._cell is not None:
            self.rows[-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        """What a cell says."""
        if self._cell is not None:
            self._cell.append(data)

    def _is_read(self) -> bool:
        return self._depth == 1 and self._tables == 1
