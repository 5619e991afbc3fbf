"""Resend, SendGrid and Postmark: what a mail looks like on the wire, what comes back, what a question finds."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from reengage_desktop.channels.protocol import Channel, Pending, Pulled, PullFailed
from reengage_desktop.channels.resend import ResendAccount, ResendChannel
from reengage_desktop.channels.trials import TestKind
from reengage_desktop.domain.outcomes import (
    Accepted,
    AccountCause,
    BadAccount,
    NotSent,
    Refusal,
    Rejected,
    Throttled,
    Uncertain,
)
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import IDENTITY, outgoing, postmark, resend, sendgrid, soon
from tests.servers.http import Asked, FakeProvider, Mode, Reply, as_json
from tests.servers.postmark import FakePostmark
from tests.servers.resend import API_KEY as RESEND_KEY
from tests.servers.resend import FakeResend
from tests.servers.sendgrid import FakeSendGrid

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
WAY_OUT = "<mailto:bye+u@example.org?subject=unsubscribe%20tok-1>"
MESSAGE = outgoing(ChannelName.EMAIL, preheader="A word from Zoë")


@pytest.fixture
def at_resend() -> Iterator[FakeResend]:
    with FakeResend() as server:
        yield server


@pytest.fixture
def at_sendgrid() -> Iterator[FakeSendGrid]:
    with FakeSendGrid() as server:
        yield server


@pytest.fixture
def at_postmark() -> Iterator[FakePostmark]:
    with FakePostmark() as server:
        yield server


def pending(identity: str) -> Pending:
    return Pending(1, MESSAGE.reference, identity, AT - timedelta(hours=1))


def test_a_mail_through_resend(at_resend: FakeResend) -> None:
    """C10, C18: sender, names, texts, preheader, our reference, the mailed way out, and no one-click promise."""
    resend(at_resend).send(MESSAGE, soon())
    body = at_resend.asked[0].json
    assert (body["from"], body["to"]) == ("Zoë's Shop <shop@example.com>", ["Ann Lee <ann@example.com>"])
    assert (body["subject"], body["reply_to"]) == ("We miss you – Zoë", "hello@example.com")
    assert body["text"].startswith("Hi Ann, we miss you (1).")
    assert "A word from Zoë" in body["html"]
    assert body["headers"] == {"List-Unsubscribe": WAY_OUT}
    assert at_resend.asked[0].headers["Idempotency-Key"] == MESSAGE.reference


def test_resend_takes_a_key_once(at_resend: FakeResend) -> None:
    """3: the same message again is answered as before; with other words nobody knows, and it is not sent again."""
    channel = resend(at_resend)
    first = channel.send(MESSAGE, soon())
    assert channel.send(MESSAGE, soon()) == first
    assert isinstance(channel.send(outgoing(ChannelName.EMAIL, text="other words"), soon()), Uncertain)
    assert len(at_resend.accepted) == 1


def test_a_key_pasted_with_a_line_break(at_resend: FakeResend) -> None:
    """C13: the account is at fault, not the network: one pause with the cure, and the test says the same."""
    channel = ResendChannel(ResendAccount(f"re_key\n{RESEND_KEY}", at_resend.url), IDENTITY)
    outcome = channel.send(MESSAGE, soon())
    assert isinstance(outcome, BadAccount)
    assert (outcome.cause, at_resend.asked) == (AccountCause.CREDENTIALS, [])
    assert "Enter it again" in outcome.detail
    found = channel.test()
    assert (found.kind, found.figures["cause"], found.detail) == (TestKind.REFUSED, "credentials", outcome.detail)


def test_what_comes_back_from_resend(at_resend: FakeResend) -> None:
    """C10, C18, 10: its list first, page by page, with bounces apart; then the last event of each open mail."""
    channel = resend(at_resend)
    sent = channel.send(MESSAGE, soon())
    assert isinstance(sent, Accepted)
    at_resend.page_size = 2
    for email, origin in (("a@example.com", "a new word"), ("b@example.com", "bounce"), ("c@example.com", "complaint")):
        at_resend.suppress(email, origin)
    at_resend.events[sent.provider_id or ""] = "clicked"
    cursor: str | None = None
    opt_outs: list[str] = []
    bounces: list[str] = []
    kinds: list[EventKind] = []
    for _ in range(5):
        pulled = channel.pull(cursor, AT, [pending(sent.provider_id or "")], soon())
        assert isinstance(pulled, Pulled)
        assert not (pulled.opt_outs and kinds)
        opt_outs += [each.address for each in pulled.opt_outs]
        bounces += [each.address for each in pulled.bounces]
        kinds += [each.kind for each in pulled.reports]
        cursor = pulled.cursor
        if not pulled.more:
            break
    assert (opt_outs, bounces, kinds) == (["c@example.com", "a@example.com"], ["b@example.com"], [EventKind.CLICKED])


@pytest.mark.parametrize(("field", "verdict"), [("to", "invalid_address"), ("from", "sender"), ("reply_to", "content")])
def test_a_field_that_resend_does_not_take_is_not_always_her_address(
    at_resend: FakeResend, field: str, verdict: str
) -> None:
    """7: one name of an error stands for all fields; the owner's own must not spoil her customers' addresses."""
    words = f"Invalid `{field}` field. The email address needs to follow the format."
    at_resend.answer_error = lambda _mode: as_json(422, {"name": "validation_error", "message": words})  # type: ignore[method-assign, assignment]
    at_resend.mode = "error:validation_error"
    result = resend(at_resend).send(MESSAGE, soon())
    assert isinstance(result, Rejected | BadAccount)
    assert (result.refusal if isinstance(result, Rejected) else result.cause).value == verdict


def test_a_send_only_key_is_a_good_key(at_resend: FakeResend) -> None:
    """The test says so; what it can't see is a note and holds nothing back."""
    at_resend.is_send_only = True
    channel = resend(at_resend)
    assert channel.test().ok
    pulled = channel.pull(None, AT, [], soon())
    assert isinstance(pulled, Pulled)
    assert pulled.note


