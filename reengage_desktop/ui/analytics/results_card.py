"""The card around a table of results: what the chosen column counts, and the whole table as a file."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.periods import Period
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.ui.analytics.behind import Wanted, open_behind
from reengage_desktop.ui.analytics.results_columns import result_columns
from reengage_desktop.ui.analytics.results_table import ResultsModel, ResultsTable
from reengage_desktop.ui.charts.saving import ask_where, save, sheet_bytes
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import paragraph


class ResultsCard(Card):
    """Lines by `campaign_type` or by `channel`."""

    def __init__(self, desk: Desk, heading: str, column: str) -> None:
        super().__init__(heading)
        self._desk = desk
        self._column = column
        self._heading = heading
        self._period: Period | None = None
        export = self.tr("Save “{name}” as a table (CSV)").replace("{name}", heading)
        self.export = icon_button("download", export, self._choose_file)
        self.add_to_head(self.export)
        first = QCoreApplication.translate("ResultsCard", "Kind of message")
        if column == "channel":
            first = QCoreApplication.translate("ResultsCard", "Channel")
        self.table = ResultsTable(heading, ResultsModel(first, result_columns(desk.currency)))
        self.table.asked.connect(self._open)
        self.table.looked_at.connect(self._define)
        self._usual = self.tr("Go from figure to figure with the arrow keys; Enter opens the customers behind it.")
        self.definition = paragraph(self._usual, "muted")
        self.add(self.table)
        self.add(self.definition)

    def show_results(
        self, period: Period, lines: Mapping[str, tuple[str, Results]], total: tuple[str, Results] | None = None
    ) -> None:
        """Shows the lines of a period."""
        self._period = period
        self.table.results.columns = result_columns(self._desk.currency)
        self.table.show_results(lines, total)
        self.definition.setText(self._usual)

    def save_to(self, file: Path) -> None:
        """Writes the whole table."""
        try:
            save(file, sheet_bytes(self.table.results.sheet()))
        except Refused as fault:
            self._desk.failed.emit(fault)
        else:
            self._desk.say(self.tr("Saved as {file}.").replace("{file}", file.name))

    def _choose_file(self) -> None:
        ask_where(self, self._heading, self.tr("Tables (*.csv)"), ".csv", self.save_to)

    def _define(self, column: int) -> None:
        columns = self.table.results.columns
        found = columns[column - 1] if 0 < column <= len(columns) else None
        self.definition.setText(self._usual if found is None else f"{found.heading}: {found.definition}")

    def _open(self, row: int, column: int) -> None:
        if self._period is None:
            return
        model = self.table.results
        chosen, key = model.columns[column - 1], model.key_at(row)
        by_type = key if self._column == "campaign_type" and key else None
        by_channel = key if self._column == "channel" and key else None
        words = f"{chosen.heading}: {model.name_at(row)}"
        open_behind(self._desk, self, Wanted(chosen.figure, words, self._period, by_type, by_channel))
