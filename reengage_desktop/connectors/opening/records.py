"""Lines cut into records, each with the line on which it begins, and a cure for quotes that are never closed."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from reengage_desktop.connectors.vocabulary.refusals import Fault

CHUNK_ROWS = 512
"""Rows per chunk: larger ones were slower."""

_CELL_LIMIT = 1_000_000
_LONGEST_SKIPPED = 16 * _CELL_LIMIT
"""Characters: as far on the end of a cell that is too long is looked for."""

_MOST_READ_AGAIN = 2_000_000
"""Lines of a file that are read again behind quotes that are never closed."""


@dataclass(slots=True)
class Chunk:
    """Some records: the line on which each begins, its cells, and lines that could not be read."""

    lines: Sequence[int]
    rows: list[list[str]]
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Dialect:
    """What separates cells and what stands around them."""

    delimiter: str
    quote: str
    skips_blanks: bool

    def read(self, lines: Iterable[str], *, strict: bool = False) -> Any:
        """The records of lines; raises csv.Error."""
        return csv.reader(
            lines, delimiter=self.delimiter, quotechar=self.quote, skipinitialspace=self.skips_blanks, strict=strict
        )


class Records:
    """Cuts lines into records and remembers enough of them to begin again behind a quote that is never closed."""

    def __init__(self, stream: Iterator[str], dialect: Dialect, width: int, first_line: int) -> None:
        csv.field_size_limit(_CELL_LIMIT)
        self._source = stream
        self._dialect = dialect
        self._width = width
        self._next_line = first_line
        self._memory: list[str] = []
        self._again: list[str] = []
        self._read_again = 0
        self._begin()

    def _begin(self) -> None:
        self._reader = self._dialect.read(self._remembered())

    def _remembered(self) -> Iterator[str]:
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[list[str]]:
        while block := self._again[:CHUNK_ROWS] or list(islice(self._source, CHUNK_ROWS)):
            del self._again[:CHUNK_ROWS]
            self._memory += block
            yield block

    def chunks(self, size: int) -> Iterator[Chunk]:
        """The records, so many in a chunk; those that can't be read are told as its faults."""
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
            yield without_blank_rows(Chunk(lines, rows, faults))

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
        kept: list[list[str]] = []
        faults: list[Fault] = []
        line = first
        for position, row in enumerate(rows):
            last = position == len(rows) - 1 and not failed
            span = first + taken - line if last else 1 + sum(cell.count("\n") for cell in row)
            if not self._is_swallowing(row, span, self._memory[line - first : line - first + span]):
                lines.append(line)
                kept.append(row)
            elif self._read_again < _MOST_READ_AGAIN:
                return lines, kept, [*faults, self._cure(line, span, line - first)]
            else:
                faults.append(self._open_quote(line, span, line - first))
            line += span
        if failed:
            span = first + taken - line
            if long := self._long_record(line - first, span):
                return lines, kept, [*faults, self._skip_long(line, line - first, long)]
            return lines, kept, [*faults, self._cure(line, span, line - first)]
        self._forget(taken)
        return lines, kept, faults

    def _is_swallowing(self, row: list[str], span: int, raw: list[str]) -> bool:
        """Whether a record only came about by a quote that is not closed where it should be."""
        if self._dialect.quote not in "".join(raw) or (span == 1 and len(row) == self._width):
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
        """Whether a line is a record for itself, its own quote closed or not."""
        cells = len(next(self._dialect.read([line]), []))
        return self._width in (cells, line.count(self._dialect.delimiter) + 1)

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
        self._again = self._memory + self._again
        self._memory = []
        self._begin()

    def _cure(self, line: int, span: int, offset: int) -> Fault:
        """Gives up the line with the open quote, and begins again on the next."""
        self._read_again += len(self._memory) - offset
        fault = self._open_quote(line, span, offset)
        self._begin_at(offset + (1 if self._read_again < _MOST_READ_AGAIN else span))
        return fault

    def _open_quote(self, line: int, span: int, offset: int) -> Fault:
        text = self._memory[offset].rstrip("\n") if offset < len(self._memory) else ""
        swallows = "would have swallowed" if self._read_again < _MOST_READ_AGAIN else "swallowed"
        reach = f" It {swallows} the lines up to {line + span - 1}." if span > 1 else ""
        return Fault(line, None, text[:200], f"A quotation mark is opened on line {line} and never closed.{reach}")


def without_blank_rows(chunk: Chunk) -> Chunk:
    """The chunk's records that hold anything but blanks."""
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
