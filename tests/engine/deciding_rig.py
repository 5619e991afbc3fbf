"""A small shop for tests about deciding: rows put in by hand, every channel connected, the clock in the test's hand."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.domain.decisions import Decision
from reengage_desktop.domain.moments import day_number, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import campaigning, queueing, selecting
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database
from tests.shop_rows import add_customer, new_database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CONNECTED = {channel: ChannelState(configured=True, provider="pretend", detail="") for channel in ChannelName}
BASICS = {
    "business.name": "Corner Shop",
    "business.postal_address": "1 High Street\nLeeds",
    "reengagement.enabled": "true",
    "reengagement.channels": "email",
    "reengagement.review_before_sending": "false",
}


@dataclass
class Rig:
    """An open shop with the moment that it is there."""

    db: Database
    now: datetime = NOON
    availability: dict[ChannelName, ChannelState] = field(default_factory=lambda: dict(CONNECTED))
    people: int = 0

    @property
    def settings(self) -> Settings:
        return stored_settings.load(self.db)

    @property
    def zone(self) -> ZoneInfo:
        return self.settings.zone

    @property
    def today(self) -> int:
        return day_number(self.now, self.zone)

    def set(self, **texts: str) -> None:
        """Settings by their last word: `cap_per_week="2"`; a double underscore stands for a point."""
        for name, text in texts.items():
            key = name.replace("__", ".") if "__" in name else f"reengagement.{name}"
            stored_settings.put(self.db, key, text, self.now)

    def person(self, days_ago: int | None = 70, **columns: Any) -> int:
        """A customer who bought so many days ago at noon and agreed to e-mail, due to be looked at."""
        self.people += 1
        bought = None
        if days_ago is not None:
            day = date.fromordinal(self.today - days_ago)
            bought = stamp(start_of_day(day, self.zone) + timedelta(hours=12))
        given = {
            "name": f"Ann{self.people} Lee",
            "email": f"ann{self.people}@example.com",
            "consent_email": 1,
            "last_order_at": bought,
            "orders_count": 0 if bought is None else 1,
            "next_look_on": None if bought is None else 0,
            **columns,
        }
        return add_customer(self.db, **given)

    def product(self, name: str | None = "Linen shirt", **columns: Any) -> int:
        number = self.db.value("SELECT count(*) FROM products") + 1
        values = {"external_id": f"P{number}", "name": name, "currency": "USD", "added_at": 1, **columns}
        return self._insert("products", values)

    def view(self, customer_id: int, product_id: int, days_ago: float = 5, **columns: Any) -> int:
        seen = stamp(self.now - timedelta(days=days_ago))
        values = {"customer_id": customer_id, "product_id": product_id, "viewed_at": seen, "added_at": 1, **columns}
        return self._insert("views", {"currency": "USD", **values})

    def category(self, name: str, *buyers: int) -> int:
        category_id = self._insert("categories", {"name": name})
        for each in buyers:
            self._insert("customer_categories", {"customer_id": each, "category_id": category_id, "line_count": 1})
        return category_id

    def cap(self, customer_id: int, days_ago: int) -> None:
        number = self.db.value("SELECT count(*) FROM cap_ledger")
        values = {"touch": f"t{number}", "customer_id": customer_id, "day": self.today - days_ago}
        self._insert("cap_ledger", values)

    def run(self, *, is_dry: bool = False) -> campaigning.RunResult:
        return campaigning.process_campaigns(self.db, self.settings, self.availability, self.now, is_dry=is_dry)

    def restock_check(self, *, is_dry: bool = False) -> campaigning.CheckResult:
        return campaigning.check_back_in_stock(self.db, self.settings, self.availability, self.now, is_dry=is_dry)

    def price_check(self) -> campaigning.CheckResult:
        return campaigning.check_price_drops(self.db, self.settings, self.availability, self.now)

    def explain(self, customer_id: int) -> Decision:
        return selecting.explain(self.db, customer_id, self.settings, self.availability, self.now)

    def look_on(self, customer_id: int) -> int | None:
        found: int | None = self.db.value("SELECT next_look_on FROM customers WHERE id = ?", (customer_id,))
        return found

    def messages(self, customer_id: int | None = None) -> list[dict[str, Any]]:
        """The outbox without the control group's notes, oldest first, the content unpacked."""
        columns = "customer_id, campaign_type, channel, occasion, part, state, content, decision, queued_on, code_id"
        rows = self.db.rows(f"SELECT {columns} FROM outbox WHERE reason IS NOT 'control_group' ORDER BY id")
        found = [dict(zip(columns.split(", "), row, strict=True)) for row in rows]
        for each in found:
            each["content"], each["decision"] = json.loads(each["content"]), json.loads(each["decision"])
        return [each for each in found if customer_id in (None, each["customer_id"])]

    def send_all(self) -> int:
        """Lets everything that waits go out now, through the caps' ledger, as the sender would."""
        queueing.approve(self.db, None, self.now)
        rows = self.db.rows("SELECT id, touch, customer_id FROM outbox WHERE state = 'pending'")
        with self.db.write():
            for message_id, touch, customer_id in rows:
                self.db.run(
                    "INSERT INTO cap_ledger (touch, customer_id, day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    (touch, customer_id, self.today),
                )
                self.db.run(
                    "UPDATE outbox SET state = 'accepted', claimed_at = ?1, sent_at = ?1 WHERE id = ?2",
                    (stamp(self.now), message_id),
                )
        return len(rows)

    def _insert(self, table: str, values: dict[str, Any]) -> int:
        with self.db.write():
            return self.db.insert(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
                tuple(values.values()),
            )


def open_rig(folder: Path, now: datetime = NOON, **settings: str) -> Rig:
    """A new shop in a folder, switched on, writing by e-mail."""
    rig = Rig(new_database(folder / "shop.db"), now)
    for key, text in BASICS.items():
        stored_settings.put(rig.db, key, text, now)
    rig.set(**settings)
    return rig
