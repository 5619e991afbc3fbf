"""Phones to E.164, fast: patterns made from the phone library's own metadata accept the usual; it judges the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from phonenumbers import (
    PhoneMetadata,
    country_code_for_region,
    region_code_for_country_code,
    region_codes_for_country_code,
)

from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.domain.contacts import normalise_phone

_UNREACHABLE = "this is no phone number that can be reached"
_DRESSING = re.compile(r"[\s\u00a0()./\-\u2010-\u2015\u00b7]+")
_NO_DIGITS = re.compile(r"\D+")
_UNDRESSED = dict.fromkeys(map(ord, " \t()./-"))
"""The usual dressing, for texts of many cells."""

_MANGLED = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_EXTENSION = re.compile(
    r"[\s,;.(\-]*(?:ext(?:ension|n)?|(?<=[\s\d])x|poste|durchwahl|dw|nebenstelle|int(?:erno)?|anexo|ramal|toestel|wewn"
    r"|内線|#)[.:=\s]*\d{1,6}\)?\s*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+\.?|_")
"""What is no part of a number: the library would dial the letters of `(privat)`."""

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3}){2,4}")
_MEXICAN = re.compile(r"\+521(\d{10})")
_DIALLED_IN_MEXICO = re.compile(r"(?:01|04[45]|521)(\d{10})")
"""Mexican numbers as they were written and dialled until 2019."""

_BETWEEN = re.compile(
    r"\s*(?::::|;|,|&|\n|\b(?:or|and|oder|und|u\.|ou|et|y|e|o\.?|of|en|lub|i|eller|och|og)(?=\s)|(?<=\d{6})\s*/\s*(?=[+\d(]{4})"
    r"|(?<=\d\d)\s+(?=[^\W\d_]{3,}\.?:?\s*[+(\d])"
    r"|(?<=\d)\s+/\s+|(?<=\d)\s+-\s+(?=[+\d(]{2,})|(?<=\d{9})\s+(?=\d{9}))\s*"
)
_FAX = re.compile(r"\W*(?:tele)?fax", re.IGNORECASE)
_MOST_NUMBERS = 3
_FLOAT = re.compile(r"(\+?\d{6,15})[.,]0+")


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
    """Landlines, mobiles and personal numbers of all countries that share a calling code.

    Some of them own the numbers that begin with certain digits: those are theirs alone to accept.
    """
    theirs: list[str] = []
    others: list[str] = []
    leading: list[str] = []
    for region in region_codes_for_country_code(code):
        data = PhoneMetadata.metadata_for_region(region)
        kinds = (data.fixed_line, data.mobile, data.personal_number) if data else ()
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


def is_calling_code(text: str) -> bool:
    """Whether digits, with or without a plus or noughts before them, are the calling code of a country."""
    digits = text.removeprefix("+").removeprefix("00")
    return digits.isdecimal() and region_code_for_country_code(int(digits)) not in {"ZZ", "001"}


def read_phone(text: str, region: str | None) -> str | None:
    """The number in E.164, or None for a blank cell; raises ValueError where it is no number that can be reached.

    `region` is the country of numbers without an international prefix.
    """
    cell = text.strip().removeprefix("'").strip()
    if is_blank(cell):
        return None
    if not cell.isascii():
        cell = normalize("NFKC", cell)
    digits = _DRESSING.sub("", cell)
    usual = _read_usual(digits, region)
    if usual is not None:
        return usual
    is_national = region and digits.isdecimal() and digits.isascii() and not digits.startswith("00")
    if is_national and not _is_possible(digits, region or ""):
        raise ValueError(_UNREACHABLE)
    return _ask_library(cell, region)


def read_usual_phones(cells: Iterable[str], region: str | None) -> dict[str, str]:
    """The numbers of those cells that the patterns accept, by cell; `read_phone` judges the rest, and says the same."""
    asked = [cell for cell in cells if cell]
    text = "\n".join(asked)
    bare = text.translate(_UNDRESSED).split("\n") if text.isascii() else []
    if len(bare) != len(asked):  # some cell has several lines
        return {}
    told = zip(asked, bare, strict=True)
    found = ((cell, _read_usual(digits[1:] if cell[0] == "'" else digits, region)) for cell, digits in told)
    return {cell: number for cell, number in found if number is not None}


def _read_usual(digits: str, region: str | None) -> str | None:
    """The number that a cell's digits are by the patterns; None where the library is to judge."""
    if not digits.isascii():
        return None
    if digits[:2] == "00" and digits.isdecimal():
        digits = "+" + digits[2:]
    if digits[:1] != "+":
        return _read_national(digits, region) if region and digits.isdecimal() else None
    numbering = _by_calling_code(digits[1:]) if digits[1:].isdecimal() else None
    if numbering is None:
        return None
    significant = digits[1 + len(numbering.code) :]
    if numbering.trunk and significant.startswith(numbering.trunk):
        return None
    return digits if numbering.significant.fullmatch(significant) else None


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


