"""The card of what needs the owner: a chip, a sentence, one button, and a cross where the line may be put away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton

from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import notices
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.home.attention import Attention
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import clear, lead, paragraph

_CHIP, _WORDS, _BUTTON, _CROSS = range(4)
_FIRST = 4
"""So many lines are shown at once; the worst come first."""
_SHORT = 16
"""A button of so many letters stands beside its sentence also where there is little room."""


class NeedsCard(Card):
    """Shows the lines worst first. It is rebuilt only when they say something else, so that the keyboard stays."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("NeedsCard", "Needs your attention"), grows=True)
        self._desk = desk
        self._shown: object = None
        self._is_wide = False
        self._shows_all = False
        self._is_known = False
        self.lines: list[Attention] = []
        self._under_way: set[tuple[str, ...]] = set()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(_WORDS, 1)
        self.add(self._grid)
        self.more = button("", self._turn, kind="link")
        self.add(self.more)
        self.body.addStretch(1)
        self._arrange()

    def show_lines(self, lines: Sequence[Attention]) -> None:
        """Shows these lines."""
        self.lines = list(lines)
        self._is_known = True
        self._arrange()

    def set_wide(self, *, is_wide: bool) -> None:
        """With room for it the buttons stand beside the sentences, else below them."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def press(self, place: int) -> None:
        """Does what a line's button promises."""
        line, shop = self.lines[place], self._desk.shop
        find = line.find
        if line.deed is not None:
            self._do(line, line.deed)
        elif find is not None:
            self._desk.read(lambda: find(shop), self, lambda argument: self._desk.go(line.page, argument))
        else:
            self._desk.go(line.page, line.argument)

    def _do(self, line: Attention, deed: Callable[[Shop], object]) -> None:
        """Does it once at a time."""
        shop, said = self._desk.shop, line.said()
        if said in self._under_way:
            return
        self._under_way.add(said)

        def done(_outcome: object) -> None:
            self._under_way.discard(said)
            self._desk.say(line.done)

        def failed(fault: BaseException) -> None:
            self._under_way.discard(said)
            self._desk.failed.emit(fault)

        self._desk.take_long(lambda: deed(shop), self, done, failed)

    def put_away(self, place: int) -> None:
        """Puts a line away; the notice below takes it back."""
        key, shop = self.lines[place].key, self._desk.shop

        def undo() -> None:
            self._desk.act(lambda: notices.bring_back(shop, key), self._desk, lambda _: None)

        sentence = self.tr("Put away.")
        self._desk.act(lambda: notices.put_away(shop, key), self, lambda _: self._desk.say(sentence, undo))

    def _arrange(self) -> None:
        wanted = ([line.said() for line in self.lines], self._is_wide, self._shows_all, self._is_known)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._grid)
        if self._is_known and not self.lines:
            calm = paragraph(self.tr("Nothing. Everything is as it should be."), "muted")
            self._grid.addWidget(calm, 0, 0, 1, 4)
        hidden = max(0, len(self.lines) - _FIRST)
        shown = self.lines if self._shows_all else self.lines[:_FIRST]
        is_beside = self._is_wide or all(len(line.action) <= _SHORT for line in shown)
        for place in range(len(shown)):
            self._add(place, is_beside=is_beside)
        less, more = self.tr("Show less"), self.tr("Show %Ln more", "", hidden)
        self.more.setText(less if self._shows_all else more)
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(hidden > 0)

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self._arrange()

    def _add(self, place: int, *, is_beside: bool) -> None:
        line, row, top = self.lines[place], 2 * place, Qt.AlignmentFlag.AlignTop
        words = paragraph(line.sentence)
        lead(words, top)
        words.setContentsMargins(0, 3, 0, 0)
        self._grid.addWidget(Chip(line.word, line.tone), row, _CHIP, top)
        self._grid.addWidget(words, row, _WORDS)
        made = self._button(place, line)
        if is_beside:
            self._grid.addWidget(made, row, _BUTTON, top | Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(made, row + 1, _WORDS, top | Qt.AlignmentFlag.AlignLeft)
        if line.key:
            cross = icon_button("x", self.tr("Put this away"), lambda: self.put_away(place))
            cross.setAccessibleName(f"{self.tr('Put this away')}: {line.sentence}")
            self._grid.addWidget(cross, row, _CROSS, top)

    def _button(self, place: int, line: Attention) -> QPushButton:
        made = button(line.action, lambda: self.press(place))
        made.setAccessibleName(f"{line.action}: {line.sentence}")
        return made
