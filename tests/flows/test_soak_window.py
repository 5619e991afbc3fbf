"""An hour with the window open: days go by, messages go out, the owner looks around; nothing grows, nothing halts."""

import logging
import os
import random
import signal
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.tasks.runs import run_job
from reengage_desktop.jobs.ticking import Ticker
from reengage_desktop.ui.collecting import leave_out_pages
from tests.conftest import Clock
from tests.ui.bystander import Bystanders, Gaps, processors
from tests.ui.lively import add_runs, make_lively
from tests.ui.pulse import Pulse, Stretch
from tests.ui.stage import Stage, dress, stage_on

PAGES = ("home", "customers", "campaigns", "templates", "analytics", "activity", "settings")
WORDS = ("a", "ann", "stone", "k", "")
SHORT_S, SHORT_ROUNDS, ROUND_S = 1.0, 8, 4.0
STALL_MS = 50.0
"""The longest that the window may not answer, for its own work or because it waits for another thread, a lock, a disk.
What the machine takes meanwhile, from it and from bare programs that stand beside it alike, is no fault of its own."""
SLOWER = 1.5
GROWTH = 1.05
"""Memory may end this much above what it was in the second fifth; what follows it is the machine's own doing."""
MORE_OBJECTS = 1.02
"""Python itself may hold this much more: the shop's days and messages become more, and pages show some of them."""
SPARE_HANDLES = 3
HALT_MS = 80.0


class KeptSecrets(MemorySecrets):
    """As a keyring's: they outlive the program, so that messages may go by themselves."""

    is_lasting = True


