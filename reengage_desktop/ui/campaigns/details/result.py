"""What came of a campaign: the funnel, channel by channel, wording by wording, and who came back with which order."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_results import Tallies
from reengage_desktop.domain.judging import Lift, judge
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.details.figures import Details
from reengage_desktop.ui.charts import Bar, ChartCard, FunnelChart
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.card_grid import CardGrid
from reengage_desktop.ui.widgets.text import clear, label, paragraph

_LISTED = 12


class ResultPart(QWidget):
    """Every rate is one only where there are enough to judge by."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self.funnel = FunnelChart(self.tr("From message to order"))
        self.funnel_card = ChartCard(self.tr("From message to order"), self.funnel)
        self.funnel_card.said.connect(desk.say)
        self.funnel_card.failed.connect(desk.failed.emit)
        self.channels = Card(self.tr("By which way"))
        self._channel_grid = QGridLayout()
        self.channels.add(self._channel_grid)
        self.wordings = Card(self.tr("The two wordings"))
        self._wording_grid = QGridLayout()
        self.verdict = paragraph("")
        self.wordings.add(self._wording_grid)
        self.wordings.add(self.verdict)
        self.control = Card(self.tr("Control group"))
        self.control_words = paragraph("")
        self.control.add(self.control_words)
        self.back = Card(self.tr("Who came back"))
        self._back_grid = QGridLayout()
        self._back_grid.setColumnStretch(2, 1)
        self.back.add(self._back_grid)
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        for part in (self.channels, self.wordings, self.control, self.back):
            right.addWidget(part)
        right.addStretch(1)
        sides = CardGrid(characters=68)
        sides.show_cards([self.funnel_card, beside])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)

    def show_details(self, found: Details) -> None:
        """Shows the figures; the same ones again leave the keyboard where it is."""
        days = [self._desk.when(each.converted_at) for each in found.came_back[:_LISTED]]  # today is yesterday tomorrow
        shown = (found.campaign.id, found.results, found.came_back, days, found.lift, self._desk.currency)
        if shown == self._shown:
            return
        self._shown = shown
        totals, results = found.results.totals, found.results
        self.funnel.show_bars(
            [
                Bar(self.tr("Sent"), totals.sent, formats.number(totals.sent)),
                Bar(self.tr("Delivered"), totals.delivered, formats.number(totals.delivered)),
                Bar(self.tr("Opened (rough)"), totals.opened, formats.number(totals.opened)),
                Bar(self.tr("Clicked"), totals.clicked, formats.number(totals.clicked)),
                Bar(self.tr("Answered"), totals.answered, formats.number(totals.answered)),
                *self._said_yes(totals),
                Bar(self.tr("Bought again"), totals.converted, formats.number(totals.converted)),
            ]
        )
        self.funnel_card.refresh_table()
        names = {key: wording.channel_name(key) for key in results.by_channel}
        self._show_tallies(self._channel_grid, results.by_channel, names)
        titles = {key: wording.template_title(name) for key, name in results.templates.items()}
        named = {key: f"{key}: {titles.get(key, '')}" for key in results.by_variant}
        self.wordings.setVisible(len(results.by_variant) > 1)
        self._show_tallies(self._wording_grid, results.by_variant, named)
        self.verdict.setText(self._verdict(found))
        self.control.setVisible(found.lift is not None)
        if found.lift is not None:
            self.control_words.setText(self._beside_control(found.lift))
        self._show_back(found)

    def _said_yes(self, totals: Tallies) -> list[Bar]:
        """A yes in a call, where there was one: it is no order yet."""
        if not totals.said_yes:
            return []
        return [Bar(self.tr("Said yes in a call"), totals.said_yes, formats.number(totals.said_yes))]

    def _beside_control(self, lift: Lift) -> str:
        text = self.tr("Of {written} who were written to, {came} ordered; of {held} left alone on purpose, {back} did.")
        for name, count in (
            ("{written}", lift.written.customers),
            ("{came}", lift.written.returned),
            ("{held}", lift.held_out.customers),
            ("{back}", lift.held_out.returned),
        ):
            text = text.replace(name, formats.number(count))
        if not lift.is_certain:
            return f"{text} {self.tr('Too few to tell what the messages themselves brought.')}"
        lower, upper = lift.interval
        brought = self.tr("The messages themselves brought about {count} (between {lower} and {upper}).")
        brought = brought.replace("{count}", formats.number(lift.brought_back))
        return f"{text} {brought.replace('{lower}', formats.number(lower)).replace('{upper}', formats.number(upper))}"

    def _verdict(self, found: Details) -> str:
        verdict = found.results.verdict
        if verdict is None or not verdict.is_enough:
            return self.tr("Too few to judge which one is better.")
        if verdict.winner is None:
            return self.tr("No difference can be seen yet.")
        return self.tr("{letter} brings more back.").replace("{letter}", verdict.winner)

    def _show_tallies(self, grid: QGridLayout, found: Mapping[str, Tallies], names: Mapping[str, str]) -> None:
        clear(grid)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        headings = ("", self.tr("Sent"), self.tr("Came back"), self.tr("Share"), self.tr("Money"))
        for at, heading in enumerate(headings):
            grid.addWidget(label(heading, "muted"), 0, at)
        for line, (key, tallies) in enumerate(found.items(), start=1):
            cells = (
                names[key],
                formats.number(tallies.sent),
                formats.number(tallies.converted),
                self._share(tallies),
                self._desk.money(tallies.revenue_minor),
            )
            for at, text in enumerate(cells):
                grid.addWidget(paragraph(text) if at in (0, 3) else label(text), line, at)

    def _share(self, tallies: Tallies) -> str:
        """A table has room for two words only where there are too few to judge."""
        if tallies.sent and judge(tallies.converted, tallies.sent) is None:
            return self.tr("too few")
        return formats.rate(tallies.converted, tallies.sent)

    def _show_back(self, found: Details) -> None:
        clear(self._back_grid)
        if not found.came_back:
            self._back_grid.addWidget(paragraph(self.tr("Nobody yet."), "muted"), 0, 0, 1, 3)
            return
        for line, each in enumerate(found.came_back[:_LISTED]):
            go = partial(self._desk.go, "customers", {"customer": each.customer_id})
            name = button(each.name.replace("&", "&&"), go, kind="link")
            name.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
            self._back_grid.addWidget(name, line, 0)
            self._back_grid.addWidget(label(self._desk.money(each.revenue_minor or 0)), line, 1)
            self._back_grid.addWidget(label(self._desk.when(each.converted_at), "muted"), line, 2)
        more = len(found.came_back) - _LISTED
        if more > 0:
            ids = [each.customer_id for each in found.came_back]
            title = self.tr("Came back")
            words = self.tr("%Ln more", "", more)
            link = button(words, partial(self._desk.go, "customers", {"ids": ids, "title": title}), kind="link")
            self._back_grid.addWidget(link, _LISTED, 0)
