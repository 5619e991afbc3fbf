"""Turns at writing: whoever asks first is next, and nobody is kept out by one who writes again at once."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reengage_desktop.store.database import Database, DatabaseBusy, open_database
from reengage_desktop.store.write_turns import TurnNotGiven, WriteTurns

_GREEDY = """
import sys, time
from pathlib import Path
from reengage_desktop.store.database import Database
db = Database(Path(sys.argv[1]))
until = time.monotonic() + float(sys.argv[2])
print("writing", flush=True)
while time.monotonic() < until:
    with db.write():
        db.run("INSERT INTO meta VALUES ('greedy', 'x') ON CONFLICT (key) DO UPDATE SET value = value || 'x'")
        time.sleep(0.01)
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    (tmp_path / "locks").mkdir()
    open_database(tmp_path / "shop.db").close()
    return tmp_path / "shop.db"


def test_a_small_write_is_next_after_a_program_that_never_stops_writing(database: Path) -> None:
    """Promise 18, figure 14: beside a program that writes again at once, a small write waits for one turn."""
    other = subprocess.Popen([sys.executable, "-c", _GREEDY, str(database), "1.5"], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "writing\n"
    db = Database(database)
    written = 0
    while other.poll() is None:
        with db.write():
            db.run("INSERT INTO meta VALUES ('small', 'x') ON CONFLICT (key) DO UPDATE SET value = value || 'x'")
        written += 1
    turns = [len(db.value("SELECT value FROM meta WHERE key = ?", (key,))) for key in ("greedy", "small")]
    other.stdout.close()
    db.close()
    assert written >= 10
    # it wrote as often as the other one did, give or take the first and the last turn
    assert turns[1] >= turns[0] // 2


def test_turns_go_round_between_threads(database: Path) -> None:
    """Threads of one program queue up like programs do, and one who waits too long is told so."""
    turns = WriteTurns(database, 0.05)
    held = turns.take()
    faults: list[BaseException] = []

    def ask() -> None:
        try:
            turns.give(turns.take())
        except TurnNotGiven as fault:
            faults.append(fault)
        turns.close()

    impatient = threading.Thread(target=ask)
    impatient.start()
    impatient.join()
    turns.give(held)
    after = threading.Thread(target=ask)
    after.start()
    after.join()
    turns.close()
    assert len(faults) == 1


def test_a_kept_turn_is_a_sentence(database: Path) -> None:
    """Promise 12: a shop that somebody else keeps to himself is named as that; nothing was changed."""
    turns = WriteTurns(database, 1)
    held = turns.take()
    db = Database(database, busy_timeout_s=0.05)
    with pytest.raises(DatabaseBusy, match="Another program holds"), db.write():
        pass
    turns.give(held)
    with db.write():
        db.run("INSERT INTO meta (key, value) VALUES ('now', 'mine')")
    db.close()
    turns.close()


def test_a_killed_program_leaves_its_turn(database: Path) -> None:
    """Promise 18: whoever is killed while writing holds nobody up."""
    program = _GREEDY.replace("time.sleep(0.01)", "print('in', flush=True); time.sleep(60)")
    other = subprocess.Popen([sys.executable, "-c", program, str(database), "60"], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert [other.stdout.readline(), other.stdout.readline()] == ["writing\n", "in\n"]
    other.kill()
    other.wait()
    other.stdout.close()
    db = Database(database)
    with db.write():
        assert db.value("SELECT count(*) FROM meta WHERE key = 'greedy'") == 0
    db.close()


def test_a_database_that_is_nobody_elses_needs_no_turns(tmp_path: Path) -> None:
    """A copy or a trial outside a shop's folder leaves no lock files beside it."""
    db = open_database(tmp_path / "copy.db")
    with db.write():
        db.run("INSERT INTO meta (key, value) VALUES ('a', 'b')")
    db.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db"]
