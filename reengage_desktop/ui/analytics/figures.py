"""What Analytics shows, read in one go."""

from dataclasses import dataclass

from reengage_desktop.domain.figures import Analytics, DayFigures
from reengage_desktop.domain.listings import RunRow
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import results
from reengage_desktop.store import listings, reports


@dataclass(frozen=True)
class AnalyticsFigures:
    """Everything on the page for one range; `looked_at` counts the customers that the daily checks looked at."""

    analytics: Analytics
    days: list[DayFigures]
    hours: list[list[int]]
    looked_at: int


def read_analytics(shop: Shop, days: int) -> AnalyticsFigures:
    """Reads it; for a lane."""
    settings, now = shop.settings(), shop.now()
    span = reports.span_of(reports.last_days(days, settings, now), settings, now)
    hours = reports.span_of(reports.last_days(max(days, 90), settings, now), settings, now)
    runs = listings.runs(shop.db, job=Job.PROCESS_CAMPAIGNS, limit=days + 1)
    return AnalyticsFigures(
        analytics=results.get_analytics(shop, days),
        days=reports.daily(shop.db, settings, now, reports.last_days(days, settings, now)),
        hours=reports.orders_by_hour(shop.db, settings, hours),
        looked_at=sum(_processed(run) for run in runs if run.started_at >= span.since),
    )


def _processed(run: RunRow) -> int:
    value = run.result.get("total_processed", 0)
    return value if isinstance(value, int) else 0
