"""Several calls at once to a slow provider: one thread writes, and every promise holds over all of them."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities, Channel, NotConfigured
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
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.sending.breaking import CANARY
from reengage_desktop.store import provider_states
from reengage_desktop.store.database import Database
from tests.conftest import Clock
from tests.engine.sending_rig import Rig, ScriptedChannel

AT_ONCE = 4


class SlowRig(Rig):
    """A shop whose provider takes 100 ms of its steady clock for a call, and four calls at once.

    `answer` decides what the call with a number (from 1, in the order of their beginnings) proves.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.capabilities = Capabilities(calls_at_once=AT_ONCE)
        self.takes_s = 0.1
        self.answer: Callable[[int], Outcome] = lambda number: Accepted(f"id-{number}")
        self.got: list[int] = []
        self.begun: list[float] = []
        self.most = self.answered = self.known_at = 0
        self.connections: list[Connection] = []
        self._out = 0
        self.changed = threading.Condition()

    def build(self, channel: ChannelName) -> Channel | NotConfigured:
        """A further connection."""
        super().build(channel)
        self.connections.append(Connection(self))
        return self.connections[-1]

    def take(self, message: Outgoing) -> Outcome:
        """One call, in whatever thread: it is answered when four are out, or when no further one comes."""
        with self.changed:
            self._out += 1
            self.got.append(message.message_id)
            self.begun.append(self.steady)
            number, self.most = len(self.got), max(self.most, self._out)
            self.changed.notify_all()
            if self.changed.wait_for(lambda: self._out >= AT_ONCE, 0.05 if self.takes_s else 0):
                self.changed.notify_all()
            self.steady += self.takes_s
        outcome = self.answer(number)
        with self.changed:
            self._out -= 1
            self.answered += 1
        return outcome

    def elsewhere(self, sql: str) -> None:
        """Another window's write; `known_at` is how many calls had begun when it was done."""
        self.db.run(sql)
        self.db.close()
        self.known_at = len(self.got)


class Connection(ScriptedChannel):
    """One connection to the provider; it takes one call at a time."""

    def __init__(self, rig: SlowRig) -> None:
        super().__init__("smtp", rig.capabilities)
        self._rig = rig
        self._is_free = threading.Lock()

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        assert self._is_free.acquire(blocking=False), "one call at a time goes through a connection"
        try:
            return self._rig.take(message)
        finally:
            self._is_free.release()


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[SlowRig]:
    rig = SlowRig(tmp_path, clock)
    yield rig
    rig.db.close()


def _nobody_twice(rig: SlowRig) -> None:
    assert [each for each, times in Counter(rig.got).items() if times > 1] == []
    assert "sending" not in rig.states()


def test_a_slow_provider_gets_several_calls_at_once(rig: SlowRig) -> None:
    """C13: as many as it takes, each through a connection of its own, each message once."""
    rig.queue(30)
    assert rig.send().sent == 30
    assert (rig.most, len(rig.connections)) == (AT_ONCE, AT_ONCE)
    assert [each.closed for each in rig.connections] == [1] * AT_ONCE
    assert rig.db.value("SELECT max(attempts) FROM outbox") == 1
    _nobody_twice(rig)


def test_a_fast_provider_gets_one_call_at_a_time(rig: SlowRig) -> None:
    """C13: where its answer takes no time, a second connection would gain nothing."""
    rig.takes_s = 0.0
    rig.queue(30)
    assert rig.send().sent == 30
    assert (rig.most, len(rig.connections)) == (1, 1)


def test_the_first_twenty_come_home_before_the_rest_follows(rig: SlowRig) -> None:
    """Issue 5, slow start: of each campaign no 21st call begins before twenty were answered; others need not wait."""
    rig.queue(40)
    rig.queue(6, campaign_id=1, campaign_type="back_in_stock", occasion="restock:1")
    mine = {each for (each,) in rig.db.rows("SELECT id FROM outbox WHERE campaign_id = 5")}
    seen: list[tuple[int, int]] = []

    def look(number: int) -> Outcome:
        seen.append((rig.answered, sum(each in mine for each in list(rig.got))))
        return Accepted(f"id-{number}")

    rig.answer = look
    assert rig.send().sent == 46
    assert all(begun <= CANARY for answered, begun in seen if answered < CANARY)
    assert rig.most > 1


def test_pausing_lets_the_calls_in_flight_end(rig: SlowRig) -> None:
    """Promise 29: the owner's pause holds from the next claim on; what is out is written down."""
    rig.queue(30)

    def pause_at_12(number: int) -> Outcome:
        if number == 12:
            rig.elsewhere("INSERT OR IGNORE INTO meta (key, value) VALUES ('paused', 'owner')")
        return Accepted(f"id-{number}")

    rig.answer = pause_at_12
    result = rig.send()
    assert 12 <= result.sent <= rig.known_at + AT_ONCE
    assert (result.sent, result.deferred) == (len(rig.got), 30 - len(rig.got))
    _nobody_twice(rig)


