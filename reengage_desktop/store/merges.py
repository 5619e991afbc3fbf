"""Two records of one person made one, and apart again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import joining
from reengage_desktop.store.database import Database
from reengage_desktop.store.joining import Step


def merge(db: Database, keep: int, gone: int, now: datetime) -> list[Step]:
    """Moves everything of `gone` to `keep` in one transaction; a no on any channel of either stays a no.

    Fields that `keep` has filled stay; its further addresses are the other one's. The caller refreshes the facts. Gives
    what was done, for `separate`.
    """
    if keep == gone:
        raise ValueError("a customer can't be merged with herself")
    with db.write():
        return joining.join(db, [(keep, gone)], stamp(now))


def separate(db: Database, steps: Sequence[Step]) -> set[int]:
    """Takes a merge back in one transaction, but for what was changed since; gives whose facts must be refreshed."""
    with db.write():
        return joining.separate(db, steps)


@dataclass(frozen=True)
class Look:
    """When a customer is looked at next by the daily run, for the purchase that was her last one then."""

    customer_id: int
    next_look_on: int | None
    last_order_at: int | None


def list_looks(db: Database, customer_ids: Sequence[int]) -> list[Look]:
    """When these customers are looked at next."""
    marks = ", ".join("?" * len(customer_ids))
    rows = db.rows(
        f"SELECT id, next_look_on, last_order_at FROM customers WHERE id IN ({marks}) ORDER BY id", tuple(customer_ids)
    )
    return [Look(*row) for row in rows]


def put_looks_back(db: Database, looks: Sequence[Look]) -> None:
    """Looks at them when it was to be, unless they bought since; inside the caller's transaction."""
    for look in looks:
        db.run(
            "UPDATE customers SET next_look_on = ? WHERE id = ? AND last_order_at IS ? AND merged_into IS NULL",
            (look.next_look_on, look.customer_id, look.last_order_at),
        )
