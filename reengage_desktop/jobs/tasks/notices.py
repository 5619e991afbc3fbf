"""What the owner has seen: notices and tips are put away, and brought back when that was a mistake."""

from datetime import timedelta

from reengage_desktop.jobs.events import NoticesChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import notices

_AWAY = timedelta(days=30)


def list_put_away(shop: Shop) -> frozenset[str]:
    """The tips that the owner knows; one that still holds after 30 days is said again."""
    return notices.list_put_away(shop.db, shop.now() - _AWAY)


def put_away(shop: Shop, key: str) -> None:
    """Takes a notice or a tip down."""
    notices.put_away(shop.db, key, shop.now())
    shop.events.publish(NoticesChanged())


def bring_back(shop: Shop, key: str) -> None:
    """Undoes `put_away`."""
    notices.bring_back(shop.db, key)
    shop.events.publish(NoticesChanged())
