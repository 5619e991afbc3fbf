"""Tills that count anew every day: their orders stay the same ones, however short or long each export is."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import Rig

_Told = list[tuple[str, str, str | None, int]]

_MONDAY = (
    "1,2026-03-02,ann@example.com,10.00\n2,2026-03-02,bob@example.com,20.00\nA 3,2026-03-02,cy@example.com,30.00\n"
)
_TUESDAY = (
    "1,2026-03-03,dan@example.com,11.00\n2,2026-03-03,eve@example.com,21.00\nA 3,2026-03-03,fay@example.com,31.00\n"
)
_FILES = {"monday": _MONDAY, "tuesday": _TUESDAY, "both": _MONDAY + _TUESDAY}
_VALUES = {"ann": 1000, "bob": 2000, "cy": 3000, "dan": 1100, "eve": 2100, "fay": 3100}
_HEADER = "Order Number,Order Date,Customer Email,Total\n"


def _import(rig: Rig, name: str, header: str = _HEADER) -> ImportReport:
    path = rig.folder / f"{name}.csv"
    path.write_text(header + _FILES[name])
    return rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))


def _values(rig: Rig) -> dict[str, int]:
    bought = rig.db.rows(
        "SELECT c.email, sum(o.net_minor) FROM orders AS o JOIN customers AS c ON c.id = o.customer_id GROUP BY 1"
    )
    return {mail.removesuffix("@example.com"): value for mail, value in bought}


@pytest.mark.parametrize(
    "names",
    [
        ("monday", "both", "tuesday"),
        ("both", "monday", "tuesday"),
        ("both", "tuesday", "monday"),
        ("monday", "tuesday", "monday", "tuesday"),
        ("monday", "tuesday", "both"),
        ("tuesday", "monday", "both", "monday"),
    ],
)
def test_each_order_is_one_in_a_short_file_and_in_a_long_one(tmp_path: Path, names: tuple[str, ...]) -> None:
    """D2, promise 21: overlapping exports of a till that counts daily double nothing and take nobody's order away."""
    rig = Rig(tmp_path)
    for name in names:
        _import(rig, name)
    assert _values(rig) == _VALUES
    assert rig.db.value("SELECT count(*) FROM orders") == len(_VALUES)


def test_a_file_of_another_system_keeps_its_numbers(tmp_path: Path) -> None:
    """D2: what one till's columns tell is not taken for those of another program."""
    rig = Rig(tmp_path)
    _import(rig, "both")
    assert not _import(rig, "monday", "Invoice No,Date,E-mail,Total\n").notes


def test_what_was_told_by_a_file_that_was_taken_back_is_forgotten(tmp_path: Path) -> None:
    """D2: an import that was undone says nothing of the numbers in the next one."""
    rig = Rig(tmp_path)
    told = _import(rig, "both")
    rig.undo(told)
    assert _import(rig, "monday").notes == ()


def _import_rows(rig: Rig, name: str, *rows: str) -> ImportReport:
    path = rig.folder / f"{name}.csv"
    path.write_text(_HEADER + "\n".join(rows) + "\n")
    return rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))


def test_a_few_numbers_that_come_again_are_orders_of_their_own(tmp_path: Path) -> None:
    """D2: yesterday's long list and the first three of today, in one file; nobody's purchase goes into another's."""
    rig = Rig(tmp_path)
    monday = [f"{n},2026-03-02,ann{n}@example.com,{n}.00" for n in range(1, 31)]
    _import_rows(rig, "list", *monday, "1,2026-03-03,dan@example.com,50.00", "2,2026-03-03,eve@example.com,60.00")
    assert {name: value for name, value in _values(rig).items() if value >= 5000} == {"dan": 5000, "eve": 6000}
    assert rig.db.value("SELECT count(*) FROM orders") == len(monday) + 2


