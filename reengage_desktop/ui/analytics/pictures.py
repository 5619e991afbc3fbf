"""The charts of Analytics, each in its card: the funnel, the time line, the states, the hours, and what goes wrong."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale

from reengage_desktop.domain.figures import StateFigures
from reengage_desktop.domain.judging import judge
from reengage_desktop.ui import formats
from reengage_desktop.ui.analytics.behind import Wanted, open_behind, open_state, period_words
from reengage_desktop.ui.analytics.figures import AnalyticsFigures, PeriodFigures
from reengage_desktop.ui.charts import (
    Bar,
    ChartCard,
    DaySeries,
    FunnelChart,
    HeatCells,
    HeatMap,
    LineChart,
    StackedAreas,
    StackedBars,
    by_weeks,
)
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import day_lines_words, translate

_DAYS_AS_BARS = 62


def _connect(card: ChartCard, desk: Desk) -> None:
    card.said.connect(desk.say)
    card.failed.connect(desk.failed.emit)


class FunnelCard(ChartCard):
    """From chosen to bought again; a step opens its customers."""

    _FIGURES = ("chosen", "sent", "delivered", "opened", "clicked", "converted")

    def __init__(self, desk: Desk) -> None:
        self.funnel = FunnelChart(translate("FunnelCard", "From chosen to bought again"))
        super().__init__(translate("FunnelCard", "From chosen to bought again"), self.funnel)
        self._desk = desk
        self._found: PeriodFigures | None = None
        self.funnel.activated.connect(self._open)
        self.note = paragraph("", "muted")
        self.add(self.note)
        _connect(self, desk)

    def show_figures(self, found: AnalyticsFigures) -> None:
        """Shows a period; shares only where there are enough to judge."""
        self._found = found.now
        earlier = None if found.before is None else _steps(found.before)
        steps = _steps(found.now)
        chosen = steps[0]
        if not chosen:
            self.funnel.show_nothing(
                self.tr("As soon as messages have gone out, you see here how many arrived, and who came back.")
            )
        else:
            bars = []
            for at, (name, tip) in enumerate(self._words()):
                before = None if earlier is None else earlier[at]
                bars.append(Bar(name, steps[at], self._note(steps[at], chosen, before), tip))
            self.funnel.show_bars(bars)
        too_few = bool(chosen) and judge(0, chosen) is None
        few = self.tr("Shares: {few}.").replace("{few}", formats.few_words())
        self.note.setText(few if too_few else "")
        self.note.setVisible(too_few)
        self.refresh_table()

    def _words(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Chosen"), self.tr("Messages prepared for customers who were due, whether they went out or not.")),
            (self.tr("Sent"), self.tr("Messages that a provider took.")),
            (self.tr("Delivered"), self.tr("Messages that the provider says arrived.")),
            (self.tr("Opened ≈"), self.tr("Rough: many mail programs hide this.")),
            (self.tr("Clicked"), self.tr("Messages in which a link was followed.")),
            (self.tr("Bought again"), self.tr("Messages that brought the customer back.")),
        ]

    def _note(self, value: int, first: int, before: int | None) -> str:
        share = judge(value, first)
        text = formats.number(value) if share is None else f"{formats.number(value)} · {formats.percent(share)}"
        if before is None:
            return text
        return text + " " + self.tr("(before: {count})").replace("{count}", formats.number(before))

    def _open(self, at: int) -> None:
        if self._found is not None:
            words = self._words()[at][0]
            open_behind(self._desk, self, Wanted(self._FIGURES[at], words, self._found.period))


def _steps(found: PeriodFigures) -> list[int]:
    totals = found.analytics.totals
    chosen = found.analytics.chosen
    return [chosen, totals.sent, totals.delivered, totals.opened, totals.clicked, totals.converted]


class LinesCard(ChartCard):
    """Messages per day and how many of them brought a purchase, the time before dashed behind them."""

    def __init__(self, desk: Desk) -> None:
        heading = translate("DayLines", "Messages per day")
        self.lines = LineChart(heading, formats.day, formats.number, formats.week_day)
        super().__init__(heading, self.lines)
        self.define(day_lines_words())
        _connect(self, desk)

    def show_figures(self, found: AnalyticsFigures) -> None:
        """Shows a period, and the one before it."""
        days, before = found.now.days, [] if found.before is None else found.before.days
        if not found.now.analytics.totals.sent and not any(day.sent for day in before):
            self.lines.show_nothing(self.tr("Each day with a message makes a point here."))
        else:
            self.lines.show_days(
                [date.fromordinal(day.day) for day in days],
                [
                    DaySeries(
                        translate("DayLines", "Sent"),
                        Tone.ACCENT,
                        [day.sent for day in days],
                        [day.sent for day in before],
                    ),
                    DaySeries(
                        translate("DayLines", "Bought again"),
                        Tone.OK,
                        [day.bought_again for day in days],
                        [day.bought_again for day in before],
                    ),
                ],
            )
        self.refresh_table()


class StatesCard(ChartCard):
    """How many customers bought, had stopped buying and were lost over twelve months; today's figures are links."""

    def __init__(self, desk: Desk) -> None:
        heading = translate("StatesCard", "Customers over 12 months")
        self.areas = StackedAreas(heading, formats.month, formats.number, formats.long_day)
        super().__init__(heading, self.areas)
        self._desk = desk
        self._line = FlowLayout(spacing=4)
        self.links = {state: button("", self._opener(state), kind="link") for state in ("active", "stopped", "lost")}
        for made in self.links.values():
            self._line.addWidget(made)
        self.add(self._line)
        _connect(self, desk)

    def show_states(self, weeks: list[StateFigures]) -> None:
        """Shows a point for every week, and today's figures below."""
        rules = self._desk.settings
        silent = formats.number(rules.whole("reengagement.inactivity_threshold"))
        gone = formats.number(rules.whole("reengagement.too_long_gone_days"))
        words = self.tr(
            "Counted from the orders for the end of each week, by today's rules. Stopped buying: no purchase for "
            "{silent} days. Lost: for more than {gone} days."
        )
        self.define(words.replace("{silent}", silent).replace("{gone}", gone))
        has_customers = any(week.active or week.stopped or week.lost for week in weeks)
        if has_customers:
            names = self._names()
            tones = {"active": Tone.OK, "stopped": Tone.WARN, "lost": Tone.NEUTRAL}
            series = [DaySeries(names[key], tones[key], [getattr(week, key) for week in weeks]) for key in names]
            self.areas.show_days([date.fromordinal(week.day) for week in weeks], series)
        else:
            self.areas.show_nothing(
                self.tr("As soon as orders are there, you see here how many customers buy, and how many have stopped.")
            )
        for key, link in self.links.items():
            link.setVisible(has_customers)
            count = getattr(weeks[-1], key) if weeks else 0
            link.setText(f"{self._names()[key]}: {formats.number(count)}")
            link.setAccessibleName(self.tr("Today {what}").replace("{what}", link.text()))
        self.refresh_table()

    def _names(self) -> dict[str, str]:
        return {"active": self.tr("Active"), "stopped": self.tr("Stopped buying"), "lost": self.tr("Lost")}

    def _opener(self, state: str) -> Callable[[], None]:
        return lambda: open_state(self._desk, self, state, self._names()[state])


