"""The owner's own campaigns from draft to result, through the tasks of the window and the command line (C1 to C8)."""

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.campaign_plans import CampaignRefused
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus, Halt, IllegalStep
from reengage_desktop.domain.vocabulary import ChannelName, Job, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns, runs
from reengage_desktop.jobs.tasks import results as shop_results
from reengage_desktop.jobs.ticking import Ticker
from reengage_desktop.store import customers
from tests.conftest import Clock
from tests.jobs.campaign_rig import CampaignRig, only, plan


@pytest.fixture
def rig(shop: Shop, clock: Clock) -> CampaignRig:
    """An empty shop with every channel pretended."""
    return CampaignRig(shop, clock)


def test_a_campaign_goes_from_draft_to_completed(rig: CampaignRig) -> None:
    """C1 C4 C13: made, started, sent after the half minute, finished."""
    rig.people(3)
    draft = rig.create()
    assert draft.as_json()["status"] == "draft"
    started = owner_campaigns.start(rig.shop, draft.id)
    assert started.status is CampaignStatus.ACTIVE
    assert rig.send()["sent"] == 0
    rig.later(seconds=31)
    assert rig.send()["sent"] == 3
    shown = owner_campaigns.get(rig.shop, draft.id).as_json()
    assert (shown["status"], shown["completed_at"] is not None) == ("completed", True)


def test_everybody_who_gets_nothing_has_a_reason(rig: CampaignRig) -> None:
    """C2 C4: no consent, no address, an address that came back, a name that is missing: each by its word."""
    good = rig.person()
    rig.person(consent_email=None)
    rig.person(consent_email=0)
    rig.person(email=None)
    rig.person(email_state="bounced")
    rig.person(first_name=None, name=None)
    campaign = rig.start()
    assert rig.states(campaign.id) == [
        "pending", "skipped:no_consent", "skipped:opted_out", "skipped:no_address", "skipped:bounced",
        "skipped:template_missing_field",
    ]  # fmt: skip
    result = owner_campaigns.results(rig.shop, campaign.id)
    assert (result.recipients, result.left_out) == (1, 5)
    assert result.as_json()["skipped"]["no_consent"] == 1
    rows = owner_campaigns.recipients(rig.shop, campaign.id)
    assert rows[0].customer_id == good
    assert "field" in (rows[-1].explanation or "")


def test_what_the_review_says_is_what_the_start_does(rig: CampaignRig) -> None:
    """C6: the same people, the same reasons, the same channels, and nothing written before."""
    rig.people(5)
    rig.person(consent_email=0)
    rig.person(email="ann1@example.com")
    rig.person(first_name=None)
    rig.set(holdout_percent="30")
    payload = plan(target_criteria={"field": "orders_count", "op": ">=", "value": 1})
    before = rig.shop.db.value("SELECT count(*) FROM outbox")
    review = owner_campaigns.review(rig.shop, payload)
    assert rig.shop.db.value("SELECT count(*) FROM outbox") == before
    campaign = owner_campaigns.start(rig.shop, owner_campaigns.create(rig.shop, payload).id)
    rows = owner_campaigns.recipients(rig.shop, campaign.id)
    queued = tuple(row.customer_id for row in rows if row.status is RecipientStatus.PENDING)
    assert review.will_get_ids == queued
    assert review.matching == len(rows)
    left_out: dict[Reason, list[int]] = {}
    for row in rows:
        if row.reason is not None:
            left_out.setdefault(row.reason, []).append(row.customer_id)
    assert {reason: list(ids) for reason, ids in review.left_out_ids.items()} == left_out
    assert review.by_channel == {ChannelName.EMAIL: len(queued)}
    assert review.stops == ()


