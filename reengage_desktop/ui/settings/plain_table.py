"""A small table whose rows are looked at and chosen, never typed in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget


def plain_table(name: str, headings: Sequence[str], *, lines: int = 8) -> QTableWidget:
    """The table, so many lines high; its first column takes the room that is left."""
    made = QTableWidget(0, len(headings))
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(list(headings))
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.setMinimumHeight(made.fontMetrics().height() * lines)
    return made
