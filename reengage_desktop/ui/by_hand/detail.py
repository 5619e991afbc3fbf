"""One message in the owner's hands: to whom, the words, what opens the program, and how it ended in one click."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks.by_hand import HandItem
from reengage_desktop.ui import wording
from reengage_desktop.ui.by_hand.words import (
    ORDER,
    open_picture,
    open_word,
    result_tip,
    result_word,
    results_of,
)
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.text import label, paragraph, row

if TYPE_CHECKING:
    from reengage_desktop.domain.by_hand import HandResult


class DetailView(Card):
    """`opened`: she takes it into her hands; `ended` carries how it ended; `returned`: she did not do it after all."""

    opened = Signal()
    ended = Signal(object)
    returned = Signal()
    address_asked = Signal()

    def __init__(self, desk: Desk, open_url: Callable[[QUrl], object]) -> None:
        super().__init__(grows=True)
        self._desk = desk
        self._open_url = open_url
        self._item: HandItem | None = None
        self.name = paragraph("", "heading")
        self.name.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.chip = Chip("")
        self.add(row([self.name, self.chip]))
        self.about = paragraph("", "muted")
        self.about.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.add(self.about)
        self.stands_in_way = paragraph("", "warn")
        self.add(self.stands_in_way)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("What to say"))
        self.words.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.add(self._ways())
        self.add(label(self.tr("How did it end?"), "heading"))
        self.add(self._ends())
        # The words last: the notice with its Undo comes up over them, never over a button.
        self.add(self.words, 1)

    def show_item(self, item: HandItem) -> None:
        """Shows this message."""
        self._item = item
        self.name.setText(item.name)
        channel = wording.channel_name(item.channel)
        self.chip.say(self.tr("Begun") if item.is_begun else channel, Tone.ACCENT if item.is_begun else Tone.NEUTRAL)
        parts = [channel, item.row.address, wording.campaign_name(item.row.campaign_type)]
        self.about.setText(" · ".join(dict.fromkeys(filter(None, parts))))
        self.stands_in_way.setText(self._stands_in_way(item))
        self.stands_in_way.setVisible(bool(self.stands_in_way.text()))
        subject = f"{item.content.subject}\n\n" if item.content.subject else ""
        self.words.setPlainText(f"{subject}{item.content.text}")
        self._fit(item)

    def open_program(self, item: HandItem) -> None:
        """Opens the program for the message; a text that is too long for that is copied, to be pasted."""
        if not item.link.has_text and item.channel is not ChannelName.CALL:
            _copy(item)
        self._open_url(QUrl(item.link.url))

    def copy_words(self) -> None:
        """Puts the words into the clipboard."""
        if self._item is not None:
            _copy(self._item)

    def _fit(self, item: HandItem) -> None:
        may_begin = item.is_begun or item.reason is None
        self.open_button.setText(open_word(item.channel))
        self.open_button.setAccessibleName(open_word(item.channel))
        self.open_button.setIcon(icon(open_picture(item.channel), "on_highlight"))
        self.open_button.setEnabled(may_begin)
        self.address_button.setText(self.tr("Postal address…"))
        self.return_button.setVisible(item.is_begun)
        possible = results_of(item.channel)
        for result, made in self.result_buttons.items():
            made.setVisible(result in possible)
            made.setText(result_word(result, item.channel))
            made.setAccessibleName(f"{result_word(result, item.channel)}: {item.name}")

    def _stands_in_way(self, item: HandItem) -> str:
        if item.reason is None:
            return ""
        sentence = reason_sentence(item.reason, self._desk.settings)
        if item.until is None:
            return sentence
        until = self.tr("From {when} on.").replace("{when}", self._desk.when(stamp(item.until)))
        return f"{sentence} {until}"

    def _ways(self) -> QWidget:
        self.open_button = button("", self.opened.emit, kind="primary", picture="phone")
        self.copy_button = button(self.tr("Copy the words"), self.copy_words, picture="copy")
        self.address_button = button("", self.address_asked.emit, picture="pencil")
        self.return_button = button(self.tr("I did not do it"), self.returned.emit, picture="undo-2")
        return _flow([self.open_button, self.copy_button, self.address_button, self.return_button])

    def _ends(self) -> QWidget:
        self.result_buttons: dict[HandResult, QPushButton] = {}
        for result in ORDER:
            made = button("", partial(self.ended.emit, result), tip=result_tip(result))
            self.result_buttons[result] = made
        return _flow(list(self.result_buttons.values()))


def _copy(item: HandItem) -> None:
    QGuiApplication.clipboard().setText(item.content.text)


def _flow(buttons: list[QPushButton]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    flowing(holder)
    for each in buttons:
        flow.addWidget(each)
    return holder
