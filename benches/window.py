"""The window as its owner meets it, without a screen: `python -m benches.window WHAT [FOLDER] [FILE]` prints JSON.

`table` opens the customers and scrolls through them, `everything` holds all their rows instead; `typing` finds
customers letter by letter; `stretches` does what an owner does and counts how long the window's thread worked at a
stretch; `alive` imports a file and counts how long the window's thread and its small writes had to wait meanwhile.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SCROLLS = 300
_TICK_MS = 4
_PATIENCE_S = 900.0


def _memory_mb() -> float:
    """What the process holds now."""
    try:
        held = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(held) * resource.getpagesize() / (1 << 20)
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Stage:
    """An open window on a shop."""

    def __init__(self, folder: Path) -> None:
        from benches.shop import NOW
        from reengage_desktop.app.opening import Wishes, open_shop
        from reengage_desktop.credentials import MemorySecrets
        from reengage_desktop.ui.application import make_application
        from reengage_desktop.ui.bus import Bus
        from reengage_desktop.ui.desk import Desk
        from reengage_desktop.ui.theme import apply_theme
        from reengage_desktop.ui.window import MainWindow

        self.app = make_application(sys.argv[:1])
        apply_theme(self.app, "light")
        self.shop = open_shop(Wishes(folder=folder, clock=lambda: NOW, secrets=MemorySecrets))
        bus = Bus()
        bus.listen(self.shop.events)
        self.desk = Desk(self.shop, bus, self.shop.settings())
        self.window = MainWindow(folder / "window.ini")
        self.window.resize(1280, 760)
        self.window.attach(self.desk)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Until everything that was asked for has come."""
        for _ in range(2):
            self.until(self.desk.is_idle)

    def until(self, holds: Callable[[], bool]) -> None:
        """Lets the window live until something holds."""
        ends = time.monotonic() + _PATIENCE_S
        self.app.processEvents()
        while not holds():
            self.app.processEvents()
            time.sleep(0.0005)
            if time.monotonic() > ends:
                raise RuntimeError("the window waits for something that does not come")

    def leave(self) -> None:
        """Ends it."""
        self.desk.close()
        self.window.hide()
        self.shop.close()


def table(folder: Path) -> dict[str, float]:
    """The customers' table: from the click to the first painted rows, then page after page."""
    stage = Stage(folder)
    before_mb = _memory_mb()
    started = time.perf_counter()
    stage.window.go("customers", {})
    page: Any = stage.window.page("customers")
    stage.until(lambda: page.model.rowCount() > 0 and page.model.record_at(0) is not None)
    page.table.viewport().repaint()
    first_s = time.perf_counter() - started
    stage.settle()
    whole_s = time.perf_counter() - started
    bar = page.table.verticalScrollBar()
    steps = [bar.maximum() * place // _SCROLLS for place in range(_SCROLLS)]
    frames = [_frame(stage, page, bar, step) for step in steps]
    stage.settle()
    held_mb = _memory_mb() - before_mb
    rows = page.model.rowCount()
    stage.leave()
    return {
        "first_s": first_s,
        "whole_s": whole_s,
        "rows": rows,
        "frame_p99_ms": _quantile(frames, 0.99) * 1000,
        "memory_mb": held_mb,
    }


def _frame(stage: Stage, page: Any, bar: Any, step: int) -> float:
    started = time.perf_counter()
    bar.setValue(step)
    page.table.viewport().repaint()
    taken = time.perf_counter() - started
    stage.app.processEvents()
    return taken


def everything(database: Path) -> dict[str, float]:
    """The floor of the table: all rows in memory, and none painted yet."""
    from benches.big_shop import read_everything

    before_mb = _memory_mb()
    started = time.perf_counter()
    rows = read_everything(database)
    return {"first_s": time.perf_counter() - started, "rows": len(rows), "memory_mb": _memory_mb() - before_mb}


_TYPED = ("anna müller", "o'neil", "garcia", "user4711@", "example.com", "7000000123", "zoë n", "smith", "hugo becker")
"""What is typed, letter by letter."""


def typing(folder: Path) -> dict[str, float]:
    """Every letter's answer as the customers' page asks for it, beside LIKE walking the whole index of the order."""
    from benches.shop import NOW
    from reengage_desktop.app.opening import Wishes, open_shop
    from reengage_desktop.credentials import MemorySecrets
    from reengage_desktop.store import searching
    from reengage_desktop.ui.customers.shown import Question, Shown, ask

    shop = open_shop(Wishes(folder=folder, clock=lambda: NOW, secrets=MemorySecrets))
    ours: list[float] = []
    walked: list[float] = []
    for text in [word[:end] for word in _TYPED for end in range(1, len(word) + 1)]:
        started = time.perf_counter()
        ask(shop, Question(Shown(), search=text), whole=False)
        asked = time.perf_counter()
        sought = searching.read(text)
        shop.db.value(
            "SELECT json_group_array(id) FROM (SELECT id FROM customers INDEXED BY customers_last_order "
            f"WHERE last_order_at IS NOT NULL AND {sought.condition} ORDER BY last_order_at DESC, id DESC)",
            sought.params,
        )
        ours.append(asked - started)
        walked.append(time.perf_counter() - asked)
    shop.close()
    return {"p95_ms": _quantile(ours, 0.95) * 1000, "walk_p95_ms": _quantile(walked, 0.95) * 1000, "letters": len(ours)}


class Pulse:
    """Counts how long the window's thread was away, and how long small writes took."""

    def __init__(self, stage: Stage, pace_ms: int) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._pace_s = pace_ms / 1000
        self.gaps: list[float] = []
        self.writes: list[float] = []
        self._stage = stage
        self._last = time.perf_counter()
        self._written = self._last
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_TICK_MS)

    def _beat(self) -> None:
        present = time.perf_counter()
        self.gaps.append(present - self._last)
        self._last = present
        if present - self._written >= self._pace_s:
            self._written = present
            asked = self._stage.shop.lanes.write(self._write)
            asked.add_done_callback(lambda _done: self.writes.append(time.perf_counter() - present))

    def _write(self) -> None:
        with self._stage.shop.db.write():
            self._stage.shop.db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('bench', 'here')")

    def stop(self) -> dict[str, float]:
        """The longest and the usual, in milliseconds."""
        self._timer.stop()
        return {
            "gap_ms": max(self.gaps) * 1000,
            "gap_p999_ms": _quantile(self.gaps, 0.999) * 1000,
            "write_ms": max(self.writes, default=0.0) * 1000,
            "write_p99_ms": _quantile(self.writes or [0.0], 0.99) * 1000,
            "write_median_ms": statistics.median(self.writes or [0.0]) * 1000,
            "writes": len(self.writes),
        }


