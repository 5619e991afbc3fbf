"""A program that imports a file again and again and is killed at every place where it may be cut off.

    python -m tests.engine.import_killer FOLDER

Prints one JSON list per place: number, whether the shop said "being written", which imports were taken back, whether
the shop then was what it had been before, and how much was left. The last line is the run that nobody cut off.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reengage_desktop.engine.importing import recover
from reengage_desktop.store import imports
from reengage_desktop.store import settings as stored
from tests.engine.import_rig import NOW, Rig


def fill(rig: Rig) -> None:
    """A small shop that has customers, orders and products already."""
    rig.bring_in(
        "customers", [{"customer_id": n, "email": f"c{n}@example.com", "consent_email": "yes"} for n in range(40)]
    )
    rig.bring_in("orders", rows(range(100), "pending"))


def rows(numbers: range, status: str) -> list[dict[str, object]]:
    """Orders of these numbers; every customer has some, some name nobody."""
    return [
        {
            "order_id": f"o{n}",
            "ordered_at": f"2026-0{n % 9 + 1}-{n % 28 + 1:02d}",
            "email": f"c{n % 60}@example.com" if n % 7 else "",
            "customer_name": f"Customer {n % 60}",
            "status": status,
            "product_id": f"p{n % 30}",
            "category": f"Category {n % 3}",
            "quantity": n % 3 + 1,
            "unit_price": "2.50",
        }
        for n in numbers
    ]


class Cut:
    """Acts at one of the places where the import asks whether to go on.

    Places 1 to 3 lie in the reading, some way apart; from 4 on they are those between two transactions of the writing.
    """

    def __init__(self, rig: Rig, place: int, act: Callable[[], bool]) -> None:
        self._rig, self._place, self._act = rig, place, act
        self._asked = self._written = 0

    def __call__(self) -> bool:
        self._asked += 1
        if imports.is_writing(self._rig.db):
            self._written += 1
        here = 3 + self._written if self._written else {1: 1, 3: 2, 5: 3}.get(self._asked)
        return self._act() if here == self._place else False


def _die() -> bool:
    os._exit(9)


def _in_child(act: Callable[[], int]) -> int:
    pid = os.fork()
    if pid == 0:
        os._exit(act())
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main(folder: Path) -> None:
    """Kills until a run comes through."""
    pictures = folder / "before.txt"

    def prepare() -> int:
        rig = Rig(folder)
        fill(rig)
        pictures.write_text(repr(rig.picture()))
        return 0

    def attempt(place: int) -> int:
        rig = Rig(folder)
        rig.bring_in("orders", rows(range(50, 2300), "paid"), cancel=Cut(rig, place, _die))
        return 0

    def look(place: int) -> int:
        rig = Rig(folder)
        was_writing = imports.is_writing(rig.db)
        taken = recover(rig.db, stored.load(rig.db), NOW)
        is_same = repr(rig.picture()) == pictures.read_text()
        left = len(list((folder / "scratch").glob("*"))) + rig.db.value("SELECT count(*) FROM imports WHERE id > 2")
        sys.stdout.write(json.dumps([place, was_writing, taken, is_same, left]) + "\n")
        sys.stdout.flush()
        return 0

    assert _in_child(prepare) == 0
    place = 1
    while _in_child(partial(attempt, place)) == 9:
        assert _in_child(partial(look, place)) == 0
        place += 1
    assert _in_child(partial(look, 0)) == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
