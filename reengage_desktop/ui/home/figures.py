"""What Home shows, read in one go."""

from dataclasses import dataclass
from datetime import timedelta

from reengage_desktop.domain.figures import Analytics, DayFigures, LapsedFigures
from reengage_desktop.domain.listings import NoticeRow, RunRow
from reengage_desktop.domain.moments import local_day, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import notices as notice_tasks
from reengage_desktop.jobs.tasks import results, while_off
from reengage_desktop.jobs.tasks.while_off import Missed
from reengage_desktop.store import concerns, listings, problems, reports, segments
from reengage_desktop.store.concerns import Complaints, LeftWaiting, OpenMessages, RowsNotTaken
from reengage_desktop.ui.messages import read_campaigns, read_names
from reengage_desktop.ui.notices import Background
from reengage_desktop.ui.standing import Standing, read_standing

DAYS = 30
CHART_DAYS = 90
_LOOKED_AT = 60


@dataclass(frozen=True)
class Concerns:
    """What may need the owner. `late_run` made up for a missed one in the last two days; `put_away`: tips she knows."""

    open: OpenMessages
    notices: list[NoticeRow]
    behind: Background
    late_run: RunRow | None
    missed: Missed
    failed_run: RunRow | None
    never_asked: int
    complaints: Complaints
    not_taken: RowsNotTaken | None
    left_waiting: LeftWaiting | None
    put_away: frozenset[str]


@dataclass(frozen=True)
class HomeFigures:
    """Everything on Home at one moment but what the keyring knows."""

    has_customers: bool
    settings: Settings
    lapsed: LapsedFigures
    analytics: Analytics
    days: list[DayFigures]
    standing: Standing
    concerns: Concerns


def read_home(shop: Shop) -> HomeFigures:
    """Reads it; for a lane."""
    db, settings, now = shop.db, shop.settings(), shop.now()
    return HomeFigures(
        has_customers=bool(listings.customer_ids(db, settings, now, limit=1)),
        settings=settings,
        lapsed=reports.lapsed(db, settings, now),
        analytics=results.get_analytics(shop, DAYS),
        days=reports.daily(db, settings, now, reports.last_days(CHART_DAYS, settings, now)),
        standing=read_standing(shop),
        concerns=_read_concerns(shop, settings),
    )


def _read_concerns(shop: Shop, settings: Settings) -> Concerns:
    db, now = shop.db, shop.now()
    told = listings.notices(db)
    recent = [run for run in listings.runs(db, limit=_LOOKED_AT) if run.started_at >= stamp(now - timedelta(days=2))]
    today = start_of_day(local_day(now, settings.zone), settings.zone)
    return Concerns(
        open=concerns.get_open(db),
        notices=told,
        behind=_read_background(shop, told),
        late_run=next((run for run in recent if run.was_missed), None),
        missed=while_off.count_missed(shop),
        failed_run=next((run for run in _latest_of_each(recent) if run.status == "failed"), None),
        never_asked=segments.count_never_asked(db),
        complaints=concerns.get_complaints(db, now),
        not_taken=concerns.find_rows_not_taken(db, now),
        left_waiting=concerns.find_left_waiting(db, settings.whole("reengagement.daily_limit"), today),
        put_away=notice_tasks.list_put_away(shop),
    )


def _latest_of_each(recent: list[RunRow]) -> list[RunRow]:
    """The newest run of every job: what went well since is no longer a failure."""
    return list({run.job: run for run in reversed(recent)}.values())


def _read_background(shop: Shop, told: list[NoticeRow]) -> Background:
    people = [each for notice in told if isinstance(each := notice.figures.get("customer_id"), int)]
    providers = {str(notice.figures["provider"]) for notice in told if "provider" in notice.figures}
    codes = {each: problems.find_account_code(shop.db, each) or "" for each in providers}
    titles = read_campaigns(shop) if told else {}
    return Background(read_names(shop, people), titles, problems.count_stuck(shop.db), codes)