def test_numbers_of_three_days_in_a_row_are_told_apart_by_the_clock_of_the_shop(tmp_path: Path) -> None:
    """D2: an evening's order is of its own day, though far away it is the next one already; told again it is itself."""
    zone = {"business.timezone": "America/New_York"}
    rig = Rig(tmp_path, {"business.country": "US", "business.currency": "USD", **zone})
    days = [
        f"7,2026-03-0{day} {hour}:30,{who}@example.com,{day}1.00"
        for day, hour, who in ((2, "12", "ann"), (3, "21", "bob"), (4, "09", "cy"), (5, "20", "dan"))
    ]
    for _ in range(2):
        for day in days:
            _import_rows(rig, "day", day)
    assert _values(rig) == {"ann": 2100, "bob": 3100, "cy": 4100, "dan": 5100}
    assert rig.db.value("SELECT count(*) FROM orders") == len(days)


def test_an_order_that_changed_hands_is_still_the_same(tmp_path: Path) -> None:
    """D2, promise 20: another buyer and another sum at the same moment correct the order; nothing is doubled."""
    rig = Rig(tmp_path)
    _import_rows(rig, "before", "9,2026-03-02 10:00,ann@example.com,10.00")
    _import_rows(rig, "after", "9,2026-03-02 10:00,bob@example.com,12.00")
    assert rig.db.value("SELECT count(*) FROM orders") == 1


def test_a_regular_has_the_same_number_twice(tmp_path: Path) -> None:
    """D2: where the other numbers came again for other buyers, hers is another purchase too, and so is nobody's."""
    rig = Rig(tmp_path)
    days = (
        (
            "1,2026-03-02,ann@example.com,10.00",
            "2,2026-03-02,bob@example.com,20.00",
            "3,2026-03-02,cy@example.com,30.00",
        ),
        (
            "1,2026-03-03,dan@example.com,11.00",
            "2,2026-03-03,eve@example.com,21.00",
            "3,2026-03-03,cy@example.com,31.00",
        ),
        (
            "1,2026-03-04,fay@example.com,12.00",
            "2,2026-03-04,gus@example.com,22.00",
            "3,2026-03-04,cy@example.com,32.00",
        ),
    )
    for _ in range(2):
        for day in days:
            _import_rows(rig, "day", *day)
    assert _values(rig)["cy"] == 3000 + 3100 + 3200
    assert rig.db.value("SELECT count(*) FROM orders") == 9


def test_one_order_that_moved_is_not_taken_for_another(tmp_path: Path) -> None:
    """D2: the date and the sum of somebody's order may be corrected where its number alone differs."""
    rig = Rig(tmp_path)
    _import_rows(rig, "before", "1,2026-03-02,ann@example.com,10.00", "2,2026-03-02,bob@example.com,20.00")
    _import_rows(rig, "after", "1,2026-03-09,ann@example.com,15.00", "2,2026-03-02,bob@example.com,20.00")
    assert _values(rig) == {"ann": 1500, "bob": 2000}


def test_each_order_is_one_with_blanks_in_its_number_and_its_shop(tmp_path: Path) -> None:
    """D2, promise 21: one shop's export first, then that of all shops, each of which counts its own orders."""
    rig = Rig(tmp_path)
    header = "Order No,Store,Date,Email,Total\n"
    one = "RE 1,Main St,2026-03-02,ann@example.com,10.00\nRE 2,Main St,2026-03-02,bob@example.com,20.00\n"
    other = "RE 1,Old Mill,2026-03-02,cy@example.com,30.00\nRE 2,Old Mill,2026-03-02,dan@example.com,11.00\n"
    for number, rows in enumerate((one, one + other, other)):
        path = rig.folder / f"{number}.csv"
        path.write_text(header + rows)
        rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))
    assert _values(rig) == {"ann": 1000, "bob": 2000, "cy": 3000, "dan": 1100}


_AMOUNTS = (350, 420, 500, 700, 990, 1200, 1500)


def _till(named: Sequence[int]) -> list[list[str]]:
    """Five days of a till; `named`: the places, day by day, of receipts that name one of four regulars."""
    days = []
    for day in range(5):
        rows = []
        for number in range(1, 8 + day % 2):
            place = day * 10 + number
            who = f"member{place % 4}@example.com" if place % 10 in named else ""
            amount = _AMOUNTS[(place * 3 + day) % len(_AMOUNTS)]
            rows.append(f"{number},2026-03-{day + 2:02},{who},{amount // 100}.{amount % 100:02}")
        days.append(rows)
    return days


