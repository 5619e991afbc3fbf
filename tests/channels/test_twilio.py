"""Twilio: the form it wants, its codes, looking a message up by its text, and reading its list."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reengage_desktop.channels.protocol import Pulled, PullFailed
from reengage_desktop.channels.twilio import MAX_TEXT, TwilioAccount, TwilioChannel
from reengage_desktop.domain.outcomes import (
    Accepted,
    AccountCause,
    BadAccount,
    NotSent,
    Refusal,
    Rejected,
    Throttled,
)
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import TEMPLATE_SID, outgoing, soon, twilio_sms, twilio_whatsapp
from tests.conftest import Clock
from tests.servers.http import Asked, Mode, Reply, as_json
from tests.servers.process import server_process
from tests.servers.twilio import ACCOUNT_SID, AUTH_TOKEN, OWN_NUMBER, FakeTwilio

SMS, WHATSAPP = ChannelName.SMS, ChannelName.WHATSAPP
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_form_of_a_text() -> None:
    with FakeTwilio() as server:
        assert isinstance(twilio_sms(server).send(outgoing(SMS), soon()), Accepted)
        form = {"To": "+12025550123", "From": OWN_NUMBER, "Body": outgoing(SMS).content.text}
        assert server.accepted[0]["form"] == form
        assert server.asked[0].path == f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"
        assert server.asked[0].headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_a_messaging_service_goes_before_a_number() -> None:
    with FakeTwilio() as server:
        service = "MG" + "c3" * 16
        twilio_sms(server, messaging_service_sid=service).send(outgoing(SMS), soon())
        assert server.accepted[0]["form"]["MessagingServiceSid"] == service
        assert "From" not in server.accepted[0]["form"]


def test_form_of_free_words_on_whatsapp() -> None:
    """C12: to whoever wrote within a day; they can be found again by their text, as a template's can't."""
    free = replace(outgoing(ChannelName.WHATSAPP, template_name=None), may_be_free=True)
    with FakeTwilio() as server:
        channel = twilio_whatsapp(server)
        sent = channel.send(free, soon())
        assert isinstance(sent, Accepted)
        assert server.asked[0].form == {
            "To": "whatsapp:+447700900123",
            "From": f"whatsapp:{OWN_NUMBER}",
            "Body": free.content.text,
        }
        assert channel.find(free, timedelta(minutes=5), soon()) == sent
        other = replace(free, content=replace(free.content, text="Other words"))
        assert isinstance(channel.find(other, timedelta(minutes=5), soon()), NotSent)
        too_long = replace(free, content=replace(free.content, text="x" * 1601))
        assert isinstance(channel.send(too_long, soon()), Rejected)


def test_form_of_a_whatsapp_template() -> None:
    """C12: an approved template by its Content SID, with its values by number."""
    with FakeTwilio() as server:
        channel = twilio_whatsapp(server)
        channel.send(outgoing(WHATSAPP, template_name=TEMPLATE_SID), soon())
        channel.send(outgoing(WHATSAPP, 2, template_name=TEMPLATE_SID, parameters=()), soon())
        assert server.accepted[0]["form"] == {
            "To": "whatsapp:+447700900123",
            "From": f"whatsapp:{OWN_NUMBER}",
            "ContentSid": TEMPLATE_SID,
            "ContentVariables": '{"1": "Ann", "2": "tea,\\n black"}',
        }
        assert "ContentVariables" not in server.accepted[1]["form"]


@pytest.mark.parametrize(
    ("channel", "refusal", "content"),
    [
        (SMS, Refusal.CONTENT, {"text": " "}),
        (SMS, Refusal.CONTENT, {"text": "x" * (MAX_TEXT + 1)}),
        (WHATSAPP, Refusal.TEMPLATE, {"template_name": "we_miss_you"}),
        (WHATSAPP, Refusal.TEMPLATE, {"template_name": None}),
        (WHATSAPP, Refusal.NOT_ALLOWED, {"template_name": TEMPLATE_SID, "address": "+12025550123"}),
    ],
)
def test_what_can_not_go_is_never_asked(channel: ChannelName, refusal: Refusal, content: dict[str, str]) -> None:
    with FakeTwilio() as server:
        adapter = twilio_sms(server) if channel is SMS else twilio_whatsapp(server)
        result = adapter.send(outgoing(channel, **content), soon())  # type: ignore[arg-type]
        assert isinstance(result, Rejected)
        assert result.refusal is refusal
        assert server.asked == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": 21610, "message": "Attempt to send to unsubscribed recipient +12025550123", "status": 400}, "21610"),
        ({"code": "21610", "title": "Unsubscribed", "type": "about:blank", "status": 400}, "21610"),
    ],
)
def test_both_shapes_of_an_error(body: dict[str, object], code: str) -> None:
    """The old shape and RFC 9457; a number in Twilio's words is not repeated."""

    class Shaped(FakeTwilio):
        def answer_error(self, mode: str) -> Reply:
            return as_json(400, body)

    with Shaped() as server:
        server.mode = "error:21610"
        result = twilio_sms(server).send(outgoing(SMS), soon())
    assert isinstance(result, Rejected)
    assert (result.refusal, result.code) == (Refusal.OPTED_OUT, code)
    assert "2025550123" not in result.detail


