"""Taking an import back, and what must hold whatever the files and their order: properties over made-up shops."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.importing import ImportCancelled, ImportRefused, recover, undo_import
from reengage_desktop.store import customers, merges
from reengage_desktop.store import settings as stored
from reengage_desktop.store.importing.indexes import late_indexes
from tests.engine.import_rig import NOW, Rig, only

PEOPLE = [
    {"customer_id": "1", "email": "ann@example.com", "phone": "+12025550101"},
    {"customer_id": "2", "email": "bob@example.com", "phone": ""},
    {"customer_id": "", "email": "", "phone": "+12025550103"},
    {"customer_id": "", "email": "dan@example.com", "phone": ""},
]
WORD = st.sampled_from(["", "yes", "no"])
CUSTOMERS = st.lists(
    st.builds(
        lambda person, city, word, tag: {**person, "city": city, "consent_email": word, "tags": tag},
        st.sampled_from(PEOPLE),
        st.sampled_from(["", "Rome", "Bern"]),
        WORD,
        st.sampled_from(["", "vip", "vip, late"]),
    ),
    min_size=1,
    max_size=6,
)
ORDERS = st.lists(
    st.builds(
        lambda number, person, day, status, sku, price: {
            **person,
            "order_id": f"o{number}",
            "ordered_at": f"2026-0{day}-1{day}",
            "status": status,
            "sku": sku,
            "category": f"Category {sku}",
            "quantity": "2",
            "unit_price": price,
        },
        st.integers(1, 5),
        st.sampled_from([*PEOPLE, {"customer_id": "", "email": "", "phone": ""}]),
        st.integers(1, 8),
        st.sampled_from(["paid", "pending", "refunded"]),
        st.sampled_from(["A", "B"]),
        st.sampled_from(["1.10", "2.25"]),
    ),
    min_size=1,
    max_size=8,
)
PRODUCTS = st.lists(
    st.builds(
        lambda sku, price, stock: {"product_id": sku, "name": f"Product {sku}", "price": price, "stock": stock},
        st.sampled_from("ABC"),
        st.sampled_from(["1.00", "2.00"]),
        st.sampled_from(["0", "4"]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row["product_id"],
)
FILES = st.lists(
    st.one_of(
        st.tuples(st.just("customers"), CUSTOMERS),
        st.tuples(st.just("orders"), ORDERS),
        st.tuples(st.just("products"), PRODUCTS),
        st.tuples(
            st.just("optouts"), st.lists(st.sampled_from([{"email": "ann@example.com"}]), min_size=1, max_size=1)
        ),
    ),
    min_size=1,
    max_size=3,
)


def consistent(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The same order number always names the same person, day and state, as in a real export."""
    firsts: dict[str, dict[str, str]] = {}
    for row in rows:
        first = firsts.setdefault(row["order_id"], row)
        row.update({name: first[name] for name in ("customer_id", "email", "phone", "ordered_at", "status")})
    return rows


def bring_all(rig: Rig, files: list[tuple[str, list[dict[str, str]]]]) -> None:
    for kind, rows in files:
        rig.bring_in(kind, consistent(rows) if kind == "orders" else rows)


@settings(max_examples=15)
@given(files=FILES)
def test_the_same_file_again_changes_nothing(files: list[tuple[str, list[dict[str, str]]]]) -> None:
    """Promise 21: whatever came before, the last file again leaves every row as it was."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        bring_all(rig, files)
        before = rig.picture()
        kind, rows = files[-1]
        again = rig.bring_in(kind, rows)
        assert (again.created, again.updated) == (0, 0)
        assert rig.picture() == before
        rig.db.close()


@settings(max_examples=15)
@given(files=FILES, last=st.one_of(st.tuples(st.just("orders"), ORDERS), st.tuples(st.just("customers"), CUSTOMERS)))
def test_taking_back_is_as_if_it_had_never_come(
    files: list[tuple[str, list[dict[str, str]]]], last: tuple[str, list[dict[str, str]]]
) -> None:
    """cli.md import-undo: every row of every table is what it was, down to the day of the next look."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        bring_all(rig, files)
        before = rig.picture()
        kind, rows = last
        report = rig.bring_in(kind, consistent(rows) if kind == "orders" else rows)
        rig.undo(report)
        assert rig.picture() == before
        rig.db.close()


@settings(max_examples=10)
@given(first=ORDERS, second=ORDERS)
def test_files_of_different_orders_may_come_in_any_order(
    first: list[dict[str, str]], second: list[dict[str, str]]
) -> None:
    """A18: the facts of everybody are the same whichever file came first."""
    for row in second:
        row["order_id"] = f"second-{row['order_id']}"
    pictures = []
    for files in ((first, second), (second, first)):
        with tempfile.TemporaryDirectory() as folder:
            rig = Rig(Path(folder))
            bring_all(rig, [("orders", rows) for rows in files])
            pictures.append(rig.facts())
            rig.db.close()
    assert pictures[0] == pictures[1]


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def order(number: str, status: str = "paid", email: str = "ann@example.com") -> dict[str, object]:
    return {"order_id": number, "ordered_at": "2026-03-01", "email": email, "status": status, "order_total": "10"}


