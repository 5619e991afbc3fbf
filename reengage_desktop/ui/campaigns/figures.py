"""What Campaigns shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.setting_faults import check
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OutboxState, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import results
from reengage_desktop.store import campaigns, listings
from reengage_desktop.store.campaigns import AutomaticCampaign

DAYS = 30


@dataclass(frozen=True)
class CampaignFigures:
    """The five, what they brought in the last 30 days, what waits for approval, and what is wrong with the settings."""

    campaigns: list[AutomaticCampaign]
    by_type: Mapping[str, Results]
    to_approve: list[int]
    settings: Settings
    faults: list[str]


def read_campaigns(shop: Shop) -> CampaignFigures:
    """Reads it; for a lane."""
    settings = shop.settings()
    held = listings.message_ids(shop.db, (OutboxState.HELD,))
    waiting = [row.id for row in listings.message_rows(shop.db, held) if row.reason == Reason.AWAITING_APPROVAL]
    return CampaignFigures(
        campaigns=campaigns.list_automatic(shop.db),
        by_type=results.get_analytics(shop, DAYS).by_type,
        to_approve=waiting,
        settings=settings,
        faults=check(settings),
    )