@pytest.mark.parametrize(("status", "name", "daily"), [(429, "daily_quota_exceeded", True), (429, "x", False)])
def test_a_quota_of_resend_goes_on_tomorrow(at_resend: FakeResend, status: int, name: str, *, daily: bool) -> None:
    """7: the day's quota is told from a moment's limit."""
    at_resend.answer_error = lambda _mode: (status, {}, f'{{"name": "{name}"}}'.encode())  # type: ignore[method-assign, assignment]
    at_resend.mode = "429"
    result = resend(at_resend).send(MESSAGE, soon())
    assert isinstance(result, Throttled)
    assert result.daily is daily


def test_a_mail_through_sendgrid(at_sendgrid: FakeSendGrid) -> None:
    """C10, C18: SendGrid's own way out is on and adds no second footer; names and reference are in their places."""
    result = sendgrid(at_sendgrid).send(MESSAGE, soon())
    assert isinstance(result, Accepted)
    assert result.provider_id
    body = at_sendgrid.asked[0].json
    assert body["personalizations"] == [
        {"to": [{"email": "ann@example.com", "name": "Ann Lee"}], "custom_args": {"rid": MESSAGE.reference}}
    ]
    assert body["from"] == {"email": "shop@example.com", "name": "Zoë's Shop"}
    assert [part["type"] for part in body["content"]] == ["text/plain", "text/html"]
    assert body["tracking_settings"]["subscription_tracking"]["enable"] is True


def test_what_comes_back_from_sendgrid(at_sendgrid: FakeSendGrid) -> None:
    """C18, 10: opt-outs and complaints, then bounces and dead addresses; the next round asks only for what is new."""
    second = int(AT.timestamp())
    for number, name in enumerate(("unsubscribes", "spam_reports", "bounces", "invalid_emails")):
        at_sendgrid.suppress(name, f"p{number}@example.com", second + number)
    channel = sendgrid(at_sendgrid)
    cursor: str | None = None
    opt_outs: list[str] = []
    bounces: list[str] = []
    more = True
    while more:
        pulled = channel.pull(cursor, AT, [], soon())
        assert isinstance(pulled, Pulled)
        opt_outs += [each.address for each in pulled.opt_outs]
        bounces += [each.address for each in pulled.bounces]
        cursor, more = pulled.cursor, pulled.more
    assert len(at_sendgrid.asked) == 4
    assert (opt_outs, bounces) == (["p0@example.com", "p1@example.com"], ["p2@example.com", "p3@example.com"])
    channel.pull(cursor, AT, [], soon())
    assert int(at_sendgrid.asked[-1].query["start_time"]) == second - 86_400


