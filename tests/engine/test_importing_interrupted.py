"""An import that is cut off leaves nothing: cancelled or killed at any place, its program dead or still at work."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from openpyxl import Workbook

from reengage_desktop.connectors.opening.aside import Aside
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import (
    ImportCancelled,
    ImportRefused,
    ImportRequest,
    digest_of,
    find_known,
    recover,
)
from reengage_desktop.engine.importing.turns import clear_leftovers
from reengage_desktop.store import imports
from reengage_desktop.store import settings as stored
from reengage_desktop.store.scratch import Cancelled
from tests.engine.import_killer import Cut, fill, rows
from tests.engine.import_rig import NOW, Rig, only


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    rig = Rig(tmp_path / "shop")
    fill(rig)
    return rig


def test_cancelled_at_any_place_leaves_no_trace(rig: Rig) -> None:
    """Promise 18: cancel is acknowledged at the next place, and the shop is what it was."""
    before = rig.picture()
    place, came_through = 0, False
    while not came_through:
        place += 1
        cut = Cut(rig, place, lambda: True)
        try:
            rig.bring_in("orders", rows(range(50, 2300), "paid"), cancel=cut)
            came_through = True
        except ImportCancelled:
            assert rig.picture() == before, f"at place {place}"
            assert only(rig, "SELECT count(*) FROM imports") == 2
            assert not list((rig.folder / "scratch").glob("*"))
    assert place > 9
    assert only(rig, "SELECT count(*) FROM orders") == 2300


PAGE = "<table><tr><th>email</th><th>name</th></tr><tr><td>ann@example.com</td><td>Ann</td></tr></table>"


def _odd_file(folder: Path, name: str) -> Path:
    """A list that is no plain text: a workbook, a page, lines in quotation marks as a whole."""
    path = folder / name
    if name.endswith(".xlsx"):
        book = Workbook()
        for row in (["email", "name"], ["ann@example.com", "Ann"]):
            book.active.append(row)
        book.save(path)
    else:
        path.write_text(PAGE if name.endswith(".xls") else '"email,name,city"\n' + '"ann@example.com,Ann,Rome"\n' * 20)
    return path


@pytest.mark.parametrize("name", ["people.xlsx", "people.xls", "people.csv"])
def test_cancelled_while_a_file_is_turned_into_text(rig: Rig, tmp_path: Path, name: str) -> None:
    """Promises 18, 19: the wish is heard then too; the text lies where a killed program's leftovers are removed."""
    before = rig.picture()

    def is_begun() -> bool:
        return any((rig.folder / "scratch").rglob("reengage-text-*"))

    request = ImportRequest(_odd_file(tmp_path, name), ImportKind.CUSTOMERS)
    with pytest.raises(ImportCancelled):
        rig.bring_in_file(request, cancel=is_begun)
    assert rig.picture() == before
    assert not list((rig.folder / "scratch").glob("*"))


@pytest.mark.parametrize("look", [lambda path, stop: open_table(path, aside=Aside(go_on=stop)), digest_of])
def test_a_stop_is_heard_while_the_bytes_are_looked_over(tmp_path: Path, look: Callable[..., object]) -> None:
    """Promise 19: two gigabytes take seconds to look through, before the first row is read and after the last."""
    path = tmp_path / "people.csv"
    path.write_text("email,name\nann@example.com,Zoë\n", encoding="utf-8")

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        look(path, stop)


def test_a_look_at_a_file_waits_for_a_running_import(rig: Rig, tmp_path: Path) -> None:
    """D2: whose text would lie beside the import's own, which the next one removes."""
    path = _odd_file(tmp_path, "people.xlsx")
    with FileLock(rig.folder / "locks" / "import.lock"), pytest.raises(ImportRefused, match="Another import"):
        find_known(rig.db, path, stored.load(rig.db))
    assert find_known(rig.db, path, stored.load(rig.db)) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="dies in forked children")
def test_killed_at_any_place_is_taken_back_at_the_next_start(tmp_path: Path) -> None:
    """Promise 18: a crash while writing is taken back from the journal before anything else happens."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.import_killer", str(tmp_path / "shop")],
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *places, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(places) > 8
    for place, was_writing, taken, is_same, left in places:
        assert is_same, f"place {place} left something"
        assert bool(taken) == was_writing
        assert left == 0
    assert any(was_writing for _, was_writing, *_ in places)
    assert last[1:4] == [False, [], False]


def test_nobody_is_written_to_while_an_import_is_written(rig: Rig) -> None:
    """Promise 18: the state is there for the selector and the sender to see, from the first row to the last."""
    seen: list[bool] = []

    def watch() -> bool:
        seen.append(imports.is_writing(rig.db))
        return False

    rig.bring_in("orders", rows(range(200), "paid"), cancel=watch)
    assert sorted(seen) == seen
    assert seen[0] is False
    assert seen[-1] is True
    assert not imports.is_writing(rig.db)


def test_a_running_import_is_not_taken_back(rig: Rig) -> None:
    """Promise 18: another program that is still writing keeps its turn; a second import waits outside."""
    with rig.db.write():
        imports.begin(rig.db, imports.Source("orders", "a.csv", "", None, {}), 0)
    with FileLock(rig.folder / "locks" / "import.lock"):
        assert recover(rig.db, stored.load(rig.db), NOW) == []
        with pytest.raises(ImportRefused, match="Another import"):
            rig.bring_in("orders", rows(range(3), "paid"))
    assert recover(rig.db, stored.load(rig.db), NOW) == [3]
    assert not imports.is_writing(rig.db)


@pytest.mark.parametrize("way", ["the next import", "the daily cleaning"])
def test_what_was_only_read_does_not_stay_behind(rig: Rig, way: str) -> None:
    """Promise 18, C18: a program that was killed while it read leaves people's rows in a scratch file: they go too."""
    left = rig.folder / "scratch" / "import-killed" / "check.db"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"ann@example.com")
    if way == "the next import":
        rig.bring_in("orders", rows(range(50, 60), "paid"))
    else:
        with FileLock(rig.folder / "locks" / "import.lock"):
            clear_leftovers(rig.db)
        assert left.exists(), "an import that runs keeps what is its own"
        clear_leftovers(rig.db)
    assert not left.exists()
