"""What the owner should know: one row for each thing, however often it happens; and which tips she has put away."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.store.database import Database

_TIP = "tip"


def tell(
    db: Database, key: str, kind: NoticeKind, figures: Mapping[str, Any], now: datetime, *, is_news: bool = True
) -> bool:
    """Puts a notice up; True when it is new. One that is still up keeps its moment and gets the new figures.

    `key` names the thing (`provider:twilio`), `kind` the sentence that the window says, `figures` what it fills in.
    `is_news`: False for what goes on as it was; if the owner has put that away, it stays away.
    """
    text = json.dumps(dict(figures), ensure_ascii=False)
    with db.write():
        changed = db.run("UPDATE notices SET figures = ? WHERE key = ? AND dismissed_at IS NULL", (text, key))
        if changed or not is_news:
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


def put_away(db: Database, key: str, now: datetime) -> None:
    """Takes down what the owner has seen: a notice, or a tip of the window, which has no row before."""
    with db.write():
        db.run(
            "INSERT INTO notices (key, kind, at, dismissed_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET dismissed_at = excluded.dismissed_at",
            (key, _TIP, stamp(now), stamp(now)),
        )


def bring_back(db: Database, key: str) -> None:
    """Undoes `put_away`."""
    with db.write():
        db.run("DELETE FROM notices WHERE key = ? AND kind = ?", (key, _TIP))
        db.run("UPDATE notices SET dismissed_at = NULL WHERE key = ?", (key,))


def list_put_away(db: Database, since: datetime) -> frozenset[str]:
    """The keys of the tips that were put away since a moment."""
    found = db.rows("SELECT key FROM notices WHERE kind = ? AND dismissed_at >= ?", (_TIP, stamp(since)))
    return frozenset(key for (key,) in found)


def renew(db: Database, key: str, kind: NoticeKind, figures: Mapping[str, Any], now: datetime) -> None:
    """Puts a notice up with this moment, whether it is still up or not."""
    with db.write():
        dismiss(db, key, now)
        tell(db, key, kind, figures, now)


def find_moment(db: Database, key: str) -> datetime | None:
    """When a notice was last put up, whether it still is or not."""
    at: int | None = db.value("SELECT at FROM notices WHERE key = ?", (key,))
    return None if at is None else from_stamp(at)
