"""Lanes: one writer, several readers, connections closed, and an end within five seconds."""

import threading
import time
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from reengage_desktop.jobs.lanes import Lanes, Progress
from reengage_desktop.store.database import Database, open_database


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_database(tmp_path / "shop.db")


def test_writer_is_one(db: Database) -> None:
    lanes = Lanes(db)
    inside: list[int] = []
    most: list[int] = []

    def write() -> None:
        inside.append(1)
        most.append(len(inside))
        with db.write():
            db.run("INSERT INTO meta (key, value) VALUES (?, 'x')", (f"k{len(most)}",))
        inside.pop()

    for future in [lanes.write(write) for _ in range(50)]:
        future.result(10)
    assert max(most) == 1
    assert lanes.fetch(lambda: db.value("SELECT count(*) FROM meta")).result(10) >= 50
    assert lanes.close()


def test_readers_run_side_by_side(db: Database) -> None:
    lanes = Lanes(db)
    barrier = threading.Barrier(3, timeout=10)
    for future in [lanes.fetch(barrier.wait) for _ in range(3)]:
        future.result(10)
    assert lanes.close()


def test_fault_reaches_who_asked(db: Database) -> None:
    lanes = Lanes(db)

    def fail() -> None:
        raise KeyError("seven")

    with pytest.raises(KeyError, match="seven"):
        lanes.write(fail).result(10)
    assert lanes.write(lambda: 7).result(10) == 7
    assert lanes.close()


def test_close_cancels_and_ends_in_time(db: Database) -> None:
    """Promise 31: what runs is asked to stop, what has not begun is dropped; but a write that was asked for is done."""
    lanes = Lanes(db)
    token, begun = lanes.token(), threading.Event()

    def long() -> str:
        begun.set()
        return "stopped" if token.wait(30) else "late"

    running = lanes.write(long)
    written = lanes.write(lambda: "written")
    for busy in [lanes.fetch(lambda: token.wait(30)) for _ in range(3)]:
        assert not busy.done()
    waiting = lanes.fetch(lambda: "never")
    begun.wait(10)
    started = time.monotonic()
    assert lanes.close()
    assert lanes.stopping(), "whoever asks before a next step begins none"
    assert time.monotonic() - started < 5
    assert (running.result(0), written.result(0)) == ("stopped", "written")
    with pytest.raises(CancelledError):
        waiting.result(0)
    with pytest.raises(RuntimeError, match="closed"):
        lanes.write(lambda: None)


def test_close_does_not_wait_for_ever(db: Database) -> None:
    lanes, begun, hanging = Lanes(db), threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        hanging.wait(30)

    lanes.network(hang)
    begun.wait(10)
    started = time.monotonic()
    assert not lanes.close(within_s=0.2)
    assert time.monotonic() - started < 3
    hanging.set()


def test_released_token_is_forgotten(db: Database) -> None:
    lanes = Lanes(db)
    token = lanes.token()
    lanes.release(token)
    lanes.close()
    assert not token()
    assert lanes.token()(), "a token asked for while everything ends is cancelled at once"


def test_progress_is_ten_a_second_and_ends_with_the_last_word() -> None:
    heard: list[tuple[int, int | None]] = []
    progress = Progress(lambda done, total: heard.append((done, total)))
    for done in range(1, 10_001):
        progress(done, 10_000)
    assert heard[-1] == (10_000, 10_000)
    assert len(heard) < 100
