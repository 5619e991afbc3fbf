"""Credit notes: one that names its invoice lowers that order, one of an unknown order is told and left out."""

from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRequest, import_file
from reengage_desktop.engine.importing.report import ImportReport
from reengage_desktop.store import settings as stored
from tests.engine.import_rig import NOW, Rig

_HEADER = "Document Type,Document Number,Applies To,Document Date,E-mail,Total\n"
_INVOICES = "Invoice,R-1,,2026-02-13,ann@example.com,119.00\nInvoice,R-2,,2026-02-14,bo@example.com,200.00\n"
_CREDITS = (
    "Credit Note,G-1,R-1,2026-02-20,ann@example.com,-19.00\nCredit Note,G-2,R-2,2026-02-21,bo@example.com,-200.00\n"
)


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def _bring_in(rig: Rig, text: str, name: str = "documents.csv") -> ImportReport:
    path = rig.folder / name
    path.write_text(_HEADER + text, encoding="utf-8")
    return import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)


def _orders(rig: Rig) -> list[tuple[object, ...]]:
    return rig.db.rows("SELECT external_id, total_minor, refunded_minor, net_minor, status FROM orders ORDER BY 1")


_LOWERED = [("R-1", 11900, 1900, 10000, "partly_refunded"), ("R-2", 20000, 20000, 0, "refunded")]


@pytest.mark.parametrize("text", [_INVOICES + _CREDITS, _CREDITS + _INVOICES], ids=["below", "above"])
def test_a_credit_note_lowers_the_order_that_it_names(rig: Rig, text: str) -> None:
    """Issue 4, facts 3 and 11: it is no order of its own, wherever in the file it stands, and dates nothing anew."""
    report = _bring_in(rig, text)
    again = _bring_in(rig, text)

    assert (report.created, report.rejected, again.created, again.updated) == (2, 0, 0, 0)
    assert _orders(rig) == _LOWERED
    days = [row[0] for row in rig.db.rows("SELECT ordered_at FROM orders ORDER BY external_id")]
    assert [datetime.fromtimestamp(day, UTC).day for day in days] == [13, 14]


def test_a_credit_note_that_comes_later_lowers_what_is_known(rig: Rig) -> None:
    """Issue 4: in a file of its own too; one of an order that nobody knows is left out and told."""
    _bring_in(rig, _INVOICES)
    report = _bring_in(rig, _CREDITS + "Credit Note,G-9,R-9,2026-02-22,cy@example.com,-5.00\n", "credits.csv")

    assert (report.created, report.updated, report.rejected) == (0, 2, 1)
    assert _orders(rig) == _LOWERED
    assert "neither in the file nor in the shop" in str(report.problems[0].message)


def test_a_file_of_credit_notes_alone_takes_none_back(rig: Rig) -> None:
    """Facts 11: an older file, or one of a further note, gives no money back to the shop that a customer has got."""
    first, second = _CREDITS.splitlines(keepends=True)[0], "Credit Note,G-3,R-1,2026-02-27,ann@example.com,-9.00\n"
    refunded: list[object] = []
    for text in (_INVOICES, first, second, first + second, second, first):
        _bring_in(rig, text)
        refunded.append(_orders(rig)[0][2])
    assert refunded == [0, 1900, 2800, 2800, 2800, 2800], "each note counts once, whichever file told it"
    _bring_in(rig, _INVOICES + first)
    assert _orders(rig)[0][2] == 2800, "a file that tells the order too takes no other file's note back"


def test_each_note_goes_with_the_file_that_brought_it(rig: Rig) -> None:
    """cli.md import-undo, issue 4: of two notes in two files, taking either file back leaves the other one's money."""
    first, second = _CREDITS.splitlines(keepends=True)[0], "Credit Note,G-3,R-1,2026-02-27,ann@example.com,-9.00\n"
    _bring_in(rig, _INVOICES)
    before = rig.picture()
    reports = [_bring_in(rig, text) for text in (first, second)]

    rig.undo(reports[0])
    assert _orders(rig)[0] == ("R-1", 11900, 900, 11000, "partly_refunded")
    rig.undo(reports[1])
    assert rig.picture() == before
    assert rig.db.value("SELECT count(*) FROM refunds") == 0


