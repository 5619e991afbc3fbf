"""A template that is edited while its campaign runs: what is queued goes out as it was reviewed (promise 29)."""

import json
import random
from dataclasses import replace

import pytest

from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted
from reengage_desktop.engine.sending import work_queue
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.store import templates
from tests.conftest import Clock
from tests.engine.sending_rig import ScriptedChannel
from tests.jobs.campaign_rig import HELLO, CampaignRig


@pytest.fixture
def rig(shop: Shop, clock: Clock) -> CampaignRig:
    return CampaignRig(shop, clock)


def _edit(rig: CampaignRig) -> None:
    templates.save(
        rig.shop.db, replace(HELLO, body="{{ customer.first_name }}, other words.", subject="Other"), rig.now
    )


def test_a_template_edited_while_it_sends_changes_no_queued_text(rig: CampaignRig) -> None:
    """Promise 29: edited between two messages of a run; every one says what it said when it was queued."""
    people = rig.people(6)
    campaign = rig.start()
    rig.later(seconds=31)
    queued = {
        person: json.loads(content)
        for person, content in rig.shop.db.rows("SELECT customer_id, content FROM outbox WHERE state = 'pending'")
    }
    channel, edit_at = ScriptedChannel(), random.Random(4).randint(1, 4)  # noqa: S311 - when she edits

    def edit(_message: Outgoing) -> None:
        if len(channel.sent) == edit_at:
            _edit(rig)

    channel.before = edit
    work_queue(rig.shop.db, lambda _name: channel, rig.shop.settings, rig.clock, lock_dir=rig.shop.paths.locks)
    assert rig.states(campaign.id) == ["accepted"] * 6
    went = {message.address: message.content for message in channel.sent}
    for number, person in enumerate(people, 1):
        sent = went[f"ann{number}@example.com"]
        assert sent.text == queued[person]["text"]
        assert f"Hello Ann{number}, see you soon?" in sent.text
        assert sent.subject == "Hello"


def test_who_is_queued_after_the_edit_gets_the_new_words(rig: CampaignRig) -> None:
    """Promise 29, its other side: the edit counts from the next message that is written on."""
    rig.people(1)
    first = rig.start()
    _edit(rig)
    rig.person()
    second = rig.start(name="Winter", target_criteria={"field": "customer_id", "op": "in", "value": [2]})
    rig.later(seconds=31)
    channel = ScriptedChannel()
    channel.script = [Accepted("a"), Accepted("b")]
    work_queue(rig.shop.db, lambda _name: channel, rig.shop.settings, rig.clock, lock_dir=rig.shop.paths.locks)
    assert {message.address: message.content.subject for message in channel.sent} == {
        "ann1@example.com": "Hello",
        "ann2@example.com": "Other",
    }
    assert [owner_campaigns.get(rig.shop, each.id).status for each in (first, second)] == ["active", "active"]
