"""Column names made comparable: case, accents, punctuation and CamelCase no longer matter."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LIKE = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "đ": "d", "Đ": "d"}
"""Letters that are no letter with a mark, and how they are written where there are none."""
_NUMBER_SIGN = re.compile(r"(?<![^\W_])[Nn]\s?\.?\s?[º°]|№")
_CODE = r"[01jnostyJNOSTY](?:\s*[-=:\u2013]\s*|\s+)[^\W\d_]{2,}(?: [^\W\d_]+){0,3}"
_CODES = rf"{_CODE}\s*[/,;|]\s*{_CODE}\s*"
LEGEND = re.compile(
    rf"[(\uff08]\s*(?:\w{{1,2}}\s*[:=\uff1a\uff1d][^()\uff08\uff09]*|{_CODES})[)\uff09]|\s[-\u2013\u2014]\s+{_CODES}$"
)
"""What a heading says of its codes, in letters of either width: `(0: refused, 1: allowed)`, ` - 1 yes / 0 no`."""
_SAME = (
    (re.compile(r"\be mail\b"), "email"),
    (re.compile(r"\be mailadres(se)?\b"), "email address"),
    (re.compile(r"\bemailadres(se)?\b"), "email address"),
    (re.compile(r"\bno\b|\bnr\b|\bnum\b|\bnumber\b"), "number"),
    (re.compile(r"\bwhats app\b"), "whatsapp"),
    (re.compile(r"\bmw st\b"), "mwst"),
    (re.compile(r"\bu st\b"), "ust"),
    (re.compile(r"\bidentifier\b|\bkey\b"), "id"),
)


@lru_cache(maxsize=1 << 14)
def normal(heading: str) -> str:
    """`Customer E-Mail*`, `customer_email`, `CustomerEmail` and `Customer email (0=none)` are all `customer email`."""
    apart = _CAMEL.sub(" ", _numbered(LEGEND.sub("", heading)))
    folded = "".join(map(_without_accent, unicodedata.normalize("NFKC", apart)))
    text = " ".join(re.sub(r"[^\w]+|_", " ", folded.casefold().replace("#", " number ")).split())
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    return text


def _numbered(heading: str) -> str:
    """`N.º de venda` and `N° vente` name a number."""
    return _NUMBER_SIGN.sub(" number ", heading) if "º" in heading or "°" in heading or "№" in heading else heading


def _without_accent(char: str) -> str:
    """The base letter of a Latin letter with marks; other scripts keep theirs."""
    base = unicodedata.normalize("NFKD", char)[0]
    if char in _LIKE:
        return _LIKE[char]
    return base if base < "\u0250" else char
