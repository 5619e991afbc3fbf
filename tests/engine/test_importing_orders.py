"""Orders from files: grouping, totals, refunds, doubles, identities, and what the owner is told."""

import csv
import itertools
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRefused, ImportRequest, import_file
from reengage_desktop.store import settings as stored
from reengage_desktop.store.importing.orders import orders
from tests.engine.import_rig import NOW, Rig, only


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def order(order_id: str, day: str = "2026-03-01", email: str = "ann@example.com", **more: object) -> dict[str, object]:
    return {"order_id": order_id, "ordered_at": day, "email": email, "order_total": "10.00", **more}


def test_an_order_is_a_person_who_bought(rig: Rig) -> None:
    """A18, D2: an unknown buyer becomes a customer whose facts are kept."""
    report = rig.bring_in("orders", [order("1"), order("2", "2026-03-11"), order("3", "2026-03-31")])

    assert (report.rows, report.created, report.rejected) == (3, 3, 0)
    facts = rig.db.row("SELECT orders_count, lifetime_value_minor, median_gap_days, next_look_on FROM customers")
    assert facts == (3, 3000, 15.0, date(2026, 3, 31).toordinal() + 60)


def test_lines_need_not_be_neighbours(rig: Rig) -> None:
    """D2: an order's lines are gathered from all over the file, rounded half-even once per line."""
    lines = [
        {"order_id": name, "ordered_at": "2026-03-01", "email": f"{name}@example.com", "sku": sku, "quantity": number,
         "unit_price": price}
        for name, sku, number, price in (
            ("a", "X", 3, "0.335"), ("b", "X", 1, "5"), ("a", "Y", 1, "2.50"), ("b", "Y", 2, "1"),
            ("a", "X", 3, "0.335"),
        )
    ]  # fmt: skip

    report = rig.bring_in("orders", lines)
    again = rig.bring_in("orders", lines)

    assert (report.rows, report.created) == (5, 2)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert rig.db.rows("SELECT external_id, total_minor FROM orders ORDER BY 1") == [("a", 450), ("b", 700)]
    assert rig.db.rows(
        "SELECT o.external_id, l.line_no, l.sku, l.total_minor FROM order_lines AS l JOIN orders AS o ON o.id = "
        "l.order_id "
        "ORDER BY 1, 2"
    ) == [("a", 1, "X", 100), ("a", 2, "Y", 250), ("a", 3, "X", 100), ("b", 1, "X", 500), ("b", 2, "Y", 200)]


SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,"
    "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount\n"
)


