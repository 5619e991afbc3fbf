"""In which time zones a person may be: from her own word, else from her phone number and her country."""

from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import phonenumbers
from phonenumbers import timezone as phone_zones

_UNKNOWN = "Etc/Unknown"


def recipient_zones(timezone: str | None, phone: str | None, country: str | None) -> tuple[ZoneInfo, ...]:
    """Every zone that the person may be in; none when that can't be told.

    Her own time zone decides where it is known. Else the zones of her number, narrowed to those of her country. Where
    number and country contradict each other she may be in either, so the zones of both are given.
    """
    if timezone and _is_zone(timezone):
        return (ZoneInfo(timezone),)
    by_phone = _zones_of_phone(phone) if phone else ()
    by_country = zones_of_country(country) if country else ()
    if by_phone and by_country:
        names = tuple(name for name in by_phone if name in by_country) or by_phone + by_country
    else:
        names = by_phone or by_country
    return tuple(ZoneInfo(name) for name in dict.fromkeys(names))


def zones_of_country(country: str) -> tuple[str, ...]:
    """The zones of a country (ISO 3166-1 alpha-2), as the time zone database lists them."""
    return _table().get(country.upper(), ())


@lru_cache(maxsize=1024)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=4096)
def _zones_of_phone(phone: str) -> tuple[str, ...]:
    """The zones of an E.164 number; those of all countries with its prefix where the number itself tells none."""
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return ()
    found = phone_zones.time_zones_for_number(number)
    names = tuple(name for name in found if name != _UNKNOWN and _is_zone(name))
    if names:
        return names
    return tuple(dict.fromkeys(name for region in _regions_of_phone(phone) for name in zones_of_country(region)))


@lru_cache(maxsize=4096)
def _regions_of_phone(phone: str) -> tuple[str, ...]:
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return ()
    return tuple(phonenumbers.region_codes_for_country_code(number.country_code or 0))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, name, *_ = line.split("\t")
            found.setdefault(country, []).append(name)
    return {country: tuple(names) for country, names in found.items()}
