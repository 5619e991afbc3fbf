"""A chart's figures as a real table: headings, one figure per cell, read by keyboard and by a screen reader."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from reengage_desktop.ui.charts.figures import Sheet

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """The cells of a sheet; figures stand right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet((), ())

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as the sheet has."""
        return 0 if parent is not None and parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as the sheet has headings."""
        return 0 if parent is not None and parent.isValid() else len(self._sheet.header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._sheet.header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text and side; for a screen reader with its line's and column's name."""
        if not index.isValid() or index.model() is not self:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.rows[row][column].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self._sheet.rows[row]
            return line[0].text if not column else f"{line[0].text}, {self._sheet.header[column]}: {line[column].text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        is_figure = bool(self._sheet.rows) and not isinstance(self._sheet.rows[0][column].plain, str)
        return _RIGHT if is_figure else _LEFT


class SheetTable(QTableView):
    """Shows a sheet; read-only, with a current cell that the arrow keys move."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.sheet_model = SheetModel(self)
        self.setModel(self.sheet_model)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumSize(200, 120)

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows another sheet; the cursor stays on its cell, at first that is the first one."""
        at, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        row, column = max(0, at.row()), max(0, at.column())
        self.sheet_model.show_sheet(sheet)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        kept = self.sheet_model.index(row, column)
        self.setCurrentIndex(kept if kept.isValid() else self.sheet_model.index(0, 0))
        self.verticalScrollBar().setValue(scrolled)
