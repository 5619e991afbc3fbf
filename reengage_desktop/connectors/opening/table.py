"""A file understood as a table: its records in a stream, with physical line numbers."""

import io
import re
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from reengage_desktop.connectors.opening.delimiters import unwrapped_row
from reengage_desktop.connectors.opening.encodings import Encoding
from reengage_desktop.connectors.opening.other_lines import SUM_WORDS, first_named, told_as_other
from reengage_desktop.connectors.opening.other_tables import OtherTable
from reengage_desktop.connectors.opening.records import CHUNK_ROWS, Chunk, Dialect, Records, without_blank_rows
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.sentences import Sentence

WHITESPACE = " "
"""The delimiter of a file of fixed width."""

_GUARDED = re.compile(r'="([^"]*)"')

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,4}|#[xX][0-9a-fA-F]{2,4});")
"""A letter as web pages write it, closed as they should be: an address may have `&copy=1`."""

_UNSEEN = {
    **dict.fromkeys((*range(9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    0x0B: " ",
    0x0C: " ",
}
"""Control letters and marks of direction: spreadsheets and address books leave them around dates, numbers and names."""
_UNSEEN_LETTER = re.compile("[" + "".join(map(re.escape, map(chr, _UNSEEN))) + "]")


class Closable(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Gives up what is held."""


@dataclass
class Table:
    """A file that was opened and understood as a table; iterating reads it anew from its start.

    `header_line` is 0 where the file has no header; its columns are then called "Column 1", "Column 2", ….
    `text_path` is the text to read: the file itself, or what a spreadsheet was turned into. `typed`: the columns in
    which its first rows hold numbers, dates or addresses. `above`: the text of the lines above the header.
    `skips_blanks`: a blank behind a delimiter belongs to no cell. `mends`: what is put right in its text, in order.
    `row_mends`: what is put right in its rows. `leading`: so many columns before
    those of the header are none of the file's own.
    """

    path: Path
    header: list[str]
    encoding: str
    delimiter: str
    notes: list[Sentence]
    header_line: int
    first_data_line: int
    text_path: Path
    decoding: Encoding
    sheets: tuple[str, ...] = ()
    quote: str = '"'
    skips_blanks: bool = False
    mends: tuple[Callable[[str], str], ...] = ()
    row_mends: tuple[Callable[[list[str]], list[str]], ...] = ()
    typed: tuple[int, ...] = ()
    counts_from_1904: bool = False
    above: str = ""
    leading: int = 0
    _finalizer: "weakref.finalize[..., Any] | None" = field(default=None, repr=False, compare=False)

    @property
    def has_header(self) -> bool:
        """Whether the columns' names are the file's own."""
        return self.header_line > 0

    def keep(self, text: Closable) -> None:
        """Ties the text that a spreadsheet was turned into to this table: it goes when the table goes."""
        self._finalizer = weakref.finalize(self, text.close)

    def close(self) -> None:
        """Removes what a spreadsheet was turned into; nothing else is held open."""
        if self._finalizer is not None:
            self._finalizer()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every record with the line it begins on; lines that can't be read are left out (`chunks` tells them)."""
        for chunk in self.chunks():
            yield from zip(chunk.lines, chunk.rows, strict=True)

    def chunks(self, size: int = CHUNK_ROWS) -> Iterator[Chunk]:
        """Every record in chunks; rows of nothing but blanks are left out."""
        with open_text(self.text_path, self.decoding) as text:
            stream = iter(text)
            for put_right in self.mends:
                stream = map(put_right, stream)
            for _ in islice(stream, self.first_data_line - 1):
                pass
            if self.delimiter == WHITESPACE:
                yield from _split_by_blanks(stream, self.first_data_line, size)
            else:
                dialect = Dialect(self.delimiter, self.quote, self.skips_blanks)
                other = OtherTable(self.header, self.typed)
                records = Records(stream, dialect, self.leading + len(self.header), self.first_data_line)
                for chunk in records.chunks(size):
                    if self.leading:
                        chunk = _without_leading(chunk, self.leading, self.delimiter)  # noqa: PLW2901 - as if never there
                    for mend in self.row_mends:
                        chunk.rows = list(map(mend, chunk.rows))
                    yield _without_other_lines(_without_other_table(chunk, other), self.header)

    def sample(self, count: int = 1000) -> list[list[str]]:
        """The first `count` records."""
        return [cells for _, cells in islice(self.rows(), count)]


class _WithoutNul(io.RawIOBase):
    """A byte stream that drops NULs."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while block := self._inner.read(len(buffer)):
            if kept := block.replace(b"\0", b""):
                buffer[: len(kept)] = kept
                return len(kept)
        return 0

    def close(self) -> None:
        self._inner.close()
        super().close()


def open_text(path: Path, decoding: Encoding) -> io.TextIOWrapper:
    """The file as text with every kind of line end read as one."""
    raw: BinaryIO = path.open("rb")
    if decoding.has_nul:
        raw = io.BufferedReader(cast("io.RawIOBase", _WithoutNul(raw)), 1 << 18)
    return io.TextIOWrapper(raw, encoding=decoding.name, errors=decoding.errors, newline=None)


def has_unseen(text: str) -> bool:
    """Whether a text holds control letters or other marks that nobody sees and no cell is meant to have."""
    return bool(_UNSEEN_LETTER.search(text))


def without_unseen(text: str) -> str:
    """A text without such letters; what breaks a page or a line within a cell becomes a blank."""
    return text.translate(_UNSEEN)


def mended(text: str, mends: Iterable[Callable[[str], str]]) -> str:
    """A text with all of that put right."""
    for mend in mends:
        text = mend(text)
    return text


def without_guards(row: list[str]) -> list[str]:
    """A row without what keeps spreadsheet programs from taking the zeros off: `="00123"`."""
    return [found[1] if cell[:2] == '="' and (found := _GUARDED.fullmatch(cell)) else cell for cell in row]


def has_entities(text: str) -> bool:
    """Whether some letter is written as web pages do: `J&uuml;rgen`."""
    return any(unescape(found) != found for found in _ENTITY.findall(text))


def without_entities(row: list[str]) -> list[str]:
    """A row with such letters as they are read."""
    return [_ENTITY.sub(lambda found: unescape(found[0]), cell) if "&" in cell else cell for cell in row]


def _split_by_blanks(stream: Iterator[str], first_line: int, size: int) -> Iterator[Chunk]:
    line = first_line
    while block := list(islice(stream, size)):
        split = [(number, text.split()) for number, text in enumerate(block, line)]
        kept = [(number, cells) for number, cells in split if cells]
        yield Chunk([number for number, _ in kept], [cells for _, cells in kept])
        line += len(block)


def _without_other_lines(chunk: Chunk, header: Sequence[str]) -> Chunk:
    """The chunk's records; a header that comes again and a line of sums are told as faults."""
    place = first_named(header)
    first = header[place]
    if not _may_hold_other_lines(chunk.rows, place, first):
        return chunk
    likely = [
        at
        for at, row in enumerate(chunk.rows)
        if len(row) > place and (row[place] in SUM_WORDS or first in row[place] or (":" in row[place] and not row[-1]))
    ]
    others = {at: told for at in likely if (told := told_as_other(chunk.rows[at], header))}
    if not others:
        return chunk
    faults = [
        Fault(chunk.lines[at], None, chunk.rows[at][0], told, cells=chunk.rows[at]) for at, told in others.items()
    ]
    kept = [(chunk.lines[at], row) for at, row in enumerate(chunk.rows) if at not in others]
    return Chunk([line for line, _ in kept], [row for _, row in kept], [*chunk.faults, *faults])


def _may_hold_other_lines(rows: Sequence[list[str]], place: int, first: str) -> bool:
    """Whether some row may be no record: told by one column, without a look at each row."""
    try:
        cells = list(map(itemgetter(place), rows))
    except IndexError:  # a row that ends before
        return True
    text = "\n".join(cells)
    return first in text or ":" in text or not SUM_WORDS.isdisjoint(cells)


_OTHER_TABLE = "This line belongs to another table below the first: save that one as a file of its own."


def _without_other_table(chunk: Chunk, other: OtherTable) -> Chunk:
    """The chunk's records up to where another table begins; the rest is told as faults."""
    end = other.begins(chunk.lines, chunk.rows)
    if end == len(chunk.rows):
        return chunk
    beyond = zip(chunk.lines[end:], chunk.rows[end:], strict=True)
    faults = [Fault(line, None, next(filter(None, row), ""), _OTHER_TABLE, cells=row) for line, row in beyond]
    return Chunk(chunk.lines[:end], chunk.rows[:end], [*chunk.faults, *faults])


def _without_leading(chunk: Chunk, count: int, mark: str) -> Chunk:
    """The chunk without so many columns at its left; lines of quotes come as one cell where it was shown as one."""
    rows = [unwrapped_row(mark, row) for row in chunk.rows]
    return without_blank_rows(Chunk(chunk.lines, [row[count:] for row in rows], chunk.faults))