def test_a_message_that_failed_at_once_is_no_success() -> None:
    """HTTP 201 with status "failed" is a refusal."""

    class Failing(FakeTwilio):
        def accept(self, asked: Asked) -> dict[str, object]:
            entry = super().accept(asked)
            self.set_status(entry["sid"], "failed", 21610)
            return entry

    with Failing() as server:
        result = twilio_sms(server).send(outgoing(SMS), soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.OPTED_OUT


def test_an_unknown_code_is_judged_by_its_status() -> None:
    with FakeTwilio() as server:
        channel = twilio_sms(server)
        server.mode = "error:99999"
        result = channel.send(outgoing(SMS), soon())
        assert isinstance(result, Rejected)
        assert (result.refusal, result.code) == (Refusal.CONTENT, "99999")


def test_revoked_token() -> None:
    with FakeTwilio() as server:
        result = twilio_sms(server, auth_token="revoked").send(outgoing(SMS), soon())
        assert isinstance(result, BadAccount)
        assert result.cause is AccountCause.CREDENTIALS
        told = twilio_sms(server, auth_token="revoked").test()
        assert not told.ok
        assert server.accepted == []


# Looking up.


def test_found_whatever_the_clocks_say(clock: Clock) -> None:
    """4: ages are measured by Twilio's own clock, so that a wrong clock of the PC never sends twice."""
    with FakeTwilio(moment=clock) as server:
        channel = twilio_sms(server)
        server.mode = Mode.ACCEPT_RESET
        channel.send(outgoing(SMS), soon())
        clock.move(days=3)
        assert isinstance(channel.find(outgoing(SMS), timedelta(days=3), soon()), Accepted)
        assert isinstance(channel.find(outgoing(SMS), timedelta(days=2, hours=20), soon()), Accepted)


def test_an_older_message_with_the_same_words_is_another_one(clock: Clock) -> None:
    with FakeTwilio(moment=clock) as server:
        channel = twilio_sms(server)
        channel.send(outgoing(SMS), soon())
        clock.move(days=14)
        assert isinstance(channel.find(outgoing(SMS), timedelta(minutes=5), soon()), NotSent)


def test_another_text_another_number_and_a_reply_are_not_it(clock: Clock) -> None:
    with FakeTwilio(moment=clock) as server:
        channel = twilio_sms(server)
        channel.send(outgoing(SMS, address="+12025550145"), soon())
        channel.send(outgoing(SMS, text="Something else"), soon())
        server.add_reply("+12025550123", outgoing(SMS).content.text, to="+12025550123")
        assert isinstance(channel.find(outgoing(SMS), timedelta(minutes=5), soon()), NotSent)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Hi Ann, 10 % off", "Sent from your Twilio trial account - Hi Ann, 10 % off"),
        ("It’s time… 10 % – for you", "It's time... 10 % - for you"),
        ("🎁", " 🎁 "),
    ],
)
def test_what_twilio_makes_of_a_text_is_still_it(clock: Clock, ours: str, theirs: str) -> None:
    """4: words before it on a trial account, and signs that its smart encoding makes plain; else it went twice."""
    with FakeTwilio(moment=clock) as server:
        channel = twilio_sms(server)
        channel.send(outgoing(SMS, text=theirs), soon())
        assert isinstance(channel.find(outgoing(SMS, text=ours), timedelta(minutes=5), soon()), Accepted)