def shopify(rig: Rig, *lines: str, name: str = "orders_export.csv") -> Path:
    path = rig.folder / name
    path.write_text(SHOPIFY + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def bring_in(rig: Rig, path: Path, kind: ImportKind = ImportKind.ORDERS) -> tuple[int, int, int]:
    report = import_file(rig.db, ImportRequest(path, kind), stored.load(rig.db), NOW)
    return report.created, report.updated, report.unchanged


HEAD = (
    "#1001,ann@example.com,paid,2026-03-12 09:14:02 +0000,unfulfilled,USD,30.00,30.00,2026-03-12 09:14:02 +0000,"
    "1,Cup,10.00,CUP,"
)
FURTHER = "#1001,,,,,,,,,1,Cup,10.00,CUP,"


def test_equal_further_rows_are_two_items_and_an_equal_first_row_is_a_doubled_export(rig: Rig) -> None:
    """Import facts 1: dropping doubled rows would lose sales, counting a doubled export would invent them."""
    path = shopify(rig, HEAD, FURTHER, FURTHER)
    assert bring_in(rig, path) == (1, 0, 0)
    assert only(rig, "SELECT count(*) FROM order_lines") == 3

    for name, lines in {
        "head": (HEAD, HEAD, FURTHER, FURTHER),
        "whole": (HEAD, FURTHER, FURTHER, HEAD, FURTHER, FURTHER),
        "apart": (HEAD, FURTHER, FURTHER, HEAD.replace("#1001", "#1002"), HEAD, FURTHER, FURTHER),
    }.items():
        doubled = shopify(rig, *lines, name=f"{name}.csv")
        created, updated, unchanged = bring_in(rig, doubled)
        assert (updated, unchanged) == (0, 1), name
        assert created == (1 if name == "apart" else 0)
    assert only(rig, "SELECT count(*) FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id "
                     "WHERE o.external_id = '#1001'") == 3  # fmt: skip


def test_refunds_and_states_decide_what_is_a_purchase(rig: Rig) -> None:
    """A2: paid, partly refunded (net) and no status are purchases; the others and negative documents are not."""
    states = {
        "paid": (1, 1000),
        "partially_refunded": (1, 600),
        "refunded": (0, 0),
        "pending": (0, 0),
        "voided": (0, 0),
        "authorized": (0, 0),
    }
    rows = [order(word, status=word, refunded_amount="4.00" if word == "partially_refunded" else "") for word in states]
    rig.bring_in("orders", rows)
    rig.bring_in("orders", [{**order("minus"), "order_total": "-3.00"}, order("bare")])

    found = {
        name: (purchase, net)
        for name, purchase, net in rig.db.rows("SELECT external_id, is_purchase, net_minor FROM orders")
    }
    assert found == {**states, "minus": (0, -300), "bare": (1, 1000)}
    assert rig.db.row("SELECT orders_count, lifetime_value_minor FROM customers") == (3, 1000 + 600 + 1000 - 300)


def test_the_newest_file_wins(rig: Rig) -> None:
    """D2: a later export changes state, refund and total; what it does not say stays."""
    rig.bring_in("orders", [order("1", status="pending", discount_code="HELLO")])
    report = rig.bring_in("orders", [order("1", status="paid", refunded_amount="2.50"), order("2", status="paid")])

    assert (report.created, report.updated, report.unchanged) == (1, 1, 0)
    row = rig.db.row("SELECT status, refunded_minor, net_minor, discount_code FROM orders WHERE external_id = '1'")
    assert row == ("partly_refunded", 250, 750, "HELLO")
    assert only(rig, "SELECT lifetime_value_minor FROM customers") == 1750


def test_orders_without_a_number_are_told_apart_by_their_place(rig: Rig) -> None:
    """Import facts 11: customer, date, total and the n-th such row; the same file twice changes nothing."""
    rows = [{"ordered_at": "2026-03-01", "email": "ann@example.com", "order_total": "5.00"}] * 3
    assert rig.bring_in("orders", rows).created == 3
    again = rig.bring_in("orders", rows)
    assert (again.created, again.unchanged) == (0, 3)
    assert rig.bring_in("orders", [*rows, {**rows[0], "order_total": "6.00"}]).created == 1


def test_a_row_without_a_number_in_a_file_with_numbers_is_an_order_of_its_own(rig: Rig) -> None:
    """Import facts 11: it is known by customer, date, total and place, also beside its like."""
    rows = [order("1"), order(""), order(""), order("2")]
    assert rig.bring_in("orders", rows).created == 4
    assert rig.bring_in("orders", rows).unchanged == 4


def test_currencies_are_never_added_up(rig: Rig) -> None:
    """Import facts 10: another currency is a purchase, but not in the sum, and that is said."""
    report = rig.bring_in(
        "orders", [order("1", currency="USD"), order("2", currency="EUR"), order("3", currency="JPY")]
    )

    assert rig.db.row("SELECT orders_count, lifetime_value_minor FROM customers") == (3, 1000)
    assert only(rig, "SELECT total_minor FROM orders WHERE external_id = '3'") == 10
    assert any("1 order is in EUR" in note for note in report.notes)


def test_an_amount_without_a_currency_is_one_of_the_orders_own(rig: Rig) -> None:
    """Import facts 10: an order and the rows that continue it keep the currency in which they are known."""
    first = order("1", currency="JPY", order_total="1200", line_total="600")
    rig.bring_in("orders", [first, {"order_id": "1", "line_total": "600"}])
    assert rig.db.rows("SELECT total_minor FROM order_lines") == [(600,), (600,)]
    assert rig.bring_in("orders", [order("1", order_total="1200")]).unchanged == 1
    rig.bring_in("orders", [order("1", order_total="1200", refunded_amount="500"), order("2", order_total="5")])
    found = rig.db.rows("SELECT currency, total_minor, net_minor FROM orders ORDER BY external_id")
    assert found == [("JPY", 1200, 700), ("USD", 500, 500)]


def test_amounts_that_name_no_currency_are_in_the_one_that_the_first_file_tells(tmp_path: Path) -> None:
    """Import facts 10: they are read with its decimals, not with those of a currency that nobody ever said."""
    rig = Rig(tmp_path, texts={"business.timezone": "UTC"})
    rig.bring_in("orders", [order("1", currency="JPY", order_total="1200"), order("2", order_total="1200")])
    assert rig.db.rows("SELECT currency, total_minor FROM orders") == [("JPY", 1200)] * 2


def test_the_first_file_tells_the_currency_that_nobody_said(tmp_path: Path) -> None:
    """The base currency is the file's where the owner never said one; taking the file back takes that back too."""
    rig = Rig(tmp_path, texts={"business.timezone": "UTC"})
    report = rig.bring_in("orders", [order("1", currency="CHF")])

    assert stored.load(rig.db).currency == "CHF"
    assert stored.origins(rig.db)["business.currency"] == "file"
    assert any("CHF" in note for note in report.notes)
    rig.undo(report)
    assert "business.currency" not in stored.origins(rig.db)


def test_who_names_nobody_is_counted_and_said(rig: Rig) -> None:
    """Import facts 4: anonymous sales count in the shop's totals only."""
    report = rig.bring_in("orders", [order("1", email=""), order("2", email=""), order("3")])

    assert (report.created, report.anonymous) == (3, 2)
    assert "2 orders name nobody: counted in the shop's totals only." in report.notes
    assert only(rig, "SELECT count(*) FROM customers") == 1


def test_a_row_that_can_not_be_read_is_told_with_its_cause(rig: Rig) -> None:
    """D2, promise 23: line, column and cause; the list of refused rows does nothing in a spreadsheet."""
    rows = [order("1"), order("2", "soon", product_name="=1+1"), order("3", order_total="a lot")]
    report = rig.bring_in("orders", rows)

    assert (report.rows, report.created, report.rejected) == (3, 1, 2)
    assert [(error.row, error.column) for error in report.errors] == [(3, "ordered_at"), (4, "order_total")]
    assert report.rejects_file is not None
    with report.rejects_file.open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.reader(file))
    assert [row[:2] for row in listed] == [["Line", "Column"], ["3", "ordered_at"], ["4", "order_total"]]
    assert "'=1+1" in listed[1]


