"""import-facts.md, line by line: what real exports look like, each fact with a small file of its kind."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.refusals import FileRefused, WrongKind
from tests.connectors.tables import read_text, shop, write

LINES = "Name,Email,Financial Status,Created at,Total,Refunded Amount,Cancelled at,Lineitem name,Lineitem quantity\n"


def test_1_apostrophes_and_continuation_rows(tmp_path: Path) -> None:
    """Zips and ids keep their zeros; two equal continuation rows are two items."""
    people = "Customer ID,First Name,Email,Accepts Email Marketing,Phone\n'0070,Ann,ann@example.com,yes,'+31612345678\n"
    read = read_text(tmp_path, people)
    assert (read.column("customer_id"), read.column("phone")) == (["0070"], ["+31612345678"])
    orders = f"{LINES}#1,ann@example.com,paid,2026-03-01 10:00:00 -0500,9,,,Mug,1\n#1,,,,,,,Tote,1\n,,,,,,,Tote,1\n"
    rows = read_text(tmp_path, orders)
    assert rows.column("order_id") == ["#1", "#1", "#1"]
    assert [record.continues for record in rows.records] == [False, True, True]


@pytest.mark.parametrize("heading", ["Accepts Marketing", "Accepts Email Marketing"])
def test_2_headers_by_age_and_offsets_over_the_year(tmp_path: Path, heading: str) -> None:
    """A yes to e-mail without an address is kept as it stands; winter and summer have their own offsets."""
    text = f"Customer ID,First Name,Last Name,Email,{heading},Accepts WhatsApp Marketing\n7,Ann,Bee,,yes,no\n"
    read = read_text(tmp_path, text)
    assert (read.column("consent_email"), read.column("consent_whatsapp")) == ([True], [False])
    text = f"{LINES}#1,a@example.com,paid,2026-01-01 10:00:00 -0500,9,,,M,1\n"
    text += "#2,a@example.com,paid,2026-07-01 10:00:00 -0400,9,,,M,1\n"
    assert [moment.hour for moment in read_text(tmp_path, text).column("ordered_at")] == [15, 14]


def test_3_what_is_no_full_purchase(tmp_path: Path) -> None:
    """Voided, cancelled, partly refunded."""
    rows = "#1,a@example.com,voided,2026-03-01,9,,,M,1\n#2,a@example.com,paid,2026-03-01,9,,2026-03-02,M,1\n"
    rows += "#3,a@example.com,partially_refunded,2026-03-01,9,4.00,,M,1\n"
    read = read_text(tmp_path, LINES + rows)
    assert [str(status) for status in read.column("status")] == ["voided", "cancelled", "partly_refunded"]
    assert read.column("refunded_amount")[-1] == Decimal("4.00")


def test_4_squares_amounts_by_name_never_by_position(tmp_path: Path) -> None:
    """$1,149.00 with a blank behind it, brackets, a minus before the sign; columns in another order."""
    text = (
        'Transaction ID,Net Sales,Item,Qty,Time,Date,Event Type\nT1,"$1,149.00 ",Mug,1,10:00:00,2026-03-01,Payment\n'
        "T1,($33.62),Mug,-1,11:00:00,2026-03-02,Refund\nT2,-$45.00,Cup,-1,11:00:00,2026-03-02,Refund\n"
    )
    read = read_text(tmp_path, text)
    assert read.plan.preset == "square-items"
    assert read.column("line_total")[0] == Decimal("1149.00")
    assert read.column("refunded_amount")[1:] == [Decimal("33.62"), Decimal("45.00")]


def test_6_lines_above_the_header_and_a_description_below(tmp_path: Path) -> None:
    """#REF!, titles and a row that explains the columns."""
    text = (
        "#REF!,,,\nAll customers,,,\nEmail,Order date,Total,Order ID\n(required),(day),(gross),(number)\n"
        "a@example.com,2026-03-01,9,1\nb@example.com,2026-03-02,8,2\nc@example.com,2026-03-03,7,3\n"
    )
    assert read_text(tmp_path, text, "orders").column("order_id") == ["1", "2", "3"]


NOS = {
    "Mailchimp": "Email Address,LEID,EUID,UNSUB_TIME\na@example.com,1,2,2026-01-02 10:00:00\n",
    "Mailchimp cleaned": "Email Address,LEID,EUID,STATUS\na@example.com,1,2,cleaned\n",
    "Brevo": "CONTACT ID,EMAIL,SMS,EMAIL_BLACKLISTED\n1,a@example.com,,yes\n",
    "ActiveCampaign": "Contact ID,Email,Status,Lists\n1,a@example.com,Unsubscribed,x\n",
    "Kit": "first_name,email,status,subscribed_at\nAnn,a@example.com,bounced,2026-01-02\n",
    "a salon": "Client,Email,Email Marketing,SMS Marketing\nAnn,a@example.com,Nein,Ja\n",
    "plain": "Name,Email,Opted Out\nAnn,a@example.com,TRUE\n",
    "plain French": "Nom,E-mail,Désabonné\nAnn,a@example.com,oui\n",
    "plain state": "Name,Email,Contact Status\nAnn,a@example.com,do not contact\n",
}


