"""Of several prices the one that is asked, and while which sale (A7, D2)."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reengage_desktop.connectors.vocabulary.sales import Term, Terms
from tests.connectors.tables import read_text

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))
BOTH = Terms(("from", "to"), (Term.BEGINS, Term.ENDS), TODAY)


@given(DAYS, DAYS, st.sampled_from(["", " 00:00:00", "T12:00:00Z"]))
def test_a_sale_lasts_from_its_first_to_its_last_day(first: date, last: date, hour: str) -> None:
    """A7: both days included, whatever hour stands beside them."""
    assert BOTH.allow((first.isoformat() + hour, last.isoformat() + hour)) == (first <= TODAY <= last)


@pytest.mark.parametrize(
    ("cells", "is_on"),
    [(("", ""), True), (("", "2026-11-23"), True), (("2026-11-24", ""), False), (("1/5/26", ""), False)],
)
def test_an_open_end_is_none_and_a_day_that_is_unclear_is_no_sale(cells: tuple[str, str], is_on: bool) -> None:
    """A7: rather the full price than one that the shop may not ask."""
    assert BOTH.allow(cells) is is_on


@pytest.mark.parametrize(("cell", "is_on"), [("Yes", True), ("", True), ("1", True), ("No", False), ("0", False)])
def test_a_column_may_say_that_a_sale_is_on(cell: str, is_on: bool) -> None:
    """A7: `On Sale: No` leaves the price of the sale unasked."""
    assert Terms(("on sale",), (Term.FLAG,), TODAY).allow((cell,)) is is_on


def test_what_the_owner_names_as_the_price_is_it(tmp_path: Path) -> None:
    """D2: her word goes over what headings say."""
    text = "SKU,Name,Regular price,Sale price,Sale from,Stock\nS1,Mug,15.00,12.00,2099-01-01,7\n"
    assert read_text(tmp_path, text, "products").column("price") == [15]
    mapped = read_text(tmp_path, text, "products", mapping={"price": "Sale price"})
    assert mapped.column("price") == [12]


def test_what_has_no_word_for_a_no_says_nothing(tmp_path: Path) -> None:
    """D2: the state of a thing may be whether it is new; it then says nothing of its being offered."""
    text = "SKU,Name,Price,Stock,Status\nS1,Mug,15.00,7,New\nS2,Cup,12.00,3,Bestseller\n"
    read = read_text(tmp_path, text, "products")
    assert (read.column("in_stock"), read.plan.notes) == ([None, None], [])


@given(
    st.permutations(
        ["SKU", "Name", "Regular price", "Sale price", "Preis netto", "Cost", "Stock", "Available", "Status"]
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_a_column_stands_says_nothing(tmp_path: Path, order: list[str]) -> None:
    """Issue 4, shows 4: columns shuffled are read as they were."""
    row = {"SKU": "S1", "Name": "Mug", "Regular price": "15.00", "Sale price": "12.00", "Preis netto": "12.61"}
    row |= {"Cost": "4.00", "Stock": "7", "Available": "5", "Status": "draft"}
    text = ",".join(order) + "\n" + ",".join(row[name] for name in order) + "\n"
    read = read_text(tmp_path, text, "products")
    told = [read.column(name)[0] for name in ("product_id", "name", "price", "stock", "in_stock")]
    assert told == ["S1", "Mug", 12, 5, False]
