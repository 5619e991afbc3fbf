"""Countries by code, by name in the languages of exports, and by the forms people type."""

from functools import cache

from reengage_desktop.domain.places import COUNTRIES

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "sv", "da", "nb", "fi", "cs")
_ALIASES = {
    "uk": "GB", "u.k.": "GB", "u.k": "GB", "gb": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "great britain": "GB", "el": "GR", "u.s": "US", "u.s.": "US", "u.s.a": "US",
    "u.s.a.": "US", "usa": "US", "united states of america": "US", "america": "US", "holland": "NL",
    "the netherlands": "NL", "czech republic": "CZ", "south korea": "KR", "korea": "KR", "russia": "RU",
    "turkey": "TR", "ivory coast": "CI", "vietnam": "VN", "hong kong": "HK", "macau": "MO", "taiwan": "TW",
    "brasil": "BR", "brd": "DE", "eire": "IE", "rsa": "ZA", "uae": "AE", "republic of ireland": "IE",
    "channel islands": "JE",
}  # fmt: skip


def _names(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - slow to import, and most files write codes

    return {str(code): str(name) for code, name in Locale(language).territories.items()}


@cache
def _codes() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415 - see _names

    known = {code for code in _names("en") if len(code) == 2 and code.isalpha()} - {"EU", "UN", "EZ", "ZZ"}
    codes = {code.casefold(): code for code in known}
    for alias, targets in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and targets and targets[0] in known:
            codes[alias.casefold()] = targets[0]
    for language in _LANGUAGES:
        for code, name in _names(language).items():
            if code in known:
                codes.setdefault(name.casefold(), code)
    return codes | _ALIASES


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country by code or name, else None."""
    code = text.strip().upper()
    if code in COUNTRIES:
        return code
    return _codes().get(" ".join(text.split()).casefold())
