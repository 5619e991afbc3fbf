"""The sender: claim, call, settle, for every answer that a provider can give."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import (
    Accepted,
    AccountCause,
    BadAccount,
    NotSent,
    Outcome,
    Refusal,
    Rejected,
    Throttled,
    Uncertain,
)
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.store import claims, notices, provider_states
from tests.conftest import Clock
from tests.engine.sending_rig import WE_MISS_YOU, Rig, ScriptedChannel

_NOTHING = {"sent": 0, "failed": 0, "deferred": 0, "uncertain": 0, "skipped": {}}


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def test_due_messages_go_out_once(rig: Rig) -> None:
    """A12 C13: a run sends what is due, and a second run nothing more."""
    ids = rig.queue(3)
    assert rig.send().as_json() == {"sent": 3, "failed": 0, "deferred": 0, "uncertain": 0, "skipped": {}}
    assert rig.send().sent == 0
    assert rig.states() == ["accepted"] * 3
    assert rig.row(ids[0], "attempts", "provider", "reason") == (1, "smtp", None)
    assert rig.row(ids[0], "sent_at") == int(rig.clock().timestamp())
    assert rig.touches() == 3
    assert len(rig.channel.sent) == 3
    assert rig.channel.closed == 1


def test_the_claim_is_committed_before_the_call(rig: Rig) -> None:
    """D3: when the provider is called, the row, the attempt and the cap are on disk already."""
    (message_id,) = rig.queue()
    seen: list[tuple[object, ...]] = []

    def look(_message: object) -> None:
        assert not rig.db.engine.in_transaction()
        seen.append((rig.row(message_id, "state"), rig.touches(), rig.db.value("SELECT outcome FROM attempts")))

    rig.channel.before = look
    rig.send()
    assert seen == [("sending", 1, None)]


def test_a_refusal_frees_the_cap_and_marks_the_address(rig: Rig) -> None:
    """A5 C2: rejected with its reason; the touch is free again; the address is known to be wrong."""
    (message_id,) = rig.queue()
    rig.channel.script = [Rejected(Refusal.INVALID_ADDRESS, "550", "no such user")]
    result = rig.send()
    assert (result.failed, result.sent) == (1, 0)
    assert rig.row(message_id, "state", "reason", "error") == ("rejected", "address_invalid", "no such user")
    assert rig.touches() == 0
    assert rig.db.value("SELECT email_state FROM customers") == "invalid"
    assert rig.db.row("SELECT outcome, code FROM attempts") == ("rejected", "550")


def test_a_refusal_because_she_opted_out_is_learned(rig: Rig) -> None:
    """C18: the provider's word that a person wants nothing goes to the ledger and the suppression list."""
    rig.queue()
    rig.channel.script = [Rejected(Refusal.OPTED_OUT, "21610", "unsubscribed recipient")]
    rig.send()
    assert rig.db.row("SELECT consent_email FROM customers") == (0,)
    assert rig.db.row("SELECT state, source FROM consents") == ("no", "provider")
    assert rig.db.value("SELECT reason FROM suppressions") == "opt_out"


def test_an_unreachable_provider_burns_nothing(rig: Rig) -> None:
    """D3: nothing was sent: pending, no attempt used, no cap taken, one call, one notice (promise 8)."""
    ids = rig.queue(5)
    rig.channel.script = [NotSent("The name can't be found.")]
    result = rig.send()
    assert result.as_json() == {"sent": 0, "failed": 0, "deferred": 5, "uncertain": 0, "skipped": {}}
    assert len(rig.channel.sent) == 1
    assert rig.row(ids[0], "state", "attempts") == ("pending", 0)
    assert rig.touches() == 0
    assert rig.notices() == ["provider_unreachable"]


def test_an_unreachable_provider_is_probed_after_1_to_15_minutes(rig: Rig) -> None:
    """C13: the clock's runs leave it alone until its time has come, later and later; an answer ends it."""
    rig.queue(1)
    delays = []
    rig.channel.script = [NotSent("offline")] * 9
    while rig.channel.script:
        calls = len(rig.channel.sent)
        minutes = 0
        while len(rig.channel.sent) == calls:
            rig.send(probes=False)
            rig.clock.move(minutes=1)
            minutes += 1
        delays.append(minutes)
    assert delays[0] == 1
    assert delays == sorted(delays[:1] + delays[1:])
    assert max(delays) <= 16
    rig.clock.move(minutes=20)
    assert rig.send(probes=False).sent == 1
    assert rig.notices() == []
    assert provider_states.find(rig.db, "smtp") is None


