"""A run as a whole: who may send, when it stops, how fast it goes; and one message at once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.domain.outcomes import (
    Accepted,
    Throttled,
    Uncertain,
)
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.engine.sending import SenderBusy, send_now
from reengage_desktop.engine.sending.turns import sender_turn
from reengage_desktop.store import provider_states
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database, DatabaseBusy
from reengage_desktop.store.provider_states import Rest
from tests.conftest import Clock
from tests.engine.sending_rig import Rig, ScriptedChannel


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def test_one_sender_at_a_time(rig: Rig) -> None:
    """C13, 11: a second run says that one is at work and changes nothing."""
    rig.queue()
    with sender_turn(rig.folder / "locks"), pytest.raises(SenderBusy, match="being sent already"):
        rig.send(wait_s=0)
    assert rig.states() == ["pending"]


def test_a_channel_that_is_not_connected_leaves_its_messages_waiting(rig: Rig) -> None:
    """C13: they say why, and go as soon as it is connected."""
    rig.channels[ChannelName.EMAIL] = NotConfigured("no host")
    ids = rig.queue(2)
    assert rig.send().deferred == 2
    assert rig.row(ids[0], "state", "reason") == ("pending", Reason.CHANNEL_OFF)
    rig.channels.clear()
    assert rig.send().sent == 2


def test_what_runs_out_while_its_channel_is_not_connected_is_skipped(rig: Rig) -> None:
    """Promise 8: it can't be claimed, and says all the same that its time was over."""
    rig.queue(2)
    rig.channels[ChannelName.EMAIL] = NotConfigured("no host")
    rig.clock.move(hours=71)
    assert rig.send().deferred == 2
    rig.clock.move(hours=1)
    assert rig.send().skipped == {Reason.EXPIRED: 2}
    rig.channels.clear()
    assert rig.send().sent == 0


def test_stop_finishes_the_message_in_flight(rig: Rig) -> None:
    """C4: no new call after the one in flight (promise 29)."""
    rig.queue(5)
    assert rig.send(stop=lambda: len(rig.channel.sent) >= 2).sent == 2
    assert rig.states() == ["accepted", "accepted", "pending", "pending", "pending"]


def test_pausing_stops_before_the_next_call(rig: Rig) -> None:
    """C4: the owner's pause holds from the next claim on, whoever is sending (promise 29)."""
    rig.queue(5)

    def pause(_message: object) -> None:
        rig.db.run("INSERT OR IGNORE INTO meta (key, value) VALUES ('paused', 'owner')")

    rig.channel.before = pause
    result = rig.send()
    assert (result.sent, result.deferred) == (1, 4)
    assert rig.send().sent == 0


def test_rate_limits_hold_across_runs(rig: Rig) -> None:
    """C9 C13, 7: never more than the provider's calls in any minute, also when the run is started again."""
    rig.set(providers__smtp__rate_per_minute="12")
    rig.queue(40)
    rig.sleeping_moves_the_clock = True
    moments: list[float] = []
    rig.channel.before = lambda _message: moments.append(rig.steady)
    rig.send(stop=lambda: len(moments) >= 20)
    rig.send()
    assert len(moments) == 40
    for begin in moments:
        assert sum(begin <= each < begin + 60 for each in moments) <= 12
    assert moments[11] == moments[0], "a small shop's messages need not wait"


def test_a_channel_waits_while_its_opt_outs_are_unknown(rig: Rig) -> None:
    """C18, 10: opt-outs are fetched first; where they can't be, nothing of that provider goes, and it says why."""
    (message_id,) = rig.queue()
    until = rig.clock() + timedelta(minutes=15)
    provider_states.rest(rig.db, "smtp", Rest.OPT_OUTS_UNKNOWN, "The mailbox can't be read.", until, rig.clock())
    assert rig.send().deferred == 1
    assert rig.row(message_id, "state", "reason") == ("pending", "provider_paused")
    provider_states.resume(rig.db, "smtp", rig.clock())
    assert rig.row(message_id, "reason") is None
    assert rig.send().sent == 1


def test_a_database_that_another_program_holds_stops_before_the_wire(rig: Rig, tmp_path: Path) -> None:
    """D3: locked: a sentence, nothing handed over, and it goes on later (promise 12)."""
    rig.queue()
    impatient = Database(tmp_path / "shop.db", busy_timeout_s=0.05)
    other = Database(tmp_path / "shop.db")
    rig.db.close()
    rig.db = impatient
    with other.write(), pytest.raises(DatabaseBusy, match="Another program holds"):
        rig.send()
    other.close()
    assert rig.channel.sent == []
    assert rig.send().sent == 1


def test_send_now_needs_no_approval(rig: Rig) -> None:
    """A12 A13: one message at once, although it is held for approval."""
    customer = rig.customer()
    message_id = rig.enqueue(rig.draft(customer, needs_approval=True))
    assert isinstance(message_id, int)
    answer = rig.send_now(message_id)
    assert answer.is_sent
    assert rig.states() == ["accepted"]
    assert rig.touches() == 1


def test_send_now_says_why_not_and_leaves_nothing_behind(rig: Rig) -> None:
    """A13: what may not go now is skipped with its reason, the provider's words are the error, the occasion is free."""
    customer = rig.customer()
    first = rig.enqueue(rig.draft(customer, needs_approval=True))
    assert isinstance(first, int)
    rig.channel.script = [Throttled(3600, daily=False, detail="slow down")]
    answer = rig.send_now(first)
    assert (answer.state, answer.reason, answer.error) == (OutboxState.SKIPPED, Reason.PROVIDER_LIMIT, "slow down")
    rig.set(reengagement__enabled="false")
    second = rig.enqueue(rig.draft(customer, needs_approval=True))
    assert isinstance(second, int)
    assert second != first
    rig.clock.move(hours=2)
    assert rig.send_now(second).reason == Reason.SWITCHED_OFF
    assert rig.send().sent == 0
    assert rig.touches() == 0


