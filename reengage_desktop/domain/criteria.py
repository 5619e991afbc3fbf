"""Whom a group or a campaign means: conditions on customers, joined by all, any and not (C14).

Pure; `store.matching` makes SQL of it.

A payload is what files, the command line and the database hold: `{"all" | "any" | "not": [...]}` of
`{"field", "op", "value"}` and of further such combinations.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from reengage_desktop.domain.criteria_values import Reading, reading_of, shown
from reengage_desktop.domain.vocabulary import ChannelName, Segment

Mode = Literal["all", "any", "not"]
Value = bool | int | Decimal | str | tuple[bool | int | Decimal | str, ...] | None

MODES: tuple[Mode, ...] = ("all", "any", "not")
DEEPEST = 6
"""So many combinations may stand inside each other."""

MOST = 200
"""So many conditions may there be altogether."""


class FieldKind(StrEnum):
    """What a field's value is, and with it how the owner enters it."""

    DAYS = "days"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    CHOICE = "choice"
    WORD = "word"
    SWITCH = "switch"
    IDS = "ids"


_RANGE = ("at_least", "at_most", "more_than", "less_than", "is", "is_not", "between")
_KNOWN = ("is_filled", "is_empty")
_MEMBER = ("is", "is_not", "in", "not_in")

OPS_WITHOUT_VALUE = frozenset(_KNOWN)
OPS_WITH_LIST = frozenset({"in", "not_in", "between"})

_OTHER_WORDS: dict[str, str] = {
    ">=": "at_least", "gte": "at_least", "min": "at_least", "<=": "at_most", "lte": "at_most", "max": "at_most",
    "within": "at_most", ">": "more_than", "gt": "more_than", "before": "more_than", "older_than": "more_than",
    "<": "less_than", "lt": "less_than", "=": "is", "==": "is", "eq": "is", "equals": "is", "!=": "is_not",
    "<>": "is_not", "ne": "is_not", "one_of": "in", "none_of": "not_in", "has": "is", "has_not": "is_not",
    "is_not_empty": "is_filled", "is_known": "is_filled", "is_unknown": "is_empty",
}  # fmt: skip
"""What people and other programs write for an op."""


@dataclass(frozen=True)
class CriterionField:
    """One thing to ask about a customer. `choices`: the only values there are; empty: whatever the shop's data hold."""

    name: str
    kind: FieldKind
    ops: tuple[str, ...]
    choices: tuple[str, ...] = ()


def _catalogue() -> Iterator[CriterionField]:
    for name in ("last_order_days", "first_order_days", "last_contact_days", "last_enquiry_days"):
        yield CriterionField(name, FieldKind.DAYS, (*_RANGE, *_KNOWN))
    for name in ("orders_count", "enquiries_count"):
        yield CriterionField(name, FieldKind.COUNT, _RANGE)
    yield CriterionField("lifetime_value", FieldKind.MONEY, _RANGE)
    yield CriterionField("average_order_value", FieldKind.MONEY, (*_RANGE, *_KNOWN))
    yield CriterionField("rhythm_percent", FieldKind.PERCENT, ("at_least", "at_most", "more_than", "less_than"))
    yield CriterionField("best_percent", FieldKind.PERCENT, ("at_most",))
    for name in ("status", "agent", "category", "product", "tag", "service_type"):
        yield CriterionField(name, FieldKind.CHOICE, (*_MEMBER, *_KNOWN))
    yield CriterionField("segment", FieldKind.CHOICE, _MEMBER, tuple(Segment))
    for name in ("country", "language"):
        yield CriterionField(name, FieldKind.CHOICE, (*_MEMBER, *_KNOWN))
    yield CriterionField("agreed_channel", FieldKind.CHOICE, (*_MEMBER, *_KNOWN), tuple(ChannelName))
    yield CriterionField("city", FieldKind.WORD, (*_MEMBER, "contains", *_KNOWN))
    yield CriterionField("never_ordered", FieldKind.SWITCH, ("is", "is_not"))
    for name in ("customer_id", "got_campaign"):
        yield CriterionField(name, FieldKind.IDS, _MEMBER)


FIELDS: dict[str, CriterionField] = {each.name: each for each in _catalogue()}
"""Everything that can be asked about a customer, in the order in which the owner is offered it.

The days count whole calendar days of the shop from the last (first) purchase, contact or enquiry to today. Contact is
the later of what a file said, the last message that went to her and her last enquiry. `rhythm_percent`: her silence as
a share of her usual gap between orders. `best_percent`: among so many per cent who spent most. `got_campaign`: a
message of one of these campaigns, by their numbers, went to her.
"""


@dataclass(frozen=True)
class Condition:
    """One question about a customer; what is not known of her never meets one, but `is_not`, `not_in`, `is_empty`."""

    field: str
    op: str
    value: Value = None


@dataclass(frozen=True)
class Criteria:
    """Conditions and combinations joined: all of them, at least one (`any`), none of them (`not`).

    Without parts it is everybody.
    """

    mode: Mode = "all"
    parts: tuple["Condition | Criteria", ...] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition at whatever depth, in reading order."""
        found: list[Condition] = []
        for part in self.parts:
            found += [part] if isinstance(part, Condition) else part.conditions
        return tuple(found)


EVERYBODY = Criteria()


class CriteriaRefused(ValueError):
    """Criteria that can't be understood; `faults` are all of them, each a sentence."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = tuple(faults)


def of_ids(ids: Sequence[int]) -> Criteria:
    """A fixed list of customers."""
    return Criteria("all", (Condition("customer_id", "in", tuple(ids)),))


