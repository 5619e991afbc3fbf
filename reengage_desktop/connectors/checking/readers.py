"""One cell to one value, for every type of field. Blanks are None; what can't be read raises BadCell."""

import csv
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.checking.consent_words import is_understood, meaning_of
from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.values.amounts import AmountRule, amount_reader
from reengage_desktop.connectors.values.dates import DateRule, date_reader
from reengage_desktop.connectors.values.found_addresses import first_address
from reengage_desktop.connectors.values.profiles import is_phone
from reengage_desktop.connectors.vocabulary.blanks import is_blank, is_error, is_nameless, is_nobodys, nobodies
from reengage_desktop.connectors.vocabulary.countries import country_code
from reengage_desktop.connectors.vocabulary.currencies import currency_code
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.languages import language_code
from reengage_desktop.connectors.vocabulary.meanings import CHANNELS, FLAGS
from reengage_desktop.connectors.vocabulary.order_states import state_in
from reengage_desktop.domain.contacts import normalise_email
from reengage_desktop.domain.customers import HELD_BACK
from reengage_desktop.domain.vocabulary import OrderStatus

Value = str | bool | int | Decimal | datetime | date | tuple[str, ...] | None
Reader = Callable[[str], Value]

_FLOAT_ID = re.compile(r"-?\d+\.0+")
_SHORTENED = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_APOSTROPHE = re.compile(r"'(?=[\d+=@-])")
_ADDRESS = re.compile(r"[<(]?[\w.+-]+@[\w-]+(\.[\w-]+)+[>),;]*")
_COUNTED = re.compile(r"(?:[x×*]\s*)?(-?\d[\d.,]*)\s*(?:[x×*]|[^\W\d_]{1,12}\.?)?", re.IGNORECASE)
_COMPANY = re.compile(r"\b(inc|ltd|llc|gmbh|co|corp|esq|md|phd|jr|sr|ag|kg|plc|s\.?a|bv|oy|ab)\b\.?", re.IGNORECASE)
_LIST = re.compile(r"""\[\s*(?:(["']).*\1\s*)?\]""")
_IN_PART = re.compile(r"(?<![\d.,])\d{1,2}(?:[.,]\d+)?\s?%")
"""`50 % paid`: what was paid of an order so far."""
_LONGEST_BLANK_WORD = 9


class BadCell(ValueError):
    """A cell that is no value of its type; the text is the sentence."""


def reader_of(source: Source, *, may_flip_names: bool) -> Reader:
    """The reader of a field's cells; phones are read by `phone_reader`, as they need the country."""
    match source.type:
        case ValueType.MOMENT | ValueType.DAY:
            assert source.dates is not None  # noqa: S101 - recognition gives every date its rule
            return _moments(source.dates)
        case ValueType.MONEY | ValueType.QUANTITY:
            reader = _amounts(source.amounts or AmountRule(), is_refund=source.field == "refunded_amount")
            return _pieces(reader) if source.type is ValueType.QUANTITY else reader
        case ValueType.NAME if may_flip_names:
            return _flipped_name
        case ValueType.CONSENT:
            return _consent(source.told or {}, holds_back=source.holds_back)
        case ValueType.EMAIL if source.is_mixed:
            return _email_among_phones
    return _of_field(source) or _SIMPLE[source.type]


def _of_field(source: Source) -> Reader | None:
    """The reader of what is read otherwise than its type."""
    if source.field == "agent":
        return _agent
    return _customers(source) if source.field == "customer_id" else None


def _agent(cell: str) -> Value:
    return None if is_nobodys(cell) else _SIMPLE[ValueType.TEXT](cell)


def _moments(rule: DateRule) -> Reader:
    quick = date_reader(rule)

    def read(cell: str) -> Value:
        try:
            return quick(cell.strip())
        except (ValueError, OverflowError):
            raise BadCell("this is no date that can be read") from None

    return read


def _amounts(rule: AmountRule, *, is_refund: bool) -> Reader:
    quick = amount_reader(rule)

    def read(cell: str) -> Value:
        try:
            amount = quick(cell.strip())
        except (ValueError, ArithmeticError):
            raise BadCell("this is no amount that can be read") from None
        return abs(amount) if is_refund and amount is not None else amount

    return read


def _pieces(read: Reader) -> Reader:
    """The reader of quantities, which may carry their unit: `2 pcs`, `x2`."""

    def pieces(cell: str) -> Value:
        try:
            return read(cell)
        except BadCell:
            found = _COUNTED.fullmatch(cell.strip())
            if found is None:
                raise
            return read(found[1])

    return pieces


def _text(cell: str) -> Value:
    text = cell.strip()
    if text[:1] == "'":
        text = _APOSTROPHE.sub("", text, count=1)
    return None if is_error(text) else text or None


def _url(cell: str) -> Value:
    """The first address of a list of them."""
    return re.split(r",\s*(?=https?:)", cell.strip())[0] or None


def _without_address(cell: str) -> str:
    """A name without the e-mail address that somebody wrote behind it, or the mark of a file that begins there."""
    words = cell.strip().removeprefix("\ufeff").split()
    kept = [word for word in words if "@" not in word or not _ADDRESS.fullmatch(word)]
    return " ".join(kept).rstrip(" ,;<(") if kept and len(kept) < len(words) else " ".join(words)


def _name(cell: str) -> Value:
    name = _without_address(cell)
    return None if is_nameless(name) else name or None


def _flipped_name(cell: str) -> Value:
    """`Okafor, Chidi` is Chidi Okafor where no other column holds the parts."""
    name = _without_address(cell)
    if is_nameless(name):
        return None
    last, comma, first = name.partition(", ")
    if comma and "," not in first and not _COMPANY.search(first) and not any(char.isdigit() for char in name):
        return f"{first} {last}"
    return name or None


