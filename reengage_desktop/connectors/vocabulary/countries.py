"""Countries by code, by name in the languages of exports, and by the forms people type."""

import json
from functools import cache

from reengage_desktop.domain.places import COUNTRIES
from reengage_desktop.resources import resource_path

_ALIASES = {
    "uk": "GB", "u.k.": "GB", "u.k": "GB", "gb": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "great britain": "GB", "el": "GR", "u.s": "US", "u.s.": "US", "u.s.a": "US",
    "u.s.a.": "US", "usa": "US", "united states of america": "US", "america": "US", "holland": "NL",
    "the netherlands": "NL", "czech republic": "CZ", "south korea": "KR", "korea": "KR", "russia": "RU",
    "turkey": "TR", "ivory coast": "CI", "vietnam": "VN", "hong kong": "HK", "macau": "MO", "taiwan": "TW",
    "brasil": "BR", "brd": "DE", "eire": "IE", "rsa": "ZA", "uae": "AE", "republic of ireland": "IE",
    "channel islands": "JE",
}  # fmt: skip


@cache
def _codes() -> dict[str, str]:
    """By name or code in small letters. The file is made from the library's names by `tests/connectors/countries.py`.

    To read them from the library itself, all those languages of it, costs more than all else that is found out here.
    """
    names: dict[str, str] = json.loads(resource_path("countries.json").read_text("utf-8"))
    return names | _ALIASES


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country by code or name, else None."""
    code = text.strip().upper()
    if code in COUNTRIES:
        return code
    return _codes().get(" ".join(text.split()).casefold())