def test_a_dropped_line_is_made_anew_once(rig: Rig) -> None:
    """C13: a provider that worked a moment ago gets one more call; then it is left alone."""
    rig.queue(4)
    lost = NotSent("dropped before the message")
    rig.channel.script = [Accepted("a"), lost, Accepted("b"), lost, lost]
    result = rig.send()
    assert (result.sent, result.deferred, len(rig.channel.sent)) == (2, 2, 5)
    assert rig.db.value("SELECT max(attempts) FROM outbox") == 1
    assert rig.touches() == 2


def test_a_call_and_a_look_up_have_thirty_seconds_each(rig: Rig) -> None:
    """Promise 6: that long and no longer, whatever the provider does; a channel keeps the deadline it is given."""
    rig.channel.capabilities = Capabilities(can_look_up=True, settling_s=60)
    rig.queue(1)
    rig.channel.script = [Uncertain("timeout")]
    assert rig.send().uncertain == 1
    rig.clock.move(minutes=10)
    rig.send()
    assert len(rig.channel.asked) == 1
    assert all(29 < left <= 30 for left in rig.channel.left_s), rig.channel.left_s


def test_three_days_without_a_network_burn_nothing(rig: Rig) -> None:
    """D3: nothing failed, nothing is used up; what could not go in time is skipped and says so (promise 8)."""
    ids = rig.queue(3)
    rig.channel.script = [NotSent("offline")] * 200
    for _ in range(71):
        assert rig.send(probes=False).as_json() == {**_NOTHING, "deferred": 3}
        assert set(rig.states(ids)) == {"pending"}
        rig.clock.move(hours=1)
    assert rig.db.value("SELECT max(attempts) FROM outbox") == 0
    assert rig.notices() == ["provider_unreachable"]
    rig.clock.move(hours=1)
    assert rig.send(probes=False).skipped == {Reason.EXPIRED: 3}
    assert rig.touches() == 0


def test_an_outage_that_the_owner_has_put_away_stays_away(rig: Rig) -> None:
    """8: one banner for three days offline, not one every quarter of an hour; the next outage is told again."""
    rig.enqueue(rig.draft(rig.customer()))
    rig.channel.script = [NotSent("offline")] * 20
    rig.send()
    notices.dismiss(rig.db, "provider:smtp", rig.clock())
    rig.clock.move(minutes=20)
    rig.send()
    assert rig.notices() == []
    rig.clock.move(days=2)  # nothing was tried meanwhile: it is told again
    rig.enqueue(rig.draft(rig.customer()))
    rig.send()
    assert rig.notices() == ["provider_unreachable"]
    rig.channel.script = []
    rig.clock.move(minutes=20)
    assert rig.send().sent == 2
    rig.enqueue(rig.draft(rig.customer()))
    rig.channel.script = [NotSent("offline")] * 20
    rig.send()
    assert rig.notices() == ["provider_unreachable"]


def test_by_hand_an_unreachable_provider_is_tried_at_once(rig: Rig) -> None:
    """A12: the owner's own run does not wait for the next probe."""
    rig.queue(2)
    rig.channel.script = [NotSent("offline")]
    rig.send()
    assert rig.send().sent == 2


def test_a_bad_account_pauses_its_provider_once(rig: Rig) -> None:
    """C10: one more request at most, one notice, everything else waits and says why (promise 9)."""
    ids = rig.queue(6)
    rig.channel.script = [Accepted("a"), BadAccount(AccountCause.CREDENTIALS, "535", "password not accepted")]
    result = rig.send()
    assert (result.sent, result.deferred) == (1, 5)
    assert len(rig.channel.sent) == 2
    assert {rig.row(each, "state", "reason") for each in ids[1:]} == {("pending", "provider_paused")}
    assert rig.notices() == ["provider_paused"]
    assert rig.send().deferred == 5
    rig.clock.move(hours=1)
    assert len(rig.channel.sent) == 2
    assert provider_states.resume(rig.db, "smtp", rig.clock())
    assert rig.send().sent == 5
    assert rig.notices() == []


