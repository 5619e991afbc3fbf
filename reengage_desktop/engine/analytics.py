"""What came of it: results per campaign type and channel over the last days (A11)."""

from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import datetime
from decimal import Decimal

from reengage_desktop.domain.figures import Analytics, Results
from reengage_desktop.domain.money import to_decimal
from reengage_desktop.domain.periods import Period
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.store import comparing, costs, reports
from reengage_desktop.store.database import Database


def get_analytics(db: Database, settings: Settings, now: datetime, days: int) -> Analytics:
    """Results of the messages sent in the last `days` local days up to `now`; every type and channel is named."""
    return get_period(db, settings, now, reports.last_days(days, settings, now))


def get_period(db: Database, settings: Settings, now: datetime, period: Period) -> Analytics:
    """The same for the messages sent in any period of days."""
    span = reports.span_of(period, settings, now)
    with db.snapshot():
        by_type = _results_by(db, "campaign_type", span, settings)
        by_channel = _results_by(db, "channel", span, settings)
        foreign = reports.foreign_revenue(db, span, settings.currency)
        chosen = reports.count_chosen(db, span)
        opted_out = reports.count_opt_outs(db, span)
        lift = comparing.find_lift(db, settings, now, span)
    return Analytics(
        days=period.length - 1,
        currency=settings.currency,
        by_type={
            name: by_type.get(name, Results()) for name in [*CampaignType, *sorted(set(by_type) - set(CampaignType))]
        },
        by_channel={channel: by_channel.get(channel, Results()) for channel in ChannelName},
        totals=_sum(by_type.values()),
        other_currencies=foreign,
        chosen=chosen,
        opted_out=opted_out,
        lift=lift,
    )


def get_conversion_rate(
    db: Database, settings: Settings, now: datetime, campaign_type: CampaignType, days: int
) -> float:
    """Converted ÷ sent of one campaign type, 0 to 1."""
    return get_analytics(db, settings, now, days).by_type[campaign_type].conversion_rate


def get_attributed_revenue(db: Database, settings: Settings, now: datetime, days: int) -> Decimal:
    """The money that messages of the last days brought back, net of refunds, in the shop's currency."""
    return to_decimal(get_analytics(db, settings, now, days).totals.revenue_minor, settings.currency)


def _results_by(db: Database, column: str, span: reports.Span, settings: Settings) -> dict[str, Results]:
    found, paid = reports.results_by(db, column, span, settings.currency), costs.list_costs(db, column, span, settings)
    for name, (cost, unpriced) in paid.items():
        found[name] = replace(found[name], cost=cost, unpriced=unpriced)
    return found


def _sum(parts: Iterable[Results]) -> Results:
    columns = zip(*(astuple(part) for part in parts), strict=True)
    return Results(*(sum(column) for column in columns))
