"""Criteria as SQL: who of all customers they pick, in one query, whatever their number (C14)."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from reengage_desktop.domain.criteria import FIELDS, Condition, Criteria, FieldKind
from reengage_desktop.domain.moments import day_number, stamp, start_of_day
from reengage_desktop.domain.money import to_minor
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.store import segments
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database
from reengage_desktop.store.facts import day_sql
from reengage_desktop.store.searching import spellings

Sql = tuple[str, tuple[object, ...]]
"""A piece of SQL that can follow WHERE over `customers`, and its parameters."""

CALLED = (
    "coalesce(nullif(customers.name, ''), nullif(trim(coalesce(customers.first_name, '') || ' ' || "
    "coalesce(customers.last_name, '')), ''), customers.email, customers.phone, '#' || customers.id)"
)
"""The SQL for what a customer is called."""

_AMONG = "IN (SELECT value FROM json_each(?))"
_LAST_ENQUIRY = "(SELECT max(created_at) FROM enquiries WHERE customer_id = customers.id)"
_LAST_CONTACT = (
    "nullif(max(coalesce(last_contact_at, 0), coalesce((SELECT max(sent_at) FROM outbox "
    "WHERE outbox.customer_id = customers.id AND outbox.is_test = 0 AND sent_at IS NOT NULL), 0), "
    f"coalesce({_LAST_ENQUIRY}, 0)), 0)"
)
_MOMENTS = {
    "last_order_days": "last_order_at",
    "first_order_days": "first_order_at",
    "last_contact_days": _LAST_CONTACT,
    "last_enquiry_days": _LAST_ENQUIRY,
}
_NUMBERS = {
    "orders_count": "orders_count",
    "enquiries_count": "(SELECT count(*) FROM enquiries WHERE customer_id = customers.id)",
    "lifetime_value": "lifetime_value_minor",
    "average_order_value": "CAST(lifetime_value_minor AS REAL) / nullif(orders_count, 0)",
}
_SIGNS = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<", "is": "="}
# Per field: the SQL of "one of hers is {}", where {} is the comparison of the value's column with what was asked for.
_OWN = "EXISTS (SELECT 1 FROM enquiries WHERE customer_id = customers.id AND {0} {{}})"
_OF_BOTH = "(coalesce({0} {{}}, 0) OR EXISTS (SELECT 1 FROM enquiries WHERE customer_id = customers.id AND {0} {{}}))"
_MEMBERSHIPS = {
    "status": _OF_BOTH.format("status"),
    "agent": _OF_BOTH.format("agent"),
    "service_type": _OWN.format("service_type"),
    "country": "country {}",
    "language": "language {}",
    "city": "city {}",
    "tag": "EXISTS (SELECT 1 FROM json_each(customers.tags) WHERE value {})",
    "category": (
        "id IN (SELECT customer_id FROM customer_categories WHERE category_id IN "
        "(SELECT categories.id FROM categories WHERE name {}))"
    ),
    "product": (
        "id IN (SELECT orders.customer_id FROM orders JOIN order_lines ON order_lines.order_id = orders.id "
        "LEFT JOIN products ON products.id = order_lines.product_id WHERE orders.is_purchase = 1 "
        "AND orders.customer_id IS NOT NULL AND (products.external_id {} OR products.name {} OR products.sku {} "
        "OR order_lines.sku {} OR order_lines.name {}))"
    ),
}
_VALUES = {
    "status": "SELECT status FROM customers UNION SELECT status FROM enquiries",
    "agent": "SELECT agent FROM customers UNION SELECT agent FROM enquiries",
    "service_type": "SELECT DISTINCT service_type FROM enquiries",
    "country": "SELECT DISTINCT country FROM customers",
    "language": "SELECT DISTINCT language FROM customers",
    "city": "SELECT DISTINCT city FROM customers",
    "tag": "SELECT DISTINCT value FROM customers, json_each(customers.tags)",
    "category": "SELECT name FROM categories",
    "product": "SELECT coalesce(name, sku, external_id) FROM products",
}


def count(db: Database, criteria: Criteria, settings: Settings, now: datetime) -> int:
    """How many customers the criteria pick."""
    sql, params = where(db, criteria, settings, now)
    return int(db.value(f"SELECT count(*) FROM customers WHERE {LIVING} AND {sql}", params))


def ids(db: Database, criteria: Criteria, settings: Settings, now: datetime) -> list[int]:
    """The customers that the criteria pick, by id."""
    sql, params = where(db, criteria, settings, now)
    # As one text: a row each would take four times as long.
    text = db.value(
        f"SELECT json_group_array(id) FROM (SELECT id FROM customers WHERE {LIVING} AND {sql} ORDER BY id)", params
    )
    found: list[int] = json.loads(text)
    return found


def names(db: Database, customer_ids: Sequence[int], limit: int = 5) -> list[str]:
    """What the first of these customers are called, in the order of the ids."""
    wanted = list(customer_ids[:limit])
    rows: dict[int, str] = dict(
        db.rows(
            f"SELECT id, {CALLED} FROM customers WHERE id {_AMONG}",
            (json.dumps(wanted),),
        )
    )
    return [rows[each] for each in wanted if each in rows]


def choices(db: Database, field: str, limit: int = 500) -> list[str]:
    """The values that a field of words has in this shop, in alphabetical order; the fixed ones where it has such."""
    if FIELDS[field].choices:
        return list(FIELDS[field].choices)
    if field not in _VALUES:
        return []
    rows = db.rows(
        f"WITH found (word) AS ({_VALUES[field]}) SELECT DISTINCT word FROM found "
        "WHERE word IS NOT NULL AND word <> '' ORDER BY word COLLATE NOCASE LIMIT ?",
        (limit,),
    )
    return [word for (word,) in rows]


def where(db: Database, criteria: Criteria, settings: Settings, now: datetime) -> Sql:
    """The criteria as a condition over `customers`: 1 or 0 for everybody, never NULL."""
    return _Writer(db, settings, now).combination(criteria)


class _Writer:
    """Writes conditions as SQL for one moment of a shop."""

    def __init__(self, db: Database, settings: Settings, now: datetime) -> None:
        self._db = db
        self._settings = settings
        self._now = now

    def combination(self, criteria: Criteria) -> Sql:
        """Several conditions joined."""
        if not criteria.parts:
            return "1", ()
        written = [
            self._condition(part) if isinstance(part, Condition) else self.combination(part) for part in criteria.parts
        ]
        joined = (" AND " if criteria.mode == "all" else " OR ").join(sql for sql, _ in written)
        params = tuple(value for _, values in written for value in values)
        return (f"NOT ({joined})" if criteria.mode == "not" else f"({joined})"), params

    def _condition(self, asked: Condition) -> Sql:
        if asked.op in ("is_not", "not_in"):
            opposite = "is" if asked.op == "is_not" else "in"
            sql, params = self._condition(Condition(asked.field, opposite, asked.value))
            return f"NOT {sql}", params
        sql, params = self._positive(asked)
        return f"coalesce({sql}, 0)", params

    def _positive(self, asked: Condition) -> Sql:
        kind = FIELDS[asked.field].kind
        if asked.field in _MOMENTS:
            return self._days(_MOMENTS[asked.field], asked.op, asked.value)
        if asked.field in _NUMBERS:
            return self._number(_NUMBERS[asked.field], kind, asked)
        if asked.field in _MEMBERSHIPS:
            return _membership(_MEMBERSHIPS[asked.field], asked)
        special = {
            "segment": self._segment,
            "agreed_channel": _agreed,
            "never_ordered": _never_ordered,
            "customer_id": _among_ids,
            "got_campaign": _got_campaign,
            "rhythm_percent": self._rhythm,
            "best_percent": self._best,
        }
        return special[asked.field](asked)

    def _days(self, moment: str, op: str, value: object) -> Sql:
        """A moment so many calendar days ago; one in the future counts as today's."""
        if op in ("is_filled", "is_empty"):
            return f"{moment} IS {'NOT ' if op == 'is_filled' else ''}NULL", ()
        if op in ("is", "between"):
            low, high = (value, value) if op == "is" else cast("tuple[int, int]", value)
            older, younger = self._days(moment, "at_least", low), self._days(moment, "at_most", high)
            return f"({older[0]} AND {younger[0]})", (*older[1], *younger[1])
        days = int(cast("int", value))
        if op in ("more_than", "at_least"):
            least = days + (op == "more_than")
            return (f"{moment} IS NOT NULL", ()) if least <= 0 else (f"{moment} < ?", (self._start(least - 1),))
        most = days - (op == "less_than")
        return ("0", ()) if most < 0 else (f"{moment} >= ?", (self._start(most),))

    def _start(self, days_ago: int) -> int:
        today = day_number(self._now, self._settings.zone)
        return stamp(start_of_day(date.fromordinal(today - days_ago), self._settings.zone))

    def _number(self, column: str, kind: FieldKind, asked: Condition) -> Sql:
        if asked.op in ("is_filled", "is_empty"):
            return f"({column}) IS {'NOT ' if asked.op == 'is_filled' else ''}NULL", ()
        if asked.op == "between":
            low, high = cast("tuple[int | Decimal, int | Decimal]", asked.value)
            return f"{column} BETWEEN ? AND ?", (self._plain(kind, low), self._plain(kind, high))
        return f"{column} {_SIGNS[asked.op]} ?", (self._plain(kind, cast("int | Decimal", asked.value)),)

    def _plain(self, kind: FieldKind, value: int | Decimal) -> int:
        return to_minor(Decimal(value), self._settings.currency) if kind is FieldKind.MONEY else int(value)

    def _segment(self, asked: Condition) -> Sql:
        written = [
            segments.condition(self._db, Segment(word), self._settings, self._now) for word in _as_words(asked.value)
        ]
        joined = " OR ".join(f"coalesce({sql}, 0)" for sql, _ in written)
        return f"({joined})", tuple(value for _, values in written for value in values)

    def _rhythm(self, asked: Condition) -> Sql:
        """Her silence in whole calendar days, as everywhere, as a share of her usual gap."""
        first, last = self._db.row("SELECT min(last_order_at), max(last_order_at) FROM customers") or (None, None)
        if first is None:
            return "0", ()
        today, day = (
            day_number(self._now, self._settings.zone),
            day_sql("last_order_at", self._settings.zone, first, last),
        )
        return f"max(0, ? - {day}) * 100.0 / nullif(median_gap_days, 0) {_SIGNS[asked.op]} ?", (today, asked.value)

    def _best(self, asked: Condition) -> Sql:
        """Among the so many per cent who spent most; who spent nothing never is."""
        least = segments.least_of_best_minor(self._db, cast("int", asked.value))
        return ("0", ()) if least is None else ("lifetime_value_minor >= ?", (least,))


