"""`python -m benches [--customers 10000,100000] [--keep DIR]`: the main job at each size, as ratios to the floors."""

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benches.main_job import Line, run

_HEAD = (
    f"{'work':36}{'customers':>10}{'rows':>10}{'wall s':>9}{'cpu s':>9}{'MB':>6}{'rows/s':>12}"
    f"{'x floor':>9}{'x cpu':>8}{'target':>8}"
)


def shown(line: Line) -> str:
    """A line of the table; `!` marks a missed target."""
    target = "" if line.target is None else f"<= {line.target:g}"
    missed = " !" if line.ratio is not None and line.target is not None and line.ratio > line.target else ""
    return (
        f"{line.work:36}{line.customers:>10,}{line.rows:>10,}{line.wall_s:>9.3f}{line.cpu_s:>9.3f}"
        f"{line.cost.memory_mb:>6.0f}{line.rows / line.wall_s:>12,.0f}"
        f"{_times(line.ratio):>9}{_times(line.cpu_ratio):>8}{target:>8}{missed}"
    )


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def growth(lines: list[Line]) -> list[str]:
    """How many times longer each work took at the largest size than at the smallest."""
    smallest, largest = min(line.customers for line in lines), max(line.customers for line in lines)
    if smallest == largest:
        return []
    small = {line.work: line for line in lines if line.customers == smallest}
    said = (
        f"{line.work:36}{line.wall_s / small[line.work].wall_s:>10.1f} times as long"
        for line in lines
        if line.customers == largest and line.work in small
    )
    return [f"growth from {smallest:,} to {largest:,} customers ({largest / smallest:g} times as many):", *said]


def measure(sizes: list[int], folder: Path, say: Callable[[str], None]) -> list[Line]:
    """Every size in turn, each line said as soon as it is known."""
    say(f"{platform.platform()}, Python {platform.python_version()}; seconds are this machine's, ratios are the point.")
    say(_HEAD)
    lines: list[Line] = []
    for size in sizes:
        for line in run(folder / f"{size}", size):
            lines.append(line)
            say(shown(line))
    for text in growth(lines):
        say(text)
    return lines


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benches", description=__doc__)
    parser.add_argument("--customers", default="10000,100000", help="the sizes, with commas between")
    parser.add_argument("--keep", type=Path, help="leave the shops in this folder")
    wanted = parser.parse_args()
    sizes = [int(size) for size in wanted.customers.split(",")]
    with tempfile.TemporaryDirectory() as name:
        measure(sizes, wanted.keep or Path(name), lambda text: print(text, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
