"""Lines over days, with a legend, a mark that follows mouse and arrow keys, and a sentence for screen readers."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reengage_desktop.ui.charts.figures import DaySeries, nice_ceiling, spread_labels
from reengage_desktop.ui.charts.tip import paint_tip
from reengage_desktop.ui.theme import current_tokens, tone_colour

_TOP, _BOTTOM, _RIGHT, _GAP = 26, 24, 10, 8


class LineChart(QWidget):
    """Draws the first series as an area and the others as lines; left and right move the mark from day to day."""

    def __init__(self, name: str, day_text: Callable[[date], str], value_text: Callable[[float], str]) -> None:
        super().__init__()
        self._name = name
        self._day_text = day_text
        self._value_text = value_text
        self._days: Sequence[date] = ()
        self._series: Sequence[DaySeries] = ()
        self._at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def show_days(self, days: Sequence[date], series: Sequence[DaySeries]) -> None:
        """Draws these days."""
        self._days, self._series, self._at = days, series, None
        self.setAccessibleDescription(self._summary())
        self.update()

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The same figures as a header and rows, newest day first."""
        header = ["", *(one.name for one in self._series)]
        rows = [
            [self._day_text(day), *(self._value_text(one.values[at]) for one in self._series)]
            for at, day in enumerate(self._days)
        ]
        return header, rows[::-1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints grid, labels, lines and the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        plot, ceiling = self._paint_grid(painter)
        if self._days:
            for order, one in enumerate(self._series):
                self._paint_line(painter, plot, ceiling, one, filled=order == 0)
            self._paint_days(painter, plot)
            if self._at is not None:
                self._paint_mark(painter, plot, ceiling, self._at)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mark follows the mouse."""
        plot = self._plot()
        if self._days and plot.width() > 0:
            share = (event.position().x() - plot.left()) / plot.width()
            self._mark(round(share * (len(self._days) - 1)))

    def leaveEvent(self, event: QEvent) -> None:
        """The mark goes with the mouse."""
        self._at = None
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the keyboard."""
        self._at = None
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right, Home and End move the mark."""
        last = len(self._days) - 1
        here = last if self._at is None else self._at
        moves = {
            Qt.Key.Key_Left: here - 1 if self._at is not None else last,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._mark(target)

    def spoken(self) -> str:
        """What the mark says now, or an empty text."""
        return "" if self._at is None else ". ".join(self._lines_at(self._at))

    def _mark(self, at: int) -> None:
        self._at = max(0, min(len(self._days) - 1, at))
        self.setAccessibleDescription(self.spoken())
        self.update()

    def _summary(self) -> str:
        return ". ".join(f"{one.name}: {self._value_text(sum(one.values))}" for one in self._series)

    def _lines_at(self, at: int) -> list[str]:
        figures = [f"{one.name}: {self._value_text(one.values[at])}" for one in self._series]
        return [self._day_text(self._days[at]), *figures]

    def _ceiling(self) -> tuple[int, int]:
        return nice_ceiling(max((max(one.values, default=0) for one in self._series), default=0))

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance(self._value_text(self._ceiling()[0])) + _GAP
        return QRectF(left, _TOP, self.width() - left - _RIGHT, self.height() - _TOP - _BOTTOM)

    def _paint_legend(self, painter: QPainter) -> None:
        x, metrics = self._plot().left(), self.fontMetrics()
        for one in self._series:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone_colour(one.tone))
            painter.drawRoundedRect(QRectF(x, 4, 10, 10), 2, 2)
            painter.setPen(QColor(current_tokens().text))
            painter.drawText(QPointF(x + 15, 4 + metrics.ascent() - 2), one.name)
            x += 15 + metrics.horizontalAdvance(one.name) + 18

    def _paint_grid(self, painter: QPainter) -> tuple[QRectF, int]:
        tokens, plot = current_tokens(), self._plot()
        ceiling, step = self._ceiling()
        for value in range(0, ceiling + 1, step):
            y = plot.bottom() - plot.height() * value / ceiling
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(tokens.muted))
            place = QRectF(0, y - 10, plot.left() - _GAP + 2, 20)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._value_text(value)
            )
        return plot, ceiling

    def _points(self, plot: QRectF, ceiling: int, values: Sequence[float]) -> list[QPointF]:
        width = plot.width() / max(1, len(values) - 1)
        return [
            QPointF(plot.left() + at * width, plot.bottom() - plot.height() * value / ceiling)
            for at, value in enumerate(values)
        ]

    def _paint_line(self, painter: QPainter, plot: QRectF, ceiling: int, one: DaySeries, *, filled: bool) -> None:
        points, colour = self._points(plot, ceiling, one.values), tone_colour(one.tone)
        if filled and len(points) > 1:
            area = QPainterPath(QPointF(plot.left(), plot.bottom()))
            for point in points:
                area.lineTo(point)
            area.lineTo(QPointF(points[-1].x(), plot.bottom()))
            fade = QLinearGradient(0, plot.top(), 0, plot.bottom())
            fade.setColorAt(0, QColor(colour.red(), colour.green(), colour.blue(), 60))
            fade.setColorAt(1, QColor(colour.red(), colour.green(), colour.blue(), 5))
            painter.fillPath(area, QBrush(fade))
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(points) == 1:
            painter.drawEllipse(points[0], 2, 2)
        painter.drawPolyline(QPolygonF(points))

    def _paint_days(self, painter: QPainter, plot: QRectF) -> None:
        metrics, last = self.fontMetrics(), len(self._days) - 1
        widest = max(metrics.horizontalAdvance(self._day_text(day)) for day in self._days)
        painter.setPen(QColor(current_tokens().muted))
        for at in spread_labels(self._days, int(plot.width()), widest):
            text = self._day_text(self._days[at])
            x = plot.left() + plot.width() * at / max(1, last) - metrics.horizontalAdvance(text) / 2
            x = max(plot.left(), min(x, plot.right() - metrics.horizontalAdvance(text)))
            painter.drawText(QPointF(x, plot.bottom() + metrics.ascent() + 6), text)

    def _paint_mark(self, painter: QPainter, plot: QRectF, ceiling: int, at: int) -> None:
        tokens = current_tokens()
        x = plot.left() + plot.width() * at / max(1, len(self._days) - 1)
        painter.setPen(QPen(QColor(tokens.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for one in self._series:
            painter.setPen(QPen(QColor(tokens.card), 2))
            painter.setBrush(tone_colour(one.tone))
            painter.drawEllipse(self._points(plot, ceiling, one.values)[at], 5, 5)
        paint_tip(painter, QPointF(x, plot.top() + 6), self._lines_at(at), plot)
