"""Customers and what they agreed to: reading one, finding one, and the append-only ledger of consent."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from reengage_desktop.domain.contacts import normalise_email, normalise_phone
from reengage_desktop.domain.customers import ADDRESS_KINDS, Customer
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import suppressions
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.settings import find_word, put_word

_PLAIN = (
    "id name first_name last_name email phone country city language timezone note status agent birthday "
    "wallet_object_id push_external_id push_token email_state phone_state orders_count lifetime_value_minor "
    "median_gap_days next_look_on"
).split()
_MOMENTS = ("first_order_at", "last_order_at", "added_at")
_CONSENTS = tuple(f"consent_{channel}" for channel in ChannelName)
PUSH_ADDRESS = (
    "CASE (SELECT value FROM settings WHERE key = 'channels.push.provider') WHEN 'fcm' THEN push_token "
    "WHEN 'pretend' THEN coalesce(push_external_id, push_token) ELSE push_external_id END"
)
"""The SQL of where a push message goes: Firebase knows devices by their tokens, OneSignal people by the shop's ids."""

_AMONG = "IN (SELECT value FROM json_each(?))"
COLUMNS = ", ".join(
    (*(f"customers.{each}" for each in (*_PLAIN, "tags", *_MOMENTS, *_CONSENTS)),
     PUSH_ADDRESS.replace("push_", "customers.push_"))
)  # fmt: skip
"""The SQL of what `read` reads."""

_SELECT = f"SELECT {COLUMNS} FROM customers"

LIVING = "merged_into IS NULL AND erased_at IS NULL"
"""The SQL condition for customers that still are somebody."""


class CustomerNotFound(LookupError):
    """Nobody is known by that phone, e-mail or id; the text is the sentence for the owner."""


def get(db: Database, customer_id: int) -> Customer:
    """The customer; raises CustomerNotFound."""
    found = get_many(db, [customer_id])
    if not found:
        raise CustomerNotFound(f"There is no customer number {customer_id}.")
    return found[customer_id]


def person_of(db: Database, customer_id: int) -> int:
    """Whom a number stands for: the one who stayed, where the record was merged into another since it was looked at."""
    found: int | None = db.value("SELECT merged_into FROM customers WHERE id = ?", (customer_id,))
    return customer_id if found is None else found


def get_living(db: Database, customer_id: int) -> Customer:
    """Whom a number stands for by now; raises CustomerNotFound, also for somebody who was forgotten."""
    found = person_of(db, customer_id)
    if db.value("SELECT 1 FROM customers WHERE id = ? AND erased_at IS NULL", (found,)) is None:
        raise CustomerNotFound(f"There is no customer number {customer_id}.")
    return get(db, found)


def get_many(db: Database, customer_ids: Sequence[int]) -> dict[int, Customer]:
    """Those of the customers that there are, by their numbers."""
    wanted = (json.dumps(list(customer_ids)),)
    ids: dict[int, list[str]] = {}
    for customer_id, external_id in db.rows(
        f"SELECT customer_id, external_id FROM external_ids WHERE customer_id {_AMONG} "
        "ORDER BY customer_id, source, external_id",
        wanted,
    ):
        ids.setdefault(customer_id, []).append(external_id)
    rows = db.rows(f"{_SELECT} WHERE id {_AMONG}", wanted)
    return {row[0]: read(row, ids.get(row[0], ())) for row in rows}


def read(row: Row, external_ids: Sequence[str]) -> Customer:
    """The customer out of `COLUMNS`, with the shop's own ids for her."""
    fields: dict[str, Any] = dict(zip(_PLAIN, row, strict=False))
    tags, first, last, added, *words, push_address = row[len(_PLAIN) :]
    return Customer(
        **fields,
        push_address=push_address,
        first_order_at=None if first is None else from_stamp(first),
        last_order_at=None if last is None else from_stamp(last),
        added_at=None if added is None else from_stamp(added),
        tags=() if tags == "[]" else tuple(json.loads(tags)),
        external_ids=tuple(external_ids),
        consent={channel: _SAID[word] for channel, word in zip(ChannelName, words, strict=True)},
    )


