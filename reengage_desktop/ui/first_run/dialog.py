"""The first run as a dialog: four pages with Back, Skip and Continue. What Continue stores is stored at once."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.jobs.tasks import first_run
from reengage_desktop.jobs.tasks.rhythm import Proposal, propose
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.first_run.channel_step import ChannelStep
from reengage_desktop.ui.first_run.customers_step import CustomersStep
from reengage_desktop.ui.first_run.rhythm_step import RhythmStep
from reengage_desktop.ui.first_run.shop_step import ShopStep
from reengage_desktop.ui.first_run.step import Step
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.pages import PageAt, Pages
from reengage_desktop.ui.widgets.text import paragraph

_SHOP, _CUSTOMERS, _RHYTHM, _CHANNEL = range(4)

Kind = TypeVar("Kind", bound=Step)


class _StepAt(PageAt[Kind]):
    """What lies in the scrolled area of that number."""

    def __get__(self, dialog: Any, kind: object = None) -> Kind:
        """The step."""
        super().__get__(dialog, kind)
        step: Kind = dialog.steps[self.number]
        return step


class FirstRunDialog(QDialog):
    """Your shop → your customers → when somebody has stopped buying → how to write; ends where that is connected.

    The third page is left out while nobody has bought anything. However the dialog is left, it does not come up by
    itself again.
    """

    shop = _StepAt[ShopStep](_SHOP)
    customers = _StepAt[CustomersStep](_CUSTOMERS)
    rhythm = _StepAt[RhythmStep](_RHYTHM)
    channel = _StepAt[ChannelStep](_CHANNEL)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setWindowTitle(self.tr("Welcome to Reengage Desktop"))
        fit_over(self, 700, 600)
        self.setMinimumSize(460, 420)
        makers = (self._make_shop, self._make_customers, self._make_rhythm, self._make_channel)
        self.steps: dict[int, Step] = {}
        self.pages = Pages([partial(self._place, at, maker) for at, maker in enumerate(makers)], self)
        self._path: list[int] = []
        self._build()
        self._show(_SHOP)

    def current(self) -> Step:
        """The page in front."""
        return self._step(self._path[-1])

    def proceed(self) -> None:
        """Stores what the page says and goes on; a fault stays on the page, and nothing of it is stored."""
        at, step = self._path[-1], self.current()
        fault = step.find_fault()
        self._tell(fault)
        if fault:
            return
        answers, shop = dict(step.answers()), self._desk.shop
        self._set_busy(busy=True)
        self._desk.act(
            lambda: first_run.apply(shop, answers),
            self,
            lambda _: self._stored(at),
            self._not_stored,
        )

    def skip(self) -> None:
        """Goes on; the page stores nothing."""
        if self._path[-1] == _CHANNEL:
            self.accept()
        else:
            self._go_on(self._path[-1])

    def back(self) -> None:
        """The page before."""
        self._path.pop()
        self._show(self._path.pop())

    def done(self, how: int) -> None:
        """Remembers, however it ends, that the owner has been asked."""
        self._desk.act(lambda: first_run.finish(self._desk.shop), self._desk, lambda _: None)
        super().done(how)

    def _step(self, at: int) -> Step:
        self.pages.page(at)
        return self.steps[at]

    def _place(self, at: int, maker: Callable[[QWidget], Step], parent: QWidget) -> QScrollArea:
        """A page, made in its place: Qt tells all that a widget holds when it comes to lie elsewhere."""
        area = QScrollArea(parent)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        step = maker(area.viewport())
        area.setAccessibleName(step.name)
        step.resize(area.size())  # else it would be asked for a size of its own, and every widget dressed for that
        area.setWidget(step)
        self.steps[at] = step
        return area

    def _make_shop(self, parent: QWidget) -> ShopStep:
        return ShopStep(self._desk, parent)

    def _make_customers(self, parent: QWidget) -> CustomersStep:
        made = CustomersStep(self._desk, parent)
        made.moved_on.connect(lambda: self._go_on(_CUSTOMERS))
        made.sample_chosen.connect(self._look_around)
        return made

    def _make_rhythm(self, parent: QWidget) -> RhythmStep:
        return RhythmStep(self._desk, parent)

    def _make_channel(self, parent: QWidget) -> ChannelStep:
        return ChannelStep(parent)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        self.trail = paragraph("", "muted", rich=True)
        layout.addWidget(self.trail)
        layout.addWidget(self.pages, 1)
        # Over the buttons, not on the page: it would lie below what is seen of a page with large text.
        self.fault = paragraph("", "bad")
        self.fault.hide()
        layout.addWidget(self.fault)
        self.back_button = button(self.tr("&Back"), self.back)
        self.skip_button = button(self.tr("S&kip this page"), self.skip)
        self.next_button = button(self.tr("C&ontinue"), self.proceed, kind="primary")
        line = QHBoxLayout()
        line.addWidget(self.back_button)
        line.addStretch(1)
        line.addWidget(self.skip_button)
        line.addWidget(self.next_button)
        layout.addLayout(line)
        for made in (self.back_button, self.skip_button, self.next_button):
            made.setAccessibleName(made.text().replace("&", ""))
        self.next_button.setDefault(True)
        # Return in a field of several lines is a new line there.
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.next_button.click)

    def _show(self, at: int) -> None:
        self._path.append(at)
        self._tell("")
        step = self._step(at)
        self.pages.setCurrentIndex(at)
        short = (self.tr("Your shop"), self.tr("Customers"), self.tr("Stopped buying"), self.tr("How to write"))
        names = [f"{number} {name}" for number, name in enumerate(short, start=1)]
        self.trail.setText(" › ".join(f"<b>{name}</b>" if each == at else name for each, name in enumerate(names)))
        self.back_button.setEnabled(len(self._path) > 1)
        last = at == _CHANNEL
        self.next_button.setText(self.tr("&Finish") if last else self.tr("C&ontinue"))
        self.next_button.setAccessibleName(self.next_button.text().replace("&", ""))
        step.enter()

    def _go_on(self, at: int) -> None:
        if at == self._path[-1]:
            if at == _CUSTOMERS:
                self._ask_rhythm()
            else:
                self._show(at + 1)

    def _ask_rhythm(self) -> None:
        self._set_busy(busy=True)
        self._desk.read(lambda: propose(self._desk.shop), self, self._show_rhythm, self._not_stored)

    def _show_rhythm(self, proposal: Proposal) -> None:
        self._set_busy(busy=False)
        if proposal.silence.buyers:
            self.rhythm.show_proposal(proposal)
            self._show(_RHYTHM)
        else:
            self._show(_CHANNEL)

    def _stored(self, at: int) -> None:
        self._set_busy(busy=False)
        if at == _CHANNEL:
            self._finish()
        else:
            self._go_on(at)

    def _not_stored(self, problem: BaseException) -> None:
        self._set_busy(busy=False)
        self._tell(fault_words(problem))

    def _tell(self, fault: str) -> None:
        """Says what could not be taken; nothing takes the sentence away again."""
        self.fault.setText(fault)
        self.fault.setAccessibleName(fault)
        self.fault.setVisible(bool(fault))

    def _set_busy(self, *, busy: bool) -> None:
        for made in (self.skip_button, self.next_button):
            made.setEnabled(not busy)

    def _finish(self) -> None:
        way, desk = self.channel.chosen(), self._desk
        self.accept()
        if way is None:
            desk.go("home")
            return
        desk.act(
            lambda: first_run.write_by(desk.shop, way.channel, way.provider),
            desk,
            lambda _: desk.go("settings", {"section": "connections", "provider": way.provider}),
        )

    def _look_around(self) -> None:
        self.accept()
        self._desk.sample_asked.emit()
