"""Rows of a list of payments or bills that are none: what a service kept or paid out, what was paid on a bill."""

import re
from collections.abc import Mapping

from reengage_desktop.connectors.checking.plan import RowRule
from reengage_desktop.connectors.recognising.rows.giving_back import TYPE_WORDS
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.sentences import Sentence

_MOVED = frozenset(
    normal(word)
    for word in (
        "payout|payouts|withdrawal|withdrawals|fee|fees|processing fee|transaction fee|payout fee|auszahlung|"
        "auszahlungen|gebühr|gebühren|transaktionsgebühr|retrait|frais|retiro|comisión|comisiones|prelievo|"
        "commissione|commissioni|uitbetaling|transactiekosten|wypłata|prowizja|saque|出金|手数料"
    ).split("|")
)
_BILLS = frozenset("invoice rechnung facture factura fattura factuur faktura fatura 請求 請求書 売上請求".split())
_BESIDE_BILLS = frozenset(
    normal(word)
    for word in (
        "payment|payments|payment received|customer payment|deposit|journal entry|bill|bill payment|expense|transfer|"
        "purchase order|estimate|quote|quotation|statement charge|zahlung|zahlungseingang|angebot|kostenvoranschlag|"
        "lieferschein|paiement|règlement|encaissement|devis|bon de livraison|pago|pago recibido|cobro|presupuesto|"
        "albarán|pagamento|incasso|preventivo|ddt|betaling|ontvangst|offerte|wpłata|płatność|oferta|recebimento|"
        "orçamento|入金|見積|見積書"
    ).split("|")
)
"""Beside bills a payment is that of one of them, and an offer may become one: neither is a further purchase."""
_MOST_TYPES = 20
"""What rows are of goes by few names."""


def moved_rows(profiles: Mapping[str, Profile]) -> tuple[tuple[RowRule, ...], list[Sentence]]:
    """The rule by which only the other rows of a list of orders count, and a note on it; neither where there are none.

    A column of types names them, beside others that are none.
    """
    for column, profile in profiles.items():
        words = {normal(value): value for value in profile.words}
        others = _MOVED if _BILLS.isdisjoint(words) else _MOVED | _BESIDE_BILLS
        moved = {word: value for word, value in words.items() if word in others}
        if (
            TYPE_WORDS & {*normal(column).split()}
            and moved
            and moved.keys() < words.keys()
            and len(words) <= _MOST_TYPES
        ):
            named = tuple(sorted(moved.values()))
            text = f"Rows that are “{'”, “'.join(named)}” by “{column}” are no purchases: they were left out."
            rule = RowRule(column, (f"/(?i:(?!(?:{'|'.join(map(re.escape, named))})\\Z)[\\s\\S]*)/",))
            return (rule,), [Sentence("moved_rows", text, words=named, column=column)]
    return (), []
