"""A shop with messages to send, and a channel that answers as the test has written."""

import itertools
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reengage_desktop.channels.protocol import Capabilities, Channel, NotConfigured
from reengage_desktop.channels.trials import TestResult, works
from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.messages import Content, Outgoing
from reengage_desktop.domain.outcomes import Accepted, Outcome
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.engine.sending import Pace, SendResult, SentNow, send_now, work_queue
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database, open_database
from tests.conftest import Clock
from tests.shop_rows import add_customer

BOUGHT_AT = datetime(2026, 8, 1, 10, tzinfo=UTC)
WE_MISS_YOU = 5


class ScriptedChannel:
    """Answers each call with the next word of its script, then accepts; `before` is called before, `after` after."""

    def __init__(self, name: str = "smtp", capabilities: Capabilities | None = None) -> None:
        self.name = name
        self.capabilities = capabilities or Capabilities()
        self.script: list[Outcome] = []
        self.sent: list[Outgoing] = []
        self.known: dict[int, Outcome | None] = {}
        self.asked: list[tuple[int, timedelta]] = []
        self.left_s: list[float] = []
        self.before: Callable[[Outgoing], None] = lambda _message: None
        self.after: Callable[[Outgoing, Outcome], None] = lambda _message, _outcome: None
        self.closed = 0

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        self.left_s.append(deadline - time.monotonic())
        self.before(message)
        self.sent.append(message)
        outcome = self.script.pop(0) if self.script else Accepted(f"id-{message.message_id}-{len(self.sent)}")
        self.after(message, outcome)
        return outcome

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        self.left_s.append(deadline - time.monotonic())
        self.asked.append((message.message_id, attempted_ago))
        return self.known.get(message.message_id)

    def test(self) -> TestResult:
        return works("")

    def close(self) -> None:
        self.closed += 1

    @property
    def addresses(self) -> list[str]:
        return [message.address for message in self.sent]


class Rig:
    """One shop, a clock, a steady clock that only sleeping moves, and a channel for every name."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        folder.mkdir(exist_ok=True)
        self.db: Database = open_database(folder / "shop.db")
        self.channel = ScriptedChannel()
        self.channels: dict[ChannelName, Channel | NotConfigured] = {}
        self.built: list[ChannelName] = []
        self.slept: list[float] = []
        self.steady = 1000.0
        self.sleeping_moves_the_clock = False
        self.set(reengagement__enabled="true", providers__smtp__rate_per_minute="0")
        self.set(reengagement__channels=",".join(ChannelName))
        self._numbers = itertools.count(1)

    def set(self, **values: str) -> None:
        for key, value in values.items():
            stored_settings.put(self.db, key.replace("__", "."), value, self.clock())

    def customer(self, channel: ChannelName = ChannelName.EMAIL, **columns: Any) -> int:
        number = next(self._numbers)
        address = {"email": f"c{number}@example.com"}
        if channel is not ChannelName.EMAIL:
            address = {"phone": f"+447700900{number:03}"}
        agreed = {f"consent_{channel}": 1}
        return add_customer(self.db, **{**address, **agreed, "last_order_at": int(BOUGHT_AT.timestamp()), **columns})

    def draft(self, customer_id: int, channel: ChannelName = ChannelName.EMAIL, **fields: Any) -> Draft:
        column = "email" if channel is ChannelName.EMAIL else "phone"
        address = self.db.value(f"SELECT {column} FROM customers WHERE id = ?", (customer_id,))
        given = {"campaign_id": WE_MISS_YOU, "campaign_type": "we_miss_you", "occasion": "lapse:1:1", **fields}
        given.setdefault("needs_approval", False)
        return Draft(customer_id=customer_id, channel=channel, address=address, content=Content("Hello"), **given)

    def enqueue(self, draft: Draft) -> int | Reason:
        return queueing.enqueue(self.db, draft, stored_settings.load(self.db), self.clock())

    def queue(self, count: int = 1, channel: ChannelName = ChannelName.EMAIL, **fields: Any) -> list[int]:
        ids = [self.enqueue(self.draft(self.customer(channel), channel, **fields)) for _ in range(count)]
        assert all(isinstance(each, int) and not isinstance(each, str) for each in ids), ids
        return [int(each) for each in ids]

    def pace(self) -> Pace:
        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.steady += seconds
            if self.sleeping_moves_the_clock:
                self.clock.move(seconds=seconds)

        return Pace(lambda: self.steady, sleep)

    def build(self, channel: ChannelName) -> Channel | NotConfigured:
        assert not self.db.engine.in_transaction(), "the keyring may be slow: no transaction waits for it"
        self.built.append(channel)
        return self.channels.get(channel, self.channel)

    def send(self, **given: Any) -> SendResult:
        return work_queue(
            self.db,
            self.build,
            lambda: stored_settings.load(self.db),
            self.clock,
            lock_dir=self.folder / "locks",
            pace=self.pace(),
            **given,
        )

    def send_now(self, message_id: int) -> SentNow:
        return send_now(
            self.db,
            message_id,
            self.build,
            lambda: stored_settings.load(self.db),
            self.clock,
            lock_dir=self.folder / "locks",
            pace=self.pace(),
        )

    def row(self, message_id: int, *columns: str) -> Any:
        found = self.db.row(f"SELECT {', '.join(columns)} FROM outbox WHERE id = ?", (message_id,))
        assert found is not None
        return found[0] if len(columns) == 1 else found

    def states(self, ids: Iterable[int] | None = None) -> list[str]:
        wanted = None if ids is None else set(ids)
        rows = self.db.rows("SELECT id, state FROM outbox ORDER BY id")
        return [state for message_id, state in rows if wanted is None or message_id in wanted]

    def touches(self) -> int:
        return int(self.db.value("SELECT count(*) FROM cap_ledger"))

    def notices(self) -> list[str]:
        return [kind for (kind,) in self.db.rows("SELECT kind FROM notices WHERE dismissed_at IS NULL ORDER BY id")]
