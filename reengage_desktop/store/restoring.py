"""What a restored copy is told before it goes live: it is paused, and it learns what happened after it was saved."""

import secrets
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import customers, erasures, sent_since, suppressions
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.pausing import pause_as
from reengage_desktop.store.settings import find_word, put_word

_CARRIED = ("campaigns", "suppressions", "outbox", "attempts", "cap_ledger", "discount_codes", "sent_elsewhere")


def prepare(scratch: Database, live: Database | None, now: datetime) -> None:
    """Makes a restored copy fit to go live in place of `live` (None: that one can't be read).

    From a live shop of the same origin it takes over refusals and erasures, every no, what was sent and what the caps
    counted; who was forgotten since is forgotten in the copy too. Whatever still waits in the copy is taken out: it
    may have gone out since.
    """
    learned = _learned(scratch, live) if live is not None and _same_origin(scratch, live) else {}
    with scratch.write():
        _take_over_campaigns(scratch, learned)
        sent_since.take_over(scratch, learned)
        _take_over_caps(scratch, learned)
        scratch.run_many(
            "INSERT OR IGNORE INTO sent_elsewhere (key, at) VALUES (?, ?)", learned.get("sent_elsewhere", ([], []))[1]
        )
        _take_over_refusals(scratch, learned)
        take_out(scratch, now)
    for (customer_id,) in learned.get("erased", ([], []))[1]:
        if _is_to_forget(scratch, customer_id):
            erasures.erase(scratch, customer_id, now)


def take_out(db: Database, now: datetime) -> None:
    """Pauses a shop that was put back to an earlier time, takes out what waits, and gives its messages a new name.

    Inside the caller's transaction.
    """
    pause_as(db, "restored", now)
    # Messages are numbered from the backup's last one on: under the old name a provider would take new ones for
    # repetitions of those that went out since.
    put_word(db, "installation_id", secrets.token_hex(16))
    db.run(
        "UPDATE outbox SET state = 'cancelled', error = ?, settled_at = ? WHERE state IN ('pending', 'held')",
        ("A backup was restored: this message may have gone out since.", stamp(now)),
    )
    db.run("UPDATE outbox SET treated_as = NULL WHERE state = 'cancelled'")
    db.run("UPDATE outbox SET state = 'uncertain', settled_at = ? WHERE state = 'sending'", (stamp(now),))


def _is_to_forget(scratch: Database, customer_id: int) -> bool:
    """Whether the copy's customer of that number is the one who was forgotten: her addresses are on the list by now."""
    if scratch.row("SELECT 1 FROM customers WHERE id = ? AND erased_at IS NULL", (customer_id,)) is None:
        return False
    known = customers.known_by(scratch, customer_id)
    return not known or any(suppressions.is_erased(scratch, kind, address) for kind, address in known)


def _same_origin(scratch: Database, live: Database) -> bool:
    mine = find_word(scratch, "address_salt")
    return mine is not None and mine == find_word(live, "address_salt")


def _learned(scratch: Database, live: Database) -> dict[str, tuple[list[str], list[Row]]]:
    found: dict[str, tuple[list[str], list[Row]]] = {}
    with live.snapshot():
        for table in _CARRIED:
            columns = [str(row[1]) for row in scratch.rows(f"PRAGMA table_info({table})")]
            rows = live.rows(f"SELECT {', '.join(columns)} FROM {table}")
            found[table] = (columns, rows)
        # By what holds, not by the words' numbers: those of an import that was taken back were given anew.
        nos = live.rows(
            "SELECT c.id, w.channel, w.state, w.at, w.source, w.wording FROM customers AS c CROSS JOIN consents AS w "
            "ON w.customer_id = coalesce(c.merged_into, c.id) WHERE w.state = 'no' AND w.id = (SELECT max(id) "
            "FROM consents WHERE customer_id = w.customer_id AND channel = w.channel) ORDER BY w.id"
        )
        found["imports"] = (["id", "started_at"], live.rows("SELECT id, started_at FROM imports"))
        found["erased"] = (["id"], live.rows("SELECT id FROM customers WHERE erased_at IS NOT NULL"))
        found["consents"] = (["customer_id", "channel", "state", "at", "source", "wording"], nos)
    return found


def _take_over_campaigns(scratch: Database, learned: dict[str, tuple[list[str], list[Row]]]) -> None:
    """The campaigns that the owner made since: what they sent belongs to them. One that had not ended is over."""
    columns, rows = learned.get("campaigns", ([], []))
    known = {campaign_id for (campaign_id,) in scratch.rows("SELECT id FROM campaigns")}
    for row in rows:
        values = dict(zip(columns, row, strict=True))
        if values["id"] in known:
            continue
        if values["status"] in ("scheduled", "active", "paused"):
            values["status"] = "cancelled"
        scratch.run(
            f"INSERT INTO campaigns ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )


def _take_over_caps(scratch: Database, learned: dict[str, tuple[list[str], list[Row]]]) -> None:
    columns, rows = learned.get("cap_ledger", ([], []))
    if not rows:
        return
    # The rows were admitted by the same triggers when they were written; a later setting must not lose them.
    triggers = scratch.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'cap_ledger'")
    for name, _sql in triggers:
        scratch.run(f"DROP TRIGGER {name}")
    scratch.run_many(f"INSERT OR IGNORE INTO cap_ledger ({', '.join(columns)}) VALUES (?, ?, ?)", rows)
    for _name, sql in triggers:
        scratch.run(sql)


def _take_over_refusals(scratch: Database, learned: dict[str, tuple[list[str], list[Row]]]) -> None:
    columns, rows = learned.get("suppressions", ([], []))
    named = [name for name in columns if name != "id"]
    # A refusal of a file that the copy does not know is nobody's to take back: the copy's next import gets its number.
    known = set(scratch.rows("SELECT id, started_at FROM imports"))
    shared = {number for number, begun in learned.get("imports", ([], []))[1] if (number, begun) in known}
    if rows:
        kept = [dict(zip(columns, row, strict=True)) for row in rows]
        scratch.run_many(
            f"INSERT OR REPLACE INTO suppressions ({', '.join(named)}) VALUES ({', '.join('?' * len(named))})",
            [
                tuple(row[name] if name != "import_id" or row[name] in shared else None for name in named)
                for row in kept
            ],
        )
    for customer_id, channel, state, at, source, wording in learned.get("consents", ([], []))[1]:
        agreed = f"SELECT 1 FROM customers WHERE id = ? AND consent_{channel} IS NOT 0"
        if scratch.value(agreed, (customer_id,)) is None:
            continue
        scratch.run(
            "INSERT INTO consents (customer_id, channel, state, at, source, wording) VALUES (?, ?, ?, ?, ?, ?)",
            (customer_id, channel, state, at, source, wording),
        )
        scratch.run(f"UPDATE customers SET consent_{channel} = 0 WHERE id = ?", (customer_id,))
