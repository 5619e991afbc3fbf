"""Documents that take back a part of another one: credit notes that name the invoice which they correct."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from reengage_desktop.connectors.checking.plan import Plan, RowRule
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.order_states import gives_back
from reengage_desktop.connectors.vocabulary.presets import load_words
from reengage_desktop.domain.sentences import Sentence

_MOST_WORDS = 20
"""What rows are of goes by few names."""
_WAYS_BACK = frozenset({"return", "retour", "ruckfahrt"})
"""What also names a journey, which is paid for."""
_SAME = ("order_id", "ordered_at", "product_id", "sku", "product_name")
"""What two rows about the same goods of an order say alike, but for their time."""
AMOUNTS = ("order_total", "line_total")
"""What says how much goes back, the whole before its parts."""


@dataclass(frozen=True)
class Correcting:
    """Where a document's row says which one it takes money back from: the column's place, and that of its type."""

    place: int
    type_place: int | None
    _credited: set[str] = field(default_factory=set)

    def rows(self, columns: Mapping[str, list[Any]], raw: Sequence[Sequence[str]]) -> list[int]:
        """The positions of the rows that do so: they name another document, and are below zero or a credit note."""
        named = raw[self.place]
        return [
            at
            for at, cell in enumerate(named)
            if cell.strip() and (_is_below_zero(columns, at) or self._is_credit(raw, at))
        ]

    def count_once(self, columns: Mapping[str, list[Any]], at: int) -> None:
        """A credit note's total stands on each of its lines, and is given back once: takes it off the further ones."""
        number, totals = columns["order_id"][at], columns.get("order_total")
        if not totals or number is None:
            return
        if number in self._credited:
            for name in AMOUNTS:
                if name in columns:
                    columns[name][at] = None
        elif totals[at] is not None:
            self._credited.add(number)

    def _is_credit(self, raw: Sequence[Sequence[str]], at: int) -> bool:
        return self.type_place is not None and gives_back(normal(raw[self.type_place][at]))


def _is_below_zero(columns: Mapping[str, list[Any]], at: int) -> bool:
    amounts = (columns[name][at] for name in AMOUNTS if columns.get(name))
    return any(amount is not None and amount < Decimal(0) for amount in amounts)


def correcting(plan: Plan, header: Sequence[str]) -> Correcting | None:
    """How the plan's rows correct others; None where none does."""
    if plan.corrects is None:
        return None
    kinds = (at for at, name in enumerate(header) if normal(name) in load_words()["corrects"]["types"])
    return Correcting(header.index(plan.corrects), next(kinds, None))


def find_correction(plan: Plan, header: Sequence[str], sample: Sequence[Sequence[str]]) -> str | None:
    """The column in which credit notes, and nothing else, name the document that they correct."""
    number = plan.columns.get("order_id")
    amount = next((plan.columns[name] for name in AMOUNTS if name in plan.columns), None)
    if number is None or amount is None:
        return None
    words = load_words()["corrects"]
    kinds = [at for at, name in enumerate(header) if normal(name) in words["types"]]
    own, paid = header.index(number), header.index(amount)
    for at, name in enumerate(header):
        naming = [row for row in sample if row[at].strip() and row[at].strip() != row[own].strip()]
        if normal(name) not in words["words"] or at in (own, paid) or not naming:
            continue
        if all(_gives_back(row, paid, kinds) for row in naming):
            return name
    return None


def _is_minus(cell: str) -> bool:
    amount = cell.strip().lstrip("'").replace("\u2212", "-")
    return "-" in amount or amount.startswith("(")


def _gives_back(row: Sequence[str], paid: int, kinds: Sequence[int]) -> bool:
    return _is_minus(row[paid]) or any(gives_back(normal(row[at])) for at in kinds)


def find_refunds(plan: Plan, header: Sequence[str], sample: Sequence[Sequence[str]]) -> RowRule | None:
    """The rows of a list of payments that, by a word of theirs, give the money of another row's order back.

    They are below zero, or say at another time the very same of the same goods: an item that came back says so once.
    Where no goods are told, and they come later than the sales, they may be above zero and a part of what was sold.
    """
    places = {name: header.index(plan.columns[name]) for name in (*_SAME, *AMOUNTS) if name in plan.columns}
    amount = next((places[name] for name in AMOUNTS if name in places), None)
    number, day = places.get("order_id"), places.get("ordered_at")
    if number is None or day is None or amount is None:
        return None
    alike = [amount, *(places[name] for name in _SAME if name in places and name != "ordered_at")]
    goods = [places[name] for name in ("product_id", "sku", "product_name") if name in places]
    for at, name in enumerate(header):
        words = {row[at] for row in sample}
        back = {word for word in words if gives_back(normal(word))} if len(words) <= _MOST_WORDS else set()
        if not back or at in alike:
            continue
        days: dict[tuple[str, ...], set[str]] = {}
        for row in sample:
            if row[number].strip() and row[at] not in back:
                days.setdefault(tuple(row[place] for place in alike), set()).add(row[day])
        given = [row for row in sample if row[at] in back]
        sold = {key[1] for key in days}
        is_plain = back < words and not any(row[place] for row in given for place in goods)
        if any(row[number] in sold for row in given) and (
            (is_plain and _come_later(given, sample, (number, day, at), back))
            or all(
                _is_minus(row[amount])
                or (
                    normal(row[at]) not in _WAYS_BACK
                    and days.get(tuple(row[place] for place in alike), {row[day]}) - {row[day]}
                )
                for row in given
            )
        ):
            return RowRule(name, tuple(map(normal, back)))
    return None


def _come_later(
    given: Sequence[Sequence[str]], sample: Sequence[Sequence[str]], places: tuple[int, int, int], back: set[str]
) -> bool:
    """Whether no row that gives money back is of the moment of its order's sale: then it is no state of a line."""
    number, day, at = places
    sold = {(row[number], row[day]) for row in sample if row[at] not in back}
    return all((row[number], row[day]) not in sold for row in given)


def note_on(plan: Plan) -> Sentence:
    """What the owner is told of such a column."""
    column = plan.corrects or ""
    text = f"Credit notes name in “{column}” the invoice that they correct: they lower that order and are no orders."
    return Sentence("credit_notes", text, column=column)
