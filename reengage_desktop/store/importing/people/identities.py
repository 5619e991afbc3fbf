"""Who is who: the people that a file names, matched with the shop's customers and with each other, set by set.

The order is: the shop's own id for her, then her e-mail, then her phone. One phone with two e-mails is a household, not
a person; an e-mail or a phone under which five or more names appear is shared and joins nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from reengage_desktop.domain.customers import HELD_BACK
from reengage_desktop.store import postal
from reengage_desktop.store.importing.people.agreements import is_news
from reengage_desktop.store.importing.people.sharing import find_shared, match_sharers, name_mentions
from reengage_desktop.store.importing.people.ties import find_ties
from reengage_desktop.store.importing.staged import CONSENTS, FIGURES, IDENTITY, PERSON, TEXTS
from reengage_desktop.store.scratch import Scratch

_LIVING = "merged_into IS NULL AND erased_at IS NULL"

_KEYS = {"ext": "ext", "email_key": "email", "phone_key": "phone"}
"""What rows of one person may share, and the column in which a file says it."""

_BY_EXT = (
    """UPDATE people SET customer_id = (SELECT customer_id FROM external_ids WHERE source = '' AND external_id = ext)
        WHERE ext IS NOT NULL""",
    "UPDATE people SET is_id_new = 1 WHERE ext IS NOT NULL AND customer_id IS NULL",
    """UPDATE people SET customer_id = (SELECT merged_into FROM customers WHERE id = people.customer_id)
        WHERE customer_id IN (SELECT id FROM customers WHERE merged_into IS NOT NULL)""",
)

_BY_EMAIL = f"""UPDATE people SET customer_id = coalesce(
    (SELECT min(id) FROM customers WHERE email = people.email AND {_LIVING}),
    (SELECT min(customer_id) FROM contact_points WHERE kind = 'email' AND value = people.email))
    WHERE customer_id IS NULL AND email_key = email"""

_BY_PHONE = f"""UPDATE people SET customer_id = coalesce(
    (SELECT min(id) FROM customers WHERE phone = people.phone AND (email IS NULL OR people.email IS NULL)
        AND {_LIVING}),
    (SELECT min(p.customer_id) FROM contact_points AS p JOIN customers AS c ON c.id = p.customer_id
        WHERE p.kind = 'phone' AND p.value = people.phone AND (c.email IS NULL OR people.email IS NULL)))
    WHERE customer_id IS NULL AND phone_key = phone"""

_FOLLOW_KNOWN = """UPDATE people SET customer_id = known.customer_id FROM (
        SELECT {key} AS shared_key, min(customer_id) AS customer_id FROM people
        WHERE {key} IS NOT NULL GROUP BY {key} HAVING count(customer_id) BETWEEN 1 AND count(*) - 1) AS known
    WHERE people.{key} = known.shared_key AND people.customer_id IS NULL"""

_FOLLOW_BY_PHONE = """UPDATE people SET customer_id = known.customer_id FROM (
        SELECT phone_key AS shared_key, min(customer_id) AS customer_id FROM people WHERE phone_key IS NOT NULL
        GROUP BY phone_key HAVING min(customer_id) = max(customer_id) AND count(customer_id) < count(*)) AS known
    WHERE people.phone_key = known.shared_key AND people.customer_id IS NULL AND people.email IS NULL"""
"""A row with a phone and no e-mail is of whoever has that phone in another row, as she is once the shop knows it."""

_SPREAD = """UPDATE people SET label = lowest.label FROM (
        SELECT {key} AS shared_key, min(label) AS label FROM people
        WHERE {key} IS NOT NULL AND customer_id IS NULL GROUP BY {key} HAVING min(label) < max(label)) AS lowest
    WHERE people.{key} = lowest.shared_key AND people.customer_id IS NULL AND people.label <> lowest.label"""

_MOST_SPREADS = 30
"""Chains of ids and e-mails longer than this are somebody's test data; they stay apart."""

_PHONE_MOVES = """CREATE TABLE phone_moves AS
    WITH mailed AS (SELECT DISTINCT label FROM people WHERE email IS NOT NULL AND customer_id IS NULL)
    SELECT p.label AS old, min(first.label) AS new FROM people AS p JOIN (
        SELECT phone_key, coalesce(min(label) FILTER (WHERE label IN mailed), min(label)) AS label FROM people
        WHERE phone_key IS NOT NULL AND customer_id IS NULL
        GROUP BY phone_key HAVING min(label) < max(label)) AS first ON first.phone_key = p.phone_key
    WHERE p.customer_id IS NULL AND p.label <> first.label AND p.label NOT IN mailed
    GROUP BY p.label"""
"""Who has no e-mail is whoever has the phone with one, in whatever row; else the first one of those without."""


