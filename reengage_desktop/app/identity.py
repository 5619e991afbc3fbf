"""Who this shop is: its folder's own mark, the name that its messages carry, and whether its database was copied."""

import json
import secrets
import string
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reengage_desktop.app.machine import machine_mark
from reengage_desktop.jobs.shop import Paths
from reengage_desktop.store import settings, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.pausing import pause_as

_MARK = "folder.json"


def settle(db: Database, paths: Paths, now: datetime) -> str:
    """Makes what is missing and gives the folder's own id, under which its credentials are kept.

    A database that was last opened in another folder or on another PC is a copy: it opens paused, under a new name, so
    that two shops never send as one (promise 14).
    """
    folder_id, is_moved = _folder_id(paths)
    if settings.find_word(db, "installation_id") is None:
        _name(db, folder_id, now)
    elif is_moved or settings.find_word(db, "folder_id") != folder_id:
        with db.write():
            pause_as(db, "copied", now)
            settings.put_word(db, "installation_id", secrets.token_hex(16))
            settings.put_word(db, "folder_id", folder_id)
    return folder_id


def _name(db: Database, folder_id: str, now: datetime) -> None:
    with db.write():
        if settings.find_word(db, "installation_id") is not None:
            return  # another process was faster
        settings.put_word(db, "installation_id", secrets.token_hex(16))
        settings.put_word(db, "folder_id", folder_id)
        suppressions.address_salt(db)
        if "reengagement.id" not in settings.origins(db):
            letters = string.ascii_letters + string.digits
            identity = "aec_" + "".join(secrets.choice(letters) for _ in range(20))
            settings.put(db, "reengagement.id", identity, now, origin="pc")


def _folder_id(paths: Paths) -> tuple[str, bool]:
    """The folder's id and whether the whole folder was moved or copied since it was last used.

    A folder that was moved on this PC keeps its id, and with it its keys.
    """
    here = {"path": str(paths.folder.resolve()), "machine": machine_mark()}
    file = paths.folder / _MARK
    with suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads(file.read_text(encoding="utf-8"))
        folder_id, place = str(known["id"]), known["place"]
        if place == here:
            return folder_id, False
        if place["machine"] != here["machine"] or (Path(place["path"]) / _MARK).exists():
            folder_id = secrets.token_hex(16)  # a copy: the keys of the original are not its own
        _write(paths, folder_id, here)
        return folder_id, True
    folder_id = secrets.token_hex(16)
    _write(paths, folder_id, here)
    return folder_id, False


def _write(paths: Paths, folder_id: str, here: dict[str, str]) -> None:
    part = paths.folder / f"{_MARK}.{secrets.token_hex(4)}.part"
    part.write_text(json.dumps({"id": folder_id, "place": here}), encoding="utf-8")
    part.replace(paths.folder / _MARK)
