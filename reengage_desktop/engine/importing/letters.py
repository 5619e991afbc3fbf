"""Puts a customer's postal address together from a file's columns, in the lines in which her country writes it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from babel import Locale

PARTS = ("street", "street2", "postcode", "city", "region", "country")
"""The fields of a file that an address is made of."""

_TOWN_FIRST = frozenset("US CA AU NZ IN SG HK TH TW ID PH MY KR ZA".split())
_CODE_APART = frozenset("GB IE GG JE IM".split())
_BREAK = re.compile(r"\s*(?:[\r\n]+|,|;|\s{2,})\s*")
_DECIMAL = re.compile(r"\d+\.0+")


class Letters:
    """The addresses of one file; `home`: the shop's country, which is not written on a letter within it."""

    def __init__(self, home: str) -> None:
        self._home = home

    def column(self, parts: Mapping[str, Sequence[str | None]], count: int) -> list[str | None]:
        """The lines of every row; None where a letter could not arrive. `parts`: a column for each of PARTS."""
        if not any(parts["street"]):
            return [None] * count
        is_whole = not any(parts["postcode"]) and not any(parts["city"])
        lines = self._whole if is_whole else self._lines
        return [lines(*row) for row in zip(*(parts[name] for name in PARTS), strict=True)]

    def _whole(self, street: str | None, *_others: str | None) -> str | None:
        """A column that holds the whole address: two parts at least, of which one is the town."""
        lines = _filled(_BREAK.split(street or ""))
        return "\n".join(lines) if len(lines) > 1 else None

    def _lines(
        self,
        street: str | None,
        street2: str | None,
        postcode: str | None,
        city: str | None,
        region: str | None,
        country: str | None,
    ) -> str | None:
        first = _filled((street or "").splitlines())
        if not first or not (postcode or city):
            return None
        found = _filled((*first, street2, *_town(_code(postcode), city or "", region or "", country or self._home)))
        if country and country != self._home:
            found.append(_name_of(country, self._home))
        return "\n".join(found)


def _town(postcode: str, city: str, region: str, country: str) -> tuple[str, ...]:
    if country in _TOWN_FIRST:
        end = " ".join(_filled((region, postcode)))
        return (", ".join(_filled((city, end))),)
    if country in _CODE_APART:
        return city, region if region != city else "", postcode
    return (" ".join(_filled((postcode, city))),)


def _code(postcode: str | None) -> str:
    """A postcode that a spreadsheet took for a number is one again."""
    text = (postcode or "").strip().strip("'")
    return text.partition(".")[0] if _DECIMAL.fullmatch(text) else text


def _filled(parts: Iterable[str | None]) -> list[str]:
    return [text for part in parts if (text := (part or "").strip())]


@lru_cache(maxsize=512)
def _name_of(country: str, home: str) -> str:
    """The country in capitals, in English, as the posts of the world ask for; by the shop's neighbours in German."""
    locale = Locale("de" if home in {"DE", "AT", "CH", "LI"} else "en")
    return str(locale.territories.get(country, country)).upper()
