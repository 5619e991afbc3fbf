"""The noes of people, written down beside the database as well (promise 14).

The list of refusals has a ledger of its own; a column of a file says no of a person only, and of two who share an
address a yes of one takes it off the list. An older copy of the shop may not know her, or know her as somebody who
agreed. The file holds salted hashes and no address. It grows with what is said, and is written anew where words were
taken back.
"""

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.store import suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.settings import find_word, put_word
from reengage_desktop.store.whole_files import append_lines, written_whole

Key = tuple[str, str, str]
"""Kind of address, its hash, and the channel."""
Learn = Callable[[dict[Key, tuple[str, int]]], None]
"""Takes refusals in: why, and since when (unix seconds), by key."""

_SEEN = "noes_seen"
_AT_ONCE = 20_000
_TAIL = 64
_STATE = "SELECT coalesce(max(id), 0), count(*) FROM consents"
_LAST = "SELECT json_array(channel, state, at, import_id) FROM consents WHERE id = ?"
"""What the newest word was: a word that is taken back leaves its number to another one."""
_PLACES = (
    ("email", "email"),
    ("phone", "phone"),
    ("wallet", "wallet_object_id"),
    ("push", "push_external_id"),
    ("push", "push_token"),
)
_COUNTS = """w.id > :low AND w.id <= :high AND w.channel IN ({channels})
    AND (w.state = 'no' OR w.source IN ('owner', 'person'))"""
"""Every no, and the yes that ends one."""
_FIRST = f"""SELECT w.id, '{{kind}}', c.{{column}}, w.channel, w.state, w.at, c.id FROM consents AS w
    JOIN customers AS c ON c.id = w.customer_id WHERE c.{{column}} IS NOT NULL AND {_COUNTS}"""
_FURTHER = f"""SELECT w.id, t.kind, t.value, w.channel, w.state, w.at, w.customer_id FROM consents AS w
    JOIN contact_points AS t ON t.customer_id = w.customer_id WHERE t.kind = '{{kind}}' AND {_COUNTS}"""
_NUMBERED = f"""SELECT w.id, 'id', x.external_id, w.channel, w.state, w.at, c.id FROM consents AS w
    JOIN customers AS c ON c.id = w.customer_id JOIN external_ids AS x ON x.customer_id = c.id
    WHERE (w.state = 'yes' OR {{unreachable}}) AND {_COUNTS}"""
"""Who has no e-mail or phone yet is known by the numbers that files give her: a later file may bring one with a yes."""


def _channels(kind: str) -> str:
    return ", ".join(f"'{channel}'" for channel, each in ADDRESS_KINDS.items() if each == kind)


def _unreachable(kind: str) -> str:
    return f"""c.{kind} IS NULL
        AND NOT EXISTS (SELECT 1 FROM contact_points AS t WHERE t.customer_id = c.id AND t.kind = '{kind}')"""


_WORDS = " UNION ALL ".join(
    (
        *(_FIRST.format(kind=kind, column=column, channels=_channels(kind)) for kind, column in _PLACES),
        *(_FURTHER.format(kind=kind, channels=_channels(kind)) for kind in dict(_PLACES)),
        *(_NUMBERED.format(unreachable=_unreachable(kind), channels=_channels(kind)) for kind in ("email", "phone")),
    )
)

_WHENS = " ".join(f"WHEN '{name}' THEN o.consent_{name}" for name in ADDRESS_KINDS)
_SAYS_NO = f"CASE y.channel {_WHENS} END = 0"
_OF_OTHERS = f"""SELECT y.id, y.kind, y.address, y.channel, max(n.at)
    FROM (SELECT w.id, '' AS kind, '' AS address, '' AS channel, '' AS state, 0 AS at, 0 AS person FROM consents AS w
        WHERE 0 UNION ALL {_WORDS}) AS y
    CROSS JOIN customers AS o ON o.id <> y.person AND {_SAYS_NO} AND o.id IN (
        SELECT id FROM customers WHERE y.kind = 'email' AND email = y.address
        UNION ALL SELECT id FROM customers WHERE y.kind = 'phone' AND phone = y.address
        UNION ALL SELECT customer_id FROM contact_points WHERE kind = y.kind AND value = y.address)
    CROSS JOIN consents AS n ON n.customer_id = o.id AND n.channel = y.channel AND n.state = 'no'
    WHERE y.state = 'yes' AND y.kind IN ('email', 'phone') GROUP BY 1, 2, 3, 4, o.id"""
"""When those who share an address with somebody who agreed said no, which they say still."""


