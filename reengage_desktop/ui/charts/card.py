"""A card around a chart: the switch between picture and table, and the ways to take the figures along."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget

from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.ui.charts.chart import Chart
from reengage_desktop.ui.charts.saving import ask_where, save, sheet_bytes
from reengage_desktop.ui.charts.table import SheetTable
from reengage_desktop.ui.widgets.buttons import icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.info_button import InfoButton
from reengage_desktop.ui.widgets.spoken_menu import give_menu


class ChartCard(Card):
    """A chart under its heading. `said` carries a sentence about what was done, `failed` the fault of a file."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, heading: str, chart: Chart) -> None:
        super().__init__(heading, grows=True)
        self.chart = chart
        self._name = heading
        self.let_heading_wrap()
        self.info = InfoButton(heading)
        self.add_to_head(self.info)
        self.switch = icon_button("table", "", self.turn)
        self.take_along = icon_button("download", self.tr("Save or copy “{name}”").replace("{name}", heading))
        give_menu(self.take_along, self._menu())
        self.add_to_head(self.switch)
        self.add_to_head(self.take_along)
        self.table = SheetTable(heading)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self.add(self._stack, 1)
        self._name_switch()

    def define(self, definition: str) -> None:
        """Says behind an ⓘ how the figures are counted."""
        self.info.define(definition)

    def turn(self) -> None:
        """Changes from the picture to the table, or back; the keyboard goes along."""
        to_table = not self.shows_table()
        if to_table:
            self.table.show_sheet(self.chart.sheet())
        self._stack.setCurrentIndex(1 if to_table else 0)
        self._name_switch()

    def shows_table(self) -> bool:
        """Whether the table is to be seen."""
        return self._stack.currentIndex() == 1

    def refresh_table(self) -> None:
        """Takes the chart's new figures over into an open table."""
        has_figures = not self.chart.is_empty()
        self.switch.setEnabled(has_figures or self.shows_table())
        self.take_along.setEnabled(has_figures)
        if self.shows_table():
            self.table.show_sheet(self.chart.sheet())

    def save_table(self, file: Path) -> None:
        """Writes the figures as CSV."""
        self._save(file, sheet_bytes(self.chart.sheet()))

    def save_picture(self, file: Path) -> None:
        """Writes the chart with title and legend as PNG, in twice the density of the screen."""
        self._save(file, _png(self.chart.picture(self._name)))

    def copy_table(self) -> None:
        """Puts the figures on the clipboard, as a spreadsheet takes them in."""
        sheet = self.chart.sheet()
        lines = [sheet.header, *([str(cell.plain) for cell in row] for row in sheet.rows)]
        QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        self.said.emit(self.tr("The figures are on the clipboard."))

    def copy_picture(self) -> None:
        """Puts the picture on the clipboard."""
        data = QMimeData()
        data.setImageData(self.chart.picture(self._name))
        QApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("The picture is on the clipboard."))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Save the table (CSV)…"), self._choose_table_file)
        menu.addAction(self.tr("Save the picture (PNG)…"), self._choose_picture_file)
        menu.addSeparator()
        menu.addAction(self.tr("Copy the table"), self.copy_table)
        menu.addAction(self.tr("Copy the picture"), self.copy_picture)
        return menu

    def _name_switch(self) -> None:
        words = self.tr("Show “{name}” as a chart") if self.shows_table() else self.tr("Show “{name}” as a table")
        name = words.replace("{name}", self._name)
        self.switch.setToolTip(name)
        self.switch.setAccessibleName(name)

    def _choose_table_file(self) -> None:
        self._choose(self.tr("Tables (*.csv)"), ".csv")

    def _choose_picture_file(self) -> None:
        self._choose(self.tr("Pictures (*.png)"), ".png")

    def _choose(self, kinds: str, ending: str) -> None:
        take = self.save_table if ending == ".csv" else self.save_picture
        ask_where(self, self._name, kinds, ending, take)

    def _save(self, file: Path, content: bytes) -> None:
        try:
            save(file, content)
        except Refused as fault:
            self.failed.emit(fault)
        else:
            self.said.emit(self.tr("Saved as {file}.").replace("{file}", file.name))


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
