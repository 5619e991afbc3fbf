"""Files that show two records to be one person: whichever came first, the shop ends with the same people."""

import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers
from tests.engine.import_rig import NOW, Rig, Row, only

PEOPLE = [
    {"customer_id": f"c{number}", "email": f"p{number}@example.com", "phone": f"+1202555010{number}"}
    for number in range(3)
]
WHOLE = ("customer_id", "email", "phone")
PARTS = [(name,) for name in WHOLE] + [("customer_id", "email"), ("email", "phone"), ("customer_id", "phone")]


def named(person: dict[str, str], by: tuple[str, ...]) -> dict[str, str]:
    return {name: person[name] if name in by else "" for name in WHOLE}


def order(number: object, person: dict[str, str], by: tuple[str, ...]) -> dict[str, str]:
    return {
        **named(person, by),
        "order_id": f"o{number}",
        "ordered_at": "2026-03-01",
        "status": "paid",
        "order_total": "10",
    }


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


FILES = {
    "orders by id": ("orders", [order(1, PEOPLE[0], ("customer_id",))]),
    "orders by e-mail": ("orders", [order(2, PEOPLE[0], ("email",))]),
    "orders by phone": ("orders", [order(3, PEOPLE[0], ("phone",))]),
    "customers": ("customers", [named(PEOPLE[0], WHOLE)]),
}


@pytest.mark.parametrize("names", list(itertools.permutations(FILES))[::3])
def test_one_person_whatever_the_order_of_the_files(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Promise 21, import-facts 12: by id, by e-mail and by phone she is one, and all her orders are hers."""
    rig = Rig(tmp_path / "shop")
    for name in names:
        kind, rows = FILES[name]
        rig.bring_in(kind, rows)
    living = "merged_into IS NULL"
    assert rig.db.rows(f"SELECT email, phone, orders_count, lifetime_value_minor FROM customers WHERE {living}") == [
        ("p0@example.com", "+12025550100", 3, 3000)
    ]
    assert only(rig, "SELECT count(DISTINCT customer_id) FROM orders") == 1
    before = rig.picture()
    kind, rows = FILES["customers"]
    again = rig.bring_in(kind, rows)
    assert (again.created, again.updated) == (0, 0)
    assert rig.picture() == before


def test_the_owner_is_told(rig: Rig) -> None:
    """D2: nobody is joined in silence, and a dry run says the same."""
    rig.bring_in("orders", [order(1, PEOPLE[0], ("customer_id",))])
    rig.bring_in("orders", [order(2, PEOPLE[0], ("email",))])
    expected = (
        "1 customer who stood in the shop under two entries became one: this file shows that both are the same person."
    )
    for is_dry_run in (True, False):
        report = rig.bring_in("customers", [named(PEOPLE[0], WHOLE)], is_dry_run=is_dry_run)
        assert expected in report.notes
        assert (report.created, report.updated) == (0, 1)


def test_two_accounts_and_a_household_stay_apart(rig: Rig) -> None:
    """D2: an e-mail that passes from one account to another joins nobody, nor does a phone that two e-mails share."""
    rig.bring_in("customers", [named(PEOPLE[0], ("customer_id", "email")), named(PEOPLE[1], ("customer_id", "email"))])
    rig.bring_in("customers", [{"customer_id": "c0", "email": "p1@example.com", "phone": ""}])
    assert only(rig, "SELECT count(*) FROM customers WHERE merged_into IS NULL") == 2
    rig.bring_in("customers", [{"email": f"{name}@example.org", "phone": "+12025550109"} for name in ("ann", "bob")])
    rig.bring_in("orders", [{**order(9, PEOPLE[0], ()), "phone": "+12025550109", "customer_id": "c7"}])
    assert only(rig, "SELECT count(*) FROM customers WHERE merged_into IS NULL") == 4


def test_a_phone_that_many_names_share_joins_nobody(rig: Rig) -> None:
    """D2: the shop's own number, typed in for whoever gave none, makes no one person of strangers."""
    names = ("Ann", "Bob", "Cleo", "Dan", "Eve")
    rows = [{"customer_id": f"c{name}", "name": name, "phone": "+12025550109"} for name in names]
    assert rig.bring_in("customers", rows).created == 5


@settings(max_examples=10)
@given(
    orders=st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PARTS)), min_size=1, max_size=6),
    data=st.data(),
)
def test_the_order_of_the_files_does_not_matter(
    orders: list[tuple[dict[str, str], tuple[str, ...]]], data: st.DataObject
) -> None:
    """Promise 21: files of orders that name people by anything, and the list that ties them, in any order."""
    files = [("orders", [order(number, *each)]) for number, each in enumerate(orders)]
    files += [("customers", [named(person, WHOLE)]) for person in PEOPLE]
    expected = sorted(
        (person["email"], person["phone"], len(mine), 1000 * len(mine))
        for person in PEOPLE
        for mine in ([each for each, _ in orders if each is person],)
    )
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        for kind, rows in data.draw(st.permutations(files)):
            rig.bring_in(kind, rows)
        found = rig.db.rows(
            "SELECT email, phone, orders_count, lifetime_value_minor FROM customers WHERE merged_into IS NULL"
        )
        rig.db.close()
    assert sorted(found) == expected


