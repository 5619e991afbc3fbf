"""What the owner's campaigns need from the clock: due ones start, cut-off starts go on, steps follow, the end comes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from reengage_desktop.domain.campaign_states import CampaignStatus, CampaignStep
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.engine.campaigning.falling_over import fall_over
from reengage_desktop.engine.campaigning.reviewing import find_stops
from reengage_desktop.engine.campaigning.starting import fill
from reengage_desktop.engine.campaigning.stepping import finish, queue_steps
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.store import imports, notices, owner_campaigns

log = logging.getLogger(__name__)


@dataclass
class Advanced:
    """What was done: campaigns that started, could not start, ended; messages queued; people left out.

    `fell_over`: messages that moved on to another channel because their address was refused.
    """

    started: int = 0
    not_started: int = 0
    completed: int = 0
    queued: int = 0
    left_out: int = 0
    fell_over: int = 0

    def as_json(self) -> dict[str, int]:
        """Only what is not zero."""
        return {name: count for name, count in vars(self).items() if count}


def advance(selector: Selector, *, stop: Callable[[], bool] | None = None) -> Advanced:
    """Does it, campaign by campaign."""
    db, done = selector.db, Advanced()
    if imports.is_writing(db):
        return done
    done.fell_over = fall_over(selector)
    for campaign_id in owner_campaigns.find_due(db, selector.now):
        if stop is not None and stop():
            return done
        if _begin(selector, campaign_id, done):
            filled = fill(selector, campaign_id, stop=stop)
            done.queued += filled.queued
            done.left_out += sum(filled.left_out.values())
    for campaign in owner_campaigns.list_in(db, [CampaignStatus.ACTIVE]):
        if stop is not None and stop():
            return done
        filled = queue_steps(selector, campaign.id)
        done.queued += filled.queued
        done.left_out += sum(filled.left_out.values())
        done.completed += finish(db, campaign.id, selector.settings, selector.now)
    if done.as_json():
        log.info("campaigns.advanced", extra={"facts": done.as_json()})
    return done


def _begin(selector: Selector, campaign_id: int, done: Advanced) -> bool:
    """Starts a campaign whose day has come; one that can't start is a draft again, and the owner hears why."""
    db, now = selector.db, selector.now
    campaign = owner_campaigns.get(db, campaign_id)
    if campaign.status is not CampaignStatus.SCHEDULED:
        return True  # cut off in the middle of its start
    stops = find_stops(selector, campaign.plan)
    with db.write():
        if owner_campaigns.get(db, campaign_id).status is not CampaignStatus.SCHEDULED:
            return False
        if stops:
            owner_campaigns.move(db, campaign_id, CampaignStep.TAKE_BACK)
            figures = {"campaign_id": campaign_id, "cause": str(stops[0])}
            notices.tell(db, f"campaign:{campaign_id}:start", NoticeKind.CAMPAIGN_NOT_STARTED, figures, now)
            done.not_started += 1
            return False
        owner_campaigns.begin(db, campaign_id, now)
    done.started += 1
    return True
