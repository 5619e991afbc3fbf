"""Whom the hourly checks would write to now: everybody who looked at a product that is back (A6) or cheaper (A7).

The same rules and the same order as the checks themselves; writes nothing.
"""

from datetime import datetime

from reengage_desktop.domain.decisions import Choice, decide_occasion
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType, Reason
from reengage_desktop.engine.selecting.selector import Allotment, Availability, Choices, Selector
from reengage_desktop.store import selection
from reengage_desktop.store.database import Database


def choose_viewers(
    db: Database, settings: Settings, availability: Availability, now: datetime, campaign_type: CampaignType
) -> Choices:
    """Decides about everybody who looked at something that changed; of several products she is told of one."""
    with db.snapshot():
        selector = Selector.of(db, settings, availability, now)
        if campaign_type is CampaignType.BACK_IN_STOCK:
            seen = selection.restocked(db, is_test=selector.policy.is_test)
        else:
            percent = settings.whole("reengagement.price_drop_percent")
            seen = selection.cheaper(db, percent, is_test=selector.policy.is_test)
        choices, allotment = Choices(total=len({customer_id for customer_id, _ in seen})), Allotment(selector)
        told: set[int] = set()
        for some in selection.chunks(seen):
            facts = selector.facts(list({customer_id for customer_id, _ in some}))
            selector.hold_out(list(facts.values()))
            for customer_id, evidence in some:
                if customer_id not in facts:
                    continue
                choice = allotment.admit_occasion(
                    Choice(facts[customer_id], campaign_type, evidence, reason=Reason.IN_OTHER_CAMPAIGN)
                    if customer_id in told
                    else decide_occasion(facts[customer_id], selector.policy, campaign_type, evidence)
                )
                if choice.reason is None:
                    told.add(customer_id)
                    choices.chosen.append(choice)
                else:
                    choices.skipped.append(choice)
    return choices
