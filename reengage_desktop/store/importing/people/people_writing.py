"""Copies the persons of a checked file into the shop, batch by batch, each inside the caller's transaction.

Whoever is new carries the import's id; of whoever was known, the row's values before go into the journal first.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, postal
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing, kept
from reengage_desktop.store.importing.people import repeated
from reengage_desktop.store.importing.people.agreements import is_news
from reengage_desktop.store.importing.people.identities import CHANGEABLE, NEVER
from reengage_desktop.store.importing.staged import FIGURES, TEXTS

_COPIED = ("email", "phone", *TEXTS, *FIGURES)

_TAGS = """coalesce((SELECT json_group_array(value) FROM (SELECT value FROM (
    SELECT 0 AS side, key, value FROM json_each(c.tags) UNION ALL
    SELECT 1, key, value FROM json_each(f.tags) WHERE value NOT IN (SELECT value FROM json_each(c.tags)))
    ORDER BY side, key)), '[]')"""


@dataclass(frozen=True)
class Folk:
    """What kinds of persons a checked file holds, so that a batch asks only what can be answered.

    `has_known`: somebody whom the shop knew; `has_sharers`: a no that others hear with whom she shares an address;
    `has_several`: somebody whom several rows name; `channels`: on these the
    file says a yes or a no; `has_postal`: it says where somebody's letters go. `columns`: of a customer's row, those in
    which the file says anything. `are_plain`: everybody is new and stands in one row, and nothing else of the file asks
    for her number.
    """

    has_known: bool
    has_sharers: bool
    has_several: bool
    channels: tuple[ChannelName, ...]
    has_postal: bool
    columns: tuple[str, ...]
    are_plain: bool


def look_over(db: Database, said: Collection[str], *, is_all: bool) -> Folk:
    """What kinds of persons the attached scratch file holds; `said`: the columns in which the file says anything.

    `is_all`: it holds persons and nothing else.
    """
    words = ", ".join(f"max(consent_{channel})" for channel in ChannelName)
    *found, has_known = db.row(f"SELECT {words}, max(1 - is_new) FROM folk") or ()
    channels = tuple(channel for channel, word in zip(ChannelName, found, strict=True) if word is not None)
    has_several = db.value("SELECT count(*) FROM people") != db.value("SELECT count(*) FROM folk")
    return Folk(
        bool(has_known),
        db.value("SELECT 1 FROM sharers LIMIT 1") is not None,
        has_several,
        channels,
        "postal" in said,
        tuple(name for name in _COPIED if name in said),
        is_all and not (has_known or has_several or {"postal", "opening_last_order_at"} & set(said)),
    )


def write_people(db: Database, writing: Writing, low: int, high: int, kinds: Folk, *, wins: str) -> None:
    """Creates and changes the customers that `folk` holds under the numbers low to high.

    `wins`: when the file's word counts over a filled field (`identities.newer_than`); consent is apart from it.
    """
    bounds: dict[str, Any] = {"low": low, "high": high, "at": writing.at, "import_id": writing.import_id}
    if kinds.has_known:
        _follow(db, bounds)
    if kinds.has_known or kinds.has_sharers:
        _note_words(db, bounds, kinds)
    if db.value(_NEWS, bounds) is not None:
        _write_news(db, writing, bounds, kinds, wins)
    for channel in kinds.channels if kinds.has_sharers else ():
        _say_to_sharers(db, channel, bounds)


def _write_news(db: Database, writing: Writing, bounds: dict[str, Any], kinds: Folk, wins: str) -> None:
    _create(db, bounds, kinds)
    if kinds.has_postal:
        postal.bring_in(db, bounds, wins)
    if kinds.has_known:
        _change(db, bounds, wins)
    _add_ids(db, bounds, kinds)
    if kinds.has_known or kinds.has_several:
        _add_points(db, bounds)
    for channel in kinds.channels:
        words = {**bounds, "wording": writing.wording_of(channel)}
        if kinds.has_known:
            _say(db, channel, words)
        _say_first(db, channel, words)


_NEWS = "SELECT 1 FROM folk WHERE f BETWEEN :low AND :high AND (is_new = 1 OR is_changed = 1) LIMIT 1"


_MET = "f.f BETWEEN :low AND :high AND f.is_new = 0 AND c.id = f.customer_id"


def _follow(db: Database, bounds: dict[str, Any]) -> None:
    """Whoever was merged since the file was checked is the one who stayed; of whoever was forgotten nothing comes."""
    is_gone = f"{_MET} AND (c.merged_into IS NOT NULL OR c.erased_at IS NOT NULL)"
    if db.value(f"SELECT 1 FROM folk AS f CROSS JOIN customers AS c WHERE {is_gone} LIMIT 1", bounds) is None:
        return
    for change in (
        f"customer_id = c.merged_into FROM customers AS c WHERE {_MET} AND c.merged_into IS NOT NULL",
        f"customer_id = NULL, is_changed = 0 FROM customers AS c WHERE {_MET} AND c.erased_at IS NOT NULL",
    ):
        db.run(f"UPDATE folk AS f SET {change}", bounds)


def _note_words(db: Database, bounds: dict[str, Any], kinds: Folk) -> None:
    """The noes that the ledger has already: the file's own, not those that follow from the list of addresses."""
    for channel in kinds.channels:
        said = (
            "FROM people AS p JOIN folk AS f ON f.f = p.f WHERE p.f BETWEEN :low AND :high "
            f"AND p.consent_{channel} = 0 AND f.is_new = 0"
        )
        found = f"SELECT f.customer_id, '{channel}' AS channel, :at AS at {said}"
        if kinds.has_sharers:
            found += f" UNION SELECT id, '{channel}', :at FROM ({_SHARERS.format(channel=channel)})"
        repeated.note_words(db, found, bounds)


