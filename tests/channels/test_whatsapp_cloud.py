"""WhatsApp at Meta: templates only, decided by code, and a history that may not be there."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reengage_desktop.channels.protocol import Pending, Pulled, PullFailed
from reengage_desktop.domain.outcomes import Accepted, AccountCause, BadAccount, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import outgoing, soon, whatsapp_cloud
from tests.servers.http import Asked, Reply, as_json
from tests.servers.whatsapp import BUSINESS_ACCOUNT_ID, FakeWhatsApp

WHATSAPP = ChannelName.WHATSAPP
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Saying(FakeWhatsApp):
    """A server that answers every message the same way."""

    said: Reply = (200, {}, b"")

    def answer_accepted(self, entry: dict[str, object], *, with_id: bool) -> Reply:
        return self.said

    def _history(self, wanted: str | None) -> Reply:
        return self.said


def test_body_of_a_message() -> None:
    """C12: the approved template, its language, and values without the line breaks that Meta refuses."""
    with FakeWhatsApp() as server:
        assert isinstance(whatsapp_cloud(server).send(outgoing(WHATSAPP), soon()), Accepted)
        fields = [{"type": "text", "text": "Ann"}, {"type": "text", "text": "tea, black"}]
        assert server.asked[0].json == {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": "447700900123",
            "type": "template",
            "template": {
                "name": "we_miss_you",
                "language": {"code": "en_US", "policy": "deterministic"},
                "components": [{"type": "body", "parameters": fields}],
            },
            "biz_opaque_callback_data": "rd-shop1-1",
        }


def test_body_of_free_words() -> None:
    """C12: to whoever wrote within a day, any words; nobody else gets them, and a template stays one."""
    free = replace(outgoing(WHATSAPP, template_name=None), may_be_free=True)
    with FakeWhatsApp() as server:
        channel = whatsapp_cloud(server)
        assert isinstance(channel.send(free, soon()), Accepted)
        assert server.asked[0].json == {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": "447700900123",
            "type": "text",
            "text": {"body": free.content.text, "preview_url": False},
            "biz_opaque_callback_data": "rd-shop1-1",
        }
        channel.send(replace(outgoing(WHATSAPP), may_be_free=True), soon())
        assert server.asked[1].json["type"] == "template"
        for text in (" ", "x" * 4097):
            too = replace(free, content=replace(free.content, text=text))
            assert isinstance(channel.send(too, soon()), Rejected)
        assert len(server.asked) == 2


def test_a_template_without_values() -> None:
    with FakeWhatsApp() as server:
        whatsapp_cloud(server).send(outgoing(WHATSAPP, parameters=()), soon())
        assert "components" not in server.asked[0].json["template"]


@pytest.mark.parametrize(
    ("refusal", "content"),
    [
        (Refusal.NOT_ALLOWED, {"address": "+12025550123"}),
        (Refusal.TEMPLATE, {"template_name": None}),
        (Refusal.TEMPLATE, {"language": None}),
        (Refusal.TEMPLATE, {"parameters": ("Ann", " ")}),
    ],
)
def test_what_can_not_go_is_never_asked(refusal: Refusal, content: dict[str, object]) -> None:
    """Marketing to +1 is blocked by Meta, and an empty value would read "Hi ,": neither is sent."""
    with FakeWhatsApp() as server:
        result = whatsapp_cloud(server).send(outgoing(WHATSAPP, **content), soon())  # type: ignore[arg-type]
        assert isinstance(result, Rejected)
        assert result.refusal is refusal
        assert result.detail.endswith(".")
        assert server.asked == []


@pytest.mark.parametrize("status", [200, 400, 401, 403, 429, 500, 503])
@pytest.mark.parametrize(
    ("code", "expected"), [(131050, Refusal.OPTED_OUT), (190, AccountCause.CREDENTIALS), (132001, Refusal.TEMPLATE)]
)
def test_the_code_decides_and_never_the_status(status: int, code: int, expected: object) -> None:
    with Saying() as server:
        server.said = as_json(status, {"error": {"message": "x", "code": code}})
        result = whatsapp_cloud(server).send(outgoing(WHATSAPP), soon())
    assert getattr(result, "refusal", None) is expected or getattr(result, "cause", None) is expected
    assert getattr(result, "code", None) == str(code)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            as_json(400, {"error": {"code": 100, "error_subcode": 33, "message": "Unsupported post request"}}),
            BadAccount,
        ),
        (as_json(400, {"error": {"code": 100, "message": "Invalid parameter"}}), Rejected),
        (as_json(400, {"error": {"code": 424242, "message": "new"}}), Rejected),
        (as_json(200, {"error": {"code": 424242, "message": "new"}}), Uncertain),
        (as_json(500, {"error": {"code": 131000, "message": "unknown"}}), Uncertain),
        (as_json(502, {}), Uncertain),
        (as_json(400, {"error": "text"}), Rejected),
        (as_json(200, {"messages": "odd"}), Accepted),
        (as_json(200, {"messages": [{"id": 7}]}), Accepted),
        (as_json(200, []), Uncertain),
        ((200, {}, b""), Uncertain),
    ],
)
def test_odd_answers(said: Reply, expected: type[object]) -> None:
    """7: whatever is answered, it is judged and never raises."""
    with Saying() as server:
        server.said = said
        result = whatsapp_cloud(server).send(outgoing(WHATSAPP), soon())
    assert isinstance(result, expected), result
    if isinstance(result, Accepted):
        assert result.provider_id is None


def pending(number: int) -> Pending:
    return Pending(number, f"rd-{number}", f"wamid.{number}", NOW)


@pytest.mark.parametrize(
    "said",
    [
        as_json(200, {}),
        as_json(200, {"data": None}),
        as_json(200, {"data": [7, {}, {"message_id": "another", "events": {"data": [{"delivery_status": "READ"}]}}]}),
        as_json(200, {"data": [{"message_id": "wamid.1", "events": {"data": [{"delivery_status": "SENT"}, 3]}}]}),
        as_json(200, {"data": [{"message_id": "wamid.1", "events": {"data": "READ"}}]}),
    ],
)
def test_odd_histories(said: Reply) -> None:
    with Saying() as server:
        server.said = said
        pulled = whatsapp_cloud(server).pull(None, NOW, [pending(1)], soon())
    assert isinstance(pulled, Pulled)
    assert pulled.reports == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (as_json(404, {"error": {"code": 100, "message": "nonexisting field"}}), Pulled),
        (as_json(403, {"error": {"code": 10, "message": "no permission"}}), Pulled),
        (as_json(401, {"error": {"code": 190, "message": "expired"}}), PullFailed),
        (as_json(429, {"error": {"code": 4, "message": "limit"}}), PullFailed),
        (as_json(500, {}), PullFailed),
    ],
)
def test_a_history_that_is_not_there(said: Reply, kind: type[object]) -> None:
    """What Meta does not offer is a note; what fails now is tried again."""
    with Saying() as server:
        server.said = said
        pulled = whatsapp_cloud(server).pull(None, NOW, [pending(1)], soon())
    assert isinstance(pulled, kind)
    if isinstance(pulled, Pulled):
        assert pulled.note


def test_history() -> None:
    with FakeWhatsApp() as server:
        channel = whatsapp_cloud(server)
        sent = channel.send(outgoing(WHATSAPP), soon())
        assert isinstance(sent, Accepted)
        server.set_status(str(sent.provider_id), "DELIVERED", 1_790_000_060)
        server.set_status(str(sent.provider_id), "READ", 1_790_000_120)
        pulled = channel.pull(None, NOW, [Pending(1, "rd-1", str(sent.provider_id), NOW)], soon())
    assert isinstance(pulled, Pulled)
    assert [report.kind for report in pulled.reports] == [EventKind.DELIVERED, EventKind.OPENED]
    assert pulled.reports[0].at == datetime.fromtimestamp(1_790_000_060, UTC)


def test_what_the_test_button_says() -> None:
    with FakeWhatsApp() as server:
        assert whatsapp_cloud(server).test().detail == "Works: Meta knows the number as “Shop”."
        with_templates = whatsapp_cloud(server, business_account_id=BUSINESS_ACCOUNT_ID)
        assert with_templates.test().detail.endswith("has approved 1 templates.")
        server.templates = set()
        assert not with_templates.test().ok
        assert not whatsapp_cloud(server, access_token="revoked").test().ok
        assert server.accepted == []


def test_a_template_that_is_not_approved() -> None:
    with FakeWhatsApp() as server:
        server.templates = {"other"}
        result = whatsapp_cloud(server).send(outgoing(WHATSAPP), soon())
    assert isinstance(result, Rejected)
    assert (result.refusal, result.code) == (Refusal.TEMPLATE, "132001")


def test_asked_once_for_each_message() -> None:
    seen: list[str] = []

    class Counting(FakeWhatsApp):
        def answer(self, asked: Asked) -> Reply:
            seen.append(asked.query.get("message_id", ""))
            return super().answer(asked)

    with Counting() as server:
        channel = whatsapp_cloud(server)
        cursor, more = None, True
        while more:
            pulled = channel.pull(cursor, NOW, [pending(number) for number in range(1, 61)], soon())
            assert isinstance(pulled, Pulled)
            cursor, more = pulled.cursor, pulled.more
    assert sorted(seen) == sorted(f"wamid.{number}" for number in range(1, 61))


@pytest.mark.parametrize("status", [500, 400])
def test_what_was_told_before_a_failure_is_kept(status: int) -> None:
    """28, 10: where Meta stops telling in the middle of a page, what it told before it counts, a stop among it."""
    with FakeWhatsApp() as server:
        channel = whatsapp_cloud(server)
        taken = [channel.send(outgoing(WHATSAPP, number), soon()) for number in (1, 2)]
        ids = [each.provider_id or "" for each in taken if isinstance(each, Accepted)]
        server.set_status(ids[0], "FAILED", 1_790_000_100, "131050 user stopped")
        told = server._history
        broken = as_json(status, {"error": {"code": 100 if status == 400 else 2, "message": "no"}})
        server._history = lambda wanted: broken if wanted == ids[1] else told(wanted)  # type: ignore[method-assign]
        waiting = [Pending(number, f"rd-{number}", identity, NOW) for number, identity in enumerate(ids, 1)]
        pulled = channel.pull(None, NOW, waiting, soon())
        assert isinstance(pulled, Pulled)
        assert [each.refusal for each in pulled.reports] == [Refusal.OPTED_OUT]
        assert pulled.more is (status == 500)
        if pulled.more:
            assert isinstance(channel.pull(pulled.cursor, NOW, waiting, soon()), PullFailed)