def test_one_paused_provider_leaves_the_others_alone(rig: Rig) -> None:
    """C13: a pause concerns the channels of that provider only."""
    other = ScriptedChannel("twilio")
    rig.channels[ChannelName.SMS] = other
    rig.queue(2)
    rig.queue(2, ChannelName.SMS)
    rig.channel.script = [BadAccount(AccountCause.BALANCE, None, "no money")]
    assert rig.send().sent == 2
    assert len(other.sent) == 2


def test_throttling_is_obeyed_and_slows_the_run_down(rig: Rig) -> None:
    """C13, 7: a 429 costs nothing, Retry-After is waited for, then the run goes on."""
    rig.queue(3)
    rig.channel.script = [Throttled(7, daily=False, detail="too fast")]
    result = rig.send()
    assert result.sent == 3
    assert sum(rig.slept) >= 7
    assert rig.db.value("SELECT max(attempts) FROM outbox") == 1
    assert len(rig.channel.sent) == 4


def test_endless_throttling_is_bounded(rig: Rig) -> None:
    """C13: a provider that throttles for ever gets a handful of calls, nothing is lost (promise 7)."""
    rig.queue(20)
    rig.channel.script = [Throttled(None, daily=False, detail="too fast")] * 500
    result = rig.send()
    assert (result.sent, result.deferred) == (0, 20)
    assert len(rig.channel.sent) <= 6
    assert rig.touches() == 0
    calls = len(rig.channel.sent)
    assert rig.send().deferred == 20
    assert len(rig.channel.sent) == calls


def test_a_daily_quota_continues_tomorrow(rig: Rig) -> None:
    """C13, 7: the day's quota is used up: nothing more today, everything tomorrow."""
    rig.queue(4)
    rig.channel.script = [Accepted("a"), Throttled(None, daily=True, detail="550 5.4.5 daily limit")]
    assert rig.send().as_json() == {"sent": 1, "failed": 0, "deferred": 3, "uncertain": 0, "skipped": {}}
    rig.clock.move(hours=3)
    assert rig.send().deferred == 3
    assert len(rig.channel.sent) == 2
    rig.clock.move(hours=10)
    assert rig.send().sent == 3


def test_a_doubt_is_never_sent_again_by_itself(rig: Rig) -> None:
    """D3 C2: a timeout after the request leaves the row uncertain; the cap stays taken; the owner decides.

    Promises 5 and 6.
    """
    (message_id,) = rig.queue()
    rig.channel.script = [Uncertain("timeout")]
    assert rig.send().uncertain == 1
    assert rig.send().as_json() == {"sent": 0, "failed": 0, "deferred": 0, "uncertain": 0, "skipped": {}}
    assert rig.row(message_id, "state", "treated_as", "error") == ("uncertain", None, "timeout")
    assert rig.touches() == 1
    assert len(rig.channel.sent) == 1


def test_the_owner_resolves_a_doubt(rig: Rig) -> None:
    """C2, 5: as sent it counts from the claim on; again puts it back, with its touch free."""
    first, second = rig.queue(2)
    rig.channel.script = [Uncertain("timeout"), Uncertain("timeout")]
    claimed_at = int(rig.clock().timestamp())
    rig.send()
    rig.clock.move(hours=2)
    assert queueing.resolve(rig.db, [first], "sent", rig.clock()) == 1
    assert rig.row(first, "state", "treated_as", "sent_at") == ("uncertain", "sent", claimed_at)
    assert queueing.resolve(rig.db, [second], "again", rig.clock()) == 1
    assert rig.touches() == 1
    assert rig.send().sent == 1
    assert rig.states() == ["uncertain", "accepted"]


def test_an_undecided_doubt_counts_as_sent_after_days(rig: Rig) -> None:
    """C2: the default of promises.md: treat as sent."""
    (message_id,) = rig.queue()
    rig.channel.script = [Uncertain("timeout")]
    rig.send()
    rig.clock.move(days=4)
    rig.send()
    assert rig.row(message_id, "state", "treated_as") == ("uncertain", "sent")


