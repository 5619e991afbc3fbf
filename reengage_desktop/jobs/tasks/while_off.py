"""While the PC was off: which messages became due, which are stale by now, and which days had no daily run."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.moments import from_stamp, iso, local_day, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.jobs.schedule import daily_moment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.queue import Changed, drop, refuse_unknown, take_back_drop
from reengage_desktop.jobs.tasks.results import describe
from reengage_desktop.store import absences, job_runs, listings, outbox

LONGEST_GAP_S = 3 * 3600
"""While the program runs it looks for answers at least every hour: a longer silence was an absence."""
_MOST_DAYS = 366
_FRESH = timedelta(days=7)


@dataclass(frozen=True)
class WhileOff:
    """What an absence has left behind. `due` may still go as it is; `stale` waited too long, or was skipped for that.

    `since` is None where nothing ever ran, `until` is when something did again, where that is known. `missed_days` had
    no daily run, and none is made up for them but today's.
    """

    since: datetime | None
    due: list[MessageRow]
    stale: list[MessageRow]
    missed_days: list[date]
    settings: Settings
    until: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """`{"since", "due", "stale", "missed_days"}`, the messages as the queue shows them."""
        return {
            "since": iso(self.since, self.settings.zone),
            "due": [describe(row, self.settings) for row in self.due],
            "stale": [describe(row, self.settings) for row in self.stale],
            "missed_days": [day.isoformat() for day in self.missed_days],
        }


@dataclass(frozen=True)
class Missed:
    """How many messages came too late in an absence of the last days, and when that ended (a stamp; 0 for none)."""

    count: int = 0
    until: int = 0


def count_missed(shop: Shop) -> Missed:
    """What the last absence of the week has made too late and nobody has decided on."""
    now = shop.now()
    found = absences.find_last_absence(shop.db, now, LONGEST_GAP_S)
    if found is None or found[1] < stamp(now - _FRESH):
        return Missed()
    return Missed(absences.count_stale(shop.db, found[0], now), found[1])


def read(shop: Shop, since: datetime | None = None) -> WhileOff:
    """What became of the time since a moment (None: since anything last ran here)."""
    now, settings = shop.now(), shop.settings()
    with shop.db.snapshot():
        begun = since or _last_sign(shop, now)
        if begun is None:
            return WhileOff(None, [], [], [], settings)
        due = listings.message_rows(shop.db, absences.list_due(shop.db, begun, now))
        stale = listings.message_rows(shop.db, absences.list_stale(shop.db, begun, now))
        return WhileOff(begun, due, stale, _missed(shop, settings, begun, now), settings)


def read_last(shop: Shop) -> WhileOff:
    """What the last absence has left behind: the last three hours and more without a sign of life."""
    found = absences.find_last_absence(shop.db, shop.now(), LONGEST_GAP_S)
    if found is None:
        return WhileOff(None, [], [], [], shop.settings())
    since, until = map(from_stamp, found)
    return replace(read(shop, since), until=until)


def send(shop: Shop, ids: Sequence[int]) -> Changed:
    """Lets these messages go with the next sending all the same; every check of the claim holds as ever.

    Raises Refused where there is no such message.
    """
    refuse_unknown(shop, ids)
    changed = Changed(outbox.renew(shop.db, ids, shop.settings(), shop.now()))
    if changed.changed:
        shop.events.publish(QueueChanged())
    return changed


def skip(shop: Shop, ids: Sequence[int]) -> Changed:
    """Takes these messages out: their moment has passed. Raises Refused, before anything, for one that is none."""
    refuse_unknown(shop, ids)
    noted = absences.leave_out(shop.db, ids, is_left_out=True)
    return Changed(drop(shop, ids).changed + noted)


def take_back(shop: Shop, ids: Sequence[int]) -> Changed:
    """Undoes `skip`."""
    noted = absences.leave_out(shop.db, ids, is_left_out=False)
    return Changed(take_back_drop(shop, ids).changed + noted)


def _last_sign(shop: Shop, now: datetime) -> datetime | None:
    seconds = absences.find_last_sign(shop.db, now)
    return None if seconds is None else from_stamp(seconds)


def _missed(shop: Shop, settings: Settings, since: datetime, now: datetime) -> list[date]:
    if not settings.is_on("reengagement.enabled"):
        return []
    today = local_day(now, settings.zone)
    first = max(local_day(since, settings.zone), today - timedelta(days=_MOST_DAYS))
    days = [first + timedelta(days=number) for number in range((today - first).days + 1)]
    return [day for day in days if since < daily_moment(day, settings) <= now and not _has_run(shop, settings, day)]


def _has_run(shop: Shop, settings: Settings, day: date) -> bool:
    """Whether that local date had its run, by the clock or by hand, also before its time of day (B2)."""
    since, until = start_of_day(day, settings.zone), start_of_day(day + timedelta(days=1), settings.zone)
    return job_runs.ran_between(shop.db, Job.PROCESS_CAMPAIGNS, since, until)
