"""Records of one person made one, many pairs at a time; every step is written down so that it can be taken back.

Pairs come as (keep, gone), each customer in one pair only. The steps go back in the opposite order: `import_journal`
keeps an import's, the owner's merge keeps its own.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers
from reengage_desktop.store.connection import Database

_FILLED = (
    "name first_name last_name email phone country city language timezone status agent birthday wallet_object_id "
    "push_external_id push_token opening_orders opening_value_minor opening_last_order_at created_at"
).split()

_CONSENTS = tuple(f"consent_{channel}" for channel in ChannelName)

_ROW = (*_FILLED, "note", "tags", "last_contact_at", "email_state", "phone_state", *_CONSENTS, "changed_at")
"""Columns of the one who stays that may change."""

# What is known of an address comes along with it; what the owner wrote is lost of neither; a no of either holds.
_UNITED = (
    *(f"{name} = coalesce(customers.{name}, other.{name})" for name in _FILLED),
    *(
        f"{kind}_state = CASE WHEN coalesce(customers.{kind}, other.{kind}) IS other.{kind} "
        f"THEN coalesce(customers.{kind}_state, other.{kind}_state) ELSE customers.{kind}_state END"
        for kind in ("email", "phone")
    ),
    *(
        f"{column} = CASE WHEN other.{column} = 0 THEN 0 ELSE coalesce(customers.{column}, other.{column}) END"
        for column in _CONSENTS
    ),
    (
        "last_contact_at = coalesce(max(customers.last_contact_at, other.last_contact_at), customers.last_contact_at, "
        "other.last_contact_at)"
    ),
    (
        "note = CASE WHEN other.note IS NULL OR other.note IS customers.note THEN customers.note "
        "ELSE coalesce(customers.note || char(10), '') || other.note END"
    ),
    (
        "tags = (SELECT json_group_array(value) FROM (SELECT value FROM json_each(customers.tags) UNION ALL "
        "SELECT value FROM json_each(other.tags) WHERE value NOT IN (SELECT value FROM json_each(customers.tags))))"
    ),
)

_KEYS = {
    "external_ids": "external_id",
    "contact_points": "id",
    "postal_addresses": "id",
    "consents": "id",
    "enquiries": "id",
    "orders": "id",
    "views": "id",
    "wishlists": "id",
    "discount_codes": "id",
    "delivery_events": "id",
    "cap_ledger": "touch",
    "outbox": "id",
}
"""What moves from the one record to the other, and the column that tells its rows. Caps count the person."""

_TWINS = {
    "contact_points": "twin.kind = t.kind AND twin.value = t.value",
    "postal_addresses": "1",
    "views": "twin.product_id = t.product_id AND twin.viewed_at = t.viewed_at",
    "wishlists": "twin.product_id = t.product_id",
}
"""When both records have the same thing: the one who stays keeps hers."""

_SAME_MESSAGE = (
    "SELECT 1 FROM outbox AS twin WHERE twin.customer_id = {other} AND twin.campaign_id = outbox.campaign_id "
    "AND twin.occasion = outbox.occasion AND twin.step = outbox.step"
)
_KEEP_OF = "(SELECT keep FROM joins WHERE gone = {table}.customer_id)"
_GONE_OF = "(SELECT gone FROM joins WHERE keep = {table}.customer_id)"
_KEPT, _GONE = "(SELECT keep FROM joins)", "(SELECT gone FROM joins)"


@dataclass(frozen=True)
class Step:
    """One thing that was done when `gone` was joined with another record, and what was there before."""

    gone: int
    what: str
    before: dict[str, Any]


def join(db: Database, pairs: Iterable[tuple[int, int]], at: int) -> list[Step]:
    """Moves everything of each `gone` to its `keep`, inside the caller's transaction; gives what was done.

    Fields that `keep` has filled stay; its further addresses are the other one's. The caller refreshes the facts of
    `keep`. `at`: unix seconds.
    """
    _begin(db, pairs)
    _settle_messages(db, at)
    for table in _KEYS:
        _move(db, table)
    _unite_rows(db, at)
    _say_the_no(db)
    _add_points(db, at)
    _close(db, at)
    steps = [
        Step(gone, what, json.loads(before))
        for gone, what, before in db.rows("SELECT gone, what, before FROM joined ORDER BY id")
    ]
    for table in ("joins", "joined", "join_was"):
        db.run(f"DROP TABLE temp.{table}")
    return steps


def separate(db: Database, steps: Sequence[Step]) -> set[int]:
    """Takes steps back, the last first, inside the caller's transaction; gives whose facts must be refreshed.

    What was changed again since stays as it is; who was erased since stays joined.
    """
    touched: set[int] = set()
    for step in reversed(steps):
        touched |= take_back(db, step)
    return touched


def take_back(db: Database, step: Step) -> set[int]:
    """Takes one step back; gives whose facts must be refreshed."""
    if db.row("SELECT 1 FROM customers WHERE id = ? AND erased_at IS NULL", (step.gone,)) is None:
        return set()
    return _BACK[step.what](db, step.gone, step.before)


def _begin(db: Database, pairs: Iterable[tuple[int, int]]) -> None:
    for table in ("joins", "joined", "join_was"):
        db.run(f"DROP TABLE IF EXISTS temp.{table}")
    db.run("CREATE TEMP TABLE joins (gone INTEGER PRIMARY KEY, keep INTEGER NOT NULL UNIQUE)")
    db.run("CREATE TEMP TABLE joined (id INTEGER PRIMARY KEY, gone INTEGER, what TEXT, before TEXT)")
    db.run_many("INSERT INTO joins (keep, gone) VALUES (?, ?)", list(pairs))
    was = ", ".join(f"'{name}', c.{name}" for name in _ROW)
    db.run(
        f"CREATE TEMP TABLE join_was AS SELECT j.gone, c.id AS keep, json_object({was}) AS was "
        "FROM joins AS j JOIN customers AS c ON c.id = j.keep"
    )


def _settle_messages(db: Database, at: int) -> None:
    """Both were to be told the same: the person is told once, and every message that went out stays hers."""
    candidates = (
        f"SELECT id, customer_id, state, reason, settled_at, part FROM outbox WHERE customer_id IN {_KEPT} "
        f"AND EXISTS ({_SAME_MESSAGE.format(other=_GONE_OF.format(table='outbox'))}) UNION ALL "
        f"SELECT id, customer_id, state, reason, settled_at, part FROM outbox WHERE customer_id IN {_GONE} "
        f"AND EXISTS ({_SAME_MESSAGE.format(other=_KEEP_OF.format(table='outbox'))})"
    )
    before = db.rows(candidates)
    if not before:
        return
    waiting, sent = "'pending', 'held'", "'sending', 'accepted', 'uncertain'"
    for mine, other, states in ((_KEPT, _GONE_OF, sent), (_GONE, _KEEP_OF, f"{waiting}, {sent}")):
        twin = _SAME_MESSAGE.format(other=other.format(table="outbox"))
        db.run(
            f"UPDATE outbox SET state = 'skipped', reason = 'already_sent', settled_at = ? WHERE customer_id IN {mine} "
            f"AND state IN ({waiting}) AND EXISTS ({twin} AND twin.is_test = outbox.is_test "
            f"AND twin.state IN ({states}))",
            (at,),
        )
    twin = _SAME_MESSAGE.format(other=_KEEP_OF.format(table="outbox"))
    db.run(
        f"UPDATE outbox SET part = id || '+' || part WHERE customer_id IN {_GONE} "
        f"AND EXISTS ({twin} AND twin.part = outbox.part)"
    )
    gone_of = {each: gone for keep, gone in db.rows("SELECT keep, gone FROM joins") for each in (keep, gone)}
    for number, customer_id, *was in before:
        became = db.row("SELECT state, reason, settled_at, part FROM outbox WHERE id = ?", (number,))
        if became != tuple(was):
            _note(db, gone_of[customer_id], "message", {"id": number, "was": was, "became": became})


def _note(db: Database, gone: int, what: str, before: dict[str, Any]) -> None:
    db.run("INSERT INTO joined (gone, what, before) VALUES (?, ?, ?)", (gone, what, json.dumps(before)))


def _move(db: Database, table: str) -> None:
    key = _KEYS[table]
    if twin := _TWINS.get(table):
        columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})")]
        values = ", ".join(f"'{name}', t.{name}" for name in columns)
        doubled = (
            f"FROM {table} AS t JOIN joins AS j ON j.gone = t.customer_id "
            f"WHERE EXISTS (SELECT 1 FROM {table} AS twin WHERE twin.customer_id = j.keep AND {twin})"
        )
        db.run(
            f"INSERT INTO joined SELECT NULL, j.gone, 'doubled', json_object('table', '{table}', 'row', "
            f"json_object({values})) {doubled}"
        )
        db.run(f"DELETE FROM {table} WHERE id IN (SELECT t.id {doubled})")
    db.run(
        f"INSERT INTO joined SELECT NULL, customer_id, 'moved', json_object('table', '{table}', 'keep', "
        f"{_KEEP_OF.format(table=table)}, 'keys', json_group_array({key})) FROM {table} WHERE customer_id IN {_GONE} "
        "GROUP BY customer_id"
    )
    db.run(f"UPDATE {table} SET customer_id = {_KEEP_OF.format(table=table)} WHERE customer_id IN {_GONE}")


def _unite_rows(db: Database, at: int) -> None:
    db.run(
        f"UPDATE customers SET {', '.join(_UNITED)}, changed_at = ? FROM joins AS j JOIN customers AS other "
        "ON other.id = j.gone WHERE customers.id = j.keep",
        (at,),
    )
    became = ", ".join(f"'{name}', c.{name}" for name in _ROW)
    db.run(
        "INSERT INTO joined SELECT NULL, w.gone, 'kept', json_object('id', w.keep, 'was', json(w.was), 'became', "
        f"json_object({became})) FROM join_was AS w JOIN customers AS c ON c.id = w.keep "
        f"WHERE w.was <> json_object({became})"
    )


def _say_the_no(db: Database) -> None:
    """Where a no held against a later yes of the other record, it is the ledger's last word too, of the same file."""
    for channel in ChannelName:
        last = f"(SELECT max(id) FROM consents WHERE customer_id = k.id AND channel = '{channel}'"
        found = db.rows(
            "SELECT j.gone, k.id, w.at, w.source, w.wording, w.import_id FROM joins AS j JOIN customers AS k "
            f"ON k.id = j.keep JOIN consents AS w ON w.id = {last} AND state = 'no') "
            f"WHERE k.consent_{channel} = 0 AND w.id < {last})"
        )
        for gone, keep, at, *said in found:
            word = db.insert(
                "INSERT INTO consents (customer_id, channel, state, at, source, wording, import_id) "
                "VALUES (?, ?, 'no', ?, ?, ?, ?)",
                (keep, channel, at, *said),
            )
            _note(db, gone, "word", {"id": word, "keep": keep, "channel": channel, "at": at})