def test_faults_of_a_plan_are_said_at_once(rig: CampaignRig) -> None:
    """C1: nobody corrects one word only to hear of the next; unknown keys are refused with the nearest."""
    payload = {
        "campaign_type": "promotion",
        "outreach_method": "emial",
        "message_templat": "Hello",
        "target_criteria": {"all": [{"field": "orders", "op": ">=", "value": 1}]},
        "holdout_percent": 90,
        "steps": [{"after_days": 0, "channel": "email"}],
        "scheduled_at": "tomorrow",
        "status": "active",
    }
    with pytest.raises(CampaignRefused) as refused:
        owner_campaigns.create(rig.shop, payload)
    faults = " ".join(refused.value.faults)
    assert len(refused.value.faults) == 9
    for word in ("name", "promotional", "email", "message_template", "orders_count", "50", "365", "moment", "status"):
        assert word in faults
    with pytest.raises(CampaignRefused, match="Did you mean “Hello”"):
        rig.create(message_template="Helo")


def test_a_start_is_refused_with_everything_that_is_missing(rig: CampaignRig) -> None:
    """C6: no postal address, no channel, no template: all at once, and nothing is written."""
    rig.set(business__postal_address="", channels__email__provider="smtp")
    draft = rig.create(campaign_type="feedback", message_template="Short")
    with pytest.raises(CampaignRefused) as refused:
        owner_campaigns.start(rig.shop, draft.id)
    faults = " ".join(refused.value.faults)
    for word in ("“Short” is not for email", "postal address", "Not connected"):
        assert word in faults
    assert owner_campaigns.get(rig.shop, draft.id).status is CampaignStatus.DRAFT


def test_the_start_can_be_taken_back_without_a_trace(rig: CampaignRig) -> None:
    """C4: within the half minute nothing has left; the campaign is a draft again and may start anew."""
    rig.people(2)
    campaign = rig.start(message_template="Coded")
    (row,) = owner_campaigns.list_campaigns(rig.shop)
    assert row.can_undo_until == rig.now + timedelta(seconds=30)
    assert owner_campaigns.take_back_start(rig.shop, campaign.id).status is CampaignStatus.DRAFT
    assert rig.states(campaign.id) == []
    rig.later(seconds=40)
    assert rig.send()["sent"] == 0
    owner_campaigns.start(rig.shop, campaign.id)
    rig.later(seconds=40)
    assert rig.send()["sent"] == 2
    with pytest.raises(CampaignRefused, match="already left"):
        owner_campaigns.take_back_start(rig.shop, campaign.id)


def test_a_start_that_is_stopped_is_called_off(rig: CampaignRig) -> None:
    """C8: while it still chooses, a draft again; once a message has left, paused; what is over stays over."""
    rig.people(3)
    stopped = rig.create()
    told: list[tuple[int, int]] = []
    owner_campaigns.start(rig.shop, stopped.id, stop=lambda: True, tell=lambda done, total: told.append((done, total)))
    assert told == []
    assert owner_campaigns.call_off(rig.shop, stopped.id).status is CampaignStatus.DRAFT
    assert rig.states(stopped.id) == []
    slow = owner_campaigns.edit(rig.shop, stopped.id, {"daily_limit": 1})
    begun = owner_campaigns.start(rig.shop, slow.id, undo_s=0, tell=lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)
    rig.later(seconds=5)
    rig.send()
    assert owner_campaigns.call_off(rig.shop, begun.id).status is CampaignStatus.PAUSED
    short = owner_campaigns.start(rig.shop, rig.create(name="Short", leave_out_others=False).id, undo_s=0)
    owner_campaigns.cancel(rig.shop, begun.id)
    rig.send()
    assert owner_campaigns.call_off(rig.shop, short.id).status is not CampaignStatus.DRAFT


def test_cancel_withdraws_what_waits(rig: CampaignRig) -> None:
    """C4: stopped for good; nothing goes, and no step leads back."""
    rig.people(2)
    campaign = rig.start()
    owner_campaigns.cancel(rig.shop, campaign.id)
    rig.later(minutes=5)
    assert rig.send()["sent"] == 0
    assert rig.states(campaign.id) == ["cancelled", "cancelled"]
    assert rig.shop.db.value("SELECT count(*) FROM cap_ledger") == 0
    for step in (owner_campaigns.start, owner_campaigns.pause, owner_campaigns.resume, owner_campaigns.cancel):
        with pytest.raises(IllegalStep):
            step(rig.shop, campaign.id)


