"""The customers' rights as the owner needs them: the paragraph for her privacy notice, and who is never written to."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import iso_stamp
from reengage_desktop.engine.composing import shop_language
from reengage_desktop.engine.privacy import PRIVACY_NOTICES, privacy_notice
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import suppressed
from reengage_desktop.store.suppressed import Suppressed

__all__ = ["Notice", "Suppressed", "SuppressionList", "list_suppressions", "notice"]


@dataclass(frozen=True)
class Notice:
    """A20: the paragraph and its language."""

    language: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """`{"language", "text"}`."""
        return {"language": self.language, "text": self.text}


@dataclass(frozen=True)
class SuppressionList:
    """Some of the addresses that are never written to, and how many there are of what was looked for."""

    total: int
    rows: list[Suppressed]
    zone: ZoneInfo

    def as_json(self) -> dict[str, Any]:
        """`{"total", "addresses"}`; the address of a forgotten person is null."""
        shown = [
            {
                "address": each.address,
                "kind": each.kind,
                "channel": each.channel or None,
                "reason": each.reason,
                "source": each.source,
                "at": iso_stamp(each.at, self.zone),
            }
            for each in self.rows
        ]
        return {"total": self.total, "addresses": shown}


def notice(shop: Shop, language: str | None = None) -> Notice:
    """The paragraph in a language, else in the shop's own."""
    settings = shop.settings()
    spoken = language or shop_language(settings)
    spoken = spoken if spoken in PRIVACY_NOTICES else "en"
    return Notice(spoken, privacy_notice(settings, spoken))


def list_suppressions(shop: Shop, search: str = "", *, limit: int = 200) -> SuppressionList:
    """Who is never written to, the latest first; the search finds a part of an address."""
    total, rows = suppressed.find(shop.db, search, limit)
    return SuppressionList(total, rows, shop.settings().zone)
