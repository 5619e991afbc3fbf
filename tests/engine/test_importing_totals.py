"""What an order comes to, where one file says it and another only lists its goods."""

import itertools
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import Rig

_TOTALS = "Order Number,Order Date,Customer Email,Total\n1,2026-03-02,ann@example.com,119.00\n"
_GOODS = (
    "Order Number,Order Date,Customer Email,SKU,Quantity,Unit Price\n"
    "1,2026-03-02,ann@example.com,X1,2,45.00\n1,2026-03-02,ann@example.com,X2,1,10.00\n"
)
_BARE = "Order Number,Order Date,Customer Email\n1,2026-03-02,ann@example.com\n"


def _import(rig: Rig, text: str) -> ImportReport:
    path = rig.folder / "orders.csv"
    path.write_text(text)
    return rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))


def _total(rig: Rig) -> int:
    return int(rig.db.value("SELECT lifetime_value_minor FROM customers"))


@pytest.mark.parametrize("files", list(itertools.permutations([_TOTALS, _GOODS])), ids=["total first", "goods first"])
def test_what_a_file_says_goes_before_the_sum_of_the_goods(tmp_path: Path, files: tuple[str, str]) -> None:
    """A18, promise 21: shipping, taxes and discounts are in the total; goods take nothing of it."""
    rig = Rig(tmp_path)
    for text in files:
        _import(rig, text)
    assert _total(rig) == 11900
    assert rig.db.value("SELECT count(*) FROM order_lines") == 2
    for text in files:
        assert _import(rig, text).unchanged == 1


def test_goods_that_were_corrected_change_the_sum(tmp_path: Path) -> None:
    """A18: where nothing but the goods ever told what an order comes to, they still do."""
    rig = Rig(tmp_path)
    _import(rig, _GOODS)
    assert _import(rig, _GOODS.replace("X1,2,", "X1,1,")).updated == 1
    assert _total(rig) == 5500


def test_goods_tell_what_an_order_of_no_known_amount_comes_to(tmp_path: Path) -> None:
    """A18: a nought that only stands for nothing is no total."""
    rig = Rig(tmp_path)
    _import(rig, _BARE)
    _import(rig, _GOODS)
    assert _total(rig) == 10000
