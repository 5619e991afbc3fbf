"""A figure with its name above and what it means below; it can be a link to the list behind it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.info_button import InfoButton
from reengage_desktop.ui.widgets.text import label, paragraph, row


class KpiTile(Card):
    """One headline figure. Clicking it, or Enter on it, asks for the list that it counts; the ⓘ says how it counts."""

    opened = Signal()

    def __init__(self, name: str, definition: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name = name
        self._value = label("–", "figure")
        self._note = paragraph("", "muted")
        self.info = InfoButton(name, definition)
        self.add(row([label(name, "muted"), None, self.info], spacing=4))
        self.add(row([self._value, None]))
        self.add(self._note)
        self.body.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.define(definition)

    def define(self, definition: str) -> None:
        """Says how the figure is counted; without words there is no ⓘ."""
        self.info.define(definition)
        self.setAccessibleDescription(definition)
        self.setToolTip(self.info.tip())

    def show_figure(self, value: str, note: str = "") -> None:
        """Puts the figure and the line below it."""
        self._value.setText(value)
        self._note.setText(note)
        self.setAccessibleName(f"{self._name}: {value}. {note}")

    def wait(self, note: str) -> None:
        """Shows the line below a figure that is still being read."""
        self._note.setText(note)

    def definition(self) -> str:
        """How the figure is counted."""
        return self.info.definition()

    def value(self) -> str:
        """The figure as shown."""
        return self._value.text()

    def note(self) -> str:
        """The line below the figure."""
        return self._note.text()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the list."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Shows where the keyboard is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return super().event(event)
