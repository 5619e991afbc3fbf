"""Amounts and quantities in every notation; whether the comma or the point is the decimal mark is a column's matter."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.currencies import COINS, LOOSE, NAMED, SYMBOLS
from reengage_desktop.domain.places import CURRENCIES

_MARK = re.compile(
    "("
    + "|".join(re.escape(mark) for mark in sorted((*SYMBOLS, *LOOSE), key=len, reverse=True))
    + r"|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z]))"
)
_NAMES = "|".join(re.escape(name) for name in sorted(NAMED, key=len, reverse=True))
_NAMED = re.compile(
    rf"[(\s]*([-+]?)\s*(?:({_NAMES})\.?\s*)?([-+]?\d[\d.,'’\s]*-?)(?:({_NAMES})\.?)?(/-)?[)\s]*", re.IGNORECASE
)
"""A figure with a currency in a small word before or behind it, and nothing else: `Rs. 1,200/-`, `120 lei`."""
_SIGN = re.compile(r"[$€£¥￥₹]")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]+")
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
    body = body.replace("\u2212", "-").replace("\u2013", "-")
    negative = body.startswith("(") and body.endswith(")")
    body = _SPACES.sub("", _MARK.sub("", body.strip("()"), count=1))
    # "12,-" and "12.--" are round amounts in German and Dutch.
    body = re.sub(r"[.,]-{1,2}$", "", body)
    if not _NUMBER.fullmatch(body) and _SIGN.search(text):  # "$29.00 USD" names its currency twice, "US $29" in two
        body = _MARK.sub("", _SPACES.sub("", text).strip("()"), count=2)
    if not _NUMBER.fullmatch(body) and (named := _NAMED.fullmatch(text)):
        body = _SPACES.sub("", named[1] + named[3])
    if body.endswith("-") and not body.startswith("-"):
        negative, body = True, body[:-1]
    if not _NUMBER.fullmatch(body):
        raise ValueError(text)
    number = Decimal(_normalise(body, decimal_mark))
    return -abs(number) if negative else number


def _normalise(body: str, decimal_mark: str) -> str:
    """The digits with a point as decimal mark; where a cell has both marks, the last one is the decimal mark."""
    last_comma, last_point = body.rfind(","), body.rfind(".")
    if last_comma >= 0 and last_point >= 0:
        decimal_mark = "," if last_comma > last_point else "."
    group = "." if decimal_mark == "," else ","
    if decimal_mark not in body and body.count(group) == 1 and not _THOUSANDS.fullmatch(body):
        decimal_mark, group = group, decimal_mark  # 9,00 is no nine hundred in a column of points either
    body = body.replace(group, "")
    if body.count(decimal_mark) > 1:  # 1,234,567 in a column of decimal commas
        body = body.replace(decimal_mark, "")
    return body.replace(decimal_mark, ".")


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


def decide_amounts(cells: Iterable[str], *, comma_is_usual: bool = False) -> AmountRule:
    """The column's rule from its cells; `comma_is_usual` where nothing in the column tells."""
    cells = list(cells)
    text = "\n".join(cells)
    if _PLAIN_COLUMN.fullmatch(text):
        return AmountRule("," if comma_is_usual and "." not in text else ".", has_marks=False)
    has_marks, comma, point, group_comma, group_point = False, 0, 0, 0, 0
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
    if comma or point:
        return AmountRule("," if comma > point else ".", has_marks)
    if group_comma and not group_point:
        return AmountRule(".", has_marks)
    return AmountRule("," if comma_is_usual or has_millions else ".", has_marks)
