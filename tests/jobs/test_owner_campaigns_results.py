"""What follows the first message of the owner's campaigns: steps, wordings, codes, results, copies."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.campaign_plans import CampaignRefused
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.jobs.tasks import owner_campaigns, runs
from reengage_desktop.jobs.tasks import results as shop_results
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.store import customers, templates
from tests.jobs.campaign_rig import CampaignRig
from tests.shop_rows import add_order

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


def test_the_timeline_adds_up_to_the_campaign_s_figures(rig: CampaignRig) -> None:
    """C8, 14: a message that a restored copy had sent beside the shop itself is one message in both."""
    rig.people(2)
    campaign = rig.start()
    rig.later(minutes=1)
    assert rig.send()["sent"] == 2
    columns = [str(row[1]) for row in rig.shop.db.rows("PRAGMA table_info(outbox)") if row[1] != "id"]
    twin = {"reference": "'rd-other-1'", "touch": "'elsewhere'", "part": "part || '~7'"}
    values = ", ".join(twin.get(name, name) for name in columns)
    rig.shop.db.run(
        f"INSERT INTO outbox ({', '.join(columns)}) SELECT {values} FROM outbox WHERE state = 'accepted' LIMIT 1"
    )
    found = owner_campaigns.results(rig.shop, campaign.id)
    assert (found.totals.sent, [each.sent for each in found.by_day.values()]) == (2, [2])


def test_a_purchase_of_the_same_day_without_a_time_ends_the_steps(rig: CampaignRig) -> None:
    """C16: a file of days only tells afterwards that she bought on the day of the message: no reminder follows."""
    (person,) = rig.people(1)
    rig.start(steps=[{"after_days": 7, "channel": "email", "template": "Hi"}])
    rig.later(minutes=1)
    assert rig.send()["sent"] == 1
    midnight = rig.now.replace(hour=0, minute=0)
    rig.later(days=1)
    add_order(rig.shop.db, person, midnight, has_time=0, added_at=stamp(rig.now))
    rig.later(days=6, hours=1)
    assert rig.send()["sent"] == 0


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


def test_what_was_put_away_is_not_put_on_the_calendar(rig: CampaignRig) -> None:
    """C4: it would stand there unseen and never go."""
    campaign = rig.create(scheduled_at=(rig.now + timedelta(days=2)).isoformat(), promotion="cake")
    rig.person()
    owner_campaigns.archive(rig.shop, campaign.id)
    with pytest.raises(CampaignRefused, match="put away"):
        owner_campaigns.start(rig.shop, campaign.id)
    owner_campaigns.unarchive(rig.shop, campaign.id)
    assert owner_campaigns.start(rig.shop, campaign.id).status is CampaignStatus.SCHEDULED


def test_a_template_that_is_called_like_a_channel_can_be_renamed(rig: CampaignRig) -> None:
    """C15: the channels of the campaigns that use it, or others, keep their names; no campaign is lost by it."""
    step = {"after_days": 3, "channel": "email", "template": "email"}
    templates.save(rig.shop.db, Template("email", ChannelName.EMAIL, "Hello", subject="Hello"), rig.now)
    campaign = rig.create(promotion="cake", steps=[step, {**step, "template": "Hi"}])
    renamed = Template("Mail", ChannelName.EMAIL, "Hello", subject="Hello")
    template_tasks.save_over(rig.shop, renamed, "email")
    steps = owner_campaigns.get(rig.shop, campaign.id).plan.steps
    assert [(each.channel, each.template) for each in steps] == [("email", "Mail"), ("email", "Hi")]
    assert [use.campaign_id for use in template_tasks.list_uses(rig.shop, "Mail")] == [campaign.id]
    assert template_tasks.list_uses(rig.shop, "email") == []
