"""Further messages of the owner's campaigns: when they go, to whom, and whose wording brought what."""

from datetime import timedelta
from typing import Any

import pytest

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import from_stamp
from reengage_desktop.domain.outcomes import Refusal, Rejected
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.campaigning.falling_over import fall_over
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.engine.sending import settling
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.store import claims
from tests.conftest import Clock
from tests.jobs.campaign_rig import CampaignRig

_STEPS = [{"after_days": 3, "channel": "email", "template": "Hi"}]


@pytest.fixture
def rig(shop: Shop, clock: Clock) -> CampaignRig:
    """An empty shop with every channel pretended; Saturday noon."""
    return CampaignRig(shop, clock)


def _days(rig: CampaignRig, days: int) -> None:
    rig.later(seconds=40)
    for _ in range(days):
        rig.send()
        rig.send()
        rig.later(days=1)


def _went(rig: CampaignRig, campaign_id: int, *, is_test: bool = False) -> dict[int, list[Any]]:
    """By customer the moments at which the campaign's messages went."""
    found: dict[int, list[Any]] = {}
    for customer_id, at in rig.shop.db.rows(
        "SELECT customer_id, sent_at FROM outbox WHERE campaign_id = ? AND is_test = ? AND state = 'accepted' "
        "ORDER BY customer_id, step",
        (campaign_id, int(is_test)),
    ):
        found.setdefault(customer_id, []).append(from_stamp(at))
    return found


def test_the_days_limit_delays_a_further_message_only_by_those_of_the_same_days(rig: CampaignRig) -> None:
    """C13, C16: so many a day go of the first one, so the further ones are due so many a day, each when hers is."""
    people = rig.people(8)
    rig.set(cap_per_week="2")
    campaign = rig.start(daily_limit=4, steps=_STEPS)
    _days(rig, 9)
    went = _went(rig, campaign.id)
    assert sorted(went) == people
    assert [second - first for first, second in went.values()] == [timedelta(days=3)] * 8


def test_the_line_of_a_day_holds_what_still_waits(rig: CampaignRig) -> None:
    """C13: what should have gone before, and still has to, goes before whoever comes into the line now."""
    rig.people(4)
    campaign = rig.start(daily_limit=2)
    rig.later(days=5)
    newcomer = rig.person()
    owner_campaigns.run(rig.shop, campaign.id)
    due_at = rig.shop.db.value("SELECT due_at FROM outbox WHERE customer_id = ?", (newcomer,))
    assert (from_stamp(due_at) - rig.now).days == 2


def test_who_was_only_pretended_to_gets_no_further_message(rig: CampaignRig) -> None:
    """C16: a further message follows one that really went; in test mode it is pretended too."""
    rig.people(2)
    rig.set(sending__test_mode="true")
    left, ended = rig.start(name="Left", steps=_STEPS), rig.start(name="Ended", steps=_STEPS, leave_out_others=False)
    _days(rig, 2)
    assert owner_campaigns.get(rig.shop, left.id).status is CampaignStatus.ACTIVE
    rig.set(sending__test_mode="false")
    _days(rig, 5)
    assert (_went(rig, left.id), _went(rig, ended.id)) == ({}, {})
    assert owner_campaigns.get(rig.shop, left.id).status is CampaignStatus.COMPLETED


def test_a_pretended_time_takes_no_real_further_message(rig: CampaignRig) -> None:
    """C16: while test mode is on nothing is pretended to whom the real first one went; hers comes afterwards."""
    (ann,) = rig.people(1)
    rig.set(cap_per_week="2")
    campaign = rig.start(steps=_STEPS)
    _days(rig, 2)
    rig.set(sending__test_mode="true")
    _days(rig, 3)
    assert _went(rig, campaign.id, is_test=True) == {}
    assert owner_campaigns.get(rig.shop, campaign.id).status is CampaignStatus.ACTIVE
    rig.set(sending__test_mode="false")
    _days(rig, 2)
    assert len(_went(rig, campaign.id)[ann]) == 2


def test_a_message_that_fell_over_counts_for_no_wording(rig: CampaignRig) -> None:
    """C17: only who got a wording is counted for it; the text on the next channel is another one."""
    her = rig.person(phone="+447700900123")
    campaign = rig.start(
        campaign_type="winback",
        channels=["email", "sms"],
        outreach_method="multi",
        message_template=None,
        variants=[{"template": "Hello", "share": 50}, {"template": "Hi", "share": 50}],
        templates={"sms": "Short"},
        promotion="cake",
    )
    message, letter = rig.shop.db.row("SELECT id, variant FROM outbox WHERE customer_id = ?", (her,)) or (0, None)
    assert letter in ("A", "B")
    with rig.shop.db.write():
        row = claims.get_row(rig.shop.db, message)
        settling.refuse(rig.shop.db, row, Rejected(Refusal.INVALID_ADDRESS, "550", "no such user"), rig.now)
    state = ChannelState(configured=True, provider="pretend", detail="")
    connected = dict.fromkeys(ChannelName, state)
    assert fall_over(Selector.of(rig.shop.db, rig.shop.settings(), connected, rig.now)) == 1
    found = rig.shop.db.row("SELECT channel, variant, decision ->> 'variant' FROM outbox WHERE id = ?", (message,))
    assert found == ("sms", None, None)
    assert owner_campaigns.results(rig.shop, campaign.id).by_variant == {}


def test_a_card_counts_people_also_where_each_gets_several_messages(rig: CampaignRig) -> None:
    """C5, C16: two messages to each of three people are “3 of 3”, not “6 of 3”; the results count the messages."""
    rig.people(3)
    rig.set(cap_per_week="2")
    campaign = rig.start(steps=_STEPS)
    _days(rig, 5)
    row = next(each for each in owner_campaigns.list_campaigns(rig.shop) if each.campaign.id == campaign.id)
    assert (row.summary.sent, row.summary.recipients) == (3, 3)
    results = owner_campaigns.results(rig.shop, campaign.id)
    assert (results.totals.sent, results.totals.messages, results.recipients) == (6, 6, 3)
