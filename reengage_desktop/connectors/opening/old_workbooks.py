"""Workbooks of Excel 97 to 2003: what their formats and rows say beside the values that the reader of workbooks gives.

A compound file holds the stream `Workbook`, a row of records: two bytes of kind, two of length, and what they hold.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_END = 0xFFFFFFFA
"""Numbers of sectors from here on are none."""
_NEWEST = 0x0600
_BOF, _EOF, _DATE_MODE, _SHEET, _FORMAT, _STYLE, _ROW = 0x809, 0x0A, 0x22, 0x85, 0x41E, 0xE0, 0x208
_NUMBER, _SHORT_NUMBER, _NUMBERS, _FORMULA = 0x203, 0x27E, 0xBD, 0x06
_HIDDEN = 0x20

UNREADABLE = (struct.error, IndexError, KeyError, ValueError, OSError)
"""What reading a workbook that is none raises."""


@dataclass(frozen=True)
class OldSheet:
    """A sheet's cells of numbers, each by row, column and format, and its hidden rows; all counted from 0."""

    formats: dict[int, str]
    cells: list[tuple[int, int, int]]
    hidden: frozenset[int]


def counts_from_1904(path: Path) -> bool:
    """Whether the days of such a workbook count from 1904; False where it can't be told."""
    with suppress(*UNREADABLE):
        return any(kind == _DATE_MODE and body[:1] == b"\1" for kind, body in _records(_stream(path), 0))
    return False


@lru_cache(maxsize=1)
def read_old_sheet(path: Path, sheet: str) -> OldSheet:
    """A sheet by its name; raises `UNREADABLE` for older workbooks and for what is none."""
    stream = _stream(path)
    codes: dict[int, str] = {}
    styles: list[int] = []
    place = None
    for kind, body in _records(stream, 0):
        if kind == _FORMAT:
            number, length, wide = struct.unpack_from("<HHB", body)
            codes[number] = _text(body[5:], length, wide)
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET and _text(body[8:], body[6], body[7]) == sheet:
            place = struct.unpack_from("<I", body)[0]
    if place is None:
        raise KeyError(sheet)
    cells: list[tuple[int, int, int]] = []
    hidden: set[int] = set()
    for kind, body in _records(stream, place):
        if kind in {_NUMBER, _SHORT_NUMBER, _FORMULA}:
            cells.append(struct.unpack_from("<HHH", body))
        elif kind == _NUMBERS:
            row, first = struct.unpack_from("<HH", body)
            cells += [(row, first + at, each[0]) for at, each in enumerate(struct.iter_unpack("<HI", body[4:-2]))]
        elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN:
            hidden.add(struct.unpack_from("<H", body)[0])
    formats = {at: codes[number] for at, number in enumerate(styles) if number in codes}
    return OldSheet(formats, cells, frozenset(hidden))


def _text(body: bytes, length: int, wide: int) -> str:
    return body[: 2 * length].decode("utf-16-le") if wide & 1 else body[:length].decode("latin-1")


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place on, up to the end of the sheet or of what is said of all sheets."""
    kind, length, version = struct.unpack_from("<HHH", stream, place)
    if kind != _BOF or version != _NEWEST:
        raise ValueError(kind)
    while kind != _EOF:
        yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length
        kind, length = struct.unpack_from("<HH", stream, place)


def _stream(path: Path) -> bytes:
    """The workbook's stream."""
    data = path.read_bytes()
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    first_folder, _, least, first_small, _, first_more, _ = struct.unpack_from("<7I", data, 48)

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size]

    lists = [number for (number,) in struct.iter_unpack("<I", data[76:512])]
    seen: set[int] = set()
    while first_more < _END and first_more not in seen:
        seen.add(first_more)
        *more, first_more = (number for (number,) in struct.iter_unpack("<I", sector(first_more)))
        lists += more
    table = [number for each in lists if each < _END for (number,) in struct.iter_unpack("<I", sector(each))]
    folder = b"".join(sector(number) for number in _chain(table, first_folder))
    entries = {
        entry[: struct.unpack_from("<H", entry, 64)[0] - 2].decode("utf-16-le"): struct.unpack_from("<II", entry, 116)
        for entry in (folder[at : at + 128] for at in range(0, len(folder), 128))
        if entry[64]
    }
    first, length = entries["Workbook"]
    if length >= least:
        return b"".join(sector(number) for number in _chain(table, first))[:length]
    small = b"".join(sector(number) for number in _chain(table, entries["Root Entry"][0]))
    numbers = b"".join(sector(number) for number in _chain(table, first_small))
    places = [number for (number,) in struct.iter_unpack("<I", numbers)]
    return b"".join(small[64 * number : 64 * number + 64] for number in _chain(places, first))[:length]


def _chain(table: list[int], first: int) -> Iterator[int]:
    """The sectors of a stream, one after the other; raises ValueError where they go in a circle."""
    for _ in range(len(table) + 1):
        if first >= _END:
            return
        yield first
        first = table[first]
    raise ValueError(first)
