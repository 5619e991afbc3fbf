"""Dates as exports write them. The order of day and month is decided for a whole column, never for a cell."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.values.written import undressed
from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.months import is_month, is_weekday, month_number

NUMERIC = re.compile(r"(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:(?:\s*[T,|]\s*|\s+-\s+|\s+)(.+))?")
_CJK = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\s*(.*)")
_WEEKDAY = r"(?:[^\W\d_]+(?:-[^\W\d_]+)?\.?,?\s+)?"
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}([^\W\d_]{{3,}})\.?[\s-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+'?(\d{{4}}|\d{{2}})(?:,?\s+(.+))?"
)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er|\.?[º°]|\.)?[\s/-]*(?:de\s+|of\s+)?([^\W\d_]{{3,}})\.?[\s,./-]*"
    r"(?:del?\s+)?'?(\d{4}|\d{2})(?:,?\s+(.+))?"
)
_YEAR_FIRST = re.compile(r"(\d{4})[\s./-]+([^\W\d_]{3,})\.?[\s./-]+(\d{1,2})(?:,?\s+(.+))?")
_CLOCK_BEFORE_YEAR = re.compile(
    rf"{_WEEKDAY}([^\W\d_]{{3,}})\.?\s+(\d{{1,2}})\s+"
    r"(\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?:[A-Z]{1,5}|[+-]\d{4}))?)\s+(\d{4})"
)
"""`Fri Feb 13 10:11:12 2026`, as programs print a moment."""
_COMPACT = re.compile(r"((?:19|20)\d{2}[01]\d[0-3]\d)[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(\D.*)?")
"""`20260403T101500Z`, and without anything between."""
_TIME = re.compile(
    r"(?:(?:at|um|om|o|ore|godz\.?|klo|kl\.?|à|às|a las|alle|le|-)\s+)?"
    r"(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\b\.?)?\s*(?:hs|hrs?|h|uhr|uur)?\.?"
    r"\s*(?:[(\[]?((?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?|[A-Z]+/[\w/+-]+|[A-Z]{1,5}|[+-]\d{1,2}(?::?\d{2})?)[)\]]?"
    r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]))?)?",
    re.IGNORECASE,
)
"""A time of day, and its zone; the zone's offset may have its name in brackets behind it."""
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "IST": 5.5, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12,
    "NZDT": 13, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9,
    "AKDT": -8, "HST": -10, "AST": -4, "ADT": -3, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "CLT": -4, "CLST": -3,
    "SAST": 2, "TRT": 3, "GST": 4, "PKT": 5, "WIB": 7, "ICT": 7, "SGT": 8, "HKT": 8, "PHT": 8, "MYT": 8,
}  # fmt: skip
_ROUND_THE_YEAR = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
}  # fmt: skip
MIDNIGHT = re.compile(r"(?<=\d)[ T]0{1,2}:00(:00(\.0+)?)?$")
"""A time of day that says nothing when the whole column has it."""

_NOUGHT = re.compile(
    r"0[0\-/. :T]*|1900[-/.]0?1[-/.]00?(?:[ T][0:.]+)?|(?:0?1[-/.]00?|00?[-/.]0?1)[-/.]1900(?:[ T][0:.]+)?"
)
"""The day before all days, as spreadsheets and databases write that there is none."""

_DAY_IN_ZONE = re.compile(r"(\d{4}-\d\d-\d\d) UTC")
"""A day whose time is in no column, or in a zone that is not known."""

YEARLESS = re.compile(
    r"(--)?\d{1,2}[-/.]\d{1,2}\.?|\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}月\d{1,2}日"
)
"""A birthday without its year, as newsletter tools keep it: no day that can be stored."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""Beyond them a date is a filler or a slip, and calendars end."""
_UNIX_ZERO = frozenset({date(1969, 12, 31), date(1970, 1, 1)})
"""The day on which computers begin to count, in any zone: a program's moment that is none."""
_UNIX_ZERO_YEAR = 1970
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's serials have no zone
_UNIX = range(100_000_000, 5_000_000_000)
_SERIALS = range(10_000, 80_000)


