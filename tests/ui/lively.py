"""A shop with a little of everything, put straight into its tables: what the pages are tested on."""

import random
from datetime import datetime, timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers, settings
from tests.shop_rows import add_customer, add_message, add_order

FIRST = "Ann Bob Chen Dora Emre Fay Gus Hana Ivo Jane Kai Lena Mia Noah Olga Pia Quinn Rosa Sam Tess".split()
LAST = "Miller Stone Wei Klein Ak Brown Costa Duval Egger Fox".split()
SETTINGS = {
    "business.name": "Corner Coffee",
    "business.country": "DE",
    "business.timezone": "Europe/Berlin",
    "business.currency": "EUR",
    "business.postal_address": "Main Street 1, 10115 Berlin",
    "business.reply_to": "owner@example.com",
    "reengagement.enabled": "true",
    "reengagement.channels": "email,sms",
    "channels.email.provider": "pretend",
    "channels.sms.provider": "pretend",
}


def make_lively(shop: Shop, count: int = 120) -> None:
    """Customers who buy in their own rhythm, messages of the last weeks, and what came of them."""
    now, chance = shop.now(), random.Random(7)  # noqa: S311 - a story, no secret
    for key, text in SETTINGS.items():
        settings.put(shop.db, key, text, now)
    with shop.db.write():
        for number in range(count):
            _add_person(shop, number, now, chance)


def _add_person(shop: Shop, number: int, now: datetime, chance: random.Random) -> None:
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    orders, gap = chance.randint(1, 14), chance.choice((9, 14, 21, 30))
    silent = chance.choice((3, 9, 20, 40, 66, 74, 81, 132, 200, 800))
    latest = now - timedelta(days=silent, hours=chance.randint(0, 8))
    spent = [chance.randint(900, 9000) for _ in range(orders)]
    customer = add_customer(
        shop.db,
        first_name=first,
        last_name=last,
        name=f"{first} {last}",
        email=f"{first}.{last}.{number}@example.com".lower(),
        phone=f"+4477009{number:05}" if number % 3 else None,
        city="Berlin",
        country="DE",
        timezone="Europe/Berlin",
        orders_count=orders,
        first_order_at=stamp(latest - timedelta(days=gap * (orders - 1))),
        last_order_at=stamp(latest),
        lifetime_value_minor=sum(spent),
        median_gap_days=float(gap) if orders > 1 else None,
        next_look_on=0,
    )
    for order, minor in enumerate(spent):
        add_order(shop.db, customer, latest - timedelta(days=gap * order), minor, currency="EUR")
    if number % 5:
        _agree(shop, customer, now, number)
    if silent > 60 and number % 2:
        _add_messages(shop, customer, now, chance)


def _agree(shop: Shop, customer: int, now: datetime, number: int) -> None:
    at = now - timedelta(days=300)
    customers.record_consent(
        shop.db, customer, ChannelName.EMAIL, agreed=number % 7 != 0, at=at, source="owner", wording="Till form"
    )
    if number % 4 == 0:
        customers.record_consent(shop.db, customer, ChannelName.SMS, agreed=False, at=at, source="import")


def _add_messages(shop: Shop, customer: int, now: datetime, chance: random.Random) -> None:
    kind = chance.choice(("we_miss_you", "price_drop", "new_arrivals", "loyalty_reward"))
    campaign = shop.db.value("SELECT id FROM campaigns WHERE campaign_type = ?", (kind,))
    sent_at = now - timedelta(days=chance.randint(1, 28), hours=chance.randint(0, 9))
    state = chance.choice(("accepted",) * 8 + ("rejected", "uncertain", "skipped", "held", "pending"))
    went = sent_at if state in ("accepted", "uncertain") else None
    message = add_message(
        shop.db,
        customer,
        went,
        campaign_id=campaign,
        campaign_type=kind,
        state=state,
        created_at=stamp(sent_at),
        due_at=stamp(now + timedelta(hours=2)) if state == "pending" else None,
        settled_at=stamp(sent_at) if state in ("rejected", "skipped") else None,
        address=f"customer{customer}@example.com",
        content='{"subject": "We miss you", "text": "Hi, it has been a while. Come and see us again!"}',
        reason={"skipped": "bought_again", "held": "awaiting_approval"}.get(state),
        error={"rejected": "550 mailbox unavailable", "uncertain": "no answer within 30 s"}.get(state),
    )
    if state != "accepted":
        return
    for kind_of_event, likely in (("delivered", 0.95), ("opened", 0.5), ("clicked", 0.2)):
        if chance.random() < likely:
            shop.db.insert(
                "INSERT INTO delivery_events (outbox_id, customer_id, kind, at, provider, provider_event_id) "
                "VALUES (?, ?, ?, ?, 'pretend', ?)",
                (message, customer, kind_of_event, stamp(sent_at) + 60, f"{message}-{kind_of_event}"),
            )
    if chance.random() < 0.2:
        bought = sent_at + timedelta(hours=20)
        order = add_order(shop.db, customer, bought, chance.randint(1500, 6000), currency="EUR")
        shop.db.run("INSERT INTO conversions VALUES (?, ?, ?)", (message, order, stamp(bought)))


def add_runs(shop: Shop) -> None:
    """A late daily run of this morning and a sending after it, and an import of last week."""
    now = shop.now()
    nine = stamp(now - timedelta(hours=4))
    with shop.db.write():
        shop.db.insert(
            "INSERT INTO job_runs (job, slot, trigger, planned_at, started_at, finished_at, status, result) VALUES "
            "('process-campaigns', 'x', 'catch-up', ?, ?, ?, 'success', ?)",
            (
                nine,
                nine + 4300,
                nine + 4303,
                '{"total_processed": 61, "total_notified": 12, "skipped": {"no_consent": 9}}',
            ),
        )
        shop.db.insert(
            "INSERT INTO job_runs (job, trigger, started_at, finished_at, status, result) VALUES "
            "('send', 'owner', ?, ?, 'success', '{\"sent\": 12, \"failed\": 1}')",
            (nine + 4400, nine + 4420),
        )
        shop.db.insert(
            "INSERT INTO imports (kind, file_name, sha256, state, started_at, finished_at, row_count, created_count, "
            "updated_count, unchanged_count, rejected_count, rejects_file, notes) VALUES "
            "('customers', 'export_2026.csv', 'a', 'done', ?, ?, 1312, 1200, 87, 0, 25, 'rejects.csv', "
            '\'[{"kind": "read_as", "text": "The text was read as utf-16.", "figures": '
            '{"encoding": "utf-16"}}]\')',
            (nine - 600_000, nine - 599_998),
        )
