"""The adapters against Prism, which serves each provider's published description and refuses what does not fit it.

By hand (`pytest -m soak tests/contract/test_prism.py`): it needs node and npm's @stoplight/prism-cli on the PATH, or
its program's path in REENGAGE_PRISM. The suite's own check of the same descriptions is test_published.py.
"""

import os
import shutil
import socket
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.channels.fcm import FcmAccount, FcmChannel
from reengage_desktop.channels.google_wallet import GoogleWalletChannel, WalletAccount
from reengage_desktop.channels.onesignal import OneSignalAccount, OneSignalChannel
from reengage_desktop.channels.postmark import PostmarkAccount, PostmarkChannel
from reengage_desktop.channels.protocol import Channel, Pending, SupportsLookup, SupportsStatusPull
from reengage_desktop.channels.resend import ResendAccount, ResendChannel
from reengage_desktop.channels.sendgrid import SendGridAccount, SendGridChannel
from reengage_desktop.channels.twilio import TwilioAccount, TwilioChannel
from reengage_desktop.channels.vapi import VapiAccount, VapiChannel
from reengage_desktop.channels.vonage import VonageAccount, VonageChannel
from reengage_desktop.channels.whatsapp_cloud import WhatsAppAccount, WhatsAppCloudChannel
from reengage_desktop.domain.outcomes import Accepted
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.transport import Answer, HttpClient, Request
from tests.channels.letters import IDENTITY, TEMPLATE_SID, outgoing, soon
from tests.servers import google, onesignal, postmark, resend, sendgrid, twilio, vapi, vonage, whatsapp

PRISM = os.environ.get("REENGAGE_PRISM") or shutil.which("prism")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
IDENTITY_OF_CALL = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
_PAUSE = threading.Event()

pytestmark = [
    pytest.mark.soak,
    pytest.mark.shared,
    pytest.mark.skipif(PRISM is None, reason="needs Prism (npm's @stoplight/prism-cli)"),
]


class Noting(HttpClient):
    """The adapters' own client, which keeps what it asked and was told."""

    def __init__(self, base_url: str, headers: Mapping[str, str], tokens_url: str) -> None:
        super().__init__(base_url, headers)
        self.tokens_url = tokens_url
        self.told: list[tuple[Request, Answer]] = []

    def ask(self, request: Request, deadline: float) -> Answer:
        """The same answer."""
        answer = super().ask(request, deadline)
        self.told.append((request, answer))
        return answer


def basic(name: str, word: str) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(f'{name}:{word}'.encode()).decode()}"}


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@dataclass(frozen=True)
class Case:
    """A provider: its description, how its adapter is built, and what it is asked beside a message."""

    contract: str
    carries: ChannelName
    headers: Mapping[str, str]
    build: Callable[[Noting], Channel]
    content: Mapping[str, Any]
    provider_id: str = "SM" + "a1" * 16
    # Whom it asks for a token first: the description has no such path.
    tokens: Callable[[], google.FakeFcm] | None = None
    # What its own file does not know: paths that the adapter asks for all the same, see providers.md.
    beyond: tuple[str, ...] = ()


def twilio_of(name: ChannelName) -> Callable[[Noting], Channel]:
    own = twilio.OWN_NUMBER
    account = TwilioAccount(twilio.ACCOUNT_SID, twilio.AUTH_TOKEN, own, whatsapp_from=own)
    return lambda client: TwilioChannel(name, account, client)


