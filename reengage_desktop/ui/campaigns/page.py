"""The master switch, what waits for approval, the five campaigns, and whom today's check would write to."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout

from reengage_desktop.domain.vocabulary import CampaignType, Job
from reengage_desktop.jobs.events import (
    CampaignsChanged,
    CredentialsChanged,
    CustomersChanged,
    Event,
    ImportFinished,
    QueueChanged,
    ResultsChanged,
    RunFinished,
    SettingsChanged,
    TemplatesChanged,
)
from reengage_desktop.jobs.tasks import campaigns as campaign_tasks
from reengage_desktop.jobs.tasks import deciding, runs
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.card import CampaignCard
from reengage_desktop.ui.campaigns.figures import CampaignFigures, read_campaigns
from reengage_desktop.ui.campaigns.tray import ApprovalTray
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import clear, paragraph, row
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECIDED_DAILY = (CampaignType.LOYALTY_REWARD, CampaignType.NEW_ARRIVALS, CampaignType.WE_MISS_YOU)


class CampaignsPage(Page):
    """Follows whatever can change who gets a message."""

    follows: ClassVar[tuple[type[Event], ...]] = (
        CampaignsChanged,
        QueueChanged,
        SettingsChanged,
        RunFinished,
        CustomersChanged,
        ImportFinished,
        ResultsChanged,
        TemplatesChanged,
        CredentialsChanged,
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("CampaignsPage", "Campaigns"))
        self.master = QCheckBox(self.tr("Automatic messages"))
        self.master.clicked.connect(self._switch_all)
        self.head.addWidget(self.master)
        self.run_button = button(self.tr("Check all customers now"), self.run_now, picture="play", kind="primary")
        self.head.addWidget(self.run_button)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("The check is running"))
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.faults = Card()
        self._fault_lines = QVBoxLayout()
        self.faults.add(self._fault_lines)
        self.faults.hide()
        self.body.addWidget(self.faults)
        self.tray = ApprovalTray(desk)
        self.tray.hide()
        self.body.addWidget(self.tray)
        self.today = Card(self.tr("Who would get a message today?"))
        self.verdict = paragraph(self.tr("Looking…"))
        self.left_out = paragraph("", "muted")
        self.today.add(self.verdict)
        self.today.add(self.left_out)
        self.body.addWidget(self.today)
        self.cards = {kind: CampaignCard(desk, kind, self._switch) for kind in CampaignType}
        for card in self.cards.values():
            self.body.addWidget(card)
        self.body.addStretch(1)

    def load(self) -> None:
        """Reads the campaigns, and in the background whom a check would write to."""
        shop = self.desk.shop
        self.desk.read(lambda: read_campaigns(shop), self, self._show)
        self.desk.take_long(lambda: deciding.preview_choices(shop), self, self._show_preview)

    def open(self, argument: object) -> None:
        """Takes `{"tray": true}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if wanted.get("tray"):
            self.ensureWidgetVisible(self.tray)
            self.tray.table.setFocus()

    def run_now(self) -> None:
        """Runs the daily check now: messages are written and, unless the owner wants otherwise, wait for approval."""
        shop = self.desk.shop
        self.run_button.setEnabled(False)
        self.progress.show()
        self.desk.take_long(lambda: runs.run_job(shop, Job.PROCESS_CAMPAIGNS), self, self._ran, self._not_ran)

    def _ran(self, outcome: runs.JobOutcome) -> None:
        self.run_button.setEnabled(True)
        self.progress.hide()
        count = outcome.result.get("total_notified", 0)
        written = count if isinstance(count, int) else 0
        if written:
            self.desk.say(self.tr("%Ln messages were written.", "", written))
        else:
            self.desk.say(self.tr("Checked. Nobody gets a message today; the reasons stand below."))
        self.refresh()

    def _not_ran(self, fault: BaseException) -> None:
        self.run_button.setEnabled(True)
        self.progress.hide()
        self.desk.failed.emit(fault)

    def _show(self, found: CampaignFigures) -> None:
        self.desk.settings = found.settings
        self.master.setChecked(found.settings.is_on("reengagement.enabled"))
        for campaign in found.campaigns:
            card = self.cards[campaign.campaign_type]
            card.show_campaign(campaign, found.by_type[campaign.campaign_type], found.settings)
        self.tray.show_waiting(found.to_approve)
        clear(self._fault_lines)
        for fault in found.faults:
            self._fault_lines.addLayout(
                row([paragraph(fault, "warn"), button(self.tr("Settings…"), lambda: self.desk.go("settings"))])
            )
        self.faults.setVisible(bool(found.faults))

    def _show_preview(self, found: deciding.Preview) -> None:
        for kind, card in self.cards.items():
            card.show_today(
                found.decisions.get(kind, 0) if kind in _DECIDED_DAILY or found.decisions.get(kind) else None
            )
        total = sum(found.decisions.values())
        verdict = self.tr("%Ln customers would get a message", "", total)
        looked = self.tr("%Ln are due to be looked at", "", found.total)
        self.verdict.setText(f"{verdict} · {looked}.")
        parts = [
            f"{formats.number(count)} × {wording.reason_text(reason)}"
            for reason, count in sorted(found.skipped.items(), key=lambda pair: -pair[1])
        ]
        left_out = self.tr("Left out: {reasons}").replace("{reasons}", " · ".join(parts))
        self.left_out.setText(left_out if parts else "")
        self.left_out.setVisible(bool(parts))

    def _switch_all(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        sentence = self.tr("Automatic messages are on.") if on else self.tr("Automatic messages are off.")
        change_setting(self.desk, self, "reengagement.enabled", "true" if on else "false", sentence)

    def _switch(self, kind: CampaignType, on: bool) -> None:  # noqa: FBT001 - a switch's own value
        shop = self.desk.shop
        text = self.tr("“{campaign}” is on.") if on else self.tr("“{campaign}” is off.")

        def undo() -> None:
            self.desk.act(lambda: campaign_tasks.set_active(shop, kind, active=not on), self.desk, lambda _: None)

        self.desk.act(
            lambda: campaign_tasks.set_active(shop, kind, active=on),
            self,
            lambda _: self.desk.say(text.replace("{campaign}", wording.campaign_name(kind)), undo),
        )
