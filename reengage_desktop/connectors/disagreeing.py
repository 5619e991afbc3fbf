"""Headings that hold words of agreeing and ask for something else: a refusal, another purpose, what became of it."""

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise

from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.presets import load_words

_TURNED = frozenset(
    "no not never non ne nie nao nein nee niente off without sans sem senza sin zonder bez ohne geen niet kein keine "
    "nicht pas stop stops stopped hide hidden lehnt number".split()
)
_TURNED_STEMS = (
    *("refus", "reject", "declin", "deni", "deny", "exclu", "disab", "restrict", "cancel", "block", "withdr", "revok"),
    *("expire", "prohib", "forbid", "pending", "verbot", "gekund", "ablehn", "abgelehn", "widerr", "widersp", "rechaz"),
    *(
        "rehus",
        "rifiut",
        "annull",
        "annul",
        "odrzuc",
        "odmow",
        "geweiger",
        "unerwunsch",
        "ausgeschloss",
        "opgezeg",
        "recus",
        "interdi",
        "prohi",
    ),
)
"""What turns agreeing round: a yes under such a heading is none. A bare “no” is “number” in comparable form."""

_ABOUT_IT = frozenset(
    "asked requested needed required missing sent used coupon coupons discount voucher code segment score channel "
    "transactional receipt receipts invoice invoices reminder reminders notification notifications appointment "
    "appointments verified".split()
)
"""Other letters, and what was done about them."""

_OTHER_PURPOSES = (
    *("privacy", "privacidad", "privacidade", "terms", "agb", "regulamin", "politica", "datenschutz", "trattament"),
    *("treatment", "medical", "behandl", "behandel", "tratamiento", "traitement", "przetwarz", "dati", "datos"),
    *("donnees", "gegevens", "daten", "foto", "photo", "image", "bild", "cookie", "profil"),
)
"""What else one agrees to, where no advertisement or channel is named."""


_YES = frozenset("yes y ja j oui si sim tak".split())
_YES_OR_NO = _YES | frozenset("number n nein nee non nao nie".split())
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+\.?|[A-Z]+(?![^\W\d_A-Z])\.?")


def says_otherwise(heading: str) -> bool:
    """Whether a heading in comparable form asks for no agreement to advertisements, whatever words it has."""
    tokens = heading.split()
    if _YES & set(tokens):  # “Newsletter (yes/no)” turns nothing round
        tokens = [token for token in tokens if token not in _YES_OR_NO]
    if any(token in _TURNED or token in _ABOUT_IT or token.startswith(_TURNED_STEMS) for token in tokens):
        return True
    return any(token.startswith(_OTHER_PURPOSES) for token in tokens) and not set(tokens) & _advertising()


def bars(column: str, values: Collection[str]) -> bool:
    """Whether a column says “no marketing” or “no newsletter”; “No. of calls” and how often she called do not."""
    words = [word.casefold() for word in _WORD.findall(column)]
    if _YES & set(words):
        return False
    after = {word for no, word in pairwise(words) if no == "no"}
    if _NONE & set(words):
        after |= set(normal(column).split())
    if all(value.isdigit() for value in values):
        after -= _COUNTED
    return bool(after & (_advertising() | _BARRED))


_NONE = frozenset(
    "kein keine keinen keinerlei sans niente geen bez sem sin never without ohne zonder ingen inga".split()
)
_COUNTED = frozenset("calls emails mails texts newsletters sms".split())
_BARRED = frozenset("desea quiere acepta recibir enviar contactar llamar contact mailing mailings mailers ads".split())


@cache
def _advertising() -> frozenset[str]:
    asked = load_words()["asking"]
    return frozenset(word for words in (asked["about"], *asked["channels"].values()) for word in words)
