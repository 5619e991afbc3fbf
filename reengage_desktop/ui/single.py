"""One window per shop: a lock file says who has it, a local socket asks that one to come to the front.

What only the socket needs is loaded with it, not before the first paint.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT_MS = 800
_PATIENCE_MS = 3000
_PAUSE_MS = 100


class SingleInstance(QObject):
    """Held by the first window of a data folder; `raise_asked` fires when a second one was started."""

    raise_asked = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = data_dir
        self._lock = QLockFile(str(data_dir / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """True for the first window of the folder; a second one asks the first to come forward and gets False.

        Where no lock can be written (a full disk, a folder that is only read) there is a window all the same: it says
        why the shop can't be opened.
        """
        if self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError:
            return True
        self._call()
        return False

    def answer_calls(self) -> None:
        """Hears from now on when a second window is started; for the one that has the folder."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        name = self._name()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        # A crash leaves the socket's file behind; whoever has the lock may clear it away.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def release(self) -> None:
        """Lets the next window have the folder."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _call(self) -> None:
        """Asks until somebody answers: the other one may only just be starting."""
        from PySide6.QtCore import QDeadlineTimer, QThread  # noqa: PLC0415 - only in a second window, both
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        patience = QDeadlineTimer(_PATIENCE_MS)
        while not patience.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name())
            if socket.waitForConnected(_WAIT_MS):
                socket.write(b"raise\n")
                socket.waitForBytesWritten(_WAIT_MS)
                socket.disconnectFromServer()
                return
            QThread.msleep(_PAUSE_MS)

    def _name(self) -> str:
        """The socket's, the same for every way to write the folder."""
        import hashlib  # noqa: PLC0415 - after the first paint

        return f"reengage-{hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:24]}"

    def _called(self) -> None:
        connection = None if self._server is None else self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
            self.raise_asked.emit()
