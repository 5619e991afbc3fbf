"""The refusals' second home: a small file beside the database that only ever grows (promises 14 and 32).

Whoever opted out or was forgotten stays so when the database is lost, damaged or replaced by an older copy. It holds
salted hashes and no address. A number counts its entries; the database remembers the last one it has seen, so that a
database that is older than the file is told what it does not know.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, erasures, noes_ledger, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.settings import find_word, put_word
from reengage_desktop.store.whole_files import append_lines

_SEEN = "refusals_seen"
_STATE = "refusals_state"
_MARK = "SELECT count(*), max(id), sum(reason = 'erased'), sum(reason = 'bounced'), sum(at) FROM suppressions"
"""What changes with the list: a refusal that takes the number of one that was lifted is another one."""
_AT_ONCE = 20_000
Key = tuple[str, str, str]
"""Kind of address, its hash, and the channel (empty: all)."""
Word = tuple[str, int]
"""Why, and since when (unix seconds)."""


def adopt_salt(db: Database, file: Path) -> None:
    """Lets a new database hash as the file does, so that it learns what the lost one knew."""
    if find_word(db, "address_salt") is None and (salt := _read(file)[0]) is not None:
        with db.write():
            put_word(db, "address_salt", salt)


def settle(db: Database, file: Path, now: datetime) -> int:
    """Brings file and database to the same: an older database learns, a newer one is written down.

    Gives the number of refusals that the database had lost. A file of another shop is set aside.
    """
    salt, number, entries = _read(file)
    if salt is not None and salt != suppressions.address_salt(db).hex():
        file.replace(file.with_name(f"{file.stem}-other-{int(now.timestamp())}{file.suffix}"))
        number, entries = 0, {}
    lost = 0
    if number > int(find_word(db, _SEEN) or 0):
        known = dict(_held(db))
        lost = sum(known.get(key, ("",))[0] not in {reason, "erased"} for key, (reason, _) in entries.items())
        _learn(db, entries, now)
    noes_ledger.settle(db, _of_files(file), lambda said: _learn(db, said, now))
    keep(db, file)
    return lost


def keep(db: Database, file: Path) -> None:
    """Writes down what changed since the last time; costs one look at the list when nothing did."""
    noes_ledger.keep(db, _of_files(file))
    state = json.dumps(db.row(_MARK))
    if find_word(db, _STATE) == state and file.exists():
        return
    salt, number, entries = _read(file)
    lines = [] if salt is not None else [json.dumps({"salt": suppressions.address_salt(db).hex()})]
    for key, (reason, at) in _held(db):
        if entries.pop(key, ("",))[0] != reason:
            number += 1
            lines.append(json.dumps({"n": number, "key": key, "reason": reason, "at": at}))
    for key in entries:  # what is left of them is on the list no more
        number += 1
        lines.append(json.dumps({"n": number, "key": key, "reason": None}))
    _append(file, lines)
    with db.write():
        put_word(db, _SEEN, str(number))
        put_word(db, _STATE, state)


def _of_files(file: Path) -> Path:
    """Where the noes stand that files said, of people."""
    return file.with_name(f"noes-{file.name}")


def _held(db: Database) -> Iterator[tuple[Key, Word]]:
    rows = db.iterate("SELECT kind, address_hash, channel, reason, at FROM suppressions")
    for kind, digest, channel, reason, at in rows:
        yield (kind, digest, channel), (reason, at)


def _read(file: Path) -> tuple[str | None, int, dict[Key, Word]]:
    """The salt, the last entry's number, and what holds after all entries."""
    salt: str | None = None
    number, entries = 0, dict[Key, Word]()
    for line in _lines(file):
        if "salt" in line:
            salt = str(line["salt"])
            continue
        kind, digest, channel = line["key"]
        number = max(number, int(line["n"]))
        if line["reason"] is None:
            entries.pop((kind, digest, channel), None)
        else:
            entries[kind, digest, channel] = (line["reason"], int(line["at"]))
    return salt, number, entries


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    """Every whole line; the last one may have been cut off by a crash."""
    if not file.exists():
        return
    with file.open(encoding="ascii", errors="replace") as lines:
        for text in lines:
            with suppress(ValueError):
                yield json.loads(text)


def _append(file: Path, lines: list[str]) -> None:
    for start in range(0, len(lines), _AT_ONCE):
        append_lines(file, "\n".join(lines[start : start + _AT_ONCE]) + "\n", durably=start + _AT_ONCE >= len(lines))


def _learn(db: Database, said: dict[Key, Word], now: datetime) -> None:
    """Puts the refusals back on the list, takes back the consents that they ended, and forgets who was forgotten."""
    with db.write():
        db.run_many(
            "INSERT INTO suppressions (kind, address_hash, address, channel, reason, source, at) "
            "VALUES (?, ?, NULL, ?, ?, 'person', ?) "
            "ON CONFLICT (kind, address_hash, channel) DO UPDATE SET reason = excluded.reason, "
            "address = iif(excluded.reason = 'erased', NULL, address) WHERE excluded.reason = 'erased' "
            "OR (reason = 'bounced' AND excluded.reason IN ('opt_out', 'complaint'))",
            [(kind, digest, channel, reason, at) for (kind, digest, channel), (reason, at) in said.items()],
        )
        for customer_id, key in _concerned(db, said):
            reason, at = said[key]
            if reason == "opt_out":
                _deny(db, customer_id, key, datetime.fromtimestamp(at, UTC))
    for customer_id in {each for each, key in _concerned(db, said) if said[key][0] == "erased"}:
        if _is_hers(db, customer_id):
            erasures.erase(db, customer_id, now)


def _concerned(db: Database, said: dict[Key, Word]) -> Iterator[tuple[int, Key]]:
    """The living customers whose addresses are among the refusals."""
    if not said:
        return
    salt = suppressions.address_salt(db)
    channels: dict[tuple[str, str], list[str]] = {}
    for kind, digest, channel in said:
        channels.setdefault((kind, digest), []).append(channel)
    for kind, query in _ADDRESSES:
        for customer_id, address in db.rows(query):
            digest = suppressions.address_hash(salt, kind, address)
            for channel in channels.get((kind, digest), ()):
                yield customer_id, (kind, digest, channel)


_ADDRESSES = (
    ("email", "SELECT id, email FROM customers WHERE email IS NOT NULL"),
    ("phone", "SELECT id, phone FROM customers WHERE phone IS NOT NULL"),
    ("wallet", "SELECT id, wallet_object_id FROM customers WHERE wallet_object_id IS NOT NULL"),
    ("push", "SELECT id, push_external_id FROM customers WHERE push_external_id IS NOT NULL"),
    ("push", "SELECT id, push_token FROM customers WHERE push_token IS NOT NULL"),
    ("id", "SELECT customer_id, external_id FROM external_ids"),
)


def _deny(db: Database, customer_id: int, key: Key, at: datetime) -> None:
    kind, _, only = key
    consents = customers.get(db, customer_id).consent
    for channel in ChannelName:
        is_meant = channel == only or (not only and ADDRESS_KINDS[channel] == kind)
        if is_meant and consents.get(channel) is not False:
            customers.record_consent(db, customer_id, channel, agreed=False, at=at, source="person")


def _is_hers(db: Database, customer_id: int) -> bool:
    """Whether the forgotten addresses tell her apart: a phone that she shared with somebody else does not."""
    own = customers.known_by(db, customer_id)
    telling = [pair for pair in own if pair[0] in {"email", "id"}] or own
    return any(suppressions.is_erased(db, kind, address) for kind, address in telling)