_REPEATED_IDS = "ext IN (SELECT ext FROM people WHERE ext IS NOT NULL GROUP BY ext HAVING count(*) > 1)"

_REUSED = f"""CREATE TABLE reused_ids AS SELECT ext FROM people WHERE {_REPEATED_IDS}
    GROUP BY ext HAVING count(DISTINCT email) > 1 AND count(DISTINCT name_key) > 1"""


_NOBODY = "What a record needs is missing."


def drop_reused_ids(scratch: Scratch) -> int:
    """In a list of customers an id that stands for different names and e-mails is nobody's; gives how many are dropped.

    Some shop systems give all guests one number. A row with nothing else to know her by is rejected: it would be one
    more customer whenever it comes.
    """
    if "ext" not in _repeated(scratch, ("ext",)):
        return 0
    name_mentions(scratch, _REPEATED_IDS)
    scratch.run(_REUSED)
    if not (found := int(scratch.value("SELECT count(*) FROM reused_ids"))):
        return 0
    nobodies = "ext IN (SELECT ext FROM reused_ids) AND email IS NULL AND phone IS NULL"
    scratch.run(
        f"INSERT INTO bad_lines (line, message, is_rejected) SELECT line, ?, 1 FROM people WHERE {nobodies}", (_NOBODY,)
    )
    scratch.run(f"DELETE FROM people WHERE {nobodies}")
    scratch.run("UPDATE people SET ext = NULL WHERE ext IN (SELECT ext FROM reused_ids)")
    return found


def _repeated(scratch: Scratch, keys: Iterable[str] = _KEYS) -> set[str]:
    """Those keys of which one value stands in several rows; makes their indexes."""
    found = set()
    for key in keys:
        if _said(scratch, [_KEYS[key]]):
            scratch.run(f"CREATE INDEX IF NOT EXISTS people_{key} ON people ({key}) WHERE {key} IS NOT NULL")
            several = f"SELECT 1 FROM people WHERE {key} IS NOT NULL GROUP BY {key} HAVING count(*) > 1 LIMIT 1"
            if scratch.value(several) is not None:
                found.add(key)
    return found


def resolve(scratch: Scratch, *, may_tie: bool = True) -> int:
    """Gives every mention of a person her number `f` in `folk`, with the customer she is or is to become.

    Says how many of the shop's records the file shows to be further ones of somebody; they are in `ties` (gone, keep),
    which stays empty unless `may_tie`.
    """
    scratch.run("CREATE TABLE ties (gone INTEGER PRIMARY KEY, keep INTEGER NOT NULL)")
    tied = 0
    knows_anybody = scratch.value("SELECT 1 FROM customers LIMIT 1") is not None
    repeated = _repeated(scratch)
    find_shared(scratch, repeated, _said(scratch, IDENTITY), knows_anybody=knows_anybody)
    if knows_anybody:
        _find_known(scratch, repeated)
        tied = find_ties(scratch, repeated) if may_tie else 0
    are_apart = _label_strangers(scratch, repeated) and not knows_anybody
    _gather(scratch, are_apart=are_apart)
    return tied


def _find_known(scratch: Scratch, repeated: Collection[str]) -> None:
    said = _said(scratch, IDENTITY)
    if "ext" in said:
        for statement in _BY_EXT:
            scratch.run(statement)
    if "email" in said:
        scratch.run(_BY_EMAIL)
        match_sharers(scratch, "email")
    _follow_known(scratch, repeated)
    if "phone" in said:
        scratch.run(_BY_PHONE)
        match_sharers(scratch, "phone")
        if "phone_key" in repeated:
            scratch.run(_FOLLOW_BY_PHONE)
        _follow_known(scratch, repeated)


def _follow_known(scratch: Scratch, repeated: Collection[str]) -> None:
    """Rows of one id, or of one e-mail, are of whoever is known by any of them, from row to row."""
    keys = [key for key in ("ext", "email_key") if key in repeated]
    for _ in range(_MOST_SPREADS):
        found = sum(scratch.run(_FOLLOW_KNOWN.format(key=key)) for key in keys)
        if not found or len(keys) == 1:
            return


def _label_strangers(scratch: Scratch, repeated: Collection[str]) -> bool:
    """Gives mentions of one unknown person one label; says whether no two of them were of one."""
    joined = 0
    spreads = [_SPREAD.format(key=key) for key in ("ext", "email_key") if key in repeated]
    for _ in range(_MOST_SPREADS):
        found = sum(map(scratch.run, spreads))
        joined += found
        if not found:
            break
    if "phone_key" not in repeated:
        return not joined
    scratch.run(_PHONE_MOVES)
    return not joined + scratch.run(
        "UPDATE people SET label = m.new FROM phone_moves AS m WHERE label = m.old AND customer_id IS NULL"
    )