def _create(db: Database, bounds: dict[str, Any], kinds: Folk) -> None:
    """New customers, with what the file says of consent; the ledger's words follow. Puts their `base` into `bounds`."""
    bounds["base"] = customers.next_number(db) - int(bounds["low"])
    columns = "".join(f"{name}, " for name in (*kinds.columns, *(f"consent_{channel}" for channel in kinds.channels)))
    db.run(
        f"INSERT INTO customers (id, {columns}tags, added_at, changed_at, import_id) "
        f"SELECT f + :base, {columns}coalesce(tags, '[]'), :at, :at, :import_id FROM folk "
        "WHERE f BETWEEN :low AND :high AND is_new = 1",
        bounds,
    )
    if not kinds.are_plain:
        db.run("UPDATE folk SET customer_id = f + :base WHERE f BETWEEN :low AND :high AND is_new = 1", bounds)


def _change(db: Database, bounds: dict[str, Any], wins: str) -> None:
    chosen = "SELECT customer_id FROM folk WHERE f BETWEEN :low AND :high AND is_changed = 1"
    if wins == NEVER:
        changes = [f"{name} = coalesce(c.{name}, f.{name})" for name in CHANGEABLE]
    else:
        changes = [
            f"{name} = CASE WHEN {wins} THEN coalesce(f.{name}, c.{name}) ELSE coalesce(c.{name}, f.{name}) END"
            for name in CHANGEABLE
        ]
        # An address that changes is judged anew; the one before stays hers as a further address.
        changes += [
            f"{kind}_state = CASE WHEN f.{kind} IS NULL OR f.{kind} IS c.{kind} OR NOT ({wins}) THEN c.{kind}_state END"
            for kind in ("email", "phone")
        ]
        for kind in ("email", "phone"):
            _move_away(db, kind, bounds, wins)
    changes.append(f"tags = CASE WHEN f.tags IS NULL THEN c.tags ELSE {_TAGS} END")
    # Whom the daily run had put off for want of a yes or an address may be reached now.
    changes.append("next_look_on = CASE WHEN c.last_order_at IS NOT NULL THEN coalesce(c.next_look_on, 0) END")
    with kept(db, "customers", chosen, bounds):
        db.run(
            f"UPDATE customers AS c SET {', '.join(changes)}, changed_at = :at FROM folk AS f "
            "WHERE f.customer_id = c.id AND f.f BETWEEN :low AND :high AND f.is_changed = 1",
            bounds,
        )


def _move_away(db: Database, kind: str, bounds: dict[str, Any], wins: str) -> None:
    found = (
        f"SELECT c.id, c.{kind}, c.{kind}_state FROM folk AS f JOIN customers AS c ON c.id = f.customer_id "
        f"WHERE f.f BETWEEN :low AND :high AND f.is_changed = 1 AND f.{kind} IS NOT NULL "
        f"AND c.{kind} IS NOT NULL AND c.{kind} <> f.{kind} AND {wins} AND NOT EXISTS (SELECT 1 "
        f"FROM contact_points AS t WHERE t.customer_id = c.id AND t.kind = '{kind}' AND t.value = c.{kind})"
    )
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, 'contact_points', id, "
        f"json_object('kind', '{kind}', 'value', {kind}) FROM ({found})",
        bounds,
    )
    db.run(
        f"INSERT INTO contact_points (customer_id, kind, value, state, added_at) SELECT id, '{kind}', {kind}, "
        f"{kind}_state, :at FROM ({found})",
        bounds,
    )


