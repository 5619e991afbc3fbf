"""Page 2: bring the customers from a file, or look around with invented ones; later is as good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.first_run.step import Step
from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import label, paragraph, row
from reengage_desktop.ui.wording import translate


class CustomersStep(Step):
    """Two ways to begin. `sample_chosen`: the owner wants to look around first."""

    sample_chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CustomersStep", "Bring your customers"),
            translate(
                "CustomersStep",
                "With their orders the program sees who stopped buying. Everything stays on this PC, and an import can "
                "be taken back.",
            ),
            parent,
        )
        self._desk = desk
        self.file = button(self.tr("Choose a &file…"), self._import, picture="upload", kind="primary")
        self.sample = button(self.tr("&Look around with sample customers"), self._look_around, picture="sparkles")
        self.file.setAccessibleName(self.tr("Choose a file…"))
        self.sample.setAccessibleName(self.tr("Look around with sample customers"))
        self.file.setAutoDefault(True)
        self.sample.setAutoDefault(True)
        self._add(
            self.tr("From your shop system"),
            self.tr("A file with customers, and one with orders: CSV, Excel or LibreOffice, as your shop exports it."),
            self.file,
        )
        self._add(
            self.tr("Not yet"),
            self.tr(
                "A sample shop of 240 invented people with a shop folder of its own. Nothing leaves this PC, and one "
                "button removes it without a trace."
            ),
            self.sample,
        )
        self.finish_layout()

    def enter(self) -> None:
        """Begins at the file."""
        self.file.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, heading: str, sentence: str, made: QPushButton) -> None:
        card = Card()
        card.add(label(heading, "heading"))
        card.add(paragraph(sentence, "muted"))
        card.add(row([made, None]))
        self.column.addWidget(card)

    def _import(self) -> None:
        dialog = ImportDialog(self._desk, self.window())
        dialog.finished.connect(lambda _how: self._imported(dialog))
        dialog.open()
        # She has said that she chooses a file; where she thinks better of it, one can still be dropped or pasted.
        dialog.files.choose()

    def _imported(self, dialog: ImportDialog) -> None:
        if dialog.report is not None and dialog.report.import_id is not None:
            self.moved_on.emit()
        else:
            self.enter()

    def _look_around(self) -> None:
        self.sample_chosen.emit()
