"""Lists for the window and the command line: first the ids in their order, then rows by id, a page at a time."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from reengage_desktop.domain.listings import CustomerRow, ImportRow, MessageRow, NoticeRow, RunRow, TimelineEntry
from reengage_desktop.domain.moments import stamp, start_of_day
from reengage_desktop.domain.sentences import sentence_from
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Segment
from reengage_desktop.store import searching, segments
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.customers import LIVING, PUSH_ADDRESS
from reengage_desktop.store.database import Database, Row

CUSTOMER_ORDERS: dict[str, str] = {
    "name": "name COLLATE NOCASE",
    "last_order": "last_order_at",
    "orders": "orders_count",
    "spent": "lifetime_value_minor",
    "id": "id",
}
"""The columns that the customer table can be sorted by."""

_ADDRESS_OF = {
    ChannelName.EMAIL: ("email", "email_state"),
    ChannelName.SMS: ("phone", "phone_state"),
    ChannelName.WHATSAPP: ("phone", "phone_state"),
    ChannelName.CALL: ("phone", "phone_state"),
    ChannelName.WALLET: ("wallet_object_id", "NULL"),
    ChannelName.PUSH: (PUSH_ADDRESS, "NULL"),
}
_REACHABLE = ", ".join(
    f"coalesce(consent_{channel} = 1 AND {address} IS NOT NULL AND {state} IS NULL, 0)"
    for channel, (address, state) in _ADDRESS_OF.items()
)
_AGREED = ", ".join(f"coalesce(consent_{channel} = 1, 0)" for channel in _ADDRESS_OF)
_ANY_NO = " OR ".join(f"consent_{channel} = 0" for channel in ChannelName)
_NAME = (
    "coalesce(nullif(name, ''), nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''), "
    "email, phone, "
    "(SELECT external_id FROM external_ids WHERE customer_id = customers.id LIMIT 1), '#' || customers.id)"
)
_REFERENCE = (
    "coalesce(customers.email, customers.phone, "
    "(SELECT external_id FROM external_ids WHERE customer_id = customers.id LIMIT 1), '#' || customers.id)"
)


def customer_ids(  # noqa: PLR0913 - what a list can be asked
    db: Database,
    settings: Settings,
    now: datetime,
    *,
    segment: Segment = Segment.ALL,
    search: str = "",
    among: Iterable[int] | None = None,
    order: str = "id",
    descending: bool = False,
    limit: int | None = None,
) -> list[int]:
    """The ids of a segment's customers that match the search, in the order asked for (a key of CUSTOMER_ORDERS).

    The search finds a part of the name, the e-mail or the shop's own id, or digits of the phone. `among` are the only
    ones that count. Customers without the sorted value come last. With a `limit` the first ones are there long before
    the whole list would be.
    """
    sought = searching.read(search)
    conditions, params = [LIVING], list[object]()
    if among is not None:
        conditions.append("id IN (SELECT value FROM json_each(?))")
        params.append(json.dumps(list(among)))
    if segment is not Segment.ALL:
        condition, values = segments.condition(db, segment, settings, now)
        conditions.append(f"({condition})")
        params += values
    direction = "DESC" if descending else "ASC"
    if limit is not None and not sought.is_empty and among is None:
        asked = _Asked([*conditions, sought.condition], [*params, *sought.params], order, direction)
        first = asked.among_first(db, limit)
        if first is not None:
            return first
    narrowing = searching.narrow(db, sought)
    if narrowing is not None:
        conditions.insert(0, narrowing.condition)
        params[:0] = narrowing.params
    return _Asked([*conditions, sought.condition], [*params, *sought.params], order, direction).ids(db, limit)


_FIRST_ROWS, _MOST_ROWS = 500, 10_000
"""So many rows of the table's order are looked at first, and at most, before the index of the search is asked."""

_PIECE = 100_000
"""So many letters of a list of ids are read in one go: some thousands of them."""

_PARTS = {"last_order": ("last_order_at IS NOT NULL", "last_order_at IS NULL")}
"""The index of the last orders holds only those who bought: the others follow by a question of their own."""