def _add_points(db: Database, at: int) -> None:
    """The first addresses of the one who goes are further ones of the one who stays."""
    for kind in ("email", "phone"):
        found = (
            "FROM joins AS j JOIN customers AS o ON o.id = j.gone JOIN customers AS k ON k.id = j.keep "
            f"WHERE o.{kind} IS NOT NULL AND o.{kind} IS NOT k.{kind} AND NOT EXISTS (SELECT 1 "
            f"FROM contact_points AS t WHERE t.customer_id = j.keep AND t.kind = '{kind}' AND t.value = o.{kind})"
        )
        db.run(
            f"INSERT INTO joined SELECT NULL, j.gone, 'point', json_object('id', j.keep, 'kind', '{kind}', "
            f"'value', o.{kind}) {found}"
        )
        db.run(
            f"INSERT INTO contact_points (customer_id, kind, value, state, added_at) SELECT j.keep, '{kind}', "
            f"o.{kind}, o.{kind}_state, ? {found}",
            (at,),
        )


def _close(db: Database, at: int) -> None:
    """Who goes leads to the one who stays, and so does whoever led to her; her facts are no longer of use."""
    db.run(f"DELETE FROM customer_categories WHERE customer_id IN {_GONE}")
    db.run(
        "INSERT INTO joined SELECT NULL, j.gone, 'led', json_object('ids', json_group_array(c.id)) FROM customers AS c "
        "JOIN joins AS j ON j.gone = c.merged_into GROUP BY j.gone"
    )
    db.run(
        "UPDATE customers SET merged_into = (SELECT keep FROM joins WHERE gone = customers.merged_into) "
        f"WHERE merged_into IN {_GONE}"
    )
    db.run(
        "INSERT INTO joined SELECT NULL, j.gone, 'gone', json_object('keep', j.keep, 'look', c.next_look_on, "
        "'changed_at', c.changed_at, 'last_word', (SELECT coalesce(max(id), 0) FROM consents), 'at', ?) "
        "FROM joins AS j JOIN customers AS c ON c.id = j.gone",
        (at,),
    )
    db.run(
        "UPDATE customers SET merged_into = j.keep, next_look_on = NULL, changed_at = ? FROM joins AS j "
        "WHERE customers.id = j.gone",
        (at,),
    )


