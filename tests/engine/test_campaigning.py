"""The daily run: what it queues, what it counts, when it looks again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.judging import Arm
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine import campaigning, queueing
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.store import campaigns, merges, outbox, selection, templates
from reengage_desktop.store.comparing import find_lift
from reengage_desktop.store.database import Database
from reengage_desktop.store.reports import last_days, span_of
from reengage_desktop.store.settings import put_word
from tests.engine.deciding_rig import Rig, open_rig
from tests.shop_rows import add_order


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = open_rig(tmp_path)
    yield found
    found.db.close()


def test_result_counts(rig: Rig) -> None:
    """B3, A3: who was due, what was queued for whom and why others were not, and the decision beside the message."""
    ann = rig.person(lifetime_value_minor=123)
    rig.person(consent_email=None)
    rig.person(20)
    rig.person(900)
    assert rig.run().as_json() == {
        "total_processed": 3,
        "total_notified": 1,
        "total_failed": 0,
        "decisions": {"we_miss_you": 1},
        "skipped": {"no_consent": 1, "too_long_gone": 1},
    }
    message = rig.messages(ann)[0]
    assert message["decision"]["days_since_last_order"] == 70
    assert message["decision"]["lifetime_value_minor"] == 123
    assert message["occasion"] == f"lapse:{rig.db.value('SELECT last_order_at FROM customers WHERE id = ?', (ann,))}:1"
    assert message["state"] == "pending"


def test_dry_run_changes_nothing(rig: Rig) -> None:
    """B3: the same figures, and not a byte of the shop is different."""
    rig.set(loyalty_min_ltv="1")
    rig.person(lifetime_value_minor=500)
    rig.person(20)
    rig.person(consent_email=0)
    before = _content(rig.db)
    dry = rig.run(is_dry=True)
    assert _content(rig.db) == before
    assert rig.run().as_json() == dry.as_json()


def _content(db: Database) -> list[object]:
    return [db.rows(f"SELECT * FROM {table}") for table in ("customers", "outbox", "discount_codes", "views", "meta")]


def test_second_run_of_the_day_adds_nothing(rig: Rig) -> None:
    """B2: by hand it may run again; keys and caps prevent a second message."""
    rig.person()
    assert rig.run().total_notified == 1
    assert rig.run().as_json()["total_processed"] == 0
    templates.look_at_lapsed_again(rig.db)
    second = rig.run()
    assert (second.total_notified, second.skipped) == (0, {"in_other_campaign": 1})
    rig.send_all()
    third = rig.run()
    assert (third.total_notified, third.skipped) == (0, {"cap_week": 1})


def test_master_switch(rig: Rig) -> None:
    """A14: off means nothing is queued; who would have been looked at is counted."""
    rig.person()
    rig.person()
    rig.set(enabled="false")
    assert rig.run().as_json() == {
        "total_processed": 0,
        "total_notified": 0,
        "total_failed": 0,
        "decisions": {},
        "skipped": {"switched_off": 2},
    }
    assert rig.messages() == []


def test_approval(rig: Rig) -> None:
    """A15: automatic messages wait for the owner as held, unless he switched that off."""
    rig.set(review_before_sending="true")
    ann = rig.person()
    rig.run()
    assert rig.messages(ann)[0]["state"] == "held"


def test_looks_again_when_it_may_change(rig: Rig) -> None:
    """A18: each answer has its day: after a message, when a cap ends, only with new facts, or tomorrow."""
    rig.set(daily_limit="1")
    queued, capped, silent = rig.person(61), rig.person(61), rig.person(consent_email=None)
    recent, limited = rig.person(20), rig.person(70)
    rig.cap(capped, 3)
    rig.run()
    assert rig.look_on(queued) == rig.today + 14
    assert rig.look_on(capped) == rig.today + 4
    assert rig.look_on(silent) is None
    assert rig.look_on(recent) == rig.today + 40
    assert rig.look_on(limited) == 0


def test_recent_ones_are_dated_without_counting(rig: Rig) -> None:
    """A18: who is due by a changed rule but bought lately gets her day and is no part of the figures."""
    people = {days: rig.person(days) for days in (0, 1, 30, 59)}
    future = rig.person(last_order_at=stamp(rig.now + timedelta(days=9)))
    assert rig.run().total_processed == 0
    assert {days: rig.look_on(each) for days, each in people.items()} == {
        days: rig.today - days + 60 for days in people
    }
    assert rig.look_on(future) == rig.today + 60


def test_most_per_lapse_and_repeat(rig: Rig) -> None:
    """A3: three messages in one silence, `repeat_after_days` apart; a purchase begins a new one."""
    ann = rig.person()
    sent_on = []
    for _ in range(80):
        if rig.run().total_notified:
            sent_on.append(rig.today)
            rig.send_all()
        rig.now += timedelta(days=1)
    assert [day - sent_on[0] for day in sent_on] == [0, 14, 28]
    assert [message["occasion"].rpartition(":")[2] for message in rig.messages()] == ["1", "2", "3"]
    assert rig.look_on(ann) is None
    assert rig.explain(ann).reason == "lapse_limit"
    bought = stamp(rig.now - timedelta(days=1))
    rig.db.run("UPDATE customers SET last_order_at = ?, next_look_on = ? WHERE id = ?", (bought, rig.today + 59, ann))
    rig.now += timedelta(days=59)
    assert rig.run().total_notified == 1


def test_dropped_message_is_not_put_again_at_once(rig: Rig) -> None:
    """A3: what the owner took out of the queue waits `repeat_after_days` too, also when all are looked at again."""
    ann = rig.person()
    rig.run()
    outbox.drop(rig.db, [1], rig.now)
    templates.look_at_lapsed_again(rig.db)
    rig.now += timedelta(days=1)
    assert rig.run().skipped == {"already_sent": 1}
    assert rig.explain(ann).next_possible_on is not None
    rig.now += timedelta(days=13)
    assert rig.run().total_notified == 1


def test_daily_limit_over_the_day(rig: Rig) -> None:
    """A3: the limit is for the local date, hourly notices included; the rest follows day by day."""
    rig.set(daily_limit="3")
    for _ in range(7):
        rig.person()
    viewer = rig.person(3)
    rig.view(viewer, rig.product(in_stock=1), in_stock=0)
    assert rig.restock_check().queued == 1
    per_day = []
    for _ in range(4):
        per_day.append((rig.run().total_notified, rig.run().total_notified))
        rig.now += timedelta(days=1)
    assert per_day == [(2, 0), (3, 0), (2, 0), (0, 0)]


def test_all_channels(rig: Rig) -> None:
    """B4: one row for each channel that reaches her, one touch for the caps, one part each."""
    rig.set(channels="email,sms,whatsapp", channel_mode="all")
    ann = rig.person(phone="+447700900123", consent_sms=1)
    result = rig.run()
    assert (result.total_notified, result.decisions) == (2, {"we_miss_you": 1})
    assert [(message["channel"], message["part"]) for message in rig.messages(ann)] == [
        ("email", "email"),
        ("sms", "sms"),
    ]
    rig.send_all()
    assert rig.db.value("SELECT count(*) FROM cap_ledger") == 1
    assert rig.db.value("SELECT count(DISTINCT touch) FROM outbox") == 1


def test_loyalty_code(rig: Rig) -> None:
    """A8: a code of her own in the text, expiring, used again where its message never went out, kept once."""
    rig.set(loyalty_min_ltv="10", loyalty_discount="15")
    people = [rig.person(lifetime_value_minor=1_000) for _ in range(5)]
    rig.run()
    rows = rig.db.rows("SELECT customer_id, code, percent, outbox_id, expires_at FROM discount_codes")
    assert {row[0] for row in rows} == set(people)
    assert len({row[1] for row in rows}) == 5
    for customer_id, code, percent, outbox_id, expires_at in rows:
        text = rig.messages(customer_id)[0]["content"]["text"]
        assert code.startswith("BACK-")
        assert code in text
        assert "15 %" in text
        assert (percent, rig.db.value("SELECT customer_id FROM outbox WHERE id = ?", (outbox_id,))) == (15, customer_id)
        assert expires_at == stamp(rig.now) + 30 * 86_400 + 12 * 3600 - 1
    rig.db.run("UPDATE outbox SET state = 'skipped', reason = 'expired'")
    rig.now += timedelta(days=20)
    assert rig.run().decisions == {"loyalty_reward": 5}
    again = rig.db.rows("SELECT code, outbox_id FROM discount_codes")
    assert {code for code, _ in again} == {row[1] for row in rows}
    assert min(outbox_id for _, outbox_id in again) > 5


def test_daily_run_serves_product_news_once(rig: Rig) -> None:
    """A6: the run that tells of a product marks the views as the hourly check does; no more people than units."""
    hat = rig.product("Hat", price_minor=500, in_stock=1, stock=1)
    first, second = rig.person(61), rig.person(62)
    for each in (first, second):
        rig.view(each, hat, in_stock=0)
    assert rig.run().decisions == {"back_in_stock": 1, "we_miss_you": 1}
    assert "Hat" in rig.messages(first)[0]["content"]["subject"]
    assert rig.db.rows("SELECT in_stock FROM views ORDER BY customer_id") == [(1,), (0,)]
    assert rig.restock_check().queued == 0


def test_missing_field_is_skipped(rig: Rig) -> None:
    """A9: no field, no message: the row is skipped with its reason and comes back once the field is there."""
    template = Template(
        name="mine", channel=ChannelName.EMAIL, campaign_type="we_miss_you", subject="Hi", body="Hi {city}!"
    )
    templates.save(rig.db, template, rig.now)
    nowhere, leeds = rig.person(), rig.person(city="Leeds")
    result = rig.run()
    assert (result.total_notified, result.skipped) == (1, {"template_missing_field": 1})
    assert rig.messages(leeds)[0]["content"]["text"].startswith("Hi Leeds!")
    assert rig.explain(nowhere).reason == "template_missing_field"
    assert any("city" in check.detail for check in rig.explain(nowhere).checks)
    rig.db.run("UPDATE customers SET city = 'York' WHERE id = ?", (nowhere,))
    assert rig.run().total_notified == 1


def test_one_failing_customer_stops_nobody(rig: Rig) -> None:
    """B3: an error in one customer's data is counted and the others get their message."""
    broken = rig.person(61, tags="not json")
    rig.person(62)
    result = rig.run()
    assert (result.total_notified, result.total_failed) == (1, 1)
    assert rig.messages(broken) == []
    rig.db.run("UPDATE customers SET tags = '[]'")
    assert rig.run().total_notified == 1


