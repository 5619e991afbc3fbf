"""Products, views, wishes and enquiries from files."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.report import ImportReport, ImportRequest
from tests.engine.import_rig import NOW, Rig, only

LATER = NOW + timedelta(days=3)


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def product(**more: object) -> dict[str, object]:
    return {"product_id": "P", "name": "Cup", "price": "10.00", "stock": "0", **more}


def marks(rig: Rig) -> object:
    return rig.db.row(
        "SELECT price_minor, stock, in_stock, restock_no, price_changed_at, stock_changed_at FROM products "
        "WHERE external_id = 'P'"
    )


def test_the_first_load_is_no_change_and_a_later_one_is(rig: Rig) -> None:
    """A6, A7: prices and stocks that were unknown before never count as changed; back in stock is counted."""
    rig.bring_in(
        "orders", [{"order_id": "1", "ordered_at": "2026-01-01", "email": "ann@example.com", "product_id": "P"}]
    )
    assert rig.bring_in("products", [product()]).updated == 1
    assert marks(rig) == (1000, 0, 0, 0, None, None)
    assert rig.bring_in("products", [product()], now=LATER).unchanged == 1
    assert marks(rig) == (1000, 0, 0, 0, None, None)
    rig.bring_in("products", [product(stock="5", price="8.00")], now=LATER)
    assert marks(rig) == (800, 5, 1, 1, stamp(LATER), stamp(LATER))
    rig.bring_in("products", [product(stock="4", price="8.00")], now=LATER)
    assert marks(rig) == (800, 4, 1, 1, stamp(LATER), stamp(LATER))


@pytest.mark.parametrize(("currency", "price", "minor"), [("JPY", "1200", 1200), ("KWD", "1.234", 1234)])
def test_a_price_without_a_currency_is_one_of_the_products_own(rig: Rig, currency: str, price: str, minor: int) -> None:
    """A7: nothing that costs what it did is dearer or cheaper by a file that leaves the currency out."""
    rig.bring_in("products", [product(currency=currency, price=price, sku="CUP")])
    assert rig.bring_in("products", [product(price=price)]).unchanged == 1
    rig.bring_in("products", [{"sku": "CUP", "price": price}], now=LATER)
    assert rig.db.rows("SELECT currency, price_minor, price_changed_at FROM products") == [(currency, minor, None)]


def test_a_price_that_is_told_again_comes_with_its_own_currency(rig: Rig) -> None:
    """Import facts 10: of a product's two prices neither takes the other one's currency."""
    rig.bring_in("products", [product(price="1200", currency="JPY"), product(price="12.50")])
    assert rig.db.rows("SELECT currency, price_minor FROM products") == [("USD", 1250)]
    rig.bring_in("products", [product(price="9.00"), product(price="1300", currency="JPY")], now=LATER)
    assert rig.db.rows("SELECT currency, price_minor FROM products") == [("JPY", 1300)]


def test_what_comes_after_the_first_catalogue_is_a_new_arrival(rig: Rig) -> None:
    """A1 new_arrivals: the first load is the shop as it was; only later products arrive."""
    rig.bring_in("products", [product()])
    rig.bring_in("products", [product(), product(product_id="Q", name="Pot")], now=LATER)
    assert rig.db.rows("SELECT external_id, arrived_at FROM products ORDER BY 1") == [("P", None), ("Q", stamp(LATER))]


def test_variants_have_prices_and_stocks_of_their_own(rig: Rig) -> None:
    """D2: one id with several SKUs is several products; their name is the first row's."""
    rows = [
        {"product_id": "cup", "sku": "CUP-S", "name": "Cup", "price": "5", "stock": "1"},
        {"product_id": "cup", "sku": "CUP-L", "name": "", "price": "7", "stock": "0"},
        {"product_id": "pot", "sku": "POT", "name": "Pot", "price": "9", "stock": "2"},
    ]
    assert rig.bring_in("products", rows).created == 3
    assert rig.bring_in("products", rows).unchanged == 3
    found = rig.db.rows("SELECT external_id, name, price_minor, in_stock FROM products ORDER BY 1")
    assert found == [("CUP-L", "Cup", 700, 0), ("CUP-S", "Cup", 500, 1), ("pot", "Pot", 900, 1)]


def test_a_sku_finds_the_product_of_another_file(rig: Rig) -> None:
    """D2: orders that only know the SKU and views that bear it as id mean the catalogue's product."""
    rig.bring_in("products", [{"product_id": "100", "sku": "CUP", "name": "Cup", "category": "Kitchen"}])
    rig.bring_in("orders", [{"order_id": "1", "ordered_at": "2026-01-01", "email": "ann@example.com", "sku": "CUP"}])
    rig.bring_in("views", [{"email": "ann@example.com", "product_id": "CUP", "viewed_at": "2026-01-02 10:00"}])
    assert only(rig, "SELECT count(*) FROM products") == 1
    assert only(rig, "SELECT line_count FROM customer_categories") == 1


