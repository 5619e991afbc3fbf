"""Hours in which people may be disturbed, as data: each row with where it comes from. Not legal advice."""

from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

_WEEK = frozenset(range(7))
SUNDAY = 6
_WEEKDAYS = frozenset(range(5))
_WEEKEND = frozenset({5, 6})


@dataclass(frozen=True)
class OpenHours:
    """From `opens` until just before `closes` on these weekdays (Monday 0), of the recipient's own time.

    `area_codes`: US area codes for which the row holds; none: everybody. `opens` None: not on these days at all.
    """

    area: str
    days: frozenset[int]
    opens: time | None
    closes: time
    source: str
    since: date
    area_codes: frozenset[str] = frozenset()


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALABAMA = _codes("205 251 256 334 659 938")
_CONNECTICUT = _codes("203 475 860 959")
_FLORIDA = _codes("239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954")
_LOUISIANA = _codes("225 318 337 457 504 985")
_MARYLAND = _codes("227 240 301 410 443 667")
_MASSACHUSETTS = _codes("339 351 413 508 617 774 781 857 978")
_MISSISSIPPI = _codes("228 471 601 662 769")
_OKLAHOMA = _codes("405 539 572 580 918")
_RHODE_ISLAND = _codes("401")
_TEXAS = _codes(
    "210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 "
    "979"
)
_WASHINGTON = _codes("206 253 360 425 509 564")


def _row(  # noqa: PLR0913, PLR0917 - the columns of the table
    area: str, codes: frozenset[str], days: frozenset[int], opens: int | None, closes: int, source: str, since: date
) -> OpenHours:
    return OpenHours(area, days, None if opens is None else time(opens), time(closes), source, since, codes)


OPEN_HOURS: tuple[OpenHours, ...] = (
    OpenHours("everywhere", _WEEK, time(8), time(21), "47 CFR 64.1200(c)(1)", date(1992, 12, 20)),
    _row("Alabama", _ALABAMA, _WEEK, 8, 20, "Ala. Code 8-19A-14", date(1994, 5, 4)),
    _row("Alabama", _ALABAMA, frozenset({SUNDAY}), None, 20, "Ala. Code 8-19A-14", date(1994, 5, 4)),
    _row("Connecticut", _CONNECTICUT, _WEEK, 9, 20, "Conn. Public Act 23-98", date(2023, 10, 1)),
    _row("Florida", _FLORIDA, _WEEK, 8, 20, "Fla. Stat. 501.616(6)(a)", date(2021, 7, 1)),
    _row("Louisiana", _LOUISIANA, _WEEK, 8, 20, "La. Rev. Stat. 45:844.14", date(2002, 1, 1)),
    _row("Louisiana", _LOUISIANA, frozenset({SUNDAY}), None, 20, "La. Rev. Stat. 45:844.14", date(2002, 1, 1)),
    _row("Maryland", _MARYLAND, _WEEK, 8, 20, "Md. Code, Com. Law 14-4502", date(2024, 1, 1)),
    _row("Massachusetts", _MASSACHUSETTS, _WEEK, 8, 20, "Mass. Gen. Laws ch. 159C, s. 3", date(2003, 1, 1)),
    _row("Mississippi", _MISSISSIPPI, _WEEK, 8, 20, "Miss. Code 77-3-723", date(2003, 7, 1)),
    _row("Mississippi", _MISSISSIPPI, frozenset({SUNDAY}), None, 20, "Miss. Code 77-3-723", date(2003, 7, 1)),
    _row("Oklahoma", _OKLAHOMA, _WEEK, 8, 20, "Okla. Stat. 15-775C.4", date(2022, 11, 1)),
    _row("Rhode Island", _RHODE_ISLAND, _WEEKDAYS, 9, 18, "R.I. Gen. Laws 5-61-3.6", date(1987, 7, 1)),
    _row("Rhode Island", _RHODE_ISLAND, _WEEKEND, 10, 17, "R.I. Gen. Laws 5-61-3.6", date(1987, 7, 1)),
    _row("Texas", _TEXAS, frozenset({SUNDAY}), 12, 21, "Tex. Bus. & Com. Code 301.051", date(2009, 4, 1)),
    _row("Washington", _WASHINGTON, _WEEK, 8, 20, "Wash. Rev. Code 80.36.390", date(2022, 6, 9)),
)
"""Every row that fits must allow the hour; a person whose number's area has no row of its own has the first one."""


@lru_cache(maxsize=1024)
def rows_for(area_code: str | None) -> tuple[OpenHours, ...]:
    """The rows that hold for a US area code, or for anybody."""
    return tuple(row for row in OPEN_HOURS if not row.area_codes or area_code in row.area_codes)


def us_area_code(phone: str | None) -> str | None:
    """The area code of an E.164 number of the North American plan."""
    if phone and phone.startswith("+1") and len(phone) == 12:
        return phone[2:5]
    return None
