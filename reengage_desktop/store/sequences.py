"""Campaigns of several messages (C16): who is due for the next one, who has dropped out, and when nothing is left."""

from datetime import datetime, timedelta

from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import days_later, from_stamp, stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import imports, owner_campaigns
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database
from reengage_desktop.store.recipients import LEFT_OUT, SHOWN

_WENT = "(state = 'accepted' OR (state = 'uncertain' AND treated_as IS NOT NULL))"
_OPEN = "(state IN ('pending', 'held', 'sending') OR (state = 'uncertain' AND treated_as IS NULL))"
_STOPPED = """(EXISTS (SELECT 1 FROM orders WHERE orders.customer_id = chain.customer_id AND is_purchase = 1
        AND (ordered_at > chain.began_at OR (has_time = 0 AND added_at >= chain.began_at
            AND ordered_at > chain.began_at - 90000)))
    OR EXISTS (SELECT 1 FROM consents WHERE consents.customer_id = chain.customer_id AND consents.state = 'no'
        AND consents.at >= chain.began_at)
    OR EXISTS (SELECT 1 FROM delivery_events JOIN outbox AS mine ON mine.id = delivery_events.outbox_id
        WHERE mine.campaign_id = :campaign AND mine.customer_id = chain.customer_id
        AND delivery_events.kind IN ('answered', 'opted_out', 'complained')))"""
"""She bought, said no, or answered since the first message went: the sequence ends for her.

An order of which only the day is known ends it from that day on, if the shop heard of it afterwards.
"""

# What was only pretended is a chain of its own, which goes on and ends while test mode lasts.
_CHAINS = f"""SELECT customer_id, is_test, max(step) AS step,
        max(CASE WHEN step = 0 AND {_WENT} THEN sent_at END) AS began_at,
        max(coalesce(sent_at, settled_at)) AS last_at, max({_OPEN}) AS is_open
    FROM outbox WHERE campaign_id = :campaign AND {SHOWN} AND NOT (step = 0 AND part = '{LEFT_OUT}')
    GROUP BY customer_id, is_test"""
_ALIVE = f"""SELECT chain.customer_id, chain.last_at FROM ({_CHAINS}) AS chain
    JOIN customers ON customers.id = chain.customer_id AND {LIVING}
    WHERE chain.began_at IS NOT NULL AND chain.is_open = 0"""


_CLOCK_CHANGE = timedelta(hours=3)


def list_due(
    db: Database, campaign_id: int, step: int, after_days: int, settings: Settings, now: datetime
) -> dict[int, datetime]:
    """Who is to get a campaign's further message by now, and since when: so many days after the message before.

    The days are the shop's, at the time of day at which that one went, or could not go. In test mode it is those to
    whom that one was only pretended.
    """
    rows = db.rows(
        f"{_ALIVE} AND chain.is_test = :is_test AND chain.step = :before AND chain.last_at <= :until "
        f"AND NOT {_STOPPED} ORDER BY 1",
        {
            "campaign": campaign_id,
            "is_test": int(settings.is_on("sending.test_mode")),
            "before": step - 1,
            "until": stamp(now - timedelta(days=after_days) + _CLOCK_CHANGE),
        },
    )
    due = {customer_id: days_later(from_stamp(last_at), after_days, settings.zone) for customer_id, last_at in rows}
    return {customer_id: moment for customer_id, moment in due.items() if moment <= now}


def is_finished(db: Database, campaign_id: int, steps: int, settings: Settings) -> bool:
    """Whether nothing of a campaign with so many further messages can go any more."""
    if db.value(f"SELECT 1 FROM outbox WHERE campaign_id = ? AND {_OPEN} LIMIT 1", (campaign_id,)) is not None:
        return False
    if not steps:
        return True
    found = db.value(
        f"{_ALIVE} AND chain.is_test <= :is_test AND chain.step < :steps AND NOT {_STOPPED} LIMIT 1",
        {"campaign": campaign_id, "steps": steps, "is_test": int(settings.is_on("sending.test_mode"))},
    )
    return found is None


def has_work(db: Database, settings: Settings, now: datetime) -> bool:
    """Whether a campaign of the owner is to start, to go on or to end at this moment."""
    if imports.is_writing(db):
        return False
    if owner_campaigns.find_due(db, now):
        return True
    return any(_has_work(db, each, settings, now) for each in owner_campaigns.list_in(db, [CampaignStatus.ACTIVE]))


def _has_work(db: Database, campaign: owner_campaigns.OwnCampaign, settings: Settings, now: datetime) -> bool:
    if campaign.chosen_at is None:
        return False
    steps = campaign.plan.steps
    if is_finished(db, campaign.id, len(steps), settings):
        return True
    return any(
        list_due(db, campaign.id, number, step.after_days, settings, now) for number, step in enumerate(steps, 1)
    )