def _membership(sql: str, asked: Condition) -> Sql:
    if asked.op in ("is_filled", "is_empty"):
        found = sql.replace("{}", "<> ''")
        return (found if asked.op == "is_filled" else f"NOT coalesce({found}, 0)"), ()
    times, words = sql.count("{}"), [each for word in _as_words(asked.value) for each in spellings(word)]
    if asked.op == "contains":
        some = [each.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for each in words]
        any_of = " OR ".join(sql.replace("{}", "LIKE ? ESCAPE '\\'") for _ in some)
        return f"({any_of})", tuple(f"%{each}%" for each in some for _ in range(times))
    return sql.replace("{}", f"COLLATE NOCASE {_AMONG}"), (json.dumps(words, ensure_ascii=False),) * times


def _agreed(asked: Condition) -> Sql:
    some = _as_words(asked.value) if asked.op in ("is", "in") else tuple(ChannelName)
    yes = " OR ".join(f"coalesce(consent_{ChannelName(word)} = 1, 0)" for word in some)
    return (f"NOT ({yes})" if asked.op == "is_empty" else f"({yes})"), ()


def _never_ordered(asked: Condition) -> Sql:
    return f"last_order_at IS {'' if asked.value else 'NOT '}NULL", ()


def _among_ids(asked: Condition) -> Sql:
    return f"id {_AMONG}", (_as_numbers(asked.value),)


def _got_campaign(asked: Condition) -> Sql:
    return f"id IN (SELECT customer_id FROM outbox WHERE campaign_id {_AMONG} AND {SENT})", (_as_numbers(asked.value),)


def _as_numbers(value: object) -> str:
    return json.dumps(value if isinstance(value, tuple) else (value,))


def _as_words(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple) else (str(value),)
