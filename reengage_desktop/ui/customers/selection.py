"""What can be done with several customers at once: the bar below the table."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from reengage_desktop.jobs.tasks import many
from reengage_desktop.jobs.tasks.many import Tagged, Written
from reengage_desktop.ui.customers.refusal import opt_out_with_undo
from reengage_desktop.ui.customers.tagging import TagDialog
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.tables import PagedTable
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.text import column, label


class SelectionBar(QFrame):
    """Shown while more than one row is selected; each deed tells itself, and takes itself back where it changed."""

    def __init__(self, desk: Desk, table: PagedTable) -> None:
        super().__init__()
        self._desk = desk
        self._table = table
        self.setProperty("role", "bar")
        self.setProperty("tone", "accent")
        self.setProperty("mirrored", "true" if self.isRightToLeft() else "false")
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8)
        flowing(self)
        flowing(holder)
        inner = column([holder])
        inner.setContentsMargins(14, 6, 8, 6)
        self.setLayout(inner)
        self.count = label("", "heading")
        self.win_back = button(self.tr("Win back…"), self._win_back, picture="send", kind="primary")
        self.tag = button(self.tr("Add tag…"), self._ask_tag, picture="tag")
        self.export = button(self.tr("Export…"), self._choose_file, picture="download")
        self.opt_out = button(self.tr("Opt out"), self._opt_out, picture="user-x")
        self.clear = icon_button("x", self.tr("Select nobody (Esc)"), self._clear)
        for part in (self.count, self.win_back, self.tag, self.export, self.opt_out, self.clear):
            flow.addWidget(part)
        table.counted.connect(self._follow)
        self.hide()

    def _follow(self, count: int) -> None:
        self.count.setText(self.tr("%Ln selected", "", count))
        self.count.updateGeometry()
        self.setAccessibleName(self.count.text())
        self.setVisible(count > 1)

    def _clear(self) -> None:
        self._table.select_only_current()
        self._table.setFocus()

    def _win_back(self) -> None:
        self._desk.go("campaigns", {"recipe": "winback", "ids": self._table.selected_ids()})

    def _ask_tag(self) -> None:
        dialog = TagDialog(self._desk, self.window())
        dialog.named.connect(partial(self._give_tag, self._table.selected_ids()))
        dialog.open()

    def _give_tag(self, ids: Sequence[int], tag: str) -> None:
        shop, desk = self._desk.shop, self._desk

        def done(tagged: Tagged) -> None:
            sentence = self.tr("%Ln customers got the tag “{tag}”.", "", len(tagged.customer_ids))
            desk.say(
                sentence.replace("{tag}", tagged.tag),
                lambda: desk.act(lambda: many.untag_all(shop, tagged), desk, lambda _: None),
            )

        desk.act(lambda: many.tag_all(shop, ids, tag), desk, done)

    def _opt_out(self) -> None:
        ids = self._table.selected_ids()
        opt_out_with_undo(self._desk, ids, self.tr("%Ln customers get no more messages.", "", len(ids)))

    def _choose_file(self) -> None:
        ids = self._table.selected_ids()  # the list may be another one by the time a file is named
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export customers"), "customers.csv", self.tr("Table (*.csv)")
        )
        if name:
            self._export(ids, Path(name))

    def export_to(self, file: Path) -> None:
        """Writes the selected customers into a table that a spreadsheet opens."""
        self._export(self._table.selected_ids(), file)

    def _export(self, ids: Sequence[int], file: Path) -> None:
        shop, desk = self._desk.shop, self._desk
        comma = QLocale().decimalPoint() == ","

        def done(written: Written) -> None:
            sentence = self.tr("%Ln customers were written to {file}.", "", written.count)
            desk.say(sentence.replace("{file}", written.file.name))

        desk.take_long(lambda: many.export_list(shop, ids, file, decimal_comma=comma), desk, done)
