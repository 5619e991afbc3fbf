"""Addresses from which messages came back: who they are, why they are left alone, and trying one again."""

from dataclasses import dataclass

from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import bounced
from reengage_desktop.store.bounced import Before, CameBack

__all__ = ["Before", "CameBack", "CameBackList", "list_came_back", "take_back", "trust"]


@dataclass(frozen=True)
class CameBackList:
    """Some of the addresses, and how many there are."""

    total: int
    rows: list[CameBack]


def list_came_back(shop: Shop, *, limit: int = 200) -> CameBackList:
    """The addresses that are left alone because messages came back, the latest first."""
    return CameBackList(*bounced.list_came_back(shop.db, limit))


def trust(shop: Shop, found: CameBack) -> Before:
    """Messages may go there again, because the owner knows that the address is good."""
    before = bounced.trust(shop.db, found)
    shop.events.publish(CustomersChanged())
    return before


def take_back(shop: Shop, before: Before) -> None:
    """Undoes `trust`."""
    bounced.take_back(shop.db, before)
    shop.events.publish(CustomersChanged())
