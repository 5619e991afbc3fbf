"""Numbers what rows mention (a person, a product), so that the cells of a thousand rows of one are read once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reengage_desktop.connectors.checking.columns import ColumnReader, ColumnValues, Wrong

_MOST_REMEMBERED = 120_000
"""Bounds the memory; what is forgotten and met again gets another number."""

_BETWEEN = "\0"
"""Stands between cells; no text that was read holds one."""

Raw = Sequence[Sequence[str]]
"""A chunk's cells, column by column."""


@dataclass(slots=True)
class Mentions:
    """What a chunk's rows mention.

    `numbers`: one for each row, the same where the cells are. `new`: the values, by field, of those that have not
    been met before, in the order of their numbers; `first` is the first one's, and 0 says that all others are over.
    """

    numbers: list[int]
    new: list[tuple[Any, ...]]
    first: int


class _Numbers(dict[str, int]):
    """Numbers by the cells, in the order in which they are asked for."""

    def __missing__(self, cells: str) -> int:
        number = self[cells] = len(self)
        return number


class Mentioned:
    """Reads the fields that together name something, once for every different row of their cells."""

    def __init__(
        self,
        fields: Sequence[str],
        readers: Sequence[ColumnReader],
        constants: Mapping[str, str],
        country_place: int | None,
    ) -> None:
        """`country_place`: the column by whose country phones are read."""
        self._fields, self._readers, self._constants = fields, readers, constants
        self._country_place = country_place
        places = {place for reader in readers for place in reader.places}
        self._places = sorted(places if country_place is None or not readers else places | {country_place})
        self._numbers = _Numbers()
        self._bad: dict[int, list[Wrong]] = {}

    def read(self, raw: Raw, rows: Sequence[list[str]]) -> Mentions:
        """What the rows mention."""
        if len(self._numbers) >= _MOST_REMEMBERED:
            self._numbers.clear()
            self._bad.clear()
        first = len(self._numbers)
        columns = [raw[place] for place in self._places] or [[""] * len(rows)]
        cells = columns[0] if len(columns) == 1 else map(_BETWEEN.join, zip(*columns, strict=True))
        numbers = list(map(self._numbers.__getitem__, cells))
        if len(self._numbers) == first:
            return Mentions(numbers, [], first)
        met, fresh = first, []
        for at, number in enumerate(numbers):
            if number == met:
                fresh.append(rows[at])
                met += 1
        read: dict[str, list[Any]] = {name: [value] * len(fresh) for name, value in self._constants.items()}
        for reader, values in self._read(fresh):
            read[reader.source.field] = values.values
            for at, sentence in values.bad:
                self._bad.setdefault(first + at, []).append(reader.wrong(values.cells[at], sentence, fresh[at]))
        nothing = [None] * len(fresh)
        return Mentions(numbers, list(zip(*(read.get(name, nothing) for name in self._fields), strict=True)), first)

    def faults(self, mentions: Mentions) -> Iterator[tuple[int, Wrong]]:
        """What can't be read, and in which row; each row with the same cells tells it."""
        if self._bad.keys().isdisjoint(mentions.numbers):
            return
        for at, number in enumerate(mentions.numbers):
            for wrong in self._bad.get(number, ()):
                yield at, wrong

    def forget(self, mentions: Mentions, at: int) -> None:
        """A row that says nothing after all."""
        number = self._numbers[_BETWEEN * (len(self._places) - 1)]
        if number == mentions.first + len(mentions.new):
            mentions.new.append((None,) * len(self._fields))
        mentions.numbers[at] = number

    def _read(self, rows: Sequence[list[str]]) -> Iterator[tuple[ColumnReader, ColumnValues]]:
        raw = list(zip(*rows, strict=True))
        countries = None if self._country_place is None else raw[self._country_place]
        for reader in self._readers:
            yield reader, reader.read(raw, countries)
            reader.forget()
