"""What the sample shop's customers buy and look at, day by day: made up, and the same for the same seed."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from reengage_desktop.app.sample.people import Person
from reengage_desktop.resources import resource_path

ZONE = ZoneInfo("America/New_York")

_ORDER_COLUMNS = (
    "order_id", "ordered_at", "status", "currency", "customer_id", "product_id", "product_name", "category",
    "quantity", "unit_price", "order_total", "discount_code",
)  # fmt: skip
_VIEW_COLUMNS = ("customer_id", "product_id", "viewed_at", "price_at_view", "in_stock")


@dataclass
class Product:
    """One article; price and stock change while the shop lives."""

    product_id: str
    name: str
    category: str
    price: Decimal
    stock: int


@dataclass(frozen=True)
class Purchase:
    """One order of the story; `day` counts from the story's first."""

    number: int
    day: int
    at: datetime
    customer_id: str
    lines: tuple[tuple[str, str, str, int, Decimal], ...]
    code: str | None = None

    @property
    def total(self) -> Decimal:
        """What was paid."""
        return sum((price * quantity for *_, quantity, price in self.lines), Decimal(0))


@dataclass
class Trade:
    """The shop's goods and its story so far; orders and views are drawn from `random` in a fixed order."""

    random: Random
    people: Sequence[Person]
    first_day: date
    goods: dict[str, Product] = field(default_factory=dict)
    purchases: list[Purchase] = field(default_factory=list)

    def open_shelves(self) -> None:
        """Puts the first goods on the shelves."""
        with resource_path("sample", "products.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                product = Product(
                    row["product_id"], row["name"], row["category"], Decimal(row["price"]), int(row["stock"])
                )
                self.goods[product.product_id] = product

    def day_of(self, day: int) -> date:
        """The calendar day of a day of the story."""
        return self.first_day + timedelta(days=day)

    def moment(self, day: int, hour: int, minute: int = 0) -> datetime:
        """A moment of a day of the story, as the shop's clock shows it."""
        return datetime.combine(self.day_of(day), time(hour, minute), ZONE).astimezone(UTC)

    def live_by_habit(self, until: int) -> None:
        """Lets everybody buy in her own rhythm, from joining until she falls silent or the story ends."""
        for person in self.people:
            day = person.joined
            while day < min(person.gone_after, until):
                self.buy(person, day)
                day += max(3, round(self.random.gauss(person.gap_days, person.gap_days / 4)))

    def buy(self, person: Person, day: int, *, wanted: str | None = None, code: str | None = None) -> Purchase:
        """One order of a customer, mostly from the categories she likes; with what a message offered her."""
        lines = [self._line(wanted)] if wanted in self.goods else []
        while not lines or (len(lines) < 4 and self.random.random() < 0.3 * person.spends):
            category = person.favourite if self.random.random() < 0.7 else person.second
            lines.append(self._line(self.random.choice(self._ids_of(category))))
        if code is not None:
            lines = [(*line[:4], (line[4] * Decimal("0.9")).quantize(Decimal("0.01"))) for line in lines]
        at = self.moment(day, self.random.randrange(10, 20), self.random.randrange(60))
        purchase = Purchase(len(self.purchases) + 1, day, at, person.customer_id, tuple(lines), code)
        self.purchases.append(purchase)
        return purchase

    def write_customers(self, file: Path) -> None:
        """The customers as the shop's system exports them."""
        columns = ("customer_id", "first_name", "last_name", "email", "phone", "city", "country", "timezone")
        channels = ("email", "sms", "whatsapp")
        rows = [
            {
                "customer_id": p.customer_id,
                "first_name": p.first_name,
                "last_name": p.last_name,
                "email": p.email,
                "phone": p.phone,
                "city": p.city,
                "country": "US",
                "timezone": p.zone,
                **{f"consent_{channel}": p.consents[channel] for channel in channels},
                "created_at": self.day_of(p.joined).isoformat(),
            }
            for p in self.people
        ]
        _write(file, (*columns, *(f"consent_{channel}" for channel in channels), "created_at"), rows)

    def write_products(self, file: Path) -> None:
        """The goods as they are priced and stocked now."""
        columns = ("product_id", "name", "category", "price", "currency", "stock")
        rows = ((p.product_id, p.name, p.category, p.price, "USD", p.stock) for p in self.goods.values())
        _write(file, columns, (dict(zip(columns, row, strict=True)) for row in rows))

    def write_orders(self, file: Path, since: int, until: int) -> int:
        """The orders of the days from `since` to before `until`, a row for each line; gives how many orders."""
        chosen = [purchase for purchase in self.purchases if since <= purchase.day < until]
        chosen.sort(key=lambda purchase: (purchase.at, purchase.number))
        _write(file, _ORDER_COLUMNS, (row for purchase in chosen for row in _order_rows(purchase)))
        return len(chosen)

    def write_views(self, file: Path, views: Iterable[tuple[Person, str, int]]) -> int:
        """Who looked at what on which day, at the price and stock of now; gives how many views."""
        rows: list[dict[str, object]] = []
        for person, product_id, day in views:
            product = self.goods[product_id]
            at = self.moment(day, self.random.randrange(8, 22), self.random.randrange(60)).isoformat()
            in_stock = "yes" if product.stock else "no"
            values = (person.customer_id, product_id, at, product.price, in_stock)
            rows.append(dict(zip(_VIEW_COLUMNS, values, strict=True)))
        _write(file, _VIEW_COLUMNS, rows)
        return len(rows)

    def lookers(self, product_id: str, count: int) -> list[Person]:
        """Customers who would look at a product: mostly those who like its category."""
        category = self.goods[product_id].category
        fans = [person for person in self.people if category in (person.favourite, person.second)]
        return self.random.sample(fans, min(count, len(fans)))

    def _ids_of(self, category: str) -> list[str]:
        return [p.product_id for p in self.goods.values() if p.category == category]

    def _line(self, product_id: str | None) -> tuple[str, str, str, int, Decimal]:
        product = self.goods[product_id or ""]
        quantity = self.random.choice((1, 1, 1, 2))
        return product.product_id, product.name, product.category, quantity, product.price


def _order_rows(purchase: Purchase) -> Iterable[Mapping[str, object]]:
    for product_id, name, category, quantity, price in purchase.lines:
        yield {
            "order_id": f"N{20000 + purchase.number}",
            "ordered_at": purchase.at.isoformat(),
            "status": "paid",
            "currency": "USD",
            "customer_id": purchase.customer_id,
            "product_id": product_id,
            "product_name": name,
            "category": category,
            "quantity": quantity,
            "unit_price": price,
            "order_total": purchase.total,
            "discount_code": purchase.code or "",
        }


def _write(file: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns)
        writer.writeheader()
        writer.writerows(rows)
