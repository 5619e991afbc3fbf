"""How fast messages go out with every guarantee on, beside bare clients and another program, in turn in one run (8, 9).

The sinks are processes on this machine. The `mailmerge` program is not ours and not shipped: it is measured where it is
installed (`--mailmerge PROGRAM`).
"""

import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benches.measuring import cost_of
from benches.senders import SUBJECT, TEXT, fill
from benches.sinks import sink
from benches.window_figures import Figure

_SLOW_S = 0.1
_AT_ONCE = 4
"""As many calls as Resend's adapter lets out beside each other."""
_LONGER = 4
"""A run so many times as long shows what of its cost is its beginning: the first calls, and the canary's end."""


def run(folder: Path, count: int, rounds: int = 3, mailmerge: str | None = None) -> Iterator[Figure]:
    """Every figure, as medians of so many rounds in which all take turns."""
    yield from _smtp(folder / "smtp", count, rounds, mailmerge)
    yield from _http(folder / "http", count, rounds)
    for times in (1, _LONGER):
        yield _slow(folder / f"slow{times}", count * times)


@dataclass(frozen=True)
class Cost:
    """What the sending of all messages cost."""

    wall_s: float
    cpu_s: float


def _smtp(folder: Path, count: int, rounds: int, mailmerge: str | None) -> Iterator[Figure]:
    ours, bare, theirs = list[Cost](), list[Cost](), list[Cost]()
    with sink("smtp") as port:
        for number in range(rounds):
            bare.append(_send("smtplib", port, count))
            ours.append(_own("smtp", folder / f"{number}", port, count))
            if mailmerge is not None:
                theirs.append(_merge(mailmerge, folder / f"merge{number}", port, count))
    yield from _rates("8", "SMTP; floor: smtplib, one connection", count, ours, bare, 2.0)
    if theirs:
        yield from _rates("8", "SMTP; floor: the mailmerge program", count, ours, theirs, 1.0)


def _http(folder: Path, count: int, rounds: int) -> Iterator[Figure]:
    ours, bare = list[Cost](), list[Cost]()
    with sink("http") as port:
        for number in range(rounds):
            bare.append(_send("requests", port, count))
            ours.append(_own("http", folder / f"{number}", port, count))
    yield from _rates("9", "HTTP; floor: requests, one session", count, ours, bare, 2.0)


def _slow(folder: Path, count: int) -> Figure:
    """A provider that takes 100 ms: what is reached of what so many calls at once could."""
    with sink("http", _SLOW_S) as port:
        took_s = _own("http", folder, port, count).wall_s
    best_s = count * _SLOW_S / _AT_ONCE
    work = f"HTTP at 100 ms, {_AT_ONCE} at once; floor: latency / slots"
    return Figure("9", work, count, took_s, "s", best_s, round(1 / 0.95, 2))


def _rates(row: str, work: str, count: int, ours: list[Cost], floor: list[Cost], target: float) -> Iterator[Figure]:
    wall = [statistics.median(each.wall_s for each in costs) for costs in (ours, floor)]
    cpu = [statistics.median(each.cpu_s for each in costs) for costs in (ours, floor)]
    yield Figure(row, work, count, wall[0], "s", wall[1], target)
    yield Figure(row, f"{work}, processor", count, cpu[0], "s", cpu[1])


def _send(what: str, port: int, count: int) -> Cost:
    return _python(what, port, count)


def _own(kind: str, folder: Path, port: int, count: int) -> Cost:
    fill(folder, kind, port, count)
    return _python(kind, port, count, folder)


def _python(*words: object) -> Cost:
    told = cost_of([sys.executable, "-m", "benches.senders", *map(str, words)]).answer
    return Cost(told["seconds"], told["processor"])


def _merge(program: str, folder: Path, port: int, count: int) -> Cost:
    """The whole run of the program, less that of the same program with nobody to write to."""
    run, start = (_merged(program, folder / f"{number}", port, number) for number in (count, 0))
    return Cost(run.wall_s - start.wall_s, run.cpu_s - start.cpu_s)


def _merged(program: str, folder: Path, port: int, count: int) -> Cost:
    folder.mkdir(parents=True)
    template, table, config = folder / "template.txt", folder / "table.csv", folder / "server.conf"
    template.write_text(f"TO: {{{{email}}}}\nSUBJECT: {SUBJECT}\nFROM: shop@example.com\n\n{TEXT}", encoding="utf-8")
    people = "".join(f"c{number}@example.com\n" for number in range(count))
    table.write_text(f"email\n{people}", encoding="utf-8")
    config.write_text(f"[smtp_server]\nhost = 127.0.0.1\nport = {port}\n", encoding="utf-8")
    words = ["--no-dry-run", "--no-limit", "--output-format", "text"]
    files = ["--template", str(template), "--database", str(table), "--config", str(config)]
    cost = cost_of([program, *words, *files])
    return Cost(cost.wall_s, cost.cpu_s)


def measure(
    count: int, folder: Path, say: Callable[[Figure], None], mailmerge: str | None, rounds: int = 3
) -> list[Figure]:
    """All of it, each figure told as soon as it is known."""
    figures: list[Figure] = []
    for figure in run(folder, count, rounds, mailmerge):
        figures.append(figure)
        say(figure)
    return figures
