"""Lives through the sample shop's last weeks: files come in, jobs run, messages go out, people answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from random import Random

from reengage_desktop.app.sample.people import Person
from reengage_desktop.app.sample.trade import Product, Trade
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import ImportKind, Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import imports, queue, runs
from reengage_desktop.store import listings

HISTORY_DAYS = 365
LIVED_DAYS = 42

# How many of those who get such a message come back within days.
_ANSWERS = {
    "back_in_stock": 0.42,
    "price_drop": 0.36,
    "loyalty_reward": 0.34,
    "new_arrivals": 0.24,
    "we_miss_you": 0.16,
}
_ORDERS_EVERY = 3
_LAST_ANSWER_DAYS = 9

# What happens on the shelves, by day: (product, new stock) and (product, new price), and what is new.
_RESTOCKS = {5: ("T-06", 18), 11: ("K-02", 12), 17: ("P-07", 9), 24: ("C-04", 20), 31: ("T-06", 25)}
_PRICES = {8: ("P-02", "51.00"), 14: ("S-05", "39.00"), 21: ("C-06", "13.90"), 28: ("K-06", "24.00")}
_SOLD_OUT = {9: "S-03", 20: "T-08"}
_BACK_AGAIN = {27: ("S-03", 14), 34: ("T-08", 10)}
_ARRIVALS = {
    3: ("T-09", "Toasted Coconut Chai", "Tea", "10.90", 50),
    12: ("K-08", "Salt Meadow Candle", "Candles", "27.00", 24),
    19: ("C-08", "Honduras Red Honey", "Coffee", "17.50", 36),
    26: ("T-10", "Late Summer Peach Oolong", "Tea", "15.90", 30),
}


@dataclass
class Life:
    """The weeks that the shop lives through, one day after the other; `move` sets the shop's clock."""

    shop: Shop
    trade: Trade
    files: Path
    move: Callable[[datetime], None]
    random: Random
    imported_until: int = HISTORY_DAYS
    heard: set[int] = field(default_factory=set)

    def begin(self) -> None:
        """Brings in the year before: people, goods, what they looked at and bought."""
        self.move(self.trade.moment(HISTORY_DAYS, 8))
        self._bring_in(ImportKind.CUSTOMERS, self.trade.write_customers)
        self._bring_in(ImportKind.PRODUCTS, self.trade.write_products)
        self._bring_in(ImportKind.ORDERS, lambda file: self.trade.write_orders(file, 0, HISTORY_DAYS))
        early = [(who, name, HISTORY_DAYS - self.random.randrange(1, 50)) for name in self.trade.goods
                 for who in self.trade.lookers(name, 22 if self.trade.goods[name].stock == 0 else 5)]  # fmt: skip
        self._bring_in(ImportKind.VIEWS, lambda file: self.trade.write_views(file, early))

    def live(self, day: int) -> None:
        """One day: the shelves change, orders come in, the daily run decides, the owner approves, messages go."""
        index = HISTORY_DAYS + day
        self.move(self.trade.moment(index, 8, 30))
        self._change_shelves(day, index)
        if day % _ORDERS_EVERY == 0:
            self._bring_in_orders(index)
        self.move(self.trade.moment(index, 9))
        runs.run_job(self.shop, Job.PROCESS_CAMPAIGNS)
        runs.run_job(self.shop, Job.CHECK_BACK_IN_STOCK)
        runs.run_job(self.shop, Job.CHECK_PRICE_DROPS)
        # Late enough for those on the other coast, whose day begins three hours later.
        self.move(self.trade.moment(index, 12, 30))
        queue.approve(self.shop)
        runs.run_job(self.shop, Job.SEND)
        self._answer(index)
        self.move(self.trade.moment(index, 19))
        runs.run_job(self.shop, Job.SYNC_STATUS)

    def end(self, moment: datetime) -> None:
        """Brings the last orders in, at the present moment; what today's run queues waits for the owner."""
        self.move(moment)
        self._bring_in_orders(HISTORY_DAYS + LIVED_DAYS)
        runs.run_job(self.shop, Job.SYNC_STATUS)
        runs.run_job(self.shop, Job.PROCESS_CAMPAIGNS)

    def _change_shelves(self, day: int, index: int) -> None:
        goods, changed = self.trade.goods, False
        for table in (_RESTOCKS, _BACK_AGAIN):
            if day in table:
                name, stock = table[day]
                goods[name].stock, changed = stock, True
        if day in _SOLD_OUT:
            goods[_SOLD_OUT[day]].stock, changed = 0, True
        if day in _PRICES:
            name, price = _PRICES[day]
            self._bring_in(ImportKind.VIEWS, lambda file: self._look(file, name, index - 2))
            goods[name].price, changed = Decimal(price), True
        if day in _ARRIVALS:
            name, title, category, price, stock = _ARRIVALS[day]
            goods[name], changed = Product(name, title, category, Decimal(price), stock), True
        if changed:
            self._bring_in(ImportKind.PRODUCTS, self.trade.write_products)
        if day in _SOLD_OUT:
            self._bring_in(ImportKind.VIEWS, lambda file: self._look(file, _SOLD_OUT[day], index))

    def _look(self, file: Path, product_id: str, index: int) -> None:
        self.trade.write_views(file, [(who, product_id, index - 1) for who in self.trade.lookers(product_id, 16)])

    def _bring_in_orders(self, until: int) -> None:
        since, self.imported_until = self.imported_until, until
        if any(since <= purchase.day < until for purchase in self.trade.purchases):
            self._bring_in(ImportKind.ORDERS, lambda file: self.trade.write_orders(file, since, until))

    def _bring_in(self, kind: ImportKind, write: Callable[[Path], object]) -> None:
        file = self.files / f"{kind}.csv"
        write(file)
        imports.import_file(self.shop, imports.ImportRequest(path=file, kind=kind))
        file.unlink()

    def _answer(self, index: int) -> None:
        """Some of those who got a message today buy again in the days after it."""
        by_id = {person.customer_id: person for person in self.trade.people}
        _total, ids = listings.history_ids(self.shop.db, self.shop.settings(), from_day=self.trade.day_of(index))
        for message in listings.message_rows(self.shop.db, sorted(set(ids) - self.heard)):
            self.heard.add(message.id)
            person = by_id.get(self._shop_id(message))
            if person is not None and self.random.random() < _ANSWERS.get(message.campaign_type, 0.1):
                self._come_back(person, message, index + self.random.randrange(1, _LAST_ANSWER_DAYS + 1))

    def _come_back(self, person: Person, message: MessageRow, day: int) -> None:
        if day >= HISTORY_DAYS + LIVED_DAYS:
            return
        wanted, code = listings.offer_of(self.shop.db, message.id)
        self.trade.buy(person, day, wanted=wanted, code=code)

    def _shop_id(self, message: MessageRow) -> str:
        found = self.shop.db.value("SELECT external_id FROM external_ids WHERE customer_id = ?", (message.customer_id,))
        return str(found)
