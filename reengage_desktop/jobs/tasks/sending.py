"""Pause and resume: whether anything is sent at all."""

import json
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.events import PausedChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import settings


@dataclass(frozen=True)
class Paused:
    """Whether sending is paused; `cause` is owner, restored or copied."""

    paused: bool
    cause: str | None = None

    def as_json(self) -> dict[str, Any]:
        """`{"paused"}`, and why."""
        return {"paused": self.paused, "cause": self.cause}


def read_pause(shop: Shop) -> Paused:
    """How it stands."""
    word = settings.find_word(shop.db, "paused")
    if word is None:
        return Paused(paused=False)
    try:
        cause = str(json.loads(word)["cause"])
    except (ValueError, KeyError, TypeError):
        cause = "owner"
    return Paused(paused=True, cause=cause)


def pause(shop: Shop) -> Paused:
    """Nothing is sent by any process from now on; the message in flight is not called back."""
    if not settings.is_paused(shop.db):
        word = json.dumps({"cause": "owner", "at": stamp(shop.now())})
        settings.put_word(shop.db, "paused", word)
    shop.events.publish(PausedChanged(paused=True))
    return read_pause(shop)


def resume(shop: Shop) -> Paused:
    """Messages may go again."""
    settings.drop_word(shop.db, "paused")
    shop.events.publish(PausedChanged(paused=False))
    return read_pause(shop)
