"""What was handed over, written down beside the database as well: a small file that only grows (promise 14).

A database that is lost, or replaced by an older copy, learns from it which messages went out since, also those that it
would only queue later. A line is written inside the transaction that claims a message, so before any call: a disk that
is full stops before the wire. The file holds salted hashes and our own references, and no address.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.moments import day_number, from_stamp, stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store import suppressions
from reengage_desktop.store.caps import MONTH_DAYS
from reengage_desktop.store.connection import DAMAGED, DatabaseDamaged
from reengage_desktop.store.database import Database, DiskFull, StoreConflict
from reengage_desktop.store.settings import find_word, put_word
from reengage_desktop.store.whole_files import append_lines, written_whole

KEPT = timedelta(days=180)
"""So long a line is kept: no backup is older than 35 days, no message waits longer than a campaign's few weeks."""
_PRUNED_AFTER = KEPT + timedelta(days=30)
_SEEN = "sent_seen"
_TAIL = 131_072
_LOOKED_AT = 300
"""So many of the newest calls are looked for in the file at each start: what it lacks need not lie at its end."""
_FULL = "The disk is full. Nothing was sent; free some space, and the messages go on by themselves."
_LEARNED = "It was sent before an older copy of the shop took this one's place."


@dataclass(frozen=True)
class Gone:
    """A message that was handed over: our reference, its key and its address as hashes, and when."""

    reference: str
    key: str
    address: str
    at: int

    @classmethod
    def of(cls, reference: str, key: "Key", salt: bytes, address_hash: str, at: int) -> "Gone":
        """A message that goes at a moment (a stamp) under its key."""
        return cls(reference, key.digest(salt), address_hash[:32], at)

    @property
    def line(self) -> str:
        """As the file has it."""
        return f"+ {self.reference} {self.key} {self.address} {self.at}\n"


@dataclass(frozen=True)
class Key:
    """What makes a message the same one in every copy of the shop; numbers of rows are not, but for a campaign's."""

    campaign: str
    kind: str
    address: str
    occasion: str
    step: int

    def digest(self, salt: bytes) -> str:
        """Its hash: HMAC-SHA256, the first 128 bits."""
        text = f"message:{self.campaign}:{self.kind}:{self.address}:{self.occasion}:{self.step}"
        return suppressions.keyed_hash(salt, text)[:32]

    @classmethod
    def read(cls, columns: Sequence[Any], kind: str, address: str) -> "Key":
        """The key out of `KEY_COLUMNS`, to go to an address; a campaign of the owner's is known by its beginning."""
        is_automatic, campaign_type, campaign_id, created_at, occasion, step = columns
        campaign = str(campaign_type) if is_automatic else f"{campaign_id}@{created_at}"
        return cls(campaign, kind, address, occasion, step)


KEY_COLUMNS = (
    "campaigns.is_automatic, campaigns.campaign_type, campaigns.id, campaigns.created_at, outbox.occasion, outbox.step"
)
"""The SQL of what `Key.read` reads."""

TWIN = (
    "SELECT 1 FROM outbox AS twin JOIN outbox AS mine ON mine.customer_id = twin.customer_id "
    "AND (mine.campaign_id, mine.occasion, mine.step) = (twin.campaign_id, twin.occasion, twin.step) "
    "WHERE mine.id = :message AND twin.id <> mine.id AND twin.is_test = 0 "
    "AND twin.state IN ('sending', 'accepted', 'uncertain') "
    "AND (twin.channel = mine.channel OR substr(twin.part, -1) = '0' OR substr(mine.part, -1) = '0')"
)
"""The SQL that finds another row of the same message that went out, or may have, where only one of them should.

Its parts go out on a channel each; beside a row that is the whole message there is no part.
"""


def file_of(db: Database) -> Path:
    """The file beside a database."""
    return db.path.with_name("sent.ledger")


