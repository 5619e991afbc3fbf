"""Languages as lists of customers name them: by codes of two or three letters, by their names, by a country's code."""

import re
from functools import cache, lru_cache

from reengage_desktop.connectors.vocabulary.headings import normal

CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1."""
_LETTERS = {"d": "de", "e": "en", "f": "fr", "i": "it"}
"""How lists of three-tongued shops write them."""
_NAMED_IN = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja")
_TAG = re.compile(r"([a-z]{2})(?:-[a-z0-9]+)*", re.IGNORECASE)


@lru_cache(maxsize=512)
def language_code(cell: str) -> str | None:
    """A language as its code, with its region where one is told (`de-AT`); None where none is known by that name.

    Whoever's language is unknown is written to in the shop's.
    """
    text = cell.strip().replace("_", "-")
    tag = _TAG.fullmatch(text)
    if tag and tag[1].lower() in CODES:
        return text
    word = normal(text)
    first = word.split()[0] if word else ""
    return _LETTERS.get(word) or _names().get(word) or _names().get(first) or (_spoken_in(word) if tag else None)


@cache
def _names() -> dict[str, str]:
    """Codes by the languages' names in the tongues that exports are written in, and by codes of three letters."""
    from babel import Locale  # noqa: PLC0415 - seldom asked: lists have codes
    from babel.core import get_global  # noqa: PLC0415

    three = {alias: code for alias, code in get_global("language_aliases").items() if code in CODES}
    names = {normal(name): code for each in _NAMED_IN for code, name in Locale(each).languages.items() if code in CODES}
    return three | {"ger": "de", "fre": "fr", "dut": "nl", "cze": "cs", "gre": "el", "chi": "zh", "rum": "ro"} | names


def _spoken_in(country: str) -> str | None:
    from babel.languages import get_official_languages  # noqa: PLC0415

    spoken = get_official_languages(country.upper())
    return spoken[0] if spoken and spoken[0] in CODES else None
