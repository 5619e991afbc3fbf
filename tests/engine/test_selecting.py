"""Whom the daily run chooses, with which message, on which channel; and what it says about those it passes over."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.domain.decisions import holdout_number
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason
from reengage_desktop.engine import selecting
from reengage_desktop.store import campaigns, caps, customers, discounts, suppressions
from reengage_desktop.store.customers import CustomerNotFound
from reengage_desktop.store.suppressions import address_salt
from tests.engine.deciding_rig import Rig, open_rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = open_rig(tmp_path)
    yield found
    found.db.close()


def reason_of(rig: Rig, customer_id: int) -> Reason | None:
    decision = rig.explain(customer_id)
    failed = [check.rule for check in decision.checks if check.passed is False]
    assert (decision.campaign_type is None) == bool(failed)
    assert decision.reason is None or decision.reason in failed
    return decision.reason


@pytest.mark.parametrize(("days", "inactive"), [(59, False), (60, True), (61, True)])
def test_inactive_is_whole_calendar_days(rig: Rig, days: int, inactive: bool) -> None:
    """A2: silent for as many whole calendar days as the threshold, today and the last purchase's day counted apart."""
    assert reason_of(rig, rig.person(days)) is (None if inactive else Reason.NOT_INACTIVE_ENOUGH)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "America/Santiago", "UTC"])
@pytest.mark.parametrize(("month", "day"), [(3, 30), (11, 2), (9, 7)])
def test_boundary_holds_over_daylight_saving(rig: Rig, zone: str, month: int, day: int) -> None:
    """A2: the first and the last second of a local day give the same answer, clock changes in between or not."""
    rig.set(business__timezone=zone)
    rig.now = datetime(2026, month, day, 7, tzinfo=rig.zone).astimezone(UTC)
    at_boundary = date.fromordinal(rig.today - 60)
    for later, hour, second, inactive in [(0, 0, 0, True), (0, 23, 59, True), (1, 0, 0, False), (1, 23, 59, False)]:
        local = datetime(at_boundary.year, at_boundary.month, at_boundary.day, hour, second, second, tzinfo=rig.zone)
        customer = rig.person(last_order_at=stamp(local + timedelta(days=later)))
        assert (reason_of(rig, customer) is None) == inactive, (later, hour)


def test_never_bought_and_future(rig: Rig) -> None:
    """A2: who never bought is not inactive; an order dated after now counts as today's."""
    assert reason_of(rig, rig.person(None)) is Reason.NEVER_BOUGHT
    future = rig.person(last_order_at=stamp(rig.now + timedelta(days=400)))
    decision = rig.explain(future)
    assert decision.reason is Reason.NOT_INACTIVE_ENOUGH
    assert decision.next_possible_on == date.fromordinal(rig.today + 60)


@pytest.mark.parametrize(("days", "limit", "gone"), [(730, "730", False), (731, "730", True), (5000, "0", False)])
def test_too_long_gone(rig: Rig, days: int, limit: str, gone: bool) -> None:
    """A2: who has been silent longer than `too_long_gone_days` is left alone; 0 lifts the limit."""
    rig.set(too_long_gone_days=limit)
    assert reason_of(rig, rig.person(days)) is (Reason.TOO_LONG_GONE if gone else None)


def test_best_type_in_order(rig: Rig) -> None:
    """A1, A3: each type is passed over for the one before it, and one that is off for the one after it."""
    rig.set(loyalty_min_ltv="100")
    ann = rig.person(lifetime_value_minor=10_000)
    category = rig.category("Shirts", ann)
    rig.product("New shirt", category_id=category, arrived_at=stamp(rig.now - timedelta(days=3)), in_stock=1)
    rig.view(ann, rig.product("Bag", price_minor=900, in_stock=1), price_at_view_minor=1000 + 1)
    rig.view(ann, rig.product("Hat", price_minor=500, in_stock=1, stock=4), in_stock=0)
    details = " ".join(check.detail for check in rig.explain(ann).checks)
    assert all(words in details for words in ("“Hat” is back", "“Bag” went from 10.01 USD to 9.00 USD"))
    seen = []
    for _ in CampaignType:
        chosen = rig.explain(ann).campaign_type
        assert chosen is not None
        seen.append(chosen)
        campaigns.set_active(rig.db, chosen, active=False)
    assert seen == list(CampaignType)
    assert reason_of(rig, ann) is Reason.SWITCHED_OFF


