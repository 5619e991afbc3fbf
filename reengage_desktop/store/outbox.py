"""The outbox: the only way out. One row for each recipient, occasion, step and part; here it is filled and decided on.

How a row is claimed, called and settled is `store.claims`.
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.moments import day_number, stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OutboxState, Reason
from reengage_desktop.store import caps
from reengage_desktop.store.claims import CLOCK_UNTRUSTED_WORD
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.settings import find_word, put_word

HELD_DAYS = 14
"""A message that waits longer for its approval is skipped: what it says is no longer true."""

UNDECIDED_DAYS = 3
"""After so long an uncertain message that nobody decided on is treated as sent: the default of promises.md."""

_AMONG = "IN (SELECT value FROM json_each(?))"
_HOLD = ("reason", "approved_at", "due_at", "expires_at")
_OPEN = "(outbox.state IN ('pending', 'held', 'sending') OR (outbox.state = 'uncertain' AND outbox.treated_as IS NULL))"


@dataclass(frozen=True)
class Known:
    """What is in the outbox for a person already, as far as a further message must know it."""

    id: int
    campaign_id: int
    occasion: str
    step: int
    part: str
    channel: str
    state: OutboxState
    is_treated: bool
    queued_on: int


def list_known(db: Database, people: Sequence[int], *, is_test: bool) -> dict[int, list[Known]]:
    """By person everything that was ever queued and still has its key; test messages count among themselves."""
    rows = db.rows(
        "SELECT customer_id, id, campaign_id, occasion, step, part, channel, state, treated_as IS NOT NULL, queued_on "
        f"FROM outbox WHERE customer_id {_AMONG} AND is_test = ? AND instr(part, '~') = 0",
        (json.dumps(list(people)), int(is_test)),
    )
    found: dict[int, list[Known]] = {}
    for customer_id, message_id, campaign_id, occasion, step, part, channel, state, treated, day in rows:
        known = Known(message_id, campaign_id, occasion, step, part, channel, OutboxState(state), bool(treated), day)
        found.setdefault(customer_id, []).append(known)
    return found


def known_as(message_id: int, draft: Draft, part: str, day: int) -> Known:
    """A draft as `list_known` tells of it once it is in the outbox."""
    state = OutboxState.HELD if draft.needs_approval else OutboxState.PENDING
    key = (draft.campaign_id, draft.occasion, draft.step, part, draft.channel)
    return Known(message_id, *key, state, is_treated=False, queued_on=day)


def list_awaited(db: Database, addresses: Sequence[str], *, is_test: bool) -> dict[str, set[int]]:
    """By address the customers for whom a message to it is open: two of one household may have one telephone."""
    # The plus keeps the planner from walking through all open messages: it shall look the addresses up.
    rows = db.rows(
        f"SELECT DISTINCT address, customer_id FROM outbox WHERE address {_AMONG} AND address <> '' "
        f"AND is_test = ? AND {_OPEN.replace('outbox.state', '+outbox.state')}",
        (json.dumps(list(addresses)), int(is_test)),
    )
    found: dict[str, set[int]] = {}
    for address, customer_id in rows:
        found.setdefault(address, set()).add(customer_id)
    return found


def next_id(db: Database) -> int:
    """The number of the next message, while the caller's transaction lasts."""
    return int(db.value("SELECT coalesce(max(id), 0) + 1 FROM outbox"))


def insert_many(db: Database, numbered: Sequence[tuple[int, Draft]], settings: Settings, now: datetime) -> None:
    """Puts drafts in the queue under their numbers, inside the caller's transaction that gave them (`next_id`)."""
    if not numbered:
        return
    rows = [_columns(message_id, draft, settings, now) for message_id, draft in numbered]
    mine = f"rd-{installation(db)}-"
    names = ", ".join(rows[0])
    holes = ", ".join(f":{name}" for name in rows[0])
    db.run_many(
        f"INSERT INTO outbox ({names}, reference, last_order_at) VALUES ({holes}, :mine || :id, "
        "(SELECT last_order_at FROM customers WHERE id = :customer_id))",
        [row | {"mine": mine} for row in rows],
    )
    coded = [(message_id, draft.code_id) for message_id, draft in numbered if draft.code_id is not None]
    db.run_many("UPDATE discount_codes SET outbox_id = ? WHERE id = ?", coded)


