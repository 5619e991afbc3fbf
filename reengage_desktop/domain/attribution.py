"""Which order a message brought back (A10): a pure rule over one customer's messages and purchases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import local_day


@dataclass(frozen=True)
class Sent:
    """A message that went out."""

    message_id: int
    sent_at: datetime


@dataclass(frozen=True)
class Purchase:
    """A purchase; one of which only the day is known stands at that day's first moment in the shop's zone.

    That is how it counts from the day after the message only.
    """

    order_id: int
    ordered_at: datetime


def attribute(sent: Iterable[Sent], purchases: Iterable[Purchase], *, days: int, zone: ZoneInfo) -> dict[int, int]:
    """The order that each converted message brought: message id → order id.

    An order belongs to the last message before it, if that was at most `days` calendar days of the shop earlier; a
    message is converted by the first such order only, so that no order and no message counts twice. The result does
    not depend on the order in which files came in.
    """
    messages = sorted(sent, key=lambda message: (message.sent_at, message.message_id))
    converted: dict[int, int] = {}
    position = -1
    for purchase in sorted(purchases, key=lambda order: (order.ordered_at, order.order_id)):
        while position + 1 < len(messages) and messages[position + 1].sent_at < purchase.ordered_at:
            position += 1
        if position < 0:
            continue
        last = messages[position]
        waited = (local_day(purchase.ordered_at, zone) - local_day(last.sent_at, zone)).days
        if waited <= days and last.message_id not in converted:
            converted[last.message_id] = purchase.order_id
    return converted
