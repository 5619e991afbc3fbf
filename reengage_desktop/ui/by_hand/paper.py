"""Drawing on paper in millimetres: a page of the right size for the shop's country, and text that breaks into lines."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen, QTextOption

LETTER_COUNTRIES = frozenset(("US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "DO"))
"""Where paper is 8.5 by 11 inches."""

_DPI = 300
_MM = _DPI / 25.4
INK, FAINT = QColor(0x1C, 0x21, 0x28), QColor(0x5B, 0x65, 0x70)


def is_letter(country: str) -> bool:
    """Whether the country writes on US letter paper; else it is A4."""
    return country in LETTER_COUNTRIES


class Paper:
    """A PDF that is painted page by page; every length is in millimetres from the upper left corner of the sheet."""

    def __init__(self, file: Path, *, letter: bool, title: str) -> None:
        self._writer = QPdfWriter(str(file))
        self._writer.setResolution(_DPI)
        self._writer.setTitle(title)
        self._writer.setCreator("Reengage Desktop")
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self.width, self.height = (215.9, 279.4) if letter else (210.0, 297.0)
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise OSError(f"The file “{file.name}” can't be written. Nothing was printed; choose another place.")

    def next_page(self) -> None:
        """Turns to a new page."""
        self._writer.newPage()

    def close(self) -> None:
        """Finishes the file."""
        self._painter.end()

    def height_of(self, text: str, width: float, points: float, *, bold: bool = False) -> float:
        """How high the text is when it breaks at this width."""
        metrics = QFontMetricsF(_font(points, bold=bold), self._writer)
        rect = metrics.boundingRect(QRectF(0, 0, width * _MM, 1e6), _WRAP, text)
        return rect.height() / _MM

    def width_of(self, text: str, points: float) -> float:
        """How wide the text is on one line."""
        return QFontMetricsF(_font(points, bold=False), self._writer).horizontalAdvance(text) / _MM

    def text(
        self,
        place: tuple[float, float, float, float],
        text: str,
        points: float = 11,
        *,
        bold: bool = False,
        faint: bool = False,
        middle: bool = False,
    ) -> None:
        """Writes into the box (left, top, width, height), broken into lines; what does not fit is cut at its end."""
        left, top, width, height = (each * _MM for each in place)
        self._painter.setFont(_font(points, bold=bold))
        self._painter.setPen(FAINT if faint else INK)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | _vertical(middle=middle))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Whoever gets the paper reads its own language, whichever way the window is read.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._painter.save()
        self._painter.setClipRect(QRectF(left, top, width, height))
        self._painter.drawText(QRectF(left, top, width, height), text, option)
        self._painter.restore()

    def line(self, left: float, top: float, right: float, bottom: float, *, width: float = 0.2) -> None:
        """Draws a thin line."""
        self._painter.setPen(QPen(FAINT, width * _MM))
        self._painter.drawLine(_point(left, top), _point(right, bottom))

    def box(self, left: float, top: float, side: float) -> None:
        """Draws an empty box to tick."""
        self._painter.setPen(QPen(INK, 0.3 * _MM))
        self._painter.drawRect(QRectF(left * _MM, top * _MM, side * _MM, side * _MM))


_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def _font(points: float, *, bold: bool) -> QFont:
    made = QFont()
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def _vertical(*, middle: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * _MM, y * _MM)
