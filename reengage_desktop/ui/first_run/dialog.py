"""The first run as a dialog: four pages with Back, Skip and Continue. What Continue stores is stored at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

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
from reengage_desktop.ui.widgets.text import paragraph


class FirstRunDialog(QDialog):
    """Your shop → your customers → when somebody has stopped buying → how to write; ends where that is connected.

    The third page is left out while nobody has bought anything. However the dialog is left, it does not come up by
    itself again.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setWindowTitle(self.tr("Welcome to Reengage Desktop"))
        self.resize(700, 600)
        self.setMinimumSize(460, 420)
        # Each page is made in its place: Qt tells all that a widget holds when it comes to lie elsewhere.
        self._stack = QStackedWidget(self)
        self._areas: list[QScrollArea] = []
        self.shop = ShopStep(desk, self._place())
        self.customers = CustomersStep(desk, self._place())
        self.rhythm = RhythmStep(desk, self._place())
        self.channel = ChannelStep(self._place())
        self._steps: tuple[Step, ...] = (self.shop, self.customers, self.rhythm, self.channel)
        self._path: list[Step] = []
        self._build()
        self.customers.moved_on.connect(lambda: self._go_on(self.customers))
        self.customers.sample_chosen.connect(self._look_around)
        self._show(self.shop)

    def current(self) -> Step:
        """The page in front."""
        return self._path[-1]

    def proceed(self) -> None:
        """Stores what the page says and goes on; a fault stays on the page, and nothing of it is stored."""
        step = self.current()
        fault = step.find_fault()
        step.show_fault(fault)
        if fault:
            return
        answers, shop = dict(step.answers()), self._desk.shop
        self._set_busy(busy=True)
        self._desk.act(
            lambda: first_run.apply(shop, answers),
            self,
            lambda _: self._stored(step),
            lambda problem: self._not_stored(step, problem),
        )

    def skip(self) -> None:
        """Goes on; the page stores nothing."""
        self.current().show_fault("")
        if self.current() is self.channel:
            self.accept()
        else:
            self._go_on(self.current())

    def back(self) -> None:
        """The page before."""
        self._path.pop()
        self._show(self._path.pop())

    def done(self, how: int) -> None:
        """Remembers, however it ends, that the owner has been asked."""
        self._desk.act(lambda: first_run.finish(self._desk.shop), self._desk, lambda _: None)
        super().done(how)

    def _place(self) -> QWidget:
        """Room for the next page."""
        area = QScrollArea(self._stack)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(area)
        self._areas.append(area)
        return area.viewport()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        self.trail = paragraph("", "muted", rich=True)
        layout.addWidget(self.trail)
        for area, step in zip(self._areas, self._steps, strict=True):
            area.setAccessibleName(step.name)
            step.resize(area.size())  # else it would be asked for a size of its own, and every widget dressed for that
            area.setWidget(step)
        layout.addWidget(self._stack, 1)
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

    def _show(self, step: Step) -> None:
        self._path.append(step)
        at = self._steps.index(step)
        self._stack.setCurrentIndex(at)
        short = (self.tr("Your shop"), self.tr("Customers"), self.tr("Stopped buying"), self.tr("How to write"))
        names = [f"{number} {name}" for number, name in enumerate(short, start=1)]
        self.trail.setText(" › ".join(f"<b>{name}</b>" if each == at else name for each, name in enumerate(names)))
        self.back_button.setEnabled(len(self._path) > 1)
        last = step is self.channel
        self.next_button.setText(self.tr("&Finish") if last else self.tr("C&ontinue"))
        self.next_button.setAccessibleName(self.next_button.text().replace("&", ""))
        step.enter()

    def _go_on(self, step: Step) -> None:
        if step is self.current():
            if step is self.customers:
                self._ask_rhythm()
            else:
                self._show(self._steps[self._steps.index(step) + 1])

    def _ask_rhythm(self) -> None:
        self._set_busy(busy=True)
        self._desk.read(lambda: propose(self._desk.shop), self, self._show_rhythm, self._without_rhythm)

    def _show_rhythm(self, proposal: Proposal) -> None:
        self._set_busy(busy=False)
        if proposal.silence.buyers:
            self.rhythm.show_proposal(proposal)
            self._show(self.rhythm)
        else:
            self._show(self.channel)

    def _without_rhythm(self, problem: BaseException) -> None:
        self._not_stored(self.customers, problem)

    def _stored(self, step: Step) -> None:
        self._set_busy(busy=False)
        if step is self.channel:
            self._finish()
        else:
            self._go_on(step)

    def _not_stored(self, step: Step, problem: BaseException) -> None:
        self._set_busy(busy=False)
        step.show_fault(fault_words(problem))

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
