"""The owner's campaigns, from the draft to the end: review, start, pause, cancel, schedule."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.campaign_plans import CampaignRefused
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus, Halt, IllegalStep
from reengage_desktop.domain.vocabulary import ChannelName, Job, Reason
from reengage_desktop.jobs.tasks import owner_campaigns, runs
from reengage_desktop.jobs.ticking import Ticker
from tests.jobs.campaign_rig import CampaignRig, only, plan


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
    assert review.by_channel == ({ChannelName.EMAIL: len(queued)} if queued else {})  # the control group is drawn
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
