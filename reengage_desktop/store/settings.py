"""The shop's settings and its few remembered words, such as its installation's id."""

import functools
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings, parse_setting
from reengage_desktop.store.database import Database


def load(db: Database) -> Settings:
    """A frozen snapshot of all settings; the same one as before where nothing was changed."""
    return _parsed(tuple(db.rows("SELECT key, value FROM settings")))


@functools.lru_cache(8)
def _parsed(texts: tuple[tuple[str, str], ...]) -> Settings:
    """The sender takes a snapshot for every message: most of them are alike."""
    return Settings(dict(texts))


def origins(db: Database) -> dict[str, str]:
    """Who said each stored setting: `owner`, `pc` or `file`."""
    return dict(db.rows("SELECT key, origin FROM settings"))


def put(db: Database, key: str, text: str, now: datetime, *, origin: str = "owner") -> None:
    """Stores one setting after checking it; raises SettingFault with the owner's sentence."""
    parse_setting(key, text)
    with db.write():
        db.run(
            "INSERT INTO settings (key, value, origin, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE "
            "SET value = excluded.value, origin = excluded.origin, changed_at = excluded.changed_at",
            (key, text.strip(), origin, stamp(now)),
        )


def find_word(db: Database, key: str) -> str | None:
    """A remembered word of the program's own, such as `installation_id`."""
    word: str | None = db.value("SELECT value FROM meta WHERE key = ?", (key,))
    return word


def put_word(db: Database, key: str, value: str) -> None:
    """Remembers a word of the program's own."""
    with db.write():
        db.run(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )


def drop_word(db: Database, key: str) -> None:
    """Forgets a word of the program's own."""
    with db.write():
        db.run("DELETE FROM meta WHERE key = ?", (key,))
