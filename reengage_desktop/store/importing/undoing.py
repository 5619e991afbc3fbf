"""Takes an import back, row by row from its journal: after it the shop is as if the file had never come.

What a later import, the owner or a message built on stays: a value that was changed again since, a customer who has
bought otherwise or was written to. Small transactions; whatever moment it is cut off at, a second call goes on.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reengage_desktop.store import customers, facts, joining, postal, settings
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing import needed
from reengage_desktop.store.importing.journal import KEPT
from reengage_desktop.store.importing.orders import refunds_undone
from reengage_desktop.store.importing.people import repeated

_BATCH = 2_000

CREATED = ("orders", "views", "wishlists", "enquiries", "customers", "products")
"""Tables whose rows carry the import that created them, children before parents."""

_KEPT_IN_JOIN = "kept"
"""The table's name by which `temp.later` has what a join made of the customer who stayed."""

_NEXT = {"orders": f"{refunds_undone.TELLS_NO_SALE}, l.id"}
"""Which of the later imports that changed a row has created it, were the first one not there."""

_ADDED = {"external_ids": "external_id", "contact_points": "id"}
"""What a file adds to somebody known, and the column that tells its rows."""

_DOUBLED = """SELECT j.id FROM temp.later AS l JOIN import_journal AS j ON j.id = l.id
    WHERE l.table_name = 'joined' AND l.row_id = ? AND j.before ->> '$.what' = 'doubled'
    AND j.before ->> '$.before.table' = ? AND j.before ->> '$.before.row.kind' = ?
    AND j.before ->> '$.before.row.value' = ?"""
"""Where a later join left an address out, for the other record had it as well."""

_LINES_GO_ALONG = """DELETE FROM import_journal WHERE id IN (SELECT l.id FROM undo_next AS n
    CROSS JOIN temp.later AS l ON l.table_name = 'order_lines' AND l.row_id = n.row_id AND l.import_id = n.import_id)"""
"""Whose creation an order is from now on, that one's are its lines: what they were before is nobody's."""

_WITH = {
    "orders": (
        "DELETE FROM order_lines WHERE order_id IN (SELECT id FROM undo_rows)",
        "DELETE FROM refunds WHERE order_id IN (SELECT id FROM undo_rows)",
        "DELETE FROM conversions WHERE order_id IN (SELECT id FROM undo_rows)",
        (
            "UPDATE discount_codes SET redeemed_order_id = NULL, redeemed_at = NULL "
            "WHERE redeemed_order_id IN (SELECT id FROM undo_rows)"
        ),
    ),
    "customers": tuple(
        f"DELETE FROM {table} WHERE customer_id IN (SELECT id FROM undo_rows)"
        for table in ("external_ids", "contact_points", "postal_addresses", "consents", "customer_categories")
    ),
}


