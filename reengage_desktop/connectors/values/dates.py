"""Dates as exports write them. The order of day and month is decided for a whole column, never for a cell."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.months import is_month, month_number

ORDERS = ("dmy", "mdy", "ymd")
YEAR_FIRST_COUNTRIES = frozenset({"CN", "HU", "JP", "KR", "LT", "SE", "TW"})
MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "PR", "GU", "FM", "MH", "PW", "VI", "AS", "MP"})

_NUMERIC = re.compile(r"(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:(?:\s*[T,]\s*|\s+-\s+|\s+)(.+))?")
_CJK = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\s*(.*)")
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d_]+\.?,?\s+)?([^\W\d_]{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(.+))?"
)
_DAY_FIRST = re.compile(
    r"(?:[^\W\d_]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+)?([^\W\d_]{3,})\.?[\s,-]+(?:de\s+)?(\d{4}|\d{2})"
    r"(?:,?\s+(.+))?"
)
_CLOCK_BEFORE_YEAR = re.compile(
    r"(?:[^\W\d_]+\.?,?\s+)?([^\W\d_]{3,})\.?\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{1,5})?)\s+(\d{4})"
)
"""`Fri Feb 13 10:11:12 2026`, as programs print a moment."""
_TIME = re.compile(
    r"(?:(?:at|um|om|o|klo|kl\.?|à|às|a las|alle|le|-)\s+)?"
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:hs|hrs?|h|uhr|uur)?\.?"
    r"\s*(?:\(?((?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,5}|[+-]\d{1,2}(?::?\d{2})?)\)?)?",
    re.IGNORECASE,
)
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "IST": 5.5, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12,
    "NZDT": 13, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9,
    "AKDT": -8, "HST": -10,
}  # fmt: skip
MIDNIGHT = re.compile(r"(?<=\d)[ T]0{1,2}:00(:00(\.0+)?)?$")
"""A time of day that says nothing when the whole column has it."""

_DAY_IN_ZONE = re.compile(r"(\d{4}-\d\d-\d\d) UTC")
"""A day whose time is in no column, or in a zone that is not known."""

YEARLESS = re.compile(
    r"(--)?\d{1,2}[-/.]\d{1,2}\.?|\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}月\d{1,2}日"
)
"""A birthday without its year, as newsletter tools keep it: no day that can be stored."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""Beyond them a date is a filler or a slip, and calendars end."""
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's serials have no zone
_UNIX = range(100_000_000, 5_000_000_000)
_UNIX_MS = range(100_000_000_000, 5_000_000_000_000)
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
        if length != 19:
            return _read_slowly(text, rule)
        return (datetime.fromisoformat(text) - offsets[text[:13]]).replace(tzinfo=UTC)

    if rule.is_midnight_day:
        return lambda text: _sensible(read(MIDNIGHT.sub("", text)))
    if rule.is_day:
        return lambda text: None if YEARLESS.fullmatch(text) else _day_of(_sensible(read(text)), rule.zone)
    return lambda text: _sensible(read(text))


_EITHER = tuple(DateRule(ZoneInfo("UTC"), order) for order in ("dmy", "mdy"))
_BEFORE_A_DATE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?|on|am|den|le|el|il|op|em|dnia)\s+",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def is_only_a_date(text: str) -> bool:
    """Whether a trimmed cell is a day or a moment of any year, in either order, and says nothing beside it."""
    found = _BEFORE_A_DATE.match(text)
    text = text[found.end() :] if found else text
    if (word := _FIRST_WORD.match(text)) and not is_month(word[0]):
        return False  # `Refused May 3, 2025`
    for rule in _EITHER:
        with suppress(ValueError, OverflowError):
            return _read_slowly(text, rule) is not None
    return False


def _sensible(found: datetime | date | None) -> datetime | date | None:
    if found is not None and not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError(found)
    return found


