"""What a cell's number format says beside its number: a currency that stands nowhere else, zeros in front of an id."""

import re
from dataclasses import dataclass
from functools import cache
from locale import windows_locale

from reengage_desktop.connectors.vocabulary.currencies import LOOSE, SYMBOLS
from reengage_desktop.domain.places import CURRENCIES

_TOKEN = re.compile(r'\[([^\]]*)\]|"([^"]*)"|\\(.)|[_*].|(.)', re.DOTALL)
"""A part in brackets; quoted text; one escaped character; what only makes room; any other character."""
_MARK = re.compile(
    "|".join(
        [
            *(
                rf"(?<![^\W\d_]){re.escape(mark)}(?![^\W\d_])" if mark[0].isalpha() else re.escape(mark)
                for mark in sorted((*SYMBOLS, *LOOSE), key=len, reverse=True)
            ),
            r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])",
        ]
    )
)
_BARE = frozenset("0-+() ")
_LARGEST = 10**15
"""What a workbook keeps exactly."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How numbers are shown, as far as it matters: behind a currency's `mark`, or as digits in `places`.

    `places`: characters, a NUL for one digit each; other ones stand for themselves. One of both is empty.
    """

    mark: str = ""
    places: str = ""

    def shown(self, number: float) -> str | None:
        """The number as its owner reads it; None where the format takes more than zeros, such as a fraction."""
        if self.mark:
            text = f"{number:.15g}"
            # Three decimals could be taken for the three digits behind a thousands' point.
            return f"{text}0 {self.mark}" if text[-4:-3] == "." else f"{text} {self.mark}"
        if number != int(number) or abs(number) >= _LARGEST:
            return None
        digits = str(abs(int(number))).zfill(self.places.count("\0"))
        if number >= 0 and not self.places.strip("\0"):
            return digits
        first, *others = self.places.split("\0")
        head = len(digits) - len(others)
        text = first + digits[:head] + "".join(map("".join, zip(digits[head:], others, strict=True)))
        return f"-{text}" if number < 0 else text


@cache
def number_format(code: str) -> NumberFormat | None:
    """What a format in a workbook's own notation says: `00000`, `#,##0.00 [$€-407]`; None where it is of no matter."""
    literal, places, named = "", "", ""
    is_plain = True
    for found in _TOKEN.finditer(code):
        bracket, quoted, escaped, bare = found.groups()
        if bare == ";":
            break
        if bracket is not None and bracket.startswith("$"):
            symbol, _, where = bracket[1:].partition("-")
            named = named or _currency(symbol, where)
            literal, places = literal + symbol, places + symbol
        elif bracket is not None:
            is_plain = False
        elif bare is not None:
            is_plain = is_plain and bare in _BARE
            literal += " " if bare in "0#?.,%" else bare
            places += "\0" if bare == "0" else bare
        else:
            text = quoted or escaped or ""
            literal, places = literal + text, places + text
    if mark := named or _currency(literal, ""):
        return NumberFormat(mark=mark)
    if is_plain and (places.count("\0") > 1 or places == "+\0"):
        return NumberFormat(places=places)
    return None


def _currency(text: str, where: str) -> str:
    """The code of the currency that a text names, or its symbol where that is many countries'; empty for none.

    `where`: the language of a symbol; its country's currency is meant by a symbol that says no more.
    """
    for found in _MARK.finditer(text):
        mark = found[0]
        if mark in LOOSE:
            return _money_of(where) or mark
        if SYMBOLS.get(mark, mark) in CURRENCIES:
            return SYMBOLS.get(mark, mark)
    return _money_of(where) if text.strip() else ""


def _money_of(where: str) -> str:
    """The currency of a language's country, `409` and `en-US`; empty for none and for the euro, which has its sign."""
    try:
        name = windows_locale.get(int(where, 16) & 0xFFFF, "")
    except ValueError:
        name = where
    country = re.split("[-_]", name)[-1]
    if len(country) != 2 or not country.isupper():
        return ""
    from babel.numbers import get_territory_currencies  # noqa: PLC0415 - few workbooks name a country

    current = get_territory_currencies(country)
    return current[0] if current and current[0] != "EUR" else ""