def test_a_paused_campaign_waits_and_does_not_grow_old(rig: CampaignRig) -> None:
    """C4: a pause of a week, then everything goes that waited."""
    rig.people(2)
    campaign = rig.start()
    owner_campaigns.pause(rig.shop, campaign.id)
    rig.later(days=7)
    assert rig.send()["sent"] == 0
    assert rig.states(campaign.id) == ["pending:paused", "pending:paused"]
    owner_campaigns.resume(rig.shop, campaign.id)
    assert rig.send()["sent"] == 2
    halts = owner_campaigns.get(rig.shop, campaign.id).stored.halts
    assert [what for _, what in halts] == [Halt.PAUSED, Halt.RESUMED]
    assert halts[1][0] - halts[0][0] == timedelta(days=7)


def test_starting_twice_writes_to_nobody_twice(rig: CampaignRig) -> None:
    """C4: the second press is refused; running it again takes in only who is new."""
    rig.people(2)
    campaign = rig.start()
    with pytest.raises(IllegalStep):
        owner_campaigns.start(rig.shop, campaign.id)
    rig.person()
    owner_campaigns.run(rig.shop, campaign.id)
    assert rig.states(campaign.id) == ["pending"] * 3
    rig.later(seconds=40)
    assert rig.send()["sent"] == 3


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


def test_a_scheduled_campaign_starts_on_its_day(rig: CampaignRig) -> None:
    """C13: on the calendar, started by the clock, sent without anybody's doing."""
    rig.people(1)
    draft = rig.create(scheduled_at="2026-11-23T09:00")
    assert owner_campaigns.start(rig.shop, draft.id).status is CampaignStatus.SCHEDULED
    rig.person()
    rig.later(days=1)
    assert not owner_campaigns.has_work(rig.shop)
    rig.later(days=1)
    assert rig.send()["campaigns"] == {"started": 1, "queued": 2}
    rig.later(seconds=40)
    assert rig.send()["sent"] == 2


def test_a_scheduled_campaign_that_cannot_start_says_so(rig: CampaignRig) -> None:
    """C13: a draft again, with a notice; nobody is written to."""
    rig.people(1)
    draft = rig.create(scheduled_at="2026-11-22T09:00")
    owner_campaigns.start(rig.shop, draft.id)
    rig.set(business__postal_address="")
    rig.later(days=1)
    assert rig.send()["campaigns"] == {"not_started": 1}
    assert owner_campaigns.get(rig.shop, draft.id).status is CampaignStatus.DRAFT
    assert rig.shop.db.value("SELECT kind FROM notices") == "campaign_not_started"
    assert not owner_campaigns.has_work(rig.shop)


STEPS = [
    {"after_days": 7, "channel": "email", "template": "Hi"},
    {"after_days": 14, "channel": "sms", "template": "Short"},
]


def test_steps_follow_and_stop_when_she_buys(rig: CampaignRig) -> None:
    """C16: a reminder after a week, a text two weeks later; whoever bought, answered or said no gets no more."""
    stays, buys, answers, leaves = rig.people(4)
    campaign = rig.start(steps=STEPS, promotion="cake")
    rig.later(minutes=1)
    assert rig.send()["sent"] == 4
    rig.later(days=3)
    rig.buy(buys)
    rig.event(answers, "answered", campaign.id)
    customers.opt_out(rig.shop.db, leaves, channel=ChannelName.SMS, source="person", at=rig.now)
    rig.later(days=3, hours=23)
    assert rig.send()["sent"] == 0
    rig.later(hours=2)
    assert rig.send()["sent"] == 1
    assert owner_campaigns.get(rig.shop, campaign.id).status is CampaignStatus.ACTIVE
    rig.later(days=14, hours=1)
    assert rig.send()["sent"] == 1
    assert [row.step for row in owner_campaigns.recipients(rig.shop, campaign.id) if row.customer_id == stays] == [
        0,
        1,
        2,
    ]
    assert owner_campaigns.get(rig.shop, campaign.id).status is CampaignStatus.COMPLETED