def key_of(db: Database, message_id: int, kind: str, address: str) -> Key:
    """The key of a queued message as it would go to an address."""
    found = db.row(
        f"SELECT {KEY_COLUMNS} FROM outbox JOIN campaigns ON campaigns.id = campaign_id WHERE outbox.id = ?",
        (message_id,),
    )
    return Key.read(found or (0, "", 0, 0, "", 0), kind, address)


def has_gone(db: Database, key: Key) -> bool:
    """Whether another copy of the shop has handed this message over."""
    if db.value("SELECT 1 FROM sent_elsewhere LIMIT 1") is None:
        return False
    digest = key.digest(suppressions.address_salt(db))
    return db.value("SELECT 1 FROM sent_elsewhere WHERE key = ?", (digest,)) is not None


def gone_of(db: Database, message_id: int, reference: str, channel: ChannelName, address: str, at: int) -> Gone:
    """A queued message that goes, or went, to an address at a moment (a stamp)."""
    salt, kind = suppressions.address_salt(db), ADDRESS_KINDS[channel]
    key = key_of(db, message_id, kind, address)
    return Gone.of(reference, key, salt, suppressions.address_hash(salt, kind, address), at)


def note(db: Database, gone: Gone) -> None:
    """Writes a message down that is about to be handed over; raises DiskFull.

    Inside the transaction that claims it: the line goes where that comes to nothing, also on a disk that is full.
    """
    _append(db, gone.line)


def take_back(db: Database, reference: str) -> None:
    """The message provably did not go: it may go again, in every copy of the shop.

    Inside the transaction that says so: the word goes where that comes to nothing.
    """
    with contextlib.suppress(DiskFull):  # then an older copy would hold it back: nobody gets it twice
        _append(db, f"- {reference}\n")


def sync(db: Database) -> None:
    """Makes sure that what was written survives a power cut too."""
    with contextlib.suppress(OSError):
        handle = os.open(file_of(db), os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def settle(db: Database, now: datetime) -> int:
    """Brings file and database to the same: an older database learns what went out since, a newer one is written down.

    Gives how many messages the database learned of. What waits and has gone is taken for sent; what is queued later and
    has gone is skipped by the claim; the caps count both. What a power cut took from the file is written again. A file
    of another shop is set aside. Lines that are older than half a year go. Where nothing is to be done, nobody's turn
    at writing is waited for.
    """
    file = file_of(db)
    if _is_settled(db, file, now):
        return 0
    with db.write():
        learned = _settle_file(db, file, now) if file.exists() else 0
        for message_id, reference, channel, address, at in _list_missing(db, file, now):
            note(db, gone_of(db, message_id, reference, _channel(channel), address, at))
    return learned


def _is_settled(db: Database, file: Path, now: datetime) -> bool:
    """Whether file and database are the same already."""
    if file.exists():
        (mark, first), last = _head(file), _last(file)
        is_young = first is None or first.at >= stamp(now - _PRUNED_AFTER)
        is_known = last is None or _knows(db, last)
        if _is_cut(file) or mark != _mark(db) or not is_known or not is_young:
            return False
    return not _list_missing(db, file, now)


def _settle_file(db: Database, file: Path, now: datetime) -> int:
    _end_cut_line(file)
    mark, first = _head(file)
    if mark != _mark(db):
        file.replace(file.with_name(f"{file.stem}-other-{stamp(now)}{file.suffix}"))
        return 0
    last = _last(file)
    learned = 0
    if last is not None and not _knows(db, last):
        learned = _learn(db, _read(file, since=stamp(now - KEPT)), now)
        put_word(db, _SEEN, _name(last))
    if first is not None and first.at < stamp(now - _PRUNED_AFTER):
        _prune(db, file, stamp(now - KEPT))
    return learned


def _list_missing(db: Database, file: Path, now: datetime) -> list[tuple[int, str, str, str, int]]:
    """What the database has handed over and the file lost at a power cut, or with the file, oldest first.

    Each with its reference, channel, address, and when it was claimed.
    """
    known, has_all = (_names(file, _TAIL), False) if file.exists() else (set[str](), True)
    missing: list[tuple[int, str, str, str, int]] = []
    for number, each in enumerate(
        db.iterate(
            "SELECT outbox.id, reference, channel, address, claimed_at "
            "FROM attempts JOIN outbox ON outbox.id = outbox_id WHERE is_test = 0 AND address <> '' "
            "AND claimed_at >= ? AND state IN ('sending', 'accepted', 'uncertain') ORDER BY attempts.id DESC",
            (stamp(now - KEPT),),
        )
    ):
        name = f"{each[1]} {_digest(db, each[0], each[2], each[3])}"
        if name not in known and not has_all:
            known, has_all = _names(file, None), True
        if name not in known:
            missing.append(each)
        elif number >= _LOOKED_AT:
            break
    return missing[::-1]


def _names(file: Path, tail: int | None) -> set[str]:
    """The names of the file's messages that were not taken back, or of those in its last bytes."""
    with file.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0 if tail is None else max(0, size - tail))
        return set(_alive((line.decode("ascii", "replace") for line in stream), since=0))