def test_a_product_without_a_name_gives_way_to_the_next_occasion(rig: Rig) -> None:
    """A3, 24: nobody is told that nothing in particular is back or cheaper, and nobody is left out for it."""
    ann = rig.person(90)
    rig.view(ann, rig.product(name=None, price_minor=500, in_stock=1, restock_no=1), in_stock=0)
    rig.view(ann, rig.product(name=None, price_minor=900, in_stock=1), price_at_view_minor=2000)
    assert rig.run().as_json()["skipped"] == {}
    assert [each["campaign_type"] for each in rig.messages()] == ["we_miss_you"]
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {}}


def test_loyalty_needs_value_and_no_open_code(rig: Rig) -> None:
    """A8: from the least lifetime value on, never when it is 0, not while a code of hers is good."""
    ann = rig.person(lifetime_value_minor=9_999)
    assert rig.explain(ann).campaign_type is CampaignType.WE_MISS_YOU
    rig.set(loyalty_min_ltv="99.99")
    assert rig.explain(ann).campaign_type is CampaignType.LOYALTY_REWARD
    rig.set(loyalty_min_ltv="100")
    assert rig.explain(ann).campaign_type is CampaignType.WE_MISS_YOU
    rig.set(loyalty_min_ltv="50")
    rig.run()
    rig.send_all()
    rig.now += timedelta(days=15)
    assert rig.explain(ann).campaign_type is CampaignType.WE_MISS_YOU
    rig.db.run("UPDATE discount_codes SET redeemed_order_id = NULL, expires_at = 1")
    assert rig.explain(ann).campaign_type is CampaignType.LOYALTY_REWARD


@pytest.mark.parametrize("refused", ["email", "sms"])
def test_a_code_is_held_whichever_channel_brought_it(rig: Rig, refused: str) -> None:
    """A8: of two channels one was refused; the code that came on the other is not handed out again."""
    rig.set(loyalty_min_ltv="50", channels="email,sms", channel_mode="all")
    ann = rig.person(lifetime_value_minor=9_999, phone="+12025550123", consent_sms=1)
    rig.run()
    rig.send_all()
    rig.db.run("UPDATE outbox SET state = 'rejected' WHERE channel = ?", (refused,))
    rig.now += timedelta(days=15)
    assert rig.explain(ann).campaign_type is CampaignType.WE_MISS_YOU
    code = rig.db.value("SELECT code FROM discount_codes")
    assert discounts.offer(rig.db, ann, 10, stamp(rig.now)).text != code


def test_new_arrivals_only_hers_and_only_new(rig: Rig) -> None:
    """A1: products that arrived after her last purchase, in a category she bought from, and that can be bought."""
    ann, bob = rig.person(), rig.person()
    shirts = rig.category("Shirts", ann)
    old, new = stamp(rig.now - timedelta(days=80)), stamp(rig.now - timedelta(days=5))
    rig.product("There before", category_id=shirts, arrived_at=old)
    rig.product("First load", category_id=shirts)
    rig.product("Sold out", category_id=shirts, arrived_at=new, in_stock=0)
    rig._insert("products", {"external_id": "7", "category_id": shirts, "arrived_at": new, "added_at": 1})
    assert rig.explain(ann).campaign_type is CampaignType.WE_MISS_YOU
    rig.product("New", category_id=shirts, arrived_at=new)
    assert rig.explain(ann).campaign_type is CampaignType.NEW_ARRIVALS
    assert rig.explain(bob).campaign_type is CampaignType.WE_MISS_YOU


def test_first_channel_that_reaches(rig: Rig) -> None:
    """B4: the owner's order; a channel counts when it is connected, agreed to and has a good address."""
    rig.set(channels="whatsapp,sms,email")
    both = rig.person(phone="+447700900123", consent_sms=1, consent_whatsapp=1)
    assert rig.explain(both).channel is ChannelName.WHATSAPP
    rig.availability[ChannelName.WHATSAPP] = ChannelState(False, "whatsapp_cloud", "No number.")
    assert rig.explain(both).channel is ChannelName.SMS
    assert rig.explain(rig.person()).channel is ChannelName.EMAIL


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"consent_email": None}, Reason.NO_CONSENT),
        ({"consent_email": 0}, Reason.OPTED_OUT),
        ({"email": None}, Reason.NO_ADDRESS),
        ({"email": ""}, Reason.NO_ADDRESS),
        ({"email_state": "bounced"}, Reason.BOUNCED),
        ({"email_state": "invalid"}, Reason.ADDRESS_INVALID),
        ({"email_state": "shared"}, Reason.ADDRESS_SHARED),
    ],
)
def test_unreachable_says_why(rig: Rig, columns: dict[str, object], reason: Reason) -> None:
    """B4: what stands in the way on the first connected channel is the reason."""
    assert reason_of(rig, rig.person(**columns)) is reason


