"""What the owner should know: one row for each thing, however often it happens."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.store.database import Database


def tell(db: Database, key: str, kind: str, figures: Mapping[str, Any], now: datetime) -> bool:
    """Puts a notice up; True when it is new. One that is still up keeps its moment and gets the new figures.

    `key` names the thing (`provider:twilio`), `kind` the sentence that the window says, `figures` what it fills in.
    """
    text = json.dumps(dict(figures), ensure_ascii=False)
    with db.write():
        changed = db.run("UPDATE notices SET figures = ? WHERE key = ? AND dismissed_at IS NULL", (text, key))
        if changed:
            return False
        db.run(
            "INSERT INTO notices (key, kind, at, figures) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
            "kind = excluded.kind, at = excluded.at, figures = excluded.figures, dismissed_at = NULL",
            (key, kind, stamp(now), text),
        )
    return True


def dismiss(db: Database, key: str, now: datetime) -> bool:
    """Takes a notice down, because the owner has seen it or its cause is gone; True when it was up."""
    with db.write():
        return (
            db.run("UPDATE notices SET dismissed_at = ? WHERE key = ? AND dismissed_at IS NULL", (stamp(now), key)) > 0
        )


def renew(db: Database, key: str, kind: str, figures: Mapping[str, Any], now: datetime) -> None:
    """Puts a notice up with this moment, whether it is still up or not."""
    with db.write():
        dismiss(db, key, now)
        tell(db, key, kind, figures, now)


def find_moment(db: Database, key: str) -> datetime | None:
    """When a notice was last put up, whether it still is or not."""
    at: int | None = db.value("SELECT at FROM notices WHERE key = ?", (key,))
    return None if at is None else from_stamp(at)
