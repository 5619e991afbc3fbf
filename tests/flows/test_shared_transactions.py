"""Real exports, each in one command, against a computation of their own with nothing but csv and datetime.

What must agree: customers, orders, purchases, sums (A18) and the number of inactive customers (A2) for several
thresholds, days and hours. D2: straight from the files that shop systems export.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind, Segment
from reengage_desktop.engine.importing import ImportReport, ImportRequest, import_file
from reengage_desktop.store import facts, segments
from reengage_desktop.store import settings as stored
from reengage_desktop.store.database import Database, open_database

pytestmark = pytest.mark.shared

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CENT = Decimal("0.01")


@dataclass
class Expected:
    """One file as the test itself reads it: lines of money per document, its day, and who it names."""

    days: dict[str, date] = field(default_factory=dict)
    totals: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    buyers: dict[str, str] = field(default_factory=dict)

    def add(self, order: str, day: date, buyer: str, amount: Decimal) -> None:
        self.days[order] = day
        self.totals[order] += amount.quantize(CENT, ROUND_HALF_EVEN)
        if buyer:
            self.buyers[order] = buyer

    @property
    def purchases(self) -> set[str]:
        """A2: a document whose lines total below zero is no purchase."""
        return {order for order, total in self.totals.items() if total >= 0}

    def last_days(self) -> dict[str, date]:
        last: dict[str, date] = {}
        for order in self.purchases & set(self.buyers):
            buyer = self.buyers[order]
            last[buyer] = max(last.get(buyer, date.min), self.days[order])
        return last

    def values(self) -> dict[str, Decimal]:
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for order, buyer in self.buyers.items():
            sums[buyer] += self.totals[order]
        return sums

    def inactive(self, today: date, threshold: int) -> int:
        return sum(max(0, (today - last).days) >= threshold for last in self.last_days().values())


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "shop.db")
    yield opened
    opened.close()


@dataclass(frozen=True)
class Shop:
    """A shop with the settings of one test."""

    db: Database
    zone: str = "UTC"
    currency: str = "USD"

    def bring_in(self, kind: str, path: Path, mapping: dict[str, str] | None = None) -> ImportReport:
        for key, value in {"timezone": self.zone, "currency": self.currency, "country": "US"}.items():
            stored.put(self.db, f"business.{key}", value, NOW)
        return import_file(self.db, ImportRequest(path, ImportKind(kind), mapping=mapping), stored.load(self.db), NOW)

    def count_inactive(self, today: date, at: time, threshold: int) -> int:
        settings = Settings({"business.timezone": self.zone, "reengagement.inactivity_threshold": str(threshold)})
        moment = datetime.combine(today, at, ZoneInfo(self.zone))
        sql, values = segments.condition(self.db, Segment.INACTIVE, settings, moment)
        return int(self.db.value(f"SELECT count(*) FROM customers WHERE {sql}", values))

    def values(self) -> dict[str, Decimal]:
        return {
            external_id: Decimal(minor) / 100
            for external_id, minor in self.db.rows(
                "SELECT e.external_id, c.lifetime_value_minor FROM customers AS c JOIN external_ids AS e "
                "ON e.customer_id = c.id WHERE EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id)"
            )
        }

    def last_days(self) -> dict[str, date]:
        zone = ZoneInfo(self.zone)
        return {
            external_id: datetime.fromtimestamp(last, zone).date()
            for external_id, last in self.db.rows(
                "SELECT e.external_id, c.last_order_at FROM customers AS c JOIN external_ids AS e "
                "ON e.customer_id = c.id WHERE c.last_order_at IS NOT NULL"
            )
        }


def rows_of(path: Path, encoding: str = "utf-8-sig") -> Iterator[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def american(text: str) -> date:
    """Month first, whether Excel wrote `01-02-21` or left `10/16/2021` alone."""
    month, day, year = (int(part) for part in text.replace("-", "/").split("/"))
    return date(year + 2000 if year < 100 else year, month, day)


def adventure_works(folder: Path) -> Expected:
    expected = Expected()
    for row in rows_of(folder / "AdventureWorks_Sales_2021.csv"):
        expected.add(row["OrderNumber"], american(row["OrderDate"]), row["CustomerKey"], Decimal(row["Sales"]))
    return expected


def superstore(folder: Path) -> Expected:
    expected = Expected()
    for row in rows_of(folder / "superstore.csv"):
        expected.add(row["Order ID"], american(row["Order Date"]), row["Customer ID"], Decimal(row["Sales"]))
    return expected


def rfm(folder: Path) -> Expected:
    expected = Expected()
    for number, row in enumerate(rows_of(folder / "rfm_data_orders.csv")):
        day = date.fromisoformat(row["order_date"])
        expected.add(str(number), day, row["customer_id"], Decimal(row["revenue"]))
    return expected


def uci(folder: Path) -> Expected:
    expected = Expected()
    for row in rows_of(folder / "uci_online_retail_2010-12.csv"):
        day = datetime.fromisoformat(row["InvoiceDate"]).date()
        amount = Decimal(row["UnitPrice"]) * Decimal(row["Quantity"])
        expected.add(row["InvoiceNo"], day, row["CustomerID"].removesuffix(".0"), amount)
    return expected


CASES = {
    "AdventureWorks_Sales_2021.csv": (adventure_works, "USD", "America/Los_Angeles"),
    "superstore.csv": (superstore, "USD", "America/New_York"),
    "rfm_data_orders.csv": (rfm, "USD", "Asia/Kolkata"),
    "uci_online_retail_2010-12.csv": (uci, "GBP", "Europe/London"),
}


@pytest.mark.parametrize("name", CASES)
def test_file_agrees_with_a_computation_of_its_own(shared_dir: Path, db: Database, name: str) -> None:
    """A2, A18, D2: counts, sums to the cent and the inactive of each real export; the same again is nothing."""
    reader, currency, zone = CASES[name]
    folder = shared_dir / "data" / "transactions"
    expected = reader(folder)
    shop = Shop(db, zone, currency)

    report = shop.bring_in("orders", folder / name)

    assert (report.created, report.updated, report.rejected) == (len(expected.days), 0, 0)
    assert report.rows == sum(1 for _ in rows_of(folder / name))
    assert report.anonymous == len(set(expected.days) - set(expected.buyers))
    assert db.value("SELECT count(*) FROM customers") == len(set(expected.buyers.values()))
    assert db.value("SELECT count(*) FROM orders WHERE is_purchase") == len(expected.purchases)
    assert shop.values() == expected.values()
    assert shop.last_days() == expected.last_days()
    _check_inactive(shop, expected)
    before = _picture(db)
    assert facts.refresh(db, None, stored.load(db)) == 0
    assert _picture(db) == before, "one pass over all orders and a look at each one's give the same facts"
    again = shop.bring_in("orders", folder / name)
    assert (again.created, again.updated, again.unchanged) == (0, 0, report.created)
    assert _picture(db) == before


def _check_inactive(shop: Shop, expected: Expected) -> None:
    newest = max(expected.last_days().values())
    for later in (0, 1, 29, 61, 200):
        today = newest + timedelta(days=later)
        for threshold in (1, 30, 60, 180, 365):
            for at in (time(0, 0), time(9, 0), time(23, 59, 59)):
                assert shop.count_inactive(today, at, threshold) == expected.inactive(today, threshold)


def _picture(db: Database) -> list[list[tuple[object, ...]]]:
    return [
        db.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
        for table in (
            "customers",
            "external_ids",
            "orders",
            "order_lines",
            "products",
            "customer_categories",
            "consents",
        )
    ]


def test_customers_products_and_sales_of_one_shop_meet(shared_dir: Path, db: Database) -> None:
    """D2: AdventureWorks' three files are one shop: sales find the customers and products that were there."""
    folder = shared_dir / "data" / "transactions"
    shop = Shop(db)
    people = list(rows_of(folder / "AdventureWorks_Customers.csv", "cp1252"))

    customers = shop.bring_in("customers", folder / "AdventureWorks_Customers.csv")
    products = shop.bring_in("products", folder / "AdventureWorks_Products.csv")
    sales = shop.bring_in("orders", folder / "AdventureWorks_Sales_2021.csv")

    assert (customers.created, customers.rejected) == (len(people), 0)
    assert products.created == sum(1 for _ in rows_of(folder / "AdventureWorks_Products.csv"))
    assert sales.created == len(adventure_works(folder).days)
    assert db.value("SELECT count(*) FROM customers") == len(people)
    assert db.value("SELECT count(*) FROM products") == products.created
    accented = next(row for row in people if not row["FirstName"].isascii())
    found = db.value("SELECT customer_id FROM external_ids WHERE external_id = ?", (accented["CustomerKey"],))
    name = db.value("SELECT first_name FROM customers WHERE id = ?", (found,))
    assert str(name).casefold() == accented["FirstName"].casefold()
    assert shop.values() == adventure_works(folder).values()
    _check_inactive(shop, adventure_works(folder))