def _columns(message_id: int, draft: Draft, settings: Settings, now: datetime) -> dict[str, Any]:
    is_test = settings.is_on("sending.test_mode")
    due_at = max(draft.due_at or now, now)
    held = draft.needs_approval
    columns = {
        "id": message_id,
        "campaign_id": draft.campaign_id,
        "campaign_type": draft.campaign_type,
        "customer_id": draft.customer_id,
        "occasion": draft.occasion,
        "step": draft.step,
        "part": key_part(draft.part, is_test=is_test),
        "touch": draft.touch,
        "channel": draft.channel,
        "address": draft.address,
        "content": json.dumps(draft.content.as_dict(), ensure_ascii=False),
        "decision": json.dumps(dict(draft.decision), ensure_ascii=False, default=str),
        "state": OutboxState.HELD if held else OutboxState.PENDING,
        "reason": Reason.AWAITING_APPROVAL if held else None,
        "is_automatic": int(draft.is_automatic),
        "is_test": int(is_test),
        "variant": draft.variant,
        "product_id": draft.product_id,
        "code_id": draft.code_id,
        "price_minor": draft.price_minor,
        "created_at": stamp(now),
        "queued_on": day_number(now, settings.zone),
        "due_at": None if held else stamp(due_at),
        "expires_at": None if held else stamp(expiry(due_at, settings)) + draft.patience_s,
    }
    if held and draft.due_at is not None and draft.due_at > now:
        columns["due_at"] = stamp(draft.due_at)
    return columns


def key_part(part: str, *, is_test: bool) -> str:
    """The part as the key holds it: a test message never takes the place of a real one."""
    return f"test:{part}" if is_test else part


def expiry(due_at: datetime, settings: Settings) -> datetime:
    """When a message that could not go by then is skipped."""
    return due_at + timedelta(hours=settings.whole("sending.expires_after_hours"))


def has_interrupted(db: Database) -> bool:
    """Whether anything is on its way, or was when a program ended; asked at every start."""
    return db.value("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1") is not None


def free_key(db: Database, message_id: int) -> None:
    """Lets the occasion of a message that provably never went out be used again; the row stays in the history."""
    db.run("UPDATE outbox SET part = part || '~' || id WHERE id = ?", (message_id,))


def approve(db: Database, ids: Sequence[int] | None, settings: Settings, now: datetime) -> int:
    """Lets held messages go (None: all that wait for approval); gives how many. Those held too long are skipped."""
    is_test = int(settings.is_on("sending.test_mode"))
    with db.write():
        skip_stale(db, now)
        found = _select(db, ids, "state = 'held'" + (" AND reason = 'awaiting_approval'" if ids is None else ""))
        db.run_many(
            "UPDATE outbox SET state = 'pending', reason = NULL, approved_at = ?, is_test = ?, "
            "due_at = max(coalesce(due_at, 0), ?), expires_at = max(coalesce(due_at, 0), ?) + ? WHERE id = ?",
            [(stamp(now), is_test, stamp(now), stamp(now), _life_s(settings), each) for each in found],
        )
    return len(found)


def list_held(db: Database, ids: Sequence[int]) -> list[Row]:
    """Those of the messages that are held, each as it is held, for `hold_again`."""
    return db.rows(
        f"SELECT {', '.join(_HOLD)}, id FROM outbox WHERE state = 'held' AND id {_AMONG}", (json.dumps(list(ids)),)
    )


def hold_again(db: Database, held: Sequence[Row]) -> int:
    """Undoes `approve`: what has not gone on meanwhile is held for the very reason it was held for; gives how many."""
    marks = ", ".join(f"{each} = ?" for each in _HOLD)
    with db.write():
        return sum(
            db.run(f"UPDATE outbox SET state = 'held', {marks} WHERE id = ? AND state = 'pending'", row) for row in held
        )


def hold(db: Database, ids: Sequence[int]) -> int:
    """Takes waiting messages back to those that need the owner's approval; gives how many.

    A moment that they were put off to stays, so that approving them again changes nothing else.
    """
    with db.write():
        found = _select(db, ids, "state = 'pending'")
        db.run_many(
            "UPDATE outbox SET state = 'held', reason = ?, approved_at = NULL, expires_at = NULL WHERE id = ?",
            [(Reason.AWAITING_APPROVAL, each) for each in found],
        )
    return len(found)


