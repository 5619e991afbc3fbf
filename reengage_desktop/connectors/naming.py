"""How well a column's name fits a field: by the words of `words.toml`, whole or in parts."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.presets import load_words
from reengage_desktop.domain.vocabulary import ImportKind

WELL_NAMED = 0.7
_ALSO_NAMED = 0.72
_ASKS = 0.72
_ENDS_SO = 0.5

_LESSER = frozenset(
    "net netto neto ht hors sin imponibile excl excluding exkl exclusive imponible base bez products produktow "
    "productos produits prodotti produtos merchandise seller earnings payout real".split()
)
"""Of several amounts of an order, those whose names say that tax, shipping or the buyer's share is missing."""
_FULL = frozenset(
    "gross brutto bruto ttc lordo incl including inkl inclusive tvac btw vat iva ivato ivata mwst ust".split()
)
_SUMS = frozenset({"order_total", "line_total"})
_CONTACTED = frozenset(
    "contact contacted contacting kontakt kontaktieren contacter contacto contactar contatto contattare contato "
    "contacteren kontaktu kontaktowac".split()
)
_THROUGH = frozenset("by via per par por door przez".split())
"""`Contact by e-mail` asks for it."""

_MOBILE = frozenset(
    "mobile mobil handy cell celular movil cellulare portable gsm mobiel telemovel komorkowy 携帯".split()
)
_AT_WORK = frozenset(
    "business office work company gesch geschaftlich dienstlich buro pro bureau professionnel casa home privat "
    "festnetz fixe fijo fisso vast stacjonarny trabajo lavoro werk assistant other".split()
)
"""Of several phones, those that take messages before those that ring on a desk."""

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_UMLAUT = re.compile(r"([aou])e(?![aeiou])")
"""How German umlauts are written where there are none."""

_SHORTEST_RUN = 8


def may_be(field: str, column: str, kind: ImportKind) -> bool:
    """Whether nothing in a name speaks against the field: in lists of orders `User` is who stood at the till."""
    words = load_words()
    never = set(words["fields"].get(field, {}).get("never", ()))
    if kind is ImportKind.ORDERS:
        never |= set(words["staff"]["words"])
    return not set(normal(column).split()) & never


def name_score(field: str, column: str, kind: ImportKind) -> float:
    """How well a column's name fits a field: 1 for its first word, a little less down the list, less for a part.

    Names of several words without anything between them (`billingfirstname`) are read apart where they say nothing.
    """
    heading = normal(column)
    score = _score(field, heading, kind)
    if score >= WELL_NAMED:
        return score
    if apart := _apart(heading):
        return max(score, _score(field, apart, kind))
    folded = _UMLAUT.sub(r"\1", heading)
    exact = _score(field, folded, kind) if folded != heading else 0.0
    return exact if exact >= WELL_NAMED else score


def _score(field: str, heading: str, kind: ImportKind) -> float:
    words_by_field = load_words()["fields"]
    entry = words_by_field.get(f"{kind}.{field}", words_by_field.get(field))
    if heading == normal(field):
        return 1.01
    if entry is None:
        return 0.0
    words: list[str] = entry["words"]
    more: list[str] = entry.get("more", [])
    if heading in words:
        return 1.0 - 0.3 * words.index(heading) / len(words)
    if heading in more or heading in entry.get("alone", ()):
        return _ALSO_NAMED if heading in more else WELL_NAMED
    return _score_of_parts(field, heading, entry)


def _score_of_parts(field: str, heading: str, entry: Mapping[str, Any]) -> float:
    words: list[str] = entry["words"]
    more: list[str] = entry.get("more", [])
    if _CJK.fullmatch(heading):
        return _ending(heading, (*words, *more), entry.get("never", ()))
    tokens = heading.split()
    best = _ASKS if asks_for(field, tokens) else 0.0
    if set(tokens) & set(entry.get("never", ())):
        return best
    for rank, word in enumerate((*words, *more)):
        rank = min(rank, len(words))  # noqa: PLW2901 - the further words are all as telling
        parts = word.split()
        if len(parts) < len(tokens) and _contains(tokens, parts):
            best = max(best, 0.45 + 0.35 * len(parts) / len(tokens) - 0.05 * rank / len(words))
    if best and field == "phone":
        best += _nearness(tokens)
    return best + _fullness(tokens) if best and field in _SUMS else best


def _ending(heading: str, words: Sequence[str], never: Sequence[str]) -> float:
    """Japanese names end with what they are about: `店舗電話番号` is a phone number."""
    if any(word in heading for word in never if _CJK.fullmatch(word)):
        return 0.0
    ends = [len(word) for word in words if len(word) > 1 and heading.endswith(word)]
    return _ENDS_SO + 0.15 * max(ends) / len(heading) if ends else 0.0


def _nearness(tokens: Sequence[str]) -> float:
    """What speaks for a number that its owner carries with her."""
    if set(tokens) & _MOBILE:
        return 0.08
    return -0.02 if set(tokens) & _AT_WORK else 0.0


@cache
def _vocabulary() -> frozenset[str]:
    """The single words that headings are made of."""
    phrases = [word for entry in load_words()["fields"].values() for word in entry["words"]]
    return frozenset(
        part for phrase in phrases for part in phrase.split() if len(part) > 1 and part.isascii() and " " in phrase
    )


@lru_cache(maxsize=4096)
def _apart(heading: str) -> str:
    """The words of a heading that runs them together; empty where it is not made of known ones alone."""
    if len(heading) < _SHORTEST_RUN or not heading.isascii() or not heading.isalpha():
        return ""
    best: list[list[str] | None] = [[]] + [None] * len(heading)
    for end in range(2, len(heading) + 1):
        for start in range(max(0, end - 14), end - 1):
            known = best[start]
            if known is not None and heading[start:end] in _vocabulary():
                found = best[end]
                if found is None or len(known) + 1 < len(found):
                    best[end] = [*known, heading[start:end]]
    words = best[-1]
    return " ".join(words) if words and len(words) > 1 else ""


def _fullness(tokens: Sequence[str]) -> float:
    """What speaks for an amount with everything in it, before one without tax or shipping."""
    if set(tokens) & _LESSER:
        return -0.1
    return 0.1 if set(tokens) & _FULL else 0.0


def is_full(column: str) -> bool:
    """Whether the name of an amount says that everything is in it."""
    return _fullness(normal(column).split()) > 0


def is_lesser(column: str) -> bool:
    """Whether the name of an amount says that tax or shipping is missing."""
    return _fullness(normal(column).split()) < 0


def asks_for(field: str, tokens: Sequence[str]) -> bool:
    """Whether a heading asks for a consent in its own words: one for the channel and one for agreeing.

    Agreeing to advertisements by no channel that is named is agreeing to mail.
    """
    asked = load_words()["asking"]
    said = set(tokens)
    if said & set(asked["never"]) - _THROUGH:
        return False
    channels = {name for name, words in asked["channels"].items() if said & set(words)}
    if field == "consent_email" and not channels:
        return bool(said & set(asked["about"]) and said & set(asked["verbs"]))
    is_contact = bool(said & _CONTACTED and said & _THROUGH)
    return field in channels and (is_contact or bool(said & set(asked["words"])))


def _contains(tokens: list[str], parts: list[str]) -> bool:
    return any(tokens[at : at + len(parts)] == parts for at in range(len(tokens) - len(parts) + 1))
