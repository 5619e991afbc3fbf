"""The first page: one sentence, four figures, a chart, and what needs the owner."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reengage_desktop.domain.figures import DayFigures
from reengage_desktop.jobs.events import Event
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.ui import formats
from reengage_desktop.ui.charts import ChartCard, DaySeries, LineChart
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.home.attention import Attention, attention
from reengage_desktop.ui.home.figures import HomeFigures, read_home
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.kpi import KpiTile
from reengage_desktop.ui.widgets.text import clear, label, paragraph


class HomePage(Page):
    """Follows everything: whatever happens may change a figure here."""

    follows: ClassVar[tuple[type[Event], ...]] = (Event,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, greeting(desk))
        self.next_check = label("", "muted")
        self.head.addWidget(self.next_check)
        self.pause = button(self.tr("Pause all"), self._pause, picture="pause")
        self.head.addWidget(self.pause)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())

    def load(self) -> None:
        """Reads all figures."""
        self.heading.setText(greeting(self.desk))
        self.desk.read(lambda: read_home(self.desk.shop), self, self._show)

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
        column.setSpacing(12)
        column.addWidget(self._hero())
        column.addLayout(self._tiles())
        lower = QHBoxLayout()
        lower.setSpacing(12)
        self.chart = LineChart(self.tr("Messages per day"), formats.day, formats.number)
        self._chart_card = ChartCard(self.tr("Messages per day"), self.chart)
        self._chart_card.setMinimumHeight(250)
        lower.addWidget(self._chart_card, 3)
        self._needs = Card(self.tr("Needs your attention"), grows=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self._needs.add(self._lines)
        self._needs.body.addStretch(1)
        lower.addWidget(self._needs, 2)
        column.addLayout(lower, 1)
        return full

    def _hero(self) -> Card:
        hero = Card()
        line = QHBoxLayout()
        line.setSpacing(16)
        self.hero = QLabel()
        self.hero.setTextFormat(Qt.TextFormat.RichText)
        self.hero.setWordWrap(True)
        self.hero.setProperty("role", "hero")
        self.hero.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(self.hero, 1)
        self.review = button(
            self.tr("Review and win back"), lambda: self.desk.go("campaigns"), picture="send", kind="primary"
        )
        self.show_lapsed = button(
            self.tr("Show them"), lambda: self.desk.go("customers", {"segment": "inactive"}), kind="link"
        )
        line.addWidget(self.show_lapsed)
        line.addWidget(self.review)
        hero.add(line)
        return hero

    def _tiles(self) -> QHBoxLayout:
        days = str(self.desk.settings.whole("reengagement.attribution_days"))
        counted = self.tr(
            "Net of refunds, each order once, for customers who bought within {days} days after their last message."
        )
        self.sent = KpiTile(self.tr("Sent, last 30 days"), self.tr("Messages that went out in the last 30 days."))
        self.came_back = KpiTile(self.tr("Came back"), self.tr("Customers who bought again after a message."))
        self.money = KpiTile(self.tr("Money brought back"), counted.replace("{days}", days))
        self.opted_out = KpiTile(self.tr("Opted out"), self.tr("Customers who said no more messages."))
        self.sent.opened.connect(lambda: self.desk.go("activity", {"filter": "sent"}))
        self.came_back.opened.connect(lambda: self.desk.go("analytics", {"days": 30}))
        self.money.opened.connect(lambda: self.desk.go("analytics", {"days": 30}))
        self.opted_out.opened.connect(lambda: self.desk.go("customers", {"segment": "opted_out"}))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.sent, self.came_back, self.money, self.opted_out):
            tiles.addWidget(tile, 1)
        return tiles

    def _show(self, figures: HomeFigures) -> None:
        self._stack.setCurrentIndex(2 if figures.customers else 1)
        self.pause.setVisible(figures.customers > 0 and not figures.standing.paused)
        self._show_next_check(figures)
        self._show_hero(figures)
        self._show_tiles(figures)
        self._show_chart(figures.days)
        planned = ran = ""
        if figures.late_run is not None:
            planned = self.desk.when(figures.late_run.planned_at)
            ran = self.desk.when(figures.late_run.started_at)
        self._show_lines(attention(figures, planned, ran))

    def _show_next_check(self, figures: HomeFigures) -> None:
        standing = figures.standing
        if not figures.customers:
            self.next_check.setText("")
        elif standing.paused:
            self.next_check.setText(self.tr("Sending paused"))
        elif not standing.enabled:
            self.next_check.setText(self.tr("Automatic messages are off"))
        else:
            when = self.desk.when(standing.next_check_at)
            self.next_check.setText(self.tr("Next check {when}").replace("{when}", when))

    def _show_hero(self, figures: HomeFigures) -> None:
        lapsed = figures.lapsed
        self.review.setVisible(lapsed.customers > 0)
        self.show_lapsed.setVisible(lapsed.customers > 0)
        if not lapsed.customers:
            self.hero.setText(self.tr("<b>Nobody stopped buying.</b> Everybody has bought recently enough."))
            return
        count = self.tr("<b>%Ln customers stopped buying</b>", "", lapsed.customers)
        spent = self.tr("together they used to spend about {money} a month.")
        self.hero.setText(f"{count} – {spent.replace('{money}', self.desk.money(lapsed.monthly_minor, whole=True))}")

    def _show_tiles(self, figures: HomeFigures) -> None:
        totals, standing = figures.totals, figures.standing
        self.sent.show_figure(formats.number(totals.sent), self.tr("%Ln waiting in the queue", "", standing.waiting))
        share = self.tr("{percent} of those written to").replace("{percent}", formats.percent(totals.conversion_rate))
        if totals.sent and not totals.is_enough_to_judge:
            share = self.tr("too few to judge a rate yet")
        self.came_back.show_figure(
            formats.number(totals.converted), share if totals.sent else self.tr("nothing sent yet")
        )
        days = str(self.desk.settings.whole("reengagement.attribution_days"))
        note = self.tr("within {days} days of a message").replace("{days}", days)
        self.money.show_figure(self.desk.money(totals.revenue_minor, whole=True), note)
        rate = figures.opted_out / totals.sent if totals.sent else 0.0
        self.opted_out.show_figure(formats.number(figures.opted_out), formats.percent(rate) if totals.sent else "")

    def _show_chart(self, days: list[DayFigures]) -> None:
        self.chart.show_days(
            [date.fromordinal(day.day) for day in days],
            [
                DaySeries(self.tr("Sent"), Tone.ACCENT, [day.sent for day in days]),
                DaySeries(self.tr("Bought again"), Tone.OK, [day.bought_again for day in days]),
            ],
        )
        self._chart_card.refresh_table()

    def _show_lines(self, lines: list[Attention]) -> None:
        clear(self._lines)
        if not lines:
            self._lines.addWidget(paragraph(self.tr("Nothing. Everything is as it should be."), "muted"))
        for line in lines:
            made = QHBoxLayout()
            made.setSpacing(8)
            made.addWidget(Chip(line.word, line.tone), 0, Qt.AlignmentFlag.AlignTop)
            made.addWidget(paragraph(line.sentence), 1)
            if line.action:
                action = button(line.action, lambda line=line: self.desk.go(line.page, line.argument))  # type: ignore[misc]
                action.setAccessibleName(f"{line.action} {line.sentence}")
                made.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addLayout(made)

    def _pause(self) -> None:
        self.pause.setEnabled(False)
        self.desk.act(lambda: sending.pause(self.desk.shop), self, lambda _: self._paused())

    def _paused(self) -> None:
        self.pause.setEnabled(True)
        self.desk.say(self.tr("Sending is paused. Nobody is written to until you resume."), self._resume)

    def _resume(self) -> None:
        self.desk.act(lambda: sending.resume(self.desk.shop), self, lambda _: None)


def greeting(desk: Desk) -> str:
    """A greeting that fits the shop's time of day."""
    hour = desk.now().astimezone(desk.zone).hour
    if hour < 12:
        return QCoreApplication.translate("HomePage", "Good morning")
    if hour < 18:
        return QCoreApplication.translate("HomePage", "Good afternoon")
    return QCoreApplication.translate("HomePage", "Good evening")
