"""Amounts in every notation; the decimal mark is the column's (import-facts 10)."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.checking.readers import reader_of
from reengage_desktop.connectors.values.amounts import AmountRule, amount_reader, currency_of, decide_amounts
from reengage_desktop.connectors.vocabulary.fields import ValueType
from tests.connectors.tables import read_text, shop


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
        ("$29.00 USD", ".", "29.00"),
        ("US $1,020.00", ".", "1020.00"),
        ("24,00 € TTC", ",", "24.00"),
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
        ("$29.00 CAD", "USD", "CAD"),
        ("AU $29.00", "USD", "AUD"),
        ("24,00 € TTC", "USD", "EUR"),
        ("$5 OFF", "CAD", "CAD"),
    ],
)
def test_the_currency_that_a_cell_names(cell: str, shop: str, currency: str | None) -> None:
    """D2: a symbol of several currencies means the shop's where it can."""
    assert currency_of(cell, shop) == currency


@pytest.mark.parametrize(
    ("cells", "comma_is_usual", "amounts"),
    [
        (["1.250.000", "250.000"], False, ["1250000", "250000"]),
        (["1250.125", "99"], True, ["1250.125", "99"]),
        (["1250,125", "99"], False, ["1250.125", "99"]),
        (["12,50", "8,75", "0.500"], True, ["12.50", "8.75", "0.500"]),
    ],
)
def test_what_is_behind_thousands_and_what_is_not(cells: list[str], comma_is_usual: bool, amounts: list[str]) -> None:
    """Import-facts 10: a mark that comes twice is no decimal one, one behind four digits or a nought no thousands'."""
    read = amount_reader(decide_amounts(cells, comma_is_usual=comma_is_usual))
    assert [str(read(cell)) for cell in cells] == amounts


@pytest.mark.parametrize(
    ("country", "currency", "cells", "amounts"),
    [
        ("CL", "CLP", ["25.990", "125.000"], ["25990", "125000"]),
        ("ID", "IDR", ["250.000", "75.500"], ["250000", "75500"]),
        ("NL", "EUR", ["€ 1.200", "€ 15"], ["1200", "15"]),
        ("BR", "BRL", ["R$ 1.200", "R$ 15"], ["1200", "15"]),
        ("US", "USD", ["$1.250", "$1.500"], ["1.250", "1.500"]),
        ("DE", "EUR", ["1.250", "15"], ["1.250", "15"]),
    ],
)
def test_thousands_as_the_country_writes_them(
    tmp_path: Path, country: str, currency: str, cells: list[str], amounts: list[str]
) -> None:
    """Import-facts 10: money without cents, and with its symbol in front, is written as people there write it."""
    rows = "".join(f"{at},2026-02-03,p{at}@example.com,{cell}\n" for at, cell in enumerate(cells))
    read = read_text(tmp_path, f"Order ID,Date,Email,Total\n{rows}", settings=shop(country, currency=currency))
    assert [str(amount) for amount in read.column("order_total")] == amounts


@pytest.mark.parametrize("cell", ["12.50 NET", "TAX 12.50", "12.50 TBD"])
def test_three_letters_that_are_no_currency(cell: str) -> None:
    """Import-facts 10: what else stands beside an amount names no money."""
    assert currency_of(cell, "USD") is None


def test_a_column_of_symbols_names_the_currencies(tmp_path: Path) -> None:
    """Import-facts 10: a file's several currencies are never added up, however they are written."""
    rows = "".join(f"{at},2026-02-03,p{at}@example.com,9.50,{mark}\n" for at, mark in enumerate(["€", "$", "kr", "£"]))
    text = f"Order ID,Date,Email,Total,Currency\n{rows}"
    read = read_text(tmp_path, text, settings=shop("SE", currency="SEK"))
    assert read.column("currency") == ["EUR", "USD", "SEK", "GBP"]
    assert read.faults == []


@pytest.mark.parametrize(
    ("text", "shops", "amount", "currency"),
    [
        ("Rs. 1,200.00", "EUR", "1200.00", "INR"),
        ("Rs.500/-", "PKR", "500", "PKR"),
        ("-Rs 500", "INR", "-500", "INR"),
        ("R 120.00", "ZAR", "120.00", "ZAR"),
        ("Bs 150", "BOB", "150", "BOB"),
        ("S/. 20.00", "PEN", "20.00", "PEN"),
        ("RM 12.50", "USD", "12.50", "MYR"),
        ("RD$ 100.00", "USD", "100.00", "DOP"),
        ("NT$ 120", "USD", "120", "TWD"),
        ("U$S 12", "ARS", "12", "USD"),
        ("500 F CFA", "XOF", "500", "XOF"),
        ("500 FCFA", "XAF", "500", "XAF"),
        ("120 lei", "RON", "120", "RON"),
        ("120 zl", "PLN", "120", "PLN"),
        ("1200 \u0440\u0443\u0431.", "RUB", "1200", "RUB"),
        ("120 DH", "MAD", "120", "MAD"),
        ("₲ 150000", "PYG", "150000", "PYG"),
        ("12.50 euros", "EUR", "12.50", "EUR"),
    ],
)
def test_a_currency_in_a_small_word(text: str, shops: str, amount: str, currency: str) -> None:
    """Import-facts 10: shops in many countries write their currency so beside the figure."""
    rule = decide_amounts([text])
    assert (amount_reader(rule)(text), currency_of(text, shops)) == (Decimal(amount), currency)
    assert rule.has_marks


