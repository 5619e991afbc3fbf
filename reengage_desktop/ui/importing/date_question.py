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

_NUMERIC = re.compile(r"(\d{1,2})\D(\d{1,2})\D(\d{1,2})")
_LEAP_YEAR = 2000
_NOTES = frozenset({"ambiguous_dates", "ambiguous_years", "mixed_dates"})
_QUESTIONS = frozenset(f"which_{note}" for note in _NOTES)


def is_about_dates(sentence: Sentence) -> bool:
    """Whether the bar says what a sentence says, which would send the owner to the choices beside it."""
    return sentence.kind in _QUESTIONS | _NOTES


def date_bar(question: Sentence, zone: ZoneInfo, on_chosen: Callable[[str], object]) -> InfoBar | None:
    """The bar for this question, or None where it is about something else; `on_chosen` hears the order.

    That is `dmy`, `mdy` or `ymd`.
    """
    if question.kind not in _QUESTIONS:
        return None
    names = {"dmy": translate("DateQuestion", "Day first"), "mdy": translate("DateQuestion", "Month first")}
    is_with_year = question.kind == "which_ambiguous_years"
    if is_with_year:
        names = {"dmy": names["dmy"], "ymd": translate("DateQuestion", "Year first")}
    example = str(question.figures["example"])
    read = {order: day for order in names if (day := _reading(example, order, is_with_year=is_with_year))}
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


def _reading(example: str, order: str, *, is_with_year: bool) -> str | None:
    """The day that a date is in this order, with its year where that is in doubt; None where it is none."""
    found = _NUMERIC.match(example.strip())
    if found is None:
        return None
    parts = dict(zip(order, map(int, found.groups()), strict=True))
    try:
        if is_with_year:
            return formats.long_day(date(_LEAP_YEAR + parts["y"], parts["m"], parts["d"]))
        return formats.day(date(_LEAP_YEAR, parts["m"], parts["d"]))
    except ValueError:
        return None