def parse(payload: object) -> Criteria:
    """The criteria of a payload; raises CriteriaRefused with every fault at once.

    An empty payload is everybody; a lone condition is a combination of one.
    """
    reader = _Reader()
    found = reader.read(payload)
    if reader.faults:
        raise CriteriaRefused(reader.faults)
    return found if isinstance(found, Criteria) else Criteria("all", (found,))


def as_payload(criteria: Criteria) -> dict[str, Any]:
    """The payload that `parse` reads back; amounts as text, as JSON has no exact ones."""
    return {criteria.mode: [_part_payload(part) for part in criteria.parts]}


def _part_payload(part: Condition | Criteria) -> dict[str, Any]:
    if isinstance(part, Criteria):
        return as_payload(part)
    plain = {"field": part.field, "op": part.op}
    return plain if part.op in OPS_WITHOUT_VALUE else {**plain, "value": _plain(part.value)}


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def nearest(word: str, known: Sequence[str]) -> str:
    """` Did you mean “…”?` where a known word is like it, else the list of those that there are."""
    found = difflib.get_close_matches(word.casefold(), known, n=1, cutoff=0.55)
    if found:
        return f"Did you mean “{found[0]}”?"
    return f"There are: {', '.join(known)}."


class _Reader:
    """Reads a payload and collects what is wrong with it."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._number = 0

    def read(self, payload: object, depth: int = 1) -> Condition | Criteria:
        """A combination or a condition; everybody in the place of what is at fault."""
        if depth == 1 and (payload is None or payload == {}):
            return EVERYBODY
        try:
            return self._part(payload, depth)
        except ValueError as fault:
            self.faults.append(str(fault))
            return EVERYBODY

    def _part(self, payload: object, depth: int) -> Condition | Criteria:
        if isinstance(payload, Mapping):
            return self._condition(payload) if "field" in payload else self._combination(payload, depth)
        raise ValueError(f"“{shown(payload)}” is neither a condition nor a combination of conditions.")

    def _combination(self, payload: Mapping[Any, Any], depth: int) -> Criteria:
        mode = _mode(payload)
        if depth > DEEPEST:
            raise ValueError(f"More than {DEEPEST} combinations stand inside each other.")
        parts = payload[mode] if isinstance(payload[mode], list | tuple) else None
        if parts is None or (not parts and (mode != "all" or depth > 1)):
            raise ValueError(f"“{mode}” needs a list of conditions.")
        return Criteria(mode, tuple(self.read(part, depth + 1) for part in parts))

    def _condition(self, payload: Mapping[Any, Any]) -> Condition | Criteria:
        self._number += 1
        if self._number > MOST:
            if self._number == MOST + 1:
                raise ValueError(f"There are more than {MOST} conditions.")
            return EVERYBODY
        where = f"Condition {self._number}: "
        strange = [str(key) for key in payload if key not in _PARTS]
        if strange:
            raise ValueError(f"{where}“{strange[0]}” is no part of one. {nearest(strange[0], _PARTS)}")
        name = str(payload["field"])
        if name not in FIELDS:
            raise ValueError(f"{where}there is no field “{shown(name)}”. {nearest(name, tuple(FIELDS))}")
        try:
            op = _op(FIELDS[name], payload)
            return Condition(name, op, _value(FIELDS[name], op, payload.get("value")))
        except ValueError as fault:
            raise ValueError(f"{where}“{name}” {fault}") from None


_PARTS = ("field", "op", "value")


def _mode(payload: Mapping[Any, Any]) -> Mode:
    found: list[Mode] = [mode for mode in MODES if mode in payload]
    strange = [str(key) for key in payload if key not in MODES]
    if strange:
        raise ValueError(f"“{shown(strange[0])}” joins nothing. {nearest(strange[0], MODES)}")
    if len(found) != 1:
        raise ValueError(
            f"{' and '.join(found)} stand side by side; put one inside the other."
            if found
            else "A combination is empty."
        )
    return found[0]


def _op(asked: CriterionField, payload: Mapping[Any, Any]) -> str:
    """The op under its own name; a list makes `in` of `is`."""
    word = str(payload.get("op") or ("is" if "is" in asked.ops else asked.ops[0]))
    op = _OTHER_WORDS.get(word, word)
    if isinstance(payload.get("value"), list | tuple) and op in ("is", "is_not"):
        op = "in" if op == "is" else "not_in"
    if op not in asked.ops:
        raise ValueError(f"knows no “{shown(word)}”. {nearest(word, asked.ops)}")
    return op


def _value(asked: CriterionField, op: str, value: object) -> Value:
    if op in OPS_WITHOUT_VALUE:
        return None
    reading = reading_of(asked.kind)
    if op not in OPS_WITH_LIST:
        return _single(asked, reading, value)
    found = tuple(_single(asked, reading, each) for each in value) if isinstance(value, list | tuple) else None
    if op == "between":
        if found is None or len(found) != 2 or not _is_rising(*found):
            raise ValueError("with “between” needs a list of two values, the lower one first.")
        return found
    if not found and (found is None or asked.kind is not FieldKind.IDS):
        raise ValueError(f"with “{op}” needs a list of at least one value.")
    return tuple(dict.fromkeys(found))


def _is_rising(low: object, high: object) -> bool:
    return isinstance(low, int | Decimal) and isinstance(high, int | Decimal) and low <= high


def _single(asked: CriterionField, reading: Reading, value: object) -> bool | int | Decimal | str:
    found = reading(value)
    if asked.choices and found not in asked.choices:
        raise ValueError(f"knows no “{found}”. {nearest(str(found), asked.choices)}")
    return found
