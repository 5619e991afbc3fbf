"""The main job at a size: files brought in, again unchanged, the daily run over everyone and over the due."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from benches import floors
from benches.measuring import Cost, Program, cost_of
from benches.questions import SCAN
from benches.shop import NOW, Files, make
from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.store.settings import put

_SETTINGS = {
    "business.name": "Bench",
    "business.country": "US",
    "business.timezone": "UTC",
    "business.currency": "USD",
    "business.postal_address": "1 Main Street, Springfield",
    "channels.email.provider": "pretend",
    "reengagement.channels": "email",
    "reengagement.enabled": "true",
    "reengagement.daily_limit": "0",
}

_QUESTION_TARGETS = {"how many stopped buying": 0.1, "ids of who stopped buying": 0.35, "ids of who is newly due": 0.05}


@dataclass(frozen=True)
class Line:
    """One line of the result. `floor` and `target` are empty where performance.md names none.

    `cost` is the whole command's, `less` what the bare start of a program took of it.
    """

    work: str
    customers: int
    rows: int
    cost: Cost
    less: Cost | None = None
    floor: Cost | None = None
    target: float | None = None

    @property
    def wall_s(self) -> float:
        """The work's time on the wall."""
        return max(0.001, self.cost.wall_s - (self.less.wall_s if self.less else 0))

    @property
    def cpu_s(self) -> float:
        """The work's time of the processors."""
        return max(0.001, self.cost.cpu_s - (self.less.cpu_s if self.less else 0))

    @property
    def ratio(self) -> float | None:
        """How many times the floor's time on the wall."""
        return None if self.floor is None else self.wall_s / self.floor.wall_s

    @property
    def cpu_ratio(self) -> float | None:
        """How many times the floor's time of the processors; steadier where others use the machine."""
        return None if self.floor is None else self.cpu_s / max(0.001, self.floor.cpu_s)


def run(folder: Path, customers: int) -> Iterator[Line]:
    """Everything at one size, line by line as it is measured; the folder is left full."""
    files = make(folder / "files", customers)
    shop = Program(folder / "shop")
    _set_up(shop.folder, _SETTINGS)
    shop("import", "products", files.products, "--dry-run")  # whatever an import is made of is bytecode from here on
    start = min((shop("settings", "get", "business.name") for _ in range(3)), key=lambda cost: cost.wall_s)
    yield from _imports(shop, files, folder, customers, start)
    yield from _questions(shop, customers)
    yield from _days(shop, customers, start)


def _set_up(folder: Path, wanted: Mapping[str, str]) -> None:
    with closing(open_shop(Wishes(folder=folder, clock=lambda: NOW, secrets=MemorySecrets))) as opened:
        for key, text in wanted.items():
            put(opened.db, key, text, NOW)


def _imports(shop: Program, files: Files, folder: Path, customers: int, start: Cost) -> Iterator[Line]:
    now = ("--now", NOW.isoformat())
    bare = floors.load(files.customers, folder / "floor.db", "!Customer ID", "Email", "Phone")
    cost = shop("import", "customers", files.customers, *now)
    yield Line("import customers", customers, cost.answer["rows"], cost, start, bare, 2.0)
    for kind, path in (("products", files.products), ("views", files.views)):
        cost = shop("import", kind, path, *now)
        yield Line(f"import {kind}", customers, cost.answer["rows"], cost, start)
    bare = floors.load(files.orders, folder / "floor.db", "!Name", "Email,Created at")
    first = shop("import", "orders", files.orders, *now)
    yield Line("import orders", customers, first.answer["rows"], first, start, bare, 2.0)
    again = shop("import", "orders", files.orders, *now)
    if again.answer["unchanged"] != first.answer["created"]:
        raise RuntimeError(f"the same file changed something: {again.output}")
    yield Line("same orders again (to the first)", customers, again.answer["rows"], again, start, first, 0.6)


def _questions(shop: Program, customers: int) -> Iterator[Line]:
    database = next(shop.folder.glob("*.db"))
    cost = cost_of([sys.executable, "-m", "benches.questions", database, NOW.isoformat()])
    taken = {name: replace(cost, wall_s=seconds, cpu_s=seconds) for name, seconds in cost.answer.items()}
    for name, each in taken.items():
        if name != SCAN:
            yield Line(name, customers, customers, each, None, taken[SCAN], _QUESTION_TARGETS.get(name))


def _days(shop: Program, customers: int, start: Cost) -> Iterator[Line]:
    database = next(shop.folder.glob("*.db"))
    bare = floors.scan(database, "SELECT * FROM views", "SELECT * FROM customers")

    def day(name: str, days: int, target: float | None = None, *more: str) -> Line:
        moment = (NOW + timedelta(days=days)).isoformat()
        cost = shop("run", "process-campaigns", "--now", moment, *more)
        return Line(name, customers, cost.answer["total_processed"], cost, start, bare, target)

    yield day("decide and write all (dry run)", 0, None, "--dry-run")
    _set_up(shop.folder, {"reengagement.daily_limit": "50"})
    yield day("daily run, the first", 0)
    yield day("daily run, next day", 1)
    yield day("daily run, the day after", 2)
