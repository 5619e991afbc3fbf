"""Every real export in the shared data: what it is taken for, how many rows come in, or why it is refused."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import Read, shop

pytestmark = pytest.mark.shared

# By file: the kind, the preset, how many records, how many rejected (the shop's own exports: tests/coverage).
TAKEN: dict[str, tuple[str, str | None, int, int]] = {
    "nasty/gauntlet/24-single-column.csv": ("customers", None, 5, 0),
    "nasty/gauntlet/26-tab-delimited.csv": ("customers", None, 3, 0),
    "nasty/gauntlet/27-semicolon-delimited.csv": ("customers", None, 3, 0),
    "nasty/gauntlet/28-pipe-delimited.csv": ("customers", None, 3, 0),
    "nasty/gauntlet/29-phone-formats.csv": ("customers", None, 7, 3),
    "nasty/gauntlet/31-name-casing.csv": ("customers", None, 5, 0),
    "nasty/gauntlet/33-empty-emails.csv": ("customers", None, 2, 3),
}

# By file: the kind that is asked for, and words of the refusal.
REFUSED = {
    "emails/tests-original.xml": ("customers", "XML"),
    "etsy/etsy_statement_2026_9.csv": ("orders", "Etsy monthly statement"),
    "injection/csv-payload.txt": ("customers", "no list of customers"),
    "marketplaces/2026Sep1-2026Sep30CustomTransaction.csv": ("orders", "Amazon transaction report"),
    "nasty/csv-test-data/all-empty.csv": ("customers", "no data"),
    "nasty/csv-test-data/bad-header-no-header.csv": ("customers", "empty"),
    "nasty/agate/test_no_header.csv": ("customers", "no header line"),
    "shopify/payment_transactions_export_1.csv": ("orders", "payment transactions"),
    "strings/blns.txt": ("customers", "no header line"),
    "transactions/AdventureWorks_Territories.csv": ("customers", "no list of customers"),
    "transactions/CDNOW_sample.txt": ("orders", "fixed width"),
    "transactions/AdventureWorks_Customers.csv": ("orders", "no list of orders"),
    "crm/us-500.csv": ("orders", "`import customers`"),
    "intl/prestashop_customers_import.csv": ("orders", "PrestaShop customers"),
}


def read_shared(shared_dir: Path, name: str, kind: str | None = None, country: str = "US") -> Read:
    return Read(shared_dir / "data" / name, kind, settings=shop(country))


@pytest.mark.parametrize("name", TAKEN)
def test_a_real_export_comes_in_with_one_command(shared_dir: Path, name: str) -> None:
    """D2: no mapping, the right kind, every row accounted for."""
    kind, preset, records, rejected = TAKEN[name]
    read = read_shared(shared_dir, name, kind)
    assert (read.plan.kind, read.plan.preset) == (kind, preset)
    assert (len(read.records), len(read.rejected)) == (records, rejected)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_of_another_kind_is_refused_with_a_sentence(shared_dir: Path, name: str) -> None:
    """D2: what it is and what would work."""
    kind, words = REFUSED[name]
    with pytest.raises(FileRefused, match=words):
        read_shared(shared_dir, name, kind)


def test_every_file_opens_or_is_refused(shared_dir: Path) -> None:
    """D2: nothing in the whole collection raises anything but a sentence."""
    opened, refusals = 0, []
    for path in sorted((shared_dir / "data").rglob("*")):
        if path.suffix not in {".csv", ".txt", ".xls", ".xlsx", ".xml"}:
            continue
        try:
            table = open_table(path)
            sum(len(chunk.rows) for chunk in table.chunks())
            opened += 1
        except FileRefused as refusal:
            refusals.append(str(refusal))
    assert opened > 150
    assert all(refusal.endswith(".") for refusal in refusals)


@pytest.mark.parametrize("folder", ["csv-spectrum", "csv-test-data"])
def test_the_published_expectations(shared_dir: Path, folder: str) -> None:
    """D2: the collections' own expected values (of one file they differ from the file itself)."""
    base = shared_dir / "data" / "nasty" / folder
    checked = 0
    for path in sorted(base.glob("*.csv")):
        expected_path = base / path.name.replace("csvs__", "json__").replace(".csv", ".json")
        if not expected_path.exists() or path.stem.startswith(("all-empty", "bad-", "csvs__location")):
            continue
        table = open_table(path)
        rows = [dict(zip(table.header, cells, strict=False)) for _, cells in table.rows()]
        expected = json.loads(expected_path.read_text("utf-8"))
        expected = [expected] if isinstance(expected, dict) else expected
        if expected and isinstance(expected[0], list):
            expected = [dict(zip(expected[0], cells, strict=False)) for cells in expected[1:]]
        expected = [row for row in expected if any(str(value).strip() for value in row.values())]
        assert rows == [{name: str(value).replace("\r\n", "\n") for name, value in row.items()} for row in expected], (
            path.name
        )
        checked += 1
    assert checked >= 10


