"""What went wrong, by cause: how many messages, in plain words, with the one thing that mends all of them."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import queue
from reengage_desktop.store import problems
from reengage_desktop.store.problems import Cause, Problem
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.activity.decisions import nothing_done
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.notices import account_reason
from reengage_desktop.ui.telling import bracketed, provider_title, told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import clear, lead, paragraph
from reengage_desktop.ui.wording import translate

_FIRST = 4
_TOP = Qt.AlignmentFlag.AlignTop

Outcome = TypeVar("Outcome", bound=queue.Changed)


class ProblemsView(Card):
    """One line per cause, the first few at once. `picked` carries the cause whose messages the list is to show."""

    picked = Signal(object)

    def __init__(self, desk: Desk, check_again: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._check_again = check_again
        self._shows_all = False
        self._is_wide = True
        self.groups: list[Problem] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)
        self.more = button("", self._turn, kind="link")
        self.add(self.more)
        self._is_wanted = False

    def load(self) -> None:
        """Reads the causes."""
        shop = self._desk.shop
        self._desk.read(lambda: problems.list_all(shop.db), self, self.show_groups)

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Whether the page shows problems; without any there is nothing to show."""
        self._is_wanted = is_wanted
        self.setVisible(is_wanted and bool(self.groups))

    def set_wide(self, *, is_wide: bool) -> None:
        """With room for it the buttons stand beside the words, else below them."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._fill()

    def show_groups(self, groups: Sequence[Problem]) -> None:
        """Shows these causes."""
        if list(groups) != self.groups:
            self.groups = list(groups)
            self._fill()
        self.set_wanted(is_wanted=self._is_wanted)

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        for row, each in enumerate(self.groups if self._shows_all else self.groups[:_FIRST]):
            tone = Tone.WARN if each.cause in (Cause.UNCERTAIN, Cause.QUESTION) else Tone.BAD
            level = Qt.AlignmentFlag.AlignVCenter if self._is_wide else _TOP
            self._grid.addWidget(Chip(f"{formats.number(each.count)} ×", tone), 2 * row, 0, level)
            words = paragraph(told(each))
            lead(words, level)
            words.setContentsMargins(0, 0 if self._is_wide else 3, 0, 0)
            self._grid.addWidget(words, 2 * row, 1)
            place = (2 * row, 2) if self._is_wide else (2 * row + 1, 1)
            self._grid.addWidget(self._buttons(each), *place, level)
        hidden = max(0, len(self.groups) - _FIRST)
        self.more.setText(self.tr("Show less") if self._shows_all else self.tr("Show %Ln more", "", hidden))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(hidden > 0)

    def _buttons(self, group: Problem) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        if self._is_wide:
            line.addStretch(1)
        show = button(self.tr("Show them"), lambda: self.picked.emit(group), kind="link")
        show.setAccessibleName(f"{show.text()}: {told(group)}")
        line.addWidget(show)
        for made in self._fixes(group):
            made.setAccessibleName(f"{made.text()}: {told(group)}")
            line.addWidget(made)
        if not self._is_wide:
            line.addStretch(1)
        return holder

    def _fixes(self, group: Problem) -> list[QPushButton]:
        if group.cause is Cause.UNCERTAIN:
            return [
                button(self.tr("Check again"), self._check_again),
                button(self.tr("Treat as sent"), lambda: self._resolve(group, "sent")),
                button(self.tr("Send again"), lambda: self._resolve(group, "again")),
            ]
        if group.cause in (Cause.ACCOUNT, Cause.NOT_CONNECTED):
            return [button(self.tr("Open settings"), lambda: self._open_settings(group))]
        if group.cause is Cause.QUESTION:
            return [button(self.tr("Send anyway"), lambda: self._approve(group))]
        if group.cause is Cause.CLOCK:
            return []
        return [self._mend_refused(group)]

    def _mend_refused(self, group: Problem) -> QPushButton:
        if group.reason == Reason.TEMPLATE_MISSING_FIELD or group.reason is None:
            return button(self.tr("Open templates"), lambda: self._desk.go("templates", {}))
        if group.reason == Reason.PROVIDER_LIMIT:
            return button(self.tr("Try again"), lambda: self._retry(group))
        return button(self.tr("Show the customers"), lambda: self._show_customers(group))

    def _open_settings(self, group: Problem) -> None:
        provider = group.provider or (self._desk.settings.text(f"channels.{group.channel}.provider"))
        self._desk.go("settings", {"section": "connections", "provider": provider})

    def _show_customers(self, group: Problem) -> None:
        title = wording.reason_text(group.reason)
        shop = self._desk.shop
        self._desk.read(
            lambda: problems.list_customers(shop.db, group),
            self,
            lambda ids: self._desk.go("customers", {"ids": ids, "title": title}),
        )

    def _resolve(self, group: Problem, decision: Literal["sent", "again"]) -> None:
        def sentence(count: int) -> str:
            if decision == "sent":
                return self.tr("%Ln messages count as sent.", "", count)
            return self.tr("%Ln messages are sent again.", "", count)

        self._do(group, lambda shop, ids: queue.resolve(shop, ids, decision), sentence)

    def _approve(self, group: Problem) -> None:
        self._do(
            group,
            queue.let_go,
            lambda count: self.tr("%Ln messages go with the next sending.", "", count),
            queue.take_back,
        )

    def _retry(self, group: Problem) -> None:
        self._do(group, queue.retry, lambda count: self.tr("%Ln messages are tried again.", "", count))

    def _do(
        self,
        group: Problem,
        deed: Callable[[Shop, list[int]], Outcome],
        sentence: Callable[[int], str],
        take_back: Callable[[Shop, Outcome], queue.Changed] | None = None,
    ) -> None:
        shop, desk = self._desk.shop, self._desk

        def done(found: Outcome) -> None:
            if not found.changed:
                desk.say(nothing_done())
            elif take_back is None:
                desk.say(sentence(found.changed))
            else:
                desk.say(
                    sentence(found.changed), lambda: desk.act(lambda: take_back(shop, found), desk, lambda _: None)
                )

        desk.act(lambda: deed(shop, problems.list_ids(shop.db, group)), self, done)


def told(group: Problem) -> str:
    """A cause in words: who refused with which code, in the provider's words, and what that means."""
    channel = wording.channel_name(group.channel) if group.channel else ""
    provider = provider_title(group.provider) if group.provider else channel
    source = " ".join(part for part in (provider, group.code or "") if part)
    words = told_words(group.words.strip())
    if group.cause is Cause.ACCOUNT:
        text = translate("Problems", "{source}: {reason}{words}. They stay in the queue until that is mended.")
        text = text.replace("{reason}", account_reason(group.account_cause))
    elif group.cause is Cause.NOT_CONNECTED:
        return translate("Problems", "{channel} is not connected. They go as soon as it is.").replace(
            "{channel}", channel
        )
    elif group.cause is Cause.CLOCK:
        return translate("Problems", "The clock of this PC can't be right. They go when date and time are set.")
    elif group.cause is Cause.UNCERTAIN:
        text = translate(
            "Problems", "{source}: nobody knows whether they arrived{words}. Nothing is sent twice by itself."
        )
    elif group.cause is Cause.QUESTION:
        return translate(
            "Problems", "Nobody knows what time it is where these customers live, so it could ring at night."
        )
    else:
        text = translate("Problems", "{source}: {reason}{words}. These were not sent.")
        reason = wording.reason_text(group.reason) or translate("Problems", "the message was refused")
        text = text.replace("{reason}", reason)
    return text.replace("{source}", source).replace("{words}", bracketed(words))
