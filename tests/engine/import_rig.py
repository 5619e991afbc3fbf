"""A shop and files for the import's tests: rows as dicts in, a picture of the whole shop out."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName, ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest, UndoReport, import_file, undo_import
from reengage_desktop.store import settings as stored
from reengage_desktop.store.database import Database, open_database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

TABLES = {
    "customers": "id",
    "external_ids": "external_id",
    "contact_points": "customer_id, kind, value",
    "consents": "id",
    "suppressions": "kind, address_hash, channel",
    "orders": "external_id",
    "order_lines": "order_id, line_no",
    "refunds": "order_id, document",
    "products": "external_id",
    "categories": "name",
    "views": "id",
    "wishlists": "id",
    "enquiries": "id",
    "customer_categories": "customer_id, category_id",
    "discount_codes": "id",
    "settings": "key",
    "import_journal": "id",
}

Row = Mapping[str, object]


@dataclass
class Rig:
    """A shop in dollars and UTC, and a folder for its files."""

    folder: Path
    texts: dict[str, str] = field(
        default_factory=lambda: {
            "business.country": "US",
            "business.currency": "USD",
            "business.timezone": "UTC",
            "business.name": "Corner Shop",
        }
    )

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.open()
        for key, value in self.texts.items():
            stored.put(self.db, key, value, NOW)

    def open(self) -> None:
        """Opens the shop, also after another file has taken its place."""
        self.db: Database = open_database(self.folder / "shop.db")

    def file(self, rows: Sequence[Row], name: str = "export.csv") -> Path:
        """The rows as a CSV file whose columns bear our own field names."""
        path = self.folder / name
        columns = list(dict.fromkeys(name for row in rows for name in row))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
        return path

    def bring_in(self, kind: str, rows: Sequence[Row], **wishes: Any) -> ImportReport:
        """Imports the rows; `now`, `cancel`, `consent`, `wording`, `is_dry_run`, … as wished."""
        now = wishes.pop("now", NOW)
        cancel: Callable[[], bool] = wishes.pop("cancel", lambda: False)
        columns = {name: name for row in rows for name in row}
        request = ImportRequest(
            self.file(rows), ImportKind(kind), mapping=columns, rejects_dir=self.folder / "rejects", **wishes
        )
        return self.bring_in_file(request, now=now, cancel=cancel)

    def bring_in_file(self, request: ImportRequest, **wishes: Any) -> ImportReport:
        """Imports a file as it is; `now` and `cancel` as wished."""
        now = wishes.pop("now", NOW)
        return import_file(self.db, request, stored.load(self.db), now, **wishes)

    def undo(self, report: ImportReport) -> UndoReport:
        """Takes an import back."""
        assert report.import_id is not None
        return undo_import(self.db, report.import_id, stored.load(self.db), NOW)

    def picture(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table that an import may touch, ids of lines and the journal's own left out."""
        pictures = {}
        for table, order in TABLES.items():
            columns = [row[1] for row in self.db.rows(f"PRAGMA table_info({table})")]
            if table in ("order_lines", "contact_points"):
                columns.remove("id")
            pictures[table] = self.db.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}")
        return pictures

    def consent(self, email: str) -> dict[ChannelName, int | None]:
        """What the person behind an e-mail agreed to, per channel."""
        columns = ", ".join(f"consent_{channel}" for channel in ChannelName)
        row = self.db.row(f"SELECT {columns} FROM customers WHERE email = ?", (email,))
        assert row is not None
        return dict(zip(ChannelName, row, strict=True))

    def facts(self) -> list[tuple[Any, ...]]:
        """What is known of everybody by their e-mail, whatever their numbers are."""
        return self.db.rows(
            "SELECT c.email, c.phone, c.name, c.orders_count, c.first_order_at, c.last_order_at, "
            "c.lifetime_value_minor, "
            "c.median_gap_days, c.next_look_on, (SELECT group_concat(name || '=' || line_count) FROM (SELECT k.name, "
            "g.line_count FROM customer_categories AS g JOIN categories AS k ON k.id = g.category_id "
            "WHERE g.customer_id = c.id ORDER BY k.name)) FROM customers AS c ORDER BY c.email, c.phone, c.id"
        )


def only(rig: Rig, sql: str, *params: object) -> Any:
    """The one value that a query gives."""
    return rig.db.value(sql, params)