def test_acceptance_without_an_id_is_probably_sent(rig: Rig) -> None:
    """C2: uncertain, preselected as sent."""
    (message_id,) = rig.queue()
    rig.channel.script = [Accepted(None)]
    assert rig.send().uncertain == 1
    assert rig.row(message_id, "state", "treated_as") == ("uncertain", "sent")


def test_a_provider_that_can_be_asked_ends_a_doubt_after_settling(rig: Rig) -> None:
    """D3: looked up after the settling delay: found is accepted, refused is rejected, unknown goes out again.

    Promise 4.
    """
    rig.channel.capabilities = Capabilities(can_look_up=True, settling_s=120)
    found, refused, unknown, silent = rig.queue(4)
    rig.channel.script = [Uncertain("reset")] * 4
    rig.send()
    assert rig.channel.asked == []
    rig.channel.known = {
        found: Accepted("found"),
        refused: Rejected(Refusal.INVALID_ADDRESS, "21211", "invalid"),
        unknown: NotSent("unknown there"),
    }
    rig.clock.move(seconds=121)
    rig.send()
    assert rig.states() == ["accepted", "rejected", "accepted", "uncertain"]
    assert rig.row(found, "provider_message_id") == "found"
    assert [message.message_id for message in rig.channel.sent].count(unknown) == 2
    assert rig.row(silent, "treated_as") is None


@pytest.mark.parametrize(
    ("word", "answer", "state"),
    [
        ("again", Accepted("found"), "accepted"),
        ("again", NotSent("unknown there"), "pending"),
        ("sent", Accepted("found"), "accepted"),
        ("sent", NotSent("unknown there"), "uncertain"),
    ],
)
def test_a_word_of_the_owners_while_the_provider_is_asked(
    rig: Rig, word: Literal["again", "sent"], answer: Outcome, state: str
) -> None:
    """4, 5: what the provider has is not sent again, whoever wanted it; else her word holds."""

    class Slow(ScriptedChannel):
        def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
            if not self.asked:
                assert queueing.resolve(rig.db, [message.message_id], word, rig.clock()) == 1
            self.asked.append((message.message_id, attempted_ago))
            return answer

    (message_id,) = rig.queue()
    rig.channel = Slow(capabilities=Capabilities(can_look_up=True))
    rig.channel.script = [Uncertain("reset")]
    rig.send()
    assert rig.row(message_id, "state") == state
    assert rig.touches() == (0 if state == "pending" else 1)
    assert len(rig.channel.sent) == 1


def test_a_doubt_of_before_says_nothing_of_a_call_that_is_under_way(rig: Rig) -> None:
    """1: the owner sent it again while the provider was asked about the first call: what goes does not wait again."""

    class Slow(ScriptedChannel):
        def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
            queueing.resolve(rig.db, [message.message_id], "again", rig.clock())
            row = claims.get_row(rig.db, message.message_id)
            with rig.db.write():
                claims.begin(rig.db, row, "smtp", row.address, is_test=False, now=rig.clock())
            return NotSent("unknown there")

    (message_id,) = rig.queue()
    rig.channel = Slow(capabilities=Capabilities(can_look_up=True))
    rig.channel.script = [Uncertain("reset")]
    rig.send()
    assert rig.row(message_id, "state") == "sending"


def test_an_erased_persons_doubt_is_left_alone(rig: Rig) -> None:
    """C18: who was erased meanwhile is asked about nowhere, and her emptied row stops nobody else's message."""
    rig.channel.capabilities = Capabilities(can_look_up=True)
    (message_id,) = rig.queue()
    rig.channel.script = [Uncertain("timeout")]
    rig.channel.known = {}
    rig.send()
    rig.channel.asked.clear()
    rig.db.run("UPDATE outbox SET address = '', content = '{}', decision = '{}'")
    rig.db.run("UPDATE customers SET erased_at = 1, email = NULL")
    rig.queue()
    rig.clock.move(minutes=5)
    assert rig.send().sent == 1
    assert rig.channel.asked == []
    assert rig.row(message_id, "state") == "uncertain"


