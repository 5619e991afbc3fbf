"""Consent and privacy: who is never written to, one person's rights, and the paragraph for the shop's own notice."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QTableWidgetItem

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.events import CustomersChanged, Event, ResultsChanged
from reengage_desktop.jobs.tasks import privacy
from reengage_desktop.jobs.tasks.privacy import Notice, Suppressed, SuppressionList
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.settings.came_back import CameBackCard
from reengage_desktop.ui.settings.plain_table import plain_table
from reengage_desktop.ui.settings.receipt import ReceiptCard
from reengage_desktop.ui.settings.section import Section
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.search_field import SearchField
from reengage_desktop.ui.widgets.text import paragraph, row

_PAUSE_MS = 150


class PrivacySection(Section):
    """Six cards."""

    follows: ClassVar[tuple[type[Event], ...]] = (CustomersChanged, ResultsChanged)

    def parts(self) -> Sequence[Callable[[], object]]:
        """Consent, one person's data, what has left the PC, the two lists of who is left alone, the paragraph."""
        return (self._consent, self._rights, self._receipt, self._list, self._came_back, self._paragraph)

    def show_settings(self, settings: Settings) -> None:
        """Reads the lists and the paragraph."""
        super().show_settings(settings)
        self.read()
        self._read_paragraph()

    def read(self) -> None:
        """Reads the lists of addresses, and what has left the PC."""
        self.look()
        self.receipt.load()
        self.came_back.load()

    def look(self) -> None:
        """Looks through the list for what is typed."""
        shop, text = self.desk.shop, self.search.text()
        self.desk.read(
            lambda: privacy.list_suppressions(shop, text),
            self,
            lambda found: self._show_list(found) if text == self.search.text() else None,
        )

    def _consent(self) -> None:
        _card, form = self.card(
            self.tr("Who agreed to what"),
            self.tr(
                "Nobody is written to who has not said yes on that channel. Every yes and no is kept with its day, its "
                "source and its words; an import can record a first yes, and only the customer or you can turn a "
                "no back."
            ),
        )
        form.number(
            "reengagement.views_retention_days",
            self.tr("Forget what was looked at after"),
            (1, 730),
            self.tr("days"),
            self.tr("Orders and messages stay until you forget the person."),
        )

    def _rights(self) -> None:
        card = Card(self.tr("One person's data"))
        card.add(
            paragraph(
                self.tr(
                    "Somebody asks what you know, or wants to be forgotten: find the customer, whose panel exports or "
                    "forgets everything. Only an unreadable mark stays, so that no import brings anybody back."
                ),
                "muted",
            )
        )
        self.find_button = button(self.tr("Find a customer…"), self._find, picture="search")
        card.add(row([self.find_button, None]))
        self.column.addWidget(card)

    def _receipt(self) -> None:
        self.receipt = ReceiptCard(self.desk)
        self.column.addWidget(self.receipt)

    def _came_back(self) -> None:
        self.came_back = CameBackCard(self.desk)
        self.column.addWidget(self.came_back)

    def _list(self) -> None:
        card = Card(self.tr("Never written to"))
        self.search = SearchField(self.tr("Search in the list"), self.tr("Part of an address"))
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_PAUSE_MS)
        timer.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _text: timer.start())
        card.add(self.search)
        self.told = paragraph("", "muted")
        card.add(self.told)
        headings = [self.tr("Address"), self.tr("Channel"), self.tr("Why"), self.tr("Since")]
        self.table = plain_table(self.tr("Never written to"), headings, lines=12)
        card.add(self.table)
        self.column.addWidget(card)

    def _paragraph(self) -> None:
        card = Card(self.tr("A paragraph for your privacy notice"))
        card.add(
            paragraph(
                self.tr("Ready to be copied into yours. It says what is kept and why, with your own limits."), "muted"
            )
        )
        self.language = ComboBox()
        self.language.setAccessibleName(self.tr("Language of the paragraph"))
        self.language.addItem("English", "en")
        self.language.addItem("Deutsch", "de")
        self.language.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self._chosen_language: str | None = None
        self.language.activated.connect(lambda _at: self._choose_language())
        self.paragraph = QPlainTextEdit()
        self.paragraph.setReadOnly(True)
        self.paragraph.setTabChangesFocus(True)
        self.paragraph.setAccessibleName(self.tr("The paragraph"))
        self.paragraph.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.paragraph.setMinimumHeight(self.paragraph.fontMetrics().height() * 9)
        card.add(self.paragraph)
        self.copy_button = button(self.tr("Copy"), self._copy, picture="copy")
        self.copy_button.setAccessibleName(self.tr("Copy the paragraph"))
        card.add(row([self.copy_button, self.language, None]))
        self.column.addWidget(card)

    def _choose_language(self) -> None:
        self._chosen_language = str(self.language.currentData())
        self._read_paragraph()

    def _read_paragraph(self) -> None:
        shop, language = self.desk.shop, self._chosen_language
        self.desk.read(
            lambda: privacy.notice(shop, language),
            self,
            lambda told: self._show_paragraph(told) if language == self._chosen_language else None,
        )

    def _show_paragraph(self, told: Notice) -> None:
        self.language.setCurrentIndex(self.language.findData(told.language))
        self.paragraph.setPlainText(told.text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.paragraph.toPlainText())
        self.desk.say(self.tr("The paragraph was copied."))

    def _find(self) -> None:
        self.picker = CustomerPicker(self.desk, self)
        self.picker.picked.connect(lambda found, _name: self.desk.go("customers", {"customer": found}))
        self.picker.open()

    def _show_list(self, found: SuppressionList) -> None:
        self.told.setText(self._sentence(found))
        self.table.setVisible(bool(found.rows))
        self.table.setRowCount(len(found.rows))
        for at, each in enumerate(found.rows):
            for column, text in enumerate(self._cells(each)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, column, item)
        self.table.fit()

    def _cells(self, each: Suppressed) -> tuple[str, ...]:
        channel = wording.channel_name(each.channel) if each.channel else self.tr("All channels")
        reasons = {
            "opt_out": self.tr("Said no"),
            "bounced": self.tr("Came back undelivered"),
            "complaint": self.tr("Marked it as spam"),
            "erased": self.tr("Was forgotten"),
        }
        address = each.address or self.tr("(forgotten)")
        return address, channel, reasons.get(each.reason, each.reason), self.desk.when(each.at)

    def _sentence(self, found: SuppressionList) -> str:
        if not found.total:
            if self.search.text().strip():
                return self.tr("No address with these letters is on the list.")
            return self.tr("The list is empty. Whoever says no, or whose address fails, comes on it without your help.")
        if len(found.rows) < found.total:
            text = self.tr("%Ln addresses, the latest of them are shown.", "", found.total)
            return text.replace("{count}", formats.number(found.total))
        return self.tr("%Ln addresses", "", found.total)
