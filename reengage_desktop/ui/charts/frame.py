"""Where things stand in a chart: everything is worked out from left to right, and mirrored for right-to-left."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
START, END, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


def stroke(painter: QPainter, points: Sequence[QPointF]) -> None:
    """Draws a line through the points, piece by piece: as one figure of many points Qt needs twenty times as long."""
    painter.drawLines([QLineF(here, there) for here, there in pairwise(points)])


@contextmanager
def coarse(painter: QPainter) -> Iterator[None]:
    """Fills with hard edges, many times faster; for surfaces whose edge a line goes over."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's own signature
    yield
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@dataclass(frozen=True)
class Frame:
    """The room of a chart, the measure of its letters, and whether it reads from the right."""

    size: QRectF
    metrics: QFontMetricsF
    is_mirrored: bool = False

    def x(self, x: float) -> float:
        """Where a distance from the reading side lies."""
        return self.size.left() + self.size.right() - x if self.is_mirrored else x

    def point(self, x: float, y: float) -> QPointF:
        """A point at a distance from the reading side."""
        return QPointF(self.x(x), y)

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle that begins at a distance from the reading side."""
        return QRectF(self.x(x + width) if self.is_mirrored else x, y, width, height)

    def write(self, painter: QPainter, place: QRectF, text: str, side: Qt.AlignmentFlag = START) -> None:
        """Writes one line in the middle of a rectangle that `rect` gave, at its start, end or centre."""
        if self.is_mirrored and side is not CENTRE:
            side = END if side is START else START
        painter.drawText(place, int(_MIDDLE | side | Qt.AlignmentFlag.AlignAbsolute), text)

    def width_of(self, text: str) -> float:
        """How wide a text is."""
        return self.metrics.horizontalAdvance(text)

    def cut(self, text: str, room: float) -> str:
        """The text, shortened with dots where it is wider than the room."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