def test_cancelling_a_campaign_lets_the_calls_in_flight_end(rig: SlowRig) -> None:
    """Promise 29: the same for one campaign that is cancelled at a random moment."""
    rig.queue(30)

    def cancel_at_12(number: int) -> Outcome:
        if number == 12:
            rig.elsewhere("UPDATE campaigns SET status = 'cancelled' WHERE id = 5")
        return Accepted(f"id-{number}")

    rig.answer = cancel_at_12
    assert rig.send().sent == len(rig.got) <= rig.known_at + AT_ONCE
    _nobody_twice(rig)


def test_quitting_waits_for_the_calls_in_flight(rig: SlowRig) -> None:
    """Promise 31: nothing is claimed any more, and what is out is settled: nothing is in doubt."""
    rig.queue(30)
    sent = rig.send(stop=lambda: len(rig.got) >= 12).sent
    assert 12 <= sent == len(rig.got) < 12 + AT_ONCE
    assert set(rig.states()) == {"accepted", "pending"}
    assert rig.send().sent == 30 - sent
    _nobody_twice(rig)


def test_a_revoked_token_is_learned_once(rig: SlowRig) -> None:
    """Promise 9: no call begins after it was learned; those that were out end alike; one pause, one notice."""
    rig.queue(30)
    revoked = BadAccount(AccountCause.CREDENTIALS, "401", "revoked")
    rig.answer = lambda number: revoked if number > 12 else Accepted(f"id-{number}")
    result = rig.send()
    assert (result.sent, result.deferred) == (12, 18)
    assert len(rig.got) <= 12 + AT_ONCE
    assert rig.notices() == ["provider_paused"]
    assert rig.touches() == 12
    provider_states.resume(rig.db, "smtp", rig.clock())
    rig.answer = lambda number: Accepted(f"id-{number}")
    assert rig.send().sent == 18


def test_being_throttled_together_is_being_throttled_once(rig: SlowRig) -> None:
    """Promise 7: four calls that are told "too fast" at once are one rest of the named length, and no long one."""
    rig.queue(30)
    hot: list[float] = []

    def answer(number: int) -> Outcome:
        if number < 12 or (hot and rig.steady > hot[0] + 5):
            return Accepted(f"id-{number}")
        hot.append(rig.steady)
        return Throttled(7, daily=False, detail="slow down")

    rig.answer = answer
    assert rig.send().sent == 30
    assert len(hot) <= AT_ONCE
    assert provider_states.find(rig.db, "smtp") is None
    assert rig.db.value("SELECT count(*) FROM attempts WHERE outcome = 'throttled' AND code IS NULL") == 1
    assert not [each for each in rig.begun if hot[-1] < each < hot[0] + 7], "Retry-After holds for every connection"


def test_a_pace_holds_over_all_calls(rig: SlowRig) -> None:
    """C13: never more than the provider's calls in any minute, however many are out at once."""
    rig.set(providers__smtp__rate_per_minute="10")
    rig.queue(25)
    rig.takes_s = 0.5
    assert rig.send().sent == 25
    for begin in rig.begun:
        assert sum(begin <= each < begin + 58 for each in rig.begun) <= 10


def test_a_network_that_goes_takes_nothing_with_it(rig: SlowRig) -> None:
    """Promise 8: four calls that reached nobody: nothing used up, one more try, one notice."""
    rig.queue(30)
    rig.answer = lambda number: NotSent("offline") if number > 12 else Accepted(f"id-{number}")
    result = rig.send()
    assert (result.sent, result.deferred) == (12, 18)
    assert len(rig.got) <= 12 + AT_ONCE + 1
    assert rig.db.value("SELECT max(attempts) FROM outbox WHERE state = 'pending'") == 0
    assert rig.notices() == ["provider_unreachable"]


def test_a_campaign_that_fails_is_stopped_with_few_calls_out(rig: SlowRig) -> None:
    """Issue 5, circuit breaker: with its first failures one call goes at a time again; five in a row end it."""
    rig.queue(40)
    rig.answer = lambda number: Rejected(Refusal.CONTENT, "550", "spam") if number > 16 else Accepted(f"id-{number}")
    result = rig.send()
    assert (result.sent, rig.notices()) == (16, ["campaign_paused"])
    assert result.failed <= 5 + AT_ONCE
    _nobody_twice(rig)


def test_doubts_of_several_calls_are_each_looked_up(rig: SlowRig) -> None:
    """Promise 4: four silent calls at once are four doubts, and none is sent again by itself."""
    rig.queue(24)
    rig.answer = lambda number: Uncertain("silence") if 12 < number <= 16 else Accepted(f"id-{number}")
    result = rig.send()
    assert (result.sent, result.uncertain) == (20, 4)
    rig.clock.moment += timedelta(hours=1)
    assert rig.send().sent == 0
    _nobody_twice(rig)


