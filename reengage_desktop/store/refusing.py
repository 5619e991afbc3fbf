"""A no or a yes that the owner writes down and may take back: with it goes everything that it brought about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, suppressions
from reengage_desktop.store.database import Database, Row

_CONSENTS = ", ".join(f"consent_{channel}" for channel in ChannelName)
_WAITING = "SELECT id, state, reason, settled_at FROM outbox WHERE customer_id = ? AND state IN ('pending', 'held')"
_WORD = "id, channel, state, at, source, wording"
_LATER = "SELECT DISTINCT channel FROM consents WHERE customer_id = ? AND id > ?"
_LAST = "SELECT state = 'yes' FROM consents WHERE customer_id = ? AND channel = ? ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True)
class Slip:
    """What one customer's record was before she was opted out, and which words of the ledger the no is.

    `refusals`, `refused`: what the list held of her addresses before and after it.
    """

    customer_id: int
    consents: Row
    words: tuple[int, ...]
    refusals: tuple[Row, ...]
    refused: tuple[Row, ...]
    waiting: tuple[Row, ...]


def opt_out(
    db: Database,
    customer_id: int,
    at: datetime,
    *,
    channel: ChannelName | None = None,
    source: str = "owner",
    wording: str | None = None,
) -> Slip:
    """She wants no more messages, on one channel or (None) on any; raises CustomerNotFound.

    `source`: whose word it is, the owner's or (person) her own, said to the owner.
    """
    with db.write():
        customer_id = customers.person_of(db, customers.get(db, customer_id).id)
        consents = db.row(f"SELECT {_CONSENTS} FROM customers WHERE id = ?", (customer_id,)) or ()
        refusals = suppressions.list_refusals(db, customers.known_by(db, customer_id))
        waiting = db.rows(_WAITING, (customer_id,))
        newest = int(db.value("SELECT coalesce(max(id), 0) FROM consents"))
        customers.opt_out(db, customer_id, channel=channel, source=source, at=at, wording=wording)
        words = db.rows("SELECT id FROM consents WHERE customer_id = ? AND id > ? ORDER BY id", (customer_id, newest))
        refused = suppressions.list_refusals(db, customers.known_by(db, customer_id))
        said = tuple(word for (word,) in words)
        return Slip(customer_id, consents, said, tuple(refusals), tuple(refused), tuple(waiting))


def take_back(db: Database, slip: Slip) -> bool:
    """Makes the record what it was before the slip; False, and nothing done, where somebody has said more since."""
    with db.write():
        newest = db.value("SELECT max(id) FROM consents WHERE customer_id = ?", (slip.customer_id,))
        if not slip.words or newest != slip.words[-1] or _others_said_no(db, slip):
            return False
        db.run_many("DELETE FROM consents WHERE id = ?", [(word,) for word in slip.words])
        marks = ", ".join(f"consent_{channel} = ?" for channel in ChannelName)
        db.run(f"UPDATE customers SET {marks} WHERE id = ?", (*slip.consents, slip.customer_id))
        suppressions.put_back(db, slip.refusals, slip.refused)
        db.run_many(
            "UPDATE outbox SET state = ?, reason = ?, settled_at = ? "
            "WHERE id = ? AND state = 'skipped' AND reason = 'opted_out'",
            [(state, reason, settled_at, row_id) for row_id, state, reason, settled_at in slip.waiting],
        )
        customers.look_again(db, [slip.customer_id])
        return True


@dataclass(frozen=True)
class Yes:
    """One agreement that the owner wrote down: its word of the ledger, and what her consent was before it.

    `refusals`, `refused`: what the list held of her addresses before and after it.
    """

    customer_id: int
    channel: ChannelName
    word: Row
    had: int | None
    refusals: tuple[Row, ...]
    refused: tuple[Row, ...]


def opt_in(db: Database, customer_id: int, channel: ChannelName, *, wording: str, at: datetime) -> Yes:
    """She agreed to one channel, and to what, as the owner says; raises CustomerNotFound."""
    with db.write():
        customer_id = customers.person_of(db, customers.get(db, customer_id).id)
        had: int | None = db.value(f"SELECT consent_{channel} FROM customers WHERE id = ?", (customer_id,))
        addresses = customers.known_by(db, customer_id)
        refusals = suppressions.list_refusals(db, addresses)
        customers.opt_in(db, customer_id, channel, wording=wording, at=at)
        refused = suppressions.list_refusals(db, addresses)
        word = db.row(f"SELECT {_WORD} FROM consents WHERE customer_id = ? ORDER BY id DESC LIMIT 1", (customer_id,))
        return Yes(customer_id, channel, word or (), had, tuple(refusals), tuple(refused))


def withdraw(db: Database, yes: Yes) -> bool:
    """Makes the record what it was before the yes; what was said since, on this channel or another, stays.

    False, and nothing done, where that word is gone already.
    """
    with db.write():
        word = yes.word[0]
        if db.row(f"SELECT {_WORD} FROM consents WHERE id = ?", (word,)) != yes.word:
            return False
        person = int(db.value("SELECT customer_id FROM consents WHERE id = ?", (word,)))
        later = {each for (each,) in db.rows(_LATER, (person, word))}
        db.run("DELETE FROM consents WHERE id = ?", (word,))
        if yes.channel not in later:
            # What another record brought along in a merge since stays: its no, or its yes where there was no word here.
            had = db.value(_LAST, (person, yes.channel)) if yes.had is None else yes.had
            db.run(
                f"UPDATE customers SET consent_{yes.channel} = :had WHERE id = :id AND consent_{yes.channel} = 1",
                {"had": had, "id": person},
            )
            if later:
                suppressions.put_back(db, _narrowed(yes), ())
            else:
                suppressions.put_back(db, yes.refusals, yes.refused)
        customers.look_again(db, [person])
        return True


def _narrowed(yes: Yes) -> list[Row]:
    """The refusals that the yes lifted, each of its own channel alone: she has said more about others since."""
    lifted = [row for row in yes.refusals if row not in yes.refused]
    return [(*row[:3], yes.channel, *row[4:]) for row in lifted if row[3] in ("", yes.channel)]


def _others_said_no(db: Database, slip: Slip) -> bool:
    """Whether somebody who shares an address with her said no since: the list holds both by one row."""
    shared = [
        person
        for kind, address in customers.addresses(db, slip.customer_id)
        if kind in ("email", "phone")
        for person in customers.find_all_by_address(db, kind, address)
        if person != slip.customer_id
    ]
    later = "SELECT 1 FROM consents WHERE customer_id = ? AND state = 'no' AND id > ?"
    return any(db.value(later, (person, slip.words[-1])) for person in dict.fromkeys(shared))


def opt_out_all(db: Database, customer_ids: Iterable[int], at: datetime) -> list[Slip]:
    """The same for some customers in one transaction; whoever is gone meanwhile is passed over."""
    is_there = f"SELECT 1 FROM customers WHERE id = ? AND {customers.LIVING}"
    with db.write():
        return [opt_out(db, each, at) for each in customer_ids if db.value(is_there, (each,))]