def _day_of(found: datetime | date | None, zone: ZoneInfo) -> date | None:
    return found.astimezone(zone).date() if isinstance(found, datetime) else found


def _read_slowly(text: str, rule: DateRule) -> datetime | date | None:
    text = text.strip().removeprefix("'")
    if is_blank(text):
        return None
    if found := _DAY_IN_ZONE.fullmatch(text):
        return date.fromisoformat(found[1])
    if text[4:5] == "-":
        return _from_iso(text, rule)
    for pattern, build in _SHAPES:
        if found := pattern.fullmatch(text):
            return build(found, rule)
    if re.fullmatch(r"\d+([.,]\d+)?", text):
        return _from_number(text.replace(",", "."), rule)
    raise ValueError(text)


def _from_iso(text: str, rule: DateRule) -> datetime | date | None:
    found = _NUMERIC.fullmatch(text)
    if found:
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
        day = date(_year(numbers[0], rule.pivot), int(numbers[1]), int(numbers[2]))
    return _with_time(day, clock, rule)


def _from_cjk(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(int(found[1]), int(found[2]), int(found[3])), found[4] or None, rule)


def _from_month_first(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(_year(found[3], rule.pivot), month_number(found[1]), int(found[2])), found[4], rule)


def _from_clock_before_year(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(int(found[4]), month_number(found[1]), int(found[2])), found[3], rule)


def _from_day_first(found: re.Match[str], rule: DateRule) -> datetime | date:
    return _with_time(date(_year(found[3], rule.pivot), month_number(found[2]), int(found[1])), found[4], rule)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], DateRule], datetime | date]], ...] = (
    (_NUMERIC, _from_numeric),
    (_CJK, _from_cjk),
    (_MONTH_FIRST, _from_month_first),
    (_CLOCK_BEFORE_YEAR, _from_clock_before_year),
    (_DAY_FIRST, _from_day_first),
)


def _year(text: str, pivot: int) -> int:
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
    if zone and not second and re.fullmatch(r"[+-]\d{1,2}", zone):
        raise ValueError(clock)  # `10:30-11` is a stretch of time, `10:30:00+02` a moment as databases write it
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            raise ValueError(clock)
        number = number % 12 + (12 if half[0] in "pP" else 0)
    at = datetime.combine(day, time(number, int(minute), int(second or 0)))
    return _aware(at.replace(tzinfo=_zone(zone)) if zone else at, rule)


def _zone(text: str) -> timezone:
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
    """Unix seconds or milliseconds, YYYYMMDD with or without a time, or a spreadsheet's serial day."""
    whole = int(text.partition(".")[0])
    if len(text) == 8 and text.isdigit() and 1900 <= whole // 10_000 <= 2199:
        return date(whole // 10_000, whole // 100 % 100, whole % 100)
    if len(text) == 14 and text.isdigit():
        return _aware(datetime.strptime(text, "%Y%m%d%H%M%S"), rule)  # noqa: DTZ007 - _aware adds the zone
    if whole in _UNIX:
        return datetime.fromtimestamp(whole, UTC)
    if whole in _UNIX_MS:
        return datetime.fromtimestamp(whole // 1000, UTC)
    if whole in _SERIALS:
        at = _EXCEL_EPOCH + timedelta(days=rule.serial_shift, seconds=round(float(text) * 86_400))
        return at.date() if "." not in text or float(text).is_integer() else _aware(at, rule)
    raise ValueError(text)


_MONTHS, _LAST_DAY, _SHORT_YEAR = 12, 31, 2
_FEW_YEARS, _MANY_DAYS = 5, 12


@dataclass
class _Shape:
    """What the cells of one shape (separator, year's digits) show."""

    first_over: int = 0
    second_over: int = 0
    same: int = 0
    pairs: list[tuple[int, int, int]] = field(default_factory=list)

    def is_year_first(self, *, is_usual: bool) -> bool:
        """Whether `26/02/03` begins with its year: with no day, or with the same few in front of days of all months."""
        firsts, days = {first for _, first, _ in self.pairs}, {year % 100 for year, _, _ in self.pairs}
        if self.second_over or not 1 <= min(days) <= max(days) <= _LAST_DAY:
            return False
        if max(firsts) > _LAST_DAY:
            return True
        is_spread = is_usual or max(days) - min(days) >= _MANY_DAYS
        return min(firsts) > _MONTHS and max(firsts) - min(firsts) <= _FEW_YEARS and is_spread

    def by_values(self) -> str | None:
        if self.first_over and self.first_over > self.second_over:
            return "dmy"
        return "mdy" if self.second_over > self.first_over else None

    def by_row_order(self) -> str | None:
        """The reading under which the rows are in order, when the other one is not."""
        steps = len(self.pairs) - 1
        if steps < 8:
            return None
        month_first = _orderliness([(year, first, second) for year, first, second in self.pairs])
        day_first = _orderliness([(year, second, first) for year, first, second in self.pairs])
        if max(month_first, day_first) < 0.97 or abs(month_first - day_first) < 0.02:
            return None
        return "mdy" if month_first > day_first else "dmy"


def _orderliness(days: list[tuple[int, int, int]]) -> float:
    steps = [(after > before) - (after < before) for before, after in pairwise(days)]
    return max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps)) / len(steps)


