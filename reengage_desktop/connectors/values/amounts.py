"""Amounts and quantities in every notation; whether the comma or the point is the decimal mark is a column's matter."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from reengage_desktop.connectors.values.written import as_typed
from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.currencies import COINS, LOOSE, NAMED, SYMBOLS
from reengage_desktop.domain.places import CURRENCIES

_MARK = re.compile(
    "("
    + "|".join(re.escape(mark) for mark in sorted((*SYMBOLS, *LOOSE), key=len, reverse=True))
    + r"|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z]))(?:\.(?!\d))?"
)
_NAMES = "|".join(re.escape(name) for name in sorted(NAMED, key=len, reverse=True))
_NAMED = re.compile(
    rf"[(\s]*([-+]?)\s*(?:({_NAMES})\.?\s*)?([-+]?\d[\d.,'’\s]*-?)(?:({_NAMES})\.?)?(/-)?[)\s]*", re.IGNORECASE
)
"""A figure with a currency in a small word before or behind it, and nothing else: `Rs. 1,200/-`, `120 lei`."""
_SIGN = re.compile(r"[$€£¥￥₹]")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]+")
_BRACKETED = re.compile(r"[^\d()]*\([^()]*\d[^()]*\)[^\d()]*")
"""What is below zero in a book: `(12.50)`, `$ (12.50)`."""
_COINS_SIGNS = frozenset("€£$")
_COINS_BEHIND = re.compile(r"(\d)[€£$](\d\d)$")
_ROUND = re.compile(r"[.,:]-{1,2}$")
"""`12,-` and `12.--` in German and Dutch, `129:-` in Swedish."""
_IN_THREES = re.compile(r"[-+]?\d*(?:([^\d])\d{3}(?:\1\d{3})*|([^\d])\d{2}(?:\2\d{2})*\2\d{3})?")
"""How marks stand between thousands, and in India between what is above them."""
_APART = re.compile(r"\d[\s\u00a0\u202f\u2009'’]+(?!\d{3}(?!\d))\d")
_NUMBER = re.compile(r"[-+]?(\d[\d.,]*|[.,]\d+)")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
"""One mark that may stand behind thousands; that of `0.500` and `1250.125` can't."""
_EXPONENT = re.compile(r"-?\d(\.\d+)?[eE]\+?\d{1,2}")

_LARGEST = Decimal(10) ** 13
"""No amount and no quantity of a shop is as large: such a cell is a card's number, or a slip."""
_SHORT = 13


@dataclass(frozen=True)
class AmountRule:
    """How a column writes numbers. `has_marks`: some cells carry a currency's symbol or code.

    `counts_hundredths`: it holds whole cents, as programs keep them.
    """

    decimal_mark: str = "."
    has_marks: bool = False
    counts_hundredths: bool = False


def amount_reader(rule: AmountRule) -> Callable[[str], Decimal | None]:
    """A function from a trimmed cell to its exact number or None for blanks; it raises ValueError for other text."""

    def read(text: str) -> Decimal | None:
        if rule.decimal_mark == "." and len(text) <= _SHORT and not rule.counts_hundredths and _PLAIN.fullmatch(text):
            return Decimal(text)
        number = _read_slowly(text, rule.decimal_mark)
        if number is not None and rule.counts_hundredths:
            number = number.scaleb(-2)
        if number is not None and abs(number) >= _LARGEST:
            raise ValueError(text)
        return number

    return read


def _read_slowly(text: str, decimal_mark: str) -> Decimal | None:
    body = text.strip().removeprefix("'")
    if is_blank(body):
        return None
    if _EXPONENT.fullmatch(body):
        return Decimal(body)
    body = as_typed(body)
    is_below = bool(_BRACKETED.fullmatch(body))
    if is_below:
        body = body.replace("(", "").replace(")", "")
    figure = _figure(body)
    if figure.endswith("-") and not figure.startswith("-"):
        is_below, figure = True, figure[:-1]
    if not _NUMBER.fullmatch(figure):
        raise ValueError(text)
    number = Decimal(_normalise(figure, decimal_mark))
    return -abs(number) if is_below else number


def _figure(text: str) -> str:
    """The figure in a cell without its currency and the spaces in it; raises ValueError where there are two."""
    body = _COINS_BEHIND.sub(r"\1,\2", text) if text[-3:-2] in _COINS_SIGNS else text
    body = _MARK.sub(" ", body, count=1).strip()
    if _SPACES.search(body):
        if _APART.search(body):
            raise ValueError(text)
        body = _SPACES.sub("", body)
    if body.endswith("-"):
        body = _ROUND.sub("", body)
    if not _NUMBER.fullmatch(body) and _SIGN.search(text):  # "$29.00 USD" names its currency twice, "US $29" in two
        body = _MARK.sub("", _SPACES.sub("", text), count=2)
    if not _NUMBER.fullmatch(body) and (named := _NAMED.fullmatch(text)) and "(" not in text and ")" not in text:
        body = _SPACES.sub("", named[1] + named[3])
    return body


def _normalise(body: str, decimal_mark: str) -> str:
    """The digits with a point as decimal mark; where a cell has both marks, the last one is the decimal mark."""
    last_comma, last_point = body.rfind(","), body.rfind(".")
    if last_comma >= 0 and last_point >= 0:
        decimal_mark = "," if last_comma > last_point else "."
    group = "." if decimal_mark == "," else ","
    if decimal_mark not in body and body.count(group) == 1 and not _THOUSANDS.fullmatch(body):
        decimal_mark, group = group, decimal_mark  # 9,00 is no nine hundred in a column of points either
    if body.count(decimal_mark) > 1:  # 1,234,567 in a column of decimal commas
        decimal_mark, group = group, decimal_mark
    whole, _, parts = body.partition(decimal_mark)
    if group in parts or (group in whole and not _IN_THREES.fullmatch(whole)):
        raise ValueError(body)
    return f"{whole.replace(group, '')}.{parts}"


