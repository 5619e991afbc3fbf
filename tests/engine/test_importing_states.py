"""One order that a file tells in several rows: in what state it is in the end, and which row may tell its facts."""

from itertools import permutations
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRequest
from tests.engine.import_rig import Rig, Row

_PAID = {
    "order_id": "1",
    "ordered_at": "2026-02-13 10:11",
    "email": "ann@example.com",
    "order_total": "97",
    "status": "paid",
}
_OTHER = {**_PAID, "order_id": "2", "ordered_at": "2026-02-14 18:05"}
_REFUNDED = {**_PAID, "status": "refunded"}
_CANCELLED = {**_PAID, "status": "cancelled"}
_LATER = {"ordered_at": "2026-02-13 10:15"}
_SOONER = {"ordered_at": "2026-02-13 10:05"}
_GOODS = {"product_name": "Mug"}


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([_PAID, _REFUNDED], "refunded"),
        ([_PAID, _CANCELLED], "cancelled"),
        ([_PAID, {**_CANCELLED, **_LATER}], "cancelled"),
        ([_PAID, {**_CANCELLED, **_SOONER}], "paid"),
        ([_PAID, {**_PAID, **_SOONER, "status": "failed"}], "paid"),
        ([_PAID, {**_PAID, **_LATER, "status": "failed"}], "paid"),
        ([_PAID, {**_PAID, "status": "pending"}], "paid"),
        ([{**_PAID, "status": "pending"}, _PAID, _REFUNDED], "refunded"),
        ([{**_PAID, **_GOODS}, {**_REFUNDED, **_GOODS}], "refunded"),
        ([{**_PAID, "order_total": ""}, {**_REFUNDED, "order_total": ""}], "refunded"),
    ],
    ids=lambda told: told if isinstance(told, str) else "-".join(f"{r['status']}@{r['ordered_at'][-2:]}" for r in told),
)
def test_an_order_told_in_several_states_is_in_the_last_one(tmp_path: Path, rows: list[Row], state: str) -> None:
    """A2, facts 3: paid, further down taken back is no purchase, tried in vain and then paid is one, in any order."""
    for number, order in enumerate(
        permutations([*rows, {**_OTHER, **_GOODS} if "product_name" in rows[0] else _OTHER])
    ):
        rig = Rig(tmp_path / str(number))
        report = rig.bring_in("orders", list(order))
        again = rig.bring_in("orders", list(order))
        told = rig.db.rows("SELECT status, net_minor > 0, is_purchase FROM orders WHERE external_id = '1'")
        is_bought = int(state == "paid")
        has_amount = int(is_bought and rows[0]["order_total"] != "")
        assert told == [(state, has_amount, is_bought)], [row["status"] for row in order]
        assert (report.created, report.rejected, again.unchanged) == (2, 0, 2)
        assert rig.db.value("SELECT count(*) FROM order_lines") in (0, 2), "told anew, goods are not sold again"
        rig.db.close()


@pytest.mark.parametrize("amounts", [("50", "47"), ("", "")])
def test_the_state_of_a_line_is_not_the_orders(tmp_path: Path, amounts: tuple[str, str]) -> None:
    """A2: where one of several goods was cancelled the others were bought all the same."""
    mug, cup = ({**_PAID, "product_name": name} for name in ("Mug", "Cup"))
    rows = [{**mug, "line_total": amounts[0]}, {**cup, "line_total": amounts[1], "status": "cancelled"}]
    for number, order in enumerate(([*rows, _OTHER], [rows[0], _OTHER, rows[1]])):
        rig = Rig(tmp_path / str(number))
        rig.bring_in("orders", order)
        assert rig.db.rows("SELECT status, net_minor FROM orders WHERE external_id = '1'") == [("paid", 9700)]
        assert rig.db.value("SELECT count(*) FROM order_lines WHERE name IS NOT NULL") == 2
        rig.db.close()


def test_a_further_row_tells_what_the_first_one_leaves_out(tmp_path: Path) -> None:
    """A17, A2: total, state and buyer stand on the order's second row, which repeats only its number."""
    rig = Rig(tmp_path)
    first = {"order_id": "1", "ordered_at": "2026-02-13", "product_name": "Mug", "line_total": "50"}
    second = {**_PAID, "ordered_at": "", "order_total": "95", "status": "pending", "discount_code": "SPRING"}
    rows = [first, {**second, "product_name": "Cup", "line_total": "47"}, {**_OTHER, "line_total": "97"}]
    report = rig.bring_in("orders", rows)
    assert (report.created, report.rejected) == (2, 0)
    told = "SELECT email, total_minor, o.status, is_purchase, discount_code FROM orders AS o LEFT JOIN customers AS c "
    assert rig.db.rows(told + "ON c.id = customer_id WHERE o.external_id = '1'") == [
        ("ann@example.com", 9500, "pending", 0, "SPRING")
    ]
    rig.db.close()


def test_a_row_that_gives_money_back_tells_no_state_of_the_sale(tmp_path: Path) -> None:
    """A2, facts 3: what a payment given back says of itself is not what the sale is, of which nothing was said."""
    rig = Rig(tmp_path)
    header = "Date,Type,Order ID,Customer email,Status,Amount\n"
    rows = "2026-02-13 10:11,Charge,1,ann@example.com,,97.00\n2026-02-14 10:11,Charge,2,bo@example.com,Paid,97.00\n"
    path = rig.folder / "payments.csv"
    path.write_text(header + rows + "2026-02-20 09:00,Refund,1,ann@example.com,Pending,-20.00\n", "utf-8")
    rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))
    told = "SELECT total_minor, refunded_minor, status FROM orders WHERE external_id = '1'"
    assert rig.db.rows(told) == [(9700, 2000, "partly_refunded")]
    rig.db.close()
