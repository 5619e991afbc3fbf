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
from reengage_desktop.store.database import Database, StoreConflict
from reengage_desktop.store.outbox import Known

__all__ = [
    "Draft",
    "approve",
    "drop",
    "enqueue",
    "enqueue_many",
    "hasten",
    "hold",
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
    with db.write():
        return _enqueue(db, draft, settings, now)


def enqueue_many(db: Database, drafts: Iterable[Draft], settings: Settings, now: datetime) -> list[int | Reason]:
    """What `enqueue` gives for each draft, in their order, in a transaction for every few hundred."""
    results: list[int | Reason] = []
    waiting = iter(drafts)
    while batch := list(islice(waiting, _BATCH)):
        with db.write():
            results += [_enqueue(db, draft, settings, now) for draft in batch]
    return results


def approve(db: Database, ids: Sequence[int] | None, now: datetime) -> int:
    """Lets held messages go, all that wait for approval with None; gives how many changed."""
    return outbox.approve(db, ids, stored_settings.load(db), now)


def hold(db: Database, ids: Sequence[int]) -> int:
    """Makes waiting messages wait for approval again; gives how many changed."""
    return outbox.hold(db, ids)


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


def _enqueue(db: Database, draft: Draft, settings: Settings, now: datetime) -> int | Reason:
    is_test = settings.is_on("sending.test_mode")
    today = day_number(now, settings.zone)
    part = outbox.key_part(draft.part, is_test=is_test)
    known = outbox.list_known(db, draft.customer_id, is_test=is_test)
    refusal = _conflict(draft, part, known, today, settings)
    if refusal is None and outbox.is_awaited(db, draft.address, besides=draft.customer_id, is_test=is_test):
        refusal = Reason.IN_OTHER_CAMPAIGN
    if refusal is None and not is_test:
        refusal = caps.find_refusal(db, draft.customer_id, draft.address, today, settings, besides=draft.touch)
    if refusal is not None:
        return refusal
    for each in known:
        if _has_key(each, draft) and each.part == part:
            outbox.free_key(db, each.id)
    try:
        return outbox.insert(db, draft, settings, now)
    except StoreConflict:
        return Reason.ALREADY_SENT


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
