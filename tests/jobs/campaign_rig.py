"""A small shop for tests about the owner's campaigns: the pretend provider on every channel, the clock in hand."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns, runs
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store import templates
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_order

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BASICS = {
    "business.name": "Corner Shop",
    "business.postal_address": "1 High Street\nLeeds",
    "business.reply_to": "shop@example.com",
    "business.timezone": "Europe/London",
    **{f"channels.{channel}.provider": "pretend" for channel in ChannelName},
}
HELLO = Template("Hello", ChannelName.EMAIL, "Hello {{ customer.first_name }}, see you soon?", subject="Hello")
HI = Template("Hi", ChannelName.EMAIL, "Hi {{ customer.first_name }}, we have cake.", subject="Hi")
SHORT = Template("Short", ChannelName.SMS, "Hello {{ customer.first_name }}, {{ promotion }}")
CODED = Template(
    "Coded", ChannelName.EMAIL, "{{ customer.first_name }}: {{ discount_code }} takes {{ discount_percent }} % off.",
    subject="For you",
)  # fmt: skip


class CampaignRig:
    """An open shop whose present the test moves."""

    def __init__(self, shop: Shop, clock: Clock) -> None:
        self.shop = shop
        self.clock = clock
        self.set(**{key.replace(".", "__"): text for key, text in BASICS.items()})
        for each in (HELLO, HI, SHORT, CODED):
            templates.save(shop.db, each, self.now)
        self._people = 0

    @property
    def now(self) -> datetime:
        return self.clock()

    def set(self, **texts: str) -> None:
        """Settings; a double underscore stands for a point, a name without one is a rule."""
        for name, text in texts.items():
            key = name.replace("__", ".") if "__" in name else f"reengagement.{name}"
            stored_settings.put(self.shop.db, key, text, self.now)

    def person(self, **columns: Any) -> int:
        """A customer who bought once, 70 days ago, and agreed to e-mail and texts."""
        self._people += 1
        values = {
            "first_name": f"Ann{self._people}",
            "email": f"ann{self._people}@example.com",
            "phone": f"+4420794601{self._people:02d}",
            "consent_email": 1,
            "consent_sms": 1,
            "orders_count": 1,
            "country": "GB",
            "last_order_at": stamp(NOON - timedelta(days=70)),
            **columns,
        }
        return add_customer(self.shop.db, **values)

    def people(self, count: int) -> list[int]:
        return [self.person() for _ in range(count)]

    def create(self, **changes: Any) -> Campaign:
        """A draft of a promotional e-mail to everybody."""
        return owner_campaigns.create(self.shop, plan(**changes))

    def start(self, **changes: Any) -> Campaign:
        return owner_campaigns.start(self.shop, self.create(**changes).id)

    def send(self) -> dict[str, Any]:
        """What the clock does: the send job."""
        return runs.run_job(self.shop, Job.SEND).as_json()

    def later(self, **by: float) -> None:
        self.clock.move(**by)

    def states(self, campaign_id: int) -> list[str]:
        """The states of a campaign's messages and notes by person and step."""
        rows = self.shop.db.rows(
            "SELECT state || coalesce(':' || reason, '') FROM outbox WHERE campaign_id = ? AND "
            "(instr(part, '~') = 0 OR part = '0~left') ORDER BY customer_id, step, id",
            (campaign_id,),
        )
        return [state for (state,) in rows]

    def buy(self, customer_id: int, net_minor: int = 2500) -> int:
        """She buys now."""
        order = add_order(self.shop.db, customer_id, self.now, net_minor)
        with self.shop.db.write():
            self.shop.db.run("UPDATE customers SET last_order_at = ? WHERE id = ?", (stamp(self.now), customer_id))
        return order

    def event(self, customer_id: int, kind: str, campaign_id: int) -> None:
        """A provider reports something about her last message of a campaign."""
        message = self.shop.db.value(
            "SELECT max(id) FROM outbox WHERE customer_id = ? AND campaign_id = ?", (customer_id, campaign_id)
        )
        with self.shop.db.write():
            self.shop.db.run(
                "INSERT INTO delivery_events (outbox_id, customer_id, kind, at, provider, provider_event_id) "
                "VALUES (?, ?, ?, ?, 'pretend', ?)",
                (message, customer_id, kind, stamp(self.now), f"{message}:{kind}"),
            )


def plan(**changes: Any) -> dict[str, Any]:
    """C1's keys for a promotional e-mail to everybody."""
    return {
        "name": "Autumn",
        "campaign_type": "promotional",
        "outreach_method": "email",
        "message_template": "Hello",
        **changes,
    }


def only(*ids: int) -> dict[str, Any]:
    """Criteria for a fixed list of customers."""
    return json.loads(json.dumps({"all": [{"field": "customer_id", "op": "in", "value": list(ids)}]}))  # type: ignore[no-any-return]
