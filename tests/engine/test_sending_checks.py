"""The claim looks once more: whatever changed since a message was queued counts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.outcomes import Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.store import customers, outbox, suppressions
from tests.conftest import Clock
from tests.engine.sending_rig import BOUGHT_AT, Rig, ScriptedChannel


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def _set(rig: Rig, **columns: object) -> None:
    for column, value in columns.items():
        rig.db.run(f"UPDATE customers SET {column} = ?", (value,))


def _withdraw(rig: Rig) -> None:
    _set(rig, consent_email=0)


def _suppress(rig: Rig) -> None:
    suppressions.suppress(
        rig.db, "email", "c1@example.com", channel=None, reason="complaint", source="provider", at=rig.clock()
    )


def _buy(rig: Rig) -> None:
    _set(rig, last_order_at=int(BOUGHT_AT.timestamp()) + 1)


def _reach_cap(rig: Rig) -> None:
    today = day_number(rig.clock(), ZoneInfo("UTC"))
    rig.db.run("INSERT INTO cap_ledger (touch, customer_id, day) VALUES ('other', 1, ?)", (today - 6,))


CHANGES: list[tuple[Callable[[Rig], object], Reason]] = [
    (_withdraw, Reason.OPTED_OUT),
    (lambda rig: _set(rig, consent_email=None), Reason.NO_CONSENT),
    (_suppress, Reason.SUPPRESSED),
    (lambda rig: _set(rig, erased_at=1), Reason.SUPPRESSED),
    (lambda rig: _set(rig, email=None), Reason.NO_ADDRESS),
    (lambda rig: _set(rig, email_state="bounced"), Reason.BOUNCED),
    (lambda rig: _set(rig, email_state="invalid"), Reason.ADDRESS_INVALID),
    (lambda rig: _set(rig, email_state="shared"), Reason.ADDRESS_SHARED),
    (_buy, Reason.BOUGHT_AGAIN),
    (lambda rig: rig.clock.move(hours=72) and None, Reason.EXPIRED),
    (_reach_cap, Reason.CAP_WEEK),
]


@pytest.mark.parametrize(
    ("change", "reason"), CHANGES, ids=lambda value: str(value) if isinstance(value, Reason) else ""
)
def test_what_changed_since_counts(rig: Rig, change: Callable[[Rig], object], reason: Reason) -> None:
    """A5 C18, 10: consent, suppression, address, purchase, time and caps are looked at again before the call."""
    (message_id,) = rig.queue()
    change(rig)
    assert rig.send().as_json()["skipped"] == {reason.value: 1}
    assert rig.row(message_id, "state", "reason") == ("skipped", reason)
    assert rig.channel.sent == []


def test_opting_out_between_two_messages_stops_the_second(rig: Rig) -> None:
    """C18: no message starts after an opt-out was learned, in the middle of a run too (promise 10)."""
    rig.queue(3)
    last = rig.db.value("SELECT max(id) FROM customers")

    def opt_out(_message: object) -> None:
        customers.opt_out(rig.db, last, channel=None, source="person", at=rig.clock())

    rig.channel.before = opt_out
    assert rig.send().sent == 2
    assert rig.states() == ["accepted", "accepted", "skipped"]


def test_a_changed_address_is_used(rig: Rig) -> None:
    """C2: a person whose e-mail was put right gets the message at the new one."""
    rig.queue()
    _set(rig, email="new@example.com")
    assert rig.send().sent == 1
    assert rig.channel.addresses == ["new@example.com"]


def test_the_master_switch_leaves_messages_waiting(rig: Rig) -> None:
    """A14: off means nothing is sent; on again, it goes out."""
    ids = rig.queue(2)
    rig.set(reengagement__enabled="false")
    assert rig.send().as_json() == {"sent": 0, "failed": 0, "deferred": 2, "uncertain": 0, "skipped": {}}
    assert set(rig.states(ids)) == {"pending"}
    rig.set(reengagement__enabled="true")
    assert rig.send().sent == 2


def test_a_campaign_of_the_owner_goes_without_the_switch(rig: Rig) -> None:
    """A14 C4: the switch is about automatic messages."""
    rig.queue(is_automatic=False)
    rig.set(reengagement__enabled="false")
    assert rig.send().sent == 1


def test_a_channel_taken_off_the_list_leaves_messages_waiting(rig: Rig) -> None:
    """A14 B4: "no text messages any more" holds for those that were queued before; back on the list, they go out."""
    ids = rig.queue(2, ChannelName.SMS)
    (mail,) = rig.queue()
    rig.set(reengagement__channels="email")
    assert rig.send().as_json() == {"sent": 1, "failed": 0, "deferred": 2, "uncertain": 0, "skipped": {}}
    assert {rig.row(each, "state", "reason") for each in ids} == {("pending", "channel_off")}
    assert rig.row(mail, "state") == "accepted"
    rig.set(reengagement__channels="email,sms")
    assert rig.send().sent == 2


def test_what_somebody_asked_for_goes_on_a_channel_off_the_list(rig: Rig) -> None:
    """A13 B4: the list is about automatic messages."""
    rig.queue(1, ChannelName.SMS, is_automatic=False)
    rig.set(reengagement__channels="")
    assert rig.send().sent == 1


@pytest.mark.parametrize("status", ["paused", "scheduled"])
def test_a_paused_campaign_waits(rig: Rig, status: str) -> None:
    """C4, 29: nothing of a paused campaign goes out."""
    rig.queue()
    rig.db.run("UPDATE campaigns SET status = ?", (status,))
    assert rig.send().deferred == 1


def test_a_cancelled_campaign_takes_its_messages_along(rig: Rig) -> None:
    """C4, 29: stopped for good."""
    rig.queue()
    rig.db.run("UPDATE campaigns SET status = 'cancelled'")
    rig.send()
    assert rig.states() == ["cancelled"]


def test_nobody_is_written_to_while_an_import_writes(rig: Rig) -> None:
    """D2: selection and sending wait for the journal (promise 18)."""
    rig.queue()
    rig.db.run(
        "INSERT INTO imports (kind, file_name, sha256, state, started_at) VALUES ('orders', 'f', 'x', 'writing', 1)"
    )
    assert rig.send().deferred == 1
    rig.db.run("UPDATE imports SET state = 'done'")
    assert rig.send().sent == 1


def test_nothing_goes_while_the_clock_cant_be_trusted(rig: Rig) -> None:
    """D3: sends are held (promise 16)."""
    rig.queue()
    rig.db.run("INSERT INTO meta (key, value) VALUES ('clock_untrusted', '1')")
    assert rig.send().deferred == 1


def _product(rig: Rig, **columns: object) -> int:
    values = {"external_id": "p1", "price_minor": 800, "in_stock": 1, "added_at": 1, **columns}
    return rig.db.insert(
        f"INSERT INTO products ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
    )


def test_a_price_that_went_up_again_is_not_advertised(rig: Rig) -> None:
    """A7: the text names a price that no longer holds."""
    product = _product(rig)
    rig.queue(campaign_id=2, campaign_type="price_drop", product_id=product, price_minor=800)
    rig.db.run("UPDATE products SET price_minor = 900")
    assert rig.send().skipped == {Reason.EXPIRED: 1}
    assert rig.db.value("SELECT error FROM outbox") == "The price has gone up again."


def _back_in_stock(rig: Rig, product: int, count: int, number: int = 1) -> list[int]:
    occasion = f"product:{product}:restock:{number}"
    return rig.queue(count, occasion=occasion, campaign_id=1, campaign_type="back_in_stock", product_id=product)


def test_no_more_are_told_than_there_are_units_when_they_go(rig: Rig) -> None:
    """A6: five were approved with five units in stock; with one left, one goes, and one more unit is for one more."""
    product = _product(rig, stock=5)
    ids = _back_in_stock(rig, product, 5)
    rig.db.run("UPDATE products SET stock = 1")
    assert rig.send().as_json() == {
        "sent": 1, "failed": 0, "deferred": 0, "uncertain": 0, "skipped": {Reason.OUT_OF_UNITS: 4},
    }  # fmt: skip
    assert rig.states(ids) == ["accepted"] + ["skipped"] * 4
    rig.db.run("UPDATE products SET stock = 2")
    assert queueing.retry(rig.db, ids[1:], rig.clock()) == 4
    assert rig.send().sent == 1
    rig.db.run("UPDATE products SET stock = NULL")
    queueing.retry(rig.db, ids[1:], rig.clock())
    assert rig.send().sent == 3, "no limit where units are not counted"


def test_a_doubtful_message_keeps_its_unit_and_a_refused_one_does_not(rig: Rig) -> None:
    """A6 D3: who may have been told counts; who provably was not leaves the unit to the next."""
    product = _product(rig, stock=2)
    _back_in_stock(rig, product, 4)
    rig.channel.script = [Uncertain("?"), Rejected(Refusal.INVALID_ADDRESS, "550", "no such user")]
    result = rig.send()
    assert (result.uncertain, result.failed, result.sent, result.skipped) == (1, 1, 1, {Reason.OUT_OF_UNITS: 1})


def test_units_are_counted_for_one_return_of_the_product(rig: Rig) -> None:
    """A6: who was told the last time it came back takes no unit of this time's."""
    product = _product(rig, stock=1)
    _back_in_stock(rig, product, 1)
    _back_in_stock(rig, product, 1, number=2)
    assert rig.send().sent == 2


