"""The word in a mail's unsubscribe address that leads back to its message without naming the person."""

import hmac

from reengage_desktop.store.database import Database
from reengage_desktop.store.suppressions import address_salt, keyed_hash

_LENGTH = 20


def token(db: Database, reference: str) -> str:
    """The token of the message with this reference: its id, and a proof that only this shop can make."""
    return token_by(address_salt(db), reference)


def token_by(salt: bytes, reference: str) -> str:
    """The same with the shop's salt at hand."""
    return f"{reference.rpartition('-')[2]}.{_proof(salt, reference)}"


def find_message(db: Database, text: str) -> int | None:
    """The id of the message that a token belongs to; None for a token that this shop never made."""
    number, _, proof = text.strip().casefold().partition(".")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    reference = db.value("SELECT reference FROM outbox WHERE id = ?", (int(number),))
    if reference is None or not hmac.compare_digest(_proof(address_salt(db), reference).encode(), proof.encode()):
        return None
    return int(number)


def is_of_test(db: Database, text: str) -> bool:
    """Whether a token was given in one of the owner's messages to herself, which opts nobody out."""
    number, _, proof = text.strip().casefold().partition(".")
    digits = number.removeprefix("t")
    if digits == number or not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        return False
    reference = db.value("SELECT reference FROM test_messages WHERE id = ?", (int(digits),))
    return reference is not None and hmac.compare_digest(_proof(address_salt(db), reference).encode(), proof.encode())


def _proof(salt: bytes, reference: str) -> str:
    return keyed_hash(salt, f"unsubscribe:{reference}")[:_LENGTH]