@dataclass
class Growth:
    """What the process held, round by round."""

    memory_mb: list[float] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    handles: list[int] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    widgets: list[int] = field(default_factory=list)
    stretch_ms: list[float] = field(default_factory=list)
    long: list[tuple[str, Stretch]] = field(default_factory=list)
    gaps: Gaps = field(default_factory=lambda: Gaps(()))

    def look(self) -> None:
        """One more round."""
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        self.memory_mb.append(pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20))
        self.blocks.append(sys.getallocatedblocks())
        self.handles.append(sum(1 for _ in Path("/proc/self/fd").iterdir()))
        self.threads.append(threading.active_count())
        self.widgets.append(len(QApplication.allWidgets()))

    def feel(self, where: str, pulse: Pulse) -> float:
        """Keeps the long stretches since the beats were last asked; gives the longest that the thread worked."""
        longest_ms, long = pulse.take()
        self.long += [(where, each) for each in long]
        return longest_ms

    def stalls(self) -> list[str]:
        """The stretches that the window itself is to blame for."""
        return [self._tell(where, each) for where, each in self.long if each.ours_ms(self.gaps) > STALL_MS]

    def tell_long(self) -> list[str]:
        """Every stretch that was long by the clock, and whose it was."""
        return [self._tell(where, each) for where, each in self.long]

    def _tell(self, where: str, each: Stretch) -> str:
        return (
            f"{where}: {each.clock_ms:.0f} ms, {each.ours_ms(self.gaps):.0f} of it ours and "
            f"{each.missed_ms(self.gaps):.0f} the machine's; {each.own_ms:.0f} worked, {each.kept_ms:.0f} waited for a "
            f"processor ({each.behind_ms:.0f} behind its own threads, which worked {each.beside_ms:.0f}), "
            f"{each.still_ms:.0f} for the interpreter, a lock, a disk"
        )

    @staticmethod
    def ends(values: list[Any]) -> tuple[float, float]:
        """The middle one of the second fifth and that of the last."""
        fifth = max(1, len(values) // 5)
        return statistics.median(values[fifth : 2 * fifth] or values), statistics.median(values[-fifth:])

    @staticmethod
    def least(values: list[Any]) -> tuple[float, float]:
        """The least of the second fifth and that of the last.

        For widgets: a customer's story has 2 to 12 lines, a list so many chips, by what the shop has to tell just now.
        What is kept for good lifts even the least.
        """
        fifth = max(1, len(values) // 5)
        return min(values[fifth : 2 * fifth] or values), min(values[-fifth:])


@contextmanager
def _nothing_kept(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Pytest keeps each line of the log twice until the test has ended, a dozen lines a round: here it keeps none."""
    log = logging.getLogger()
    keepers = [each for each in log.handlers if isinstance(each, type(caplog.handler))]
    for each in keepers:
        log.removeHandler(each)
    try:
        yield
    finally:
        for each in keepers:
            log.addHandler(each)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Stage]:
    """A window over a lively shop whose messages go by themselves."""
    dress(qapp)
    shop = open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=KeptSecrets))
    with closing(shop):
        make_lively(shop, 60)
        add_runs(shop)
        with stage_on(shop, tmp_path / "window.ini", qtbot) as opened:
            opened.qtbot.waitUntil(opened.window.is_made_ahead, timeout=60_000)
            yield opened


def _look_around(stage: Stage, number: int, chance: random.Random) -> None:
    """What an owner does in a round: a page, some letters, a customer."""
    page = stage.go(PAGES[number % len(PAGES)])
    if PAGES[number % len(PAGES)] == "customers":
        page.search.setText(chance.choice(WORDS))
        stage.settle()
        stage.go("customers", {"customer": chance.randint(1, 60)})
    elif PAGES[number % len(PAGES)] == "settings":
        stage.go("settings", {"section": chance.choice(("rules", "connections", "backup", "app"))})


def _wait(ms: float) -> None:
    """As for a lock that another thread holds: no work of its own."""
    threading.Event().wait(ms / 1000)


def _work(ms: float) -> None:
    """Computes for so long."""
    ends = time.thread_time() + ms / 1000
    while time.thread_time() < ends:
        pass


HALTS: dict[str, Callable[[float], None]] = {"wait": _wait, "work": _work}


def _live(stage: Stage, clock: Clock, seconds: float, rounds: int) -> tuple[Growth, Pulse]:
    """So many rounds in so many seconds; in each, twenty minutes pass for the shop and its clock ticks."""
    chance, growth = random.Random(8), Growth()  # noqa: S311 - what an owner clicks
    keep_every, kept = int(os.environ.get("SOAK_WINDOW_KEEP", "0")), list[QLabel]()
    halt = HALTS.get(os.environ.get("SOAK_WINDOW_HALT", ""))
    ticker = Ticker(stage.shop, run_job, lambda task: stage.shop.lanes.network(task).exception())
    with Bystanders() as beside, Pulse(every_ms=5) as pulse:
        begun = time.monotonic()
        for number in range(rounds):
            clock.move(minutes=20)
            ticking = stage.shop.lanes.network(ticker.tick)
            _look_around(stage, number, chance)
            stage.qtbot.waitUntil(ticking.done, timeout=60_000)
            ticking.result()
            stage.settle()
            stage.qtbot.wait(10)  # so that the last of it is counted too
            where = f"{PAGES[number % len(PAGES)]}, look {number // len(PAGES) + 1} (round {number + 1})"
            growth.stretch_ms.append(growth.feel(where, pulse))
            if keep_every and number % keep_every == 0:
                kept.append(QLabel(stage.window))
            growth.look()
            pulse.leave_out()
            if halt is not None and number % 10 == 0:
                QTimer.singleShot(0, stage.window, partial(halt, HALT_MS))
            left_s = begun + (number + 1) * seconds / rounds - time.monotonic()
            stage.qtbot.wait(max(1, int(left_s * 1000)))
            growth.feel(f"at rest on {where}", pulse)
        growth.gaps = beside.gaps()
    return growth, pulse


def test_a_few_days_with_the_window_open(stage: Stage, clock: Clock) -> None:
    """Promise 19, issue 5: the short form: no stall, no handle and no thread more at the end than in the beginning."""
    growth, pulse = _live(stage, clock, SHORT_S, SHORT_ROUNDS)
    assert stage.faults == []
    assert growth.handles[-1] <= max(growth.handles[: len(PAGES)]) + SPARE_HANDLES
    assert pulse.beats > SHORT_ROUNDS


def test_what_is_kept_shows_behind_what_comes_and_goes() -> None:
    """Promise 19, issue 5: one widget kept in a hundred rounds is noticed; stories and chips of any length are not."""
    chance = random.Random(3)  # noqa: S311 - what a shop has to tell
    told = [1827 + 2 * chance.randint(2, 12) + chance.randint(1, 4) for _ in range(900)]
    before, after = Growth.least(told)
    assert after <= before + SPARE_HANDLES
    before, after = Growth.least([count + round_ // 100 for round_, count in enumerate(told)])
    assert after > before + SPARE_HANDLES


def _halted(qtbot: QtBot, beside: Bystanders, halt: Callable[[float], None]) -> tuple[float, float]:
    """What a halt of the window's thread was by the clock, and how much of that the window is to blame for."""
    here = QObject()
    with Pulse(every_ms=5) as pulse:
        QTimer.singleShot(0, here, partial(halt, HALT_MS))
        qtbot.waitUntil(lambda: bool(pulse.long), timeout=5_000)
        longest = max(pulse.long, key=lambda each: each.clock_ms)
    return longest.clock_ms, longest.ours_ms(beside.gaps())


@pytest.mark.parametrize("halt", HALTS.values(), ids=HALTS)
def test_what_the_window_works_or_waits_for_is_its_own_stall(qtbot: QtBot, halt: Callable[[float], None]) -> None:
    """Promise 19, issue 5: 80 ms are red, with and without work; a loaded machine takes of some tries, never of all."""
    with Bystanders() as beside:
        assert any(_halted(qtbot, beside, halt)[1] > STALL_MS for _ in range(5))


def test_processors_that_its_own_threads_have_are_its_own_stall() -> None:
    """Promise 19, issue 5: who waits behind the program's own threads alone is kept by nobody else."""
    free, count = Gaps(()), len(processors())
    assert Stretch(80.0, 5.0, 75.0, 75.0 * count, 1.0).ours_ms(free) > STALL_MS
    assert Stretch(80.0, 5.0, 75.0, 0.0, 1.0).ours_ms(free) < STALL_MS


def test_what_the_machine_takes_is_not_the_windows(qtbot: QtBot) -> None:
    """Promise 19, issue 5: where a bystander was stopped as well, nobody had the processor."""
    with Bystanders() as beside:

        def stop_all(ms: float) -> None:
            beside.signal(signal.SIGSTOP)
            _wait(ms)
            beside.signal(signal.SIGCONT)
            qtbot.wait(20)

        clock_ms, ours_ms = _halted(qtbot, beside, stop_all)
    assert clock_ms >= HALT_MS
    assert ours_ms < STALL_MS


@pytest.mark.soak
@pytest.mark.timeout(3 * 3600)
def test_an_hour_with_the_window_open(
    stage: Stage, clock: Clock, caplog: pytest.LogCaptureFixture, record_property: Callable[[str, object], None]
) -> None:
    """Issue 5: SOAK_WINDOW_S seconds (an hour), a round every four or SOAK_WINDOW_ROUND_S: nothing grows.

    For the test's own sake, runs that end red: with SOAK_WINDOW_KEEP each so many rounds keep a label more, with
    SOAK_WINDOW_HALT=wait or work the window does nothing but that for 80 ms in every tenth round.
    """
    seconds = float(os.environ.get("SOAK_WINDOW_S", "3600"))
    every_s = float(os.environ.get("SOAK_WINDOW_ROUND_S", ROUND_S))
    leave_out_pages()  # as the session does once they are made
    with _nothing_kept(caplog):
        growth, _ = _live(stage, clock, seconds, max(20, int(seconds / every_s)))
    sent = stage.shop.db.value("SELECT count(*) FROM outbox WHERE state = 'accepted'")
    told = {name: Growth.ends(values) for name, values in vars(growth).items() if name not in {"long", "gaps"}}
    told["widgets"] = Growth.least(growth.widgets)
    figures = [f"{name} {before:.0f} → {after:.0f}" for name, (before, after) in told.items()]
    found = (
        f"{seconds:.0f} s, {len(growth.handles)} rounds, {len(growth.handles) / 72:.0f} days of the shop, {sent} "
        f"messages, {', '.join(figures)}, {len(growth.long)} stretches over {STALL_MS:.0f} ms by the clock, "
        f"{len(growth.stalls())} of them the window's own doing"
    )
    record_property("figures", found)
    sys.stdout.write("\n".join(("", found, *growth.tell_long(), "")))
    assert stage.faults == []
    assert told["memory_mb"][1] <= told["memory_mb"][0] * GROWTH, found
    assert told["blocks"][1] <= told["blocks"][0] * MORE_OBJECTS, found
    for name in ("handles", "threads", "widgets"):
        assert told[name][1] <= told[name][0] + SPARE_HANDLES, name
    assert growth.stalls() == []
    assert told["stretch_ms"][1] <= told["stretch_ms"][0] * SLOWER, "the window does not grow slow"
