"""The bar that asks how the dates of a column are read: what the dates could mean are its buttons.

It also says which of them counts as long as none is chosen.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.ui import formats
from reengage_desktop.ui.importing.sentences import order_words, sentence_words
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
    example = str(question.figures["example"])
    read = {order: day for order in names if (day := _reading(example, order))}
    if question.kind == "which_mixed_dates" or len(set(read.values())) < len(names):
        read = {}
    bar = InfoBar(f"{sentence_words(question, zone)} {_meanwhile(question, read)}", Tone.WARN)
    for order, text in (names | read).items():
        bar.offer(text, partial(on_chosen, order))
    return bar


def _meanwhile(question: Sentence, read: Mapping[str, str]) -> str:
    """What counts until the owner chooses; `read`: the day that the example is in each order, if that is asked."""
    chosen = str(question.figures["chosen"])
    if day := read.get(chosen):
        return translate("DateQuestion", "Until you choose, it counts as {day}.").replace("{day}", day)
    if question.kind == "which_mixed_dates":
        text = translate(
            "DateQuestion", "Until you choose, dates are read {reading}, and those that can't be stay out."
        )
    else:
        text = translate("DateQuestion", "Until you choose, dates are read {reading}.")
    return text.replace("{reading}", order_words(chosen))


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
