"""After a crash, and after every doubt: what was on its way becomes uncertain, and the provider is asked about it.

Nothing is sent again here, but to a provider that promises that the same key makes no second message.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reengage_desktop.channels.protocol import NotConfigured
from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.outcomes import Accepted, NotSent, Outcome, Rejected
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.engine.sending import settling
from reengage_desktop.engine.sending.calling import look_up, may_call_again, may_repeat, repeat
from reengage_desktop.engine.sending.claiming import Claimed, outgoing_of
from reengage_desktop.engine.sending.lines import Line, Lines
from reengage_desktop.engine.sending.turns import message_turn
from reengage_desktop.store import caps, claim_facts, claims, message_log, outbox, sent_ledger
from reengage_desktop.store.claims import Row
from reengage_desktop.store.database import Database
from reengage_desktop.store.message_log import AttemptEnd
from reengage_desktop.store.suppressions import address_salt

_MOST_ATTEMPTS = 6
_UNDONE_BY_A_PROOF = (
    *(OutboxState.UNCERTAIN, OutboxState.SENDING),
    *(OutboxState.PENDING, OutboxState.HELD, OutboxState.SKIPPED),
)
"""What the owner's word may have made of a doubt while the provider was asked: what has gone does not go again."""
INTERRUPTED = "The program ended while this message was being handed over. It may have arrived; it is not sent again."


@dataclass(frozen=True)
class Resolved:
    """An uncertain message of which the provider knew the truth."""

    message_id: int
    state: OutboxState


def recover_interrupted(db: Database, now: datetime, lock_dir: Path) -> list[int]:
    """Makes uncertain what a sender that is gone left on its way, and gives the ids; the caller is the sender now.

    Such a message is never sent again blindly; its attempt stays without an end.
    """
    recovered: list[int] = []
    for row in claims.list_rows(db, OutboxState.SENDING):
        if row.provider == HAND:
            continue  # what the owner has begun with her own hands waits for her word, however long
        with message_turn(lock_dir, row.id) as is_ours:
            if not is_ours:
                continue
            with db.write():
                if claims.get_row(db, row.id).state is OutboxState.SENDING:
                    claims.doubt(db, row.id, INTERRUPTED, None, now, is_sent=False)
                    recovered.append(row.id)
    return recovered


def reconcile(
    db: Database, lines: Lines, settings: Settings, now: datetime, *, repeats: bool = True
) -> Iterator[Resolved]:
    """Asks the providers about every uncertain message that nobody has decided on yet; gives those that they knew.

    `repeats`: where a provider can't be asked and promises that a key counts once, the call is made again with it.
    """
    for row in claims.list_rows(db, OutboxState.UNCERTAIN):
        line = _line(row, lines, settings, now)
        if line is None or row.claimed_at is None:
            continue
        outgoing = outgoing_of(address_salt(db), row, row.address, None)
        answer = look_up(line.adapter, outgoing, now - row.claimed_at)
        is_worth_it = repeats and row.attempts < _MOST_ATTEMPTS and line.provider.why is None
        if answer is None and is_worth_it and may_repeat(line.adapter, now - row.claimed_at):
            answer = _repeat(db, row, line, settings, now)
        state = None if answer is None else _resolve(db, row, answer, settings, now)
        if state is not None:
            yield Resolved(row.id, state)


def _line(row: Row, lines: Lines, settings: Settings, now: datetime) -> Line | None:
    if row.is_erased or row.provider != settings.provider_of(row.channel):
        return None
    line = lines.open(row.channel, settings, now)
    return None if isinstance(line, NotConfigured) or line.provider.why is not None else line


def _repeat(db: Database, row: Row, line: Line, settings: Settings, now: datetime) -> Outcome | None:
    """The same call with the same key; None when it may not go now."""
    attempts = message_log.list_attempts(db, row.id)
    if not attempts:
        return None
    claimed = Claimed(row, outgoing_of(address_salt(db), row, row.address, _name(db, row)), attempts[-1].id)
    if not may_call_again(db, claimed, now):
        return None
    if not row.is_test:
        with db.write():  # it would arrive today: the caps count that day
            if caps.take(db, row.person_id, row.touch, day_number(now, settings.zone)) is not None:
                return None
    again, outcome = repeat(db, line.adapter, claimed, INTERRUPTED, now)
    with db.write():
        end, code, detail = settling.words_of(outcome)
        if again.attempt_id != claimed.attempt_id:
            message_log.end_attempt(db, again.attempt_id, end, code, detail, now)
        if end is AttemptEnd.UNCERTAIN:
            claims.doubt(db, row.id, detail or INTERRUPTED, None, now, is_sent=False)
            return None
    return outcome


def _resolve(db: Database, row: Row, answer: Outcome, settings: Settings, now: datetime) -> OutboxState | None:
    with db.write():
        current = claims.get_row(db, row.id)
        is_open = current.state is OutboxState.UNCERTAIN and not current.is_treated
        if not is_open and not (isinstance(answer, Accepted) and current.state in _UNDONE_BY_A_PROOF):
            return None  # the owner has decided meanwhile
        match answer:
            case Accepted(provider_id):
                at = row.claimed_at or now
                claims.accept(db, row.id, provider_id or row.reference, at, now)
                if not row.is_test:  # the owner's word may have given it back
                    caps.take(db, row.person_id, row.touch, day_number(at, settings.zone))
                return OutboxState.ACCEPTED
            case Rejected():
                settling.refuse(db, row, answer, now)
                return OutboxState.REJECTED
            case NotSent():
                outbox.release_touch(db, row.id)
                sent_ledger.take_back(db, row.reference)
                claims.put_back(db, row.id, None, uses_attempt=True)
                return OutboxState.PENDING
    return None


def _name(db: Database, row: Row) -> str | None:
    customer = claim_facts.get_waiting(db, row.id).customer
    return customer.first_name or customer.name
