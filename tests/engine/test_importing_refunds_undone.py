"""Sales and the refunds of later lists of payments, taken back file by file: what is left is what the rest tells."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from tests.engine.import_rig import Rig, Row

_SALE = {"order_id": "1", "ordered_at": "2026-02-13 10:11", "email": "ann@example.com", "order_total": "97"}
_FIRST = {**_SALE, "ordered_at": "2026-03-20 09:00", "order_total": "-30"}
_SECOND = {**_SALE, "ordered_at": "2026-04-21 09:00", "order_total": "-20"}
_OTHERS = [{**_SALE, "order_id": number, "order_total": "5"} for number in ("2", "3", "4")]

_Told = list[tuple[object, ...]]


def _told(folder: Path, files: Sequence[list[Row]], undone: Sequence[int] = ()) -> _Told:
    """The orders and figures of a shop after its files, some of them taken back; a row below zero dates nothing."""
    rig = Rig(folder)
    reports = [rig.bring_in("orders", file) for file in files]
    for number in undone:
        rig.undo(reports[number])
    told = rig.db.rows(
        "SELECT external_id, CASE WHEN total_minor > 0 THEN ordered_at END, total_minor, refunded_minor, net_minor, "
        "is_purchase, status, (SELECT count(DISTINCT document) FROM refunds WHERE order_id = o.id AND document <> '') "
        "FROM orders AS o "
        "ORDER BY external_id"
    ) + rig.db.rows("SELECT orders_count, lifetime_value_minor, last_order_at FROM customers")
    assert rig.db.rows("SELECT * FROM refunds WHERE order_id NOT IN (SELECT id FROM orders)") == []
    rig.db.close()
    return told


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)], ids=["sale first", "between", "last"])
def test_files_of_a_sale_and_its_refunds_are_taken_back_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    """cli.md import-undo, facts 3: whichever go, and in whatever order, the shop is as if they had never come."""
    parts = [_SALE, _FIRST, _SECOND]
    files: list[list[Row]] = [[parts[number], _OTHERS[number]] for number in order]
    for count in (1, 2):
        for undone in permutations(range(3), count):
            name = "".join(map(str, undone))
            rest = [file for number, file in enumerate(files) if number not in undone]
            assert _told(tmp_path / name, files, undone) == _told(tmp_path / f"rest{name}", rest), undone


def test_a_sale_and_a_refund_of_one_file_go_together(tmp_path: Path) -> None:
    """cli.md import-undo: a further refund of another file stays, below zero until the sale comes again."""
    files: list[list[Row]] = [[_SALE, _OTHERS[0], _FIRST], [_SECOND, _OTHERS[1]]]
    assert _told(tmp_path / "undone", files, [0]) == _told(tmp_path / "rest", files[1:])
    rig = Rig(tmp_path / "again")
    first, _ = [rig.bring_in("orders", file) for file in files]
    rig.undo(first)
    rig.bring_in("orders", [_SALE])
    told = "SELECT total_minor, refunded_minor, net_minor FROM orders WHERE external_id = '1'"
    assert rig.db.rows(told) == [(9700, 2000, 7700)]
    rig.db.close()


def test_a_refund_that_two_files_tell_stays_with_the_other_one(tmp_path: Path) -> None:
    """ADR 5: each paper counts once, and as long as one file that tells it is there."""
    sale: list[Row] = [_SALE, _OTHERS[0]]
    for name, second in (("other", [_FIRST, _OTHERS[2]]), ("same", [_FIRST, _OTHERS[1]])):
        files: list[list[Row]] = [sale, [_FIRST, _OTHERS[1]], list(second)]
        for first, other in ((1, 2), (2, 1)):
            told = _told(tmp_path / f"{name}{first}", files, [first])
            assert told[0][2:5] == (9700, 3000, 6700), (name, first)
            assert _told(tmp_path / f"{name}{first}both", files, [first, other]) == _told(
                tmp_path / f"{name}{first}0", [sale]
            )


def test_a_file_that_tells_the_sale_too_keeps_it(tmp_path: Path) -> None:
    """cli.md import-undo: what the later list of all payments tells of an order is not undone with the earlier one."""
    files: list[list[Row]] = [[_SALE, _OTHERS[0], _FIRST], [_SALE, _OTHERS[1], _FIRST, _SECOND]]
    assert _told(tmp_path / "undone", files, [0]) == _told(tmp_path / "rest", files[1:])


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ([{**_SALE, "product_name": ""}], [{**_SALE, "product_name": "Mug"}]),
        (
            [{**_SALE, "order_total": "-10", "status": "refunded"}],
            [{**_SALE, "order_total": "20", "status": "refunded"}],
        ),
        ([{**_SALE, "order_total": "-10", "status": "paid"}], [{**_SALE, "status": "paid"}]),
        ([{**_SALE, "status": "pending"}], [{**_SALE, "status": "paid"}, {**_FIRST, "status": "paid"}]),
    ],
    ids=["lines", "refunded", "sale", "sale and refund"],
)
def test_an_order_is_just_as_it_was(tmp_path: Path, before: list[Row], later: list[Row]) -> None:
    """cli.md import-undo: an order's lines, state and money go back to what they were, were there none or not."""
    rig = Rig(tmp_path)
    rig.bring_in("orders", [*before, _OTHERS[0]])
    picture = rig.picture()
    rig.undo(rig.bring_in("orders", [*later, _OTHERS[1]]))
    assert rig.picture() == picture
    rig.db.close()


