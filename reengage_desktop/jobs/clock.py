"""APScheduler says when, the lanes do the work, and `job_runs` says what happened. Imported after the first paint."""

import logging
from typing import TYPE_CHECKING

from apscheduler.schedulers.background import BackgroundScheduler

from reengage_desktop.jobs import network
from reengage_desktop.jobs.refusals import find_sentence
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.runs import run_job
from reengage_desktop.jobs.tasks.watched import FolderKeeper
from reengage_desktop.jobs.ticking import TICK_S, Ticker

if TYPE_CHECKING:
    from concurrent.futures import Future

_log = logging.getLogger(__name__)


class JobClock:
    """Wakes every minute while the program runs. The first tick comes at once: what was missed is caught up."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._ticker = Ticker(
            shop, run_job, lambda task: shop.lanes.network(task).exception(), network.is_there, FolderKeeper(shop).look
        )
        self._running: Future[object] | None = None
        self._scheduler = BackgroundScheduler(timezone="UTC", daemon=True)

    def start(self) -> None:
        """Begins to tick; ends with the shop."""
        self._scheduler.add_job(
            self.wake, "interval", seconds=TICK_S, id="tick", coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self._scheduler.start()
        self._shop.before_close.append(self.stop)
        self.wake()

    def wake(self) -> None:
        """Asks a lane to tick, unless it still works on the last one."""
        if self._shop.lanes.stopping() or (self._running is not None and not self._running.done()):
            return
        self._running = self._shop.lanes.network(self._ticker.tick)
        self._running.add_done_callback(_note_fault)

    def stop(self) -> None:
        """Ticks no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


def _note_fault(tick: "Future[object]") -> None:
    """Logs what kept a tick from its end: the next one tries again, but a clock that does nothing must say why."""
    fault = None if tick.cancelled() else tick.exception()
    if fault is not None:
        sentence = find_sentence(fault)
        trace = fault if sentence is None else None
        _log.warning("tick.failed", extra={"facts": {"sentence": sentence}}, exc_info=trace)
