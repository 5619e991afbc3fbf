"""The sections of Settings but for the connections: shop, rules, copies, appearance."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.fields import SettingForm
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import label, paragraph


class Section(QWidget):
    """A column of cards with forms."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 6, 0)
        self.column.setSpacing(12)
        self.forms: list[SettingForm] = []
        self.build()
        self.column.addStretch(1)

    def build(self) -> None:
        """Puts the cards in."""

    def show_settings(self, settings: Settings) -> None:
        """Brings every form up to date."""
        for form in self.forms:
            form.show_settings(settings)

    def card(self, heading: str, sentence: str = "") -> tuple[Card, SettingForm]:
        """A new card with a form in it."""
        card, form = Card(heading), SettingForm(self.desk)
        if sentence:
            card.add(paragraph(sentence, "muted"))
        card.add(form)
        self.forms.append(form)
        self.column.addWidget(card)
        return card, form


class ShopSection(Section):
    """Who writes, and from where."""

    def build(self) -> None:
        """Name and addresses; country, zone and currency."""
        _card, form = self.card(self.tr("Your shop"), self.tr("Your customers see this in every message."))
        form.text("business.name", self.tr("Name"))
        form.lines(
            "business.postal_address",
            self.tr("Postal address"),
            self.tr("Every e-mail has to name it; no e-mail starts without."),
        )
        form.text("business.reply_to", self.tr("Answers go to"), placeholder="you@example.com")
        form.text("business.website", self.tr("Website"), placeholder="https://")
        _card, form = self.card(self.tr("Place and money"))
        form.text(
            "business.country",
            self.tr("Country"),
            self.tr("Two letters. Phone numbers without a prefix are read as this country's."),
        )
        form.text("business.timezone", self.tr("Time zone"), self.tr("Days and hours are counted here."))
        form.text("business.currency", self.tr("Currency"))


class RulesSection(Section):
    """When somebody has stopped buying, how often she may be written to, and when."""

    def build(self) -> None:
        """Four cards of rules."""
        days, messages, percent = self.tr("days"), self.tr("messages"), self.tr("%")
        _card, form = self.card(self.tr("When has someone stopped buying?"))
        form.number("reengagement.inactivity_threshold", self.tr("No purchase for"), (1, 365), days)
        form.number(
            "reengagement.too_long_gone_days",
            self.tr("Leave alone who is gone for more than"),
            (0, 36_500),
            days,
            self.tr("0 lifts the limit."),
        )
        _card, form = self.card(
            self.tr("Never too in their face"),
            self.tr("These limits hold for one person over all messages and channels, whatever else is asked for."),
        )
        form.number("reengagement.cap_per_week", self.tr("At most in 7 days"), (1, 7), messages)
        form.number("reengagement.cap_per_month", self.tr("At most in 30 days"), (1, 30), messages)
        form.number("reengagement.max_per_lapse", self.tr("At most between two purchases"), (0, 100), messages)
        form.number("reengagement.repeat_after_days", self.tr("The next one after"), (1, 365), days)
        _card, form = self.card(self.tr("Each day"))
        form.switch(
            "reengagement.review_before_sending",
            self.tr("I approve automatic messages before they go"),
            self.tr("Each is written and waits under Campaigns until you have seen it."),
        )
        form.time(
            "reengagement.run_time",
            self.tr("Daily check at"),
            self.tr("A check missed while the PC was off is made up the same day."),
        )
        form.number(
            "reengagement.daily_limit",
            self.tr("At most a day"),
            (0, 1_000_000),
            messages,
            self.tr("0 lifts the limit."),
        )
        form.time(
            "sending.quiet_start",
            self.tr("Quiet from"),
            self.tr("For SMS, WhatsApp and calls, by the customer's own clock."),
        )
        form.time("sending.quiet_end", self.tr("Quiet until"))
        form.number(
            "sending.expires_after_hours", self.tr("Give up when it could not go for"), (1, 720), self.tr("hours")
        )
        _card, form = self.card(self.tr("Counting what came back"))
        form.number(
            "reengagement.attribution_days",
            self.tr("A purchase counts within"),
            (1, 90),
            days,
            self.tr("The last message before the order gets it, once, without refunds."),
        )
        form.number(
            "reengagement.holdout_percent",
            self.tr("Control group"),
            (0, 50),
            percent,
            self.tr("These customers get nothing, so that you see what the messages really bring."),
        )
        _card, form = self.card(self.tr("Trying things out"))
        form.switch(
            "sending.test_mode",
            self.tr("Test mode: nothing leaves this PC"),
            self.tr("Every message goes to a pretend provider and is counted nowhere."),
        )