def keep(db: Database, file: Path) -> None:
    """Writes down what was said since the last time; costs one look at the words when nothing was. Raises OSError.

    A file that knows more than the database is left as it is until that has learned it.
    """
    newest, count = db.row(_STATE) or (0, 0)
    number, seen, counted, last = _seen(db)
    if file.exists():
        has_grown = db.value(_LAST, (seen,)) == last
        if (has_grown and (newest, count) == (seen, counted)) or _number(file) > number:
            return
        if has_grown and count - counted == db.value("SELECT count(*) FROM consents WHERE id > ?", (seen,)):
            for text in _texts(db, seen, newest):
                append_lines(file, text)
            append_lines(file, f"= {number + 1}\n", durably=True)
            _remember(db, number + 1, newest, count)
            return
    with written_whole(file, "ascii", durably=True) as whole:
        whole.write(f"salt {suppressions.address_salt(db).hex()}\n")
        whole.writelines(_texts(db, 0, newest))
        whole.write(f"= {number + 1}\n")
    _remember(db, number + 1, newest, count)


def settle(db: Database, file: Path, learn: Learn) -> None:
    """Has a database that is older than the file `learn` what it does not know. Raises OSError.

    A file of another shop is set aside.
    """
    if not file.exists():
        return
    with file.open(encoding="ascii", errors="replace") as lines:
        is_ours = lines.readline().split() == ["salt", suppressions.address_salt(db).hex()]
    if not is_ours:
        file.replace(file.with_name(f"{file.stem}-other{file.suffix}"))
        return
    number = _number(file)
    if number <= _seen(db)[0]:
        return
    newest = db.value("SELECT coalesce(max(id), 0) FROM consents")
    held = dict[Key, int]()
    for text in _texts(db, 0, newest):
        _heed(held, text)
    said = dict[Key, int]()
    with file.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            _heed(said, line)
    everything = {*db.rows("SELECT kind, address_hash FROM suppressions WHERE channel = '' AND reason <> 'bounced'")}
    news = {key: at for key, at in said.items() if at > held.get(key, -1) and key[:2] not in everything}
    learn({key: ("opt_out", at) for key, at in news.items()})
    _remember(db, number, 0, -1)  # the file is written anew: the copy may have words that were taken back since


def _seen(db: Database) -> tuple[int, int, int, str | None]:
    """The file's last entry that the database knows, the number of its newest word then, how many, and which it was."""
    number, newest, count, *last = json.loads(find_word(db, _SEEN) or "[0, 0, 0]")
    return number, newest, count, last[0] if last else None


def _remember(db: Database, number: int, newest: int, count: int) -> None:
    with db.write():
        put_word(db, _SEEN, json.dumps([number, newest, count, db.value(_LAST, (newest,))]))


def _texts(db: Database, low: int, newest: int) -> Iterator[str]:
    """The lines of all words from `low` on, in their order, some thousands of words at a time."""
    salt = suppressions.address_salt(db)
    for start in range(low, newest, _AT_ONCE):
        bounds = {"low": start, "high": min(newest, start + _AT_ONCE)}
        others: defaultdict[tuple[int, str, str, str], list[int]] = defaultdict(list)
        for *told, said_at in db.rows(_OF_OTHERS, bounds):
            others[tuple(told)].append(said_at)
        lines = []
        for number, kind, address, channel, state, at, _ in db.rows(f"{_WORDS} ORDER BY 1", bounds):
            where = f"{kind} {suppressions.address_hash(salt, kind, address)} {channel}"
            lines.append(f"{'-' if state == 'no' else '+'} {where} {at}\n")
            if state == "yes":
                lines += [f"- {where} {said_at}\n" for said_at in others.get((number, kind, address, channel), ())]
        if lines:
            yield "".join(lines)


def _heed(said: dict[Key, int], text: str) -> None:
    """What holds after some lines; one that a crash cut off says nothing."""
    for line in text.splitlines():
        match line.split():
            case ["-", kind, digest, channel, at] if len(digest) == 64 and at.isdecimal():
                said[kind, digest, channel] = int(at)
            case ["+", kind, digest, channel, _]:
                said.pop((kind, digest, channel), None)


def _number(file: Path) -> int:
    """The number of the file's last whole entry; one that a crash cut off is written once more."""
    with file.open("rb") as stream:
        stream.seek(-min(_TAIL, os.fstat(stream.fileno()).st_size), os.SEEK_END)
        *_, last = b"", *stream.read().splitlines(keepends=True)
    if last.startswith(b"= ") and last.endswith(b"\n"):
        return int(last[2:])
    with file.open(encoding="ascii", errors="replace") as lines:
        numbers = [line.split()[1] for line in lines if line.startswith("= ")]
    return max((int(each) for each in numbers if each.isdecimal()), default=0)