def test_a_step_waits_for_the_cap_and_is_not_lost(rig: CampaignRig) -> None:
    """C16 A5: a reminder after three days finds the week's message already sent: it goes when that may be."""
    rig.people(1)
    campaign = rig.start(steps=[{"after_days": 5, "channel": "email", "template": "Hi"}])
    rig.later(minutes=1)
    assert rig.send()["sent"] == 1
    rig.later(days=5)
    assert rig.send()["sent"] == 0
    assert rig.states(campaign.id) == ["accepted"]
    rig.later(days=2)
    assert rig.send()["sent"] == 1


def test_a_queued_step_is_skipped_when_she_buys_meanwhile(rig: CampaignRig) -> None:
    """C16: the claim asks once more, whatever the campaign is about."""
    (person,) = rig.people(1)
    campaign = rig.start(steps=[{"after_days": 7, "channel": "email", "template": "Hi"}])
    rig.later(minutes=1)
    rig.send()
    rig.later(days=7)
    owner_campaigns.advance(rig.shop)
    assert rig.states(campaign.id)[-1] == "pending"
    rig.later(minutes=1)
    rig.buy(person)
    rig.send()
    assert rig.states(campaign.id)[-1] == "skipped:bought_again"


def test_wordings_are_split_and_compared(rig: CampaignRig) -> None:
    """C17: each keeps to her wording, the shares hold roughly, and the verdict waits for enough."""
    rig.people(60)
    campaign = rig.start(variants=[{"template": "Hello", "share": 2}, {"template": "Hi", "share": 1}])
    rows = owner_campaigns.recipients(rig.shop, campaign.id)
    letters = [row.variant for row in rows]
    assert 25 < letters.count("A") < 55
    rig.later(minutes=1)
    rig.send()
    rig.later(hours=1)
    for row in rows:
        if row.variant == "B":
            rig.buy(row.customer_id)
    rig.later(days=1)
    runs.run_job(rig.shop, Job.SYNC_STATUS)
    result = owner_campaigns.results(rig.shop, campaign.id).as_json()
    assert result["by_variant"]["B"]["template"] == "Hi"
    assert result["by_variant"]["B"]["converted"] == letters.count("B")
    assert result["verdict"]["winner"] in (None, "B")


def test_a_code_is_issued_for_each_and_taken_back_with_the_start(rig: CampaignRig) -> None:
    """A8: a template that names a code gives every customer her own."""
    rig.people(3)
    campaign = rig.start(message_template="Coded")
    codes = rig.shop.db.rows("SELECT code FROM discount_codes WHERE outbox_id IS NOT NULL")
    assert len(set(codes)) == 3
    owner_campaigns.take_back_start(rig.shop, campaign.id)
    assert rig.shop.db.value("SELECT count(*) FROM discount_codes WHERE outbox_id IS NOT NULL") == 0
    owner_campaigns.start(rig.shop, campaign.id)
    assert rig.shop.db.value("SELECT count(*) FROM discount_codes") == 3


def test_results_and_analytics_agree(rig: CampaignRig) -> None:
    """A10 A11 C3: a purchase after the message is brought back by it, in the campaign's results and the shop's."""
    people = rig.people(3)
    campaign = rig.start()
    rig.later(minutes=1)
    rig.send()
    rig.later(days=1)
    rig.buy(people[0], 4200)
    runs.run_job(rig.shop, Job.SYNC_STATUS)
    own = owner_campaigns.results(rig.shop, campaign.id).as_json()
    whole = shop_results.get_analytics(rig.shop, 30).as_json()["by_type"]["promotional"]
    for name in ("sent", "delivered", "opened", "converted", "revenue"):
        assert own[name] == whole[name]
    assert (own["sent"], own["converted"], own["revenue"]) == (3, 1, "42.00")
    (card,) = owner_campaigns.list_campaigns(rig.shop)
    assert (card.summary.sent, card.summary.recipients, card.summary.converted) == (3, 3, 1)
    assert card.summary.revenue_minor == 4200