@dataclass(frozen=True)
class DateRule:
    """How a column writes its dates: the zone of naive times, and the order of day and month by shape.

    A shape is the separator with the number of the year's digits.
    """

    zone: ZoneInfo
    order: str = "dmy"
    orders: Mapping[tuple[str, int], str] = field(default_factory=dict)
    pivot: int = 69
    """Two-digit years from here on belong to the last century."""
    is_day: bool = False
    """Only the day is wanted (birthdays)."""
    serial_shift: int = 0
    """Days that the workbook's serials lack: 1,462 where it counts from 1904."""
    is_midnight_day: bool = False
    """Every time in the column is midnight: the exporter only knew the day."""

    def order_of(self, separator: str, year_digits: int) -> str:
        """The order of a shape of numeric date."""
        return self.orders.get((separator, year_digits), self.order)


class _Offsets(dict[str, timedelta]):
    """The zone's offset by the hour in which a naive moment falls (`2026-04-03 10`)."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, hour: str) -> timedelta:
        offset = datetime.fromisoformat(hour).replace(tzinfo=self._zone).utcoffset() or timedelta()
        if len(self) < 100_000:
            self[hour] = offset
        return offset


def date_reader(rule: DateRule) -> Callable[[str], datetime | date | None]:
    """A function from a trimmed cell to an aware UTC moment, to a date where there is no time, or to None for blanks.

    It raises ValueError for what is no date.
    """
    offsets = _Offsets(rule.zone)

    def read(text: str) -> datetime | date | None:
        if text[4:5] == "-":
            try:
                return read_iso(text)
            except ValueError:
                pass
        return _read_slowly(text, rule)

    def read_iso(text: str) -> datetime | date | None:
        length = len(text)
        if length == 10:
            return date.fromisoformat(text)
        if length == 25 and text[19] == " ":
            return datetime.fromisoformat(text[:19] + text[20:]).astimezone(UTC)
        if length != 19 or text[16] != ":":  # `2026-04-03 10:15+02` has an offset
            return _read_slowly(text, rule)
        return (datetime.fromisoformat(text) - offsets[text[:13]]).replace(tzinfo=UTC)

    if rule.is_day:
        return lambda text: None if YEARLESS.fullmatch(text) else _day_of(_sensible(read(text)), rule.zone)
    if rule.is_midnight_day:
        return lambda text: _moment(read(MIDNIGHT.sub("", text)))
    return lambda text: _moment(read(text))


_EITHER = tuple(DateRule(ZoneInfo("UTC"), order) for order in ("dmy", "mdy"))
_BEFORE_A_DATE = re.compile(r"(?:on|am|den|le|el|il|op|em|dnia)\s+", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[a-zA-ZÀ-ɏ]+(?:-feira)?")


def is_only_a_date(text: str) -> bool:
    """Whether a trimmed cell is a day or a moment of any year, in either order, and says nothing beside it."""
    found = _BEFORE_A_DATE.match(text)
    text = text[found.end() :] if found else text
    if (word := _FIRST_WORD.match(text)) and not (is_month(word[0]) or is_weekday(word[0])):
        return False  # `Refused May 3, 2025`
    for rule in _EITHER:
        with suppress(ValueError, OverflowError):
            return _read_slowly(text, rule) is not None
    return False


def _moment(found: datetime | date | None) -> datetime | date | None:
    if found is None or _UNIX_ZERO_YEAR < found.year <= _LAST_YEAR:
        return found
    return None if (found.date() if isinstance(found, datetime) else found) in _UNIX_ZERO else _sensible(found)


def _sensible(found: datetime | date | None) -> datetime | date | None:
    if found is not None and not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError(found)
    return found


def _day_of(found: datetime | date | None, zone: ZoneInfo) -> date | None:
    return found.astimezone(zone).date() if isinstance(found, datetime) else found


def _read_slowly(text: str, rule: DateRule) -> datetime | date | None:
    text = undressed(text)
    if is_blank(text) or _NOUGHT.fullmatch(text):
        return None
    if found := _DAY_IN_ZONE.fullmatch(text):
        return date.fromisoformat(found[1])
    if text[4:5] == "-" and not text[5:8].isalpha():
        return _from_iso(text, rule)
    for pattern, build in _SHAPES:
        if found := pattern.fullmatch(text):
            return build(found, rule)
    if re.fullmatch(r"\d+([.,]\d+)?", text):
        return _from_number(text.replace(",", "."), rule)
    raise ValueError(text)


def _from_iso(text: str, rule: DateRule) -> datetime | date | None:
    if found := NUMERIC.fullmatch(text):
        return _from_numeric(found, rule)
    return _aware(datetime.fromisoformat(text), rule)


def _aware(moment: datetime, rule: DateRule) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=rule.zone)).astimezone(UTC)


def _from_numeric(found: re.Match[str], rule: DateRule) -> datetime | date:
    first, separator, second, third, clock = found.groups()
    if len(first) >= 3:
        day = date(int(first), int(second), int(third))
    else:
        order = rule.order_of(separator, len(third))
        numbers = {"dmy": (third, second, first), "mdy": (third, first, second), "ymd": (first, second, third)}[order]
        day = date(year_of(numbers[0], rule.pivot), int(numbers[1]), int(numbers[2]))
    return _with_time(day, clock, rule)


def _from_cjk(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(int(found[1]), int(found[2]), int(found[3])), found[4] or None, rule)


def _from_month_first(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(year_of(found[3], rule.pivot), month_number(found[1]), int(found[2])), found[4], rule)


def _from_year_first(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(int(found[1]), month_number(found[2]), int(found[3])), found[4], rule)


def _from_compact(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date.fromisoformat(found[1]), f"{found[2]}:{found[3]}:{found[4] or '00'}{found[5] or ''}", rule)


def _from_clock_before_year(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(int(found[4]), month_number(found[1]), int(found[2])), found[3], rule)


def _from_day_first(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(year_of(found[3], rule.pivot), month_number(found[2]), int(found[1])), found[4], rule)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], DateRule], datetime | date]], ...] = (
    (NUMERIC, _from_numeric),
    (_CJK, _from_cjk),
    (_MONTH_FIRST, _from_month_first),
    (_CLOCK_BEFORE_YEAR, _from_clock_before_year),
    (_DAY_FIRST, _from_day_first),
    (_YEAR_FIRST, _from_year_first),
    (_COMPACT, _from_compact),
)


def year_of(text: str, pivot: int) -> int:
    """The year that digits are; two-digit ones from the pivot on belong to the last century."""
    number = int(text)
    if len(text) > 2:
        return number
    return number + (1900 if number >= pivot else 2000)


def _with_time(day: date, clock: str | None, rule: DateRule) -> datetime | date:
    if not clock:
        return day
    found = _TIME.fullmatch(clock.strip())
    if not found:
        raise ValueError(clock)
    hour, minute, second, half, zone = found.groups()
    if zone and not second and re.fullmatch(r"-\d{1,2}", zone):
        raise ValueError(clock)  # `10:30-11` is a stretch of time, `10:30:00-07` a moment as databases write it
    number = int(hour)
    if half:
        if number > 12:
            raise ValueError(clock)
        number = number % 12 + (12 if half in "pP" else 0)
    elif number == 24 and not int(minute) + int(second or 0):
        number, day = 0, day + timedelta(days=1)
    at = datetime.combine(day, time(number, int(minute), int(second or 0)))
    return _aware(at.replace(tzinfo=_zone(zone)) if zone else at, rule)


def _zone(text: str) -> tzinfo:
    text = _ROUND_THE_YEAR.get(text.upper(), text)
    if "/" in text:
        try:
            return ZoneInfo(text)
        except (KeyError, OSError):
            raise ValueError(text) from None
    text = text[3:] or text if text[:3].upper() in {"GMT", "UTC"} else text
    if text[0] in "+-":
        digits = text[1:].replace(":", "")
        digits = digits.rjust(4, "0") if len(digits) > 2 else digits.rjust(2, "0") + "00"  # `GMT+2`
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if text[0] == "-" else offset)
    if text.upper() not in _ZONES:
        raise ValueError(text)
    return timezone(timedelta(hours=_ZONES[text.upper()]))


def _from_number(text: str, rule: DateRule) -> datetime | date:
    """Unix seconds or thousandths or millionths of them, YYYYMMDD, or a spreadsheet's serial day."""
    whole = int(text.partition(".")[0])
    if len(text) == 8 and text.isdigit() and 1900 <= whole // 10_000 <= 2199:
        return date(whole // 10_000, whole // 100 % 100, whole % 100)
    for per_second in (1, 1_000, 1_000_000):
        if whole // per_second in _UNIX:
            return datetime.fromtimestamp(whole // per_second, UTC)
    if whole in _SERIALS:
        at = _EXCEL_EPOCH + timedelta(days=rule.serial_shift, seconds=round(float(text) * 86_400))
        return at.date() if "." not in text or float(text).is_integer() else _aware(at, rule)
    raise ValueError(text)
