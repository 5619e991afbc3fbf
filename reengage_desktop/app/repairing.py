"""Puts a backup in the place of a database that can't be opened, damaged or of a newer program (promises 13, 15)."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reengage_desktop.app.folders import choose_folder
from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.paths import prepare
from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.locks import MAINTENANCE, exclusive
from reengage_desktop.jobs.present import system_now
from reengage_desktop.jobs.shop import Paths
from reengage_desktop.jobs.tasks.backups import BackupFile
from reengage_desktop.store import backups
from reengage_desktop.store.database import Database, DatabaseDamaged, StoreFault
from reengage_desktop.store.migrate import NewerDatabase
from reengage_desktop.store.migrations import CURRENT_VERSION

_WAIT_S = 10.0


@dataclass(frozen=True)
class Repaired:
    """The shop was put back; it is paused. `before` is the file that could not be opened; None where it was gone."""

    backup: BackupFile
    before: Path | None

    def as_json(self) -> dict[str, Any]:
        """`{"file", "bytes"}`, that it is paused, and where the file of before is."""
        before = None if self.before is None else str(self.before)
        return {**self.backup.as_json(), "paused": True, "before": before}


def find_offered(fault: BaseException) -> Path | None:
    """The copy from which a shop that could not be opened can be put back; None where there is none."""
    return fault.copy if isinstance(fault, (DatabaseDamaged, NewerDatabase)) else None


def replace_damaged(folder: Path | None, environ: dict[str, str], file: Path, now: datetime | None = None) -> Repaired:
    """Sets a database that can't be opened aside and opens the shop from a backup, paused.

    Raises StoreFault or OSError when the backup can't be trusted; that file is then where it was.
    """
    paths, moment = prepare(choose_folder(folder, environ)), now or system_now()
    found = backups.verify(file.absolute())
    with exclusive(paths.locks, MAINTENANCE, "the restore of a backup", moment, wait_s=_WAIT_S):
        aside = _set_aside(paths, moment)
        live = Database(paths.database)
        try:
            backups.restore(live, found.path, moment)
        except BaseException:
            live.close()
            _put_back(paths, aside)
            raise
        live.close()
    open_shop(Wishes(folder=paths.folder, clock=lambda: moment)).close()
    return Repaired(BackupFile(found.path, found.size_bytes, found.schema), aside if aside.exists() else None)


def _set_aside(paths: Paths, now: datetime) -> Path:
    aside = paths.folder / f"shop-{'newer' if _is_newer(paths) else 'damaged'}-{stamp(now)}.db"
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            shutil.move(f"{paths.database}{suffix}", f"{aside}{suffix}")
    return aside


def _is_newer(paths: Paths) -> bool:
    try:
        return backups.schema_of(paths.database) > CURRENT_VERSION
    except (StoreFault, OSError):
        return False


def _put_back(paths: Paths, aside: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        paths.database.with_name(paths.database.name + suffix).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            shutil.move(f"{aside}{suffix}", f"{paths.database}{suffix}")
