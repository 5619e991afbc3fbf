"""The owner's own campaigns as the window and the command line show them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.campaign_results import RecipientRow
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import iso, iso_stamp
from reengage_desktop.store.campaign_results import Summary
from reengage_desktop.store.owner_campaigns import OwnCampaign


@dataclass(frozen=True)
class Campaign:
    """One campaign of the owner's as the window and the command line show it."""

    stored: OwnCampaign
    zone: Any

    @property
    def id(self) -> int:
        """Its number."""
        return self.stored.id

    @property
    def plan(self) -> CampaignPlan:
        """What the owner decided."""
        return self.stored.plan

    @property
    def status(self) -> CampaignStatus:
        """Where it stands."""
        return self.stored.status

    def as_json(self) -> dict[str, Any]:
        """C1's keys, and `id, status, created_at, started_at, completed_at, archived_at, automatic`."""
        each = self.stored
        return {
            "id": each.id,
            **each.plan.as_payload(self.zone),
            "status": each.status.value,
            "created_at": iso(each.created_at, self.zone),
            "started_at": iso(each.started_at, self.zone),
            "completed_at": iso(each.completed_at, self.zone),
            "archived_at": iso(each.archived_at, self.zone),
            "automatic": False,
        }


@dataclass(frozen=True)
class CampaignRow:
    """One card of the list: the campaign and how far it is. `can_undo_until`: the start can be taken back till then."""

    campaign: Campaign
    summary: Summary
    can_undo_until: datetime | None = None

    @property
    def id(self) -> int:
        """The campaign's number."""
        return self.campaign.id


@dataclass(frozen=True)
class Recipients:
    """The people of a campaign, for the command line."""

    rows: list[RecipientRow]
    zone: Any

    def as_json(self) -> dict[str, Any]:
        """`{"total", "recipients"}`: C2's status, times, response and error of each."""
        return {"total": len(self.rows), "recipients": [self._row(each) for each in self.rows]}

    def _row(self, each: RecipientRow) -> dict[str, Any]:
        return {
            "message_id": each.message_id,
            "customer": each.customer,
            "name": each.name,
            "channel": each.channel,
            "step": each.step,
            "variant": each.variant,
            "status": each.status.value,
            "reason": None if each.reason is None else each.reason.value,
            "error": each.explanation,
            "queued_at": iso_stamp(each.created_at, self.zone),
            "due_at": iso_stamp(each.due_at, self.zone),
            "sent_at": iso_stamp(each.sent_at, self.zone),
            "delivered_at": iso_stamp(each.delivered_at, self.zone),
            "responded_at": iso_stamp(each.responded_at, self.zone),
            "response": each.response,
            "order_id": each.order_id,
            "converted_at": iso_stamp(each.converted_at, self.zone),
            "test": each.is_test,
        }
