"""A journey on every channel: customer → message → provider → what became of it → answer or opt-out → the figures."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, unquote_plus

import pytest

from reengage_desktop.channels.protocol import CallResult
from reengage_desktop.domain.campaign_results import RecipientStatus, Tallies
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import calls, credentials, owner_campaigns, receipts, runs
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import customers, templates
from tests.channels.letters import TEMPLATE_SID
from tests.conftest import Clock
from tests.servers import google, onesignal, resend, twilio, vapi
from tests.servers.http import FakeProvider
from tests.shop_rows import add_customer, add_order

NAMES = ("Ann", "Bob", "Cy")
ADDRESSES = {
    ChannelName.EMAIL: {"email": "{}@example.com"},
    ChannelName.SMS: {"phone": "+44770090012{}"},
    ChannelName.WHATSAPP: {"phone": "+44770090012{}"},
    ChannelName.CALL: {"phone": "+44770090012{}"},
    ChannelName.WALLET: {"wallet_object_id": google.ISSUER + ".cust-{}"},
    ChannelName.PUSH: {"push_external_id": "cust-{}"},
}


@dataclass(frozen=True)
class Journey:
    """One channel through one provider. `happens`: what Ann (0), Bob (1) and Cy (2) do at the provider.

    `ends`: where each ends, `opted_out`: who said no more, `counts`: the campaign's figures; Ann buys afterwards.
    """

    channel: ChannelName
    provider: str
    make: Callable[[], FakeProvider]
    settings: Mapping[str, str]
    secrets: Mapping[str, str]
    happens: Callable[[Any, list[dict[str, Any]], Clock], None]
    ends: tuple[RecipientStatus, ...]
    counts: Mapping[str, int]
    opted_out: tuple[int, ...] = ()


def by_mail(server: resend.FakeResend, sent: list[dict[str, Any]], _clock: Clock) -> None:
    server.events[sent[0]["id"]] = "clicked"
    server.events[sent[1]["id"]] = "bounced"
    server.events[sent[2]["id"]] = "delivered"
    server.suppress("2@example.com", "complaint")


def by_text(server: twilio.FakeTwilio, sent: list[dict[str, Any]], clock: Clock) -> None:
    clock.move(minutes=5)
    server.set_status(sent[0]["sid"], "delivered")
    server.set_status(sent[1]["sid"], "undelivered", 30006)
    server.add_reply("+447700900120", "Lovely, thank you!")
    server.add_reply("+447700900122", "STOP")


def by_whatsapp(server: twilio.FakeTwilio, sent: list[dict[str, Any]], clock: Clock) -> None:
    clock.move(minutes=5)
    server.set_status(sent[0]["sid"], "read")
    server.set_status(sent[1]["sid"], "undelivered", 63003)
    server.add_reply("whatsapp:+447700900120", "Do you have the green one?", to=f"whatsapp:{twilio.OWN_NUMBER}")
    server.add_reply("whatsapp:+447700900122", "stop", to=f"whatsapp:{twilio.OWN_NUMBER}")


def by_call(server: vapi.FakeVapi, sent: list[dict[str, Any]], clock: Clock) -> None:
    at = clock.move(minutes=5)
    words = "AI: Hello.\nUser: Yes, please call me back."
    server.end(sent[0]["id"], "customer-ended-call", at, "interested", transcript=words)
    server.end(sent[1]["id"], "voicemail", at, was_answered=False)
    server.end(sent[2]["id"], "customer-ended-call", at, "stop", transcript="AI: Hello.\nUser: Stop calling.")
    clock.move(minutes=10)


def by_wallet(server: google.FakeWallet, sent: list[dict[str, Any]], _clock: Clock) -> None:
    assert [entry["kind"] for entry in sent] == ["TEXT_AND_NOTIFY"] * 2
    assert server.unsaved


def by_push(server: onesignal.FakeOneSignal, sent: list[dict[str, Any]], _clock: Clock) -> None:
    server.counts[sent[0]["id"]] = {"successful": 1, "failed": 0, "errored": 0, "converted": 1, "remaining": 0}
    server.counts[sent[1]["id"]] = {"successful": 1, "failed": 0, "errored": 0, "converted": 0, "remaining": 0}


def with_unsaved() -> google.FakeWallet:
    server = google.FakeWallet()
    server.unsaved.add(f"{google.ISSUER}.cust-2")
    return server


def with_unsubscribed() -> onesignal.FakeOneSignal:
    server = onesignal.FakeOneSignal()
    server.unsubscribed.add("cust-2")
    return server


S = RecipientStatus
TWILIO = {"account_sid": twilio.ACCOUNT_SID, "from_number": twilio.OWN_NUMBER, "whatsapp_from": twilio.OWN_NUMBER}
VAPI = {"assistant_id": vapi.ASSISTANT, "phone_number_id": vapi.NUMBER}
JOURNEYS = [
    Journey(
        ChannelName.EMAIL, "resend", resend.FakeResend, {"from_address": "shop@example.com"},
        {"api_key": resend.API_KEY}, by_mail, (S.DELIVERED, S.FAILED, S.DELIVERED),
        {"sent": 3, "delivered": 2, "clicked": 1, "failed": 1}, opted_out=(2,),
    ),
    Journey(
        ChannelName.SMS, "twilio", twilio.FakeTwilio, TWILIO, {"auth_token": twilio.AUTH_TOKEN}, by_text,
        (S.ANSWERED, S.FAILED, S.OPTED_OUT), {"sent": 3, "delivered": 1, "answered": 1, "failed": 1, "opted_out": 1},
        opted_out=(2,),
    ),
    Journey(
        ChannelName.WHATSAPP, "twilio", twilio.FakeTwilio, TWILIO, {"auth_token": twilio.AUTH_TOKEN}, by_whatsapp,
        (S.ANSWERED, S.FAILED, S.OPTED_OUT),
        {"sent": 3, "delivered": 1, "opened": 1, "answered": 1, "failed": 1, "opted_out": 1}, opted_out=(2,),
    ),
    Journey(
        ChannelName.CALL, "vapi", vapi.FakeVapi, VAPI, {"api_key": vapi.API_KEY}, by_call,
        (S.ANSWERED, S.FAILED, S.OPTED_OUT), {"sent": 3, "delivered": 2, "answered": 1, "failed": 1, "opted_out": 1},
        opted_out=(2,),
    ),
    Journey(
        ChannelName.WALLET, "google_wallet", with_unsaved, {"issuer_id": google.ISSUER},
        {"service_account_json": google.key_file()}, by_wallet, (S.SENT, S.SENT, S.FAILED), {"sent": 2, "failed": 1},
    ),
    Journey(
        ChannelName.PUSH, "onesignal", with_unsubscribed, {"app_id": onesignal.APP_ID},
        {"api_key": onesignal.API_KEY}, by_push, (S.DELIVERED, S.DELIVERED, S.FAILED),
        {"sent": 2, "delivered": 2, "clicked": 1, "failed": 1}, opted_out=(2,),
    ),
]  # fmt: skip


def connect(shop: Shop, journey: Journey, url: str) -> None:
    """Connects the channel's provider as the owner does."""
    names = {f"providers.{journey.provider}.{name}": value for name, value in journey.settings.items()}
    names |= {f"providers.{journey.provider}.base_url": url, f"channels.{journey.channel}.provider": journey.provider}
    for key, value in names.items():
        setting_tasks.set_setting(shop, key, value)
    for name, value in journey.secrets.items():
        credentials.set_secret(shop, journey.provider, name, value)
    assert credentials.test_provider(shop, journey.provider).ok


