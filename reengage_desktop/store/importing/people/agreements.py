"""What a checked file says about consent: the owner's statement for all, the refusals on the list, who was erased.

An import can withdraw a consent and record a first one; it never turns a no into a yes and never lifts a refusal.
"""

from collections.abc import Sequence

from reengage_desktop.domain.customers import ADDRESS_KINDS, HELD_BACK
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.importing.staged import CONSENTS
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.suppressions import address_hash

_COLUMNS = (
    ("email", "email"),
    ("phone", "phone"),
    ("id", "ext"),
    ("wallet", "wallet_object_id"),
    ("push", "push_external_id"),
    ("push", "push_token"),
)
"""The columns of a mention that hold addresses, by kind."""

_ERASED = "This customer asked to be forgotten; nothing of hers is taken in again."


def add_hash(scratch: Scratch, salt: bytes) -> None:
    """Lets SQL in the scratch file hash an address as the suppression list does."""
    scratch.add_function("address_hash", 2, lambda kind, address: address_hash(salt, kind, address))


def find_refusals(scratch: Scratch, *, notes_rows: bool) -> int:
    """Marks mentions of erased people, `is_erased`, and gives their number; takes them out of `folk`.

    `notes_rows`: their rows are refused here (files of customers); other kinds refuse their own records.
    """
    scratch.run("CREATE TABLE refusals (pid INTEGER, kind TEXT, channel TEXT, reason TEXT)")
    scratch.run("CREATE TABLE overheard (who INTEGER PRIMARY KEY)")
    if scratch.value("SELECT 1 FROM suppressions LIMIT 1") is None:
        return 0
    for kind, column in _COLUMNS:
        scratch.run(
            "INSERT INTO refusals SELECT p.pid, s.kind, s.channel, s.reason FROM people AS p JOIN suppressions AS s "
            f"ON s.kind = '{kind}' AND s.address_hash = address_hash('{kind}', p.{column}) WHERE p.{column} IS NOT NULL"
        )
    # Somebody known and living who shares an address with an erased person is herself.
    found = scratch.run(
        "UPDATE people SET is_erased = 1 WHERE customer_id IS NULL AND f IN (SELECT p.f FROM people AS p "
        "JOIN refusals AS r ON r.pid = p.pid WHERE r.reason = 'erased')"
    )
    if found:
        scratch.run("DELETE FROM folk WHERE f IN (SELECT f FROM people WHERE is_erased = 1)")
    if found and notes_rows:
        scratch.run(
            "INSERT INTO bad_lines (line, message, is_rejected) SELECT line, ?, 1 FROM people WHERE is_erased = 1",
            (_ERASED,),
        )
    return found


def state(scratch: Scratch, channels: Sequence[ChannelName], *, moves_addresses: bool) -> None:
    """The owner's word for everyone in the file: a yes where the file says nothing; refused addresses stay refused.

    Who refused a channel before the shop knew her refused it for her other addresses too; of a phone that somebody else
    in the shop has as well only its own channels. `moves_addresses`: the file may give somebody known other addresses.
    """
    for channel in channels:
        scratch.run(f"UPDATE folk SET consent_{channel} = 1 WHERE consent_{channel} IS NULL")
    if channels:
        for column in CONSENTS:
            scratch.run(f"UPDATE folk SET {column} = NULL WHERE {column} = {HELD_BACK}")
    for channel in ChannelName:
        scratch.run(
            f"UPDATE folk SET consent_{channel} = 0 WHERE f IN (SELECT p.f FROM refusals AS r "
            "JOIN people AS p ON p.pid = r.pid WHERE r.reason IN ('opt_out', 'complaint') AND r.channel IN ('', ?) "
            "AND (r.kind = ? OR r.kind <> 'phone' OR NOT EXISTS (SELECT 1 FROM customers AS c "
            "WHERE c.phone = p.phone AND c.id IS NOT p.customer_id)))",
            (channel, ADDRESS_KINDS[channel]),
        )
    for table in ("addressed (f, customer_id, kind, address)", "noes_at (f, channel, address)", "heard (f, channel)"):
        scratch.run(f"CREATE TABLE {table}")
    scratch.run(
        "CREATE TABLE sharers (f INTEGER, channel TEXT, customer_id INTEGER, PRIMARY KEY (f, channel, customer_id))"
    )
    for kind in CHANNELS_AT:
        _hear_sharers(scratch, kind, moves_addresses=moves_addresses)


_NOW = 1 << 62
_JOINED = f"""CREATE TABLE joined_people AS SELECT keep, max(at) AS at FROM (
    SELECT merged_into AS keep, changed_at AS at FROM customers WHERE merged_into IS NOT NULL AND erased_at IS NULL
    UNION ALL SELECT keep, {_NOW} FROM ties) GROUP BY keep"""
"""Who was made of several records, and when; by this very file at the last."""

_FROM_BEFORE = """INSERT INTO noes_from_before SELECT keep, '{channel}' FROM joined_people AS j
    WHERE keep IN (SELECT customer_id FROM people WHERE {says_no}) AND at > coalesce((
        SELECT max(coalesce((SELECT i.started_at FROM imports AS i WHERE i.id = w.import_id), w.at))
        FROM consents AS w WHERE w.customer_id = j.keep AND w.channel = '{channel}' AND w.state = 'no'), 0)"""