def test_stop_between_groups(rig: Rig) -> None:
    """A15: a run that is asked to stop stops; who was not looked at is due the next time."""
    rig.person()
    stopped = campaigning.process_campaigns(rig.db, rig.settings, rig.availability, rig.now, stop=lambda: True)
    assert stopped.total_processed == 0
    assert rig.run().total_notified == 1


def test_control_group_is_noted_once(rig: Rig) -> None:
    """A3: who is held out is noted once for each silence, counted in no limit, and never written to."""
    rig.set(holdout_percent="50", daily_limit="20")
    with rig.db.write():
        people = [rig.person() for _ in range(20)]
    result = rig.run()
    held = result.skipped["control_group"]
    assert held + result.total_notified == 20
    templates.look_at_lapsed_again(rig.db)
    rig.run()
    notes = rig.db.rows("SELECT customer_id, state FROM outbox WHERE reason = 'control_group'")
    assert len(notes) == held
    assert {state for _, state in notes} == {"skipped"}
    assert {each for each, _ in notes}.isdisjoint(message["customer_id"] for message in rig.messages())
    assert {each for each, _ in notes} <= set(people)


def test_the_run_leaves_what_the_comparison_reads(rig: Rig) -> None:
    """insight.md 4: whoever the daily run wrote to or held out is in her arm, once her days are over."""
    rig.set(holdout_percent="50", attribution_days="14")
    with rig.db.write():
        people = [rig.person() for _ in range(20)]
    held = rig.run().skipped["control_group"]
    (who,) = rig.db.row("SELECT customer_id FROM outbox WHERE reason = 'control_group'") or (0,)
    add_order(rig.db, who, rig.now + timedelta(days=2))
    later = rig.now + timedelta(days=30)
    lift = find_lift(rig.db, rig.settings, later, span_of(last_days(60, rig.settings, later), rig.settings, later))
    assert lift is not None
    assert (lift.held_out, lift.written) == (Arm(held, 1), Arm(len(people) - held, 0))


