"""Never twice, never empty, never to an address that failed: what the claim must see in rows that met by accident."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, NotSent, Refusal, Rejected, Uncertain
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.engine.sending import work_queue
from reengage_desktop.store import customers, erasures, merges, selection
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import StoreFault
from tests.conftest import Clock
from tests.engine.sending_rig import BOUGHT_AT, WE_MISS_YOU, Rig


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def test_a_test_message_never_joins_the_real_one(rig: Rig) -> None:
    """A5, promise 11: a message held in test mode and the real one of the same occasion, both approved: one goes."""
    person = rig.customer()
    real = rig.enqueue(rig.draft(person, needs_approval=True))
    rig.set(sending__test_mode="true")
    pretended = rig.enqueue(rig.draft(person, needs_approval=True))
    rig.set(sending__test_mode="false")
    queueing.approve(rig.db, None, rig.clock())
    rig.send()
    assert len(rig.channel.sent) == 1
    assert sorted(rig.states([int(real), int(pretended)])) == ["accepted", "skipped"]


def test_what_was_pretended_leaves_its_place_to_the_real_one(rig: Rig) -> None:
    """A real message that was approved and pretended in test mode takes the place of none."""
    person = rig.customer()
    first = rig.enqueue(rig.draft(person, needs_approval=True))
    rig.set(sending__test_mode="true")
    queueing.approve(rig.db, [int(first)], rig.clock())
    rig.send()
    assert rig.row(int(first), "state", "is_test") == ("accepted", 1)
    rig.set(sending__test_mode="false")
    second = rig.enqueue(rig.draft(person))
    assert not isinstance(second, Reason), second
    rig.send()
    assert rig.row(int(second), "state", "is_test") == ("accepted", 0)


def test_somebody_of_the_control_group_is_never_sent_an_empty_message(rig: Rig) -> None:
    """C17: her row is a note for the comparison; "try again" on it sends nothing."""
    person = rig.customer()
    bought_at, key = int(BOUGHT_AT.timestamp()), "control:1:1"
    selection.note_due(rig.db, (key, WE_MISS_YOU, "we_miss_you", person, key, key, "email", bought_at, 1, 1))
    (note,) = rig.db.row("SELECT id FROM outbox") or (0,)
    assert queueing.retry(rig.db, [note], rig.clock()) == 0
    rig.send()
    assert rig.channel.sent == []


def test_a_message_without_words_is_not_handed_over(rig: Rig) -> None:
    """Promise 24: whatever emptied the text, nobody gets an empty message."""
    (message_id,) = rig.queue()
    rig.db.run("""UPDATE outbox SET content = '{"text": " "}'""")
    rig.send()
    assert rig.row(message_id, "state", "reason") == ("skipped", "template_missing_field")
    assert rig.channel.sent == []


def test_an_address_that_failed_and_was_replaced_is_not_written_to(rig: Rig) -> None:
    """C10: she has a new e-mail now, and the one that the message was queued for had bounced."""
    (message_id,) = rig.queue()
    rig.db.run("UPDATE customers SET email = 'new@example.com'")
    rig.db.run(
        "INSERT INTO contact_points (customer_id, kind, value, state, added_at) "
        "VALUES (1, 'email', 'c1@example.com', 'bounced', 1)"
    )
    rig.send()
    assert rig.channel.addresses == ["new@example.com"]
    assert rig.row(message_id, "state") == "accepted"


def test_quiet_hours_are_those_of_the_number_that_rings(
    tmp_path: Path, make_clock: Callable[[datetime], Clock]
) -> None:
    """Promise 17: a message that waits for a further number of hers keeps that number's hours."""
    rig = Rig(tmp_path, make_clock(datetime(2026, 9, 21, 2, tzinfo=UTC)))  # 03:00 in London, 20:00 before in Denver
    (message_id,) = rig.queue(channel=ChannelName.SMS)
    rig.db.run("UPDATE customers SET phone = '+13035550123', timezone = NULL, country = NULL")
    rig.db.run(
        "INSERT INTO contact_points (customer_id, kind, value, added_at) VALUES (1, 'phone', '+447700900001', 1)"
    )
    rig.send()
    assert rig.channel.sent == []
    assert rig.row(message_id, "state", "reason") == ("pending", "quiet_hours")
    rig.db.close()


