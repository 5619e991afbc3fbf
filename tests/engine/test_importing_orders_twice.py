"""Two files that tell of the same purchases under other numbers: the owner is told before they count twice."""

from pathlib import Path

import pytest

from tests.engine.import_rig import Rig, Row


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def sales(count: int, *, time: str = " 10:00:00", prefix: str = "10", first: int = 1) -> list[Row]:
    return [
        {
            "order_id": f"{prefix}{number}",
            "ordered_at": f"2026-03-{number:02d}{time}",
            "email": f"u{number}@example.com",
            "order_total": f"{number}9.00",
        }
        for number in range(first, first + count)
    ]


def warned(rig: Rig, rows: list[Row]) -> bool:
    notes = rig.bring_in("orders", rows).notes
    return any("would count twice" in str(note) for note in notes)


@pytest.mark.parametrize("time", [" 10:01:07", "", " 12:30:00"], ids=["a minute later", "days only", "hours later"])
def test_payments_beside_the_orders_are_told(rig: Rig, time: str) -> None:
    """D2, A18: a payment provider's list beside the shop's own would double what everybody spent."""
    assert not warned(rig, sales(9))
    assert warned(rig, sales(9, time=time, prefix="ch_3N"))


def test_some_payments_among_other_purchases_are_told(rig: Rig) -> None:
    """D2: a list of payments that reaches further back than the shop's orders."""
    rig.bring_in("orders", sales(9, first=10))
    assert warned(rig, sales(20, prefix="ch_3N"))


def test_further_purchases_are_no_doubles(rig: Rig) -> None:
    """D2: the next month's orders, the same file again, a longer one, and others of the same days."""
    rig.bring_in("orders", sales(9))
    assert not warned(rig, sales(9))
    assert not warned(rig, sales(20))
    others: list[Row] = [{**row, "order_id": f"x{row['order_id']}", "order_total": "7.77"} for row in sales(20)]
    assert not warned(rig, others)
    assert not warned(rig, sales(4, prefix="ch_3N"))
