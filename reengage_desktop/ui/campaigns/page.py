"""Campaigns: what writes by itself, what waits for the owner's approval, and the owner's own campaigns."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QWidget

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
from reengage_desktop.ui.campaigns.approval import ApprovalTray
from reengage_desktop.ui.campaigns.automatic import AutomaticSection
from reengage_desktop.ui.campaigns.banner import ApprovalBanner
from reengage_desktop.ui.campaigns.figures import CampaignFigures, read_campaigns
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        self.back_button = button(self.tr("All campaigns"), self.show_overview, picture="chevron-left")
        self.head.insertWidget(0, self.back_button)
        self.master = QCheckBox(self.tr("Automatic messages"))
        self.master.clicked.connect(self._switch_all)
        self.head.addWidget(self.master)
        self.banner = ApprovalBanner(self.show_tray)
        self.automatic = AutomaticSection(desk)
        self.tray = ApprovalTray(desk)
        self.tray.emptied.connect(self._tray_is_empty)
        self._view: QWidget = self.automatic
        for part in (self.banner, self.automatic):
            self.body.addWidget(part)
        self.body.addWidget(self.tray, 1)
        self._fit()

    def load(self) -> None:
        """Reads the campaigns, and in the background whom a check would write to."""
        shop = self.desk.shop
        self.desk.read(lambda: read_campaigns(shop), self, self._show)
        if self._view is self.automatic:
            self.automatic.look()

    def open(self, argument: object) -> None:
        """Takes `{"approve": true}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if wanted.get("approve") or wanted.get("tray"):
            self.show_tray()

    def show_overview(self) -> None:
        """Shows the campaigns."""
        self._view = self.automatic
        self._fit()
        self.refresh()

    def show_tray(self) -> None:
        """Shows what waits for approval."""
        self._view = self.tray
        self._fit()
        self.tray.take_keyboard()
        self.refresh()

    def _show(self, found: CampaignFigures) -> None:
        self.desk.settings = found.settings
        self.master.setChecked(found.settings.is_on("reengagement.enabled"))
        self.automatic.show_figures(found)
        self.banner.show_count(len(found.to_approve))
        self.banner.setVisible(bool(found.to_approve) and self._view is not self.tray)
        self.tray.show_waiting(found.to_approve)
        self._fit()

    def _fit(self) -> None:
        is_tray = self._view is self.tray
        self.automatic.setVisible(self._view is self.automatic)
        self.tray.setVisible(is_tray)
        self.back_button.setVisible(is_tray)
        self.master.setVisible(not is_tray)
        self.heading.setText(
            self.tr("%Ln messages are ready for your approval", "", len(self.tray.ids))
            if is_tray
            else self.tr("Campaigns")
        )

    def _tray_is_empty(self) -> None:
        if self._view is self.tray:
            self.show_overview()

    def _switch_all(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        sentence = self.tr("Automatic messages are on.") if on else self.tr("Automatic messages are off.")
        change_setting(self.desk, self, "reengagement.enabled", "true" if on else "false", sentence)
