"""What waits for the owner's hands: the list on the left, one message on the right, papers to print below."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.by_hand import HandResult
from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.jobs.events import CustomersChanged, Event, PausedChanged, QueueChanged
from reengage_desktop.jobs.tasks import by_hand
from reengage_desktop.jobs.tasks.by_hand import HandItem, HandList, Recorded
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.by_hand.call_sheet import Line, print_call_sheet
from reengage_desktop.ui.by_hand.detail import DetailView
from reengage_desktop.ui.by_hand.letters import Letter, Sender, letter_words, print_labels, print_letters
from reengage_desktop.ui.by_hand.paper import is_letter
from reengage_desktop.ui.by_hand.words import open_picture, result_word
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.splitter import Splitter
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.widgets.toast import Toast

Done = TypeVar("Done")
_KEY = Qt.ItemDataRole.UserRole


class ByHandDialog(QDialog):
    """Every click is kept at once and can be taken back; `open_url` opens a link in the program that it is for."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._open_url = open_url
        self._list = HandList([], (), desk.settings)
        self._chosen: int | None = None
        self._is_busy = False
        self.setWindowTitle(self.tr("For you to do"))
        fit_over(self, 1000, 660)
        self.setMinimumSize(760, 540)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self.told = paragraph("", "muted")
        layout.addWidget(self.told)
        self.fault = paragraph("", "bad")
        self.fault.hide()
        layout.addWidget(self.fault)
        self.splitter = self._parts(open_url)
        layout.addWidget(self.splitter, 1)
        self.nothing = EmptyState(
            "circle-check",
            self.tr("Nothing to do by hand"),
            self.tr(
                "Choose “You, by hand” for a channel under Settings, Connections: its messages wait here, and you "
                "call, write or post them yourself."
            ),
        )
        layout.addWidget(self.nothing, 1)
        layout.addLayout(self._papers())
        self.toast = Toast(self)
        self.nothing.hide()
        desk.bus.changed.connect(self._something_changed)
        self.load()

    def load(self) -> None:
        """Reads the list anew."""
        shop = self._desk.shop
        self._desk.act(lambda: by_hand.read(shop), self, self.show_list)

    def show_list(self, found: HandList) -> None:
        """Shows this list, with the message that was chosen before; where that waits no more, none is.

        Another one in its place would take the click that was meant for it.
        """
        self._list = found
        ids = [each.row.id for each in found.items]
        if self._chosen is None and ids:
            self._chosen = ids[0]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for each in found.items:
            self.list.addItem(self._entry(each))
        self.list.setCurrentRow(ids.index(self._chosen) if self._chosen in ids else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.splitter.setVisible(bool(found.items))
        self.nothing.setVisible(not found.items)
        self.told.setText(self._sentence(found))
        self.told.setVisible(bool(found.items))
        for made, wanted in zip(self.papers, (self._calls(), self._letters(), self._letters()), strict=True):
            made.setEnabled(bool(wanted))
        self._show_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held down presses its button once."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)

    def open_chosen(self) -> None:
        """Takes the chosen message into her hands and opens the program for it."""
        item = self._item()
        if item is None:
            return
        shop, message_id = self._desk.shop, item.row.id
        if item.is_begun:
            self.detail.open_program(item)
            return
        self._do(lambda: by_hand.begin(shop, message_id), lambda reason: self._begun(item, reason))

    def end(self, result: HandResult) -> None:
        """Keeps how the chosen message ended, and goes on to the next one."""
        item = self._item()
        if item is None:
            return
        shop, message_id = self._desk.shop, item.row.id
        sentence = self.tr("{name}: {result}.").replace("{name}", item.name)
        sentence = sentence.replace("{result}", result_word(result, item.channel))
        following = self._next_of(message_id)
        self._do(
            lambda: by_hand.record(shop, message_id, result),
            lambda recorded: self._recorded(recorded, sentence, following),
        )

    def give_back(self) -> None:
        """The chosen message was not done after all."""
        item = self._item()
        if item is not None:
            shop, message_id = self._desk.shop, item.row.id
            self._do(lambda: by_hand.give_back(shop, message_id), lambda _: self.load())

    def keep_address(self, customer_id: int, lines: str) -> None:
        """Keeps where letters to a customer go."""
        shop = self._desk.shop
        self._desk.act(lambda: by_hand.put_postal_address(shop, customer_id, lines), self, lambda _: self.load())

    def save_call_sheet(self, file: Path) -> None:
        """Prints everybody to ring into a file."""
        calls, settings = self._calls(), self._desk.settings
        lines = [self._line(each) for each in calls]
        heading = self.tr("Calls, {day}").replace("{day}", self._today())
        hours = (settings.text("sending.quiet_end"), settings.text("sending.quiet_start"))
        letter = is_letter(settings.country)
        self._print(lambda: print_call_sheet(file, lines, heading, hours, letter=letter), file)

    def save_letters(self, file: Path, *, labels: bool = False) -> None:
        """Prints the letters, or their labels, into a file."""
        settings = self._desk.settings
        letters = [
            Letter(each.name, each.postal_address, each.content.subject or "", letter_words(each.content))
            for each in self._letters()
        ]
        sender = Sender(settings.text("business.name"), settings.text("business.postal_address"), self._today())
        letter = is_letter(settings.country)
        if labels:
            self._print(lambda: print_labels(file, letters, letter=letter), file)
        else:
            self._print(lambda: print_letters(file, letters, sender, letter=letter), file)

    def _parts(self, open_url: Callable[[QUrl], object]) -> Splitter:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What waits for you"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemDoubleClicked.connect(lambda _item: self.open_chosen())
        self.detail = DetailView(self._desk, open_url)
        # Enter in the list presses it, and nothing else.
        self.detail.open_button.setDefault(True)
        self.detail.opened.connect(self.open_chosen)
        self.detail.ended.connect(self.end)
        self.detail.returned.connect(self.give_back)
        self.detail.address_asked.connect(self._ask_address)
        splitter = Splitter()
        splitter.addWidget(self.list)
        splitter.addWidget(self.detail)
        splitter.setSizes([340, 640])
        return splitter

    def _papers(self) -> QVBoxLayout:
        self.call_sheet_button = button(self.tr("Call sheet…"), self._ask_call_sheet, picture="phone")
        self.letters_button = button(self.tr("Letters…"), self._ask_letters, picture="mail")
        self.labels_button = button(self.tr("Labels…"), self._ask_labels, picture="tag")
        self.papers = (self.call_sheet_button, self.letters_button, self.labels_button)
        for made, tip in zip(
            self.papers,
            (
                self.tr("A PDF with everybody to ring, their words and boxes to tick."),
                self.tr(
                    "A PDF with one page for everybody whose postal address is known, for envelopes with a window."
                ),
                self.tr("A PDF with the addresses, for Avery L7160 or 5160."),
            ),
            strict=True,
        ):
            made.setToolTip(tip)
        self.close_button = button(self.tr("Close"), self.reject)
        holder = QVBoxLayout()
        holder.addLayout(row([*self.papers, None, self.close_button]))
        return holder

    def _entry(self, each: HandItem) -> QListWidgetItem:
        wait = wording.reason_text(each.reason) if each.reason is not None else ""
        state = self.tr("Begun") if each.is_begun else wait
        second = " · ".join(filter(None, (wording.channel_name(each.channel), state)))
        made = QListWidgetItem(icon(open_picture(each.channel), Tone.ACCENT), f"{each.name}\n{second}")
        made.setData(_KEY, each.row.id)
        made.setToolTip(each.row.address)
        return made

    def _sentence(self, found: HandList) -> str:
        return self.tr(
            "%Ln messages wait for you. What you open counts as contacted; say in one click how it ended.",
            "",
            len(found.items),
        )

    def _choose(self, at: int) -> None:
        """The owner chooses another one."""
        if 0 <= at < len(self._list.items):
            self._chosen = self._list.items[at].row.id
            self.fault.hide()
            self._show_chosen()

    def _show_chosen(self) -> None:
        item = self._item()
        self.detail.setEnabled(item is not None)
        if item is not None:
            self.detail.show_item(item)

    def _something_changed(self, event: Event) -> None:
        if isinstance(event, QueueChanged | CustomersChanged | PausedChanged):
            self.load()

    def _today(self) -> str:
        return formats.long_day(local_day(self._desk.now(), self._desk.zone))

    def _do(self, task: Callable[[], Done], on_done: Callable[[Done], object]) -> None:
        """One thing at a time: what is pressed before it is kept would go to the same message again, or to the next."""
        if self._is_busy:
            return
        self._is_busy = True
        self.fault.hide()

        def done(outcome: Done) -> None:
            self._is_busy = False
            on_done(outcome)

        def failed(fault: BaseException) -> None:
            self._is_busy = False
            self._refused(fault)

        self._desk.act(task, self, done, failed)

    def _item(self) -> HandItem | None:
        return next((each for each in self._list.items if each.row.id == self._chosen), None)

    def _next_of(self, message_id: int) -> int | None:
        ids = [each.row.id for each in self._list.items]
        at = ids.index(message_id)
        left = [*ids[at + 1 :], *reversed(ids[:at])]
        return left[0] if left else None

    def _begun(self, item: HandItem, reason: Reason | None) -> None:
        if reason is None:
            self.detail.open_program(item)
        self.load()

    def _recorded(self, recorded: Recorded, sentence: str, following: int | None) -> None:
        self._chosen = following
        self.toast.say(sentence, lambda: self._take_back(recorded))
        self.load()

    def _take_back(self, recorded: Recorded) -> None:
        shop = self._desk.shop
        self._chosen = recorded.message_id
        self._desk.act(lambda: by_hand.take_back(shop, recorded), self, self._taken_back)

    def _taken_back(self, is_undone: bool) -> None:  # noqa: FBT001 - the task's answer
        if not is_undone:
            self.toast.say(self.tr("More has happened since: this can't be taken back."))
        self.load()

    def _refused(self, fault: BaseException) -> None:
        self.fault.setText(fault_words(fault))
        self.fault.show()
        self.load()

    def _calls(self) -> list[HandItem]:
        return [each for each in self._list.items if each.channel is ChannelName.CALL]

    def _letters(self) -> list[HandItem]:
        return [each for each in self._list.items if each.postal_address]

    def _line(self, each: HandItem) -> Line:
        note = wording.campaign_name(each.row.campaign_type)
        if each.reason is not None:
            note = wording.reason_text(each.reason)
        return Line(each.name, each.row.address, note, each.content.text)

    def _ask_address(self) -> None:
        item = self._item()
        if item is None:
            return
        lines, is_kept = QInputDialog.getMultiLineText(
            self,
            self.tr("Postal address"),
            self.tr("Street, postcode and town of {name}, line by line").replace("{name}", item.name),
            item.postal_address,
        )
        if is_kept:
            self.keep_address(item.row.customer_id, lines)

    def _ask_call_sheet(self) -> None:
        file = self._ask_file(self.tr("calls.pdf"))
        if file is not None:
            self.save_call_sheet(file)

    def _ask_letters(self) -> None:
        file = self._ask_file(self.tr("letters.pdf"))
        if file is not None:
            self.save_letters(file)

    def _ask_labels(self) -> None:
        file = self._ask_file(self.tr("labels.pdf"))
        if file is not None:
            self.save_letters(file, labels=True)

    def _ask_file(self, name: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the PDF"), name, "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def _print(self, task: Callable[[], None], file: Path) -> None:
        def done(_nothing: object) -> None:
            self.toast.say(self.tr("Saved: {file}").replace("{file}", file.name))
            self._open_url(QUrl.fromLocalFile(str(file)))

        self._desk.take_long(task, self, done, self._refused)
