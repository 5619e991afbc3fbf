"""What a file looks like before anything is read from it: its columns and its first rows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.domain.answers import Answers
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui.desk import Desk

_SAMPLES = 12


Mark = tuple[int, int]
"""What tells that a file was written anew: its size and when it was last changed."""


def mark_of(path: Path) -> Mark | None:
    """The file's mark; None where it is no longer there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


@dataclass(frozen=True)
class FilePreview:
    """A file's columns with up to two different examples each, and how it is written."""

    path: Path
    header: list[str]
    examples: list[list[str]]
    encoding: str
    delimiter: str


def read_preview(shop: Shop, path: Path, encoding: str | None = None, delimiter: str | None = None) -> FilePreview:
    """Opens the file; raises FileRefused with its sentence. For a lane.

    `encoding`, `delimiter`: what the owner says instead of what would be recognised.
    """
    table = open_table(path, country=shop.settings().country, encoding=encoding, delimiter=delimiter)
    try:
        rows = table.sample(_SAMPLES)
        return FilePreview(
            path,
            list(table.header),
            [_examples(rows, column) for column in range(len(table.header))],
            table.encoding,
            table.delimiter,
        )
    finally:
        table.close()


class Opening:
    """Opens files for one dialog; the answer about one that is no longer wanted is dropped, however late it comes."""

    def __init__(self, desk: Desk, dialog: QObject) -> None:
        self._desk, self._dialog = desk, dialog
        self._asked = 0

    def start(
        self,
        path: Path,
        take: Callable[[FilePreview], object],
        fail: Callable[[BaseException], object],
        said: Answers | None = None,
    ) -> None:
        """Opens this one instead of any before; `said`: its letters and separator."""
        self.drop()
        asked, shop, said = self._asked, self._desk.shop, said or Answers()
        self._desk.take_long(
            lambda: read_preview(shop, path, said.encoding, said.delimiter),
            self._dialog,
            lambda preview: take(preview) if asked == self._asked else None,
            lambda fault: fail(fault) if asked == self._asked else None,
        )

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._asked += 1


def _examples(rows: list[list[str]], column: int) -> list[str]:
    found = dict.fromkeys(row[column].strip() for row in rows if column < len(row) and row[column].strip())
    return list(found)[:2]
