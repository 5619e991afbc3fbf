"""What a chart is given, and the sums behind its axes. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reengage_desktop.ui.theme import Tone


@dataclass(frozen=True)
class DaySeries:
    """One line of a chart: a value per day, in the order of the days."""

    name: str
    tone: Tone
    values: Sequence[float]


@dataclass(frozen=True)
class Bar:
    """One step of a funnel: its name, how many, and the words at its end."""

    name: str
    value: float
    note: str
    tip: str = ""


@dataclass(frozen=True)
class HeatCells:
    """Seven rows of 24 values, Monday first."""

    row_names: Sequence[str]
    values: Sequence[Sequence[int]]


def nice_ceiling(highest: float) -> tuple[int, int]:
    """A round upper end at or above the highest value and the step of the grid, four steps or five; at least 4."""
    step = 1
    while step * 4 < highest:
        digits = str(step)
        step = {"1": 2, "2": 5, "5": 10}[digits[0]] * 10 ** (len(digits) - 1)
    lines = max(4, -(-int(highest) // step) if highest == int(highest) else int(highest // step) + 1)
    return step * lines, step


def spread_labels(days: Sequence[date], room: int, label_width: int) -> list[int]:
    """Which days get a label: the first, the last, and as many between at equal distances as there is room for."""
    if not days:
        return []
    fit = max(2, room // max(1, label_width + 24))
    last = len(days) - 1
    count = min(fit, len(days))
    if count < 2:
        return [0]
    return sorted({round(at * last / (count - 1)) for at in range(count)})
