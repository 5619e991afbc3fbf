"""E-mails and phones under which several people stand: they join nobody, and each is known by her name beside them."""

from collections.abc import Collection

from reengage_desktop.store.scratch import Scratch

SHARED_FROM_NAMES = 5
"""So many different names under one e-mail or phone say that it belongs to nobody in particular."""

_LIVING = "merged_into IS NULL AND erased_at IS NULL"

_CROWD = (SHARED_FROM_NAMES + 1) // 2
"""Of so many names under one address at least so many stand in the file, or as many in the shop."""

_BEFORE = {
    "email": "SELECT DISTINCT email FROM customers WHERE email_state = 'shared'",
    "phone": "SELECT phone FROM people WHERE 0",
}

_CROWDED = """CREATE TABLE crowded_{kind}s AS SELECT {kind} FROM shared_{kind}s
    UNION SELECT {kind}_key FROM people WHERE {kind}_key IS NOT NULL GROUP BY {kind}_key HAVING count(*) >= {crowd}
    UNION SELECT {kind} FROM customers WHERE {kind} IN (SELECT {kind} FROM people WHERE {kind} IS NOT NULL)
        GROUP BY {kind} HAVING count(*) >= {crowd}"""
"""The addresses whose names are worth a look."""

_SHARED = """INSERT INTO shared_{kind}s SELECT {kind} FROM (
    SELECT {kind}, name_key FROM people WHERE {kind} IN (SELECT {kind} FROM crowded_{kind}s) AND name_key IS NOT NULL
    UNION SELECT c.{kind}, name_key(c.name, c.first_name, c.last_name) AS name_key FROM customers AS c
        WHERE c.{kind} IN (SELECT {kind} FROM crowded_{kind}s) AND name_key IS NOT NULL)
    GROUP BY {kind} HAVING count(DISTINCT name_key) >= {most}
    EXCEPT SELECT {kind} FROM shared_{kind}s"""

_OF_SEVERAL_IDS = """CREATE TABLE household_phones AS SELECT phone FROM (
    SELECT phone, ext FROM people WHERE phone IS NOT NULL AND ext IS NOT NULL
    UNION SELECT c.phone, e.external_id FROM customers AS c CROSS JOIN external_ids AS e ON e.customer_id = c.id
        WHERE c.phone IN (SELECT phone FROM people WHERE phone IS NOT NULL AND ext IS NOT NULL))
    GROUP BY phone HAVING count(*) > 1"""

_HOUSEHOLDS = f"""INSERT INTO shared_phones SELECT phone FROM (
    SELECT phone, name_key FROM people WHERE ext IS NOT NULL AND phone IN (SELECT phone FROM household_phones)
    UNION SELECT phone, name_key(name, first_name, last_name) FROM customers
        WHERE phone IN (SELECT phone FROM household_phones) AND {_LIVING}
        AND EXISTS (SELECT 1 FROM external_ids WHERE customer_id = customers.id))
    GROUP BY phone HAVING count(DISTINCT name_key) > 1 EXCEPT SELECT phone FROM shared_phones"""
"""Phones of people with ids and names of their own: who has another id and another name is somebody else."""

_KEY = """UPDATE people SET {kind}_key = {kind} || char(10) || coalesce(name_key, '')
    WHERE {kind} IN (SELECT {kind} FROM shared_{kind}s)"""

_SHARERS = f"""CREATE TABLE {{kind}}_sharers AS SELECT
    {{kind}} || char(10) || coalesce(name_key(name, first_name, last_name), '') AS called, min(id) AS customer_id,
    email IS NULL AS has_none FROM customers WHERE {{kind}} IN (SELECT {{kind}} FROM shared_{{kind}}s) AND {_LIVING}
    GROUP BY 1, 3"""

_BY_NAME = """UPDATE people SET customer_id = (SELECT min(customer_id) FROM {kind}_sharers AS s
        WHERE called = {kind}_key AND ('{kind}' = 'email' OR has_none OR people.email IS NULL))
    WHERE customer_id IS NULL AND {kind}_key <> {kind}"""


def find_shared(scratch: Scratch, repeated: Collection[str], said: Collection[str], *, knows_anybody: bool) -> None:
    """Finds the e-mails and phones that join nobody, `shared_emails` and `shared_phones`.

    `said`: what the file tells of ids, e-mails and phones; `repeated`: the keys of which several rows tell one value.
    """
    for kind in ("email", "phone"):
        scratch.run(f"CREATE TABLE shared_{kind}s AS {_BEFORE[kind]}")
        if f"{kind}_key" in repeated or (knows_anybody and kind in said):
            scratch.run(_CROWDED.format(kind=kind, crowd=_CROWD))
            name_mentions(scratch, f"{kind} IN (SELECT {kind} FROM crowded_{kind}s)")
            scratch.run(_SHARED.format(kind=kind, most=SHARED_FROM_NAMES))
            if kind == "phone" and "ext" in said:
                scratch.run(_OF_SEVERAL_IDS)
                name_mentions(scratch, "phone IN (SELECT phone FROM household_phones)")
                scratch.run(_HOUSEHOLDS)
        scratch.run(f"CREATE UNIQUE INDEX shared_{kind}s_{kind} ON shared_{kind}s ({kind})")
        if scratch.value(f"SELECT 1 FROM shared_{kind}s LIMIT 1") is not None:
            name_mentions(scratch, f"{kind} IN (SELECT {kind} FROM shared_{kind}s)")
            scratch.run(_KEY.format(kind=kind))


def match_sharers(scratch: Scratch, kind: str) -> None:
    """Matches mentions under a shared e-mail or phone with the shop's customer of that name, whatever its letters."""
    if scratch.value(f"SELECT 1 FROM shared_{kind}s LIMIT 1") is not None:
        scratch.run(_SHARERS.format(kind=kind))
        scratch.run(f"CREATE INDEX {kind}_sharers_called ON {kind}_sharers (called)")
        scratch.run(_BY_NAME.format(kind=kind))


def name_mentions(scratch: Scratch, chosen: str) -> None:
    """Gives the mentions that SQL chooses the names by which they are compared; most are never compared."""
    scratch.add_function("name_key", 3, _name_key)
    scratch.run(f"UPDATE people SET name_key = name_key(name, first_name, last_name) WHERE {chosen}")


def _name_key(name: str | None, first: str | None, last: str | None) -> str | None:
    """A name as it is compared: without case and extra blanks."""
    whole = name or " ".join(filter(None, (first, last)))
    return " ".join(whole.casefold().split()) if whole else None