_SAID = {None: None, 0: False, 1: True}
"""The ledger's last word as the column holds it."""


def find(db: Database, reference: str, settings: Settings) -> int | None:
    """The id of the customer known by a phone, an e-mail or the shop's own id for her; None where nobody is.

    `#12` is the program's own number for somebody who has none of the three.
    """
    text = reference.strip()
    if text.startswith("#") and text[1:].isdecimal():
        number = int(text[1:])
        return db.value(f"SELECT id FROM customers WHERE id = ? AND {LIVING}", (number,)) if number < 1 << 63 else None
    by_id = db.value(
        "SELECT customer_id FROM external_ids WHERE external_id = ? ORDER BY source LIMIT 1",
        (text,),
    )
    email = normalise_email(text)
    if email is not None:
        found = _by_address(db, "email", email)
        return by_id if found is None else found
    if by_id is not None:
        return int(by_id)
    phone = normalise_phone(text, settings.country)
    return None if phone is None else _by_address(db, "phone", phone)


def get_found(db: Database, reference: str, settings: Settings) -> Customer:
    """The customer known by a phone, an e-mail or the shop's own id; raises CustomerNotFound."""
    found = find(db, reference, settings)
    if found is None:
        raise CustomerNotFound("No customer is known by this phone, e-mail or id. Check it, or import her first.")
    return get(db, found)


def find_by_phone(db: Database, phone: str) -> int | None:
    """The id of the customer with this E.164 number."""
    return _by_address(db, "phone", phone)


def find_longest_name(db: Database) -> int | None:
    """The customer whose first name, else whose name, is the longest: the one that a text has to have room for."""
    found: int | None = db.value(
        f"SELECT id FROM customers WHERE {LIVING} AND coalesce(first_name, name) IS NOT NULL "
        "ORDER BY length(coalesce(first_name, name)) DESC, id LIMIT 1"
    )
    return found


def find_all_by_address(db: Database, kind: str, address: str) -> list[int]:
    """Everybody who can be reached at an address (kind: email or phone), further addresses included."""
    column = {"email": "email", "phone": "phone"}[kind]
    rows = db.rows(
        f"SELECT id FROM customers WHERE {column} = ? AND {LIVING} UNION "
        "SELECT customer_id FROM contact_points WHERE kind = ? AND value = ? ORDER BY 1",
        (address, kind, address),
    )
    return [customer_id for (customer_id,) in rows]


def _by_address(db: Database, kind: str, address: str) -> int | None:
    everybody = find_all_by_address(db, kind, address)
    return everybody[0] if everybody else None


def record_consent(  # noqa: PLR0913 - each one is a fact of the record
    db: Database,
    customer_id: int,
    channel: ChannelName,
    *,
    agreed: bool,
    at: datetime,
    source: str,
    wording: str | None = None,
    import_id: int | None = None,
) -> None:
    """Appends one word to the ledger and keeps the customer's consent in step.

    `source`: import, owner, person or provider. The caller decides whether this word may be said at all: an import may
    never turn a no into a yes.
    """
    with db.write():
        db.run(
            "INSERT INTO consents (customer_id, channel, state, at, source, wording, import_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (customer_id, channel, "yes" if agreed else "no", stamp(at), source, wording, import_id),
        )
        db.run(
            f"UPDATE customers SET consent_{channel} = ?, changed_at = ? WHERE id = ?",
            (int(agreed), stamp(at), customer_id),
        )


def heed_ledger(db: Database, customer_ids: Iterable[int]) -> None:
    """Makes the consents of these customers what the ledger's last words are, inside the caller's transaction."""
    words = ", ".join(
        f"consent_{channel} = (SELECT w.state = 'yes' FROM consents AS w WHERE w.customer_id = customers.id "
        f"AND w.channel = '{channel}' ORDER BY w.id DESC LIMIT 1)"
        for channel in ChannelName
    )
    db.run(f"UPDATE customers SET {words} WHERE id {_AMONG}", (json.dumps(list(customer_ids)),))


