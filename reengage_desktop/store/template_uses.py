"""Which campaigns say what a template says: asked before it is deleted, followed when it gets another name."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import templates
from reengage_desktop.store.database import Database
from reengage_desktop.store.templates import TemplateRefused

_PLACES = ("steps", "variants", "templates")
"""Columns of a campaign whose JSON may name templates."""


@dataclass(frozen=True)
class Use:
    """A campaign that names the template."""

    campaign_id: int
    campaign: str
    campaign_type: str


def list_uses(db: Database, name: str) -> list[Use]:
    """The campaigns that name the template and are not put away, by their names."""
    found = [
        Use(campaign_id, campaign, kind)
        for campaign_id, campaign, kind, message_template, *texts in _campaigns(db, "archived_at IS NULL")
        if message_template == name or any(_names(json.loads(text), name) for text in texts)
    ]
    return sorted(found, key=lambda use: use.campaign)


def rename(db: Database, old: str, new: str, now: datetime) -> None:
    """Gives the owner's template another name, its versions and every campaign that uses it along with it.

    Raises TemplateNotFound, and TemplateRefused for one that ships with the program or a name that is taken.
    """
    if templates.get(db, old).is_built_in:
        raise TemplateRefused(f"“{old}” ships with the program and keeps its name. Copy it to have one of your own.")
    taken = db.value("SELECT 1 FROM templates WHERE name = ?", (new,)) or new in templates.built_ins()
    if taken:
        raise TemplateRefused(f"There is a template “{new}” already. Nothing was changed; choose another name.")
    with db.write():
        db.run("UPDATE templates SET name = ?, changed_at = ? WHERE name = ?", (new, stamp(now), old))
        db.run("UPDATE campaigns SET message_template = ? WHERE message_template = ?", (new, old))
        for campaign_id, _campaign, _kind, _template, *texts in _campaigns(db, "1"):
            for column, text in zip(_PLACES, texts, strict=True):
                held = json.loads(text)
                if _names(held, old):
                    changed = json.dumps(_renamed(held, old, new), ensure_ascii=False)
                    db.run(f"UPDATE campaigns SET {column} = ? WHERE id = ?", (changed, campaign_id))


def delete(db: Database, name: str) -> None:
    """Deletes one of the owner's own templates; raises TemplateNotFound, and TemplateRefused where it is in use."""
    if templates.get(db, name).is_built_in:
        raise TemplateRefused(f"“{name}” ships with the program and can't be deleted.")
    users = [use.campaign for use in list_uses(db, name)]
    if users:
        raise TemplateRefused(f"“{name}” is used by {', '.join(users)}. Choose another template there first.")
    with db.write():
        db.run("DELETE FROM template_versions WHERE template_id = (SELECT id FROM templates WHERE name = ?)", (name,))
        db.run("DELETE FROM templates WHERE name = ?", (name,))
        templates.look_at_lapsed_again(db)


def _campaigns(db: Database, condition: str) -> list[tuple[Any, ...]]:
    return db.rows(
        f"SELECT id, name, campaign_type, message_template, {', '.join(_PLACES)} FROM campaigns WHERE {condition}"
    )


def _names(held: Any, name: str) -> bool:
    if isinstance(held, list):
        return any(each.get("template") == name for each in held)
    return name in held.values()


def _renamed(held: Any, old: str, new: str) -> Any:
    """Steps and wordings name a template beside other words, such as the channel, which may be the very same one."""
    if isinstance(held, list):
        return [{**each, "template": new} if each.get("template") == old else each for each in held]
    return {key: new if value == old else value for key, value in held.items()}