@dataclass(frozen=True)
class _Asked:
    conditions: Sequence[str]
    params: Sequence[object]
    order: str
    direction: str

    @property
    def _sorted(self) -> str:
        return f"ORDER BY {CUSTOMER_ORDERS[self.order]} {self.direction} NULLS LAST, id {self.direction} LIMIT ?"

    def ids(self, db: Database, limit: int | None) -> list[int]:
        """All of them, or the first ones."""
        found: list[int] = []
        for part in _PARTS.get(self.order, ("1",)):
            if limit is not None and len(found) >= limit:
                break
            # one text with all ids in their order: fetching a row for each takes four times as long
            listed = db.value(
                "SELECT coalesce(group_concat(id), '') FROM (SELECT id FROM customers "
                f"WHERE {part} AND {' AND '.join(self.conditions)} {self._sorted})",
                (*self.params, -1 if limit is None else limit - len(found)),
            )
            for piece in _pieces(listed):
                found += piece
        return found

    def among_first(self, db: Database, limit: int) -> list[int] | None:
        """The first ones, where a look at the first rows of the table's order comes upon so many; else None.

        What many have is found so before any index could say who they all are. Where few of the first rows match, the
        rest is not looked at.
        """
        part = _PARTS.get(self.order, ("1",))[0]
        found: list[int] = []
        seen, size = 0, _FIRST_ROWS
        while seen < _MOST_ROWS:
            rows = db.rows(f"SELECT id FROM customers WHERE {LIVING} AND {part} {self._sorted} OFFSET ?", (size, seen))
            next_ones = list(chain.from_iterable(rows))
            matching = db.rows(
                f"SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(?)) "
                f"AND {' AND '.join(self.conditions)}",
                (json.dumps(next_ones), *self.params),
            )
            matches = set(chain.from_iterable(matching))
            found += [each for each in next_ones if each in matches]
            seen += size
            if len(found) >= limit:
                return found[:limit]
            if len(next_ones) < size or len(found) * _MOST_ROWS < seen * limit:
                return None
            size = min(seen, 2 * _FIRST_ROWS)
        return None


def _pieces(listed: str) -> Iterator[list[int]]:
    """The numbers between commas, piece by piece: of a million at once no other thread would get its turn for long."""
    start = 0
    while start < len(listed):
        end = listed.find(",", start + _PIECE)
        end = len(listed) if end < 0 else end
        yield json.loads(f"[{listed[start:end]}]")
        start = end + 1


