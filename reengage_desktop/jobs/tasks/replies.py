"""The review tray: answers that seem to say no (and hold meanwhile), or yes again, and the owner's word on each."""

from dataclasses import dataclass

from reengage_desktop.jobs.events import CustomersChanged, NoticesChanged, QueueChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import notices, refusing, replies
from reengage_desktop.store.refusing import Yes
from reengage_desktop.store.replies import Answer

__all__ = ["Answer", "Read", "agree", "keep", "list_open", "take_back"]


@dataclass(frozen=True)
class Read:
    """One answer that was read, and what its Undo needs. `yes`: messages may go there again since."""

    answer: Answer
    yes: Yes | None = None


def list_open(shop: Shop) -> list[Answer]:
    """The answers that wait for the owner, the oldest first."""
    return replies.list_open(shop.db)


def keep(shop: Shop, answer: Answer) -> Read:
    """It stays as it is: a no that was one, or an answer that asks for nothing."""
    notices.dismiss(shop.db, answer.key, shop.now())
    shop.events.publish(NoticesChanged())
    return Read(answer)


def agree(shop: Shop, answer: Answer, wording: str) -> Read:
    """It was no refusal, or it asks for messages again: the owner notes that they may go there, in her words."""
    who, yes = answer.customer_id, None
    with shop.db.write():
        if who is not None:
            yes = refusing.opt_in(shop.db, who, answer.channel, wording=wording, at=shop.now())
        notices.dismiss(shop.db, answer.key, shop.now())
    _tell(shop)
    return Read(answer, yes)


def take_back(shop: Shop, read: Read) -> None:
    """Puts the answer back into the tray; where messages might go again since, it is as it was before that."""
    with shop.db.write():
        if read.yes is not None:
            refusing.withdraw(shop.db, read.yes)
        notices.bring_back(shop.db, read.answer.key)
    _tell(shop)


def _tell(shop: Shop) -> None:
    for event in (NoticesChanged(), CustomersChanged(), QueueChanged()):
        shop.events.publish(event)