def currency_of(text: str, shop_currency: str) -> str | None:
    """The currency that a cell names by code or symbol; an ambiguous symbol means the shop's where that fits."""
    found = _MARK.search(text)
    if not found:
        return _named_in(text, shop_currency)
    mark = found[1]
    if mark in LOOSE:
        marks = _MARK.findall(_SPACES.sub("", text))
        mark = next((told for told in marks if told in SYMBOLS or told in CURRENCIES), mark)
    if mark in SYMBOLS:
        return SYMBOLS[mark]
    if mark in LOOSE:
        families = {"$": "USD", "¥": "JPY", "￥": "JPY", "kr": "SEK", "kr.": "DKK"}
        fits = {"$": "$", "¥": "Y", "￥": "Y", "kr": "K", "kr.": "K"}[mark]
        same = {"$": shop_currency.endswith("D") or shop_currency in {"MXN", "CLP", "COP", "ARS"}}.get(
            fits, shop_currency in ({"JPY", "CNY"} if fits == "Y" else {"SEK", "NOK", "DKK", "ISK"})
        )
        return shop_currency if same else families[mark]
    return mark if mark in CURRENCIES else _named_in(text, shop_currency)


def _named_in(text: str, shop_currency: str) -> str | None:
    named = _NAMED.fullmatch(text)
    name = (named[2] or named[4] or "").casefold() if named else ""
    meant = NAMED.get(name, (None,))
    return shop_currency if shop_currency in meant else meant[0]


def counts_hundredths(heading: str, cells: Iterable[str], in_cents: frozenset[str] = frozenset()) -> bool:
    """Whether a column named in comparable form for cents, or known for them, holds whole ones only: `amount_cents`."""
    words = set(heading.split())
    is_named = heading in in_cents or (bool(words & COINS) and "per" not in words)
    return is_named and not any("." in cell or "," in cell for cell in cells)


_PLAIN_COLUMN = re.compile(r"(?:-?[0-9]+(?:\.[0-9]{1,2})?)?(?:\n(?:-?[0-9]+(?:\.[0-9]{1,2})?)?)*")
"""A column in which nothing but a point before the last one or two digits stands."""


def _figure_of(cell: str) -> tuple[str, bool]:
    """A cell without its currency, and whether it names one."""
    if named := _NAMED.fullmatch(cell):
        return _SPACES.sub("", named[3]), bool(named[2] or named[4])
    return _MARK.sub("", _SPACES.sub("", cell)), bool(_MARK.search(cell))


class _Seen(NamedTuple):
    """How many cells of a column are written in which way.

    `comma`, `point`: with that decimal mark for certain; `group_comma`, `group_point`: with a mark before three digits.
    `bare`: without any. `has_millions`: a point comes twice.
    """

    has_marks: bool
    comma: int
    point: int
    group_comma: int
    group_point: int
    bare: int
    has_millions: bool


def _look_at(cells: Iterable[str]) -> _Seen:
    has_marks, comma, point, group_comma, group_point, bare = False, 0, 0, 0, 0, 0
    has_millions = False
    for cell in cells:
        text, is_marked = _figure_of(cell)
        has_marks = has_marks or is_marked
        found = _NUMBER.search(text)
        if not found:
            continue
        body = found[0].lstrip("+-")
        marks = [char for char in body if char in ",."]
        if not marks:
            bare += 1
            continue
        last = marks[-1]
        if len(set(marks)) == 2 or (len(marks) == 1 and not _THOUSANDS.fullmatch(body)):
            comma += last == ","
            point += last == "."
        elif len(marks) > 1 or last == ",":
            has_millions = has_millions or last == "."  # 1.250.000
            group_comma += last == ","
            group_point += last == "."
        else:
            group_point += 1
    return _Seen(has_marks, comma, point, group_comma, group_point, bare, has_millions)


def certain_mark(cells: Iterable[str]) -> str | None:
    """The decimal mark of a column of nothing but numbers that leaves no doubt about it; None for every other one."""
    filled = [cell for cell in map(str.strip, cells) if not is_blank(cell)]
    if not all(_NUMBER.fullmatch(_figure_of(cell)[0].strip("()-")) for cell in filled):
        return None
    seen = _look_at(filled)
    if bool(seen.comma) == bool(seen.point):
        return None
    return "," if seen.comma else "."


def decide_amounts(
    cells: Iterable[str],
    *,
    comma_is_usual: bool = False,
    comma_has_parts: bool = False,
    mark_beside: Callable[[], str | None] = lambda: None,
) -> AmountRule:
    """The column's rule from its cells, or from the file's other columns; `comma_is_usual` where nothing tells.

    `comma_has_parts`: who writes a comma means parts of one by it, too, where all cells have three digits behind it.
    """
    cells = list(cells)
    text = "\n".join(cells)
    if _PLAIN_COLUMN.fullmatch(text):
        return AmountRule("," if comma_is_usual and "." not in text else ".", has_marks=False)
    seen = _look_at(cells)
    if seen.comma or seen.point:
        mark = "," if seen.comma > seen.point else "."
    elif beside := None if seen.has_millions or seen.has_marks else mark_beside():
        mark = beside
    elif seen.group_comma and not seen.group_point:
        mark = "," if comma_has_parts and not seen.bare else "."
    else:
        mark = "," if comma_is_usual or seen.has_millions else "."
    return AmountRule(mark, seen.has_marks)
