"""What the owner sees of a message before she lets it go: its words, why it was written, when it would leave."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.domain.eligibility import Ask, Cancel, Skip, Verdict, Wait, judge
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import from_stamp
from reengage_desktop.domain.vocabulary import OutboxState, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.pace import goes_by_itself
from reengage_desktop.store import claim_facts, claims, listings, outbox, tastes


@dataclass(frozen=True)
class Proof:
    """One held message word for word.

    `stays_until`: then it is left out by itself. `obstacle` is what would hold it up or end it if it were approved now
    (None: it would go with the next sending), `goes_at` when that is over, as far as that can be known. `decision` says
    why she gets it; `product` is the name of what she looked at. `goes_by_itself`: false where only the owner's
    own press lets it go, once it is approved (promise 25).
    """

    row: MessageRow
    content: Content
    stays_until: datetime
    obstacle: Reason | None
    goes_at: datetime | None
    decision: dict[str, Any]
    product: str | None
    goes_by_itself: bool = True


def list_held(shop: Shop) -> list[int]:
    """The messages that wait for approval, the one that waits longest first."""
    with shop.db.snapshot():
        held = listings.message_ids(shop.db, (OutboxState.HELD,))
        rows = listings.message_rows(shop.db, held)
    return sorted(row.id for row in rows if row.reason == Reason.AWAITING_APPROVAL)


def stays_until(row: MessageRow) -> datetime:
    """When a held message is left out by itself, because what it says is no longer true."""
    return from_stamp(max(row.created_at, row.due_at or 0)) + timedelta(days=outbox.HELD_DAYS)


def look_at(shop: Shop, message_id: int) -> Proof | None:
    """A held message as it would go out; None when it is not there any more. Changes nothing."""
    with shop.db.snapshot():
        rows = listings.message_rows(shop.db, [message_id])
        if not rows:
            return None
        row, now = rows[0], shop.now()
        waiting = claim_facts.get_waiting(shop.db, message_id)
        verdict = judge(waiting, claims.get_shop_state(shop.db, now), shop.settings(), now)
        product_id = row.decision.get("product_id")
        product = tastes.find_product(shop.db, product_id) if isinstance(product_id, int) else None
    obstacle, goes_at = _obstacle(verdict)
    return Proof(
        row=row,
        content=Content.from_dict(row.content),
        stays_until=stays_until(row),
        obstacle=obstacle,
        goes_at=goes_at,
        decision=row.decision,
        product=None if product is None else product.name,
        goes_by_itself=goes_by_itself(shop),
    )


def _obstacle(verdict: Verdict) -> tuple[Reason | None, datetime | None]:
    match verdict:
        case Wait(reason, until):
            return reason, until
        case Skip(reason, _) | Ask(reason):
            return reason, None
        case Cancel():
            return Reason.SWITCHED_OFF, None
    return None, None
