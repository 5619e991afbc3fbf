"""Whom the automatic campaigns would write to now: everybody who is due, and before them whoever looked at a product.

The same rules and the same order as the runs themselves; writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.decisions import Choice, decide_occasion
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.engine.selecting.selector import Allotment, Availability, Choices, Selector
from reengage_desktop.store import selection
from reengage_desktop.store.database import Database


@dataclass(frozen=True)
class Today:
    """What one go of the hourly checks (A6, A7), by type, and of the daily run after them would come to.

    The day's limit and the units in stock are those of all of them together, and `told` gets one message each.
    """

    viewers: Mapping[CampaignType, Choices]
    due: Choices
    told: frozenset[int]


def choose_due(db: Database, settings: Settings, availability: Availability, now: datetime) -> Choices:
    """Decides about everybody whom the daily run looks at.

    The daily limit serves the most recently lapsed first, then the higher lifetime value, then the id.
    """
    with db.snapshot():
        selector = Selector.of(db, settings, availability, now)
        return _choose_due(selector, Allotment(selector))


def choose_today(db: Database, settings: Settings, availability: Availability, now: datetime) -> Today:
    """Decides about everybody, in the order in which the clock starts the checks: products first."""
    with db.snapshot():
        selector = Selector.of(db, settings, availability, now)
        allotment = Allotment(selector)
        kinds = (CampaignType.BACK_IN_STOCK, CampaignType.PRICE_DROP)
        viewers = {kind: _choose_viewers(selector, allotment, kind) for kind in kinds}
        return Today(viewers, _choose_due(selector, allotment), frozenset(allotment.told))


def _choose_due(selector: Selector, allotment: Allotment) -> Choices:
    ids = selector.due_ids() if selector.policy.enabled else []
    choices = Choices(total=len(ids))
    for each in selector.decide(ids):
        choices.add(allotment.admit(each))
    return choices


def _choose_viewers(selector: Selector, allotment: Allotment, campaign_type: CampaignType) -> Choices:
    """Decides about everybody who looked at something that changed; of several products she is told of one."""
    is_test = selector.policy.is_test
    if campaign_type is CampaignType.BACK_IN_STOCK:
        seen = selection.restocked(selector.db, is_test=is_test)
    else:
        percent = selector.settings.whole("reengagement.price_drop_percent")
        seen = selection.cheaper(selector.db, percent, is_test=is_test)
    choices = Choices(total=len({customer_id for customer_id, _ in seen}))
    for some in selection.chunks(seen):
        facts = selector.facts(list({customer_id for customer_id, _ in some}))
        selector.hold_out(list(facts.values()))
        for customer_id, evidence in some:
            if customer_id in facts:
                choice: Choice = decide_occasion(facts[customer_id], selector.policy, campaign_type, evidence)
                choices.add(allotment.admit_occasion(choice))
    return choices
