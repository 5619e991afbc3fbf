"""Whether the database is older than the one that was here last: somebody put an old file in its place by hand.

The program's own restore pauses the shop and takes out what waits. A file that was copied over the live one would do
neither, and would send again what went out since it was saved (promise 14). A small file beside the database remembers
how many calls it had made.
"""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reengage_desktop.store import restoring
from reengage_desktop.store.database import Database


def notice(db: Database, file: Path, now: datetime) -> bool:
    """Pauses a shop that has made fewer calls than the file remembers, and takes out what waits; True when it did."""
    if _remembered(file) <= _calls(db) or db.value("SELECT 1 FROM outbox LIMIT 1") is None:
        return False
    with db.write():
        restoring.take_out(db, now)
    remember(db, file)
    return True


def remember(db: Database, file: Path) -> None:
    """Writes down how many calls the shop has made."""
    calls = _calls(db)
    if calls == _remembered(file):
        return
    part = file.with_name(file.name + ".part")
    part.write_text(json.dumps({"calls": calls}), encoding="ascii")
    part.replace(file)


def _calls(db: Database) -> int:
    return int(db.value("SELECT coalesce(max(id), 0) FROM attempts"))


def _remembered(file: Path) -> int:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return int(json.loads(file.read_text(encoding="ascii"))["calls"])
    return 0
