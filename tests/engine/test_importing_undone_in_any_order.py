"""Several files taken back, the first one before the last: nothing of any of them stays behind, with anybody."""

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.store import merges
from tests.engine.import_rig import NOW, Rig, Row

MAILS = [f"p{number}@example.com" for number in range(6)]
PHONES = [f"+1202555010{number}" for number in range(4)]
SHOP: list[tuple[str, list[Row]]] = [
    (
        "customers",
        [{"customer_id": f"c{n}", "email": MAILS[n], "name": "Ann Lee", "consent_email": "yes"} for n in range(3)],
    ),
    (
        "orders",
        [
            {"order_id": f"o{n}", "ordered_at": "2026-01-02", "email": MAILS[n], "product_name": f"Cup {n}"}
            | {"category": "Cups", "quantity": "1", "unit_price": "5.00", "status": "paid"}
            for n in range(3)
        ],
    ),
]
"""A shop to which the files of these tests come, and which is there when they are gone."""


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    rig = Rig(tmp_path / "shop")
    for kind, rows in SHOP:
        rig.bring_in(kind, rows)
    return rig


def picture(rig: Rig) -> dict[str, list[tuple[Any, ...]]]:
    """The shop, without the day of the next look of whoever never bought: nobody looks at it."""
    rig.db.run("UPDATE customers SET next_look_on = NULL WHERE last_order_at IS NULL")
    return rig.picture()


def order(number: str, **more: str) -> Row:
    return {"order_id": number, "ordered_at": "2026-02-02", "quantity": "1", "unit_price": "5.00", **more}


CASES: dict[str, tuple[tuple[str, list[Row]], ...]] = {
    "goods that an order of the shop has since": (
        ("orders", [order("new", product_name="Hat", category="Hats")]),
        ("orders", [order("o1", product_name="Hat", category="Hats")]),
    ),
    "goods that an order had in between": (
        ("orders", [order("new", product_name="Hat", category="Hats")]),
        ("orders", [order("o1", product_name="Hat", category="Hats")]),
        ("orders", [order("o1", product_name="Cup 1", category="Cups")]),
    ),
    "a phone of somebody with whom she was joined": (
        ("customers", [{"phone": PHONES[0]}]),
        ("orders", [order("new", customer_id="c2", email=MAILS[5], phone=PHONES[0])]),
        ("customers", [{"email": MAILS[5], "phone": PHONES[1]}]),
    ),
    "tags of one who was joined with another": (
        ("customers", [{"email": MAILS[5], "tags": "vip"}, {"customer_id": "c1", "tags": "tea, cups"}]),
        ("customers", [{"customer_id": "c1", "email": MAILS[5]}]),
    ),
    "an address of one who was joined since": (
        ("orders", [order("new", customer_id="c2", email=MAILS[5]), order("n0", email=MAILS[4])]),
        ("orders", [order("n1", customer_id="c2", email=MAILS[4]), order("n2", customer_id="c1", email=MAILS[4])]),
    ),
    "a number of one who was joined since": (
        ("orders", [order("new", customer_id="c5", email=MAILS[2]), order("n1", phone=PHONES[0])]),
        ("orders", [order("n2", email=MAILS[0], phone=PHONES[0]), order("n3", customer_id="c5", phone=PHONES[0])]),
    ),
}


@pytest.mark.parametrize("files", CASES.values(), ids=list(CASES))
@pytest.mark.parametrize("then", [1, -1], ids=["then the next", "then the last"])
def test_nothing_of_the_first_file_stays(rig: Rig, files: tuple[tuple[str, list[Row]], ...], then: int) -> None:
    """cli.md import-undo, promise 18: the first file is taken back first; no row refers to one that is no more."""
    before = picture(rig)
    first, *others = [rig.bring_in(kind, rows) for kind, rows in files]
    for report in (first, *others[::then]):
        rig.undo(report)
        assert rig.db.rows("PRAGMA foreign_key_check") == []
    assert picture(rig) == before


def test_two_of_a_file_whom_the_owner_merged_go_with_it(rig: Rig) -> None:
    """cli.md import-undo, C10: neither of them is anybody's but the file's; one whom another file brought stays."""
    before = picture(rig)
    report = rig.bring_in("customers", [{"email": mail} for mail in MAILS[3:6]])
    ann, beth, cleo = (number for (number,) in rig.db.rows("SELECT id FROM customers WHERE id > 3 ORDER BY id"))
    merges.merge(rig.db, ann, beth, NOW)
    told = rig.undo(report)
    assert (told.removed, told.notes, picture(rig)) == (3, (), before)
    assert cleo > beth


def made_up(kind: str, chance: random.Random) -> list[Row]:
    """A file of a few rows about the shop's people and others."""
    rows: list[Row] = []
    for _ in range(chance.randint(1, 5)):
        row: dict[str, object] = {
            "customer_id": chance.choice(["", *(f"c{n}" for n in range(5))]),
            "email": chance.choice(["", *MAILS, *MAILS]),
            "phone": chance.choice(["", "", *PHONES]),
        }
        if kind == "customers":
            row |= {name: chance.choice(["", "yes", "no"]) for name in ("consent_email", "consent_sms")}
            row |= {"city": chance.choice(["", "Rome", "Oslo"]), "tags": chance.choice(["", "vip", "tea, cups"])}
        else:
            row |= order(f"o{chance.randrange(6)}", product_name=chance.choice(["Hat", "Cup 1", "Bag"]))
            row |= {"ordered_at": f"2026-02-0{chance.randint(1, 9)}", "category": chance.choice(["", "Hats", "Cups"])}
            row |= {"status": chance.choice(["paid", "pending", "refunded"])}
        rows.append(row)
    return rows


def live(seed: int) -> None:
    """Brings files in and takes some back meanwhile, all of them in the end, in an order that chance makes."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        for kind, rows in SHOP:
            rig.bring_in(kind, rows)
        before, reports = picture(rig), []
        for _ in range(chance.randint(2, 5)):
            kind = chance.choice(["customers", "orders", "orders"])
            reports.append(rig.bring_in(kind, made_up(kind, chance)))
            if chance.random() < 0.3:
                rig.undo(reports.pop(chance.randrange(len(reports))))
        chance.shuffle(reports)
        for report in reports:
            rig.undo(report)
            assert rig.db.rows("PRAGMA foreign_key_check") == []
        assert picture(rig) == before
        rig.db.close()


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_files_taken_back_in_any_order_leave_nothing(first: int) -> None:
    """cli.md import-undo, issue “must show” 4: joined people, shared goods, refunds: every table is what it was."""
    for seed in range(first, first + 10):
        live(seed)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_thousands_of_lives() -> None:
    """cli.md import-undo, issue “must show” 4: the same, for as long as it takes."""
    for seed in range(1_000, 4_000):
        live(seed)
