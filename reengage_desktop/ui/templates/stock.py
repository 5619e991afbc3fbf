"""What the templates' page reads: the list with its drafts, and one template's uses and versions."""

from dataclasses import dataclass

from reengage_desktop.channels.registry import availability
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine.composing import shop_language
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import template_drafts
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.jobs.tasks.template_drafts import TemplateDraft
from reengage_desktop.jobs.tasks.templates import Use
from reengage_desktop.store import templates as stored
from reengage_desktop.ui.templates.versions import Version


@dataclass(frozen=True)
class Stock:
    """Every template, and what is written of them and not saved."""

    templates: list[Template]
    drafts: dict[str, TemplateDraft]


@dataclass(frozen=True)
class History:
    """Where a template is used, and its versions."""

    uses: list[Use]
    versions: list[Version]


def read_stock(shop: Shop) -> Stock:
    """Reads the list; for a lane."""
    return Stock(template_tasks.list_templates(shop).templates, template_drafts.list_drafts(shop))


def find_likeliest(shop: Shop) -> str:
    """The name of what a customer will most likely get: “We miss you” on the first chosen channel that is connected.

    For a lane, as the keyring may be asked what is connected. Without a connected channel it is the first chosen one,
    without a chosen one e-mail: the test itself then says what is missing.
    """
    settings = shop.settings()
    states, chosen = availability(settings, shop.secrets), [*settings.channels, ChannelName.EMAIL]
    channel = next((each for each in chosen if states[each].configured), chosen[0])
    found = stored.find_for(shop.db, CampaignType.WE_MISS_YOU, channel, shop_language(settings))
    return "" if found is None else found.name


def read_history(shop: Shop, name: str) -> History:
    """Reads uses and versions; for a lane."""
    return History(template_tasks.list_uses(shop, name), template_tasks.list_versions(shop, name))