def test_found_and_failed_is_a_refusal(clock: Clock) -> None:
    with FakeTwilio(moment=clock) as server:
        channel = twilio_sms(server)
        channel.send(outgoing(SMS), soon())
        server.set_status(server.accepted[0]["sid"], "failed", 30005)
        result = channel.find(outgoing(SMS), timedelta(minutes=5), soon())
        assert isinstance(result, Rejected)
        assert result.refusal is Refusal.INVALID_ADDRESS


def test_refused_look_up_says_nothing() -> None:
    with FakeTwilio() as server:
        assert twilio_sms(server, auth_token="revoked").find(outgoing(SMS), timedelta(0), soon()) is None


# Reading the list.


@pytest.mark.parametrize(
    ("status", "code", "kind", "refusal"),
    [
        ("delivered", None, EventKind.DELIVERED, None),
        ("read", None, EventKind.OPENED, None),
        ("undelivered", 30003, EventKind.FAILED, None),
        ("undelivered", 30005, EventKind.FAILED, Refusal.INVALID_ADDRESS),
        ("undelivered", 30007, EventKind.FAILED, Refusal.BLOCKED),
        ("failed", 63014, EventKind.FAILED, Refusal.OPTED_OUT),
        ("failed", 21610, EventKind.FAILED, Refusal.OPTED_OUT),
        ("canceled", None, EventKind.FAILED, None),
        ("sent", None, None, None),
        ("queued", None, None, None),
        ("a new word", None, None, None),
    ],
)
def test_delivery(status: str, code: int | None, kind: EventKind | None, refusal: Refusal | None) -> None:
    with FakeTwilio() as server:
        channel = twilio_sms(server)
        channel.send(outgoing(SMS), soon())
        server.set_status(server.accepted[0]["sid"], status, code)
        pulled = channel.pull(None, NOW, [], soon())
    assert isinstance(pulled, Pulled)
    assert [report.kind for report in pulled.reports] == ([] if kind is None else [kind])
    assert [report.refusal for report in pulled.reports] == ([] if kind is None else [refusal])


def test_the_next_round_looks_back(clock: Clock) -> None:
    """What was sent three days ago may be delivered today; what is older is settled."""
    with FakeTwilio(moment=clock) as server:
        channel = twilio_sms(server)
        channel.send(outgoing(SMS), soon())
        clock.move(days=2)
        server.add_reply("+12025550145", "hello")
        first = channel.pull(None, NOW, [], soon())
        assert isinstance(first, Pulled)
        server.set_status(server.accepted[0]["sid"], "delivered")
        second = channel.pull(first.cursor, NOW, [], soon())
        assert isinstance(second, Pulled)
        assert [report.kind for report in second.reports] == [EventKind.DELIVERED]
        assert server.asked[-1].query["DateSent>"] == "2026-11-20T12:00:00Z"


def test_a_round_that_was_left_begins_anew(clock: Clock) -> None:
    """10: the newest stand on the first page: who said stop since it was left is known before anything goes."""
    with FakeTwilio(moment=clock) as server:
        server.page_size_limit = 1
        for text in ("one", "two", "three"):
            server.add_reply("+12025550145", text)
        channel = twilio_sms(server)
        first = channel.pull(None, NOW, [], soon())
        assert isinstance(first, Pulled)
        assert first.more
        server.add_reply("+12025550145", "STOP")
        told: list[str] = []
        cursor, more = first.cursor, True
        while more:
            pulled = channel.pull(cursor, NOW + timedelta(hours=9), [], soon())
            assert isinstance(pulled, Pulled)
            told += [each.text for each in pulled.replies]
            cursor, more = pulled.cursor, pulled.more
        assert set(told) == {"one", "two", "three", "STOP"}


@pytest.mark.parametrize("cursor", ["", "{", "[]", "null", '{"since": 7}', '{"since": "yesterday"}'])
def test_a_broken_cursor_is_the_beginning(cursor: str) -> None:
    with FakeTwilio() as server:
        server.add_reply("+12025550145", "hello")
        pulled = twilio_sms(server).pull(cursor, NOW, [], soon())
        assert isinstance(pulled, Pulled)
        assert len(pulled.replies) == 1