def test_what_was_sold_out_by_count_alone_is_not_offered(rig: Rig) -> None:
    """A6: a stock of 0 is out of stock also where the file has no column that says so."""
    product = rig.db.insert(
        "INSERT INTO products (external_id, stock, in_stock, added_at) VALUES ('P1', 0, ?, 1)", (None,)
    )
    (message_id,) = rig.queue(
        campaign_id=1, campaign_type="back_in_stock", occasion="product:1:restock:1", product_id=product
    )
    rig.send()
    assert rig.row(message_id, "state", "reason") == ("skipped", "out_of_units")


def test_a_message_whose_purchase_was_taken_back_does_not_go(rig: Rig) -> None:
    """Promise 18: the import that it builds on was undone; what it says of her purchases is not true any more."""
    first, second = rig.queue(2)
    rig.db.run("UPDATE customers SET last_order_at = NULL WHERE id = 1")
    rig.db.run("UPDATE customers SET last_order_at = last_order_at - 86400 WHERE id = 2")
    rig.send()
    assert [rig.row(each, "state", "reason") for each in (first, second)] == [("skipped", "expired")] * 2
    assert rig.channel.sent == []


def test_trying_again_what_a_merge_has_skipped_sends_nothing(rig: Rig) -> None:
    """Promise 11: both entries of one person were to be told the same; one message went, and that is all."""
    keep, gone = rig.customer(), rig.customer()
    ids = [int(rig.enqueue(rig.draft(each))) for each in (keep, gone)]
    merges.merge(rig.db, keep, gone, rig.clock())
    rig.send()
    rig.clock.move(days=10)
    assert queueing.retry(rig.db, ids, rig.clock()) == 1
    rig.send()
    assert rig.row(ids[1], "state", "reason") == ("skipped", "already_sent")
    assert len(rig.channel.sent) == 1


def test_no_further_call_after_a_no(rig: Rig) -> None:
    """Promise 10: the line dropped, she said no, and the call that would be made anew is not."""
    rig.queue(2)
    rig.channel.script = [Accepted("1"), NotSent("The line dropped.")]

    def say_no(_message: Outgoing) -> None:
        if len(rig.channel.sent) == 1:
            customers.opt_out(rig.db, 2, channel=None, source="person", at=rig.clock())

    rig.channel.before = say_no
    rig.send()
    assert rig.channel.addresses == ["c1@example.com", "c2@example.com"]
    rig.db.run("DELETE FROM provider_states")
    rig.send()
    assert rig.states() == ["accepted", "skipped"]


def test_no_repeated_call_after_a_no(rig: Rig) -> None:
    """Promise 10: a key that counts once does not carry a message past an opt-out either."""
    rig.queue()
    rig.channel.capabilities = Capabilities(idempotency_window_s=3600)
    rig.channel.script = [Uncertain("It broke off.")]
    rig.channel.after = lambda _message, _outcome: customers.opt_out(
        rig.db, 1, channel=None, source="person", at=rig.clock()
    )
    rig.send()
    assert len(rig.channel.sent) == 1
    assert rig.states() == ["uncertain"]


@pytest.mark.parametrize(
    "changed",
    [
        "UPDATE campaigns SET status = 'paused'",
        "UPDATE campaigns SET status = 'cancelled'",
        "UPDATE settings SET value = 'false' WHERE key = 'reengagement.enabled'",
        "UPDATE settings SET value = 'sms' WHERE key = 'reengagement.channels'",
        "UPDATE customers SET email = 'hers-now@example.com'",
    ],
)
def test_no_repeated_call_where_a_first_one_could_not_go(rig: Rig, changed: str) -> None:
    """Promise 29, A14: paused, called off, switched off, or the address is hers no more: a key carries nothing past it.

    Neither a little later in the same run nor in the next one.
    """
    rig.channel.capabilities = Capabilities(idempotency_window_s=3600)
    rig.queue(2)
    rig.channel.script = [Uncertain("It broke off.")] * 4

    def change(*_call: object) -> None:
        if len(rig.channel.sent) == 4:
            rig.db.run(changed)

    rig.channel.after = change
    rig.send()
    rig.send()
    assert len(rig.channel.sent) == 4
    assert rig.states()[0] == "uncertain"


