"""Names of months and weekdays in the languages that exports come in."""

from functools import cache

_ALSO = {
    name: number
    for number, names in {1: "jän jänner", 2: "feber febr fevr fevrier", 3: "mrz maerz marco", 8: "aout aoû"}.items()
    for name in names.split()
} | {"sept": 9, "setiembre": 9, "paz": 10, "decembre": 12}
"""Names that spreadsheets and tills write beside those of the languages: `14-Mrz-26`, `3 fevr. 2026`."""
_ALSO_DAYS = frozenset({"tues", "weds", "thur", "thurs", "mie", "sab"})
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs")


@cache
def _names() -> dict[str, int]:
    from babel.dates import get_month_names  # noqa: PLC0415 - slow to import, and most files write numbers

    names = dict(_ALSO)
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    return names


@cache
def _weekdays() -> frozenset[str]:
    from babel.dates import get_day_names  # noqa: PLC0415 - slow to import, and most files write numbers

    names = set(_ALSO_DAYS)
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated", "short"):
            names.update(name.casefold().rstrip(".") for name in get_day_names(width, "format", language).values())
    return frozenset(names)


def is_weekday(word: str) -> bool:
    """Whether a word is a weekday's name."""
    return word.casefold().rstrip(".") in _weekdays()


def is_month(word: str) -> bool:
    """Whether a word is a month's name."""
    return word.casefold().rstrip(".") in _names()


def month_number(name: str) -> int:
    """The month's number; raises ValueError for a word that is no month."""
    key = name.casefold().rstrip(".")
    if key not in _names():
        raise ValueError(name)
    return _names()[key]
