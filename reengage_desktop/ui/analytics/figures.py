"""What Analytics shows, read in one go."""

from dataclasses import dataclass

from reengage_desktop.domain.figures import Analytics, DayFigures
from reengage_desktop.domain.periods import Period
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import results
from reengage_desktop.store import reports

HEAT_DAYS = 90


@dataclass(frozen=True)
class PeriodFigures:
    """What came of the messages of one period, and day by day."""

    period: Period
    analytics: Analytics
    days: list[DayFigures]


@dataclass(frozen=True)
class AnalyticsFigures:
    """Everything on the page for one range but the customers' states; `before`: None unless it is compared."""

    now: PeriodFigures
    before: PeriodFigures | None
    hours: list[list[int]]
    hours_period: Period


def read_analytics(shop: Shop, period: Period, *, compared: bool) -> AnalyticsFigures:
    """Reads it; for a lane. Hours need many orders: of a short period the 90 days up to its end are shown."""
    settings, now = shop.settings(), shop.now()
    wide = period if period.length >= HEAT_DAYS else Period.up_to(period.last, HEAT_DAYS)
    return AnalyticsFigures(
        now=_read_period(shop, period),
        before=_read_period(shop, period.before()) if compared else None,
        hours=reports.orders_by_hour(shop.db, settings, reports.span_of(wide, settings, now)),
        hours_period=wide,
    )


def _read_period(shop: Shop, period: Period) -> PeriodFigures:
    return PeriodFigures(
        period=period,
        analytics=results.get_period(shop, period),
        days=reports.daily(shop.db, shop.settings(), shop.now(), period),
    )
