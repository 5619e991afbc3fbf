"""The range, the headline figures, funnel and time line, the tables per kind and channel, and when customers buy."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reengage_desktop.domain.figures import Results
from reengage_desktop.jobs.events import CustomersChanged, Event, ImportFinished, QueueChanged, ResultsChanged
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.analytics.figures import AnalyticsFigures, read_analytics
from reengage_desktop.ui.analytics.results_table import ResultsTable
from reengage_desktop.ui.charts import Bar, ChartCard, DaySeries, FunnelChart, HeatCells, HeatMap, LineChart
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, filter_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.kpi import KpiTile
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

RANGES = (7, 30, 90)


class AnalyticsPage(Page):
    """Every figure has its definition as a tooltip; every chart can be a table."""

    follows: ClassVar[tuple[type[Event], ...]] = (QueueChanged, ResultsChanged, CustomersChanged, ImportFinished)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("AnalyticsPage", "Analytics"))
        self._days = 30
        self._asked = 0
        self.ranges: dict[int, QPushButton] = {}
        for days in RANGES:
            made = filter_button(self.tr("%Ln days", "", days), self._chooser(days))
            made.setChecked(days == self._days)
            made.setAccessibleName(self.tr("The last %Ln days", "", days))
            self.ranges[days] = made
            self.head.addWidget(made)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        self.body.addWidget(self._stack, 1)

    def load(self) -> None:
        """Reads the chosen range."""
        self._asked += 1
        asked, days, shop = self._asked, self._days, self.desk.shop
        self.desk.read(
            lambda: read_analytics(shop, days), self, lambda found: self._show(found) if asked == self._asked else None
        )

    def open(self, argument: object) -> None:
        """Takes `{"days": …}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if wanted.get("days") in RANGES:
            self._choose(int(wanted["days"]))

    def _chooser(self, days: int) -> Callable[[], None]:
        return lambda: self._choose(days)

    def _choose(self, days: int) -> None:
        self._days = days
        for each, made in self.ranges.items():
            made.setChecked(each == days)
        self.load()

    def _empty(self) -> QWidget:
        sentence = self.tr(
            "As soon as messages have gone out, you see here who opened them, who came back, and what they spent."
        )
        action = button(self.tr("Look at the campaigns"), lambda: self.desk.go("campaigns"), kind="primary")
        return EmptyState("chart-line", self.tr("Nothing sent in this time"), sentence, [action])

    def _full(self) -> QWidget:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._tiles())
        charts = QHBoxLayout()
        charts.setSpacing(12)
        self.funnel = FunnelChart(self.tr("From checked to bought again"))
        self._funnel_card = ChartCard(self.tr("From checked to bought again"), self.funnel)
        self.lines = LineChart(self.tr("Messages per day"), formats.day, formats.number)
        self._lines_card = ChartCard(self.tr("Messages per day"), self.lines)
        for card in (self._funnel_card, self._lines_card):
            card.setMinimumHeight(290)
            charts.addWidget(card, 1)
        column.addLayout(charts, 1)
        self.by_type = ResultsTable(self.desk, self.tr("By kind of message"), wording.campaign_name)
        self.by_channel = ResultsTable(self.desk, self.tr("By channel"), wording.channel_name)
        for table in (self.by_type, self.by_channel):
            framed = Card(table.accessibleName())
            framed.add(table)
            column.addWidget(framed)
        self.heat = HeatMap(self.tr("When customers buy"))
        self._heat_card = ChartCard(self.tr("When customers buy"), self.heat)
        self._heat_card.setMinimumHeight(270)
        column.addWidget(self._heat_card)
        note = self.tr("Opens are rough: many mail programs hide them, and some open messages by themselves.")
        column.addWidget(paragraph(note, "muted"))
        return full

    def _tiles(self) -> QHBoxLayout:
        self.sent = KpiTile(self.tr("Sent"), self.tr("Messages that a provider took in this time."))
        self.came_back = KpiTile(
            self.tr("Came back"), self.tr("Messages after which the customer bought within the days that you set.")
        )
        self.rate = KpiTile(self.tr("Came back, of those written to"), self.tr("Came back ÷ sent."))
        self.money = KpiTile(self.tr("Money brought back"), self.tr("Net of refunds, each order counted once."))
        self.sent.opened.connect(lambda: self.desk.go("activity", {"filter": "sent"}))
        for tile in (self.came_back, self.rate, self.money):
            tile.opened.connect(lambda: self.desk.go("activity", {"filter": "sent"}))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.sent, self.came_back, self.rate, self.money):
            tiles.addWidget(tile, 1)
        return tiles

    def _show(self, found: AnalyticsFigures) -> None:
        totals = found.analytics.totals
        self._stack.setCurrentIndex(2 if totals.sent else 1)
        self._show_tiles(found, totals)
        self.funnel.show_bars(self._bars(found, totals))
        self._funnel_card.refresh_table()
        self.lines.show_days(
            [date.fromordinal(day.day) for day in found.days],
            [
                DaySeries(self.tr("Sent"), Tone.ACCENT, [day.sent for day in found.days]),
                DaySeries(self.tr("Bought again"), Tone.OK, [day.bought_again for day in found.days]),
            ],
        )
        self._lines_card.refresh_table()
        self.by_type.show_results(found.analytics.by_type)
        used = {name: results for name, results in found.analytics.by_channel.items() if results.sent}
        self.by_channel.show_results(used)
        names = [QLocale().dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
        self.heat.show_cells(HeatCells(names, found.hours))
        self._heat_card.setVisible(any(any(line) for line in found.hours))
        self._heat_card.refresh_table()

    def _show_tiles(self, found: AnalyticsFigures, totals: Results) -> None:
        self.sent.show_figure(formats.number(totals.sent), self.tr("%Ln opted out", "", totals.opted_out))
        self.came_back.show_figure(formats.number(totals.converted), self.tr("%Ln answered", "", totals.answered))
        if totals.is_enough_to_judge:
            self.rate.show_figure(formats.percent(totals.conversion_rate))
        else:
            self.rate.show_figure("–", self.tr("too few to judge (needs about 200)"))
        others = ", ".join(
            formats.amount(minor, currency) for currency, minor in found.analytics.other_currencies.items()
        )
        note = self.tr("and {others}").replace("{others}", others) if others else ""
        self.money.show_figure(self.desk.money(totals.revenue_minor), note)

    def _bars(self, found: AnalyticsFigures, totals: Results) -> list[Bar]:
        steps = [
            (self.tr("Checked"), found.looked_at, self.tr("Customers that the daily checks looked at.")),
            (self.tr("Sent"), totals.sent, self.tr("Messages that a provider took.")),
            (self.tr("Delivered"), totals.delivered, self.tr("Messages that the provider says arrived.")),
            (self.tr("Opened"), totals.opened, self.tr("Rough: many mail programs hide this.")),
            (self.tr("Clicked"), totals.clicked, self.tr("Messages in which a link was clicked.")),
            (self.tr("Bought again"), totals.converted, self.tr("Messages that brought the customer back.")),
        ]
        if found.looked_at < totals.sent:
            steps = steps[1:]
        first = steps[0][1] or 1
        return [
            Bar(name, value, f"{formats.number(value)} · {formats.percent(value / first)}", tip)
            for name, value, tip in steps
        ]