def test_a_dry_run_tells_the_same_and_changes_nothing(rig: Rig) -> None:
    """D2: the check counts what the import would do."""
    rig.bring_in("orders", [order("1", status="pending")])
    before = rig.picture()
    rows = [order("1", status="paid"), order("2"), order("3", "never")]
    dry = rig.bring_in("orders", rows, is_dry_run=True)

    assert dry.import_id is None
    assert rig.picture() == before
    wet = rig.bring_in("orders", rows)
    told = {"import_id", "rejects_file"}
    assert {k: v for k, v in dry.as_json().items() if k not in told} == {
        k: v for k, v in wet.as_json().items() if k not in told
    }


def test_a_code_that_comes_back_is_redeemed(rig: Rig) -> None:
    """A8: the earliest purchase that carries a code redeems it, also among several codes; undoing frees it.

    What a shop writes around its codes (`code:…|amount:…`) is no part of them.
    """
    with rig.db.write():
        rig.db.run(
            "INSERT INTO discount_codes (code, percent, issued_at) VALUES ('BACK-7Q', 10, 0), ('BACK-8R', 10, 0), "
            "('BACK-9S', 10, 0)"
        )
    report = rig.bring_in(
        "orders",
        [order("late", "2026-03-09", discount_code="back-7q"), order("early", discount_code="SALE, BACK-7Q"),
         order("void", discount_code="BACK-8R", status="voided"),
         order("shop", discount_code="code:back-9s|amount:5.00")],
    )  # fmt: skip
    redeemed = "SELECT o.external_id FROM discount_codes AS d JOIN orders AS o ON o.id = d.redeemed_order_id"
    assert rig.db.rows(redeemed) == [("early",), ("shop",)]
    rig.undo(report)
    assert rig.db.rows(redeemed) == []


