"""What Campaigns shows of the automatic five, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.setting_faults import check
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.composing import shop_language
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import approvals, results
from reengage_desktop.store import campaigns
from reengage_desktop.store import templates as stored
from reengage_desktop.store.campaigns import AutomaticCampaign

DAYS = 30


@dataclass(frozen=True)
class CampaignFigures:
    """The five, what they say and brought in the last 30 days, what waits for approval, and what is wrong."""

    campaigns: list[AutomaticCampaign]
    by_type: Mapping[str, Results]
    templates: Mapping[str, list[tuple[ChannelName, Template | None]]]
    to_approve: list[int]
    settings: Settings
    faults: list[str]


def read_campaigns(shop: Shop) -> CampaignFigures:
    """Reads it; for a lane."""
    settings = shop.settings()
    language = shop_language(settings)
    five = campaigns.list_automatic(shop.db)
    return CampaignFigures(
        campaigns=five,
        by_type=results.get_analytics(shop, DAYS).by_type,
        templates={
            each.campaign_type: [
                (channel, stored.find_for(shop.db, each.campaign_type, channel, language))
                for channel in settings.channels
            ]
            for each in five
        },
        to_approve=approvals.list_held(shop),
        settings=settings,
        faults=check(settings),
    )
