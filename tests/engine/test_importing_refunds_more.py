"""Refunds in lists of lines alone: each is known by its moment, however the files cut the list."""

from itertools import permutations
from pathlib import Path

import pytest

from tests.engine.import_rig import Rig, Row

_SALE = {"order_id": "1", "ordered_at": "2026-02-13 10:11", "email": "ann@example.com", "line_total": "97"}
_FIRST = {**_SALE, "ordered_at": "2026-03-20 09:00", "line_total": "-30"}
_SECOND = {**_SALE, "ordered_at": "2026-04-21 09:00", "line_total": "-20"}
_OTHER = {**_SALE, "order_id": "2", "ordered_at": "2026-02-14 18:05"}


@pytest.mark.parametrize(
    "files",
    [
        [[_SALE, _OTHER], [_FIRST, _SECOND], [_SECOND, _OTHER]],
        [[_SALE, _OTHER], [_SECOND, _OTHER], [_FIRST, _SECOND]],
        [[_FIRST, _OTHER, _SECOND], [_SALE], [_SECOND, _OTHER]],
        [[_FIRST, _SECOND, _SALE], [_SALE, _OTHER, _SECOND]],
        [[_SECOND, _OTHER], [_FIRST, _SECOND], [_SALE]],
        [[_SALE, _FIRST, _SECOND, _OTHER], [_FIRST, _OTHER], [_SECOND]],
    ],
    ids=lambda files: " ".join("".join(row["line_total"] for row in file) for file in files),
)
def test_two_refunds_of_a_list_of_lines_count_once_each(tmp_path: Path, files: list[list[Row]]) -> None:
    """A2, facts 3 and 11: neighbours or apart, told again or not, whichever file comes first."""
    for number, order in enumerate(permutations(files)):
        rig = Rig(tmp_path / str(number))
        for file in order:
            rig.bring_in("orders", file)
        told = "SELECT total_minor, refunded_minor, net_minor, status FROM orders ORDER BY external_id"
        assert rig.db.rows(told) == [
            (9700, 5000, 4700, "partly_refunded"),
            (9700, 0, 9700, "unknown"),
        ]
        rig.db.close()


@pytest.mark.parametrize("amount", ["order_total", "line_total"])
def test_a_refund_in_another_currency_leaves_the_sale(tmp_path: Path, amount: str) -> None:
    """A2, facts 3: currencies are never added up, nor does one take the other's place; the row is told."""
    rig = Rig(tmp_path)
    head = {"order_id": "1", "email": "ann@example.com"}
    rig.bring_in("orders", [{**head, "ordered_at": "2026-02-13", amount: "97", "currency": "USD"}])
    before = rig.picture()
    report = rig.bring_in("orders", [{**head, "ordered_at": "2026-03-20", amount: "-40", "currency": "EUR"}])
    assert (report.rejected, report.created, report.updated) == (1, 0, 0)
    assert rig.picture()["orders"] == before["orders"]
    rig.db.close()
