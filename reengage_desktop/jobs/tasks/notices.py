"""What the owner has seen: notices and tips are put away, and brought back when that was a mistake."""

from reengage_desktop.jobs.events import NoticesChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import notices


def put_away(shop: Shop, key: str) -> None:
    """Takes a notice or a tip down."""
    notices.put_away(shop.db, key, shop.now())
    shop.events.publish(NoticesChanged())


def bring_back(shop: Shop, key: str) -> None:
    """Undoes `put_away`."""
    notices.bring_back(shop.db, key)
    shop.events.publish(NoticesChanged())
