"""A file's records in a stream: physical line numbers, short memory, and a cure for quotes that are never closed."""

import csv
import io
import re
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from reengage_desktop.connectors.opening.encodings import Encoding
from reengage_desktop.connectors.opening.other_lines import SUM_WORDS, first_named, told_as_other
from reengage_desktop.connectors.opening.other_tables import OtherTable
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.sentences import Sentence

CHUNK_ROWS = 512
"""Rows per chunk: larger ones were slower."""

WHITESPACE = " "
"""The delimiter of a file of fixed width."""

_CELL_LIMIT = 1_000_000
_LONGEST_SKIPPED = 16 * _CELL_LIMIT
"""Characters: as far on the end of a cell that is too long is looked for."""

_MOST_CURES = 50
_GUARDED = re.compile(r'="([^"]*)"')

_UNSEEN = {
    **dict.fromkeys((*range(1, 9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    0x0B: " ",
    0x0C: " ",
}
"""Control letters and marks of direction: spreadsheets and address books leave them around dates, numbers and names."""
_UNSEEN_LETTER = re.compile("[" + "".join(map(re.escape, map(chr, _UNSEEN))) + "]")


@dataclass(slots=True)
class Chunk:
    """Some records: the line on which each begins, its cells, and lines that could not be read."""

    lines: Sequence[int]
    rows: list[list[str]]
    faults: list[Fault] = field(default_factory=list)


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
    `skips_blanks`: a blank behind a delimiter belongs to no cell. `has_unseen`: it holds letters that nobody sees.
    `has_guards`: some cells are written as formulas that say nothing but a text.
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
    has_unseen: bool = False
    has_guards: bool = False
    typed: tuple[int, ...] = ()
    counts_from_1904: bool = False
    above: str = ""
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
            stream = map(without_unseen, text) if self.has_unseen else iter(text)
            for _ in islice(stream, self.first_data_line - 1):
                pass
            if self.delimiter == WHITESPACE:
                yield from _split_by_blanks(stream, self.first_data_line, size)
            else:
                dialect = _Dialect(self.delimiter, self.quote, self.skips_blanks)
                other = OtherTable(self.header, self.typed)
                for chunk in _Records(stream, dialect, len(self.header), self.first_data_line).chunks(size):
                    if self.has_guards:
                        chunk.rows = list(map(without_guards, chunk.rows))
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


def without_guards(row: list[str]) -> list[str]:
    """A row without what keeps spreadsheet programs from taking the zeros off: `="00123"`."""
    return [found[1] if cell[:2] == '="' and (found := _GUARDED.fullmatch(cell)) else cell for cell in row]


def _split_by_blanks(stream: Iterator[str], first_line: int, size: int) -> Iterator[Chunk]:
    line = first_line
    while block := list(islice(stream, size)):
        split = [(number, text.split()) for number, text in enumerate(block, line)]
        kept = [(number, cells) for number, cells in split if cells]
        yield Chunk([number for number, _ in kept], [cells for _, cells in kept])
        line += len(block)


@dataclass(frozen=True)
class _Dialect:
    """What separates cells and what stands around them."""

    delimiter: str
    quote: str
    skips_blanks: bool

    def read(self, lines: Iterable[str], *, strict: bool = False) -> Any:
        """The records of lines; raises csv.Error."""
        return csv.reader(
            lines, delimiter=self.delimiter, quotechar=self.quote, skipinitialspace=self.skips_blanks, strict=strict
        )


class _Records:
    """Cuts lines into records and remembers enough of them to begin again behind a quote that is never closed."""

    def __init__(self, stream: Iterator[str], dialect: _Dialect, width: int, first_line: int) -> None:
        csv.field_size_limit(_CELL_LIMIT)
        self._source = stream
        self._dialect = dialect
        self._width = width
        self._next_line = first_line
        self._memory: list[str] = []
        self._cures = 0
        self._begin()

    def _begin(self) -> None:
        self._reader = self._dialect.read(self._remembered())

    def _remembered(self) -> Iterator[str]:
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[list[str]]:
        while block := list(islice(self._source, CHUNK_ROWS)):
            self._memory += block
            yield block

    def chunks(self, size: int) -> Iterator[Chunk]:
        while True:
            first, before = self._next_line, self._reader.line_num
            rows, failed = self._take(size)
            taken = self._reader.line_num - before
            if not rows and not failed:
                return
            if taken == len(rows) and not failed and len(rows) == size:
                lines: Sequence[int] = range(first, first + taken)
                faults: list[Fault] = []
                self._forget(taken)
            else:
                lines, rows, faults = self._with_care(first, rows, taken, failed=failed)
            yield _without_blank_rows(Chunk(lines, rows, faults))

    def _take(self, size: int) -> tuple[list[list[str]], bool]:
        rows: list[list[str]] = []
        try:
            rows.extend(islice(self._reader, size))  # what was read before an error stays in the list
        except csv.Error:
            return rows, True
        return rows, False

    def _forget(self, count: int) -> None:
        del self._memory[:count]
        self._next_line += count

    def _with_care(
        self, first: int, rows: list[list[str]], taken: int, *, failed: bool
    ) -> tuple[list[int], list[list[str]], list[Fault]]:
        """Places records that span lines, and cuts off where one has swallowed its neighbours."""
        lines: list[int] = []
        line = first
        for position, row in enumerate(rows):
            last = position == len(rows) - 1 and not failed
            span = first + taken - line if last else 1 + sum(cell.count("\n") for cell in row)
            if self._is_swallowing(row, span, self._memory[line - first : line - first + span]):
                return lines, rows[:position], [self._cure(line, span, line - first)]
            lines.append(line)
            line += span
        if failed:
            span = first + taken - line
            if long := self._long_record(line - first, span):
                return lines, rows, [self._skip_long(line, line - first, long)]
            return lines, rows, [self._cure(line, span, line - first)]
        self._forget(taken)
        return lines, rows, []

    def _is_swallowing(self, row: list[str], span: int, raw: list[str]) -> bool:
        """Whether a record only came about by a quote that is not closed where it should be."""
        is_plain = self._dialect.quote not in "".join(raw) or (span == 1 and len(row) == self._width)
        if is_plain or self._cures >= _MOST_CURES:
            return False
        try:
            list(self._dialect.read(raw, strict=True))
        except csv.Error as error:
            if span == 1:
                return "unexpected end" in str(error)
            # By chance a swallowed record may be as wide as the header; then its lines are whole records themselves.
            return len(row) != self._width or all(self._is_whole(line) for line in raw[1:])
        return False

    def _is_whole(self, line: str) -> bool:
        return len(next(self._dialect.read([line]), [])) == self._width

    def _long_record(self, offset: int, span: int) -> int:
        """How many lines the record takes that has a cell too long for any table; 0 where its quote is never closed."""
        csv.field_size_limit(_LONGEST_SKIPPED)
        try:
            lines = chain(self._memory[offset:], self._remembered())
            reader = self._dialect.read(lines, strict=True)
            next(reader)
        except (csv.Error, StopIteration):
            return span if span == 1 else 0
        finally:
            csv.field_size_limit(_CELL_LIMIT)
        return int(reader.line_num)

    def _skip_long(self, line: int, offset: int, span: int) -> Fault:
        """Gives up a whole record with a cell that no table holds, and begins again behind it."""
        text = self._memory[offset][:200].rstrip("\n") if offset < len(self._memory) else ""
        self._begin_at(offset + span)
        return Fault(line, None, text, f"A cell on line {line} is longer than {_CELL_LIMIT:,} characters.")

    def _begin_at(self, offset: int) -> None:
        self._forget(offset)
        self._source = chain(self._memory, self._source)
        self._memory = []
        self._begin()

    def _cure(self, line: int, span: int, offset: int) -> Fault:
        """Gives up the line with the open quote, and begins again on the next."""
        self._cures += 1
        text = self._memory[offset].rstrip("\n") if offset < len(self._memory) else ""
        self._begin_at(offset + 1)
        reach = f" It would have swallowed the lines up to {line + span - 1}." if span > 1 else ""
        return Fault(line, None, text[:200], f"A quotation mark is opened on line {line} and never closed.{reach}")


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


def _without_blank_rows(chunk: Chunk) -> Chunk:
    if all(map(any, chunk.rows)):
        marked = [bool("".join(row).strip()) for row in chunk.rows if not row[0]]
        if all(marked):
            return chunk
    kept = [
        (line, row)
        for line, row in zip(chunk.lines, chunk.rows, strict=True)
        if any(cell and not cell.isspace() for cell in row)
    ]
    return Chunk([line for line, _ in kept], [row for _, row in kept], chunk.faults)