_TWILIO = basic(twilio.ACCOUNT_SID, twilio.AUTH_TOKEN)
CASES = {
    "twilio-sms": Case("twilio_api_v2010.json", ChannelName.SMS, _TWILIO, twilio_of(ChannelName.SMS), {}),
    "twilio-whatsapp": Case(
        "twilio_api_v2010.json", ChannelName.WHATSAPP, _TWILIO, twilio_of(ChannelName.WHATSAPP),
        {"template_name": TEMPLATE_SID}, beyond=("/v1/ContentAndApprovals",),
    ),
    "whatsapp_cloud": Case(
        "derived/whatsapp_v23.0.patched.json", ChannelName.WHATSAPP, bearer(whatsapp.ACCESS_TOKEN),
        lambda client: WhatsAppCloudChannel(
            WhatsAppAccount(whatsapp.PHONE_NUMBER_ID, whatsapp.ACCESS_TOKEN, whatsapp.BUSINESS_ACCOUNT_ID), client
        ),
        {}, provider_id="wamid.1",
    ),
    "vapi": Case(
        "derived/vapi.json", ChannelName.CALL, bearer(vapi.API_KEY),
        lambda client: VapiChannel(VapiAccount(vapi.API_KEY, vapi.ASSISTANT, vapi.NUMBER, "Zoë's Shop"), client),
        {}, provider_id=IDENTITY_OF_CALL,
    ),
    "resend": Case(
        "resend.json", ChannelName.EMAIL, bearer(resend.API_KEY),
        lambda client: ResendChannel(ResendAccount(resend.API_KEY), IDENTITY, client), {},
        provider_id=IDENTITY_OF_CALL,
    ),
    "sendgrid": Case(
        "sendgrid_mail_v3.json", ChannelName.EMAIL, bearer(sendgrid.API_KEY),
        lambda client: SendGridChannel(SendGridAccount(sendgrid.API_KEY), IDENTITY, client), {},
        beyond=("/v3/suppression", "/v3/scopes", "/v3/user"),
    ),
    "postmark": Case(
        "postmark_server.json", ChannelName.EMAIL, {"X-Postmark-Server-Token": postmark.SERVER_TOKEN},
        lambda client: PostmarkChannel(PostmarkAccount(postmark.SERVER_TOKEN, "broadcast"), IDENTITY, client), {},
        provider_id=IDENTITY_OF_CALL, beyond=("/message-streams",),
    ),
    "vonage": Case(
        "derived/vonage_sms.json", ChannelName.SMS, {},
        lambda client: VonageChannel(VonageAccount(vonage.API_KEY, vonage.API_SECRET, "+12025550100"), client), {},
        beyond=("/account", "/v2/reports"),
    ),
    "onesignal": Case(
        "derived/onesignal.json", ChannelName.PUSH, {"Authorization": f"Key {onesignal.API_KEY}"},
        lambda client: OneSignalChannel(OneSignalAccount(onesignal.APP_ID, onesignal.API_KEY), client), {},
        provider_id=IDENTITY_OF_CALL,
    ),
    "fcm": Case(
        "derived/google_fcm_v1.openapi.json", ChannelName.PUSH, {},
        lambda client: FcmChannel(FcmAccount(google.PROJECT, google.key_file(), client.tokens_url), client), {},
        tokens=google.FakeFcm,
    ),
    "google_wallet": Case(
        "derived/google_walletobjects_v1.openapi.json", ChannelName.WALLET, {},
        lambda client: GoogleWalletChannel(WalletAccount(google.ISSUER, google.key_file(), client.tokens_url), client),
        {}, tokens=google.FakeFcm,
    ),
}  # fmt: skip


@contextmanager
def serving(contract: Path) -> Iterator[str]:
    """Prism on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [str(PRISM), "mock", "-h", "127.0.0.1", "-p", str(port), str(contract)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                _PAUSE.wait(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize("name", CASES)
def test_prism_takes_all_that_we_ask(shared_dir: Path, name: str) -> None:
    """C10, C11, C12: a message, a look-up, what came back and a test: nothing in any request breaks the description."""
    case = CASES[name]
    with ExitStack() as stack:
        url = stack.enter_context(serving(shared_dir / "contracts" / case.contract))
        tokens = stack.enter_context(case.tokens()).url if case.tokens else ""
        client = Noting(url, case.headers, tokens)
        channel = case.build(client)
        stack.callback(channel.close)
        sent = channel.send(outgoing(case.carries, **case.content), soon())
        assert isinstance(sent, Accepted), (sent, [answer.body for _, answer in client.told])
        if isinstance(channel, SupportsLookup):
            channel.find(outgoing(case.carries, **case.content), timedelta(minutes=9), soon())
        if isinstance(channel, SupportsStatusPull) and name != "vonage":
            channel.pull(None, NOW, [Pending(1, "rd-shop1-1", case.provider_id, NOW)], soon())
        channel.test()
        wrong = [
            (request.method, request.path, answer.status, answer.body[:300], answer.headers.get("sl-violations"))
            for request, answer in client.told
            if not request.path.startswith(case.beyond or ("-",)) and _is_wrong(answer)
        ]
        assert wrong == []
        assert len(client.told) > 1


def _is_wrong(answer: Answer) -> bool:
    """Whether Prism found fault with the request: it refuses it, or notes it in a header."""
    noted = answer.headers.get("sl-violations", "")
    return answer.status in (400, 401, 404, 405, 413, 415, 422) or '"location":["request"' in noted
