"""Copies of the shop: every one that there is, a new one now, and the way back, with what it means said before."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.jobs.tasks.backups import Copy
from reengage_desktop.ui import formats
from reengage_desktop.ui.settings.section import Section, reveal
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import paragraph, row, set_role


class CopiesSection(Section):
    """The list of copies; below it what would happen if one were restored."""

    def build(self) -> None:
        """Two cards."""
        card = Card(self.tr("Copies of your shop"))
        card.add(
            paragraph(
                self.tr(
                    "A copy is kept by itself on every day on which the program runs: seven days and four Mondays. It "
                    "holds everything but the keys of your providers. What is older than 35 days goes."
                ),
                "muted",
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Copies"))
        self.list.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.list.setMinimumHeight(self.list.fontMetrics().height() * 9)
        self.list.currentItemChanged.connect(lambda _now, _before: self._fit())
        card.add(self.list)
        self.none = paragraph(self.tr("There is no copy yet."))
        card.add(self.none)
        self.save_button = button(self.tr("Save a copy now"), self._save, picture="save", kind="primary")
        self.check_button = button(self.tr("Check this copy"), self._check, picture="shield-check")
        self.restore_button = button(self.tr("Restore this copy…"), self._ask, picture="history")
        self.other_button = button(self.tr("Restore another file…"), self._choose, picture="folder-open")
        line = FlowLayout()
        for made in (self.save_button, self.check_button, self.restore_button, self.other_button):
            line.addWidget(made)
        card.add(line)
        self.answer = paragraph("")
        card.add(self.answer)
        self.column.addWidget(card)
        self._build_question()

    def _build_question(self) -> None:
        self.question = Card(self.tr("Before you restore"))
        self.asked = paragraph("")
        self.question.add(self.asked)
        for sentence in (
            self.tr("• Everything goes back to what it was then: customers, orders, settings, templates."),
            self.tr("• What is there now is saved as a copy first, so that you can come back."),
            self.tr("• Who said no or was forgotten since stays so, and what was sent since stays counted."),
            self.tr("• What waited to be sent then is taken out: it may have gone out since."),
            self.tr("• Sending is paused afterwards, until you resume it."),
        ):
            self.question.add(paragraph(sentence, "muted"))
        self.confirm_button = button(self.tr("Restore it"), self._confirmed, kind="danger")
        self.cancel_button = button(self.tr("Leave everything as it is"), self.question.hide)
        self.question.add(row([self.confirm_button, self.cancel_button, None]))
        self.question.hide()
        self.column.addWidget(self.question)

    def show_settings(self, settings: Settings) -> None:
        """Reads the list anew."""
        super().show_settings(settings)
        self.read()

    def read(self) -> None:
        """Reads the list: a copy may have been kept meanwhile."""
        paths = self.desk.shop.paths
        self.desk.read(lambda: backups.list_copies(paths), self, self._show)

    def restore(self, file: Path) -> None:
        """Puts a copy in the shop's place, in the background; the shop is paused afterwards."""
        sentence = self.tr("The copy was restored. Sending is paused until you resume.")
        damaged = self.tr("What was there before was too damaged to be copied.")
        self.question.hide()
        self._tell(self.tr("Restoring…"), "muted")

        def done(restored: backups.Restored) -> None:
            self._tell(sentence if restored.before is not None else f"{sentence} {damaged}", "ok")
            self.desk.say(sentence)
            self.read()

        self.desk.take_long(lambda: backups.restore(self.desk.shop, file), self, done, self._failed)

    def _show(self, found: list[Copy]) -> None:
        chosen = self._chosen()
        self.list.clear()
        for copy in found:
            item = QListWidgetItem(self._line(copy))
            item.setToolTip(copy.file.name)
            item.setData(Qt.ItemDataRole.UserRole, str(copy.file))
            self.list.addItem(item)
            if copy.file == chosen:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        if found and self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self._fit()

    def _line(self, copy: Copy) -> str:
        kinds = {
            "daily": self.tr("of the day"),
            "shop": self.tr("made by you"),
            "before-restore": self.tr("from before a restore"),
            "before-update": self.tr("from before an update"),
        }
        size = f"{formats.number(max(1, copy.size_bytes // 1000))} kB"
        return f"{self.desk.exact(stamp(copy.saved_at))} · {kinds[copy.kind]} · {size}"

    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        return None if item is None else Path(str(item.data(Qt.ItemDataRole.UserRole)))

    def _fit(self) -> None:
        has_one = self._chosen() is not None
        self.check_button.setEnabled(has_one)
        self.restore_button.setEnabled(has_one)

    def _save(self) -> None:
        self.save_button.setEnabled(False)
        self._tell(self.tr("Saving…"), "muted")
        self.desk.take_long(lambda: backups.create(self.desk.shop), self, self._saved, self._failed)

    def _saved(self, made: backups.BackupFile) -> None:
        self.save_button.setEnabled(True)
        sentence = self.tr("A copy was saved: {file}").replace("{file}", made.file.name)
        self._tell(sentence, "ok")
        self.desk.say(sentence)
        self.read()

    def _check(self) -> None:
        file = self._chosen()
        if file is None:
            return
        self._tell(self.tr("Reading it through…"), "muted")
        shop = self.desk.shop
        sound = self.tr("✓ {file} is sound: every page of it can be read.").replace("{file}", file.name)
        self.desk.take_long(lambda: backups.verify(shop, file), self, lambda _: self._tell(sound, "ok"), self._failed)

    def _ask(self) -> None:
        file = self._chosen()
        if file is not None:
            self._about(file)

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Restore a copy"), str(self.desk.shop.paths.backups), self.tr("Copies of a shop (*.db)")
        )
        if name:
            self._about(Path(name))

    def _about(self, file: Path) -> None:
        """Says what a restore means; nothing has happened yet."""
        self._file = file
        self.asked.setText(self.tr("This puts {file} in the place of your shop:").replace("{file}", file.name))
        self.question.show()
        self.cancel_button.setFocus()
        reveal(self.question, at_top=True)

    def _confirmed(self) -> None:
        self.restore(self._file)

    def _failed(self, fault: BaseException) -> None:
        self.save_button.setEnabled(True)
        self._tell(fault_words(fault), "bad")

    def _tell(self, sentence: str, role: str) -> None:
        self.answer.setText(sentence)
        self.answer.setAccessibleName(sentence)
        set_role(self.answer, role)