def opt_out(
    db: Database,
    customer_id: int,
    *,
    channel: ChannelName | None,
    source: str,
    at: datetime,
    wording: str | None = None,
) -> None:
    """The person wants no more messages, on one channel or (None) on any: ledger, suppression of her addresses, queue.

    Whatever still waits for her on those channels is skipped at once.
    """
    channels = tuple(ChannelName) if channel is None else (channel,)
    with db.write():
        customer_id = person_of(db, customer_id)
        for each in channels:
            record_consent(db, customer_id, each, agreed=False, at=at, source=source, wording=wording)
        for kind, address in addresses(db, customer_id):
            concerned = channel is None or ADDRESS_KINDS[channel] == kind
            if concerned:
                suppressions.suppress(db, kind, address, channel=channel, reason="opt_out", source=source, at=at)
        _skip_waiting(db, customer_id, channels, at)


def opt_in(db: Database, customer_id: int, channel: ChannelName, *, wording: str, at: datetime) -> None:
    """The owner types that the person agreed, and to what: the only way from a no back to a yes beside her own word."""
    with db.write():
        customer_id = person_of(db, customer_id)
        for kind, address in known_by(db, customer_id):  # the next file would find the no under any of them
            suppressions.lift(db, kind, address, channel)
        record_consent(db, customer_id, channel, agreed=True, at=at, source="owner", wording=wording)
        look_again(db, [customer_id])


_FIRST = {
    "email": ("email",),
    "phone": ("phone",),
    "wallet": ("wallet_object_id",),
    "push": ("push_external_id", "push_token"),
}
"""The columns that hold a customer's first addresses of each kind."""


def first_addresses(row: Sequence[Any], kind: str) -> list[str]:
    """The addresses of a kind in a customer's own row, as `COLUMNS` has it."""
    values = (row[_PLAIN.index(column)] for column in _FIRST[kind])
    return [value for value in values if value]


def addresses(db: Database, customer_id: int) -> list[tuple[str, str]]:
    """All addresses of a person as (kind, address), further ones included."""
    row = db.row(
        "SELECT email, phone, wallet_object_id, push_external_id, push_token FROM customers WHERE id = ?",
        (customer_id,),
    )
    kinds = [kind for kind, columns in _FIRST.items() for _ in columns]
    own = [(kind, value) for kind, value in zip(kinds, row or (), strict=False) if value]
    more = db.rows("SELECT kind, value FROM contact_points WHERE customer_id = ?", (customer_id,))
    return [*own, *more]


def known_by(db: Database, customer_id: int) -> list[tuple[str, str]]:
    """Everything that tells a person apart as (kind, value): her addresses and the numbers (id) of files."""
    numbers = db.rows("SELECT 'id', external_id FROM external_ids WHERE customer_id = ?", (customer_id,))
    return [*addresses(db, customer_id), *numbers]


def mark_bounced(db: Database, customer_ids: Iterable[int], email: str) -> None:
    """Remembers that an e-mail address takes no mail any more, for everybody who has it."""
    with db.write():
        for customer_id in customer_ids:
            db.run("UPDATE customers SET email_state = 'bounced' WHERE id = ? AND email = ?", (customer_id, email))
            db.run(
                "UPDATE contact_points SET state = 'bounced' WHERE customer_id = ? AND kind = 'email' AND value = ?",
                (customer_id, email),
            )


def look_again(db: Database, customer_ids: Iterable[int] | None = None) -> None:
    """Lets the daily run look at these customers (None: all who ever bought) again from their day of lapsing on.

    Day 0 means "as soon as possible": the run itself finds out who is not inactive enough and puts the day right.
    """
    due = "next_look_on = 0 WHERE last_order_at IS NOT NULL"
    with db.write():
        if customer_ids is None:
            db.run(f"UPDATE customers SET {due}")
        else:
            db.run_many(f"UPDATE customers SET {due} AND id = ?", [(customer_id,) for customer_id in customer_ids])


