"""Analytics: the range, the headline figures, the charts, the tables per kind and channel, and what is certain."""

from datetime import date
from functools import partial
from typing import Any, ClassVar

from reengage_desktop.domain.figures import StateFigures
from reengage_desktop.domain.moments import day_number
from reengage_desktop.jobs.events import (
    CustomersChanged,
    Event,
    ImportFinished,
    QueueChanged,
    ResultsChanged,
    SettingsChanged,
)
from reengage_desktop.jobs.tasks.results import StateHistory
from reengage_desktop.ui import wording
from reengage_desktop.ui.analytics.behind import period_words
from reengage_desktop.ui.analytics.figures import AnalyticsFigures, read_analytics
from reengage_desktop.ui.analytics.lift import LiftCard
from reengage_desktop.ui.analytics.pictures import FunnelCard, HoursCard, LinesCard, LossesCard, StatesCard
from reengage_desktop.ui.analytics.ranges import RangeLine
from reengage_desktop.ui.analytics.results_card import ResultsCard
from reengage_desktop.ui.analytics.tiles import Tiles
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.card_grid import CardGrid
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.wording import translate


class AnalyticsPage(Page):
    """Every figure says how it is counted and opens its list; every chart can be a table."""

    follows: ClassVar[tuple[type[Event], ...]] = (
        QueueChanged,
        ResultsChanged,
        CustomersChanged,
        ImportFinished,
        SettingsChanged,
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("AnalyticsPage", "Analytics"))
        self._asked = 0
        self._history = StateHistory()
        self.range = RangeLine(date.fromordinal(self._today()))
        self.range.changed.connect(self.load)
        self.body.addWidget(self.range)
        self.nothing = self._nothing_sent()
        self.tiles = Tiles(desk)
        self.lift = LiftCard(desk)
        self.funnel, self.lines = FunnelCard(desk), LinesCard(desk)
        self.states, self.hours, self.losses = StatesCard(desk), HoursCard(desk), LossesCard(desk)
        self.by_type = ResultsCard(desk, self.tr("By kind of message"), "campaign_type")
        self.by_channel = ResultsCard(desk, self.tr("By channel"), "channel")
        self._upper, self._lower = CardGrid(characters=56), CardGrid(characters=56)
        self._upper.show_cards([self.funnel, self.lines])
        self._lower.show_cards([self.states, self.hours])
        parts = (self.nothing, self.tiles, self._upper, self.lift, self.by_type, self.by_channel, self._lower)
        for part in (*parts, self.losses):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def load(self) -> None:
        """Reads the chosen days, and the customers' states beside them."""
        self._asked += 1
        asked, shop = self._asked, self.desk.shop
        self.range.end_on(date.fromordinal(self._today()))
        period, compared = self.range.period(self._today()), self.range.compare.isChecked()
        self.desk.read(
            lambda: read_analytics(shop, period, compared=compared),
            self,
            lambda found: self._show(found) if asked == self._asked else None,
        )
        history = self._history
        self.desk.read(lambda: history.read(shop), self, self._show_states)

    def open(self, argument: object) -> None:
        """Takes `{"days": …}`."""
        wanted: dict[str, Any] = argument if isinstance(argument, dict) else {}
        if isinstance(wanted.get("days"), int) and wanted["days"] > 0:
            self.range.choose_days(wanted["days"])

    def _today(self) -> int:
        return day_number(self.desk.now(), self.desk.zone)

    def _nothing_sent(self) -> Card:
        card = Card()
        words = self.tr("Nothing was sent in this time. Customers and orders are counted below all the same.")
        action = button(self.tr("Look at the campaigns"), lambda: self.desk.go("campaigns"), kind="primary")
        sentence = paragraph(words)
        line = row([sentence, action], spacing=16)
        line.setStretch(0, 1)
        card.add(line)
        card.hide()
        return card

    def _show(self, found: AnalyticsFigures) -> None:
        analytics = found.now.analytics
        self.subheading.setText(self._subheading(found))
        has_sent = analytics.totals.sent > 0
        self.nothing.setVisible(not has_sent)
        self.lift.setVisible(has_sent)
        self.tiles.show_figures(found)
        for card in (self.funnel, self.lines, self.hours, self.losses):
            card.show_figures(found)
        self.lift.show_lift(analytics.lift, analytics.totals.converted)
        self.desk.build([partial(self._show_kinds, found), partial(self._show_channels, found)], self, lambda _: None)

    def _show_kinds(self, found: AnalyticsFigures) -> None:
        analytics = found.now.analytics
        kinds = {key: (wording.campaign_name(key), each) for key, each in analytics.by_type.items()}
        self.by_type.show_results(found.now.period, kinds, (self.tr("All"), analytics.totals))
        self.by_type.setVisible(analytics.totals.sent > 0)

    def _show_channels(self, found: AnalyticsFigures) -> None:
        analytics = found.now.analytics
        used = {key: (wording.channel_name(key), each) for key, each in analytics.by_channel.items() if each.sent}
        self.by_channel.show_results(found.now.period, used)
        self.by_channel.setVisible(analytics.totals.sent > 0)

    def _subheading(self, found: AnalyticsFigures) -> str:
        now = period_words(found.now.period)
        if found.before is None:
            return now
        words = self.tr("{now}, before: {before}")
        return words.replace("{now}", now).replace("{before}", period_words(found.before.period))

    def _show_states(self, weeks: list[StateFigures]) -> None:
        self.states.show_states(weeks)
