"""What a customer's reply asks for: to be left alone, to hear from the shop again, or neither (promises.md)."""

import unicodedata
from enum import StrEnum

STOP_WORDS = (
    ("stop",),
    ("stopall",),
    ("unsubscribe",),
    ("end",),
    ("quit",),
    ("cancel",),
    ("revoke",),
    ("optout",),
    ("opt", "out"),
    ("arret",),
    ("remove",),
    ("td",),
    ("stopp",),
    ("abmelden",),
    ("abbestellen",),
)
SEEM_TO_STOP = tuple(
    tuple(phrase.split())
    for phrase in (
        "stop writing",
        "stop sending",
        "stop emailing",
        "stop messaging",
        "stop contacting",
        "stop calling",
        "don t write",
        "dont write",
        "do not write",
        "don t contact",
        "do not contact",
        "don t send",
        "do not send",
        "don t email",
        "do not email",
        "don t call",
        "do not call",
        "no more mails",
        "no more emails",
        "no more e mails",
        "no more messages",
        "no more texts",
        "unsubscribe me",
        "take me off",
        "remove me",
        "leave me alone",
        "opt me out",
        "nicht mehr schreiben",
        "nicht mehr anschreiben",
        "nicht mehr kontaktieren",
        "nicht mehr anrufen",
        "schreiben sie mir nicht",
        "schreib mir nicht",
        "keine mails mehr",
        "keine e mails mehr",
        "keine nachrichten mehr",
        "keine werbung",
        "keinen newsletter",
        "newsletter abbestellen",
        "newsletter abmelden",
        "mich abmelden",
        "melden sie mich ab",
        "in ruhe lassen",
        "mich in ruhe",
        "aus dem verteiler",
    )
)
"""Runs of words that seem to say no anywhere in a text."""

START_WORDS = (("start",), ("unstop",))


class Wish(StrEnum):
    """What a reply asks for."""

    STOP = "stop"
    MAYBE_STOP = "maybe_stop"
    START = "start"
    NONE = "none"


def read_wish(text: str) -> Wish:
    """The wish in a reply: the exact word is an opt-out; a text that only begins with one, or seems to say so, may be.

    Case, accents, punctuation and spaces around make no difference.
    """
    words = _words(text)
    if words in STOP_WORDS:
        return Wish.STOP
    if words in START_WORDS:
        return Wish.START
    if any(words[: len(stop)] == stop for stop in STOP_WORDS) or any(_holds(words, run) for run in SEEM_TO_STOP):
        return Wish.MAYBE_STOP
    return Wish.NONE


def _holds(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[at : at + len(run)] == run for at in range(len(words) - len(run) + 1))


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return tuple("".join(kept).split())
