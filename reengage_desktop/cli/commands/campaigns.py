"""`campaigns list|show|pause|resume`; what concerns campaigns of the owner's own says so."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import facts, table
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import campaigns


def list_campaigns(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Every campaign."""
    data = campaigns.list_campaigns(shop).as_json()
    rows = [
        (each["id"], each["name"], each["campaign_type"], each["status"], each["automatic"])
        for each in data["campaigns"]
    ]
    return Answer(data, table(("id", "name", "type", "status", "automatic"), rows))


def show(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """One campaign."""
    return _shown(campaigns.show_campaign(shop, arguments.campaign))


def pause(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Switches an automatic campaign off."""
    return _switch(shop, arguments.campaign, active=False)


def resume(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Switches an automatic campaign on."""
    return _switch(shop, arguments.campaign, active=True)


def own(_shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Not part of this version."""
    raise Refused(campaigns.OWN_CAMPAIGNS)


def _switch(shop: Shop, reference: str, *, active: bool) -> Answer:
    found = campaigns.show_campaign(shop, reference)
    campaigns.set_active(shop, CampaignType(found.row["campaign_type"]), active=active)
    return _shown(campaigns.show_campaign(shop, reference))


def _shown(found: campaigns.CampaignView) -> Answer:
    data = found.as_json()
    return Answer(data, facts((name.replace("_", " "), value) for name, value in data.items()))
