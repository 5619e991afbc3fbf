"""A sentence with fields between its words, which to a screen reader is one label and the fields in it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from reengage_desktop.ui.widgets.flow import FlowLayout, flowing


class Sentence(QLabel):
    """Paints its words itself, each a place in a line that breaks; its accessible name is what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[_Word] = []
        self._flow = FlowLayout(self, spacing=4, line_spacing=3)
        flowing(self)

    def add_words(self, text: str) -> None:
        """Appends words; a line may break at every space that is not a fixed one."""
        for each in text.split(" "):
            if each:
                self._words.append(_Word(each, self))
                self._flow.addItem(self._words[-1])

    def add_field(self, field: QWidget) -> None:
        """Appends a field."""
        self._flow.addWidget(field)

    def text(self) -> str:
        """The words without the fields."""
        return " ".join(each.text for each in self._words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the words in their places."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        for each in self._words:
            painter.drawText(each.geometry(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, each.text)

    def changeEvent(self, event: QEvent) -> None:
        """Takes the words' sizes anew in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._flow.invalidate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """The layout's: a label would ask for its own text."""
        return QWidget.sizeHint(self)

    def minimumSizeHint(self) -> QSize:
        """The layout's."""
        return QWidget.minimumSizeHint(self)

    def heightForWidth(self, width: int) -> int:
        """The layout's."""
        return QWidget.heightForWidth(self, width)


class _Word(QLayoutItem):
    """The place of a word."""

    def __init__(self, text: str, owner: QWidget) -> None:
        super().__init__()
        self.text = text
        self._owner = owner
        self._place = QRect()

    def sizeHint(self) -> QSize:
        """As wide as it is written, as high as a line."""
        letters = self._owner.fontMetrics()
        return QSize(letters.horizontalAdvance(self.text), letters.height())

    def minimumSize(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def maximumSize(self) -> QSize:
        """Nor is it spread."""
        return self.sizeHint()

    def expandingDirections(self) -> Qt.Orientation:
        """Nowhere."""
        return Qt.Orientation(0)

    def isEmpty(self) -> bool:
        """It always takes room."""
        return False

    def setGeometry(self, rect: QRect) -> None:
        """Puts it in its place."""
        self._place = QRect(rect)
        self._owner.update()

    def geometry(self) -> QRect:
        """Where it stands."""
        return QRect(self._place)