def test_channel_off_and_no_channel(rig: Rig) -> None:
    """B4: nothing is connected, or the owner has chosen nothing."""
    ann = rig.person()
    rig.availability[ChannelName.EMAIL] = ChannelState(False, "smtp", "“providers.smtp.host” is missing.")
    assert reason_of(rig, ann) is Reason.CHANNEL_OFF
    assert any("providers.smtp.host" in check.detail for check in rig.explain(ann).checks)
    rig.set(channels="")
    assert reason_of(rig, ann) is Reason.CHANNEL_OFF


@pytest.mark.parametrize("channel", [None, ChannelName.EMAIL])
def test_suppressed_address(rig: Rig, channel: ChannelName | None) -> None:
    """C18: an address on the list is not written to, whatever the consent column says; on its channels only."""
    ann = rig.person(phone="+447700900123", consent_sms=1)
    suppressions.suppress(
        rig.db, "email", "ann1@example.com", channel=channel, reason="opt_out", source="import", at=rig.now
    )
    assert reason_of(rig, ann) is Reason.SUPPRESSED
    rig.set(channels="email,sms")
    assert rig.explain(ann).channel is ChannelName.SMS


def test_erased_address_stays_out(rig: Rig) -> None:
    """C18: the hash of an erased person's address is enough to leave her alone."""
    ann = rig.person()
    suppressions.suppress(
        rig.db, "email", "ann1@example.com", channel=None, reason="erased", source="owner", at=rig.now
    )
    assert reason_of(rig, ann) is Reason.SUPPRESSED


def test_law(rig: Rig) -> None:
    """B4: WhatsApp marketing to +1 numbers is refused by the real providers, so it is not tried."""
    rig.set(channels="whatsapp")
    state = ChannelState(configured=True, provider="whatsapp_cloud", detail="", blocked_prefixes=("+1",))
    rig.availability[ChannelName.WHATSAPP] = state
    assert reason_of(rig, rig.person(phone="+12025550123", consent_whatsapp=1)) is Reason.NOT_ALLOWED_BY_LAW
    assert reason_of(rig, rig.person(phone="+447700900123", consent_whatsapp=1)) is None


@pytest.mark.parametrize(
    ("days_ago", "reason", "free_in"),
    [
        ((6,), Reason.CAP_WEEK, 1),
        ((7,), None, 0),
        ((8, 15, 22, 29), Reason.CAP_MONTH, 1),
        ((8, 15, 22, 30), None, 0),
        ((1, 8, 15, 22), Reason.CAP_WEEK, 8),
    ],
)
def test_caps(rig: Rig, days_ago: tuple[int, ...], reason: Reason | None, free_in: int) -> None:
    """A5: sent on the 18th, possible again on the 25th; four in 30 days; the day that is told is the ledger's first."""
    ann = rig.person()
    for each in days_ago:
        rig.cap(ann, each)
    assert reason_of(rig, ann) is reason
    assert rig.explain(ann).next_possible_on == date.fromordinal(rig.today + free_in)
    taken = [caps.take(rig.db, ann, "next", rig.today + each) is None for each in range(free_in + 1)]
    assert taken == [False] * free_in + [True]


def test_other_message_waits(rig: Rig) -> None:
    """A3: one message at most; who has one waiting gets no second one."""
    rig.set(review_before_sending="true")
    ann = rig.person()
    rig.run()
    assert reason_of(rig, ann) is Reason.IN_OTHER_CAMPAIGN


def test_holdout_is_sticky(rig: Rig) -> None:
    """A3: the control group is the same people every time, about as many as asked for, and is never written to."""
    rig.set(holdout_percent="20")
    with rig.db.write():
        everybody = [rig.person() for _ in range(100)]
    held = {each for each in everybody if rig.explain(each).reason is Reason.CONTROL_GROUP}
    assert held == {each for each in everybody if holdout_number(address_salt(rig.db), each) < 20}
    assert 8 <= len(held) <= 34
    rig.set(holdout_percent="10")
    assert {each for each in everybody if rig.explain(each).reason is Reason.CONTROL_GROUP} < held


