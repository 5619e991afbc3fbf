"""The ready-made groups of customers."""

from datetime import UTC, datetime
from pathlib import Path

from reengage_desktop.store import customers, segments
from reengage_desktop.store.database import open_database
from tests.shop_rows import add_customer


def test_only_those_who_never_answered_may_be_asked(tmp_path: Path) -> None:
    """Neither whoever agreed nor whoever said no counts among the customers to ask at the till."""
    db = open_database(tmp_path / "shop.db")
    add_customer(db, email="silent@example.com")
    add_customer(db, email="agreed@example.com", consent_email=1)
    refused = add_customer(db, email="refused@example.com")
    customers.opt_out(db, refused, channel=None, source="owner", at=datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert segments.count_never_asked(db) == 1
    db.close()