_PART_BACK = {**_SALE, "refunded_amount": "30"}


@pytest.mark.parametrize(
    "files",
    [
        [[_PART_BACK], [_FIRST]],
        [[_SALE, _FIRST], [{**_SALE, "refunded_amount": "50"}], [_SALE, _FIRST, _SECOND]],
        [[_SALE, _FIRST], [_PART_BACK], [_FIRST]],
    ],
    ids=["told by the order", "told in full by the order", "told by both"],
)
def test_what_the_order_itself_says_came_back_stays(tmp_path: Path, files: list[list[Row]]) -> None:
    """cli.md import-undo, facts 3: a list of payments taken back takes no refund with it that the shop's list tells."""
    rig = Rig(tmp_path)
    pictures, reports = [], []
    for number, file in enumerate(files):
        pictures.append(rig.picture())
        reports.append(rig.bring_in("orders", [*file, {**_OTHERS[0], "order_id": f"other {number}"}]))
    for report, picture in zip(reversed(reports), reversed(pictures), strict=True):
        rig.undo(report)
        assert rig.picture() == picture
    rig.db.close()


_WORDS = [{**_SALE, "status": word} for word in ("paid", "pending", "cancelled")]
_ALL_BACK = {**_SALE, "refunded_amount": "97"}


@pytest.mark.parametrize(
    ("parts", "undone"),
    [
        (_WORDS, [1]),
        ([_WORDS[0], _WORDS[2], _WORDS[1]], [1]),
        ([_FIRST, _PART_BACK], [0]),
        ([_ALL_BACK, _FIRST, _PART_BACK], [1]),
        ([_FIRST, _ALL_BACK, _PART_BACK], [1]),
        ([_ALL_BACK, _FIRST, _PART_BACK], [0, 2]),
        ([_PART_BACK, _FIRST, _ALL_BACK], [0, 2]),
    ],
)
def test_of_files_that_say_other_things_of_a_sale_the_rest_holds(
    tmp_path: Path, parts: list[Row], undone: list[int]
) -> None:
    """cli.md import-undo, A2: an order is no purchase in a state that is none, and what another file says stays."""
    files: list[list[Row]] = [[part, {**_OTHERS[0], "order_id": f"other {nth}"}] for nth, part in enumerate(parts)]
    rest = [file for number, file in enumerate(files) if number not in undone]
    assert _told(tmp_path / "undone", files, undone) == _told(tmp_path / "rest", rest)


@pytest.mark.parametrize("undone", [[0], [0, 2], [2, 0]])
def test_a_sale_goes_with_the_last_of_its_files(tmp_path: Path, undone: list[int]) -> None:
    """cli.md import-undo, ADR 5: the refund of a third file stays, below zero until the sale comes again."""
    files: list[list[Row]] = [[_SALE, _OTHERS[0]], [_FIRST, _OTHERS[1]], [_SALE, _FIRST, _OTHERS[2]]]
    rest = [file for number, file in enumerate(files) if number not in undone]
    assert _told(tmp_path / "undone", files, undone) == _told(tmp_path / "rest", rest)
