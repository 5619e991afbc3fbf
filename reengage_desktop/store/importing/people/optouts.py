"""A file of people who said no: on the list by their addresses, and in the ledger of whoever is known."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing, kept
from reengage_desktop.store.importing.people import repeated
from reengage_desktop.store.importing.people.agreements import is_news
from reengage_desktop.store.importing.people.sharing import SHARED_FROM_NAMES
from reengage_desktop.store.importing.staged import NEW, SAME
from reengage_desktop.store.scratch import Scratch

_SHARING = f"""FROM marks AS m JOIN people AS p ON p.pid = m.pid JOIN customers AS c ON c.phone = p.phone
    WHERE p.email IS NULL AND c.id IS NOT p.customer_id AND c.merged_into IS NULL
    AND c.erased_at IS NULL AND (m.channel IS NULL OR m.channel = :channel)
    AND (SELECT count(*) FROM customers WHERE phone = p.phone) < {SHARED_FROM_NAMES}
    AND NOT EXISTS (SELECT 1 FROM consents AS w WHERE w.customer_id = c.id AND w.channel = :channel
        AND w.state = 'yes' AND w.source IN ('owner', 'person') AND w.at > end_of(m.at))"""
"""Who, `c`, has the phone by which alone somebody said no: nobody can tell which one of a household it was."""

_NO_DAY = 2 * 86_400
"""Seconds: the days around 1 January 1970 stand for none in what programs write."""

_KINDS = {"email": "email", "phone": "phone"}


_UNKNOWN = (
    "No customer of the shop has this number: nobody was opted out. Import the customers first, then this list again."
)

_NOBODYS = """FROM marks AS m JOIN people AS p ON p.pid = m.pid
    WHERE p.customer_id IS NULL AND p.email IS NULL AND p.phone IS NULL AND p.is_erased = 0"""


def go_by_addresses(scratch: Scratch) -> None:
    """Lets a number count only where a row tells no address: a mail tool's own number may be somebody else's here."""
    if "ext" in scratch.said.get("people", set()):
        scratch.run("UPDATE people SET ext = NULL WHERE email IS NOT NULL OR phone IS NOT NULL")


def refuse_unknown(scratch: Scratch) -> None:
    """Notes the rows that name somebody only by a number that the shop does not know: a no that reaches nobody."""
    scratch.run(f"INSERT INTO bad_lines (line, message, is_rejected) SELECT m.line, ?, 1 {_NOBODYS}", (_UNKNOWN,))
    scratch.run(f"DELETE FROM marks WHERE m IN (SELECT m.m {_NOBODYS})")


def _end_of(zone: ZoneInfo) -> Callable[[int], int]:
    """The last second of a day that is told without an hour, as its midnight; of a moment itself."""

    def end(at: int) -> int:
        day = datetime.fromtimestamp(at, zone)
        is_day = (day.hour, day.minute, day.second) == (0, 0, 0)
        return int((day + timedelta(days=1)).timestamp()) - 1 if is_day else at

    return end


def place(scratch: Scratch, now: int, zone: ZoneInfo) -> None:
    """Finds what each no adds: addresses that are not on the list yet, channels that are not refused yet.

    A no that is older than the person's or the owner's own later yes changes nothing; one of the same day that tells no
    hour (`zone`: the shop's) is not. Needs `address_hash`.
    """
    scratch.add_function("end_of", 1, _end_of(zone))
    scratch.run("UPDATE marks SET f = (SELECT p.f FROM people AS p WHERE p.pid = marks.pid)")
    scratch.run("UPDATE marks SET at = ? WHERE at IS NULL OR at < ?", (now, _NO_DAY))
    scratch.run(
        "CREATE TABLE refused (m INTEGER, kind TEXT, address TEXT, hash TEXT, channel TEXT, at INTEGER, is_new INTEGER)"
    )
    for kind, column in _KINDS.items():
        concerned = ", ".join(f"'{channel}'" for channel in ChannelName if ADDRESS_KINDS[channel] == kind)
        where = f"(m.channel IS NULL OR m.channel IN ({concerned}))"
        # the row's own address, whatever the channel: it may be all that is known of her; and a known person's others
        for source in (
            (f"SELECT m.m, p.{column} AS address, m.channel, m.at FROM marks AS m JOIN people AS p ON p.pid = m.pid"),
            (
                f"SELECT m.m, c.{column} AS address, m.channel, m.at FROM marks AS m JOIN folk AS k ON k.f = m.f "
                f"JOIN customers AS c ON c.id = k.customer_id WHERE {where}"
            ),
            (
                "SELECT m.m, t.value AS address, m.channel, m.at FROM marks AS m JOIN folk AS k ON k.f = m.f "
                f"JOIN contact_points AS t ON t.customer_id = k.customer_id AND t.kind = '{kind}' WHERE {where}"
            ),
        ):
            scratch.run(
                f"INSERT INTO refused SELECT m, '{kind}', address, address_hash('{kind}', address), "
                "coalesce(channel, ''), at, 1 "
                f"FROM ({source}) WHERE address IS NOT NULL"
            )
    _leave_later_words(scratch)
    scratch.run(
        "UPDATE refused SET is_new = 0 WHERE EXISTS (SELECT 1 FROM suppressions AS s WHERE s.kind = refused.kind "
        "AND s.address_hash = refused.hash AND s.channel IN ('', refused.channel) AND s.reason <> 'bounced')"
    )
    scratch.run("CREATE TABLE denied (m INTEGER, customer_id INTEGER, channel TEXT, at INTEGER, is_new INTEGER)")
    for channel in ChannelName:
        scratch.run(
            f"INSERT INTO denied SELECT m.m, c.id, '{channel}', m.at, {is_news(f'consent_{channel}', 'c.id')} "
            "FROM marks AS m "
            "JOIN folk AS k ON k.f = m.f JOIN customers AS c ON c.id = k.customer_id "
            "WHERE m.channel IS NULL OR m.channel = ?",
            (channel,),
        )
    scratch.run("DELETE FROM denied WHERE (m, channel) IN (SELECT m, channel FROM agreed_since)")
    for channel in ChannelName:
        news = is_news(f"consent_{channel}", "c.id")
        scratch.run(f"INSERT INTO denied SELECT m.m, c.id, '{channel}', m.at, {news} {_SHARING}", {"channel": channel})
    for table in ("refused", "denied"):
        scratch.run(f"CREATE INDEX {table}_m ON {table} (m)")  # each turn of the writing takes a span of rows
    scratch.run(
        "UPDATE marks SET action = CASE WHEN m IN (SELECT m FROM denied WHERE is_new = 1 UNION "
        f"SELECT m FROM refused WHERE is_new = 1) THEN {NEW} ELSE {SAME} END WHERE action IS NULL"
    )


def _leave_later_words(scratch: Scratch) -> None:
    """A no to every channel becomes one to each of those that nobody agreed to since."""
    scratch.run(
        "CREATE TABLE agreed_since AS SELECT DISTINCT m.m, w.channel FROM marks AS m JOIN folk AS k ON k.f = m.f "
        "JOIN consents AS w ON w.customer_id = k.customer_id WHERE w.state = 'yes' "
        "AND w.source IN ('owner', 'person') AND w.at > end_of(m.at) AND (m.channel IS NULL OR w.channel = m.channel)"
    )
    for channel in ChannelName:
        scratch.run(
            "INSERT INTO refused SELECT m, kind, address, hash, ?1, at, 1 FROM refused WHERE kind = ?2 "
            "AND channel = '' AND m IN (SELECT m FROM agreed_since)",
            (channel, ADDRESS_KINDS[channel]),
        )
    scratch.run("DELETE FROM refused WHERE channel = '' AND m IN (SELECT m FROM agreed_since)")
    scratch.run("DELETE FROM refused WHERE (m, channel) IN (SELECT m, channel FROM agreed_since)")


def write(db: Database, writing: Writing, low: int, high: int) -> None:
    """Writes the refusals of the rows low to high; what waits for these people on these channels is skipped at once."""
    params: dict[str, Any] = {"low": low, "high": high, "at": writing.at, "import_id": writing.import_id}
    span = "m BETWEEN :low AND :high"
    db.run(
        "UPDATE denied SET customer_id = c.merged_into FROM customers AS c WHERE c.id = denied.customer_id "
        f"AND c.merged_into IS NOT NULL AND {span}",
        params,
    )
    repeated.note_addresses(db, f"SELECT kind, hash, channel, at FROM refused WHERE {span} AND is_new = 0", params)
    repeated.note_words(db, f"SELECT customer_id, channel, at FROM denied WHERE {span} AND is_new = 0", params)
    db.run(
        "INSERT INTO suppressions (kind, address_hash, address, channel, reason, source, at, import_id) "
        "SELECT kind, hash, address, channel, 'opt_out', 'import', at, :import_id FROM refused "
        "WHERE m BETWEEN :low AND :high AND is_new = 1 ON CONFLICT (kind, address_hash, channel) DO UPDATE "
        "SET reason = excluded.reason, source = excluded.source, at = excluded.at, import_id = excluded.import_id "
        "WHERE reason = 'bounced'",
        params,
    )
    with kept(db, "customers", f"SELECT customer_id FROM denied WHERE {span} AND is_new = 1", params):
        _deny(db, params)


def _deny(db: Database, params: dict[str, Any]) -> None:
    db.run(
        "INSERT INTO consents (customer_id, channel, state, at, source, import_id) SELECT customer_id, channel, 'no', "
        "min(at), 'import', :import_id FROM denied WHERE m BETWEEN :low AND :high AND is_new = 1 "
        "GROUP BY customer_id, channel",
        params,
    )
    for channel in ChannelName:
        here = {**params, "channel": channel}
        chosen = "SELECT customer_id FROM denied WHERE m BETWEEN :low AND :high AND channel = :channel AND is_new = 1"
        db.run(f"UPDATE customers SET consent_{channel} = 0, changed_at = :at WHERE id IN ({chosen})", here)
        db.run(
            "UPDATE outbox SET state = 'skipped', reason = 'opted_out', settled_at = :at WHERE channel = :channel "
            f"AND state IN ('pending', 'held') AND customer_id IN ({chosen})",
            here,
        )
