"""The part of Campaigns that writes by itself: the five cards, their limits, and whom today's check would write to."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.vocabulary import CampaignType, Job
from reengage_desktop.jobs.events import CampaignsChanged
from reengage_desktop.jobs.tasks import campaigns as campaign_tasks
from reengage_desktop.jobs.tasks import deciding, runs
from reengage_desktop.store.campaigns import AutomaticCampaign
from reengage_desktop.ui import wording
from reengage_desktop.ui.campaigns.card import CampaignCard
from reengage_desktop.ui.campaigns.figures import CampaignFigures
from reengage_desktop.ui.campaigns.limits import LimitsCard
from reengage_desktop.ui.campaigns.today import TodayCard
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.filling import fill
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.card_grid import CardGrid
from reengage_desktop.ui.widgets.text import clear, paragraph, row
from reengage_desktop.ui.widgets.together import together


class AutomaticSection(QWidget):
    """The dry run is made one at a time: news that come while it runs wait for its end. `previewed` carries it.

    Until the shop was read nothing in it can be clicked, and no switch or number is shown that may not be so.
    """

    previewed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_looking = False
        self._looks_again = False
        self._figures: CampaignFigures | None = None
        self._preview: tuple[deciding.Preview, bool] | None = None
        self.faults = Card()
        self._fault_lines = QVBoxLayout()
        self.faults.add(self._fault_lines)
        self.faults.hide()
        self.today = TodayCard(desk)
        self.today.run_button.clicked.connect(lambda _checked=False: self.run_now())
        self.cards = {kind: CampaignCard(desk, kind, self._switch) for kind in CampaignType}
        self.limits = LimitsCard(desk)
        self._wanted: CampaignType | None = None
        self._grid = CardGrid()
        self._grid.show_cards([*self.cards.values(), self.limits])
        self._grid.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.faults, self.today, self._grid):
            layout.addWidget(part)
        layout.addStretch(1)

    def show_figures(self, found: CampaignFigures) -> None:
        """Shows the five and what is wrong with the settings, card by card and seen at once; what stands so stays."""
        if found == self._figures and self._stands():
            return
        self._figures = found
        steps = [partial(self._show_card, campaign, found) for campaign in found.campaigns]
        fill(self._desk, self._grid, [*steps, partial(self.limits.show_settings, found.settings)], self._set_going)
        clear(self._fault_lines)
        for fault in found.faults:
            line = row([paragraph(fault, "warn"), button(self.tr("Settings…"), lambda: self._desk.go("settings"))])
            line.setStretch(0, 1)
            self._fault_lines.addLayout(line)
        self.faults.setVisible(bool(found.faults))

    def _stands(self) -> bool:
        """Whether the cards show what they were told last: the owner may have changed what could not be stored."""
        return self._grid.isEnabled() and self.limits.stands() and all(each.stands() for each in self.cards.values())

    def _show_card(self, campaign: AutomaticCampaign, found: CampaignFigures) -> None:
        kind = campaign.campaign_type
        with together(self.cards[kind]):
            self.cards[kind].show_campaign(campaign, found.by_type[kind], found.templates[kind], found.settings)

    def _set_going(self) -> None:
        self._grid.setEnabled(True)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.cards[wanted].switch.setFocus()

    def focus_on(self, kind: CampaignType) -> CampaignCard:
        """Gives the keyboard to a campaign's switch, as soon as it is known how that stands; gives its card."""
        card = self.cards[kind]
        if self._grid.isEnabled():
            card.switch.setFocus()
        else:
            self._wanted = kind
        return card

    def look(self) -> None:
        """Finds out in the background whom the automatic campaigns would write to now."""
        if self._is_looking:
            self._looks_again = True
            return
        self._is_looking, shop = True, self._desk.shop

        def read() -> tuple[deciding.Preview, bool]:
            return deciding.preview_choices(shop), shop.settings().is_on("reengagement.enabled")

        self._desk.take_long(read, self, lambda found: self._show_preview(*found), self._not_looked)

    def run_now(self) -> None:
        """Runs the daily check now: messages are written and, unless the owner wants otherwise, wait for approval."""
        shop = self._desk.shop
        self.today.show_running(is_running=True)
        self._desk.take_long(lambda: runs.run_job(shop, Job.PROCESS_CAMPAIGNS), self, self._ran, self._not_ran)

    def _ran(self, outcome: runs.JobOutcome) -> None:
        self.today.show_running(is_running=False)
        count = outcome.result.get("total_notified", 0)
        written = count if isinstance(count, int) else 0
        if written:
            self._desk.say(self.tr("%Ln messages were written.", "", written))
        else:
            self._desk.say(self.tr("Checked. Nobody gets a message today; the reasons stand below."))

    def _not_ran(self, fault: BaseException) -> None:
        self.today.show_running(is_running=False)
        self._desk.failed.emit(fault)

    def _show_preview(self, found: deciding.Preview, is_on: bool) -> None:  # noqa: FBT001 - an answer's second half
        self._is_looking = False
        if (found, is_on) == self._preview:
            self._previewed(found)
            return
        self._preview = found, is_on
        if is_on:
            self.today.show_preview(found)
        else:
            self.today.show_off()
        fill(
            self._desk,
            self._grid,
            [partial(self._show_card_today, kind, found) for kind in self.cards],
            partial(self._previewed, found),
        )

    def _show_card_today(self, kind: CampaignType, found: deciding.Preview) -> None:
        with together(self.cards[kind]):
            self.cards[kind].show_today(found.chosen.get(kind, []), found.viewers_left_out.get(kind, {}))

    def _previewed(self, found: deciding.Preview) -> None:
        self.previewed.emit(found)
        if self._looks_again:
            self._looks_again = False
            self.look()

    def _not_looked(self, fault: BaseException) -> None:
        self._is_looking = self._looks_again = False
        self._desk.failed.emit(fault)

    def _switch(self, kind: CampaignType, on: bool) -> None:  # noqa: FBT001 - a switch's own value
        shop = self._desk.shop
        text = self.tr("“{campaign}” is on.") if on else self.tr("“{campaign}” is off.")

        def undo() -> None:
            self._desk.act(lambda: campaign_tasks.set_active(shop, kind, active=not on), self._desk, lambda _: None)

        def failed(fault: BaseException) -> None:
            self._desk.failed.emit(fault)
            self._desk.bus.changed.emit(CampaignsChanged())  # the switch shows again what holds

        self._desk.act(
            lambda: campaign_tasks.set_active(shop, kind, active=on),
            self,
            lambda _: self._desk.say(text.replace("{campaign}", wording.campaign_name(kind)), undo),
            failed,
        )
