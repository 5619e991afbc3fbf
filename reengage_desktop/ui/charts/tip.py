"""The small box that names the figures at a chart's mark."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reengage_desktop.ui.theme import current_tokens

_PAD = 8


def paint_tip(painter: QPainter, at: QPointF, lines: Sequence[str], inside: QRectF) -> None:
    """Paints the lines beside the point, on the side where there is room."""
    metrics = painter.fontMetrics()
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PAD
    height = metrics.height() * len(lines) + 2 * _PAD
    left = at.x() + 12 if at.x() + 12 + width <= inside.right() else at.x() - 12 - width
    top = min(max(at.y(), inside.top()), max(inside.top(), inside.bottom() - height))
    tokens = current_tokens()
    painter.setPen(QPen(QColor(tokens.border), 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(QRectF(left, top, width, height), 6, 6)
    painter.setPen(QColor(tokens.text))
    for order, line in enumerate(lines):
        painter.drawText(QPointF(left + _PAD, top + _PAD + metrics.ascent() + order * metrics.height()), line)
