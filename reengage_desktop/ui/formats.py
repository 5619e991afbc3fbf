"""Figures as the owner's locale writes them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtGui import QGuiApplication

from reengage_desktop.domain import money
from reengage_desktop.domain.judging import ENOUGH_TO_JUDGE, judge
from reengage_desktop.domain.moments import from_stamp, local_day

_JOIN = "\u00a0"
"""Stands between a figure and its sign or unit: no line may break there."""
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "CHF", "CAD": "CA$", "AUD": "A$", "INR": "₹"}


def apart(text: str) -> str:
    """What a file or a customer wrote, read in its own direction whatever the window's is (Unicode's isolates)."""
    return f"\u2068{text}\u2069" if text and QGuiApplication.isRightToLeft() else text


def number(value: float) -> str:
    """A whole number with the locale's separators."""
    return QLocale().toString(round(value))


def percent(share: float) -> str:
    """A share of 1 as per cent with one decimal."""
    return QLocale().toString(float(share * 100), "f", 1) + f"{_JOIN}%"


def rate(part: int, whole: int) -> str:
    """A share as per cent, or that there are too few to call it one: the only way in which the window shows a rate."""
    share = judge(part, whole)
    if share is not None:
        return percent(share)
    return few_words() if whole else "–"


def few_words(needed: int = ENOUGH_TO_JUDGE) -> str:
    """That there are too few of something to judge it, and about how many it takes."""
    few = QCoreApplication.translate("Formats", "too few to judge (needs about {count})")
    return few.replace("{count}", number(needed))


def enough_to_judge() -> str:
    """From how many on a share is a rate."""
    return number(ENOUGH_TO_JUDGE)


def amount(minor: int, currency: str, *, whole: bool = False) -> str:
    """Money with its sign where the locale has it, `€ 4,300.00`, `4.300,00 €`; `whole` leaves the decimals out."""
    decimals = 0 if whole else money.decimals_of(currency)
    value = money.to_decimal(minor, currency)
    text = QLocale().toString(float(value.quantize(Decimal(1).scaleb(-decimals))), "f", decimals)
    before, after = money_marks(currency)
    return f"{before}{text}{after}"


def money_marks(currency: str) -> tuple[str, str]:
    """What stands before and after an amount in this locale, never parted from it: `("€ ", "")` or `("", " €")`."""
    sign = _SYMBOLS.get(currency, currency)
    shown = QLocale().toCurrencyString(1.0, "¤").rstrip("\u200e\u200f\u061c")
    return ("", f"{_JOIN}{sign}") if shown.endswith("¤") else (f"{sign}{_JOIN}", "")


def day(value: date) -> str:
    """A day without its year, `24 Aug`, `24. Aug.`."""
    return QLocale().toString(_qdate(value), written("d MMM"))


def month(value: date) -> str:
    """A month with its year, `Aug 2026`."""
    return QLocale().toString(_qdate(value), "MMM yyyy")


def long_day(value: date) -> str:
    """A day with its year, `24 Aug 2026`."""
    return QLocale().toString(_qdate(value), written("d MMM yyyy"))


def week_day(value: date) -> str:
    """A day with its weekday, `Mon 24 Aug`."""
    return QLocale().toString(_qdate(value), written("ddd d MMM"))


def clock(moment: datetime) -> str:
    """The time of day, `14:02`."""
    return QLocale().toString(QTime(moment.hour, moment.minute), "HH:mm")


def when(seconds: int | None, zone: ZoneInfo, now: datetime) -> str:
    """A stored moment as `today 14:02`, `tomorrow 09:00`, `18 Nov 14:02` or, of another year, `18 Nov 2025`."""
    if seconds is None:
        return "–"
    moment = from_stamp(seconds).astimezone(zone)
    there, here = moment.date(), local_day(now, zone)
    apart = (there - here).days
    if apart == 0:
        text = QCoreApplication.translate("When", "today {time}")
    elif apart == 1:
        text = QCoreApplication.translate("When", "tomorrow {time}")
    elif apart == -1:
        text = QCoreApplication.translate("When", "yesterday {time}")
    elif there.year != here.year:
        return long_day(there)
    else:
        text = QCoreApplication.translate("When", "{day} {time}")
    return text.replace("{day}", day(there)).replace("{time}", clock(moment))


def exact(seconds: int | None, zone: ZoneInfo) -> str:
    """A stored moment in full, for tooltips."""
    if seconds is None:
        return ""
    moment = from_stamp(seconds).astimezone(zone)
    return f"{long_day(moment.date())} {clock(moment)}"


def days_ago(seconds: int | None, zone: ZoneInfo, now: datetime) -> str:
    """How long ago a stored moment's day is: `today`, `yesterday`, `74 days ago`; or `never`."""
    if seconds is None:
        return QCoreApplication.translate("When", "never")
    apart = (local_day(now, zone) - local_day(from_stamp(seconds), zone)).days
    if apart <= 0:
        return QCoreApplication.translate("When", "today")
    if apart == 1:
        return QCoreApplication.translate("When", "yesterday")
    return QCoreApplication.translate("When", "%Ln days ago", "", apart)


def duration(seconds: float) -> str:
    """How long something took: `0.4 s`, `12 s`, `3 min`."""
    if seconds < 10:
        return QLocale().toString(float(seconds), "f", 1) + f"{_JOIN}s"
    return f"{round(seconds)}{_JOIN}s" if seconds < 120 else f"{round(seconds / 60)}{_JOIN}min"


def written(pattern: str) -> str:
    """The pattern with a dot behind the day where the locale writes one: `24. August`."""
    return pattern.replace("d M", "d. M") if "d. " in QLocale().dateFormat(QLocale.FormatType.LongFormat) else pattern


def _qdate(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)
