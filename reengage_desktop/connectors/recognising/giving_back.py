"""Columns beside an order's state that say that it was called off or given back: ticks, days and types of rows."""

import re
from collections.abc import Mapping

from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS
from reengage_desktop.connectors.vocabulary.order_states import gives_back, status_of
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words
from reengage_desktop.domain.vocabulary import OrderStatus

_ON_A_DAY = frozenset("at on am le el il op em data dnia date datum fecha 日".split())
_DOCUMENTS = frozenset(
    "invoice order bill rechnung bestellung beleg facture commande factura pedido fattura ordine factuur bestelling "
    "fatura encomenda faktura zamowienie in full ganz".split()
)
_MOST_STATES, _FEWEST_STATES = 8, 2
_BELOW_ZERO = re.compile(r"\D{0,4}[-\u2212(]\D{0,4}\d")
_TYPES = frozenset(
    "type|typ|tipo|transaction type|type de transaction|document type|belegtyp|belegart|dokumenttyp|record type|"
    "tipo de documento|tipo documento|tipo de comprobante|tipo de transaccion|tipo transazione|sale type|"
    "transaktionsart|vorgangsart|"
    "会計種別|取引種別|種別".split("|")
)
_TYPE_WORDS = frozenset("type typ tipo soort rodzaj art".split())
"""In other headings these tell where every word of the column is a state: `Tipo de recibo` with `Venta` and so on."""


def add_refunded(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column that says yes or no to "refunded" or to "cancelled" speaks before the order's state."""
    for state in ("refunded", "cancelled"):
        taken = {column for feed in feeds.values() for column in feed.columns}
        words = load_words()[state]["words"]
        for column, profile in profiles.items():
            heading = normal(column)
            is_asked = heading in words or heading.startswith(tuple(f"{word} or " for word in words))
            if is_asked and heading not in taken and is_evidently(profile, ValueType.FLAG):
                status = feeds.get("status", Feed(()))
                undone = {normal(value) for value in profile.values if _is_undone(normal(value))}
                said = {word: state for word, flag in FLAGS.items() if flag} | dict.fromkeys(undone, state)
                if heading.split()[-1] in _ON_A_DAY or heading.endswith(("日", "日時")):
                    said = {"*": state}
                if not status.columns and "*" not in said:
                    said |= {word: "paid" for word, flag in FLAGS.items() if flag is False and word not in undone}
                feeds["status"] = Feed((heading, *status.columns), meanings=(said, *status.meanings))
                break


def _is_undone(word: str) -> bool:
    """Whether a cell repeats what its heading asks: `Cancelled` under “Cancelled”."""
    return len(word) > 1 and status_of(word) in {OrderStatus.CANCELLED, OrderStatus.VOIDED, OrderStatus.REFUNDED}


def add_paid(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Where no column tells an order's state, one that asks whether it was paid does: what is not is open."""
    if "status" in feeds:
        return
    taken = {column for feed in feeds.values() for column in feed.columns}
    words = load_words()["paid"]["words"]
    for column, profile in profiles.items():
        heading = normal(column)
        tokens = {*heading.split()}
        is_asked = heading in words or (tokens & {*words} and tokens <= _DOCUMENTS.union(words))
        if is_asked and heading not in taken and is_evidently(profile, ValueType.FLAG):
            said = {word: "paid" if flag else "pending" for word, flag in FLAGS.items() if flag is not None}
            feeds["status"] = Feed((heading,), meanings=({**said, "*": "paid"},))
            return


def add_telling(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Where no column is named for an order's state, one of nothing but such words is it, whatever it is called."""
    if "status" in feeds:
        return
    taken = {column for feed in feeds.values() for column in feed.columns}
    for column, profile in profiles.items():
        words = {normal(value) for value in profile.values}
        is_few = 1 < len(words) <= _MOST_STATES and len(profile.values) >= _FEWEST_STATES
        if any(map(gives_back, words)) and _has_below_zero(feeds, profiles):
            continue
        is_state = all(map(status_of, words)) and any(map(_is_state, words))
        if is_few and normal(column) not in taken | _TYPES and is_state:
            feeds["status"] = Feed((normal(column),), meanings=(None,))
            return


def _has_below_zero(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    amounts = {column for name in ("order_total", "line_total", "unit_price") for column in _columns_of(feeds, name)}
    return any(profile.share(_BELOW_ZERO.match) for column, profile in profiles.items() if normal(column) in amounts)


def _is_state(word: str) -> bool:
    return word not in FLAGS and status_of(word) is not None


def _columns_of(feeds: Mapping[str, Feed], name: str) -> tuple[str, ...]:
    return feeds[name].columns if name in feeds else ()


def add_kinds_of_record(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column of types (`Sale`, `Refund`) says which rows give money back, before the state of the payment.

    Not where their amounts say so themselves: what is below zero counts against the other orders.
    """
    if _has_below_zero(feeds, profiles):
        return
    for column, profile in profiles.items():
        words = {normal(value) for value in profile.values}
        is_type = bool(_TYPE_WORDS & {*normal(column).split()}) and all(map(status_of, words))
        back = {word for word in words if gives_back(word) or (word == "credit" and "sale" in words)}
        if (is_type or normal(column) in _TYPES) and back and words - back:
            status = feeds.get("status", Feed(()))
            said = dict.fromkeys(back, str(OrderStatus.REFUNDED))
            feeds["status"] = Feed((normal(column), *status.columns), meanings=(said, *status.meanings))
            return
