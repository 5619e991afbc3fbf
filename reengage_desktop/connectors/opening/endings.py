"""Whether a file is there to its end: exports are written piece by piece, and a piece looks like a file."""

import csv
import zipfile
from pathlib import Path

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.markup import looks_like_markup
from reengage_desktop.connectors.opening.table import WHITESPACE, Table, mended
from reengage_desktop.connectors.vocabulary.refusals import FileRefused

_PACKED = frozenset({".xlsx", ".xlsm", ".ods"})
_TAIL_BYTES = 256 * 1024
_MOST_LINES = 60
_OLE, _OLE_HEAD = b"\xd0\xcf\x11\xe0", 512


def ends_whole(path: Path, country: str) -> bool:
    """Whether a file's end is one: a line end or a whole last line, a workbook's table of contents.

    A text whose last line is whole but for its line end counts as ended. Raises FileRefused for no table, OSError.
    """
    head = _head(path)
    if head.startswith(b"PK\x03\x04") or (path.suffix.casefold() in _PACKED and not head.startswith(_OLE)):
        return zipfile.is_zipfile(path)
    if head.startswith(_OLE):
        return path.stat().st_size > _OLE_HEAD and (path.stat().st_size - _OLE_HEAD) % _OLE_HEAD == 0
    tail = _tail(path)
    if looks_like_markup(head):
        end = tail.replace(b"\0", b"").rstrip().lower()
        return end.endswith((b"</html>", b"</table>", b"</workbook>", b"</body>"))
    if tail.rstrip(b"\0")[-1:] in (b"\n", b"\r"):
        return True
    try:
        table = open_table(path, country=country)
    except FileRefused as refusal:
        if refusal.sentence.kind == "broken_text":
            return False
        raise
    try:
        return table.delimiter == WHITESPACE or _is_last_record_whole(table, tail)
    finally:
        table.close()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


def _tail(path: Path) -> bytes:
    size = path.stat().st_size
    with path.open("rb") as file:
        # an even place, where characters of two bytes begin
        file.seek(max(0, size - _TAIL_BYTES) // 2 * 2)
        return file.read()


def _is_last_record_whole(table: Table, tail: bytes) -> bool:
    """Whether the last lines, as many as one record takes, are as wide as the header and leave no quote open."""
    lines = mended(tail.decode(table.decoding.name, "replace"), table.mends).splitlines(keepends=True)
    for count in range(1, min(_MOST_LINES, len(lines)) + 1):
        try:
            reader = csv.reader(
                lines[-count:],
                delimiter=table.delimiter,
                quotechar=table.quote,
                skipinitialspace=table.skips_blanks,
                strict=True,
            )
            rows = list(reader)
        except csv.Error:
            continue  # it begins further up, inside quotation marks
        if len(rows) == 1 and len(rows[0]) >= len(table.header):
            return True
    return False
