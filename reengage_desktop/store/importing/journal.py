"""What an import changed, kept so that it can be taken back: values before, and rows added to somebody known."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.connection import Database

_CUSTOMER = (
    "name first_name last_name email phone country city language timezone tags status agent birthday wallet_object_id "
    "push_external_id push_token email_state phone_state opening_orders opening_value_minor opening_last_order_at "
    "last_contact_at created_at changed_at"
).split()

KEPT: dict[str, tuple[str, ...]] = {
    "customers": tuple(_CUSTOMER),
    "products": tuple(
        "sku name category_id price_minor currency stock in_stock url image_url created_at restock_no price_changed_at "
        "stock_changed_at".split()
    ),
    "orders": tuple(
        "customer_id ordered_at has_time status source_status currency total_minor refunded_minor net_minor "
        "is_purchase "
        "discount_code".split()
    ),
    "views": ("price_at_view_minor", "currency", "in_stock"),
    "enquiries": ("status", "agent"),
    "discount_codes": ("redeemed_order_id", "redeemed_at"),
}
"""The columns that an import may change, by table: the journal's row holds what they were and became as JSON.

Consent is not among them: the ledger's last word is what holds.
"""


@dataclass(frozen=True)
class Writing:
    """The import that is being written: its id and its moment in unix seconds.

    `stated`: the channels to which the owner says everyone agreed, when told `wording`. `last_category`: the newest
    category from before it.
    """

    import_id: int
    at: int
    stated: tuple[ChannelName, ...] = ()
    wording: str | None = None
    last_category: int = 0

    def wording_of(self, channel: ChannelName) -> str | None:
        """What the people in the file were told about a channel; None where the file itself says yes."""
        return self.wording if channel in self.stated else None


@contextmanager
def kept(db: Database, table: str, chosen: str, params: dict[str, Any]) -> Iterator[None]:
    """Notes what the rows whose ids the query `chosen` gives were before, and what they became inside.

    `params` holds the query's values and `import_id`; inside the caller's transaction.
    """
    pairs = ", ".join(f"'{name}', t.{name}" for name in KEPT[table])
    first = db.value("SELECT coalesce(max(id), 0) FROM import_journal")
    noted = db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, "
        f"'{table}', t.id, json_object('was', json_object({pairs})) FROM {table} AS t WHERE t.id IN ({chosen})",
        params,
    )
    yield
    if noted:
        db.run(
            f"UPDATE import_journal SET before = json_set(before, '$.became', json_object({pairs})) FROM {table} AS t "
            f"WHERE import_journal.id > ? AND import_journal.table_name = '{table}' AND t.id = import_journal.row_id",
            (first,),
        )


def keep_looks(db: Database, writing: Writing, low: int, high: int) -> None:
    """Notes when those `touched` customers who were known before were to be looked at next."""
    db.run(
        "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT :import_id, 'looks', c.id, "
        "json_object('next_look_on', c.next_look_on, 'last_order_at', c.last_order_at) FROM touched AS t "
        "JOIN customers AS c ON c.id = t.customer_id WHERE t.customer_id BETWEEN :low AND :high "
        "AND c.import_id IS NOT :import_id",
        {"import_id": writing.import_id, "low": low, "high": high},
    )