def test_who_could_not_be_told_is_in_neither_arm(rig: Rig) -> None:
    """insight.md 4: a message that lacks a field is not sent, so who lacks it is not held out from it either."""
    rig.set(holdout_percent="50", daily_limit="0")
    templates.save(
        rig.db, Template("mine", ChannelName.EMAIL, "Hi {city}!", campaign_type="we_miss_you", subject="Hi"), rig.now
    )
    with rig.db.write():
        for number in range(30):
            rig.person(city=("Leeds", None)[number % 2])
    result = rig.run()
    assert result.skipped == {"template_missing_field": 15, "control_group": 15 - result.total_notified}
    held = rig.db.rows(
        "SELECT city FROM customers WHERE id IN (SELECT customer_id FROM outbox WHERE reason = 'control_group')"
    )
    assert held
    assert set(held) == {("Leeds",)}


def test_who_is_held_out_stands_in_the_same_line(rig: Rig) -> None:
    """insight.md 4: behind the daily limit both arms wait alike; else the one left alone had longer to return."""
    rig.set(holdout_percent="50", daily_limit="5")
    put_word(rig.db, "address_salt", "00")
    with rig.db.write():
        for _ in range(40):
            rig.person()
    line = Selector.of(rig.db, rig.settings, rig.availability, rig.now).due_ids()
    result = rig.run()
    assert result.total_notified == 5
    written = max(line.index(message["customer_id"]) for message in rig.messages() if message["state"] == "pending")
    held = rig.db.rows("SELECT customer_id FROM outbox WHERE reason = 'control_group'")
    assert held
    assert all(line.index(who) < written for (who,) in held)
    assert result.skipped["daily_limit"] == len(line) - written - 1


