"""Which provider carries which channel, what each needs, and how its adapter is built from settings and secrets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reengage_desktop.channels import builders
from reengage_desktop.channels.hand import HandChannel
from reengage_desktop.channels.pretend import PretendChannel
from reengage_desktop.channels.protocol import Channel, ChannelState, Mailbox, NotConfigured
from reengage_desktop.channels.way_out import ProxyTrial, asked_through, proxy_of
from reengage_desktop.domain.base_urls import BaseUrlRefused
from reengage_desktop.domain.by_hand import HAND, HAND_CHANNELS
from reengage_desktop.domain.credentials import Secrets, SecretsFault
from reengage_desktop.domain.sentences import Sentence, spoken
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.transport import through

Build = Callable[[ChannelName, Settings, Secrets], Channel]

_EMAIL = (ChannelName.EMAIL,)
_SMS = (ChannelName.SMS,)
_AWS_SECRETS = ("access_key_id", "secret_access_key")


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

    @property
    def is_offered(self) -> bool:
        """Whether this version goes through it, or reads it."""
        return self.build is not None or not self.channels


def _mail_card(name: str, title: str, secret: str, key_hint: str, build: Build) -> ProviderCard:
    needed = (f"providers.{name}.from_address", "business.postal_address")
    return ProviderCard(name, title, _EMAIL, (secret,), (secret,), needed, key_hint=key_hint, build=build)


_CARDS = (
    ProviderCard(
        "pretend",
        "Pretend",
        tuple(ChannelName),
        key_hint="Needs no key: nothing leaves this PC.",
        build=lambda channel, _settings, _secrets: PretendChannel(channel),
    ),
    ProviderCard(
        HAND,
        "You, by hand",
        HAND_CHANNELS,
        key_hint="Needs no key: messages wait in a list, and you write, call or post them yourself.",
        build=lambda channel, _settings, _secrets: HandChannel(channel),
    ),
    ProviderCard(
        "smtp",
        "Your own mailbox (SMTP)",
        _EMAIL,
        secrets=("password",),
        settings=("providers.smtp.host", "providers.smtp.from_address", "business.postal_address"),
        key_hint="The outgoing mail server, user name and password as your mail host names them.",
        build=builders.build_smtp,
    ),
    ProviderCard(
        "imap",
        "Your own mailbox (IMAP)",
        (),
        secrets=("password",),
        needed_secrets=("password",),
        settings=("providers.imap.host",),
        key_hint="The incoming mail server, user name and password as your mail host names them; it is only read.",
    ),
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
        build=builders.build_twilio,
    ),
    ProviderCard(
        "whatsapp_cloud",
        "WhatsApp Business (Meta)",
        (ChannelName.WHATSAPP,),
        secrets=("access_token", "app_secret"),
        needed_secrets=("access_token",),
        settings=("providers.whatsapp_cloud.phone_number_id",),
        key_hint="Phone number ID and a permanent token stand on the WhatsApp page of your app at Meta.",
        build=builders.build_whatsapp_cloud,
    ),
    _mail_card(
        "resend",
        "Resend",
        "api_key",
        "API Keys in Resend's menu; your domain must be verified there.",
        builders.build_resend,
    ),
    _mail_card(
        "sendgrid",
        "SendGrid",
        "api_key",
        "Settings, API Keys at SendGrid; allow “Mail Send” and “Suppressions: read”.",
        builders.build_sendgrid,
    ),
    _mail_card(
        "postmark",
        "Postmark",
        "server_token",
        "The server's page “API Tokens” at Postmark; marketing goes through a broadcast stream.",
        builders.build_postmark,
    ),
    ProviderCard(
        "ses",
        "Amazon SES",
        _EMAIL,
        secrets=_AWS_SECRETS,
        needed_secrets=_AWS_SECRETS,
        settings=("providers.ses.from_address", "business.postal_address"),
        key_hint="A user of your AWS account that may “ses:SendEmail” and “ses:List*”, and its access key.",
        build=builders.build_ses,
    ),
    ProviderCard(
        "vonage",
        "Vonage",
        _SMS,
        secrets=("api_key", "api_secret"),
        needed_secrets=("api_key", "api_secret"),
        settings=("providers.vonage.from_number",),
        key_hint="Key and secret stand on the first page of Vonage's dashboard.",
        build=builders.build_vonage,
    ),
    ProviderCard(
        "sns",
        "Amazon SNS",
        _SMS,
        secrets=_AWS_SECRETS,
        needed_secrets=_AWS_SECRETS,
        key_hint="A user of your AWS account that may “sns:Publish” and “sns:ListPhoneNumbersOptedOut”.",
        build=builders.build_sns,
    ),
    ProviderCard(
        "vapi",
        "Vapi",
        (ChannelName.CALL,),
        secrets=("api_key",),
        needed_secrets=("api_key",),
        settings=("providers.vapi.assistant_id", "providers.vapi.phone_number_id", "business.name"),
        key_hint="API Keys at Vapi (the private one), and the ids of an assistant and of a phone number there.",
        build=builders.build_vapi,
    ),
    ProviderCard(
        "google_wallet",
        "Google Wallet",
        (ChannelName.WALLET,),
        secrets=("service_account_json",),
        needed_secrets=("service_account_json",),
        settings=("providers.google_wallet.issuer_id",),
        key_hint="The JSON key of a service account that is a user of your issuer in the Wallet console.",
        build=builders.build_google_wallet,
    ),
    ProviderCard(
        "onesignal",
        "OneSignal",
        (ChannelName.PUSH,),
        secrets=("api_key",),
        needed_secrets=("api_key",),
        settings=("providers.onesignal.app_id",),
        key_hint="Settings, Keys & IDs at OneSignal: the app's id and its API key.",
        build=builders.build_onesignal,
    ),
    ProviderCard(
        "fcm",
        "Firebase Cloud Messaging",
        (ChannelName.PUSH,),
        secrets=("service_account_json",),
        needed_secrets=("service_account_json",),
        settings=("providers.fcm.project_id",),
        key_hint="Project settings, Service accounts at Firebase: a new private key, and the project's id.",
        build=builders.build_fcm,
    ),
)

PROVIDERS: dict[str, ProviderCard] = {card.name: card for card in _CARDS}
"""Every provider by the name that settings and `credentials set` use."""


NETWORK = ProviderCard(
    "network",
    "Your network's proxy",
    (),
    secrets=("proxy_password",),
    key_hint="Address, user name and password as whoever looks after your network names them.",
)
"""What stands between this PC and every provider; it carries nothing itself, and most networks have none."""

KEY_HOLDERS: dict[str, ProviderCard] = {**PROVIDERS, NETWORK.name: NETWORK}
"""Everything that `credentials set` keeps a secret for."""


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
        text = f"This version can't send through {card.title} yet; choose another provider."
        return NotConfigured(Sentence("provider_not_yet", text, provider=name))
    try:
        faults = _missing(card, channel, settings, secrets)
        with through(proxy_of(settings, secrets)):
            return NotConfigured(faults) if faults else card.build(channel, settings, secrets)
    except (SecretsFault, BaseUrlRefused) as fault:
        return NotConfigured(spoken(fault))


def build_mailbox(settings: Settings, secrets: Secrets) -> Mailbox | NotConfigured:
    """The mailbox that is read for what comes back, or what is missing for it."""
    card = PROVIDERS["imap"]
    if not settings.text("providers.imap.host"):
        text = f"{card.title} is not connected: bounces and answers by mail are not fetched."
        return NotConfigured(Sentence("mailbox_not_connected", text))
    try:
        faults = _missing(card, ChannelName.EMAIL, settings, secrets)
        return NotConfigured(faults, is_named=True) if faults else builders.build_imap(settings, secrets)
    except SecretsFault as fault:
        return NotConfigured(spoken(fault), is_named=True)


def build_proxy_trial(settings: Settings, secrets: Secrets) -> ProxyTrial | NotConfigured:
    """What asks through the owner's proxy, or why there is nothing to ask."""
    try:
        proxy, url = proxy_of(settings, secrets), asked_through(settings)
        if proxy is None:
            text = "No proxy is set: every provider is asked straight from this PC."
            return NotConfigured(Sentence("no_proxy", text))
        if not proxy.serves(url):
            text = "No provider is in use that would be asked through the proxy; choose one first."
            return NotConfigured(Sentence("proxy_unused", text))
        return ProxyTrial(proxy, url)
    except (SecretsFault, BaseUrlRefused) as fault:
        return NotConfigured(spoken(fault))