def _gather(scratch: Scratch, *, are_apart: bool) -> None:
    """One row of `folk` per person: her first mention; further mentions are merged by the caller.

    `are_apart`: every mention is somebody else, whom the shop does not know.
    """
    columns = ", ".join(_said(scratch, PERSON) or PERSON[:1])
    if are_apart:
        scratch.run(f"INSERT INTO folk (f, line, {columns}, is_new) SELECT pid, line, {columns}, 1 FROM people")
        return
    scratch.run(
        "CREATE TABLE firsts AS SELECT min(pid) AS pid, customer_id, label FROM people "
        "GROUP BY coalesce(-customer_id, label)"
    )
    scratch.run(
        f"INSERT INTO folk (f, line, {columns}, customer_id, is_new) SELECT p.pid, p.line, {columns}, p.customer_id, "
        "p.customer_id IS NULL FROM firsts JOIN people AS p USING (pid) ORDER BY p.pid"
    )
    if scratch.value("SELECT count(*) FROM people") == scratch.value("SELECT count(*) FROM folk"):
        return
    scratch.run("CREATE UNIQUE INDEX firsts_known ON firsts (customer_id) WHERE customer_id IS NOT NULL")
    scratch.run("CREATE UNIQUE INDEX firsts_label ON firsts (label) WHERE customer_id IS NULL")
    scratch.run(
        "UPDATE people SET f = (SELECT pid FROM firsts WHERE customer_id = people.customer_id) "
        "WHERE customer_id IS NOT NULL"
    )
    scratch.run(
        "UPDATE people SET f = (SELECT pid FROM firsts WHERE customer_id IS NULL AND label = people.label) "
        "WHERE customer_id IS NULL"
    )


def merge_mentions(scratch: Scratch, *, is_last_word: bool) -> None:
    """Unites what several rows say of one person: the last filled cell wins, or (orders, views) the first.

    One no to a channel is a no, whichever row says it.
    """
    has_several = scratch.value("SELECT count(*) FROM people") != scratch.value("SELECT count(*) FROM folk")
    if not has_several and scratch.value("SELECT 1 FROM customers LIMIT 1") is None:
        return
    scratch.run("CREATE INDEX people_f ON people (f)")
    columns = _said(scratch, PERSON)
    differs = " OR ".join(f"min({c}) IS NOT max({c}) OR count({c}) BETWEEN 1 AND count(*) - 1" for c in columns)
    if not has_several or not differs:
        return
    scratch.run("CREATE TABLE differing (f INTEGER PRIMARY KEY)")
    scratch.run(
        "INSERT INTO differing SELECT f FROM people INDEXED BY people_f GROUP BY f "
        f"HAVING count(*) > 1 AND ({differs}) ORDER BY f"
    )
    merged: list[tuple[object, ...]] = []
    for f, mentions in groupby(_mentions(scratch, columns), key=itemgetter(0)):
        values, *others = (list(said) for _, *said in mentions)
        for said in others:
            _unite(columns, values, said, is_last_word=is_last_word)
        merged.append((*values, f))
        if len(merged) >= _MERGED_AT_ONCE:
            _store_merged(scratch, columns, merged)
    _store_merged(scratch, columns, merged)


_MERGED_AT_ONCE = 2_000


