"""An owner without a mouse: presses keys where the keyboard is, and walks with Tab until she hears the right name."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QFileDialog, QLineEdit, QMainWindow, QMessageBox, QWidget

_LETTER_MS = 150
"""A button that was pressed by its letter comes up again after a tenth of a second."""

_MOST_STEPS = 250


class Keyboard:
    """Only key events. `settle` waits until everything that was asked for has arrived."""

    def __init__(self, settle: Callable[[], object]) -> None:
        self._settle = settle

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        if QApplication.activeWindow() is None:
            self._activate()
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None, "nothing has the keyboard"
        return widget

    @staticmethod
    def _activate() -> None:
        """What a desktop does when a dialog closes, and the tests' screen does not: the window under it is in front."""
        top = QApplication.activeModalWidget()
        if top is None:
            top = next(
                each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible()
            )
        top.activateWindow()
        QTest.qWait(20)

    def name(self) -> str:
        """What a screen reader says there."""
        # Of a list to choose from Linux says what is chosen, and finds its name through the label beside it.
        named = self.focus().accessibleName()
        interface = QAccessible.queryAccessibleInterface(self.focus())
        spoken = "" if interface is None else interface.text(QAccessible.Text.Name)
        return (named or spoken).replace("&", "")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, and what comes of it."""
        QTest.keyClick(self.focus(), key, modifiers)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            QTest.qWait(_LETTER_MS)
        self._settle()

    def control(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, *, over: bool = False) -> None:
        """Letter by letter; `over`: in place of what stands there."""
        if over:
            QTest.keyClick(self.focus(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in text:
            if letter == "\n":
                QTest.keyClick(self.focus(), Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self.focus(), letter)

    def reach(self, name: str, *, in_full: bool = False) -> None:
        """Tab until the name begins like that, or is just that; fails with what was heard instead."""
        heard: list[str] = []
        for _ in range(_MOST_STEPS):
            if self.name() == name or (not in_full and self.name().startswith(name)):
                self._settle()  # what leaving a field has stored
                return
            heard.append(self.name())
            QTest.keyClick(self.focus(), Qt.Key.Key_Tab)
        raise AssertionError(f"“{name}” can't be reached; heard: {list(dict.fromkeys(heard))}")

    def push(self, name: str, *, in_full: bool = False) -> None:
        """Walks to a button or a switch and presses it."""
        self.reach(name, in_full=in_full)
        self.press(Qt.Key.Key_Space)

    def answer_file_dialog(self, path: Path) -> None:
        """As soon as the question for a file stands there, types the path and Return, until it has been taken."""

        def look(patience: int, *, seen: bool = False) -> None:
            dialog = QApplication.activeModalWidget()
            asks = isinstance(dialog, QFileDialog | QMessageBox)
            if isinstance(dialog, QFileDialog | QMessageBox) and not patience:
                dialog.reject()  # a test that fails says more than one that waits for ever
                return
            if patience and (asks or not seen):
                # Before the key: Return may open a box of its own, and wait there.
                QTimer.singleShot(100, lambda: look(patience - 1, seen=seen or asks))
            if isinstance(dialog, QMessageBox):
                QTest.keyClick(dialog, Qt.Key.Key_Return)
            elif isinstance(dialog, QFileDialog):
                _answer(dialog, str(path))

        QTimer.singleShot(50, lambda: look(300))


def _answer(dialog: QFileDialog, path: str) -> None:
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setCompleter(QCompleter([], line))  # its own guesses take keys as they come, and then the path is another
    if line.text() != path:
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(line, path)
    QTest.keyClick(line, Qt.Key.Key_Return)
