"""What a country brings with it: the prefix of its phone numbers, its money, its language and its clocks.

Slow to import (it reads the world's tables): ask in the background.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from unicodedata import combining, normalize

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies
from phonenumbers import country_code_for_region

from reengage_desktop.app.machine import currency_of

# Where the list of zones does not begin with the one that most people live in.
_MAIN_ZONES = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "KZ": "Asia/Almaty",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
}


@dataclass(frozen=True)
class Place:
    """A country: `prefix` is like `+49`, `zones` begins with the likeliest, `languages` with the most used."""

    country: str
    prefix: str
    currency: str
    languages: tuple[str, ...]
    zones: tuple[str, ...]


def find_place(country: str, zone_here: str, day: date) -> Place:
    """What goes with a country on that day; the PC's own zone comes first where it is one of the country's."""
    zones = _zones(country)
    likeliest = zone_here if zone_here in zones else _MAIN_ZONES.get(country)
    ordered = sorted(zones, key=lambda zone: zone != likeliest)
    languages = tuple(str(each) for each in get_official_languages(country, de_facto=True))
    code = country_code_for_region(country)
    return Place(country, f"+{code}" if code else "", currency_of(country, day), languages, tuple(ordered))


def list_countries(language: str) -> list[tuple[str, str]]:
    """Every country that has phones, as (code, name in that language), by name."""
    names = {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
    countries = [pair for pair in names.items() if country_code_for_region(pair[0])]
    return sorted(countries, key=lambda pair: _collated(pair[1]))


def list_currencies(language: str, day: date) -> list[tuple[str, str]]:
    """Every money that is legal tender somewhere on that day, as (code, name in that language), by code."""
    names = Locale.parse(language).currencies
    codes = {
        str(code)
        for territory in get_global("territory_currencies")
        for code in get_territory_currencies(territory, start_date=day, end_date=day)
    }
    return [(code, str(names.get(code, code))) for code in sorted(codes)]


def _zones(country: str) -> Sequence[str]:
    """The country's time zones in the order of the tz database, which mostly puts the largest first."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return [row[2] for row in rows if row[0] == country]


def _collated(name: str) -> str:
    """Letters with marks stand beside those without."""
    return "".join(letter for letter in normalize("NFD", name.casefold()) if not combining(letter))
