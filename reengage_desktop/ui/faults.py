"""What the owner sees when something fails unforeseen: what happened, what it means, one button, and a report to send.

The report names places in the program and no values: neither an address, a number, a key nor a folder of the owner's.
"""

import logging
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop import __version__
from reengage_desktop.app.redaction import redact
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import label, paragraph, row

_log = logging.getLogger(__name__)

_PACKAGE = "reengage_desktop"
_PLACES = 40
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][\w .~+\-]+){2,}")


class FaultDialog(QDialog):
    """Says that something unforeseen happened and what it means; the program goes on behind it."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        mark = Picture("circle-alert", Tone.BAD, 28)
        heading = paragraph(self.tr("Something went wrong that the program did not expect"), "heading")
        layout.addLayout(row([mark, heading], spacing=12))
        for words in (
            self.tr("What you did last may not have been done; what was saved before is still there."),
            self.tr(
                "For your customers nothing changed by it: nobody is written to twice, and what waits still waits."
            ),
        ):
            layout.addWidget(paragraph(words))
        layout.addWidget(label(self.tr("Report for support"), "heading"))
        layout.addWidget(
            paragraph(self.tr("It names places in the program only: no names, addresses, keys or folders."), "muted")
        )
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Report for support"))
        layout.addWidget(self.details, 1)
        layout.addWidget(self._buttons())
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def save(self, file: Path) -> None:
        """Writes the report into a file."""
        file.write_text(self.details.toPlainText() + "\n", encoding="utf-8")

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.go_on = button(self.tr("Go on working"), self.accept, kind="primary")
        self.copy_button = button(self.tr("Copy the report"), self._copy, picture="copy")
        self.save_button = button(self.tr("Save it…"), self._choose_file, picture="save")
        box.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText(self.tr("Copied"))

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), "reengage-report.txt", self.tr("Text (*.txt)")
        )
        if name:
            self.save(Path(name))


def details_of(fault: BaseException) -> str:
    """The fault, and what caused it, with where it happened; without the values of anything."""
    parts = [f"Reengage Desktop {__version__}, Python {platform.python_version()}, {platform.system()}"]
    seen: set[int] = set()
    cause: BaseException | None = fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        frames = traceback.extract_tb(cause.__traceback__)[-_PLACES:]
        parts += [
            type(cause).__name__,
            *(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames),
        ]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        if cause is not None:
            parts.append("caused by")
    return _PATH.sub("[path]", redact("\n".join(parts)))


def _place(file: str) -> str:
    """The file's name inside the program, or its own name for somebody else's; never the folder that it lies in."""
    parts = re.split(r"[\\/]", file)
    if _PACKAGE in parts:
        last = len(parts) - 1 - parts[::-1].index(_PACKAGE)
        return ".".join(parts[last + 1 :])
    return parts[-1]


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