def test_a_note_in_a_file_of_its_own_leaves_what_was_bought(rig: Rig) -> None:
    """A9, facts 3: the lines of the order that it lowers stay, for the note says nothing of them."""
    header = "Document Type,Document Number,Applies To,Document Date,E-mail,Product,Line Total,Total\n"
    notes = "Invoice,R-3,,2026-03-13,bo@example.com,Mug,9,9\nCredit Note,G-1,R-1,2026-03-14,ann@example.com,Cup,-2,-2\n"
    for name, rows in (("a.csv", "Invoice,R-1,,2026-02-13,ann@example.com,Cup,10,10\n"), ("b.csv", notes)):
        path = rig.folder / name
        path.write_text(header + rows, "utf-8")
        import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)
    assert rig.db.rows("SELECT name FROM order_lines ORDER BY order_id") == [("Cup",), ("Mug",)]


def test_what_is_below_zero_without_an_invoice_is_told(rig: Rig) -> None:
    """Issue 4: it counts against what she bought and is no purchase, and the owner is told so."""
    report = _bring_in(rig, _INVOICES + "Credit Note,G-1,,2026-02-20,ann@example.com,-19.00\n")

    assert any(note.kind == "below_zero" for note in report.notes)
    facts = rig.db.row("SELECT orders_count, lifetime_value_minor FROM customers WHERE email = 'ann@example.com'")
    assert facts == (1, 10000)


@pytest.mark.parametrize(
    "totals", [("-20.00", "-20.00"), ("", ""), ("-20.00", "")], ids=["on each line", "on no line", "on the first"]
)
def test_a_credit_note_of_several_lines_is_given_back_once(rig: Rig, totals: tuple[str, str]) -> None:
    """Issue 4, import-facts 11: its total once, else what its lines come to."""
    header = "Document Type,Document Number,Applies To,Document Date,E-mail,Product,Line Total,Total\n"
    sold = (("Mug", "70.00"), ("Cup", "30.00"))
    invoice = "".join(f"Invoice,R-1,,2026-02-13,ann@example.com,{name},{amount},100.00\n" for name, amount in sold)
    lines = "".join(
        f"Credit Note,G-1,R-1,2026-02-20,ann@example.com,{name},{amount},{total}\n"
        for name, amount, total in zip(("Mug", "Cup"), ("-12.00", "-8.00"), totals, strict=True)
    )
    path = rig.folder / "documents.csv"
    path.write_text(header + invoice + lines, encoding="utf-8")

    import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)

    assert _orders(rig) == [("R-1", 10000, 2000, 8000, "partly_refunded")]


_PAYMENTS = "Date,Type,Order ID,Customer email,Item name,Amount\n"
_FIRST = "2026-02-13 10:11,Charge,5001,ann@example.com,Course,97.00\n"
_SECOND = "2026-02-14 18:05,Charge,5002,bo@example.com,Course,97.00\n"


@pytest.mark.parametrize("amount", ["-97.00", "97.00"], ids=["below zero", "the same again"])
def test_a_payment_given_back_leaves_no_purchase(rig: Rig, amount: str) -> None:
    """Issue 4, fact 3: the row of a refund that bears its order's number lowers it, however its amount is written."""
    path = rig.folder / "transactions.csv"
    path.write_text(
        _PAYMENTS + _FIRST + _SECOND + f"2026-02-20 09:00,Refund,5002,bo@example.com,Course,{amount}\n", "utf-8"
    )

    import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)

    assert _orders(rig) == [("5001", 9700, 0, 9700, "unknown"), ("5002", 9700, 9700, 0, "refunded")]


