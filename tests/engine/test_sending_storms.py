"""Thirty days of random faults: every promise about sending holds at the end of each of them (promise 30)."""

import random
from collections import Counter, defaultdict
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import queueing
from reengage_desktop.store import customers, provider_states
from tests.conftest import Clock
from tests.engine.sending_rig import Rig
from tests.engine.stormy import ABLE, Crash, StormyProvider


def _day(rig: Rig, provider: StormyProvider, people: list[int], day: int, chance: random.Random) -> None:
    for each in people:
        if chance.random() < 0.5:
            rig.enqueue(rig.draft(each, occasion=f"lapse:{day}", campaign_id=chance.randint(1, 5)))
    if chance.random() < 0.04:
        customers.opt_out(rig.db, chance.choice(people), channel=None, source="person", at=rig.clock())
    for _ in range(3):
        try:
            rig.send()
        except Crash:
            rig.clock.move(seconds=chance.randint(1, 200))
    if chance.random() < 0.5:
        provider_states.resume(rig.db, "smtp", rig.clock())
        rig.db.run("UPDATE campaigns SET status = 'active'")
    doubtful = [each for (each,) in rig.db.rows("SELECT id FROM outbox WHERE state = 'uncertain'")]
    if doubtful and chance.random() < 0.2:
        queueing.resolve(rig.db, doubtful[:1], "sent", rig.clock())


def _check(rig: Rig, provider: StormyProvider) -> None:
    times = Counter(reference for _, reference, _ in provider.taken)
    assert [key for key, count in times.items() if count > 1] == [], "nobody gets a message twice"
    states: dict[int, str] = dict(rig.db.rows("SELECT id, state FROM outbox"))
    taken = {message_id for message_id, _, _ in provider.taken}
    told = {message_id for message_id, state in states.items() if state == "accepted"}
    assert told <= taken, "what is called sent was sent"
    assert all(states[each] in ("accepted", "uncertain", "sending") for each in taken), "what was sent is never lost"
    days = defaultdict(list)
    for message_id, _, at in provider.taken:
        person = rig.db.value("SELECT customer_id FROM outbox WHERE id = ?", (message_id,))
        days[person].append(day_number(at, ZoneInfo("UTC")))
    for each in days.values():
        assert all(later - earlier >= 7 for earlier, later in pairwise(each)), "the week's cap"
        assert all(later - earlier >= 30 for earlier, later in zip(each, each[4:], strict=False)), "the month's cap"


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(seed=st.integers(0, 10_000), able=st.sampled_from(ABLE))
def test_thirty_days_of_random_faults(tmp_path_factory: pytest.TempPathFactory, seed: int, able: Capabilities) -> None:
    """A5 C13 D3: crashes, silence, lost answers, throttling, refusals, opt-outs and the owner's decisions."""
    chance = random.Random(seed)  # noqa: S311 - faults
    clock = Clock(datetime(2026, 3, 10, 9, tzinfo=UTC))
    rig = Rig(tmp_path_factory.mktemp("storm"), clock)
    provider = StormyProvider(chance, rig, able)
    rig.channels[ChannelName.EMAIL] = provider
    asked_after_no: list[int] = []

    def look(message: Outgoing) -> None:
        agreed = rig.db.value(
            "SELECT consent_email FROM customers JOIN outbox ON customer_id = customers.id WHERE outbox.id = ?",
            (message.message_id,),
        )
        if not agreed:
            asked_after_no.append(message.message_id)

    provider.before = look
    people = [rig.customer() for _ in range(6)]
    for day in range(30):
        _day(rig, provider, people, day, chance)
        _check(rig, provider)
        clock.move(days=1, minutes=chance.randint(-300, 300))
    assert asked_after_no == [], "no call starts after an opt-out was learned"
    provider.is_wild = False
    provider_states.resume(rig.db, "smtp", clock())
    rig.send()
    _check(rig, provider)
    assert "sending" not in rig.states()
    assert provider.taken, "and messages do go out"
    rig.db.close()


def test_the_storm_finds_a_blind_retry(tmp_path: Path) -> None:
    """D3: the negative control: doubts queued again at once make doubles under the same faults."""
    doubles = 0
    for seed in range(6):
        chance = random.Random(seed)  # noqa: S311 - faults
        clock = Clock(datetime(2026, 3, 10, 9, tzinfo=UTC))
        rig = Rig(tmp_path / str(seed), clock)
        provider = StormyProvider(chance, rig, ABLE[0])
        rig.channels[ChannelName.EMAIL] = provider
        people = [rig.customer() for _ in range(6)]
        for day in range(30):
            _day(rig, provider, people, day, chance)
            rig.db.run("DELETE FROM cap_ledger")
            rig.db.run("UPDATE outbox SET state = 'pending', due_at = 1 WHERE state IN ('uncertain', 'sending')")
            clock.move(days=1)
        times = Counter(reference for _, reference, _ in provider.taken)
        doubles += sum(count > 1 for count in times.values())
        rig.db.close()
    assert doubles > 0