class BackupSection(Section):
    """A copy of the shop, and the way back to one."""

    def build(self) -> None:
        """One card."""
        card = Card(self.tr("Copies of your shop"))
        card.add(
            paragraph(
                self.tr(
                    "A copy holds everything but the keys of your providers. A restored shop opens paused, because it "
                    "can't know what was sent after the copy was made."
                ),
                "muted",
            )
        )
        self.newest = paragraph("")
        card.add(self.newest)
        line = QHBoxLayout()
        self.save_button = button(self.tr("Save a copy now"), self._save, picture="save", kind="primary")
        self.restore_button = button(self.tr("Restore a copy…"), self._choose, picture="history")
        self.folder_button = button(self.tr("Open the folder"), self._open_folder, picture="folder-open")
        for made in (self.save_button, self.restore_button, self.folder_button):
            line.addWidget(made)
        line.addStretch(1)
        card.add(line)
        self.column.addWidget(card)
        place = Card(self.tr("Where your data lies"))
        where = label(str(self.desk.shop.paths.folder), "mono")
        where.setWordWrap(True)
        place.add(where)
        place.add(paragraph(self.tr("Everything stays in this folder on this PC. Nobody else sees it."), "muted"))
        self.column.addWidget(place)

    def show_settings(self, settings: Settings) -> None:
        """Names the newest copy."""
        super().show_settings(settings)
        self.desk.read(lambda: backups.newest(self.desk.shop.paths), self, self._show_newest)

    def _show_newest(self, file: Path | None) -> None:
        none = self.tr("There is no copy yet.")
        self.newest.setText(none if file is None else self.tr("Newest copy: {file}").replace("{file}", file.name))

    def _save(self) -> None:
        self.save_button.setEnabled(False)
        self.desk.take_long(lambda: backups.create(self.desk.shop), self, self._saved, self._not_saved)

    def _saved(self, made: backups.BackupFile) -> None:
        self.save_button.setEnabled(True)
        self._show_newest(made.file)
        self.desk.say(self.tr("A copy was saved: {file}").replace("{file}", made.file.name))

    def _not_saved(self, fault: BaseException) -> None:
        self.save_button.setEnabled(True)
        self.desk.failed.emit(fault)

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Restore a copy"), str(self.desk.shop.paths.backups), self.tr("Copies of a shop (*.db)")
        )
        if name:
            self.restore(Path(name))

    def restore(self, file: Path) -> None:
        """Puts a copy in the shop's place, in the background; the shop is paused afterwards."""
        sentence = self.tr("The copy was restored. Sending is paused until you resume.")
        self.desk.take_long(lambda: backups.restore(self.desk.shop, file), self, lambda _: self.desk.say(sentence))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.shop.paths.folder)))


class AppSection(Section):
    """How the program looks and speaks."""

    def build(self) -> None:
        """One card."""
        _card, form = self.card(self.tr("Appearance"))
        form.choice(
            "app.theme",
            self.tr("Colours"),
            (("auto", self.tr("Like the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
        )
        form.number("app.text_size", self.tr("Text size"), (90, 150), self.tr("%"))
        form.choice(
            "app.language",
            self.tr("Language"),
            (("auto", self.tr("Like the system")), ("en", "English"), ("de", "Deutsch")),
            self.tr("Takes effect at the next start."),
        )
