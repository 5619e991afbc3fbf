"""For trying things out, and for when something is wrong: test mode, the log, the data folder, a report."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from reengage_desktop.ui.settings.section import Section
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import label, paragraph, row


class AdvancedSection(Section):
    """Three cards."""

    def build(self) -> None:
        """Test mode, the folders, the report."""
        _card, form = self.card(self.tr("Trying things out"))
        form.switch(
            "sending.test_mode",
            self.tr("Test mode: nothing leaves this PC"),
            self.tr("Every message goes to a pretend provider and is counted nowhere."),
        )
        place = Card(self.tr("Where your data lies"))
        where = label(str(self.desk.shop.paths.folder), "mono")
        where.setWordWrap(True)
        where.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        place.add(where)
        place.add(paragraph(self.tr("Everything stays in this folder on this PC. Nobody else sees it."), "muted"))
        self.folder_button = button(self.tr("Open the folder"), self._open_folder, picture="folder-open")
        self.log_button = button(self.tr("Open the log"), self._open_log, picture="list-checks")
        place.add(row([self.folder_button, self.log_button, None]))
        self.column.addWidget(place)
        card = Card(self.tr("Something is wrong?"))
        card.add(
            paragraph(
                self.tr(
                    "The report says how the program stands and what it did last. It holds no names, no addresses and "
                    "no keys; read it, and send it to support only if you like."
                ),
                "muted",
            )
        )
        self.report_button = button(self.tr("Save a report…"), self._choose, picture="download")
        card.add(row([self.report_button, None]))
        self.column.addWidget(card)

    def save_report(self, target: Path) -> None:
        """Writes the report into a file."""
        shop = self.desk.shop

        def write() -> Path:
            from reengage_desktop.app import support  # noqa: PLC0415 - seldom needed, and slow to import

            return support.write_report(shop, target)

        sentence = self.tr("The report was saved: {file}").replace("{file}", target.name)
        self.desk.take_long(write, self, lambda _file: self.desk.say(sentence))

    def _choose(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("Save a report"), "reengage-report.txt")
        if name:
            self.save_report(Path(name))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.shop.paths.folder)))

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.shop.paths.logs)))
