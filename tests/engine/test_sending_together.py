"""Several at once: processes, threads, campaigns. The database decides, whoever is first (promise 11)."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.moments import day_number, local_day, start_of_day
from reengage_desktop.domain.outcomes import Accepted, NotSent, Outcome, Throttled, Uncertain
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.engine import queueing
from reengage_desktop.store import caps
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import open_database
from tests.conftest import Clock
from tests.engine.sending_rig import Rig

REPOSITORY = Path(__file__).resolve().parents[2]
TYPES = ("back_in_stock", "price_drop", "loyalty_reward", "new_arrivals", "we_miss_you")
ZONES = ("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Asia/Kolkata")


def test_two_enqueue_the_same_person_at_once(tmp_path: Path, clock: Clock) -> None:
    """A5 B2: two runs in two threads with two campaigns: one message for each person."""
    rig = Rig(tmp_path, clock)
    people = [rig.customer() for _ in range(30)]
    start = threading.Barrier(2)

    def run(campaign: int) -> list[object]:
        drafts = [
            rig.draft(each, campaign_id=campaign, campaign_type=TYPES[campaign - 1], occasion=f"o{campaign}")
            for each in people
        ]
        snapshot = stored_settings.load(rig.db)
        start.wait()
        answers = [queueing.enqueue(rig.db, draft, snapshot, clock()) for draft in drafts]
        rig.db.close()
        return list(answers)

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(run, (1, 2))
    queued = [[not isinstance(answer, Reason) for answer in answers] for answers in (first, second)]
    assert [one + other for one, other in zip(*queued, strict=True)] == [1] * 30
    rig.db.close()


def test_two_processes_send_at_once(tmp_path: Path, clock: Clock) -> None:
    """A12 B2: two senders started together: everything goes once, one of them waits its turn or says so."""
    rig = Rig(tmp_path, clock)
    rig.set(channels__email__provider="pretend")
    rig.queue(40)
    command = [sys.executable, "-m", "tests.flows.sender_program", str(tmp_path), clock().isoformat()]
    both = [subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
    assert rig.states() == ["accepted"] * 40
    assert rig.db.row("SELECT count(*), max(attempts) FROM outbox JOIN attempts ON outbox_id = outbox.id") == (40, 1)
    rig.db.close()


@pytest.mark.parametrize("with_trigger", [True, False])
def test_two_campaigns_claim_the_same_person_at_once(tmp_path: Path, clock: Clock, *, with_trigger: bool) -> None:
    """A5: two open rows for one person, forced past the queue's check: the cap's trigger lets one through.

    Without the trigger both go: the negative control.
    """
    rig = Rig(tmp_path, clock)
    if not with_trigger:
        rig.db.run("DROP TRIGGER cap_week")
        rig.db.run("DROP TRIGGER cap_month")
    people = [rig.customer() for _ in range(5)]
    for campaign in (1, 2):
        for each in people:
            rig.db.run("UPDATE outbox SET state = 'accepted'")
            rig.enqueue(
                rig.draft(each, campaign_id=campaign, campaign_type=TYPES[campaign - 1], occasion=f"o{campaign}")
            )
    rig.db.run("UPDATE outbox SET state = 'pending'")
    result = rig.send()
    assert (result.sent, sum(result.skipped.values())) == ((5, 5) if with_trigger else (10, 0))
    rig.db.close()


def _most_in(days: list[int], width: int) -> int:
    return max((sum(day <= other < day + width for other in days) for day in days), default=0)


def _live(folder: Path, zone: str, begin: datetime, seed: int, *, with_triggers: bool) -> dict[int, list[int]]:
    """Sixty days with two eager runs a day in two threads; what each customer got, as local days."""
    clock = Clock(begin)
    rig = Rig(folder, clock)
    rig.set(business__timezone=zone)
    if not with_triggers:
        rig.db.run("DROP TRIGGER cap_week")
        rig.db.run("DROP TRIGGER cap_month")
    people = [rig.customer() for _ in range(3)]
    got: dict[int, list[int]] = {each: [] for each in people}

    def note(message: Outgoing, outcome: Outcome) -> None:
        if isinstance(outcome, Accepted | Uncertain):
            got[(message.message_id - 1) % 3 + 1].append(day_number(clock(), ZoneInfo(zone)))

    rig.channel.after = note
    for day in range(60):
        rows = [
            rig.draft(each, campaign_id=kind + 1, campaign_type=TYPES[kind], occasion=f"{day}:{kind}")
            for kind in (day % 5, (day + seed) % 5)
            for each in people
        ]
        for number, draft in enumerate(rows):
            # Past the queue's own looks: only the claim stands between the eager campaigns and the person.
            rig.db.run(
                "INSERT OR IGNORE INTO outbox (id, reference, campaign_id, campaign_type, customer_id, occasion, "
                "touch, channel, address, content, state, last_order_at, created_at, queued_on, due_at, expires_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, 'email', ?, '{\"text\": \"Hi\"}', 'pending', "
                "(SELECT last_order_at FROM customers), 1, 1, 1, 99999999999)",
                (
                    1 + day * 6 + number,
                    f"rd-{day}-{number}",
                    draft.campaign_id,
                    draft.campaign_type,
                    draft.customer_id,
                    draft.occasion,
                    draft.touch,
                    draft.address,
                ),
            )
        rig.channel.script = _weather(seed, day)
        rig.send()
        clock.moment = start_of_day(local_day(clock(), ZoneInfo(zone)) + timedelta(days=1), ZoneInfo(zone))
        clock.move(hours=(day * 7 + seed) % 24)
    rig.db.close()
    return got


def _weather(seed: int, day: int) -> list[Outcome]:
    """Now and then a provider that fails: what provably did not go must give its cap back."""
    kinds: list[list[Outcome]] = [
        [],
        [Throttled(1, daily=False, detail="slow")],
        [NotSent("offline")],
        [Uncertain("?")],
    ]
    return list(kinds[(seed + day) % 11]) if (seed + day) % 11 < len(kinds) else []


@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(zone=st.sampled_from(ZONES), month=st.sampled_from([2, 3, 9, 10]), seed=st.integers(1, 40))
def test_nobody_gets_more_than_the_caps_over_sixty_days(
    tmp_path_factory: pytest.TempPathFactory, zone: str, month: int, seed: int
) -> None:
    """A5: day by day for 60 days, daylight saving included: at most 1 in 7 and 4 in 30 calendar days."""
    begin = datetime(2026, month, 1, 5, 30, tzinfo=UTC)
    got = _live(tmp_path_factory.mktemp("caps"), zone, begin, seed, with_triggers=True)
    for days in got.values():
        assert _most_in(days, 7) <= 1
        assert _most_in(days, 30) <= 4
        assert len(days) >= 5, "and the caps are used, not merely kept"


def test_without_the_triggers_the_caps_break(tmp_path: Path) -> None:
    """A5: the negative control: the same sixty days with the database's triggers dropped."""
    got = _live(tmp_path, "Europe/Berlin", datetime(2026, 3, 1, 5, 30, tzinfo=UTC), 3, with_triggers=False)
    assert max(_most_in(sorted(days), 7) for days in got.values()) > 1


def test_another_threads_connection_sees_the_cap(tmp_path: Path, clock: Clock) -> None:
    """A5: two connections take the cap of one person at the same moment: one is refused."""
    rig = Rig(tmp_path, clock)
    customer = rig.customer()
    start = threading.Barrier(2)

    def take(touch: str) -> Reason | None:
        db = open_database(tmp_path / "shop.db")
        start.wait()
        with db.write():
            answer = caps.take(db, customer, touch, 100)
        db.close()
        return answer

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(take, ("a", "b")))
    assert sorted(answers, key=str) == [None, Reason.CAP_WEEK]
    rig.db.close()


def test_work_goes_on_while_another_thread_queues(tmp_path: Path, clock: Clock) -> None:
    """A12: queueing during a run neither waits for the provider nor is missed by a later walk."""
    rig = Rig(tmp_path, clock)
    rig.queue(5)
    late: list[int] = []

    def queue_one(_message: object) -> None:
        if not late:
            late.append(rig.queue()[0])

    rig.channel.before = queue_one
    assert rig.send().sent == 6
    rig.db.close()