def test_a_cap_delays_the_message_but_not_the_count_of_who_was_due(rig: Rig) -> None:
    """insight.md 4: both arms are noted on the day they are due; who buys while a cap delays hers came back too."""
    rig.set(holdout_percent="50", attribution_days="14", cap_per_week="1")
    with rig.db.write():
        people = [rig.person() for _ in range(20)]
    for each in people:
        rig.cap(each, 3)
    assert rig.run().as_json()["skipped"] == {"cap_week": 20}
    found = _arms(rig)
    for each in people:
        add_order(rig.db, each, rig.now + timedelta(days=1))
    assert min(arm.customers for arm in found) > 0
    assert sum(arm.customers for arm in found) == len(people)
    assert [(arm.customers, arm.returned) for arm in _arms(rig)] == [(arm.customers, arm.customers) for arm in found]
    rig.now += timedelta(days=4)
    templates.look_at_lapsed_again(rig.db)
    rig.run()
    notes = [each for (each,) in rig.db.rows("SELECT id FROM outbox WHERE state = 'skipped'")]
    assert len(notes) == len(people), "noted once each"
    assert queueing.retry(rig.db, notes, rig.now) == 0, "a note has no words to send"


def test_a_note_of_who_was_due_takes_nothing_of_the_days_limit(rig: Rig) -> None:
    """insight.md 4, A5: a note is no message; and behind a full day who is capped waits for hers like everybody."""
    rig.set(holdout_percent="1", daily_limit="1")
    put_word(rig.db, "address_salt", "00")
    with rig.db.write():
        capped, first, second, behind = (rig.person(days) for days in (61, 62, 63, 64))
    for each in (capped, behind):
        rig.cap(each, 3)
    assert rig.run().skipped == {"cap_week": 1, "daily_limit": 2}
    assert [each["customer_id"] for each in rig.messages() if each["state"] == "pending"] == [first]
    assert rig.db.rows("SELECT customer_id FROM outbox WHERE state = 'skipped'") == [(capped,)]
    assert (rig.look_on(behind), rig.look_on(capped), rig.look_on(second)) == (0, rig.today + 4, 0)
    assert rig.run().skipped == {"daily_limit": 2}