@pytest.mark.parametrize("tool", NOS)
def test_7_every_tools_no_is_a_no(tmp_path: Path, tool: str) -> None:
    """Losing an opt-out on import is a legal fault."""
    assert read_text(tmp_path, NOS[tool], "customers").column("consent_email") == [False]


def test_7_tags_in_triple_quotes(tmp_path: Path) -> None:
    """Mailchimp's quotes in quotes."""
    text = 'Email Address,LEID,EUID,TAGS\na@example.com,1,2,"""VIP"",""Blog"""\n'
    assert read_text(tmp_path, text).column("tags") == [("VIP", "Blog")]


@pytest.mark.parametrize("country", ["US", "DE"])
def test_8_excels_accident_is_decided_for_the_column(tmp_path: Path, country: str) -> None:
    """Days 1 to 12 with dashes and two digits, the rest with slashes: month first in both; nothings stay nothing."""
    cells = ["01-02-21", "01-03-21", "10/16/2021", "11-05-21", "12/31/2021", "NEVER", "--", "TBD"]
    rows = "".join(f"c{n},{cell},a{n}@example.com\n" for n, cell in enumerate(cells))
    read = read_text(tmp_path, f"Customer ID,Last Order,Email\n{rows}", "customers", settings=shop(country))
    days = [date(2021, 1, 2), date(2021, 1, 3), date(2021, 10, 16), date(2021, 11, 5), date(2021, 12, 31)]
    assert read.column("last_order_at") == [*days, None, None, None]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-04-03", date(2026, 4, 3)),
        ("46115", date(2026, 4, 3)),
        ("1775210400", datetime(2026, 4, 3, 10, tzinfo=UTC)),
        ('"Sep 4, 2026 1:05:07 AM PDT"', datetime(2026, 9, 4, 8, 5, 7, tzinfo=UTC)),
    ],
)
def test_8_shapes_of_dates(tmp_path: Path, cell: str, expected: date) -> None:
    """ISO is never read day first; serials, unix seconds, names of months with a zone."""
    text = f"order_id,order_date,email\n1,{cell},a@example.com\n"
    assert read_text(tmp_path, text, "orders", settings=shop("DE")).column("ordered_at") == [expected]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12,50 €", "12.50"),
        ("1.234,56", "1234.56"),
        ("24,95", "24.95"),
        ("USD 10.00", "10.00"),
        ("1'234.50", "1234.50"),
        ("12,50-", "-12.50"),
        ("0.999", "0.999"),
        ("R$ 1.234,56", "1234.56"),
        ("1 234,50 zł", "1234.50"),
    ],
)
def test_10_notations_of_money(tmp_path: Path, cell: str, expected: str) -> None:
    """Each alone in its column, in a German shop's semicolon file."""
    text = f"order_id;order_date;email;total\n1;2026-03-01;a@example.com;{cell}\n"
    read = read_text(tmp_path, text, "orders", settings=shop("DE", currency="EUR"))
    assert read.column("order_total") == [Decimal(expected)]


@pytest.mark.parametrize("cell", ["￥1,200", "¥1,200", "1,200円", "1200"])
def test_10_yen(tmp_path: Path, cell: str) -> None:
    """Signs of both widths, and the word behind the number."""
    text = f'注文番号,注文日,メールアドレス,合計金額\n1,2026年3月1日,a@example.com,"{cell}"\n'
    read = read_text(tmp_path, text, "orders", settings=shop("JP", "Asia/Tokyo", "JPY"))
    assert read.column("order_total") == [Decimal(1200)]


def test_10_ids_that_a_spreadsheet_passed(tmp_path: Path) -> None:
    """17850.0 is 17850; a shortened phone is told, not rung."""
    text = "Customer ID,Email,Phone\n17850.0,a@example.com,12025550143.0\n17851.0,b@example.com,4.15555E+09\n"
    read = read_text(tmp_path, text, "customers")
    assert read.column("customer_id") == ["17850", "17851"]
    assert read.column("phone") == ["+12025550143", None]


def test_12_one_person_in_three_spellings(tmp_path: Path) -> None:
    """Capitals and blanks."""
    text = 'name,email\nA,John@ACME.example.com\nB,john@acme.example.com\nC,"  John@Acme.Example.com  "\n'
    assert set(read_text(tmp_path, text, "customers").column("email")) == {"john@acme.example.com"}


def test_13_what_only_looks_like_a_list(tmp_path: Path) -> None:
    """A web page named .xls, a workbook cut off, a payments report named orders."""
    with pytest.raises(FileRefused, match="web page"):
        read_text(tmp_path, "<html><table><tr><td>email</td></tr></table></html>")
    with pytest.raises(FileRefused, match="cut off"):
        read_text(tmp_path, b"PK\x03\x04" + b"\0" * 200)
    path = write(tmp_path, "Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID\n2026-03-01,x,#1,y,z,1\n")
    with pytest.raises(WrongKind, match="payouts"):
        read_text(tmp_path, path.read_bytes(), "orders")