def customer_rows(db: Database, ids: Sequence[int]) -> list[CustomerRow]:
    """The table's rows for these ids, in their order; ids of customers that are gone are left out."""
    rows = db.rows(
        f"SELECT id, {_NAME}, email, phone, orders_count, lifetime_value_minor, last_order_at, {_REACHABLE}, "
        f"coalesce({_ANY_NO}, 0), {_AGREED}, city, country, first_order_at, tags FROM customers "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    found = {row[0]: _customer_row(row) for row in rows}
    return [found[customer_id] for customer_id in ids if customer_id in found]


def _customer_row(row: Row) -> CustomerRow:
    reachable = tuple(channel for channel, flag in zip(_ADDRESS_OF, row[7:13], strict=True) if flag)
    agreed = tuple(channel for channel, flag in zip(_ADDRESS_OF, row[14:20], strict=True) if flag)
    return CustomerRow(*[*row[:7], reachable, bool(row[13]), agreed, *row[20:23], tuple(json.loads(row[23]))])


def message_ids(
    db: Database,
    states: Iterable[OutboxState] | None = None,
    *,
    customer_id: int | None = None,
    campaign_type: str | None = None,
    limit: int | None = None,
) -> list[int]:
    """The ids of outbox rows in these states (None: any), newest first."""
    wanted = list(OutboxState if states is None else states)
    conditions = [f"state IN ({', '.join('?' * len(wanted))})"]
    params: list[object] = [*wanted]
    for column, value in (("customer_id", customer_id), ("campaign_type", campaign_type)):
        if value is not None:
            conditions.append(f"{column} = ?")
            params.append(value)
    rows = db.rows(
        f"SELECT id FROM outbox WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?",
        (*params, -1 if limit is None else limit),
    )
    return [message_id for (message_id,) in rows]


def count_messages(db: Database) -> dict[OutboxState, int]:
    """How many outbox rows stand in each state."""
    counts: dict[str, int] = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
    return {state: counts.get(state.value, 0) for state in OutboxState}


def history_ids(
    db: Database,
    settings: Settings,
    *,
    page: int = 1,
    limit: int = 50,
    from_day: date | None = None,
    to_day: date | None = None,
) -> tuple[int, list[int]]:
    """Messages that went out (B5), newest first: how many there are between the two local days, and one page of ids."""
    since = 0 if from_day is None else stamp(start_of_day(from_day, settings.zone))
    until = None if to_day is None else stamp(start_of_day(to_day + timedelta(days=1), settings.zone)) - 1
    span = f"{SENT} AND sent_at >= ? AND (? IS NULL OR sent_at <= ?)"
    total = db.value(f"SELECT count(*) FROM outbox WHERE {span}", (since, until, until))
    rows = db.rows(
        f"SELECT id FROM outbox WHERE {span} ORDER BY sent_at DESC, id DESC LIMIT ? OFFSET ?",
        (since, until, until, limit, (page - 1) * limit),
    )
    return int(total), [message_id for (message_id,) in rows]


def message_rows(db: Database, ids: Sequence[int]) -> list[MessageRow]:
    """The rows of these messages with what became of them, in the order of the ids."""
    rows = db.rows(
        f"""SELECT outbox.id, outbox.customer_id, {_REFERENCE}, outbox.channel, outbox.campaign_type, campaigns.name,
            outbox.state, outbox.reason, outbox.error, outbox.attempts, outbox.created_at, outbox.due_at,
            outbox.sent_at, outbox.settled_at, outbox.address, outbox.content, outbox.decision, outbox.treated_as,
            (SELECT json_group_array(DISTINCT kind) FROM delivery_events WHERE outbox_id = outbox.id),
            orders.external_id, conversions.converted_at, orders.net_minor, orders.currency
        FROM outbox JOIN customers ON customers.id = outbox.customer_id
            JOIN campaigns ON campaigns.id = outbox.campaign_id
            LEFT JOIN conversions ON conversions.outbox_id = outbox.id
            LEFT JOIN orders ON orders.id = conversions.order_id
        WHERE outbox.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(ids)),),
    )
    found = {row[0]: _message_row(row) for row in rows}
    return [found[message_id] for message_id in ids if message_id in found]


def _message_row(row: Row) -> MessageRow:
    values = list(row)
    values[6] = OutboxState(row[6])
    values[15], values[16] = json.loads(row[15]), json.loads(row[16])
    values[18] = tuple(json.loads(row[18]))
    return MessageRow(*values)


def runs(db: Database, *, job: str | None = None, limit: int = 200) -> list[RunRow]:
    """The last runs of the jobs, newest first."""
    rows = db.rows(
        "SELECT id, job, trigger, planned_at, started_at, finished_at, status, error, coalesce(result, '{}') "
        "FROM job_runs WHERE ? IS NULL OR job = ? ORDER BY id DESC LIMIT ?",
        (job, job, limit),
    )
    return [RunRow(*[*row[:8], json.loads(row[8])]) for row in rows]


def imports(db: Database, *, limit: int = 200) -> list[ImportRow]:
    """The last imports, newest first."""
    rows = db.rows(
        "SELECT id, kind, file_name, state, started_at, finished_at, row_count, created_count, updated_count, "
        "unchanged_count, rejected_count, notes, rejects_file, origin FROM imports ORDER BY id DESC LIMIT ?",
        (limit,),
    )
    return [ImportRow(*[*row[:11], tuple(map(sentence_from, json.loads(row[11]))), *row[12:]]) for row in rows]


def notices(db: Database) -> list[NoticeRow]:
    """What the owner should know and has not dismissed, newest first."""
    rows = db.rows(
        "SELECT id, key, kind, at, figures FROM notices WHERE dismissed_at IS NULL ORDER BY at DESC, id DESC"
    )
    return [NoticeRow(*[*row[:4], json.loads(row[4])]) for row in rows]


_IMPORTED = " UNION ".join(
    f"SELECT import_id FROM {table} WHERE {column} = ?1 AND import_id IS NOT NULL"
    for table, column in (
        ("customers", "id"),
        *((each, "customer_id") for each in ("orders", "views", "wishlists", "enquiries", "consents")),
    )
)


def timeline(db: Database, customer_id: int, *, limit: int = 200) -> list[TimelineEntry]:
    """A customer's story, newest first: orders, messages, what came back, consent, enquiries and imports.

    Of what one second tells, what must have come first stands last: sent, delivered, opened, clicked, then the rest.
    """
    rows = db.rows(
        f"""SELECT ordered_at, 'order', external_id, status || '|' || net_minor || '|' || currency, NULL, 8 FROM orders
            WHERE customer_id = ?1
        UNION ALL SELECT coalesce(sent_at, settled_at, created_at), 'message', campaign_type || '|' || channel,
            state || '|' || coalesce(reason, ''), id, 1 FROM outbox WHERE customer_id = ?1
        UNION ALL SELECT e.at, 'event', e.kind, e.detail, o.id,
            CASE e.kind WHEN 'delivered' THEN 2 WHEN 'opened' THEN 3 WHEN 'clicked' THEN 4 ELSE 5 END
            FROM delivery_events e JOIN outbox o ON o.id = e.outbox_id WHERE o.customer_id = ?1
        UNION ALL SELECT at, 'consent', channel || '|' || state, coalesce(wording, source), NULL, 6 FROM consents
            WHERE customer_id = ?1
        UNION ALL SELECT created_at, 'enquiry', coalesce(service_type, source, ''), status, NULL, 7 FROM enquiries
            WHERE customer_id = ?1
        UNION ALL SELECT started_at, 'import', file_name, kind, NULL, 0 FROM imports
            WHERE id IN ({_IMPORTED}) AND state = 'done'
        ORDER BY 1 DESC, 6 DESC LIMIT ?2""",
        (customer_id, limit),
    )
    return [TimelineEntry(*row[:5]) for row in rows]


def consent_sources(db: Database, customer_id: int) -> dict[ChannelName, tuple[str, int, str | None]]:
    """Where each channel's last word comes from: source, stamp and wording."""
    rows = db.rows(
        "SELECT channel, source, at, wording FROM consents WHERE customer_id = ? ORDER BY id", (customer_id,)
    )
    return {ChannelName(channel): (source, at, wording) for channel, source, at, wording in rows}


def favourite_categories(db: Database, customer_id: int, *, limit: int = 3) -> list[str]:
    """The categories a customer bought from most, the favourite first."""
    rows = db.rows(
        "SELECT name FROM customer_categories JOIN categories ON categories.id = category_id WHERE customer_id = ? "
        "ORDER BY line_count DESC, name LIMIT ?",
        (customer_id, limit),
    )
    return [name for (name,) in rows]


def favourite_products(db: Database, customer_id: int, *, limit: int = 3) -> list[str]:
    """What a customer bought most often, by name, the favourite first; what was bought only once is none."""
    rows = db.rows(
        "SELECT coalesce(products.name, order_lines.name) AS title, count(DISTINCT orders.id) AS times FROM orders "
        "JOIN order_lines ON order_lines.order_id = orders.id LEFT JOIN products ON products.id = product_id "
        "WHERE orders.customer_id = ? AND is_purchase = 1 AND title IS NOT NULL GROUP BY title HAVING times > 1 "
        "ORDER BY times DESC, max(ordered_at) DESC, title LIMIT ?",
        (customer_id, limit),
    )
    return [title for title, _ in rows]


def unknown_messages(db: Database, ids: Sequence[int]) -> list[int]:
    """Those of the ids that no message bears."""
    wanted = json.dumps(list(ids))
    known = {
        each for (each,) in db.rows("SELECT id FROM outbox WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    }
    return [each for each in ids if each not in known]


def offer_of(db: Database, message_id: int) -> tuple[str | None, str | None]:
    """What a message offered: the shop's own id of a product, and a discount code; None for what it did not."""
    row = db.row(
        "SELECT products.external_id, discount_codes.code FROM outbox LEFT JOIN products ON products.id = product_id "
        "LEFT JOIN discount_codes ON discount_codes.id = code_id WHERE outbox.id = ?",
        (message_id,),
    )
    return (None, None) if row is None else (row[0], row[1])
