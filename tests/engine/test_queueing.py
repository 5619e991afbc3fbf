"""Queueing: one message for one occasion, one open message for one person, and the owner's decisions."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.moments import day_number, stamp
from reengage_desktop.domain.outcomes import Accepted, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.engine.sending import ask_again
from reengage_desktop.store import claims, restoring
from reengage_desktop.store import settings as stored_settings
from tests.conftest import Clock
from tests.engine.sending_rig import BOUGHT_AT, Rig, ScriptedChannel


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def test_a_queued_message_keeps_what_was_decided(rig: Rig) -> None:
    """A3 A9: the row holds the text, the reason, the customer's last purchase and the touch that the caps count."""
    customer = rig.customer()
    message_id = rig.enqueue(rig.draft(customer, decision={"rule": "inactive"}, needs_approval=True))
    assert isinstance(message_id, int)
    assert rig.row(message_id, "state", "reason", "due_at", "expires_at") == ("held", "awaiting_approval", None, None)
    assert rig.row(message_id, "touch", "last_order_at", "decision") == (
        f"5:{customer}:lapse:1:1:0",
        stamp(BOUGHT_AT),
        '{"rule": "inactive"}',
    )
    assert rig.row(message_id, "reference").startswith("rd-")
    assert rig.row(message_id, "reference").endswith(f"-{message_id}")


def test_the_same_occasion_is_queued_once(rig: Rig) -> None:
    """A3 D3: in whatever state its message is."""
    customer = rig.customer()
    first = rig.enqueue(rig.draft(customer))
    assert rig.enqueue(rig.draft(customer)) == Reason.ALREADY_SENT
    rig.send()
    assert rig.enqueue(rig.draft(customer)) == Reason.ALREADY_SENT
    assert rig.states() == ["accepted"]
    assert first == 1


def test_the_same_lapse_in_another_campaign_is_the_same_occasion(rig: Rig) -> None:
    """A3: the type may change between two runs, the lapse does not."""
    customer = rig.customer()
    rig.enqueue(rig.draft(customer))
    other = rig.draft(customer, campaign_id=4, campaign_type="new_arrivals")
    assert rig.enqueue(other) == Reason.ALREADY_SENT


@pytest.mark.parametrize("state", ["pending", "held", "sending", "uncertain"])
def test_one_open_message_for_one_person(rig: Rig, state: str) -> None:
    """A5: a second campaign waits until the first message is settled (promise 11)."""
    customer = rig.customer()
    rig.enqueue(rig.draft(customer))
    rig.db.run("UPDATE outbox SET state = ?", (state,))
    other = rig.draft(customer, campaign_id=2, campaign_type="price_drop", occasion="product:1:price:900")
    assert rig.enqueue(other) == Reason.IN_OTHER_CAMPAIGN
    rig.db.run("UPDATE outbox SET state = 'cancelled'")
    assert isinstance(rig.enqueue(other), int)


@pytest.mark.parametrize("channel", [ChannelName.SMS, ChannelName.WHATSAPP])
@pytest.mark.parametrize("state", ["pending", "held", "sending", "uncertain"])
def test_one_open_message_for_one_telephone(rig: Rig, state: str, channel: ChannelName) -> None:
    """A5, promise 11: as far as the telephone knows, two customers with one number are one person."""
    first, second = (rig.customer(ChannelName.SMS, phone="+447700900001") for _ in range(2))
    rig.enqueue(rig.draft(first, ChannelName.SMS))
    rig.db.run("UPDATE outbox SET state = ?", (state,))
    assert rig.enqueue(rig.draft(second, channel)) == Reason.IN_OTHER_CAMPAIGN
    rig.db.run("UPDATE outbox SET state = 'cancelled'")
    second_id = rig.enqueue(rig.draft(second, channel))
    assert isinstance(second_id, int)
    rig.db.run("UPDATE outbox SET state = 'rejected' WHERE id = 1")
    assert queueing.retry(rig.db, [1], rig.clock()) == 0, "hers waits for the same telephone"