def test_no_repeated_call_in_the_night(rig: Rig) -> None:
    """Promise 17: a text that may never have arrived does not arrive in quiet hours; in the morning it is asked for."""
    rig.channel.name = "twilio"
    rig.channel.capabilities = Capabilities(idempotency_window_s=86_400)
    rig.set(channels__sms__provider="twilio")
    rig.clock.moment = datetime(2026, 11, 21, 20, 59, tzinfo=UTC)
    rig.queue(1, ChannelName.SMS)
    rig.channel.script = [Uncertain("It broke off.")] * 3
    rig.send()
    rig.clock.move(hours=1)
    assert (rig.send().sent, len(rig.channel.sent)) == (0, 3)
    rig.clock.move(hours=11)
    assert (rig.send().sent, len(rig.channel.sent)) == (1, 4)


def test_what_the_provider_says_of_somebody_just_forgotten_is_not_kept(rig: Rig) -> None:
    """Promise 32: erased while her message was on its way; the answer names her address."""
    rig.queue()
    rig.channel.script = [Rejected(Refusal.INVALID_ADDRESS, "550", "550 no such user c1@example.com")]
    rig.channel.before = lambda _message: erasures.erase(rig.db, 1, rig.clock())
    rig.send()
    assert rig.states() == ["rejected"]
    assert b"c1@example.com" not in b"".join(file.read_bytes() for file in rig.folder.glob("shop.db*"))


def test_an_answer_outlives_a_database_that_fails_for_a_moment(rig: Rig) -> None:
    """Promise 12: the provider took it, the next transaction fails; the message is accepted, not in doubt."""
    rig.queue(2)
    faults = iter([StoreFault("The database is locked.")])

    def load() -> Settings:
        if rig.channel.sent:
            for fault in faults:
                raise fault
        return stored_settings.load(rig.db)

    with pytest.raises(StoreFault):
        work_queue(rig.db, rig.build, load, rig.clock, lock_dir=rig.folder / "locks", pace=rig.pace())
    assert rig.states() == ["accepted", "pending"]


def test_a_call_that_is_repeated_a_day_later_counts_on_that_day(rig: Rig) -> None:
    """A5, 3: with a key a doubtful call is made again; it arrives then, and the week is counted from then on."""
    rig.channel.capabilities = Capabilities(idempotency_window_s=172_800)
    rig.queue(1)
    rig.channel.script = [Uncertain("500")] * 3
    assert rig.send().uncertain == 1
    (first,) = rig.db.row("SELECT day FROM cap_ledger") or (0,)
    rig.clock.move(days=1)
    assert rig.send().sent == 1
    assert rig.db.row("SELECT day FROM cap_ledger") == (first + 1,)


@pytest.mark.parametrize("hours", [20, -1])
def test_a_key_whose_time_is_over_carries_nothing_again(rig: Rig, hours: int) -> None:
    """Promises 3 and 5: at the end of the key's day, or with the clock put back, a second call may be a second mail."""
    rig.channel.capabilities = Capabilities(idempotency_window_s=86_400)
    rig.queue(1)
    rig.channel.script = [Uncertain("500")] * 3
    assert rig.send().uncertain == 1
    rig.clock.move(hours=hours)
    assert rig.send().sent == 0
    assert len(rig.channel.sent) == 3
    assert rig.states() == ["uncertain"]


def test_an_answer_outlives_a_claim_that_fails(rig: Rig) -> None:
    """Promise 12: the provider took it, and the claim fails that was to be kept together with that answer."""
    rig.queue(2)
    rig.db.run(
        "CREATE TRIGGER fails BEFORE UPDATE OF state ON outbox WHEN NEW.state = 'sending' "
        "AND EXISTS (SELECT 1 FROM outbox WHERE state = 'accepted') "
        "BEGIN SELECT RAISE(ABORT, 'database is locked'); END"
    )
    with pytest.raises(StoreFault):
        rig.send()
    assert rig.states() == ["accepted", "pending"]
