"""Starts an owner's campaign: chooses its recipients and puts their messages into the outbox (C4, C13).

A start that is cut off goes on where it was: `chosen_at` stays empty until everybody is in, and the outbox's key lets
nobody in twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.moments import days_later, from_stamp, local_day, stamp, start_of_day
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.engine import queueing
from reengage_desktop.engine.campaigning.audience import Audience, Prepared
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.store import discounts, imports, owner_campaigns, recipients, selection
from reengage_desktop.store.owner_campaigns import OwnCampaign
from reengage_desktop.store.recipients import LeftOut

UNDO_S = 30
UNDO = timedelta(seconds=UNDO_S)
"""So long after the owner's start no message leaves yet: she can take it back."""

_IN_ONE_TRANSACTION = 200

Tell = Callable[[int, int], None]


@dataclass
class Filled:
    """What became of choosing recipients: messages queued, people left out by reason; whether everybody was reached."""

    queued: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    is_done: bool = False

    def leave_out(self, some: Sequence[LeftOut]) -> None:
        """Counts people who get nothing."""
        for each in some:
            self.left_out[each.reason.value] = self.left_out.get(each.reason.value, 0) + 1


def fill(
    selector: Selector,
    campaign_id: int,
    *,
    undo_s: int = UNDO_S,
    stop: Callable[[], bool] | None = None,
    tell: Tell | None = None,
) -> Filled:
    """Puts everybody whom the campaign means now into the outbox: with a message, or with the reason for none.

    Stops between groups when asked, when the campaign is paused, taken back or stopped meanwhile, or while an import
    is being written; the next call goes on from there.
    """
    db = selector.db
    campaign = owner_campaigns.get(db, campaign_id)
    audience = Audience(selector, campaign.plan, campaign_id)
    queue = Queue(selector, campaign, undo_s=undo_s)
    result, done, ids = Filled(), 0, audience.ids()
    for some in selection.chunks(ids):
        if (stop is not None and stop()) or imports.is_writing(db):
            return result
        chosen = audience.choose(some)
        for left_out in selection.chunks(chosen.left_out, 500):
            if not queue.put((), left_out, result):
                return result
        for prepared in selection.chunks(chosen.prepared, _IN_ONE_TRANSACTION):
            if not queue.put(prepared, (), result):
                return result
        done += len(some)
        if tell is not None:
            tell(done, len(ids))
    owner_campaigns.note_chosen(db, campaign_id, selector.now)
    result.is_done = True
    return result


class Queue:
    """Writes what is prepared for one step of a campaign, as long as the campaign runs."""

    def __init__(self, selector: Selector, campaign: OwnCampaign, *, step: int = 0, undo_s: int = 0) -> None:
        self._db = selector.db
        self._campaign = campaign
        self._settings = selector.settings
        self._now = selector.now
        self._step = step
        # A start that the owner has just made can still be taken back; further messages go when they are due.
        started_at = campaign.started_at or selector.now
        self._begins_at = selector.now if step else started_at + timedelta(seconds=undo_s)
        today = start_of_day(local_day(selector.now, selector.settings.zone), selector.settings.zone)
        self._place = recipients.count_in_line(selector.db, campaign.id, step, today)

    def put(self, prepared: Sequence[Prepared], left_out: Sequence[LeftOut], result: Filled) -> bool:
        """Queues and notes some people in one transaction; False, and nothing done, when the campaign does not run."""
        with self._db.write():
            now_is = owner_campaigns.get(self._db, self._campaign.id)
            if now_is.status is not CampaignStatus.ACTIVE or now_is.started_at != self._campaign.started_at:
                return False
            notes = list(left_out)
            people = [each.customer_id for each in prepared]
            recipients.forget_left_out(self._db, self._campaign.id, people, self._step)
            addresses = [each.reach.address or "" for each in prepared]
            intake = queueing.Intake(self._db, people, addresses, self._settings, self._now)
            for each in prepared:
                refused = self._enqueue(intake, each)
                if refused is None:
                    result.queued += 1
                elif refused is not Reason.ALREADY_SENT:
                    notes.append(LeftOut(each.customer_id, each.reach.channel, refused, None, self._step))
            intake.write()
            kind = self._campaign.plan.campaign_type
            recipients.note_left_out(self._db, self._campaign.id, kind, notes, self._settings, self._now)
            result.leave_out(notes)
        return True

    def _enqueue(self, intake: queueing.Intake, each: Prepared) -> Reason | None:
        """Queues one message; the reason why the outbox does not take it, or None."""
        db, now = self._db, self._now
        code_id = None
        if each.worded.code is not None:
            code_id = discounts.keep(db, each.worded.code, each.customer_id, stamp(now))
        due_at, patience_s = slot(self._campaign.plan, self._place, max(self._begins_at, now), self._settings.zone)
        draft = draft_of(self._campaign, each, self._step, code_id)
        queued = intake.take(replace(draft, due_at=due_at, patience_s=patience_s))
        if isinstance(queued, Reason):
            return queued
        self._place += 1
        return None


def slot(plan: CampaignPlan, place: int, start: datetime, zone: ZoneInfo) -> tuple[datetime, int]:
    """When the message at a place in the line may go at the campaign's daily limit, and how much patience it needs.

    The daily limit puts it on a later day, at the same time of day; the pace of a minute is the sender's to keep, the
    message only must not grow too old meanwhile.
    """
    days = place // plan.daily_limit if plan.daily_limit else 0
    within = place % plan.daily_limit if plan.daily_limit else place
    minutes = within // plan.rate_limit_per_minute if plan.rate_limit_per_minute else 0
    return from_stamp(stamp(days_later(start, days, zone))), minutes * 60


def draft_of(campaign: OwnCampaign, each: Prepared, step: int, code_id: int | None) -> Draft:
    """The message as the outbox takes it: the owner looked at the campaign when she started it."""
    worded = each.worded
    decision = {
        "campaign_type": campaign.plan.campaign_type.value,
        "campaign": campaign.plan.name,
        "step": step,
        "variant": worded.variant,
        "discount_code": None if worded.code is None else worded.code.text,
    }
    return Draft(
        campaign_id=campaign.id,
        campaign_type=campaign.plan.campaign_type.value,
        customer_id=each.customer_id,
        channel=each.reach.channel,
        address=each.reach.address or "",
        content=worded.content,
        step=step,
        decision={name: value for name, value in decision.items() if value is not None},
        code_id=code_id,
        is_automatic=False,
        needs_approval=False,
        variant=worded.variant,
    )