@pytest.mark.parametrize(("days", "reason"), [(0, Reason.CAP_WEEK), (6, Reason.CAP_WEEK), (7, None)])
def test_the_caps_are_looked_at(rig: Rig, days: int, reason: Reason | None) -> None:
    """A5: sent on the 18th, possible again on the 25th."""
    customer = rig.customer()
    rig.enqueue(rig.draft(customer))
    rig.send()
    rig.clock.move(days=days)
    answer = rig.enqueue(rig.draft(customer, occasion="lapse:1:2"))
    assert (answer if reason else None) == reason


def test_the_months_cap_is_looked_at(rig: Rig) -> None:
    """A5: four in thirty days."""
    customer = rig.customer()
    for number in range(4):
        assert isinstance(rig.enqueue(rig.draft(customer, occasion=f"lapse:1:{number}")), int)
        assert rig.send().sent == 1
        rig.clock.move(days=7)
    assert rig.enqueue(rig.draft(customer, occasion="lapse:1:9")) == Reason.CAP_MONTH
    rig.clock.move(days=2)
    assert isinstance(rig.enqueue(rig.draft(customer, occasion="lapse:1:9")), int)


def test_all_channels_are_one_touch(rig: Rig) -> None:
    """B4 A5: with all channels asked for, each gets its row, and the caps count them once."""
    customer = rig.customer(phone="+447700900999", consent_sms=1)
    for channel in (ChannelName.EMAIL, ChannelName.SMS):
        assert isinstance(rig.enqueue(rig.draft(customer, channel, part=channel.value)), int)
    assert rig.enqueue(rig.draft(customer, ChannelName.SMS, part="sms")) == Reason.ALREADY_SENT
    assert rig.enqueue(rig.draft(customer)) == Reason.ALREADY_SENT
    assert rig.send().sent == 2
    assert rig.touches() == 1


def test_a_part_that_goes_later_moves_the_touch(rig: Rig) -> None:
    """A5 B4: seven days count from the part that went last."""
    customer = rig.customer(phone="+447700900999", consent_sms=1)
    rig.clock.move(hours=10)
    for channel in (ChannelName.EMAIL, ChannelName.SMS):
        rig.enqueue(rig.draft(customer, channel, part=channel.value))
    assert rig.send().sent == 1
    first = rig.db.value("SELECT day FROM cap_ledger")
    rig.clock.move(hours=12)
    assert rig.send().sent == 1
    assert rig.db.row("SELECT count(*), max(day) FROM cap_ledger") == (1, first + 1)


def test_one_part_refused_keeps_the_touch_of_the_other(rig: Rig) -> None:
    """A5 B4: the cap is released only when no part went."""
    customer = rig.customer(phone="+447700900999", consent_sms=1)
    for channel in (ChannelName.EMAIL, ChannelName.SMS):
        rig.enqueue(rig.draft(customer, channel, part=channel.value))
    rig.channel.script = [Uncertain("timeout"), Rejected(Refusal.CAPPED, "131049", "capped")]
    rig.send()
    assert sorted(rig.states()) == ["rejected", "uncertain"]
    assert rig.touches() == 1


def test_what_never_went_out_gives_its_occasion_free(rig: Rig) -> None:
    """A3: a skipped or refused message is no message; its row stays in the history."""
    customer = rig.customer()
    first = rig.enqueue(rig.draft(customer))
    rig.db.run("UPDATE outbox SET state = 'skipped', reason = 'expired'")
    second = rig.enqueue(rig.draft(customer))
    assert (first, second) == (1, 2)
    assert queueing.retry(rig.db, [1], rig.clock()) == 0
    assert rig.states() == ["skipped", "pending"]


def test_what_the_owner_dropped_does_not_come_back_at_once(rig: Rig) -> None:
    """C4: dropped today, not put before her again before `repeat_after_days`."""
    customer = rig.customer()
    message_id = rig.enqueue(rig.draft(customer, needs_approval=True))
    assert isinstance(message_id, int)
    assert queueing.drop(rig.db, [message_id, 99], rig.clock()) == 1
    assert rig.enqueue(rig.draft(customer)) == Reason.ALREADY_SENT
    rig.clock.move(days=14)
    assert isinstance(rig.enqueue(rig.draft(customer)), int)


