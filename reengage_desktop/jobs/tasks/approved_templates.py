"""The wordings that WhatsApp has approved: fetched from the provider, and made templates of the shop's (C12)."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass

from reengage_desktop.channels.protocol import ApprovedTemplate, NotConfigured, PullFailed, SupportsTemplates
from reengage_desktop.channels.registry import PROVIDERS, build_channel
from reengage_desktop.domain.snippets import field_snippet
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop

_DEADLINE_S = 30.0
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True)
class Approved:
    """What the provider (by its title) has approved. `fault`: the sentence why it can't be told, empty where it is.

    `others`: how many more it keeps that are not approved, or that need a picture or a heading's field.
    """

    provider: str
    templates: tuple[ApprovedTemplate, ...] = ()
    others: int = 0
    fault: str = ""


def list_approved(shop: Shop) -> Approved:
    """Asks WhatsApp's provider for the wordings that can be sent; never sends. May take as long as the network."""
    settings = shop.settings()
    card = PROVIDERS.get(settings.provider_of(ChannelName.WHATSAPP))
    title = card.title if card is not None else ""
    channel = build_channel(ChannelName.WHATSAPP, settings, shop.secrets)
    if isinstance(channel, NotConfigured):
        return Approved(title, fault=channel.detail)
    try:
        if not isinstance(channel, SupportsTemplates):
            return Approved(title, fault=f"{title} keeps no approved templates.")
        told = channel.list_templates(time.monotonic() + _DEADLINE_S)
    finally:
        channel.close()
    if isinstance(told, PullFailed):
        return Approved(title, fault=told.detail)
    good = tuple(each for each in told if each.is_approved and each.is_plain and _is_in_order(each.body))
    return Approved(title, good, len(told) - len(good))


def places_of(approved: ApprovedTemplate) -> tuple[str, ...]:
    """The places of its text that a field fills, `1`, `2` and so on, in their order."""
    return tuple(_PLACE.findall(approved.body))


def adopt(approved: ApprovedTemplate, name: str, fields: Mapping[str, str]) -> Template:
    """The shop's template for an approved wording, not saved yet. `fields`: which field stands in each of its places.

    A place without one gets the customer's first name. What is sent are the values only: the words stay as they were
    approved.
    """
    language = approved.language[:2]
    body = _PLACE.sub(lambda found: field_snippet(fields.get(found[1], "first_name"), language), approved.body)
    return Template(name, ChannelName.WHATSAPP, body, language=approved.language, provider_template=approved.name)


def _is_in_order(body: str) -> bool:
    """Whether its places are 1, 2, 3 … each once: values are handed over by their order."""
    places = _PLACE.findall(body)
    return places == [str(number) for number in range(1, len(places) + 1)]