class HoursCard(ChartCard):
    """When customers buy."""

    def __init__(self, desk: Desk) -> None:
        heading = translate("HoursCard", "When customers buy")
        self.heat = HeatMap(heading, lambda count: self.tr("%Ln purchases", "", count))
        super().__init__(heading, self.heat)
        _connect(self, desk)

    def show_figures(self, found: AnalyticsFigures) -> None:
        """Shows hours by weekdays."""
        words = self.tr("Purchases with a time of day, {when}, in the shop's time zone.")
        self.define(words.replace("{when}", period_words(found.hours_period)))
        if any(any(line) for line in found.hours):
            names = [QLocale().dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
            self.heat.show_cells(HeatCells(names, found.hours))
        else:
            self.heat.show_nothing(self.tr("Orders that have a time of day show here when customers like to buy."))
        self.refresh_table()


class LossesCard(ChartCard):
    """Opt-outs, undelivered messages and complaints, per day or, of long periods, per week."""

    def __init__(self, desk: Desk) -> None:
        heading = translate("LossesCard", "Opted out, undelivered, complaints")
        self.bars = StackedBars(heading, formats.day, formats.number, formats.long_day)
        super().__init__(heading, self.bars)
        _connect(self, desk)

    def show_figures(self, found: AnalyticsFigures) -> None:
        """Shows a period."""
        days = found.now.days
        values = [
            [day.opted_out for day in days],
            [day.bounced for day in days],
            [day.complained for day in days],
        ]
        firsts = [day.day for day in days]
        per_week = len(days) > _DAYS_AS_BARS
        if per_week:
            firsts, values = by_weeks(firsts, values)
        self.define(
            self.tr("Per week, named by its first day. Undelivered and spam: messages sent in that week.")
            if per_week
            else self.tr("Per day. Undelivered and spam: messages sent on that day.")
        )
        if any(any(line) for line in values):
            names = (self.tr("Opted out"), self.tr("Undelivered"), self.tr("Marked as spam"))
            tones = (Tone.WARN, Tone.NEUTRAL, Tone.BAD)
            series = [DaySeries(*each) for each in zip(names, tones, values, strict=True)]
            self.bars.show_days([date.fromordinal(day) for day in firsts], series)
        else:
            self.bars.show_nothing(self.tr("Nobody opted out, nothing came back undelivered, nobody complained."))
        self.refresh_table()