def _mentions(scratch: Scratch, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """What the mentions say of those of whom they do not all say the same, person by person."""
    said = ", ".join(f"p.{name}" for name in columns)
    return scratch.iterate(
        f"SELECT p.f, {said} FROM differing AS d CROSS JOIN people AS p ON p.f = d.f ORDER BY d.f, p.pid"
    )


def _store_merged(scratch: Scratch, columns: Sequence[str], merged: list[tuple[object, ...]]) -> None:
    scratch.run_many(f"UPDATE folk SET {', '.join(f'{c} = ?' for c in columns)} WHERE f = ?", merged)
    merged.clear()


def _unite(columns: Sequence[str], values: list[object], said: list[object], *, is_last_word: bool) -> None:
    for position, (name, new) in enumerate(zip(columns, said, strict=True)):
        if new is None:
            continue
        old = values[position]
        if name in CONSENTS:
            values[position] = next(word for word in (0, HELD_BACK, 1) if word in (old, new))
        elif old is None or (is_last_word and name != PERSON[0]):
            values[position] = new


CHANGEABLE = ("email", "phone", *TEXTS, *FIGURES)
"""Columns of a customer that a file of customers may change; other files only fill the empty ones."""


NEVER, ALWAYS = "0", "1"
"""When a file's word counts over a filled field, as SQL over the row `c` of `customers`: see `newer_than`."""


def newer_than(file_at: int) -> str:
    """SQL for: the customer was changed before the file was made; what an import changed is as old as its file.

    A still older file, or one of orders, that came in since does not make her older.
    """
    known = "SELECT max(coalesce(i.file_at, i.started_at)) FROM imports AS i WHERE i.started_at = c.changed_at"
    newer = f"SELECT id FROM imports WHERE state = 'done' AND kind = 'customers' AND file_at >= {file_at}"
    told = f"SELECT row_id FROM import_journal WHERE table_name = 'customers' AND import_id IN ({newer})"
    return (
        f"coalesce(({known}), c.changed_at) < {file_at} AND c.id NOT IN ({told}) "
        f"AND coalesce(c.import_id NOT IN ({newer}), 1)"
    )


def _said(scratch: Scratch, columns: Sequence[str]) -> list[str]:
    """Those columns of which the file says anything; a file of orders says little."""
    said = scratch.said.get("people", set())
    return [name for name in columns if name in said]


_IS_A_LISTS = """ AND (t.state IS NOT NULL
    OR t.added_at NOT IN (SELECT started_at FROM imports WHERE kind = 'orders')
    OR t.added_at IN (SELECT started_at FROM imports WHERE kind <> 'orders'))"""
"""Not brought by orders alone: what stands in them may be where a present went. One that failed is not trusted anew."""


def mark_changes(scratch: Scratch, wins: str) -> None:
    """Marks the persons whose row in the shop would change, `is_changed`; who is unknown is `is_new`.

    `wins`: when the file's word counts over a filled field, as SQL. An address that is known as a further one of hers
    stays that: files that alternate do not swap the first one. One that only orders brought is no list's yet.
    """
    if scratch.value("SELECT 1 FROM customers LIMIT 1") is None:
        return
    kinds = _said(scratch, ("email", "phone"))
    for kind in kinds:
        scratch.run(
            f"UPDATE folk SET {kind} = NULL WHERE customer_id IS NOT NULL AND {kind} IS NOT NULL AND EXISTS (SELECT 1 "
            f"FROM contact_points AS t WHERE t.customer_id = folk.customer_id AND t.kind = '{kind}' "
            f"AND t.value = folk.{kind}{'' if wins == NEVER else _IS_A_LISTS})"
        )
    differs = [
        f"(f.{name} IS NOT NULL AND (c.{name} IS NULL OR {wins} AND f.{name} IS NOT c.{name}))"
        for name in _said(scratch, CHANGEABLE)
    ]
    if _said(scratch, ("tags",)):
        differs.append(_NEW_TAG)
    # consent is the owner's to state and the list's to refuse, too: of whoever has a word, whatever the file says
    stated = " OR ".join(f"f.{name} IS NOT NULL" for name in CONSENTS)
    if scratch.value(f"SELECT 1 FROM folk AS f WHERE {stated} LIMIT 1") is not None:
        differs += [
            f"(f.{name} = 0 AND {is_news(name, 'c.id')} OR f.{name} = 1 AND c.{name} IS NULL)" for name in CONSENTS
        ]
    differs += [_NEW_POINT.format(kind=kind) for kind in kinds]
    if _said(scratch, ("postal",)):
        differs.append(postal.differs(wins))
    if differs:
        scratch.run(
            "UPDATE folk AS f SET is_changed = 1 FROM customers AS c WHERE c.id = f.customer_id AND "
            f"({' OR '.join(differs)})"
        )
    scratch.run(
        "UPDATE folk SET is_changed = 1 WHERE customer_id IS NOT NULL AND is_changed = 0 AND "
        "(f IN (SELECT f FROM people WHERE is_id_new = 1) OR customer_id IN (SELECT keep FROM ties))"
    )


def has_new_noes(scratch: Scratch) -> bool:
    """Whether the file says a no of somebody known that changes her row; call it once the changes are marked."""
    said = " OR ".join(f"{name} = 0" for name in _said(scratch, CONSENTS))
    return bool(said) and scratch.value(f"SELECT 1 FROM folk WHERE is_changed = 1 AND ({said}) LIMIT 1") is not None


_NEW_TAG = """(f.tags IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(f.tags) WHERE value NOT IN
    (SELECT value FROM json_each(c.tags))))"""

_NEW_POINT = """EXISTS (SELECT 1 FROM people AS p WHERE p.f = f.f AND p.{kind} IS NOT NULL
    AND p.{kind} IS NOT c.{kind} AND NOT EXISTS (SELECT 1 FROM contact_points AS t WHERE t.customer_id = f.customer_id
        AND t.kind = '{kind}' AND t.value = p.{kind}))"""


def count(scratch: Scratch) -> tuple[int, int, int]:
    """How many persons are new, changed and unchanged."""
    found = scratch.rows("SELECT sum(is_new), sum(is_changed), sum(1 - is_new - is_changed) FROM folk")[0]
    return (int(found[0] or 0), int(found[1] or 0), int(found[2] or 0))
