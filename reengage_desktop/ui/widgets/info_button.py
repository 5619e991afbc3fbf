"""The ⓘ beside a figure or a heading: how it is counted, by mouse and by keyboard."""

from html import escape

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QPushButton, QToolTip

from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.theme import Tone

_READING_MS = 20_000
_SIDE = 16


class InfoButton(QPushButton):
    """Shows the definition when it is pressed or hovered; without a definition it is not there."""

    def __init__(self, name: str, definition: str = "") -> None:
        super().__init__()
        self._definition = ""
        self.setProperty("kind", "quiet")
        self.setIcon(icon("info", Tone.NEUTRAL))
        self.setFixedWidth(_SIDE + 14)
        words = QCoreApplication.translate("InfoButton", "How “{name}” is counted")
        self.setAccessibleName(words.replace("{name}", name))
        self.clicked.connect(self.explain)
        self.define(definition)

    def define(self, definition: str) -> None:
        """Takes other words."""
        self._definition = definition
        self.setAccessibleDescription(definition)
        self.setToolTip(self.tip())
        if not definition:
            self.hide()
        elif self.parentWidget() is not None:
            # Without a parent it would open as a window of its own.
            self.show()

    def definition(self) -> str:
        """The words."""
        return self._definition

    def explain(self) -> None:
        """Shows the words below the button."""
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.tip(), self, self.rect(), _READING_MS)

    def tip(self) -> str:
        """The words as rich text, because Qt breaks only that into lines."""
        return f"<qt>{escape(self._definition)}</qt>" if self._definition else ""
