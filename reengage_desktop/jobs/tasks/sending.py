"""Pause and resume: whether anything is sent at all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import iso
from reengage_desktop.jobs.events import PausedChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import pausing


@dataclass(frozen=True)
class Paused:
    """Whether sending is paused; `cause` is owner, restored or copied; `until` is when the pause ends by itself."""

    paused: bool
    zone: ZoneInfo
    cause: str | None = None
    until: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """`{"paused"}`, why, and until when."""
        return {"paused": self.paused, "cause": self.cause, "until": iso(self.until, self.zone)}


def read_pause(shop: Shop) -> Paused:
    """How it stands."""
    zone, found = shop.settings().zone, pausing.find_pause(shop.db, shop.now())
    if found is None:
        return Paused(paused=False, zone=zone)
    return Paused(paused=True, zone=zone, cause=found.cause, until=found.until)


def pause(shop: Shop, until: datetime | None = None) -> Paused:
    """Nothing is sent by any process from now on, or up to a moment; the message in flight is not called back.

    A pause without an end stays one: a short pause does not make it end sooner.
    """
    now = shop.now()
    with shop.db.write():
        held = pausing.find_pause(shop.db, now)
        if held is None or held.until is not None:
            pausing.pause_as(shop.db, "owner", now, until)
    shop.events.publish(PausedChanged(paused=True))
    return read_pause(shop)


def resume(shop: Shop) -> Paused:
    """Messages may go again."""
    pausing.end_pause(shop.db)
    shop.events.publish(PausedChanged(paused=False))
    return read_pause(shop)
