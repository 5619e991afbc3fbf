"""What each named job does, as a function of the open shop; `tasks.runs` starts it and keeps the record.

Each imports its engine step when it runs: the command line starts without them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reengage_desktop.channels.protocol import Channel, ChannelState, Mailbox, NotConfigured
from reengage_desktop.channels.registry import availability, build_channel, build_mailbox
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.jobs.lanes import Progress
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.store import claims, outbox

_TOLD_EVERY_S = 3.0
"""So often, at most, the windows read anew what has gone while a sending runs."""


@dataclass(frozen=True)
class Work:
    """One job's turn: the shop, the way to be stopped, the way to tell how far it is; a dry one changes nothing.

    `is_by_hand`: the owner asked, so a provider that did not answer lately is tried at once.
    """

    shop: Shop
    stop: Callable[[], bool]
    progress: Callable[[int, int | None], None]
    is_dry: bool = False
    is_by_hand: bool = True

    def availability(self) -> dict[ChannelName, ChannelState]:
        """Which channels can send now; asked once for each run."""
        return availability(self.shop.settings(), self.shop.secrets)

    def channel(self, name: ChannelName) -> Channel | NotConfigured:
        """The adapter that carries a channel now."""
        return build_channel(name, self.shop.settings(), self.shop.secrets)

    def mailbox(self) -> Mailbox | NotConfigured:
        """The mailbox to which customers answer."""
        return build_mailbox(self.shop.settings(), self.shop.secrets)


def process_campaigns(work: Work) -> dict[str, Any]:
    """The daily run: who stopped buying, and what (if anything) to say to each (A2, A3)."""
    from reengage_desktop.engine import campaigning  # noqa: PLC0415

    shop = work.shop
    own = {} if work.is_dry else _advance(work)
    found = campaigning.process_campaigns(
        shop.db, shop.settings(), work.availability(), shop.now(), stop=work.stop, is_dry=work.is_dry
    ).as_json()
    return {**found, **own}


def check_back_in_stock(work: Work) -> dict[str, Any]:
    """Who looked at something that is in stock again (A6)."""
    from reengage_desktop.engine import campaigning  # noqa: PLC0415

    shop = work.shop
    return campaigning.check_back_in_stock(
        shop.db, shop.settings(), work.availability(), shop.now(), stop=work.stop, is_dry=work.is_dry
    ).as_json()


def check_price_drops(work: Work) -> dict[str, Any]:
    """Who looked at something that is clearly cheaper now (A7)."""
    from reengage_desktop.engine import campaigning  # noqa: PLC0415

    shop = work.shop
    return campaigning.check_price_drops(
        shop.db, shop.settings(), work.availability(), shop.now(), stop=work.stop, is_dry=work.is_dry
    ).as_json()


def send(work: Work) -> dict[str, Any]:
    """Works the queue, after asking who opted out meanwhile (promise 10); a dry run counts what is due."""
    shop = work.shop
    if work.is_dry:
        due = claims.count_due(shop.db, shop.now())
        return {"sent": 0, "failed": 0, "deferred": due, "uncertain": 0, "skipped": {}}
    from reengage_desktop.engine import feedback, sending  # noqa: PLC0415

    own = _advance(work)
    if claims.count_due(shop.db, shop.now()):
        feedback.sync_if_older(shop.db, work.channel, shop.settings(), shop.now(), mailbox=work.mailbox)
    found = sending.work_queue(
        shop.db,
        work.channel,
        shop.settings,
        shop.clock,
        lock_dir=shop.paths.locks,
        stop=work.stop,
        progress=_telling(work),
        probes=work.is_by_hand,
    ).as_json()
    return {**found, **_together(own, _advance(work))}


def _telling(work: Work) -> Callable[[int, int | None], None]:
    """Passes on how far the sender is, and now and then tells the windows: a slow mailbox takes minutes."""
    tell = Progress(lambda _done, _total: work.shop.events.publish(QueueChanged()), gap_s=_TOLD_EVERY_S)

    def pass_on(done: int, total: int | None) -> None:
        work.progress(done, total)
        tell(done)

    return pass_on


def _advance(work: Work) -> dict[str, Any]:
    """What the owner's own campaigns need from the clock now; `{"campaigns": counts}` where anything was done."""
    from reengage_desktop.jobs.tasks import owner_campaigns  # noqa: PLC0415 - see WORKS

    done = owner_campaigns.advance(work.shop, work.stop)
    return {"campaigns": done} if done else {}


def _together(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The counts before and after sending in one."""
    first, second = before.get("campaigns", {}), after.get("campaigns", {})
    counts = {name: first.get(name, 0) + second.get(name, 0) for name in {**first, **second}}
    return {"campaigns": counts} if counts else {}


def sync_status(work: Work) -> dict[str, Any]:
    """What came back: opt-outs, replies, deliveries; and which orders the messages brought."""
    if work.is_dry:
        return {"events": {}, "opt_outs": 0, "replies": 0, "failed": {}, "notes": []}
    from reengage_desktop.engine import attributing, feedback  # noqa: PLC0415

    shop = work.shop
    found = feedback.sync_status(shop.db, work.channel, shop.settings(), shop.now(), work.stop, mailbox=work.mailbox)
    attributing.attribute_orders(shop.db, shop.settings())
    return found.as_json()


def cleanup(work: Work) -> dict[str, Any]:
    """Takes away what is past its time: old views (A17), stale messages, undecided ones; keeps a copy of every day."""
    from reengage_desktop.engine.importing.turns import clear_leftovers  # noqa: PLC0415
    from reengage_desktop.store import views  # noqa: PLC0415

    shop, now = work.shop, work.shop.now()
    keep_days = shop.settings().whole("reengagement.views_retention_days")
    if work.is_dry:
        old = views.count_older(shop.db, keep_days, shop.settings(), now)
        return {"views": old, "expired": 0, "treated_as_sent": 0, "backup": None, "backups_removed": 0}
    removed = views.remove_older(shop.db, keep_days, shop.settings(), now)
    expired = outbox.skip_stale(shop.db, now)
    treated = outbox.treat_undecided(shop.db, now)
    clear_leftovers(shop.db)
    copy, gone = backups.keep_daily(shop)
    return {
        "views": removed,
        "expired": expired,
        "treated_as_sent": treated,
        "backup": None if copy is None else copy.name,
        "backups_removed": gone,
    }


WORKS: Mapping[Job, Callable[[Work], dict[str, Any]]] = {
    Job.PROCESS_CAMPAIGNS: process_campaigns,
    Job.CHECK_BACK_IN_STOCK: check_back_in_stock,
    Job.CHECK_PRICE_DROPS: check_price_drops,
    Job.SEND: send,
    Job.SYNC_STATUS: sync_status,
    Job.CLEANUP: cleanup,
}