def test_a_fault_of_the_program_loses_no_other_answer(rig: SlowRig) -> None:
    """Promise 1: what broke one call is raised; the answers of the others are written down; that one is in doubt."""
    rig.queue(24)

    def break_at_12(number: int) -> Outcome:
        if number == 12:
            raise ZeroDivisionError
        return Accepted(f"id-{number}")

    rig.answer = break_at_12
    with pytest.raises(ZeroDivisionError):
        rig.send()
    states = Counter(rig.states())
    assert (states["sending"], states["accepted"]) == (1, len(rig.got) - 1)
    rig.answer = lambda number: Accepted(f"id-{number}")
    result = rig.send()
    assert (result.uncertain, rig.states().count("uncertain")) == (1, 1)
    _nobody_twice(rig)


class Disk(Database):
    """A shop on a disk that needs so long of the rig's steady clock to keep a transaction.

    `together`: how many calls each transaction has claimed.
    """

    rig: SlowRig
    keeps_s = 0.0
    together: list[int]

    @contextmanager
    def write(self) -> Iterator[None]:
        """As the program's."""
        if self.engine.in_transaction():
            yield
            return
        with ExitStack() as calls:
            with super().write():
                before = self.value("SELECT count(*) FROM attempts")
                yield
                calls.enter_context(self.rig.changed)  # no call's time passes while the disk's does
                self.together.append(self.value("SELECT count(*) FROM attempts") - before)
            self.rig.steady += self.keeps_s

    @classmethod
    def under(cls, rig: SlowRig, keeps_s: float) -> "Disk":
        """The rig's shop on such a disk."""
        db = cls(rig.db.path)
        rig.db.close()
        db.rig, db.keeps_s, db.together, rig.db = rig, keeps_s, [], db
        return db


def test_on_a_slow_disk_calls_share_a_commit(rig: SlowRig) -> None:
    """Performance row 9: a quick provider that takes several calls gets them together, each message once."""
    rig.takes_s = 0.0
    rig.queue(30)
    disk = Disk.under(rig, 0.005)
    assert rig.send().sent == 30
    assert 1 < len(rig.connections) <= AT_ONCE
    assert max(disk.together) > 1
    _nobody_twice(rig)


def test_a_call_to_a_slow_provider_waits_for_no_other_one_s_claim(rig: SlowRig) -> None:
    """Performance row 9: its slots are what is scarce, so each call goes as soon as its own claim is kept."""
    rig.queue(30)
    disk = Disk.under(rig, 0.005)
    assert rig.send().sent == 30
    assert rig.most == AT_ONCE
    assert max(disk.together) == 1
    _nobody_twice(rig)


class Elsewhere(Database):
    """A shop in which everybody is opted out by another window, right after a message was read ahead.

    `is_blind`: what others write is not noticed. `is_done`: they are opted out.
    """

    rig: SlowRig
    is_blind = False
    is_done: threading.Event

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """As the program's."""
        with super().snapshot():
            yield
        if len(self.rig.got) >= 6 and not self.rig.known_at:
            other = threading.Thread(target=self.rig.elsewhere, args=("UPDATE customers SET consent_email = 0",))
            other.start()
            other.join()
            self.rig.known_at = self.value("SELECT count(*) FROM attempts")  # a claimed one may not have begun yet
            self.is_done.set()

    def mark(self) -> tuple[int, int]:
        """As the program's."""
        others, own = super().mark()
        return (0 if self.is_blind else others), own


@pytest.mark.parametrize("is_blind", [False, True])
def test_what_was_read_ahead_is_read_again_after_another_window_s_write(rig: SlowRig, *, is_blind: bool) -> None:
    """Promise 10: while all slots wait the next message is looked at; an opt-out after that look still holds it back.

    The negative control does not notice what others write: then that one message goes.
    """
    rig.queue(30)
    db = Elsewhere(rig.db.path)
    rig.db.close()
    db.rig, db.is_blind, db.is_done, rig.db = rig, is_blind, threading.Event(), db

    def answer(number: int) -> Outcome:
        assert number < 6 or db.is_done.wait(10)
        return Accepted(f"id-{number}")

    rig.answer = answer
    result = rig.send()
    assert result.sent == len(rig.got) == rig.known_at + is_blind
    assert sum(result.skipped.values()) == 30 - result.sent


def test_what_was_read_ahead_is_read_again_after_any_answer_but_a_yes(rig: SlowRig) -> None:
    """Promise 10: the provider says of three messages to a customer that she wants none: the fourth does not follow."""
    rig.queue(1)
    rig.db.run("DROP TRIGGER cap_week")
    rig.db.run("DROP TRIGGER cap_month")
    someone = rig.customer()
    for campaign, kind in enumerate(("back_in_stock", "price_drop", "loyalty_reward", "new_arrivals"), 1):
        rig.db.run("UPDATE outbox SET state = 'accepted' WHERE customer_id = ?", (someone,))
        rig.enqueue(rig.draft(someone, campaign_id=campaign, campaign_type=kind, occasion=f"o{campaign}"))
    rig.db.run("UPDATE outbox SET state = 'pending'")
    no = Rejected(Refusal.OPTED_OUT, "unsubscribed", "no more")
    rig.answer = lambda number: Accepted("id") if number == 1 else no
    result = rig.send()
    assert (result.sent, result.failed, len(rig.got)) == (1, 3, 4)
    assert Counter(rig.states())["skipped"] == 1
