"""Of several prices the one that is asked, and while which sale (A7, D2)."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reengage_desktop.connectors.vocabulary.sales import Term, Terms, is_day_first
from tests.connectors.tables import Read, read_text, shop, write

TODAY = date(2026, 11, 23)
TODAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp()
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


@pytest.mark.parametrize(
    ("first", "last", "is_on"),
    [
        ("01.11.2026", "30.11.2026", True),
        ("24.11.2026", "30.11.2026", False),
        ("01/11/2026", "30/11/2026", True),
        ("11/01/2026", "11/30/2026", True),
        ("11/24/2026", "12/01/2026", False),
        ("01/11/2026", "05/12/2026", False),
    ],
)
def test_days_of_a_sale_as_shops_write_them(tmp_path: Path, first: str, last: str, is_on: bool) -> None:
    """A7: by their point, or by a number that no month has; where neither tells, rather the full price."""
    terms = Terms(("from", "to"), (Term.BEGINS, Term.ENDS), TODAY, is_day_first((first, last)))
    assert terms.allow((first, last)) is is_on
    text = f"SKU;Preis;Aktionspreis;Aktionspreis von;Aktionspreis bis\nS1;15,00;12,00;{first};{last}\n"
    path = write(tmp_path, text)
    os.utime(path, (TODAY_NOON, TODAY_NOON))
    assert Read(path, "products", settings=shop("DE")).column("price") == [12 if is_on else 15]


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


@pytest.mark.parametrize(
    "heading",
    [
        *("Aktionspreis", "Angebotspreis", "Sonderpreis", "Rabattpreis", "reduzierter Preis", "Aktueller Preis"),
        *("Actieprijs", "Aanbiedingsprijs", "Kortingsprijs", "Verlaagde prijs", "Prix remisé", "Prix réduit"),
        *("Precio con descuento", "Precio especial", "Prezzo in saldo", "Prezzo speciale", "Cena po rabacie"),
        *(
            "Cena specjalna",
            "Preço com desconto",
            "特価",
            "割引価格",
            "値引き後価格",
            "Discounted price",
            "Offer price",
        ),
        *(
            "Discounted price",
            "Promotional price",
            "Reduced price",
            "Price after discount",
            "Deal price",
            "Clearance price",
            "Final price",
        ),
    ],
)
def test_a_price_of_a_sale_by_its_names(tmp_path: Path, heading: str) -> None:
    """A7: what is asked now, as shops call it; where there is none, the price that is always asked."""
    usual = "価格" if not heading.isascii() and heading[-1] == "価" else "Price"
    text = f"SKU;Name;{usual};{heading}\nS1;A;15,00;12,00\nS2;B;20,00;\nS3;C;21,00;\n"
    assert read_text(tmp_path, text, "products").column("price") == [12, 20, 21]


def test_pieces_at_several_places_are_added_up(tmp_path: Path) -> None:
    """A6: a place without a number adds nothing; what can't be read is told."""
    cells = ("1,2", ",3", ",", "x,1", "4,1", "0,0", "2,2", "1,0", "5,5")
    rows = "".join(f"S{at},Mug {at},12.00,{cell}\n" for at, cell in enumerate(cells))
    read = read_text(tmp_path, "SKU,Name,Price,Stock North,Stock South\n" + rows, "products")
    assert read.column("stock") == [3, 3, None, None, 5, 0, 4, 1, 10]
    assert [(fault.line, fault.column, fault.value) for fault in read.faults] == [(5, "Stock North", "x")]
