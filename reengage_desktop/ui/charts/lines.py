"""Lines over days; a period before lies dashed behind them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from reengage_desktop.ui.charts.axes import TimeChart
from reengage_desktop.ui.charts.figures import DaySeries
from reengage_desktop.ui.charts.frame import Frame, coarse, stroke
from reengage_desktop.ui.theme import tone_colour

_DOTS_UP_TO = 45


class LineChart(TimeChart):
    """Draws the first series as an area and the others as lines with dots, so that they differ without colour too."""

    def paint_series(self, painter: QPainter, frame: Frame, plot: QRectF) -> None:
        """Paints the areas first, then what was before, then the lines."""
        for one in self._series:
            if one.before:
                self._paint_before(painter, self.points(frame, plot, one.before), one)
        for order, one in enumerate(self._series):
            points = self.points(frame, plot, one.values)
            if not order:
                self._paint_area(painter, plot, points, one)
            self._paint_line(painter, points, one, dotted=order > 0)

    def _paint_before(self, painter: QPainter, points: list[QPointF], one: DaySeries) -> None:
        painter.setPen(QPen(tone_colour(one.tone), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _paint_area(self, painter: QPainter, plot: QRectF, points: list[QPointF], one: DaySeries) -> None:
        if len(points) < 2:
            return
        colour = tone_colour(one.tone)
        area = QPainterPath(QPointF(points[0].x(), plot.bottom()))
        for point in points:
            area.lineTo(point)
        area.lineTo(QPointF(points[-1].x(), plot.bottom()))
        fade = QLinearGradient(0, plot.top(), 0, plot.bottom())
        fade.setColorAt(0, QColor(colour.red(), colour.green(), colour.blue(), 60))
        fade.setColorAt(1, QColor(colour.red(), colour.green(), colour.blue(), 5))
        with coarse(painter):
            painter.fillPath(area, QBrush(fade))

    def _paint_line(self, painter: QPainter, points: list[QPointF], one: DaySeries, *, dotted: bool) -> None:
        colour = tone_colour(one.tone)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stroke(painter, points)
        if len(points) == 1 or (dotted and len(points) <= _DOTS_UP_TO):
            painter.setBrush(colour)
            for point in points:
                painter.drawEllipse(point, 2.2, 2.2)
