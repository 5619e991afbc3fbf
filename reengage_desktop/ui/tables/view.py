"""The table as a widget: chips, sorting, rows that open, columns that can be hidden by a right click."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reengage_desktop.ui.tables.columns import Column
from reengage_desktop.ui.tables.model import CHIP_ROLE, PagedModel
from reengage_desktop.ui.theme import Tone, tone_colour
from reengage_desktop.ui.widgets.chip import chip_size, paint_chip

_ROW_PAD = 16
_CELL_PAD = 24
_ARROW = 18


class ChipDelegate(QStyledItemDelegate):
    """Paints cells that carry a tone as chips, all others as usual."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        tone = index.data(CHIP_ROLE)
        if tone is None:
            super().paint(painter, option, index)
            return
        text = str(index.data(int(Qt.ItemDataRole.DisplayRole)))
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        rect = QRectF(option.rect)
        size = chip_size(QFontMetrics(option.font), text)
        width = min(size.width(), rect.width() - 8)
        place = QRectF(rect.left() + 6, rect.center().y() - size.height() / 2, width, size.height())
        paint_chip(painter, place, text, tone_colour(Tone(tone)))


class PagedTable(QTableView):
    """A sortable table over a PagedModel; `opened` carries the id of the row that was opened or looked at."""

    opened = Signal(int)
    looked_at = Signal(int)

    def __init__(self, model: PagedModel[Any], name: str) -> None:
        super().__init__()
        self._paged = model
        self._hidden_by_owner: set[int] = set()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(ChipDelegate(self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PAD)
        self._dress_header()
        self.doubleClicked.connect(lambda index: self.opened.emit(model.id_at(index.row())))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_sorted_by(self, sort: str, *, descending: bool) -> None:
        """Puts the arrow where the order comes from, without asking for it again."""
        header = self.horizontalHeader()
        for at, column in enumerate(self._paged.columns()):
            if column.sort == sort:
                header.blockSignals(True)  # noqa: FBT003 - Qt's own signature
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                header.setSortIndicator(at, order)
                header.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._paged.id_at(row) for row in rows]

    def select_id(self, record: int) -> bool:
        """Goes to a record; False when the list does not hold it."""
        row = self._paged.row_of(record)
        if row is None:
            return False
        flags = QItemSelectionModel.SelectionFlag
        index = self._paged.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hides the columns that give way where there is no room for all."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the row."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.opened.emit(self._paged.id_at(index.row()))
        else:
            super().keyPressEvent(event)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._paged.sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(self._paged.columns()):
            header.resizeSection(at, self._natural_width(column))
            if column.stretches:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _make_room(self) -> None:
        columns, header = self._paged.columns(), self.horizontalHeader()
        needed = {at: self._natural_width(column) for at, column in enumerate(columns)}
        shown = {at for at in needed if at not in self._hidden_by_owner}
        for at in sorted(shown, key=lambda at: -columns[at].gives_way):
            if sum(needed[each] for each in shown) <= self.viewport().width() or not columns[at].gives_way:
                break
            shown.discard(at)
        for at, width in needed.items():
            if self.isColumnHidden(at) == (at in shown):
                self.setColumnHidden(at, at not in shown)
                if at in shown and not columns[at].stretches:
                    header.resizeSection(at, width)

    def _natural_width(self, column: Column[Any]) -> int:
        bold = QFont(self.font())
        bold.setBold(True)
        heading = QFontMetrics(bold).horizontalAdvance(column.heading) + (_ARROW if column.sort else 0)
        return max(column.width * self.fontMetrics().averageCharWidth(), heading) + _CELL_PAD

    def _hide(self, place: int, *, hidden: bool) -> None:
        (self._hidden_by_owner.add if hidden else self._hidden_by_owner.discard)(place)
        self.setColumnHidden(place, hidden)

    def _choose_columns(self, at: QPoint) -> None:
        menu = self.column_menu()
        menu.exec(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """The menu that shows and hides columns; the first one always stays."""
        menu = QMenu(self)
        for place, column in list(enumerate(self._paged.columns()))[1:]:
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, place=place: self._hide(place, hidden=not shown))
        return menu

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(self._paged.id_at(current.row()))


def cells_of(model: PagedModel[Any], row: int) -> Sequence[str]:
    """The texts of a row as the screen shows them."""
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
