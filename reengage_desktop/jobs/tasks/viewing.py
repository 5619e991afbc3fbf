"""Product views that something outside reports (A4): `track_product_view(phone, product_id)`."""

from dataclasses import dataclass
from typing import Any

from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import views


@dataclass(frozen=True)
class Tracked:
    """The view's number."""

    view_id: int

    def as_json(self) -> dict[str, Any]:
        """`{"view_id"}`."""
        return {"view_id": self.view_id}


def track_product_view(shop: Shop, phone: str, product_id: str) -> Tracked:
    """Records that somebody looked at a product now; raises ViewRefused for a phone number or id that is none."""
    view_id = views.track(shop.db, phone, product_id, shop.settings(), shop.now())
    shop.events.publish(CustomersChanged())
    return Tracked(view_id)