def test_daily_limit_order(rig: Rig) -> None:
    """A3: most recently lapsed first, then the higher lifetime value, then the id."""
    rig.set(daily_limit="3")
    late, poor = rig.person(90), rig.person(70, lifetime_value_minor=5)
    rich, recent, same = rig.person(70, lifetime_value_minor=9), rig.person(61), rig.person(70, lifetime_value_minor=9)
    choices = selecting.choose_due(rig.db, rig.settings, rig.availability, rig.now)
    assert [choice.facts.customer_id for choice in choices.chosen] == [recent, rich, same]
    assert [choice.reason for choice in choices.skipped] == [Reason.DAILY_LIMIT] * 2
    assert [reason_of(rig, each) for each in (recent, rich, same, poor, late)] == [None] * 3 + [Reason.DAILY_LIMIT] * 2
    assert rig.explain(late).next_possible_on == date.fromordinal(rig.today + 1)


def test_switched_off(rig: Rig) -> None:
    """A14: the master switch is the first check."""
    ann = rig.person()
    rig.set(enabled="false")
    assert rig.explain(ann).checks[0].rule == Reason.SWITCHED_OFF
    assert reason_of(rig, ann) is Reason.SWITCHED_OFF


def test_checks_are_complete_and_ordered(rig: Rig) -> None:
    """A3: every check is told in order with its figures, also after the first that fails."""
    decision = rig.explain(rig.person(40))
    rules = [check.rule for check in decision.checks]
    assert rules[:4] == ["switched_off", "import_running", "never_bought", "not_inactive_enough"]
    assert rules[-3:] == ["control_group", "daily_limit", "template_missing_field"]
    assert all(check.detail for check in decision.checks)
    assert "40 days ago" in decision.checks[3].detail


def test_gone_customers_are_not_found(rig: Rig) -> None:
    """C18: a merged or erased person has no decision."""
    for columns in ({"erased_at": 1}, {"merged_into": 99}):
        with pytest.raises(CustomerNotFound):
            rig.explain(rig.person(**columns))
    assert selecting.choose_due(rig.db, rig.settings, rig.availability, rig.now).total == 0


def test_opt_in_lets_look_again(rig: Rig) -> None:
    """A18: who was left out for want of consent is due again when she agrees."""
    ann = rig.person(consent_email=None)
    rig.run()
    assert rig.look_on(ann) is None
    customers.opt_in(rig.db, ann, ChannelName.EMAIL, wording="Yes please", at=rig.now)
    assert rig.run().total_notified == 1


def test_a_household_with_one_telephone_is_one_person(rig: Rig) -> None:
    """A5, promise 11: the list says what the queue would say, and on which day the number is free again."""
    rig.set(channels="sms")
    ann, bob = (rig.person(phone="+447700900123", consent_sms=1) for _ in range(2))
    assert rig.run().decisions == {"we_miss_you": 1}
    assert rig.explain(bob).reason == Reason.IN_OTHER_CAMPAIGN
    rig.send_all()
    decision = rig.explain(bob)
    assert (decision.reason, decision.next_possible_on) == (Reason.CAP_WEEK, date.fromordinal(rig.today + 7))
    assert {each["customer_id"] for each in rig.messages()} == {ann}
    rig.now += timedelta(days=7)
    assert rig.explain(bob).reason is None


def test_a_day_off_queues_nothing(rig: Rig) -> None:
    """C13: on a day off the daily run and the hourly checks queue nothing, say why, and do it on the next day."""
    ann = rig.person(90)
    rig.view(ann, rig.product(in_stock=1), in_stock=0)
    today = date.fromordinal(rig.today)
    rig.set(sending__holidays=today.isoformat())
    assert reason_of(rig, ann) is Reason.NOT_ALLOWED_DAY
    assert rig.explain(ann).next_possible_on == today + timedelta(days=1)
    assert rig.run().as_json()["skipped"] == {"not_allowed_day": 1}
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {"not_allowed_day": 1}}
    rig.now += timedelta(days=1)
    assert reason_of(rig, ann) is None
    assert rig.run().as_json()["total_notified"] == 1