def test_what_a_later_file_changed_again_stays(rig: Rig) -> None:
    """cli.md import-undo: the middle one of three is taken out as if only the others had come."""
    rig.bring_in("orders", [order("1", "pending"), order("2", "pending")])
    middle = rig.bring_in("orders", [order("1", "voided"), order("2", "paid"), order("3")])
    last = rig.bring_in("orders", [order("1", "paid"), order("3", "refunded")])

    told = rig.undo(middle)

    states = "SELECT external_id, status FROM orders ORDER BY 1"
    assert (told.removed, told.restored) == (0, 2)
    assert rig.db.rows(states) == [("1", "paid"), ("2", "pending"), ("3", "refunded")]
    rig.undo(last)
    assert rig.db.rows(states) == [("1", "pending"), ("2", "pending")]


def test_who_is_still_needed_stays(rig: Rig) -> None:
    """cli.md import-undo: a customer who bought in another file is not removed with the list that brought her."""
    people = rig.bring_in("customers", [{"email": "ann@example.com"}, {"email": "bob@example.com"}])
    bought = rig.bring_in("orders", [order("1")])
    told = rig.undo(people)
    assert (told.removed, rig.db.rows("SELECT email FROM customers")) == (1, [("ann@example.com",)])
    assert told.notes
    rig.undo(bought)
    assert only(rig, "SELECT count(*) FROM customers") == 0


def test_a_name_that_the_owner_mended_since_stays(rig: Rig) -> None:
    """cli.md import-undo: only what is still as the file left it goes back."""
    rig.bring_in("customers", [{"email": "ann@example.com", "name": "Ann", "city": "Rome"}])
    report = rig.bring_in("customers", [{"email": "ann@example.com", "name": "Annie", "city": "Bern"}])
    with rig.db.write():
        rig.db.run("UPDATE customers SET name = 'Anna'")
    rig.undo(report)
    assert rig.db.rows("SELECT name, city FROM customers") == [("Anna", "Rome")]


def test_there_must_be_something_to_take_back(rig: Rig) -> None:
    """cli.md import-undo: an unknown number or one taken back already is said, and changes nothing."""
    report = rig.bring_in("orders", [order("1")])
    rig.undo(report)
    with pytest.raises(ImportRefused, match="taken back already"):
        rig.undo(report)
    report = rig.bring_in("orders", [order("1")], now=NOW)
    assert report.created == 1


def test_a_stop_is_heard_while_indexes_are_built(rig: Rig) -> None:
    """cli.md import-undo: the program's end breaks the taking back off at once, and the next start goes on."""
    before = rig.picture()
    report = rig.bring_in("orders", [order("1"), order("2")])
    assert report.import_id is not None
    indexes = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'orders'"
    were = rig.db.value(indexes)
    assert late_indexes.put_off(rig.db, "orders", 5_000)
    settings = stored.load(rig.db)
    with pytest.raises(ImportCancelled, match="next start goes on"):
        undo_import(rig.db, report.import_id, settings, NOW, lambda: True)
    with pytest.raises(ImportCancelled):
        recover(rig.db, settings, NOW, lambda: True)
    assert rig.db.value("SELECT count(*) FROM orders") == 2
    assert rig.db.value(indexes) < were
    assert recover(rig.db, settings, NOW) == [report.import_id]
    assert rig.db.value(indexes) == were
    assert rig.db.value("SELECT state FROM imports WHERE id = ?", (report.import_id,)) == "undone"
    assert rig.picture() == before


def test_a_stop_is_heard_between_two_transactions(rig: Rig) -> None:
    """cli.md import-undo: broken off after its first step, it is taken back whole by the next start."""
    rig.bring_in("orders", [order("1")])
    before = rig.picture()
    report = rig.bring_in("orders", [order("1", status="refunded"), order("2")])
    assert report.import_id is not None
    asked = iter([False])
    settings = stored.load(rig.db)
    with pytest.raises(ImportCancelled):
        undo_import(rig.db, report.import_id, settings, NOW, lambda: next(asked, True))
    recover(rig.db, settings, NOW)
    assert rig.picture() == before


def test_an_undo_leaves_others_room_to_write(rig: Rig) -> None:
    """Promise 18, performance.md 14: its words and figures go back in short transactions, and a stop is heard there."""
    people = [{"customer_id": f"c{n}", "email": f"a{n}@example.com", "consent_email": "no"} for n in range(5_000)]
    told = rig.bring_in("customers", people)
    rows = [{**order(str(n)), "email": f"a{n}@example.com", "quantity": "1"} for n in range(2_500)]
    rig.bring_in("orders", rows)
    before = rig.picture()
    report = rig.bring_in("orders", [{**row, "status": "refunded"} for row in rows])
    figures, words = set[int](), set[int]()

    def look() -> bool:
        figures.add(rig.db.value("SELECT total(lifetime_value_minor) FROM customers"))
        words.add(rig.db.value("SELECT count(*) FROM consents"))
        return False

    for each in (report, told):
        assert each.import_id is not None
        undo_import(rig.db, each.import_id, stored.load(rig.db), NOW, look)
        if each is report:
            assert rig.picture() == before
    assert (len(figures) > 2, len(words) > 2) == (True, True), "seen between two transactions"
    assert rig.db.value("SELECT count(*) FROM customers WHERE consent_email = 0") == 0


