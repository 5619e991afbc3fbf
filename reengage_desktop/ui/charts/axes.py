"""Charts over days: the grid, the days below it, the legend above it, and the mark that walks from day to day."""

from collections.abc import Callable, Sequence
from datetime import date
from math import sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from reengage_desktop.ui.charts.chart import Chart
from reengage_desktop.ui.charts.figures import DaySeries, Sheet, SheetCell, nice_ceiling, spread_labels, thin_out
from reengage_desktop.ui.charts.frame import CENTRE, END, Frame
from reengage_desktop.ui.theme import current_tokens, tone_colour

_GAP = 8
_SWATCH = 12
_BETWEEN = 18
_FEWEST_LINES = 9


class TimeChart(Chart):
    """Series over days. `day_text` is for the axis, `long_day_text` for words and the table."""

    def __init__(
        self,
        name: str,
        day_text: Callable[[date], str],
        value_text: Callable[[float], str],
        long_day_text: Callable[[date], str] | None = None,
    ) -> None:
        super().__init__(name)
        self._day_text = day_text
        self._long_day_text = long_day_text or day_text
        self._value_text = value_text
        self._days: Sequence[date] = ()
        self._series: Sequence[DaySeries] = ()
        self._ceiling, self._step = nice_ceiling(0)

    def show_days(self, days: Sequence[date], series: Sequence[DaySeries]) -> None:
        """Draws these days; the same ones with the same figures leave the mark where it is."""
        if not self.is_empty() and (days, series) == (self._days, self._series):
            return
        self._days, self._series = days, series
        self._ceiling, self._step = nice_ceiling(self.highest())
        self.show_changed()

    def series(self) -> Sequence[DaySeries]:
        """What is drawn."""
        return self._series

    def count(self) -> int:
        """One place per day."""
        return len(self._days)

    def minimumSizeHint(self) -> QSize:
        """Room for some lines of labels, whatever the size of the text."""
        return QSize(240, round(QFontMetricsF(self.font()).height() * _FEWEST_LINES))

    def sizeHint(self) -> QSize:
        """A little more than the least."""
        return self.minimumSizeHint() + QSize(160, 40)

    def sheet(self) -> Sheet:
        """A line per day, the newest first; where there is a period before, its values stand beside."""
        header = [self.tr("Day")]
        for one in self._series:
            header.append(one.name)
            if one.before:
                header.append(self.tr("{name}, before").replace("{name}", one.name))
        rows = [self._sheet_row(at) for at in range(len(self._days))]
        return Sheet(header, rows[::-1])

    def _sheet_row(self, at: int) -> list[SheetCell]:
        day = self._days[at]
        cells = [SheetCell(self._long_day_text(day), day.isoformat())]
        for one in self._series:
            cells.append(SheetCell(self._value_text(one.values[at]), one.values[at]))
            if one.before:
                cells.append(SheetCell(self._value_text(one.before[at]), one.before[at]))
        return cells

    def summary(self) -> str:
        """Each series with its sum."""
        return ". ".join(f"{one.name}: {self._value_text(sum(one.values))}" for one in self._series)

    def words_at(self, at: int) -> list[str]:
        """The day, then each series with its value and the value before."""
        return [self._long_day_text(self._days[at]), *(self._figure_at(one, at) for one in self._series)]

    def _figure_at(self, one: DaySeries, at: int) -> str:
        text = f"{one.name}: {self._value_text(one.values[at])}"
        if not one.before:
            return text
        before = self.tr("before: {value}").replace("{value}", self._value_text(one.before[at]))
        return f"{text} ({before})"

    def first_place(self) -> int:
        """The newest day."""
        return len(self._days) - 1

    def moved(self, key: Qt.Key, at: int) -> int | None:
        """Left and right go by a day, Page up and Page down by a week."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}
        return None if key not in steps else at + steps[key]

    def place_under(self, point: QPointF, frame: Frame) -> int | None:
        """The day nearest to the mouse."""
        plot = self.plot(frame)
        if plot.width() <= 0:
            return None
        share = (frame.x(point.x()) - plot.left()) / plot.width()
        return self.place_at(share)

    def place_at(self, share: float) -> int:
        """The day at a share of the width."""
        return max(0, min(len(self._days) - 1, round(share * (len(self._days) - 1))))

    def x_of(self, plot: QRectF, at: int) -> float:
        """How far from the reading side a day stands."""
        return plot.left() + plot.width() * (at / (len(self._days) - 1) if len(self._days) > 1 else 0.5)

    def highest(self) -> float:
        """The highest value to be shown."""
        return max((max((*one.values, *one.before), default=0) for one in self._series), default=0)

    def y_of(self, plot: QRectF, value: float) -> float:
        """The height of a value."""
        return plot.bottom() - plot.height() * value / self._ceiling

    def points(self, frame: Frame, plot: QRectF, values: Sequence[float]) -> list[QPointF]:
        """Where the values of all days stand; what is the same for all of them is worked out once."""
        first, last = frame.x(self.x_of(plot, 0)), frame.x(self.x_of(plot, len(values) - 1))
        apart = (last - first) / max(1, len(values) - 1)
        bottom, scale = plot.bottom(), plot.height() / self._ceiling
        return [QPointF(first + at * apart, bottom - value * scale) for at, value in enumerate(values)]

    def plot(self, frame: Frame) -> QRectF:
        """The field inside the labels, from the reading side."""
        left = max(frame.width_of(self._value_text(value)) for value in (self._ceiling, self._step)) + _GAP
        line, size = frame.metrics.height(), frame.size
        top = size.top() + len(self._legend_lines(frame)) * (line + 4) + line / 2 + 2
        return QRectF(
            size.left() + left, top, max(10.0, size.width() - left - 6), max(10.0, size.bottom() - line - 8 - top)
        )

    def paint_figures(self, painter: QPainter, frame: Frame) -> None:
        """Paints legend, grid, series and days."""
        plot = self.plot(frame)
        self._paint_legend(painter, frame)
        self._paint_grid(painter, frame, plot)
        self.paint_series(painter, frame, plot)
        self._paint_days(painter, frame, plot)

    def paint_series(self, painter: QPainter, frame: Frame, plot: QRectF) -> None:
        """Paints the values themselves."""

    def paint_swatch(self, painter: QPainter, place: QRectF, order: int) -> None:
        """Paints the sample of a series that stands before its name."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone_colour(self._series[order].tone))
        painter.drawRoundedRect(place, 3, 3)

    def legend(self) -> list[str]:
        """What the legend names, the series first."""
        names = [one.name for one in self._series]
        return [*names, self.tr("dashed: before")] if any(one.before for one in self._series) else names

    def paint_mark(self, painter: QPainter, frame: Frame, at: int) -> QPointF:
        """A line at the day, and a dot on each series."""
        plot, tokens = self.plot(frame), current_tokens()
        x = self.x_of(plot, at)
        painter.setPen(QPen(QColor(tokens.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(frame.point(x, plot.top()), frame.point(x, plot.bottom()))
        for height, colour in self.dots_at(plot, at):
            painter.setPen(QPen(QColor(tokens.card), 2))
            painter.setBrush(colour)
            painter.drawEllipse(frame.point(x, height), 5, 5)
        return frame.point(x, plot.top() + 4)

    def dots_at(self, plot: QRectF, at: int) -> list[tuple[float, QColor]]:
        """Where the mark has its dots."""
        return [(self.y_of(plot, one.values[at]), tone_colour(one.tone)) for one in self._series]

    def paint_sample(self, painter: QPainter, frame: Frame) -> None:
        """A grey wave over a grey grid."""
        tokens, room = current_tokens(), frame.size.adjusted(10, 14, -10, -14)
        painter.setPen(QPen(QColor(tokens.line), 1))
        for step in range(5):
            y = room.top() + room.height() * step / 4
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        wave = QPainterPath(frame.point(room.left(), room.bottom()))
        for at in range(41):
            height = 0.42 + 0.16 * sin(at / 2.6) + at / 160 + 0.05 * sin(at * 1.7)
            wave.lineTo(frame.point(room.left() + room.width() * at / 40, room.bottom() - room.height() * height))
        wave.lineTo(frame.point(room.right(), room.bottom()))
        painter.fillPath(wave, QBrush(QColor(tokens.hover)))

    def _legend_lines(self, frame: Frame) -> list[list[tuple[int, str]]]:
        lines: list[list[tuple[int, str]]] = []
        used = 0.0
        for order, name in enumerate(self.legend()):
            needed = _SWATCH + 6 + frame.width_of(name) + _BETWEEN
            if not lines or used + needed > frame.size.width():
                lines.append([])
                used = 0.0
            lines[-1].append((order, name))
            used += needed
        return lines

    def _paint_legend(self, painter: QPainter, frame: Frame) -> None:
        line = frame.metrics.height()
        for row, entries in enumerate(self._legend_lines(frame)):
            x, y = frame.size.left(), frame.size.top() + row * (line + 4)
            for order, name in entries:
                width = min(frame.width_of(name), frame.size.right() - x - _SWATCH - 6)
                painter.save()
                if order < len(self._series):
                    self.paint_swatch(painter, frame.rect(x, y + (line - _SWATCH) / 2, _SWATCH, _SWATCH), order)
                else:
                    painter.setPen(QPen(QColor(current_tokens().muted), 2, Qt.PenStyle.DashLine))
                    middle = y + line / 2
                    painter.drawLine(frame.point(x, middle), frame.point(x + _SWATCH + 2, middle))
                painter.restore()
                painter.setPen(QColor(current_tokens().text))
                place = frame.rect(x + _SWATCH + 6, y, width + 1, line)
                frame.write(painter, place, frame.cut(name, width + 1))
                x += _SWATCH + 6 + width + _BETWEEN

    def _paint_grid(self, painter: QPainter, frame: Frame, plot: QRectF) -> None:
        tokens, line = current_tokens(), frame.metrics.height()
        ceiling, step = self._ceiling, self._step
        every = thin_out(ceiling // step + 1, plot.height(), line + 2)
        for order, value in enumerate(range(0, ceiling + 1, step)):
            y = plot.bottom() - plot.height() * value / ceiling
            painter.setPen(QPen(QColor(tokens.border if not value else tokens.line), 1))
            painter.drawLine(frame.point(plot.left(), y), frame.point(plot.right(), y))
            if order % every == 0:
                painter.setPen(QColor(tokens.muted))
                place = frame.rect(frame.size.left(), y - line / 2, plot.left() - frame.size.left() - _GAP, line)
                frame.write(painter, place, self._value_text(value), END)

    def _paint_days(self, painter: QPainter, frame: Frame, plot: QRectF) -> None:
        some = self._days[:: max(1, len(self._days) // 24)]
        widest = max(frame.width_of(self._day_text(day)) for day in some)
        painter.setPen(QColor(current_tokens().muted))
        for at in spread_labels(self._days, plot.width(), widest):
            text = self._day_text(self._days[at])
            width = frame.width_of(text) + 2
            x = max(plot.left() - _GAP, min(self.x_of(plot, at) - width / 2, plot.right() + 6 - width))
            frame.write(painter, frame.rect(x, plot.bottom() + 5, width, frame.metrics.height()), text, CENTRE)
