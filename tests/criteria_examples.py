"""Random criteria, and what they mean in plain Python: the oracle that the SQL is held against."""

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from math import ceil
from typing import Any

from hypothesis import strategies as st

from reengage_desktop.domain.criteria import FIELDS, OPS_WITHOUT_VALUE, Condition, Criteria, FieldKind
from reengage_desktop.domain.moments import days_between
from reengage_desktop.domain.money import to_minor
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Segment

WORDS = ("Leeds", "york", "YORK", "Köln", "KÖLN", "50%", "a_b", "o'brien")
_VALUES: dict[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.DAYS: st.integers(0, 120),
    FieldKind.COUNT: st.integers(0, 4),
    FieldKind.PERCENT: st.integers(0, 200),
    FieldKind.MONEY: st.decimals(0, 60, places=2),
    FieldKind.WORD: st.sampled_from(WORDS),
    FieldKind.CHOICE: st.sampled_from(WORDS),
    FieldKind.SWITCH: st.booleans(),
    FieldKind.IDS: st.integers(1, 12),
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """Any condition that there can be."""
    asked = FIELDS[draw(st.sampled_from(sorted(FIELDS)))]
    op = draw(st.sampled_from(asked.ops))
    one = st.sampled_from(asked.choices) if asked.choices else _VALUES[asked.kind]
    if op in OPS_WITHOUT_VALUE:
        return Condition(asked.name, op)
    if op == "between":
        return Condition(asked.name, op, tuple(sorted((draw(one), draw(one)))))
    if op in ("in", "not_in"):
        return Condition(asked.name, op, tuple(draw(st.lists(one, min_size=1, max_size=3, unique=True))))
    return Condition(asked.name, op, draw(one))


def criteria() -> st.SearchStrategy[Criteria]:
    """Any combination of them."""
    some = conditions()
    inner = st.recursive(
        some,
        lambda each: st.builds(
            Criteria, st.sampled_from(("all", "any", "not")), st.lists(each, min_size=1, max_size=3).map(tuple)
        ),
        max_leaves=5,
    )
    return inner.map(lambda part: part if isinstance(part, Criteria) else Criteria("all", (part,)))


@dataclass
class Person:
    """A customer as the oracle knows her; moments are aware, money is minor units."""

    id: int
    moments: dict[str, datetime | None]
    orders_count: int
    lifetime_value_minor: int
    median_gap_days: float | None
    words: dict[str, set[str]]
    agreed: set[ChannelName] = field(default_factory=set)
    segments: set[Segment] = field(default_factory=set)
    campaigns: set[int] = field(default_factory=set)
    enquiries_count: int = 0


def picks(
    asked: Condition | Criteria, person: Person, everybody: list[Person], settings: Settings, now: datetime
) -> bool:
    """Whether the criteria pick this person."""
    if isinstance(asked, Criteria):
        answers = [picks(part, person, everybody, settings, now) for part in asked.parts]
        return {"all": all(answers), "any": any(answers), "not": not any(answers)}[asked.mode]
    if asked.op in ("is_not", "not_in"):
        opposite = Condition(asked.field, "is" if asked.op == "is_not" else "in", asked.value)
        return not picks(opposite, person, everybody, settings, now)
    if asked.field in person.moments:
        moment = person.moments[asked.field]
        days = None if moment is None else days_between(moment, now, settings.zone)
        return _compares(asked, days, asked.value)
    return _other(asked, person, everybody, settings, now)


def _other(asked: Condition, person: Person, everybody: list[Person], settings: Settings, now: datetime) -> bool:
    wanted: Any = asked.value
    some = wanted if isinstance(wanted, tuple) else (wanted,)
    numbers = {
        "orders_count": float(person.orders_count),
        "enquiries_count": float(person.enquiries_count),
        "lifetime_value": float(person.lifetime_value_minor),
        "average_order_value": person.lifetime_value_minor / person.orders_count if person.orders_count else None,
        "rhythm_percent": _rhythm(person, settings, now),
    }
    if asked.field in numbers:
        if FIELDS[asked.field].kind is FieldKind.MONEY and wanted is not None:
            exact = tuple(to_minor(Decimal(each), settings.currency) for each in some)
            wanted = exact if asked.op == "between" else exact[0]
        return _compares(asked, numbers[asked.field], wanted)
    if asked.field == "best_percent":
        return _is_best(person, everybody, wanted)
    if asked.field == "never_ordered":
        return (person.moments["last_order_days"] is None) is wanted
    hers = {**person.words, "agreed_channel": {str(each) for each in person.agreed}}
    if asked.field in hers:
        return _is_member(asked, hers[asked.field])
    hers_by_field: dict[str, set[Any]] = {
        "customer_id": {person.id},
        "segment": person.segments,
        "got_campaign": person.campaigns,
    }
    return bool(hers_by_field[asked.field] & set(some))


def _rhythm(person: Person, settings: Settings, now: datetime) -> float | None:
    bought = person.moments["last_order_days"]
    if bought is None or not person.median_gap_days:
        return None
    return days_between(bought, now, settings.zone) * 100.0 / person.median_gap_days


def _is_best(person: Person, everybody: list[Person], percent: int) -> bool:
    spent = sorted((each.lifetime_value_minor for each in everybody if each.lifetime_value_minor > 0), reverse=True)
    as_good = sum(each >= person.lifetime_value_minor for each in spent)
    return person.lifetime_value_minor > 0 and as_good <= ceil(len(spent) * min(100, percent) / 100)


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": operator.ge,
    "at_most": operator.le,
    "more_than": operator.gt,
    "less_than": operator.lt,
    "is": operator.eq,
    "between": lambda value, bounds: bool(bounds[0] <= value <= bounds[1]),
}


def _compares(asked: Condition, value: float | None, wanted: Any) -> bool:
    if asked.op in ("is_filled", "is_empty"):
        return (value is not None) == (asked.op == "is_filled")
    return value is not None and _COMPARE[asked.op](value, wanted)


def _is_member(asked: Condition, hers: set[str]) -> bool:
    if asked.op in ("is_filled", "is_empty"):
        return bool(hers) == (asked.op == "is_filled")
    lowered = {each.lower() for each in hers}
    if asked.op == "contains":
        return any(str(asked.value).lower() in each for each in lowered)
    wanted = asked.value if isinstance(asked.value, tuple) else (asked.value,)
    return bool(lowered & {str(each).lower() for each in wanted})
