"""Reads a recognised file into checked values, a chunk of columns at a time. A bad cell is told, never raised."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reengage_desktop.connectors.checking.bulk import Unit, in_full
from reengage_desktop.connectors.checking.columns import ColumnReader, Wrong
from reengage_desktop.connectors.checking.consent_words import Heard, StrangeWords
from reengage_desktop.connectors.checking.corrections import AMOUNTS, Correcting, correcting
from reengage_desktop.connectors.checking.mentioned import Mentioned, Mentions, Raw
from reengage_desktop.connectors.checking.plan import Plan, RowRule
from reengage_desktop.connectors.checking.rows import RowFilter, fit_width, without_sums
from reengage_desktop.connectors.opening.records import CHUNK_ROWS, Chunk
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.values.amounts import currency_of
from reengage_desktop.connectors.vocabulary.currencies import LOOSE
from reengage_desktop.connectors.vocabulary.fields import FIELDS, IDENTITY_FIELDS, REQUIRED, ValueType
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind

_LACKS = {
    "customer_id": "There is no customer number, e-mail address or phone number that can be used.",
    "email": "There is no e-mail address or phone number that can be used.",
    "ordered_at": "There is no date.",
    "product_id": "There is nothing that names the product.",
    "viewed_at": "There is no time of the view.",
}


_LOST = "This row belongs to an order whose first row was rejected."


@dataclass(slots=True)
class Batch:
    """Records as columns. All lists are as long as `lines`; rejected rows are not among them.

    `columns`: by field; None for blanks. `continues`: whether a row belongs to the order above it (None: no row does).
    `row_count`: the file's data rows behind this batch, with those rejected and those that hold nothing of the kind.
    `units`: the fields whose values are integers, and what they count. `mentions`: by name, the fields that come
    numbered and not as columns. `strange`: by column of consent, the cells that mean nothing to us, counted.
    """

    lines: list[int]
    cells: list[list[str]]
    columns: dict[str, list[Any]]
    continues: list[bool] | None
    faults: list[Fault]
    row_count: int
    units: dict[str, Unit] = field(default_factory=dict)
    mentions: dict[str, Mentions] = field(default_factory=dict)
    strange: dict[str, Counter[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """One row's values by field."""

    line: int
    values: dict[str, Any]
    continues: bool = False


def read(table: Table, plan: Plan, settings: Settings) -> Iterator[Record | Fault]:
    """Every record and every fault, in the file's order within a chunk."""
    heard = Heard()
    for batch in read_chunks(table, plan, settings):
        for name, unit in batch.units.items():
            batch.columns[name] = [in_full(value, unit) for value in batch.columns[name]]
        names = list(batch.columns)
        continues = batch.continues or [False] * len(batch.lines)
        rows = zip(*batch.columns.values(), strict=True)
        records = [
            Record(line, dict(zip(names, values, strict=True)), continuing)
            for line, values, continuing in zip(batch.lines, rows, continues, strict=True)
        ]
        told: list[Record | Fault] = [*records, *batch.faults]
        yield from sorted(told, key=lambda item: item.line)
        heard.add(batch.strange)
    heard.ask(plan)


Numbered = Mapping[str, Sequence[str]]
"""What is to come numbered: by name, the fields that tell one from another."""


def read_chunks(
    table: Table, plan: Plan, settings: Settings, size: int = CHUNK_ROWS, numbered: Numbered | None = None
) -> Generator[Batch, None, None]:
    """Every record in batches of columns; the way for large files."""
    reader = _ChunkReader(table, plan, settings, numbered or {})
    for chunk in table.chunks(size):
        yield reader.read(chunk)


class _Words(dict[str, str | None]):
    """The shop's own words for the state of an order, trimmed."""

    def __missing__(self, cell: str) -> str | None:
        word = cell.strip() or None
        if len(self) < 10_000:
            self[cell] = word
        return word