class Undoing:
    """One import on its way back; `touched` are the customers whose facts must be refreshed afterwards."""

    def __init__(self, db: Database, import_id: int, pause: Callable[[], None]) -> None:
        self.removed: dict[str, int] = dict.fromkeys(CREATED, 0)
        self.restored: dict[str, int] = dict.fromkeys(KEPT, 0)
        self.kept = 0
        self._has_refunds = False
        self._db = db
        self._import_id = import_id
        self._pause = pause

    def run(self) -> None:
        """Restores, then removes; the import's own row and its `looks` stay for the caller."""
        with _without_foreign_keys(self._db):
            self._find_later()
            with self._db.write():
                repeated.leave_to_twin(self._db, self._import_id)
                # before records are parted of which a later file meant both
                repeated.hand_over(self._db, self._import_id)
                self._has_refunds = refunds_undone.find_changes(self._db, self._import_id)
            self._take_refunds_back()
            self._restore()
            self._take_words_back()
            for table in CREATED:
                needed.find(self._db, table, self._import_id)
                self._remove(table)
            self._remove_categories()

    def _take_refunds_back(self) -> None:
        lowered = [0] if self._has_refunds else []
        while lowered:
            with self._db.write():
                lowered = refunds_undone.take_back(self._db, self._import_id, lowered[-1], _BATCH)
                for order_id in lowered:
                    self._touch("orders", order_id)
            self._pause()

    def _take_words_back(self) -> None:
        """What the import said of consent goes; the ledger's last word of what remains holds."""
        some = "SELECT id, customer_id FROM consents WHERE import_id = ? ORDER BY id LIMIT ?"
        while said := self._db.rows(some, (self._import_id, _BATCH)):
            with self._db.write():
                self._db.run_many("INSERT INTO undo_rows VALUES (?)", [(word,) for word, _ in said])
                self._leave_out_of_joins("consents")
                self._db.run("DELETE FROM consents WHERE id IN (SELECT id FROM undo_rows)")
                self._db.run("DELETE FROM undo_rows")
                customers.heed_ledger(self._db, {customer_id for _, customer_id in said})
            self._pause()

    def _find_later(self) -> None:
        """What later imports changed again, by row."""
        self._db.run("DROP TABLE IF EXISTS temp.later")
        self._db.run(
            "CREATE TEMP TABLE later AS SELECT id, import_id, table_name, row_id FROM import_journal "
            "WHERE import_id > ?",
            (self._import_id,),
        )
        self._db.run("CREATE INDEX temp.later_row ON later (table_name, row_id, id)")
        self._db.run(
            f"INSERT INTO temp.later SELECT j.id, j.import_id, '{_KEPT_IN_JOIN}', j.before ->> '$.before.id' "
            "FROM temp.later AS l JOIN import_journal AS j ON j.id = l.id "
            "WHERE l.table_name = 'joined' AND j.before ->> '$.what' = 'kept'"
        )
        self._db.run("DROP TABLE IF EXISTS temp.later_moves")
        self._db.run(
            "CREATE TEMP TABLE later_moves AS SELECT l.id, j.before ->> '$.before.table' AS moved, k.value AS key "
            "FROM temp.later AS l JOIN import_journal AS j ON j.id = l.id, json_each(j.before, '$.before.keys') AS k "
            "WHERE l.table_name = 'joined' AND j.before ->> '$.what' = 'moved'"
        )
        self._db.run("CREATE INDEX temp.later_moves_key ON later_moves (moved, key)")
        self._db.run("CREATE TEMP TABLE IF NOT EXISTS undo_rows (id INTEGER PRIMARY KEY)")
        self._db.run(
            "CREATE TEMP TABLE IF NOT EXISTS undo_next (row_id INTEGER PRIMARY KEY, id INTEGER, import_id INTEGER)"
        )
        self._db.run("CREATE TEMP TABLE IF NOT EXISTS undo_touched (customer_id INTEGER PRIMARY KEY)")

    def _restore(self) -> None:
        while True:
            with self._db.write():
                entries = self._db.rows(
                    "SELECT id, table_name, row_id, before FROM import_journal WHERE import_id = ? "
                    "AND table_name NOT IN ('looks', 'categories') ORDER BY id DESC LIMIT ?",
                    (self._import_id, _BATCH),
                )
                for entry_id, table, row_id, before in entries:
                    self._restore_one(table, row_id, json.loads(before))
                    self._db.run("DELETE FROM import_journal WHERE id = ?", (entry_id,))
            if not entries:
                return
            self._pause()

    def _restore_one(self, table: str, row_id: int, before: Any) -> None:
        if table in KEPT:
            self.restored[table] += self._restore_row(table, row_id, before)
        elif table == "order_lines":
            self._restore_lines(row_id, before)
        elif table in _ADDED:
            self._take_added_back(table, row_id, before)
        elif table == "postal_addresses":
            postal.take_back(self._db, self._import_id, row_id, before)
        elif table == "joined":
            self._part(row_id, before["what"], before["before"])
        elif table == "settings":
            was = settings.load(self._db).currency
            self._db.run("DELETE FROM settings WHERE key = ? AND origin = 'file'", (before["key"],))
            if before["value"] is not None:
                self._db.run(
                    "INSERT OR IGNORE INTO settings (key, value, origin, changed_at) VALUES (?, ?, ?, ?)",
                    (before["key"], before["value"], before["origin"], before["changed_at"]),
                )
            facts.keep_stated_values(self._db, was, settings.load(self._db).currency)

    def _part(self, gone: int, what: str, before: dict[str, Any]) -> None:
        """Takes one step of a join back, out of what later files made of it, too."""
        if what == "kept":
            self._restore_row("customers", before["id"], before)
        elif what == "point":
            self._take_added_back("contact_points", before["id"], {name: before[name] for name in ("kind", "value")})
        else:
            for number in joining.take_back(self._db, joining.Step(gone, what, before)):
                self._db.run("INSERT OR IGNORE INTO undo_touched VALUES (?)", (number,))

    def _restore_row(self, table: str, row_id: int, before: dict[str, Any]) -> int:
        """Puts back what nobody changed since; what a later import found here is what it would have found."""
        was, became = before["was"], before.get("became", before["was"])
        names = tuple(was)
        living = " AND erased_at IS NULL" if table == "customers" else ""
        found = self._db.row(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?{living}", (row_id,))
        if found is None:
            return 0
        later = [(entry_id, by, json.loads(text)) for entry_id, by, text in self._later_entries(table, row_id)]
        current = dict(zip(names, found, strict=True))
        states = [*(entry.get("before", entry)[side] for _, _, entry in later for side in ("was", "became")), current]
        as_found = [dict(state) for state in states] if table == "orders" and self._has_refunds else []
        _rewind(was, became, states)
        if as_found:
            known = [*(by - 1 + nth for _, by, _ in later for nth in range(2)), refunds_undone.NOW]
            told = list(zip(known, as_found, states, strict=True))
            imports = [by for _, by, _ in later]
            refunds_undone.keep_what_came_back(self._db, self._import_id, row_id, was, imports, told)
        for state in states if table == "orders" else ():
            refunds_undone.settle(state)
        for entry_id, _, entry in later:
            text = json.dumps(entry, ensure_ascii=False)
            self._db.run("UPDATE import_journal SET before = ? WHERE id = ?", (text, entry_id))
        self._touch(table, row_id)  # an order may have got its customer by this import, and loses her now
        if tuple(current.values()) != found:
            changes = ", ".join(f"{name} = ?" for name in names)
            self._db.run(f"UPDATE {table} SET {changes} WHERE id = ?", (*current.values(), row_id))
        self._touch(table, row_id)
        return 1

    def _later_entries(self, table: str, row_id: int) -> list[tuple[Any, ...]]:
        return self._db.rows(
            "SELECT j.id, j.import_id, j.before FROM temp.later AS l JOIN import_journal AS j ON j.id = l.id "
            "WHERE l.table_name IN (?, ?) AND l.row_id = ? ORDER BY l.id",
            (table, _KEPT_IN_JOIN if table == "customers" else table, row_id),
        )

    def _restore_lines(self, order_id: int, before: list[list[Any]]) -> None:
        later = self._later_entries("order_lines", order_id)
        if later:
            self._db.run("UPDATE import_journal SET before = ? WHERE id = ?", (json.dumps(before), later[0][0]))
            return
        if self._db.row("SELECT 1 FROM orders WHERE id = ?", (order_id,)) is None:
            return
        self._db.run("DELETE FROM order_lines WHERE order_id = ?", (order_id,))
        self._db.run_many(
            "INSERT INTO order_lines (order_id, line_no, product_id, sku, name, category_id, quantity_milli, "
            f"unit_price_minor, total_minor) VALUES ({order_id}, ?, ?, ?, ?, ?, ?, ?, ?)",
            before,
        )

    def _take_added_back(self, table: str, customer_id: int, before: dict[str, str]) -> None:
        """An id or a further address that a file gave somebody goes, also where she was joined with another since."""
        doubled = self._db.value(_DOUBLED, (customer_id, table, before.get("kind"), before.get("value")))
        if doubled is not None:
            self._db.run("DELETE FROM import_journal WHERE id = ?", (doubled,))
            return
        key, is_it = _ADDED[table], " AND ".join(f"{name} = :{name}" for name in before)
        whose = "customer_id IN (:id, (SELECT merged_into FROM customers WHERE id = :id))"
        params = {**before, "id": customer_id}
        for (number,) in self._db.rows(f"SELECT {key} FROM {table} WHERE {whose} AND {is_it}", params):
            self._leave_out_of_joins(table, "VALUES (:key)", {"key": number})
            self._db.run(f"DELETE FROM {table} WHERE {key} = ?", (number,))

    def _touch(self, table: str, row_id: int) -> None:
        column = {"customers": "id", "orders": "customer_id", "views": None}.get(table)
        if column is not None:
            self._db.run(
                f"INSERT OR IGNORE INTO undo_touched SELECT {column} FROM {table} WHERE id = ? AND {column} IS NOT "
                "NULL",
                (row_id,),
            )

    def _remove(self, table: str) -> None:
        last = 0
        while True:
            with self._db.write():
                self._db.run("DELETE FROM undo_rows")
                self._db.run(
                    f"INSERT INTO undo_rows SELECT id FROM {table} WHERE import_id = ? AND id > ? ORDER BY id LIMIT ?",
                    (self._import_id, last, _BATCH),
                )
                last = self._db.value("SELECT max(id) FROM undo_rows")
                if last is None:
                    return
                self._hand_over(table)
                self._remove_chosen(table)
            self._pause()

    def _hand_over(self, table: str) -> None:
        """A row that a later import changed too is that import's creation now; one in use is nobody's."""
        self._db.run("DELETE FROM undo_next")
        self._db.run(
            "INSERT INTO undo_next SELECT row_id, id, import_id FROM (SELECT l.row_id, l.id, l.import_id, row_number() "
            f"OVER (PARTITION BY l.row_id ORDER BY {_NEXT.get(table, 'l.id')}) AS nth FROM temp.later AS l JOIN "
            "undo_rows AS u ON u.id = l.row_id WHERE l.table_name = ?) WHERE nth = 1",
            (table,),
        )
        if table == "orders":
            self._db.run(refunds_undone.LEFT_TO_PAPERS, (self._import_id,))
            self._db.run(_LINES_GO_ALONG)
        if table == "customers":
            self._leave_joined()
        self._db.run(
            f"UPDATE {table} SET import_id = n.import_id FROM undo_next AS n WHERE n.row_id = {table}.id",
        )
        self._db.run("DELETE FROM import_journal WHERE id IN (SELECT id FROM undo_next)")
        self._db.run("DELETE FROM undo_rows WHERE id IN (SELECT row_id FROM undo_next)")
        self.kept += self._db.run(
            f"UPDATE {table} SET import_id = {needed.HEIR.format(row='id')} WHERE id IN (SELECT id FROM undo_rows) "
            "AND id IN (SELECT row_id FROM undo_needs)"
        )
        self._db.run("DELETE FROM undo_rows WHERE id IN (SELECT row_id FROM undo_needs)")

    def _leave_joined(self) -> None:
        """Whom a later import joined with somebody is that one's creation: she takes her things back when it goes."""
        joined = "SELECT min(import_id) FROM temp.later WHERE table_name = 'joined' AND row_id"
        self._db.run(
            f"UPDATE customers SET import_id = ({joined} = customers.id) WHERE id IN (SELECT id FROM undo_rows) "
            f"AND ({joined} = customers.id) IS NOT NULL"
        )
        self._db.run(f"DELETE FROM undo_rows WHERE ({joined} = undo_rows.id) IS NOT NULL")

    def _remove_chosen(self, table: str) -> None:
        if table == "orders":
            self._db.run(
                "INSERT OR IGNORE INTO undo_touched SELECT customer_id FROM orders "
                "WHERE id IN (SELECT id FROM undo_rows) AND customer_id IS NOT NULL"
            )
        if table == "customers":
            customers.keep_numbers(self._db)
        self._leave_out_of_joins(table)
        for statement in _WITH.get(table, ()):
            self._db.run(statement)
        self.removed[table] += self._db.run(f"DELETE FROM {table} WHERE id IN (SELECT id FROM undo_rows)")

    def _leave_out_of_joins(
        self, table: str, chosen: str = "SELECT id FROM undo_rows", params: dict[str, Any] | None = None
    ) -> None:
        """What later imports moved to another person holds no row that goes: another row may get its number."""
        self._db.run(
            "UPDATE import_journal SET before = json_set(before, '$.before.keys', json((SELECT json_group_array(value) "
            f"FROM json_each(before, '$.before.keys') WHERE value NOT IN ({chosen})))) WHERE id IN "
            f"(SELECT id FROM temp.later_moves WHERE moved = :moved AND key IN ({chosen}))",
            {**(params or {}), "moved": table},
        )

    def _remove_categories(self) -> None:
        with self._db.write():
            params = {"import_id": self._import_id}
            needed.find(self._db, "categories", self._import_id)
            self._db.run(
                "DELETE FROM categories WHERE id IN (SELECT row_id FROM import_journal WHERE import_id = :import_id "
                "AND table_name = 'categories') AND id NOT IN (SELECT row_id FROM undo_needs)",
                params,
            )
            self._db.run("DELETE FROM customer_categories WHERE category_id NOT IN (SELECT id FROM categories)")
            heir = needed.HEIR.format(row="import_journal.row_id")
            self._db.run(
                f"UPDATE import_journal SET import_id = {heir} WHERE import_id = :import_id "
                f"AND table_name = 'categories' AND {heir} IS NOT NULL",
                params,
            )


def finish(db: Database, import_id: int, *, keeps_row: bool, at: int) -> None:
    """Puts back when each customer is looked at next, and closes the import: `undone`, or gone without a trace."""
    with db.write():
        db.run(
            "UPDATE customers SET next_look_on = j.before ->> 'next_look_on' FROM (SELECT row_id, before "
            "FROM import_journal WHERE id IN (SELECT min(id) FROM import_journal WHERE import_id = ? "
            "AND table_name = 'looks' GROUP BY row_id)) AS j WHERE j.row_id = customers.id "
            "AND customers.last_order_at IS (j.before ->> 'last_order_at')",
            (import_id,),
        )
        db.run("DELETE FROM import_journal WHERE import_id = ?", (import_id,))
        if keeps_row:
            db.run("UPDATE imports SET state = 'undone', undone_at = ? WHERE id = ?", (at, import_id))
        else:
            db.run("DELETE FROM imports WHERE id = ?", (import_id,))
        db.run("DROP TABLE IF EXISTS temp.undo_touched")


def _rewind(was: dict[str, Any], became: dict[str, Any], states: list[dict[str, Any]]) -> None:
    """Replaces, in what came after, what the import wrote by what was there before, until somebody else changed it."""
    for name, old in was.items():
        written = became[name]
        if written == old:
            continue
        for state in states:
            if state.get(name, written) != written:
                break
            if name in state:
                state[name] = old


@contextmanager
def _without_foreign_keys(db: Database) -> Iterator[None]:
    """Rows go in an order that keeps every reference whole; SQLite's own check would search whole tables per row."""
    db.rows("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        db.rows("PRAGMA foreign_keys = ON")
