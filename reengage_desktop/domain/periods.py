"""Spans of calendar days that figures are counted over, and the equal span before them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """The shop's calendar days from `first` to `last` (ordinals), both counted."""

    first: int
    last: int

    @classmethod
    def up_to(cls, today: int, days: int) -> "Period":
        """Today and the `days` days before it: what "the last `days` days" means everywhere."""
        return cls(today - days, today)

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    @property
    def from_day(self) -> date:
        """Its first day."""
        return date.fromordinal(self.first)

    @property
    def to_day(self) -> date:
        """Its last day."""
        return date.fromordinal(self.last)

    def before(self) -> "Period":
        """The period of the same length that ends the day before this one begins."""
        return Period(self.first - self.length, self.first - 1)

    def days(self) -> range:
        """Its days in order."""
        return range(self.first, self.last + 1)