def test_a_product_out_of_stock_again_is_not_advertised(rig: Rig) -> None:
    """A6: back in stock, and gone again before the message went."""
    product = _product(rig)
    rig.queue(campaign_id=1, campaign_type="back_in_stock", product_id=product)
    rig.db.run("UPDATE products SET in_stock = 0")
    assert rig.send().skipped == {Reason.OUT_OF_UNITS: 1}


def test_an_expired_code_is_not_sent(rig: Rig) -> None:
    """A8: the code in the text must still be good."""
    until = int((rig.clock() + timedelta(hours=1)).timestamp())
    code = rig.db.insert(
        "INSERT INTO discount_codes (code, percent, issued_at, expires_at) VALUES ('WB-1', 10, 1, ?)", (until,)
    )
    rig.queue(campaign_id=3, campaign_type="loyalty_reward", code_id=code)
    rig.clock.move(hours=2)
    assert rig.send().skipped == {Reason.EXPIRED: 1}


def test_numbers_that_a_provider_refuses_are_not_tried(rig: Rig) -> None:
    """C12: WhatsApp marketing to +1 numbers."""
    rig.channels[ChannelName.WHATSAPP] = ScriptedChannel("whatsapp_cloud", Capabilities(blocked_prefixes=("+44",)))
    rig.queue(1, ChannelName.WHATSAPP)
    assert rig.send().skipped == {Reason.NOT_ALLOWED_BY_LAW: 1}