def template_of(channel: ChannelName) -> Template:
    """What the shop says on a channel."""
    with_subject = channel in (ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET)
    is_approved = channel is ChannelName.WHATSAPP
    return Template(
        "Cake", channel, "Hello {{ first_name }}, there is cake today.", subject="Cake" if with_subject else None,
        provider_template=TEMPLATE_SID if is_approved else None,
    )  # fmt: skip


def told_to(server: FakeProvider, journey: Journey) -> dict[str, dict[str, tuple[int, int]]]:
    """Which fields of customers stood in the messages that the provider read: how often, and of how many people.

    The address by its kind, the first name in the greeting, and once more as the name that stands by the address.
    """
    [pattern] = ADDRESSES[journey.channel].values()
    found: dict[str, list[int]] = {}
    for asked in filter(server.is_message, server.asked):
        sent = asked.target + asked.body.decode()
        words = unquote_plus(sent)
        [number] = [each for each in range(len(NAMES)) if pattern.format(each) in unquote(sent)]
        name, told = NAMES[number], [ADDRESS_KINDS[journey.channel]]
        # A template's fields go without its words.
        is_greeted = f"Hello {name}" in words or (journey.channel is ChannelName.WHATSAPP and name in words)
        told += ["first_name"] * is_greeted
        told += ["name"] * bool(re.search(rf'{name} <|"name": ?"{name}"', words))
        for each in told:
            found.setdefault(each, []).append(number)
    if journey.channel is ChannelName.WALLET:
        found["wallet"].append(2)  # who has no pass any more: Google was asked for it by its id only
    return {journey.provider: {name: (len(whose), len(set(whose))) for name, whose in found.items()}}


