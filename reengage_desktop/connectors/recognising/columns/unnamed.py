"""What only a column's values say: which of several days is the order's, which unnamed column holds phone numbers."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from reengage_desktop.connectors.values.amounts import amount_reader, decide_amounts
from reengage_desktop.connectors.values.profiles import Profile, is_evidently, is_phone
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words

_FIGURES = re.compile(r"\d+")
_DAYS, _MONTHS = 31, 12
_MOSTLY = 0.8
_COST = frozenset("cost costs kosten cout coste costo custo koszt".split())
_PAPERS = frozenset({"documento", "dokument"})
"""Names of a number that may as well be that of an identity card."""
_LONGEST_APART = 400
"""Days: an order's own are not further from each other; a day years before it is her birthday or her first visit."""


def first_of_days(days: Sequence[str], profiles: Mapping[str, Profile]) -> str | None:
    """Of several columns of days the one that every order has and that comes before the others; None where none does.

    Whoever orders does so before anything is made, sent, fetched or paid.
    """
    fullest = max((profiles[column].filled for column in days), default=0)
    told = [(_middle(profiles[column]), column) for column in days if profiles[column].filled == fullest]
    if not told or any(middle is None for middle, _ in told):
        return None
    ordered = sorted((middle, column) for middle, column in told if middle is not None)
    return ordered[0][1] if ordered[-1][0] - ordered[0][0] <= _LONGEST_APART else None


def counts_rows(profile: Profile) -> bool:
    """Whether a column does no more than count the file's rows, from 1 or 0 up or down to it.

    Other files count theirs alike: such a number names nothing.
    """
    if not profile.values or profile.distinct < profile.filled or not all(map(str.isdecimal, profile.values)):
        return False
    numbers = [int(value) for value in profile.values]
    step = max(1, profile.filled // len(numbers))
    steps = {after - before for before, after in pairwise(numbers)} or {step}
    return (steps == {step} and numbers[0] <= 1) or (
        steps == {-step} and numbers[0] in {profile.filled, profile.filled - 1}
    )


def _middle(profile: Profile) -> int | None:
    """The middle one of a column's days, roughly counted; None where they are not written in figures."""
    found = [_FIGURES.findall(value)[:3] for value in profile.values]
    if not found or any(len(figures) < len(("day", "month", "year")) for figures in found):
        return None
    counted = []
    for first, second, third in ((int(a), int(b), int(c)) for a, b, c in found):
        year, month, day = (first, second, third) if first > _DAYS else (third, second, first)
        if month > _MONTHS:
            month, day = day, month
        counted.append((year * 12 + month) * 31 + day)
    return sorted(counted)[len(counted) // 2]


def is_smaller(profile: Profile, other: Profile) -> bool:
    """Whether a column's usual amount is smaller than another's: no total is less than a price in it."""
    usual, others = _usual(profile), _usual(other)
    return usual is not None and others is not None and usual < others


def _usual(profile: Profile) -> Decimal | None:
    read = amount_reader(decide_amounts(list(profile.values)))
    try:
        amounts = sorted(filter(None, map(read, profile.values)))
    except (ValueError, ArithmeticError):
        return None
    return amounts[len(amounts) // 2] if amounts else None


def find_cost(chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Where orders have no other amount, what they cost is what was paid: elsewhere it is what the shop paid."""
    if {"order_total", "line_total", "unit_price"} & set(chosen):
        return
    for column, profile in profiles.items():
        named = frozenset(normal(column).split())
        is_cost = bool(named & _COST) and named <= _COST | {"total"}
        if is_cost and column not in chosen.values() and is_evidently(profile, ValueType.MONEY):
            chosen["order_total" if "total" in named else "unit_price"] = column
            return


def find_phones(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Who left is known by a column of phone numbers where nothing else says who; not the shop's one number.

    They are written internationally, or the column is called nothing but `Number`.
    """
    if {"email", "phone"} & set(feeds):
        return
    taken = {column for feed in feeds.values() for column in feed.columns}
    bare = frozenset(load_words()["fields"]["order_id"]["alone"]) - _PAPERS
    for column, profile in profiles.items():
        is_bare = normal(column) in bare
        is_hers = profile.distinct > 1 or profile.filled == 1
        is_told = profile.share(is_phone if is_bare else _is_international) >= _MOSTLY
        if normal(column) not in taken and is_hers and is_told:
            feeds["phone"] = Feed((normal(column),), meanings=(None,))
            return


def _is_international(value: str) -> bool:
    return value.startswith("+") and is_phone(value)
