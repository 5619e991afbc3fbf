"""What the owner does herself: the list, beginning, one click for how it ended, and its undo."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain.by_hand import HandResult, Link, link_for
from reengage_desktop.domain.eligibility import Ask, Wait
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import iso
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import REASON_SENTENCES, ChannelName, Reason
from reengage_desktop.engine.sending import by_hand
from reengage_desktop.engine.sending.by_hand import NotOpen, Recorded
from reengage_desktop.jobs.events import CustomersChanged, QueueChanged, ResultsChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.results import describe
from reengage_desktop.store import by_hand as stored
from reengage_desktop.store import customers, listings, postal

__all__ = [
    "HandItem",
    "HandList",
    "HandResult",
    "Recorded",
    "begin",
    "count",
    "give_back",
    "put_postal_address",
    "read",
    "record",
    "take_back",
]


@dataclass(frozen=True)
class HandItem:
    """One message that waits for the owner's hands. `reason`, `until`: what keeps her from doing it now."""

    row: MessageRow
    name: str
    channel: ChannelName
    content: Content
    link: Link
    postal_address: str
    is_begun: bool
    reason: Reason | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class HandList:
    """Everything that waits. `channels`: those that she carries herself now."""

    items: list[HandItem]
    channels: tuple[ChannelName, ...]
    settings: Settings

    def as_json(self) -> dict[str, Any]:
        """`{"total", "messages"}`: the queue's keys, and `link`, `begun`, `waits_for`, `until`."""
        zone = self.settings.zone
        shown = [
            {
                **describe(each.row, self.settings),
                "link": each.link.url,
                "begun": each.is_begun,
                "waits_for": each.reason,
                "until": iso(each.until, zone),
            }
            for each in self.items
        ]
        return {"total": len(shown), "messages": shown}


def count(shop: Shop) -> int:
    """How many messages wait for her hands."""
    return stored.count_waiting(shop.db, by_hand.channels_by_hand(shop.settings()), shop.now())


def read(shop: Shop) -> HandList:
    """The list, what was begun first. What may never go any more leaves it, with its reason."""
    settings = shop.settings()
    waiting = by_hand.list_waiting(shop.db, settings, shop.now())
    rows = {row.id: row for row in listings.message_rows(shop.db, [each.row.id for each in waiting])}
    addresses = postal.list_addresses(shop.db, (row.customer_id for row in rows.values()))
    items = []
    for each in waiting:
        row, verdict = rows[each.row.id], each.verdict
        reason = None if each.is_begun or not isinstance(verdict, Wait | Ask) else verdict.reason
        until = verdict.until if reason is not None and isinstance(verdict, Wait) else None
        link = link_for(each.row.channel, each.row.address, each.row.content)
        lines = addresses.get(row.customer_id, "")
        name = customers.get(shop.db, row.customer_id).display_name
        items.append(HandItem(row, name, each.row.channel, each.row.content, link, lines, each.is_begun, reason, until))
    return HandList(items, by_hand.channels_by_hand(settings), settings)


def begin(shop: Shop, message_id: int) -> Reason | None:
    """She takes a message into her hands, and the person counts as contacted; gives what stands in the way."""
    try:
        reason = by_hand.begin(shop.db, message_id, shop.settings(), shop.now())
    except (NotOpen, LookupError):
        raise _gone() from None
    _tell(shop)
    return reason


def give_back(shop: Shop, message_id: int) -> None:
    """She did not do it after all: it waits again; undoes `begin`."""
    try:
        by_hand.give_back(shop.db, message_id)
    except (NotOpen, LookupError):
        raise _gone() from None
    _tell(shop)


def record(shop: Shop, message_id: int, result: HandResult) -> Recorded:
    """How it ended."""
    try:
        recorded = by_hand.record(shop.db, message_id, result, shop.settings(), shop.now())
    except (NotOpen, LookupError):
        raise _gone() from None
    _tell(shop)
    return recorded


def take_back(shop: Shop, recorded: Recorded) -> bool:
    """Undoes a click; False where more has happened to the message or the person since."""
    is_undone = by_hand.take_back(shop.db, recorded)
    _tell(shop)
    return is_undone


def put_postal_address(shop: Shop, customer_id: int, lines: str) -> None:
    """Keeps where letters to a customer go."""
    postal.put(shop.db, customer_id, lines, shop.now())
    shop.events.publish(CustomersChanged())


def refusal(reason: Reason) -> str:
    """Why one may not be begun, as a sentence for the command line."""
    return f"Not begun: {REASON_SENTENCES[reason]} Nobody was contacted."


def _gone() -> Refused:
    return Refused(
        "This message is not yours to do any more: it is done, was taken out or went another way. Nothing was changed; "
        "look at the list again."
    )


def _tell(shop: Shop) -> None:
    for event in (QueueChanged(), ResultsChanged(), CustomersChanged()):
        shop.events.publish(event)
