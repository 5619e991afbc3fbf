"""The wizard as a page of its own: the line of steps, the step, and what leads on. Its draft is saved by itself."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.reviews import Review
from reengage_desktop.engine.composing import shop_language
from reengage_desktop.jobs.events import (
    CredentialsChanged,
    Event,
    ImportFinished,
    PausedChanged,
    SettingsChanged,
    TemplatesChanged,
)
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign
from reengage_desktop.ui.background import ProgressWire
from reengage_desktop.ui.campaigns.doing import tell_started
from reengage_desktop.ui.campaigns.recipes import Recipe
from reengage_desktop.ui.campaigns.wizard.check import CheckStep
from reengage_desktop.ui.campaigns.wizard.goal import GoalStep
from reengage_desktop.ui.campaigns.wizard.keeping import DraftKeeper
from reengage_desktop.ui.campaigns.wizard.message import MessageStep
from reengage_desktop.ui.campaigns.wizard.step import WizardStep
from reengage_desktop.ui.campaigns.wizard.step_line import StepLine
from reengage_desktop.ui.campaigns.wizard.when import WhenStep
from reengage_desktop.ui.campaigns.wizard.who import WhoStep
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.text import column, paragraph, row

Made = TypeVar("Made", bound=WizardStep)

SAVE_MS = 800
GOAL, WHO, MESSAGE, WHEN, CHECK = range(5)

_USEFUL_WIDTH, _USEFUL_HEIGHT = 600, 280

_MENDS = (SettingsChanged, CredentialsChanged, TemplatesChanged, PausedChanged, ImportFinished)
"""What may end, or begin, something that stands in the way of a start."""


class CampaignWizard(QWidget):
    """An empty frame until each of its `parts` was made: all of them at a stretch would hold the window up.

    `started` carries the campaign's number; `closed`: the owner left a draft behind or threw it away.
    """

    started = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk, plan: CampaignPlan, recipe: Recipe | None = None, title: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.plan = plan
        self.at = self.reached = GOAL
        self.keeper = DraftKeeper(desk, self, self._not_kept)
        self._names = [self.tr("Goal"), self.tr("Who"), self.tr("Message"), self.tr("When"), self.tr("Check and start")]
        self.line = StepLine(self._names)
        self.line.chosen.connect(self._go_on)
        self._recipe, self._title = recipe, title
        self.steps: list[WizardStep] = []
        self._is_stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self._take_and_save)
        desk.bus.changed.connect(self._something_changed)
        self._build()

    def hasHeightForWidth(self) -> bool:
        """The step scrolls between the line above and the buttons below."""
        return False

    def sizeHint(self) -> QSize:
        """No more than it needs to be of use."""
        return QSize(_USEFUL_WIDTH, _USEFUL_HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Looks again at what may have been mended or written on another page meanwhile."""
        super().showEvent(event)
        if self.at in (CHECK, MESSAGE):
            self._look_again()

    def parts(self) -> tuple[Callable[[], object], ...]:
        """What makes its parts, in their order, which is that of the tab key; after the last one it can be used."""
        return (
            self._make_goal,
            self._make_who,
            self._make_message,
            self._make_when,
            self._make_check,
            self._make_buttons,
        )

    def take_up(self, campaign: Campaign) -> None:
        """Goes on with a draft that was kept."""
        self.plan = campaign.plan
        self.keeper.take_up(campaign)
        self.reached = CHECK

    def go_to(self, at: int) -> None:
        """Shows a step, with the answers of the one before it taken."""
        self._take()
        if self.at == CHECK:
            self.check.leave()
        self.at, self.reached = at, max(self.reached, at)
        for number, each in enumerate(self.steps):
            each.setVisible(number == at)
        self.area.verticalScrollBar().setValue(0)
        self.line.show_step(at, self.reached)
        self.problem.hide()
        self.back_button.setVisible(at > GOAL)
        self.next_button.setVisible(at < CHECK)
        self.start_button.setVisible(at == CHECK)
        if at < CHECK:
            text = self.tr("Next: {step}").replace("{step}", self._names[at + 1])
            self.next_button.setText(text)
            self.next_button.setAccessibleName(text)
        self.steps[at].show_plan(self.plan, self.keeper.campaign_id)

    def keep(self) -> None:
        """Leaves the draft for later."""
        self._take()
        name = self.plan.name
        text = self.tr("“{name}” is kept as a draft.").replace("{name}", name)
        self.keeper.save(self.plan, lambda _id: self._leave(text))

    def discard(self) -> None:
        """Throws the draft away; Undo brings it back."""
        self._timer.stop()
        self._take()
        if self.keeper.campaign_id is None and not self.keeper.is_busy:
            self._leave("")
        else:
            self.keeper.save(self.plan, self._delete)

    def start(self) -> None:
        """Starts the campaign; nothing leaves for half a minute."""
        if self.check.problem():
            self._say(self.check.problem())
            return
        self.start_button.setEnabled(False)
        self.start_button.setText(self.tr("Starting…"))
        self._is_stopped = False
        self.check.show_starting(0, 0)
        self._show_starting(is_so=True)
        self.keeper.save(self.plan, self._start_saved)

    def _start_saved(self, campaign_id: int) -> None:
        shop = self._desk.shop
        self.keeper.is_over = True
        wire = ProgressWire(self._desk)
        wire.progressed.connect(self._starting)

        def start() -> Campaign:
            made = owner_campaigns.start(shop, campaign_id, stop=lambda: self._is_stopped, tell=wire.progressed.emit)
            return owner_campaigns.call_off(shop, campaign_id) if self._is_stopped else made

        # The desk hears the end also when the owner has gone elsewhere, and the wizard is no more.
        self._desk.take_long(start, self._desk, self._ended, self._not_started)

    def stop_start(self) -> None:
        """Calls the start off while its recipients are being chosen: a draft again, and nobody gets anything."""
        self._is_stopped = True
        self.stop_button.setEnabled(False)

    def _starting(self, done: int, total: object) -> None:
        if isinstance(total, int):
            self.check.show_starting(done, max(1, total))

    def _ended(self, campaign: Campaign) -> None:
        is_draft = campaign.status is CampaignStatus.DRAFT
        if not isValid(self):
            if not is_draft:
                tell_started(self._desk, campaign)
            return
        if not is_draft:
            self.started.emit(campaign.id)
            return
        self.keeper.is_over = False
        self._show_starting(is_so=False)
        self.go_to(CHECK)

    def _show_starting(self, *, is_so: bool) -> None:
        self.stop_button.setVisible(is_so)
        self.stop_button.setEnabled(is_so)
        for each in (self.line, self.back_button, self.close_button, self.discard_button):
            each.setDisabled(is_so)

    def _not_started(self, fault: BaseException) -> None:
        self._desk.failed.emit(fault)
        if isValid(self):
            self.keeper.is_over = False
            self._show_starting(is_so=False)
            self.go_to(CHECK)

    def _delete(self, campaign_id: int) -> None:
        shop, payload = self._desk.shop, self.plan.as_payload(self._desk.zone)
        text = self.tr("“{name}” was thrown away.").replace("{name}", self.plan.name)

        def undo() -> None:
            self._desk.act(lambda: owner_campaigns.create(shop, payload), self._desk, lambda _: None)

        def deleted(_: object) -> None:
            self._leave("")
            self._desk.say(text, undo)

        def failed(fault: BaseException) -> None:
            self.keeper.is_over = False
            self._desk.failed.emit(fault)

        self.keeper.is_over = True
        self._desk.act(lambda: owner_campaigns.delete(shop, campaign_id), self, deleted, failed)

    def _leave(self, sentence: str) -> None:
        self.keeper.is_over = True
        self._timer.stop()
        self.check.leave()
        self.closed.emit()
        if sentence:
            self._desk.say(sentence)

    def let_go(self) -> None:
        """The owner goes elsewhere: what she has answered is kept, what she only looked at is not."""
        self.check.leave()
        if self._timer.isActive():
            self._timer.stop()
            self._take_and_save()

    def _something_changed(self, event: Event) -> None:
        if self.at == CHECK and self.isVisible() and isinstance(event, _MENDS):
            self._look_again()

    def _look_again(self) -> None:
        if not self.stop_button.isVisibleTo(self):
            self._take()
            self.steps[self.at].show_plan(self.plan, self.keeper.campaign_id)

    def _back(self) -> None:
        self._go_and_save(self.at - 1)

    def _go_and_save(self, at: int) -> None:
        self.go_to(at)
        self.keeper.save(self.plan)

    def _next(self) -> None:
        self._go_on(self.at + 1)

    def _go_on(self, at: int) -> None:
        """Goes to a step; forwards only with an answer that can be taken."""
        problem = self.steps[self.at].problem() if at > self.at else ""
        if problem:
            self.line.show_step(self.at, self.reached)
            self._say(problem)
        else:
            self._go_and_save(at)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _edited(self) -> None:
        self.problem.hide()
        self._timer.start()

    def _take(self) -> None:
        if not self.steps[self.at].isHidden():
            self.plan = self.steps[self.at].taken(self.plan)

    def _take_and_save(self) -> None:
        self._take()
        self.keeper.save(self.plan)

    def _not_kept(self, fault: BaseException) -> None:
        if self.stop_button.isVisibleTo(self):
            self._show_starting(is_so=False)
            self.check.progress.hide()
        self._fit_start(self.check.review)
        self._desk.failed.emit(fault)

    def _fit_start(self, review: Review | None) -> None:
        at = self.plan.scheduled_at
        if at is not None:
            text = self.tr("Start on {day}").replace("{day}", self._desk.exact(stamp(at)))
        elif review is None:
            text = self.tr("Start sending")
        else:
            text = self.tr("Start sending to %Ln customers", "", review.will_get)
        self.start_button.setText(text)
        self.start_button.setAccessibleName(text)
        self.start_button.setEnabled(review is not None and not self.check.problem())
        self.start_button.updateGeometry()

    def _build(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.line)
        holder = QWidget()
        holder.setProperty("role", "page")
        self._inner = column([])
        holder.setLayout(self._inner)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(self.tr("The step in front"))
        self.area.setWidget(holder)
        self.area.setMinimumHeight(140)
        layout.addWidget(self.area, 1)

    def _make_goal(self) -> None:
        self.goal = self._added(GoalStep(shop_language(self._desk.settings)))
        if self._recipe is not None:
            self.goal.show_recipe(self._recipe)

    def _make_who(self) -> None:
        self.who = self._added(WhoStep(self._desk))
        self.who.show_title(self._title)

    def _make_message(self) -> None:
        self.message = self._added(MessageStep(self._desk))

    def _make_when(self) -> None:
        self.when = self._added(WhenStep(self._desk))

    def _make_check(self) -> None:
        self.check = self._added(CheckStep(self._desk))
        self.check.reviewed.connect(self._fit_start)

    def _added(self, step: Made) -> Made:
        step.hide()
        step.changed.connect(self._edited)
        self._inner.addWidget(step)
        self.steps.append(step)
        return step

    def _make_buttons(self) -> None:
        self.problem = paragraph("", "warn")
        self.problem.hide()
        self._layout.addWidget(self.problem)
        self.back_button = button(self.tr("Back"), self._back)
        self.close_button = button(self.tr("Keep as a draft"), self.keep, picture="save")
        self.discard_button = button(self.tr("Throw away"), self.discard, picture="trash-2")
        self.next_button = button(self.tr("Next"), self._next, kind="primary")
        self.start_button = button(self.tr("Start"), self.start, picture="send", kind="primary")
        self.stop_button = button(self.tr("Call the start off"), self.stop_start, picture="x")
        self.stop_button.hide()
        buttons = [self.back_button, self.close_button, self.discard_button, None, self.stop_button]
        self._layout.addLayout(row([*buttons, self.next_button, self.start_button]))
