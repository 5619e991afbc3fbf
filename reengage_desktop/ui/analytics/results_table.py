"""The table of results: one line per kind of message or channel, every figure a way to its customers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from reengage_desktop.domain.figures import Results
from reengage_desktop.ui.analytics.results_columns import ResultColumn
from reengage_desktop.ui.charts import Sheet, SheetCell
from reengage_desktop.ui.theme import current_tokens

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ROW_PAD = 14


class ResultsModel(QAbstractTableModel):
    """Named results, and below them the sum of all."""

    def __init__(self, first_heading: str, columns: Sequence[ResultColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_heading = first_heading
        self.columns = list(columns)
        self._lines: list[tuple[str, str, Results]] = []
        self._told: dict[int, Callable[[Index], Any]] = {
            int(_DISPLAY): self._text,
            int(Qt.ItemDataRole.TextAlignmentRole): self._side,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
            int(Qt.ItemDataRole.ToolTipRole): self._tip,
            int(Qt.ItemDataRole.FontRole): self._font,
            int(Qt.ItemDataRole.ForegroundRole): self._colour,
        }

    def show_lines(self, lines: Sequence[tuple[str, str, Results]]) -> None:
        """Shows (key, name, results); the key of a sum is empty."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def key_at(self, row: int) -> str:
        """The kind or channel of a line."""
        return self._lines[row][0]

    def figure_at(self, index: Index) -> ResultColumn | None:
        """The column of a figure that has customers behind it; None for a name, a rate or a zero."""
        if not index.isValid() or not index.column():
            return None
        column = self.columns[index.column() - 1]
        return column if column.figure and column.count(self._lines[index.row()][2]) else None

    def name_at(self, row: int) -> str:
        """The name of a line."""
        return self._lines[row][1]

    def empty_columns(self) -> set[int]:
        """The columns that say nothing in any line."""
        return {
            at + 1
            for at, column in enumerate(self.columns)
            if all(column.text(results) in {"0", "–"} for _key, _name, results in self._lines)
        }

    def sheet(self) -> Sheet:
        """The whole table, for a file."""
        header = [self._first_heading, *(column.heading for column in self.columns)]
        rows = [
            [SheetCell(name, name), *(SheetCell(column.text(each), column.plain(each)) for column in self.columns)]
            for _key, name, each in self._lines
        ]
        return Sheet(header, rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """The name and every column."""
        return 0 if parent is not None and parent.isValid() else len(self.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Headings, with what each column counts as their tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if not section:
            return self._first_heading if role == _DISPLAY else None
        column = self.columns[section - 1]
        return {_DISPLAY: column.heading, Qt.ItemDataRole.ToolTipRole: column.definition}.get(Qt.ItemDataRole(role))

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """A figure; underlined where it leads to its customers, bold in the line of sums."""
        if not index.isValid() or index.model() is not self:
            return None
        told = self._told.get(role)
        return None if told is None else told(index)

    def _side(self, index: Index) -> Qt.AlignmentFlag:
        return _RIGHT if index.column() else _LEFT

    def _tip(self, index: Index) -> str | None:
        return self.columns[index.column() - 1].definition if index.column() else None

    def _colour(self, index: Index) -> QColor | None:
        return QColor(current_tokens().accent) if self.figure_at(index) is not None else None

    def _text(self, index: Index) -> str:
        _key, name, results = self._lines[index.row()]
        return self.columns[index.column() - 1].text(results) if index.column() else name

    def _spoken(self, index: Index) -> str:
        if not index.column():
            return self._text(index)
        column = self.columns[index.column() - 1]
        return f"{self.name_at(index.row())}, {column.heading}: {self._text(index)}. {column.definition}"

    def _font(self, index: Index) -> QFont | None:
        is_sum, leads = not self.key_at(index.row()), self.figure_at(index) is not None
        if not (is_sum or leads):
            return None
        font = QFont()
        font.setBold(is_sum)
        font.setUnderline(leads)
        return font


class ResultsTable(QTableView):
    """As high as its lines. `asked` carries line and column of a figure whose customers are wanted."""

    asked = Signal(int, int)
    looked_at = Signal(int)

    def __init__(self, name: str, model: ResultsModel) -> None:
        super().__init__()
        self.results = model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        self.clicked.connect(self._ask)
        self.selectionModel().currentChanged.connect(lambda now, _then: self.looked_at.emit(now.column()))

    def show_results(self, lines: Mapping[str, tuple[str, Results]], total: tuple[str, Results] | None = None) -> None:
        """Shows these lines, and their sum below them."""
        all_lines = [(key, *line) for key, line in lines.items()]
        if total is not None:
            all_lines.append(("", *total))
        self.results.show_lines(all_lines)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrower than its columns: then it scrolls to the side."""
        return QSize(200, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the customers behind a figure."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over every figure that leads somewhere."""
        super().mouseMoveEvent(event)
        leads = self.results.figure_at(self.indexAt(event.position().toPoint())) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def _ask(self, index: QModelIndex) -> None:
        if self.results.figure_at(index) is not None:
            self.asked.emit(index.row(), index.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Text of another size, other columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "results"):
            # The heading hears of it after the table.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Where there is no room for all, columns of nothing but zeros go, then the table scrolls to the side."""
        everything = range(self.results.columnCount())
        for column in everything:
            # A hidden column tells no width.
            self.setColumnHidden(column, False)  # noqa: FBT003 - Qt's own signature
        needed = [self._needed(column) for column in everything]
        empty = self.results.empty_columns()
        room = self.viewport().width()
        shown = sum(needed)
        for column in reversed(everything):
            hidden = shown > room and column in empty
            shown -= needed[column] if hidden else 0
            self.setColumnHidden(column, hidden)
            self.setColumnWidth(column, needed[column])
        if shown < room:
            self.setColumnWidth(0, needed[0] + room - shown)
        height = self.fontMetrics().height() + _ROW_PAD
        self.verticalHeader().setDefaultSectionSize(height)
        below = self.horizontalScrollBar().sizeHint().height() if shown > room else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height * self.results.rowCount() + below + 4)

    def _needed(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