def hasten(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Makes waiting messages due, whatever moment they were put off to; gives how many."""
    with db.write():
        found = _select(db, ids, "state = 'pending'")
        db.run_many("UPDATE outbox SET due_at = min(due_at, ?) WHERE id = ?", [(stamp(now), each) for each in found])
    return len(found)


def renew(db: Database, ids: Sequence[int], settings: Settings, now: datetime) -> int:
    """Gives messages a new life whose moment passed while nothing ran; gives how many.

    Those that were skipped for it already wait again by the same rules as a retry.
    """
    with db.write():
        waiting = _select(db, ids, "state = 'pending'")
        db.run_many(
            "UPDATE outbox SET due_at = min(due_at, ?), expires_at = max(coalesce(expires_at, 0), ?) WHERE id = ?",
            [(stamp(now), stamp(expiry(now, settings)), each) for each in waiting],
        )
        expired = _select(db, ids, "state = 'skipped' AND reason = 'expired'")
        return len(waiting) + retry(db, expired, settings, now)


def drop(db: Database, ids: Sequence[int], now: datetime) -> int:
    """Cancels messages that have not gone out; gives how many. What the owner was asked about one is kept with it."""
    with db.write():
        found = _select(db, ids, "state IN ('pending', 'held')")
        db.run_many(
            "UPDATE outbox SET reason = CASE WHEN state = 'held' THEN reason END, state = 'cancelled', "
            "treated_as = 'dropped', settled_at = ? WHERE id = ?",
            [(stamp(now), each) for each in found],
        )
    return len(found)


def take_back_drop(db: Database, ids: Sequence[int], settings: Settings, now: datetime) -> int:
    """Undoes `drop`: what was approved waits to be sent again, what was held is held again; gives how many.

    Never what somebody else cancelled: a campaign that was called off, a restore that can't know whether it went out.
    """
    with db.write():
        found = _select(
            db,
            ids,
            "state = 'cancelled' AND treated_as = 'dropped' AND instr(part, '~') = 0 "
            "AND campaign_id NOT IN (SELECT id FROM campaigns WHERE status = 'cancelled')",
        )
        db.run_many(
            "UPDATE outbox SET state = CASE WHEN expires_at IS NULL THEN 'held' ELSE 'pending' END, "
            "reason = CASE WHEN expires_at IS NULL THEN coalesce(reason, 'awaiting_approval') END, "
            "treated_as = NULL, settled_at = NULL, "
            "due_at = CASE WHEN expires_at IS NULL THEN due_at ELSE max(coalesce(due_at, 0), ?) END, "
            "expires_at = CASE WHEN expires_at IS NULL THEN NULL ELSE ? END WHERE id = ?",
            [(stamp(now), stamp(expiry(now, settings)), each) for each in found],
        )
    return len(found)


def retry(db: Database, ids: Sequence[int], settings: Settings, now: datetime) -> int:
    """Queues messages again that were rejected or skipped; gives how many.

    Never uncertain ones, no note of the control group (it has no words), and none whose occasion a newer message has
    taken over or for whom another one waits.
    """
    with db.write():
        found = _select(
            db,
            ids,
            "state IN ('rejected', 'skipped') AND reason IS NOT 'control_group' AND instr(part, '~') = 0 "
            "AND NOT EXISTS (SELECT 1 FROM outbox AS other "
            "WHERE (other.customer_id = outbox.customer_id "
            "OR (other.address = outbox.address AND other.address <> '')) AND other.touch <> outbox.touch "
            "AND other.is_test = outbox.is_test AND (other.state IN ('pending', 'held', 'sending') "
            "OR (other.state = 'uncertain' AND other.treated_as IS NULL)))",
        )
        db.run_many(
            "UPDATE outbox SET state = 'pending', reason = NULL, error = NULL, settled_at = NULL, "
            "approved_at = coalesce(approved_at, ?), due_at = ?, expires_at = ? WHERE id = ?",
            [(stamp(now), stamp(now), stamp(expiry(now, settings)), each) for each in found],
        )
    return len(found)


def treat_as_sent(db: Database, ids: Sequence[int], now: datetime) -> int:
    """The owner takes uncertain messages for sent, from the moment of their claim on; gives how many."""
    with db.write():
        found = _select(db, ids, "state = 'uncertain' AND treated_as IS NULL")
        db.run_many(
            "UPDATE outbox SET treated_as = 'sent', sent_at = claimed_at, settled_at = ? WHERE id = ?",
            [(stamp(now), each) for each in found],
        )
    return len(found)


def send_again(db: Database, ids: Sequence[int], settings: Settings, now: datetime) -> int:
    """The owner knows that uncertain messages never arrived: they wait again, their touch is free; gives how many."""
    with db.write():
        found = _select(db, ids, "state = 'uncertain'")
        for each in found:
            release_touch(db, each)
        db.run_many(
            "UPDATE outbox SET state = 'pending', reason = NULL, error = NULL, treated_as = NULL, sent_at = NULL, "
            "settled_at = NULL, due_at = ?, expires_at = ? WHERE id = ?",
            [(stamp(now), stamp(expiry(now, settings)), each) for each in found],
        )
    return len(found)


def release_touch(db: Database, message_id: int) -> None:
    """Gives the caps back what this message took, unless another part of the same touch went or may have gone."""
    touch = db.value(
        "SELECT touch FROM outbox WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outbox AS other "
        "WHERE other.touch = outbox.touch AND other.customer_id = outbox.customer_id AND other.id <> outbox.id "
        "AND other.is_test = 0 AND other.state IN ('sending', 'accepted', 'uncertain'))",
        (message_id,),
    )
    if touch is not None:
        caps.release(db, touch)


def skip_stale(db: Database, now: datetime) -> int:
    """Skips as expired what could not go in time or waited too long for approval; gives how many.

    None while the PC's clock can't be trusted: by a wrong year all of them were too late.
    """
    held_since = stamp(now - timedelta(days=HELD_DAYS))
    with db.write():
        if find_word(db, CLOCK_UNTRUSTED_WORD) is not None:
            return 0
        late = db.run(
            "UPDATE outbox SET state = 'skipped', reason = ?, settled_at = ? WHERE state = 'pending' "
            "AND expires_at <= ? "
            "AND campaign_id NOT IN (SELECT id FROM campaigns WHERE is_automatic = 0 AND status = 'paused')",
            (Reason.EXPIRED, stamp(now), stamp(now)),
        )
        return late + db.run(
            "UPDATE outbox SET state = 'skipped', reason = ?, settled_at = ? WHERE state = 'held' "
            "AND max(created_at, coalesce(due_at, 0)) <= ?",
            (Reason.EXPIRED, stamp(now), held_since),
        )


def ask_times_anew(db: Database, now: datetime) -> int:
    """Lets what waits for an hour or a day of its own ask again now, because the rules have changed; gives how many."""
    with db.write():
        return db.run(
            "UPDATE outbox SET due_at = ?, reason = NULL WHERE state = 'pending' AND reason IN (?, ?) AND due_at > ?",
            (stamp(now), Reason.QUIET_HOURS, Reason.NOT_ALLOWED_DAY, stamp(now)),
        )


def treat_undecided(db: Database, now: datetime) -> int:
    """Treats as sent what is uncertain for days by a clock that is trusted and nobody could resolve; gives how many."""
    if find_word(db, CLOCK_UNTRUSTED_WORD) is not None:
        return 0
    old = db.rows(
        "SELECT id FROM outbox WHERE state = 'uncertain' AND treated_as IS NULL AND claimed_at <= ?",
        (stamp(now - timedelta(days=UNDECIDED_DAYS)),),
    )
    return treat_as_sent(db, [each for (each,) in old], now)


def _select(db: Database, ids: Sequence[int] | None, condition: str) -> list[int]:
    if ids is None:
        return [each for (each,) in db.rows(f"SELECT id FROM outbox WHERE {condition} ORDER BY id")]
    wanted = json.dumps(list(ids))
    rows = db.rows(
        f"SELECT id FROM outbox WHERE {condition} AND id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,)
    )
    return [each for (each,) in rows]


def _life_s(settings: Settings) -> int:
    return settings.whole("sending.expires_after_hours") * 3600


def installation(db: Database) -> str:
    """The word that this shop's references begin with, made at the first use."""
    word = find_word(db, "installation_id")
    if word is None:
        word = uuid.uuid4().hex
        put_word(db, "installation_id", word)
    return word[:8]
