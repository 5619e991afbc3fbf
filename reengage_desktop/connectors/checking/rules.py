"""The rule by which a column is read: its order of day and month, its decimal mark. Decided over the whole column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.checking.plan import Question
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.values.amounts import AmountRule, certain_mark, counts_hundredths, decide_amounts
from reengage_desktop.connectors.values.date_orders import YEAR_FIRST_COUNTRIES, Key, OrderEvidence, usual_order
from reengage_desktop.connectors.values.dates import MIDNIGHT, DateRule
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.sentences import Sentence

_COMMA_COUNTRIES = frozenset(
    "DE AT FR ES IT NL BE PT PL CZ SK HU SI HR RO BG GR DK SE NO FI IS EE LV LT RU UA TR BR AR CL CO ID VN LU RS BA"
    " AD MC SM CY UY PY EC VE BO".split()
)
_WITHOUT_CENTS = frozenset("ID VN CL CO PY".split())
"""Of those, countries in which three digits behind a point are no parts of their money."""
_PRICED = re.compile(r"\d\s?(?:€|EUR|zł|kr)|(?:€|EUR|zł|kr\.?|\$)\s?\d")
_ZONE_NAMED = re.compile(
    r"(?<![a-z])(?:utc|gmt)(?:\s?([-+])\s?(\d{1,2})(?::?00)?)?(?!\s?[-+]?\d|[:a-z])", re.IGNORECASE
)
_MOST_HOURS = 12
_LOOKED_AT = 500
_DAYS_UNTIL_1904 = 1462
_FOR_ALL = ("dmy", "mdy")
"""What dates of another shape may be read by, too: a year of two digits in front says nothing of those."""
_READINGS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}


class _Asked(NamedTuple):
    """What is said of a column whose order is open, what is asked, and the orders that it may have."""

    told: str
    question: str
    options: tuple[str, str]


_ASKED = {
    "mixed_dates": _Asked(
        "“{column}” mixes dates with the day first and with the month first; they were read {reading}, and "
        "those that can't be were rejected. State the order with --date-order dmy or mdy.",
        "“{column}” holds dates with the day first and with the month first.",
        ("dmy", "mdy"),
    ),
    "ambiguous_dates": _Asked(
        "Dates such as “{example}” in “{column}” can be read both ways; they were read {reading}, as is "
        "usual for the shop. State the order with --date-order dmy or mdy if that is wrong.",
        "“{example}” in “{column}” can be read with the day or the month first.",
        ("dmy", "mdy"),
    ),
    "ambiguous_years": _Asked(
        "Dates such as “{example}” in “{column}” can be read with the day or with the year first; they were read "
        "{reading}, as that makes them later. State the order with --date-order dmy or ymd if that is wrong.",
        "“{example}” in “{column}” can be read with the day or the year first.",
        ("dmy", "ymd"),
    ),
}


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
        rule = decide_amounts(
            cells,
            comma_is_usual=comma_is_usual or self.table.delimiter == ";",
            comma_has_parts=comma_is_usual and self.country not in _WITHOUT_CENTS,
            mark_beside=lambda: self._mark_beside(columns),
        )
        named = {normal(self.table.header[column]) for column in columns}
        return replace(rule, counts_hundredths=all(counts_hundredths(each, cells, self.in_cents) for each in named))

    def _mark_beside(self, columns: Sequence[int]) -> str | None:
        """The decimal mark of the file's other columns, where all of those that leave no doubt have the same one."""
        if self.country in _WITHOUT_CENTS:
            return None
        rest = (at for at in range(len(self.table.header)) if at not in columns)
        found = {certain_mark(row[at] for row in self.sample[:_LOOKED_AT]) for at in rest} - {None}
        return found.pop() if len(found) == 1 else None

    def dates(self, name: str, columns: Sequence[int], *, is_day: bool) -> DateRule:
        """The rule of a date's columns; asks the whole file where the sample leaves it open."""
        evidence = self._no_evidence(is_day=is_day)
        for column in columns:
            evidence.add(row[column] for row in self.sample)
        if evidence.shapes and not self.stated_order and evidence.is_ambiguous and not self.is_whole:
            evidence = self._whole_column(columns, is_day=is_day)
        orders, rest = self._orders(name, columns, evidence)
        pivot = 25 if is_day else 69
        filled = [row[column].strip() for column in columns for row in self.sample if row[column].strip()]
        is_midnight = bool(filled) and all(map(MIDNIGHT.search, filled))
        shift = _DAYS_UNTIL_1904 if self.table.counts_from_1904 else 0
        return DateRule(self._zone_of(columns), rest, orders, pivot, is_day, shift, is_midnight_day=is_midnight)

    def _zone_of(self, columns: Sequence[int]) -> ZoneInfo:
        """The zone of times without one: which the headings name (`Created (UTC)`, `date_gmt`), else the shop's."""
        named = {found.groups() if found else None for found in map(_ZONE_NAMED.search, self._headings(columns))}
        found = named.pop() if len(named) == 1 else None
        if found is None or int(found[1] or 0) > _MOST_HOURS:
            return self.zone
        return ZoneInfo(f"Etc/GMT{'-' if found[0] == '+' else '+'}{int(found[1])}" if found[1] else "UTC")

    def _headings(self, columns: Sequence[int]) -> list[str]:
        return [self.table.header[column] for column in columns]

    def _no_evidence(self, *, is_day: bool = False) -> OrderEvidence:
        is_year_usual = self.country in YEAR_FIRST_COUNTRIES
        return OrderEvidence(is_year_usual=is_year_usual, is_birth=is_day, saved_on=self._tomorrow)

    @cached_property
    def _tomorrow(self) -> date:
        """The day after the one on which the file was saved: its clock may be ahead of the shop's."""
        saved_on = datetime.fromtimestamp(self.table.path.stat().st_mtime, self.zone).date()
        return saved_on + timedelta(days=1)

    def _whole_column(self, columns: Sequence[int], *, is_day: bool) -> OrderEvidence:
        evidence = self._no_evidence(is_day=is_day)
        for chunk in self.table.chunks():
            for column in columns:
                evidence.add(row[column] for row in chunk.rows if column < len(row))
        return evidence

    def _orders(self, name: str, columns: Sequence[int], evidence: OrderEvidence) -> tuple[dict[Key, str], str]:
        heading = self.table.header[columns[0]]
        if stated := self.stated_order:
            others = {key: order for key, order in evidence.decide().items() if not evidence.can_be(stated, key)}
            return {key: order or usual_order(self.country, key[0]) for key, order in others.items()}, stated
        decided = self._as_beside(evidence, columns)
        usual = next(iter(self._decided.values()), None) or usual_order(self.country)
        years = [key for key, order in decided.items() if order is None and "ymd" in evidence.readings(key)]
        likely = {key: evidence.later(key) for key in years}
        likely |= {key: usual if key[0] != "." else "dmy" for key in decided if key not in likely}
        orders = {key: order or likely[key] for key, order in decided.items()}
        if evidence.is_mixed:
            self._ask("mixed_dates", name, heading, evidence.example, next(iter(orders.values())))
        elif years:
            self._ask("ambiguous_years", name, heading, evidence.shapes[years[0]].cell, likely[years[0]])
        elif any(order is None and key[0] != "." for key, order in decided.items()):
            self._ask("ambiguous_dates", name, heading, evidence.example, usual)
        for order in decided.values():
            if order in _FOR_ALL:
                self._decided.setdefault(name, order)
        return orders, next((order for order in orders.values() if order in _FOR_ALL), usual)

    def _as_beside(self, evidence: OrderEvidence, columns: Sequence[int]) -> dict[Key, str | None]:
        """What a column leaves open is as in the file's other columns that write dates alike, where those all agree."""
        decided = evidence.decide()
        if None not in decided.values():
            return decided
        beside = self._settled_beside(columns)
        return {
            shape: order or (beside.get(shape) if beside.get(shape) in evidence.readings(shape) else None)
            for shape, order in decided.items()
        }

    def _settled_beside(self, columns: Sequence[int]) -> dict[Key, str]:
        found: dict[Key, set[str]] = {}
        for at in range(len(self.table.header)):
            evidence = self._no_evidence()
            if at not in columns:
                evidence.add(row[at] for row in self.sample)
            for shape, order in ({} if evidence.is_mixed else evidence.by_values()).items():
                found.setdefault(shape, set()).add(order)
        return {shape: orders.pop() for shape, orders in found.items() if len(orders) == 1}

    def _ask(self, kind: str, name: str, heading: str, example: str, chosen: str) -> None:
        reading, asked = _READINGS[chosen], _ASKED[kind]
        figures = {"column": heading, "example": example, "chosen": chosen}
        told = asked.told.format(example=example, column=heading, reading=reading)
        question = asked.question.format(example=example, column=heading)
        self.notes.append(Sentence(kind, told, **figures))
        sentence = Sentence(f"which_{kind}", f"{question} Which is meant?", **figures)
        self.questions.append(Question(name, heading, sentence, asked.options, chosen))
