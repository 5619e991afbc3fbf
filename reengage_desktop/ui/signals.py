"""The operating system's wish that the program ends (SIGTERM, Ctrl+C), obeyed in the window's thread."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier


class EndSignals(QObject):
    """While it is installed, a signal to end quits the event loop: the shop is closed as by the owner (promise 31)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)  # noqa: FBT003 - Python's own signature
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def install(self) -> None:
        """Takes the signals over. Qt's loop would not let Python hear them: a byte in a socket wakes it."""
        signal.set_wakeup_fd(self._told.fileno())
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, _quit)

    def remove(self) -> None:
        """Gives the signals back."""
        signal.set_wakeup_fd(-1)
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._told.close()

    def _wake(self) -> None:
        # Python runs its handlers as soon as it runs at all; the byte only has to be taken.
        self._heard.recv(64)


def _quit(_number: int, _frame: FrameType | None) -> None:
    QCoreApplication.quit()
