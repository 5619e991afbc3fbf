"""What few numbers can say: when a share may be called a rate, and how sure a comparison of two groups is."""

from dataclasses import dataclass
from math import ceil, sqrt

ENOUGH_TO_JUDGE = 200
"""Fewer than this say too little for a share of them to be shown as a rate (ux.md 6)."""

WORTHWHILE_LIFT = 0.05
"""The smallest difference for which messages are worth while: one more of 20 comes back."""

_Z95 = 1.959963984540054
_Z80 = 0.8416212335729143
_USUAL_SHARE = 0.15


def judge(part: int, whole: int) -> float | None:
    """The share of `part` in `whole`, 0 to 1; None where the whole is too small for a share to say anything."""
    return part / whole if whole >= ENOUGH_TO_JUDGE else None


@dataclass(frozen=True)
class Interval:
    """Where the truth lies in 95 of 100 such samples."""

    lower: float
    upper: float


def wilson(part: int, whole: int) -> Interval:
    """Wilson's score interval of a share; the whole of 0 to 1 where there is nothing to count."""
    if whole <= 0:
        return Interval(0.0, 1.0)
    share, square = part / whole, _Z95**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = _Z95 * sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def newcombe(part: int, whole: int, other_part: int, other_whole: int) -> Interval:
    """The interval of the first share less the other one: Newcombe's hybrid score of two independent samples.

    Newcombe 1998, method 10; it keeps its promise where one group is small, as a control group is.
    """
    if not whole or not other_whole:
        return Interval(-1.0, 1.0)
    share, other = part / whole, other_part / other_whole
    mine, theirs = wilson(part, whole), wilson(other_part, other_whole)
    return Interval(
        share - other - sqrt((share - mine.lower) ** 2 + (theirs.upper - other) ** 2),
        share - other + sqrt((mine.upper - share) ** 2 + (other - theirs.lower) ** 2),
    )


def needed_to_compare(control_share: float, return_share: float, difference: float = WORTHWHILE_LIFT) -> int:
    """How many customers both groups together need, so that `difference` is found in 80 of 100 such comparisons.

    `control_share`: the part of them that is left alone; `return_share`: the part of those that comes back, both 0 to
    1. The formula is insight.md 4's.
    """
    held = min(max(control_share, 0.01), 0.99)
    base = min(max(return_share, 0.0), 1 - difference)
    better = base + difference
    mean = (1 - held) * better + held * base
    chance = _Z95 * sqrt(mean * (1 - mean) * (1 / held + 1 / (1 - held)))
    power = _Z80 * sqrt(better * (1 - better) / (1 - held) + base * (1 - base) / held)
    return ceil(((chance + power) / difference) ** 2)


@dataclass(frozen=True)
class Arm:
    """Customers who became due, and how many of them ordered within the days that count."""

    customers: int
    returned: int

    @property
    def share(self) -> float:
        """Returned ÷ customers; 0 for nobody."""
        return self.returned / self.customers if self.customers else 0.0


@dataclass(frozen=True)
class Lift:
    """What the messages did: those who were to be written to beside those who were left alone on purpose."""

    written: Arm
    held_out: Arm

    @property
    def would_have_come(self) -> int:
        """How many of those written to would have come anyway, going by those who were left alone."""
        return round(self.written.customers * self.held_out.share)

    @property
    def brought_back(self) -> int:
        """How many came because of the messages; below zero where more came without one."""
        return self.written.returned - self.would_have_come

    @property
    def interval(self) -> tuple[int, int]:
        """Between how many and how many that is, in 95 of 100 such comparisons."""
        found = newcombe(self.written.returned, self.written.customers, self.held_out.returned, self.held_out.customers)
        return round(found.lower * self.written.customers), round(found.upper * self.written.customers)

    @property
    def needed(self) -> int:
        """About how many customers both groups together need before a worthwhile difference would be seen."""
        held = self.held_out
        usual = (held.returned + 2 * _USUAL_SHARE) / (held.customers + 2)
        return needed_to_compare(held.customers / max(1, held.customers + self.written.customers), usual)

    @property
    def is_certain(self) -> bool:
        """Whether the interval leaves zero out."""
        lower, upper = self.interval
        return lower > 0 or upper < 0
