"""Month names in the languages that exports come in."""

from functools import cache

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs")


@cache
def _names() -> dict[str, int]:
    from babel.dates import get_month_names  # noqa: PLC0415 - slow to import, and most files write numbers

    names: dict[str, int] = {"sept": 9}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    return names


def is_month(word: str) -> bool:
    """Whether a word is a month's name."""
    return word.casefold().rstrip(".") in _names()


def month_number(name: str) -> int:
    """The month's number; raises ValueError for a word that is no month."""
    key = name.casefold().rstrip(".")
    if key not in _names():
        raise ValueError(name)
    return _names()[key]