def find_noes_from_before(scratch: Scratch, *, all_say_no: bool) -> None:
    """Finds, in `noes_from_before`, whom the file has say no again who last said so before her records became one.

    Said again it is a word of all of them: parted, none has a yes. `all_say_no`: every row of the file is a no. Call it
    before `identities.mark_changes`.
    """
    scratch.run("CREATE TABLE noes_from_before (customer_id INTEGER, channel TEXT, PRIMARY KEY (customer_id, channel))")
    scratch.run(_JOINED)
    if scratch.value("SELECT 1 FROM joined_people LIMIT 1") is not None:
        for channel in ChannelName:
            says_no = "1" if all_say_no else f"consent_{channel} = 0"
            scratch.run(_FROM_BEFORE.format(channel=channel, says_no=says_no))


def is_news(column: str, person: str) -> str:
    """SQL for: a no of `person` (her number) by a channel's column of `customers` c is one to be written down."""
    channel = column.removeprefix("consent_")
    return (
        f"(c.{column} IS NOT 0 OR {person} IN (SELECT customer_id FROM noes_from_before WHERE channel = '{channel}'))"
    )


CHANNELS_AT = {
    kind: tuple(channel for channel, each in ADDRESS_KINDS.items() if each == kind) for kind in ("email", "phone")
}
"""By kind of address that several people may have the channels that come to it: one no under it holds for all."""

_TRUSTED = {"email": ("p.email_key = p.email", "c.email_state IS NOT 'shared'"), "phone": ("1", "1")}
"""Which addresses of a file, `p`, and of the shop, `c`, count: no e-mail that anybody may have, and every phone."""

_OTHERS = """EXISTS (SELECT 1 FROM customers AS c WHERE c.{kind} = {address} AND c.id IS NOT {person})
    OR EXISTS (SELECT 1 FROM contact_points AS t WHERE t.kind = '{kind}' AND t.value = {address}
        AND t.customer_id IS NOT {person})"""

_IN_FILE = """INSERT INTO addressed SELECT p.f, p.customer_id, '{kind}', p.{kind} FROM people AS p
    WHERE p.{kind} IS NOT NULL AND {trusted} AND (p.{kind} IN (SELECT {kind} FROM shared_{kind}s
        UNION SELECT {kind}_key FROM people WHERE {kind}_key IS NOT NULL GROUP BY 1 HAVING count(*) > 1)
    OR {knows} AND ({others}))"""

_IN_SHOP = """INSERT INTO addressed SELECT a.f, a.id, '{kind}', a.address FROM (
    SELECT k.f, c.id, c.{kind} AS address FROM folk AS k JOIN customers AS c ON c.id = k.customer_id
        WHERE c.{kind} IS NOT NULL AND {trusts} AND ({speaks})
    UNION ALL SELECT k.f, t.customer_id, t.value FROM folk AS k JOIN contact_points AS t
        ON t.customer_id = k.customer_id WHERE t.kind = '{kind}' AND ({speaks})) AS a
    WHERE a.address IN (SELECT {kind} FROM shared_{kind}s)
    OR {is_said} AND EXISTS (SELECT 1 FROM people AS p WHERE p.{kind}_key = a.address AND p.f <> a.f) OR {others}"""
"""The addresses of the people of a file, in it or in the shop, which somebody else may have as well."""

_FIRST = (
    "SELECT c.{kind} AS address, c.id FROM customers AS c WHERE c.{kind} IN ({theirs}) AND c.{column} = 0 AND {lives}"
)
_FURTHER = """SELECT t.value AS address, c.id FROM contact_points AS t JOIN customers AS c ON c.id = t.customer_id
    WHERE t.kind = '{kind}' AND t.value IN ({theirs}) AND c.{column} = 0 AND {lives}"""
"""Who said no under an address: as her first one, or as a further one, such as the one that she had before."""

_GETS = """own.{kind} IS NOT a.address AND NOT EXISTS (SELECT 1
    FROM contact_points AS t WHERE t.customer_id = own.id AND t.kind = a.kind AND t.value = a.address)"""
_TAKES = "(own.{kind} IS NULL OR {moves}) AND {gets}"
"""Whether the file gives an address, `a`, which was not hers before, to somebody, `own`; whether as her first one."""

_SAID_BEFORE = """INSERT INTO heard SELECT a.f, '{channel}' FROM addressed AS a JOIN (
        SELECT address, min(id) AS low, max(id) AS high FROM ({under}) GROUP BY address) AS n
    ON n.address = a.address LEFT JOIN customers AS own ON own.id = a.customer_id WHERE a.kind = '{kind}'
    AND (n.low IS NOT a.customer_id OR n.high IS NOT a.customer_id)
    AND ({takes} OR own.{kind} IS a.address AND own.{column} IS NOT 1)"""

