"""Facts of many customers at once: summed up beside the building of indexes, they are what each one's orders say."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.engine.importing import ImportCancelled
from reengage_desktop.engine.importing.gathering import Gathering
from reengage_desktop.store import facts
from reengage_desktop.store import settings as stored
from reengage_desktop.store.scratch import Scratch
from tests.engine.import_rig import NOW, Rig, Row

_BUYERS, _ORDERS = 1_500, 6_000


def _orders() -> list[Row]:
    return [
        {
            "order_id": f"o{n:05d}",
            "email": f"c{n * 7 % _BUYERS}@example.com",
            "status": "paid" if n % 5 else "voided",
            "ordered_at": f"2025-{n % 12 + 1:02d}-{n % 28 + 1:02d} 10:00:{n % 60:02d} +0000",
            "order_total": f"{n % 90 + 1}.50",
            "currency": "USD" if n % 11 else "EUR",
            "sku": f"SKU{n % 40}",
            "category": f"Kind {n % 9}",
        }
        for n in range(_ORDERS)
    ]


def test_they_are_what_a_look_at_each_customer_gives(tmp_path: Path) -> None:
    """Figure 4: one pass over all orders and a look at each customer's come to the same."""
    rig = Rig(tmp_path)
    indexes = rig.db.rows("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")
    rig.bring_in("orders", _orders())
    found = rig.facts()
    assert sum(1 for row in found if row[3] > 1) > _BUYERS // 2
    rig.db.run("UPDATE customers SET orders_count = 99, median_gap_days = 99, lifetime_value_minor = 99")
    rig.db.run("DELETE FROM customer_categories")
    facts.refresh(rig.db, None, stored.load(rig.db))
    assert rig.facts() == found
    assert rig.db.rows("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name") == indexes


@pytest.mark.parametrize("is_first", [True, False])
def test_a_cancel_while_they_are_summed_up_leaves_nothing(tmp_path: Path, *, is_first: bool) -> None:
    """Promise 18: the thread that sums up ends with the import, whose rows go again."""
    rig = Rig(tmp_path)
    if not is_first:
        rig.bring_in("orders", _orders()[:100])
    before = rig.picture()

    def is_summing_up() -> bool:
        return any(tmp_path.glob("scratch/*/facts.db"))

    with pytest.raises(ImportCancelled):
        rig.bring_in("orders", _orders(), cancel=is_summing_up, now=NOW)
    assert rig.picture() == before
    assert not any(tmp_path.glob("scratch/*"))


def test_what_is_still_being_written_is_counted_as_it_comes(tmp_path: Path) -> None:
    """Figure 4: counting begun while orders come in misses none and counts none twice, in pieces of any size."""
    rig = Rig(tmp_path)
    orders = _orders()
    rig.bring_in("orders", orders[:1_000])
    to_come = [orders[1_000:1_001], orders[1_001:1_250], orders[1_250:2_000]]

    def is_all_there() -> bool:
        if to_come:
            rig.bring_in("orders", to_come.pop(0))
        return not to_come

    lines = (
        "SELECT o.customer_id, l.category_id, count(*) FROM orders AS o JOIN order_lines AS l ON l.order_id = o.id "
        "WHERE o.is_purchase AND l.category_id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    with closing(Scratch(tmp_path / "facts.db", rig.db.path, lambda: False)) as scratch:
        scratch.settle()
        newest = facts.gather_categories(scratch, is_all_there, at_once=100)
        counted = "SELECT both >> 32, both & 0xFFFFFFFF, line_count FROM fact_categories ORDER BY both"
        assert scratch.rows(counted) == rig.db.rows(lines)
    assert newest == rig.db.value("SELECT max(id) FROM orders") == 2_000


def test_who_leaves_early_ends_the_work(tmp_path: Path) -> None:
    """Promise 18: what waits for an index that never comes ends with whoever was to build it."""
    rig = Rig(tmp_path)
    checked = tmp_path / "check.db"
    other = Rig(tmp_path / "other").db
    other.run("ATTACH ? AS checked", (str(checked),))
    other.run("CREATE TABLE checked.touched (customer_id INTEGER PRIMARY KEY)")
    other.close()
    gathering = Gathering(rig.db, checked, stored.load(rig.db), lambda: False)
    gathering.begin()
    assert any(each.name.startswith("facts") for each in threading.enumerate())
    gathering.end()
    assert not any(each.name.startswith("facts") for each in threading.enumerate())


def test_a_stated_value_stays_the_amount_when_the_first_orders_tell_the_currency(tmp_path: Path) -> None:
    """A8: a shop in yen whose list of customers came first has no customers of a hundredfold value; Undo and all."""
    rig = Rig(tmp_path / "yen", texts={"business.timezone": "UTC"})
    rig.bring_in("customers", [{"email": f"{name}@example.com", "lifetime_value": "1200"} for name in ("ann", "bob")])
    order = {"order_id": "1", "ordered_at": "2026-01-02", "email": "bob@example.com", "order_total": "900"}
    report = rig.bring_in("orders", [{**order, "currency": "JPY"}])
    values = "SELECT opening_value_minor, lifetime_value_minor FROM customers ORDER BY email"
    assert rig.db.rows(values) == [(1200, 1200), (1200, 900)]
    rig.undo(report)
    assert rig.db.rows(values) == [(120_000, 120_000)] * 2
