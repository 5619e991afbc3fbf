"""The one way from a worker thread back to the window: a future's outcome, delivered in the window's thread.

Lanes give futures; nothing else in the window waits for anything.
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from reengage_desktop.ui.right_of_way import RightOfWay

if TYPE_CHECKING:
    from concurrent.futures import Future

Result = TypeVar("Result")
_log = logging.getLogger(__name__)
_STRETCH_S: Final = 0.006
"""Once letters have taken so long, the next one waits until the window has laid out, painted and heard its owner."""
_TURN_MS: Final = 1


class _Mailroom(QObject):
    """Lives as long as the application: a worker may announce an outcome for a window that has already gone.

    Who waits, and all that is to be called, stays here: a worker holds a number, never the last hold on a widget.
    """

    announced = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._waiting: dict[int, _Letter] = {}
        self._numbers = count()
        self._arrived: deque[tuple[int, Future[Any]]] = deque()
        self._taken_s = 0.0
        # One timer for all turns: PySide keeps something for good of every method that `QTimer.singleShot` calls.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(_TURN_MS)
        self._turn.timeout.connect(self._begin_turn)
        self.way = RightOfWay(self)
        self.announced.connect(self._arrive, QtCore.Qt.ConnectionType.QueuedConnection)

    def wait_for(self, future: "Future[Any]", letter: "_Letter") -> None:
        """Keeps the letter until the future is done, in whatever thread that is."""
        number = next(self._numbers)
        self._waiting[number] = letter
        future.add_done_callback(lambda done: self.announced.emit((number, done)) if isValid(self) else None)

    @Slot(object)
    def _arrive(self, announcement: "tuple[int, Future[Any]]") -> None:
        """Several often come at once, each fills a part of the window; and the window may be about to paint."""
        self._arrived.append(announcement)
        self._ask_for_turn()

    def _ask_for_turn(self) -> None:
        if not self._turn.isActive():
            self._turn.start()

    def _begin_turn(self) -> None:
        self._taken_s = 0.0
        if self._arrived:
            self._ask_for_turn()  # at once: what is handed out may be a dialog that keeps its own loop
            self.way.take()
            self._hand_out()

    def _hand_out(self) -> None:
        while self._arrived and self._taken_s < _STRETCH_S:
            began = time.perf_counter()
            try:
                self._open(*self._arrived.popleft())
            finally:
                self._taken_s += time.perf_counter() - began

    def _open(self, number: int, future: "Future[Any]") -> None:
        letter = self._waiting.pop(number)
        if not isValid(letter.parent) or future.cancelled():
            return
        fault = future.exception()
        if fault is None:
            letter.take(future.result())
        else:
            letter.failed(fault)


@dataclass(frozen=True)
class _Letter:
    """Who waits for an outcome, and what is then called."""

    parent: QObject
    take: Callable[[Any], object]
    failed: Callable[[BaseException], object]


class ProgressWire(QObject):
    """Carries a worker's progress into the window's thread. Its parent should outlive the worker: the desk does."""

    progressed = Signal(int, object)


@cache
def _mailroom(_application: int) -> _Mailroom:
    return _Mailroom()


def deliver(
    future: "Future[Result]",
    parent: QObject,
    on_done: Callable[[Result], object],
    on_error: Callable[[BaseException], object] | None = None,
) -> None:
    """Calls one of the two in the window's thread when the future is done; neither if `parent` has gone by then.

    Without `on_error` the fault goes to the exception hook. Call it from the window's thread.
    """
    room = _mailroom(id(QCoreApplication.instance()))
    room.wait_for(future, _Letter(parent, on_done, on_error or raise_again))


def right_of_way() -> RightOfWay:
    """What the lanes wait for while the window's thread has much to do. Ask for it in the window's thread."""
    return _mailroom(id(QCoreApplication.instance())).way


def raise_again(fault: BaseException) -> None:
    """Hands a fault to the exception hook."""
    raise fault


def note_surprise(fault: BaseException) -> None:
    """Puts a fault that nobody foresaw into the log: the sentence that the owner reads asks her to send it."""
    from reengage_desktop.jobs.refusals import find_sentence  # noqa: PLC0415 - only when something failed

    if find_sentence(fault) is None:
        _log.error("unexpected fault in a task of the window", exc_info=fault)
