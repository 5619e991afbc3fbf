"""Providers that answer as written, and what came of it in the shop's rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reengage_desktop.channels.protocol import (
    Capabilities,
    Channel,
    NotConfigured,
    Pending,
    Pulled,
    PullFailed,
    Report,
)
from reengage_desktop.channels.trials import TestResult, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, Outcome
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.engine import feedback
from reengage_desktop.engine.feedback import SyncResult
from reengage_desktop.store import customers
from reengage_desktop.store.database import Database
from tests.shop_rows import add_message

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

SENT_AT = NOW - timedelta(hours=3)

PHONE = "+12025550123"


def message(db: Database, customer_id: int, provider: str, provider_id: str, **columns: object) -> int:
    columns = {"channel": "sms", "address": PHONE, "provider": provider, "provider_message_id": provider_id, **columns}
    return add_message(db, customer_id, SENT_AT, **columns)


def only(name: ChannelName, channel: Channel) -> Callable[[ChannelName], Channel | NotConfigured]:
    return lambda asked: channel if asked is name else NotConfigured("not in this test")


def events(db: Database) -> list[tuple[object, ...]]:
    return db.rows("SELECT kind, outbox_id, customer_id, provider_event_id FROM delivery_events ORDER BY id")


def kinds(db: Database) -> list[str]:
    return [str(row[0]) for row in events(db)]


def consent(db: Database, customer_id: int, channel: ChannelName = ChannelName.SMS) -> bool | None:
    return customers.get(db, customer_id).consent[channel]


class Scripted:
    """A provider that answers as written: pages by the cursor that asks for them."""

    name = "scripted"
    capabilities = Capabilities(pulls_status=True, pulls_opt_outs=True)

    def __init__(self, *pages: Pulled | PullFailed) -> None:
        self.pages = list(pages)
        self.asked: list[str | None] = []
        self.pending: Sequence[Pending] = ()

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        self.asked.append(cursor)
        self.pending = pending
        number = int(cursor or 0)
        page = self.pages[min(number, len(self.pages) - 1)]
        if isinstance(page, PullFailed):
            return page
        return replace(page, cursor=str(number + 1), more=number + 1 < len(self.pages))

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        return Accepted(None)

    def test(self) -> TestResult:
        return works("Works.")

    def close(self) -> None:
        """Holds nothing."""


def sync(db: Database, channel: Channel, name: ChannelName = ChannelName.SMS, now: datetime = NOW) -> SyncResult:
    return feedback.sync_status(db, only(name, channel), Settings(), now)


def delivered(provider_id: str, at: datetime = NOW) -> Report:
    return Report(f"{provider_id}:delivered", provider_id, EventKind.DELIVERED, at)
