"""A message with all that decides whether it may go, in two questions: every claim asks them once more."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain.customers import ADDRESS_KINDS, Customer
from reengage_desktop.domain.eligibility import Waiting
from reengage_desktop.domain.moments import from_stamp
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.store import customers, sent_ledger, suppressions
from reengage_desktop.store.claims import ROW_COLUMNS, Row, read_row
from reengage_desktop.store.database import Database

_PARTS = {
    "row": ROW_COLUMNS,
    "campaign": "outbox.campaign_type, campaigns.status, campaigns.archived_at, campaigns.daily_limit",
    "offer": "outbox.last_order_at, outbox.expires_at, outbox.price_minor, products.price_minor, "
    "CASE WHEN products.stock <= 0 THEN 0 ELSE products.in_stock END, "
    "discount_codes.expires_at, discount_codes.redeemed_at",
    "key": sent_ledger.KEY_COLUMNS,
    "lists": "(SELECT value FROM meta WHERE key = 'address_salt'), "
    "(SELECT json_group_array(json_array(kind, value, state)) FROM contact_points WHERE customer_id = customers.id), "
    "(SELECT json_group_array(external_id) FROM (SELECT external_id FROM external_ids "
    "WHERE customer_id = customers.id ORDER BY source, external_id))",
    "customer": customers.COLUMNS,
}
_COUNTS = {"row": 18, "campaign": 4, "offer": 7, "key": 6, "lists": 3}
_WHOLE = (
    f"SELECT {', '.join(_PARTS.values())} FROM outbox JOIN customers AS own ON own.id = outbox.customer_id "
    "JOIN customers ON customers.id = coalesce(own.merged_into, own.id) "
    "JOIN campaigns ON campaigns.id = outbox.campaign_id LEFT JOIN products ON products.id = outbox.product_id "
    "LEFT JOIN discount_codes ON discount_codes.id = outbox.code_id WHERE outbox.id = ?"
)
_AROUND = (
    "SELECT (SELECT reason FROM suppressions WHERE kind = :kind AND address_hash = :digest "
    "AND channel IN ('', :channel)), "
    f"EXISTS ({sent_ledger.TWIN}), EXISTS (SELECT 1 FROM sent_elsewhere), "
    "EXISTS (SELECT 1 FROM outbox WHERE address = :address AND address <> '' AND customer_id <> :person), "
    "EXISTS (SELECT 1 FROM provider_states WHERE provider = :provider AND cause IS NOT NULL AND retry_at IS NULL)"
)


@dataclass(frozen=True)
class Around:
    """What else is known of a message.

    `salt`: the shop's; `address_hash` that of the address that it would go to, empty for none. `twin_has_gone`: another
    row of the same message went, or may have. `others_have_it`: something was queued for that address for somebody
    else. `provider_is_paused`: until the owner has mended its account. `daily_limit`: the campaign's, 0 for any number.
    """

    salt: bytes
    key: sent_ledger.Key
    address_hash: str
    daily_limit: int
    twin_has_gone: bool
    some_went_elsewhere: bool
    others_have_it: bool
    provider_is_paused: bool


Looked = tuple[Row, Waiting, Around]


def look(db: Database, message_id: int, provider: str = "") -> Looked:
    """The message and everything that decides whether it may go, through that provider; raises LookupError."""
    parts = _ask(db, message_id)
    row, person = read_row(parts["row"]), _person(parts)
    campaign_type, status, archived_at, _ = parts["campaign"]
    bought, expires, price, today, in_stock, code_expires, redeemed = parts["offer"]
    kind, first = ADDRESS_KINDS[row.channel], person.address_for(row.channel)
    hers = _good_addresses(parts, kind, first)
    target = row.address if row.address in hers else first
    suppressed_for, around = _around(db, row, parts, target, provider)
    if suppressed_for is None and target not in (None, first) and _is_refused_by_others(db, row, target):
        suppressed_for = "opt_out"
    step: int = parts["key"][5]
    waiting = Waiting(
        channel=row.channel,
        campaign_type=campaign_type,
        campaign_status=status,
        is_automatic=row.is_automatic,
        is_archived=archived_at is not None,
        address=row.address,
        addresses=hers,
        customer=person,
        is_erased=row.is_erased,
        suppressed_for=suppressed_for,
        bought_before=_moment(bought),
        expires_at=_moment(expires),
        price_minor=price,
        product_price_minor=today,
        product_in_stock=None if in_stock is None else bool(in_stock),
        units_left=_units_left(db, row.id) if campaign_type == CampaignType.BACK_IN_STOCK else None,
        step=step,
        has_answered=step > 0 and _has_answered(db, row),
        code_expires_at=_moment(code_expires),
        code_is_redeemed=redeemed is not None,
    )
    return row, waiting, around


def get_waiting(db: Database, message_id: int) -> Waiting:
    """Everything that decides whether the message may go; raises LookupError."""
    return look(db, message_id)[1]


def _ask(db: Database, message_id: int) -> dict[str, Sequence[Any]]:
    """The message and what hangs on it, by part."""
    found = db.row(_WHOLE, (message_id,))
    if found is None:
        raise LookupError(f"There is no message number {message_id} in the queue.")
    parts, begin = dict[str, Sequence[Any]](), 0
    for name, count in _COUNTS.items():
        parts[name] = found[begin : begin + count]
        begin += count
    parts["customer"] = found[begin:]
    return parts


def _person(parts: dict[str, Sequence[Any]]) -> Customer:
    external_ids = parts["lists"][2]
    return customers.read(tuple(parts["customer"]), () if external_ids == "[]" else json.loads(external_ids))


def _good_addresses(parts: dict[str, Sequence[Any]], kind: str, first: str | None) -> tuple[str, ...]:
    """Her addresses of a kind without those further ones that failed; what is wrong with the first is judged later."""
    points = parts["lists"][1]
    further = [] if points == "[]" else [each for each in json.loads(points) if each[0] == kind]
    failed = {value for _, value, state in further if state is not None} - {first}
    own = customers.first_addresses(parts["customer"], kind)
    return tuple(address for address in (*own, *(value for _, value, _ in further)) if address not in failed)


def _around(
    db: Database, row: Row, parts: dict[str, Sequence[Any]], target: str | None, provider: str
) -> tuple[str | None, Around]:
    word, kind, address = parts["lists"][0], ADDRESS_KINDS[row.channel], target or ""
    salt = suppressions.address_salt(db) if word is None else bytes.fromhex(word)
    digest = suppressions.address_hash(salt, kind, address) if address else ""
    asked = {
        "kind": kind,
        "digest": digest,
        "channel": row.channel,
        "message": row.id,
        "address": address,
        "person": row.person_id,
        "provider": provider,
    }
    reason, twin, elsewhere, others, paused = db.row(_AROUND, asked) or (None, 0, 0, 0, 0)
    key = sent_ledger.Key.read(parts["key"], kind, address)
    limit = int(parts["campaign"][3] or 0)
    return reason, Around(salt, key, digest, limit, bool(twin), bool(elsewhere), bool(others), bool(paused))


def _is_refused_by_others(db: Database, row: Row, address: str | None) -> bool:
    """Whether somebody whose first address it is says no there: it may be hers alone by now."""
    kind = ADDRESS_KINDS[row.channel]
    if kind not in ("email", "phone"):
        return False
    refuses = f"SELECT 1 FROM customers WHERE {kind} = ? AND consent_{row.channel} = 0 AND {customers.LIVING} LIMIT 1"
    return db.value(refuses, (address,)) is not None


def _has_answered(db: Database, row: Row) -> bool:
    """Whether she has answered an earlier message of the campaign."""
    found = db.value(
        "SELECT 1 FROM delivery_events JOIN outbox ON outbox.id = outbox_id WHERE outbox.campaign_id = ? "
        "AND outbox.customer_id = ? AND delivery_events.kind = 'answered' LIMIT 1",
        (row.campaign_id, row.person_id),
    )
    return found is not None


def _units_left(db: Database, message_id: int) -> int | None:
    """The stock of the product that is back, less the other people who were, or may have been, told of this return."""
    found: int | None = db.value(
        "SELECT products.stock - (SELECT count(DISTINCT told.customer_id) FROM outbox AS told "
        "WHERE told.product_id = mine.product_id AND told.occasion = mine.occasion "
        "AND told.campaign_type = mine.campaign_type AND told.customer_id <> mine.customer_id "
        "AND told.is_test = mine.is_test AND told.state IN ('sending', 'accepted', 'uncertain')) "
        "FROM outbox AS mine JOIN products ON products.id = mine.product_id WHERE mine.id = ?",
        (message_id,),
    )
    return found


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else from_stamp(seconds)
