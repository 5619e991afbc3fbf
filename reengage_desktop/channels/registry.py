"""Which provider carries which channel, what each needs, and how its adapter is built from settings and secrets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reengage_desktop.channels.pretend import PretendChannel
from reengage_desktop.channels.protocol import Channel, ChannelState, NotConfigured
from reengage_desktop.domain.base_urls import BaseUrlRefused
from reengage_desktop.domain.credentials import Secrets, SecretsFault
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName

if TYPE_CHECKING:
    from reengage_desktop.channels.mail import MailIdentity

Build = Callable[[ChannelName, Settings, Secrets], Channel]

_EMAIL = (ChannelName.EMAIL,)
_SMS = (ChannelName.SMS,)


@dataclass(frozen=True)
class ProviderCard:
    """One provider: what it is called, carries and needs.

    `settings` are keys that must not be empty on any channel, `channel_settings` those of one channel: one key of each
    inner tuple is enough. `secrets` are all fields that `credentials set` takes, `needed_secrets` those without which
    nothing goes. `build` is None for a provider that this version keeps keys for and does not send through.
    """

    name: str
    title: str
    channels: tuple[ChannelName, ...]
    secrets: tuple[str, ...] = ()
    needed_secrets: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    channel_settings: Mapping[ChannelName, tuple[tuple[str, ...], ...]] | None = None
    key_hint: str = ""
    build: Build | None = None


def _card(name: str, title: str, channels: tuple[ChannelName, ...], *secrets: str) -> ProviderCard:
    return ProviderCard(name, title, channels, secrets, secrets)


def _mail_card(name: str, title: str, secret: str, key_hint: str, build: Build) -> ProviderCard:
    needed = (f"providers.{name}.from_address", "business.postal_address")
    return ProviderCard(name, title, _EMAIL, (secret,), (secret,), needed, key_hint=key_hint, build=build)


def _build_smtp(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
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


def _build_twilio(channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    from reengage_desktop.channels.twilio import TwilioAccount, TwilioChannel  # noqa: PLC0415 - see _build_smtp

    account = TwilioAccount(
        account_sid=settings.text("providers.twilio.account_sid"),
        auth_token=secrets.get("twilio", "auth_token") or "",
        from_number=settings.text("providers.twilio.from_number"),
        messaging_service_sid=settings.text("providers.twilio.messaging_service_sid"),
        whatsapp_from=settings.text("providers.twilio.whatsapp_from"),
        base_url=settings.text("providers.twilio.base_url"),
    )
    return TwilioChannel(channel, account)


def _build_whatsapp_cloud(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    from reengage_desktop.channels.whatsapp_cloud import (  # noqa: PLC0415 - see _build_smtp
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
    from reengage_desktop.channels.mail import MailIdentity  # noqa: PLC0415 - see _build_smtp

    name = settings.text(f"providers.{provider}.from_name") or settings.text("business.name")
    from_address = settings.text(f"providers.{provider}.from_address")
    way_out = settings.text("providers.smtp.unsubscribe_address")
    return MailIdentity(from_address, name, settings.text("business.reply_to"), way_out)


def _build_resend(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    from reengage_desktop.channels.resend import ResendAccount, ResendChannel  # noqa: PLC0415 - see _build_smtp

    account = ResendAccount(secrets.get("resend", "api_key") or "", settings.text("providers.resend.base_url"))
    return ResendChannel(account, _mail_identity("resend", settings))


def _build_sendgrid(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    from reengage_desktop.channels.sendgrid import SendGridAccount, SendGridChannel  # noqa: PLC0415 - see _build_smtp

    account = SendGridAccount(secrets.get("sendgrid", "api_key") or "", settings.text("providers.sendgrid.base_url"))
    return SendGridChannel(account, _mail_identity("sendgrid", settings))


def _build_postmark(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    from reengage_desktop.channels.postmark import PostmarkAccount, PostmarkChannel  # noqa: PLC0415 - see _build_smtp

    account = PostmarkAccount(
        secrets.get("postmark", "server_token") or "",
        settings.text("providers.postmark.message_stream"),
        settings.text("providers.postmark.base_url"),
    )
    return PostmarkChannel(account, _mail_identity("postmark", settings))


def _build_vonage(_channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel:
    from reengage_desktop.channels.vonage import VonageAccount, VonageChannel  # noqa: PLC0415 - see _build_smtp

    account = VonageAccount(
        secrets.get("vonage", "api_key") or "",
        secrets.get("vonage", "api_secret") or "",
        settings.text("providers.vonage.from_number"),
        settings.text("providers.vonage.base_url"),
    )
    return VonageChannel(account)


_CARDS = (
    ProviderCard(
        "pretend",
        "Pretend",
        tuple(ChannelName),
        key_hint="Needs no key: nothing leaves this PC.",
        build=lambda channel, _settings, _secrets: PretendChannel(channel),
    ),
    ProviderCard(
        "smtp",
        "Your own mailbox (SMTP)",
        _EMAIL,
        secrets=("password",),
        settings=("providers.smtp.host", "providers.smtp.from_address", "business.postal_address"),
        key_hint="The outgoing mail server, user name and password as your mail host names them.",
        build=_build_smtp,
    ),
    ProviderCard("imap", "Your own mailbox (IMAP)", (), secrets=("password",)),
    ProviderCard(
        "twilio",
        "Twilio",
        (ChannelName.SMS, ChannelName.WHATSAPP),
        secrets=("auth_token",),
        needed_secrets=("auth_token",),
        settings=("providers.twilio.account_sid",),
        channel_settings={
            ChannelName.SMS: (("providers.twilio.from_number", "providers.twilio.messaging_service_sid"),),
            ChannelName.WHATSAPP: (("providers.twilio.whatsapp_from",),),
        },
        key_hint="Account SID and Auth Token stand on the first page of the Twilio Console.",
        build=_build_twilio,
    ),
    ProviderCard(
        "whatsapp_cloud",
        "WhatsApp Business (Meta)",
        (ChannelName.WHATSAPP,),
        secrets=("access_token", "app_secret"),
        needed_secrets=("access_token",),
        settings=("providers.whatsapp_cloud.phone_number_id",),
        key_hint="Phone number ID and a permanent token stand on the WhatsApp page of your app at Meta.",
        build=_build_whatsapp_cloud,
    ),
    _mail_card(
        "resend", "Resend", "api_key", "API Keys in Resend's menu; your domain must be verified there.", _build_resend
    ),
    _mail_card(
        "sendgrid",
        "SendGrid",
        "api_key",
        "Settings, API Keys at SendGrid; allow “Mail Send” and “Suppressions: read”.",
        _build_sendgrid,
    ),
    _mail_card(
        "postmark",
        "Postmark",
        "server_token",
        "The server's page “API Tokens” at Postmark; marketing goes through a broadcast stream.",
        _build_postmark,
    ),
    _card("ses", "Amazon SES", _EMAIL, "access_key_id", "secret_access_key"),
    ProviderCard(
        "vonage",
        "Vonage",
        _SMS,
        secrets=("api_key", "api_secret"),
        needed_secrets=("api_key", "api_secret"),
        settings=("providers.vonage.from_number",),
        key_hint="Key and secret stand on the first page of Vonage's dashboard.",
        build=_build_vonage,
    ),
    _card("sns", "Amazon SNS", _SMS, "access_key_id", "secret_access_key"),
    _card("vapi", "Vapi", (ChannelName.CALL,), "api_key"),
    _card("google_wallet", "Google Wallet", (ChannelName.WALLET,), "service_account_json"),
    _card("onesignal", "OneSignal", (ChannelName.PUSH,), "api_key"),
    _card("fcm", "Firebase Cloud Messaging", (ChannelName.PUSH,), "service_account_json"),
)

PROVIDERS: dict[str, ProviderCard] = {card.name: card for card in _CARDS}
"""Every provider by the name that settings and `credentials set` use."""


def build_channel(channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel | NotConfigured:
    """The adapter that carries a channel now, or what is missing for it."""
    name = settings.provider_of(channel)
    return build_provider(name, channel, settings, secrets)


def build_provider(name: str, channel: ChannelName, settings: Settings, secrets: Secrets) -> Channel | NotConfigured:
    """The adapter of one provider on one channel whatever the settings choose, or what is missing for it."""
    card = PROVIDERS.get(name)
    if card is None or channel not in card.channels:
        return NotConfigured(f"There is no provider “{name}” for {channel} in this version; choose another one.")
    if card.build is None:
        return NotConfigured(f"This version can't send through {card.title} yet; choose another provider.")
    try:
        faults = _missing(card, channel, settings, secrets)
        return NotConfigured(faults) if faults else card.build(channel, settings, secrets)
    except (SecretsFault, BaseUrlRefused) as fault:
        return NotConfigured(str(fault))


def availability(settings: Settings, secrets: Secrets) -> dict[ChannelName, ChannelState]:
    """For every channel whether it can send, through whom, and what is missing if not."""
    return {channel: _state(channel, settings, secrets) for channel in ChannelName}


def _state(channel: ChannelName, settings: Settings, secrets: Secrets) -> ChannelState:
    built = build_channel(channel, settings, secrets)
    provider = settings.provider_of(channel)
    if isinstance(built, NotConfigured):
        return ChannelState(configured=False, provider=provider, detail=built.detail)
    prefixes = built.capabilities.blocked_prefixes
    built.close()
    return ChannelState(configured=True, provider=provider, detail="", blocked_prefixes=prefixes)


def _missing(card: ProviderCard, channel: ChannelName, settings: Settings, secrets: Secrets) -> str:
    wanted: list[tuple[str, ...]] = [(key,) for key in card.settings]
    wanted += (card.channel_settings or {}).get(channel, ())
    lacking = [
        " or ".join(f"“{key}”" for key in keys) for keys in wanted if not any(settings.text(key) for key in keys)
    ]
    lacking += [f"the secret “{field}”" for field in card.needed_secrets if not secrets.get(card.name, field)]
    if not lacking:
        return ""
    if len(lacking) == 1:
        return f"{card.title} is not connected: {lacking[0]} is missing. Set it under Settings, Connections."
    listed = f"{', '.join(lacking[:-1])} and {lacking[-1]}"
    return f"{card.title} is not connected: {listed} are missing. Set them under Settings, Connections."
