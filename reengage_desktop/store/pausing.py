"""Whether sending is paused, why, and until when: one remembered word that every process asks before each message."""

import json
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.store.database import Database
from reengage_desktop.store.settings import drop_word, find_word, put_word

_WORD = "paused"

HOLDS = (
    f"EXISTS (SELECT 1 FROM meta WHERE key = '{_WORD}' AND "
    "coalesce(CASE WHEN json_valid(value) THEN json_extract(value, '$.until') END, :now + 1) > :now)"
)
"""The SQL that says at the moment `:now` (a stamp) whether a pause holds; one without an end always does."""


@dataclass(frozen=True)
class Pause:
    """A pause that holds: `cause` is owner, restored or copied; `until` is None for one that only the owner ends."""

    cause: str
    until: datetime | None = None


def find_pause(db: Database, now: datetime) -> Pause | None:
    """The pause that holds at this moment, or None."""
    word = find_word(db, _WORD)
    if word is None:
        return None
    try:
        kept = json.loads(word)
        until = None if kept.get("until") is None else from_stamp(int(kept["until"]))
        pause = Pause(str(kept.get("cause", "owner")), until)
    except (ValueError, TypeError, AttributeError):
        return Pause("owner")
    return None if pause.until is not None and pause.until <= now else pause


def is_paused(db: Database, now: datetime) -> bool:
    """Whether nothing may be sent at this moment because of a pause."""
    return find_pause(db, now) is not None


def pause_as(db: Database, cause: str, now: datetime, until: datetime | None = None) -> None:
    """Pauses all sending and remembers why (`owner`, `restored` or `copied`), and when the pause ends by itself."""
    word = {"cause": cause, "at": stamp(now)} | ({} if until is None else {"until": stamp(until)})
    put_word(db, _WORD, json.dumps(word))


def end_pause(db: Database) -> None:
    """Messages may go again."""
    drop_word(db, _WORD)


def clear_ended(db: Database, now: datetime) -> bool:
    """Forgets a pause whose time is over; True when there was one."""
    with db.write():
        if find_word(db, _WORD) is None or find_pause(db, now) is not None:
            return False
        drop_word(db, _WORD)
        return True
