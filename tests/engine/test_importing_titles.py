"""Products that files mention by their names or pages, and not by the numbers of the shop's catalogue (A6, A7, D2)."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.store.importing.goods.titles import title_of
from tests.engine.import_rig import NOW, Rig, only

LATER = NOW + timedelta(days=3)
CUP = {"product_id": "P-1", "sku": "CUP-1", "name": "Blue Cup", "category": "Cups", "price": "10.00", "stock": "0"}
PLATES = [{"product_id": "P-2", "sku": f"PLA-{size}", "name": "Plate", "price": "10.00"} for size in "SL"]
SEEN = "SELECT p.external_id FROM views AS v JOIN products AS p ON p.id = v.product_id"


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def view(product: str) -> dict[str, object]:
    return {"email": "ann@example.com", "product_id": product, "viewed_at": "2026-01-05"}


def order(product: str, number: str = "1") -> dict[str, object]:
    return {"order_id": number, "ordered_at": "2026-01-05", "email": "ann@example.com", "product_name": product}


@pytest.mark.parametrize(
    "said", ["Blue Cup", "blue cup", "blue-cup", "https://shop.example.com/products/blue-cup?v=1", "/p/Blue_Cup.html"]
)
def test_what_was_looked_at_is_found_by_its_name_or_its_page(rig: Rig, said: str) -> None:
    """A6: who looked at the sold-out cup is told when it is there again, whatever the list of looks calls it."""
    rig.bring_in("products", [CUP])
    report = rig.bring_in("views", [view(said)])
    assert (only(rig, SEEN), only(rig, "SELECT in_stock FROM views")) == ("P-1", 0)
    assert "unknown_goods" not in [note.kind for note in report.notes]


@pytest.mark.parametrize("said", ["Plate", "P-9", "9", "Red Cup"])
def test_a_name_of_several_or_of_none_finds_nothing_and_says_so(rig: Rig, said: str) -> None:
    """A6: of two sizes nobody knows which was meant; what is in no catalogue has no price that could fall."""
    rig.bring_in("products", [CUP, *PLATES])
    report = rig.bring_in("views", [view(said)])
    assert only(rig, SEEN) == said
    assert "unknown_goods" in [note.kind for note in report.notes]


def test_a_number_goes_before_a_name(rig: Rig) -> None:
    """D2: what bears a SKU is the product of that SKU, or a new one."""
    rig.bring_in("products", [CUP])
    rig.bring_in("orders", [{**order("Blue Cup"), "sku": "OTHER"}])
    assert rig.db.rows("SELECT external_id FROM products ORDER BY id") == [("P-1",), ("OTHER",)]


def test_a_purchase_named_in_words_tells_the_category(rig: Rig) -> None:
    """A5: a till's list names goods in words; what she likes is known all the same."""
    rig.bring_in("products", [CUP])
    rig.bring_in("orders", [order("Blue Cup")])
    assert only(rig, "SELECT k.name FROM customer_categories JOIN categories AS k ON k.id = category_id") == "Cups"


def test_a_catalogue_finds_what_was_known_by_its_name(rig: Rig) -> None:
    """A5, D2: whichever list came first; the same list again changes nothing."""
    rig.bring_in("orders", [order("Blue Cup")])
    report = rig.bring_in("products", [CUP])
    assert (report.created, report.updated) == (0, 1)
    assert rig.db.rows("SELECT name, sku, price_minor, stock FROM products") == [("Blue Cup", "CUP-1", 1000, 0)]
    assert only(rig, "SELECT k.name FROM customer_categories JOIN categories AS k ON k.id = category_id") == "Cups"
    assert rig.bring_in("products", [CUP]).unchanged == 1
    rig.bring_in("products", [{**CUP, "stock": "4"}], now=LATER)
    assert only(rig, "SELECT restock_no FROM products") == 1
    rig.bring_in("orders", [order("Blue Cup", "2")], now=LATER)
    assert only(rig, "SELECT count(DISTINCT product_id) FROM order_lines") == 1


@pytest.mark.parametrize(
    ("said", "sku"),
    [("CUP-1", "CUP-1")]
    + [(said, sku) for said in ("Blue Cup", "blue-cup", "https://example.com/p/blue-cup") for sku in ("CUP-1", "")],
)
def test_a_catalogue_finds_what_was_looked_at_before_it_came(rig: Rig, said: str, sku: str) -> None:
    """A6: the looks came in first; the catalogue may come again, with its SKUs or without."""
    rig.bring_in("views", [view(said)])
    cup = {**CUP, "sku": sku}
    report = rig.bring_in("products", [cup])
    assert (report.created, report.updated) == (0, 1)
    assert rig.bring_in("products", [cup]).unchanged == 1
    rig.bring_in("products", [{**cup, "stock": "4"}], now=LATER)
    assert rig.db.rows("SELECT name, stock, restock_no FROM products") == [("Blue Cup", 4, 1)]


def test_a_number_of_one_system_is_no_sku_of_another(rig: Rig) -> None:
    """D2: the product numbered 12 is not the one with the SKU 12."""
    rig.bring_in("products", [{"product_id": "12", "name": "Blue Cup", "price": "10.00"}])
    assert rig.bring_in("products", [{"product_id": "P-7", "sku": "12", "name": "Jug", "price": "12.00"}]).created == 1


def test_a_number_that_reads_like_a_name_is_none(rig: Rig) -> None:
    """D2: the product numbered `CUP-1` is not the one called “Cup 1”."""
    rig.bring_in("products", [{"product_id": "CUP-1", "name": "Blue Cup", "price": "10.00"}])
    assert rig.bring_in("products", [{"product_id": "P-7", "name": "Cup 1", "price": "12.00"}]).created == 1
    assert only(rig, "SELECT count(*) FROM products") == 2


def test_the_undo_of_a_catalogue_leaves_the_name(rig: Rig) -> None:
    """Promise 20: import and Undo restore every table."""
    rig.bring_in("orders", [order("Blue Cup")])
    before = rig.picture()
    rig.undo(rig.bring_in("products", [CUP]))
    assert rig.picture() == before


@given(st.text(max_size=30))
def test_a_title_is_its_own(text: str) -> None:
    """D2: a name in its plain form stays as it is, and holds a letter or is empty."""
    title = title_of(text)
    assert title_of(title) == title
    assert not title or any(map(str.isalpha, title))
