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

_ON_A_DAY = frozenset("at timestamp on am le el il op em data dnia date datum fecha 日".split())
_DOCUMENTS = frozenset(
    "invoice order bill rechnung bestellung beleg facture commande factura pedido fattura ordine factuur bestelling "
    "fatura encomenda faktura zamowienie in full ganz".split()
)
_TICKS = frozenset("01")
"""Where a column holds nothing else, `1` under “Refunded” is a yes, and no amount."""

_MOST_STATES, _FEWEST_STATES = 8, 2
BELOW_ZERO = re.compile(r"\D{0,4}[-\u2212(]\D{0,4}\d")
"""How an amount below zero begins."""
_TYPES = frozenset(
    "type|typ|tipo|order type|bestelltyp|bestellart|type de commande|tipo de pedido|tipo ordine|"
    "transaction type|type de transaction|document type|belegtyp|belegart|dokumenttyp|record type|"
    "tipo de documento|tipo documento|tipo de comprobante|tipo de transaccion|tipo transazione|sale type|"
    "transaktionsart|vorgangsart|"
    "会計種別|取引種別|種別".split("|")
)
TYPE_WORDS = frozenset("type typ tipo soort rodzaj art".split())
"""In other headings these tell where every word of the column is a state: `Tipo de recibo` with `Venta` and so on."""

_RETURNS = (
    *("return", "refund", "retour", "ruckgabe", "rucksend", "erstatt", "rembours", "devol", "reembols", "reso"),
    *("rimbors", "terugbetal", "zwrot", "返品", "返金"),
)
_STATES = ("stat", "etat", "estado", "stan", "zustand", "ステータス", "状態", "状況")
"""How the words of `Return status` begin."""

_GIVEN_BACK = frozenset({OrderStatus.REFUNDED, OrderStatus.PARTLY_REFUNDED})
_CALLED_OFF = frozenset({OrderStatus.VOIDED, OrderStatus.CANCELLED})


def add_refunded(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column that says yes or no to "refunded" or to "cancelled" speaks before the order's state."""
    for state in ("refunded", "cancelled"):
        taken = {column for feed in feeds.values() for column in feed.columns}
        words = load_words()[state]["words"]
        for column, profile in profiles.items():
            heading = normal(column)
            is_asked = heading in words or heading.startswith(tuple(f"{word} or " for word in words))
            if is_asked and _columns_of(feeds, "refunded_amount") == (heading,) and {*profile.values} == _TICKS:
                del feeds["refunded_amount"]
                taken.remove(heading)
            if is_asked and heading not in taken and _is_answered(profile):
                status = feeds.get("status", Feed(()))
                undone = {normal(value) for value in profile.values if _is_undone(normal(value))}
                said = {word: state for word, flag in FLAGS.items() if flag} | dict.fromkeys(undone, state)
                if heading.split()[-1] in _ON_A_DAY or heading.endswith(("日", "日時")):
                    said = {"*": state}
                if not status.columns and "*" not in said:
                    said |= {word: "paid" for word, flag in FLAGS.items() if flag is False and word not in undone}
                feeds["status"] = Feed((heading, *status.columns), meanings=(said, *status.meanings))
                break


def _is_answered(profile: Profile) -> bool:
    """Whether cells say yes or no, or name what was undone and stay empty elsewhere."""
    return is_evidently(profile, ValueType.FLAG) or profile.share(lambda value: _is_undone(normal(value))) == 1


def _is_undone(word: str) -> bool:
    """Whether a cell repeats what its heading asks: `Cancelled` under “Cancelled”."""
    return len(word) > 1 and status_of(word) in {OrderStatus.CANCELLED, OrderStatus.VOIDED, OrderStatus.REFUNDED}


def add_paid(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Where no column tells an order's state, one that asks whether it was paid does: what is not is open.

    One that asks whether it was given back speaks before it.
    """
    back = feeds.get("status", Feed(()))
    if None in back.meanings or len(back.meanings) < len(back.columns):
        return
    taken = {column for feed in feeds.values() for column in feed.columns}
    words = load_words()["paid"]["words"]
    for column, profile in profiles.items():
        heading = normal(column)
        tokens = {*heading.split()}
        is_asked = heading in words or (tokens & {*words} and tokens <= _DOCUMENTS.union(words))
        if is_asked and heading not in taken and is_evidently(profile, ValueType.FLAG):
            said = {word: "paid" if flag else "pending" for word, flag in FLAGS.items() if flag is not None}
            undone = (
                {word: state for word, state in told.items() if state != "paid"} for told in back.meanings if told
            )
            feeds["status"] = Feed((*back.columns, heading), meanings=(*undone, {**said, "*": "paid"}))
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
    return any(profile.share(BELOW_ZERO.match) for column, profile in profiles.items() if normal(column) in amounts)


def beside_below_zero(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile], types: Profile) -> set[str]:
    """The words of a column of types that stand beside amounts below zero alone: a `Storno` of minus 120."""
    amounts = {column for name in ("order_total", "line_total") for column in _columns_of(feeds, name)}
    paid = next((profile for column, profile in profiles.items() if normal(column) in amounts), None)
    if paid is None or paid.filled != types.filled:
        return set()  # their rows may not be the same
    rows = [
        (normal(word), bool(BELOW_ZERO.match(amount))) for word, amount in zip(types.values, paid.values, strict=True)
    ]
    return {word for word, _ in rows} - {word for word, is_below in rows if not is_below}


def _is_state(word: str) -> bool:
    return word not in FLAGS and status_of(word) is not None


def _columns_of(feeds: Mapping[str, Feed], name: str) -> tuple[str, ...]:
    return feeds[name].columns if name in feeds else ()


def add_kinds_of_record(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column of types (`Sale`, `Refund`, `Quote`) says which rows are no purchases, before the state of the payment.

    Not which give money back, or undo a purchase, where their amounts say so themselves: what is below zero counts
    against other orders.
    """
    is_below = _has_below_zero(feeds, profiles)
    for column, profile in profiles.items():
        words = {normal(value) for value in profile.words or profile.values}
        are_states = all(status_of(word) or word in _DOCUMENTS for word in words)  # else an `Oferta` may be a bargain
        is_type = bool(TYPE_WORDS & {*normal(column).split()}) and are_states
        never = _CALLED_OFF | ({OrderStatus.DRAFT} if are_states else set())
        taken_back = beside_below_zero(feeds, profiles, profile)
        said = {word: str(state) for word in words - taken_back if (state := status_of(word)) in never}
        if not is_below:
            back = {word for word in words if gives_back(word) or (word == "credit" and "sale" in words)}
            said |= dict.fromkeys(back, str(OrderStatus.REFUNDED))
        if (is_type or normal(column) in _TYPES) and said and words - said.keys():
            status = feeds.get("status", Feed(()))
            feeds["status"] = Feed((normal(column), *status.columns), meanings=(said, *status.meanings))
            return


def add_returns(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Beside an order's state, `Return status` says what came back; a return that was refused or called off did not."""
    taken = {column for feed in feeds.values() for column in feed.columns}
    for column, profile in profiles.items():
        heading = normal(column)
        is_asked = heading not in taken and all(any(stem in heading for stem in stems) for stems in (_RETURNS, _STATES))
        told = {word: status_of(word) for word in map(normal, profile.words or profile.values)} if is_asked else {}
        if said := {word: str(state) for word, state in told.items() if state in _GIVEN_BACK}:
            status = feeds.get("status", Feed(()))
            feeds["status"] = Feed((normal(column), *status.columns), meanings=(said, *status.meanings))
            return