@settings(max_examples=10)
@given(
    orders=st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PARTS)), min_size=2, max_size=5),
    words=st.lists(st.sampled_from(["", "yes", "no"]), min_size=3, max_size=3),
)
def test_taking_back_a_file_that_joined_people_parts_them_again(
    orders: list[tuple[dict[str, str], tuple[str, ...]]], words: list[str]
) -> None:
    """cli.md import-undo: every row of every table is what it was before the file that tied them."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        for number, each in enumerate(orders):
            rig.bring_in("orders", [order(number, *each)])
        before = rig.picture()
        rows = [{**named(person, WHOLE), "consent_email": word} for person, word in zip(PEOPLE, words, strict=True)]
        report = rig.bring_in("customers", rows)
        rig.undo(report)
        assert rig.picture() == before
        rig.db.close()


ID, MAIL = {"customer_id": "c1"}, {"email": "ann@example.com"}


def words(rig: Rig) -> list[tuple[str | None, int | None]]:
    """The e-mail and the word on e-mail of everybody, by their numbers."""
    return rig.db.rows("SELECT email, consent_email FROM customers WHERE merged_into IS NULL ORDER BY id")


@pytest.mark.parametrize(("other", "by_file"), [("yes", True), ("", True), ("yes", False), ("", False), ("no", False)])
def test_a_no_said_since_a_file_joined_two_is_lifted_by_no_undo(rig: Rig, other: str, by_file: bool) -> None:
    """C18, promise 10: who said no as one person is not written to as either of the two that an undo makes of her."""
    rig.bring_in("customers", [{**ID, "consent_email": "yes"}])
    rig.bring_in("customers", [{**MAIL, "consent_email": other}])
    tied = rig.bring_in("customers", [{**ID, **MAIL}])
    if by_file:
        rig.bring_in("customers", [{**MAIL, "consent_email": "no"}])
    else:
        customers.opt_out(rig.db, 1, channel=ChannelName.EMAIL, source="person", at=NOW)
    assert words(rig) == [("ann@example.com", 0)]
    rig.undo(tied)
    assert words(rig) == [(None, 0), ("ann@example.com", 0)]


def test_what_a_join_moved_and_an_undo_removed_is_nobody_elses(rig: Rig) -> None:
    """cli.md import-undo: rows that got the numbers of removed ones stay with whom they came for."""
    rig.bring_in("customers", [ID])
    rig.bring_in("customers", [MAIL])
    agreed = rig.bring_in("customers", [{**MAIL, "consent_email": "yes"}])
    bought = rig.bring_in("orders", [{**MAIL, "order_id": "B1", "ordered_at": "2026-03-01", "order_total": "5"}])
    tied = rig.bring_in("customers", [{**ID, **MAIL}])
    rig.undo(bought)
    rig.undo(agreed)
    rig.bring_in("customers", [{"email": "cy@example.com", "consent_email": "no"}])
    rig.bring_in("orders", [{**ID, "order_id": "C1", "ordered_at": "2026-03-02", "order_total": "9"}])
    rig.undo(tied)
    assert rig.db.rows("SELECT email, state FROM consents JOIN customers AS c ON c.id = customer_id") == [
        ("cy@example.com", "no")
    ]
    assert rig.db.rows("SELECT external_id, customer_id FROM orders") == [("C1", 1)]


@pytest.mark.parametrize("first", ["her other record", "the file that joined them"])
def test_a_joined_record_outlasts_its_own_file(rig: Rig, first: str) -> None:
    """cli.md import-undo: with both files taken back, in whatever order, nothing of the one is left with the other."""
    rig.bring_in("customers", [{**ID, "name": "Ann Lee"}])
    before = rig.picture()
    other = rig.bring_in("customers", [{**MAIL, "phone": "+12025550123", "city": "Rome", "tags": "vip"}])
    tied = rig.bring_in("orders", [{**ID, **MAIL, "order_id": "B1", "ordered_at": "2026-03-01", "order_total": "5"}])
    assert only(rig, "SELECT phone FROM customers WHERE id = 1") == "+12025550123"
    for each in (other, tied) if first == "her other record" else (tied, other):
        rig.undo(each)
    assert rig.picture() == before


def test_what_both_records_had_goes_with_the_file_that_brought_it(rig: Rig) -> None:
    """cli.md import-undo: a wish of both was one while they were; parted, nobody gets it back from a file undone."""
    wish = {"product_id": "p1", "added_at": "2026-02-01"}
    rig.bring_in("wishlists", [{**ID, **wish}])
    before = rig.picture()
    wished = rig.bring_in("wishlists", [{**MAIL, **wish}])
    tied = rig.bring_in("customers", [{**ID, **MAIL}])
    rig.undo(wished)
    rig.undo(tied)
    assert rig.picture() == before


def test_a_category_goes_with_the_last_file_that_names_it(rig: Rig) -> None:
    """cli.md import-undo: also where only lines of orders named it, whose product is of another."""
    before = rig.picture()
    rows = [{"order_id": f"B{n}", "ordered_at": f"2026-03-0{n}", "order_total": "5"} for n in (1, 2, 3)]
    goods = [{"product_id": "p1", "category": "Hats"}, {"product_name": "Bow", "category": "Ties"}]
    goods.append({"product_id": "p1", "category": "Ties"})
    first, second, third = (rig.bring_in("orders", [{**row, **good}]) for row, good in zip(rows, goods, strict=True))
    for each in (second, first, third):
        rig.undo(each)
    assert rig.picture() == before


MAIL, PHONE = {"email": "ann@example.com"}, {"phone": "+12025550123"}


@pytest.mark.parametrize("turned", [False, True], ids=["as told", "turned"])
@pytest.mark.parametrize(
    ("known", "rows"),
    [
        ([PHONE], [{**MAIL, **PHONE}, MAIL]),
        ([], [{**PHONE, "customer_id": "c1"}, {**MAIL, **PHONE, "customer_id": "c2"}]),
        ([{"customer_id": "c1", **MAIL}], [{"customer_id": "c1", **PHONE}, PHONE]),
        (
            [MAIL],
            [{**MAIL, "customer_id": "c1"}, {"customer_id": "c1", "email": "a@example.org"}, {"customer_id": "c1"}],
        ),
    ],
    ids=["by phone then e-mail", "nobody known", "a new phone", "from row to row"],
)
def test_rows_of_one_person_are_one_in_whatever_order(
    tmp_path: Path, known: list[Row], rows: list[Row], *, turned: bool
) -> None:
    """C10, promise 21: whoever a file names by e-mail here and by phone there comes in once, and once only."""
    rig = Rig(tmp_path / "shop")
    if known:
        rig.bring_in("customers", known)
    again = [rig.bring_in("customers", rows[::-1] if turned else rows) for _ in range(2)][1]
    assert rig.db.rows("SELECT count(*) FROM customers") == [(1,)]
    assert (again.created, again.updated) == (0, 0)
    rig.db.close()


@pytest.mark.parametrize("turned", [False, True], ids=["as told", "turned"])
def test_a_phone_of_two_accounts_is_a_households(rig: Rig, *, turned: bool) -> None:
    """D2, C18: another id and another name is somebody else; nobody gets her name, her orders or her yes."""
    phone = "+12025550123"
    ann = {"customer_id": "c1", "name": "Ann", "email": "ann@example.com", "phone": phone}
    tom = {"customer_id": "c2", "name": "Tom", "phone": phone, "consent_email": "yes"}
    rows: list[Row] = [tom, ann] if turned else [ann, tom]
    for files in ([rows], [rows], [rows[:1]], [rows[1:]]):
        for file in files:
            rig.bring_in("customers", file)
    told = rig.db.rows("SELECT name, email, consent_email FROM customers ORDER BY name")
    assert told == [("Ann", "ann@example.com", None), ("Tom", None, 1)]


def test_a_phone_of_many_names_makes_nobody_twice(rig: Rig) -> None:
    """Promise 21, import-facts 12: who shares a phone with many is known again by her name beside it."""
    rows: list[Row] = [{"name": f"Person {letter}", "phone": "+12025550143"} for letter in "ABCDEF"]
    assert [rig.bring_in("customers", rows).created for _ in range(2)] == [6, 0]
    assert rig.bring_in("customers", [{**rows[3], "city": "Bern"}]).updated == 1
    assert rig.db.rows("SELECT name FROM customers WHERE city = 'Bern'") == [("Person D",)]
    twice: list[Row] = [{"name": f"Other {letter}", "phone": "+12025550144"} for letter in "ABCDEAB"]
    assert [rig.bring_in("customers", twice).created for _ in range(2)] == [5, 0]
