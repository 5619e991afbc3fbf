"""Paints the rows of a long table in one pass: asking style and model about each cell takes four times as long."""

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QTableView

from reengage_desktop.ui.theme import Tokens, Tone, current_tokens, tone_colour
from reengage_desktop.ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from reengage_desktop.ui.tables.model import PagedModel

_PAD = 11
_CHIP_LEFT, _CHIP_ROOM = 6, 8
_MOST_KEPT = 4_000


class _Worn(NamedTuple):
    """What all that is kept was made for: theme, font, the screen's pixels per point."""

    theme: str
    font: str
    density: float


class _Strip(NamedTuple):
    """A column as it lies in the window."""

    at: int
    left: int
    width: int
    is_right: bool


class RowPainter:
    """Text shortened to its room, on its column's side; a cell that carries a tone as a chip.

    What a text was shortened to and how a chip looks is kept until theme, font or screen is another one.
    """

    def __init__(self, table: QTableView, model: "PagedModel[Any]") -> None:
        self._table = table
        self._model = model
        self._wear(_Worn("", "", 1.0), current_tokens(), table.font())

    def paint(self, area: QRect) -> None:
        """Paints what lies in a part of the table's window."""
        table, tokens, port = self._table, current_tokens(), self._table.viewport()
        worn = _Worn(tokens.name, table.font().key(), port.devicePixelRatioF())
        if worn != self._worn:
            self._wear(worn, tokens, table.font())
        first, last = table.rowAt(area.top()), table.rowAt(area.bottom())
        if first < 0:
            return
        strips = self._strips(area)
        left = min((each.left for each in strips), default=0)
        width = sum(each.width for each in strips)
        last = last if last >= 0 else self._model.rowCount() - 1
        chosen = self._chosen(first, last)
        painter = QPainter(port)
        painter.setFont(table.font())
        painter.setPen(self._text)
        # All rows are of one height. Qt lets other threads go on at each of its calls: one for each row would be many.
        top, height = table.rowViewportPosition(first), table.rowHeight(first)
        for row in range(first, last + 1):
            if row in chosen:
                painter.fillRect(left, top, width, height, self._selection)
            elif row & 1:
                painter.fillRect(left, top, width, height, self._other)
            self._paint_row(painter, row, (top, height), strips)
            top += height
        painter.end()

    def _chosen(self, first: int, last: int) -> set[int]:
        """Which of these rows are selected; a million selected rows are one stretch of the selection."""
        selection = self._table.selectionModel()
        if not selection.hasSelection():
            return set()
        spans = ((each.top(), each.bottom()) for each in selection.selection().toList() if each.left() == 0)
        return {row for top, bottom in spans for row in range(max(first, top), min(last, bottom) + 1)}

    def _strips(self, area: QRect) -> list[_Strip]:
        table, columns = self._table, self._model.columns()
        mirrored = table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        found = [
            _Strip(at, table.columnViewportPosition(at), table.columnWidth(at), column.right is not mirrored)
            for at, column in enumerate(columns)
            if not table.isColumnHidden(at)
        ]
        return [each for each in found if each.left <= area.right() and each.left + each.width > area.left()]

    def _paint_row(self, painter: QPainter, row: int, line: tuple[int, int], strips: list[_Strip]) -> None:
        cells = self._model.cells_at(row)
        if cells is None:
            return
        top, height = line
        base = top + (height - self._line) // 2 + self._ascent
        for each in strips:
            cell = cells[each.at]
            if cell.chip is not None:
                self._paint_chip(painter, cell.text, cell.chip, each, top + (height - 1) // 2)
            elif cell.text:
                text, length = self._short(cell.text, each.width - 2 * _PAD)
                left = each.left + each.width - _PAD - length if each.is_right else each.left + _PAD
                painter.drawText(left, base, text)

    def _wear(self, worn: _Worn, tokens: Tokens, font: QFont) -> None:
        self._worn, self._metrics = worn, QFontMetrics(font)
        self._line, self._ascent = self._metrics.height(), self._metrics.ascent()
        self._text, self._selection, self._other = QColor(tokens.text), QColor(tokens.selection), QColor(tokens.alt)
        self._shortened: dict[tuple[str, int], tuple[str, int]] = {}
        self._chips: dict[tuple[str, Tone, int], tuple[QPixmap, int, int]] = {}

    def _short(self, text: str, room: int) -> tuple[str, int]:
        """A text as it fits into so many points, and how many it takes."""
        found = self._shortened.get((text, room))
        if found is None:
            if len(self._shortened) >= _MOST_KEPT:
                self._shortened.clear()
            length = self._metrics.horizontalAdvance(text)
            if length > room:
                short = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                found = short, self._metrics.horizontalAdvance(short)
            else:
                found = text, length
            self._shortened[text, room] = found
        return found

    def _paint_chip(self, painter: QPainter, text: str, tone: Tone, strip: _Strip, middle: int) -> None:
        made, width, height = self._chip(text, tone, strip.width - _CHIP_ROOM)
        left = strip.left + strip.width - _CHIP_LEFT - width if strip.is_right else strip.left + _CHIP_LEFT
        painter.drawPixmap(left, middle - height // 2, made)

    def _chip(self, text: str, tone: Tone, room: int) -> tuple[QPixmap, int, int]:
        """The chip in so much room, its width and its height."""
        key = (text, tone, room)
        if key not in self._chips:
            size = chip_size(self._metrics, text)
            over = size.width() - room
            if over > 0:
                words = self._metrics.horizontalAdvance(text) - over
                text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, words)
                size.setWidth(room)
            self._chips[key] = self._drawn(text, tone, size), size.width(), size.height()
        return self._chips[key]

    def _drawn(self, text: str, tone: Tone, size: QSize) -> QPixmap:
        density = self._worn.density
        made = QPixmap(size * density)
        made.setDevicePixelRatio(density)
        made.fill(Qt.GlobalColor.transparent)
        brush = QPainter(made)
        brush.setFont(self._table.font())
        paint_chip(brush, QRectF(0, 0, size.width(), size.height()), text, tone_colour(tone))
        brush.end()
        return made