def test_days_without_a_time_begin_the_local_day(tmp_path: Path) -> None:
    """A10: an order of which only the day is known is kept as that day's first moment in the shop's zone."""
    rig = Rig(tmp_path, texts={"business.timezone": "Asia/Tokyo", "business.currency": "JPY"})
    rig.bring_in("orders", [order("1", "2026-03-02")])

    at, has_time = rig.db.row("SELECT ordered_at, has_time FROM orders") or (0, 1)
    assert (datetime.fromtimestamp(at, UTC), has_time) == (datetime(2026, 3, 1, 15, tzinfo=UTC), 0)


def test_a_file_that_is_none_is_refused_with_a_sentence(rig: Rig) -> None:
    """D2: nothing is left of it, and the next import may run."""
    with pytest.raises(ImportRefused, match="no file"):
        import_file(rig.db, ImportRequest(rig.folder / "absent.csv"), stored.load(rig.db), NOW)
    with pytest.raises(ImportRefused, match="wording"):
        rig.bring_in("customers", [{"email": "ann@example.com"}], consent=("email",))
    assert rig.bring_in("orders", [order("1")]).created == 1
    assert not list((rig.folder / "scratch").glob("*"))


def test_a_file_of_bad_rows_is_told_row_by_row(rig: Rig) -> None:
    """D2: rows that are all rejected are a report, not a fault of the program."""
    report = rig.bring_in("orders", [order("1", day="soon"), order("2", day="later")])

    assert (report.rows, report.created, report.rejected) == (2, 0, 2)


@pytest.mark.parametrize("is_known", [True, False])
def test_the_number_of_all_guests_may_be_somebodys(rig: Rig, *, is_known: bool) -> None:
    """D2: a list numbered from 0 has a customer 0, and her orders are hers; where there is none they are guests'."""
    rig.bring_in("customers", [{"customer_id": "0" if is_known else "7", "email": "ann@example.com"}])
    order = {"order_id": "1", "ordered_at": "2026-05-01", "customer_id": "0", "order_total": "10"}
    report = rig.bring_in("orders", [order, {**order, "order_id": "2", "customer_id": "8"}])
    assert (report.created, report.anonymous) == (2, 0 if is_known else 1)
    assert only(rig, "SELECT orders_count FROM customers WHERE id = 1") == int(is_known)


def test_a_currency_that_only_a_later_row_names_is_the_orders(rig: Rig) -> None:
    """Import-facts 10, promise 21: every amount of an order is in its currency, wherever the file names it."""
    rows = [
        order("1", sku="A", order_total="1000"),
        order("2", sku="A", order_total="1000"),
        order("2", sku="B", order_total="1000", currency="JPY"),
        order("3", sku="A", order_total="1000", currency="JPY"),
        order("1", sku="B", order_total="1000", currency="JPY"),
        order("3", sku="B", order_total="1000"),
        order("4", sku="A", order_total="10.00"),
        order("4", sku="B", order_total="10.00", currency="EUR"),
    ]

    first, again = rig.bring_in("orders", rows), rig.bring_in("orders", rows)

    assert (first.created, first.rejected, again.unchanged) == (4, 0, 4)
    told = rig.db.rows("SELECT external_id, currency, total_minor FROM orders ORDER BY 1")
    assert told == [(name, "JPY", 1000) for name in "123"] + [("4", "EUR", 1000)]