def test_quiet_hours_put_a_text_message_off(rig: Rig) -> None:
    """C13: never outside 8–21 of the recipient's own time; it goes at the next allowed moment (promise 17)."""
    rig.clock.moment = datetime(2026, 11, 21, 22, tzinfo=UTC)
    (message_id,) = rig.queue(1, ChannelName.SMS)
    assert rig.send().deferred == 1
    due_at = datetime.fromtimestamp(rig.row(message_id, "due_at"), UTC)
    assert (rig.row(message_id, "reason"), due_at) == ("quiet_hours", datetime(2026, 11, 22, 8, tzinfo=UTC))
    rig.clock.move(hours=9, minutes=59)
    assert rig.send().deferred == 1
    rig.clock.move(minutes=1)
    assert rig.send().sent == 1


@pytest.mark.parametrize("channel", [ChannelName.EMAIL, ChannelName.SMS])
def test_nothing_goes_on_a_day_off(rig: Rig, channel: ChannelName) -> None:
    """C13: whatever the channel, it waits for the first moment of the next allowed day of the shop's calendar."""
    rig.clock.moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    rig.set(business__timezone="Europe/Berlin", sending__allowed_weekdays="mon,tue,wed,thu,fri")
    rig.set(sending__holidays="2026-11-23")
    (message_id,) = rig.queue(1, channel)
    assert rig.send().deferred == 1
    due_at = datetime.fromtimestamp(rig.row(message_id, "due_at"), UTC)
    assert (rig.row(message_id, "reason"), due_at) == ("not_allowed_day", datetime(2026, 11, 23, 23, tzinfo=UTC))
    rig.clock.moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert rig.send().sent == 1


def test_a_day_given_free_lets_go_what_waits_for_another(rig: Rig) -> None:
    """C13: who changes the days need not wait for the old ones."""
    rig.clock.moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    rig.set(sending__allowed_weekdays="wed")
    rig.queue()
    assert rig.send().deferred == 1
    rig.set(sending__allowed_weekdays="sat")
    assert outbox.ask_times_anew(rig.db, rig.clock()) == 1
    assert rig.send().sent == 1


def test_an_email_knows_no_quiet_hours(rig: Rig) -> None:
    """C13: quiet hours concern what rings and buzzes."""
    rig.clock.moment = datetime(2026, 11, 21, 3, tzinfo=UTC)
    rig.queue()
    assert rig.send().sent == 1


def test_an_unknown_zone_holds_and_asks(rig: Rig) -> None:
    """C13: who could be anywhere is not disturbed; once her zone is known the approved message goes (promise 17)."""
    rig.channels[ChannelName.PUSH] = ScriptedChannel("onesignal")
    customer = rig.customer(ChannelName.PUSH, phone=None, push_external_id="t1")
    draft = rig.draft(customer, ChannelName.PUSH)
    message_id = rig.enqueue(type(draft)(**{**draft.__dict__, "address": "t1"}))
    assert isinstance(message_id, int)
    rig.send()
    assert rig.row(message_id, "state", "reason") == ("held", "zone_unknown")
    _set(rig, timezone="Europe/Berlin")
    assert queueing.approve(rig.db, [message_id], rig.clock()) == 1
    assert rig.send().sent == 1


