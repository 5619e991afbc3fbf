"""A file that the shop has already, or nearly so: passing by what is unchanged comes to the same as comparing all."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reengage_desktop.engine.importing import ImportReport
from reengage_desktop.engine.privacy import erase_person
from tests.engine.import_rig import NOW, Rig, only

ORDERS = 24
Row = dict[str, str]


def order(number: int) -> Row:
    """An order of one line; every tenth is nobody's."""
    return {
        "order_id": f"#{number}",
        "ordered_at": f"2026-03-{1 + number % 28:02d}",
        "email": "" if number % 10 == 0 else f"user{number % 7}@example.com",
        "status": ("paid", "pending", "refunded")[number % 3],
        "currency": "USD",
        "order_total": f"{number % 9 + 1}.50",
        "sku": f"SKU-{number % 5}",
        "quantity": str(1 + number % 2),
        "unit_price": "1.25",
    }


def in_step(rig: Rig, *, passes: bool) -> Rig:
    """The shop as it is, or as one on an old SQLite, where nothing may be passed by."""
    if not passes:
        rig.db.rows("PRAGMA journal_mode = DELETE")
    return rig


CHANGES = st.lists(
    st.tuples(
        st.integers(0, ORDERS - 1),
        st.sampled_from(
            [
                ("status", "voided"),
                ("order_total", "99.00"),
                ("quantity", "3"),
                ("sku", "SKU-new"),
                ("email", "user1@example.com"),
                ("email", ""),
                ("currency", "EUR"),
                ("ordered_at", "2026-04-01"),
                ("order_id", "#new"),
                ("order_id", "#3"),
            ]
        ),
    ),
    max_size=4,
)
ARRANGED = st.sampled_from(["as it was", "newest first", "some more above", "a part", "twice"])


def arranged(rows: list[Row], how: str) -> list[Row]:
    """The file's rows as a later export may hold them."""
    return {
        "as it was": rows,
        "newest first": rows[::-1],
        "some more above": [*(order(number) for number in range(100, 111)), *rows],
        "a part": rows[5:20],
        "twice": [*rows, *rows],
    }[how]


def outcome(report: ImportReport) -> ImportReport:
    """What the report says, without what differs from folder to folder."""
    return replace(report, import_id=0, rejects_file=None)


@settings(max_examples=12, deadline=None)
@example(changes=[(23, ("order_id", "#new"))], how="as it was", erased=False)
@given(changes=CHANGES, how=ARRANGED, erased=st.booleans())
def test_passing_by_comes_to_the_same_as_comparing_all(
    changes: list[tuple[int, tuple[str, str]]], how: str, erased: bool
) -> None:
    """Figure 2, promise 21: the same counts, notes and rows whether unchanged orders are passed by or staged."""
    second = [order(number) for number in range(ORDERS)]
    for at, (name, value) in changes:
        second[at] = {**second[at], name: value}
    seen = []
    for passes in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            rig = in_step(Rig(Path(folder)), passes=passes)
            rig.bring_in("orders", [order(number) for number in range(ORDERS)])
            if erased:
                erase_person(rig.db, only(rig, "SELECT id FROM customers WHERE email = 'user2@example.com'"), NOW)
            report = rig.bring_in("orders", arranged(second, how))
            picture = rig.picture()
            del picture["suppressions"]  # hashed by a salt of the shop's own
            picture["orders"] = [row[1:] for row in picture["orders"]]  # their numbers may leave other gaps
            picture["order_lines"] = rig.db.rows(
                "SELECT external_id, line_no, product_id, quantity_milli, unit_price_minor, order_lines.total_minor "
                "FROM order_lines JOIN orders ON orders.id = order_id ORDER BY 1, 2"
            )
            seen.append((outcome(report), picture))
            rig.db.close()
    assert seen[0] == seen[1]


def test_an_unchanged_file_stages_next_to_nothing(tmp_path: Path) -> None:
    """Figure 2: all orders but the last of a batch are passed by, and counted as unchanged all the same."""
    rig = Rig(tmp_path)
    rows = [order(number) for number in range(1_200)]
    assert rig.bring_in("orders", rows).created == 1_200
    again = rig.bring_in("orders", rows)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 1_200)
    assert again.anonymous == 120