def test_recipients_have_statuses_and_an_inert_file(rig: CampaignRig, tmp_path: Path) -> None:
    """C2 C8 promise 23: each by status with the times, saved for a spreadsheet that executes nothing."""
    person, _ = rig.people(2)
    rig.person(name="=1+1", first_name="=1+1", consent_email=0)
    campaign = rig.start()
    rig.later(minutes=1)
    rig.send()
    rig.event(person, "answered", campaign.id)
    rows = owner_campaigns.recipients(rig.shop, campaign.id)
    assert [row.status for row in rows] == [RecipientStatus.ANSWERED, RecipientStatus.SENT, RecipientStatus.SKIPPED]
    assert owner_campaigns.recipients(rig.shop, campaign.id, RecipientStatus.SKIPPED) == rows[2:]
    file = owner_campaigns.export(rig.shop, campaign.id, tmp_path / "people.csv")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        saved = list(csv.DictReader(stream))
    assert [row["status"] for row in saved] == ["answered", "sent", "skipped"]
    assert saved[2]["name"] == "'=1+1"


def test_edit_keeps_to_what_may_change(rig: CampaignRig) -> None:
    """C1: a draft may change wholly, a running campaign only its name and pace, an ended one not at all."""
    draft = rig.create()
    shown = draft.as_json()
    assert owner_campaigns.edit(rig.shop, draft.id, {**shown, "name": "Winter"}).plan.name == "Winter"
    rig.people(1)
    owner_campaigns.start(rig.shop, draft.id)
    assert owner_campaigns.edit(rig.shop, draft.id, {"rate_limit_per_minute": 5}).plan.rate_limit_per_minute == 5
    with pytest.raises(CampaignRefused, match="message_template"):
        owner_campaigns.edit(rig.shop, draft.id, {"message_template": "Hi"})
    owner_campaigns.cancel(rig.shop, draft.id)
    with pytest.raises(CampaignRefused, match="over"):
        owner_campaigns.edit(rig.shop, draft.id, {"name": "Spring"})


def test_copies_are_put_away_and_deleted(rig: CampaignRig) -> None:
    """C4: a copy is a draft of its own; what went out stays in the history."""
    rig.people(1)
    campaign = rig.start()
    copy = owner_campaigns.duplicate(rig.shop, campaign.id)
    assert (copy.status, copy.plan.name) == (CampaignStatus.DRAFT, "Autumn (2)")
    owner_campaigns.delete(rig.shop, copy.id)
    with pytest.raises(CampaignRefused):
        owner_campaigns.get(rig.shop, copy.id)
    for refused in (owner_campaigns.delete, owner_campaigns.archive):
        with pytest.raises(CampaignRefused):
            refused(rig.shop, campaign.id)
    rig.later(minutes=1)
    rig.send()
    with pytest.raises(CampaignRefused, match="archive"):
        owner_campaigns.delete(rig.shop, campaign.id)
    owner_campaigns.archive(rig.shop, campaign.id)
    assert owner_campaigns.list_campaigns(rig.shop) == []
    assert [row.id for row in owner_campaigns.list_campaigns(rig.shop, archived=True)] == [campaign.id]
    owner_campaigns.unarchive(rig.shop, campaign.id)
    assert [row.id for row in owner_campaigns.list_campaigns(rig.shop)] == [campaign.id]


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


