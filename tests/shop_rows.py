"""Small hands for putting rows straight into a shop, where a test is about what happens afterwards."""

import json
import shutil
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.database import Database, open_database

AT = 1_780_000_000
"""Some moment of 2026, as a stamp, where a test doesn't care which."""


def new_database(path: Path) -> Database:
    """An empty shop's database, copied from the first one: for tests that need hundreds, which may share their salt."""
    shutil.copyfile(Path(_first_database().name) / "shop.db", path)
    return open_database(path)


@cache
def _first_database() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(prefix="reengage-first-")
    open_database(Path(folder.name) / "shop.db").close()
    return folder


def add_customer(db: Database, **columns: object) -> int:
    """A customer row; `external_id` goes where ids live."""
    external_id = columns.pop("external_id", None)
    columns = {"added_at": AT, "changed_at": AT, **columns}
    with db.write():
        customer_id = db.insert(
            f"INSERT INTO customers ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            tuple(columns.values()),
        )
        if external_id is not None:
            db.run("INSERT INTO external_ids (external_id, customer_id) VALUES (?, ?)", (external_id, customer_id))
    return customer_id


def add_order(db: Database, customer_id: int | None, at: datetime, net_minor: int = 1000, **columns: object) -> int:
    """A paid order row; the customer's facts are not refreshed."""
    number = db.value("SELECT count(*) FROM orders") + 1
    values = {
        "external_id": f"order-{number}",
        "customer_id": customer_id,
        "ordered_at": stamp(at),
        "status": "paid",
        "currency": "USD",
        "total_minor": net_minor,
        "net_minor": net_minor,
        "is_purchase": 1,
        "added_at": AT,
        **columns,
    }
    with db.write():
        return db.insert(
            f"INSERT INTO orders ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
        )


def add_message(db: Database, customer_id: int, sent_at: datetime | None, **columns: object) -> int:
    """An outbox row of the we_miss_you campaign, accepted at `sent_at`, or pending where that is None."""
    number = db.value("SELECT count(*) FROM outbox") + 1
    at = AT if sent_at is None else stamp(sent_at)
    values = {
        "reference": f"rd-test-{number}",
        "campaign_id": db.value("SELECT id FROM campaigns WHERE campaign_type = 'we_miss_you'"),
        "campaign_type": "we_miss_you",
        "customer_id": customer_id,
        "occasion": f"lapse:{number}",
        "touch": f"touch-{number}",
        "channel": "email",
        "address": "ann@example.com",
        "content": json.dumps({"text": "We miss you"}),
        "state": "pending" if sent_at is None else "accepted",
        "created_at": at,
        "queued_on": 1,
        "sent_at": None if sent_at is None else at,
        **columns,
    }
    with db.write():
        return db.insert(
            f"INSERT INTO outbox ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
        )
