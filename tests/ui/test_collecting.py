"""Cycles are collected in the window's thread, whoever asks for memory: Qt's objects are freed where they live."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui.bus import Bus
from reengage_desktop.ui.collecting import Collecting, leave_out_what_stays
from reengage_desktop.ui.desk import Desk


class _Ring:
    """Holds itself, so that only a search for cycles frees it; notes the thread in which that happens."""

    def __init__(self, freed_in: list[int]) -> None:
        self.me = self
        self.freed_in = freed_in

    def __del__(self) -> None:
        self.freed_in.append(threading.get_ident())


@pytest.fixture
def _as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def _ask_for_memory_in_a_thread() -> list[list[int]]:
    held: list[list[int]] = []
    thread = threading.Thread(target=lambda: held.extend([number] for number in range(200_000)))
    thread.start()
    thread.join()
    return held


@pytest.mark.usefixtures("_as_before")
def test_no_other_thread_frees_what_the_window_made(qapp: QApplication, qtbot: QtBot) -> None:
    """A thread that asks for much memory finds no cycles; the window's thread does, within a moment."""
    collecting = Collecting(qapp)
    freed_in: list[int] = []
    _Ring(freed_in)
    held = _ask_for_memory_in_a_thread()
    assert freed_in == []
    qtbot.waitUntil(lambda: bool(freed_in), timeout=5_000)
    assert freed_in == [threading.get_ident()]
    assert held
    collecting.deleteLater()


@pytest.mark.usefixtures("_as_before")
def test_left_to_itself_python_frees_it_anywhere() -> None:
    """The control: without it, the same thread frees what it never made."""
    gc.enable()
    freed_in: list[int] = []
    _Ring(freed_in)
    held = _ask_for_memory_in_a_thread()
    assert held
    assert freed_in
    assert threading.get_ident() not in freed_in


def test_a_task_is_let_go_of_by_who_waits_for_it(shop: Shop, qtbot: QtBot) -> None:
    """What a task names (a page, a dialog) is freed in the thread that asked, never in the lane's."""
    freed_in: list[int] = []
    outcomes: list[str] = []

    class Task:
        def __call__(self) -> str:
            return "done"

        def __del__(self) -> None:
            freed_in.append(threading.get_ident())

    desk = Desk(shop, Bus(), shop.settings())
    for _ in range(50):
        desk.read(Task(), desk, outcomes.append)
    qtbot.waitUntil(lambda: len(freed_in) == 50, timeout=5_000)
    desk.close()
    assert outcomes == ["done"] * 50
    assert set(freed_in) == {threading.get_ident()}


def test_a_second_shop_keeps_nothing_of_the_first() -> None:
    """What stays until the end is taken out once: a window that the first shop was shown in is still freed."""
    leave_out_what_stays()
    freed_in: list[int] = []
    _Ring(freed_in)
    leave_out_what_stays()
    gc.collect()
    assert freed_in == [threading.get_ident()]