def _id(cell: str) -> Value:
    text = cell.strip()
    if text[:1] == "'":
        text = text[1:].strip()
    if len(text) <= _LONGEST_BLANK_WORD and not text[:1].isdigit() and (is_blank(text) or is_error(text)):
        return None
    if text[-1:] == "0" and _FLOAT_ID.fullmatch(text):
        return text.partition(".")[0]
    if "+" in text and _SHORTENED.fullmatch(text):
        raise BadCell("a spreadsheet program shortened this number; export it again as text")
    return text


_CODE_ALONE = re.compile(r"\+?\d{1,4}")
_WITH_CODE = re.compile(r"[1-9]\d{0,2} \d[\d ./-]{5,}")
"""A calling code and a number: `1 2025550143`."""


def _customers(source: Source) -> Reader:
    no_numbers = nobodies(has_guests=source.has_guests)

    def read(cell: str) -> Value:
        number = _id(cell)
        return None if isinstance(number, str) and number.casefold() in no_numbers else number

    return read


def _email(cell: str) -> Value:
    text = cell.strip()
    if not text:
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if is_blank(text):  # before all else: what a marketplace left of an address is well formed, and many people's
        return None
    address = None if text[0] == "'" else normalise_email(text)
    if address is not None:
        return address
    if (address := first_address(text)) is not None:
        return address
    raise BadCell("this is no e-mail address")


def _email_among_phones(cell: str) -> Value:
    return None if is_phone(cell.strip()) else _email(cell)


def phone_among_emails(read: Reader) -> Reader:
    """The reader of a column's phones that leaves all else in it to the reader of its e-mail addresses."""
    return lambda cell: read(cell) if is_phone(cell.strip()) else None


def phone_reader(region: str | None, *, has_code: bool = False) -> Reader:
    """The reader of phones whose numbers without a prefix belong to a country.

    `has_code`: a calling or area code of a column of its own stands before the number; without one it is nothing.
    """
    from reengage_desktop.connectors.values.phones import numbers_in, read_phone  # noqa: PLC0415 - slow to import, and not for products

    def read(cell: str) -> Value:
        if has_code and _CODE_ALONE.fullmatch(cell.strip()):
            return None
        try:
            return read_phone(cell, region)
        except ValueError as fault:
            for part in (*numbers_in(cell), *(_with_plus(cell.strip()) if has_code else ())):
                try:
                    return read_phone(part, region)
                except ValueError:
                    continue
            raise BadCell(str(fault)) from None

    return read


def _with_plus(cell: str) -> tuple[str, ...]:
    """The number abroad that a code and a number may be: both together, or the number that has the code in it, too."""
    code, _, number = cell.partition(" ")
    whole = number.lstrip("+0")
    if code.startswith("+"):
        return (f"+{whole}",) if whole.startswith(code[1:]) else ()
    return (f"+{cell}",) if _WITH_CODE.fullmatch(cell) else ()


def _country(cell: str) -> Value:
    if is_blank(cell.strip()):
        return None
    return country_code(cell)


@lru_cache(maxsize=512)
def _zone(cell: str) -> Value:
    text = cell.strip()
    if is_blank(text):
        return None
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):
        raise BadCell("this time zone is not known") from None


def _flag(cell: str) -> Value:
    text = cell.strip()
    if not text:
        return None
    word = normal(text)
    if word in FLAGS:
        return FLAGS[word]
    if re.fullmatch(r"\d+(\.0+)?", text):
        return float(text) > 0
    return True if re.search(r"\d{4}", text) else None


def _consent(told: Mapping[str, str], *, holds_back: bool) -> Reader:
    def read(cell: str) -> Value:
        meaning = meaning_of(cell, told) if cell.strip() else None
        return HELD_BACK if holds_back and meaning is None and not is_understood(cell, told) else meaning

    return read


def _status(cell: str) -> Value:
    text = cell.strip()
    state = state_in(text) or OrderStatus.UNKNOWN if text else None
    return OrderStatus.PENDING if state is OrderStatus.PAID and _IN_PART.search(text) else state


def _tags(cell: str) -> Value:
    text = cell.strip()
    if _LIST.fullmatch(text):
        text = text[1:-1].replace("'", '"')
    if not text:
        return None
    mark = "," if "," in text else next((mark for mark in ";|" if mark in text), ",")
    parts = next(csv.reader([text.replace(":::", mark).replace("\n", mark)], delimiter=mark, skipinitialspace=True), [])
    kept = (part.strip().strip('"') for part in parts if not part.strip().startswith("* "))  # Google's own groups
    return tuple(dict.fromkeys(part for part in kept if part)) or None


def _currency(cell: str) -> Value:
    text = cell.strip()
    if is_blank(text):
        return None
    code = currency_code(text)
    if code is None:
        raise BadCell("this is no currency code")
    return code


def _channel(cell: str) -> Value:
    text = cell.strip()
    if not text:
        return None
    if normal(text) not in CHANNELS:
        raise BadCell("this channel is not known; the opt-out was taken for every channel")
    return CHANNELS[normal(text)]


_SIMPLE: dict[ValueType, Reader] = {
    ValueType.ID: _id,
    ValueType.TEXT: _text,
    ValueType.URL: _url,
    ValueType.NAME: _name,
    ValueType.EMAIL: _email,
    ValueType.COUNTRY: _country,
    ValueType.LANGUAGE: language_code,
    ValueType.ZONE: _zone,
    ValueType.FLAG: _flag,
    ValueType.STATUS: _status,
    ValueType.TAGS: _tags,
    ValueType.CURRENCY: _currency,
    ValueType.CHANNEL: _channel,
}