def test_approving_lets_messages_go_and_their_time_begins(rig: Rig) -> None:
    """C6: held until the owner has looked; expiry counts from then."""
    ids = rig.queue(3, needs_approval=True)
    assert rig.send().sent == 0
    rig.clock.move(days=5)
    assert queueing.approve(rig.db, ids[:1], rig.clock()) == 1
    assert queueing.approve(rig.db, None, rig.clock()) == 2
    assert queueing.approve(rig.db, None, rig.clock()) == 0
    rig.clock.move(hours=71)
    assert rig.send().sent == 3


def test_held_too_long_is_skipped(rig: Rig) -> None:
    """C6: after two weeks the text is no longer true."""
    rig.queue(needs_approval=True)
    rig.clock.move(days=14)
    assert queueing.approve(rig.db, None, rig.clock()) == 0
    assert rig.states() == ["skipped"]


def test_dropping_can_be_undone(rig: Rig) -> None:
    """C4: Remove, Undo: what was approved waits again, what was held is held again."""
    (waiting,) = rig.queue()
    (held,) = rig.queue(needs_approval=True)
    assert queueing.drop(rig.db, [waiting, held], rig.clock()) == 2
    assert rig.send().sent == 0
    assert queueing.take_back_drop(rig.db, [waiting, held], rig.clock()) == 2
    assert rig.states() == ["pending", "held"]
    assert rig.row(held, "reason") == "awaiting_approval"
    assert rig.send().sent == 1


def test_a_question_comes_back_as_the_question_that_it_was(rig: Rig) -> None:
    """C4, 17: removed while her zone was asked for, then Undo: it is not told as waiting for approval."""
    (asked,) = rig.queue()
    with rig.db.write():
        claims.ask(rig.db, asked, Reason.ZONE_UNKNOWN)
    assert queueing.drop(rig.db, [asked], rig.clock()) == 1
    assert queueing.take_back_drop(rig.db, [asked], rig.clock()) == 1
    assert (rig.row(asked, "state"), rig.row(asked, "reason")) == ("held", "zone_unknown")
    assert queueing.approve(rig.db, None, rig.clock()) == 0


def test_only_what_the_owner_removed_comes_back(rig: Rig) -> None:
    """C4, promise 14: Undo never queues what a restore or a called-off campaign cancelled."""
    by_restore, by_campaign, removed, called_off = rig.queue(4)
    restoring.prepare(rig.db, None, rig.clock())
    assert queueing.take_back_drop(rig.db, [by_restore], rig.clock()) == 0
    rig.db.run("UPDATE outbox SET state = 'pending', error = NULL WHERE id <> ?", (by_restore,))
    claims.cancel(rig.db, by_campaign, rig.clock())
    assert queueing.drop(rig.db, [removed, called_off], rig.clock()) == 2
    assert queueing.take_back_drop(rig.db, [by_restore, by_campaign, removed], rig.clock()) == 1
    assert [rig.row(each, "state") for each in (by_restore, by_campaign, removed)] == ["cancelled"] * 2 + ["pending"]
    rig.db.run("UPDATE campaigns SET status = 'cancelled'")
    assert queueing.take_back_drop(rig.db, [called_off], rig.clock()) == 0
    rig.db.run("UPDATE campaigns SET status = 'active'")
    restoring.prepare(rig.db, None, rig.clock())
    assert queueing.take_back_drop(rig.db, [called_off], rig.clock()) == 0


def test_holding_takes_a_message_back_to_approval(rig: Rig) -> None:
    """C4: the owner stops one message before it goes."""
    ids = rig.queue()
    assert queueing.hold(rig.db, ids) == 1
    assert rig.send().sent == 0
    assert queueing.approve(rig.db, ids, rig.clock()) == 1
    assert rig.send().sent == 1


def test_holding_keeps_the_moment_that_a_message_was_put_off_to(rig: Rig) -> None:
    """C4: to hold and to approve again changes nothing about when a message goes; to send it now does."""
    ids = rig.queue()
    later = stamp(rig.clock() + timedelta(hours=30))
    rig.db.run("UPDATE outbox SET due_at = ?", (later,))
    assert queueing.hold(rig.db, ids) == 1
    assert queueing.approve(rig.db, ids, rig.clock()) == 1
    assert rig.row(ids[0], "due_at") == later
    assert rig.send().sent == 0
    queueing.hold(rig.db, ids)
    assert queueing.hasten(rig.db, ids, rig.clock()) == 1
    assert rig.send().sent == 1
    assert queueing.hasten(rig.db, ids, rig.clock()) == 0


