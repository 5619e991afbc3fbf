"""A made-up shop of any size, the same at every run: customers, products, orders and views as shop systems export them.

Nobody can be written to: addresses end in example.com, phones are of the range that is kept for films.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import phonenumbers

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
"""The present of every bench."""

ORDERS_PER_CUSTOMER = 10
PRODUCTS, CATEGORIES = 5_000, 40
SPAN_DAYS = 1095

_DAY = 86_400
_FIRST = "Anna Ben Clara David Emma Felix Greta Hugo Ida Jonas Katja Liam Mia Noah Olga Paul Rosa Sam Tina Zoë".split()
_LAST = "Müller Smith Garcia Nguyen Rossi Novak Dubois O'Neil Kim Silva Khan Becker Jansen Larsen Patel".split()
_STATUS = ("paid", "paid", "paid", "paid", "refunded", "partially_refunded", "pending", "voided")

Row = Sequence[object]


@dataclass(frozen=True)
class Files:
    """Where the exports of one shop lie."""

    customers: Path
    products: Path
    orders: Path
    views: Path


def make(folder: Path, customers: int, seed: int = 7) -> Files:
    """Writes the exports of a shop with so many customers, ten orders each, into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = Files(*(folder / f"{name}.csv" for name in ("customers", "products", "orders", "views")))
    dice = random.Random(seed)
    prices = [max(199, round(dice.lognormvariate(7.6, 0.8))) for _ in range(PRODUCTS)]
    _write(files.customers, _CUSTOMER_HEADER, _customers(customers, random.Random(seed + 1)))
    _write(files.products, _PRODUCT_HEADER, _products(prices, random.Random(seed + 2)))
    _write(files.orders, _ORDER_HEADER, _orders(customers, prices, random.Random(seed + 3)))
    _write(files.views, _VIEW_HEADER, _views(customers, prices, random.Random(seed + 4)))
    return files


_CUSTOMER_HEADER = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing,"
    "Default Address City,Default Address Country Code,Tags,Created At,Note"
).split(",")
_PRODUCT_HEADER = "Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty,Type,Created At".split(",")
_ORDER_HEADER = (
    "Name,Email,Financial Status,Created at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,"
    "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id,Phone"
).split(",")
_VIEW_HEADER = "customer_id,product_id,viewed_at,price_at_view,in_stock".split(",")


def _write(path: Path, header: Row, rows: Iterable[Row]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def customer_email(customer: int) -> str:
    """A customer's address."""
    return f"user{customer}@shop{customer % 97}.example.com"


@cache
def _areas() -> list[int]:
    """The area codes of North America that the library of phone numbers knows."""
    candidates = ((area, phonenumbers.parse(f"+1{area}5550100")) for area in range(201, 990))
    return [area for area, number in candidates if phonenumbers.is_valid_number(number)]


def _phone(customer: int) -> str:
    """A phone, written as people write them, for every third customer until the hundred kept per area are used up."""
    place, rest = divmod(customer, 3)
    if rest or place >= len(_areas()) * 100:
        return ""
    area, last = _areas()[place // 100], f"01{place % 100:02d}"
    return (f"+1{area}555{last}", f"({area}) 555-{last}", f"'+1 {area} 555 {last}")[place % 3]


def _money(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


def _stamp(seconds: int, offset_h: int = 0) -> str:
    moment = datetime.fromtimestamp(seconds, UTC) + timedelta(hours=offset_h)
    return f"{moment:%Y-%m-%d %H:%M:%S} {'-' if offset_h < 0 else '+'}{abs(offset_h):02d}00"


def names(customer: int) -> tuple[str, str]:
    """A customer's first and last name."""
    return _FIRST[customer % len(_FIRST)], _LAST[customer // len(_FIRST) % len(_LAST)]


def first_bought(customer: int) -> int:
    """When a customer came first, spread over the years without a list of everyone."""
    return int(NOW.timestamp()) - (customer * 7_919 % SPAN_DAYS) * _DAY - customer % _DAY


def _customers(count: int, dice: random.Random) -> Iterator[Row]:
    for i in range(count):
        yield (
            7_000_000_000 + i,
            dice.choice(_FIRST),
            dice.choice(_LAST),
            customer_email(i),
            "yes" if dice.random() < 0.7 else "no",
            _phone(i),
            "yes" if dice.random() < 0.4 else "no",
            "Springfield",
            "US",
            "vip, newsletter" if i % 20 == 0 else "",
            _stamp(first_bought(i)),
            "likes, commas" if i % 50 == 0 else "",
        )


def _products(prices: list[int], dice: random.Random) -> Iterator[Row]:
    for i, price in enumerate(prices):
        created = int(NOW.timestamp()) - dice.randrange(SPAN_DAYS) * _DAY
        stock = max(0, dice.randrange(-1, 20))
        yield (
            f"product-{i}",
            f"Product {i}",
            f"SKU-{i:05d}",
            _money(price),
            stock,
            f"Kind {i % CATEGORIES}",
            _stamp(created),
        )


def _orders(customers: int, prices: list[int], dice: random.Random) -> Iterator[Row]:
    """An export is in the order of time, so that customers interleave."""
    now = int(NOW.timestamp())
    placed = []
    for customer in range(customers):
        first = first_bought(customer)
        life = int((now - first) * dice.betavariate(1.2, 0.8))
        placed.append((first, customer))
        placed += [(first + int(dice.random() * life), customer) for _ in range(ORDERS_PER_CUSTOMER - 1)]
    placed.sort()
    for number, (at, customer) in enumerate(placed):
        minor = max(199, round(dice.lognormvariate(8.2, 0.7)))
        product = dice.randrange(PRODUCTS)
        code = dice.random() < 0.15
        yield (
            f"#{1001 + number}",
            customer_email(customer),
            dice.choice(_STATUS),
            _stamp(at, dice.randrange(-5, 3)),
            "USD",
            _money(minor),
            "4.90",
            _money(minor // 10),
            _money(minor),
            "WELCOME10" if code else "",
            "1.00" if code else "0.00",
            dice.randrange(1, 4),
            f"Product {product}, size M",
            _money(prices[product]),
            f"SKU-{product:05d}",
            5_000_000_000_000 + number,
            _phone(customer),
        )


def _views(customers: int, prices: list[int], dice: random.Random) -> Iterator[Row]:
    for _ in range(3 * customers):
        product = dice.randrange(PRODUCTS)
        seen = int(NOW.timestamp()) - int(dice.random() * 90 * _DAY)
        price = round(prices[product] * dice.choice((1.0, 1.0, 1.0, 1.2, 0.9)))
        yield (
            7_000_000_000 + dice.randrange(customers),
            f"SKU-{product:05d}",
            _stamp(seen),
            _money(price),
            "yes" if dice.random() < 0.9 else "no",
        )