def test_adventureworks_sales(shared_dir: Path) -> None:
    """D2: month first in both shapes whatever the shop's country; `Sales` is the line's amount, exact."""
    for country in ("US", "DE"):
        read = read_shared(shared_dir, "transactions/AdventureWorks_Sales_2021.csv", "orders", country)
        days = read.column("ordered_at")
        assert (min(days), max(days)) == (date(2021, 1, 1), date(2021, 12, 31))
        assert days == sorted(days)
        assert read.plan.questions == []
    assert read.values[0]["line_total"] == Decimal("699.0982")
    assert any("“Sales”" in note for note in read.plan.notes)


def test_adventureworks_customers(shared_dir: Path) -> None:
    """D2: Latin-1 letters, capitals and a trailing blank in every income."""
    read = read_shared(shared_dir, "transactions/AdventureWorks_Customers.csv", "customers")
    assert read.table.encoding == "cp1252"
    assert len(set(read.column("customer_id"))) == 18_148
    assert sum(not str(record.values["last_name"]).isascii() for record in read.records) > 0
    assert read.column("birthday")[1] == date(1965, 5, 14)


def test_superstore(shared_dir: Path) -> None:
    """D2: order lines, month first, line totals; `State` is no order's state."""
    read = read_shared(shared_dir, "transactions/superstore.csv", "orders")
    assert len(set(read.column("order_id"))) == 5009
    assert sum(read.column("line_total")) == Decimal("2297200.8603")
    assert "status" not in read.plan.columns


def test_uci_month(shared_dir: Path) -> None:
    """D2: ids a spreadsheet passed, missing customers, cancellations as documents of their own."""
    read = read_shared(shared_dir, "transactions/uci_online_retail_2010-12.csv", "orders", "GB")
    assert read.faults == []
    ids = Counter(read.column("customer_id"))
    assert ids[None] > 10_000
    assert all(number is None or number.isdigit() for number in ids)
    cancelled = [record for record in read.records if str(record.values["order_id"]).startswith("C")]
    assert cancelled
    assert all(record.values["quantity"] < 0 for record in cancelled)


def test_rfm_orders(shared_dir: Path) -> None:
    """D2: no order number; the customer's name is her id, her e-mail is there."""
    read = read_shared(shared_dir, "transactions/rfm_data_orders.csv", "orders")
    assert not read.plan.has("order_id")
    values = read.values[0]
    assert values.pop("email").partition("@")[0] == "brion_stark"
    assert values == {
        "ordered_at": date(2004, 12, 20),
        "order_total": Decimal(32),
        "customer_id": "Brion Stark",
        "customer_name": "Brion Stark",
    }


def test_cdnow_by_position(shared_dir: Path) -> None:
    """D2: the fixed-width file comes in with a mapping of three lines and agrees with its CSV twin."""
    mapping = {"customer_id": "Column 1", "ordered_at": "Column 3", "order_total": "Column 5"}
    fixed = Read(shared_dir / "data/transactions/CDNOW_sample.txt", "orders", mapping=mapping)
    twin = read_shared(shared_dir, "transactions/cdnowElog.csv", "orders")
    assert fixed.column("ordered_at") == twin.column("ordered_at")
    assert fixed.column("order_total") == twin.column("order_total")
    assert [number.lstrip("0") for number in fixed.column("customer_id")] == twin.column("customer_id")


def test_shopify_orders(shared_dir: Path) -> None:
    """D2: offsets, continuation rows, voided and part refunded orders."""
    read = read_shared(shared_dir, "shopify/orders_export_1.csv", "orders")
    assert read.column("ordered_at")[0] == datetime(2026, 9, 3, 14, 14, tzinfo=UTC)
    assert [record.continues for record in read.records] == [False, True, False, False, False]
    assert [str(status) for status in read.column("status")] == ["paid", "None", "paid", "cancelled", "partly_refunded"]
    assert read.column("refunded_amount")[-1] == Decimal("4.00")


def test_mailchimp_and_prestashop_consent(shared_dir: Path) -> None:
    """C18: each tool's own meaning."""
    assert read_shared(shared_dir, "crm/mailchimp_audience_tags_unsub.csv").column("consent_email") == [True]
    newsletter = read_shared(shared_dir, "intl/prestashop_customers_import.csv").column("consent_email")
    assert newsletter == [True, True, True, False, True, True, False, False, False]


def test_an_orders_file_brings_its_people(shared_dir: Path) -> None:
    """D2: `import customers` takes an orders export for the people in it."""
    read = read_shared(shared_dir, "shopify/shopify_orders_falling_light.csv", "customers")
    assert "chidi.okafor@example.org" in read.column("email")
    assert "Chidi Okafor" in read.column("name")
