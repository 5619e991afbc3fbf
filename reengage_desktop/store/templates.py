"""Templates: the ones that ship with the program, read from its files, and the owner's own, kept with every version."""

import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from reengage_desktop.domain import templates
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.templates import LANGUAGES, Template
from reengage_desktop.domain.templating import outputs
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.resources import resource_path
from reengage_desktop.store.database import Database

_COLUMNS = "name, channel, body, language, campaign_type, subject, preheader, provider_template, version"


class TemplateNotFound(LookupError):
    """There is no template of that name; the text is the sentence for the owner."""


class TemplateRefused(ValueError):
    """A template can't be saved or deleted; the text is the sentence for the owner."""


@lru_cache(maxsize=1)
def built_ins() -> dict[str, Template]:
    """The templates that ship with the program, by name."""
    found = {}
    for path in sorted(resource_path("templates").glob("*/*.txt")):
        template = templates.parse(path.read_text(encoding="utf-8"))
        found[template.name] = template
    return found


def list_own(db: Database) -> list[Template]:
    """The owner's own templates, the last changed first."""
    return [_template(row) for row in db.rows(f"SELECT {_COLUMNS} FROM templates ORDER BY changed_at DESC, id DESC")]


def list_all(db: Database) -> list[Template]:
    """The owner's own templates by name, then the ones that ship with the program."""
    return [*sorted(list_own(db), key=lambda template: template.name), *built_ins().values()]


def get(db: Database, name: str) -> Template:
    """The template of that name; raises TemplateNotFound."""
    row = db.row(f"SELECT {_COLUMNS} FROM templates WHERE name = ?", (name,))
    if row is not None:
        return _template(row)
    if name in built_ins():
        return built_ins()[name]
    raise TemplateNotFound(f"There is no template “{name}”. `templates list` names them all.")


def names(db: Database) -> frozenset[str]:
    """What all templates are called, the owner's own and those that ship with the program."""
    return frozenset(built_ins()) | {name for (name,) in db.rows("SELECT name FROM templates")}


def find_for(db: Database, campaign_type: str, channel: ChannelName, language: str) -> Template | None:
    """What a campaign of this type says on a channel.

    In this order: the template that the campaign names, the owner's own for type and channel, the one that ships with
    the program; of several the one in the customer's language, else in English, else any.
    """
    named = db.value(
        "SELECT message_template FROM campaigns WHERE is_automatic = 1 AND campaign_type = ?", (campaign_type,)
    )
    own = [each for each in list_own(db) if each.channel is channel]
    for candidates in (
        [each for each in (*own, *built_ins().values()) if each.name == named and each.channel is channel],
        [each for each in own if each.campaign_type == campaign_type],
        [each for each in built_ins().values() if (each.campaign_type, each.channel) == (campaign_type, channel)],
    ):
        if candidates:
            return _in_language(candidates, language)
    return None


def save(db: Database, template: Template, now: datetime) -> Template:
    """Saves the owner's template as a new version under its name; raises TemplateRefused with the first fault.

    Everybody who was silent is looked at again: a missing field may be filled now.
    """
    if template.name in built_ins():
        raise TemplateRefused(
            f"“{template.name}” ships with the program and stays as it is. Save your copy under another name; it is "
            "used in its place."
        )
    problems = templates.check_template(template)
    if problems:
        raise TemplateRefused(f"The template was not saved: {problems[0].message}")
    values: tuple[str | int | None, ...] = (
        template.channel,
        template.body,
        template.language,
        template.campaign_type,
        template.subject,
    )
    values += (template.preheader, template.provider_template, json.dumps(_parameters(template)), stamp(now))
    with db.write():
        db.run(
            "INSERT INTO templates (channel, body, language, campaign_type, subject, preheader, provider_template, "
            "parameters, changed_at, name, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) "
            "ON CONFLICT (name) DO UPDATE SET channel = excluded.channel, body = excluded.body, "
            "language = excluded.language, campaign_type = excluded.campaign_type, subject = excluded.subject, "
            "preheader = excluded.preheader, provider_template = excluded.provider_template, "
            "parameters = excluded.parameters, changed_at = excluded.changed_at, version = templates.version + 1",
            (*values, template.name),
        )
        saved = get(db, template.name)
        db.run(
            "INSERT INTO template_versions (template_id, version, content, saved_at) "
            "SELECT id, version, ?, ? FROM templates WHERE name = ?",
            (templates.write(saved), stamp(now), template.name),
        )
        look_at_lapsed_again(db)
    return saved


def list_versions(db: Database, name: str) -> list[tuple[int, datetime, Template]]:
    """Every saved version of the owner's template, the newest first."""
    rows = db.rows(
        "SELECT v.version, v.saved_at, v.content FROM template_versions v JOIN templates t ON t.id = v.template_id "
        "WHERE t.name = ? ORDER BY v.version DESC",
        (name,),
    )
    return [(version, from_stamp(at), templates.parse(content)) for version, at, content in rows]


def look_at_lapsed_again(db: Database) -> None:
    """Lets the daily run look again at everybody whose answer a template or a rule can change."""
    with db.write():
        db.run("UPDATE customers SET next_look_on = 0 WHERE last_order_at IS NOT NULL")


def _in_language(candidates: list[Template], language: str) -> Template:
    def matches(template: Template, wanted: str) -> bool:
        return template.language.casefold().replace("-", "_").split("_")[0] == wanted

    for wanted in (language, LANGUAGES[0]):
        for template in candidates:
            if matches(template, wanted):
                return template
    return candidates[0]


def _parameters(template: Template) -> list[str]:
    return outputs(template.body) if template.channel is ChannelName.WHATSAPP and template.provider_template else []


def _template(row: tuple[Any, ...]) -> Template:
    name, channel, body, language, campaign_type, subject, preheader, provider_template, version = row
    return Template(
        name=name,
        channel=ChannelName(channel),
        body=body,
        language=language,
        campaign_type=campaign_type,
        subject=subject,
        preheader=preheader,
        provider_template=provider_template,
        version=version,
    )
