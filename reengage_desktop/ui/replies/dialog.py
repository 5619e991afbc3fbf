"""The review tray: each answer with its quote, what holds meanwhile, and two buttons; every word can be taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.jobs.events import Event, NoticesChanged
from reengage_desktop.jobs.tasks import replies
from reengage_desktop.jobs.tasks.replies import Answer, Read
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.scrolling import scrolling
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.widgets.toast import Toast


class RepliesDialog(QDialog):
    """Shows the answers one below the other, the oldest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.answers: list[Answer] = []
        self.cards: list[AnswerCard] = []
        self._is_busy = False
        self.setWindowTitle(self.tr("Answers to read"))
        fit_over(self, 780, 600)
        self.setMinimumSize(640, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self.told = paragraph(
            self.tr(
                "These answers are not clear to a program. Whoever may have said no gets nothing more there until you "
                "have read it."
            ),
            "muted",
        )
        layout.addWidget(self.told)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.area: QScrollArea = scrolling(inner)
        self.area.setAccessibleName(self.tr("Answers to read"))
        layout.addWidget(self.area, 1)
        self.nothing = EmptyState(
            "circle-check",
            self.tr("No answer waits for you"),
            self.tr("Plain answers such as STOP are done at once; what is not clear comes here with its words."),
        )
        self.nothing.hide()
        layout.addWidget(self.nothing, 1)
        self.close_button = button(self.tr("Close"), self.reject)
        layout.addLayout(row([None, self.close_button]))
        self.toast = Toast(self)
        desk.bus.changed.connect(self._something_changed)
        self.load()

    def load(self) -> None:
        """Reads the tray anew."""
        shop = self._desk.shop
        self._desk.read(lambda: replies.list_open(shop), self, self.show_answers)

    def show_answers(self, answers: list[Answer]) -> None:
        """Shows these answers; one that stays keeps its card. The keyboard of one that went is given to the first."""
        self.answers = answers
        kept = {card.answer.key: card for card in self.cards if card.answer in answers}
        gone = [card for card in self.cards if card.answer not in answers]
        has_lost_keyboard = any(card.isAncestorOf(self.focusWidget() or self) for card in gone)
        self.cards = [kept.get(each.key) or AnswerCard(self._desk, each, self.keep, self.agree) for each in answers]
        for card in gone:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for at, card in enumerate(self.cards):
            if self._column.indexOf(card) != at:
                self._column.insertWidget(at, card)
        self.area.setVisible(bool(answers))
        self.told.setVisible(bool(answers))
        self.nothing.setVisible(not answers)
        if has_lost_keyboard:
            (self.cards[0].keep_button if self.cards else self.close_button).setFocus()

    def keep(self, answer: Answer) -> None:
        """It stays as it is."""
        shop = self._desk.shop
        is_no = answer.kind is NoticeKind.REPLY_MAY_BE_OPT_OUT
        said = self.tr("It stays: nothing more goes there.") if is_no else self.tr("Left as it is.")
        self._do(lambda: replies.keep(shop, answer), said)

    def agree(self, answer: Answer) -> None:
        """Messages may go there again."""
        shop = self._desk.shop
        words = self.tr("Read by the owner and taken for no refusal: “{quote}”")
        if answer.kind is NoticeKind.REPLY_WANTS_BACK:
            words = self.tr("Asked for messages again: “{quote}”")
        words = words.replace("{quote}", answer.quote)
        said = self.tr("Messages may go there again.")
        self._do(lambda: replies.agree(shop, answer, words), said)

    def _do(self, task: Callable[[], Read], sentence: str) -> None:
        """One answer at a time, once: what is noted stands in the customer's ledger for good."""
        if self._is_busy:
            return
        self._is_busy = True

        def done(read: Read) -> None:
            self._is_busy = False
            self.toast.say(sentence, lambda: self._undo(read))
            self.load()

        def failed(fault: BaseException) -> None:
            self._is_busy = False
            self._desk.failed.emit(fault)
            self.load()

        self._desk.act(task, self, done, failed)

    def _something_changed(self, event: Event) -> None:
        if isinstance(event, NoticesChanged):
            self.load()

    def _undo(self, read: Read) -> None:
        shop = self._desk.shop
        self._desk.act(lambda: replies.take_back(shop, read), self, lambda _: self.load())


class AnswerCard(Card):
    """One answer: who, when, by which way, the words themselves, and the owner's two answers."""

    def __init__(
        self, desk: Desk, answer: Answer, keep: Callable[[Answer], object], agree: Callable[[Answer], object]
    ) -> None:
        super().__init__()
        self.answer = answer
        is_no = answer.kind is NoticeKind.REPLY_MAY_BE_OPT_OUT
        who = answer.customer or self.tr("Somebody who is no customer of yours")
        name = paragraph(who, "heading")
        name.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        word = self.tr("May be a no") if is_no else self.tr("May want messages again")
        self.add(row([name, Chip(word, Tone.WARN if is_no else Tone.ACCENT)]))
        when = self.tr("{channel}, {when}").replace("{channel}", wording.channel_name(answer.channel))
        self.add(paragraph(when.replace("{when}", desk.when(stamp(answer.at))), "muted"))
        quoted = self.tr("The words were not kept: they are nobody's of your customers.")
        if answer.quote:
            quoted = wording.quoted(answer.quote)
        self.quote = paragraph(quoted)
        self.quote.setProperty("data_shown", bool(answer.quote))
        self.add(self.quote)
        if answer.subject:
            subject = self.tr("Answers: {subject}").replace("{subject}", " ".join(answer.subject.split())[:120])
            self.add(paragraph(subject, "muted"))
        self.keep_button = self._button(
            self.tr("It is a no") if is_no else self.tr("Leave it"), who, partial(keep, answer), "circle-slash"
        )
        words = self.tr("It is no refusal: write again") if is_no else self.tr("Note the agreement")
        self.agree_button = self._button(words, who, partial(agree, answer), "check")
        self.agree_button.setVisible(answer.customer_id is not None)
        holder = QWidget()
        flow = FlowLayout(holder)
        flowing(holder)
        flow.addWidget(self.keep_button)
        flow.addWidget(self.agree_button)
        if answer.customer_id is not None:
            show = self._button(
                self.tr("Open the customer"), who, partial(self._show, desk, answer.customer_id), "user"
            )
            flow.addWidget(show)
        self.add(holder)

    def _button(self, words: str, who: str, on_click: Callable[[], object], picture: str) -> QPushButton:
        made = button(words, on_click, picture=picture)
        made.setAccessibleName(f"{words}: {who}")
        return made

    def _show(self, desk: Desk, customer_id: int) -> None:
        window = self.window()
        desk.go("customers", {"customer": customer_id})
        window.close()
