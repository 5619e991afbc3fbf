"""What support needs to help, ready to be copied: figures and states, no address, no name, no key (promise 26)."""

import platform
from zoneinfo import ZoneInfo

from reengage_desktop import __version__
from reengage_desktop.app.redaction import redact
from reengage_desktop.domain.listings import RunRow
from reengage_desktop.domain.moments import iso, iso_stamp
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import pace, sending
from reengage_desktop.store import activity, listings, problems

_RUNS = 15


def read_details(shop: Shop) -> str:
    """The details as lines of plain English, whatever language the window speaks. For a lane."""
    settings, now = shop.settings(), shop.now()
    zone = settings.zone
    counts = ", ".join(f"{kind} {count}" for kind, count in activity.count_all(shop.db).items())
    queue = pace.read_pace(shop)
    lines = [
        f"Reengage Desktop {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"Now {iso(now, zone)}",
        f"Messages: {counts}",
        _queue_line(queue, zone),
        f"Paused: {sending.read_pause(shop).as_json()}",
        "Channels: " + ", ".join(f"{name} through {settings.provider_of(name)}" for name in settings.channels),
        *(
            f"Problem: {each.count} x {each.cause} {each.provider} {each.code or ''} {each.reason or ''} {each.words}"
            for each in problems.list_all(shop.db)
        ),
        *(f"Notice: {each.kind} since {iso_stamp(each.at, zone)}" for each in listings.notices(shop.db)),
        *(_run_line(each, zone) for each in listings.runs(shop.db, limit=_RUNS)),
    ]
    return redact("\n".join(line.rstrip() for line in lines))


def _queue_line(queue: pace.Pace, zone: ZoneInfo) -> str:
    waiting = f"waiting {queue.open.waiting}, to approve {queue.open.to_approve}, uncertain {queue.open.uncertain}"
    return f"Queue: {waiting}, next {iso(queue.next_at, zone)}, held by {queue.held_by}"


def _run_line(run: RunRow, zone: ZoneInfo) -> str:
    ended = f"{run.status} {run.error or ''} {run.result}"
    return f"Run: {iso_stamp(run.started_at, zone)} {run.job} by {run.trigger}: {ended}"
