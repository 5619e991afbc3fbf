"""Customers whom a file shows to be one person: its rows tie what the shop had known under two records.

Whichever file came first, the shop ends with the same people: orders that name her by her id and others that name her
by her e-mail make two records until a file says both of one person.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from reengage_desktop.store import joining
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing
from reengage_desktop.store.scratch import Scratch

_LIVING = "c.merged_into IS NULL AND c.erased_at IS NULL"
_HAS_ID = "EXISTS (SELECT 1 FROM external_ids WHERE customer_id = {id})"

_BY_EMAIL = f"""SELECT DISTINCT p.customer_id, c.id FROM people AS p JOIN customers AS c ON c.email = p.email
    WHERE p.customer_id IS NOT NULL AND p.email_key = p.email AND c.id <> p.customer_id AND {_LIVING}
    UNION SELECT p.customer_id, t.customer_id FROM people AS p JOIN contact_points AS t ON t.kind = 'email'
    AND t.value = p.email JOIN customers AS c ON c.id = t.customer_id
    WHERE p.customer_id IS NOT NULL AND p.email_key = p.email AND t.customer_id <> p.customer_id AND {_LIVING}"""

_BY_SHARED_KEY = """SELECT DISTINCT p.customer_id, low.customer_id FROM people AS p JOIN (
        SELECT {key} AS shared_key, min(customer_id) AS customer_id FROM people
        WHERE {key} IS NOT NULL AND customer_id IS NOT NULL
        GROUP BY {key} HAVING min(customer_id) < max(customer_id)) AS low ON low.shared_key = p.{key}
    WHERE p.customer_id > low.customer_id"""
"""Rows of one id, or of one e-mail, that were matched with different customers."""

_BY_PHONE = f"""SELECT DISTINCT p.customer_id, c.id FROM people AS p JOIN customers AS c ON c.phone = p.phone
    WHERE p.customer_id IS NOT NULL AND p.phone IS NOT NULL AND c.id <> p.customer_id AND {_LIVING}
    AND p.phone NOT IN (SELECT phone FROM shared_phones)
    AND (c.email IS NULL OR (p.email IS NULL AND (SELECT email FROM customers WHERE id = p.customer_id) IS NULL))
    AND (SELECT count(*) FROM customers AS other WHERE other.phone = p.phone AND other.id <> p.customer_id
        AND other.merged_into IS NULL AND other.erased_at IS NULL) = 1"""
"""A phone joins whoever has no e-mail; where several have it, it is a household's and joins nobody."""


def find_ties(scratch: Scratch, repeated: Collection[str]) -> int:
    """Fills `ties` (gone, keep), gives the rows of `gone` to `keep`, and says how many records are to be joined.

    `repeated`: the keys of people of which one value stands in several rows of the file.
    """
    said = scratch.said.get("people", set())
    queries = [_BY_EMAIL] if "email" in said else []
    queries += [_BY_SHARED_KEY.format(key=key) for key in ("ext", "email_key") if key in repeated]
    pairs = [pair for query in queries for pair in scratch.rows(query)]
    pairs = [pair for pair in pairs if not _are_two_accounts(scratch, *pair)]
    if "phone" in said:
        pairs += scratch.rows(_BY_PHONE)
    joined = _components(pairs)
    if joined:
        scratch.run_many("INSERT INTO ties (gone, keep) VALUES (?, ?)", joined.items())
        scratch.run(
            "UPDATE people SET customer_id = ties.keep FROM ties WHERE ties.gone = people.customer_id "
            "AND people.customer_id IS NOT NULL"
        )
    return len(joined)


def _are_two_accounts(scratch: Scratch, one: int, other: int) -> bool:
    """Whether both have an e-mail and an id of the shop's own: then an address may just have passed from one on."""
    return bool(
        scratch.value(
            f"SELECT count(*) = 2 FROM customers WHERE id IN (?, ?) AND email IS NOT NULL "
            f"AND {_HAS_ID.format(id='customers.id')}",
            (one, other),
        )
    )


def _components(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """By everybody who is to go, the one of her records who stays: the oldest."""
    above: dict[int, int] = {}

    def root(number: int) -> int:
        while number in above:
            number = above[number]
        return number

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        if low != high:
            above[high] = low
    return {number: root(number) for number in above}


def tied_pairs(db: Database, most: int) -> Iterator[list[tuple[int, int]]]:
    """The pairs (keep, gone) of the attached scratch file, at most so many at once and nobody twice among them."""
    nth = "row_number() OVER (PARTITION BY keep ORDER BY gone)"
    rows = db.rows(f"SELECT keep, gone, {nth} AS nth FROM ties ORDER BY nth, gone")
    for _, group in groupby(rows, key=itemgetter(2)):
        pairs = [(keep, gone) for keep, gone, _ in group]
        yield from (pairs[low : low + most] for low in range(0, len(pairs), most))


def join_tied(db: Database, writing: Writing, pairs: list[tuple[int, int]]) -> None:
    """Makes the records of each pair one and writes every step down, inside the caller's transaction.

    Left as they are: those of which one was merged or forgotten since the file was checked.
    """
    chosen = json.dumps([number for pair in pairs for number in pair])
    living = {
        number
        for (number,) in db.rows(
            f"SELECT c.id FROM customers AS c WHERE c.id IN (SELECT value FROM json_each(?)) AND {_LIVING}", (chosen,)
        )
    }
    pairs = [pair for pair in pairs if living.issuperset(pair)]
    chosen = json.dumps([number for pair in pairs for number in pair])
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT ?, 'looks', id, "
        "json_object('next_look_on', next_look_on, 'last_order_at', last_order_at) FROM customers "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (writing.import_id, chosen),
    )
    steps = joining.join(db, pairs, writing.at)
    db.run_many(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) VALUES (?, 'joined', ?, ?)",
        [(writing.import_id, step.gone, json.dumps({"what": step.what, "before": step.before})) for step in steps],
    )
    db.run_many("INSERT OR IGNORE INTO touched (customer_id) VALUES (?)", [(keep,) for keep, _ in pairs])
