"""The main job at a size: files brought in, again unchanged, the daily run over everyone and over the due."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
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

_QUESTION_TARGETS = {"how many stopped buying": 0.1, "ids of who stopped buying": 0.35}


@dataclass(frozen=True)
class Line:
    """One line of the result. `floor` and `target` are empty where performance.md names none."""

    work: str
    customers: int
    rows: int
    cost: Cost
    wall_s: float
    floor_s: float | None = None
    target: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return None if not self.floor_s else self.wall_s / self.floor_s


def run(folder: Path, customers: int) -> Iterator[Line]:
    """Everything at one size, line by line as it is measured; the folder is left full."""
    files = make(folder / "files", customers)
    shop = Program(folder / "shop")
    _set_up(shop.folder)
    start_s = min(shop("settings", "get", "business.name").wall_s for _ in range(3))
    yield from _imports(shop, files, folder, customers)
    yield from _questions(shop, customers)
    yield from _days(shop, customers, start_s)


def _set_up(folder: Path) -> None:
    with closing(open_shop(Wishes(folder=folder, clock=lambda: NOW, secrets=MemorySecrets))) as opened:
        for key, text in _SETTINGS.items():
            put(opened.db, key, text, NOW)


def _imports(shop: Program, files: Files, folder: Path, customers: int) -> Iterator[Line]:
    now = ("--now", NOW.isoformat())
    bare = floors.load(files.customers, folder / "floor.db", "!Customer ID", "Email", "Phone")
    cost = shop("import", "customers", files.customers, *now)
    yield Line("import customers", customers, cost.answer["rows"], cost, cost.wall_s, bare.wall_s, 2.0)
    for kind, path in (("products", files.products), ("views", files.views)):
        cost = shop("import", kind, path, *now)
        yield Line(f"import {kind}", customers, cost.answer["rows"], cost, cost.wall_s)
    bare = floors.load(files.orders, folder / "floor.db", "!Name", "Email,Created at")
    first = shop("import", "orders", files.orders, *now)
    yield Line("import orders", customers, first.answer["rows"], first, first.wall_s, bare.wall_s, 2.0)
    again = shop("import", "orders", files.orders, *now)
    if again.answer["unchanged"] != first.answer["created"]:
        raise RuntimeError(f"the same file changed something: {again.output}")
    yield Line(
        "same orders again (to the first)", customers, again.answer["rows"], again, again.wall_s, first.wall_s, 0.6
    )


def _questions(shop: Program, customers: int) -> Iterator[Line]:
    database = next(shop.folder.glob("*.db"))
    cost = cost_of([sys.executable, "-m", "benches.questions", database, NOW.isoformat()])
    scan_s = cost.answer[SCAN]
    for name, taken_s in cost.answer.items():
        if name != SCAN:
            yield Line(name, customers, customers, cost, taken_s, scan_s, _QUESTION_TARGETS.get(name))


def _days(shop: Program, customers: int, start_s: float) -> Iterator[Line]:
    database = next(shop.folder.glob("*.db"))
    scanned = floors.scan(database, "SELECT * FROM views", "SELECT * FROM customers")
    for name, days in (("daily run, everyone", 0), ("daily run, next day", 1), ("daily run, the day after", 2)):
        moment = (NOW + timedelta(days=days)).isoformat()
        cost = shop("run", "process-campaigns", "--now", moment)
        target = 10.0 if days == 0 else None
        rows = cost.answer["total_processed"]
        yield Line(name, customers, rows, cost, max(0.001, cost.wall_s - start_s), scanned.wall_s, target)
