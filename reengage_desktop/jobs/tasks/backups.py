"""Backups: save a copy, read one through, put one in the shop's place."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from reengage_desktop.jobs.events import CustomersChanged, PausedChanged, QueueChanged, SettingsChanged
from reengage_desktop.jobs.locks import DAILY_RUN, MAINTENANCE, exclusive
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Paths, Shop
from reengage_desktop.store import backups, imports, ledger, sent_ledger

_DAY = timedelta(days=1)
_WAIT_S = 10.0
_DAILY = "daily-"
_EVERY_DAYS = 7
_MONDAYS_DAYS = 35
_LONGEST_DAYS = 35


@dataclass(frozen=True)
class BackupFile:
    """A sound copy of the shop."""

    file: Path
    size_bytes: int
    schema: int

    def as_json(self) -> dict[str, Any]:
        """`{"file", "bytes"}`, and the schema it holds."""
        return {"file": str(self.file), "bytes": self.size_bytes, "schema": self.schema}


@dataclass(frozen=True)
class Restored:
    """The shop was put back; it is paused until the owner resumes.

    `before` is the copy of what was there; None where that was too damaged to be copied.
    """

    backup: BackupFile
    before: Path | None

    def as_json(self) -> dict[str, Any]:
        """`{"file", "bytes"}`, that it is paused, and where the shop of before is."""
        before = None if self.before is None else str(self.before)
        return {**self.backup.as_json(), "paused": True, "before": before}


def create(shop: Shop, target: Path | None = None) -> BackupFile:
    """Saves a complete copy while the shop is in use; into the backups folder without a target."""
    file = _free_name(shop.paths, "shop", shop) if target is None else target.absolute()
    if file.exists():
        raise Refused(f"“{file}” is already there. Nothing was saved; name a file that is not.")
    return _shown(backups.create(shop.db, file))


def verify(_shop: Shop, file: Path) -> BackupFile:
    """Reads a copy through; raises StoreFault when it is damaged, newer, or none."""
    return _shown(backups.verify(file.absolute()))


def restore(shop: Shop, file: Path, *, wait_s: float = _WAIT_S) -> Restored:
    """Puts a copy in the shop's place, paused; what was there is saved first, and what was learned since is kept.

    Raises Held when a daily run goes on for longer than `wait_s` seconds, and ImportRefused while a file is imported:
    what it still has to write would go into the restored shop.
    """
    from reengage_desktop.engine.importing.turns import import_turn  # noqa: PLC0415 - seldom used

    found = verify(shop, file)
    now = shop.now()
    what = "the restore of a backup"
    with (
        exclusive(shop.paths.locks, DAILY_RUN, what, now, wait_s=wait_s),
        exclusive(shop.paths.locks, MAINTENANCE, what, now, wait_s=wait_s),
        import_turn(shop.db),
    ):
        before = None
        if backups.is_sound(shop.db):
            before = backups.create(shop.db, _free_name(shop.paths, "before-restore", shop)).path
        backups.restore(shop.db, found.file, now)
        with suppress(OSError):
            ledger.settle(shop.db, shop.paths.refusals, now)
            sent_ledger.settle(shop.db, now)
    for event in (CustomersChanged(), QueueChanged(), SettingsChanged(""), PausedChanged(paused=True)):
        shop.events.publish(event)
    return Restored(found, before)


def keep_daily(shop: Shop) -> tuple[Path | None, int]:
    """Saves today's copy if there is none, and lets older ones go: seven days and four Mondays stay.

    Gives the new copy, and how many were removed. Whatever is older than 35 days goes, whoever made it (promise 32).
    """
    today, target = _of_today(shop)
    made = None if target.exists() else create(shop, target).file
    removed = 0
    for file in shop.paths.backups.glob("*.db"):
        if file != target and _has_aged(file, today):
            file.unlink(missing_ok=True)
            removed += 1
    return made, removed


def keep_before_import(shop: Shop, is_stopped: Callable[[], bool]) -> Path | None:
    """Saves today's copy if there is none, before a file changes what the shop has had for longer than a day.

    What is younger came from files and can be taken back. Raises CopyStopped once `is_stopped` says so.
    """
    _today, target = _of_today(shop)
    if target.exists() or not imports.has_history(shop.db, shop.now() - _DAY):
        return None
    return backups.create(shop.db, target, is_stopped).path


def _of_today(shop: Shop) -> tuple[date, Path]:
    today = shop.now().astimezone(shop.settings().zone).date()
    return today, shop.paths.backups / f"{_DAILY}{today.isoformat()}.db"


def _has_aged(file: Path, today: date) -> bool:
    """Whether a copy is past its time, told by the date in its name, else by the file's own."""
    day = _named_day(file)
    if day is None:
        written = datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
        return (today - written).days >= _LONGEST_DAYS
    age = (today - day).days
    return age >= _MONDAYS_DAYS or (age >= _EVERY_DAYS and day.weekday() != 0)


def _named_day(file: Path) -> date | None:
    try:
        return date.fromisoformat(file.stem.removeprefix(_DAILY))
    except ValueError:
        return None


@dataclass(frozen=True)
class Copy:
    """One file of the backups folder. `kind`: daily, shop (by hand), before-restore or before-update."""

    file: Path
    kind: str
    size_bytes: int
    saved_at: datetime


def list_copies(paths: Paths) -> list[Copy]:
    """Every copy in the backups folder, the newest first."""
    return [_copy(file) for file in backups.list_copies(paths.backups)]


def _copy(file: Path) -> Copy:
    kinds = ("daily", "before-restore", "before-update", "shop")
    kind = next((each for each in kinds if file.stem.startswith(each)), "shop")
    return Copy(file, kind, file.stat().st_size, backups.saved_at(file))


def newest(paths: Paths) -> Path | None:
    """The newest copy in the backups folder."""
    return next(iter(backups.list_copies(paths.backups)), None)


def last_saved_on(shop: Shop) -> date | None:
    """The day of the newest copy in the backups folder, told by the daily copies' names, else by the file's own."""
    file = newest(shop.paths)
    if file is None:
        return None
    return _named_day(file) or backups.saved_at(file).astimezone(shop.settings().zone).date()


def _free_name(paths: Paths, stem: str, shop: Shop) -> Path:
    moment = shop.now().astimezone(shop.settings().zone)
    name = f"{stem}-{moment:%Y-%m-%d-%H%M%S}"
    file, count = paths.backups / f"{name}.db", 1
    while file.exists():
        count += 1
        file = paths.backups / f"{name}-{count}.db"
    return file


def _shown(backup: backups.Backup) -> BackupFile:
    return BackupFile(backup.path, backup.size_bytes, backup.schema)
