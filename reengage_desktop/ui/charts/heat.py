"""Hours by weekdays as a field of shades: when customers buy."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reengage_desktop.ui.charts.chart import Chart
from reengage_desktop.ui.charts.figures import HeatCells, Sheet, SheetCell
from reengage_desktop.ui.charts.frame import CENTRE, END, Frame
from reengage_desktop.ui.theme import current_tokens

_GAP = 8
_HOURS = 24


class HeatMap(Chart):
    """Seven lines of 24 cells; the darker, the more. Arrow keys walk over the cells."""

    def __init__(self, name: str, count_text: Callable[[int], str] = str) -> None:
        super().__init__(name)
        self._count_text = count_text
        self._cells = HeatCells((), ())

    def show_cells(self, cells: HeatCells) -> None:
        """Draws these cells."""
        self._cells = cells
        self.show_changed()

    def count(self) -> int:
        """One place per cell, line by line."""
        return len(self._cells.values) * _HOURS

    def minimumSizeHint(self) -> QSize:
        """Room for the names of the weekdays, whatever the size of the text."""
        return QSize(280, round(QFontMetricsF(self.font()).height() * 9.6))

    def sizeHint(self) -> QSize:
        """A little more than the least."""
        return self.minimumSizeHint() + QSize(160, 40)

    def sheet(self) -> Sheet:
        """A line per weekday, a column per hour, and the sum."""
        header = [self.tr("Weekday"), *(f"{hour:02}:00" for hour in range(_HOURS)), self.tr("All day")]
        rows = [
            [SheetCell(name, name), *(SheetCell(str(value), value) for value in (*line, sum(line)))]
            for name, line in zip(self._cells.row_names, self._cells.values, strict=True)
        ]
        return Sheet(header, rows)

    def summary(self) -> str:
        """The busiest hour, then each weekday with its sum."""
        if not self.count():
            return ""
        busiest = max(range(self.count()), key=self._value)
        most = self.tr("Busiest: {hour}").replace("{hour}", self.words_at(busiest)[0])
        days = (f"{name}: {sum(line)}" for name, line in zip(self._cells.row_names, self._cells.values, strict=True))
        return ". ".join((most, *days))

    def words_at(self, at: int) -> list[str]:
        """The weekday, the hour and how many."""
        row, hour = divmod(at, _HOURS)
        when = f"{self._cells.row_names[row]} {hour:02}:00–{(hour + 1) % _HOURS:02}:00"
        return [f"{when} – {self._count_text(self._value(at))}"]

    def moved(self, key: Qt.Key, at: int) -> int | None:
        """Left and right go by an hour, up and down by a weekday; the mark stays within the field."""
        row, hour = divmod(at, _HOURS)
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if key not in steps:
            return None
        down, along = steps[key]
        last = len(self._cells.values) - 1
        return max(0, min(last, row + down)) * _HOURS + max(0, min(_HOURS - 1, hour + along))

    def place_under(self, point: QPointF, frame: Frame) -> int | None:
        """The cell under the mouse."""
        grid = self._grid(frame)
        return next((at for at in range(self.count()) if self._cell(frame, grid, at).contains(point)), None)

    def paint_figures(self, painter: QPainter, frame: Frame) -> None:
        """Paints the cells, the weekdays and as many hours as there is room for."""
        tokens, line = current_tokens(), frame.metrics.height()
        grid = left, wide, high = self._grid(frame)
        highest = max(max(each) for each in self._cells.values) or 1
        shade, empty = QColor(tokens.accent), QColor(tokens.hover)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(self.count()):
            value = self._value(at)
            shade.setAlphaF(0.14 + 0.86 * value / highest)
            painter.setBrush(shade if value else empty)
            painter.drawRoundedRect(self._cell(frame, grid, at), 3, 3)
        painter.setPen(QColor(tokens.muted))
        for row, name in enumerate(self._cells.row_names):
            place = frame.rect(frame.size.left(), frame.size.top() + row * high, left - _GAP, high - 2)
            frame.write(painter, place, name, END)
        every = next((each for each in (1, 2, 3, 6, 12) if wide * each >= frame.width_of("00") + 10), _HOURS)
        for hour in range(0, _HOURS, every):
            place = frame.rect(frame.size.left() + left + hour * wide - 20, frame.size.bottom() - line, wide + 38, line)
            frame.write(painter, place, f"{hour:02}", CENTRE)

    def paint_mark(self, painter: QPainter, frame: Frame, at: int) -> QPointF:
        """A ring round the cell."""
        cell = self._cell(frame, self._grid(frame), at)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(current_tokens().text), 2))
        painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), 3, 3)
        return QPointF(cell.center().x(), cell.bottom() + 4)

    def paint_sample(self, painter: QPainter, frame: Frame) -> None:
        """A field of grey cells."""
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(current_tokens().border)
        wide, high = frame.size.width() / _HOURS, frame.size.height() / 7
        for row in range(7):
            for hour in range(_HOURS):
                shade.setAlphaF(0.06 + 0.2 * max(0.0, 1 - abs(hour - 15 + row % 3) / 9))
                painter.setBrush(shade)
                place = QRectF(frame.size.left() + hour * wide, frame.size.top() + row * high, wide - 2, high - 2)
                painter.drawRoundedRect(place, 3, 3)

    def _value(self, at: int) -> int:
        return self._cells.values[at // _HOURS][at % _HOURS]

    def _grid(self, frame: Frame) -> tuple[float, float, float]:
        """Where the field begins, and how wide and high a cell is."""
        left = max((frame.width_of(name) for name in self._cells.row_names), default=0.0) + _GAP
        below = frame.metrics.height() + 4
        return (
            left,
            (frame.size.width() - left) / _HOURS,
            (frame.size.height() - below) / max(1, len(self._cells.values)),
        )

    def _cell(self, frame: Frame, grid: tuple[float, float, float], at: int) -> QRectF:
        row, hour = divmod(at, _HOURS)
        left, wide, high = grid
        return frame.rect(frame.size.left() + left + hour * wide, frame.size.top() + row * high, wide - 2, high - 2)
