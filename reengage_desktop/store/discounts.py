"""Discount codes as messages hand them out: unique, readable, each made for one message to one customer (A8).

How a code comes back on an order is `store.codes`.
"""

import secrets
from dataclasses import dataclass

from reengage_desktop.store.database import Database

PREFIX = "BACK"
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 5


@dataclass(frozen=True)
class Code:
    """A code as a message names it; `id` is None until it is kept. `expires_at` is a stamp."""

    text: str
    percent: int
    expires_at: int
    id: int | None = None


def offer(db: Database, customer_id: int, percent: int, expires_at: int) -> Code:
    """The code for the customer's next message: one of hers that never went out, else a fresh one. Writes nothing.

    A code may stand in several messages, one for each channel: it went out where one of them did, or still may.
    """
    row = db.row(
        "SELECT d.id, d.code FROM discount_codes d WHERE d.customer_id = ? AND d.redeemed_order_id IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.customer_id = d.customer_id AND o.code_id = d.id "
        "AND o.state NOT IN ('skipped', 'cancelled', 'rejected')) ORDER BY d.id LIMIT 1",
        (customer_id,),
    )
    if row is not None:
        return Code(row[1], percent, expires_at, row[0])
    return Code(_fresh(db), percent, expires_at)


def keep(db: Database, code: Code, customer_id: int, now: int) -> int:
    """Keeps a code that a message names and gives its id; to be called in the transaction that queues the message."""
    if code.id is not None:
        db.run(
            "UPDATE discount_codes SET percent = ?, issued_at = ?, expires_at = ?, outbox_id = NULL WHERE id = ?",
            (code.percent, now, code.expires_at, code.id),
        )
        return code.id
    return db.insert(
        "INSERT INTO discount_codes (code, customer_id, percent, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)",
        (code.text, customer_id, code.percent, now, code.expires_at),
    )


def _fresh(db: Database) -> str:
    while True:
        text = f"{PREFIX}-{''.join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))}"
        taken = db.value(
            "SELECT 1 FROM discount_codes WHERE code = ?1 UNION ALL SELECT 1 FROM orders WHERE discount_code = ?1",
            (text,),
        )
        if taken is None:
            return text
