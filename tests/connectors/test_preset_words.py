"""Import-facts 3 and 7: words that a known export is not known to write still say what they say."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text, shop

_INVOICES = "DocumentNumber,DocumentDate,EmailRecipient,TotalAmount,BalanceDueAmount,DatePaid,DocumentStatus\n"
_SALES = "Date,Receipt Number,Line Type,Customer Code,Customer Name,Total,Status\n"
_BOOKS = "Date,Transaction Type,Num,Customer,Product/Service,Quantity,Sales Price,Amount\n"
_AUDIENCE = "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID\n"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"{_INVOICES}7,2026-02-03,a@example.com,9.50,9.50,,voided\n", "voided"),
        (f"{_INVOICES}7,2026-02-03,a@example.com,9.50,9.50,,draft\n", "draft"),
        (f"{_INVOICES}7,2026-02-03,a@example.com,9.50,9.50,no,overdue\n", "pending"),
        (f"{_INVOICES}7,2026-02-03,a@example.com,9.50,0,2026-02-04,fully_paid\n", "paid"),
        (f"{_SALES}2026-02-03,7,Sale,C1,Ann Bee,9.50,Cancelled\n", "cancelled"),
        (f"{_SALES}2026-02-03,7,Sale,C1,Ann Bee,9.50,PARKED\n", "draft"),
        (f"{_BOOKS}2026-02-13,Refund Receipt,7,Ann Bee,Mug,1,9.50,-9.50\n", "refunded"),
        (f"{_BOOKS}2026-02-13,Invoice,7,Ann Bee,Mug,1,9.50,9.50\n", "paid"),
    ],
)
def test_a_state_that_the_export_was_not_seen_with(tmp_path: Path, text: str, state: str) -> None:
    """A2: what was voided or cancelled is no purchase; what is known is not told to be strange."""
    read = read_text(tmp_path, text, "orders")
    assert read.plan.preset is not None
    assert read.column("status") == [state]
    assert "strange_states" not in [note.kind for note in read.plan.notes]


@pytest.mark.parametrize(
    ("cell", "state"),
    [("", "paid"), ("0", "paid"), ("いいえ", "paid"), ("1", "cancelled"), ("キャンセル", "cancelled")],
)
def test_a_plain_no_fills_no_cell(tmp_path: Path, cell: str, state: str) -> None:
    """A2: in a column in which any word calls an order off, its “no” does not."""
    header = "売上ID,受注日,購入者 名前,購入者 メールアドレス,キャンセル,入金状態,合計金額\n"
    text = f"{header}1,2026-02-03,田中 花,a@example.com,{cell},入金済み,1000\n"
    assert read_text(tmp_path, text, "orders", settings=shop("JP", currency="JPY")).column("status") == [state]


@pytest.mark.parametrize(
    ("cell", "consent"), [("2025-01-01 10:00:00", True), ("no", None), ("0", None), ("unsubscribed", False)]
)
def test_a_time_of_agreeing_is_no_other_word(tmp_path: Path, cell: str, consent: bool | None) -> None:
    """C18: in a column in which any day is a yes, a word for having left is a no."""
    read = read_text(tmp_path, f"{_AUDIENCE}a@example.com,Ann,Bee,2,{cell},,,,1\n", "customers")
    assert read.plan.preset == "mailchimp-audience"
    assert read.column("consent_email") == [consent]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Order ID,Date,Email,Total,Status,Cancelled at", "7,2026-02-03,a@example.com,9.50,paid,"),
        ("order_id,date,firstname,lastname,company,email,country,total", "7,2026-02-03,Ann,B,C,a@example.com,DE,9.50"),
        ("Order Number,Created At,First Name,Email Address,State,Total", "7,2026-02-03,Ann,a@example.com,CA,9.50"),
    ],
)
def test_orders_are_no_newsletter_tools_list(tmp_path: Path, header: str, row: str) -> None:
    """D2: some tools' lists are known by few headings that everybody's orders have; these are orders, unasked."""
    read = read_text(tmp_path, f"{header}\n{row}\n")
    assert (str(read.plan.kind), read.plan.preset, read.column("order_id")) == ("orders", None, ["7"])
    assert read_text(tmp_path, "first_name,email,status,cancelled_at\nAnn,a@example.com,active,\n").plan.preset


@pytest.mark.parametrize(("word", "state"), [("50% paid", "pending"), ("0 % paid", "pending"), ("100% paid", "paid")])
def test_what_is_paid_in_part_is_open(tmp_path: Path, word: str, state: str) -> None:
    """A2: a deposit is no purchase yet."""
    read = read_text(tmp_path, f"Order ID,Date,Email,Total,Status\n7,2026-02-03,a@example.com,9.50,{word}\n", "orders")
    assert read.column("status") == [state]