def test_the_clock_starts_what_is_due_and_tries_what_must_wait_rarely(rig: CampaignRig) -> None:
    """C13: by itself on its day; a step that waits for the cap does not fill the list of runs."""
    rig.people(1)
    draft = rig.create(scheduled_at="2026-11-21T12:05", steps=[{"after_days": 5, "channel": "email", "template": "Hi"}])
    owner_campaigns.start(rig.shop, draft.id)
    rig.shop.is_sample = True  # a shop without a lasting keyring sends nothing by itself
    ticker = Ticker(rig.shop, runs.run_job, _at_once)
    started = []
    for _ in range(10):
        started += [job for job in ticker.tick() if job is Job.SEND]
        rig.later(minutes=1)
    assert rig.states(draft.id) == ["accepted"]
    assert 1 <= len(started) <= 3
    rig.later(days=5)
    started = []
    for _ in range(16):
        started += [job for job in ticker.tick() if job is Job.SEND]
        rig.later(minutes=1)
    assert rig.states(draft.id) == ["accepted"]
    assert 1 <= len(started) <= 3


def _at_once(task: Callable[[], object]) -> BaseException | None:
    """What a lane does, in this thread."""
    try:
        task()
    except Exception as fault:  # noqa: BLE001 - a lane catches what nobody foresaw
        return fault
    return None


def test_a_fill_that_was_paused_goes_on_after_the_resume(rig: CampaignRig) -> None:
    """C4: paused while recipients were being chosen; the clock chooses the rest when it goes on."""
    rig.people(60)
    draft = rig.create()
    calls: list[int] = []

    def stop() -> bool:
        calls.append(1)
        return len(calls) > 0

    owner_campaigns.start(rig.shop, draft.id, stop=stop)
    owner_campaigns.pause(rig.shop, draft.id)
    rig.later(minutes=10)
    assert not owner_campaigns.has_work(rig.shop)
    owner_campaigns.resume(rig.shop, draft.id)
    assert rig.send()["sent"] == 60


_FACTS = st.fixed_dictionaries(
    {
        "consent_email": st.sampled_from([None, 0, 1, 1, 1]),
        "consent_sms": st.sampled_from([None, 0, 1]),
        "email": st.sampled_from([None, "one@example.com", "two@example.com", "three@example.com", "four@example.com"]),
        "first_name": st.sampled_from([None, "Ann"]),
        "email_state": st.sampled_from([None, None, "bounced"]),
        "phone": st.sampled_from([None, "+442079460101", "+442079460102"]),
    }
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(_FACTS, min_size=1, max_size=8),
    sent=st.sets(st.integers(0, 7)),
    holdout=st.sampled_from([0, 40]),
    variants=st.booleans(),
)
def test_any_review_says_what_the_start_does(
    rig: CampaignRig, people: list[dict[str, Any]], sent: set[int], holdout: int, variants: bool
) -> None:
    """C6: for any people, households, caps and control group."""
    with rig.shop.db.write():
        for table in ("attempts", "outbox", "cap_ledger", "customers"):
            rig.shop.db.run(f"DELETE FROM {table}")
        rig.shop.db.run("DELETE FROM campaigns WHERE is_automatic = 0")
    ids = [rig.person(**each) for each in people]
    before = rig.start(target_criteria=only(*[ids[place] for place in sent if place < len(ids)]))
    rig.later(minutes=1)
    rig.send()
    payload = plan(
        name="Second", outreach_method="multi", channels=["email", "sms"], templates={"sms": "Short"}, promotion="cake",
        holdout_percent=holdout, leave_out_others=False,
        variants=[{"template": "Hello"}, {"template": "Hi"}] if variants else [],
    )  # fmt: skip
    review = owner_campaigns.review(rig.shop, payload)
    campaign = owner_campaigns.start(rig.shop, owner_campaigns.create(rig.shop, payload).id)
    rows = owner_campaigns.recipients(rig.shop, campaign.id)
    assert before.id != campaign.id
    assert dict(review.channel_of) == {row.customer_id: row.channel for row in rows if row.reason is None}
    left_out: dict[Reason, list[int]] = {}
    for row in rows:
        if row.reason is not None:
            left_out.setdefault(row.reason, []).append(row.customer_id)
    assert {reason: sorted(found) for reason, found in review.left_out_ids.items()} == left_out
    assert review.matching == len(ids)
