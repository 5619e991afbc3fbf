"""Whether the PC's clock can be right (promise 16): it lies neither behind what was recorded, nor far ahead of it.

While it can't be trusted nothing goes by any hand and nothing grows too old. It ends when the clock is set, or when the
owner says that the date is right: after a winter in which the PC was off, say.
"""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reengage_desktop.domain.moments import from_stamp, local_day, stamp
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.jobs.events import NoticesChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import job_runs, notices
from reengage_desktop.store.claims import CLOCK_UNTRUSTED_WORD
from reengage_desktop.store.database import Database
from reengage_desktop.store.settings import drop_word, find_word, put_word

UNTRUSTED = CLOCK_UNTRUSTED_WORD
"""The remembered word that holds all sending while the PC's clock can't be right."""

FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)
"""The program was written years after it; a clock that says so has lost its battery."""
BEHIND = timedelta(days=1)
"""A clock this far before what was recorded is not believed."""
AHEAD = timedelta(days=100)
"""Nor is one so far after it: holidays are shorter, and a wrong year would let all that waits grow too old."""

_CONFIRMED = "clock_confirmed"
_NOTICE = "clock"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Known:
    """The latest moment that was believed, and the last run of before the owner's word on it."""

    moment: datetime | None
    run_id: int = 0


def watch(shop: Shop, now: datetime) -> bool:
    """Whether the clock can be right at this moment; from here on the shop and its owner know when it can't."""
    latest = find_latest(shop.db)
    is_right = now >= FIRST_DAY and (latest is None or _fits(now, latest, knows_no_years=shop.is_sample))
    was_right = not is_untrusted(shop.db)
    if is_right and not was_right:
        drop_word(shop.db, UNTRUSTED)
        notices.dismiss(shop.db, _NOTICE, now)
        shop.events.publish(NoticesChanged())
    if not is_right and was_right:
        _log.warning("clock.untrusted", extra={"facts": {"now": now.isoformat(), "latest": str(latest)}})
        put_word(shop.db, UNTRUSTED, "yes")
        zone = shop.settings().zone
        days = {"day": str(local_day(now, zone)), "last_day": str(local_day(latest or now, zone))}
        notices.tell(shop.db, _NOTICE, NoticeKind.CLOCK_UNTRUSTED, days, now)
        shop.events.publish(NoticesChanged())
    return is_right


def confirm(shop: Shop) -> None:
    """The owner says that the PC's date is right: from it on the clock is judged, whatever was recorded before.

    Raises Refused where it can't be.
    """
    now = shop.now()
    if now < FIRST_DAY:
        raise Refused(
            "This date can't be right: the program was written later. Nothing is sent until you set date and time of "
            "this PC."
        )
    with shop.db.write():
        last = shop.db.value("SELECT coalesce(max(id), 0) FROM job_runs")
        put_word(shop.db, _CONFIRMED, f"{stamp(now)} {last}")
    watch(shop, now)


def require_right(shop: Shop) -> None:
    """Raises Refused while the clock can't be trusted, unless somebody stated what moment it is."""
    if not shop.is_stated and is_untrusted(shop.db):
        raise Refused(
            "The clock of this PC can't be right: it lies behind what was already recorded, or far ahead of it. "
            "Nothing is sent and nothing was changed. Set date and time of this PC; if they are right, say so in the "
            "window, under Home."
        )


def _fits(now: datetime, latest: datetime, *, knows_no_years: bool) -> bool:
    return latest - BEHIND < now and (knows_no_years or now < latest + AHEAD)


def is_untrusted(db: Database) -> bool:
    """Whether the clock could not be right when it was last looked at."""
    return find_word(db, UNTRUSTED) is not None


def find_latest(db: Database) -> datetime | None:
    """The latest moment that was believed; None for a shop in which nothing has begun yet."""
    known = _confirmed(db)
    begun = job_runs.latest_start(db, after=known.run_id)
    return max(filter(None, (known.moment, begun)), default=None)


def _confirmed(db: Database) -> _Known:
    moment, _, run_id = (find_word(db, _CONFIRMED) or "").partition(" ")
    return _Known(from_stamp(int(moment)), int(run_id)) if moment else _Known(None)
