"""Templates: list, look up, save, check with every fault's line and column, and see what a customer would read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reengage_desktop.domain import templates as domain_templates
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import Problem
from reengage_desktop.engine import composing
from reengage_desktop.jobs.events import TemplatesChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import template_uses, templates
from reengage_desktop.store.template_uses import Use

__all__ = [
    "TemplateCheck",
    "TemplateList",
    "TemplatePreview",
    "TemplateView",
    "Use",
    "bring_back",
    "check_file",
    "delete_template",
    "get_template",
    "list_templates",
    "list_uses",
    "list_versions",
    "preview",
    "read_text",
    "save_file",
    "save_over",
    "save_template",
]

_LARGEST = 1_000_000


@dataclass(frozen=True)
class TemplateView:
    """One template."""

    template: Template

    def as_json(self) -> dict[str, Any]:
        """Everything a template file says, and whether it ships with the program."""
        each = self.template
        return {
            "name": each.name,
            "channel": each.channel,
            "language": each.language,
            "campaign_type": each.campaign_type,
            "subject": each.subject,
            "preheader": each.preheader,
            "provider_template": each.provider_template,
            "body": each.body,
            "version": each.version,
            "built_in": each.is_built_in,
        }


@dataclass(frozen=True)
class TemplateList:
    """The owner's own templates, then those that ship with the program."""

    templates: list[Template]

    def as_json(self) -> dict[str, Any]:
        """`{"templates"}`."""
        return {"templates": [TemplateView(each).as_json() for each in self.templates]}


@dataclass(frozen=True)
class TemplateCheck:
    """Every fault of a template with its place."""

    problems: list[Problem]

    def as_json(self) -> dict[str, Any]:
        """`{"valid", "errors"}`; an error: `{"line", "column", "message", "suggestion"}`."""
        errors = [
            {"line": each.line, "column": each.column, "message": each.message, "suggestion": each.suggestion}
            for each in self.problems
        ]
        return {"valid": not errors, "errors": errors}


@dataclass(frozen=True)
class TemplatePreview:
    """What a customer would read."""

    content: Content

    def as_json(self) -> dict[str, Any]:
        """The message as it would be queued."""
        return {**self.content.as_dict(), "parameters": list(self.content.parameters)}


def list_templates(shop: Shop) -> TemplateList:
    """Every template."""
    return TemplateList(templates.list_all(shop.db))


def get_template(shop: Shop, name: str) -> TemplateView:
    """One template; raises TemplateNotFound."""
    return TemplateView(templates.get(shop.db, name))


def save_template(shop: Shop, template: Template) -> TemplateView:
    """Saves the owner's template as a new version; raises TemplateRefused with the first fault."""
    saved = templates.save(shop.db, template, shop.now())
    shop.events.publish(TemplatesChanged())
    return TemplateView(saved)


def delete_template(shop: Shop, name: str) -> list[Template]:
    """Deletes one of the owner's own templates and gives its versions, the oldest first, for `bring_back`.

    Raises TemplateRefused where a campaign uses it.
    """
    with shop.db.write():
        versions = [template for _number, _at, template in reversed(templates.list_versions(shop.db, name))]
        template_uses.delete(shop.db, name)
    shop.events.publish(TemplatesChanged())
    return versions


def bring_back(shop: Shop, versions: Sequence[Template]) -> None:
    """Undoes `delete_template`."""
    with shop.db.write():
        for template in versions:
            templates.save(shop.db, template, shop.now())
    shop.events.publish(TemplatesChanged())


def save_over(shop: Shop, template: Template, stored_name: str | None) -> TemplateView:
    """Saves a new version in the place of the template that is stored under `stored_name` (None: it is new).

    Under another name it is renamed, the campaigns that use it along with it; one of that name that is there already
    is never written over. Raises TemplateRefused, and then nothing is changed.
    """
    with shop.db.write():
        if stored_name is None and any(each.name == template.name for each in templates.list_all(shop.db)):
            raise templates.TemplateRefused(
                f"There is a template “{template.name}” already. Nothing was saved; choose another name."
            )
        if stored_name is not None and stored_name != template.name:
            template_uses.rename(shop.db, stored_name, template.name, shop.now())
        saved = templates.save(shop.db, template, shop.now())
    shop.events.publish(TemplatesChanged())
    return TemplateView(saved)


def list_uses(shop: Shop, name: str) -> list[Use]:
    """The campaigns that name the template."""
    return template_uses.list_uses(shop.db, name)


def list_versions(shop: Shop, name: str) -> list[tuple[int, datetime, Template]]:
    """Every saved version, the newest first."""
    return templates.list_versions(shop.db, name)


def save_file(shop: Shop, file: Path) -> TemplateView:
    """Saves the template of a text file."""
    text = read_text(file)
    problems = domain_templates.check_file(text)
    if problems:
        first = problems[0]
        raise Refused(
            f"The template was not saved. Line {first.line}, column {first.column}: {first.message} "
            f"“templates check” lists every fault."
        )
    return save_template(shop, domain_templates.parse(text))


def check_file(file: Path) -> TemplateCheck:
    """Every fault of a template file."""
    return TemplateCheck(domain_templates.check_file(read_text(file)))


def preview(shop: Shop, template: Template, who: int | StandIn | None) -> TemplatePreview:
    """What a customer (None: an invented one) would read; raises MissingField or CannotCompose."""
    return TemplatePreview(composing.preview(shop.db, template, who, shop.settings(), shop.now()))


def read_text(file: Path) -> str:
    """The text of a template file; raises Refused where it is none."""
    with file.open("rb") as opened:  # what a pipe or a device holds, its size does not say
        raw = opened.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise Refused(f"“{file}” is too large for a template. Nothing was saved.")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Refused(f"“{file}” is no UTF-8 text. Nothing was saved; save it as UTF-8 and try again.") from None