@dataclass(slots=True)
class _Marks:
    """What is known of a chunk's rows: faults, and which positions are rejected."""

    faults: list[Fault] = field(default_factory=list)
    rejected: set[int] = field(default_factory=set)


class _ChunkReader:
    """Holds what reading a file needs from chunk to chunk."""

    def __init__(self, table: Table, plan: Plan, settings: Settings, numbered: Numbered) -> None:
        self._table, self._plan = table, plan
        self._places = {name: place for place, name in enumerate(table.header)}
        self._shop_currency = settings.currency
        may_flip = not plan.has("first_name", "last_name")
        readers = [
            ColumnReader(
                source,
                self._places,
                region=settings.country,
                may_flip_names=may_flip,
                may_be_quick=plan.refunds is None and plan.corrects is None,  # such rows mix their amounts
            )
            for source in plan.sources
        ]
        self._filter = RowFilter(plan, self._places)
        country = plan.columns.get("country")
        self._country_place = self._places[country] if country else None
        self._mentioned = {
            name: Mentioned(
                fields,
                [reader for reader in readers if reader.source.field in fields],
                {field: value for field, value in plan.constants.items() if field in fields},
                self._country_place,
            )
            for name, fields in numbered.items()
        }
        self._apart = {field for fields in numbered.values() for field in fields}
        self._readers = [reader for reader in readers if reader.source.field not in self._apart]
        self._numbered = numbered
        self._refund_place = self._places[plan.refunds.column] if plan.refunds else None
        self._correcting = correcting(plan, table.header)
        self._marked_money = self._find_marked_money()
        self._words = _Words()
        self._strange = StrangeWords(plan, table.header) if plan.has_unheard else None
        self._last_order: str | None = None
        self._number_above: str | None = None
        self._lost_order: str | None = None

    def _find_marked_money(self) -> int | None:
        """The amounts' column whose cells name their currency, where no column does."""
        if "currency" not in FIELDS[self._plan.kind] or self._plan.has("currency"):
            return None
        for source in self._plan.sources:
            if source.type is ValueType.MONEY and source.amounts and source.amounts.has_marks:
                return self._places[source.columns[-1 if source.terms else 0]]  # a sale's price stands in few rows
        return None

    def read(self, chunk: Chunk) -> Batch:
        """The chunk's records."""
        marks = _Marks(list(chunk.faults))
        row_count = len(chunk.rows) + len(chunk.faults)
        lines, rows, faults = fit_width(chunk, len(self._table.header), self._plan)
        marks.faults += faults
        lines, rows, faults = without_sums(lines, rows)
        marks.faults += faults
        lines, rows, continues = self._filter.apply(lines, rows)
        if not rows:
            return Batch([], [], {}, None, marks.faults, row_count)
        raw = list(zip(*rows, strict=True))
        countries = raw[self._country_place] if self._country_place is not None else None
        columns: dict[str, list[Any]] = {}
        units: dict[str, Unit] = {}
        for reader in self._readers:
            values = reader.read(raw, countries)
            columns[reader.source.field] = values.values
            if values.unit is not None:
                units[reader.source.field] = values.unit
            if values.bad:
                bad = ((at, reader.wrong(values.cells[at], said, rows[at])) for at, said in values.bad)
                _tell(bad, lines, rows, marks)
            if reader.source.field == "status" and reader.source.type is ValueType.STATUS:
                columns["source_status"] = list(map(self._words.__getitem__, values.cells))
        continues = self._repeating(columns, continues)
        mentions = {name: self._number(each, raw, lines, rows, marks) for name, each in self._mentioned.items()}
        self._settle_symbols(columns)
        self._add_constants(columns, raw, len(rows))
        if self._refund_place is not None and self._plan.refunds is not None:
            words = raw[self._refund_place]
            continues = self._settle_refunds(columns, mentions, words, self._plan.refunds, continues)
        if self._correcting is not None:
            continues = self._settle_corrections(columns, mentions, raw, self._correcting, continues)
        self._check_required(columns, continues, lines, rows, marks)
        if continues is not None and "order_id" in columns:
            for at in self._settle_orders(columns["order_id"], continues, marks.rejected):
                marks.rejected.add(at)
                marks.faults.append(Fault(lines[at], None, "", _LOST, is_rejected=True, cells=rows[at]))
        strange = self._strange.count(raw) if self._strange else {}
        batch = Batch(list(lines), rows, columns, continues, marks.faults, row_count, units, mentions, strange)
        return _kept(batch, marks.rejected)

    def _number(
        self, mentioned: Mentioned, raw: Raw, lines: Sequence[int], rows: list[list[str]], marks: _Marks
    ) -> Mentions:
        mentions = mentioned.read(raw, rows)
        _tell(mentioned.faults(mentions), lines, rows, marks)
        return mentions

    def _settle_symbols(self, columns: dict[str, list[Any]]) -> None:
        """A symbol of several currencies, in a column of its own, is the shop's where that fits."""
        if not set(LOOSE).isdisjoint(columns.get("currency", ())):
            named = columns["currency"]
            columns["currency"] = [currency_of(cell, self._shop_currency) if cell in LOOSE else cell for cell in named]

    def _add_constants(self, columns: dict[str, list[Any]], raw: list[tuple[str, ...]], count: int) -> None:
        for name, value in self._plan.constants.items():
            if name not in self._apart:
                columns[name] = [value] * count
        if self._marked_money is not None:
            usual = self._plan.constants.get("currency")
            known: dict[str, str | None] = {}
            for cell in set(raw[self._marked_money]):
                known[cell] = currency_of(cell, self._shop_currency) or usual
            columns["currency"] = [known[cell] for cell in raw[self._marked_money]]

    def _repeating(self, columns: Mapping[str, list[Any]], continues: list[bool] | None) -> list[bool] | None:
        """Rows that repeat only the number of the order above them, without its date, continue it."""
        moments, numbers = columns.get("ordered_at"), columns.get("order_id")
        if self._plan.kind is not ImportKind.ORDERS or not moments or not numbers:
            return continues
        above, self._number_above = [self._number_above, *numbers[:-1]], numbers[-1]
        if None not in moments:
            return continues
        repeating = [
            moment is None and number is not None and number == before
            for moment, number, before in zip(moments, numbers, above, strict=True)
        ]
        if not any(repeating):
            return continues
        return [said or found for said, found in zip(continues or [False] * len(moments), repeating, strict=True)]

    def _settle_orders(self, numbers: list[Any], continues: list[bool], rejected: set[int]) -> list[int]:
        """Gives continuing rows their order's number; tells those whose order's first row was rejected."""
        last = len(numbers) - 1
        if not any(continues):
            self._last_order, self._lost_order = numbers[last], numbers[last] if last in rejected else None
            return []
        lost = []
        for at, continuing in enumerate(continues):
            if continuing:
                numbers[at] = numbers[at] or self._last_order
                if numbers[at] is not None and numbers[at] == self._lost_order:
                    lost.append(at)
            elif at in rejected:
                self._lost_order = numbers[at]
            self._last_order = numbers[at]
        return lost

    def _settle_refunds(
        self,
        columns: dict[str, list[Any]],
        mentions: Mapping[str, Mentions],
        words: Sequence[str],
        rule: RowRule,
        continues: list[bool] | None,
    ) -> list[bool] | None:
        back = [at for at, word in enumerate(words) if self._filter.matches(rule, word)]
        return self._take_back(columns, mentions, back, len(words), continues)

    def _settle_corrections(
        self,
        columns: dict[str, list[Any]],
        mentions: Mapping[str, Mentions],
        raw: Raw,
        correcting: Correcting,
        continues: list[bool] | None,
    ) -> list[bool] | None:
        """A credit note lowers the order that it names; that one says when it was and what became of it."""
        back = correcting.rows(columns, raw)
        papers: list[Any] = columns.setdefault("document", [None] * len(raw[0])) if back else []
        for at in back:
            correcting.count_once(columns, at)
            papers[at] = columns["order_id"][at]
            columns["order_id"][at] = raw[correcting.place][at].strip()
            for name in ("ordered_at", "status", "source_status"):
                if name in columns:
                    columns[name][at] = None
        return self._take_back(columns, mentions, back, len(raw[0]), continues)

    def _take_back(
        self,
        columns: dict[str, list[Any]],
        mentions: Mapping[str, Mentions],
        back: Sequence[int],
        count: int,
        continues: list[bool] | None,
    ) -> list[bool] | None:
        if not back:
            return continues
        continues = continues or [False] * count
        refunds = columns.setdefault("refunded_amount", [None] * count)
        for at in back:
            said = (columns[name][at] for name in AMOUNTS if columns.get(name))
            amount = next((each for each in said if each is not None), None)
            refunds[at] = abs(amount) if amount is not None else None
            continues[at] = True
            for name in ("order_total", "line_total", "unit_price", "quantity", "product_name", "sku", "category"):
                if name in columns:
                    columns[name][at] = None
            for name, told in mentions.items():
                if "product_name" in self._numbered[name]:
                    self._mentioned[name].forget(told, at)
        return continues

    def _check_required(
        self,
        columns: dict[str, list[Any]],
        continues: list[bool] | None,
        lines: Sequence[int],
        rows: list[list[str]],
        marks: _Marks,
    ) -> None:
        """Rejects rows that lack what a record of the kind can't be without."""
        kind = self._plan.kind
        for group in REQUIRED[kind]:
            if kind is ImportKind.ORDERS and group != ("ordered_at",):
                continue
            present = [columns[name] for name in group if name in columns]
            if not present:
                continue
            if len(present) == 1:
                lacking = [at for at, value in enumerate(present[0]) if value is None] if None in present[0] else []
            elif any(map(all, present)):
                lacking = []
            else:
                lacking = [at for at, values in enumerate(zip(*present, strict=True)) if not any(values)]
            for at in lacking:
                if at not in marks.rejected and not (continues and continues[at]):
                    self._reject(at, group, lines, rows, marks)

    def _reject(
        self, at: int, group: tuple[str, ...], lines: Sequence[int], rows: list[list[str]], marks: _Marks
    ) -> None:
        """Rejects a row; where a bad cell is the reason, that cell's fault becomes the rejection."""
        marks.rejected.add(at)
        columns = {column for source in self._plan.sources if source.field in group for column in source.columns}
        for number, fault in enumerate(marks.faults):
            if fault.line == lines[at] and fault.column in columns:
                marks.faults[number] = fault._replace(is_rejected=True)
                return
        told = next((self._plan.columns[name] for name in group if name in self._plan.columns), None)
        sentence = _LACKS.get(group[0], "What a record needs is missing.")
        if group == IDENTITY_FIELDS and not self._plan.has("customer_id"):
            sentence = _LACKS["email"]
        marks.faults.append(Fault(lines[at], told, "", sentence, is_rejected=True, cells=rows[at]))


def _tell(bad: Iterable[tuple[int, Wrong]], lines: Sequence[int], rows: list[list[str]], marks: _Marks) -> None:
    for at, wrong in bad:
        marks.faults.append(Fault(lines[at], *wrong, rows[at]))
        if wrong.is_rejected:
            marks.rejected.add(at)


def _kept(batch: Batch, rejected: set[int]) -> Batch:
    """The batch without its rejected rows."""
    if not rejected:
        return batch
    good = [at for at in range(len(batch.lines)) if at not in rejected]
    return Batch(
        [batch.lines[at] for at in good],
        [batch.cells[at] for at in good],
        {name: [values[at] for at in good] for name, values in batch.columns.items()},
        [batch.continues[at] for at in good] if batch.continues is not None else None,
        batch.faults,
        batch.row_count,
        batch.units,
        {name: replace(told, numbers=[told.numbers[at] for at in good]) for name, told in batch.mentions.items()},
        batch.strange,
    )
