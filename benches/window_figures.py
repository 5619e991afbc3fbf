"""The window's figures beside their floors (performance.md 10 to 14, promise 19), pairs taken in turn in one run."""

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benches.big_shop import fill
from benches.measuring import AS_INSTALLED, Cost, cost_of
from benches.shop import make

_ROUNDS = 3
_SCREEN = {"QT_QPA_PLATFORM": "offscreen", **AS_INSTALLED}


@dataclass(frozen=True)
class Figure:
    """One line: what was measured, its floor where it has one, and what it should not be above.

    `is_ratio`: the target is for the value as a multiple of the floor, else for the value itself.
    """

    row: str
    work: str
    customers: int
    value: float
    unit: str
    floor: float | None = None
    target: float | None = None
    is_ratio: bool = True

    @property
    def ratio(self) -> float | None:
        """The value as a multiple of its floor."""
        return None if not self.floor else self.value / self.floor

    @property
    def is_missed(self) -> bool:
        """Whether the target was not reached."""
        measured = self.ratio if self.is_ratio else self.value
        return self.target is not None and measured is not None and measured > self.target


def run(folder: Path, customers: int, rounds: int = _ROUNDS) -> Iterator[Figure]:
    """Every figure at one size, as medians of so many rounds; the folder is left full."""
    yield from _first_paint(folder, customers, rounds)
    shop = folder / "table"
    fill(shop, customers)
    yield from _table(shop, customers, rounds)
    yield from _typing(shop, customers, rounds)
    yield from _stretches(shop, customers, rounds)
    yield from _alive(folder, customers, 2 * rounds)


def _program(what: str, *words: Path | str, module: str = "window") -> Cost:
    return cost_of([sys.executable, "-m", f"benches.{module}", what, *words], _SCREEN)


def _first_paint(folder: Path, customers: int, rounds: int) -> Iterator[Figure]:
    kept = folder / "paint"
    sides = (("bare",), ("ours", kept))
    pairs = [tuple(_program(*side, module="first_paint") for side in sides) for _ in range(rounds + 1)][1:]

    def middle(side: int, name: str) -> float:
        costs = [pair[side] for pair in pairs]
        if name == "mb":  # its own word: a look from outside, ten times a second, misses the most of so short a life
            return statistics.median(float(cost.answer["memory_mb"]) for cost in costs)
        return statistics.median({"wall": cost.wall_s, "cpu": cost.cpu_s}[name] for cost in costs)

    yield Figure(
        "10", "first painted window, from its start", customers, middle(1, "wall"), "s", middle(0, "wall"), 1.3
    )
    yield Figure("10", "first painted window, processor time", customers, middle(1, "cpu"), "s", middle(0, "cpu"), 1.3)
    yield Figure("10", "first painted window, memory", customers, middle(1, "mb"), "MB", middle(0, "mb"), 1.25)


def _table(shop: Path, customers: int, rounds: int) -> Iterator[Figure]:
    pairs = [(_program("everything", shop / "shop.db").answer, _program("table", shop).answer) for _ in range(rounds)]

    def middle(side: int, name: str) -> float:
        return statistics.median(float(pair[side][name]) for pair in pairs)

    if {pair[1]["rows"] for pair in pairs} != {customers}:
        raise RuntimeError("the table does not show everybody")
    yield Figure("11", "table, first painted rows", customers, middle(1, "first_s"), "s", middle(0, "first_s"), 0.02)
    yield Figure("11", "table, all ids there", customers, middle(1, "whole_s"), "s", middle(0, "first_s"))
    yield Figure("11", "table, memory", customers, middle(1, "memory_mb"), "MB", middle(0, "memory_mb"), 0.15)
    frame = middle(1, "frame_p99_ms")
    yield Figure("11", "table, scrolled frame, p99", customers, frame, "ms", None, 16.7, is_ratio=False)


def _typing(shop: Path, customers: int, rounds: int) -> Iterator[Figure]:
    answers = [_program("typing", shop).answer for _ in range(rounds)]
    ours, walked = (statistics.median(answer[name] for answer in answers) for name in ("p95_ms", "walk_p95_ms"))
    target = 0.1 if customers <= 100_000 else 0.05
    yield Figure("12", "found as one types, p95 of a letter", customers, ours, "ms", walked, target)


_DONE = (
    ("tab", "first look at a tab"),
    ("section", "section of Settings"),
    ("customer", "one customer opened"),
    ("letter", "letter typed in the search"),
    ("burst", "1,000 events at once"),
    ("theme", "another theme, every page made"),
)
_LONGEST_MS = 50
"""Nothing may take longer in the window's thread (promise 19)."""


def _stretches(shop: Path, customers: int, rounds: int) -> Iterator[Figure]:
    answers = [_program("stretches", shop).answer for _ in range(rounds)]
    for name, word in _DONE:
        taken = min(answer[f"{name}_ms"] for answer in answers)
        work = f"longest stretch: {word}"
        yield Figure("19", work, customers, taken, "ms", None, _LONGEST_MS, is_ratio=False)


_PACES_MS = {2_000: "one in two seconds", 100: "ten a second"}
"""How often the window writes meanwhile: as an owner does, and as nobody does."""


def _alive(folder: Path, customers: int, idle_s: int) -> Iterator[Figure]:
    """A hundred thousand customers have a million orders: larger shops import no larger file here."""
    files = make(folder / "alive-files", min(customers, 100_000))
    for pace_ms, pace in _PACES_MS.items():
        answer = _program("alive", folder / f"alive-{pace_ms}", files.orders, str(idle_s), str(pace_ms)).answer
        said = f"import of {int(answer['rows']):,} orders"
        if pace_ms == min(_PACES_MS):
            for name, word in (("gap", "longest gap"), ("gap_p999", "gap, p99.9")):
                idle, busy = answer[f"idle_{name}_ms"], answer[f"busy_{name}_ms"]
                yield Figure("13", f"{said}: {word} of the window", customers, busy, "ms", idle, 1.1)
        for name, word in (("write", "longest"), ("write_p99", "p99"), ("write_median", "median")):
            idle, busy = answer[f"idle_{name}_ms"], answer[f"busy_{name}_ms"]
            if not busy:  # so short an import met no write at that pace
                continue
            target = 25 if name == "write" else None
            work = f"{said}: small write ({pace}), {word}"
            yield Figure("14", work, customers, busy, "ms", idle, target, is_ratio=False)