def stretches(folder: Path) -> dict[str, float]:
    """The longest stretch of the window's thread, in milliseconds of its own time, for each thing that owners do."""
    from functools import partial

    from reengage_desktop.jobs.events import CampaignsChanged, CustomersChanged, QueueChanged
    from reengage_desktop.ui.theme.restyling import Restyling

    stage = Stage(folder)
    window = stage.window
    stage.until(window.is_made_ahead)
    stage.settle()
    tabs = ("customers", "campaigns", "templates", "analytics", "activity", "settings", "home")
    sections = ("rules", "connections", "privacy", "backup", "app", "advanced")

    def burst() -> None:
        """From a lane, as the program tells its news."""
        stage.shop.lanes.network(publish)

    def publish() -> None:
        for number in range(1000):
            stage.shop.events.publish((CustomersChanged, QueueChanged, CampaignsChanged)[number % 3]())

    answer = {
        "tab_ms": max(_stretch(stage, partial(window.go, key)) for key in tabs),
        "section_ms": max(_stretch(stage, partial(window.go, "settings", {"section": key})) for key in sections),
        "customer_ms": max(_stretch(stage, partial(window.go, "customers", {"customer": each})) for each in (3, 7, 11)),
    }
    page: Any = window.page("customers")
    answer["letter_ms"] = max(_stretch(stage, partial(page.search.setText, text)) for text in ("a", "an", "ann", ""))
    answer["burst_ms"] = _stretch(stage, burst)
    restyling = Restyling(stage.app)
    looks = (("dark", 100), ("light", 150))
    answer["theme_ms"] = max(_stretch(stage, partial(restyling.wear, *look), restyling.is_done) for look in looks)
    stage.leave()
    return answer


def _stretch(stage: Stage, act: Callable[[], object], is_done: Callable[[], bool] = lambda: True) -> float:
    from PySide6.QtCore import QTimer

    longest = 0.0
    last = time.thread_time()

    def beat() -> None:
        nonlocal longest, last
        present = time.thread_time()
        longest, last = max(longest, present - last), present

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(0)
    QTimer.singleShot(0, act)
    ends = time.monotonic() + 0.25
    stage.until(lambda: time.monotonic() > ends and stage.desk.is_idle() and is_done())
    timer.stop()
    return longest * 1000


def alive(folder: Path, file: Path, idle_s: str, pace_ms: str) -> dict[str, float]:
    """An idle window, and the same while a file of orders comes in; meanwhile it writes a little at this pace."""
    from reengage_desktop.domain.vocabulary import ImportKind
    from reengage_desktop.jobs.tasks import imports

    stage = Stage(folder)
    pulse = Pulse(stage, int(pace_ms))
    until = time.monotonic() + int(idle_s)
    stage.app.processEvents()
    _live(stage, lambda: time.monotonic() > until)
    idle = pulse.stop()
    reports: list[Any] = []
    faults: list[BaseException] = []
    request = imports.ImportRequest(path=file, kind=ImportKind.ORDERS)
    started = time.perf_counter()
    pulse = Pulse(stage, int(pace_ms))
    stage.desk.take_long(lambda: imports.import_file(stage.shop, request), stage.window, reports.append, faults.append)
    _live(stage, lambda: bool(reports or faults))
    busy = pulse.stop()
    taken_s = time.perf_counter() - started
    if faults:
        raise faults[0]
    stage.settle()
    stage.leave()
    return {
        **{f"idle_{name}": value for name, value in idle.items()},
        **{f"busy_{name}": value for name, value in busy.items()},
        "import_s": taken_s,
        "rows": reports[0].rows,
    }


def _live(stage: Stage, is_over: Callable[[], bool]) -> None:
    """Runs Qt's own loop, as the program does, until something is over."""
    from PySide6.QtCore import QTimer

    look = QTimer()
    look.timeout.connect(lambda: stage.app.quit() if is_over() else None)
    look.start(50)
    stage.app.exec()
    look.stop()


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> None:
    """The command."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    what, *words = sys.argv[1:]
    works: dict[str, Callable[..., dict[str, float]]] = {
        "table": table,
        "everything": everything,
        "typing": typing,
        "stretches": stretches,
        "alive": alive,
    }
    answer = works[what](*map(Path, words[:2]), *words[2:])
    print(json.dumps(answer), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
