"""The lanes wait while the window's thread fills and paints the window, and never for long."""

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.events import CampaignsChanged
from reengage_desktop.store.database import Database, open_database
from reengage_desktop.ui.background import deliver, right_of_way
from reengage_desktop.ui.right_of_way import RightOfWay
from tests.ui.stage import Stage


@pytest.fixture
def db(qapp: QApplication, tmp_path: Path) -> Iterator[Database]:
    """A shop behind the window's right of way."""
    with closing(open_database(tmp_path / "shop.db")) as opened:
        opened.way = RightOfWay(qapp)
        yield opened


def _elsewhere(db: Database, task: Callable[[], object]) -> threading.Event:
    """Carries a task out in another thread; set when it is done."""
    done = threading.Event()

    def carry_out() -> None:
        task()
        done.set()
        db.close()

    threading.Thread(target=carry_out, daemon=True).start()
    return done


def test_a_question_waits_until_the_window_has_painted(db: Database, qtbot: QtBot) -> None:
    """Promise 19: another thread's question comes after the window's turn; the window's own is answered at once."""
    way = right_of_way()
    db.way = way
    way.take()
    answered = _elsewhere(db, lambda: db.value("SELECT 1"))
    assert not answered.wait(0.01)
    assert db.value("SELECT 2") == 2
    assert way.is_taken()
    qtbot.waitUntil(answered.is_set, timeout=10_000)
    assert not way.is_taken()


def test_nobody_waits_for_a_window_that_itself_waits(db: Database) -> None:
    """Promise 19: a thread that has no time to give way again holds a lane up for a moment only."""
    assert isinstance(db.way, RightOfWay)
    db.way.take()
    assert _elsewhere(db, lambda: db.value("SELECT 1")).wait(10)
    assert db.way.is_taken()


def test_who_writes_does_not_wait(db: Database) -> None:
    """Promise 19: a transaction holds other writers up, so that nothing in it waits for the window."""

    class NeverFree:
        def is_taken(self) -> bool:
            return True

        def wait(self) -> None:
            raise AssertionError

    def write() -> None:
        with db.write():
            db.value("SELECT 1")

    db.way = NeverFree()
    assert _elsewhere(db, write).wait(10)
    with pytest.raises(AssertionError):
        db.value("SELECT 1")


def test_who_looks_at_one_moment_waits_until_it_writes(db: Database) -> None:
    """Promise 19: nobody waits for a snapshot, where most of a page is read; a write that joins it is waited for."""
    waited: list[str] = []

    class NeverFree:
        def is_taken(self) -> bool:
            return True

        def wait(self) -> None:
            waited.append("once")

    def look_and_write() -> None:
        with db.snapshot():
            db.value("SELECT 1")
            with db.write():
                db.value("SELECT 2")
            db.value("SELECT 3")

    db.way = NeverFree()
    assert _elsewhere(db, look_and_write).wait(10)
    assert waited == ["once"]


def test_handing_out_answers_keeps_nothing(qapp: QApplication) -> None:
    """Promise 19, issue 5: PySide keeps two objects of every method that `QTimer.singleShot` calls; this calls none."""
    told: list[int] = [0]

    def hand_out(number: int) -> None:
        answer: Future[int] = Future()
        deliver(answer, qapp, partial(told.__setitem__, 0))
        answer.set_result(number)
        while told != [number]:
            qapp.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    for number in range(1, 50):
        hand_out(number)
    before = sys.getallocatedblocks()
    for number in range(50, 250):
        hand_out(number)
    assert sys.getallocatedblocks() - before < 200, "two of each"


def test_what_was_made_in_turns_is_painted_before_the_lanes_go_on(stage: Stage) -> None:
    """Promise 19, issue 5: a part that was filled is laid out and painted once, at the end, which takes longest."""
    taken: list[bool] = []
    stage.desk.build([lambda: None, lambda: None], stage.desk, lambda _made: taken.append(right_of_way().is_taken()))
    stage.settle()
    assert taken == [True]


def test_the_lanes_wait_while_news_are_told(stage: Stage) -> None:
    """Promise 19, issue 5: each listener asks for a reading; none of them holds up the telling of the next."""
    taken: list[bool] = []
    stage.desk.bus.changed.connect(lambda _event: taken.append(right_of_way().is_taken()))
    stage.shop.events.publish(CampaignsChanged())
    stage.qtbot.waitUntil(lambda: taken == [True])
    stage.settle()