def test_lists_that_sendgrid_does_not_show(at_sendgrid: FakeSendGrid) -> None:
    """A key without that right is a note; a key without the right to send is a failed test."""
    at_sendgrid.may_read_lists = False
    pulled = sendgrid(at_sendgrid).pull(None, AT, [], soon())
    assert isinstance(pulled, Pulled)
    assert pulled.note
    at_sendgrid.scopes = ["suppression.read"]
    assert not sendgrid(at_sendgrid).test().ok


@pytest.mark.parametrize("status", [404, 405, 501])
@pytest.mark.parametrize("build", [resend, sendgrid, postmark])
def test_a_stand_in_that_only_takes_mails_is_no_fault(build: Callable[[FakeProvider], Channel], status: int) -> None:
    """Promise 10: what a server does not have at all need not be waited for; that is said. A 503 is waited for."""

    class StandIn(FakeProvider):
        status = 503

        def answer(self, asked: Asked) -> Reply:
            return self.status, {}, b"<html>no such method</html>"

    with StandIn() as server:
        channel = build(server)
        assert isinstance(channel.pull(None, AT, [], soon()), PullFailed)  # type: ignore[attr-defined]
        server.status = status
        pulled = channel.pull(None, AT, [], soon())  # type: ignore[attr-defined]
        assert isinstance(pulled, Pulled)
        assert pulled.note


def test_a_mail_through_postmark(at_postmark: FakePostmark) -> None:
    """C10, C18: through the broadcast stream, with our reference and the mailed way out."""
    assert isinstance(postmark(at_postmark).send(MESSAGE, soon()), Accepted)
    body = at_postmark.asked[0].json
    assert (body["From"], body["To"]) == ("Zoë's Shop <shop@example.com>", "Ann Lee <ann@example.com>")
    assert (body["MessageStream"], body["Metadata"]) == ("broadcast", {"rid": MESSAGE.reference})
    assert body["Headers"] == [{"Name": "List-Unsubscribe", "Value": WAY_OUT}]


def test_what_comes_back_from_postmark(at_postmark: FakePostmark) -> None:
    """C10, C18, 10: the stream's list first, then each mail's own events with their moments."""
    channel = postmark(at_postmark)
    sent = channel.send(MESSAGE, soon())
    assert isinstance(sent, Accepted)
    at_postmark.suppress("a@example.com", "ManualSuppression")
    at_postmark.suppress("b@example.com", "HardBounce")
    at_postmark.tell(sent.provider_id or "", "Delivered")
    at_postmark.tell(sent.provider_id or "", "Opened", "2026-11-21T13:00:00Z")
    first = channel.pull(None, AT, [pending(sent.provider_id or "")], soon())
    assert isinstance(first, Pulled)
    assert [each.address for each in first.opt_outs] == ["a@example.com"]
    assert [each.address for each in first.bounces] == ["b@example.com"]
    second = channel.pull(first.cursor, AT, [pending(sent.provider_id or "")], soon())
    assert isinstance(second, Pulled)
    assert [each.kind for each in second.reports] == [EventKind.DELIVERED, EventKind.OPENED]
    assert second.reports[1].at == datetime(2026, 11, 21, 13, tzinfo=UTC)


def test_postmark_knows_a_mail_by_our_reference(at_postmark: FakePostmark) -> None:
    """4: another mail to the same person is no proof; more mails than a page shows prove nothing."""
    channel = postmark(at_postmark)
    channel.send(MESSAGE, soon())
    other = outgoing(ChannelName.EMAIL, 2)
    assert isinstance(channel.find(MESSAGE, timedelta(minutes=5), soon()), Accepted)
    assert isinstance(channel.find(other, timedelta(minutes=5), soon()), NotSent)
    for number in range(3, 54):
        channel.send(outgoing(ChannelName.EMAIL, number), soon())
    assert channel.find(other, timedelta(minutes=5), soon()) is None


def test_a_firewall_is_no_answer(at_postmark: FakePostmark) -> None:
    """7: a 403 that is no JSON took nothing and passes."""
    at_postmark.answer_error = lambda _mode: (403, {"Content-Type": "text/html"}, b"<html>403</html>")  # type: ignore[method-assign, assignment]
    at_postmark.mode = "403"
    assert isinstance(postmark(at_postmark).send(MESSAGE, soon()), Throttled)


