"""The lists of Activity: what each holds is what it counts, and problems come together by their cause."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.store import activity, concerns, job_runs, problems, provider_states
from reengage_desktop.store.activity import Kind, Wanted
from reengage_desktop.store.database import Database, open_database
from reengage_desktop.store.problems import Cause
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SETTINGS = Settings({"business.timezone": "Europe/Berlin"})


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "shop.db")
    yield opened
    opened.close()


def _attempt(db: Database, message_id: int, outcome: str, code: str | None, provider: str = "twilio") -> None:
    db.insert(
        "INSERT INTO attempts (outbox_id, provider, started_at, outcome, code) VALUES (?, ?, ?, ?, ?)",
        (message_id, provider, stamp(NOW), outcome, code),
    )


def _fill(db: Database) -> dict[str, int]:
    """One message of every kind; gives them by name."""
    who = [add_customer(db, name=f"C{number}") for number in range(12)]
    long_ago = NOW - timedelta(days=40)
    made = {
        "old": add_message(db, who[0], long_ago),
        "sent": add_message(db, who[1], NOW - timedelta(days=2)),
        "bought": add_message(db, who[2], NOW - timedelta(days=3)),
        "test": add_message(db, who[3], NOW - timedelta(days=1), is_test=1),
        "treated": add_message(db, who[4], NOW - timedelta(days=4), state="uncertain", treated_as="sent"),
        "doubt": add_message(db, who[5], None, state="uncertain", error="no answer", provider="smtp"),
        "waiting": add_message(db, who[6], None, due_at=stamp(NOW)),
        "held": add_message(db, who[7], None, state="held", reason="awaiting_approval"),
        "question": add_message(db, who[8], None, state="held", reason="zone_unknown"),
        "stuck": add_message(db, who[9], None, reason="provider_paused", provider="twilio", channel="sms"),
        "refused": add_message(db, who[10], None, state="rejected", error="no such box", provider="smtp"),
        "left": add_message(db, who[11], None, state="skipped", reason="bought_again"),
    }
    order = add_order(db, who[2], NOW - timedelta(days=1), 2500)
    db.run("INSERT INTO conversions VALUES (?, ?, ?)", (made["bought"], order, stamp(NOW)))
    return made


def test_every_list_is_as_long_as_its_count(db: Database) -> None:
    """D5: a number and the list that it opens are the same; a test message is counted nowhere but among the tests."""
    made = _fill(db)
    lists = {kind: activity.list_ids(db, Wanted(kind), SETTINGS) for kind in Kind}
    assert {kind: len(ids) for kind, ids in lists.items()} == activity.count_all(db)
    names = {kind: {name for name, each in made.items() if each in ids} for kind, ids in lists.items()}
    assert names[Kind.SENT] == {"old", "sent", "bought", "treated"}
    assert names[Kind.CAME_BACK] == {"bought"}
    assert names[Kind.WAITING] == {"waiting", "held", "question", "stuck"}
    assert names[Kind.PROBLEMS] == {"doubt", "question", "stuck", "refused"}
    assert names[Kind.SKIPPED] == {"left"}
    assert names[Kind.TESTS] == {"test"}


def test_a_span_of_days_goes_by_the_shops_days(db: Database) -> None:
    """B5: both days count, in the shop's zone; the newest come first."""
    who = add_customer(db, name="Ann")
    before, after = datetime(2026, 11, 19, 22, 59, tzinfo=UTC), datetime(2026, 11, 19, 23, 0, tzinfo=UTC)
    late, early = add_message(db, who, after), add_message(db, who, before)
    day = after.astimezone(SETTINGS.zone).date()
    assert activity.list_ids(db, Wanted(Kind.SENT), SETTINGS) == [late, early]
    assert activity.list_ids(db, Wanted(Kind.SENT, from_day=day), SETTINGS) == [late]
    assert activity.list_ids(db, Wanted(Kind.ALL, to_day=day - timedelta(days=1)), SETTINGS) == [early]
    campaign = db.value("SELECT campaign_id FROM outbox LIMIT 1")
    assert activity.list_ids(db, Wanted(campaign_id=campaign + 1), SETTINGS) == []
    assert activity.list_ids(db, Wanted(ids=(early,)), SETTINGS) == [early]


