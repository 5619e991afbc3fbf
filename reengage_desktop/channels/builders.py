"""Builds each provider's adapter from the owner's settings and secrets.

An adapter's module is imported when it is built: the program starts without any of them.
"""

from typing import TYPE_CHECKING

from reengage_desktop.channels.protocol import Channel, Mailbox
from reengage_desktop.domain.credentials import Secrets
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName

if TYPE_CHECKING:
    from reengage_desktop.channels.aws import AwsKey
    from reengage_desktop.channels.mail import MailIdentity


def _aws_key(provider: str, settings: Settings, secrets: Secrets) -> "AwsKey":
    from reengage_desktop.channels.aws import AwsKey  # noqa: PLC0415 - see build_smtp

    return AwsKey(
        secrets.get(provider, "access_key_id") or "",
        secrets.get(provider, "secret_access_key") or "",
        settings.text(f"providers.{provider}.region"),
    )


def build_ses(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Amazon SES."""
    from reengage_desktop.channels.ses import SesAccount, SesChannel  # noqa: PLC0415 - see build_smtp

    account = SesAccount(
        _aws_key("ses", settings, secrets),
        settings.text("providers.ses.configuration_set"),
        settings.text("providers.ses.contact_list"),
        settings.text("providers.ses.queue_url"),
        settings.text("providers.ses.base_url"),
    )
    return SesChannel(account, _mail_identity("ses", settings))


def build_sns(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Amazon SNS."""
    from reengage_desktop.channels.sns import SnsAccount, SnsChannel  # noqa: PLC0415 - see build_smtp

    sender, url = settings.text("providers.sns.sender_id"), settings.text("providers.sns.base_url")
    return SnsChannel(SnsAccount(_aws_key("sns", settings, secrets), sender, url))


def build_fcm(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Firebase."""
    from reengage_desktop.channels.fcm import FcmAccount, FcmChannel  # noqa: PLC0415 - see build_smtp

    key_file = secrets.get("fcm", "service_account_json") or ""
    return FcmChannel(
        FcmAccount(settings.text("providers.fcm.project_id"), key_file, settings.text("providers.fcm.base_url"))
    )


def build_google_wallet(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Google Wallet."""
    from reengage_desktop.channels.google_wallet import (  # noqa: PLC0415 - see build_smtp
        GoogleWalletChannel,
        WalletAccount,
    )

    key_file = secrets.get("google_wallet", "service_account_json") or ""
    issuer, url = (settings.text(f"providers.google_wallet.{name}") for name in ("issuer_id", "base_url"))
    return GoogleWalletChannel(WalletAccount(issuer, key_file, url))


def build_onesignal(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of OneSignal."""
    from reengage_desktop.channels.onesignal import OneSignalAccount, OneSignalChannel  # noqa: PLC0415 - see build_smtp

    app_id, url = (settings.text(f"providers.onesignal.{name}") for name in ("app_id", "base_url"))
    return OneSignalChannel(OneSignalAccount(app_id, secrets.get("onesignal", "api_key") or "", url))


def build_smtp(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of the owner's mailbox."""
    from reengage_desktop.channels.mail import MailIdentity  # noqa: PLC0415 - built when needed, to start quickly
    from reengage_desktop.channels.smtp import SmtpChannel, SmtpServer  # noqa: PLC0415 - see above

    from_address = settings.text("providers.smtp.from_address")
    server = SmtpServer(
        settings.text("providers.smtp.host"),
        settings.whole("providers.smtp.port"),
        settings.text("providers.smtp.security"),
        settings.text("providers.smtp.username") or from_address,
        secrets.get("smtp", "password") or "",
    )
    identity = MailIdentity(
        from_address,
        settings.text("providers.smtp.from_name") or settings.text("business.name"),
        settings.text("business.reply_to"),
        settings.text("providers.smtp.unsubscribe_address"),
    )
    return SmtpChannel(server, identity)


def build_imap(settings: Settings, secrets: Secrets) -> Mailbox:
    """The owner's mailbox, to be read."""
    from reengage_desktop.channels.imap import ImapMailbox, ImapServer  # noqa: PLC0415 - see build_smtp

    users = ("providers.imap.username", "providers.smtp.username", "providers.smtp.from_address")
    server = ImapServer(
        settings.text("providers.imap.host"),
        settings.whole("providers.imap.port"),
        settings.text("providers.imap.security"),
        next(filter(None, map(settings.text, users)), ""),
        secrets.get("imap", "password") or "",
        settings.text("providers.imap.folder"),
    )
    return ImapMailbox(server)


def build_twilio(channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Twilio."""
    from reengage_desktop.channels.twilio import TwilioAccount, TwilioChannel  # noqa: PLC0415 - see build_smtp

    account = TwilioAccount(
        account_sid=settings.text("providers.twilio.account_sid"),
        auth_token=secrets.get("twilio", "auth_token") or "",
        from_number=settings.text("providers.twilio.from_number"),
        messaging_service_sid=settings.text("providers.twilio.messaging_service_sid"),
        whatsapp_from=settings.text("providers.twilio.whatsapp_from"),
        base_url=settings.text("providers.twilio.base_url"),
    )
    return TwilioChannel(channel, account)


def build_whatsapp_cloud(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Meta's WhatsApp."""
    from reengage_desktop.channels.whatsapp_cloud import (  # noqa: PLC0415 - see build_smtp
        WhatsAppAccount,
        WhatsAppCloudChannel,
    )

    account = WhatsAppAccount(
        phone_number_id=settings.text("providers.whatsapp_cloud.phone_number_id"),
        access_token=secrets.get("whatsapp_cloud", "access_token") or "",
        business_account_id=settings.text("providers.whatsapp_cloud.business_account_id"),
        api_version=settings.text("providers.whatsapp_cloud.api_version"),
        base_url=settings.text("providers.whatsapp_cloud.base_url"),
    )
    return WhatsAppCloudChannel(account)


def _mail_identity(provider: str, settings: Settings) -> "MailIdentity":
    from reengage_desktop.channels.mail import MailIdentity  # noqa: PLC0415 - see build_smtp

    name = settings.text(f"providers.{provider}.from_name") or settings.text("business.name")
    from_address = settings.text(f"providers.{provider}.from_address")
    way_out = settings.text("providers.smtp.unsubscribe_address")
    return MailIdentity(from_address, name, settings.text("business.reply_to"), way_out)


def build_resend(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Resend."""
    from reengage_desktop.channels.resend import ResendAccount, ResendChannel  # noqa: PLC0415 - see build_smtp

    account = ResendAccount(secrets.get("resend", "api_key") or "", settings.text("providers.resend.base_url"))
    return ResendChannel(account, _mail_identity("resend", settings))


def build_sendgrid(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of SendGrid."""
    from reengage_desktop.channels.sendgrid import SendGridAccount, SendGridChannel  # noqa: PLC0415 - see build_smtp

    account = SendGridAccount(secrets.get("sendgrid", "api_key") or "", settings.text("providers.sendgrid.base_url"))
    return SendGridChannel(account, _mail_identity("sendgrid", settings))


def build_postmark(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Postmark."""
    from reengage_desktop.channels.postmark import PostmarkAccount, PostmarkChannel  # noqa: PLC0415 - see build_smtp

    account = PostmarkAccount(
        secrets.get("postmark", "server_token") or "",
        settings.text("providers.postmark.message_stream"),
        settings.text("providers.postmark.base_url"),
    )
    return PostmarkChannel(account, _mail_identity("postmark", settings))


def build_vapi(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Vapi."""
    from reengage_desktop.channels.vapi import VapiAccount, VapiChannel  # noqa: PLC0415 - see build_smtp

    assistant, number, url = (
        settings.text(f"providers.vapi.{name}") for name in ("assistant_id", "phone_number_id", "base_url")
    )
    shop = settings.text("business.name")
    return VapiChannel(VapiAccount(secrets.get("vapi", "api_key") or "", assistant, number, shop, url))


def build_vonage(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    """The adapter of Vonage."""
    from reengage_desktop.channels.vonage import VonageAccount, VonageChannel  # noqa: PLC0415 - see build_smtp

    account = VonageAccount(
        secrets.get("vonage", "api_key") or "",
        secrets.get("vonage", "api_secret") or "",
        settings.text("providers.vonage.from_number"),
        settings.text("providers.vonage.base_url"),
    )
    return VonageChannel(account)
