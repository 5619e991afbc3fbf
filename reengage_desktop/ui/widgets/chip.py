"""A chip: one or two words in a rounded frame, in a colour that repeats what the words say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reengage_desktop.ui.theme import Tone, tone_colour

_PAD = 10
_HEIGHT_PAD = 6


def chip_size(metrics: QFontMetrics, text: str) -> QSize:
    """How large a chip with this text is."""
    return QSize(metrics.horizontalAdvance(text) + 2 * _PAD + 2, metrics.height() + _HEIGHT_PAD)


def paint_chip(painter: QPainter, rect: QRectF, text: str, colour: QColor) -> None:
    """Paints a chip into the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = rect.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget; it never stretches."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Changes the words and the tone."""
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words."""
        return self._text

    def sizeHint(self) -> QSize:
        """The size that holds the content."""
        return chip_size(self.fontMetrics(), self._text)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the content."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the chip."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, tone_colour(self._tone))
        painter.end()