_TAKEN_ALONG = """INSERT INTO noes_at SELECT a.f, '{channel}', a.address FROM addressed AS a JOIN customers AS own
    ON own.id = a.customer_id WHERE a.kind = '{kind}' AND own.{column} = 0 AND {gets}"""

_SAID_HERE = """INSERT INTO noes_at SELECT f, '{channel}', address FROM addressed WHERE kind = '{kind}'
    AND f IN (SELECT f FROM folk WHERE {column} = 0)"""

_SHARED_HERE = """INSERT INTO heard SELECT f, '{channel}' FROM addressed WHERE kind = '{kind}'
    AND address IN (SELECT address FROM noes_at WHERE channel = '{channel}')"""

_OVERHEARD = """INSERT OR IGNORE INTO overheard SELECT coalesce(k.customer_id, -k.f) FROM folk AS k
    LEFT JOIN customers AS c ON c.id = k.customer_id WHERE k.{column} = 1 AND c.{column} IS NOT 0
    AND k.f IN (SELECT f FROM heard WHERE channel = '{channel}')"""
_OVERHEARD_THERE = """INSERT OR IGNORE INTO overheard SELECT c.id FROM sharers AS s JOIN customers AS c
    ON c.id = s.customer_id WHERE s.channel = '{channel}' AND c.{column} = 1 AND c.id NOT IN (SELECT customer_id
        FROM folk WHERE customer_id IS NOT NULL AND f IN (SELECT f FROM people WHERE {column} = 0))"""
"""Who agreed, by the file or to the shop (her number, or the file's below zero), and hears a no of somebody else."""

_HEARD = (
    "UPDATE folk SET {column} = 0 WHERE f IN (SELECT f FROM heard WHERE channel = '{channel}')",
    """INSERT OR IGNORE INTO sharers SELECT f, '{channel}', customer_id FROM folk WHERE customer_id IS NOT NULL
        AND f IN (SELECT f FROM heard WHERE channel = '{channel}')""",
)

_SHARED_THERE = """INSERT OR IGNORE INTO sharers SELECT n.f, '{channel}', c.id FROM (
        SELECT address, min(f) AS f FROM noes_at WHERE channel = '{channel}' GROUP BY address) AS n
    JOIN customers AS c ON c.{kind} = n.address WHERE {trusts} AND {lives}"""


_HEARING = (_TAKEN_ALONG, _SAID_HERE, _SHARED_HERE, _OVERHEARD, *_HEARD, _SHARED_THERE, _OVERHEARD_THERE)


def _hear_sharers(scratch: Scratch, kind: str, *, moves_addresses: bool) -> None:
    """The no of somebody else under the same address, in the shop or in the file.

    `sharers` are those of the shop who hear one that the file says, or meets. Who has said yes under an address stays
    with that until somebody says no again: the owner wrote it down later than the other's no. Who said no herself says
    it under an address that the file gives her, too.
    """
    named = {channel: f"consent_{channel}" for channel in CHANNELS_AT[kind]}
    tables = ("customers", "folk")
    said = [c for c in named if any(scratch.value(f"SELECT 1 FROM {t} WHERE {named[c]} = 0 LIMIT 1") for t in tables)]
    if not said or not _find_addressed(scratch, kind, tuple(named.values())):
        return
    gets = _GETS.format(kind=kind)
    takes = _TAKES.format(kind=kind, moves=int(moves_addresses), gets=gets)
    theirs = f"SELECT address FROM addressed WHERE kind = '{kind}'"
    lives = "c.merged_into IS NULL AND c.erased_at IS NULL"
    of = {"kind": kind, "gets": gets, "takes": takes, "theirs": theirs, "lives": lives, "trusts": _TRUSTED[kind][1]}
    for channel in said:
        of |= {"channel": channel, "column": named[channel]}
        for under in (_FIRST, _FURTHER):
            scratch.run(_SAID_BEFORE.format(**of, under=under.format(**of)))
        for statement in _HEARING:
            scratch.run(statement.format(**of))


def count_overheard(scratch: Scratch) -> int:
    """How many agreed and are not written to there, as somebody else said no under the same phone or e-mail."""
    return int(scratch.value("SELECT count(*) FROM overheard"))


def _find_addressed(scratch: Scratch, kind: str, columns: Sequence[str]) -> int:
    """Fills `addressed` with the addresses of a kind, and gives their number; `columns`: its channels' consents."""
    knows = scratch.value("SELECT 1 FROM customers LIMIT 1") is not None
    is_said = kind in scratch.said.get("people", ())
    trusted, trusts = _TRUSTED[kind]
    found = 0
    if is_said:
        others = _OTHERS.format(kind=kind, address=f"p.{kind}", person="p.customer_id")
        found += scratch.run(_IN_FILE.format(kind=kind, trusted=trusted, knows=int(knows), others=others))
    if knows:
        speaks = " OR ".join(f"k.{column} IS NOT NULL" for column in columns)
        others = _OTHERS.format(kind=kind, address="a.address", person="a.id")
        found += scratch.run(
            _IN_SHOP.format(kind=kind, trusts=trusts, speaks=speaks, is_said=int(is_said), others=others)
        )
    return found
