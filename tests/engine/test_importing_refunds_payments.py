"""A list of payments tells refunds by a word, above zero: what comes back is a part of what was sold, no other sale."""

from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRequest
from tests.engine.import_rig import Rig

_ROWS = (
    ("A1", "2025-06-01 10:00", "sale", "ann", "50.00"),
    ("A1", "2025-06-09 12:00", "back", "ann", "20.00"),
    ("A2", "2025-06-02 10:00", "sale", "bob", "30.00"),
    ("A3", "2025-06-03 10:00", "sale", "cy", "40.00"),
    ("A3", "2025-06-05 10:00", "back", "cy", "40.00"),
)


def _bring(rig: Rig, column: str, words: dict[str, str]) -> dict[str, tuple[int, int, int, int]]:
    rows = [f"{number},{at},{words[what]},{who}@example.com,{amount}" for number, at, what, who, amount in _ROWS]
    path = rig.folder / "payments.csv"
    path.write_text("\n".join([f"Order,Date,{column},Email,Amount", *rows, ""]), encoding="utf-8")
    rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))
    told = "SELECT external_id, total_minor, refunded_minor, net_minor, is_purchase FROM orders"
    return {number: tuple(figures) for number, *figures in rig.db.rows(told)}


@pytest.mark.parametrize(
    ("column", "sale", "back"),
    [
        ("Type", "Sale", "Refund"),
        ("Transaction Type", "Charge", "Refund"),
        ("Umsatzart", "Verkauf", "Erstattung"),
        ("Typ", "Zahlung", "R\u00fcckzahlung"),
        ("Kind", "sale", "refund"),
        ("Event", "payment", "refund"),
        ("Tipo", "Venta", "Devoluci\u00f3n"),
        ("Status", "Paid", "Refunded"),
    ],
)
def test_a_refund_above_zero_lowers_its_sale(tmp_path: Path, column: str, sale: str, back: str) -> None:
    """D2, facts 8: 50 sold and 20 given back are 30, and still a purchase."""
    assert _bring(Rig(tmp_path), column, {"sale": sale, "back": back}) == {
        "A1": (5000, 2000, 3000, 1),
        "A2": (3000, 0, 3000, 1),
        "A3": (4000, 4000, 0, 0),
    }


def test_lines_of_one_moment_are_no_refunds(tmp_path: Path) -> None:
    """D2: the control: an order of two lines, of which one came back, tells both at the time of the order."""
    path = tmp_path / "lines.csv"
    path.write_text(
        "Order,Date,Line status,Email,Item,Amount\nA1,2025-06-01 10:00,Paid,ann@example.com,Mug,50.00\n"
        "A1,2025-06-01 10:00,Refunded,ann@example.com,Bowl,20.00\n"
    )
    rig = Rig(tmp_path / "rig")
    rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))
    assert rig.db.value("SELECT total_minor FROM orders") == 7000