def test_a_merged_person_is_one_person(rig: Rig) -> None:
    """A5, 11: caps count per person over all her addresses: two rows that turned out to be one get one message."""
    first, second = rig.customer(), rig.customer()
    for each in (first, second):
        assert isinstance(rig.enqueue(rig.draft(each)), int)
    rig.db.run("UPDATE customers SET merged_into = ? WHERE id = ?", (first, second))
    result = rig.send()
    assert (result.sent, result.skipped) == (1, {Reason.CAP_WEEK: 1})


def _household(rig: Rig, count: int = 2) -> list[int]:
    """People of one household with one telephone, and each with a mailbox of her own."""
    return [
        rig.customer(ChannelName.SMS, phone="+447700900001", email=f"h{n}@example.com", consent_whatsapp=1)
        for n in range(count)
    ]


def _enqueue_at_once(rig: Rig, drafts: list[Draft]) -> list[int]:
    """Past the queue's own look: as if the number had become theirs after queueing."""
    ids = []
    for number, draft in enumerate(drafts):
        message_id = rig.enqueue(replace(draft, address=f"+44770090080{number}"))
        assert isinstance(message_id, int), message_id
        rig.db.run("UPDATE outbox SET address = ? WHERE id = ?", (draft.address, message_id))
        ids.append(message_id)
    return ids


@pytest.mark.parametrize("channel", [ChannelName.SMS, ChannelName.WHATSAPP])
def test_one_address_is_told_once_whoever_it_belongs_to(rig: Rig, channel: ChannelName) -> None:
    """A5, promise 11: two people of a household with one phone: it rings once a week, on whatever channel."""
    first, second = _household(rig)
    ids = _enqueue_at_once(rig, [rig.draft(first, ChannelName.SMS), rig.draft(second, channel)])
    assert rig.send().sent == 1
    assert rig.states() == ["accepted", "skipped"]
    assert rig.row(ids[1], "reason") == Reason.CAP_WEEK
    assert rig.enqueue(rig.draft(second, channel, occasion="lapse:1:2")) == Reason.CAP_WEEK
    rig.clock.move(days=6)
    assert rig.enqueue(rig.draft(second, channel, occasion="lapse:1:2")) == Reason.CAP_WEEK
    rig.clock.move(days=1)
    assert isinstance(rig.enqueue(rig.draft(second, channel, occasion="lapse:1:2")), int)
    assert rig.send().sent == 1


def test_a_doubtful_message_to_the_household_counts(rig: Rig) -> None:
    """A5 D3, 11: what may have gone to the number has gone, as far as the caps know."""
    first, second = _household(rig)
    _enqueue_at_once(rig, [rig.draft(first, ChannelName.SMS), rig.draft(second, ChannelName.SMS)])
    rig.channel.script = [Uncertain("?")]
    result = rig.send()
    assert (len(rig.channel.sent), result.skipped) == (1, {Reason.CAP_WEEK: 1})


def test_the_household_shares_the_months_cap(rig: Rig) -> None:
    """A5, 11: her own and her household's messages are counted together: four in thirty days."""
    people = _household(rig)
    for number in range(4):
        draft = rig.draft(people[number % 2], ChannelName.SMS, occasion=f"lapse:1:{number}")
        assert isinstance(rig.enqueue(draft), int)
        assert rig.send().sent == 1
        rig.clock.move(days=7)
    late = rig.draft(people[0], ChannelName.SMS, occasion="lapse:1:9")
    assert rig.enqueue(late) == Reason.CAP_MONTH
    rig.clock.move(days=2)
    assert isinstance(rig.enqueue(late), int)


def test_what_a_refusal_or_a_test_left_at_the_address_counts_for_nobody(rig: Rig) -> None:
    """A5: only what went or may have gone."""
    first, second = _household(rig)
    _enqueue_at_once(rig, [rig.draft(first, ChannelName.SMS), rig.draft(second, ChannelName.SMS)])
    rig.db.run("UPDATE outbox SET state = 'rejected', claimed_at = ? WHERE id = 1", (int(rig.clock().timestamp()),))
    assert rig.send().sent == 1
    rig.db.run("UPDATE outbox SET is_test = 1")
    assert isinstance(rig.enqueue(rig.draft(first, ChannelName.SMS, occasion="lapse:1:2")), int)


def test_her_own_mailbox_is_not_the_households(rig: Rig) -> None:
    """A5: who shares a telephone may still get a mail of her own."""
    first, second = _household(rig)
    rig.db.run("UPDATE customers SET consent_email = 1")
    assert isinstance(rig.enqueue(rig.draft(first, ChannelName.SMS)), int)
    assert isinstance(rig.enqueue(rig.draft(second)), int)
    assert rig.send().sent == 2
