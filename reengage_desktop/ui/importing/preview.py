"""What a file looks like before anything is read from it: its columns and its first rows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from reengage_desktop.connectors.opening.aside import Aside
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.domain.answers import Answers
from reengage_desktop.jobs.lanes import CancelToken
from reengage_desktop.jobs.refusals import Interrupted
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui.desk import Desk

_SAMPLES = 12
_LONGEST = 300

Answer = TypeVar("Answer")

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
    """A file's columns with up to two different examples each, and how it is written.

    `sheet`: of several `sheets` of a workbook the one that was read.
    """

    path: Path
    header: list[str]
    examples: list[list[str]]
    encoding: str
    delimiter: str
    sheets: tuple[str, ...] = ()
    sheet: str | None = None


def read_preview(
    shop: Shop, path: Path, said: Answers, sheet: str | None = None, go_on: Callable[[], object] = bool
) -> FilePreview:
    """Opens the file; raises FileRefused with its sentence, and what `go_on` raises to end it. For a lane.

    `said`: its letters and separator instead of what would be recognised. `sheet`: of a workbook, None: the first list.
    """
    country, aside = shop.settings().country, Aside(go_on=go_on)
    table = open_table(
        path, sheet=sheet, country=country, encoding=said.encoding, delimiter=said.delimiter, aside=aside
    )
    read = [str(note.figures["sheet"]) for note in table.notes if note.kind == "sheet_read"]
    try:
        rows = table.sample(_SAMPLES)
        return FilePreview(
            path,
            list(table.header),
            [_examples(rows, column) for column in range(len(table.header))],
            table.encoding,
            table.delimiter,
            table.sheets if read else (),
            read[0] if read else None,
        )
    finally:
        table.close()


class Opening:
    """Opens files for one dialog; one that is no longer wanted is let go, and whatever answer still comes is dropped.

    `path`: the file that is being opened, if one is.
    """

    def __init__(self, desk: Desk, dialog: QObject) -> None:
        self._desk, self._dialog = desk, dialog
        self.path: Path | None = None
        self._token = CancelToken()

    def start(
        self,
        path: Path,
        take: Callable[[FilePreview], object],
        fail: Callable[[BaseException], object],
        said: Answers | None = None,
        sheet: str | None = None,
    ) -> None:
        """Opens this one instead of any before; `said`: its letters and separator, `sheet`: that of a workbook."""
        self.drop()
        shop = self._desk.shop
        token = self._token = shop.lanes.token()
        self.path = path

        def go_on() -> None:
            if token():
                raise Interrupted

        def read() -> FilePreview:
            try:
                return read_preview(shop, path, said or Answers(), sheet, go_on)
            finally:
                shop.lanes.release(token)

        self._desk.take_long(read, self._dialog, self._if_wanted(token, take), self._if_wanted(token, fail))

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._token.cancel()
        self.path = None

    def _if_wanted(self, token: CancelToken, tell: Callable[[Answer], object]) -> Callable[[Answer], None]:
        def ended(answer: Answer) -> None:
            if token is self._token and not token():
                self.path = None
                tell(answer)

        return ended


def _examples(rows: list[list[str]], column: int) -> list[str]:
    found = dict.fromkeys(row[column].strip() for row in rows if column < len(row) and row[column].strip())
    return [excerpt(each) for each in list(found)[:2]]


def excerpt(text: str) -> str:
    """The beginning of a cell: one of a million letters would hold up whatever shows it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