def receipt_of(shop: Shop) -> dict[str, dict[str, tuple[int, int]]]:
    """Settings, Privacy: what went where, as often and of as many people."""
    return {
        row.provider: {told.name: (told.times, told.customers) for told in row.fields}
        for row in receipts.read(shop).rows
    }


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.channel for journey in JOURNEYS])
def test_a_journey(shop: Shop, clock: Clock, journey: Journey) -> None:
    """B8, C2, C3, C9, C10, C11, C12, C18: every step leaves its trace, and the figures say the same as the people."""
    with journey.make() as server:
        server.moment = clock
        connect(shop, journey, server.url)
        people = [
            add_customer(
                shop.db, first_name=name, country="GB", **{f"consent_{journey.channel}": 1},
                **{key: text.format(number) for key, text in ADDRESSES[journey.channel].items()},
            )
            for number, name in enumerate(NAMES)
        ]  # fmt: skip
        templates.save(shop.db, template_of(journey.channel), clock())
        plan = {"name": "Cake", "campaign_type": "promotional", "message_template": "Cake", "target_criteria": {}}
        draft = owner_campaigns.create(shop, {**plan, "channels": [journey.channel.value]})
        campaign = owner_campaigns.start(shop, draft.id, undo_s=0)
        clock.move(seconds=40)
        for _ in range(3):
            runs.run_job(shop, Job.SEND)
            clock.move(minutes=1)
        journey.happens(server, [entry for entry in server.accepted if entry], clock)
        runs.run_job(shop, Job.SYNC_STATUS)
        add_order(shop.db, people[0], clock.move(hours=1), 4_200)
        clock.move(hours=1)
        runs.run_job(shop, Job.SYNC_STATUS)
        runs.run_job(shop, Job.SYNC_STATUS)

    assert receipt_of(shop) == told_to(server, journey)
    rows = {row.customer_id: row for row in owner_campaigns.recipients(shop, campaign.id)}
    assert tuple(rows[person].status for person in people) == journey.ends
    for row in rows.values():
        assert row.status is not S.FAILED or row.explanation, "a failure says why"
    agreed = [customers.get(shop.db, person).consent[journey.channel] for person in people]
    assert [number for number, state in enumerate(agreed) if state is False] == list(journey.opted_out)
    found = owner_campaigns.results(shop, campaign.id)
    totals = found.totals
    shown = {name: getattr(totals, name) for name in Tallies.__dataclass_fields__ if getattr(totals, name)}
    expected = {"messages": 3, "responded": 1, "converted": 1, "revenue_minor": 4_200, **journey.counts}
    assert {name: shown.get(name, 0) for name in expected} == expected
    assert sum(found.statuses.values()) == 3
    assert found.by_channel == {journey.channel: totals}
    if journey.channel is ChannelName.CALL:
        assert [call.result for call in calls.latest(shop)].count(CallResult.INTERESTED) == 1
        assert [call.is_enquiry_open for call in calls.latest(shop)].count(True) == 1
