"""Bars that get shorter step by step: how many were left at each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reengage_desktop.ui.charts.figures import Bar
from reengage_desktop.ui.theme import current_tokens

_GAP = 10
_BAR = 30


class FunnelChart(QWidget):
    """One bar per step; the first step's length is the measure of all."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 160)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draws these steps."""
        self._bars = bars
        self.setAccessibleDescription(". ".join(f"{bar.name}: {bar.note}" for bar in bars))
        self.setMinimumHeight(max(120, len(bars) * 34))
        self.update()

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The same figures as a header and rows."""
        return ["", ""], [[bar.name, bar.note] for bar in self._bars]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bars, their names and their figures."""
        if not self._bars:
            return
        painter, tokens = QPainter(self), current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        left = max(metrics.horizontalAdvance(bar.name) for bar in self._bars) + _GAP
        right = max(metrics.horizontalAdvance(bar.note) for bar in self._bars) + _GAP
        room = max(20, self.width() - left - right)
        highest = max((bar.value for bar in self._bars), default=0) or 1
        for order, bar in enumerate(self._bars):
            line = self._line(order)
            thick = min(_BAR, line.height() - 8)
            track = QRectF(left, line.center().y() - thick / 2, room, thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(track, 4, 4)
            if bar.value > 0:
                painter.setBrush(QColor(tokens.accent))
                painter.drawRoundedRect(QRectF(track.x(), track.y(), max(3, room * bar.value / highest), thick), 4, 4)
            painter.setPen(QColor(tokens.text))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                QRectF(0, line.y(), left - _GAP, line.height()), middle | Qt.AlignmentFlag.AlignRight, bar.name
            )
            painter.drawText(QRectF(left + room + _GAP, line.y(), right, line.height()), middle, bar.note)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Shows what a step counts when the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            for order, bar in enumerate(self._bars):
                if self._line(order).contains(event.pos()) and bar.tip:
                    QToolTip.showText(event.globalPos(), bar.tip, self)
                    return True
        return super().event(event)

    def _line(self, order: int) -> QRectF:
        height = self.height() / max(1, len(self._bars))
        return QRectF(0, order * height, self.width(), height)
