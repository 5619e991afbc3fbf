"""The order of day, month and year in a column's numeric dates, found out from all its cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from reengage_desktop.connectors.values.dates import NUMERIC, year_of
from reengage_desktop.connectors.values.written import undressed

YEAR_FIRST_COUNTRIES = frozenset({"CN", "HU", "JP", "KR", "LT", "SE", "TW"})
MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "PR", "GU", "FM", "MH", "PW", "VI", "AS", "MP"})

Key = tuple[str, int]
"""The shape of a date: its separator, and the digits of what stands last."""

_MONTHS, _LAST_DAY, _SHORT_YEAR, _PIVOT = 12, 31, 2, 69
_FEW_YEARS, _MANY_DAYS, _STEPS = 5, 12, 8
_LONG_AGO, _TIMES = 280, 8
"""Whose last order is so many days ago, and so many times as long as in the other reading, is read wrongly."""


@dataclass
class _Shape:
    """What the cells of one shape (separator, year's digits) show."""

    cell: str = ""
    first_over: int = 0
    second_over: int = 0
    same: int = 0
    pairs: list[tuple[int, int, int]] = field(default_factory=list)

    def can_lead_with_year(self) -> bool:
        """Whether `26/02/03` can begin with its year at all: a month and a day are behind it."""
        lasts = {year % 100 for year, _, _ in self.pairs}
        return not self.second_over and min(lasts) >= 1 and max(lasts) <= _LAST_DAY

    def may_lead_with_year(self) -> bool:
        """Whether one that can may do so: with no day, or with one of few, which lie behind the twelfth."""
        firsts = {first for _, first, _ in self.pairs}
        if not self.can_lead_with_year():
            return False
        return max(firsts) > _LAST_DAY or (min(firsts) > _MONTHS and max(firsts) - min(firsts) <= _FEW_YEARS)

    def must_lead_with_year(self) -> bool:
        """Whether one that may does: with a number that no day has, or in front of days of all the month."""
        lasts = {year % 100 for year, _, _ in self.pairs}
        return max(first for _, first, _ in self.pairs) > _LAST_DAY or max(lasts) - min(lasts) >= _MANY_DAYS

    def by_values(self) -> str | None:
        if self.first_over and self.first_over > self.second_over:
            return "dmy"
        return "mdy" if self.second_over > self.first_over else None

    def by_row_order(self, readings: tuple[str, str]) -> str | None:
        """The reading under which the rows are in order, when the other one is not."""
        if len(self.pairs) - 1 < _STEPS:
            return None
        one, other = (_orderliness(self._days(reading)) for reading in readings)
        if max(one, other) < 0.97 or abs(one - other) < 0.02:
            return None
        return readings[0] if one > other else readings[1]

    def age(self, reading: str, saved_on: date) -> int:
        """Days, a month being one of 31, from its last date in a reading to the day on which the file was saved."""
        last = max(self._days(reading))
        return _counted((saved_on.year, saved_on.month, saved_on.day)) - _counted(last)

    def _days(self, reading: str) -> list[tuple[int, int, int]]:
        if reading == "ymd":
            return [(2000 + first, second, year % 100) for year, first, second in self.pairs]
        if reading == "mdy":
            return self.pairs
        return [(year, second, first) for year, first, second in self.pairs]


def _counted(day: tuple[int, int, int]) -> int:
    return (day[0] * _MONTHS + day[1]) * _LAST_DAY + day[2]


def _orderliness(days: list[tuple[int, int, int]]) -> float:
    steps = [(after > before) - (after < before) for before, after in pairwise(days)]
    return max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps)) / len(steps)


