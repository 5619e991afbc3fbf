"""Columns beside an order's state that say that it was called off or given back: ticks, days and types of rows."""

import re
from collections.abc import Mapping

from reengage_desktop.connectors.fields import ValueType
from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.meanings import FLAGS, STATUSES
from reengage_desktop.connectors.presets import Feed, load_words
from reengage_desktop.connectors.profiles import Profile, is_evidently
from reengage_desktop.domain.vocabulary import OrderStatus

_ON_A_DAY = frozenset("at on am le el il op em data dnia date datum fecha 日".split())
_BELOW_ZERO = re.compile(r"\D{0,4}[-\u2212(]\D{0,4}\d")
_BACK = frozenset(word for word, status in STATUSES.items() if status is OrderStatus.REFUNDED)
_TYPES = frozenset(
    "type|typ|tipo|transaction type|type de transaction|document type|belegtyp|belegart|dokumenttyp|record type|"
    "tipo de documento|tipo documento|tipo de transaccion|tipo transazione|sale type|transaktionsart|vorgangsart|"
    "会計種別|取引種別|種別".split("|")
)


def add_refunded(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column that says yes or no to "refunded" or to "cancelled" speaks before the order's state."""
    for state in ("refunded", "cancelled"):
        taken = {column for feed in feeds.values() for column in feed.columns}
        words = load_words()[state]["words"]
        for column, profile in profiles.items():
            heading = normal(column)
            if heading in words and heading not in taken and is_evidently(profile, ValueType.FLAG):
                status = feeds.get("status", Feed(()))
                said = {word: state for word, flag in FLAGS.items() if flag}
                if heading.split()[-1] in _ON_A_DAY:
                    said = {"*": state}
                if not status.columns and "*" not in said:
                    said |= {word: "paid" for word, flag in FLAGS.items() if flag is False}
                feeds["status"] = Feed((heading, *status.columns), meanings=(said, *status.meanings))
                break


def _columns_of(feeds: Mapping[str, Feed], name: str) -> tuple[str, ...]:
    return feeds[name].columns if name in feeds else ()


def add_kinds_of_record(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column of types (`Sale`, `Refund`) says which rows give money back, before the state of the payment.

    Not where their amounts say so themselves: what is below zero counts against the other orders.
    """
    amounts = {column for name in ("order_total", "line_total", "unit_price") for column in _columns_of(feeds, name)}
    if any(profile.share(_BELOW_ZERO.match) for column, profile in profiles.items() if normal(column) in amounts):
        return
    for column, profile in profiles.items():
        words = {normal(value) for value in profile.values}
        if normal(column) in _TYPES and words & _BACK and words - _BACK:
            status = feeds.get("status", Feed(()))
            said = dict.fromkeys(words & _BACK, str(OrderStatus.REFUNDED))
            feeds["status"] = Feed((normal(column), *status.columns), meanings=(said, *status.meanings))
            return