@pytest.mark.parametrize("between", [[], [order("2", sku="A", line_total="1.00", currency="USD")]])
def test_rows_of_one_order_in_two_currencies_are_never_added_up(rig: Rig, between: list[dict[str, object]]) -> None:
    """Import-facts 10: the row in the other currency is rejected and told, also where it is no neighbour."""
    one, other = (
        {**order("1", sku=sku, currency=currency), "order_total": "", "line_total": "10.00"}
        for sku, currency in (("A", "USD"), ("B", "EUR"))
    )
    more = [{**each, "order_total": ""} for each in between]

    report = rig.bring_in("orders", [one, *more, other])

    assert (report.created, report.rejected) == (1 + len(between), 1)
    assert [(fault.row, "currency" in fault.message) for fault in report.errors] == [(3 + len(between), True)]
    assert rig.db.row("SELECT currency, total_minor FROM orders WHERE external_id = '1'") == ("USD", 1000)
    assert rig.bring_in("orders", [one, *more, other]).unchanged == 1 + len(between)


@pytest.mark.parametrize(
    ("key", "value"), [("business.currency", "JPY"), ("business.currency", "KWD"), ("business.timezone", "Asia/Tokyo")]
)
def test_orders_without_numbers_stay_the_same_when_the_shop_counts_otherwise(rig: Rig, key: str, value: str) -> None:
    """Promise 21: another currency or time zone of the shop makes no other order of the same row."""
    rows = [{**order("", f"2026-03-0{day}"), "order_total": f"{day}.50"} for day in (1, 2, 2)]
    rows = [{name: cell for name, cell in row.items() if name != "order_id"} for row in rows]
    rig.bring_in("orders", rows)
    before = rig.db.rows("SELECT id, external_id, currency, total_minor FROM orders")
    stored.put(rig.db, key, value, NOW)

    again = rig.bring_in("orders", rows)

    assert again.created == 0
    assert rig.db.rows("SELECT id, external_id, currency, total_minor FROM orders") == before


@pytest.mark.parametrize("mark", ["", "Z", "+02:00"])
def test_orders_without_numbers_stay_the_same_at_any_time_in_any_zone(rig: Rig, mark: str) -> None:
    """Promise 21: an owner who puts the shop's zone right has no order twice, whether the file's times name a zone."""
    rows = [{**order("", f"2026-03-0{day} 23:30:00{mark}"), "order_total": f"{day}.50"} for day in (1, 2, 2)]
    rows = [{name: cell for name, cell in row.items() if name != "order_id"} for row in rows]
    rig.bring_in("orders", rows)
    before = rig.db.rows("SELECT id, external_id, total_minor FROM orders")
    zones = [ZoneInfo(name) for name in ("UTC", "Asia/Tokyo", "America/New_York", "UTC")]
    for was, zone in itertools.pairwise(zones):
        stored.put(rig.db, "business.timezone", zone.key, NOW)
        orders.keep_days(rig.db, was, zone)
        again = rig.bring_in("orders", rows)
        assert (again.created, again.updated) == (0, 0 if mark else 3)
        assert rig.db.rows("SELECT id, external_id, total_minor FROM orders") == before
        assert rig.bring_in("orders", rows).unchanged == 3


def test_an_order_of_nobody_goes_to_the_new_customer_that_a_file_names(rig: Rig) -> None:
    """Promise 21, A18: at once, and not when the file comes again."""
    rig.bring_in("orders", [order("1", email="")])
    named = rig.bring_in("orders", [order("1", email="bo@example.com")])
    assert (named.created, named.updated) == (0, 1)
    assert rig.db.rows("SELECT email, orders_count FROM customers") == [("bo@example.com", 1)]
    assert rig.bring_in("orders", [order("1", email="bo@example.com")]).unchanged == 1
    rig.undo(named)
    assert rig.db.rows("SELECT customer_id FROM orders") == [(None,)]
    assert only(rig, "SELECT count(*) FROM customers") == 0
