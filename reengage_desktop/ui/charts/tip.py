"""The small box that names the figures at a chart's mark."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reengage_desktop.ui.theme import current_tokens

_PAD = 8
_APART = 12


def paint_tip(painter: QPainter, at: QPointF, lines: Sequence[str], inside: QRectF) -> None:
    """Paints the lines beside the point, on the side where there is room; never outside the rectangle."""
    metrics = painter.fontMetrics()
    width = min(max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PAD + 2, inside.width())
    height = metrics.height() * len(lines) + 2 * _PAD
    left = at.x() + _APART if at.x() + _APART + width <= inside.right() else at.x() - _APART - width
    left = min(max(left, inside.left()), inside.right() - width)
    top = min(max(at.y(), inside.top()), max(inside.top(), inside.bottom() - height))
    tokens = current_tokens()
    painter.setPen(QPen(QColor(tokens.border), 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(QRectF(left, top, width, height), 6, 6)
    painter.setPen(QColor(tokens.text))
    side = Qt.AlignmentFlag.AlignLeft
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        side = Qt.AlignmentFlag.AlignRight
    for order, line in enumerate(lines):
        place = QRectF(left + _PAD, top + _PAD + order * metrics.height(), width - 2 * _PAD, metrics.height())
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute), shown)
