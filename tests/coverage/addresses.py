"""How far we agree with the published collections of e-mail addresses and phone numbers, and why not where we don't."""

import csv
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import phonenumbers

from reengage_desktop.connectors.values.phones import read_phone
from reengage_desktop.domain.contacts import normalise_email
from tests.conftest import find_shared

REACHABLE = frozenset({"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN"})
"""The collection's categories of addresses to which ordinary mail goes (a warning: no such domain at the moment)."""

REASONS = {
    "ISEMAIL_RFC5321_QUOTEDSTRING": (
        'quoted names (`"first last"@…`): allowed by the letter, carried by no mail service that shops use'
    ),
    "ISEMAIL_RFC5321_ADDRESSLITERAL": "a number in brackets instead of a domain: nobody's customer has one",
    "ISEMAIL_RFC5321_IPV6DEPRECATED": "a number in brackets instead of a domain: nobody's customer has one",
    "ISEMAIL_RFC5321_TLD": "a name without a dot (`test@example`): reaches nobody outside one network; a typing slip",
    "ISEMAIL_RFC5321_TLDNUMERIC": "a domain that ends in digits: there is none; a typing slip",
    "ISEMAIL_DNSWARN_NO_RECORD": "a domain that ends in digits (`.x2`) or in one letter (`.c`): there is none",
    "ISEMAIL_ERR_EXPECTING_ATEXT": "a line end behind the address: cells are trimmed before they are judged",
}
"""Why we say otherwise, by the collection's own diagnosis."""


@dataclass(frozen=True)
class Verdict:
    """One address of the collection: what it says, and whether we take it."""

    address: str
    category: str
    diagnosis: str
    is_taken: bool

    @property
    def agrees(self) -> bool:
        """Whether we and the collection say the same."""
        says = self.category in REACHABLE or self.category == "ISEMAIL_RFC5321"
        return says == self.is_taken


@cache
def emails() -> tuple[Verdict, ...]:
    """The 279 addresses of isemail's collection."""
    shared = find_shared()
    assert shared is not None, "the collections are shared data"
    tree = ET.parse(shared / "data" / "emails" / "tests-original.xml")  # noqa: S314 - a file of our own collection
    return tuple(
        Verdict(address, test.findtext("category", ""), test.findtext("diagnosis", ""), _is_taken(address))
        for test in tree.getroot().iter("test")
        for address in (_control(test.findtext("address", "")),)
    )


def _control(text: str) -> str:
    """The collection writes control characters as the symbols that stand for them."""
    return "".join(chr(ord(char) - 0x2400) if 0x2400 <= ord(char) <= 0x2420 else char for char in text)


def _is_taken(address: str) -> bool:
    return normalise_email(address) is not None


@cache
def phones() -> tuple[int, tuple[str, ...]]:
    """How many of libphonenumber's example numbers come out right in both notations, and those that do not."""
    shared = find_shared()
    assert shared is not None, "the collections are shared data"
    right, wrong = 0, []
    for path in sorted((shared / "data" / "phones" / "libphonenumber").glob("*.csv")):
        code = path.stem.removeprefix("cc").removesuffix("_examples")
        rows = csv.reader(path.read_text("utf-8").splitlines()[1:], delimiter=";", skipinitialspace=True)
        for region, _, digits in ((cell.strip() for cell in row) for row in rows):
            for text, country in _notations(f"+{code}{digits}", region):
                found = _read(text, country)
                right += found == f"+{code}{digits}"
                if found != f"+{code}{digits}":
                    wrong.append(f"{text} ({country})")
    return right, tuple(wrong)


def _notations(number: str, region: str) -> Iterator[tuple[str, str]]:
    yield number, "US"
    if region.isalpha():
        parsed = phonenumbers.parse(number, None)
        yield phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL), region


def _read(text: str, region: str) -> str | None:
    try:
        return read_phone(text, region)
    except ValueError:
        return None


def section() -> str:
    """The page's part about them."""
    verdicts = emails()
    differing = [verdict for verdict in verdicts if not verdict.agrees]
    whys = Counter(REASONS[verdict.diagnosis] for verdict in differing)
    usual = sum((verdict.category in REACHABLE) == verdict.is_taken for verdict in verdicts)
    right, wrong = phones()
    lines = [
        "## E-mail addresses and phone numbers",
        "",
        (
            f"Of isemail's {len(verdicts)} addresses we judge {len(verdicts) - len(differing)} as the collection does, "
            f"and {usual} where its addresses “valid by RFC 5321, but unusual” count as not usable. All disagreements:"
        ),
        "",
        *(f"- {count}: {why}." for why, count in whys.most_common()),
        "",
        (
            f"Of libphonenumber's examples {right} of {right + len(wrong)} come out as its number, each in the "
            f"international and in its country's notation.{' Not: ' + ', '.join(wrong) + '.' if wrong else ''}"
        ),
        "",
    ]
    return "\n".join(lines)