def _skip_waiting(db: Database, customer_id: int, channels: tuple[ChannelName, ...], at: datetime) -> None:
    db.run_many(
        "UPDATE outbox SET state = 'skipped', reason = 'opted_out', settled_at = ? "
        "WHERE customer_id = ? AND channel = ? AND state IN ('pending', 'held')",
        [(stamp(at), customer_id, channel) for channel in channels],
    )


def put_field(db: Database, customer_id: int, column: str, value: str | None, at: datetime) -> None:
    """Replaces what only the owner writes: `tags` (JSON) or `note`."""
    if column not in {"tags", "note"}:
        raise ValueError(column)
    with db.write():
        db.run(f"UPDATE customers SET {column} = ?, changed_at = ? WHERE id = ?", (value, stamp(at), customer_id))


def add(db: Database, name: str | None, email: str | None, phone: str | None, at: datetime) -> int:
    """A new customer with what the owner typed (addresses normalised); gives her id."""
    with db.write():
        return db.insert(
            "INSERT INTO customers (id, name, email, phone, added_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
            (next_number(db), name, email, phone, stamp(at), stamp(at)),
        )


_LAST = "last_customer"


def next_number(db: Database) -> int:
    """A number that no customer has or had: a list of picked customers may still name one who was removed."""
    return 1 + max(int(find_word(db, _LAST) or 0), int(db.value("SELECT coalesce(max(id), 0) FROM customers")))


def keep_numbers(db: Database) -> None:
    """Lets the numbers of customers who are about to be removed be nobody else's; inside the caller's transaction."""
    put_word(db, _LAST, str(next_number(db) - 1))


_LED_HERE = "SELECT 1 FROM customers WHERE merged_into = ?1 OR (id = ?1 AND merged_into IS NOT NULL)"
_TRACES = ("orders", "outbox", "views", "wishlists", "enquiries", "cap_ledger", "delivery_events", "external_ids")


def remove_unused(db: Database, customer_id: int) -> bool:
    """Removes a customer of whom nothing is known but what the owner typed in; False where more is known by now."""
    with db.write():
        traces = [f"SELECT 1 FROM {table} WHERE customer_id = ? LIMIT 1" for table in _TRACES]
        traces += ["SELECT 1 FROM consents WHERE customer_id = ? AND state = 'no'", _LED_HERE]
        if any(db.value(trace, (customer_id,)) for trace in traces):
            return False
        for table in ("consents", "contact_points", "postal_addresses"):
            db.run(f"DELETE FROM {table} WHERE customer_id = ?", (customer_id,))
        keep_numbers(db)
        return bool(db.run("DELETE FROM customers WHERE id = ?", (customer_id,)))


def add_tag(db: Database, customer_ids: Iterable[int], tag: str, at: datetime) -> list[int]:
    """Gives the tag to those of the customers who lack it, and says who they are."""
    lack = (
        f"{LIVING} AND id IN (SELECT value FROM json_each(?)) AND NOT EXISTS "
        "(SELECT 1 FROM json_each(customers.tags) WHERE value = ?)"
    )
    with db.write():
        rows = db.rows(f"SELECT id FROM customers WHERE {lack}", (json.dumps(list(customer_ids)), tag))
        found = [customer_id for (customer_id,) in rows]
        db.run(
            "UPDATE customers SET tags = json_insert(tags, '$[#]', ?), changed_at = ? "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (tag, stamp(at), json.dumps(found)),
        )
    return found


def remove_tag(db: Database, customer_ids: Iterable[int], tag: str, at: datetime) -> None:
    """Takes the tag from the customers; their other tags stay in their order."""
    with db.write():
        db.run(
            "UPDATE customers SET tags = (SELECT json_group_array(value) FROM (SELECT value FROM "
            "json_each(customers.tags) WHERE value <> ? ORDER BY key)), changed_at = ? "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (tag, stamp(at), json.dumps(list(customer_ids))),
        )