def test_an_approval_is_taken_back_to_the_reason_of_each(rig: Rig) -> None:
    """C4: each is held for what it was held for; what was let go before, or has gone since, is none of them."""
    ids = rig.queue(4)
    asked, waiting, gone, free = ids
    queueing.hold(rig.db, [asked, waiting, gone])
    claims.ask(rig.db, asked, Reason.ZONE_UNKNOWN)
    held = queueing.list_held(rig.db, ids)
    assert queueing.approve(rig.db, ids, rig.clock()) == 3
    rig.db.run("UPDATE outbox SET state = 'accepted' WHERE id = ?", (gone,))
    assert queueing.hold_again(rig.db, held) == 2
    assert rig.row(asked, "state", "reason", "approved_at") == ("held", "zone_unknown", None)
    assert rig.row(waiting, "state", "reason") == ("held", "awaiting_approval")
    assert (rig.row(gone, "state"), rig.row(free, "state")) == ("accepted", "pending")
    assert queueing.approve(rig.db, None, rig.clock()) == 1


def test_asking_again_sends_nothing(rig: Rig) -> None:
    """The owner's “check again”: the provider is asked about each doubt, and what it does not know stays one."""
    arrived, _unknown = rig.queue(2)
    rig.channel = ScriptedChannel(capabilities=Capabilities(can_look_up=True))
    rig.channel.script = [Uncertain("timeout"), Uncertain("timeout")]
    rig.send()
    called = len(rig.channel.sent)
    rig.channel.known = {arrived: Accepted("its-id")}
    settings = stored_settings.load(rig.db)
    assert ask_again(rig.db, rig.build, settings, rig.clock(), lock_dir=rig.folder / "locks") == 1
    assert len(rig.channel.sent) == called
    assert rig.states() == ["accepted", "uncertain"]


def test_retrying_takes_refused_and_skipped_ones_never_doubts(rig: Rig) -> None:
    """C13: what provably did not go may be tried again; a doubt is resolved, not retried."""
    refused, doubtful, sent = rig.queue(3)
    rig.channel.script = [Rejected(Refusal.TEMPLATE, "132001", "no template"), Uncertain("timeout")]
    rig.send()
    assert queueing.retry(rig.db, [refused, doubtful, sent], rig.clock()) == 1
    assert rig.states() == ["pending", "uncertain", "accepted"]
    assert rig.send().sent == 1
    assert rig.touches() == 3


def test_resolving_only_touches_doubts(rig: Rig) -> None:
    """C2: a message that went can't be sent again by a slip."""
    ids = rig.queue(2)
    rig.send()
    assert queueing.resolve(rig.db, ids, "again", rig.clock()) == 0
    assert queueing.resolve(rig.db, ids, "sent", rig.clock()) == 0


def test_many_drafts_give_an_answer_each_in_their_order(rig: Rig) -> None:
    """A12: the daily run queues in bulk with the same checks."""
    people = [rig.customer() for _ in range(3)]
    drafts = [rig.draft(each) for each in (people[0], people[1], people[0], people[2])]
    answers = queueing.enqueue_many(rig.db, drafts, stored_settings.load(rig.db), rig.clock())
    assert answers == [1, 2, Reason.ALREADY_SENT, 3]
    assert rig.db.value("SELECT count(*) FROM outbox WHERE queued_on = ?", (_today(rig),)) == 3


def test_a_later_step_waits_for_its_day(rig: Rig) -> None:
    """C16: a message with a due moment goes no earlier, and expires counted from there."""
    later = rig.clock() + timedelta(days=7)
    rig.queue(due_at=later)
    assert rig.send().as_json() == {"sent": 0, "failed": 0, "deferred": 0, "uncertain": 0, "skipped": {}}
    rig.clock.move(days=8)
    assert rig.send().sent == 1


def _today(rig: Rig) -> int:
    return day_number(rig.clock(), stored_settings.load(rig.db).zone)
