"""The automatic campaigns: list them with what they brought, switch them on and off."""

from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.moments import iso_stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.jobs.events import CampaignsChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import campaigns
from reengage_desktop.store.campaigns import AutomaticCampaign

_MOMENTS = ("scheduled_at", "created_at", "started_at", "completed_at")


@dataclass(frozen=True)
class CampaignView:
    """One campaign with all its columns."""

    row: dict[str, Any]
    settings: Settings

    def as_json(self) -> dict[str, Any]:
        """C1's keys, and `id, status, created_at, started_at, completed_at`."""
        moments = {name: iso_stamp(self.row[name] or None, self.settings.zone) for name in _MOMENTS}
        kept = {name: value for name, value in self.row.items() if name != "is_automatic"}
        return {**kept, **moments, "automatic": bool(self.row["is_automatic"])}


@dataclass(frozen=True)
class CampaignList:
    """Every campaign."""

    campaigns: list[CampaignView]

    def as_json(self) -> dict[str, Any]:
        """`{"campaigns"}`."""
        return {"campaigns": [each.as_json() for each in self.campaigns]}


def list_campaigns(shop: Shop) -> CampaignList:
    """Every campaign that is not archived, the automatic ones first."""
    settings = shop.settings()
    return CampaignList([CampaignView(row, settings) for row in campaigns.list_rows(shop.db)])


def list_automatic(shop: Shop) -> list[AutomaticCampaign]:
    """The five of A1 in the order in which the best type is chosen."""
    return campaigns.list_automatic(shop.db)


def set_active(shop: Shop, campaign_type: CampaignType, *, active: bool) -> bool:
    """Switches an automatic campaign on or off (what it queued waits meanwhile); True when that changed something."""
    changed = campaigns.set_active(shop.db, campaign_type, active=active)
    if changed:
        shop.events.publish(CampaignsChanged())
    return changed


def set_template(shop: Shop, campaign_type: CampaignType, template: str | None) -> None:
    """Names the template that an automatic campaign uses on its channel; None for the usual choice."""
    campaigns.set_template(shop.db, campaign_type, template)
    shop.events.publish(CampaignsChanged())
