"""The currency that a file names for all its amounts: in a heading, above the header, or in its cells."""

import re
from collections.abc import Sequence

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.values.amounts import currency_of
from reengage_desktop.connectors.vocabulary.currencies import SYMBOLS
from reengage_desktop.connectors.vocabulary.fields import FIELDS, MONEY_FIELDS, ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.places import CURRENCIES
from reengage_desktop.domain.settings import Settings

_WORDS_LIKE_CODES = frozenset("all top try mad pen cup".split())
"""Codes of currencies that are words in small letters: `total_all`."""
_EACH_IN_ITALIAN = re.compile(r"(?:prezz|import|cost).*\bcad")
_CURRENCY_ABOVE = re.compile(
    r"(?:\b(?:in|en|em|w|currency|wahrung|währung|devise|moneda|valuta|waluta|moeda)\b|通貨)\s*:?\s*\(?([A-Z]{3}\b|[€£]|zł)",
    re.IGNORECASE,
)


def take_currency_of_heading(plan: Plan, above: str, settings: Settings) -> None:
    """`Total (EUR)`, `Price in £`: the heading, or a line above it, names the currency of cells that name none."""
    if "currency" not in FIELDS[plan.kind] or plan.has("currency") or "currency" in plan.constants:
        return
    money = [source for source in plan.sources if source.type is ValueType.MONEY]
    named = {_currency_in(source.main_column, settings) for source in money} & CURRENCIES
    if not named and money and (said := _CURRENCY_ABOVE.search(above)):
        named = {currency_of(said[1], settings.currency)} & CURRENCIES
    if len(named) == 1:
        plan.constants = {**plan.constants, "currency": str(named.pop())}


def _currency_in(heading: str, settings: Settings) -> str | None:
    """The currency that a heading names, in small letters too where it begins or ends with its code: `total_eur`."""
    words = normal(heading).split()
    is_told = len(words) > 1 and not _EACH_IN_ITALIAN.match(" ".join(words))
    ends = {words[0], words[-1]} - _WORDS_LIKE_CODES if is_told else set()
    code = next((end.upper() for end in ends if end.upper() in CURRENCIES), None)
    return currency_of(heading, settings.currency) or code


def one_currency(table: Table, plan: Plan, sample: Sequence[Sequence[str]], settings: Settings) -> str | None:
    """The currency that the file names, where it names exactly one."""
    if "currency" in plan.constants:
        return plan.constants["currency"]
    by_field = {source.field: source for source in plan.sources}
    found: set[str | None] = set()
    if "currency" in by_field:
        at = table.header.index(by_field["currency"].columns[0])
        found = {row[at].strip().upper() for row in sample if row[at].strip()}
    for name in (*MONEY_FIELDS, "price"):
        if not found and name in by_field:
            at = table.header.index(by_field[name].columns[0])
            found = {currency_of(row[at], settings.currency) for row in sample} - {None}
    only = found.pop() if len(found) == 1 else None
    return only if only and (len(only) == 3 or only in SYMBOLS.values()) else None