def test_a_journey_back_is_no_payment_given_back(rig: Rig) -> None:
    """Issue 4: the same fare of another day under the same number was paid too."""
    path = rig.folder / "fares.csv"
    path.write_text(
        "Date,Trip,Order ID,Customer email,Item name,Line total\n"
        "2026-02-13,Outward,1,ann@example.com,Ferry,10.00\n2026-02-20,Return,1,ann@example.com,Ferry,10.00\n",
        "utf-8",
    )

    import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)

    assert rig.db.rows("SELECT total_minor, refunded_minor FROM orders") == [(2000, 0)]


def test_an_item_that_came_back_is_no_payment_given_back(rig: Rig) -> None:
    """Issue 4: of two lines of one moment, one of which came back, both were sold."""
    path = rig.folder / "lines.csv"
    path.write_text(
        "Date,Line Status,Order ID,Customer email,Item name,Line total\n"
        "2026-02-13 10:11,Shipped,1,ann@example.com,Mug,10.00\n2026-02-13 10:11,Returned,1,ann@example.com,Cup,10.00\n",
        "utf-8",
    )

    import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)

    assert rig.db.rows("SELECT total_minor, refunded_minor FROM orders") == [(2000, 0)]


_SALE = {"order_id": "1", "ordered_at": "2026-02-13 10:11", "email": "ann@example.com", "order_total": "97"}
_BACK = {**_SALE, "ordered_at": "2026-03-20 09:00", "order_total": "-40"}
_OTHER = {**_SALE, "order_id": "2", "ordered_at": "2026-02-14 18:05"}


@pytest.mark.parametrize("amount", ["order_total", "line_total"])
@pytest.mark.parametrize(
    "rows", list(permutations([_SALE, _BACK, _OTHER])), ids=lambda rows: "".join(row["order_total"] for row in rows)
)
def test_money_given_back_dates_no_purchase(tmp_path: Path, rows: tuple[dict[str, str], ...], amount: str) -> None:
    """A2, facts 4: a row below zero under a sale's number lowers it, above, below or months later in another file."""
    rows = tuple({amount if name == "order_total" else name: text for name, text in row.items()} for row in rows)
    for name, files in (("one", [rows]), ("three", [(row,) for row in rows])):
        rig = Rig(tmp_path / name)
        for _ in range(2):
            for file in files:
                rig.bring_in("orders", file)
        told = (
            "SELECT date(ordered_at, 'unixepoch'), total_minor, refunded_minor, status FROM orders ORDER BY external_id"
        )
        assert rig.db.rows(told) == [
            ("2026-02-13", 9700, 4000, "partly_refunded"),
            ("2026-02-14", 9700, 0, "unknown"),
        ]
        assert rig.db.rows("SELECT date(last_order_at, 'unixepoch'), lifetime_value_minor FROM customers") == [
            ("2026-02-14", 15400)
        ]
        rig.db.close()


def test_a_payment_of_an_earlier_month_given_back_dates_no_purchase(rig: Rig) -> None:
    """A2, facts 3: a further month's list of payments lowers the sale of the month before, and keeps its day."""
    back = "2026-03-01 10:00,Charge,5003,ann@example.com,Course,97.00\n2026-03-02 10:00,Refund,{},{},Course,-40.00\n"
    for name, rows in (
        ("february.csv", _FIRST + _SECOND),
        (
            "march.csv",
            back.format("5003", "ann@example.com") + "2026-03-20 09:00,Refund,5002,bo@example.com,Course,-30\n",
        ),
        (
            "april.csv",
            back.format("5003", "ann@example.com") + "2026-04-20 09:00,Refund,5002,bo@example.com,Course,-20\n",
        ),
    ):
        path = rig.folder / name
        path.write_text(_PAYMENTS + rows, "utf-8")
        import_file(rig.db, ImportRequest(path, ImportKind.ORDERS), stored.load(rig.db), NOW)

    assert _orders(rig)[1:] == [
        ("5002", 9700, 5000, 4700, "partly_refunded"),
        ("5003", 9700, 4000, 5700, "partly_refunded"),
    ]
    days = [row[0] for row in rig.db.rows("SELECT ordered_at FROM orders ORDER BY external_id")]
    assert [datetime.fromtimestamp(day, UTC).month for day in days] == [2, 2, 3]