def test_two_days_of_one_shop_in_any_order_are_the_same(shared_dir: Path, tmp_path: Path) -> None:
    """D2: overlapping and split files give the same shop whichever comes first."""
    source = shared_dir / "data" / "transactions" / "uci_by_day_2011-12-05.csv"
    lines = source.read_text(encoding="utf-8").splitlines()
    cuts: tuple[Callable[[int], bool], ...] = (lambda n: n < 3000, lambda n: n >= 1500)
    parts = []
    invoices = [line.split(",", 1)[0] for line in lines]
    for position, keeps in enumerate(cuts):
        kept = {invoice for n, invoice in enumerate(invoices) if n and keeps(n)}
        part = tmp_path / f"part{position}.csv"
        text = [lines[0], *(line for line, invoice in zip(lines[1:], invoices[1:], strict=True) if invoice in kept)]
        part.write_text("\n".join(text) + "\n", encoding="utf-8")
        parts.append(part)
    pictures = []
    for name, order in (("first", parts), ("second", parts[::-1]), ("whole", [source])):
        opened = open_database(tmp_path / f"{name}.db")
        shop = Shop(opened, "Europe/London", "GBP")
        for part in order:
            shop.bring_in("orders", part)
        pictures.append((shop.values(), shop.last_days(), opened.value("SELECT count(*) FROM order_lines")))
        opened.close()
    assert pictures[0] == pictures[1] == pictures[2]
