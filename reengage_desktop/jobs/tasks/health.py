"""`doctor`: whether everything that the program needs is there and sound, each check with its finding."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop import __version__, resources
from reengage_desktop.channels.registry import availability
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.moments import iso
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store.database import SAFE_WAL_VERSION, StoreFault, sqlite_version
from reengage_desktop.store.migrate import version_of
from reengage_desktop.store.migrations import CURRENT_VERSION

_LITTLE_SPACE = 200_000_000
_PARTS = ("icons", "presets", "sample", "templates", "theme")
_ZONES = ("America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Europe/Berlin")


@dataclass(frozen=True)
class Check:
    """One finding. A warning is nothing that keeps the program from working."""

    name: str
    ok: bool
    detail: str
    is_warning: bool = False


@dataclass(frozen=True)
class Health:
    """All findings."""

    checks: list[Check]

    @property
    def is_ok(self) -> bool:
        """Whether nothing is wrong; warnings don't count."""
        return all(check.ok for check in self.checks)

    def as_json(self) -> dict[str, Any]:
        """`{"ok", "checks"}`."""
        shown = [
            {"name": check.name, "ok": check.ok, "detail": check.detail, "warning": check.is_warning}
            for check in self.checks
        ]
        return {"ok": self.is_ok, "checks": shown}


def doctor(shop: Shop) -> Health:
    """Looks at everything; nothing is changed and no provider is called."""
    looks: tuple[Callable[[Shop], Check | list[Check]], ...] = (
        _program,
        _database,
        _sqlite,
        _disk,
        _clock,
        _time_zone,
        _scheduler,
        _keyring,
        _providers,
        _parts,
    )
    found: list[Check] = []
    for look in looks:
        result = look(shop)
        found += result if isinstance(result, list) else [result]
    return Health(found)


def _program(_shop: Shop) -> Check:
    kind = "packed" if _packed_folder() else "from its source"
    python = ".".join(map(str, sys.version_info[:3]))
    return Check("program", ok=True, detail=f"Version {__version__}, {kind}, Python {python} on {sys.platform}.")


def _database(shop: Shop) -> Check:
    try:
        sound = shop.db.value("PRAGMA quick_check(1)") == "ok"
        broken = shop.db.row("PRAGMA foreign_key_check") is not None
        schema = version_of(shop.db)
    except StoreFault as fault:
        return Check("database", ok=False, detail=str(fault))
    if not sound or broken:
        detail = "The shop's database is damaged. Nothing is sent from it; restore the newest good backup."
        return Check("database", ok=False, detail=detail)
    size = shop.paths.database.stat().st_size / 1_000_000
    return Check(
        "database", schema == CURRENT_VERSION, f"Sound, schema {schema}, {size:.1f} MB in {shop.paths.folder}."
    )


def _sqlite(_shop: Shop) -> Check:
    version = ".".join(map(str, sqlite_version()))
    if sqlite_version() >= SAFE_WAL_VERSION:
        return Check("sqlite", ok=True, detail=f"SQLite {version} with a write-ahead log.")
    detail = f"SQLite {version} is older than 3.51.3: a rollback journal is used instead of the write-ahead log."
    return Check("sqlite", ok=True, detail=detail, is_warning=True)


def _disk(shop: Shop) -> Check:
    probe = shop.paths.locks / "doctor.probe"
    try:
        probe.write_bytes(b"ok")
        probe.unlink()
        free = shutil.disk_usage(shop.paths.folder).free
    except OSError as fault:
        reason = fault.strerror or "the system refused"
        return Check("disk", ok=False, detail=f"The shop's folder can't be written ({reason}): nothing can be sent.")
    room = f"{free / 1_000_000_000:.1f} GB free."
    if free < _LITTLE_SPACE:
        return Check("disk", ok=True, detail=f"Only {room} Free some space soon.", is_warning=True)
    return Check("disk", ok=True, detail=room)