def test_send_now_counts_an_acceptance_without_an_id(rig: Rig) -> None:
    """A13: the provider said yes and gave no number: sent, as far as anybody can tell; a timeout is not."""
    first, second = rig.queue(2, needs_approval=True)
    rig.channel.script = [Accepted(None), Uncertain("timeout")]
    assert rig.send_now(first).is_sent
    answer = rig.send_now(second)
    assert (answer.is_sent, answer.state, answer.error) == (False, OutboxState.UNCERTAIN, "timeout")


def test_send_now_beside_a_sender_at_work(rig: Rig) -> None:
    """A12, 11: while the queue is worked, one message goes at once, and nothing goes twice."""
    rig.queue(3)
    urgent = rig.enqueue(rig.draft(rig.customer(), needs_approval=True))
    assert isinstance(urgent, int)
    other = ScriptedChannel("smtp")
    answers: list[bool] = []

    def interrupt(_message: object) -> None:
        if not answers:
            rig.channels[ChannelName.EMAIL] = other
            answers.append(rig.send_now(urgent).is_sent)

    rig.channel.before = interrupt
    assert rig.send().sent == 3
    assert answers == [True]
    assert rig.states() == ["accepted"] * 4
    assert len(other.sent) == 1


def test_test_mode_is_counted_nowhere(rig: Rig) -> None:
    """A14: pretended messages take no cap and no place; what was approved for pretending never goes out for real."""
    pretend = ScriptedChannel("pretend")
    customer = rig.customer()
    waiting = rig.queue()[0]
    rig.set(sending__test_mode="true")
    rig.channels[ChannelName.EMAIL] = pretend
    pretended = rig.enqueue(rig.draft(customer))
    assert isinstance(pretended, int)
    assert rig.send().sent == 2
    assert rig.touches() == 0
    assert (rig.row(waiting, "is_test"), rig.row(pretended, "is_test")) == (1, 1)
    left = rig.enqueue(rig.draft(rig.customer()))
    assert isinstance(left, int)
    rig.set(sending__test_mode="false")
    rig.channels.clear()
    assert isinstance(rig.enqueue(rig.draft(customer)), int)
    assert rig.send().sent == 1
    assert rig.row(left, "state", "reason") == ("held", "awaiting_approval")


def test_no_transaction_waits_for_the_keyring(rig: Rig) -> None:
    """C2 A12: the keys of each channel with messages are fetched once, before it (the rig looks at each fetching)."""
    rig.channels[ChannelName.SMS] = NotConfigured("The keyring is locked.")
    rig.queue(3)
    texts = rig.queue(2, ChannelName.SMS)
    assert rig.send().as_json() == {"sent": 3, "failed": 0, "deferred": 2, "uncertain": 0, "skipped": {}}
    assert rig.built == [ChannelName.EMAIL, ChannelName.SMS]
    assert {rig.row(each, "state", "reason") for each in texts} == {("pending", "channel_off")}
    assert rig.send_now(rig.queue()[0]).is_sent
    assert rig.built == [ChannelName.EMAIL, ChannelName.SMS, ChannelName.EMAIL]


def test_a_provider_changed_during_a_run_is_taken_from_the_next_message_on(rig: Rig) -> None:
    """C7: inside the transaction the open line is compared with the settings."""
    resend = ScriptedChannel("resend")
    rig.queue(3)

    def change(_message: object) -> None:
        rig.set(channels__email__provider="resend")
        rig.channels[ChannelName.EMAIL] = resend

    rig.channel.before = change
    assert rig.send().sent == 3
    assert (len(rig.channel.sent), len(resend.sent), rig.channel.closed) == (1, 2, 1)


def test_send_now_takes_no_line_that_the_settings_have_left(rig: Rig) -> None:
    """C7 A13: the provider is changed between the keyring's answer and the claim."""
    (message_id,) = rig.queue()

    def build(_channel: ChannelName) -> ScriptedChannel:
        rig.set(channels__email__provider="resend")
        return rig.channel

    load, locks = lambda: stored_settings.load(rig.db), rig.folder / "locks"
    answer = send_now(rig.db, message_id, build, load, rig.clock, lock_dir=locks, pace=rig.pace())
    assert (answer.is_sent, answer.state, answer.reason) == (False, OutboxState.SKIPPED, Reason.CHANNEL_OFF)
    assert (rig.channel.sent, rig.touches()) == ([], 0)


@pytest.mark.parametrize("is_taken", [True, False], ids=["sent by another", "called off"])
def test_the_claim_looks_again_at_what_changed_since_the_first_look(rig: Rig, *, is_taken: bool) -> None:
    """Promises 1 and 29: while its line opens (a keyring may ask), another sender takes the message, or it is ended."""
    [message] = rig.queue(1)
    opened = list[ChannelName]()

    def build(channel: ChannelName) -> Channel | NotConfigured:
        opened.append(channel)
        if len(opened) == 1 and is_taken:
            assert rig.send().sent == 1
        elif len(opened) == 1:
            rig.db.run("UPDATE outbox SET state = 'cancelled' WHERE id = ?", (message,))
        return rig.build(channel)

    locks, pace = rig.folder / "locks", rig.pace()
    answer = send_now(
        rig.db, message, build, lambda: stored_settings.load(rig.db), rig.clock, lock_dir=locks, pace=pace
    )
    assert answer.is_sent is is_taken
    assert len(rig.channel.sent) == is_taken
    assert rig.states() == ["accepted" if is_taken else "cancelled"]
