"""`backup create|verify|restore`."""

from pathlib import Path
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups


def create(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Saves a copy."""
    found = backups.create(shop, None if arguments.out is None else Path(arguments.out))
    return Answer(found.as_json(), f"Saved and checked: {found.file} ({found.size_bytes:,} bytes).")


def verify(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Reads a copy through."""
    found = backups.verify(shop, Path(arguments.file))
    return Answer(found.as_json(), f"Sound: {found.file} ({found.size_bytes:,} bytes).")


def restore(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Puts a copy in the shop's place."""
    found = backups.restore(shop, Path(arguments.file))
    kept = f" What was there before is in {found.before}." if found.before else ""
    text = f"Restored from {found.backup.file}.{kept} Sending is paused; resume with: reengage-desktop resume"
    return Answer(found.as_json(), text)
