"""`python -m benches [--customers 10000,100000] [--only main|sending|window] [--keep DIR]`: every figure by its floor.

The rows of performance.md: 1 to 6 are the main job at each size, 8 and 9 the sending, 10 to 14 the window. 19: how long
it is ever held up.
"""

import argparse
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benches import main_job, sending, window_figures
from benches.main_job import Line
from benches.window_figures import Figure

_HEAD = (
    f"{'work':36}{'customers':>10}{'rows':>10}{'wall s':>9}{'cpu s':>9}{'MB':>6}{'rows/s':>12}"
    f"{'x floor':>9}{'x cpu':>8}{'target':>8}"
)

_STEADY = 2 / 3
"""From the smallest file to the largest an import may lose a third of its rows a second."""


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
    """How many times longer each work took at the largest size than at the smallest; `!`: rows go a third slower."""
    smallest, largest = min(line.customers for line in lines), max(line.customers for line in lines)
    if smallest == largest:
        return []
    small = {line.work: line for line in lines if line.customers == smallest}
    said = (_grown(line, small[line.work]) for line in lines if line.customers == largest and line.work in small)
    return [f"growth from {smallest:,} to {largest:,} customers ({largest / smallest:g} times as many):", *said]


def _grown(large: Line, small: Line) -> str:
    longer = large.wall_s / small.wall_s
    pace = large.rows / max(1, small.rows) / longer
    slower = " !" if "import" in large.work and pace < _STEADY else ""
    return f"{large.work:36}{longer:>10.1f} times as long, {pace:.2f} times the rows a second{slower}"


def measure(sizes: list[int], folder: Path, say: Callable[[str], None]) -> list[Line]:
    """Every size in turn, each line said as soon as it is known."""
    say(f"{platform.platform()}, Python {platform.python_version()}; seconds are this machine's, ratios are the point.")
    say(_HEAD)
    lines: list[Line] = []
    for size in sizes:
        for line in main_job.run(folder / f"{size}", size):
            lines.append(line)
            say(shown(line))
    for text in growth(lines):
        say(text)
    return lines


_WINDOW_HEAD = f"{'row':4}{'work':52}{'customers':>10}{'value':>12}{'floor':>12}{'x floor':>9}{'target':>10}"


def shown_figure(figure: Figure) -> str:
    """A line of the window's table; `!` marks a missed target."""
    floor = "" if figure.floor is None else f"{figure.floor:,.3g} {figure.unit}"
    wanted = "" if figure.target is None else f"<= {figure.target:g}" + ("" if figure.is_ratio else f" {figure.unit}")
    return (
        f"{figure.row:4}{figure.work:52}{figure.customers:>10,}{f'{figure.value:,.3g} {figure.unit}':>12}{floor:>12}"
        f"{_times(figure.ratio):>9}{wanted:>10}{' !' if figure.is_missed else ''}"
    )


def measure_window(sizes: list[int], folder: Path, say: Callable[[str], None], rounds: int = 3) -> list[Figure]:
    """The window at every size in turn, each line said as soon as it is known."""
    say(_WINDOW_HEAD)
    figures: list[Figure] = []
    for size in sizes:
        for figure in window_figures.run(folder / f"window-{size}", size, rounds):
            figures.append(figure)
            say(shown_figure(figure))
    return figures


def _say(text: str) -> None:
    print(text, flush=True)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benches", description=__doc__)
    parser.add_argument("--customers", default="10000,100000", help="the sizes, with commas between")
    parser.add_argument("--only", choices=("main", "sending", "window"), help="one part of it")
    parser.add_argument("--messages", type=int, default=1000, help="so many are sent by each sender")
    parser.add_argument("--mailmerge", default=shutil.which("mailmerge"), help="the mailmerge program, if installed")
    parser.add_argument("--rounds", type=int, default=3, help="how often each of the window's figures is taken")
    parser.add_argument("--keep", type=Path, help="leave the shops in this folder")
    wanted = parser.parse_args()
    sizes = [int(size) for size in wanted.customers.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = wanted.keep or Path(name)
        if wanted.only in (None, "main"):
            measure(sizes, folder, _say)
        if wanted.only in (None, "sending"):
            _say(_WINDOW_HEAD.replace("customers", " messages"))
            sending.measure(
                wanted.messages, folder / "sending", lambda each: _say(shown_figure(each)), wanted.mailmerge
            )
        if wanted.only in (None, "window"):
            measure_window(sizes, folder, _say, wanted.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
