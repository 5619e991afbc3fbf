"""Everything that can need the owner at once, put straight into a shop's tables."""

from datetime import timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName, Job, NoticeKind
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import job_runs, notices, provider_states, settings
from tests.shop_rows import add_message

TWILIO = "The number is unverified. Trial accounts cannot send messages to unverified numbers"


def make_trouble(shop: Shop) -> None:
    """A refused account, doubts, refusals, answers to read, a missed check, a limit, rows that were not taken."""
    people = [
        each
        for (each,) in shop.db.rows("SELECT id FROM customers WHERE last_order_at IS NOT NULL ORDER BY id LIMIT 60")
    ]
    settings.put(shop.db, "channels.sms.provider", "twilio", shop.now())
    _add_messages(shop, people)
    _add_notices(shop, people)
    _add_runs(shop)


def _add_messages(shop: Shop, people: list[int]) -> None:
    db, now = shop.db, shop.now()
    who = iter(people)
    for _ in range(12):
        message = add_message(db, next(who), None, channel="sms", address="+12025550123", **_just_now(shop))
        _attempt(shop, message, "twilio", "bad_account", "21608")
    provider_states.pause(db, "twilio", AccountCause.PERMISSION, TWILIO, [ChannelName.SMS], now)
    for _ in range(3):
        add_message(
            db,
            next(who),
            None,
            state="uncertain",
            provider="smtp",
            error="The server did not answer in time.",
            claimed_at=stamp(now - timedelta(minutes=20)),
            settled_at=stamp(now - timedelta(minutes=19)),
            **_just_now(shop),
        )
    for _ in range(4):
        message = add_message(
            db,
            next(who),
            None,
            state="rejected",
            reason="address_invalid",
            provider="smtp",
            error="No such user here",
            settled_at=stamp(now - timedelta(minutes=30)),
            **_just_now(shop),
        )
        _attempt(shop, message, "smtp", "rejected", "550 5.1.1")
    add_message(db, next(who), None, state="skipped", reason="bought_again", settled_at=stamp(now), **_just_now(shop))
    add_message(db, next(who), None, state="held", reason="zone_unknown", channel="sms", **_just_now(shop))
    later = stamp(now + timedelta(hours=10))
    add_message(db, next(who), None, reason="quiet_hours", channel="whatsapp", **{**_just_now(shop), "due_at": later})


def _just_now(shop: Shop) -> dict[str, int]:
    moment = stamp(shop.now() - timedelta(minutes=40))
    return {"created_at": moment, "due_at": moment}


def _attempt(shop: Shop, message: int, provider: str, outcome: str, code: str) -> None:
    shop.db.insert(
        "INSERT INTO attempts (outbox_id, provider, started_at, outcome, code) VALUES (?, ?, ?, ?, ?)",
        (message, provider, stamp(shop.now() - timedelta(minutes=35)), outcome, code),
    )


def _add_notices(shop: Shop, people: list[int]) -> None:
    db, now = shop.db, shop.now()
    campaign = {"campaign_id": 2, "failed": 10, "of": 48, "cause": "Content refused", "code": "30007"}
    notices.tell(db, "campaign:2:failing", NoticeKind.CAMPAIGN_PAUSED, campaign, now)
    reply = {"customer_id": people[5], "channel": "sms"}
    notices.tell(db, "reply:twilio:1", NoticeKind.REPLY_MAY_BE_OPT_OUT, reply, now)
    notices.tell(db, "reply:twilio:2", NoticeKind.REPLY_WANTS_BACK, {**reply, "customer_id": people[7]}, now)


def _add_runs(shop: Shop) -> None:
    db, now = shop.db, shop.now()
    planned = now - timedelta(hours=1)
    run = job_runs.begin(db, Job.PROCESS_CAMPAIGNS, now, trigger=job_runs.CATCH_UP, planned_at=planned)
    assert run is not None
    result = {
        "total_processed": 92,
        "total_notified": 50,
        "skipped": {"daily_limit": 23, "no_consent": 9, "cap_week": 10},
    }
    job_runs.finish(db, run, now, result=result)
    db.insert(
        "INSERT INTO imports (kind, file_name, sha256, state, started_at, finished_at, row_count, created_count, "
        "updated_count, rejected_count, rejects_file, notes) VALUES "
        "('customers', 'till_export.csv', 'trouble', 'done', ?, ?, 412, 380, 7, 25, 'rejects.csv', "
        '\'[{"kind": "joined_rows", "text": "2 rows were joined.", "figures": {"number": 2}}]\')',
        (stamp(now - timedelta(days=1)), stamp(now - timedelta(days=1)) + 3),
    )
