"""What the clock does for the owner's campaigns: further messages when they are due, and the end (C13, C16)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.engine.campaigning.audience import Audience, Chosen
from reengage_desktop.engine.campaigning.starting import Filled, Queue
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.store import imports, owner_campaigns, selection, sequences
from reengage_desktop.store.database import Database
from reengage_desktop.store.owner_campaigns import OwnCampaign

_PASSING = frozenset({Reason.IN_OTHER_CAMPAIGN, Reason.CAP_WEEK, Reason.CAP_MONTH, Reason.CHANNEL_OFF})
"""What may have gone by tomorrow: the further message waits for it, as long as any message may be late."""

_PIECE = 50


def queue_steps(selector: Selector, campaign_id: int) -> Filled:
    """Queues every further message of a running campaign that is due, and notes whom it does not reach and why."""
    db, now = selector.db, selector.now
    campaign, result = owner_campaigns.get(db, campaign_id), Filled()
    if campaign.status is not CampaignStatus.ACTIVE or campaign.chosen_at is None:
        return result
    for number, step in enumerate(campaign.plan.steps, 1):
        due = sequences.list_due(db, campaign_id, number, step.after_days, selector.settings, now)
        if due:
            _queue(selector, campaign, number, due, result)
    result.is_done = True
    return result


def finish(db: Database, campaign_id: int, settings: Settings, now: datetime) -> bool:
    """Calls a running campaign completed when nothing of it can go any more; True when it did.

    A message that a provider keeps waiting is one that can still go.
    """
    with db.write():
        campaign = owner_campaigns.get(db, campaign_id)
        if campaign.status is not CampaignStatus.ACTIVE or campaign.chosen_at is None:
            return False
        if not sequences.is_finished(db, campaign_id, len(campaign.plan.steps), settings):
            return False
        owner_campaigns.complete(db, campaign_id, now)
    return True


def _queue(selector: Selector, campaign: OwnCampaign, number: int, due: dict[int, datetime], result: Filled) -> None:
    now = selector.now
    audience = Audience(selector, campaign.plan, campaign.id, number)
    queue = Queue(selector, campaign, step=number)
    patience = timedelta(hours=selector.settings.whole("sending.expires_after_hours"))
    for some in selection.chunks(sorted(due), _PIECE):
        if imports.is_writing(selector.db):
            return
        chosen = _without_passing(audience.choose(some), [each for each in some if due[each] + patience > now])
        if not queue.put(chosen.prepared, chosen.left_out, result):
            return


def _without_passing(chosen: Chosen, patient: Sequence[int]) -> Chosen:
    """Nothing is noted yet about those for whom what stands in the way may pass in time."""
    waiting = set(patient)
    left_out = tuple(each for each in chosen.left_out if each.reason not in _PASSING or each.customer_id not in waiting)
    return replace(chosen, left_out=left_out)
