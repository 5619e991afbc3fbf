"""Hours by weekdays as a field of shades: when customers buy."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reengage_desktop.ui.charts.figures import HeatCells
from reengage_desktop.ui.theme import current_tokens

_GAP = 8
_BELOW = 22


class HeatMap(QWidget):
    """Seven lines of 24 cells; the darker, the more."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._cells = HeatCells((), ())
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 190)

    def show_cells(self, cells: HeatCells) -> None:
        """Draws these cells."""
        self._cells = cells
        self.setAccessibleDescription(
            ". ".join(f"{name}: {sum(line)}" for name, line in zip(cells.row_names, cells.values, strict=True))
        )
        self.update()

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The same figures as a header and rows."""
        header = ["", *(f"{hour:02}" for hour in range(24))]
        rows = [
            [name, *(str(value) for value in line)]
            for name, line in zip(self._cells.row_names, self._cells.values, strict=True)
        ]
        return header, rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cells, the weekdays and every third hour."""
        if not self._cells.values:
            return
        painter, tokens = QPainter(self), current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max(max(line) for line in self._cells.values) or 1
        shade, empty = QColor(tokens.accent), QColor(tokens.hover)
        for row, (name, line) in enumerate(zip(self._cells.row_names, self._cells.values, strict=True)):
            for hour, value in enumerate(line):
                shade.setAlphaF(0.12 + 0.88 * value / highest)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(shade if value else empty)
                painter.drawRoundedRect(self._cell(row, hour), 3, 3)
            place = self._cell(row, 0)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                QRectF(0, place.y(), place.x() - _GAP, place.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                name,
            )
        for hour in range(0, 24, 3):
            place = self._cell(6, hour)
            painter.drawText(
                QRectF(place.x(), place.bottom() + 4, 40, _BELOW), Qt.AlignmentFlag.AlignLeft, f"{hour:02}"
            )
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Names day, hour and figure when the mouse rests on a cell."""
        if isinstance(event, QHelpEvent) and self._cells.values:
            for row, line in enumerate(self._cells.values):
                for hour, value in enumerate(line):
                    if self._cell(row, hour).contains(event.pos()):
                        words = f"{self._cells.row_names[row]} {hour:02}:00 – {value}"
                        QToolTip.showText(event.globalPos(), words, self)
                        return True
        return super().event(event)

    def _cell(self, row: int, hour: int) -> QRectF:
        left = max((self.fontMetrics().horizontalAdvance(name) for name in self._cells.row_names), default=0) + _GAP
        width, height = (self.width() - left) / 24, (self.height() - _BELOW) / 7
        return QRectF(left + hour * width, row * height, width - 2, height - 2)
