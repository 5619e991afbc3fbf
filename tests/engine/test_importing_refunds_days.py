"""Refunds that one file knows by their day and another one by their time, or that were read in another time zone."""

from itertools import permutations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reengage_desktop.store import settings as stored
from reengage_desktop.store.importing.orders.orders import keep_days
from tests.engine.import_rig import NOW, Rig, Row

_SALE = {"order_id": "1", "ordered_at": "2026-02-13 10:11", "email": "ann@example.com", "order_total": "97"}
_TIMED = {**_SALE, "ordered_at": "2026-03-20 23:30", "order_total": "-30"}
_DAYED = {**_TIMED, "ordered_at": "2026-03-20"}
_OTHER = {**_TIMED, "order_total": "-10"}
_REFUNDED = "SELECT refunded_minor FROM orders WHERE external_id = '1'"


@pytest.mark.parametrize(("amount", "other"), [("order_total", "2026-03-20 09:00"), ("line_total", "2026-04-20 09:00")])
@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Auckland"])
def test_a_refund_told_with_and_without_its_time_counts_once(
    tmp_path: Path, zone: str, amount: str, other: str
) -> None:
    """Facts 3 and 8: two exports of one list differ in what they tell of a moment; another amount is another refund."""
    files: list[list[Row]] = [
        [{amount if name == "order_total" else name: text for name, text in row.items()} for row in rows]
        for rows in ([_SALE], [_DAYED], [_TIMED, {**_OTHER, "ordered_at": other}])
    ]
    for number, order in enumerate(permutations(files)):
        rig = Rig(tmp_path / str(number))
        stored.put(rig.db, "business.timezone", zone, NOW)
        for file in order:
            rig.bring_in("orders", file)
        assert rig.db.rows(_REFUNDED) == [(4000,)], number
        rig.db.close()


def test_a_refund_of_a_day_counts_once_when_the_shop_moves(tmp_path: Path) -> None:
    """Facts 14: its day is the same in whatever zone it is read."""
    rig = Rig(tmp_path)
    for _ in range(2):
        rig.bring_in("orders", [_SALE])
        rig.bring_in("orders", [_DAYED])
        stored.put(rig.db, "business.timezone", "Europe/Berlin", NOW)
        keep_days(rig.db, ZoneInfo("UTC"), ZoneInfo("Europe/Berlin"))
    assert rig.db.rows(_REFUNDED) == [(3000,)]
    rig.db.close()