@dataclass
class OrderEvidence:
    """What a column's numeric dates say about the order of day, month and year.

    `is_year_usual`: the shop's country writes the year first. `is_birth`: the days are birthdays, so that a year in
    front of few is too late for one. `saved_on`: the day on which the file was.
    """

    is_year_usual: bool = False
    is_birth: bool = False
    saved_on: date = date.max
    shapes: dict[Key, _Shape] = field(default_factory=dict)
    example: str = ""

    def add(self, cells: Iterable[str]) -> None:
        """Takes in cells, in the file's order."""
        for cell in cells:
            found = NUMERIC.fullmatch(undressed(cell))
            if not found or len(found[1]) > 2:
                continue
            shape = self.shapes.setdefault((found[2], len(found[4])), _Shape(cell.strip()))
            first, second = int(found[1]), int(found[3])
            shape.first_over += first > _MONTHS
            shape.second_over += second > _MONTHS
            if first <= _MONTHS and second <= _MONTHS:
                if first != second:
                    self.example = self.example or cell.strip()
                else:
                    shape.same += 1
            if len(shape.pairs) < 20_000:
                shape.pairs.append((year_of(found[4], _PIVOT), first, second))

    @property
    def is_mixed(self) -> bool:
        """Whether one shape holds both cells that can only be day first and cells that can only be month first."""
        return any(shape.first_over and shape.second_over for shape in self.shapes.values())

    def by_values(self) -> dict[Key, str]:
        """The order of each shape that its values, or the day on which the file was saved, decide."""
        return {key: order for key in self.shapes if (order := self._by_values(key))}

    def can_be(self, order: str, key: Key) -> bool:
        """Whether a shape can have an order at all; a year is in front of two digits only."""
        return order != "ymd" or (key[1] == _SHORT_YEAR and self.shapes[key].can_lead_with_year())

    def readings(self, key: Key) -> tuple[str, str]:
        """The two orders between which a shape has to be decided, the more usual one first."""
        return ("dmy", "ymd") if self._may_lead_with_year(key) else ("dmy", "mdy")

    def later(self, key: Key) -> str:
        """Of the two orders the one whose last date is later and no later than the file; else the first one."""
        ages = {order: self.shapes[key].age(order, self.saved_on) for order in self.readings(key)}
        return min(ages, key=lambda order: (ages[order] < 0, max(0, ages[order])))

    def decide(self) -> dict[Key, str | None]:
        """The order by shape: by its values, by the row order, else as another shape of the column; None unknown."""
        orders = {
            key: self._by_values(key) or shape.by_row_order(self.readings(key)) for key, shape in self.shapes.items()
        }
        known = {order for order in orders.values() if order} - {"ymd"}
        if len(known) == 1:
            only = known.pop()
            orders = {key: order or (only if only in self.readings(key) else None) for key, order in orders.items()}
        return {
            key: order or (None if len(self.shapes[key].pairs) > self.shapes[key].same else "dmy")
            for key, order in orders.items()
        }

    @property
    def is_ambiguous(self) -> bool:
        """Whether some shape can be read both ways and nothing in the column decides it."""
        return None in self.decide().values()

    def _may_lead_with_year(self, key: Key) -> bool:
        if key[1] != _SHORT_YEAR or not self.shapes[key].may_lead_with_year():
            return False
        # Dates with dots are day first but where the year is usual; nobody is born as late as in the years after 2012.
        return self.is_year_usual or self.shapes[key].must_lead_with_year() or not (key[0] == "." or self.is_birth)

    def _by_values(self, key: Key) -> str | None:
        shape = self.shapes[key]
        if not self._may_lead_with_year(key):
            return shape.by_values()
        if shape.must_lead_with_year():
            return "ymd"
        return self._by_the_file(key) or ("ymd" if self.is_year_usual else None)

    def _by_the_file(self, key: Key) -> str | None:
        """The only order in which no date is later than the file, or in which the last one is by far not as old."""
        ages = {order: self.shapes[key].age(order, self.saved_on) for order in self.readings(key)}
        past = sorted((age, order) for order, age in ages.items() if age >= 0)
        if len(past) > 1 and past[1][0] < max(_LONG_AGO, _TIMES * past[0][0]):
            return None
        return past[0][1] if past else None


def usual_order(country: str, separator: str = "/") -> str:
    """The order that the shop's country writes; dates with dots are day first everywhere."""
    return "mdy" if country in MONTH_FIRST_COUNTRIES and separator != "." else "dmy"