def _append(db: Database, text: str) -> None:
    file = file_of(db)
    size = file.stat().st_size if file.exists() else 0
    db.if_undone(lambda: _cut(file, size))
    try:
        append_lines(file, text, first=f"shop {_mark(db)}\n")
    except OSError as fault:
        raise DiskFull(_FULL) from fault


def _cut(file: Path, size: int) -> None:
    with contextlib.suppress(OSError):  # then it stays: of what never went nobody gets it, what went is noted again
        os.truncate(file, size)


def _mark(db: Database) -> str:
    """What tells this shop's hashes from another one's."""
    return hashlib.sha256(suppressions.address_salt(db)).hexdigest()[:16]


def _end_cut_line(file: Path) -> None:
    """A crash may have cut the last line off: what follows begins a new one."""
    if _is_cut(file):
        with file.open("ab") as stream:
            stream.write(b"\n")


def _is_cut(file: Path) -> bool:
    with file.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - 1))
        return bool(size) and stream.read(1) != b"\n"


def _head(file: Path) -> tuple[str, Gone | None]:
    """The shop's mark and the oldest line."""
    with file.open(encoding="ascii", errors="replace") as lines:
        mark = next(lines, "").removeprefix("shop ").strip()
        return mark, next((gone for gone in map(_gone, lines) if gone), None)


def _last(file: Path) -> Gone | None:
    with file.open("rb") as stream:
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - _TAIL))
        lines = stream.read().decode("ascii", "replace").splitlines()
    return next((gone for gone in map(_gone, reversed(lines)) if gone), None)


def _gone(line: str) -> Gone | None:
    words = line.split()
    if len(words) != 5 or words[0] != "+" or not words[4].isdigit():
        return None
    return Gone(words[1], words[2], words[3], int(words[4]))


def _knows(db: Database, gone: Gone) -> bool:
    """Whether the database has made that call itself, or has learned of it."""
    row = _find_row(db, gone)
    return (row is not None and row[3] is not None and row[3] >= gone.at) or find_word(db, _SEEN) == _name(gone)


def _name(gone: Gone) -> str:
    """The reference alone may have been given twice: a copy goes on counting where it was saved."""
    return f"{gone.reference} {gone.key}"


def _find_row(db: Database, gone: Gone) -> tuple[int, int, str, int | None] | None:
    """The database's own row of a message as (id, customer, touch, when it was claimed)."""
    row = db.row(
        "SELECT id, customer_id, touch, claimed_at, channel, address FROM outbox WHERE reference = ?", (gone.reference,)
    )
    if row is None or _digest(db, row[0], row[4], row[5]) != gone.key:
        return None
    return row[0], row[1], row[2], row[3]


