"""What the rules need to know about customers, read for many at once: a few queries per chunk of ids.

Everything here only reads, but for the days on which the daily run looks again (`redate`, `put_looks`).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.decisions import Evidence
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason
from reengage_desktop.store import suppressions
from reengage_desktop.store.customers import PUSH_ADDRESS
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.stock import IN_STOCK, NOT_SOLD_OUT

T = TypeVar("T")

_MANY = 500
_ALIVE = "c.merged_into IS NULL AND c.erased_at IS NULL"
_COUNTED = "o.state NOT IN ('skipped', 'cancelled', 'rejected')"
_OPEN = "(o.state IN ('pending', 'held', 'sending') OR (o.state = 'uncertain' AND o.treated_as IS NULL))"
_AMONG = "IN (SELECT value FROM json_each(?))"
_ADDRESSES = {
    "email": "c.email",
    "phone": "c.phone",
    "wallet": "c.wallet_object_id",
    "push": PUSH_ADDRESS,
}
_STATES = {"email": "c.email_state", "phone": "c.phone_state"}


def due_ids(db: Database, today: int, inactive_before: int) -> list[int]:
    """Who stopped buying and is due to be looked at: most recently lapsed first, then the higher value, then the id."""
    # the plus keeps SQLite to the index of the days: on most of them few are due
    rows = db.rows(
        f"SELECT c.id FROM customers c WHERE c.next_look_on <= ? AND +c.last_order_at < ? AND {_ALIVE} "
        "ORDER BY c.last_order_at DESC, c.lifetime_value_minor DESC, c.id",
        (today, inactive_before),
    )
    return [customer_id for (customer_id,) in rows]


def count_due(db: Database, today: int, inactive_before: int) -> int:
    """How many are due."""
    return int(
        db.value(
            f"SELECT count(*) FROM customers c WHERE c.next_look_on <= ? AND +c.last_order_at < ? AND {_ALIVE}",
            (today, inactive_before),
        )
    )


def redate(db: Database, today: int, starts: Sequence[tuple[int, int]]) -> None:
    """Puts the day right for those who are due but bought too recently.

    `starts`: for each recent day, the latest first, the moment at which it begins and the day to look again after a
    last purchase on it.
    """
    until: int | None = None
    with db.write():
        for start, look_on in starts:
            bound = "" if until is None else " AND last_order_at < ?"
            params = (look_on, today, start, *(() if until is None else (until,)))
            db.run(
                f"UPDATE customers SET next_look_on = ? WHERE next_look_on <= ? AND last_order_at >= ?{bound}", params
            )
            until = start


def has_misdated(db: Database, today: int, inactive_before: int) -> bool:
    """Whether somebody is due who bought too recently."""
    found = db.value(
        "SELECT 1 FROM customers WHERE next_look_on <= ? AND last_order_at >= ? LIMIT 1", (today, inactive_before)
    )
    return found is not None


def put_looks(db: Database, looks: Iterable[tuple[int | None, int]]) -> None:
    """Stores for (day or None, customer id) from which day on the daily run looks again."""
    with db.write():
        db.run_many("UPDATE customers SET next_look_on = ? WHERE id = ?", looks)


def among(ids: Sequence[int]) -> str:
    """A list of ids as the one parameter of an `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(ids)


def people(db: Database, ids: Sequence[int], channels: Sequence[ChannelName]) -> list[Row]:
    """(id, last_order_at, lifetime value, then consent, address and address state of each channel) of the living."""
    columns = [
        f"c.consent_{channel}, {_ADDRESSES[ADDRESS_KINDS[channel]]}, {_STATES.get(ADDRESS_KINDS[channel], 'NULL')}"
        for channel in channels
    ]
    selected = ", ".join(["c.id", "c.last_order_at", "c.lifetime_value_minor", *columns])
    return db.rows(f"SELECT {selected} FROM customers c WHERE c.id {_AMONG} AND {_ALIVE}", (among(ids),))


def messages_of(db: Database, ids: Sequence[int], *, is_test: bool) -> dict[int, Row]:
    """Per customer with messages: (count, highest number, last queued on, newest new-arrivals moment, open occasion).

    All but the open occasion concern automatic messages since the last purchase; the highest number is the n of her
    occasions `lapse:<last purchase>:<n>`. Test messages count among themselves.
    """
    number = "CAST(substr(o.occasion, length('lapse:' || c.last_order_at || ':') + 1) AS INTEGER)"
    since = "o.is_automatic = 1 AND o.created_at >= coalesce(c.last_order_at, 0)"
    rows = db.rows(
        f"""SELECT o.customer_id,
            count(DISTINCT CASE WHEN {since} AND {_COUNTED} THEN o.touch END),
            max(CASE WHEN {_COUNTED} AND o.occasion LIKE 'lapse:' || c.last_order_at || ':%' THEN {number} ELSE 0 END),
            max(CASE WHEN {since} AND o.state NOT IN ('skipped', 'rejected') THEN o.queued_on END),
            max(CASE WHEN {since} AND {_COUNTED} AND o.campaign_type = 'new_arrivals' THEN o.created_at END),
            max(CASE WHEN {_OPEN} THEN o.occasion END)
        FROM outbox o JOIN customers c ON c.id = o.customer_id
        WHERE o.customer_id {_AMONG} AND o.is_test = ? GROUP BY o.customer_id""",
        (among(ids), int(is_test)),
    )
    return {row[0]: row[1:] for row in rows}


def capped_days(db: Database, ids: Sequence[int], today: int) -> dict[int, tuple[int, ...]]:
    """Per customer the days near today on which a message was sent to her (A5)."""
    found: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    rows = db.rows(
        f"SELECT customer_id, day FROM cap_ledger WHERE customer_id {_AMONG} AND day > ? AND day < ?",
        (among(ids), today - 30, today + 30),
    )
    for customer_id, day in rows:
        found[customer_id] += (day,)
    return found


def shared_addresses(db: Database, wanted: Sequence[str], since: int, *, is_test: bool) -> list[Row]:
    """(address, customer, open occasion, last claimed at) of what is open or went lately to addresses, by touch.

    The open occasion is None for what went; of messages that are only pretended none went.
    """
    return db.rows(
        f"""SELECT o.address, o.customer_id, max(CASE WHEN {_OPEN} THEN o.occasion END),
            max(CASE WHEN o.is_test = 0 AND o.state IN ('sending', 'accepted', 'uncertain') THEN o.claimed_at END)
        FROM json_each(?) wanted CROSS JOIN outbox o ON o.address = wanted.value
        WHERE o.address <> '' AND o.is_test = ? AND ({_OPEN}
            OR (o.state IN ('accepted', 'uncertain') AND o.claimed_at >= ?))
        GROUP BY o.address, o.customer_id, o.touch""",
        (json.dumps(list(wanted)), int(is_test), since),
    )


def holders_of_codes(db: Database, ids: Sequence[int], now: int, *, is_test: bool) -> set[int]:
    """Who holds a discount code that was handed to her, is still good and was not used; pretended ones are no codes."""
    rows = db.rows(
        f"""SELECT DISTINCT d.customer_id FROM discount_codes d
            JOIN outbox o ON o.customer_id = d.customer_id AND o.code_id = d.id
        WHERE d.customer_id {_AMONG} AND d.redeemed_order_id IS NULL AND coalesce(d.expires_at, ?) >= ?
            AND o.state NOT IN ('skipped', 'cancelled', 'rejected') AND o.is_test = ?""",
        (among(ids), now, now, int(is_test)),
    )
    return {customer_id for (customer_id,) in rows}


def new_arrivals(db: Database, ids: Sequence[int], now: int) -> dict[int, int]:
    """Per customer the moment of the newest product, named and in stock, that came into a category she bought from."""
    rows = db.rows(
        f"""SELECT cc.customer_id, max(a.latest) FROM customer_categories cc JOIN
            (SELECT p.category_id, max(p.arrived_at) AS latest FROM products p
                WHERE p.arrived_at IS NOT NULL AND p.arrived_at <= ? AND p.name IS NOT NULL AND {NOT_SOLD_OUT}
                GROUP BY p.category_id) a
            ON a.category_id = cc.category_id
        WHERE cc.customer_id {_AMONG} GROUP BY cc.customer_id""",
        (now, among(ids)),
    )
    return dict(rows)


_NO_MESSAGE_YET = """NOT EXISTS (SELECT 1 FROM outbox o JOIN campaigns k ON k.id = o.campaign_id
    WHERE k.is_automatic = 1 AND k.campaign_type = '{type}' AND o.customer_id = v.customer_id
        AND o.occasion = {occasion} AND o.is_test = {test:d} AND o.state NOT IN ('skipped', 'rejected'))"""
# A purchase of which only the day is known stands at that day's beginning; a day has at most 25 hours.
_NOT_BOUGHT_SINCE = """NOT EXISTS (SELECT 1 FROM orders r JOIN order_lines l ON l.order_id = r.id
    WHERE r.customer_id = v.customer_id AND r.is_purchase = 1 AND l.product_id = v.product_id
        AND (r.ordered_at >= v.viewed_at OR (r.has_time = 0 AND r.ordered_at > v.viewed_at - 90000)))"""


# The price that a notice named takes the place of the one she saw, unless the notice provably never went; by the same
# price, or a higher one, she is not told anew.
_MEASURE = """CASE WHEN v.price_noticed_minor > p.price_minor AND NOT EXISTS (SELECT 1 FROM outbox o
    WHERE o.customer_id = v.customer_id AND o.product_id = v.product_id AND o.campaign_type = 'price_drop'
        AND o.price_minor = v.price_noticed_minor AND o.is_test = 0 AND o.state NOT IN ('skipped', 'rejected'))
    THEN v.price_at_view_minor ELSE coalesce(v.price_noticed_minor, v.price_at_view_minor) END"""


_RETURN = "'product:' || p.id || ':restock:' || p.restock_no"
"""The occasion of a product that is back."""

_HAS_NAME = "p.name IS NOT NULL"
"""Nobody can be told of a product without one: another occasion may have its turn."""

_SAW_IT_SOLD_OUT = "FROM views v JOIN products p ON p.id = v.product_id WHERE v.in_stock = 0"
# Her views were marked when a notice was queued, which then provably never went: the next return counts for her again.
# The plus keeps the planner from walking through all that was ever skipped.
_NEVER_HEARD = f"""FROM outbox u CROSS JOIN views v ON v.customer_id = u.customer_id AND v.product_id = u.product_id
        AND v.viewed_at <= u.created_at CROSS JOIN products p ON p.id = v.product_id
    WHERE u.product_id IS NOT NULL AND u.campaign_type = 'back_in_stock' AND +u.state IN ('skipped', 'rejected')
        AND u.is_test = 0 AND v.in_stock = 1 AND NOT EXISTS (SELECT 1 FROM outbox t
            WHERE t.customer_id = u.customer_id AND t.product_id = u.product_id AND t.campaign_type = 'back_in_stock'
                AND t.is_test = 0 AND (t.occasion = {_RETURN}
                    OR (t.state NOT IN ('skipped', 'rejected') AND t.created_at >= v.viewed_at)))"""


def restocked(db: Database, ids: Sequence[int] | None = None, *, is_test: bool) -> list[tuple[int, Evidence]]:
    """(customer, product) where a product she saw out of stock is in stock now, the earliest viewer first (A6).

    Only views whose stock was known count; a later view that found it in stock ends the matter. Whose notice of an
    earlier return did not go has not heard of any. `ids`: None for all.
    """
    free = _NO_MESSAGE_YET.format(type=CampaignType.BACK_IN_STOCK, occasion=_RETURN, test=is_test)
    found: dict[tuple[int, int], Evidence] = {}
    for viewed, who in ((_SAW_IT_SOLD_OUT, "v"), (_NEVER_HEARD, "u")):
        rows = db.rows(
            f"""SELECT v.customer_id, p.id, {_RETURN}, p.price_minor, min(v.viewed_at), p.stock
            {viewed} AND {IN_STOCK} AND {_HAS_NAME} {_only(ids, who)} AND {free} AND {_NOT_BOUGHT_SINCE}
                AND NOT EXISTS (SELECT 1 FROM views w WHERE w.customer_id = v.customer_id
                    AND w.product_id = v.product_id AND w.viewed_at > v.viewed_at AND w.in_stock = 1)
            GROUP BY v.customer_id, p.id""",
            _params(ids),
        )
        for customer_id, product, key, price, seen, stock in rows:
            found.setdefault((customer_id, product), Evidence(product, key, price, seen, stock=stock))
    line = sorted(found.items(), key=lambda each: (each[1].seen_at or 0, each[0]))
    return [(customer_id, evidence) for (customer_id, _), evidence in line]


def cheaper(
    db: Database, percent: int, ids: Sequence[int] | None = None, *, is_test: bool
) -> list[tuple[int, Evidence]]:
    """(customer, product) where a product costs more than `percent` % less than when she saw it last (A7).

    A price that an earlier notice told her takes the place of the price she saw. A price of 0 is none: shops write it
    for what has no price of its own. Earliest viewer first.
    """
    occasion = "'product:' || p.id || ':price:' || p.price_minor"
    free = _NO_MESSAGE_YET.format(type=CampaignType.PRICE_DROP, occasion=occasion, test=is_test)
    rows = db.rows(
        f"""SELECT v.customer_id, p.id, {occasion}, p.price_minor, v.viewed_at, {_MEASURE}
        FROM views v JOIN products p ON p.id = v.product_id
        WHERE v.price_at_view_minor IS NOT NULL AND coalesce(v.currency, p.currency) IS p.currency
            AND p.price_minor > 0 AND p.price_minor * 100 < {_MEASURE} * (100 - {percent:d})
            AND {NOT_SOLD_OUT} AND {_HAS_NAME} {_only(ids)} AND {free} AND {_NOT_BOUGHT_SINCE} AND NOT EXISTS (
                SELECT 1 FROM views w WHERE w.customer_id = v.customer_id AND w.product_id = v.product_id
                    AND w.price_at_view_minor IS NOT NULL AND w.viewed_at > v.viewed_at)
        GROUP BY v.customer_id, p.id ORDER BY v.viewed_at, v.customer_id, p.id""",
        _params(ids),
    )
    return [(customer_id, Evidence(*evidence)) for customer_id, *evidence in rows]


def _only(ids: Sequence[int] | None, who: str = "v") -> str:
    return "" if ids is None else f"AND {who}.customer_id {_AMONG}"


def _params(ids: Sequence[int] | None) -> tuple[str, ...]:
    return () if ids is None else (among(ids),)


def suppressed(db: Database, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], frozenset[str]]:
    """Of these (kind, address), the ones on the list of those never written to, each with its channels ('': all)."""
    if db.value("SELECT 1 FROM suppressions LIMIT 1") is None:
        return {}
    salt = suppressions.address_salt(db)
    by_hash: dict[tuple[str, str], tuple[str, str]] = {}
    for kind, address in wanted:
        by_hash[(kind, suppressions.address_hash(salt, kind, address))] = (kind, address)
    found: defaultdict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for kind in sorted({kind for kind, _ in by_hash}):
        hashes = [digest for each, digest in by_hash if each == kind]
        rows = db.rows(
            f"SELECT address_hash, channel FROM suppressions WHERE kind = ? AND address_hash {_AMONG}",
            (kind, json.dumps(hashes)),
        )
        for digest, channel in rows:
            found[by_hash[(kind, digest)]] |= {channel}
    return found


def units_taken(db: Database, *, is_test: bool) -> dict[str, int]:
    """Per return of a product (its occasion) how many people already have a message about it.

    Test messages count among themselves.
    """
    rows = db.rows(
        "SELECT o.occasion, count(DISTINCT o.customer_id) FROM outbox o WHERE o.campaign_id IN "
        "(SELECT id FROM campaigns WHERE is_automatic = 1 AND campaign_type = 'back_in_stock') "
        "AND o.state NOT IN ('skipped', 'cancelled', 'rejected') AND o.is_test = ? GROUP BY o.occasion",
        (int(is_test),),
    )
    return dict(rows)


def queued_today(db: Database, today: int, *, is_test: bool) -> int:
    """How many automatic messages were queued on a day; several channels of one message count once."""
    return int(
        db.value(
            "SELECT count(DISTINCT touch) FROM outbox WHERE queued_on = ? AND is_automatic = 1 "
            "AND state <> 'cancelled' AND reason IS NOT 'control_group' AND instr(part, ?) = 0 AND is_test = ?",
            (today, NOTE, int(is_test)),
        )
    )


def next_demand(db: Database, now: int) -> str:
    """An occasion of its own for a message that was asked for: two requests are two occasions, the caps decide."""
    return f"demand:{now}:{db.value('SELECT coalesce(max(id), 0) + 1 FROM outbox')}"


def automatic_campaigns(db: Database) -> dict[CampaignType, tuple[int, str]]:
    """The id and status of each of the five automatic campaigns."""
    rows = db.rows("SELECT campaign_type, id, status FROM campaigns WHERE is_automatic = 1")
    return {CampaignType(campaign_type): (campaign_id, status) for campaign_type, campaign_id, status in rows}


def chunks(items: Sequence[T], size: int = _MANY) -> Iterable[Sequence[T]]:
    """The items in pieces that one query each can take."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


HELD_OUT = "control:"
"""Before the occasion of the message that somebody of the control group did not get."""

DUE = "due:"
"""Before the occasion of the message that somebody else did not get yet because of other messages to her."""

NOTE = "0~due"
"""The part of such a note: it has no words, takes no message's key, and is never tried again."""


def note_due(db: Database, values: Sequence[Any], reason: Reason = Reason.CONTROL_GROUP) -> None:
    """Keeps that a customer would have got a message but for that reason: the comparison needs to know when.

    `values`: reference, campaign id, campaign type, customer id, occasion, touch, channel, last purchase, moment, day.
    """
    db.run(
        """INSERT INTO outbox (reference, campaign_id, campaign_type, customer_id, occasion, touch, channel, address,
            content, state, last_order_at, created_at, queued_on, settled_at, reason, part)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', '{"text": ""}', 'skipped', ?8, ?9, ?10, ?9, ?11, ?12)
        ON CONFLICT DO NOTHING""",
        (*values, reason, "0" if reason is Reason.CONTROL_GROUP else NOTE),
    )
