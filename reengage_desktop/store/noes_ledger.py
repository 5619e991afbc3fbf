"""The noes that files say of people, written down beside the database as well (promise 14).

Whoever says no herself is on the list of refusals, and that in the ledger; a column of a file says no of a person only,
and an older copy of the shop may not know her, or know her as somebody who agreed. The file holds salted hashes and no
address. It grows with each import, and is written anew where words were taken back.
"""

import json
import os
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
_PLACES = (
    ("email", "email"),
    ("phone", "phone"),
    ("wallet", "wallet_object_id"),
    ("push", "push_external_id"),
    ("push", "push_token"),
)
_COUNTS = """w.id > :low AND w.id <= :high AND w.channel IN ({channels})
    AND (w.state = 'no' AND w.source = 'import' OR w.state = 'yes' AND w.source IN ('owner', 'person'))"""
"""A file's no, and the yes that ends one."""
_FIRST = f"""SELECT w.id, '{{kind}}', c.{{column}}, w.channel, w.state, w.at FROM consents AS w
    JOIN customers AS c ON c.id = w.customer_id WHERE c.{{column}} IS NOT NULL AND {_COUNTS}"""
_FURTHER = f"""SELECT w.id, t.kind, t.value, w.channel, w.state, w.at FROM consents AS w
    JOIN contact_points AS t ON t.customer_id = w.customer_id WHERE t.kind = '{{kind}}' AND {_COUNTS}"""


def _channels(kind: str) -> str:
    return ", ".join(f"'{channel}'" for channel, each in ADDRESS_KINDS.items() if each == kind)


_WORDS = " UNION ALL ".join(
    (
        *(_FIRST.format(kind=kind, column=column, channels=_channels(kind)) for kind, column in _PLACES),
        *(_FURTHER.format(kind=kind, channels=_channels(kind)) for kind in dict(_PLACES)),
    )
)


def keep(db: Database, file: Path) -> None:
    """Writes down what was said since the last time; costs one look at the words when nothing was. Raises OSError.

    A file that knows more than the database is left as it is until that has learned it.
    """
    newest, count = db.row(_STATE) or (0, 0)
    number, seen, counted = _seen(db)
    if file.exists():
        if (newest, count) == (seen, counted) or _number(file) > number:
            return
        if count - counted == db.value("SELECT count(*) FROM consents WHERE id > ?", (seen,)):
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
    newest, count = db.row(_STATE) or (0, 0)
    held = dict[Key, int]()
    for text in _texts(db, 0, newest):
        _heed(held, text)
    said = dict[Key, int]()
    with file.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            _heed(said, line)
    learn({key: ("opt_out", at) for key, at in said.items() if key not in held})
    _remember(db, number, *(db.row(_STATE) or (newest, count)))


def _seen(db: Database) -> tuple[int, int, int]:
    """The number of the file's last entry that the database knows, its newest word then, and how many it had."""
    number, newest, count = json.loads(find_word(db, _SEEN) or "[0, 0, 0]")
    return number, newest, count


def _remember(db: Database, number: int, newest: int, count: int) -> None:
    with db.write():
        put_word(db, _SEEN, json.dumps([number, newest, count]))


def _texts(db: Database, low: int, newest: int) -> Iterator[str]:
    """The lines of all words from `low` on, in their order, some thousands of words at a time."""
    salt = suppressions.address_salt(db)
    for start in range(low, newest, _AT_ONCE):
        bounds = {"low": start, "high": min(newest, start + _AT_ONCE)}
        lines = [
            f"{'-' if state == 'no' else '+'} {kind} {suppressions.address_hash(salt, kind, address)} {channel} {at}\n"
            for _, kind, address, channel, state, at in db.rows(f"{_WORDS} ORDER BY 1", bounds)
        ]
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
