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
_ABOUT_A_PRODUCT = frozenset({CampaignType.BACK_IN_STOCK, CampaignType.PRICE_DROP})


@dataclass(frozen=True)
class Texts:
    """Every text by channel, the channels that can send now, and what a plan without a choice of its own would say."""

    by_channel: Mapping[ChannelName, list[Template]]
    connected: frozenset[ChannelName]
    usual: Mapping[ChannelName, Template | None]


def read_texts(shop: Shop, plan: CampaignPlan) -> Texts:
    """Reads them; for a lane, as the keyring may be asked which channels are connected."""
    settings = shop.settings()
    states, language = availability(settings, shop.secrets), shop_language(settings)
    every = sorted(stored.list_all(shop.db), key=lambda each: _likeness(each, plan, language))
    return Texts(
        by_channel={channel: [each for each in every if each.channel is channel] for channel in ChannelName},
        connected=frozenset(channel for channel, state in states.items() if state.configured),
        usual={channel: _usual(shop, plan, channel, language) for channel in ChannelName},
    )


def text_of(plan: CampaignPlan, channel: ChannelName, texts: Texts) -> Template | None:
    """What the plan says on a channel, with the owner's offer put in."""
    name = plan.templates.get(channel) or (plan.variants[0].template if plan.variants else plan.message_template)
    named = next((each for each in texts.by_channel[channel] if each.name == name), None)
    template = named or texts.usual[channel]
    return None if template is None else _with_offer(template, plan.promotion)


def wordings_of(plan: CampaignPlan, channel: ChannelName, texts: Texts) -> dict[str, Template]:
    """The wordings that the plan compares on a channel, by their letters; empty where it compares none there."""
    known = {each.name: each for each in texts.by_channel[channel]}
    return {letter: _with_offer(known[name], plan.promotion) for letter, name in plan.lettered.items() if name in known}


def _with_offer(template: Template, offer: str | None) -> Template:
    if not offer:
        return template
    return replace(
        template,
        body=template.body.replace(_PROMOTION, offer),
        subject=(template.subject or "").replace(_PROMOTION, offer) or None,
    )


def usable_channels(shop: Shop, plan: CampaignPlan) -> tuple[ChannelName, ...]:
    """The plan's channels on which it has something to say, in their order; all of them where it has nothing at all."""
    texts = read_texts(shop, plan)
    found = tuple(channel for channel in plan.channels if text_of(plan, channel, texts) is not None)
    return found or plan.channels


def _likeness(template: Template, plan: CampaignPlan, language: str) -> tuple[bool, bool, bool, bool, str]:
    """The owner's own texts first, then those in the shop's language, of them those for this kind of campaign.

    Texts that speak of a product that changed come last: only the automatic campaigns know one.
    """
    is_foreign, kind = template.language[:2] != language, template.campaign_type
    return template.is_built_in, is_foreign, kind != plan.campaign_type, kind in _ABOUT_A_PRODUCT, template.name


def _usual(shop: Shop, plan: CampaignPlan, channel: ChannelName, language: str) -> Template | None:
    found = stored.find_for(shop.db, plan.campaign_type, channel, language)
    if found is None and plan.campaign_type is OwnCampaignType.WINBACK:
        return stored.find_for(shop.db, CampaignType.WE_MISS_YOU, channel, language)
    return found
