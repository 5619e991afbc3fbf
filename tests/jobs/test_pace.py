"""How the queue moves: the figures of Activity are those that the sender itself goes by."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import pace, sending
from reengage_desktop.store import provider_states, settings
from reengage_desktop.store.provider_states import Rest
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message


@pytest.fixture
def shop(tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    with closing(open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))) as opened:
        for key, value in (("reengagement.enabled", "true"), ("providers.smtp.rate_per_minute", "2")):
            settings.put(opened.db, key, value, opened.now())
        yield opened


def _queue(shop: Shop, hours: float, **columns: object) -> int:
    who = add_customer(shop.db, name="Ann")
    return add_message(shop.db, who, None, due_at=stamp(shop.now() + timedelta(hours=hours)), **columns)


def test_the_earliest_message_is_the_next(shop: Shop) -> None:
    """A15: when the next one goes, and the limits of the providers that messages wait for."""
    _queue(shop, 3)
    _queue(shop, 5)
    _queue(shop, 1, state="held", reason="awaiting_approval")
    found = pace.read_pace(shop)
    assert found.next_at == shop.now() + timedelta(hours=3)
    assert (found.open.waiting, found.open.to_approve, found.held_by) == (2, 1, None)
    assert found.limits == (pace.Limit("smtp", 2),)


def test_nothing_waits_in_an_empty_queue(shop: Shop) -> None:
    """No moment, no reason."""
    found = pace.read_pace(shop)
    assert (found.next_at, found.held_by, found.limits) == (None, None, ())


def test_what_holds_everything_up_is_named(shop: Shop) -> None:
    """A14: paused, switched off, campaign paused: no time is promised."""
    _queue(shop, 0)
    sending.pause(shop)
    assert pace.read_pace(shop).held_by is Reason.PAUSED
    assert pace.read_pace(shop).next_at is None
    sending.resume(shop)
    shop.db.run("UPDATE campaigns SET status = 'paused'")
    assert pace.read_pace(shop).held_by is Reason.PAUSED
    shop.db.run("UPDATE campaigns SET status = 'active'")
    settings.put(shop.db, "reengagement.enabled", "false", shop.now())
    assert pace.read_pace(shop).held_by is Reason.SWITCHED_OFF


def test_a_resting_provider_sets_the_moment(shop: Shop) -> None:
    """C13: throttled until then; refused: no moment until the owner has mended the account."""
    _queue(shop, 0)
    until = shop.now() + timedelta(minutes=20)
    provider_states.rest(shop.db, "smtp", Rest.THROTTLED, "slow down", until, shop.now())
    assert pace.read_pace(shop).next_at == until
    provider_states.pause(shop.db, "smtp", AccountCause.CREDENTIALS, "no", [ChannelName.EMAIL], shop.now())
    found = pace.read_pace(shop)
    assert (found.next_at, found.held_by) == (None, Reason.PROVIDER_PAUSED)


def test_the_limit_of_a_minute_sets_the_moment(shop: Shop, clock: Clock) -> None:
    """Two calls in this minute are all that go: the next one a minute after the first of them."""
    message = _queue(shop, 0)
    began = shop.now()
    for seconds in (0, 10):
        shop.db.insert(
            "INSERT INTO attempts (outbox_id, provider, started_at, outcome) VALUES (?, 'smtp', ?, 'accepted')",
            (message, stamp(began + timedelta(seconds=seconds))),
        )
    clock.move(seconds=20)
    assert pace.read_pace(shop).next_at == began + timedelta(minutes=1)


def test_no_moment_is_promised_while_it_is_not_known_who_said_no(shop: Shop) -> None:
    """10, A15: no clock ends that: what waits is said to wait for the provider, not for a day next year."""
    _queue(shop, 0)
    until = shop.now() + timedelta(days=365)
    provider_states.rest(shop.db, "smtp", Rest.OPT_OUTS_UNKNOWN, "The mailbox can't be read.", until, shop.now())
    found = pace.read_pace(shop)
    assert (found.next_at, found.held_by) == (None, Reason.PROVIDER_PAUSED)
