"""A shop's file read without the program: plain SQL, a calendar, the requirements, and no line of our own code.

What `test_numbers_agree` holds the window and the command line against. Limits are the defaults of A2 and A5.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/New_York")
_WENT = "is_test = 0 AND (state = 'accepted' OR (state = 'uncertain' AND treated_as = 'sent'))"
_STOPPED, _LOST, _NEW, _MONTH = 60, 730, 30, 30.44
_MOST_PER_SILENCE, _REPEATED_AFTER = 3, 14
_SOLD_OUT = "(p.in_stock = 0 OR coalesce(p.stock, 1) <= 0)"
_NOT_BOUGHT = (
    "NOT EXISTS (SELECT 1 FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.customer_id = v.customer_id "
    "AND o.is_purchase = 1 AND o.ordered_at >= v.viewed_at AND l.product_id = p.id)"
)


@dataclass(frozen=True)
class ByHand:
    """What the last days were, counted with nothing but SQL and a calendar."""

    sent: dict[str, int]
    converted: dict[str, int]
    revenue: int
    opted_out: int
    told: dict[str, int]
    chosen: int


@dataclass(frozen=True)
class Bought:
    """What a customer bought: the days, the first and the last moment, and the money that stayed (minor units)."""

    days: list[date]
    first: float
    last: float
    money: int

    def monthly(self) -> float:
        """Minor units of an average month from her first purchase until one usual pause after the last."""
        once = sorted(set(self.days))
        pauses = [(later - earlier).days for earlier, later in pairwise(once)]
        held = (self.last - self.first) / 86_400 + (median(pauses) if pauses else _STOPPED)
        return self.money / max(1.0, held / _MONTH)


@dataclass
class Plain:
    """The shop's file at one moment."""

    file: Path
    now: datetime
    channels: tuple[str, ...]
    loyalty: int = 0

    def rows(self, sql: str, *params: object) -> list[tuple[Any, ...]]:
        """What a query gives."""
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as db:
            return db.execute(sql, params).fetchall()

    @property
    def today(self) -> date:
        """The shop's date."""
        return self.day(self.now.timestamp())

    @staticmethod
    def day(at: float) -> date:
        """The shop's date at a moment."""
        return datetime.fromtimestamp(at, ZONE).date()

    @cached_property
    def living(self) -> set[int]:
        """Everybody who was neither merged nor forgotten."""
        return {
            each for (each,) in self.rows("SELECT id FROM customers WHERE merged_into IS NULL AND erased_at IS NULL")
        }

    @cached_property
    def bought(self) -> dict[int, Bought]:
        """What each of them bought."""
        moments, money = defaultdict(list), Counter[int]()
        for customer, at, net, counts in self.rows(
            "SELECT customer_id, ordered_at, net_minor, is_purchase FROM orders WHERE currency = 'USD'"
        ):
            money[customer] += net
            if counts and customer in self.living:
                moments[customer].append(at)
        return {
            each: Bought([self.day(at) for at in some], min(some), max(some), money[each])
            for each, some in moments.items()
        }

    def silent(self, customer: int) -> int:
        """Whole days since her last purchase."""
        return (self.today - max(self.bought[customer].days)).days

    @cached_property
    def stopped(self) -> set[int]:
        """A2: who stopped buying."""
        return {each for each in self.bought if self.silent(each) >= _STOPPED}

    @property
    def used_to_spend(self) -> float:
        """What those who stopped spent in an average month while they bought (minor units)."""
        return sum(self.bought[each].monthly() for each in self.stopped)

    @cached_property
    def consents(self) -> dict[tuple[int, str], str]:
        """The last word of each customer on each channel."""
        rows = self.rows("SELECT customer_id, channel, state FROM consents ORDER BY at, id")
        return {(customer, channel): state for customer, channel, state in rows}

    def quick_filters(self) -> dict[str, set[int]]:
        """The customers behind each quick filter, as its tooltip has it."""
        agreed = {customer for (customer, _), state in self.consents.items() if state == "yes"}
        refused = {customer for (customer, _), state in self.consents.items() if state == "no"}
        worth = {each: self.bought[each].money for each in self.bought if self.bought[each].money > 0}
        best = sorted(worth.values(), reverse=True)
        tenth = -(-len(best) // 10)
        lost = {each for each in self.stopped if self.silent(each) > _LOST}
        unreachable = self.rows(
            "SELECT id FROM customers WHERE (email IS NULL OR email_state IS NOT NULL) AND (phone IS NULL "
            "OR phone_state IS NOT NULL) AND coalesce(wallet_object_id, push_external_id, push_token) IS NULL"
        )
        return {
            "all": self.living,
            "active": set(self.bought) - self.stopped,
            "inactive": self.stopped,
            "at_risk": self.stopped - lost,
            "lost": lost,
            "new": {each for each in self.bought if (self.today - min(self.bought[each].days)).days <= _NEW},
            "one_time": {each for each in self.bought if len(self.bought[each].days) == 1},
            "vip": {each for each, money in worth.items() if money > best[tenth] and money >= self.loyalty},
            "no_consent": self.living - agreed,
            "opted_out": refused & self.living,
            "unreachable": {each for (each,) in unreachable} & self.living,
        }

    def count(self, days: int) -> ByHand:
        """Sent, came back, money, said no, and what was told of the messages of the last days."""
        since = datetime.combine(self.today - timedelta(days=days), time.min, ZONE).timestamp()
        span = (since, self.now.timestamp())
        sent = self.rows(
            f"SELECT campaign_type, count(*) FROM outbox WHERE {_WENT} AND sent_at BETWEEN ? AND ? GROUP BY 1", *span
        )
        went = _WENT.replace("state", "m.state")
        converted = self.rows(
            "SELECT campaign_type, count(*), sum(o.net_minor) FROM outbox m JOIN conversions c ON c.outbox_id = m.id "
            f"JOIN orders o ON o.id = c.order_id WHERE {went} AND m.sent_at BETWEEN ? AND ? AND o.currency = 'USD' "
            "GROUP BY 1",
            *span,
        )
        said_no = self.rows(
            "SELECT count(DISTINCT customer_id) FROM consents WHERE state = 'no' AND source <> 'import' "
            "AND at BETWEEN ? AND ?",
            *span,
        )
        told = self.rows(
            "SELECT e.kind, count(DISTINCT e.outbox_id) FROM delivery_events e JOIN outbox m ON m.id = e.outbox_id "
            f"WHERE {went} AND m.sent_at BETWEEN ? AND ? GROUP BY 1",
            *span,
        )
        chosen = self.rows(
            "SELECT count(*) FROM outbox WHERE is_test = 0 AND reason IS NOT 'control_group' "
            "AND CASE WHEN sent_at IS NULL THEN created_at ELSE sent_at END BETWEEN ? AND ?",
            *span,
        )
        return ByHand(
            told=dict(told),
            sent=dict(sent),
            converted={kind: count for kind, count, _money in converted},
            revenue=sum(money for _kind, _count, money in converted),
            opted_out=said_no[0][0],
            chosen=chosen[0][0],
        )

    def by_day(self, days: int) -> tuple[list[int], list[int]]:
        """Messages of each of the last days, the oldest first, and how many of them brought a purchase, ever."""
        messages = self.rows(
            "SELECT m.sent_at, c.order_id IS NOT NULL FROM outbox m LEFT JOIN conversions c ON c.outbox_id = m.id "
            f"WHERE {_WENT.replace('state', 'm.state')}"
        )
        sent: dict[date, list[int]] = defaultdict(list)
        for at, came_back in messages:
            sent[self.day(at)].append(came_back)
        line = [sent[self.today - timedelta(days=back)] for back in range(days, -1, -1)]
        return [len(each) for each in line], [sum(each) for each in line]

    def brought_back(self, days: int) -> dict[int, int]:
        """A10 by hand: for each order the last message before it, in time, and each message's first order only."""
        messages, orders = defaultdict(list), defaultdict(list)
        for message, customer, at in self.rows(f"SELECT id, customer_id, sent_at FROM outbox WHERE {_WENT}"):
            messages[customer].append((at, message))
        for order, customer, at in self.rows("SELECT id, customer_id, ordered_at FROM orders WHERE is_purchase = 1"):
            orders[customer].append((at, order))
        found: dict[int, int] = {}
        for customer, bought in orders.items():
            for at, order in sorted(bought):
                before = [each for each in sorted(messages[customer]) if each[0] < at]
                if not before or before[-1][1] in found:
                    continue
                if (self.day(at) - self.day(before[-1][0])).days <= days:
                    found[before[-1][1]] = order
        return found

    def would_get_today(self) -> dict[str, set[int]]:
        """By type whom the checks of products (A6, A7) and then the daily run (A3) would write to, were no day full."""
        back = self._within_units([each for each in self._missed() if self._may_hear(each[0])])
        cheaper = self.would_hear_of_prices() - back
        chosen = {"back_in_stock": back, "price_drop": cheaper}
        chosen |= {kind: set() for kind in ("loyalty_reward", "new_arrivals", "we_miss_you")}
        holders = self._holders_of_codes()
        for each in self.stopped - back - cheaper:
            last = max((at for at, automatic in self._since_purchase(each) if automatic), default=None)
            repeated = last is not None and (self.today - self.day(last)).days < _REPEATED_AFTER
            if repeated or self.silent(each) > _LOST or not self._may_hear(each):
                continue
            deserves = 0 < self.loyalty <= self.bought[each].money and each not in holders
            kind = "loyalty_reward" if deserves else "new_arrivals" if self._has_news(each) else "we_miss_you"
            chosen[kind].add(each)
        return chosen

    def would_hear_of_prices(self) -> set[int]:
        """Whom the check of prices alone would write to."""
        return {each for each in self._saw_dearer() if self._may_hear(each)}

    def _holders_of_codes(self) -> set[int]:
        rows = self.rows(
            "SELECT customer_id FROM discount_codes"
            " WHERE redeemed_at IS NULL AND (expires_at IS NULL OR expires_at >= ?)",
            self.now.timestamp(),
        )
        return {each for (each,) in rows}

    @cached_property
    def _messages(self) -> dict[int, list[tuple[str, float, float | None, int, str]]]:
        """Per customer the state, the moments of making and of sending, the type and whether it came by itself."""
        found = defaultdict(list)
        for customer, *each in self.rows(
            "SELECT customer_id, state, created_at, sent_at, is_automatic, campaign_type FROM outbox WHERE is_test = 0"
        ):
            found[customer].append(tuple(each))
        return found

    def _since_purchase(self, customer: int, kind: str | None = None) -> list[tuple[float, int]]:
        """The messages since her last purchase, of all kinds or one: when each was made, and whether by itself."""
        last = self.bought[customer].last if customer in self.bought else 0
        return [
            (made, automatic)
            for _state, made, _sent, automatic, each in self._messages[customer]
            if made >= last and kind in (None, each)
        ]

    def _may_hear(self, customer: int) -> bool:
        """A channel reaches her, nothing waits for her, and neither cap (A5) nor the limit of a silence is reached."""
        if not self._reached(customer) or any(state == "held" for state, *_ in self._messages[customer]):
            return False
        days = [(self.today - self.day(each[2])).days for each in self._messages[customer] if each[2] is not None]
        if sum(day < 7 for day in days) >= 1 or sum(day < 30 for day in days) >= 4:
            return False
        automatic = sum(automatic for _made, automatic in self._since_purchase(customer))
        return customer not in self.stopped or automatic < _MOST_PER_SILENCE

    def _reached(self, customer: int) -> bool:
        email, phone = self._addresses[customer]
        return any(
            self.consents.get((customer, channel)) == "yes" and (email if channel == "email" else phone)
            for channel in self.channels
        )

    @cached_property
    def _addresses(self) -> dict[int, tuple[bool, bool]]:
        rows = self.rows(
            "SELECT id, email IS NOT NULL AND email_state IS NULL, phone IS NOT NULL AND phone_state IS NULL "
            "FROM customers"
        )
        return {each: (bool(email), bool(phone)) for each, email, phone in rows}

    def _missed(self) -> list[tuple[int, int]]:
        """A6: who looked at what was sold out and is back, the earliest look first; nobody who has it by now."""
        return [
            (customer, product)
            for customer, product, _at in self.rows(
                "SELECT v.customer_id, p.id, min(v.viewed_at) FROM views v JOIN products p ON p.id = v.product_id "
                f"WHERE v.in_stock = 0 AND NOT {_SOLD_OUT} AND {_NOT_BOUGHT} AND NOT EXISTS (SELECT 1 FROM views w "
                "WHERE w.customer_id = v.customer_id AND w.product_id = p.id AND w.in_stock = 1 "
                "AND w.viewed_at > v.viewed_at) GROUP BY 1, 2 ORDER BY 3, 1, 2"
            )
        ]

    def _within_units(self, missed: Iterable[tuple[int, int]]) -> set[int]:
        """No more people than units, those who were told since the product came back among them."""
        left = dict(
            self.rows(
                "SELECT p.id, p.stock - count(DISTINCT m.customer_id) FROM products p LEFT JOIN outbox m ON "
                "m.product_id = p.id AND m.campaign_type = 'back_in_stock' AND m.created_at >= p.stock_changed_at "
                "GROUP BY 1"
            )
        )
        told: set[int] = set()
        for customer, product in missed:
            if customer not in told and left[product] > 0:
                left[product] -= 1
                told.add(customer)
        return told

    def _saw_dearer(self) -> set[int]:
        """A7: who saw a price, or was told one, that is more than a tenth above today's; nobody who has it by now."""
        rows = self.rows(
            "SELECT v.customer_id FROM views v JOIN products p ON p.id = v.product_id WHERE "
            "p.price_minor < 0.9 * coalesce(v.price_noticed_minor, v.price_at_view_minor) "
            f"AND NOT {_SOLD_OUT} AND {_NOT_BOUGHT} AND NOT EXISTS (SELECT 1 FROM views w WHERE "
            "w.customer_id = v.customer_id AND w.product_id = p.id AND w.viewed_at > v.viewed_at)"
        )
        return {customer for (customer,) in rows}

    def _has_news(self, customer: int) -> bool:
        """Something that can be had came since her last purchase, and since she was told, in what she buys from."""
        told = max((made for made, _ in self._since_purchase(customer, "new_arrivals")), default=0.0)
        return self._arrivals.get(customer, 0) > max(told, self.bought[customer].last)

    @cached_property
    def _arrivals(self) -> dict[int, float]:
        """When the newest product came into a category that each customer buys from."""
        return dict(
            self.rows(
                "SELECT o.customer_id, max(p.arrived_at) FROM orders o JOIN order_lines l ON l.order_id = o.id "
                "JOIN products had ON had.id = l.product_id JOIN products p ON p.category_id = had.category_id "
                f"WHERE o.is_purchase = 1 AND p.arrived_at <= ? AND NOT {_SOLD_OUT} GROUP BY 1",
                self.now.timestamp(),
            )
        )
