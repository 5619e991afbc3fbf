"""What Home shows, read in one go."""

from dataclasses import dataclass
from datetime import timedelta

from reengage_desktop.domain.figures import DayFigures, LapsedFigures, Results
from reengage_desktop.domain.listings import NoticeRow, RunRow
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import results
from reengage_desktop.store import listings, reports, segments
from reengage_desktop.ui.standing import Standing, read_standing

DAYS = 30
CHART_DAYS = 90


@dataclass(frozen=True)
class HomeFigures:
    """Everything on Home at one moment; `late_run` made up for a missed one in the last two days."""

    customers: int
    lapsed: LapsedFigures
    totals: Results
    opted_out: int
    days: list[DayFigures]
    standing: Standing
    never_asked: int
    notices: list[NoticeRow]
    late_run: RunRow | None
    failed_run: RunRow | None
    channels: tuple[str, ...]


def read_home(shop: Shop) -> HomeFigures:
    """Reads it; for a lane."""
    db, settings, now = shop.db, shop.settings(), shop.now()
    counts = segments.count_all(db, settings, now)
    analytics = results.get_analytics(shop, DAYS)
    recent = [run for run in listings.runs(db, limit=40) if run.started_at >= stamp(now - timedelta(days=2))]
    return HomeFigures(
        customers=counts[Segment.ALL],
        lapsed=reports.lapsed(db, settings, now),
        totals=analytics.totals,
        opted_out=analytics.opted_out,
        days=reports.daily(db, settings, now, reports.last_days(CHART_DAYS, settings, now)),
        standing=read_standing(shop),
        never_asked=segments.count_never_asked(db),
        notices=listings.notices(db),
        late_run=next((run for run in recent if run.was_missed), None),
        failed_run=recent[0] if recent and recent[0].status == "failed" else None,
        channels=settings.channels,
    )
