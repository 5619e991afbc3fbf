"""Keeps the wizard's draft: one save at a time, so that a campaign is never made twice."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reengage_desktop.domain.campaign_plans import CampaignPlan, CampaignRefused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign
from reengage_desktop.ui.desk import Desk

Then = Callable[[int], object]


class DraftKeeper(QObject):
    """`campaign_id` is None until the first save has come back. `on_fault` is told what could not be kept."""

    def __init__(self, desk: Desk, parent: QObject, on_fault: Callable[[BaseException], object]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._on_fault = on_fault
        self.campaign_id: int | None = None
        self.is_over = False
        self._saved: CampaignPlan | None = None
        self._next: CampaignPlan | None = None
        self._is_saving = False
        self._waiting: list[Then] = []

    @property
    def is_busy(self) -> bool:
        """Whether a save is under way."""
        return self._is_saving

    def take_up(self, campaign: Campaign) -> None:
        """Goes on with what is kept already."""
        self.campaign_id, self._saved = campaign.id, campaign.plan

    def save(self, plan: CampaignPlan, then: Then | None = None) -> None:
        """Keeps the plan and calls `then` with the campaign's number when the newest plan is kept."""
        if self.is_over:
            return
        if then is not None:
            self._waiting.append(then)
        if self._is_saving:
            self._next = plan
        elif plan == self._saved and self.campaign_id is not None:
            self._go_on(self.campaign_id)
        else:
            self._write(plan)

    def _write(self, plan: CampaignPlan) -> None:
        shop, campaign_id = self._desk.shop, self.campaign_id
        payload = plan.as_payload(self._desk.zone)
        self._is_saving = True

        def save() -> Campaign:
            # One that was thrown away elsewhere meanwhile is made anew: what was typed here is not lost.
            if campaign_id is None or not _is_there(shop, campaign_id):
                return owner_campaigns.create(shop, payload)
            return owner_campaigns.edit(shop, campaign_id, payload)

        self._desk.act(save, self, lambda saved: self._kept(saved, plan), self._not_kept)

    def _kept(self, saved: Campaign, plan: CampaignPlan) -> None:
        self._is_saving = False
        self.campaign_id, self._saved = saved.id, plan
        newer, self._next = self._next, None
        if newer is not None:
            self.save(newer)
        else:
            self._go_on(saved.id)

    def _not_kept(self, fault: BaseException) -> None:
        self._is_saving, self._next = False, None
        self._waiting.clear()
        self._on_fault(fault)

    def _go_on(self, campaign_id: int) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each(campaign_id)


def _is_there(shop: Shop, campaign_id: int) -> bool:
    try:
        owner_campaigns.get(shop, campaign_id)
    except CampaignRefused:
        return False
    return True
