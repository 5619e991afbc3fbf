"""The table as a widget: chips, sorting, rows that open, columns that can be hidden by a right click."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
)

from reengage_desktop.ui.tables.columns import Column
from reengage_desktop.ui.tables.memory import TableMemory
from reengage_desktop.ui.tables.model import PagedModel
from reengage_desktop.ui.tables.painting import RowPainter

_ROW_PAD = 16
_CELL_PAD = 24
_ARROW = 18


class PagedTable(QTableView):
    """A sortable table over a PagedModel; `opened` carries the id of the row that was opened or looked at.

    `counted` tells how many rows are selected. With a `memory` the owner's columns are those of last time.
    """

    opened = Signal(int)
    looked_at = Signal(int)
    counted = Signal(int)

    def __init__(self, model: PagedModel[Any], name: str, memory: TableMemory | None = None) -> None:
        self._measured = ""
        super().__init__()
        self._paged = model
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._memory = memory
        self._wanted: dict[str, bool] = memory.columns() if memory is not None else {}
        self.setModel(model)
        self.setAccessibleName(name)
        self._rows = RowPainter(self, model)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._dress_header()
        self._measure()
        self.doubleClicked.connect(lambda index: self.opened.emit(model.id_at(index.row())))
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._is_following = False
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._count())
        model.modelReset.connect(self._count)

    def show_sorted_by(self, sort: str, *, descending: bool) -> None:
        """Puts the arrow where the order comes from, without asking for it again."""
        for at, column in enumerate(self._paged.columns()):
            if column.sort == sort:
                self._sorted = at, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._point()

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self._spans())

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, from top to bottom."""
        ids = self._paged.ids()
        return [each for first, last in self._spans() for each in ids[first : last + 1]]

    def selects_all(self) -> bool:
        """Whether every row is selected."""
        return 0 < self._paged.rowCount() == self.selected_count()

    def select_rows(self, rows: Iterable[int]) -> None:
        """Selects these rows beside the current one, without moving it."""
        chosen = QItemSelection()
        last_column = self._paged.columnCount() - 1
        for first, last in _runs(sorted(rows)):
            chosen.select(self._paged.index(first, 0), self._paged.index(last, last_column))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.Select | flags.Rows)

    def select_only_current(self) -> None:
        """Lets go of every row but the one that is looked at."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.currentIndex(), flags.ClearAndSelect | flags.Rows)

    def follow(self, ids: Sequence[int]) -> bool:
        """Shows the list as it is now; what is selected and looked at stays so. False: that is not in it any more.

        What is looked at is told once more, for it may have changed.
        """
        chosen, place, scrolled = set(self.selected_ids()), self.currentIndex().row(), self.verticalScrollBar().value()
        current = self._paged.id_at(place) if place >= 0 else None
        if list(self._paged.ids()) == list(ids):
            self._paged.refresh_rows()
            if current is not None:
                self.looked_at.emit(current)
            return current is not None
        self._is_following = True  # nobody is told of the moment in which nothing is selected
        self._paged.show_ids(ids)
        self.select_rows(row for row, each in enumerate(ids) if each in chosen)
        self._is_following = False
        self._count()
        row = None if current is None else self._paged.row_of(current)
        if row is not None:
            self.selectionModel().setCurrentIndex(self._paged.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(scrolled)
        return row is not None

    def _count(self) -> None:
        if not self._is_following:
            self.counted.emit(self.selected_count())

    def _spans(self) -> list[tuple[int, int]]:
        """The selected rows as first and last of each stretch: a million of them are one stretch."""
        chosen = self.selectionModel().selection()
        return sorted((each.top(), each.bottom()) for each in chosen.toList() if each.left() == 0)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows that are seen."""
        self._rows.paint(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hides the columns that give way where there is no room for all."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the text gets another size."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and self._measured not in ("", self.font().key()):
            self._measure()
            self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the row, Escape lets go of all rows but this one."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.select_only_current()
            return
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
        header.sortIndicatorChanged.connect(self._sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(self._paged.columns()):
            if column.stretches:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _sort(self, at: int, order: Qt.SortOrder) -> None:
        """Sorts by a column where it can; the arrow never stands over one by which nothing is sorted."""
        if 0 <= at < self._paged.columnCount() and self._paged.columns()[at].sort:
            self._sorted = at, order
            self._paged.sort(at, order)
        else:
            self._point()

    def _point(self) -> None:
        header = self.horizontalHeader()
        header.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        header.setSortIndicator(*self._sorted)
        header.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _measure(self) -> None:
        """Gives rows and columns the room that text of this size needs."""
        self._measured = self.font().key()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PAD)
        for at, column in enumerate(self._paged.columns()):
            if not column.stretches and not self.isColumnHidden(at):
                self.horizontalHeader().resizeSection(at, self._natural_width(column))

    def _make_room(self) -> None:
        columns, header = self._paged.columns(), self.horizontalHeader()
        needed = {at: self._natural_width(column) for at, column in enumerate(columns)}
        shown = {at for at in needed if self._wanted.get(columns[at].key, not columns[at].is_extra)}
        for at in sorted(shown, key=lambda at: -columns[at].gives_way):
            if sum(needed[each] for each in shown) <= self.viewport().width() or not columns[at].gives_way:
                break
            if columns[at].key not in self._wanted:
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

    def column_menu(self) -> QMenu:
        """The menu that shows and hides columns, and sorts; the first column always stays."""
        menu = QMenu(self)
        for place, column in list(enumerate(self._paged.columns()))[1:]:
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, key=column.key: self._want(key, shown=shown))
        sortable = [(place, column) for place, column in enumerate(self._paged.columns()) if column.sort]
        if sortable:
            menu.addSeparator()
            sorting = menu.addMenu(self.tr("Sort by"))
            group = QActionGroup(sorting)
            for place, column in sortable:
                sorting.addAction(self._sort_action(place, column, group))
        return menu

    def _sort_action(self, place: int, column: Column[Any], group: QActionGroup) -> QAction:
        header = self.horizontalHeader()
        is_now = header.sortIndicatorSection() == place
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        action = QAction(column.heading, group)
        action.setCheckable(True)
        action.setChecked(is_now)
        # The same one again turns the order round.
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        wanted = up if is_now and descending else down if is_now or column.right else up
        action.triggered.connect(lambda _checked=False: header.setSortIndicator(place, wanted))
        return action

    def _want(self, key: str, *, shown: bool) -> None:
        self._wanted[key] = shown
        if self._memory is not None:
            self._memory.keep_columns(self._wanted)
        self._make_room()

    def _choose_columns(self, at: QPoint) -> None:
        self.column_menu().exec(self.horizontalHeader().mapToGlobal(at))

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(self._paged.id_at(current.row()))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rising row numbers as the first and last of each stretch without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def cells_of(model: PagedModel[Any], row: int) -> Sequence[str]:
    """The texts of a row as the screen shows them."""
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
