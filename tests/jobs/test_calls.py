"""The calls as the owner reads them: how far each came, who said what, and the enquiry behind a yes."""

from datetime import UTC, datetime, timedelta

import pytest

from reengage_desktop.channels.protocol import CallResult, Channel, NotConfigured
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import feedback, privacy
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import calls
from reengage_desktop.jobs.tasks.calls import CallStage, Line
from tests.channels.letters import vapi
from tests.servers.vapi import FakeVapi
from tests.shop_rows import add_customer, add_message

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PHONE = "+12025550123"


def call(shop: Shop, identity: str = "call-1") -> int:
    """A call that Vapi took on an hour ago."""
    ann = add_customer(shop.db, name="Ann", phone=PHONE, consent_call=1)
    at = NOW - timedelta(hours=1)
    known = {"channel": "call", "address": PHONE, "provider": "vapi", "provider_message_id": identity}
    return add_message(shop.db, ann, at, **known)


def hear(shop: Shop, reason: str, result: str | None = None, **said: object) -> None:
    """Vapi tells how the call ended."""
    with FakeVapi() as server:
        server.calls["call-1"] = {"id": "call-1", "name": "rd-test-1", "status": "in-progress"}
        server.end("call-1", reason, NOW - timedelta(minutes=30), result, **said)

        def build(name: ChannelName) -> Channel | NotConfigured:
            return vapi(server) if name is ChannelName.CALL else NotConfigured("not in this test")

        feedback.sync_status(shop.db, build, Settings(), NOW)


def test_a_call_is_read_with_what_was_said(shop: Shop) -> None:
    """C9: transcript by speaker, recording, result, length, cost, and the enquiry that a yes opened."""
    sent = call(shop)
    ordered = calls.find(shop, sent)
    assert ordered is not None
    assert (ordered.stage, ordered.customer_name, ordered.number) == (CallStage.ORDERED, "Ann", PHONE)
    words = "AI: Hello, this is\na voice.\nUser: Yes, please!\nAI: Thank you."
    hear(shop, "customer-ended-call", "interested", summary="Wants tea.", transcript=words)
    found = calls.find(shop, sent)
    assert found is not None
    assert (found.stage, found.result, found.summary) == (CallStage.TALKED, CallResult.INTERESTED, "Wants tea.")
    said = (Line(False, "Hello, this is a voice."), Line(True, "Yes, please!"), Line(False, "Thank you."))
    assert found.lines == said
    assert (found.recording_url, found.cost_micros) == ("https://storage.example.com/call.wav", 120_000)
    assert found.is_enquiry_open
    assert calls.latest(shop) == [found]


def test_an_enquiry_is_closed_and_opened_again(shop: Shop) -> None:
    """C9: answered with one click, and that can be undone."""
    sent = call(shop)
    hear(shop, "customer-ended-call", "interested")
    found = calls.find(shop, sent)
    assert found is not None
    assert found.enquiry_id is not None
    assert calls.close_enquiry(shop, found.enquiry_id)
    assert not calls.close_enquiry(shop, found.enquiry_id)
    assert [each.is_enquiry_open for each in calls.latest(shop)] == [False]
    assert calls.reopen_enquiry(shop, found.enquiry_id)
    assert [each.is_enquiry_open for each in calls.latest(shop)] == [True]


@pytest.mark.parametrize(
    ("reason", "stage"),
    [
        ("voicemail", CallStage.NOT_REACHED),
        ("twilio-reported-customer-misdialed", CallStage.WRONG_NUMBER),
        ("call.start.error-subscription-frozen", CallStage.ACCOUNT),
        ("call.start.error-subscription-concurrency-limit-reached", CallStage.LIMIT),
        ("call.in-progress.error-vapifault-worker-died", CallStage.FAULT),
    ],
)
def test_a_call_that_nobody_answered_says_why(shop: Shop, reason: str, stage: CallStage) -> None:
    """C9: every status to the end, with the provider's own reason."""
    sent = call(shop)
    hear(shop, reason, was_answered=False, transcript="")
    found = calls.find(shop, sent)
    assert found is not None
    assert (found.stage, found.reason, found.result) == (stage, reason, None)
    assert found.ended_at == NOW - timedelta(minutes=30)


def test_what_was_no_call_is_none(shop: Shop) -> None:
    mail = add_message(shop.db, add_customer(shop.db, email="ann@example.com"), NOW)
    assert calls.find(shop, mail) is None
    assert calls.find(shop, 999) is None
    assert calls.latest(shop) == []


def test_a_forgotten_person_is_not_named(shop: Shop) -> None:
    """32: the call stays in the list, without a word about her."""
    sent = call(shop)
    hear(shop, "customer-ended-call", "interested", transcript="User: I am Ann")
    found = calls.find(shop, sent)
    assert found is not None
    privacy.erase_person(shop.db, found.customer_id, NOW)
    (left,) = calls.latest(shop)
    assert (left.customer_name, left.number, left.lines, left.recording_url) == ("", "", (), "")
