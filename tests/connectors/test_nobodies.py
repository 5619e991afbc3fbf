"""Import-facts 12: what stands in the place of a customer's number where there is none joins no strangers."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text

_HEADER = "Order ID,Date,Customer ID,Email,Total\n"


def _rows(numbers: list[str]) -> str:
    return "".join(f"{at},2026-02-03,{number},p{at}@example.com,9.50\n" for at, number in enumerate(numbers, 1001))


@pytest.mark.parametrize(
    "word", ["Guest", "GUEST", "Gast", "-1", "Walk-in", "anonymous", "Laufkundschaft", "Invité", "ゲスト", "0", "00000"]
)
@pytest.mark.parametrize("others", [1, 300])
def test_guests_are_not_one_customer(tmp_path: Path, word: str, others: int) -> None:
    """They have addresses of their own; in a long list, which is read a column at a time, too."""
    read = read_text(tmp_path, _HEADER + _rows([word, *(f"C{at}" for at in range(others)), word]), "orders")
    assert read.column("customer_id") == [None, *(f"C{at}" for at in range(others)), None]


def test_a_number_like_such_a_word_is_one(tmp_path: Path) -> None:
    """An order's number or a code may be any word; a customer's only has it in it."""
    text = "Order ID,Date,Customer ID,Discount Code,Total\nGUEST,2026-02-03,guest-7,DEFAULT,9.50\n"
    read = read_text(tmp_path, text, "orders")
    assert read.values[0]["order_id"] == "GUEST"
    assert read.values[0]["customer_id"] == "guest-7"
    assert read.values[0]["discount_code"] == "DEFAULT"


def test_nobody_who_looks_after_her_signs_no_letter(tmp_path: Path) -> None:
    """C15: `{agent_name}` is a person's name; “Unassigned” is nobody's."""
    text = "Name,Email,Owner\nAnn Bee,ann@example.com,Unassigned\nBo Cee,bo@example.com,Sam Smith\n"
    assert read_text(tmp_path, text, "customers").column("agent") == [None, "Sam Smith"]


@pytest.mark.parametrize(
    "word", ["N/A", "n/a", "null", "NULL", "undefined", "(no name)", "\\N", "NaN", "[]", "undefined undefined"]
)
def test_what_a_program_writes_for_no_name_is_none(tmp_path: Path, word: str) -> None:
    """C15: no letter begins with “Hello NULL”; somebody whose name is Null or Nan keeps it."""
    text = f"First name,Last name,Email\n{word},Null,ann@example.com\nNan,Nil,bo@example.com\n"
    read = read_text(tmp_path, text, "customers")
    assert read.column("first_name") == [None, "Nan"]
    assert read.column("last_name") == ["Null", "Nil"]
