"""Calling codes in a column of their own, which stand before the numbers beside them."""

import re
from collections.abc import Mapping

from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words

_HEADINGS = frozenset(
    "country code|phone country code|mobile country code|calling code|country calling code|dial code|dialing code|"
    "phone code|phone prefix|prefix|international prefix|landesvorwahl|landervorwahl|vorwahl land|indicatif|"
    "indicatif pays|prefijo|prefijo internacional|prefijo pais|prefisso|prefisso internazionale|landcode|landnummer|"
    "landnumber|codigo do pais|codigo pais|codigo de pais|ddi|indicativo|kierunkowy|kod kraju|国番号".split("|")
)
AREA_CODES = frozenset("ddd|area code|phone area code|vorwahl|codigo de area|cod area|prefisso|prefijo".split("|"))
"""Headings of codes that are those of areas, where the numbers beside them are not whole without."""
_CODE = re.compile(r"(?:\+|00)?[1-9]\d{0,2}")
_HALF = 0.5


def add_calling_code(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Joins the code and the number; a bare `Number` beside such a code is that of a phone."""
    code = next((name for name, each in profiles.items() if normal(name) in _HEADINGS and _are_codes(each)), None)
    number = _number_of(feeds, profiles) if code else None
    if code and number and profiles[number].share(lambda value: value.startswith(("+", "00"))) < _HALF:
        is_told = normal(code) not in AREA_CODES
        feeds["phone"] = Feed((normal(code), normal(number)), is_joined=True, has_calling_code=is_told)


def _are_codes(profile: Profile) -> bool:
    from reengage_desktop.connectors.values.phones import is_calling_code  # noqa: PLC0415 - slow to import, and for few

    return profile.share(_CODE.fullmatch) == 1 and profile.share(is_calling_code) == 1


def _number_of(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> str | None:
    """The column of phone numbers, where there is one and no more."""
    bare = load_words()["fields"]["order_id"]["alone"]
    told = feeds["phone"].columns if "phone" in feeds else bare
    found = [name for name, each in profiles.items() if normal(name) in told and is_evidently(each, ValueType.PHONE)]
    return found[0] if len(found) == 1 and ("phone" not in feeds or len(told) == 1) else None