def test_a_category_that_comes_later_reaches_the_favourites(rig: Rig) -> None:
    """A18: favourite categories follow when a product is given its category after it was sold."""
    rig.bring_in(
        "orders", [{"order_id": "1", "ordered_at": "2026-01-01", "email": "ann@example.com", "product_id": "P"}]
    )
    assert only(rig, "SELECT count(*) FROM customer_categories") == 0
    report = rig.bring_in("products", [product(category="Kitchen")])
    assert only(rig, "SELECT line_count FROM customer_categories") == 1
    rig.undo(report)
    assert only(rig, "SELECT count(*) FROM customer_categories") == 0


def test_views_keep_what_was_seen(rig: Rig) -> None:
    """A4: customer, product, price and stock at the view; a view of strangers makes both; the same again is nothing."""
    row = {"email": "ann@example.com", "product_id": "P", "viewed_at": "2026-01-02 10:00", "price_at_view": "10",
           "in_stock": "no"}  # fmt: skip
    assert rig.bring_in("views", [row, row]).created == 1
    assert rig.bring_in("views", [row]).unchanged == 1
    assert rig.db.rows("SELECT price_at_view_minor, currency, in_stock FROM views") == [(1000, "USD", 0)]
    assert only(rig, "SELECT count(*) FROM customers") == 1


def test_what_a_views_file_leaves_out_is_as_the_shop_knows_it(rig: Rig) -> None:
    """A4: without a price or stock column a view has the known ones; of an unknown product it has none (A6, A7)."""
    view = {"email": "ann@example.com", "product_id": "P", "viewed_at": "2026-01-02 10:00"}
    rig.bring_in("views", [view])
    rig.bring_in("products", [product()])
    assert rig.bring_in("views", [view]).unchanged == 1
    assert rig.bring_in("views", [view, {**view, "email": "bob@example.com"}]).created == 1
    seen = rig.db.rows("SELECT price_at_view_minor, currency, in_stock FROM views ORDER BY id")
    assert seen == [(None, None, None), (1000, "USD", 0)]


def test_wishes_and_enquiries(rig: Rig) -> None:
    """D2: a wish is kept once; an enquiry is found again by person, moment and matter, and its state follows."""
    wish = {"email": "ann@example.com", "product_id": "P", "added_at": "2026-01-02"}
    assert rig.bring_in("wishlists", [wish]).created == 1
    assert rig.bring_in("wishlists", [wish]).unchanged == 1
    asked = {"email": "ann@example.com", "source": "web", "created_at": "2026-01-03 09:00", "status": "open"}
    assert rig.bring_in("enquiries", [asked, asked]).created == 2
    again = rig.bring_in("enquiries", [{**asked, "status": "won"}, asked])
    assert (again.created, again.updated, again.unchanged) == (0, 1, 1)


def as_exported(rig: Rig, *rows: dict[str, object], now: datetime = NOW) -> ImportReport:
    """Brings products in by their headings alone."""
    return rig.bring_in_file(ImportRequest(rig.file(rows), ImportKind.PRODUCTS), now=now)


def test_a_draft_is_not_there_again_when_its_pieces_are(rig: Rig) -> None:
    """A6: what is hidden in the shop can't be bought, however much of it lies in the store; shown again, it is back."""
    as_exported(rig, product(status="active"))
    assert marks(rig) == (1000, 0, 0, 0, None, None)
    report = as_exported(rig, product(stock="5", status="draft"), now=LATER)
    assert marks(rig) == (1000, 5, 0, 0, None, stamp(LATER))
    assert "not_offered" in [note.kind for note in report.notes]
    as_exported(rig, product(stock="5", status="active"), now=LATER)
    assert marks(rig) == (1000, 5, 1, 1, None, stamp(LATER))


def test_a_sale_that_has_not_begun_lowers_no_price(rig: Rig) -> None:
    """A7: nobody is told of a price that the shop does not ask yet, or no longer."""
    told = {"regular_price": "10.00", "sale_price": "8.00", "sale_from": "2099-01-01", "sale_to": ""}
    row = {key: value for key, value in product().items() if key != "price"}
    as_exported(rig, {**row, **told})
    assert rig.db.row("SELECT price_minor FROM products") == (1000,)
    as_exported(rig, {**row, **told, "sale_from": "2020-01-01"}, now=LATER)
    assert rig.db.row("SELECT price_minor, price_changed_at FROM products") == (800, stamp(LATER))
    as_exported(rig, {**row, **told, "sale_from": "2020-01-01", "sale_to": "2020-02-01"}, now=LATER)
    assert rig.db.row("SELECT price_minor FROM products") == (1000,)


def test_what_comes_in_sizes_is_there_while_any_size_is(rig: Rig) -> None:
    """A6: rows of one number are its sizes; nobody is told that it is there again while it never was away."""
    rig.bring_in("products", [product(stock="2"), product(stock="3"), product(stock="0")])
    assert marks(rig) == (1000, 3, 1, 0, None, None)
    rig.bring_in("products", [product(stock="0"), product(stock="3"), product(stock="1")], now=LATER)
    assert marks(rig) == (1000, 3, 1, 0, None, None)
    rig.bring_in("products", [product(stock="0"), product(stock="0")], now=LATER)
    assert marks(rig) == (1000, 0, 0, 0, None, stamp(LATER))
    rig.bring_in("products", [product(stock="4"), product(stock="0")], now=LATER)
    assert marks(rig) == (1000, 4, 1, 1, None, stamp(LATER))
