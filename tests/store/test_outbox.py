"""The outbox as rows: names that never repeat, the next message by its index, and what is kept beside it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, NoticeKind
from reengage_desktop.store import claims, message_log, notices, outbox, provider_states, unsubscribing
from reengage_desktop.store.claims import Position
from reengage_desktop.store.provider_states import Rest
from tests.conftest import Clock
from tests.engine.sending_rig import Rig


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def test_references_name_the_installation_and_the_message(rig: Rig) -> None:
    """D3: the idempotency key is the same for ever and belongs to this shop alone."""
    rig.db.run("INSERT INTO meta (key, value) VALUES ('installation_id', 'abcdef0123456789')")
    ids = rig.queue(2)
    assert [rig.row(each, "reference") for each in ids] == ["rd-abcdef01-1", "rd-abcdef01-2"]


def test_an_unsubscribe_token_leads_back_and_cannot_be_guessed(rig: Rig) -> None:
    """C18: the word in the mail names nobody, and only this shop can have made it."""
    first, second = rig.queue(2)
    word = unsubscribing.token(rig.db, rig.row(first, "reference"))
    assert unsubscribing.find_message(rig.db, f" {word.upper()} ") == first
    assert "example" not in word
    forged = f"{second}.{word.partition('.')[2]}"
    for text in (forged, "", ".", "1", "1.", "x.y", "9" * 30 + ".a", f"{first}.é"):
        assert unsubscribing.find_message(rig.db, text) is None


def test_the_next_message_is_found_by_its_index(rig: Rig) -> None:
    """A18: looking for the next message does not read the queue."""
    rig.queue(30)
    now = rig.clock()
    found = claims.find_next(rig.db, Position(), ChannelName.EMAIL, now, with_automatic=True)
    assert found is not None
    assert found.message_id == 1
    following = claims.find_next(rig.db, found.position, ChannelName.EMAIL, now, with_automatic=True)
    assert following is not None
    assert following.message_id == 2
    assert claims.find_next(rig.db, Position(), ChannelName.SMS, now, with_automatic=True) is None
    assert claims.find_next(rig.db, Position(), ChannelName.EMAIL, now, with_automatic=False) is None
    earlier = now - timedelta(seconds=1)
    assert claims.find_next(rig.db, Position(), ChannelName.EMAIL, earlier, with_automatic=True) is None


def test_the_earliest_due_comes_first(rig: Rig) -> None:
    """C13: who waited longest goes first, whatever the number."""
    first, second = rig.queue(2)
    rig.db.run("UPDATE outbox SET due_at = due_at - 60 WHERE id = ?", (second,))
    found = claims.find_next(rig.db, Position(), ChannelName.EMAIL, rig.clock(), with_automatic=True)
    assert found is not None
    assert found.message_id == second
    assert first != second


def test_delivery_facts_are_kept_once(rig: Rig) -> None:
    """C2 A11: the same event again changes nothing (promise 28)."""
    (message_id,) = rig.queue()
    fact = {
        "message_id": message_id,
        "customer_id": 1,
        "kind": EventKind.OPENED,
        "at": rig.clock(),
        "provider": "smtp",
        "event_id": "e1",
    }
    assert message_log.add_event(rig.db, **fact)
    assert not message_log.add_event(rig.db, **fact)
    assert rig.states() == ["pending"]


def test_a_notice_appears_once_until_it_is_put_away(rig: Rig) -> None:
    """A15: one notice for one thing, with its newest figures."""
    now = rig.clock()
    assert notices.tell(rig.db, "k", NoticeKind.CLOCK_UNTRUSTED, {"n": 1}, now)
    assert not notices.tell(rig.db, "k", NoticeKind.CLOCK_UNTRUSTED, {"n": 2}, rig.clock.move(hours=1))
    assert rig.db.row("SELECT count(*), max(figures), max(at) FROM notices") == (1, '{"n": 2}', int(now.timestamp()))
    assert notices.dismiss(rig.db, "k", rig.clock())
    assert not notices.dismiss(rig.db, "k", rig.clock())
    assert notices.tell(rig.db, "k", NoticeKind.CLOCK_UNTRUSTED, {"n": 3}, rig.clock())
    assert notices.find_moment(rig.db, "k") == rig.clock()
    assert notices.find_moment(rig.db, "other") is None


def test_a_pause_outlasts_a_rest(rig: Rig) -> None:
    """C10: what the owner has to mend is not ended by a moment of silence."""
    now = rig.clock()
    assert provider_states.pause(rig.db, "smtp", AccountCause.CREDENTIALS, "535", [ChannelName.EMAIL], now)
    assert not provider_states.pause(rig.db, "smtp", AccountCause.CREDENTIALS, "535", [ChannelName.EMAIL], now)
    provider_states.rest(rig.db, "smtp", Rest.THROTTLED, "slow", now, now)
    state = provider_states.find(rig.db, "smtp")
    assert state is not None
    assert (state.cause, state.retry_at) == ("credentials", None)
    assert [each.provider for each in provider_states.list_resting(rig.db)] == ["smtp"]


def test_a_clock_that_was_put_back_ends_a_rest(rig: Rig) -> None:
    """D3: a rest that was measured from a moment in the future does not last for years (promise 16)."""
    until = rig.clock() + timedelta(minutes=5)
    provider_states.rest(rig.db, "smtp", Rest.THROTTLED, "slow", until, rig.clock())
    state = provider_states.find(rig.db, "smtp")
    assert state is not None
    assert not state.is_over(rig.clock())
    assert state.is_over(until)
    assert state.is_over(rig.clock() - timedelta(days=400))


def test_attempts_tell_their_story(rig: Rig) -> None:
    """A16: what was tried, when, and how it ended."""
    (message_id,) = rig.queue()
    rig.send()
    (attempt,) = message_log.list_attempts(rig.db, message_id)
    assert (attempt.provider, attempt.outcome, attempt.started_at) == ("smtp", "accepted", rig.clock())


def test_an_unknown_message_is_said_so(rig: Rig) -> None:
    """C2: there is no such message."""
    with pytest.raises(LookupError, match="no message number 7"):
        claims.get_row(rig.db, 7)
    assert outbox.drop(rig.db, [7], rig.clock()) == 0
