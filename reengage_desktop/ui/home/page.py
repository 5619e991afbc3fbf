"""The first page: one sentence, four figures, a chart, and what needs the owner."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from reengage_desktop.domain.figures import DayFigures
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.jobs.events import (
    CustomersChanged,
    Event,
    PausedChanged,
    QueueChanged,
    ResultsChanged,
    RunStarted,
    WokeUp,
)
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.jobs.tasks.readiness import Readiness, read_readiness
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.charts import ChartCard, DaySeries, LineChart
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.home.attention import list_attention
from reengage_desktop.ui.home.figures import HomeFigures, read_home
from reengage_desktop.ui.home.hero import HeroCard
from reengage_desktop.ui.home.needs import NeedsCard
from reengage_desktop.ui.home.steps import StepsCard
from reengage_desktop.ui.home.tiles import Tiles
from reengage_desktop.ui.page import WIDE_LETTERS, Page
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.standing import disabled_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.text import keep_room, label
from reengage_desktop.ui.wording import reason_text, translate

_TALLEST_CHART = 620
_GAP = 12
_NO_NEWS_OF_KEYS = (QueueChanged, ResultsChanged, RunStarted, CustomersChanged, PausedChanged, WokeUp)


class HomePage(Page):
    """Follows everything: whatever happens may change a figure here."""

    follows: ClassVar[tuple[type[Event], ...]] = (Event,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, greeting(desk))
        self._figures: HomeFigures | None = None
        self._readiness: Readiness | None = None
        self._knows_readiness = False
        self._reading: Reading[HomeFigures] = Reading(desk, self, self._show)
        self.next_check = label("", "muted")
        self.head.addWidget(self.next_check)
        self.pause = button(self.tr("Pause all"), self._pause, picture="pause")
        self.resume = button(self.tr("Resume sending"), self._resume, picture="play", kind="primary")
        for each in (self.pause, self.resume):
            self.head.addWidget(each)
            each.hide()
        keep_room(self.pause, is_kept=True)
        self.steps = StepsCard(desk)
        self.body.addWidget(self.steps)
        # No stack: it would keep as much room as the larger of the two needs.
        self.empty, self.full = self._empty(), self._full()
        for view in (self.empty, self.full):
            view.hide()
            self.body.addWidget(view, 1)
        # What a shop that has its name most likely shows stands there at once; the figures come into it.
        self.full.setVisible(bool(desk.settings.text("business.name")))
        self._chart_card.refresh_table()

    def load(self) -> None:
        """Reads all figures, and what the keyring knows when that may have changed."""
        self.heading.setText(greeting(self.desk))
        self._reading.start(lambda: read_home(self.desk.shop))
        if not self._knows_readiness:
            self._knows_readiness = True
            self.desk.read(lambda: read_readiness(self.desk.shop), self, self._show_readiness)

    def refresh(self) -> None:
        """Reads again; F5 asks the keyring too."""
        self._knows_readiness = False
        super().refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, what needs the owner stands above the chart."""
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE_LETTERS * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self._lower.setDirection(direction.RightToLeft if is_wide else direction.TopToBottom)
        self.needs.set_wide(is_wide=not is_wide)

    def _something_changed(self, event: Event) -> None:
        if not isinstance(event, _NO_NEWS_OF_KEYS):
            self._knows_readiness = False
        super().refresh()

    def _empty(self) -> QWidget:
        buttons = (
            button(
                self.tr("Import customers…"), lambda: self.desk.import_asked.emit(""), picture="upload", kind="primary"
            ),
            button(self.tr("Use sample data"), self.desk.sample_asked.emit, picture="sparkles"),
        )
        sentence = self.tr(
            "Bring in the customers and orders from your shop system, and see here who stopped buying. Nothing is sent "
            "before you say so."
        )
        return EmptyState("users", self.tr("No customers yet"), sentence, buttons)

    def _full(self) -> QWidget:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self.hero = HeroCard(self.desk)
        column.addWidget(self.hero)
        self.tiles = Tiles(self.desk)
        column.addWidget(self.tiles)
        # What needs the owner comes first, for the keyboard too, also where it stands at the right of the chart.
        self._lower = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._lower.setSpacing(_GAP)
        heading = translate("DayLines", "Messages per day")
        self.chart = LineChart(heading, formats.day, formats.number, formats.long_day)
        self._chart_card = ChartCard(heading, self.chart)
        self._chart_card.define(wording.day_lines_words())
        self._chart_card.said.connect(self.desk.say)
        self._chart_card.failed.connect(self.desk.failed.emit)
        self._chart_card.setMinimumHeight(250)
        self._chart_card.setMaximumHeight(_TALLEST_CHART)
        self.needs = NeedsCard(self.desk)
        self._lower.addWidget(self.needs, 5)
        self._lower.addWidget(self._chart_card, 6)
        column.addLayout(self._lower, 1)
        return full

    def _show(self, figures: HomeFigures) -> None:
        self._figures = figures
        keep_room(self.pause, is_kept=False)
        self.full.setVisible(figures.has_customers)
        self.empty.setVisible(not figures.has_customers)
        self._show_switch(has_customers=figures.has_customers, paused=figures.standing.paused)
        self._show_next_check(figures)
        self.hero.show_lapsed_figures(figures.lapsed)
        self.tiles.show_figures(figures)
        self._show_chart(figures.days)
        self._show_needs()

    def _show_switch(self, *, has_customers: bool, paused: bool) -> None:
        """One button in the other's place, which takes over the keyboard too."""
        shown, hidden = (self.resume, self.pause) if paused else (self.pause, self.resume)
        shown.setVisible(has_customers)
        if hidden.hasFocus():
            shown.setFocus()
        hidden.hide()

    def _show_readiness(self, readiness: Readiness) -> None:
        self._readiness = readiness
        self.steps.show_steps(readiness.checklist)
        self._show_needs()

    def _show_needs(self) -> None:
        if self._figures is not None:
            self.needs.show_lines(list_attention(self.desk, self._figures, self._readiness))

    def _show_next_check(self, figures: HomeFigures) -> None:
        standing = figures.standing
        if not figures.has_customers:
            self.next_check.setText("")
        elif standing.paused:
            self.next_check.setText(self.tr("Sending paused"))
        elif standing.is_disabled:
            self.next_check.setText(disabled_words())
        elif not standing.enabled:
            self.next_check.setText(self.tr("Automatic messages are off"))
        elif not standing.is_clock_right:
            self.next_check.setText(reason_text(Reason.CLOCK_UNTRUSTED))
        else:
            when = self.desk.when(standing.next_check_at)
            self.next_check.setText(self.tr("Next check {when}").replace("{when}", when))

    def _show_chart(self, days: list[DayFigures]) -> None:
        if not any(day.sent or day.bought_again for day in days):
            self.chart.show_nothing(self.tr("When messages go, you see here how many, and who bought again."))
            self._chart_card.refresh_table()
            return
        self.chart.show_days(
            [date.fromordinal(day.day) for day in days],
            [
                DaySeries(translate("DayLines", "Sent"), Tone.ACCENT, [day.sent for day in days]),
                DaySeries(translate("DayLines", "Bought again"), Tone.OK, [day.bought_again for day in days]),
            ],
        )
        self._chart_card.refresh_table()

    def _pause(self) -> None:
        self.desk.act(lambda: sending.pause(self.desk.shop), self, lambda _: self._paused())

    def _paused(self) -> None:
        self.desk.say(self.tr("Sending is paused. Nobody is written to until you resume."), self._resume)

    def _resume(self) -> None:
        shop, sentence = self.desk.shop, self.tr("Sending goes on.")
        self.desk.act(lambda: sending.resume(shop), self, lambda _: self.desk.say(sentence))


def greeting(desk: Desk) -> str:
    """A greeting that fits the shop's time of day."""
    hour = desk.now().astimezone(desk.zone).hour
    if hour < 12:
        return QCoreApplication.translate("HomePage", "Good morning")
    if hour < 18:
        return QCoreApplication.translate("HomePage", "Good afternoon")
    return QCoreApplication.translate("HomePage", "Good evening")
