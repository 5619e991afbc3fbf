"""Phones: what the quick patterns accept is what the phone library says (performance.md, checks)."""

import csv
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reengage_desktop.connectors.values.phones import read_phone, read_usual_phones
from reengage_desktop.domain.contacts import normalise_phone

REGIONS = ["US", "DE", "GB", "FR", "IT", "ES", "NL", "BR", "AU", "JP", "RU", "CA", "MX", "AR", "PL", "CH", "IN"]


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("(202) 555-0143", "US", "+12025550143"),
        ("555-123-4567", "US", "+15551234567"),
        ("202.555.0143", "US", "+12025550143"),
        ("1-202-555-0143", "US", "+12025550143"),
        ("12025550143.0", "US", "+12025550143"),
        ("'+44 7400 123456", "US", "+447400123456"),
        ("+44 (0)7400 123456", "US", "+447400123456"),
        ("07400 123456", "GB", "+447400123456"),
        ("00447400123456", "US", "+447400123456"),
        ("+44 7700 900123", "US", "+447700900123"),
        ("07700 900123", "GB", "+447700900123"),
        ("447400123456", "US", "+447400123456"),
        ("0151 23456789", "DE", "+4915123456789"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("06 698 12345", "IT", "+3906698 12345".replace(" ", "")),
        ("03-1234-5678", "JP", "+81312345678"),
        ("", "US", None),
        ("--", "US", None),
    ],
)
def test_as_exports_write_them(text: str, region: str, expected: str | None) -> None:
    """D2: to E.164 by the row's country or the shop's."""
    assert read_phone(text, region) == expected


@pytest.mark.parametrize("text", ["123-4567", "4.15555E+09", "hello", "+1 202", "(000) 000-0000", "100-867-5309 x89"])
def test_what_is_no_number(text: str) -> None:
    """D2: raises a sentence."""
    with pytest.raises(ValueError, match="number"):
        read_phone(text, "US")


@given(region=st.sampled_from(REGIONS), digits=st.text("0123456789", min_size=6, max_size=13), shape=st.integers(0, 2))
@example(region="US", digits="2025550143", shape=0)
@example(region="DE", digits="015123456789", shape=0)
def test_nothing_is_accepted_that_the_library_refuses(region: str, digits: str, shape: int) -> None:
    """D2: 0 wrong: a quick answer is the library's answer."""
    code = phonenumbers.country_code_for_region(region)
    text = {0: digits, 1: f"+{code}{digits}", 2: f"+{code} {digits[:3]}-{digits[3:]}"}[shape]
    expected = normalise_phone(text, region)
    try:
        found = read_phone(text, region)
    except ValueError:
        found = None
    if expected is not None:
        # In countries that dial a 0 first, digits that begin with the country's code lack their plus.
        assert found in {expected, normalise_phone("+" + text, None)}
    elif found is not None and text.startswith("+521"):
        assert found == normalise_phone("+52" + text[4:], None)
    elif found is not None:
        # Only a plus that a spreadsheet dropped may be put back.
        assert found == normalise_phone("+" + text, None) or text.startswith("00")


@pytest.mark.shared
def test_the_librarys_own_examples(shared_dir: Path) -> None:
    """D2: every official example number, national and international, comes out as the library has it."""
    checked = 0
    for path in sorted((shared_dir / "data" / "phones" / "libphonenumber").glob("*.csv")):
        code = path.stem.removeprefix("cc").removesuffix("_examples")
        rows = csv.reader(path.read_text("utf-8").splitlines()[1:], delimiter=";", skipinitialspace=True)
        for region, _, number in ((cell.strip() for cell in row) for row in rows):
            expected = normalise_phone(f"+{code}{number}", None)
            if expected is None or not region.isalpha():
                continue
            assert read_phone(f"+{code}{number}", "US") == expected
            national = phonenumbers.format_number(
                phonenumbers.parse(expected, None), phonenumbers.PhoneNumberFormat.NATIONAL
            )
            if normalise_phone(national, region) == expected:
                assert read_phone(national, region) == expected
                checked += 1
    assert checked > 200


_WRITTEN = st.text("0123456789+ -()./'\n\té", max_size=18)


@given(region=st.sampled_from(REGIONS), cells=st.lists(_WRITTEN, max_size=8))
@example(region="US", cells=["(202) 555-0143", "'+1 202 555 0144", "2025550143\n", "", "0044 7400 123456"])
@example(region="GB", cells=["07400 123456", "+44 7700 900123", "+44 (0)7400 123456", "hello"])
def test_cells_read_together_are_read_as_one_by_one(region: str, cells: list[str]) -> None:
    """D2: what the patterns accept of a whole column is what each of its cells is by itself."""
    for cell, number in read_usual_phones(cells, region).items():
        assert read_phone(cell, region) == number


def test_usual_phones_of_a_column_are_found() -> None:
    """Row 3: the usual ones are not left to be read one by one."""
    usual = {"(202) 555-0143": "+12025550143", "'+44 7400 123456": "+447400123456", "00447400123457": "+447400123457"}
    assert read_usual_phones([*usual, "", "hello", "+1 202"], "US") == usual
