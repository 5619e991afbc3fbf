"""What a chart is given, and the sums behind its axes. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reengage_desktop.ui.theme import Tone


@dataclass(frozen=True)
class DaySeries:
    """One line or layer of a chart: a value per day, in the order of the days.

    `before`: the values of the days of an equal period before; empty: nothing to compare with.
    """

    name: str
    tone: Tone
    values: Sequence[float]
    before: Sequence[float] = ()


@dataclass(frozen=True)
class Bar:
    """One step of a funnel: its name, how many, the words at its end, and what it counts."""

    name: str
    value: float
    note: str
    tip: str = ""


@dataclass(frozen=True)
class HeatCells:
    """Seven rows of 24 values, Monday first."""

    row_names: Sequence[str]
    values: Sequence[Sequence[int]]


class SheetCell(NamedTuple):
    """One cell of a chart's table: as the screen has it, and plainly, for a file."""

    text: str
    plain: str | float


@dataclass(frozen=True)
class Sheet:
    """A chart's figures as a table."""

    header: Sequence[str]
    rows: Sequence[Sequence[SheetCell]]


def nice_ceiling(highest: float) -> tuple[int, int]:
    """A round upper end at or above the highest value and the step of the grid, four steps or five; at least 4."""
    step = 1
    while step * 5 < highest:
        digits = str(step)
        step = {"1": 2, "2": 5, "5": 10}[digits[0]] * 10 ** (len(digits) - 1)
    lines = max(4, -(-int(highest) // step) if highest == int(highest) else int(highest // step) + 1)
    return step * lines, step


def spread_labels(days: Sequence[date], room: float, label_width: float) -> list[int]:
    """Which days get a label: the first, the last, and as many between at equal distances as there is room for."""
    if not days:
        return []
    fit = max(1, int(room // max(1, label_width + 24)))
    last = len(days) - 1
    count = min(fit, len(days))
    if count < 2:
        return [0]
    return sorted({round(at * last / (count - 1)) for at in range(count)})


def thin_out(count: int, room: float, needed: float) -> int:
    """Every how manieth of `count` equally spaced labels can be written where each needs so much of the room."""
    if count < 2 or room <= 0:
        return 1
    every = 1
    while every < count and room / (count - 1) * every < needed:
        every += 1
    return every


def by_weeks(days: Sequence[int], values: Sequence[Sequence[int]]) -> tuple[list[int], list[list[int]]]:
    """Sums of seven days each, counted back from the last day; a week is named by its first day, the rest is a stub."""
    starts = list(range(len(days) % 7 or 7, len(days) + 1, 7))
    edges = [0, *starts]
    firsts = [days[edge] for edge in edges[:-1]]
    return firsts, [[sum(line[a:b]) for a, b in pairwise(edges)] for line in values]
