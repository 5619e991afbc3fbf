"""An import in a process of its own: the same report and the same sentences, and nothing left when either side dies."""

import multiprocessing
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportCancelled, ImportRefused, ImportReport, ImportRequest, recover
from reengage_desktop.jobs.import_process import import_apart
from reengage_desktop.store import imports
from reengage_desktop.store import settings as stored
from tests.engine.import_killer import fill, rows
from tests.engine.import_rig import NOW, Rig

MANY = 20_000

_PROGRAM = """
import sys
from pathlib import Path
from tests.engine.import_rig import NOW, Rig
from tests.jobs.test_import_process import Apart
rig = Rig(Path(sys.argv[1]))
def tell(done, total):
    print("writing" if total else "reading", flush=True)
Apart(rig, Path(sys.argv[2]), tell)()
print("done", flush=True)
"""


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    rig = Rig(tmp_path / "shop")
    fill(rig)
    return rig


@dataclass
class Apart:
    """A file of orders that is brought in in another process; remembers what it was told."""

    rig: Rig
    path: Path
    on_progress: Callable[[int, int | None], object] = lambda _done, _total: None
    cancel: Callable[[], bool] = lambda: False
    told: list[tuple[int, int | None]] = field(default_factory=list)

    def __call__(self) -> ImportReport:
        request = ImportRequest(self.path, ImportKind.ORDERS, is_fresh=True)
        return import_apart(self.rig.db, request, NOW, self._hear, self.cancel)

    def _hear(self, done: int, total: int | None) -> None:
        self.told.append((done, total))
        self.on_progress(done, total)


def test_it_says_what_an_import_here_says(rig: Rig, tmp_path: Path) -> None:
    """D2, promise 18: the report and the shop are the same whichever process did it, and progress is told."""
    path = rig.file(rows(range(50, 2300), "paid"))
    other = Rig(tmp_path / "other")
    fill(other)
    apart = Apart(rig, path)
    report = apart()
    here = other.bring_in("orders", rows(range(50, 2300), "paid"))
    assert (report.rows, report.created, report.updated, report.notes) == (2250, 2200, 50, here.notes)
    assert apart.told
    mine, others = rig.picture(), other.picture()
    for table in ("settings", "import_journal"):
        assert len(mine.pop(table)) == len(others.pop(table))
    assert mine == others


@pytest.mark.parametrize("text", [None, "", "a,b\n1,2\n"])
def test_its_faults_are_the_same_sentences(rig: Rig, text: str | None) -> None:
    """D2: what is wrong with a file is said in the same words."""
    path = rig.folder / "odd.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefused) as apart:
        Apart(rig, path)()
    with pytest.raises(ImportRefused) as here:
        rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))
    assert str(apart.value) == str(here.value)
    assert "own process" in apart.value.__notes__[0]


@pytest.mark.parametrize("is_writing", [False, True])
def test_cancelled_it_leaves_no_trace(rig: Rig, is_writing: bool) -> None:
    """Promise 18: the wish to stop reaches the other process, while it reads and while it writes."""
    before = rig.picture()
    wishes: list[bool] = []
    apart = Apart(
        rig,
        rig.file(rows(range(50, MANY), "paid")),
        lambda _done, total: wishes.append(True) if (total is not None) is is_writing else None,
        lambda: bool(wishes),
    )
    with pytest.raises(ImportCancelled):
        apart()
    assert rig.picture() == before
    assert not imports.is_writing(rig.db)
    assert not list((rig.folder / "scratch").glob("*"))


@pytest.mark.parametrize("is_writing", [False, True])
def test_killed_it_is_taken_back_at_once(rig: Rig, is_writing: bool) -> None:
    """Promise 18: the process is killed; what it had written is gone before anybody hears of it."""
    before = rig.picture()

    def kill(_done: int, total: int | None) -> None:
        if (total is not None) is is_writing:
            for child in multiprocessing.active_children():
                child.kill()

    with pytest.raises(ImportRefused, match="broke off"):
        Apart(rig, rig.file(rows(range(50, MANY), "paid")), kill)()
    assert rig.picture() == before
    assert not imports.is_writing(rig.db)
    assert not multiprocessing.active_children()
    assert Apart(rig, rig.file(rows(range(50, 300), "paid")))().created == 200


@pytest.mark.parametrize("phase", ["reading", "writing"])
def test_with_its_program_killed_it_takes_back_what_it_wrote(rig: Rig, phase: str) -> None:
    """Promise 18: the program is killed; the import notices, takes itself back and ends."""
    before = rig.picture()
    path = rig.file(rows(range(50, MANY), "paid"))
    rig.db.close()
    program = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(rig.folder), str(path)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    said = next(line for line in program.stdout if line.strip() in (phase, "done"))
    program.kill()
    program.wait()
    program.stdout.close()
    assert said.strip() == phase
    with FileLock(rig.folder / "locks" / "import.lock", timeout=60):
        pass
    assert recover(rig.db, stored.load(rig.db), NOW) == []
    assert rig.picture() == before
    assert not list((rig.folder / "scratch").glob("*"))