def test_an_inactive_address_is_a_no(at_postmark: FakePostmark) -> None:
    """C18: who opted out at Postmark is not asked again."""
    at_postmark.mode = "error:406"
    result = postmark(at_postmark).send(MESSAGE, soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.OPTED_OUT


def test_nobody_there_is_a_failed_question(
    at_resend: FakeResend, at_sendgrid: FakeSendGrid, at_postmark: FakePostmark
) -> None:
    """10: who can't be asked for opt-outs says so, so that the channel waits."""
    channels = (resend(at_resend), sendgrid(at_sendgrid), postmark(at_postmark))
    for server in (at_resend, at_sendgrid, at_postmark):
        server.stop()
    for channel in channels:
        assert isinstance(channel.pull(None, AT, [], soon(1.0)), PullFailed)
        assert not channel.test().ok


def test_a_mail_that_postmark_does_not_know_is_passed_over(at_postmark: FakePostmark) -> None:
    """10: the owner has moved to another server there: its mails are asked for, and the channel is not held."""
    channel = postmark(at_postmark)
    sent = channel.send(MESSAGE, soon())
    assert isinstance(sent, Accepted)
    at_postmark.tell(sent.provider_id or "", "Delivered")
    waiting = [pending("of-another-server"), Pending(2, "rd-2", sent.provider_id or "", AT)]
    cursor: str | None = None
    kinds: list[EventKind] = []
    for _ in range(3):
        pulled = channel.pull(cursor, AT, waiting, soon())
        assert isinstance(pulled, Pulled)
        kinds += [each.kind for each in pulled.reports]
        cursor = pulled.cursor
    assert kinds == [EventKind.DELIVERED]


def test_a_mail_that_resend_does_not_know_is_passed_over(at_resend: FakeResend) -> None:
    """10: as above; nor does Resend keep deliveries from this key."""
    channel = resend(at_resend)
    sent = channel.send(MESSAGE, soon())
    assert isinstance(sent, Accepted)
    at_resend.events[sent.provider_id or ""] = "delivered"
    waiting = [pending("of-another-team"), Pending(2, "rd-2", sent.provider_id or "", AT)]
    first = channel.pull(None, AT, waiting, soon())
    assert isinstance(first, Pulled)
    second = channel.pull(first.cursor, AT, waiting, soon())
    assert isinstance(second, Pulled)
    assert ([each.kind for each in second.reports], second.note) == ([EventKind.DELIVERED], None)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Error parsing 'To': Illegal email domain 'x' in address 'ann@x'.", "invalid_address"),
        ("Invalid 'From' address: 'shop'.", "sender"),
        ("Error parsing 'ReplyTo': Illegal email address 'x'. It must contain the '@' symbol.", "content"),
    ],
)
def test_a_field_that_postmark_does_not_take_is_not_always_her_address(
    at_postmark: FakePostmark, words: str, verdict: str
) -> None:
    """7: one code stands for all fields; the owner's own must not spoil her customers' addresses."""
    at_postmark.answer_error = lambda _mode: as_json(422, {"ErrorCode": 300, "Message": words})  # type: ignore[method-assign, assignment]
    at_postmark.mode = "error:300"
    result = postmark(at_postmark).send(MESSAGE, soon())
    assert isinstance(result, Rejected | BadAccount)
    assert (result.refusal if isinstance(result, Rejected) else result.cause).value == verdict


@pytest.mark.parametrize("reset", ["99999999999999", "inf", "nan", "1e400"])
def test_a_limit_of_sendgrid_without_end_is_a_week_at_most(at_sendgrid: FakeSendGrid, reset: str) -> None:
    """7: whatever stands there, the run goes on and the shop tries again."""
    at_sendgrid.answer_error = lambda _mode: as_json(429, {}, X_RateLimit_Reset=reset)  # type: ignore[method-assign, assignment]
    at_sendgrid.mode = Mode.THROTTLE
    result = sendgrid(at_sendgrid).send(MESSAGE, soon())
    assert isinstance(result, Throttled)
    assert result.retry_after_s is None or 0 <= result.retry_after_s <= 7 * 86_400
