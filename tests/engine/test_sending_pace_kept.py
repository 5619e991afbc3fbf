"""The pace is read from the calls in the database: a restart, a crash or a clock put back lends no further one."""

import random
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.outcomes import Outcome
from reengage_desktop.store import message_log, provider_states
from tests.conftest import Clock
from tests.engine.sending_rig import Rig
from tests.engine.stormy import Crash

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PROVIDER, CAMPAIGN = "provider", "campaign"
RATE, MESSAGES = 4, 26


def _rig(folder: Path, limits: str) -> tuple[Rig, list[float]]:
    """A shop whose provider, or whose one campaign, may make so many calls a minute, and the moments of its calls."""
    rig = Rig(folder, Clock(NOON))
    rig.sleeping_moves_the_clock = True
    campaign: dict[str, Any] = {"campaign_id": 6, "campaign_type": "promotional", "occasion": "", "is_automatic": False}
    with rig.db.write():
        rig.db.run(
            "INSERT INTO campaigns (id, campaign_type, name, status, created_at, rate_limit_per_minute) "
            "VALUES (6, 'promotional', 'Autumn', 'active', 1, ?)",
            (RATE if limits == CAMPAIGN else 0,),
        )
    rig.set(providers__smtp__rate_per_minute=str(RATE if limits == PROVIDER else 0))
    rig.queue(MESSAGES, **campaign)
    rig.db.run("UPDATE outbox SET due_at = 1")
    moments: list[float] = []
    rig.channel.before = lambda _message: moments.append(rig.steady)
    return rig, moments


def _run(rig: Rig, chance: random.Random, moments: list[float]) -> None:
    """A run that ends after a few calls: told to, or killed before the answer to one of them was written down."""
    enough = len(moments) + chance.randint(1, 2 * RATE)

    def kill(_message: object, _outcome: Outcome) -> None:
        if len(moments) >= enough:
            raise Crash

    rig.channel.after = kill if chance.random() < 0.5 else lambda _message, _outcome: None
    try:
        rig.send(stop=lambda: len(moments) >= enough)
    except Crash:
        rig.channel.after = lambda _message, _outcome: None
    provider_states.resume(rig.db, "smtp", rig.clock())
    rig.db.run("UPDATE campaigns SET status = 'active'")


def _live(rig: Rig, moments: list[float], chance: random.Random) -> None:
    """Runs, pauses between them, and a clock that is put back by seconds or hours, never by as much as a day."""
    while len(moments) < MESSAGES - RATE:
        _run(rig, chance, moments)
        idle = chance.choice((0, 1, 7, 31, 64))
        rig.steady += idle
        rig.clock.move(seconds=idle)
        rig.clock.move(seconds=-chance.choice((0, 0, 2, 45, 3_700, 80_000)))


def _most_in_a_minute(moments: list[float]) -> int:
    return max(sum(begin <= each < begin + 60 - 1e-6 for each in moments) for begin in moments)


@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(seed=st.integers(0, 10_000))
@pytest.mark.parametrize("limits", [PROVIDER, CAMPAIGN])
def test_never_more_than_the_rate_in_any_minute_of_the_world(
    tmp_path_factory: pytest.TempPathFactory, limits: str, seed: int
) -> None:
    """C9 C13, promise 16: whatever was cut off, however far the PC's clock was put back."""
    rig, moments = _rig(tmp_path_factory.mktemp("pace"), limits)
    _live(rig, moments, random.Random(seed))  # noqa: S311 - faults
    assert _most_in_a_minute(moments) <= RATE
    waits = [later - earlier for earlier, later in pairwise(moments)]
    assert max(waits) <= 2 * 60 + 64, "the rate's minute, and what the test itself let pass"
    rig.db.close()


@pytest.mark.parametrize("limits", [PROVIDER, CAMPAIGN])
def test_what_earlier_runs_did_is_not_lent_again(tmp_path: Path, limits: str) -> None:
    """C9 C13: the negative control: with its calls forgotten, the next run would make a whole minute's more at once."""
    rig, moments = _rig(tmp_path / "shop", limits)
    rig.send(stop=lambda: len(moments) >= RATE)
    rig.db.run("UPDATE attempts SET started_at = 1")
    rig.db.run("UPDATE outbox SET claimed_at = 1 WHERE claimed_at IS NOT NULL")
    rig.send(stop=lambda: len(moments) >= 2 * RATE)
    assert _most_in_a_minute(moments) == 2 * RATE


def test_calls_ahead_of_the_clock_are_as_old_as_those_after_them(tmp_path: Path) -> None:
    """Promise 16: put back by two hours, nobody waits for two hours; the owner's tests count like any other call."""
    rig, moments = _rig(tmp_path / "shop", PROVIDER)
    rig.send(stop=lambda: len(moments) >= 3)
    rig.clock.move(hours=-2)

    def ages(limit: int = 10) -> list[int]:
        return message_log.list_last_ages(rig.db, "smtp", limit, rig.clock())

    assert ages() == [0, 0, 0]
    rig.send(stop=lambda: len(moments) >= 4)
    rig.clock.move(seconds=70)
    assert ages() == [70, 70, 70, 70]
    rig.db.run(
        "INSERT INTO test_messages (reference, template, channel, provider, started_at) "
        "VALUES ('r', 't', 'email', 'smtp', ?)",
        (stamp(rig.clock()) - 5,),
    )
    assert ages(2) == [5, 70]
    assert ages(0) == []


@pytest.mark.parametrize("limits", [PROVIDER, CAMPAIGN])
def test_a_small_shop_never_waits(tmp_path: Path, limits: str) -> None:
    """C13: a minute's messages go at once: the rate is a limit, not a beat."""
    rig, moments = _rig(tmp_path / "shop", limits)
    rig.send(stop=lambda: len(moments) >= RATE)
    assert moments == [rig.steady] * RATE
    rig.clock.move(minutes=2)
    rig.steady += 120
    rig.send(stop=lambda: len(moments) >= 2 * RATE)
    assert rig.slept == []