def _channel(word: str) -> ChannelName:
    """A message's channel; raises DatabaseDamaged, for no version of the program ever wrote another word."""
    try:
        return ChannelName(word)
    except ValueError as fault:
        raise DatabaseDamaged(DAMAGED) from fault


def _digest(db: Database, message_id: int, channel: str, address: str) -> str:
    key = key_of(db, message_id, ADDRESS_KINDS[_channel(channel)], address)
    return key.digest(suppressions.address_salt(db))


def _read(file: Path, *, since: int) -> list[Gone]:
    """What went and was not taken back, oldest first; a line that can't be read is left out."""
    with file.open(encoding="ascii", errors="replace") as lines:
        return list(_alive(lines, since=since).values())


def _alive(lines: Iterable[str], *, since: int) -> dict[str, Gone]:
    found: dict[str, Gone] = {}
    latest: dict[str, str] = {}
    for line in lines:
        if line.startswith("- "):
            found.pop(latest.get(line[2:].strip(), ""), None)
        elif (gone := _gone(line)) is not None and gone.at >= since:
            found[_name(gone)] = gone
            latest[gone.reference] = _name(gone)
    return found


def _prune(db: Database, file: Path, since: int) -> None:
    kept = "".join(gone.line for gone in _read(file, since=since))
    with written_whole(file, "ascii", durably=True) as stream:
        stream.write(f"shop {_mark(db)}\n{kept}")


def _learn(db: Database, gone: Iterable[Gone], now: datetime) -> int:
    people, learned = _people_by_hash(db), 0
    zone = stored_settings.load(db).zone
    for each in gone:
        row = _find_row(db, each)
        if row is not None and row[3] is not None and row[3] >= each.at:
            continue
        learned += 1
        db.run("INSERT OR IGNORE INTO sent_elsewhere (key, at) VALUES (?, ?)", (each.key, each.at))
        touches = [(person, f"elsewhere:{each.key}:{person}") for person in people.get(each.address, ())]
        if row is not None:
            touches = [(row[1], row[2])]
            _take_for_sent(db, row[0], each.at, now)
        if each.at >= stamp(now - timedelta(days=MONTH_DAYS)):
            _count(db, touches, day_number(from_stamp(each.at), zone))
    return learned


def _take_for_sent(db: Database, message_id: int, at: int, now: datetime) -> None:
    db.run(
        "UPDATE outbox SET state = 'uncertain', treated_as = 'sent', reason = NULL, error = ?, claimed_at = ?, "
        "sent_at = ?, settled_at = ? WHERE id = ? AND state NOT IN ('accepted', 'rejected')",
        (_LEARNED, at, at, stamp(now), message_id),
    )


def _count(db: Database, touches: Iterable[tuple[int, str]], day: int) -> None:
    for person, touch in touches:
        with contextlib.suppress(StoreConflict):  # her week or month is full already
            db.run("INSERT OR IGNORE INTO cap_ledger (touch, customer_id, day) VALUES (?, ?, ?)", (touch, person, day))


def _people_by_hash(db: Database) -> dict[str, list[int]]:
    """Whose addresses stand behind the file's hashes."""
    salt, found = suppressions.address_salt(db), dict[str, list[int]]()
    for kind, person, address in _addresses(db):
        found.setdefault(suppressions.address_hash(salt, kind, address)[:32], []).append(person)
    return found


def _addresses(db: Database) -> Iterator[tuple[str, int, str]]:
    for kind, column in (("email", "email"), ("phone", "phone"), ("wallet", "wallet_object_id"),
                         ("push", "push_external_id"), ("push", "push_token")):  # fmt: skip
        yield from ((kind, person, address) for person, address in db.iterate(
            f"SELECT id, {column} FROM customers WHERE {column} IS NOT NULL"))  # fmt: skip
    for kind, person, address in db.rows("SELECT kind, customer_id, value FROM contact_points"):
        yield str(kind), int(person), str(address)
