"""Lines of orders that are no goods: they count as money, and nobody is told that she bought them."""

from pathlib import Path

from reengage_desktop.store import tastes
from tests.engine.import_rig import Rig, Row


def _line(number: str, name: str, amount: str, **more: object) -> Row:
    who = {"email": "ann@example.com", "ordered_at": "2026-05-01"}
    return {"order_id": number, **who, "product_name": name, "quantity": "1", "line_total": amount, **more}


ROWS = [
    _line("1", "Card", "4.50"),
    _line("1", "Shipping (DHL)", "6.90"),
    _line("1", "Discount SPRING", "-1.40"),
    _line("2", "Mug", "5.00", email="bob@example.com"),
    _line("2", "Shipping (DHL)", "6.90", email="bob@example.com"),
]


def test_shipping_is_money_and_no_goods(tmp_path: Path) -> None:
    """A9, D2: what she bought last is no shipping, however dear it was, and none is recommended to anybody."""
    rig = Rig(tmp_path)
    rig.bring_in("orders", ROWS)
    assert rig.db.rows("SELECT total_minor FROM orders ORDER BY external_id") == [(1000,), (1190,)]
    assert rig.db.rows("SELECT name FROM products ORDER BY name") == [("Card",), ("Mug",)]
    ann = rig.db.value("SELECT id FROM customers WHERE email = 'ann@example.com'")
    assert tastes.last_product(rig.db, ann) == "Card"
    told = "SELECT l.name, l.total_minor FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id "
    assert rig.db.rows(f"{told} WHERE external_id = '1' ORDER BY line_no") == [
        ("Card", 450),
        ("Shipping (DHL)", 690),
        ("Discount SPRING", -140),
    ]
    again = rig.bring_in("orders", ROWS)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)


def test_a_catalogue_says_what_is_sold(tmp_path: Path) -> None:
    """D2: a list of products holds products, whatever they are called."""
    rig = Rig(tmp_path)
    rig.bring_in("products", [{"name": "Delivery", "price": "5"}, {"name": "Mug", "price": "5"}])
    assert rig.db.rows("SELECT name FROM products ORDER BY name") == [("Delivery",), ("Mug",)]
