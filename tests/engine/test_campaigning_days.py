"""Weeks in the life of a shop: whatever happens on which day, nobody is written to too often."""

import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.moments import day_number, stamp
from reengage_desktop.engine import campaigning
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store import templates
from reengage_desktop.store.database import open_database
from tests.engine.deciding_rig import Rig, open_rig

DAYS = 60
ACTIONS = ("run", "run", "restock", "prices", "send", "send", "look_again", "buy", "hat", "bag", "nothing")


@settings(max_examples=3)
@given(
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    month=st.sampled_from([3, 10]),
    days=st.lists(st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=4), min_size=DAYS, max_size=DAYS),
    hours=st.lists(st.integers(0, 23), min_size=DAYS, max_size=DAYS),
)
def test_sixty_days(zone: str, month: int, days: list[list[str]], hours: list[int]) -> None:
    """A5, A6, A7, B2: sixty days over a clock change, several kinds of campaign at once: the caps hold.

    Never more than 1 message in 7 days and 4 in 30, never two waiting, never the same occasion twice.
    """
    with tempfile.TemporaryDirectory() as folder:
        rig = open_rig(Path(folder), datetime(2026, month, 1, 8, tzinfo=UTC))
        rig.set(business__timezone=zone, max_per_lapse="0", daily_limit="3")
        hat, bag = rig.product("Hat", in_stock=0, price_minor=500), rig.product("Bag", price_minor=9_000, in_stock=1)
        people = [rig.person(days_ago) for days_ago in (2, 40, 58, 59, 60, 200)]
        for each in people:
            rig.view(each, hat, in_stock=0)
            rig.view(each, bag, price_at_view_minor=9_000)
        start = date(2026, month, 1)
        for number, (actions, hour) in enumerate(zip(days, hours, strict=True)):
            local = datetime.combine(start + timedelta(days=number), datetime.min.time(), rig.zone)
            rig.now = max(rig.now, (local + timedelta(hours=hour)).astimezone(UTC))
            for action in actions:
                _act(rig, action, people[number % len(people)], hat, bag)
                _check_waiting(rig)
        _check_caps(rig)
        rig.db.close()


def _act(rig: Rig, action: str, customer_id: int, hat: int, bag: int) -> None:
    actions: dict[str, Callable[[], object]] = {
        "run": rig.run,
        "restock": rig.restock_check,
        "prices": rig.price_check,
        "send": rig.send_all,
        "look_again": lambda: templates.look_at_lapsed_again(rig.db),
        "buy": lambda: rig.db.run(
            "UPDATE customers SET last_order_at = ?, next_look_on = 0 WHERE id = ?", (stamp(rig.now), customer_id)
        ),
        "hat": lambda: _restock(rig, customer_id, hat),
        "bag": lambda: rig.db.run("UPDATE products SET price_minor = price_minor * 85 / 100 WHERE id = ?", (bag,)),
        "nothing": lambda: None,
    }
    actions[action]()


def _restock(rig: Rig, customer_id: int, hat: int) -> None:
    rig.db.run("UPDATE products SET in_stock = 1, restock_no = restock_no + 1 WHERE id = ?", (hat,))
    if not rig.db.value(
        "SELECT 1 FROM views WHERE customer_id = ? AND product_id = ? AND viewed_at = ?",
        (customer_id, hat, stamp(rig.now)),
    ):
        rig.view(customer_id, hat, days_ago=0, in_stock=0)


def _check_waiting(rig: Rig) -> None:
    waiting = Counter(message["customer_id"] for message in rig.messages() if message["state"] == "pending")
    assert all(count == 1 for count in waiting.values())


def _check_caps(rig: Rig) -> None:
    occasions = Counter((message["customer_id"], message["occasion"]) for message in rig.messages())
    assert all(count == 1 for count in occasions.values())
    per_day = Counter(message["queued_on"] for message in rig.messages())
    assert all(count <= 3 for count in per_day.values())
    rows = rig.db.rows("SELECT customer_id, sent_at FROM outbox WHERE sent_at IS NOT NULL ORDER BY sent_at")
    by_person: dict[int, list[int]] = {}
    for customer_id, sent_at in rows:
        day = day_number(datetime.fromtimestamp(sent_at, UTC), rig.zone)
        by_person.setdefault(customer_id, []).append(day)
    for sent in by_person.values():
        assert all(later - earlier >= 7 for earlier, later in pairwise(sent))
        assert all(later - earlier >= 30 for earlier, later in zip(sent, sent[4:], strict=False))


def test_daily_limit_between_processes(tmp_path: Path) -> None:
    """A3: two runs at the same moment share the day's messages."""
    rig = open_rig(tmp_path)
    rig.set(daily_limit="5")
    with rig.db.write():
        for _ in range(30):
            rig.person()
    _at_once(tmp_path, rig, [campaigning.process_campaigns] * 3)
    assert len(rig.messages()) == 5
    rig.db.close()


def test_two_processes_at_once(tmp_path: Path) -> None:
    """A5, B2: two runs and both hourly checks at the same moment queue one message for each person."""
    rig = open_rig(tmp_path)
    rig.set(daily_limit="0")
    hat = rig.product("Hat", in_stock=1)
    bag = rig.product("Bag", price_minor=100, in_stock=1)
    with rig.db.write():
        people = [rig.person() for _ in range(30)]
        for each in people:
            rig.view(each, hat, in_stock=0)
            rig.view(each, bag, price_at_view_minor=900)

    jobs = [campaigning.process_campaigns, campaigning.check_back_in_stock, campaigning.check_price_drops]
    _at_once(tmp_path, rig, [campaigning.process_campaigns, *jobs])
    assert Counter(message["customer_id"] for message in rig.messages()) == Counter(people)
    rig.db.close()


def _at_once(folder: Path, rig: Rig, jobs: list[Callable[..., object]]) -> None:
    """Every job on a connection of its own, all at the same time."""

    def work(job: Callable[..., object]) -> None:
        db = open_database(folder / "shop.db")
        try:
            job(db, stored_settings.load(db), rig.availability, rig.now)
        finally:
            db.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        list(pool.map(work, jobs))
