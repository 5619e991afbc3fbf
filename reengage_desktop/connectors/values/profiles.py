"""What a column's values look like: the second witness beside its name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial

from reengage_desktop.connectors.values.dates import YEARLESS, is_only_a_date
from reengage_desktop.connectors.values.written import as_typed
from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.countries import country_code
from reengage_desktop.connectors.vocabulary.currencies import currency_code
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import CHANNELS, FLAGS, GONE_WORDS, answer
from reengage_desktop.connectors.vocabulary.order_states import state_in

_MOST_VALUES = 300
_FEW_WORDS = 100
_EMAIL = re.compile(r"\s*[^@\s]+@[^@\s]+\s*(?:[,;]\s*[^@\s]+@[^@\s]+\s*)*")
_PHONE = re.compile(
    r"'?\s*\+?[\d\s().\-/\u00a0]{6,24}(\s*(x|ext\.?)\s*\d+)?|\d(\.\d+)?E\+\d+|\+?\d{6,15}\.0"
    r"|([^\W\d_]{2,12}:\s*\+?[\d\s().\-/]{6,20}[,;]?\s*)+",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"'?((\d{1,3}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}|(0000|[12]\d{3})[-/.]\s?(0?\d|1[0-2])[-/.]\s?\d{1,2})\.?([ T,].*)?"
    r"|\d{4}年.*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2}-\d{2,4}"
    r"|(\w+,?\s+)?[^\W\d]{3,}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+(\d{1,2}:\d{2}(:\d{2})?( [A-Z]{1,5})?\s+)?\d{4}.*"
    r"|(\w+,?\s+)?\d{1,2}\.?[\s-]+(de\s+)?[^\W\d]{3,}\.?[\s,-]+(de\s+)?\d{2,4}.*)"
)
_DATE_NUMBER = re.compile(r"(19|20)\d{6}([ T]?\d{2}:?\d{2}(:?\d{2})?)?|1[0-9]{9}([0-9]{3}){0,2}|[2-6]\d{4}([.,]\d+)?")
_SPELT_DAY = re.compile(r"(?=.*\d)(?=.*[^\W\d_])[\w'(]")
_LONGEST_DAY = 60
_NUMBER = re.compile(
    r"'?[-+(]?\s*([^\d\W]{1,3}\.?|[$€£¥￥₹₨₡₲₵৳₸]|[A-Z]{1,2}\$|FCFA|[SB]/\.?)?\s*[-+(]?[\d\s.,'’\u00a0\u202f]*\d([€£$]\d\d|[.,:][-–—]{1,2}|/-)?"
    r"[)\-]?\s*([^\d\W]{1,3}\.?|[$€£¥₹%円元원৳₸]|F ?CFA|euros?)?"
)
_LETTERS = re.compile(r"[^\W\d_]")
_URL = re.compile(r"(https?://|www\.|/)\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Profile:
    """A column's values: how many of the sample were filled, how many of those differ, and the filled ones.

    `values`: some hundreds, evenly taken; `words`: every different one, where those are few.
    """

    filled: int
    distinct: int
    values: tuple[str, ...]
    words: frozenset[str] = frozenset()
    _told: dict[ValueType, float] = field(default_factory=dict, repr=False, compare=False)

    def share_of(self, value_type: ValueType) -> float:
        """The share of filled values that look like values of a type; every field asks, so it is kept."""
        if value_type not in self._told:
            self._told[value_type] = self.share(_TESTS[value_type][0])
        return self._told[value_type]

    def share(self, test: Callable[[str], object]) -> float:
        """The share of filled values that pass a test; 0 for an empty column."""
        return sum(bool(test(value)) for value in self.values) / len(self.values) if self.values else 0.0

    def lists(self, value_type: ValueType) -> bool:
        """Whether addresses or numbers stand in it as programs list several of somebody's."""
        return value_type in _LISTED and self.share(_LISTED[value_type].fullmatch) > 0.5

    def says(self, test: Callable[[str], object]) -> bool:
        """Whether any value of the sample passes a test, however rare it is; of many different ones some are asked."""
        return any(map(test, self.words or self.values))

    @property
    def is_empty(self) -> bool:
        """Whether the sample holds nothing in this column."""
        return not self.values


