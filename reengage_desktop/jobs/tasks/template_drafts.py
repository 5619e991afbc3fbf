"""Texts that the owner is still writing: kept from key to key, so that none is ever lost before she saves it."""

import json
from dataclasses import asdict, dataclass

from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import settings

_WORD = "template_drafts"


@dataclass(frozen=True)
class TemplateDraft:
    """What is written and not saved. `stored_name`: the template that it will be saved over, None for a new one."""

    key: str
    stored_name: str | None
    template: Template


def list_drafts(shop: Shop) -> dict[str, TemplateDraft]:
    """Every draft by its key."""
    return {key: _read(key, held) for key, held in _held(shop).items()}


def keep(shop: Shop, draft: TemplateDraft) -> None:
    """Keeps a draft in the place of the one before."""
    with shop.db.write():
        held = _held(shop)
        held[draft.key] = {"stored_name": draft.stored_name, "template": asdict(draft.template)}
        settings.put_word(shop.db, _WORD, json.dumps(held, ensure_ascii=False))


def drop(shop: Shop, key: str) -> None:
    """Lets a draft go: it was saved, or the owner does not want it."""
    with shop.db.write():
        held = _held(shop)
        if held.pop(key, None) is not None:
            settings.put_word(shop.db, _WORD, json.dumps(held, ensure_ascii=False))


def _held(shop: Shop) -> dict[str, dict[str, object]]:
    held: dict[str, dict[str, object]] = json.loads(settings.find_word(shop.db, _WORD) or "{}")
    return held


def _read(key: str, held: dict[str, object]) -> TemplateDraft:
    values = dict(held["template"])  # type: ignore[call-overload]
    values["channel"] = ChannelName(values["channel"])
    stored_name = held["stored_name"]
    return TemplateDraft(key, None if stored_name is None else str(stored_name), Template(**values))
