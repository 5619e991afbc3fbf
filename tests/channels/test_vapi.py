"""Calls: what the voice says first, how each end is read, and what the customer's words change."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.channels.call_ends import Ended, how_it_ended
from reengage_desktop.channels.protocol import CallResult, Conversation, Pending, Pulled, Report
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, BadAccount, NotSent, Refusal, Rejected
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import outgoing, soon, vapi
from tests.servers.http import Asked, Reply, as_json
from tests.servers.vapi import FakeVapi

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[FakeVapi]:
    """An account at Vapi."""
    with FakeVapi() as server:
        yield server


def called(server: FakeVapi, **content: Any) -> str:
    sent = vapi(server).send(outgoing(ChannelName.CALL, **content), soon())
    assert isinstance(sent, Accepted), sent
    return sent.provider_id or ""


def pulled(server: FakeVapi, identity: str, now: datetime = AT) -> Pulled:
    found = vapi(server).pull(None, now, [Pending(1, "rd-shop1-1", identity, AT)], soon())
    assert isinstance(found, Pulled), found
    return found


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "Hello, this is Zoë's Shop. You are speaking with an artificial voice, not with a person. Hi Ann"),
        ("de-DE", "Guten Tag, hier ist Zoë's Shop. Sie sprechen mit einer künstlichen Stimme"),
        ("fr", "Hello, this is"),
        (None, "Hello, this is"),
    ],
)
def test_the_voice_says_who_it_is_and_that_it_is_one(server: FakeVapi, language: str | None, opening: str) -> None:
    """C9: shop and synthetic voice first, in the customer's language, and then the campaign's script."""
    called(server, text="Hi Ann, we miss you.", language=language)
    overrides = server.accepted[0]["body"]["assistantOverrides"]
    assert overrides["firstMessage"].startswith(opening)
    assert overrides["firstMessage"].endswith("Hi Ann, we miss you.")
    assert overrides["firstMessageMode"] == "assistant-speaks-first"
    assert overrides["variableValues"]["script"] == "Hi Ann, we miss you."


def test_names_are_cut(server: FakeVapi) -> None:
    message = outgoing(ChannelName.CALL)
    long = Outgoing(**{**vars(message), "customer_name": "Ann " * 30, "reference": "rd-" + "x" * 60})
    assert isinstance(vapi(server).send(long, soon()), Accepted)
    body = server.accepted[0]["body"]
    assert (len(body["name"]), len(body["customer"]["name"])) == (40, 40)
    assert isinstance(vapi(server).find(long, timedelta(minutes=5), soon()), Accepted)


def test_without_a_name_none_is_made_up(server: FakeVapi) -> None:
    message = Outgoing(**{**vars(outgoing(ChannelName.CALL)), "customer_name": None})
    vapi(server).send(message, soon())
    assert "name" not in server.accepted[0]["body"]["customer"]


def test_an_empty_script_calls_nobody(server: FakeVapi) -> None:
    result = vapi(server).send(outgoing(ChannelName.CALL, text=" "), soon())
    assert isinstance(result, Rejected)
    assert server.asked == []


def test_what_vapi_does_not_like(server: FakeVapi) -> None:
    """9: a wrong number is this customer's, everything else is the owner's set-up and stops the rest."""
    channel = vapi(server)
    wrong = channel.send(outgoing(ChannelName.CALL, address="+1"), soon())
    assert isinstance(wrong, Rejected)
    assert wrong.refusal is Refusal.INVALID_ADDRESS
    server.next_modes.append("error:assistantId must be a UUID")
    account = channel.send(outgoing(ChannelName.CALL), soon())
    assert isinstance(account, BadAccount)
    assert account.cause is AccountCause.CONFIGURATION
    server.next_modes.append("402")
    assert isinstance(channel.send(outgoing(ChannelName.CALL), soon()), BadAccount)


def test_a_call_that_goes_on_is_not_reported(server: FakeVapi) -> None:
    identity = called(server)
    assert pulled(server, identity) == Pulled(cursor=pulled(server, identity).cursor)
    assert pulled(server, "call-of-somebody-else").reports == ()


@pytest.mark.parametrize(
    ("reason", "kind", "refusal", "account"),
    [
        ("customer-ended-call", EventKind.DELIVERED, None, None),
        ("customer-busy", EventKind.FAILED, None, None),
        ("customer-did-not-answer", EventKind.FAILED, None, None),
        ("voicemail", EventKind.FAILED, None, None),
        ("twilio-reported-customer-misdialed", EventKind.FAILED, Refusal.INVALID_ADDRESS, None),
        ("call.start.error-subscription-frozen", EventKind.FAILED, None, AccountCause.BALANCE),
        ("call.start.error-subscription-concurrency-limit-reached", EventKind.FAILED, None, None),
        ("call.in-progress.error-vapifault-worker-died", EventKind.FAILED, None, None),
        ("a-reason-of-next-year", EventKind.FAILED, None, None),
    ],
)
def test_an_end_is_reported_once(
    server: FakeVapi, reason: str, kind: EventKind, refusal: Refusal | None, account: AccountCause | None
) -> None:
    """C9, 28: followed to its end; repeated answers are the same fact."""
    identity = called(server)
    server.end(identity, reason, AT - timedelta(hours=1), "unclear", was_answered=kind is EventKind.DELIVERED)
    (report,) = pulled(server, identity).reports
    assert (report.kind, report.refusal, report.account) == (kind, refusal, account)
    assert (report.at, report.code) == (AT - timedelta(hours=1), reason)
    assert pulled(server, identity).reports == (report,)


def test_what_was_said(server: FakeVapi) -> None:
    """C9: transcript, recording, result and cost."""
    identity = called(server)
    server.end(identity, "customer-ended-call", AT, "interested", summary="Wants tea.", transcript="User: Yes!")
    (said,) = pulled(server, identity).conversations
    assert said == Conversation(
        f"{identity}:said", identity, AT, CallResult.INTERESTED, "Wants tea.", "User: Yes!",
        "https://storage.example.com/call.wav", 0, 0.12,
    )  # fmt: skip


def test_what_is_not_worked_out_yet_is_asked_for_again(server: FakeVapi) -> None:
    identity = called(server)
    server.end(identity, "customer-ended-call", AT)
    assert pulled(server, identity, AT + timedelta(minutes=1)).reports == ()
    late = pulled(server, identity, AT + timedelta(minutes=9))
    assert [report.kind for report in late.reports] == [EventKind.DELIVERED]
    assert late.conversations[0].result is CallResult.UNCLEAR


def test_an_answering_machine_says_nothing(server: FakeVapi) -> None:
    identity = called(server)
    server.end(identity, "voicemail", AT, "interested")
    assert pulled(server, identity).conversations == ()


def test_a_line_that_broke_keeps_what_was_said_before(server: FakeVapi) -> None:
    identity = called(server)
    server.end(identity, "call.in-progress.error-providerfault-transport-never-connected", AT, "stop")
    assert pulled(server, identity).conversations[0].result is CallResult.STOP


def test_too_many_calls_prove_nothing(server: FakeVapi) -> None:
    """4: a list that may go on is no proof of absence."""
    channel = vapi(server)
    message = outgoing(ChannelName.CALL)
    assert isinstance(channel.find(message, timedelta(minutes=5), soon()), NotSent)
    created = server.moment().isoformat()
    server.calls = {str(n): {"id": str(n), "name": f"o{n}", "createdAt": created} for n in range(1_001)}
    assert channel.find(message, timedelta(minutes=5), soon()) is None


def test_asking_names_what_is_missing(server: FakeVapi) -> None:
    class Without(FakeVapi):
        def answer(self, asked: Asked) -> Reply:
            return as_json(404, {}) if "phone-number" in asked.path else super().answer(asked)

    assert vapi(server).test().ok
    with Without() as other:
        assert "no phone number" in vapi(other).test().detail


@pytest.mark.shared
def test_every_published_reason_has_a_meaning(shared_dir: Path) -> None:
    """C9: no reason that Vapi publishes is taken for an answered call by accident."""
    spec = json.loads((shared_dir / "contracts" / "derived" / "vapi.json").read_text(encoding="utf-8"))
    reasons = spec["components"]["schemas"]["Call"]["properties"]["endedReason"]["enum"]
    assert len(reasons) > 600
    connected = [reason for reason in reasons if how_it_ended(reason) is Ended.CONNECTED]
    assert not [reason for reason in connected if "error" in reason or "fault" in reason]
    assert {how_it_ended(reason) for reason in reasons} == set(Ended)


@given(st.dictionaries(st.sampled_from(["analysis", "artifact", "endedAt", "startedAt", "cost", "endedReason"]),
       st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner) |
       st.dictionaries(st.sampled_from(["summary", "structuredData", "result", "transcript", "recordingUrl"]), inner),
       max_leaves=6)))  # fmt: skip
def test_any_answer_about_a_call_can_be_read(fields: dict[str, Any]) -> None:
    """7: whatever stands in it."""
    with FakeVapi() as server:
        identity = called(server)
        server.calls[identity] |= {**json.loads(json.dumps(fields)), "status": "ended", "id": identity}
        for report in pulled(server, identity).reports:
            assert isinstance(report, Report)