def profile_of(cells: list[str]) -> Profile:
    """The profile of a column's sample."""
    filled = [cell.strip() for cell in cells if not is_blank(cell.strip())]
    values = tuple(filled[:: max(1, len(filled) // _MOST_VALUES)][:_MOST_VALUES])
    words = frozenset(filled)
    return Profile(len(filled), len(words), values, words if len(words) <= _FEW_WORDS else frozenset())


def _is_name(value: str) -> bool:
    is_other = "@" in value or len(value) > 100 or _URL.fullmatch(value) or _is_day(value)
    return bool(_LETTERS.search(value)) and not is_other


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value)) and not _is_day(value)


def _is_day(value: str) -> bool:
    return bool(_DATE.fullmatch(as_typed(value))) or (len(value) <= _LONGEST_DAY and _is_spelt_day(value))


@lru_cache(maxsize=4096)
def _is_spelt_day(value: str) -> bool:
    """Kept, as every type asks it of the same values."""
    return bool(_SPELT_DAY.match(value)) and is_only_a_date(value)


def is_date(value: str) -> bool:
    """Whether a whole cell reads like a day or a moment."""
    return _is_day(value) or bool(_DATE_NUMBER.fullmatch(value))


def _is_flag(value: str) -> bool:
    word = answer(value)
    return word in FLAGS or word in GONE_WORDS or bool(_is_day(value))


def is_phone(value: str) -> bool:
    """Whether a value looks like a phone number."""
    return bool(_PHONE.fullmatch(value)) and not _is_day(value)


def _is_text(value: str) -> bool:
    return not _EMAIL.fullmatch(value)


_TESTS: dict[ValueType, tuple[Callable[[str], object], float]] = {
    ValueType.EMAIL: (_EMAIL.fullmatch, 0.4),
    ValueType.PHONE: (is_phone, 0.5),
    ValueType.MOMENT: (is_date, 0.5),
    ValueType.DAY: (lambda value: is_date(value) or YEARLESS.fullmatch(value), 0.5),
    ValueType.MONEY: (_is_number, 0.6),
    ValueType.QUANTITY: (_is_number, 0.6),
    ValueType.FLAG: (_is_flag, 0.5),
    ValueType.CONSENT: (_is_flag, 0.5),
    ValueType.COUNTRY: (country_code, 0.4),
    ValueType.CURRENCY: (currency_code, 0.7),
    ValueType.NAME: (_is_name, 0.5),
    ValueType.TEXT: (_is_text, 0.5),
    ValueType.ID: (_is_text, 0.3),
    ValueType.LANGUAGE: (partial(re.fullmatch, r"[A-Za-z]{2,3}([-_][A-Za-z]{2,4})*|[^\W\d]{4,20}"), 0.5),
    ValueType.ZONE: (partial(re.fullmatch, r"[A-Za-z_]+/[A-Za-z_/+-]+|UTC|GMT.*"), 0.5),
    ValueType.STATUS: (state_in, 0.3),
    ValueType.CHANNEL: (lambda value: normal(value) in CHANNELS, 0.5),
    ValueType.URL: (_URL.search, 0.5),
}
"""How a type's values look, and the share of a column that must look so."""


def fits(profile: Profile, value_type: ValueType) -> bool:
    """Whether a column's values can be of a type; an empty column can be anything."""
    if profile.is_empty or value_type not in _TESTS:
        return True
    return profile.share_of(value_type) >= _TESTS[value_type][1]


def holds_some(profile: Profile, value_type: ValueType) -> bool:
    """Whether any value is of a type."""
    return profile.share_of(value_type) > 0


def is_evidently(profile: Profile, value_type: ValueType) -> bool:
    """Whether a column's values can hardly be anything else, whatever its name."""
    return not profile.is_empty and profile.share_of(value_type) >= 0.8


_LISTED = {
    ValueType.EMAIL: re.compile(r'[\[{].*"[^"@\s]+@[^"@\s]+".*[\]}]'),
    ValueType.PHONE: re.compile(r'[\[{].*"\+?\(?\d[\d\s().\-/]{5,22}".*[\]}]'),
}
"""Addresses and numbers as programs list them: `[{"label": "work", "value": "ann@example.com"}]`."""