@pytest.mark.parametrize("text", ["Q3 sales", "Total (R)", "L size", "Rs", "R2-D2 mug 12"])
def test_a_word_without_a_figure_alone_beside_it_is_no_currency(text: str) -> None:
    """D2: headings and names of goods name no currency by the letters that begin them."""
    assert currency_of(text, "EUR") is None


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("12€50", ",", "12.50"),
        ("1 234€50", ".", "1234.50"),
        ("1,23,456.00", ".", "123456.00"),
        ("1,00,000", ".", "100000"),
        ("\uff11\uff0c\uff12\uff10\uff10", ".", "1200"),
        ("￥\uff11\uff0c\uff12\uff10\uff10", ".", "1200"),
        ("\u200e12.50", ".", "12.50"),
        ("12.—", ".", "12"),
        ("129:-", ",", "129"),
        ("▲1,200", ".", "-1200"),
        (" $(33.62)", ".", "-33.62"),
        ("$ (1,033.62)", ".", "-1033.62"),
        ("(33,62) €", ",", "-33.62"),
        ("-(33.62)", ".", "-33.62"),
        ("(Rs. 500/-)", ".", "-500"),
        ("12,50 \u043b\u0432.", ",", "12.50"),
        ("€.50", ".", "0.50"),
    ],
)
def test_notations_of_other_lands(text: str, mark: str, expected: str) -> None:
    """Import-facts 10: a currency between the digits, groups of two, a round sum, a Japanese minus."""
    assert amount_reader(AmountRule(mark))(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    ["12.50, 13.50", "1,2,3", "1.2.3", "12.3.2026", "12 34", "0 55 1234", "12 EUR 50", "(12", "12)", "1.23.45,00"],
)
@pytest.mark.parametrize("mark", [".", ","])
def test_several_numbers_are_no_amount(text: str, mark: str) -> None:
    """Import-facts 10: thousands come in threes; two prices in a cell, or a day, are never joined to one sum."""
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the reader's
        amount_reader(AmountRule(mark))(text)


@pytest.mark.parametrize(
    ("country", "head", "rows", "quantities", "prices"),
    [
        ("DE", "Menge;Einzelpreis", "1,000;12,50 2,000;8,00", "1 2", "12.50 8"),
        ("DE", "Menge;Einzelpreis", "1.000;12.50 2.000;8.00", "1 2", "12.50 8"),
        ("DE", "Menge;Einzelpreis", "1,000;24,950 2,000;12,500", "1 2", "24.95 12.50"),
        ("GB", "Quantity;Price", "1,000;12,50 2,000;8,00", "1 2", "12.50 8"),
        ("DE", "Menge;Einzelpreis", "2;1.250 3;2.500", "2 3", "1250 2500"),
        ("DE", "Menge;Einzelpreis", "2;1,250 3;99", "2 3", "1250 99"),
        ("JP", "Quantity;Price", "1;1,200 2;2,500", "1 2", "1200 2500"),
    ],
)
def test_three_digits_are_judged_by_the_file(
    tmp_path: Path, country: str, head: str, rows: str, quantities: str, prices: str
) -> None:
    """Import-facts 10: a program that writes 12,50 means one piece by 1,000, and never a thousand of them."""
    lines = [f"A{at};2026-02-{at + 3:02};p{at}@example.com;Cup;{row}" for at, row in enumerate(rows.split())]
    read = read_text(tmp_path, "\n".join([f"Order ID;Date;Email;Item;{head}", *lines]), settings=shop(country))
    assert read.column("quantity") == [Decimal(each) for each in quantities.split()]
    assert read.column("unit_price") == [Decimal(each) for each in prices.split()]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Euro", "EUR"),
        ("EUR €", "EUR"),
        ("€ (EUR)", "EUR"),
        ("RMB", "CNY"),
        ("$ USD", "USD"),
        ("US-Dollar", "USD"),
        ("Złoty", "PLN"),
    ],
)
def test_a_currency_cell_in_other_words(tmp_path: Path, cell: str, code: str) -> None:
    """Import-facts 10: an amount whose currency could be read is never taken for one of the shop's own."""
    text = f"Order ID,Date,Email,Total,Currency\n1,2026-02-03,ann@example.com,9.50,{cell}\n"
    read = read_text(tmp_path, text, settings=shop("GB", currency="GBP"))
    assert (read.column("currency"), read.faults) == ([code], [])


@pytest.mark.parametrize(
    ("country", "cells", "amounts"),
    [
        ("FR", ["12€50", "8€00"], ["12.50", "8"]),
        ("CH", ["Fr. 1’234.–", "CHF 12.—"], ["1234", "12"]),
        ("SE", ["1 234:-", "129:-"], ["1234", "129"]),
        ("US", ["$(33.62)", "$ (12.00)"], ["-33.62", "-12"]),
    ],
)
def test_columns_of_round_sums(tmp_path: Path, country: str, cells: list[str], amounts: list[str]) -> None:
    """Import-facts 10: as people there write them, they are amounts by their look, too."""
    rows = "".join(f"{at};2026-02-03;p{at}@example.com;{cell}\n" for at, cell in enumerate(cells))
    read = read_text(tmp_path, f"Order ID;Date;Email;Total\n{rows}", settings=shop(country))
    assert read.column("order_total") == [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize("cell", ["2 unidades", "2 Flaschen", "2 Stück", "x2", "2,0 pcs"])
def test_pieces_of_any_unit(cell: str) -> None:
    """D2: a quantity may carry its unit."""
    source = Source("quantity", ValueType.QUANTITY, ("Qty",), amounts=AmountRule(","))
    assert reader_of(source, may_flip_names=False)(cell) == Decimal(2)
