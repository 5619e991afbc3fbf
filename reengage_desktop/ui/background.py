"""The one way from a worker thread back to the window: a future's outcome, delivered in the window's thread.

Lanes give futures; nothing else in the window waits for anything.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future

Result = TypeVar("Result")


class _Letter:
    """An outcome on its way, and who waits for it."""

    def __init__(self, parent: QObject, future: "Future[Any]", take: Callable[[Any], object]) -> None:
        self.parent = parent
        self.future = future
        self.take = take
        self.failed: Callable[[BaseException], object] = raise_again


class _Mailroom(QObject):
    """Lives as long as the application: a worker may hand in a letter for a window that has already gone."""

    handed_in = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self.handed_in.connect(self._open, QtCore.Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _open(self, letter: _Letter) -> None:
        if not isValid(letter.parent) or letter.future.cancelled():
            return
        fault = letter.future.exception()
        if fault is None:
            letter.take(letter.future.result())
        else:
            letter.failed(fault)


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
    letter = _Letter(parent, future, on_done)
    if on_error is not None:
        letter.failed = on_error
    room = _mailroom(id(QCoreApplication.instance()))
    future.add_done_callback(lambda _done: room.handed_in.emit(letter) if isValid(room) else None)


def raise_again(fault: BaseException) -> None:
    """Hands a fault to the exception hook."""
    raise fault
