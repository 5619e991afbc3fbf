"""The collected error answers of the providers, each against the outcome that it must become."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.channels.errors import (
    MAX_DETAIL,
    Limit,
    Unclear,
    by_status,
    outcome,
    without_personal_data,
)
from reengage_desktop.channels.protocol import Pending, Pulled
from reengage_desktop.domain.outcomes import (
    AccountCause,
    BadAccount,
    Outcome,
    Refusal,
    Rejected,
    Throttled,
    Uncertain,
)
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import (
    fcm,
    google_wallet,
    onesignal,
    outgoing,
    postmark,
    resend,
    sendgrid,
    ses,
    sns,
    soon,
    twilio_sms,
    vonage,
    whatsapp_cloud,
)
from tests.conftest import find_shared
from tests.servers.aws import FakeSes, FakeSns
from tests.servers.google import FakeFcm, FakeWallet
from tests.servers.http import Reply, as_json
from tests.servers.onesignal import FakeOneSignal
from tests.servers.postmark import FakePostmark
from tests.servers.resend import FakeResend
from tests.servers.sendgrid import FakeSendGrid
from tests.servers.twilio import FakeTwilio
from tests.servers.vonage import FakeVonage
from tests.servers.whatsapp import FakeWhatsApp

_SHARED = find_shared()
_COLLECTED: list[dict[str, Any]] = (
    json.loads((_SHARED / "contracts" / "errors.json").read_text(encoding="utf-8")) if _SHARED else []
)

MUST_BE: dict[str, tuple[type[object], ...]] = {
    "auth": (BadAccount,),
    "billing": (BadAccount,),
    "rate_limit": (Throttled,),
    "quota": (Throttled, BadAccount),
    "temporary": (Throttled, Uncertain),
    # What the owner must mend stops the provider; what only this message or this country has wrong is refused.
    "config": (BadAccount, Rejected),
    "blocked": (BadAccount, Rejected),
    "not_delivered": (Rejected,),
}
REFUSALS = {
    "invalid_recipient": Refusal.INVALID_ADDRESS,
    "opted_out": Refusal.OPTED_OUT,
    "window": Refusal.WINDOW,
    "template": Refusal.TEMPLATE,
    "capped": Refusal.CAPPED,
}


def collected(provider: str, *, late: bool = False) -> list[Any]:
    """The answers of one provider that come at once, or those that a later look at the message shows."""
    found = [entry for entry in _COLLECTED if entry["provider"] == provider]
    return [pytest.param(entry, id=entry["name"]) for entry in found if entry["name"].startswith("status-") is late]


def fits(result: Outcome, entry: dict[str, Any]) -> bool:
    kind = entry["class_"]
    if kind in REFUSALS:
        return isinstance(result, Rejected) and result.refusal is REFUSALS[kind]
    return isinstance(result, MUST_BE[kind])


@pytest.mark.shared
@pytest.mark.parametrize("entry", collected("twilio"))
def test_twilio_s_answers(shared_dir: Path, entry: dict[str, Any]) -> None:
    """7, 9: every collected answer of Twilio is judged by its code."""

    class Answering(FakeTwilio):
        def answer_error(self, mode: str) -> Reply:
            return as_json(entry["status"], entry["body"], **entry["headers"])

    with Answering() as server:
        server.mode = "error:collected"
        result = twilio_sms(server).send(outgoing(ChannelName.SMS), soon())
    assert fits(result, entry), result
    assert getattr(result, "code", entry["name"]) == entry["name"]


@pytest.mark.shared
@pytest.mark.parametrize("entry", collected("twilio", late=True))
def test_twilio_s_late_failures(shared_dir: Path, entry: dict[str, Any]) -> None:
    """28: what a message in the list says of its own failure."""
    with FakeTwilio() as server:
        channel = twilio_sms(server)
        channel.send(outgoing(ChannelName.SMS), soon())
        body = entry["body"]
        server.set_status(server.accepted[0]["sid"], body["status"], body["error_code"])
        pulled = channel.pull(None, server.moment(), [], soon())
    assert isinstance(pulled, Pulled)
    expected = {**REFUSALS, "blocked": Refusal.BLOCKED, "temporary": None}[entry["class_"]]
    assert [report.refusal for report in pulled.reports] == [expected]


@pytest.mark.shared
@pytest.mark.parametrize("entry", collected("whatsapp"))
def test_meta_s_answers(shared_dir: Path, entry: dict[str, Any]) -> None:
    """7, 9: every collected answer of Meta is judged by its code, whatever HTTP status comes with it."""

    class Answering(FakeWhatsApp):
        status = 0

        def answer_error(self, mode: str) -> Reply:
            return as_json(self.status, entry["body"], **entry["headers"])

    for status in (entry["status"], 400, 403, 500):
        with Answering() as server:
            server.mode, server.status = "error:collected", status
            result = whatsapp_cloud(server).send(outgoing(ChannelName.WHATSAPP), soon())
        assert fits(result, entry), (status, result)


def _answering(make: Any, entry: dict[str, Any]) -> Any:
    """A server of that kind which gives the collected answer to every message."""
    server = make()
    body = entry["body"]
    headers = {"Content-Type": "application/json", **entry["headers"]}
    raw = json.dumps(body).encode() if isinstance(body, dict) else str(body).encode()
    server.answer_error = lambda _mode: (entry["status"], headers, raw)
    server.mode = "error:collected"
    return server


SERVICES: dict[str, tuple[Any, Any, ChannelName]] = {
    "resend": (FakeResend, resend, ChannelName.EMAIL),
    "sendgrid": (FakeSendGrid, sendgrid, ChannelName.EMAIL),
    "postmark": (FakePostmark, postmark, ChannelName.EMAIL),
    "vonage_sms": (FakeVonage, vonage, ChannelName.SMS),
    "ses": (FakeSes, ses, ChannelName.EMAIL),
    "sns": (FakeSns, sns, ChannelName.SMS),
    "fcm": (FakeFcm, fcm, ChannelName.PUSH),
    "onesignal": (FakeOneSignal, onesignal, ChannelName.PUSH),
    "google_wallet": (FakeWallet, google_wallet, ChannelName.WALLET),
}
# A 5xx of a provider without keys proves nothing (promises.md); a repeated key with other words neither.
UNCLEAR = {("resend", "invalid_idempotent_request")}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("provider", "entry"),
    [(name, entry) for name in SERVICES for entry in (each.values[0] for each in collected(name))],
)
def test_the_services_answers(shared_dir: Path, provider: str, entry: dict[str, Any]) -> None:
    """7, 9: every collected answer of the mail services and of Vonage becomes what it proves."""
    make, build, carries = SERVICES[provider]
    with _answering(make, entry) as server:
        result = build(server).send(outgoing(carries), soon())
    expected = isinstance(result, Uncertain) if (provider, entry["name"]) in UNCLEAR else fits(result, entry)
    assert expected, (entry["name"], result)


@pytest.mark.shared
@pytest.mark.parametrize("entry", collected("vonage_dlr"))
def test_vonage_s_late_failures(shared_dir: Path, entry: dict[str, Any]) -> None:
    """28: what Vonage's report says of a text that it had taken; what passes by itself says nothing of the number."""
    with FakeVonage() as server:
        channel = vonage(server)
        sent = channel.send(outgoing(ChannelName.SMS), soon())
        identity = getattr(sent, "provider_id", "")
        server.set_status(identity, entry["body"]["status"], entry["body"]["err-code"])
        now = server.moment()
        waiting = [Pending(1, "rd-shop1-1", identity, now)]
        pulled = channel.pull(None, now, waiting, soon())
        while isinstance(pulled, Pulled) and pulled.more:
            pulled = channel.pull(pulled.cursor, now, waiting, soon())
    assert isinstance(pulled, Pulled)
    expected = {**REFUSALS, "blocked": Refusal.BLOCKED, "temporary": None, "config": None}[entry["class_"]]
    assert [report.refusal for report in pulled.reports] == [expected]
    assert pulled.reports[0].kind is EventKind.FAILED


