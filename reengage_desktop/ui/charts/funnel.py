"""Bars that get shorter step by step: how many were left at each."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reengage_desktop.ui import formats
from reengage_desktop.ui.charts.chart import Chart
from reengage_desktop.ui.charts.figures import Bar, Sheet, SheetCell
from reengage_desktop.ui.charts.frame import END, Frame
from reengage_desktop.ui.theme import current_tokens

_GAP = 10
_THICKEST = 30.0
_LEAST_SHARE = 0.3


class FunnelChart(Chart):
    """One bar per step; the highest step's length is the measure of all. Up and down walk along the steps."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draws these steps."""
        self._bars = bars
        self.show_changed()

    def count(self) -> int:
        """One place per step."""
        return len(self._bars)

    def minimumSizeHint(self) -> QSize:
        """Room for every step's words."""
        line = QFontMetricsF(self.font()).height() + 8
        return QSize(260, round(max(5, len(self._bars)) * line) + 8)

    def sizeHint(self) -> QSize:
        """A little more than the least."""
        return self.minimumSizeHint() + QSize(140, 40)

    def sheet(self) -> Sheet:
        """Step, how many, and the words at its end."""
        header = [self.tr("Step"), self.tr("How many"), self.tr("In words"), self.tr("What it counts")]
        rows = [
            [
                SheetCell(bar.name, bar.name),
                SheetCell(formats.number(bar.value), bar.value),
                SheetCell(bar.note, bar.note),
                SheetCell(bar.tip, bar.tip),
            ]
            for bar in self._bars
        ]
        return Sheet(header, rows)

    def summary(self) -> str:
        """Every step with its words."""
        return ". ".join(f"{bar.name}: {bar.note}" for bar in self._bars)

    def words_at(self, at: int) -> list[str]:
        """The step, its words and what it counts."""
        bar = self._bars[at]
        return [f"{bar.name}: {bar.note}", *([bar.tip] if bar.tip else [])]

    def moved(self, key: Qt.Key, at: int) -> int | None:
        """Up and down, and left and right alike, go from step to step."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        return None if key not in steps else at + steps[key]

    def place_under(self, point: QPointF, frame: Frame) -> int | None:
        """The step in whose line the mouse is."""
        return next((at for at in range(self.count()) if self._line(frame, at).contains(point)), None)

    def paint_figures(self, painter: QPainter, frame: Frame) -> None:
        """Paints the bars, their names and their figures."""
        tokens, start = current_tokens(), frame.size.left()
        left, room, right = self._columns(frame)
        highest = max(bar.value for bar in self._bars) or 1
        for at, bar in enumerate(self._bars):
            line = self._line(frame, at)
            thick = min(_THICKEST, line.height() - 8)
            top = line.center().y() - thick / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(frame.rect(start + left, top, room, thick), 4, 4)
            if bar.value > 0:
                painter.setBrush(self._shade(at))
                painter.drawRoundedRect(
                    frame.rect(start + left, top, max(3.0, room * bar.value / highest), thick), 4, 4
                )
            painter.setPen(QColor(tokens.text))
            place = frame.rect(start, line.y(), left - _GAP, line.height())
            frame.write(painter, place, frame.cut(bar.name, left - _GAP), END)
            place = frame.rect(start + left + room + _GAP, line.y(), right - _GAP, line.height())
            frame.write(painter, place, frame.cut(bar.note, right - _GAP))

    def paint_mark(self, painter: QPainter, frame: Frame, at: int) -> QPointF:
        """A ring round the step's track."""
        line = self._line(frame, at)
        left, room, _right = self._columns(frame)
        thick = min(_THICKEST, line.height() - 8) + 4
        place = frame.rect(frame.size.left() + left - 2, line.center().y() - thick / 2, room + 4, thick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(current_tokens().text), 1.5))
        painter.drawRoundedRect(place, 5, 5)
        return QPointF(frame.x(frame.size.left() + left), line.bottom() - 2)

    def paint_sample(self, painter: QPainter, frame: Frame) -> None:
        """Six grey bars, each shorter than the one above."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_tokens().hover))
        height = frame.size.height() / 6
        for at, share in enumerate((1.0, 0.74, 0.7, 0.38, 0.16, 0.1)):
            top = frame.size.top() + at * height + height * 0.18
            painter.drawRoundedRect(
                frame.rect(frame.size.left() + 60, top, (frame.size.width() - 120) * share, height * 0.64), 4, 4
            )

    def _shade(self, at: int) -> QColor:
        """From the full colour to a lighter one, step by step, and never lighter than can be seen."""
        shade = QColor(current_tokens().accent)
        shade.setAlphaF(1 - 0.42 * at / max(1, len(self._bars) - 1))
        return shade

    def _columns(self, frame: Frame) -> tuple[float, float, float]:
        """How wide names, tracks and words are; the tracks keep a share of the room."""
        left = max(frame.width_of(bar.name) for bar in self._bars) + _GAP
        right = max(frame.width_of(bar.note) for bar in self._bars) + _GAP + 2
        room = frame.size.width() - left - right
        least = frame.size.width() * _LEAST_SHARE
        if room < least:
            shrink = (frame.size.width() - least) / (left + right)
            left, right, room = left * shrink, right * shrink, least
        return left, room, right

    def _line(self, frame: Frame, at: int) -> QRectF:
        height = frame.size.height() / max(1, len(self._bars))
        return QRectF(frame.size.left(), frame.size.top() + at * height, frame.size.width(), height)