@dataclass
class OrderEvidence:
    """What a column's numeric dates say about the order of day and month."""

    shapes: dict[tuple[str, int], _Shape] = field(default_factory=dict)
    example: str = ""
    is_year_usual: bool = False
    """Whether the shop's country writes the year first."""

    def add(self, cells: Iterable[str]) -> None:
        """Takes in cells, in the file's order."""
        for cell in cells:
            found = _NUMERIC.fullmatch(cell.strip().removeprefix("'"))
            if not found or len(found[1]) > 2:
                continue
            shape = self.shapes.setdefault((found[2], len(found[4])), _Shape())
            first, second = int(found[1]), int(found[3])
            shape.first_over += first > 12
            shape.second_over += second > 12
            if first <= 12 and second <= 12:
                if first != second:
                    self.example = self.example or cell.strip()
                else:
                    shape.same += 1
            if len(shape.pairs) < 20_000:
                shape.pairs.append((_year(found[4], 69), first, second))

    @property
    def is_mixed(self) -> bool:
        """Whether one shape holds both cells that can only be day first and cells that can only be month first."""
        return any(shape.first_over and shape.second_over for shape in self.shapes.values())

    def by_values(self) -> dict[tuple[str, int], str]:
        """The order of each shape that some day above the twelfth decides."""
        return {key: order for key in self.shapes if (order := self._by_values(key))}

    def _by_values(self, key: tuple[str, int]) -> str | None:
        shape = self.shapes[key]
        if key[1] == _SHORT_YEAR and shape.is_year_first(is_usual=self.is_year_usual):
            return "ymd"
        return shape.by_values()

    @property
    def is_ambiguous(self) -> bool:
        """Whether some shape can be read both ways and nothing in the column decides it."""
        decided = self.decide()
        return any(order is None for order in decided.values())

    def decide(self) -> dict[tuple[str, int], str | None]:
        """The order by shape: by its values, by the row order, else as another shape of the column; None unknown."""
        orders = {key: self._by_values(key) or shape.by_row_order() for key, shape in self.shapes.items()}
        known = {order for order in orders.values() if order} - {"ymd"}
        if len(known) == 1:
            only = known.pop()
            orders = {key: order or only for key, order in orders.items()}
        return {
            key: order or (None if len(self.shapes[key].pairs) > self.shapes[key].same else "dmy")
            for key, order in orders.items()
        }


def usual_order(country: str, separator: str = "/") -> str:
    """The order that the shop's country writes; dates with dots are day first everywhere."""
    return "mdy" if country in MONTH_FIRST_COUNTRIES and separator != "." else "dmy"
