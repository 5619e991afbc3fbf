"""All rows that are about one person, table by table, for her own copy."""

from typing import Any

from reengage_desktop.store.database import Database

_TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "consents": ("consents", ("channel", "state", "at", "source", "wording")),
    "orders": (
        "orders",
        ("external_id", "ordered_at", "status", "currency", "total_minor", "refunded_minor", "discount_code"),
    ),
    "enquiries": ("enquiries", ("created_at", "source", "status", "agent", "service_type")),
    "messages": (
        "outbox",
        ("created_at", "sent_at", "channel", "campaign_type", "address", "content", "state", "reason", "decision"),
    ),
    "further_addresses": ("contact_points", ("kind", "value", "added_at")),
    "discount_codes": ("discount_codes", ("code", "percent", "issued_at", "expires_at", "redeemed_at")),
}

_JOINED: dict[str, tuple[str, tuple[str, ...]]] = {
    "postal_address": (
        "SELECT lines, changed_at FROM postal_addresses WHERE customer_id = ?",
        ("lines", "changed_at"),
    ),
    "order_lines": (
        (
            "SELECT o.external_id, l.name, l.sku, l.quantity_milli / 1000.0, l.total_minor, o.currency "
            "FROM order_lines l "
            "JOIN orders o ON o.id = l.order_id WHERE o.customer_id = ? ORDER BY l.id"
        ),
        ("order", "product", "sku", "quantity", "total_minor", "currency"),
    ),
    "product_views": (
        (
            "SELECT p.external_id, p.name, v.viewed_at, v.price_at_view_minor, v.currency, v.in_stock FROM views v "
            "JOIN products p ON p.id = v.product_id WHERE v.customer_id = ? ORDER BY v.viewed_at"
        ),
        ("product_id", "product", "viewed_at", "price_at_view_minor", "currency", "in_stock"),
    ),
    "wishlist": (
        (
            "SELECT p.external_id, p.name, w.added_at FROM wishlists w "
            "JOIN products p ON p.id = w.product_id WHERE w.customer_id = ? ORDER BY w.added_at"
        ),
        ("product_id", "product", "added_at"),
    ),
    "message_events": (
        (
            "SELECT e.outbox_id, e.kind, e.at, e.detail FROM delivery_events e JOIN outbox o ON o.id = e.outbox_id "
            "WHERE o.customer_id = ? ORDER BY e.at"
        ),
        ("message", "kind", "at", "detail"),
    ),
    "calls": (
        (
            "SELECT c.outbox_id, c.ended_at, c.result, c.summary, c.transcript, c.recording_url, c.seconds "
            "FROM calls c JOIN outbox o ON o.id = c.outbox_id WHERE o.customer_id = ? ORDER BY c.ended_at"
        ),
        ("message", "ended_at", "result", "summary", "transcript", "recording_url", "seconds"),
    ),
}


def collect(db: Database, customer_id: int) -> dict[str, list[dict[str, Any]]]:
    """Everything about the person by table, as plain values of the database (stamps, minor units)."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, (table, columns) in _TABLES.items():
        rows = db.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE customer_id = ? ORDER BY id", (customer_id,))
        found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
    for name, (sql, columns) in _JOINED.items():
        found[name] = [dict(zip(columns, row, strict=True)) for row in db.rows(sql, (customer_id,))]
    return found
