"""What the details page shows, read in one go."""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.campaign_results import CampaignResults, RecipientRow
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.judging import Lift
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign, CampaignRow
from reengage_desktop.jobs.tasks.pace import goes_by_itself
from reengage_desktop.ui.messages import name_forgotten


@dataclass(frozen=True)
class Details:
    """A campaign with its figures.

    `came_back`: who ordered after a message, the newest order first. `lift`: None without a control group.
    `goes_by_itself`: false where only the owner's own press lets messages go.
    """

    row: CampaignRow
    results: CampaignResults
    came_back: list[RecipientRow]
    lift: Lift | None
    read_at: datetime
    goes_by_itself: bool = True

    @property
    def campaign(self) -> Campaign:
        """The campaign."""
        return self.row.campaign

    @property
    def is_moving(self) -> bool:
        """Whether something may still change by itself."""
        return self.campaign.status in (CampaignStatus.ACTIVE, CampaignStatus.SCHEDULED)


def read_details(shop: Shop, campaign_id: int) -> Details | None:
    """Reads it; None when the campaign is not there any more. For a lane."""
    with shop.db.snapshot():
        rows = [*owner_campaigns.list_campaigns(shop), *owner_campaigns.list_campaigns(shop, archived=True)]
        row = next((each for each in rows if each.id == campaign_id), None)
        if row is None:
            return None
        results = owner_campaigns.results(shop, campaign_id)
        came_back = name_forgotten(shop, owner_campaigns.came_back(shop, campaign_id))
        lift = owner_campaigns.lift(shop, campaign_id)
    return Details(row, results, came_back, lift, shop.now(), goes_by_itself(shop))
