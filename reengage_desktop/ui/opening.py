"""Opens a shop while the window is already there: the shop in a thread, the window's own modules meanwhile in turns."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from reengage_desktop.ui.background import deliver
from reengage_desktop.ui.loading import load_beneath, load_in_turns

if TYPE_CHECKING:
    from reengage_desktop.jobs.shop import Shop

T = TypeVar("T")


def open_in_thread(
    open_shop: "Callable[[], Shop]",
    front: Iterable[str],
    parent: QObject,
    on_done: "Callable[[Shop], object]",
    on_error: Callable[[BaseException], object],
) -> "Future[Shop]":
    """Opens a shop, and loads the modules that showing it needs; then calls one of the two, as long as `parent` lives.

    Call it from the window's thread. What it gives ends with the shop, whether anybody was told or not.
    """
    beneath: Future[list[str]] = Future()
    opening: Future[Shop] = Future()

    def work() -> None:
        _carry_out(lambda: load_beneath(front), beneath)
        _carry_out(open_shop, opening)

    def load(left: list[str]) -> None:
        load_in_turns(left, parent, lambda: deliver(opening, parent, on_done, on_error))

    deliver(beneath, parent, load, on_error)
    threading.Thread(target=work, name="opening", daemon=True).start()
    return opening


def _carry_out(task: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(task())
    except BaseException as fault:  # noqa: BLE001 - a thread's end: the Future carries it on
        future.set_exception(fault)
