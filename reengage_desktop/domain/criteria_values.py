"""How a condition's value is read, by the kind of its field: from JSON, from a form, from the command line."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

Reading = Callable[[object], bool | int | Decimal | str]
"""Gives the checked value or raises ValueError with the end of a sentence that begins with the field's name."""

_MOST_DAYS = 36_500
_LONGEST = 200


def reading_of(kind: str) -> Reading:
    """The way to read a value of this kind (criteria.FieldKind)."""
    return _READINGS[kind]


def _whole(most: int, what: str) -> Reading:
    def read(value: object) -> int:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole and not (isinstance(value, str) and re.fullmatch(r"\d{1,9}", value.strip())):
            raise ValueError(f"needs {what} from 0 to {most}, not “{shown(value)}”.")
        found = int(str(value))
        if not 0 <= found <= most:
            raise ValueError(f"needs {what} from 0 to {most}, not “{found}”.")
        return found

    return read


def _amount(value: object) -> Decimal:
    text = str(value).strip() if isinstance(value, int | float | str | Decimal) and not isinstance(value, bool) else ""
    if not re.fullmatch(r"\d{1,12}(\.\d{1,3})?", text):
        raise ValueError(f"needs an amount such as 250 or 99.50, not “{shown(value)}”.")
    return Decimal(text)


def _word(value: object) -> str:
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not text or len(text) > _LONGEST:
        raise ValueError(f"needs a word, not “{shown(value)}”.")
    return text


def _switch(value: object) -> bool:
    known = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    text = str(value).strip().casefold()
    if text not in known:
        raise ValueError(f"needs true or false, not “{shown(value)}”.")
    return known[text]


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"needs numbers of customers, not “{shown(value)}”.")
    return value


def shown(value: object) -> str:
    """What somebody wrote, short enough for a sentence."""
    text = "nothing" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


_READINGS: Mapping[str, Reading] = {
    "days": _whole(_MOST_DAYS, "a number of days"),
    "count": _whole(1_000_000, "a whole number"),
    "percent": _whole(100_000, "a whole number of per cent"),
    "money": _amount,
    "choice": _word,
    "word": _word,
    "switch": _switch,
    "ids": _number,
}
