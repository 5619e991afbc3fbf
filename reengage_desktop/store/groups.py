"""The owner's own groups: criteria under a name."""

import json
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain import criteria as rules
from reengage_desktop.domain.criteria import Criteria
from reengage_desktop.domain.moments import stamp
from reengage_desktop.store.database import Database, StoreConflict


class GroupNotFound(LookupError):
    """There is no such group; the text is the sentence for the owner."""


class GroupRefused(ValueError):
    """A group can't be saved; the text is the sentence for the owner."""


@dataclass(frozen=True)
class StoredGroup:
    """A group as it is kept."""

    id: int
    name: str
    criteria: Criteria


def list_all(db: Database) -> list[StoredGroup]:
    """Every group by name."""
    rows = db.rows("SELECT id, name, criteria FROM customer_groups ORDER BY name COLLATE NOCASE")
    return [_group(*row) for row in rows]


def get(db: Database, group_id: int) -> StoredGroup:
    """One group; raises GroupNotFound."""
    row = db.row("SELECT id, name, criteria FROM customer_groups WHERE id = ?", (group_id,))
    if row is None:
        raise GroupNotFound(f"There is no group number {group_id}. Nothing was done; “groups list” names them all.")
    return _group(*row)


def find_by_name(db: Database, name: str) -> StoredGroup | None:
    """The group of that name, upper and lower case alike."""
    row = db.row("SELECT id, name, criteria FROM customer_groups WHERE name = ?", (name.strip(),))
    return None if row is None else _group(*row)


def save(db: Database, name: str, criteria: Criteria, now: datetime, group_id: int | None = None) -> StoredGroup:
    """Keeps a group: a new one, the one of that name, or (`group_id`) a certain one under a new name.

    Raises GroupRefused for a name that is empty or another group's; GroupNotFound.
    """
    text = name.strip()
    if not text:
        raise GroupRefused("The group has no name. Nothing was saved; give it one.")
    payload = json.dumps(rules.as_payload(criteria), ensure_ascii=False)
    with db.write():
        if group_id is None:
            db.run(
                "INSERT INTO customer_groups (name, criteria, created_at, changed_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET criteria = excluded.criteria, changed_at = excluded.changed_at",
                (text, payload, stamp(now), stamp(now)),
            )
        else:
            get(db, group_id)
            _rewrite(db, group_id, text, payload, now)
        return get(db, group_id or int(db.value("SELECT id FROM customer_groups WHERE name = ?", (text,))))


def delete(db: Database, group_id: int) -> None:
    """Removes a group; its customers stay. Raises GroupNotFound."""
    with db.write():
        get(db, group_id)
        db.run("DELETE FROM customer_groups WHERE id = ?", (group_id,))


def restore(db: Database, group: StoredGroup, now: datetime) -> StoredGroup:
    """Brings a removed group back under its number; raises GroupRefused where its name is another group's by now."""
    payload = json.dumps(rules.as_payload(group.criteria), ensure_ascii=False)
    with db.write():
        try:
            db.run(
                "INSERT INTO customer_groups (id, name, criteria, created_at, changed_at) VALUES (?, ?, ?, ?, ?)",
                (group.id, group.name, payload, stamp(now), stamp(now)),
            )
        except StoreConflict:
            raise GroupRefused(f"There is a group “{group.name}” again already. It stays as it is.") from None
    return group


def _rewrite(db: Database, group_id: int, name: str, payload: str, now: datetime) -> None:
    try:
        db.run(
            "UPDATE customer_groups SET name = ?, criteria = ?, changed_at = ? WHERE id = ?",
            (name, payload, stamp(now), group_id),
        )
    except StoreConflict:
        raise GroupRefused(f"Another group is called “{name}”. Nothing was saved; choose another name.") from None


def _group(group_id: int, name: str, payload: str) -> StoredGroup:
    return StoredGroup(group_id, name, rules.parse(json.loads(payload)))