def test_the_notes_of_two_that_are_one_person_are_no_messages_either(rig: Rig) -> None:
    """insight.md 4, A5: a merge keeps both notes, one of them under another key; the day's limit is for messages."""
    rig.set(holdout_percent="1", daily_limit="1")
    put_word(rig.db, "address_salt", "00")
    with rig.db.write():
        ann, bob = rig.person(), rig.person()
    for each in (ann, bob):
        rig.cap(each, 3)
    assert rig.run().skipped == {"cap_week": 2}
    merges.merge(rig.db, ann, bob, rig.now)
    assert rig.db.value("SELECT count(*) FROM outbox WHERE customer_id = ?", (ann,)) == 2
    assert selection.queued_today(rig.db, rig.today, is_test=False) == 0


def test_a_product_that_is_back_makes_both_arms_due_alike(rig: Rig) -> None:
    """insight.md 4: whatever the message would be about, who is due on a day is counted from that day in both arms."""
    rig.set(holdout_percent="50", daily_limit="0")
    with rig.db.write():
        people = [rig.person() for _ in range(20)]
    shirt = rig.product(stock=None, in_stock=1, price_minor=900, restock_no=1)
    for each in people:
        rig.view(each, shirt, in_stock=0)
    assert rig.run().decisions.keys() == {"back_in_stock"}
    assert sum(arm.customers for arm in _arms(rig)) == len(people)


def test_without_a_control_group_nobody_is_noted(rig: Rig) -> None:
    """A18: there is nothing to compare with, so a delayed message leaves no row."""
    rig.cap(rig.person(), 3)
    assert rig.run().skipped == {"cap_week": 1}
    assert rig.messages() == []


def _arms(rig: Rig) -> list[Arm]:
    later = rig.now + timedelta(days=30)
    lift = find_lift(rig.db, rig.settings, later, span_of(last_days(60, rig.settings, later), rig.settings, later))
    return [] if lift is None else [lift.written, lift.held_out]


def test_campaign_off_gives_the_next_type(rig: Rig) -> None:
    """A3: a campaign that is switched off is passed over; switched on again it counts at once."""
    rig.set(loyalty_min_ltv="1")
    campaigns.set_active(rig.db, CampaignType.LOYALTY_REWARD, active=False)
    rig.person(lifetime_value_minor=500)
    assert rig.run(is_dry=True).decisions == {"we_miss_you": 1}
    campaigns.set_active(rig.db, CampaignType.LOYALTY_REWARD, active=True)
    assert rig.run().decisions == {"loyalty_reward": 1}


def test_cost_follows_the_due(rig: Rig) -> None:
    """A18: who is not due is not read: the run asks the same few questions whether the shop has 3 people or 300."""
    rig.person()
    with rig.db.write():
        for _ in range(300):
            add_order(rig.db, rig.person(10, next_look_on=rig.today + 50), rig.now - timedelta(days=10))
    plan = rig.db.rows(
        "EXPLAIN QUERY PLAN SELECT c.id FROM customers c WHERE c.next_look_on <= ? AND c.last_order_at < ?", (1, 2)
    )
    assert "customers_next_look" in str(plan) or "customers_last_order" in str(plan)
    assert rig.run().total_processed == 1


def test_nobody_is_chosen_while_a_file_is_written(rig: Rig) -> None:
    """D3: half of a file in the database is no ground to decide on; afterwards everybody has her turn."""
    ann = rig.person()
    rig.view(ann, rig.product(in_stock=1), in_stock=0)
    rig.db.run(
        "INSERT INTO imports (kind, file_name, sha256, state, started_at) VALUES ('orders', 'x', 'y', 'writing', 1)"
    )
    assert rig.run().as_json()["skipped"] == {"import_running": 1}
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {"import_running": 1}}
    assert rig.explain(ann).reason == "import_running"
    rig.db.run("UPDATE imports SET state = 'done'")
    assert rig.run().total_notified == 1


def test_test_mode_counts_among_itself(rig: Rig) -> None:
    """A5: test messages leave caps, limits and the day of the next look as they were."""
    rig.set(sending__test_mode="true")
    rig.person()
    assert rig.run().total_notified == 1
    assert rig.run().skipped == {"in_other_campaign": 1}
    rig.set(sending__test_mode="false", daily_limit="1")
    assert rig.run().total_notified == 1
    assert rig.db.rows("SELECT is_test FROM outbox ORDER BY id") == [(1,), (0,)]
