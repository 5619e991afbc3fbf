"""A card around a chart, with the switch that shows the same figures as a table."""

from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTableWidget, QTableWidgetItem, QWidget

from reengage_desktop.ui.widgets.buttons import icon_button
from reengage_desktop.ui.widgets.card import Card


class _Tabular(Protocol):
    def table(self) -> tuple[list[str], list[list[str]]]:
        """The chart's figures as a header and rows."""


class ChartCard(Card):
    """A chart under its heading; the button in the corner changes between picture and table."""

    def __init__(self, heading: str, chart: QWidget) -> None:
        super().__init__(heading, grows=True)
        self.chart = chart
        self._as_table = QCoreApplication.translate("ChartCard", "Show “{name}” as a table").replace("{name}", heading)
        self._as_chart = QCoreApplication.translate("ChartCard", "Show “{name}” as a chart").replace("{name}", heading)
        self._switch = icon_button("table", self._as_table, self.turn)
        self.add_to_head(self._switch)
        self._table = QTableWidget()
        self._table.setAccessibleName(heading)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._table.setAlternatingRowColors(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self._table)
        self.add(self._stack, 1)

    def turn(self) -> None:
        """Changes from the picture to the table, or back."""
        to_table = self._stack.currentIndex() == 0
        if to_table:
            self._fill()
        self._stack.setCurrentIndex(1 if to_table else 0)
        name = self._as_chart if to_table else self._as_table
        self._switch.setToolTip(name)
        self._switch.setAccessibleName(name)

    def shows_table(self) -> bool:
        """Whether the table is to be seen."""
        return self._stack.currentIndex() == 1

    def refresh_table(self) -> None:
        """Takes the chart's new figures over into an open table."""
        if self.shows_table():
            self._fill()

    def _fill(self) -> None:
        header, rows = cast("_Tabular", self.chart).table()
        self._table.setColumnCount(len(header))
        self._table.setHorizontalHeaderLabels(header)
        self._table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                self._table.setItem(at, column, QTableWidgetItem(text))
        self._table.resizeColumnsToContents()
