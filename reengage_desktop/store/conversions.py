"""Which message brought which order, as rows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from reengage_desktop.domain.attribution import Purchase, Sent
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.store.database import Database

SENT = (
    "(outbox.state = 'accepted' OR (outbox.state = 'uncertain' AND outbox.treated_as = 'sent')) AND outbox.is_test = 0"
)
"""The SQL condition for messages that count as sent."""


def list_messaged(db: Database) -> list[int]:
    """Everybody who was ever sent a message that counts, or has a conversion; what came of an erased person's stays."""
    rows = db.rows(
        "SELECT customer_id FROM outbox JOIN customers ON customers.id = customer_id "
        f"WHERE {SENT} AND erased_at IS NULL UNION SELECT customer_id FROM conversions "
        "JOIN outbox ON outbox.id = outbox_id JOIN customers ON customers.id = customer_id WHERE erased_at IS NULL "
        "ORDER BY 1"
    )
    return [customer_id for (customer_id,) in rows]


def list_sent(db: Database, customer_id: int) -> list[Sent]:
    """The messages that went out to a customer."""
    rows = db.rows(
        f"SELECT id, sent_at FROM outbox WHERE customer_id = ? AND sent_at IS NOT NULL AND {SENT}",
        (customer_id,),
    )
    return [Sent(message_id, from_stamp(at)) for message_id, at in rows]


def list_purchases(db: Database, customer_id: int, since: datetime) -> list[Purchase]:
    """A customer's purchases after a moment."""
    rows = db.rows(
        "SELECT id, ordered_at FROM orders WHERE customer_id = ? AND ordered_at > ? AND is_purchase = 1",
        (customer_id, stamp(since)),
    )
    return [Purchase(order_id, from_stamp(at)) for order_id, at in rows]


def list_conversions(db: Database, customer_ids: Iterable[int]) -> dict[int, int]:
    """The conversions of some customers as they stand: message id → order id."""
    found: dict[int, int] = {}
    for customer_id in customer_ids:
        found |= dict(
            db.rows(
                "SELECT outbox_id, order_id FROM conversions JOIN outbox ON outbox.id = outbox_id "
                "WHERE customer_id = ?",
                (customer_id,),
            )
        )
    return found


def replace(db: Database, before: Mapping[int, int], after: Mapping[int, int]) -> tuple[int, int]:
    """Turns the conversions `before` into `after` in one transaction; gives how many were added and taken back.

    An order that brought another message back so far, such as one that changed hands, is taken from that one.
    """
    gone = [pair for pair in before.items() if after.get(pair[0]) != pair[1]]
    new = [pair for pair in after.items() if before.get(pair[0]) != pair[1]]
    with db.write():
        db.run_many("DELETE FROM conversions WHERE outbox_id = ? AND order_id = ?", gone)
        db.run_many("DELETE FROM conversions WHERE order_id = ?", [(order_id,) for _, order_id in new])
        db.run_many(
            "INSERT INTO conversions (outbox_id, order_id, converted_at) "
            "SELECT ?, id, ordered_at FROM orders WHERE id = ?",
            new,
        )
    return len(new), len(gone)
