"""Which of several amounts is what an order came to, and in which currency that is."""

import re
from collections.abc import Iterable, Mapping

from reengage_desktop.connectors.recognising.columns.unnamed import is_smaller
from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, is_full, is_lesser, name_score
from reengage_desktop.connectors.values.profiles import Profile, fits
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import load_words
from reengage_desktop.domain.places import CURRENCIES
from reengage_desktop.domain.vocabulary import ImportKind

_TO_PAY = re.compile(r"\b(?:to pay|total due|do zaplaty|a payer|zu zahlen|a pagar|da pagare|te betalen)\b")
"""All that an order cost; where some have nothing of it, it is what is still open."""
_IN_CURRENCY = re.compile(r"[(\[ _]([A-Z]{3})[)\]]?")
_NO_MONEY = re.compile(r"\D{0,4}0+(?:[.,]0+)?\D{0,4}")
_UNSURE_SUMS = frozenset("amount price value betrag montant importe importo bedrag valor kwota summe".split())
_OPEN = frozenset(
    "due outstanding balance offen offener restbetrag restant reste solde pendiente saldo dovuto openstaand restante "
    "remaining residuo zostalo".split()
)
"""How amounts are called that nobody has paid yet."""
PARTS = frozenset("subtotal zwischensumme".split())
DOCUMENTS = frozenset(
    "ticket bon beleg job auftrag folha scontrino paragon bonnetje receipt ref order commande pedido comanda "
    "commessa".split()
)
"""How the papers are called that come of an order."""


def settle_sum(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Beside a bare `Amount`, one without shipping or one that is still open, the whole one is the order's."""
    told = chosen.get("order_total", "")
    if kind is not ImportKind.ORDERS or not told:
        return
    _settle_currency(chosen, profiles)
    amounts = [
        column for column, profile in profiles.items() if not profile.is_empty and fits(profile, ValueType.MONEY)
    ]
    has_goods = bool({"product_id", "sku", "product_name"} & set(chosen))
    for column in amounts:
        if column in chosen.values():
            continue
        if (not has_goods and _is_all(column, told, profiles)) or _is_whole(column, told, profiles, amounts):
            chosen["order_total"] = column
            if normal(told) in _UNSURE_SUMS and has_goods:
                chosen.setdefault("line_total", told)
            return


def _is_all(column: str, told: str, profiles: Mapping[str, Profile]) -> bool:
    """Whether an amount is all that was to pay, with what is sent and the tax, and not what is still open."""
    is_open = profiles[column].says(_NO_MONEY.fullmatch)
    return bool(_TO_PAY.search(normal(column))) and not is_open and is_smaller(profiles[told], profiles[column])


def _settle_currency(chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """`Total (GBP)` is in pounds, whatever a column says of the money in which somebody paid."""
    told = _IN_CURRENCY.search(chosen.get("order_total", ""))
    if not told or told[1] not in CURRENCIES or "currency" not in chosen:
        return
    if profiles[chosen["currency"]].says(lambda value: value.strip().upper() not in {told[1], ""}):
        chosen.pop("currency")


def _is_whole(column: str, told: str, profiles: Mapping[str, Profile], amounts: Iterable[str]) -> bool:
    """Whether an amount is the order's rather than the one that was `told`, which may be a part of it."""
    score = name_score("order_total", column, ImportKind.ORDERS)
    said, other = {*normal(column).split()}, {*normal(told).split()}
    if normal(told) in _UNSURE_SUMS:
        return is_full(column) and score >= WELL_NAMED
    if said & (_OPEN | PARTS) or is_lesser(column):
        return False
    if other & _OPEN:
        is_called = score >= WELL_NAMED or (score > 0 and bool(said & DOCUMENTS))
        return is_called and not is_smaller(profiles[column], profiles[told])
    paid = {*load_words()["paid"]["words"]}
    is_part = bool(other & PARTS) or is_lesser(told)
    is_open = any(_OPEN & {*normal(each).split()} for each in amounts)
    is_open = is_open or (profiles[told].says(_NO_MONEY.fullmatch) and not profiles[column].says(_NO_MONEY.fullmatch))
    is_partly_paid = bool(other & paid) and not said & paid and is_open
    return score >= WELL_NAMED and (is_part or is_partly_paid)
