"""What the templates' page reads: the list with its drafts, and one template's uses and versions."""

from dataclasses import dataclass

from reengage_desktop.domain.templates import Template
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import template_drafts
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.jobs.tasks.template_drafts import TemplateDraft
from reengage_desktop.jobs.tasks.templates import Use
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


def read_history(shop: Shop, name: str) -> History:
    """Reads uses and versions; for a lane."""
    return History(template_tasks.list_uses(shop, name), template_tasks.list_versions(shop, name))
