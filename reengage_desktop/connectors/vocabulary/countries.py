"""Countries by code, by name in the languages of exports, and by the forms people type."""

import json
import re
from functools import cache
from unicodedata import combining, normalize

from reengage_desktop.domain.places import COUNTRIES
from reengage_desktop.resources import resource_path

_ALIASES = {
    "uk": "GB", "u.k.": "GB", "u.k": "GB", "gb": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "great britain": "GB", "el": "GR", "u.s": "US", "u.s.": "US", "u.s.a": "US",
    "u.s.a.": "US", "usa": "US", "united states of america": "US", "america": "US", "holland": "NL",
    "the netherlands": "NL", "czech republic": "CZ", "south korea": "KR", "korea": "KR", "russia": "RU",
    "turkey": "TR", "ivory coast": "CI", "vietnam": "VN", "hong kong": "HK", "macau": "MO", "taiwan": "TW",
    "brasil": "BR", "brd": "DE", "eire": "IE", "rsa": "ZA", "uae": "AE", "republic of ireland": "IE",
    "channel islands": "JE", "u s a": "US", "u s": "US", "ee uu": "US", "eeuu": "US", "eua": "US", "アメリカ": "US",
    "米国": "US", "etats unis d amerique": "US", "estados unidos de america": "US", "usa united states": "US",
    "vereinigte staaten von amerika": "US", "英国": "GB", "grande bretagne": "GB", "gran bretana": "GB",
    "grossbritannien": "GB", "gran bretagna": "GB", "groot brittannie": "GB", "gra bretanha": "GB", "inghilterra": "GB",
    "inglaterra": "GB", "angleterre": "GB", "engeland": "GB", "anglia": "GB",
    "united kingdom of great britain and northern ireland": "GB", "oesterreich": "AT", "daenemark": "DK",
    "tuerkei": "TR", "rumaenien": "RO", "suedafrika": "ZA", "bundesrepublik deutschland": "DE", "mejico": "MX",
    "olanda": "NL", "holanda": "NL", "holandia": "NL", "hollande": "NL", "repubblica ceca": "CZ",
    "republica checa": "CZ", "republique tcheque": "CZ", "tschechische republik": "CZ", "korea republic of": "KR",
    "republic of korea": "KR", "russian federation": "RU", "viet nam": "VN", "iran islamic republic of": "IR",
    "moldova republic of": "MD", "taiwan province of china": "TW", "tanzania united republic of": "TZ",
    "bolivia plurinational state of": "BO", "venezuela bolivarian republic of": "VE", "macedonia": "MK",
    "north macedonia": "MK", "hong kong sar": "HK", "slovak republic": "SK", "republic of south africa": "ZA",
}  # fmt: skip

_SIGNS = re.compile(r"[\W_]+")
_CODE_BEHIND = re.compile(r"\s*\([A-Z]{2,3}\)\s*$")
_LONGEST = 60


@cache
def _codes() -> dict[str, str]:
    """By name or code in small letters. The file is made from the library's names by `tests/connectors/countries.py`.

    To read them from the library itself, all those languages of it, costs more than all else that is found out here.
    """
    names: dict[str, str] = json.loads(resource_path("countries.json").read_text("utf-8"))
    return names | _ALIASES


@cache
def _folded() -> dict[str, str]:
    folded: dict[str, str] = {}
    for name, code in _codes().items():
        folded.setdefault(_fold(name), code)
    return folded


def _fold(name: str) -> str:
    """A name without accents and signs, and without the article before it."""
    bare = "".join(char for char in normalize("NFKD", name.casefold()) if not combining(char))
    return _SIGNS.sub(" ", bare).strip().removeprefix("the ")


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country by code or name, else None.

    A name counts without its accents, too, and with its code in brackets behind it.
    """
    code = text.strip().upper()
    if code in COUNTRIES:
        return code
    if found := _codes().get(" ".join(text.split()).casefold()):
        return found
    if not 2 < len(code) <= _LONGEST:
        return None
    return _folded().get(_fold(_CODE_BEHIND.sub("", code)))
