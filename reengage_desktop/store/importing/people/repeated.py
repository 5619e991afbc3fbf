"""A no that more than one file says: each file's word is noted, so that taking one file back leaves the others' no.

The consent ledger and the list of addresses hold a no once, under the first import that said it. What later imports
say again is noted in their journals; undoing the first hands its no over to the next one that said so too.
"""

from typing import Any

from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing

_TWINS = (
    "SELECT i.id FROM imports AS i JOIN imports AS mine ON mine.id = :import_id WHERE i.id <> mine.id "
    "AND i.state = 'done' AND (i.sha256, i.kind, i.columns) = (mine.sha256, mine.kind, mine.columns)"
)
"""Finished imports of the very same file, read the same way: what they say, this one says."""


def find_twins(db: Database, writing: Writing) -> None:
    """Before the first word is noted: what the very same file said already needs no second note."""
    params = {"import_id": writing.import_id}
    db.run("DROP TABLE IF EXISTS temp.twins")
    db.run("DROP TABLE IF EXISTS temp.twin_words")
    db.run("CREATE TEMP TABLE twins (id INTEGER PRIMARY KEY)")
    db.run(f"INSERT INTO temp.twins {_TWINS}", params)
    db.run("CREATE TEMP TABLE twin_words (key TEXT, channel TEXT, import_id INTEGER)")
    db.run(
        "INSERT INTO temp.twin_words SELECT coalesce(before ->> 'hash', row_id), before ->> 'channel', import_id "
        "FROM import_journal WHERE import_id IN (SELECT id FROM temp.twins) "
        "AND table_name IN ('consents', 'suppressions')"
    )
    db.run("CREATE INDEX temp.twin_words_key ON twin_words (key, channel, import_id)")


def note_words(db: Database, found: str, params: dict[str, Any]) -> None:
    """Notes each no of the query `found` (customer_id, channel, at) that the ledger has from another import already.

    `params` holds the query's values and `import_id`; call it before the file's own new words are written.
    """
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, 'consents', "
        "n.customer_id, json_object('channel', n.channel, 'at', n.at) "
        f"FROM (SELECT customer_id, channel, min(at) AS at FROM ({found}) GROUP BY customer_id, channel) AS n "
        "JOIN consents AS w ON w.id = (SELECT max(id) FROM consents WHERE customer_id = n.customer_id "
        "AND channel = n.channel) WHERE w.state = 'no' AND w.import_id <> :import_id "
        "AND w.import_id NOT IN (SELECT id FROM temp.twins) AND NOT EXISTS (SELECT 1 FROM temp.twin_words AS t "
        "WHERE t.key = CAST(n.customer_id AS TEXT) AND t.channel = n.channel AND t.import_id > w.import_id)",
        params,
    )


def note_addresses(db: Database, found: str, params: dict[str, Any]) -> None:
    """Notes each refusal of the query `found` (kind, hash, channel, at) that the list has from another import already.

    `params` holds the query's values and `import_id`; call it before the file's own new refusals are written.
    """
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, 'suppressions', 0, "
        "json_object('kind', n.kind, 'hash', n.hash, 'channel', n.channel, 'at', n.at) "
        f"FROM (SELECT kind, hash, channel, min(at) AS at FROM ({found}) GROUP BY kind, hash, channel) AS n "
        "WHERE EXISTS (SELECT 1 FROM suppressions AS s WHERE s.kind = n.kind AND s.address_hash = n.hash "
        "AND s.channel IN ('', n.channel) AND s.import_id <> :import_id "
        "AND s.import_id NOT IN (SELECT id FROM temp.twins) AND NOT EXISTS (SELECT 1 FROM temp.twin_words AS t "
        "WHERE t.key = n.hash AND t.channel = n.channel AND t.import_id > s.import_id))",
        params,
    )


def leave_to_twin(db: Database, import_id: int) -> None:
    """What an import that is undone said no to is said by a later one of the very same file too, if there is one.

    So is what its papers gave back.
    """
    params = {"import_id": import_id}
    twin = db.value(f"SELECT min(id) FROM ({_TWINS}) WHERE id > :import_id", params)
    if twin is None:
        return
    params["twin"] = twin
    for statement in (
        "UPDATE consents SET import_id = :twin WHERE import_id = :import_id AND state = 'no'",
        "UPDATE suppressions SET import_id = :twin WHERE import_id = :import_id",
        (
            "INSERT OR IGNORE INTO refunds (order_id, document, import_id, amount_minor, is_alone) SELECT order_id, "
            "document, :twin, amount_minor, is_alone FROM refunds WHERE import_id = :import_id"
        ),
        (
            "UPDATE import_journal SET import_id = :twin WHERE import_id = :import_id "
            "AND table_name IN ('consents', 'suppressions')"
        ),
    ):
        db.run(statement, params)


def hand_over(db: Database, import_id: int) -> None:
    """Gives each no of an import that is undone to the next later import that said it too; what is left is its own."""
    params = {"import_id": import_id}
    db.run("DROP TABLE IF EXISTS temp.heard_again")
    db.run(
        "CREATE TEMP TABLE heard_again (key TEXT, kind TEXT, channel TEXT, at INTEGER, import_id INTEGER)",
    )
    # somebody who was joined with another customer since is looked for under that one's number
    db.run(
        "INSERT INTO temp.heard_again SELECT coalesce(j.before ->> 'hash', c.merged_into, j.row_id), "
        "j.before ->> 'kind', j.before ->> 'channel', j.before ->> 'at', j.import_id FROM import_journal AS j "
        "LEFT JOIN customers AS c ON j.table_name = 'consents' AND c.id = j.row_id "
        "WHERE j.import_id > :import_id AND j.table_name IN ('consents', 'suppressions')",
        params,
    )
    db.run("CREATE INDEX temp.heard_again_key ON heard_again (key, kind, channel, import_id)")
    db.run(
        "UPDATE consents SET (import_id, at) = (SELECT h.import_id, h.at FROM temp.heard_again AS h WHERE h.kind IS "
        "NULL AND h.key = CAST(consents.customer_id AS TEXT) AND h.channel = consents.channel "
        "ORDER BY h.import_id LIMIT 1) WHERE import_id = :import_id AND state = 'no' "
        "AND EXISTS (SELECT 1 FROM temp.heard_again AS h WHERE h.kind IS NULL "
        "AND h.key = CAST(consents.customer_id AS TEXT) AND h.channel = consents.channel)",
        params,
    )
    # A refusal of every channel leaves those that the later file refused; one channel's is part of "every channel".
    db.run(
        "CREATE TEMP TABLE refused_still AS SELECT s.kind, s.address_hash, s.address, "
        "CASE s.channel WHEN '' THEN h.channel ELSE s.channel END AS channel, s.reason, h.at, h.import_id "
        "FROM suppressions AS s JOIN temp.heard_again AS h ON h.key = s.address_hash AND h.kind = s.kind "
        "AND (s.channel = '' OR h.channel IN ('', s.channel)) "
        "WHERE s.import_id = :import_id AND s.reason <> 'erased'",
        params,
    )
    db.run("DELETE FROM suppressions WHERE import_id = :import_id AND reason <> 'erased'", params)
    db.run(
        "INSERT OR IGNORE INTO suppressions (kind, address_hash, address, channel, reason, source, at, import_id) "
        "SELECT kind, address_hash, address, channel, reason, 'import', at, import_id FROM temp.refused_still "
        "ORDER BY import_id, channel"
    )
    db.run("DROP TABLE temp.refused_still")
    db.run("DROP TABLE temp.heard_again")