def test_a_next_page_elsewhere_is_not_followed() -> None:
    """27: not even Twilio's own answer can send the token to another place."""

    class Luring(FakeTwilio):
        def _list(self, asked: Asked) -> Reply:
            return as_json(200, {"messages": [], "next_page_uri": "https://evil.example.com/2010-04-01/x"})

    with Luring() as server:
        pulled = twilio_sms(server).pull(None, NOW, [], soon())
    assert isinstance(pulled, Pulled)
    assert not pulled.more


@pytest.mark.parametrize("entry", [None, 7, {}, {"direction": "inbound"}, {"sid": 1, "status": "queued"}])
def test_odd_entries_are_passed_over(entry: object) -> None:
    """7: whatever the list holds, nothing is raised."""

    class Odd(FakeTwilio):
        def _list(self, asked: Asked) -> Reply:
            return as_json(200, {"messages": [entry]})

    with Odd() as server:
        pulled = twilio_sms(server).pull(None, NOW, [], soon())
        assert isinstance(pulled, Pulled)
        assert (pulled.reports, pulled.replies) == ((), ())
        found = twilio_sms(server).find(outgoing(SMS), timedelta(0), soon())
        assert isinstance(found, NotSent)


def test_a_list_that_is_none() -> None:
    class Odd(FakeTwilio):
        def _list(self, asked: Asked) -> Reply:
            return 200, {}, b"[1]"

    with Odd() as server:
        assert isinstance(twilio_sms(server).pull(None, NOW, [], soon()), PullFailed)
        assert twilio_sms(server).find(outgoing(SMS), timedelta(0), soon()) is None


@pytest.mark.parametrize("answer", [(404, {}, b"no such page"), (501, {}, b""), (200, {}, b'{"sid": "SM1"}')])
def test_a_relay_without_a_list_is_no_fault(answer: Reply) -> None:
    """Promise 10: where nothing can be asked for replies, that is said; sending does not wait for it for ever."""

    class Relay(FakeTwilio):
        def _list(self, asked: Asked) -> Reply:
            return answer

    with Relay() as server:
        pulled = twilio_sms(server).pull(None, NOW, [], soon())
        assert isinstance(pulled, Pulled)
        assert "no list" in (pulled.note or "")


@pytest.mark.parametrize(
    "answer", [(404, {}, b'{"code": 20404, "message": "not found"}'), (503, {}, b""), (401, {}, b"")]
)
def test_a_refused_list_keeps_the_channel_waiting(answer: Reply) -> None:
    """Promise 10: a provider that has a list and does not give it now: opt-outs are unknown, nothing goes."""

    class Refusing(FakeTwilio):
        def _list(self, asked: Asked) -> Reply:
            return answer

    with Refusing() as server:
        assert isinstance(twilio_sms(server).pull(None, NOW, [], soon()), PullFailed)


# Asking.


def test_what_the_test_button_says() -> None:
    with FakeTwilio() as server:
        assert twilio_sms(server).test().detail == "Works: the account is active and the sender is yours."
        assert twilio_sms(server, from_number="Shop").test().ok
        stranger = twilio_sms(server, from_number="+12025550199").test()
        assert not stranger.ok
        assert "from_number" in stranger.detail
        server.account_status = "suspended"
        assert not twilio_sms(server).test().ok


def test_the_server_as_a_process(tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("log") / "twilio.jsonl"
    with server_process("twilio", log) as process:
        channel = TwilioChannel(
            SMS, TwilioAccount(ACCOUNT_SID, AUTH_TOKEN, from_number=OWN_NUMBER, base_url=process.url)
        )
        assert isinstance(channel.send(outgoing(SMS), soon()), Accepted)
        process.control(mode="429", reply={"from": "+12025550123", "body": "STOP"}, all_status="delivered")
        assert isinstance(channel.send(outgoing(SMS, 2), soon()), Throttled)
        pulled = channel.pull(None, NOW, [], soon())
        assert isinstance(pulled, Pulled)
        assert (len(pulled.replies), len(pulled.reports), len(process.accepted)) == (1, 1, 1)
        channel.close()
