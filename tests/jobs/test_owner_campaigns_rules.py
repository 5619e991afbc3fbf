"""Whom the owner's campaigns write to and whom not: caps, control group, channels, limits, other campaigns."""

from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.store import customers
from tests.jobs.campaign_rig import CampaignRig, plan


def test_a_person_in_another_running_campaign_is_left_out(rig: CampaignRig) -> None:
    """C4: in_other_campaign, also between two messages of a sequence; not when the owner says otherwise."""
    (person,) = rig.people(1)
    first = rig.start(steps=[{"after_days": 20, "channel": "email", "template": "Hi"}])
    rig.later(seconds=40)
    assert rig.send()["sent"] == 1
    rig.later(days=8)
    second = rig.start(name="Second")
    assert rig.states(second.id) == ["skipped:in_other_campaign"]
    third = rig.start(name="Third", leave_out_others=False)
    assert rig.states(third.id) == ["pending"]
    assert owner_campaigns.recipients(rig.shop, first.id)[0].customer_id == person


def test_the_caps_hold_for_the_owners_campaigns(rig: CampaignRig) -> None:
    """A5: who got a message this week is left out; a message that waits is skipped when another was faster."""
    rig.people(1)
    rig.start()
    rig.later(seconds=40)
    assert rig.send()["sent"] == 1
    second = rig.start(name="Second", leave_out_others=False)
    assert rig.states(second.id) == ["skipped:cap_week"]
    rig.later(days=7)
    owner_campaigns.run(rig.shop, rig.create(name="Third").id)
    rig.later(seconds=40)
    assert rig.send()["sent"] == 1


def test_the_control_group_is_never_written_to(rig: CampaignRig) -> None:
    """C4: the campaign's own share, or the shop's where that is larger; the same people every time."""
    rig.people(40)
    campaign = rig.start(holdout_percent=50)
    states = rig.states(campaign.id)
    assert 8 < states.count("skipped:control_group") < 32
    held = {row.customer_id for row in owner_campaigns.recipients(rig.shop, campaign.id, reason=Reason.CONTROL_GROUP)}
    other = rig.start(name="Other", holdout_percent=50, leave_out_others=False)
    again = {row.customer_id for row in owner_campaigns.recipients(rig.shop, other.id, reason=Reason.CONTROL_GROUP)}
    assert again <= held or held <= again
    third = rig.start(name="Third")
    assert set(rig.states(third.id)) == {"skipped:in_other_campaign"}  # the control group too: else it got this one


def test_multi_takes_the_first_channel_that_reaches(rig: CampaignRig) -> None:
    """C1 B4: e-mail, else a text; each with the template for it."""
    rig.person()
    rig.person(consent_email=None)
    rig.person(consent_email=None, consent_sms=None)
    campaign = rig.start(
        outreach_method="multi", channels=["email", "sms"], templates={"sms": "Short"}, promotion="cake for two"
    )
    rows = owner_campaigns.recipients(rig.shop, campaign.id)
    assert [(row.channel, row.reason) for row in rows] == [("email", None), ("sms", None), ("email", Reason.NO_CONSENT)]
    text = owner_campaigns.preview(
        rig.shop, campaign.plan.as_payload(campaign.zone), rows[1].customer_id, ChannelName.SMS
    ).text
    assert text.startswith("Hello Ann2, cake for two")


def test_the_daily_limit_spreads_the_messages(rig: CampaignRig) -> None:
    """C13: so many a day, the rest on the days after; nothing grows too old over it."""
    rig.people(5)
    campaign = rig.start(daily_limit=2)
    review = owner_campaigns.review(rig.shop, plan(daily_limit=2))
    rig.later(minutes=1)
    assert rig.send()["sent"] == 2
    assert owner_campaigns.get(rig.shop, campaign.id).status is CampaignStatus.ACTIVE
    rig.later(days=1)
    assert rig.send()["sent"] == 2
    rig.later(days=1)
    assert rig.send()["sent"] == 1
    assert review.matching == 5


def test_opting_out_between_queue_and_send_is_heard(rig: CampaignRig) -> None:
    """Promise 10: no message starts after the no was learned."""
    first, _ = rig.people(2)
    campaign = rig.start()
    customers.opt_out(rig.shop.db, first, channel=None, source="person", at=rig.now)
    rig.later(minutes=1)
    assert rig.send()["sent"] == 1
    assert rig.states(campaign.id) == ["skipped:opted_out", "accepted"]


def test_a_call_says_the_campaigns_script(rig: CampaignRig) -> None:
    """C1 C9: the script is the text of the call, filled in for each; without one the program's own is taken."""
    person = rig.person(consent_call=1)
    campaign = rig.start(outreach_method="call", message_template=None, call_script="Hello {{ customer.first_name }}?")
    assert rig.states(campaign.id) == ["pending"]
    assert rig.shop.db.value("SELECT content ->> 'text' FROM outbox") == "Hello Ann1?"
    payload = plan(outreach_method="call", campaign_type="winback", message_template=None)
    assert owner_campaigns.preview(rig.shop, payload, person, ChannelName.CALL).text


def test_in_test_mode_everything_is_pretended(rig: CampaignRig) -> None:
    """Test mode: the campaign lives its life, nothing is counted, and the real one is still to come."""
    rig.people(2)
    rig.set(sending__test_mode="true")
    campaign = rig.start()
    rig.later(minutes=1)
    rig.send()
    assert owner_campaigns.get(rig.shop, campaign.id).status is CampaignStatus.COMPLETED
    result = owner_campaigns.results(rig.shop, campaign.id)
    assert (result.recipients, result.totals.sent) == (0, 0)
    assert [row.is_test for row in owner_campaigns.recipients(rig.shop, campaign.id)] == [True, True]
    rig.set(sending__test_mode="false")
    assert rig.states(rig.start(name="Real").id) == ["pending", "pending"]
