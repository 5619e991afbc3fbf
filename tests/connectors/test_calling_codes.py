"""Calling codes in a column of their own: whose phone it is must not depend on where the shop stands."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text, shop


def _phones(folder: Path, heading: str, rows: list[tuple[str, str]], country: str) -> list[str | None]:
    lines = [f"p{at}@example.com,{code},{number}" for at, (code, number) in enumerate(rows)]
    text = "\n".join([f"Email,{heading},Phone", *lines]) + "\n"
    read = read_text(folder, text, "customers", settings=shop(country))
    assert read.plan.columns["phone"] == "Phone"
    return read.column("phone")


@pytest.mark.parametrize("heading", ["Vorwahl Land", "Country code", "Landesvorwahl"])
def test_a_number_abroad_is_none_of_the_shops_own_country(tmp_path: Path, heading: str) -> None:
    """D2: `43 0660 5550102` is an Austrian's number also in a German shop, and no German stranger's."""
    rows = [("49", "0170 5550101"), ("43", "0660 5550102"), ("43", "660 5550103"), ("0041", "079 555 01 04")]
    expected = ["+491705550101", "+436605550102", "+436605550103", "+41795550104"]
    assert _phones(tmp_path, heading, rows, "DE") == expected


def test_a_short_number_abroad_is_not_filled_up_with_its_code(tmp_path: Path) -> None:
    """D2: eight figures after the code of Mexico are not ten of an American's."""
    assert _phones(tmp_path, "Country code", [("52", "12345678"), ("1", "2025550101")], "US") == [None, "+12025550101"]


def test_a_number_that_bears_its_code_already_bears_it_once(tmp_path: Path) -> None:
    """D2: some exports write the code twice, with a plus or without."""
    rows = [("44", "447700900123"), ("44", "+447700900124"), ("44", "7700900125"), ("", "2025550101"), ("44", "")]
    expected = ["+447700900123", "+447700900124", "+447700900125", "+12025550101", None]
    assert _phones(tmp_path, "Country code", rows, "US") == expected


def test_what_is_no_calling_code_leaves_the_numbers_alone(tmp_path: Path) -> None:
    """D2: `Prefix` may hold the number of a salutation, and `Country code` that of ISO 3166."""
    rows = [("1", "(202) 555-0101"), ("2", "(202) 555-0102")]
    assert _phones(tmp_path, "Prefix", rows, "US") == ["+12025550101", "+12025550102"]
    assert _phones(tmp_path, "Country code", [("840", "2025550101")] * 2, "US") == ["+12025550101"] * 2


def test_an_areas_code_stays_one(tmp_path: Path) -> None:
    """D2: the area 33 of Brazil is not France."""
    rows = [("33", "987654321"), ("11", "987654321")]
    assert _phones(tmp_path, "DDD", rows, "BR") == ["+5533987654321", "+5511987654321"]