def _clock(shop: Shop) -> Check:
    now, zone = shop.now(), shop.settings().zone
    if now < clock_watch.FIRST_DAY:
        detail = f"The PC's clock says {iso(now, zone)}: nothing is sent until it is right."
        return Check("clock", ok=False, detail=detail)
    latest = clock_watch.find_latest(shop.db)
    is_untrusted = clock_watch.is_untrusted(shop.db)
    if latest is not None and (is_untrusted or latest > now + clock_watch.BEHIND):
        detail = f"It is {iso(now, zone)}, but the last run is recorded for {iso(latest, zone)}."
        detail += " Nothing is sent until the date is right, or you say so under Home." if is_untrusted else ""
        return Check("clock", ok=not is_untrusted, detail=detail, is_warning=not is_untrusted)
    return Check("clock", ok=True, detail=f"It is {iso(now, zone)}.")


def _time_zone(shop: Shop) -> Check:
    lacking = [name for name in _ZONES if not _knows_zone(name)]
    if lacking:
        return Check("timezone", ok=False, detail=f"Time zones are missing ({', '.join(lacking)}): install it again.")
    return Check("timezone", ok=True, detail=f"The shop's time zone is {shop.settings().text('business.timezone')}.")


def _knows_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _scheduler(_shop: Shop) -> Check:
    try:
        import_module("reengage_desktop.jobs.clock")
    except ImportError as fault:
        return Check("scheduler", ok=False, detail=f"The scheduler can't be loaded ({fault.name}): install it again.")
    if os.environ.get("DISABLE_AUTO_ENGAGEMENT", "").strip().casefold() == "true":
        detail = "DISABLE_AUTO_ENGAGEMENT is set: nothing runs by itself on this PC."
        return Check("scheduler", ok=True, detail=detail, is_warning=True)
    return Check("scheduler", ok=True, detail="Ready; it runs while the window or its tray is open.")


def _keyring(shop: Shop) -> Check:
    try:
        secrets = shop.secrets
        if secrets.is_lasting:
            secrets.get("smtp", "password")
            return Check("keyring", ok=True, detail=f"Secrets are kept in {secrets.backend_name}.")
        detail = (
            "This PC has no safe password store: keys are kept until the program closes, and nothing is sent in the "
            "background. On Linux install and start GNOME Keyring, KWallet or KeePassXC."
        )
    except SecretsFault as fault:
        detail = str(fault)
    return Check("keyring", ok=True, detail=detail, is_warning=True)


def _providers(shop: Shop) -> list[Check]:
    settings = shop.settings()
    states = availability(settings, shop.secrets)
    found = [
        Check(f"channel {name}", ok=True, detail=f"Ready through {state.provider}.")
        if state.configured
        else Check(f"channel {name}", ok=True, detail=state.detail, is_warning=name in settings.channels)
        for name, state in states.items()
    ]
    if not any(state.configured for state in states.values()):
        detail = "No channel is connected yet: nobody can be written to. Set one up under Settings, Connections."
        found.insert(0, Check("providers", ok=True, detail=detail, is_warning=True))
    return found


def _parts(_shop: Shop) -> list[Check]:
    lacking = [name for name in _PARTS if not _has_files(resources.resource_path(name))]
    detail = (
        f"Missing: {', '.join(lacking)}; install it again." if lacking else "Everything that ships with it is there."
    )
    found = [Check("resources", ok=not lacking, detail=detail)]
    if not _has_files(resources.resource_path("i18n")):
        found.append(Check("translations", ok=True, detail="The window speaks English only.", is_warning=True))
    packed = _packed_folder()
    if packed is not None:
        missing = list(_missing_plugins(packed))
        detail = f"Missing: {', '.join(missing)}; install it again." if missing else "The window's parts are packed."
        found.append(Check("window parts", ok=not missing, detail=detail))
    return found


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _packed_folder() -> Path | None:
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)


def _missing_plugins(packed: Path) -> Iterator[str]:
    platform = {"win32": "qwindows", "darwin": "qcocoa"}.get(sys.platform, "qxcb")
    for folder, plugin in (("platforms", platform), ("iconengines", "qsvgicon"), ("imageformats", "qsvg")):
        if not any(packed.glob(f"PySide6/**/plugins/{folder}/*{plugin}*")):
            yield f"{folder}/{plugin}"
