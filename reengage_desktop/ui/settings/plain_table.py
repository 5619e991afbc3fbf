"""A small table whose rows are looked at and chosen, never typed in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_LETTERS = 8
"""So many at least are seen of every cell, and its heading, however little room the others leave."""
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableWidget):
    """Its columns of words share the room that is left; where it is too little for them, the table scrolls instead."""

    def __init__(self, columns: int, words: tuple[int, ...]) -> None:
        super().__init__(0, columns)
        self._words = words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divides the room anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Divides the room; to be called after other words have come."""
        header = self.horizontalHeader()
        widths = (max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(self.columnCount()))
        modes = QHeaderView.ResizeMode
        mode = modes.Stretch if sum(widths) <= self.viewport().width() else modes.ResizeToContents
        for column in self._words:
            if header.sectionResizeMode(column) != mode:
                header.setSectionResizeMode(column, mode)


def plain_table(
    name: str, headings: Sequence[str], *, lines: int = 8, figures: Sequence[int] = (), words: Sequence[int] = (0,)
) -> "PlainTable":
    """The table, so many lines high; columns of `words` share the room that is left, `figures` stand to the right."""
    made = PlainTable(len(headings), tuple(words))
    made.setAccessibleName(name)
    made.ensurePolished()  # with the size that the owner's text has
    for column, heading in enumerate(headings):
        head = QTableWidgetItem(heading)
        head.setTextAlignment(_RIGHT if column in figures else _LEFT)
        made.setHorizontalHeaderItem(column, head)
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = made.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    least = made.fontMetrics().averageCharWidth() * _LETTERS
    header.setMinimumSectionSize(max(least, *(header.sectionSizeHint(column) for column in words)))
    made.fit()
    made.setMinimumHeight(made.fontMetrics().height() * lines)
    return made


def put_cell(table: QTableWidget, at: int, column: int, text: str) -> QTableWidgetItem:
    """Puts a text into a cell, level with its heading; gives the cell."""
    made = QTableWidgetItem(text)
    made.setToolTip(text)
    head = table.horizontalHeaderItem(column)
    if head is not None:
        role = Qt.ItemDataRole.TextAlignmentRole
        made.setData(role, head.data(role))
    table.setItem(at, column, made)
    return made
