"""Addresses that are left alone because messages came back from them, and letting them try again."""

from dataclasses import dataclass

from reengage_desktop.store import customers, suppressions
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.matching import CALLED


@dataclass(frozen=True)
class CameBack:
    """One address. `channel` empty: a number on every channel. `state`: bounced or invalid; `at` unix seconds or None.

    `words`: what the provider said when it came back.
    """

    customer_id: int
    customer: str
    kind: str
    channel: str
    address: str
    state: str
    at: int | None
    words: str


@dataclass(frozen=True)
class Before:
    """What was known of an address before it was trusted again; `trusted`: what the list held afterwards."""

    came_back: CameBack
    states: tuple[Row, ...]
    refusals: tuple[Row, ...]
    trusted: tuple[Row, ...]


_LAST = (
    "FROM delivery_events AS told JOIN outbox ON outbox.id = told.outbox_id "
    "WHERE outbox.address = {address} AND told.kind IN ('bounced', 'failed') ORDER BY told.at DESC LIMIT 1"
)
_MAILS = f"""
SELECT customers.id, {CALLED}, 'email', 'email', email, email_state,
    (SELECT told.at {_LAST.format(address="customers.email")}),
    coalesce((SELECT told.detail {_LAST.format(address="customers.email")}), '')
FROM customers WHERE email_state IN ('bounced', 'invalid') AND email IS NOT NULL AND {LIVING}
"""
_NUMBERS = f"""
SELECT customers.id, {CALLED}, 'phone', channel, address, 'bounced', suppressions.at,
    coalesce((SELECT told.detail {_LAST.format(address="suppressions.address")}), '')
FROM suppressions JOIN customers ON customers.phone = suppressions.address AND {LIVING}
WHERE suppressions.kind = 'phone' AND suppressions.reason = 'bounced' AND address IS NOT NULL
"""


def list_came_back(db: Database, limit: int) -> tuple[int, list[CameBack]]:
    """How many there are, and the latest of them."""
    both = f"{_MAILS} UNION ALL {_NUMBERS}"
    total = int(db.value(f"SELECT count(*) FROM ({both})"))
    rows = db.rows(f"SELECT * FROM ({both}) ORDER BY 7 DESC, 1 LIMIT ?", (limit,))
    return total, [CameBack(*row) for row in rows]


def trust(db: Database, found: CameBack) -> Before:
    """Messages may go to the address again; gives what the Undo needs."""
    with db.write():
        states = tuple(_states(db, found))
        refusals = suppressions.list_refusals(db, [(found.kind, found.address)])
        if found.kind == "email":
            _put_state(db, found, None)
        else:
            db.run(
                "DELETE FROM suppressions WHERE kind = 'phone' AND address = ? AND channel = ? AND reason = 'bounced'",
                (found.address, found.channel),
            )
        customers.look_again(db, [found.customer_id])
        trusted = suppressions.list_refusals(db, [(found.kind, found.address)])
    return Before(found, states, tuple(refusals), tuple(trusted))


def take_back(db: Database, before: Before) -> None:
    """The address is left alone again."""
    found = before.came_back
    with db.write():
        if found.kind == "email":
            for point_id, state in before.states:
                if point_id:
                    db.run("UPDATE contact_points SET state = ? WHERE id = ?", (state, point_id))
                else:
                    db.run(
                        "UPDATE customers SET email_state = ? WHERE id = ? AND email = ?",
                        (state, found.customer_id, found.address),
                    )
        else:
            suppressions.put_back(db, before.refusals, before.trusted)
        customers.look_again(db, [found.customer_id])


def _states(db: Database, found: CameBack) -> list[Row]:
    own = db.rows("SELECT 0, email_state FROM customers WHERE id = ?", (found.customer_id,))
    points = db.rows(
        "SELECT id, state FROM contact_points WHERE customer_id = ? AND kind = 'email' AND value = ?",
        (found.customer_id, found.address),
    )
    return [*own, *points]


def _put_state(db: Database, found: CameBack, state: str | None) -> None:
    db.run("UPDATE customers SET email_state = ? WHERE id = ? AND email = ?", (state, found.customer_id, found.address))
    db.run(
        "UPDATE contact_points SET state = ? WHERE customer_id = ? AND kind = 'email' AND value = ?",
        (state, found.customer_id, found.address),
    )