def numbers_in(cell: str) -> list[str]:
    """The parts of a cell that may be numbers, where more than one is written in it; a fax's is none."""
    parts = [part for part in _BETWEEN.split(cell) if part.strip()]
    return [part for part in parts[:_MOST_NUMBERS] if not _FAX.match(part)] if len(parts) > 1 else []


def _is_possible(digits: str, region: str) -> bool:
    """Whether digits can be a number of the country at all; False only where the library would say so too."""
    if region != "US":
        return True
    # Ten digits, with or without the 1; longer ones may be international and lack their plus, or have its 011.
    long = len(digits) > 10 and (digits[0] != "0" or digits.startswith("011"))
    return len(digits) == 10 or digits[0] == "1" or long


def _ask_library(cell: str, region: str | None) -> str:
    if _MANGLED.fullmatch(cell):
        raise ValueError("a spreadsheet program shortened this number; export it again as text")
    if whole := _FLOAT.fullmatch(cell):
        cell = whole[1]
    if _THOUSANDS.fullmatch(cell):
        cell = cell.replace(",", "")
    cell = _WORDS.sub(" ", _EXTENSION.sub("", cell)).strip()
    cell = _before_nought(cell, region)
    number = _with_its_code(cell, region) or normalise_phone(cell, region)
    if number is None and cell.isdecimal() and len(cell) > 9:
        # A spreadsheet drops the plus.
        number = normalise_phone("+" + cell, None)
    if number is None and cell.startswith("00"):
        number = normalise_phone("+" + cell[2:], None)
    if number is None and (old := _mexican(_DRESSING.sub("", cell), region)):
        number = normalise_phone("+52" + old[1], None)
    if number is None:
        raise ValueError(_UNREACHABLE)
    return number


def _before_nought(cell: str, region: str | None) -> str:
    """`49 030 123456` with its plus and without the nought that is dialled at home only; any other cell as it is."""
    code = country_code_for_region(region) if region else 0
    found = re.fullmatch(rf"\(?{code}\)?[\s./-]+\(?0\)?[\s./-]*([1-9].*)", cell) if code else None
    return f"+{code} {found[1]}" if found and not cell.startswith("0") else cell


def _mexican(digits: str, region: str | None) -> re.Match[str] | None:
    return _MEXICAN.fullmatch(digits) or (_DIALLED_IN_MEXICO.fullmatch(digits) if region == "MX" else None)


def _with_its_code(cell: str, region: str | None) -> str | None:
    """A mobile number after its own country's code, whose plus a spreadsheet dropped; None for all else.

    In some countries it could also be read as a landline without its 0, which nobody writes.
    """
    if region is None or "+" in cell:
        return None
    digits = _NO_DIGITS.sub("", cell)
    code = str(country_code_for_region(region))
    if code in {"", "0", "1"} or not digits.startswith(code) or not digits.isdecimal() or not digits.isascii():
        return None
    numbering = _by_calling_code(digits)
    if numbering is None or numbering.code != code:
        return None
    metadata = PhoneMetadata.metadata_for_region(region)
    pattern = metadata.mobile.national_number_pattern if metadata and metadata.mobile else None
    return f"+{digits}" if pattern and re.fullmatch(pattern, digits[len(code) :]) else None