def test_a_provider_with_keys_is_asked_again_with_the_same_key(rig: Rig) -> None:
    """D3: inside the key's window a doubtful call is repeated with its reference (promise 3)."""
    rig.channel.capabilities = Capabilities(idempotency_window_s=3600)
    (message_id,) = rig.queue()
    rig.channel.script = [Uncertain("500"), Uncertain("500")]
    assert rig.send().sent == 1
    assert len({message.reference for message in rig.channel.sent}) == 1
    assert rig.row(message_id, "attempts") == 3
    assert rig.db.value("SELECT count(*) FROM attempts") == 3


def test_a_second_call_that_was_not_sent_proves_nothing_of_the_first(rig: Rig) -> None:
    """D3: timeout, then no network: still uncertain, never pending."""
    rig.channel.capabilities = Capabilities(idempotency_window_s=3600)
    (message_id,) = rig.queue()
    rig.channel.script = [Uncertain("timeout"), NotSent("offline"), NotSent("offline")]
    assert rig.send().uncertain == 1
    assert rig.row(message_id, "state") == "uncertain"
    assert rig.touches() == 1


def test_a_row_left_on_its_way_becomes_uncertain(rig: Rig) -> None:
    """B2 D3: the sender died between claim and settlement: listed, not sent again (promises 1 and 5)."""
    (message_id,) = rig.queue()

    def die(_message: object) -> None:
        raise KeyboardInterrupt

    rig.channel.before = die
    with pytest.raises(KeyboardInterrupt):
        rig.send()
    assert rig.states() == ["sending"]
    rig.channel.before = lambda _message: None
    assert rig.send().uncertain == 1
    assert rig.send().uncertain == 0
    assert rig.states() == ["uncertain"]
    assert rig.channel.sent == []
    assert "may have arrived" in rig.row(message_id, "error")
    assert rig.db.row("SELECT outcome FROM attempts") == (None,)


@pytest.mark.parametrize("refusals", [5, 12])
def test_five_failures_in_a_row_pause_the_campaign(rig: Rig, refusals: int) -> None:
    """C13: the breaker stops a campaign with its cause; the rest waits (promise 7)."""
    rig.queue(20)
    rig.channel.script = [Rejected(Refusal.TEMPLATE, "132001", "template does not exist")] * refusals
    result = rig.send()
    assert (result.failed, result.deferred) == (5, 15)
    assert rig.db.value("SELECT status FROM campaigns WHERE id = ?", (WE_MISS_YOU,)) == "paused"
    assert rig.db.value("SELECT halts ->> '$[0][1]' FROM campaigns WHERE id = ?", (WE_MISS_YOU,)) == "refused"
    assert rig.notices() == ["campaign_paused"]


def test_a_fifth_of_the_last_fifty_pauses_the_campaign(rig: Rig) -> None:
    """C13: failures that are spread out count too; a campaign started again gets a new chance."""
    rig.queue(60)
    refusal = Rejected(Refusal.BLOCKED, "30007", "filtered")
    rig.channel.script = [refusal if number % 4 == 0 else Accepted(f"x{number}") for number in range(60)]
    result = rig.send()
    assert (result.failed, len(rig.channel.sent)) == (10, 37)
    rig.clock.move(minutes=1)
    rig.db.run("UPDATE campaigns SET status = 'active'")
    rig.channel.script = [refusal]
    assert (rig.send().as_json()["sent"], len(rig.channel.sent)) == (22, 60)


@pytest.mark.parametrize(("count", "sent"), [(140, 9), (60, 56)])
def test_the_first_twenty_of_a_big_campaign_are_its_canary(rig: Rig, count: int, sent: int) -> None:
    """C13, promise 7: a fifth of the first twenty fails, and the hundreds after them are not written to."""
    rig.queue(count)
    refused = Rejected(Refusal.CONTENT, "550", "looks like spam")
    rig.channel.script = [Accepted(f"id-{place}") if place % 4 else refused for place in range(16)]
    result = rig.send()
    assert (result.sent, result.failed) == (sent, 4)
    assert ("campaign_paused" in rig.notices()) is (count == 140)


def test_opt_outs_never_trip_the_breaker(rig: Rig) -> None:
    """C13 C18: what people decide for themselves says nothing about the campaign."""
    rig.queue(8)
    rig.channel.script = [Rejected(Refusal.OPTED_OUT, "21610", "unsubscribed")] * 8
    assert rig.send().failed == 8
