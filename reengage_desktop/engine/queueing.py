"""Takes what was decided and written into the outbox, once for each occasion, and carries out the owner's decisions.

Reads drafts (domain.drafts); writes outbox rows that engine.sending works through later.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Literal

from reengage_desktop.domain.drafts import WHOLE, Draft
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OPEN_STATES, OutboxState, Reason
from reengage_desktop.store import caps, outbox
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.outbox import Known, list_held

__all__ = [
    "Draft",
    "Intake",
    "approve",
    "drop",
    "enqueue",
    "enqueue_many",
    "hasten",
    "hold",
    "hold_again",
    "list_held",
    "resolve",
    "retry",
    "take_back_drop",
]

_BATCH = 500


def enqueue(db: Database, draft: Draft, settings: Settings, now: datetime) -> int | Reason:
    """Queues one message and gives its id, or the reason why not; one immediate transaction.

    already_sent: this occasion has its message. in_other_campaign: another one to this person, or to somebody with the
    same address, is still open. cap_week, cap_month: no room today (the claim asks again before anything is sent).
    """
    return enqueue_many(db, [draft], settings, now)[0]


def enqueue_many(db: Database, drafts: Iterable[Draft], settings: Settings, now: datetime) -> list[int | Reason]:
    """What `enqueue` gives for each draft, in their order, in a transaction for every few hundred."""
    results: list[int | Reason] = []
    waiting = iter(drafts)
    while batch := list(islice(waiting, _BATCH)):
        with db.write():
            intake = Intake(db, [each.customer_id for each in batch], [each.address for each in batch], settings, now)
            results += [intake.take(draft) for draft in batch]
            intake.write()
    return results


def approve(db: Database, ids: Sequence[int] | None, now: datetime) -> int:
    """Lets held messages go, all that wait for approval with None; gives how many changed."""
    return outbox.approve(db, ids, stored_settings.load(db), now)


def hold(db: Database, ids: Sequence[int]) -> int:
    """Makes waiting messages wait for approval again; gives how many changed."""
    return outbox.hold(db, ids)


def hold_again(db: Database, held: Sequence[Row]) -> int:
    """Undoes `approve` of what was held so (`list_held`), each for its own reason; gives how many changed."""
    return outbox.hold_again(db, held)


def hasten(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Lets messages go at once that wait or are held; gives how many changed."""
    with db.write():
        outbox.approve(db, ids, stored_settings.load(db), now)
        return outbox.hasten(db, ids, now)


def drop(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Cancels messages that have not gone out; gives how many changed."""
    return outbox.drop(db, ids, now)


def take_back_drop(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Undoes `drop`; gives how many changed."""
    return outbox.take_back_drop(db, ids, stored_settings.load(db), now)


def retry(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Queues rejected and skipped messages again, never uncertain ones; gives how many changed."""
    return outbox.retry(db, ids, stored_settings.load(db), now)


def resolve(db: Database, ids: Sequence[int], as_: Literal["sent", "again"], now: datetime) -> int:
    """The owner's word on uncertain messages: they count as sent, or are sent again; gives how many changed."""
    if as_ == "sent":
        return outbox.treat_as_sent(db, ids, now)
    return outbox.send_again(db, ids, stored_settings.load(db), now)


class Intake:
    """Takes drafts for some people within the caller's transaction: what stands in their way is looked up at once."""

    def __init__(
        self, db: Database, people: Sequence[int], addresses: Sequence[str], settings: Settings, now: datetime
    ) -> None:
        self._db = db
        self._settings = settings
        self._now = now
        self._is_test = settings.is_on("sending.test_mode")
        self._today = day_number(now, settings.zone)
        self._known = outbox.list_known(db, people, is_test=self._is_test)
        self._awaited = outbox.list_awaited(db, addresses, is_test=self._is_test)
        self._room = None if self._is_test else caps.Room(db, people, addresses, self._today, settings)
        self._next_id = outbox.next_id(db)
        self._taken: list[tuple[int, Draft]] = []

    def take(self, draft: Draft) -> int | Reason:
        """The number that the draft's message gets, or the reason why it is not taken, as `enqueue` says it."""
        part = outbox.key_part(draft.part, is_test=self._is_test)
        known = self._known.setdefault(draft.customer_id, [])
        refusal = self._refusal(draft, part, known)
        if refusal is not None:
            return refusal
        for each in [each for each in known if _has_key(each, draft) and each.part == part]:
            outbox.free_key(self._db, each.id)
            known.remove(each)
        message_id = self._next_id + len(self._taken)
        self._taken.append((message_id, draft))
        known.append(outbox.known_as(message_id, draft, part, self._today))
        if draft.address:
            self._awaited.setdefault(draft.address, set()).add(draft.customer_id)
        return message_id

    def write(self) -> None:
        """Puts what was taken into the outbox; to be called last."""
        outbox.insert_many(self._db, self._taken, self._settings, self._now)

    def _refusal(self, draft: Draft, part: str, known: Sequence[Known]) -> Reason | None:
        refusal = _conflict(draft, part, known, self._today, self._settings)
        if refusal is None and self._awaited.get(draft.address, set()) - {draft.customer_id}:
            return Reason.IN_OTHER_CAMPAIGN
        if refusal is None and self._room is not None:
            return self._room.find_refusal(draft.customer_id, draft.address, besides=draft.touch)
        return refusal


def _conflict(draft: Draft, part: str, known: Sequence[Known], today: int, settings: Settings) -> Reason | None:
    """What in the outbox forbids this draft.

    A message that was skipped or rejected provably never went out and gives its occasion free. One that the owner
    cancelled does so only after `repeat_after_days`: the same message is not put before her again at once.
    """
    pause = settings.whole("reengagement.repeat_after_days")
    for each in known:
        if each.state in (OutboxState.SKIPPED, OutboxState.REJECTED):
            continue
        if each.state is OutboxState.CANCELLED and each.queued_on + pause <= today:
            continue
        if _is_same_message(each, draft, part):
            return Reason.ALREADY_SENT
    if any(_is_open(each) and not _has_key(each, draft) for each in known):
        return Reason.IN_OTHER_CAMPAIGN
    return None


def _is_same_message(known: Known, draft: Draft, part: str) -> bool:
    if not _has_key(known, draft):
        # The occasion of a lapse or a product is one for all campaigns; only one-off campaigns have none.
        return bool(draft.occasion) and known.occasion == draft.occasion and known.campaign_id != draft.campaign_id
    is_whole = known.part.endswith(WHOLE) or draft.part == WHOLE
    return is_whole or known.part == part or known.channel == draft.channel


def _has_key(known: Known, draft: Draft) -> bool:
    return (known.campaign_id, known.occasion, known.step) == (draft.campaign_id, draft.occasion, draft.step)


def _is_open(known: Known) -> bool:
    return known.state in OPEN_STATES or (known.state is OutboxState.UNCERTAIN and not known.is_treated)
