"""Messages and adapters as the channel tests need them."""

import time
from dataclasses import replace
from typing import Any

from reengage_desktop.channels.aws import AwsKey
from reengage_desktop.channels.fcm import FcmAccount, FcmChannel
from reengage_desktop.channels.google_wallet import GoogleWalletChannel, WalletAccount
from reengage_desktop.channels.mail import MailIdentity
from reengage_desktop.channels.onesignal import OneSignalAccount, OneSignalChannel
from reengage_desktop.channels.postmark import PostmarkAccount, PostmarkChannel
from reengage_desktop.channels.resend import ResendAccount, ResendChannel
from reengage_desktop.channels.sendgrid import SendGridAccount, SendGridChannel
from reengage_desktop.channels.ses import SesAccount, SesChannel
from reengage_desktop.channels.smtp import SmtpChannel, SmtpServer
from reengage_desktop.channels.sns import SnsAccount, SnsChannel
from reengage_desktop.channels.twilio import TwilioAccount, TwilioChannel
from reengage_desktop.channels.vapi import VapiAccount, VapiChannel
from reengage_desktop.channels.vonage import VonageAccount, VonageChannel
from reengage_desktop.channels.whatsapp_cloud import WhatsAppAccount, WhatsAppCloudChannel
from reengage_desktop.domain.messages import Content, Outgoing
from reengage_desktop.domain.vocabulary import ChannelName
from tests.servers import aws, google, twilio, whatsapp
from tests.servers import onesignal as onesignal_server
from tests.servers import postmark as postmark_server
from tests.servers import resend as resend_server
from tests.servers import sendgrid as sendgrid_server
from tests.servers import vapi as vapi_server
from tests.servers import vonage as vonage_server
from tests.servers.smtp import FakeSmtp

IDENTITY = MailIdentity("shop@example.com", "Zoë's Shop", "hello@example.com", "bye+u@example.org")
TEMPLATE_SID = "HX" + "b2" * 16

ADDRESSES = {
    ChannelName.EMAIL: "ann@example.com",
    ChannelName.SMS: "+12025550123",
    ChannelName.WHATSAPP: "+447700900123",
    ChannelName.CALL: "+12025550123",
    ChannelName.WALLET: f"{google.ISSUER}.cust-42",
    ChannelName.PUSH: "cust-42",
}


def soon(seconds: float = 20.0) -> float:
    """A deadline so many seconds from now."""
    return time.monotonic() + seconds


def outgoing(channel: ChannelName, number: int = 1, *, address: str | None = None, **content: object) -> Outgoing:
    """A message to Ann; `content` replaces what it says."""
    said = Content(
        text=f"Hi Ann, we miss you ({number}).\n.\nYours, Zoë",
        subject="We miss you – Zoë",
        html="<html><body><p>Hi Ann</p></body></html>",
        template_name="we_miss_you",
        language="en_US",
        parameters=("Ann", "tea,\n black"),
    )
    said = replace(said, **content)  # type: ignore[arg-type]
    reference = f"rd-shop1-{number}"
    return Outgoing(number, reference, channel, address or ADDRESSES[channel], "Ann Lee", said, "tok-1")


def twilio_sms(server: twilio.FakeTwilio, **account: str) -> TwilioChannel:
    """SMS from the number of the fake account."""
    return TwilioChannel(ChannelName.SMS, twilio_account(server, **account))


def twilio_whatsapp(server: twilio.FakeTwilio) -> TwilioChannel:
    """WhatsApp through the fake account."""
    return TwilioChannel(ChannelName.WHATSAPP, twilio_account(server))


def twilio_account(server: twilio.FakeTwilio, **account: str) -> TwilioAccount:
    """The fake account, with changes."""
    known = TwilioAccount(
        twilio.ACCOUNT_SID,
        twilio.AUTH_TOKEN,
        from_number=twilio.OWN_NUMBER,
        whatsapp_from=twilio.OWN_NUMBER,
        base_url=server.url,
    )
    return replace(known, **account)


def whatsapp_cloud(server: whatsapp.FakeWhatsApp, **account: str) -> WhatsAppCloudChannel:
    """The fake number at Meta, with changes."""
    known = WhatsAppAccount(whatsapp.PHONE_NUMBER_ID, whatsapp.ACCESS_TOKEN, base_url=server.url)
    return WhatsAppCloudChannel(replace(known, **account))


def smtp(server: FakeSmtp, **changes: object) -> SmtpChannel:
    """A mailbox at the fake mail server, without TLS unless changed."""
    known = SmtpServer("127.0.0.1", server.port, "none", "shop@example.com", "")
    return SmtpChannel(replace(known, **changes), IDENTITY)  # type: ignore[arg-type]


def resend(server: resend_server.FakeResend) -> ResendChannel:
    """The fake account at Resend."""
    return ResendChannel(ResendAccount(resend_server.API_KEY, server.url), IDENTITY)


def sendgrid(server: sendgrid_server.FakeSendGrid) -> SendGridChannel:
    """The fake account at SendGrid."""
    return SendGridChannel(SendGridAccount(sendgrid_server.API_KEY, server.url), IDENTITY)


def postmark(server: postmark_server.FakePostmark) -> PostmarkChannel:
    """The fake server at Postmark."""
    account = PostmarkAccount(postmark_server.SERVER_TOKEN, postmark_server.STREAM, server.url)
    return PostmarkChannel(account, IDENTITY)


def vonage(server: vonage_server.FakeVonage) -> VonageChannel:
    """The fake account at Vonage."""
    account = VonageAccount(vonage_server.API_KEY, vonage_server.API_SECRET, "+12025550100", server.url)
    return VonageChannel(account)


AWS_KEY = AwsKey(aws.ACCESS_KEY_ID, aws.SECRET_ACCESS_KEY, aws.REGION)


def ses(server: aws.FakeSes, **account: Any) -> SesChannel:
    """The fake account at Amazon, with changes."""
    return SesChannel(replace(SesAccount(AWS_KEY, base_url=server.url), **account), IDENTITY)


def sns(server: aws.FakeSns, **account: Any) -> SnsChannel:
    """The fake account at Amazon, with changes."""
    return SnsChannel(replace(SnsAccount(AWS_KEY, base_url=server.url), **account))


def fcm(server: google.FakeFcm) -> FcmChannel:
    """The fake project at Firebase."""
    return FcmChannel(FcmAccount(google.PROJECT, google.key_file(), server.url))


def google_wallet(server: google.FakeWallet) -> GoogleWalletChannel:
    """The fake issuer at Google Wallet."""
    return GoogleWalletChannel(WalletAccount(google.ISSUER, google.key_file(), server.url))


def onesignal(server: onesignal_server.FakeOneSignal) -> OneSignalChannel:
    """The fake app at OneSignal."""
    return OneSignalChannel(OneSignalAccount(onesignal_server.APP_ID, onesignal_server.API_KEY, server.url))


def vapi(server: vapi_server.FakeVapi) -> VapiChannel:
    """The fake assistant and number at Vapi."""
    account = VapiAccount(vapi_server.API_KEY, vapi_server.ASSISTANT, vapi_server.NUMBER, "Zoë's Shop", server.url)
    return VapiChannel(account)
