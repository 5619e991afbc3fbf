"""The bar that asks how the dates of a column are read: what the dates could mean are its buttons."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.ui import formats
from reengage_desktop.ui.importing.sentences import sentence_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.wording import translate

_NUMERIC = re.compile(r"(\d{1,2})\D(\d{1,2})\D")
_LEAP_YEAR = 2000
_QUESTIONS = frozenset({"which_ambiguous_dates", "which_mixed_dates"})
_NOTES = frozenset({"ambiguous_dates", "mixed_dates"})


def is_about_dates(sentence: Sentence) -> bool:
    """Whether the bar says what a sentence says, which would send the owner to the choices beside it."""
    return sentence.kind in _QUESTIONS | _NOTES


def date_bar(question: Sentence, zone: ZoneInfo, on_chosen: Callable[[str], object]) -> InfoBar | None:
    """The bar for this question, or None where it is about something else; `on_chosen` hears `dmy` or `mdy`."""
    if question.kind not in _QUESTIONS:
        return None
    names = {"dmy": translate("DateQuestion", "Day first"), "mdy": translate("DateQuestion", "Month first")}
    read = {order: _reading(str(question.figures["example"]), order) for order in names}
    if question.kind == "which_ambiguous_dates" and all(read.values()) and len(set(read.values())) > 1:
        names = {order: str(text) for order, text in read.items()}
    bar = InfoBar(sentence_words(question, zone), Tone.WARN)
    for order, text in names.items():
        bar.offer(text, partial(on_chosen, order))
    return bar


def _reading(example: str, order: str) -> str | None:
    """The day of the year that a date is in this order, which is all that is in doubt; None where it is none."""
    found = _NUMERIC.match(example.strip())
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    day, month = (first, second) if order == "dmy" else (second, first)
    try:
        return formats.day(date(_LEAP_YEAR, month, day))
    except ValueError:
        return None
