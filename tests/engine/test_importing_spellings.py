"""Numbers that lost the zeros or the # in front of them are still whose they were."""

from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import Rig

_LIST = "customer_id,name,email\n00012,Ann Able,ann@example.com\n00013,Bob Baker,bob@example.com\n"
_ORDERS = "order_id,date,customer_id,total\n1,2025-11-01,12,10.00\n2,2025-11-02,13,20.00\n"


def _import(rig: Rig, name: str, text: str, kind: ImportKind) -> ImportReport:
    path = rig.folder / f"{name}.csv"
    path.write_text(text)
    return rig.bring_in_file(ImportRequest(path, kind))


@pytest.mark.parametrize("is_list_first", [True, False])
@pytest.mark.parametrize("damaged", ["orders", "list"])
def test_an_order_stays_with_its_buyer(tmp_path: Path, damaged: str, *, is_list_first: bool) -> None:
    """D2, promise 21: whichever of the two files lost its zeros, and whichever came first."""
    rig = Rig(tmp_path)
    people, orders = _LIST, _ORDERS
    if damaged == "list":
        people = people.replace("000", "")
        orders = orders.replace(",12,", ",00012,").replace(",13,", ",00013,")
    files = [("list", people, ImportKind.CUSTOMERS), ("orders", orders, ImportKind.ORDERS)]
    for name, text, kind in [*files, *files] if is_list_first else [*files[::-1], *files[::-1]]:
        report = _import(rig, name, text, kind)
    assert (report.created, report.updated) == (0, 0)
    bought = "SELECT c.email, o.net_minor FROM orders AS o JOIN customers AS c ON c.id = o.customer_id ORDER BY 1"
    assert rig.db.rows(bought) == [("ann@example.com", 1000), ("bob@example.com", 2000)]
    assert rig.db.value("SELECT count(*) FROM customers") == 2


@pytest.mark.parametrize("led", ["000", "#", "#00"])
@pytest.mark.parametrize("names", [("whole", "damaged"), ("damaged", "whole")])
def test_an_order_counts_once(tmp_path: Path, names: tuple[str, ...], led: str) -> None:
    """D2, promise 21: an export that was opened and saved in between tells the same purchases."""
    rows = ["000123,2025-11-01,ann@example.com,Mug,10.00", "000123,2025-11-01,ann@example.com,Cup,5.00"]
    rows.append("000124,2025-11-02,bob@example.com,Mug,20.00")
    whole = "\n".join(["order_id,date,email,product_name,line_total", *rows, ""])
    files = {"whole": whole.replace("000", led), "damaged": whole.replace("000", "")}
    rig = Rig(tmp_path)
    for name in names:
        report = _import(rig, name, files[name], ImportKind.ORDERS)
    assert (report.created, report.updated, report.unchanged) == (0, 0, 2)
    assert rig.db.value("SELECT sum(net_minor) FROM orders") == 3500


def test_a_product_is_the_same_without_its_zeros(tmp_path: Path) -> None:
    """D2: by its number, and by its SKU."""
    rig = Rig(tmp_path)
    _import(rig, "wares", "product_id,sku,name,price\n0042,00777,Mug,10.00\n", ImportKind.PRODUCTS)
    assert _import(rig, "opened", "product_id,sku,name,price\n42,777,Mug,10.00\n", ImportKind.PRODUCTS).unchanged == 1
    assert _import(rig, "by SKU", "sku,name,price\n777,Mug,9.00\n", ImportKind.PRODUCTS).updated == 1


def test_numbers_that_differ_in_zeros_only_stay_two(tmp_path: Path) -> None:
    """D2: the control: a shop that has both 7 and 007 keeps both, and a third way to write them is a third number."""
    rig = Rig(tmp_path)
    people = "customer_id,name,email\n7,Ann Able,ann@example.com\n007,Bob Baker,bob@example.com\n"
    _import(rig, "list", people, ImportKind.CUSTOMERS)
    assert _import(rig, "again", people, ImportKind.CUSTOMERS).unchanged == 2
    assert rig.db.value("SELECT count(*) FROM external_ids") == 2


def test_a_tills_receipt_is_no_order_of_the_web_shop(tmp_path: Path) -> None:
    """D2: the control: the same digits of another buyer and another day are another order."""
    rig = Rig(tmp_path)
    header = "order_id,date,email,total\n"
    _import(rig, "shop", f"{header}#1001,2025-11-01,ann@example.com,10.00\n", ImportKind.ORDERS)
    assert _import(rig, "till", f"{header}1001,2025-11-09,bob@example.com,20.00\n", ImportKind.ORDERS).created == 1
    assert rig.db.value("SELECT sum(net_minor) FROM orders") == 3000
