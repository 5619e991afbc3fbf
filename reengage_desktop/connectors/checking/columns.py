"""A whole column of a chunk at once: repeated cells are read once, faults are kept apart."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.checking.bulk import Unit, bulk_of
from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.checking.readers import (
    BadCell,
    Reader,
    Value,
    phone_among_emails,
    phone_reader,
    reader_of,
)
from reengage_desktop.connectors.values.dates import DateRule, date_reader
from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.countries import country_code
from reengage_desktop.connectors.vocabulary.fields import REJECTING, ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import forms, is_plain_no
from reengage_desktop.domain.contacts import usual_emails

_MOST_KNOWN = 150_000
_LEARNT = frozenset({ValueType.PHONE, ValueType.EMAIL})
_WORTH_KNOWING = 0.6
_NOTHING = re.compile(r"[^1-9]*")
"""The price of what is in no sale."""
_ZONE_NAMES = {
    "eastern time us canada": "America/New_York",
    "central time us canada": "America/Chicago",
    "mountain time us canada": "America/Denver",
    "pacific time us canada": "America/Los_Angeles",
    "arizona": "America/Phoenix",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "atlantic time canada": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "london": "Europe/London",
    "dublin": "Europe/Dublin",
    "paris": "Europe/Paris",
    "madrid": "Europe/Madrid",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "brisbane": "Australia/Brisbane",
    "perth": "Australia/Perth",
    "adelaide": "Australia/Adelaide",
    "tokyo": "Asia/Tokyo",
}
"""The zone names that tills write in words."""


@dataclass(slots=True)
class _Known(dict[str, Value]):
    """What was read before, by cell; it forgets everything when it has grown too large."""

    read: Reader
    has_bad: bool = False

    def __missing__(self, cell: str) -> Value:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        try:
            value = self.read(cell)
        except BadCell as fault:
            self.has_bad = True
            value = _Bad(str(fault))
        self[cell] = value
        return value


class _Bad(str):
    """Stands for a cell that could not be read; its text is the sentence."""

    __slots__ = ()


@dataclass(slots=True)
class ColumnValues:
    """A chunk's values of one field, the cells they came from, and (position, sentence) of those that are bad.

    `unit`: the values are integers that count it (None: they are what they are).
    """

    values: list[Value]
    cells: Sequence[str]
    bad: list[tuple[int, str]] = field(default_factory=list)
    unit: Unit | None = None


class Wrong(NamedTuple):
    """A cell that could not be read: its column, its text, the sentence, and whether its record is left out."""

    column: str
    value: str
    message: str
    is_rejected: bool


class ColumnReader:
    """Reads one field's cells, chunk by chunk."""

    def __init__(
        self,
        source: Source,
        places: Mapping[str, int],
        *,
        region: str,
        may_flip_names: bool = False,
        may_be_quick: bool = True,
    ) -> None:
        self.source = source
        self.places = [places[column] for column in source.columns]
        self._terms = source.terms
        self._term_places = [places[column] for column in source.terms.columns] if source.terms else []
        self._zone_place = places[source.zone_column] if source.zone_column else None
        self._region = region
        self._known: dict[str, _Known] = {}
        self._reader = None if source.type is ValueType.PHONE else reader_of(source, may_flip_names=may_flip_names)
        self._is_plain = len(self.places) == 1 and not source.suffix and not any(source.meanings)
        self._picked: dict[tuple[str, ...], str] = {}
        self._bulk = bulk_of(source) if may_be_quick and not source.is_mixed else None
        self._is_varied: bool | None = None

    def read(self, columns: Sequence[Sequence[str]], countries: Sequence[str] | None) -> ColumnValues:
        """The field's values of a chunk. `columns`: all raw columns; `countries`: the rows' country cells.

        Where the first filled one of several columns holds no address or number that can be used, the next ones speak.
        """
        found = self._read(columns, countries)
        if len(self.places) > 1 and self.source.type in _LEARNT and self._is_first_filled() and None in found.values:
            without = [at for at, value in enumerate(found.values) if value is None and found.cells[at].strip()]
            mended = {at for at in without if self._finds_another(found, at, columns, countries)}
            found.bad = [wrong for wrong in found.bad if wrong[0] not in mended]
        return found

    def _finds_another(
        self, found: ColumnValues, at: int, columns: Sequence[Sequence[str]], countries: Sequence[str] | None
    ) -> bool:
        read = self._reader or self._phone_reader(self._region if countries is None else countries[at])
        for place in self.places:
            try:
                found.values[at] = read(columns[place][at]) if columns[place][at].strip() else None
            except BadCell:
                continue
            if found.values[at] is not None:
                return True
        return False

    def _read(self, columns: Sequence[Sequence[str]], countries: Sequence[str] | None) -> ColumnValues:
        cells = columns[self.places[0]] if self._is_plain else self._pick(columns)
        if self._bulk is not None and self._zone_place is None and self._is_worth(cells):
            bulk = self._bulk(cells)
            if bulk is not None:
                return ColumnValues(bulk.values, cells, unit=bulk.unit)
        if self._zone_place is not None:
            return self._read_apart(cells, columns[self._zone_place], self._zone_reader)
        if self._reader is None:
            if countries is None:
                return self._read_all(cells, self._region, self._phone_reader)
            return self._read_apart(cells, countries, self._phone_reader)
        return self._read_all(cells, "", lambda _: self._reader or str)

    def wrong(self, cell: str, sentence: str, row: Sequence[str]) -> Wrong:
        """What is told of a cell that could not be read; the first filled column of the field's spoke in the row."""
        spoke = (name for name, place in zip(self.source.columns, self.places, strict=True) if row[place].strip())
        text = cell.strip()
        column = next(spoke, self.source.columns[0])
        return Wrong(column, text, f"“{text[:80]}”: {sentence}.", self.source.field in REJECTING)

    def forget(self) -> None:
        """Lets go of the cells that it remembers."""
        self._known.clear()
        self._picked.clear()

    def _is_worth(self, cells: Sequence[str]) -> bool:
        """Whether the column's cells differ so much that remembering them would not pay; judged once."""
        if self.source.type is not ValueType.ID:
            return True
        if self._is_varied is None and len(cells) > 100:
            self._is_varied = len(set(cells)) > _WORTH_KNOWING * len(cells)
        return bool(self._is_varied)

    def _read_all(self, cells: Sequence[str], key: str, make: Callable[[str], Reader]) -> ColumnValues:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _Known(make(key))
        if self.source.type in _LEARNT:
            self._learn(known, cells, key)
        values = list(map(known.__getitem__, cells))
        if not known.has_bad or _Bad not in set(map(type, values)):
            return ColumnValues(values, cells)
        bad = [(at, str(value)) for at, value in enumerate(values) if type(value) is _Bad]
        for at, _ in bad:
            values[at] = None
        return ColumnValues(values, cells, bad)

    def _learn(self, known: _Known, cells: Sequence[str], country: str) -> None:
        """The usual phones or e-mail addresses of a column are read together."""
        if len(known) >= _MOST_KNOWN:
            return
        # a set's own difference would walk all of `known`
        fresh = [cell for cell in set(cells) if cell not in known]
        if self._reader is not None:
            known.update(usual_emails(fresh))
            return
        from reengage_desktop.connectors.values.phones import read_usual_phones  # noqa: PLC0415 - slow to import, and not for products

        known.update(read_usual_phones(fresh, country_code(country) or self._region))

    def _read_apart(self, cells: Sequence[str], keys: Sequence[str], make: Callable[[str], Reader]) -> ColumnValues:
        """Cells whose reading depends on another cell of their row."""
        if len(set(keys)) == 1:
            return self._read_all(cells, keys[0], make)
        places: dict[str, list[int]] = {}
        for at, key in enumerate(keys):
            places.setdefault(key, []).append(at)
        result = ColumnValues([None] * len(cells), cells)
        for key, group in places.items():
            part = self._read_all([cells[at] for at in group], key, make)
            for at, value in zip(group, part.values, strict=True):
                result.values[at] = value
            result.bad += [(group[at], sentence) for at, sentence in part.bad]
        result.bad.sort()
        return result

    def _phone_reader(self, country: str) -> Reader:
        read = phone_reader(country_code(country) or self._region, has_code=self.source.is_joined)
        return phone_among_emails(read) if self.source.is_mixed else read

    def _zone_reader(self, name: str) -> Reader:
        rule = self.source.dates
        assert rule is not None  # noqa: S101 - recognition gives every date its rule
        zone = _ZONE_NAMES.get(normal(name), name.strip())
        try:
            zoned = DateRule(ZoneInfo(zone), rule.order, rule.orders, rule.pivot) if zone else rule
        except (KeyError, ValueError, OSError):
            zoned = rule
        quick = date_reader(zoned)

        def read(cell: str) -> Value:
            try:
                return quick(cell.strip())
            except (ValueError, OverflowError):
                raise BadCell("this is no date that can be read") from None

        return read

    def _pick(self, columns: Sequence[Sequence[str]]) -> Sequence[str]:
        """For every row the cell that speaks, out of several columns or by the meaning of its word."""
        first = columns[self.places[0]]
        if self._is_first_filled() and all(first) and not any(map(str.isspace, first)):
            return first
        picked = self._picked
        result = []
        for cells in zip(*(columns[place] for place in (*self.places, *self._term_places)), strict=True):
            cell = picked.get(cells)
            if cell is None:
                cell = self._pick_one(cells)
                if len(picked) >= _MOST_KNOWN:
                    picked.clear()
                picked[cells] = cell
            result.append(cell)
        return result

    def _is_first_filled(self) -> bool:
        source = self.source
        return not (any(source.meanings) or source.is_joined or source.suffix or source.terms)

    def _pick_one(self, cells: tuple[str, ...]) -> str:
        source = self.source
        if self._terms is not None:
            cells, told_of_sale = cells[: len(self.places)], cells[len(self.places) :]
            if _NOTHING.fullmatch(cells[0].strip()) or not self._terms.allow(told_of_sale):
                cells = ("", *cells[1:])
        if source.is_joined:
            told = [cell.strip() for cell in cells if cell.strip()]
            if source.type is ValueType.QUANTITY:
                return self._sum_of(told)
            if source.has_calling_code and len(told) == len(cells):
                told[0] = f"+{told[0].lstrip('+0')}"
            joined = " ".join(told)
            return joined + source.suffix if joined else ""
        for at, cell in enumerate(cells):
            text = cell.strip()
            meanings = source.meanings[at] if at < len(source.meanings) else None
            if text and meanings is not None:
                text = _meant(text, meanings)
            if text:
                return text + source.suffix
        return ""

    def _sum_of(self, cells: Sequence[str]) -> str:
        """The pieces at all places together; a cell that is no number speaks for itself."""
        read = self._reader
        assert read is not None  # noqa: S101 - only phones have none
        pieces = 0
        for cell in cells:
            try:
                pieces += int(Decimal(str(read(cell))))
            except BadCell:
                return cell
        return str(pieces) if cells else ""


def _meant(text: str, meanings: Mapping[str, str]) -> str:
    """What a filled cell's word means; `*` is any other word, but for those that say “nothing” or a plain “no”."""
    meant = next((meanings[word] for word in (text, *forms(text)) if word in meanings), None)
    if meant is None:
        meant = "" if is_blank(text) or is_plain_no(text) else meanings.get("*", "")
    return meant
