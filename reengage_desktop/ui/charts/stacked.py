"""Layers over days that add up: areas for customers by state, bars for what goes wrong. Each has its own hatching."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from reengage_desktop.ui.charts.axes import TimeChart
from reengage_desktop.ui.charts.frame import Frame, coarse, stroke
from reengage_desktop.ui.theme import Tone, current_tokens, tone_colour

_HATCHES = (Qt.BrushStyle.NoBrush, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern)
_WIDEST_BAR = 34.0
_SOFT = 0.82


def layer_colour(tone: Tone) -> QColor:
    """A tone on a surface: softer than on a line, and still 3 to 1 against the card."""
    colour = tone_colour(tone)
    colour.setAlphaF(_SOFT)
    return colour


class _Stacked(TimeChart):
    """Sums from the first series upwards; colour and hatching tell the layers apart."""

    def highest(self) -> float:
        """The highest sum of a day."""
        return max((sum(one.values[at] for one in self._series) for at in range(len(self._days))), default=0)

    def paint_swatch(self, painter: QPainter, place: QRectF, order: int) -> None:
        """The layer's colour and hatching."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(layer_colour(self._series[order].tone))
        painter.drawRoundedRect(place, 3, 3)
        self.hatch(painter, order)
        painter.drawRoundedRect(place, 3, 3)

    def hatch(self, painter: QPainter, order: int) -> None:
        """Takes up the brush of a layer's hatching."""
        painter.setBrush(QBrush(QColor(current_tokens().card), _HATCHES[order % len(_HATCHES)]))
        painter.setPen(Qt.PenStyle.NoPen)

    def sums(self, at: int) -> list[float]:
        """How high each layer's upper edge stands on a day, beginning with the ground."""
        edges = [0.0]
        for one in self._series:
            edges.append(edges[-1] + one.values[at])
        return edges

    def dots_at(self, plot: QRectF, at: int) -> list[tuple[float, QColor]]:
        """A dot on each layer's upper edge."""
        edges = self.sums(at)[1:]
        return [(self.y_of(plot, edge), tone_colour(one.tone)) for edge, one in zip(edges, self._series, strict=True)]


class StackedAreas(_Stacked):
    """Layers that run on from day to day, such as how many customers are in each state."""

    def summary(self) -> str:
        """Each layer as it stands on the last day."""
        if not self._days:
            return ""
        return ". ".join(self.words_at(len(self._days) - 1))

    def paint_series(self, painter: QPainter, frame: Frame, plot: QRectF) -> None:
        """Paints each layer between the edges below and above it."""
        edges = [self.sums(at) for at in range(len(self._days))]
        for order, one in enumerate(self._series):
            lower, upper = (self.points(frame, plot, [each[order + up] for each in edges]) for up in (0, 1))
            layer = QPolygonF([*upper, *reversed(lower)])
            with coarse(painter):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(layer_colour(one.tone))
                painter.drawPolygon(layer)
                self.hatch(painter, order)
                painter.drawPolygon(layer)
            painter.setPen(QPen(QColor(current_tokens().card), 1.2))
            stroke(painter, upper)


class StackedBars(_Stacked):
    """One bar per day or week, in layers."""

    def place_at(self, share: float) -> int:
        """The bar whose band holds that share of the width."""
        return max(0, min(len(self._days) - 1, int(share * len(self._days))))

    def x_of(self, plot: QRectF, at: int) -> float:
        """The middle of a bar's band."""
        return plot.left() + plot.width() * (at + 0.5) / max(1, len(self._days))

    def paint_series(self, painter: QPainter, frame: Frame, plot: QRectF) -> None:
        """Paints the bars layer by layer from the ground up."""
        wide = min(_WIDEST_BAR, max(1.0, plot.width() / len(self._days) * 0.72))
        edges = [self.sums(at) for at in range(len(self._days))]
        painter.setPen(Qt.PenStyle.NoPen)
        for order, one in enumerate(self._series):
            places = []
            for at, each in enumerate(edges):
                top, bottom = self.y_of(plot, each[order + 1]), self.y_of(plot, each[order])
                if bottom > top:
                    places.append(frame.rect(self.x_of(plot, at) - wide / 2, top, wide, bottom - top))
            if places:
                painter.setBrush(layer_colour(one.tone))
                painter.drawRects(places)
                self.hatch(painter, order)
                painter.drawRects(places)

    def dots_at(self, plot: QRectF, at: int) -> list[tuple[float, QColor]]:
        """Bars need no dots."""
        return []
