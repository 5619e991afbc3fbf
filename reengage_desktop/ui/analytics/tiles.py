"""The four headline figures of the chosen days; each has its definition and opens what it counts."""

from reengage_desktop.domain.judging import judge
from reengage_desktop.ui import formats
from reengage_desktop.ui.analytics.behind import Wanted, open_behind, period_words
from reengage_desktop.ui.analytics.differences import count_difference, money_difference
from reengage_desktop.ui.analytics.figures import AnalyticsFigures
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.card_grid import CardGrid
from reengage_desktop.ui.widgets.kpi import KpiTile


class Tiles(CardGrid):
    """Sent, came back, money brought back, opted out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(characters=26, most=4, even=True)
        self._desk = desk
        self._figures: AnalyticsFigures | None = None
        self.sent = KpiTile(self.tr("Sent"))
        self.came_back = KpiTile(self.tr("Came back"))
        self.money = KpiTile(self.tr("Money brought back"))
        self.opted_out = KpiTile(self.tr("Opted out"))
        self.sent.opened.connect(lambda: self._open("sent", self.tr("Got a message")))
        for tile in (self.came_back, self.money):
            tile.opened.connect(lambda: self._open("converted", self.tr("Came back")))
        self.opted_out.opened.connect(lambda: self._open("opted_out_people", self.tr("Opted out")))
        self.show_cards([self.sent, self.came_back, self.money, self.opted_out])

    def show_figures(self, found: AnalyticsFigures) -> None:
        """Puts the figures of a period, and how they differ from those before."""
        self._figures = found
        self._define(found)
        totals, opted_out = found.now.analytics.totals, found.now.analytics.opted_out
        rate = formats.rate(totals.converted, totals.sent)
        if judge(totals.converted, totals.sent) is not None:
            rate = self.tr("{rate} of those sent").replace("{rate}", rate)
        others = ", ".join(
            formats.amount(minor, currency) for currency, minor in found.now.analytics.other_currencies.items()
        )
        money_note = self.tr("and {others}").replace("{others}", others) if others else ""
        notes = ["", rate if totals.sent else "", money_note, ""]
        if found.before is not None:
            earlier = found.before.analytics
            number = formats.number
            differences = [
                count_difference(totals.sent, earlier.totals.sent, number),
                count_difference(totals.converted, earlier.totals.converted, number),
                money_difference(totals.revenue_minor, earlier.totals.revenue_minor, self._amount),
                count_difference(opted_out, earlier.opted_out, number),
            ]
            notes = ["\n".join(filter(None, pair)) for pair in zip(notes, differences, strict=True)]
        self.sent.show_figure(formats.number(totals.sent), notes[0])
        self.came_back.show_figure(formats.number(totals.converted), notes[1])
        self.money.show_figure(self._desk.money(totals.revenue_minor), notes[2])
        self.opted_out.show_figure(formats.number(opted_out), notes[3])

    def _amount(self, minor: int) -> str:
        """An amount that no line breaks inside."""
        return self._desk.money(minor).replace(" ", "\u00a0")

    def _define(self, found: AnalyticsFigures) -> None:
        when, days = period_words(found.now.period), self._desk.settings.whole("reengagement.attribution_days")
        definitions = {
            self.sent: self.tr(
                "Messages that a provider took, {when}. Tests are not counted, nor what was left out or refused. Opens "
                "the customers who got them."
            ),
            self.came_back: self.tr(
                "Messages of {when} after which the customer bought, up to {days} days later. An order counts once, "
                "for the last message before it. Opens these customers."
            ),
            self.money: self.tr(
                "What the orders of those who came back were worth, less what was paid back later. Messages of {when}, "
                "orders up to {days} days after them. Opens these customers."
            ),
            self.opted_out: self.tr(
                "Customers who said no more messages, {when}: by link, by answer, at the till, or told by the "
                "provider. A no that came with an imported file is not counted. Opens these customers."
            ),
        }
        for tile, words in definitions.items():
            tile.define(words.replace("{when}", when).replace("{days}", formats.number(days)))

    def _open(self, figure: str, words: str) -> None:
        if self._figures is not None:
            open_behind(self._desk, self, Wanted(figure, words, self._figures.now.period))
