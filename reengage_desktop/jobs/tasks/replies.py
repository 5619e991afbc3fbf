"""The review tray: answers that seem to say no (and hold meanwhile), or yes again, and the owner's word on each."""

from dataclasses import dataclass

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import CustomersChanged, NoticesChanged, QueueChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers, notices, refusing, replies
from reengage_desktop.store.refusing import Slip
from reengage_desktop.store.replies import Answer

__all__ = ["Answer", "Read", "agree", "keep", "list_open", "take_back"]


@dataclass(frozen=True)
class Read:
    """One answer that was read, and what its Undo needs. `agreed`: messages may go there again since."""

    answer: Answer
    agreed: bool


def list_open(shop: Shop) -> list[Answer]:
    """The answers that wait for the owner, the oldest first."""
    return replies.list_open(shop.db)


def keep(shop: Shop, answer: Answer) -> Read:
    """It stays as it is: a no that was one, or an answer that asks for nothing."""
    notices.dismiss(shop.db, answer.key, shop.now())
    shop.events.publish(NoticesChanged())
    return Read(answer, agreed=False)


def agree(shop: Shop, answer: Answer, wording: str) -> Read:
    """It was no refusal, or it asks for messages again: the owner notes that they may go there, in her words."""
    with shop.db.write():
        if answer.customer_id is not None:
            customers.opt_in(shop.db, answer.customer_id, answer.channel, wording=wording, at=shop.now())
        notices.dismiss(shop.db, answer.key, shop.now())
    _tell(shop)
    return Read(answer, agreed=True)


def take_back(shop: Shop, read: Read) -> None:
    """Puts the answer back into the tray; where messages might go again since, nothing goes there once more."""
    answer = read.answer
    with shop.db.write():
        if read.agreed and answer.customer_id is not None:
            _refuse(shop, answer.customer_id, answer.channel, answer.quote)
        notices.bring_back(shop.db, answer.key)
    _tell(shop)


def _refuse(shop: Shop, customer_id: int, channel: ChannelName, quote: str) -> Slip:
    return refusing.opt_out(shop.db, customer_id, shop.now(), channel=channel, source="person", wording=quote or None)


def _tell(shop: Shop) -> None:
    for event in (NoticesChanged(), CustomersChanged(), QueueChanged()):
        shop.events.publish(event)
