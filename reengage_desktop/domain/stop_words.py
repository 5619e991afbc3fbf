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
)
START_WORDS = (("start",), ("unstop",))


class Wish(StrEnum):
    """What a reply asks for."""

    STOP = "stop"
    MAYBE_STOP = "maybe_stop"
    START = "start"
    NONE = "none"


def read_wish(text: str) -> Wish:
    """The wish in a reply: the exact word is an opt-out, a text that only begins with one may be (it suppresses too).

    Case, accents, punctuation and spaces around make no difference.
    """
    words = _words(text)
    if words in STOP_WORDS:
        return Wish.STOP
    if words in START_WORDS:
        return Wish.START
    if any(words[: len(stop)] == stop for stop in STOP_WORDS):
        return Wish.MAYBE_STOP
    return Wish.NONE


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return tuple("".join(kept).split())
