"""Forgetting a person: every byte of hers leaves the file, her refusal stays as a hash."""

import re
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import customers, searching, suppressions
from reengage_desktop.store.database import Database

_EMPTY_CUSTOMER = ", ".join(
    f"{column} = NULL"
    for column in (
        "name",
        "first_name",
        "last_name",
        "email",
        "phone",
        "country",
        "city",
        "language",
        "timezone",
        "note",
        "status",
        "agent",
        "birthday",
        "wallet_object_id",
        "push_external_id",
        "push_token",
        "email_state",
        "phone_state",
        "last_contact_at",
        "next_look_on",
        "created_at",
        *(f"opening_{figure}" for figure in ("orders", "value_minor", "last_order_at")),
        *(f"consent_{channel}" for channel in ("email", "sms", "whatsapp", "call", "wallet", "push")),
    )
)

_EMPTY_CALL = ", ".join(f"{column} = NULL" for column in ("summary", "transcript", "recording_url"))

_STATEMENTS = (
    "UPDATE orders SET customer_id = NULL WHERE customer_id = ?",
    "DELETE FROM customer_categories WHERE customer_id = ?",
    "DELETE FROM consents WHERE customer_id = ?",
    "DELETE FROM contact_points WHERE customer_id = ?",
    "DELETE FROM postal_addresses WHERE customer_id = ?",
    "DELETE FROM external_ids WHERE customer_id = ?",
    "DELETE FROM enquiries WHERE customer_id = ?",
    "DELETE FROM views WHERE customer_id = ?",
    "DELETE FROM wishlists WHERE customer_id = ?",
    "UPDATE discount_codes SET customer_id = NULL WHERE customer_id = ?",
    "UPDATE delivery_events SET detail = NULL, customer_id = NULL WHERE customer_id = ?",
    "UPDATE delivery_events SET detail = NULL WHERE outbox_id IN (SELECT id FROM outbox WHERE customer_id = ?)",
    f"UPDATE calls SET {_EMPTY_CALL} WHERE outbox_id IN (SELECT id FROM outbox WHERE customer_id = ?)",
    "UPDATE attempts SET detail = NULL WHERE outbox_id IN (SELECT id FROM outbox WHERE customer_id = ?)",
    "UPDATE outbox SET state = 'skipped', reason = 'suppressed' WHERE customer_id = ? AND state IN ('pending', 'held')",
    "UPDATE outbox SET address = '', content = '{}', decision = '{}', error = NULL WHERE customer_id = ?",
    (
        "DELETE FROM import_journal WHERE table_name IN "
        "('customers', 'joined', 'external_ids', 'contact_points', 'postal_addresses') AND row_id = ?"
    ),
)


def erase(db: Database, customer_id: int, now: datetime) -> None:
    """Empties everything about the person, keeps her purchases as anonymous sales and her addresses as refused hashes.

    Entries that were merged into hers, or into which hers was, are emptied with it. One transaction; afterwards the
    write-ahead log is emptied too, so that nothing of hers is left in the files.
    """
    with db.write():
        customer_id = customers.person_of(db, customer_id)
        merged = db.rows("SELECT id FROM customers WHERE merged_into = ?", (customer_id,))
        for entry in (customer_id, *(each for (each,) in merged)):
            _empty(db, entry, now)
    db.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _empty(db: Database, customer_id: int, now: datetime) -> None:
    known = customers.known_by(db, customer_id)
    for kind, address in known:
        suppressions.suppress(db, kind, address, channel=None, reason="erased", source="owner", at=now)
        db.run("DELETE FROM meta WHERE key = ? AND value = ?", (f"test_address.{kind}", address))
    _forget_in_journal(db, [address for kind, address in known if kind != "id"])
    _forget_in_words(db, [address for kind, address in known if kind in ("email", "phone")])
    for statement in _STATEMENTS:
        db.run(statement, (customer_id,))
    db.run(
        f"UPDATE customers SET {_EMPTY_CUSTOMER}, tags = '[]', orders_count = 0, first_order_at = NULL, "
        "last_order_at = NULL, lifetime_value_minor = 0, median_gap_days = NULL, erased_at = ?, changed_at = ? "
        "WHERE id = ?",
        (stamp(now), stamp(now), customer_id),
    )
    searching.put_right(db, customer_id)


_WORDS = (("notices", "figures"), ("provider_states", "detail"), ("job_runs", "error"))
"""Where a provider's or a fault's own words are kept beside no message: they may name her address."""


def _forget_in_words(db: Database, addresses: list[str]) -> None:
    for address in addresses:
        for said in dict.fromkeys((address, address.removeprefix("+"))):
            for table, column in _WORDS:
                db.run(
                    f"UPDATE {table} SET {column} = replace({column}, ?1, '…') WHERE instr({column}, ?1) > 0", (said,)
                )


def _forget_in_journal(db: Database, addresses: list[str]) -> None:
    """Journal rows of other people (who had the address too) go where they quote it; not where it is part of theirs."""
    for address in addresses:
        quoted = re.compile(rf"(?<![\w.+@-]){re.escape(address)}(?![\w@-]|\.\w)")
        rows = db.rows("SELECT id, before FROM import_journal WHERE instr(before, ?) > 0", (address,))
        found = [(entry_id,) for entry_id, before in rows if quoted.search(before)]
        db.run_many("DELETE FROM import_journal WHERE id = ?", found)
