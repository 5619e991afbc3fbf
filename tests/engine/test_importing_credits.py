"""Credit notes: one that names its invoice lowers that order, one of an unknown order is told and left out."""

from datetime import UTC, datetime
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
    assert refunded == [0, 1900, 1900, 2800, 2800, 2800], "what only two files tell is known when one tells both"
    _bring_in(rig, _INVOICES + first)
    assert _orders(rig)[0][2] == 1900, "a file that tells the order too tells all of it"


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