def _put_back_rows(db: Database, gone: int, before: dict[str, Any]) -> set[int]:
    """Only what the one who stayed still has: the number of a row that was removed may be somebody else's by now."""
    table, key, keep = before["table"], _KEYS[before["table"]], customers.person_of(db, before["keep"])
    db.run(
        f"UPDATE {table} SET customer_id = ? WHERE {key} IN (SELECT value FROM json_each(?)) AND customer_id IN (?, ?)",
        (gone, json.dumps(before["keys"]), before["keep"], keep),
    )
    if table == "consents":
        customers.heed_ledger(db, (gone, keep))
    return set()


def _put_back_double(db: Database, gone: int, before: dict[str, Any]) -> set[int]:
    """Not what a file brought that was taken back since."""
    row = {**before["row"], "customer_id": gone}
    brought_by = row.get("import_id")
    if (
        brought_by is not None
        and db.row("SELECT 1 FROM imports WHERE id = ? AND state = 'done'", (brought_by,)) is None
    ):
        return set()
    db.run(
        f"INSERT OR IGNORE INTO {before['table']} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )
    return set()


def _put_back_message(db: Database, _gone: int, before: dict[str, Any]) -> set[int]:
    db.run(
        "UPDATE outbox SET state = ?, reason = ?, settled_at = ?, part = ? WHERE id = ? AND state IS ? AND reason IS ? "
        "AND settled_at IS ? AND part IS ?",
        (*before["was"], before["id"], *before["became"]),
    )
    return set()


def _put_back_row(db: Database, _gone: int, before: dict[str, Any]) -> set[int]:
    was, became = before["was"], before["became"]
    for name in was:
        if was[name] != became[name]:
            db.run(
                f"UPDATE customers SET {name} = ? WHERE id = ? AND {name} IS ? AND erased_at IS NULL",
                (was[name], before["id"], became[name]),
            )
    return {before["id"]}


def _unsay(db: Database, _gone: int, before: dict[str, Any]) -> set[int]:
    db.run(
        "DELETE FROM consents WHERE (id, customer_id, channel, at, state) = (?, ?, ?, ?, 'no')",
        (before["id"], before["keep"], before["channel"], before["at"]),
    )
    return set()


def _remove_point(db: Database, _gone: int, before: dict[str, Any]) -> set[int]:
    db.run(
        "DELETE FROM contact_points WHERE customer_id IN (?, ?) AND kind = ? AND value = ?",
        (before["id"], customers.person_of(db, before["id"]), before["kind"], before["value"]),
    )
    return set()


def _lead_back(db: Database, gone: int, before: dict[str, Any]) -> set[int]:
    db.run(
        "UPDATE customers SET merged_into = ? WHERE id IN (SELECT value FROM json_each(?)) AND merged_into IS NOT NULL",
        (gone, json.dumps(before["ids"])),
    )
    return set()


def _bring_back(db: Database, gone: int, before: dict[str, Any]) -> set[int]:
    db.run(
        "UPDATE customers SET merged_into = NULL, next_look_on = ?, changed_at = ? WHERE id = ?",
        (before["look"], before["changed_at"], gone),
    )
    _share_the_no(db, gone, before)
    return {gone, before["keep"]}


def _share_the_no(db: Database, gone: int, before: dict[str, Any]) -> None:
    """A no that was said while both were one person is one of both: nobody can tell which of the two said it."""
    said = db.run(
        "INSERT INTO consents (customer_id, channel, state, at, source, wording, import_id) "
        "SELECT ?, channel, state, at, source, wording, import_id FROM consents WHERE state = 'no' AND id IN "
        "(SELECT max(id) FROM consents WHERE customer_id = ? GROUP BY channel) AND (id > ? OR at > ?)",
        (gone, customers.person_of(db, before["keep"]), before["last_word"], before["at"]),
    )
    if said:
        customers.heed_ledger(db, (gone,))


_BACK = {
    "message": _put_back_message,
    "moved": _put_back_rows,
    "doubled": _put_back_double,
    "kept": _put_back_row,
    "word": _unsay,
    "point": _remove_point,
    "led": _lead_back,
    "gone": _bring_back,
}
"""How each step goes back."""
