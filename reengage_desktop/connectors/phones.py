"""Phones to E.164, fast: patterns made from the phone library's own metadata accept the usual; it judges the rest."""

import re
from dataclasses import dataclass
from functools import cache

from phonenumbers import (
    PhoneMetadata,
    country_code_for_region,
    region_code_for_country_code,
    region_codes_for_country_code,
)

from reengage_desktop.connectors.blanks import is_blank
from reengage_desktop.domain.contacts import normalise_phone

_UNREACHABLE = "this is no phone number that can be reached"
_DRESSING = re.compile(r"[\s\u00a0()./\-\u2010-\u2015]+")
_MANGLED = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_FLOAT = re.compile(r"(\+?\d{6,15})\.0+")


@dataclass(frozen=True)
class _Numbering:
    """The numbers of a calling code: how the significant part looks and what its main country dials before it."""

    code: str
    significant: re.Pattern[str]
    trunk: str


@cache
def _numbering(region: str) -> _Numbering | None:
    """What can be accepted without the library; None for a region that is not its calling code's main one."""
    code = country_code_for_region(region)
    if not code or region_code_for_country_code(code) != region:
        return None
    data = PhoneMetadata.metadata_for_region(region)
    if data is None or data.leading_digits:
        return None
    # Numbers that may begin with zeros, or whose prefix is rewritten on the way, are the library's.
    pattern = _pattern(code)
    if not pattern or data.national_prefix_transform_rule:
        return None
    trunk = data.national_prefix or ""
    if (data.national_prefix_for_parsing or "") != trunk:
        trunk = ""
    return _Numbering(str(code), re.compile(f"(?!0)(?:{pattern})"), trunk)


def _pattern(code: int) -> str:
    """Landlines and mobiles of all countries that share a calling code.

    Some of them own the numbers that begin with certain digits: those are theirs alone to accept.
    """
    theirs: list[str] = []
    others: list[str] = []
    leading: list[str] = []
    for region in region_codes_for_country_code(code):
        data = PhoneMetadata.metadata_for_region(region)
        kinds = (data.fixed_line, data.mobile) if data else ()
        patterns = "|".join(kind.national_number_pattern for kind in kinds if kind and kind.national_number_pattern)
        if data is None or not patterns:
            continue
        if data.leading_digits:
            leading.append(data.leading_digits)
            theirs.append(f"(?={data.leading_digits})(?:{patterns})")
        else:
            others.append(patterns)
    if leading:
        others = [f"(?!{'|'.join(leading)})(?:{'|'.join(others)})"] if others else []
    return "|".join((*others, *theirs))


@cache
def _by_code() -> dict[str, _Numbering | None]:
    return {}


def _by_calling_code(digits: str) -> _Numbering | None:
    """The numbering of an international number's calling code, which is one to three digits."""
    known = _by_code()
    for length in (1, 2, 3):
        code = digits[:length]
        if code not in known:
            region = region_code_for_country_code(int(code))
            known[code] = _numbering(region) if region not in {"ZZ", "001"} else None
        found = known[code]
        if found is not None:
            return found
    return None


def read_phone(text: str, region: str | None) -> str | None:
    """The number in E.164, or None for a blank cell; raises ValueError where it is no number that can be reached.

    `region` is the country of numbers without an international prefix.
    """
    cell = text.strip().removeprefix("'").strip()
    if is_blank(cell):
        return None
    digits = _DRESSING.sub("", cell)
    if digits.startswith("00") and digits.isdecimal():
        digits = "+" + digits[2:]
    if digits[:1] == "+" and digits[1:].isdecimal() and digits.isascii():
        numbering = _by_calling_code(digits[1:])
        if numbering is not None:
            significant = digits[1 + len(numbering.code) :]
            if not (numbering.trunk and significant.startswith(numbering.trunk)) and numbering.significant.fullmatch(
                significant
            ):
                return digits
    elif region and digits.isdecimal() and digits.isascii():
        quick = _read_national(digits, region)
        if quick is not None:
            return quick
        if not _is_possible(digits, region):
            raise ValueError(_UNREACHABLE)
    return _ask_library(cell, region)


def _read_national(digits: str, region: str) -> str | None:
    numbering = _numbering(region)
    if numbering is None or not numbering.trunk:
        return None
    if digits.startswith(numbering.trunk):
        significant = digits[len(numbering.trunk) :]
        # Some numbers really begin with the trunk prefix's digit: then the library decides.
        if numbering.significant.fullmatch(digits):
            return None
    else:
        significant = digits
        # Without its trunk prefix a number may look like an international one; only North America writes so.
        if numbering.trunk != "1":
            return None
    if not numbering.significant.fullmatch(significant):
        return None
    return f"+{numbering.code}{significant}"


def _is_possible(digits: str, region: str) -> bool:
    """Whether digits can be a number of the country at all; False only where the library would say so too."""
    if region != "US":
        return True
    # Ten digits, with or without the 1; longer ones may be international and lack their plus.
    return len(digits) == 10 or digits[0] == "1" or (len(digits) > 10 and digits[0] != "0")


def _ask_library(cell: str, region: str | None) -> str:
    if _MANGLED.fullmatch(cell):
        raise ValueError("a spreadsheet program shortened this number; export it again as text")
    if whole := _FLOAT.fullmatch(cell):
        cell = whole[1]
    number = normalise_phone(cell, region)
    if number is None and cell.isdecimal() and len(cell) > 9:
        # A spreadsheet drops the plus.
        number = normalise_phone("+" + cell, None)
    if number is None and cell.startswith("00"):
        number = normalise_phone("+" + cell[2:], None)
    if number is None:
        raise ValueError(_UNREACHABLE)
    return number
