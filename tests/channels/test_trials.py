"""What asking each provider finds, by its kind and figures: what the connection cards show (ux 8)."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from reengage_desktop.channels.trials import Figures, TestKind
from tests.channels import letters
from tests.servers import aws, google, onesignal, postmark, resend, sendgrid, twilio, vapi, vonage, whatsapp
from tests.servers.http import Asked, Reply, as_json


class WithoutNumber(vapi.FakeVapi):
    """An account that has no such number."""

    def answer(self, asked: Asked) -> Reply:
        return as_json(404, {}) if "phone-number" in asked.path else super().answer(asked)


def changed(make: Callable[[], Any], **changes: Any) -> Callable[[], Any]:
    """A server with changes."""

    def build() -> Any:
        server = make()
        for name, value in changes.items():
            setattr(server, name, value)
        return server

    return build


OFF = {"SendingEnabled": False}
TRIAL = {"SendingEnabled": True, "ProductionAccessEnabled": False}
SENDER = "shop@example.com"
META = {"account": "Shop", "sender": "+1 202-555-0100", "quality": "GREEN"}
TWILIO = {"account": "Shop", "balance": "12.30", "currency": "USD"}
OWN = {"sender": twilio.OWN_NUMBER}
VAPI = {"account": "Winback", "sender": "+12025550100"}
CASES: list[tuple[str, Callable[[], Any], Callable[[Any], Any], TestKind, Figures]] = [
    ("twilio", twilio.FakeTwilio, letters.twilio_sms, TestKind.WORKS, TWILIO | OWN),
    ("twilio, on trial", changed(twilio.FakeTwilio, account_type="Trial"), letters.twilio_sms, TestKind.ON_TRIAL,
     TWILIO | OWN),
    ("twilio, closed", changed(twilio.FakeTwilio, account_status="closed"), letters.twilio_sms, TestKind.SUSPENDED, {}),
    ("twilio, a stranger's number", twilio.FakeTwilio,
     lambda server: letters.twilio_sms(server, from_number="+12025550199"), TestKind.SENDER_NOT_YOURS,
     TWILIO | {"sender": "+12025550199"}),
    ("twilio, a wrong token", twilio.FakeTwilio, lambda server: letters.twilio_sms(server, auth_token="x"),
     TestKind.REFUSED, {"provider": "Twilio", "words": "Error 20003 for …", "cause": "credentials"}),
    ("meta", whatsapp.FakeWhatsApp, letters.whatsapp_cloud, TestKind.WORKS, META),
    ("meta, without a template", changed(whatsapp.FakeWhatsApp, templates=set()),
     lambda server: letters.whatsapp_cloud(server, business_account_id=whatsapp.BUSINESS_ACCOUNT_ID),
     TestKind.NO_TEMPLATE, META),
    ("resend", resend.FakeResend, letters.resend, TestKind.WORKS, {"sender": "example.com"}),
    ("sendgrid", sendgrid.FakeSendGrid, letters.sendgrid, TestKind.WORKS, {"quota_left": 880}),
    ("sendgrid, may not send", changed(sendgrid.FakeSendGrid, scopes=[]), letters.sendgrid, TestKind.MAY_NOT_SEND, {}),
    ("postmark", postmark.FakePostmark, letters.postmark, TestKind.WORKS, {"account": "Shop"}),
    ("ses", aws.FakeSes, letters.ses, TestKind.WORKS, {"sender": SENDER, "quota_day": 50_000, "sent_day": 120}),
    ("ses, on trial", changed(aws.FakeSes, account=TRIAL), letters.ses, TestKind.ON_TRIAL, {"sender": SENDER}),
    ("ses, off", changed(aws.FakeSes, account=OFF), letters.ses, TestKind.SENDING_OFF, {}),
    ("ses, unverified", changed(aws.FakeSes, verified=set()), letters.ses, TestKind.SENDER_UNVERIFIED,
     {"sender": SENDER}),
    ("sns", aws.FakeSns, letters.sns, TestKind.WORKS, {"spend_limit": "50"}),
    ("vonage", vonage.FakeVonage, letters.vonage, TestKind.WORKS, {"balance": "10.28", "currency": "EUR"}),
    ("vonage, no money", changed(vonage.FakeVonage, balance=0), letters.vonage, TestKind.NO_BALANCE,
     {"balance": "0.00", "currency": "EUR"}),
    ("vonage, without a figure", changed(vonage.FakeVonage, balance="x"), letters.vonage, TestKind.UNREADABLE, {}),
    ("vapi", vapi.FakeVapi, letters.vapi, TestKind.WORKS, VAPI),
    ("vapi, no number", WithoutNumber, letters.vapi, TestKind.UNKNOWN_ID, {"what": "phone number"}),
    ("google wallet", google.FakeWallet, letters.google_wallet, TestKind.WORKS, {"account": google.ISSUER}),
    ("fcm", google.FakeFcm, letters.fcm, TestKind.WORKS, {"account": google.PROJECT}),
    ("onesignal", onesignal.FakeOneSignal, letters.onesignal, TestKind.WORKS, {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "build", "kind", "figures"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_a_provider_says_has_a_kind(
    make: Callable[[], Any], build: Callable[[Any], Any], kind: TestKind, figures: Figures
) -> None:
    """B8: account, balance, sender and quota where the provider tells them; a question never sends."""
    with ExitStack() as stack:
        server = stack.enter_context(make())
        channel = build(server)
        stack.callback(channel.close)
        result = channel.test()
        assert (result.kind, result.figures) == (kind, figures)
        assert result.ok is (kind in (TestKind.WORKS, TestKind.ON_TRIAL))
        assert result.detail.endswith((".", "…"))
        assert server.accepted == []


def test_nobody_there_is_said_with_the_provider_s_name() -> None:
    """8: what went wrong on the way, by itself."""
    with resend.FakeResend() as server:
        channel = letters.resend(server)
    result = channel.test()
    assert result.kind is TestKind.UNREACHABLE
    assert dict(result.figures) == {"provider": "Resend", "words": "The server could not be reached."}
