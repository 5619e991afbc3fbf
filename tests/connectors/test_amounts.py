"""Amounts in every notation; the decimal mark is the column's (import-facts 10)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.values.amounts import AmountRule, amount_reader, currency_of, decide_amounts


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("12.50", ".", "12.50"),
        ("12,50 €", ",", "12.50"),
        ("1.234,56", ",", "1234.56"),
        ("1.234,56", ".", "1234.56"),
        ("1,234.56", ",", "1234.56"),
        ("24,95", ",", "24.95"),
        ("USD 10.00", ".", "10.00"),
        ("$1,149.00 ", ".", "1149.00"),
        ("($33.62)", ".", "-33.62"),
        ("-$45.00", ".", "-45.00"),
        ("$-45.00", ".", "-45.00"),
        ("45.00-", ".", "-45.00"),
        ("\u22125,00", ",", "-5.00"),
        ("1\u00a0234,56\u00a0zł", ",", "1234.56"),
        ("1\u202f234,56", ",", "1234.56"),
        ("1'234.50", ".", "1234.50"),
        ("CHF 1’234.50", ".", "1234.50"),
        ("12,-", ",", "12"),
        ("￥2,800", ".", "2800"),
        ("2,800円", ".", "2800"),
        ("1,234,567", ",", "1234567"),
        ("1.234.567", ".", "1234567"),
        ("13.0863", ".", "13.0863"),
        ("'19.90", ".", "19.90"),
        ("R$ 10,00", ",", "10.00"),
        (".5", ".", "0.5"),
        ("9,00 EUR", ".", "9.00"),
        ("9.50", ",", "9.50"),
        ("1.2E+3", ".", "1200"),
    ],
)
def test_notations(text: str, mark: str, expected: str) -> None:
    """D2: what exports really write."""
    assert amount_reader(AmountRule(mark))(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "--", " ", "n/a", "-"])
def test_nothing_is_none(text: str) -> None:
    """D2: no amount is not zero."""
    assert amount_reader(AmountRule())(text) is None


@pytest.mark.parametrize(
    "text",
    ["abc", "12 apples", "1.2.3,4,5x", "NaN", "Infinity", "1_000", "=1+1", "10-20", "99999999999999999999", "9e99"],
)
def test_what_is_no_amount(text: str) -> None:
    """D2: raises, for the reader to tell; Decimal's own words are no amounts."""
    if text.casefold() == "nan":
        assert amount_reader(AmountRule())(text) is None
        return
    with pytest.raises((ValueError, ArithmeticError)):
        amount_reader(AmountRule())(text)


AMOUNTS = st.decimals(min_value=-9_999_999, max_value=9_999_999, places=2, allow_nan=False, allow_infinity=False)


def written(amount: Decimal, mark: str, *, grouped: bool) -> str:
    text = f"{amount:,.2f}" if grouped else f"{amount:.2f}"
    return text if mark == "." else text.translate(str.maketrans(".,", ",."))


@given(
    amounts=st.lists(AMOUNTS, min_size=1),
    mark=st.sampled_from(".,"),
    grouped=st.booleans(),
    sign=st.sampled_from(["", "€", " €", "$"]),
)
def test_every_column_comes_back(amounts: list[Decimal], mark: str, grouped: bool, sign: str) -> None:
    """D2: decided by the column itself, read exactly."""
    cells = [written(amount, mark, grouped=grouped) + sign for amount in amounts]
    rule = decide_amounts(cells, comma_is_usual=mark == ".")
    assert rule.decimal_mark == mark
    assert rule.has_marks == bool(sign)
    assert [amount_reader(rule)(cell) for cell in cells] == amounts


@pytest.mark.parametrize(
    ("cells", "comma_is_usual", "mark"),
    [
        (["1,234", "2,500"], False, "."),
        (["1.234", "2.500"], True, ","),
        (["1.234", "2.500"], False, "."),
        (["0.125", "1.234"], True, "."),
        (["12", "13"], True, ","),
        (["13.0863", "34.99", "9.5"], True, "."),
    ],
)
def test_three_digits_are_judged_by_the_column(cells: list[str], comma_is_usual: bool, mark: str) -> None:
    """D2: some prices have three decimals, some thousands have a mark."""
    assert decide_amounts(cells, comma_is_usual=comma_is_usual).decimal_mark == mark


@pytest.mark.parametrize(
    ("cell", "shop", "currency"),
    [
        ("12,50 €", "USD", "EUR"),
        ("£5", "USD", "GBP"),
        ("USD 10.00", "EUR", "USD"),
        ("$5", "CAD", "CAD"),
        ("$5", "EUR", "USD"),
        ("¥500", "CNY", "CNY"),
        ("¥500", "USD", "JPY"),
        ("10 kr", "NOK", "NOK"),
        ("A$5", "USD", "AUD"),
        ("5", "USD", None),
    ],
)
def test_the_currency_that_a_cell_names(cell: str, shop: str, currency: str | None) -> None:
    """D2: a symbol of several currencies means the shop's where it can."""
    assert currency_of(cell, shop) == currency
