"""An export that is older than what was imported already takes no order back to an earlier state."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.vocabulary import FilledRule, ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import NOW, Rig

_DAY_S = 86_400


def _import(rig: Rig, name: str, states: dict[str, str], *, days: int) -> ImportReport:
    """Imports orders by their states from a file that was saved so many days after a certain one."""
    path = rig.folder / f"{name}.csv"
    rows = [f"{number},2025-11-01,{number}@example.com,10.00,{state}\n" for number, state in states.items()]
    path.write_text("order_id,date,email,total,status\n" + "".join(rows))
    saved = 1_762_000_000 + days * _DAY_S
    os.utime(path, (saved, saved))
    return rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))


def _states(rig: Rig) -> dict[str, tuple[str, int]]:
    return {
        number: (state, net) for number, state, net in rig.db.rows("SELECT external_id, status, net_minor FROM orders")
    }


@pytest.mark.parametrize(
    ("newer", "older"),
    [("paid", "pending"), ("refunded", "paid"), ("cancelled", "pending"), ("paid", "cancelled"), ("cancelled", "paid")],
)
def test_the_newer_file_is_right(tmp_path: Path, newer: str, older: str) -> None:
    """D2, promise 21: whichever of the two is imported first; the owner is told where the older one comes last."""
    rig = Rig(tmp_path)
    _import(rig, "newer", {"a": newer, "b": "paid"}, days=9)
    after = _states(rig)
    report = _import(rig, "older", {"a": older, "b": "paid"}, days=2)
    assert _states(rig) == after
    assert (report.created, report.updated, report.unchanged) == (0, 0, 2)
    assert [note.figures["number"] for note in report.notes if note.kind == "told_newer"] == [1]
    other = Rig(tmp_path / "other")
    _import(other, "older", {"a": older, "b": "paid"}, days=2)
    assert _import(other, "newer", {"a": newer, "b": "paid"}, days=9).updated == 1
    assert _states(other) == after


def test_money_that_came_back_stays_back(tmp_path: Path) -> None:
    """D2: an older file that tells a refund is believed; one of about the same time is, too, whatever it tells."""
    rig = Rig(tmp_path)
    _import(rig, "newer", {"a": "paid", "b": "paid"}, days=9)
    assert _import(rig, "older", {"a": "refunded"}, days=2).updated == 1
    assert _import(rig, "beside", {"b": "pending"}, days=9).updated == 1
    assert {number: state for number, (state, _) in _states(rig).items()} == {"a": "refunded", "b": "pending"}


def test_an_older_catalogue_lowers_no_price(tmp_path: Path) -> None:
    """D2, A6, A7: neither a price that fell nor a stock that came back, unless the owner says that it is right."""
    rig = Rig(tmp_path)

    def bring(name: str, rows: str, days: int, filled: FilledRule | None = None) -> ImportReport:
        path = rig.folder / f"{name}.csv"
        path.write_text("product_id,name,price,stock\n" + rows)
        saved = 1_762_000_000 + days * _DAY_S
        os.utime(path, (saved, saved))
        return rig.bring_in_file(ImportRequest(path, ImportKind.PRODUCTS, filled=filled))

    bring("newer", "1,Mug,12.00,0\n", days=9)
    older = "1,Mug,10.00,5\n2,Bowl,8.00,3\n"
    report = bring("older", older, days=2)
    assert (report.created, report.updated, report.unchanged) == (1, 0, 1)
    assert "older_catalogue" in {note.kind for note in report.notes}
    shown = "SELECT price_minor, stock FROM products WHERE external_id = '1'"
    assert rig.db.rows(shown) == [(1200, 0)]
    assert bring("right", older, days=3, filled=FilledRule.FILE).updated == 1
    assert bring("newest", "1,Mug,9.00,1\n", days=11).updated == 1
    assert rig.db.rows(shown) == [(900, 1)]


def test_a_newer_file_that_was_taken_back_says_nothing(tmp_path: Path) -> None:
    """D2, promise 22: the control: without it the older one is the last word."""
    rig = Rig(tmp_path)
    _import(rig, "first", {"a": "pending"}, days=1)
    newer = _import(rig, "newer", {"a": "cancelled"}, days=9)
    rig.undo(newer)
    assert _import(rig, "older", {"a": "paid"}, days=2).updated == 1
    assert _states(rig) == {"a": ("paid", 1000)}


def _list(rig: Rig, name: str, rows: str, days: int, **wishes: Any) -> ImportReport:
    """Imports a list of customers that was saved so many days after a certain one; `filled` and `now` as wished."""
    path = rig.folder / f"{name}.csv"
    path.write_text("customer_id,name,email,phone\n" + rows)
    saved = 1_762_000_000 + days * _DAY_S
    os.utime(path, (saved, saved))
    request = ImportRequest(path, ImportKind.CUSTOMERS, filled=wishes.get("filled"))
    return rig.bring_in_file(request, now=wishes.get("now", NOW))


def _people(rig: Rig) -> list[tuple[str, str, str | None]]:
    return rig.db.rows("SELECT name, email, phone FROM customers ORDER BY id")


def test_an_older_list_gives_nobody_her_former_address_back(tmp_path: Path) -> None:
    """D2, promise 21: nor her former name or phone, unless the owner says that it is right; the owner is told."""
    rig = Rig(tmp_path)
    ann, former = "7,Ann Ray,new@example.com,+12025550102\n", "7,Ann Lee,old@example.com,+12025550101\n"
    _list(rig, "newer", ann, days=9)
    report = _list(rig, "older", former + "8,Bo Fox,bo@example.com,\n", days=2)
    assert _people(rig) == [("Ann Ray", "new@example.com", "+12025550102"), ("Bo Fox", "bo@example.com", None)]
    assert "older_list" in {note.kind for note in report.notes}
    assert _list(rig, "right", former, days=3, filled=FilledRule.FILE).updated == 1
    assert _people(rig)[0][0] == "Ann Lee"


def test_an_older_list_is_right_about_whom_the_newer_one_does_not_name(tmp_path: Path) -> None:
    """D2: a newer list of some people only does not keep the older one from telling how the others changed."""
    rig = Rig(tmp_path)
    _list(rig, "first", "8,Bo Fox,bo@example.com,\n", days=1, now=NOW - timedelta(days=1))
    _list(rig, "some", "7,Ann Ray,new@example.com,\n", days=9)
    _list(rig, "older", "8,Bo Fox,fox@example.com,\n", days=2, now=NOW + timedelta(days=1))
    assert ("Bo Fox", "fox@example.com", None) in _people(rig)


def test_older_orders_between_two_lists_do_not_make_the_newer_one_old(tmp_path: Path) -> None:
    """D2: the last change of a customer may come from an old file of orders; the newer list stays right."""
    rig = Rig(tmp_path)
    _list(rig, "newer", "7,Ann Ray,new@example.com,+12025550102\n", days=9)
    orders = rig.folder / "orders.csv"
    orders.write_text("order_id,date,customer_id,email,phone,total\n1,2025-10-01,7,,+12025550109,5.00\n")
    os.utime(orders, (1_762_000_000, 1_762_000_000))
    rig.bring_in_file(ImportRequest(orders, ImportKind.ORDERS), now=NOW + timedelta(hours=1))
    _list(rig, "older", "7,Ann Lee,old@example.com,+12025550101\n", days=2, now=NOW + timedelta(hours=2))
    assert _people(rig) == [("Ann Ray", "new@example.com", "+12025550102")]
