"""A message whose address was refused moves on to the customer's next channel, once: the same row, written anew.

Never a second message: the row changes its channel. Its text waits for approval again where the owner reviews.

What comes back hours after the provider took it moves nothing: that row has gone out, a fact about it never takes its
state back (promises.md), and some reports of failure are about a copy that was forwarded, so that she would read it
twice. Its address is marked instead, and her next message takes the next channel.
"""

import logging
from dataclasses import replace

from reengage_desktop.domain.decisions import Evidence, Facts, Reach
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.campaigning.drafting import CUSTOMER_FAULTS
from reengage_desktop.engine.campaigning.wording import Worded, Wording
from reengage_desktop.engine.composing import Matter, Writer
from reengage_desktop.engine.selecting import Selector, is_taken
from reengage_desktop.store import customers, discounts, falls, owner_campaigns
from reengage_desktop.store.discounts import Code
from reengage_desktop.store.falls import Fallen, Landing

log = logging.getLogger(__name__)

_AT_ONCE = 200


def fall_over(selector: Selector) -> int:
    """Moves what can be moved on to the next channel; gives how many messages."""
    moved = 0
    for fallen in falls.list_fallen(selector.db, selector.now, _AT_ONCE):
        found = _find_landing(selector, fallen)
        with selector.db.write():
            if found is None:
                falls.leave(selector.db, fallen)
                continue
            landing, code = found
            if code is not None:
                code_id = discounts.keep(selector.db, code, fallen.customer_id, stamp(selector.now))
                landing = replace(landing, code_id=code_id)
            moved += falls.move(selector.db, fallen, landing, selector.now)
    if moved:
        log.info("messages.fell_over", extra={"facts": {"moved": moved}})
    return moved


def _find_landing(selector: Selector, fallen: Fallen) -> tuple[Landing, Code | None] | None:
    """The first channel that reaches her in her own order, the message in words for it, and the code that it names."""
    channels = tuple(each for each in _channels(selector, fallen) if each is not fallen.channel)
    if not channels:
        return None
    policy = replace(selector.policy, channels=channels, all_channels=False)
    facts = replace(selector, policy=policy).facts([fallen.customer_id]).get(fallen.customer_id)
    if facts is None or facts.open_occasion is not None:
        return None
    for reach in _in_her_order(selector, facts):
        try:
            worded = _write(selector, fallen, reach.channel)
        except (MissingField, *CUSTOMER_FAULTS):
            continue
        if not is_taken(selector, reach, worded.content.template_name):
            continue
        is_reviewed = _is_reviewed(selector, fallen)
        landing = Landing(reach.channel, reach.address or "", worded.content, None, is_reviewed, worded.variant)
        return landing, worded.code
    return None


def _channels(selector: Selector, fallen: Fallen) -> tuple[ChannelName, ...]:
    if fallen.is_automatic:
        return selector.settings.channels
    return owner_campaigns.get(selector.db, fallen.campaign_id).plan.channels


def _in_her_order(selector: Selector, facts: Facts) -> list[Reach]:
    """The channels that reach her, those first on which she has responded before."""
    good = {reach.channel: reach for reach in facts.reaches if reach.fault is None}
    responses = falls.count_responses(selector.db, [facts.customer_id])
    return [good[channel] for channel in falls.rank(list(good), facts.customer_id, responses)]


def _write(selector: Selector, fallen: Fallen, channel: ChannelName) -> Worded:
    db, settings, now = selector.db, selector.settings, selector.now
    customer = customers.get(db, fallen.customer_id)
    if not fallen.is_automatic:
        campaign = owner_campaigns.get(db, fallen.campaign_id)
        return Wording(db, campaign.plan, settings, now, str(campaign.id)).write(customer, channel)
    writer = Writer(db, settings, now)
    evidence = None
    if fallen.product_id is not None:
        evidence = Evidence(fallen.product_id, fallen.occasion, fallen.price_minor, was_minor=fallen.was_minor)
    code = writer.code_for(customer, fallen.campaign_type, [channel])
    content = writer.write(customer, fallen.campaign_type, channel, Matter(evidence=evidence, code=code))
    return Worded(content, None, code)


def _is_reviewed(selector: Selector, fallen: Fallen) -> bool:
    return fallen.is_automatic and selector.settings.is_on("reengagement.review_before_sending")