def _add_ids(db: Database, bounds: dict[str, Any], kinds: Folk) -> None:
    """The shop's own ids; the journal notes those that someone already known gets."""
    if not kinds.has_known and not kinds.has_several:
        db.run(
            "INSERT OR IGNORE INTO external_ids (source, external_id, customer_id) SELECT '', ext, f + :base "
            "FROM folk WHERE f BETWEEN :low AND :high AND ext IS NOT NULL",
            bounds,
        )
        return
    found = (
        "FROM folk AS f JOIN people AS p ON p.f = f.f WHERE f.f BETWEEN :low AND :high AND p.ext IS NOT NULL AND "
        "(f.is_new = 1 OR p.is_id_new = 1) AND NOT EXISTS (SELECT 1 FROM external_ids AS e WHERE e.source = '' "
        "AND e.external_id = p.ext)"
    )
    if kinds.has_known:
        db.run(
            "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT DISTINCT :import_id, "
            "'external_ids', "
            f"f.customer_id, json_object('external_id', p.ext) {found} AND f.is_new = 0",
            bounds,
        )
    db.run(
        "INSERT OR IGNORE INTO external_ids (source, external_id, customer_id) "
        f"SELECT '', p.ext, f.customer_id {found}",
        bounds,
    )


def _add_points(db: Database, bounds: dict[str, Any]) -> None:
    """Further addresses of one person; the journal notes those that someone already known gets."""
    for kind in ("email", "phone"):
        found = (
            "FROM folk AS f JOIN people AS p ON p.f = f.f JOIN customers AS c ON c.id = f.customer_id "
            f"WHERE f.f BETWEEN :low AND :high AND (f.is_new = 1 OR f.is_changed = 1) AND p.{kind} IS NOT NULL "
            f"AND p.{kind} IS NOT c.{kind} AND NOT EXISTS (SELECT 1 FROM contact_points AS t "
            f"WHERE t.customer_id = c.id AND t.kind = '{kind}' AND t.value = p.{kind})"
        )
        db.run(
            "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT DISTINCT :import_id, "
            f"'contact_points', c.id, json_object('kind', '{kind}', 'value', p.{kind}) {found} AND f.is_new = 0",
            bounds,
        )
        db.run(
            "INSERT OR IGNORE INTO contact_points (customer_id, kind, value, added_at) "
            f"SELECT c.id, '{kind}', p.{kind}, :at {found}",
            bounds,
        )


def _say_first(db: Database, channel: ChannelName, words: dict[str, Any]) -> None:
    """The first word of those whom the file made customers."""
    db.run(
        "INSERT INTO consents (customer_id, channel, state, at, source, wording, import_id) "
        f"SELECT f + :base, '{channel}', CASE consent_{channel} WHEN 1 THEN 'yes' ELSE 'no' END, :at, 'import', "
        f"CASE consent_{channel} WHEN 1 THEN :wording END, :import_id FROM folk "
        f"WHERE f BETWEEN :low AND :high AND is_new = 1 AND consent_{channel} IS NOT NULL",
        words,
    )


def _say(db: Database, channel: ChannelName, words: dict[str, Any]) -> None:
    """Consent of those who were known, as the file says it: a no always, a yes only where nothing was ever said."""
    column = f"consent_{channel}"
    found = (
        "FROM folk AS f JOIN customers AS c ON c.id = f.customer_id WHERE f.f BETWEEN :low AND :high "
        f"AND f.is_changed = 1 "
        f"AND (f.{column} = 0 AND {is_news(column, 'c.id')} OR f.{column} = 1 AND c.{column} IS NULL)"
    )
    said = db.run(
        "INSERT INTO consents (customer_id, channel, state, at, source, wording, import_id) "
        f"SELECT c.id, '{channel}', CASE f.{column} WHEN 1 THEN 'yes' ELSE 'no' END, :at, 'import', "
        f"CASE f.{column} WHEN 1 THEN :wording END, :import_id {found}",
        words,
    )
    if said:
        db.run(
            f"UPDATE customers SET {column} = f.{column} FROM folk AS f WHERE f.customer_id = customers.id "
            f"AND f.f BETWEEN :low AND :high AND f.is_changed = 1 AND (f.{column} = 0 AND "
            f"customers.{column} IS NOT 0 OR f.{column} = 1 AND customers.{column} IS NULL)",
            words,
        )


_SHARERS = """SELECT coalesce(c.merged_into, c.id) AS id FROM sharers AS s JOIN customers AS c ON c.id = s.customer_id
    WHERE s.f BETWEEN :low AND :high AND s.channel = '{channel}' AND c.erased_at IS NULL"""


def _say_to_sharers(db: Database, channel: ChannelName, words: dict[str, Any]) -> None:
    """A no under an address is one of everybody whom the shop has under it, unless it is one that anybody may have."""
    column = f"consent_{channel}"
    found = f"FROM customers WHERE id IN ({_SHARERS.format(channel=channel)}) AND {column} IS NOT 0"
    said = db.run(
        "INSERT INTO consents (customer_id, channel, state, at, source, import_id) "
        f"SELECT id, '{channel}', 'no', :at, 'import', :import_id {found}",
        words,
    )
    if said:
        db.run(f"UPDATE customers SET {column} = 0 WHERE id IN (SELECT id {found})", words)