@pytest.mark.parametrize("days", [None, 0, 3, 60])
def test_counts_of_a_span_are_as_long_as_its_lists(db: Database, days: int | None) -> None:
    """Issue 3, D5: of some days or one campaign, each kind counts what its list would hold."""
    _fill(db)
    today = NOW.astimezone(SETTINGS.zone).date()
    campaign = db.value("SELECT campaign_id FROM outbox LIMIT 1")
    span = (None, None) if days is None else (today - timedelta(days=days), today)
    for campaign_id in (None, campaign, campaign + 1):
        wanted = {kind: Wanted(kind, *span, campaign_id) for kind in Kind}
        lengths = {kind: len(activity.list_ids(db, each, SETTINGS)) for kind, each in wanted.items()}
        assert activity.count_wanted(db, wanted[Kind.PROBLEMS], SETTINGS) == lengths
    assert lengths[Kind.ALL] == 0


def test_money_brought_back_is_net_and_by_currency(db: Database) -> None:
    """A10: the orders of the listed messages, each currency apart."""
    made = _fill(db)
    assert activity.list_came_back(db, list(made.values())) == {"USD": 2500}
    assert activity.list_came_back(db, [made["sent"]]) == {}


def test_problems_come_together_by_their_cause(db: Database) -> None:
    """One group for each thing to mend, with the provider's code; its list is as long as it says."""
    who = [add_customer(db, name=f"C{number}") for number in range(8)]
    stuck = [add_message(db, each, None, channel="sms") for each in who[:2]]
    _attempt(db, stuck[0], "bad_account", "21608")
    channels = [ChannelName.SMS]
    provider_states.pause(db, "twilio", AccountCause.PERMISSION, "The number is unverified", channels, NOW)
    for each, text in zip(who[2:5], ("no box", "no such user", "gone"), strict=True):
        message = add_message(db, each, None, state="rejected", reason="address_invalid", error=text, provider="smtp")
        _attempt(db, message, "rejected", "550 5.1.1", "smtp")
    nameless = add_message(db, who[5], None, state="rejected", error="spam words", provider="smtp")
    add_message(db, who[6], None, state="uncertain", error="no answer", provider="smtp")
    add_message(db, who[7], None, reason="channel_off", channel="whatsapp")
    found = problems.list_all(db)
    assert [(each.cause, each.code, each.count) for each in found] == [
        (Cause.ACCOUNT, "21608", 2),
        (Cause.NOT_CONNECTED, None, 1),
        (Cause.UNCERTAIN, None, 1),
        (Cause.REFUSED, "550 5.1.1", 3),
        (Cause.REFUSED, None, 1),
    ]
    account = found[0]
    assert (account.provider, account.words, account.account_cause) == (
        "twilio",
        "The number is unverified",
        "permission",
    )
    assert [len(problems.list_ids(db, each)) for each in found] == [each.count for each in found]
    assert problems.list_ids(db, found[4]) == [nameless]
    assert problems.list_customers(db, found[3]) == who[2:5]
    assert problems.count_stuck(db) == {"twilio": 2}
    assert problems.list_customers(db, account) == who[:2]


def test_what_is_open_is_told_apart(db: Database) -> None:
    """A message that waits for approval is not one that merely waits, nor one that asks for something else."""
    _fill(db)
    found = concerns.get_open(db)
    assert (found.waiting, found.to_approve, found.to_answer, found.uncertain) == (2, 1, 1, 1)


def test_concerns_are_those_of_the_last_weeks(db: Database) -> None:
    """Complaints and rows not taken stop being news; the limit's word is the last daily run's."""
    who = add_customer(db, name="Ann")
    message = add_message(db, who, NOW - timedelta(days=50))
    for number, days in enumerate((40, 3)):
        db.insert(
            "INSERT INTO delivery_events (outbox_id, customer_id, kind, at, provider, provider_event_id) "
            "VALUES (?, ?, 'complained', ?, 'smtp', ?)",
            (message, who, stamp(NOW - timedelta(days=days)), str(number)),
        )
    assert concerns.get_complaints(db, NOW).customer_ids == (who,)
    assert concerns.find_rows_not_taken(db, NOW) is None
    db.insert(
        "INSERT INTO imports (kind, file_name, sha256, state, started_at, row_count, rejected_count) "
        "VALUES ('customers', 'people.csv', 'x', 'done', ?, 9, 2)",
        (stamp(NOW),),
    )
    not_taken = concerns.find_rows_not_taken(db, NOW)
    assert not_taken is not None
    assert (not_taken.file_name, not_taken.count) == ("people.csv", 2)
    run = job_runs.begin(db, Job.PROCESS_CAMPAIGNS, NOW, trigger="clock")
    assert run is not None
    job_runs.finish(db, run, NOW, result={"total_notified": 50, "skipped": {"daily_limit": 23}})
    left = concerns.find_left_waiting(db, 50, NOW - timedelta(hours=1))
    assert left is not None
    assert left.count == 23
    assert concerns.find_left_waiting(db, 50, NOW + timedelta(hours=1)) is None
