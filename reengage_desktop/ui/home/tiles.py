"""Home's four headline figures of the last 30 days; each opens exactly what it counts."""

from PySide6.QtWidgets import QGridLayout, QWidget

from reengage_desktop.domain.judging import judge
from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import reports
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.home.figures import DAYS, HomeFigures
from reengage_desktop.ui.widgets.kpi import KpiTile

_GAP = 12


class Tiles(QWidget):
    """Sent, came back, money brought back, opted out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.sent = KpiTile(
            self.tr("Sent, last 30 days"),
            self.tr(
                "Messages that a provider took, today and on the 30 days before. Tests are not counted, nor what was "
                "left out or refused. Opens the list of these messages."
            ),
        )
        self.came_back = KpiTile(self.tr("Came back"), self._came_back_words(desk.settings))
        self.money = KpiTile(
            self.tr("Money brought back"),
            self.tr(
                "What those orders were worth, less what was paid back later. Some of these customers might have come "
                "without a message: a control group, under Settings, shows how many. Opens the list with each amount."
            ),
        )
        self.opted_out = KpiTile(
            self.tr("Opted out"),
            self.tr(
                "Customers who said no more messages in the last 30 days: by link, by answer, at the till, or told by "
                "the provider. A no that came with an imported file is not counted. Opens these customers."
            ),
        )
        self.sent.opened.connect(lambda: desk.go("activity", {"filter": "sent", "days": DAYS}))
        for tile in (self.came_back, self.money):
            tile.opened.connect(lambda: desk.go("activity", {"filter": "came_back", "days": DAYS}))
        self.opted_out.opened.connect(self._show_opted_out)
        line = QGridLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        for place, tile in enumerate((self.sent, self.came_back, self.money, self.opted_out)):
            line.addWidget(tile, 0, place)
            line.setColumnStretch(place, 1)
        # The line that is known beforehand keeps the room of those that come with the figures.
        self.money.wait(self._within(desk.settings))

    def show_figures(self, figures: HomeFigures) -> None:
        """Puts the figures of the moment."""
        totals = figures.analytics.totals
        self.sent.show_figure(formats.number(totals.sent), self._waiting(figures))
        self.came_back.show_figure(formats.number(totals.converted), self._share(figures))
        self.came_back.define(self._came_back_words(figures.settings))
        self.money.show_figure(self._desk.money(totals.revenue_minor, whole=True), self._within(figures.settings))
        opted_out = figures.analytics.opted_out
        note = "" if judge(opted_out, totals.sent) is None else self._of_sent(opted_out, totals.sent)
        self.opted_out.show_figure(formats.number(opted_out), note)

    def _within(self, settings: Settings) -> str:
        return self.tr("within %Ln days of a message", "", settings.whole("reengagement.attribution_days"))

    def _came_back_words(self, settings: Settings) -> str:
        return self.tr(
            "Messages of the last 30 days after which the customer bought, up to %Ln days later. An order counts "
            "once, for the last message before it. With a control group it also says how many would not have come "
            "without a message. Opens the list with each order.",
            "",
            settings.whole("reengagement.attribution_days"),
        )

    def _waiting(self, figures: HomeFigures) -> str:
        messages = figures.concerns.open
        parts = []
        if messages.waiting:
            parts.append(self.tr("%Ln waiting", "", messages.waiting))
        held = messages.to_approve + messages.to_answer
        if held:
            parts.append(self.tr("%Ln to approve", "", held))
        return " · ".join(parts) or self.tr("nothing waits")

    def _share(self, figures: HomeFigures) -> str:
        totals = figures.analytics.totals
        if not totals.sent:
            return self.tr("nothing sent yet")
        lift = figures.analytics.lift
        if lift is not None and lift.is_certain and lift.brought_back > 0:
            return self.tr("%Ln of them because of the messages", "", lift.brought_back)
        if judge(totals.converted, totals.sent) is None:
            return formats.few_words()
        return self._of_sent(totals.converted, totals.sent)

    def _of_sent(self, count: int, sent: int) -> str:
        return self.tr("{percent} of messages sent").replace("{percent}", formats.rate(count, sent))

    def _show_opted_out(self) -> None:
        self._desk.read(lambda: _read_opted_out(self._desk.shop), self, self._open_opted_out)

    def _open_opted_out(self, ids: list[int]) -> None:
        self._desk.go("customers", {"ids": ids, "title": self.tr("Opted out in the last 30 days")})


def _read_opted_out(shop: Shop) -> list[int]:
    settings, now = shop.settings(), shop.now()
    span = reports.span_of(reports.last_days(DAYS, settings, now), settings, now)
    return reports.list_behind(shop.db, "opted_out_people", span)