def test_who_got_an_order_by_a_file_has_her_old_facts_without_it(rig: Rig) -> None:
    """cli.md import-undo: a sale to nobody gets its buyer by a later file; taken back, her figures go back too."""
    rig.bring_in("orders", [order("1")])
    rig.bring_in("orders", [{**order("2"), "email": ""}])
    before = rig.picture()
    rig.undo(rig.bring_in("orders", [order("2")]))
    assert rig.picture() == before


def test_the_no_of_a_record_that_was_merged_outlasts_a_file_taken_back(rig: Rig) -> None:
    """C18: who said no under one record and yes under the other stays out, whatever import is undone since."""
    rig.bring_in("customers", [{"customer_id": "1", "email": "old@example.com", "consent_email": "no"}])
    gone = only(rig, "SELECT id FROM customers")
    rig.bring_in("customers", [{"email": "ann@example.com", "consent_email": "yes"}])
    keep = only(rig, "SELECT max(id) FROM customers")
    steps = merges.merge(rig.db, keep, gone, NOW)
    rig.undo(rig.bring_in("customers", [{"email": "ann@example.com", "consent_sms": "no"}]))
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 0
    merges.separate(rig.db, steps)
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 1
    assert only(rig, "SELECT state FROM consents WHERE customer_id = ? ORDER BY id DESC", keep) == "yes"


def test_the_numbers_of_people_taken_back_are_nobody_elses(rig: Rig) -> None:
    """cli.md import-undo, C4: a list of picked customers from before names nobody who came in afterwards."""
    wrong = rig.bring_in("customers", [{"email": f"p{n}@example.com"} for n in range(3)])
    picked = {number for (number,) in rig.db.rows("SELECT id FROM customers")}
    rig.undo(wrong)
    rig.bring_in("customers", [{"email": "ann@example.com"}])
    bo = customers.add(rig.db, "Bo", "bo@example.com", None, NOW)
    assert customers.remove_unused(rig.db, bo)
    cy = customers.add(rig.db, "Cy", "cy@example.com", None, NOW)
    assert picked.isdisjoint(number for (number,) in rig.db.rows("SELECT id FROM customers"))
    assert cy > bo


@pytest.mark.parametrize("kind", ["customers", "optouts"])
def test_a_no_that_a_file_says_again_of_joined_records_is_one_of_both(rig: Rig, kind: str) -> None:
    """C18, C10: one record said no, the other yes; a no that came while both were one stays with both when parted."""
    rig.bring_in("customers", [{"email": "ann@example.com", "consent_push": "no", "consent_email": "no"}])
    rig.bring_in("customers", [{"email": "anne@example.com", "consent_push": "yes", "consent_email": "yes"}])
    keep, gone = (number for (number,) in rig.db.rows("SELECT id FROM customers ORDER BY id"))
    steps = merges.merge(rig.db, keep, gone, NOW + timedelta(days=1))
    said = {"customers": {"consent_push": "no"}, "optouts": {"channel": "push"}}[kind]
    for _ in range(2):
        report = rig.bring_in(kind, [{"email": "anne@example.com", **said}], now=NOW + timedelta(days=2))
    assert (report.created, report.updated) == (0, 0)
    merges.separate(rig.db, steps)
    assert rig.consent("anne@example.com")[ChannelName.PUSH] == 0
    assert rig.consent("anne@example.com")[ChannelName.EMAIL] == 1
    assert rig.consent("ann@example.com")[ChannelName.PUSH] == 0


@pytest.mark.parametrize("word", ["no", "", "yes"])
def test_a_no_to_joined_records_outlasts_the_file_that_joined_them(rig: Rig, word: str) -> None:
    """C18: a file showed two records to be one, a later one said no of both; the first taken back, both keep it."""
    days = [NOW + timedelta(days=number) for number in range(4)]
    rig.bring_in("customers", [{"customer_id": "c1", "consent_email": "no", "phone": "+12025550101"}], now=days[0])
    rig.bring_in("customers", [{"email": "ann@example.com", "consent_email": "yes"}], now=days[1])
    both = {"customer_id": "c1", "email": "ann@example.com", "consent_email": word}
    joining = rig.bring_in("customers", [both], now=days[2])
    later = rig.bring_in("customers", [{"email": "ann@example.com", "consent_email": "no"}], now=days[3])
    rig.undo(joining)
    assert rig.db.rows("SELECT consent_email, merged_into FROM customers") == [(0, None), (0, None)]
    rig.undo(later)
    assert rig.db.rows("SELECT consent_email FROM customers ORDER BY id") == [(0,), (1,)]
