"""A bar at the top of the window for something that the owner should do or know."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import paragraph

_PICTURES = {
    Tone.BAD: "circle-alert",
    Tone.WARN: "triangle-alert",
    Tone.OK: "circle-check",
    Tone.ACCENT: "info",
    Tone.NEUTRAL: "info",
}


class InfoBar(QFrame):
    """One sentence, seldom more than one button, and a cross when it may be put away."""

    closed = Signal()

    def __init__(self, sentence: str, tone: Tone = Tone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setProperty("tone", str(tone))
        self.setProperty("mirrored", "true" if self.isRightToLeft() else "false")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 7, 8, 7)
        self._line.setSpacing(10)
        mark = Picture(_PICTURES[tone], tone, 18)
        self._line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence = paragraph(sentence)
        self._line.addWidget(self._sentence, 1)
        self.setAccessibleName(sentence)

    def sentence(self) -> str:
        """What the bar says."""
        return self._sentence.text()

    def offer(self, text: str, on_click: Callable[[], object]) -> "InfoBar":
        """Adds the one button; gives the bar back."""
        self._line.addWidget(button(text, on_click))
        return self

    def closable(self, name: str) -> "InfoBar":
        """Adds the cross, called `name` for a screen reader; gives the bar back."""
        self._line.addWidget(icon_button("x", name, self._close))
        return self

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
