"""What the owner sees when something fails: a known fault as its sentence, an unknown one as a dialog with details."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from reengage_desktop import __version__
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.text import label, paragraph

_log = logging.getLogger(__name__)


class FaultDialog(QDialog):
    """Says that something unforeseen happened, that nothing was sent by it, and gives the details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("Something went wrong that the program did not expect"), "heading"))
        layout.addWidget(
            paragraph(
                self.tr(
                    "What you did last may not have been done. Nothing is sent twice because of it, and what was saved "
                    "before is still there. You can go on working; if it happens again, send us these details."
                )
            )
        )
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details for support"))
        layout.addWidget(self.details, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = button(self.tr("Copy the details"), self._copy, picture="copy")
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def details_of(fault: BaseException) -> str:
    """The fault with where it happened, without the values of anything: no customer's data is in it."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"  {frame.filename.rsplit('reengage_desktop', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
    system = f"Reengage Desktop {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([system, type(fault).__name__, *places])


class ExceptionHook(QObject):
    """Catches what nobody else did, in any thread, and tells it in the window's thread."""

    caught = Signal(object)

    def __init__(self, show: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.caught.connect(show)
        self._before = sys.excepthook
        self._before_threads = threading.excepthook

    def install(self) -> None:
        """Takes the place of Python's own hooks."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Gives Python its hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._before_threads

    def _take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log.error("unexpected fault in the window", exc_info=(kind, fault, trace))
        self.caught.emit(fault)

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
