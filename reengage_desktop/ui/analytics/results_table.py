"""A table of results: one line per kind of message or channel."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from reengage_desktop.domain.figures import Results
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultsTable(QTableWidget):
    """As high as its lines; a rate of too few messages is not shown as one."""

    def __init__(self, desk: Desk, name: str, line_name: Callable[[str], str]) -> None:
        super().__init__()
        self._desk = desk
        self._line_name = line_name
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        headings = [
            "",
            self.tr("Sent"),
            self.tr("Delivered"),
            self.tr("Opened"),
            self.tr("Clicked"),
            self.tr("Answered"),
            self.tr("Came back"),
            self.tr("Rate"),
            self.tr("Money"),
        ]
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for at in range(1, len(headings)):
            heading = self.horizontalHeaderItem(at)
            if heading is not None:
                heading.setTextAlignment(_RIGHT)

    def show_results(self, results: Mapping[str, Results]) -> None:
        """Shows these lines."""
        self.setRowCount(len(results))
        for row, (key, each) in enumerate(results.items()):
            few = self.tr("too few to judge")
            rate = formats.percent(each.conversion_rate) if each.is_enough_to_judge else few
            texts = [
                self._line_name(key),
                formats.number(each.sent),
                formats.number(each.delivered),
                formats.number(each.opened),
                formats.number(each.clicked),
                formats.number(each.answered),
                formats.number(each.converted),
                rate if each.sent else "–",
                self._desk.money(each.revenue_minor),
            ]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                self.setItem(row, column, item)
        self._fit()

    def _fit(self) -> None:
        height = self.fontMetrics().height() + 14
        for row in range(self.rowCount()):
            self.setRowHeight(row, height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height * self.rowCount() + 4)