def _receipts(rig: Rig) -> _Told:
    return rig.db.rows(
        "SELECT substr(external_id, 1, 1), date(ordered_at, 'unixepoch'), coalesce(c.email, ''), total_minor "
        "FROM orders AS o LEFT JOIN customers AS c ON c.id = o.customer_id ORDER BY 2, 1, 4"
    )


@pytest.mark.parametrize("named", [(), (4,), (2, 5, 6)], ids=["of nobody", "of few", "of some"])
@pytest.mark.parametrize("way", ["each day", "noon and evening", "yesterday again", "two days"])
def test_a_till_of_nobodys_receipts_loses_none_and_moves_nobodys_purchase(
    tmp_path: Path, named: tuple[int, ...], way: str
) -> None:
    """A2, D2, promise 21: a number of yesterday that comes again without a name is no purchase of yesterday's buyer."""
    rig = Rig(tmp_path)
    days = _till(named)
    for nth, rows in enumerate(days):
        if way == "noon and evening":
            _import_rows(rig, "noon", *rows[:4])
        if way == "two days" and nth % 2:
            continue
        again = days[nth - 1] if way in ("yesterday again", "two days") and nth else []
        _import_rows(rig, "day", *rows, *again)
    told = [row.split(",") for rows in days for row in rows]
    receipts = [(number, day, who, round(float(total) * 100)) for number, day, who, total in told]
    assert _receipts(rig) == sorted(receipts, key=lambda each: (each[1], each[0], each[3]))


def test_what_a_till_gave_back_is_of_its_own_day(tmp_path: Path) -> None:
    """A2, D2: a sale that was cancelled at the till takes nothing from yesterday's buyer of the same number."""
    rig = Rig(tmp_path)
    days = ("1,2026-03-02,ann@example.com,10.00", "2,2026-03-02,,20.00", "3,2026-03-02,,30.00")
    back = ("1,2026-03-03,,14.00", "2,2026-03-03,,27.00", "3,2026-03-03,,41.00", "1,2026-03-03,,-14.00")
    _import_rows(rig, "both", *days, *back)
    assert _values(rig) == {"ann": 1000}
    assert rig.db.value("SELECT sum(net_minor) FROM orders") == 6000 + 6800


def test_payments_of_an_order_in_parts_are_of_one_order(tmp_path: Path) -> None:
    """D2: a list of payments that names nobody tells some numbers again and again, at all times; none begins anew."""
    rig = Rig(tmp_path)
    rows = "1,01,50 2,02,60 3,05,70 1,09,30 4,10,20 2,12,90 5,13,8 3,14,9".split()
    paid = [f"{number},2026-05-{day},,{amount}.00" for number, day, amount in (row.split(",") for row in rows)]
    _import_rows(rig, "payments", *paid)
    told = rig.db.rows("SELECT external_id, net_minor FROM orders ORDER BY 1")
    assert told == [("1", 8000), ("2", 15000), ("3", 7900), ("4", 2000), ("5", 800)]


@pytest.mark.parametrize("columns", ["Order Number,Date,Email,Total", "Referencia,Fecha,Email,Total"])
@pytest.mark.parametrize("is_between", [False, True])
def test_another_buyer_on_the_next_day_has_an_order_of_her_own(tmp_path: Path, columns: str, is_between: bool) -> None:
    """D2: right below each other or not, orders under one number are each their buyer's, and so is their money."""
    rows = ["7,2026-03-15,bob@example.com,30.00", "7,2026-03-16,cy@example.com,40.00"]
    rows.insert(1 + (not is_between), "8,2026-03-16,dan@example.com,50.00")
    rig = Rig(tmp_path)
    path = tmp_path / "orders.csv"
    path.write_text("\n".join((columns, "6,2026-03-14,ann@example.com,20.00", *rows)) + "\n")
    rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS))
    assert _values(rig) == {"ann": 2000, "bob": 3000, "cy": 4000, "dan": 5000}