def availability(settings: Settings, secrets: Secrets) -> dict[ChannelName, ChannelState]:
    """For every channel whether it can send, through whom, and what is missing if not."""
    return {channel: _state(channel, settings, secrets) for channel in ChannelName}


def _state(channel: ChannelName, settings: Settings, secrets: Secrets) -> ChannelState:
    built = build_channel(channel, settings, secrets)
    provider = settings.provider_of(channel)
    if isinstance(built, NotConfigured):
        return ChannelState(configured=False, provider=provider, detail=built.detail)
    can = built.capabilities
    built.close()
    return ChannelState(
        configured=True,
        provider=provider,
        detail="",
        blocked_prefixes=can.blocked_prefixes,
        needs_template=can.needs_template,
    )


def _missing(card: ProviderCard, channel: ChannelName, settings: Settings, secrets: Secrets) -> str:
    wanted: list[tuple[str, ...]] = [(key,) for key in card.settings]
    wanted += (card.channel_settings or {}).get(channel, ())
    lacking = [
        " or ".join(f"“{key}”" for key in keys) for keys in wanted if not any(settings.text(key) for key in keys)
    ]
    lacking += [f"the secret “{field}”" for field in card.needed_secrets if not secrets.get(card.name, field)]
    if not lacking:
        return ""
    told = f"{lacking[0]} is missing. Set it"
    if len(lacking) > 1:
        told = f"{', '.join(lacking[:-1])} and {lacking[-1]} are missing. Set them"
    text = f"{card.title} is not connected: {told} under Settings, Connections."
    return Sentence("provider_incomplete", text, provider=card.name)
