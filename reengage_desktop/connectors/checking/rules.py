"""The rule by which a column is read: its order of day and month, its decimal mark. Decided over the whole column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.checking.plan import Question
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.values.amounts import AmountRule, counts_hundredths, decide_amounts
from reengage_desktop.connectors.values.dates import (
    MIDNIGHT,
    YEAR_FIRST_COUNTRIES,
    DateRule,
    OrderEvidence,
    usual_order,
)
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.sentences import Sentence

_COMMA_COUNTRIES = frozenset(
    "DE AT FR ES IT NL BE PT PL CZ SK HU SI HR RO BG GR DK SE NO FI IS EE LV LT RU UA TR BR AR CL CO ID VN LU RS BA"
    " AD MC SM CY UY PY EC VE BO".split()
)
_WITHOUT_CENTS = frozenset("ID VN CL CO PY".split())
"""Of those, countries in which three digits behind a point are no parts of their money."""
_PRICED = re.compile(r"\d\s?(?:€|EUR|zł|kr)|(?:€|EUR|zł|kr\.?|\$)\s?\d")
_LOOKED_AT = 500
_DAYS_UNTIL_1904 = 1462
_FOR_ALL = ("dmy", "mdy")
"""What dates of another shape may be read by, too: a year of two digits in front says nothing of those."""
_READINGS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}


@dataclass
class RuleMaker:
    """Makes the rules of one file's columns, and collects what the owner should know about them.

    `sample` are the file's first records, padded; `is_whole` says whether they are all of it.
    `told`: what the owner says that words of consent mean. `in_cents`: headings of columns known to hold whole cents.
    """

    table: Table
    sample: Sequence[Sequence[str]]
    is_whole: bool
    zone: ZoneInfo
    country: str
    stated_order: str | None
    told: Mapping[str, str] = field(default_factory=dict)
    in_cents: frozenset[str] = frozenset()
    notes: list[Sentence] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    _decided: dict[str, str] = field(default_factory=dict)

    def amounts(self, columns: Sequence[int]) -> AmountRule:
        """The rule of an amount's columns."""
        cells = [row[column] for column in columns for row in self.sample]
        # Programs write plain points into files with commas between; who writes `1.200 €` writes as the country does.
        is_priced = self.country in _WITHOUT_CENTS or any(_PRICED.search(cell) for cell in cells[:_LOOKED_AT])
        is_by_hand = self.table.delimiter != "," or is_priced
        comma_is_usual = self.country in _COMMA_COUNTRIES and is_by_hand
        rule = decide_amounts(cells, comma_is_usual=comma_is_usual or self.table.delimiter == ";")
        named = {normal(self.table.header[column]) for column in columns}
        return replace(rule, counts_hundredths=all(counts_hundredths(each, cells, self.in_cents) for each in named))

    def dates(self, name: str, columns: Sequence[int], *, is_day: bool) -> DateRule:
        """The rule of a date's columns; asks the whole file where the sample leaves it open."""
        evidence = self._no_evidence()
        for column in columns:
            evidence.add(row[column] for row in self.sample)
        if evidence.shapes and not self.stated_order and evidence.is_ambiguous and not self.is_whole:
            evidence = self._whole_column(columns)
        orders, rest = self._orders(name, columns, evidence)
        pivot = 25 if is_day else 69
        filled = [row[column].strip() for column in columns for row in self.sample if row[column].strip()]
        is_midnight = bool(filled) and all(map(MIDNIGHT.search, filled))
        shift = _DAYS_UNTIL_1904 if self.table.counts_from_1904 else 0
        return DateRule(self.zone, rest, orders, pivot, is_day, shift, is_midnight_day=is_midnight)

    def _no_evidence(self) -> OrderEvidence:
        return OrderEvidence(is_year_usual=self.country in YEAR_FIRST_COUNTRIES)

    def _whole_column(self, columns: Sequence[int]) -> OrderEvidence:
        evidence = self._no_evidence()
        for chunk in self.table.chunks():
            for column in columns:
                evidence.add(row[column] for row in chunk.rows if column < len(row))
        return evidence

    def _orders(
        self, name: str, columns: Sequence[int], evidence: OrderEvidence
    ) -> tuple[dict[tuple[str, int], str], str]:
        heading = self.table.header[columns[0]]
        if self.stated_order:
            return {}, self.stated_order
        decided = self._as_beside(evidence.decide(), columns)
        usual = next(iter(self._decided.values()), None) or usual_order(self.country)
        orders = {key: order or (usual if key[0] != "." else "dmy") for key, order in decided.items()}
        if evidence.is_mixed:
            self._ask(name, heading, evidence.example, next(iter(orders.values())), is_mixed=True)
        elif any(order is None and key[0] != "." for key, order in decided.items()):
            self._ask(name, heading, evidence.example, usual, is_mixed=False)
        for order in decided.values():
            if order in _FOR_ALL:
                self._decided.setdefault(name, order)
        return orders, next((order for order in orders.values() if order in _FOR_ALL), usual)

    def _as_beside(
        self, decided: dict[tuple[str, int], str | None], columns: Sequence[int]
    ) -> dict[tuple[str, int], str | None]:
        """What a column leaves open is as in the file's other columns that write dates alike, where those all agree."""
        if None not in decided.values():
            return decided
        settled = self._settled_beside(columns)
        return {shape: order or settled.get(shape) for shape, order in decided.items()}

    def _settled_beside(self, columns: Sequence[int]) -> dict[tuple[str, int], str]:
        found: dict[tuple[str, int], set[str]] = {}
        for at in range(len(self.table.header)):
            evidence = self._no_evidence()
            if at not in columns:
                evidence.add(row[at] for row in self.sample)
            for shape, order in ({} if evidence.is_mixed else evidence.by_values()).items():
                found.setdefault(shape, set()).add(order)
        return {shape: orders.pop() for shape, orders in found.items() if len(orders) == 1}

    def _ask(self, name: str, heading: str, example: str, chosen: str, *, is_mixed: bool) -> None:
        reading = _READINGS[chosen]
        if is_mixed:
            kind, text = "mixed_dates", f"“{heading}” holds dates with the day first and with the month first."
            note = (
                f"“{heading}” mixes dates with the day first and with the month first; they were read {reading}, and "
                "those that can't be were rejected. State the order with --date-order dmy or mdy."
            )
        else:
            kind, text = "ambiguous_dates", f"“{example}” in “{heading}” can be read with the day or the month first."
            note = (
                f"Dates such as “{example}” in “{heading}” can be read both ways; they were read {reading}, as is "
                "usual for the shop. State the order with --date-order dmy or mdy if that is wrong."
            )
        figures = {"column": heading, "example": example, "chosen": chosen}
        self.notes.append(Sentence(kind, note, **figures))
        asked = Sentence(f"which_{kind}", f"{text} Which is meant?", **figures)
        self.questions.append(Question(name, heading, asked, ("dmy", "mdy"), chosen))
