"""What a column of a paged table shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from reengage_desktop.ui.theme import Tone

Row = TypeVar("Row")


@dataclass(frozen=True)
class Cell:
    """One cell as the screen has it; a cell with a chip tone is painted as a chip."""

    text: str
    tip: str = ""
    chip: Tone | None = None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its name in settings and sorting, its heading, its share of the width, and how a row fills it.

    `sort` is the word that the id query knows; empty: the column can't be sorted. `width` is in characters.
    Where the table is too narrow, columns that give way are hidden, the highest first; those with 0 always stay, and
    so do those that the owner chose. `is_extra`: hidden until the owner chooses it.
    """

    key: str
    heading: str
    cell: Callable[[Row], Cell]
    sort: str = ""
    width: int = 16
    right: bool = False
    stretches: bool = False
    gives_way: int = 0
    is_extra: bool = False
