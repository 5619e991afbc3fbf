"""Which text a plan uses on which channel, and what there is to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reengage_desktop.channels.registry import availability
from reengage_desktop.domain.campaign_plans import CampaignPlan, OwnCampaignType
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine.composing import shop_language
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import templates as stored

_PROMOTION = "{{ promotion }}"


@dataclass(frozen=True)
class Texts:
    """Every text by channel, the channels that can send now, and what a plan without a choice of its own would say."""

    by_channel: Mapping[ChannelName, list[Template]]
    connected: frozenset[ChannelName]
    usual: Mapping[ChannelName, Template | None]


def read_texts(shop: Shop, plan: CampaignPlan) -> Texts:
    """Reads them; for a lane, as the keyring may be asked which channels are connected."""
    settings = shop.settings()
    states = availability(settings, shop.secrets)
    every = stored.list_all(shop.db)
    return Texts(
        by_channel={channel: [each for each in every if each.channel is channel] for channel in ChannelName},
        connected=frozenset(channel for channel, state in states.items() if state.configured),
        usual={channel: _usual(shop, plan, channel, shop_language(settings)) for channel in ChannelName},
    )


def text_of(plan: CampaignPlan, channel: ChannelName, texts: Texts) -> Template | None:
    """What the plan says on a channel, with the owner's offer put in."""
    name = plan.templates.get(channel) or (plan.variants[0].template if plan.variants else plan.message_template)
    named = next((each for each in texts.by_channel[channel] if each.name == name), None)
    template = named or texts.usual[channel]
    if template is None or not plan.promotion:
        return template
    offer = plan.promotion
    return replace(
        template,
        body=template.body.replace(_PROMOTION, offer),
        subject=(template.subject or "").replace(_PROMOTION, offer) or None,
    )


def _usual(shop: Shop, plan: CampaignPlan, channel: ChannelName, language: str) -> Template | None:
    found = stored.find_for(shop.db, plan.campaign_type, channel, language)
    if found is None and plan.campaign_type is OwnCampaignType.WINBACK:
        return stored.find_for(shop.db, CampaignType.WE_MISS_YOU, channel, language)
    return found
