"""After orders have come in: which message brought which of them back (A10)."""

from collections.abc import Iterable
from dataclasses import dataclass

from reengage_desktop.domain.attribution import attribute
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import conversions
from reengage_desktop.store.database import Database

_CHUNK = 500


@dataclass(frozen=True)
class Attributed:
    """How many conversions were found and how many no longer hold, such as after a full refund."""

    added: int
    withdrawn: int


def attribute_orders(db: Database, settings: Settings, customer_ids: Iterable[int] | None = None) -> Attributed:
    """Brings the conversions of these customers (None: everybody ever written to) in step with orders and messages.

    Idempotent, and independent of the order in which orders came in. Cost grows with the messages sent to them.
    """
    everybody = conversions.list_messaged(db)
    if customer_ids is not None:
        wanted = set(customer_ids)
        everybody = [customer_id for customer_id in everybody if customer_id in wanted]
    added = withdrawn = 0
    for start in range(0, len(everybody), _CHUNK):
        chunk = everybody[start : start + _CHUNK]
        before = conversions.list_conversions(db, chunk)
        after: dict[int, int] = {}
        for customer_id in chunk:
            after |= _converted(db, settings, customer_id)
        if before != after:
            new, gone = conversions.replace(db, before, after)
            added, withdrawn = added + new, withdrawn + gone
    return Attributed(added, withdrawn)


def _converted(db: Database, settings: Settings, customer_id: int) -> dict[int, int]:
    sent = conversions.list_sent(db, customer_id)
    if not sent:
        return {}
    purchases = conversions.list_purchases(db, customer_id, min(message.sent_at for message in sent))
    return attribute(sent, purchases, days=settings.whole("reengagement.attribution_days"), zone=settings.zone)
