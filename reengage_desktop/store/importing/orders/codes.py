"""Discount codes that come back on orders (A8)."""

import re
from collections.abc import Iterable

from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import Writing, kept

_SEPARATORS = re.compile(r"[\s,;:|]+")


def redeem(db: Database, writing: Writing) -> int:
    """Marks the codes that appear on purchases and were not redeemed yet, by the earliest one; gives their number.

    An order may name several codes. Journals what changes, each in a transaction of its own.
    """
    waiting = {
        code.casefold(): code_id
        for code_id, code in db.rows("SELECT id, code FROM discount_codes WHERE redeemed_order_id IS NULL")
    }
    if not waiting:
        return 0
    found: dict[int, tuple[int, int]] = {}
    for order_id, ordered_at, text in db.rows(
        "SELECT id, ordered_at, discount_code FROM orders WHERE discount_code IS NOT NULL AND is_purchase "
        "ORDER BY ordered_at, id"
    ):
        for code_id in _named(text, waiting):
            found.setdefault(code_id, (order_id, ordered_at))
    for code_id, (order_id, ordered_at) in found.items():
        journal = {"code_id": code_id, "import_id": writing.import_id}
        with db.write(), kept(db, "discount_codes", "SELECT :code_id", journal):
            db.run(
                "UPDATE discount_codes SET redeemed_order_id = ?, redeemed_at = ? WHERE id = ?",
                (order_id, ordered_at, code_id),
            )
    return len(found)


def _named(text: str, waiting: dict[str, int]) -> Iterable[int]:
    whole = waiting.get(text.casefold())
    if whole is not None:
        return [whole]
    return [waiting[part] for part in _SEPARATORS.split(text.casefold()) if part in waiting]