CHECKED = {
    "fcm": 7,
    "google_wallet": 1,
    "onesignal": 6,
    "postmark": 13,
    "resend": 19,
    "sendgrid": 5,
    "ses": 8,
    "sns": 4,
    "twilio": 18,
    "vonage_dlr": 9,
    "vonage_sms": 14,
    "whatsapp": 31,
}
"""How many collected answers of each provider the tests above judge; docs/providers.md shows it."""
# Shops that are read, and Vonage's other interface, through which nothing goes here.
NOT_SENT_THROUGH = {"shopify", "square", "woocommerce", "vonage_messages"}


@pytest.mark.shared
def test_every_collected_answer_is_judged(shared_dir: Path) -> None:
    """7, 9: none of the collected answers of a provider that messages go through is left out above."""
    counts = Counter(entry["provider"] for entry in _COLLECTED)
    assert {name: count for name, count in counts.items() if name not in NOT_SENT_THROUGH} == CHECKED
    assert set(CHECKED) - {"twilio", "whatsapp", "vonage_dlr"} == set(SERVICES)


# The rules under the tables.


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, BadAccount),
        (400, Rejected),
        (401, BadAccount),
        (402, BadAccount),
        (403, BadAccount),
        (404, BadAccount),
        (409, Uncertain),
        (413, Rejected),
        (418, Uncertain),
        (422, Rejected),
        (429, Throttled),
        (500, Uncertain),
        (503, Uncertain),
        (600, Uncertain),
    ],
)
def test_a_bare_status(status: int, kind: type[object]) -> None:
    """The table of promises.md, for answers without a code that is known."""
    assert isinstance(outcome(by_status(status), None, "x"), kind)


def test_the_server_s_own_wish_to_wait_goes_first() -> None:
    assert outcome(Limit(retry_after_s=60), "4", "x", 7.0) == Throttled(7.0, daily=False, detail="x")
    assert outcome(Limit(retry_after_s=60), "4", "x") == Throttled(60, daily=False, detail="x")
    assert outcome(Limit(daily=True), "4", "x") == Throttled(None, daily=True, detail="x")
    assert outcome(Unclear(), "1", "x") == Uncertain("x")
    assert outcome(AccountCause.BALANCE, "1", "x") == BadAccount(AccountCause.BALANCE, "1", "x")


@pytest.mark.parametrize(
    "words",
    [
        "The number +1 202-555-0123 is not valid",
        "ann@example.com: mailbox unknown",
        "<ann@example.com> Ann Lee has gone",
        "to: whatsapp:+12025550123",
        "12025550123",
        "(202) 555-0123 opted out",
        "tok-1",
    ],
)
def test_nobody_is_named(words: str) -> None:
    """26: what a provider says about a person is not repeated."""
    letter = outgoing(ChannelName.SMS)
    shown = without_personal_data(words, letter)
    for personal in ("202", "ann@", "Ann Lee", "tok-1"):
        assert personal not in shown


@pytest.mark.parametrize(("words", "shown"), [(None, ""), (7, ""), ("a\r\n b", "a b"), ("x" * 999, "x" * MAX_DETAIL)])
def test_words_are_one_short_line(words: object, shown: str) -> None:
    assert without_personal_data(words) == shown


def test_codes_stay_readable() -> None:
    assert without_personal_data("error 21610, see 5.7.1") == "error 21610, see 5.7.1"
