"""What the PC itself says about the shop: country, time zone, currency; only where the owner has said nothing."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reengage_desktop.domain.places import COUNTRIES, CURRENCIES
from reengage_desktop.store import settings
from reengage_desktop.store.database import Database

_LANGUAGE_NAMES = ("LC_ALL", "LC_MONETARY", "LANG")


def adopt_defaults(db: Database, now: datetime) -> None:
    """Stores country, time zone and currency of the PC for a shop that has none yet, with origin `pc`."""
    known = settings.origins(db)
    wanted = [name for name in ("timezone", "country", "currency") if f"business.{name}" not in known]
    if not wanted:
        return
    zone = _zone_name()
    country = country_of(os.environ, zone, _system_language())
    found = {"timezone": zone, "country": country, "currency": currency_of(country, now.date())}
    with db.write():
        for name in wanted:
            settings.put(db, f"business.{name}", found[name], now, origin="pc")


def machine_mark() -> str:
    """A word that stays the same on this PC and differs on the next; empty where the system has none."""
    with suppress(OSError):
        return Path("/etc/machine-id").read_text(encoding="ascii").strip()
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    return ""


def _zone_name() -> str:
    from tzlocal import get_localzone_name  # noqa: PLC0415 - asked once in a shop's life

    try:
        name: str = get_localzone_name() or "UTC"
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return "UTC"
    return "UTC" if name in {"Etc/UTC", "Etc/UCT"} else name


def country_of(environ: Mapping[str, str], zone: str, language: str) -> str:
    """The country of the user's language settings, else of the time zone, else the United States."""
    for text in (*(environ.get(name, "") for name in _LANGUAGE_NAMES), language):
        found = re.match(r"[A-Za-z]{2,3}[_-](?:[A-Za-z]{4}[_-])?([A-Z]{2})\b", text)
        if found and found[1] in COUNTRIES:
            return found[1]
    from babel.core import get_global  # noqa: PLC0415 - asked once in a shop's life

    territory = str(get_global("zone_territories").get(zone, ""))
    return territory if territory in COUNTRIES else "US"


def _system_language() -> str:
    import locale  # noqa: PLC0415 - asked once in a shop's life

    return (locale.getlocale()[0] or "").replace("English_United States", "en_US")


def currency_of(country: str, day: date) -> str:
    """The currency that is legal tender there on that day."""
    from babel.numbers import get_territory_currencies  # noqa: PLC0415 - asked once in a shop's life

    found = get_territory_currencies(country, start_date=day, end_date=day)
    return str(found[0]) if found and found[0] in CURRENCIES else "USD"
