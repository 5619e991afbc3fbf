"""The addresses that are never written to, kept as salted hashes so that erasing a person does not lift her refusal."""

import functools
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.settings import find_word, put_word

EVERY_CHANNEL = ""
"""The channel value of a refusal that holds for every channel."""


def address_salt(db: Database) -> bytes:
    """The shop's own salt, made at the first use."""
    word = find_word(db, "address_salt")
    if word is None:
        with db.write():
            word = find_word(db, "address_salt") or secrets.token_hex(32)
            put_word(db, "address_salt", word)
    return bytes.fromhex(word)


def address_hash(salt: bytes, kind: str, address: str) -> str:
    """HMAC-SHA256 of an address (normalised; kind: email, phone, wallet, push or id).

    A number (id) is the same with or without zeros or a # in front.
    """
    if kind == "id" and (plain := address.lstrip("#0"))[:1].isdigit():
        address = plain
    return keyed_hash(salt, f"{kind}:{address}")


def keyed_hash(salt: bytes, text: str) -> str:
    """HMAC-SHA256 of a text. Making the key ready costs ten times the hash, and nearly always it is the same key."""
    hasher = _keyed(salt).copy()
    hasher.update(text.encode())
    return hasher.hexdigest()


@functools.lru_cache(4)
def _keyed(salt: bytes) -> hmac.HMAC:
    return hmac.new(salt, digestmod="sha256")


def suppress(  # noqa: PLR0913 - each one is a fact of the refusal
    db: Database,
    kind: str,
    address: str,
    *,
    channel: ChannelName | None,
    reason: str,
    source: str,
    at: datetime,
    import_id: int | None = None,
) -> bool:
    """Puts an address on the list, for one channel or (None) for all; True when it was not there.

    `reason`: opt_out, bounced, complaint or erased; the address of an erased person is not kept, now or later. What
    somebody says herself takes the place of what a file said: it stays when the import is taken back. A no takes the
    place of a message that came back: it stays when the address is trusted again.
    """
    digest = address_hash(address_salt(db), kind, address)
    with db.write():
        shown = None if reason == "erased" or is_erased(db, kind, address) else address
        key = (kind, digest, channel or EVERY_CHANNEL)
        is_known = db.row("SELECT 1 FROM suppressions WHERE (kind, address_hash, channel) = (?, ?, ?)", key) is not None
        db.run(
            "INSERT INTO suppressions (kind, address_hash, channel, address, reason, source, at, import_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, address_hash, channel) DO UPDATE "
            "SET import_id = NULL, source = excluded.source WHERE excluded.import_id IS NULL AND import_id IS NOT NULL",
            (*key, shown, reason, source, stamp(at), import_id),
        )
        if reason in ("opt_out", "complaint"):
            db.run(
                "UPDATE suppressions SET reason = ?, source = ?, at = ?, import_id = ? "
                "WHERE (kind, address_hash, channel) = (?, ?, ?) AND reason = 'bounced'",
                (reason, source, stamp(at), import_id, *key),
            )
        if reason == "erased":
            db.run(
                "UPDATE suppressions SET address = NULL, reason = 'erased' WHERE kind = ? AND address_hash = ?",
                (kind, digest),
            )
    return not is_known


def find_reason(db: Database, kind: str, address: str, channel: ChannelName) -> str | None:
    """Why the address may not be written to on the channel, or None where it may."""
    reason: str | None = db.value(
        "SELECT reason FROM suppressions WHERE kind = ? AND address_hash = ? AND channel IN ('', ?)",
        (kind, address_hash(address_salt(db), kind, address), channel),
    )
    return reason


def is_erased(db: Database, kind: str, address: str) -> bool:
    """Whether the person behind this address asked to be forgotten."""
    found = db.value(
        "SELECT 1 FROM suppressions WHERE kind = ? AND address_hash = ? AND reason = 'erased'",
        (kind, address_hash(address_salt(db), kind, address)),
    )
    return found is not None


def lift(db: Database, kind: str, address: str, channel: ChannelName) -> None:
    """Takes the person's own refusal of one channel back; a refusal of every channel stays for the other ones.

    Only for her own or the owner's typed opt-in. An erased person stays on the list.
    """
    digest = address_hash(address_salt(db), kind, address)
    with db.write():
        everywhere = db.row(
            "SELECT id, address, reason, source, at, import_id FROM suppressions "
            "WHERE kind = ? AND address_hash = ? AND channel = '' AND reason <> 'erased'",
            (kind, digest),
        )
        if everywhere is not None:
            row_id, shown, reason, source, at, import_id = everywhere
            db.run("DELETE FROM suppressions WHERE id = ?", (row_id,))
            db.run_many(
                "INSERT OR IGNORE INTO suppressions (kind, address_hash, address, channel, reason, source, at, "
                "import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(kind, digest, shown, other, reason, source, at, import_id) for other in ChannelName],
            )
        db.run(
            "DELETE FROM suppressions WHERE kind = ? AND address_hash = ? AND channel = ? AND reason <> 'erased'",
            (kind, digest, channel),
        )


_COLUMNS = "id, kind, address_hash, channel, address, reason, source, at, import_id"


def list_refusals(db: Database, addresses: Iterable[tuple[str, str]]) -> list[Row]:
    """What the list holds of these addresses (kind, address), as whole rows for `put_back`."""
    salt = address_salt(db)
    found: list[Row] = []
    for kind, address in dict.fromkeys(addresses):
        key = (kind, address_hash(salt, kind, address))
        found += db.rows(f"SELECT {_COLUMNS} FROM suppressions WHERE kind = ? AND address_hash = ?", key)
    return found


def put_back(db: Database, before: Iterable[Row], after: Iterable[Row]) -> None:
    """Undoes what a deed did to the list: the rows of some addresses `before` and `after` it, as of `list_refusals`.

    Whatever came since stays: another refusal, a later word on the same one, an erasure.
    """
    was, became = list(before), list(after)
    with db.write():
        for row in became:
            if row not in was and db.row(f"SELECT {_COLUMNS} FROM suppressions WHERE id = ?", (row[0],)) == row:
                db.run("DELETE FROM suppressions WHERE id = ?", (row[0],))
        for number, kind, digest, channel, address, *said in was:
            is_free = db.value("SELECT 1 FROM suppressions WHERE id = ?", (number,)) is None
            is_forgotten = db.value(
                "SELECT 1 FROM suppressions WHERE kind = ? AND address_hash = ? AND reason = 'erased'", (kind, digest)
            )
            shown = None if is_forgotten else address
            db.run(
                f"INSERT INTO suppressions ({_COLUMNS}) VALUES ({', '.join('?' * len(_COLUMNS.split(', ')))}) "
                "ON CONFLICT (kind, address_hash, channel) DO NOTHING",
                (number if is_free else None, kind, digest, channel, shown, *said),
            )
