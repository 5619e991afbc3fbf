"""`backup create|verify|restore`."""

import os
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.app.repairing import Repaired, replace_damaged
from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.opening import open_for, present
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.store.database import DatabaseDamaged
from reengage_desktop.store.migrate import NewerDatabase


def create(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Saves a copy; into a folder that is there."""
    target = None if arguments.out is None else Path(arguments.out).absolute()
    if target is not None and not target.parent.is_dir():
        raise Refused(f"There is no folder “{target.parent}”. Nothing was saved; name one that is there.")
    found = backups.create(shop, target)
    return Answer(found.as_json(), f"Saved and checked: {found.file} ({found.size_bytes:,} bytes).")


def verify(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Reads a copy through."""
    found = backups.verify(shop, _file(arguments.file))
    return Answer(found.as_json(), f"Sound: {found.file} ({found.size_bytes:,} bytes).")


def restore(arguments: Any, stage: Stage) -> Answer:
    """Puts a copy in the shop's place, also where the shop itself can't be opened any more."""
    file = _file(arguments.file)
    try:
        shop = open_for(arguments, stage)
    except (DatabaseDamaged, NewerDatabase):
        folder = None if arguments.data_dir is None else Path(arguments.data_dir)
        now = present(arguments, stage, ZoneInfo("UTC"))  # the shop's own zone can't be read
        return _restored(replace_damaged(folder, dict(os.environ), file, now))
    try:
        return _restored(backups.restore(shop, file))
    finally:
        shop.close()


def _file(name: str) -> Path:
    if Path(name).is_dir():
        raise Refused(f"“{name}” is a folder. Nothing was changed; name the backup inside it.")
    return Path(name)


def _restored(found: backups.Restored | Repaired) -> Answer:
    kept = f"What was there before is in {found.before}. " if found.before else ""
    if isinstance(found, backups.Restored) and found.before is None:
        kept = "What was there before was too damaged to be copied. "
    text = f"Restored from {found.backup.file}. {kept}Sending is paused; resume with: reengage-desktop resume"
    return Answer(found.as_json(), text)
