"""The queue: what waits, what went wrong, and the owner's decisions about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.channels.registry import build_channel
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState
from reengage_desktop.engine import queueing
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.results import describe
from reengage_desktop.store import listings
from reengage_desktop.store.database import Row

WAITING_OR_WRONG = (
    OutboxState.PENDING,
    OutboxState.HELD,
    OutboxState.SENDING,
    OutboxState.UNCERTAIN,
    OutboxState.REJECTED,
)
"""What the queue shows when no state is asked for."""


@dataclass(frozen=True)
class Queue:
    """Some messages of the queue, newest first, and how many there are."""

    total: int
    messages: list[MessageRow]
    settings: Settings

    def as_json(self) -> dict[str, Any]:
        """`{"total", "messages"}`."""
        return {"total": self.total, "messages": [describe(row, self.settings) for row in self.messages]}


@dataclass(frozen=True)
class Changed:
    """How many messages a decision changed."""

    changed: int

    def as_json(self) -> dict[str, Any]:
        """`{"changed"}`."""
        return {"changed": self.changed}


@dataclass(frozen=True)
class LetGo(Changed):
    """How many held messages were let go, and how they were held."""

    held: tuple[Row, ...]


def list_queue(shop: Shop, state: OutboxState | None = None, *, limit: int = 50) -> Queue:
    """What waits and what went wrong, or every message in one state."""
    with shop.db.snapshot():
        counts = listings.count_messages(shop.db)
        states = WAITING_OR_WRONG if state is None else (state,)
        ids = listings.message_ids(shop.db, states, limit=limit)
        rows = listings.message_rows(shop.db, ids)
    return Queue(sum(counts[each] for each in states), rows, shop.settings())


def approve(shop: Shop, ids: Sequence[int] | None = None) -> Changed:
    """Lets held messages go (None: all that wait for approval)."""
    return _changed(shop, ids, lambda: queueing.approve(shop.db, ids, shop.now()))


def let_go(shop: Shop, ids: Sequence[int]) -> LetGo:
    """Lets these held messages go, and gives what `take_back` needs."""
    held: list[Row] = []

    def change() -> int:
        with shop.db.write():
            held.extend(queueing.list_held(shop.db, ids))
            return queueing.approve(shop.db, ids, shop.now())

    return LetGo(_changed(shop, ids, change).changed, tuple(held))


def take_back(shop: Shop, gone: LetGo) -> Changed:
    """Holds again what was let go and has not gone on: undoes `let_go`, each held for its own reason."""
    return _changed(shop, None, lambda: queueing.hold_again(shop.db, gone.held))


def hold(shop: Shop, ids: Sequence[int]) -> Changed:
    """Makes waiting messages wait for approval."""
    return _changed(shop, ids, lambda: queueing.hold(shop.db, ids))


def send_now(shop: Shop, ids: Sequence[int]) -> Changed:
    """Lets waiting and held messages go with the next sending, whatever moment they were put off to.

    The hours in which a person may be disturbed hold all the same: the claim asks again.
    """
    return _changed(shop, ids, lambda: queueing.hasten(shop.db, ids, shop.now()))


def drop(shop: Shop, ids: Sequence[int]) -> Changed:
    """Takes messages out that have not gone."""
    return _changed(shop, ids, lambda: queueing.drop(shop.db, ids, shop.now()))


def take_back_drop(shop: Shop, ids: Sequence[int]) -> Changed:
    """Puts dropped messages back: undoes `drop`."""
    return _changed(shop, ids, lambda: queueing.take_back_drop(shop.db, ids, shop.now()))


def retry(shop: Shop, ids: Sequence[int]) -> Changed:
    """Queues messages again that were refused or skipped."""
    return _changed(shop, ids, lambda: queueing.retry(shop.db, ids, shop.now()))


def resolve(shop: Shop, ids: Sequence[int], decision: Literal["sent", "again"]) -> Changed:
    """The owner's word on messages of which nobody knows whether they arrived."""
    return _changed(shop, ids, lambda: queueing.resolve(shop.db, ids, decision, shop.now()))


def check_again(shop: Shop) -> Changed:
    """Asks the providers about every uncertain message; gives how many of them they knew. Nothing is sent."""
    from reengage_desktop.engine import sending  # noqa: PLC0415 - the command line starts without it

    def channel(name: ChannelName) -> Channel | NotConfigured:
        return build_channel(name, shop.settings(), shop.secrets)

    found = sending.ask_again(shop.db, channel, shop.settings(), shop.now(), lock_dir=shop.paths.locks)
    if found:
        shop.events.publish(QueueChanged())
    return Changed(found)


def refuse_unknown(shop: Shop, ids: Sequence[int]) -> None:
    """Raises Refused where one of these numbers is no message's."""
    unknown = listings.unknown_messages(shop.db, ids)
    if unknown:
        numbers = ", ".join(map(str, unknown))
        raise Refused(f"There is no message {numbers}. Nothing was changed; see: reengage-desktop queue")


def _changed(shop: Shop, ids: Sequence[int] | None, change: Callable[[], int]) -> Changed:
    if ids is not None:
        refuse_unknown(shop, ids)
    changed = Changed(change())
    if changed.changed:
        shop.events.publish(QueueChanged())
    return changed
