"""What the tests of the tasks share."""

import pytest

from reengage_desktop.jobs.shop import Shop
from tests.conftest import Clock
from tests.jobs.campaign_rig import CampaignRig


@pytest.fixture
def rig(shop: Shop, clock: Clock) -> CampaignRig:
    """An empty shop with every channel pretended."""
    return CampaignRig(shop, clock)
