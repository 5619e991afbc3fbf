"""Order numbers that begin anew each year, or that two shops give: the same number is not the same order."""

import itertools
from pathlib import Path

import pytest

from tests.engine.import_rig import Rig, Row


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def order(number: int, day: str, name: str, **more: object) -> Row:
    who = {"email": f"{name}@example.com", "customer_name": name.title()}
    return {"order_id": str(number), "ordered_at": day, "order_total": f"{len(name)}.00", **who, **more}


OLD = [order(number, f"2025-01-{number:02d}", name) for number, name in enumerate(("ann", "ben", "carla"), 1)]
NEW = [order(number, f"2026-01-{number:02d}", name) for number, name in enumerate(("dieter", "ben", "elisabeth"), 1)]
SPENT = [("ann", 1, 300), ("ben", 2, 600), ("carla", 1, 500), ("dieter", 1, 600), ("elisabeth", 1, 900)]
"""The other numbers tell that Ben's came again, too."""


def spent(rig: Rig) -> list[tuple[str, int, int]]:
    """Who bought how often, and for how much."""
    return rig.db.rows(
        "SELECT substr(email, 1, instr(email, '@') - 1), orders_count, lifetime_value_minor FROM customers ORDER BY 1"
    )


@pytest.mark.parametrize("files", list(itertools.permutations([OLD, NEW])), ids=["old first", "new first"])
def test_two_years_in_two_files(rig: Rig, files: tuple[list[Row], list[Row]]) -> None:
    """Promise 21, A18: nobody's purchase takes the place of another customer's, whichever file comes first or again."""
    for rows in files:
        rig.bring_in("orders", rows)
    assert spent(rig) == SPENT
    assert [str(note) for note in rig.bring_in("orders", files[1]).notes if "another day" in str(note)]
    for rows in files:
        again = rig.bring_in("orders", rows)
        assert (again.created, again.updated) == (0, 0)
        assert spent(rig) == SPENT
        rig.bring_in("orders", files[1])


@pytest.mark.parametrize("rows", [[*OLD, *NEW], sorted([*OLD, *NEW], key=lambda row: str(row["order_id"]))])
def test_two_years_in_one_file(rig: Rig, rows: list[Row]) -> None:
    """Promise 21, A18: one below the other, or number by number."""
    assert rig.bring_in("orders", rows).created == len(rows)
    assert spent(rig) == SPENT
    assert rig.bring_in("orders", rows).unchanged == len(rows)
    assert rig.bring_in("orders", NEW).created == 0
    assert spent(rig) == SPENT


@pytest.mark.parametrize(
    "first", [OLD, NEW, [*OLD, *NEW], [*NEW, *OLD]], ids=["old", "new", "old to new", "new to old"]
)
@pytest.mark.parametrize("way", [1, -1], ids=["oldest first", "newest first"])
def test_two_years_in_one_file_the_other_way_round(rig: Rig, first: list[Row], way: int) -> None:
    """Promise 21, A18: which of two orders of one number the file names first makes neither of them another one."""
    rig.bring_in("orders", first)
    both = [*OLD, *NEW][::way]
    rig.undo(rig.bring_in("orders", both))
    rig.bring_in("orders", both)
    assert spent(rig) == SPENT
    assert rig.bring_in("orders", both[::-1]).created == 0
    assert spent(rig) == SPENT


@pytest.mark.parametrize("split", [False, True])
def test_an_order_that_went_out_on_two_days_is_one(rig: Rig, split: bool) -> None:
    """D2, facts 11: though other numbers come again, a total that is told twice within weeks counts once."""
    sent = [order(2, "2025-01-02", "ben"), order(2, "2025-01-09", "ben")]
    files: list[list[Row]] = [[OLD[0], sent[0], OLD[2]], [NEW[0], sent[1], NEW[2]]]
    for rows in files if split else [[OLD[0], *sent, OLD[2], NEW[0], NEW[2]]]:
        rig.bring_in("orders", rows)
    assert ("ben", 1, 300) in spent(rig)


def test_a_year_taken_back_and_brought_in_again(rig: Rig) -> None:
    """cli.md import-undo: the other year's orders stay what they are, and none is doubled afterwards."""
    old = rig.bring_in("orders", OLD[:1])
    rig.bring_in("orders", NEW[:1])
    rig.undo(old)
    assert spent(rig) == [("dieter", 1, 600)]
    assert rig.bring_in("orders", NEW[:1]).created == 0
    rig.bring_in("orders", OLD[:1])
    assert spent(rig) == [("ann", 1, 300), ("dieter", 1, 600)]


@pytest.mark.parametrize(
    "again",
    [
        order(1, "2025-01-09", "ann"),
        order(1, "2025-01-01", "dieter"),
        order(1, "2025-01-09", "dieter", email="", customer_name=""),
        order(1, "2025-01-09", "dieter", email="ann@example.com"),
    ],
    ids=["another day", "another buyer", "nobody", "another name"],
)
def test_an_order_that_was_put_right_is_the_same(rig: Rig, again: Row) -> None:
    """Promise 21: a day, or a buyer, that a later file tells otherwise makes no other order."""
    rig.bring_in("orders", OLD[:1])
    assert rig.bring_in("orders", [again]).created == 0
    assert rig.db.value("SELECT count(*) FROM orders") == 1
