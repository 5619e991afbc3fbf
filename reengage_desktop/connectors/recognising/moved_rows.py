"""Rows of a list of payments that are no payments: what a service paid out, and what it kept for itself."""

import re
from collections.abc import Mapping

from reengage_desktop.connectors.checking.plan import RowRule
from reengage_desktop.connectors.recognising.giving_back import TYPE_WORDS
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
_MOST_TYPES = 20
"""What rows are of goes by few names."""


def moved_rows(profiles: Mapping[str, Profile]) -> tuple[tuple[RowRule, ...], list[Sentence]]:
    """The rule by which only the other rows of a list of orders count, and a note on it; neither where there are none.

    A column of types names them, beside others that are none.
    """
    for column, profile in profiles.items():
        words = {normal(value): value for value in profile.words}
        moved = {word: value for word, value in words.items() if word in _MOVED}
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
