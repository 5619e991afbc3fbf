"""Every setting there is: its default, what it may be, and the sentence when it may not (cli.md, "Settings")."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast
from zoneinfo import ZoneInfo

from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.places import COUNTRIES, CURRENCIES
from reengage_desktop.domain.setting_values import (
    WEEKDAYS,
    amount,
    base_url,
    channels,
    days,
    host,
    line,
    lines,
    mail,
    member_of,
    number,
    one_of,
    pattern,
    proxy,
    switch,
    time_of_day,
    web_address,
    weekdays,
    whole,
    zone,
)
from reengage_desktop.domain.vocabulary import ChannelName

_MOST_SHOWN = 200

Value = bool | int | Decimal | str | tuple[str, ...]


class SettingFault(ValueError):
    """A setting that does not exist or a value that it can't take; the text is the sentence for the owner."""


@dataclass(frozen=True)
class Setting:
    """One setting: `parse` turns the owner's text into its value or raises ValueError with the expectation.

    `longest`: so many characters are taken from the owner; a longer text that is stored already is read all the same.
    """

    key: str
    default: str
    parse: Callable[[str], Value]
    longest: int | None = None


_BASE_URLS = {
    "resend": "https://api.resend.com",
    "sendgrid": "https://api.sendgrid.com",
    "postmark": "https://api.postmarkapp.com",
    "ses": "https://email.{region}.amazonaws.com",
    "twilio": "https://api.twilio.com",
    "vonage": "https://rest.nexmo.com",
    "sns": "https://sns.{region}.amazonaws.com",
    "whatsapp_cloud": "https://graph.facebook.com",
    "vapi": "https://api.vapi.ai",
    "google_wallet": "https://walletobjects.googleapis.com",
    "onesignal": "https://api.onesignal.com",
    "fcm": "https://fcm.googleapis.com",
}


def _catalogue() -> Iterator[Setting]:
    yield Setting("business.name", "", line, longest=100)
    yield Setting("business.country", "US", member_of(COUNTRIES, "must be a country code such as DE"))
    yield Setting("business.timezone", "UTC", zone)
    yield Setting("business.currency", "USD", member_of(CURRENCIES, "must be a currency code such as EUR"))
    yield Setting("business.postal_address", "", lines)
    yield Setting("business.reply_to", "", mail)
    yield Setting("business.website", "", web_address)
    yield from _rules()
    yield Setting("sending.quiet_start", "21:00", time_of_day)
    yield Setting("sending.quiet_end", "08:00", time_of_day)
    yield Setting("sending.allowed_weekdays", ",".join(WEEKDAYS), weekdays)
    yield Setting("sending.holidays", "", days)
    yield Setting("sending.test_mode", "false", switch)
    yield Setting("sending.expires_after_hours", "72", whole(1, 720))
    mails = ("smtp", "resend", "sendgrid", "ses", "postmark", HAND, "pretend")
    yield Setting("channels.email.provider", "smtp", one_of(*mails))
    yield Setting("channels.sms.provider", "twilio", one_of("twilio", "vonage", "sns", HAND, "pretend"))
    yield Setting("channels.whatsapp.provider", "whatsapp_cloud", one_of("whatsapp_cloud", "twilio", HAND, "pretend"))
    yield Setting("channels.call.provider", "vapi", one_of("vapi", HAND, "pretend"))
    yield Setting("channels.wallet.provider", "google_wallet", one_of("google_wallet", "pretend"))
    yield Setting("channels.push.provider", "onesignal", one_of("onesignal", "fcm", "pretend"))
    # What one text part, message or call costs in the shop's currency; 0: not known.
    for name in ("sms", "whatsapp", "call"):
        yield Setting(f"channels.{name}.price", "0", amount)
    yield from _providers()
    # The network's own way out for everything but mail servers; its password is the secret network/proxy_password.
    yield Setting("network.proxy", "", proxy)
    # A folder whose new files are imported by themselves, when their columns are known; empty: none.
    yield Setting("import.watched_folder", "", line)
    yield Setting("app.theme", "auto", one_of("auto", "light", "dark"))
    yield Setting("app.text_size", "100", whole(90, 150))
    yield Setting("app.language", "auto", one_of("auto", "en", "de"))
    # What closing the window does where there is a tray: asked once, then remembered.
    yield Setting("app.keep_running", "ask", one_of("ask", "yes", "no"))
    yield Setting("app.start_at_login", "false", switch)
    yield Setting("app.notifications", "true", switch)


def _rules() -> Iterator[Setting]:
    identity = pattern("aec_[A-Za-z0-9]{20}", "must be aec_ and 20 letters or digits")
    yield Setting("reengagement.enabled", "false", switch)
    yield Setting("reengagement.id", "", lambda text: identity(text) if text else text)
    yield Setting("reengagement.inactivity_threshold", "60", whole(1, 365))
    yield Setting("reengagement.run_time", "09:00", time_of_day)
    yield Setting("reengagement.channels", "", channels)
    yield Setting("reengagement.channel_mode", "first", one_of("first", "best", "all"))
    yield Setting("reengagement.review_before_sending", "true", switch)
    yield Setting("reengagement.price_drop_percent", "10", whole(1, 99))
    yield Setting("reengagement.loyalty_min_ltv", "0", amount)
    yield Setting("reengagement.loyalty_discount", "10", whole(1, 100))
    yield Setting("reengagement.cap_per_week", "1", whole(1, 7))
    yield Setting("reengagement.cap_per_month", "4", whole(1, 30))
    yield Setting("reengagement.attribution_days", "14", whole(1, 90))
    yield Setting("reengagement.views_retention_days", "90", whole(1, 730))
    yield Setting("reengagement.holdout_percent", "0", whole(0, 50))
    yield Setting("reengagement.daily_limit", "50", whole(0, 1_000_000))
    yield Setting("reengagement.too_long_gone_days", "730", whole(0, 36_500))
    yield Setting("reengagement.max_per_lapse", "3", whole(0, 100))
    yield Setting("reengagement.repeat_after_days", "14", whole(1, 365))


_PLAIN_PROVIDER_KEYS = (
    "ses.configuration_set",
    "ses.contact_list",
    "ses.queue_url",
    "twilio.account_sid",
    "twilio.messaging_service_sid",
    "sns.sender_id",
    "whatsapp_cloud.phone_number_id",
    "whatsapp_cloud.business_account_id",
    "vapi.assistant_id",
    "vapi.phone_number_id",
    "google_wallet.issuer_id",
    "google_wallet.class_id",
    "onesignal.app_id",
    "fcm.project_id",
)


def _providers() -> Iterator[Setting]:
    rates = {"smtp": "60", "vapi": "10"}
    for name in ("smtp", *_BASE_URLS):
        yield Setting(f"providers.{name}.rate_per_minute", rates.get(name, "0"), whole(0, 100_000))
    for name, url in _BASE_URLS.items():
        yield Setting(f"providers.{name}.base_url", url, _provider_url(url))
    yield from _mailboxes()
    for key in _PLAIN_PROVIDER_KEYS:
        yield Setting(f"providers.{key}", "", line)
    yield Setting("providers.postmark.message_stream", "broadcast", line)
    for name in ("ses", "sns"):
        yield Setting(f"providers.{name}.region", "eu-west-1", pattern("[a-z0-9-]{1,40}", "must be an AWS region"))
    for key in ("twilio.from_number", "twilio.whatsapp_from", "vonage.from_number"):
        yield Setting(f"providers.{key}", "", number)
    yield Setting("providers.whatsapp_cloud.api_version", "v23.0", pattern(r"v\d+\.\d+", "must be like v23.0"))


def _mailboxes() -> Iterator[Setting]:
    for name, port, security in (("smtp", "587", "starttls"), ("imap", "993", "tls")):
        yield Setting(f"providers.{name}.host", "", host)
        yield Setting(f"providers.{name}.port", port, whole(1, 65_535))
        yield Setting(f"providers.{name}.security", security, one_of("tls", "starttls", "none"))
        yield Setting(f"providers.{name}.username", "", line)
    yield Setting("providers.imap.folder", "INBOX", line)
    yield Setting("providers.smtp.unsubscribe_address", "", mail)
    for name in ("smtp", "resend", "sendgrid", "postmark", "ses"):
        yield Setting(f"providers.{name}.from_address", "", mail)
        yield Setting(f"providers.{name}.from_name", "", line)


def _provider_url(default: str) -> Callable[[str], str]:
    return lambda text: text if text == default else base_url(text)


SETTINGS: dict[str, Setting] = {setting.key: setting for setting in _catalogue()}
"""The catalogue by key, in the order in which the owner sees them."""


# Parsed once: the sender takes a fresh snapshot for every message.
_DEFAULTS: dict[str, Value] = {key: setting.parse(setting.default) for key, setting in SETTINGS.items()}
_DEFAULT_TEXTS: dict[str, str] = {key: setting.default for key, setting in SETTINGS.items()}


def parse_setting(key: str, text: str) -> Value:
    """The checked value of a setting; raises SettingFault with the sentence for the owner."""
    value, longest = _parse(key, text), SETTINGS[key].longest
    if longest is not None and len(text.strip()) > longest:
        raise _fault(key, f"must have {longest} characters at most", text)
    return value


def _parse(key: str, text: str) -> Value:
    """The value of a setting as it is stored."""
    setting = SETTINGS.get(key)
    if setting is None:
        raise SettingFault(f"There is no setting “{key}”. Did you mean “{_nearest(key)}”?")
    try:
        return setting.parse(text.strip())
    except ValueError as fault:
        raise _fault(key, str(fault), text) from None


def _fault(key: str, expected: str, text: str) -> SettingFault:
    return SettingFault(f"“{key}” {expected}; “{_shown(text)}” was not taken and the old value stays.")


def _shown(text: str) -> str:
    """What was typed, as far as a sentence holds it, without a password that stood in an address."""
    open_text = re.sub(r"(?<=:)[^/@:]+(?=@)", "…", text)
    plain = "".join(each if each.isprintable() else " " for each in open_text[:_MOST_SHOWN])
    return plain if len(open_text) <= _MOST_SHOWN else f"{plain}…"


def _nearest(key: str) -> str:
    """The known key that is most like it: as a whole, and by the words of its last part."""

    def likeness(known: str) -> float:
        whole = difflib.SequenceMatcher(None, key, known).ratio()
        asked = re.split(r"[._]", key)[-1]
        return whole + max(difflib.SequenceMatcher(None, asked, word).ratio() for word in re.split(r"[._]", known))

    return max(SETTINGS, key=likeness)


class Settings(Mapping[str, Value]):
    """A frozen snapshot of all settings, parsed, with the defaults filled in.

    `texts` are the stored values by key; a stored value that no longer parses falls back to its default and told in
    `faults` under its key.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.texts: dict[str, str] = dict(_DEFAULT_TEXTS)
        self.given: frozenset[str] = frozenset(texts or ())
        self.faults: dict[str, str] = {}
        self._values: dict[str, Value] = dict(_DEFAULTS)
        for key, text in (texts or {}).items():
            try:
                self._values[key] = _parse(key, text)
                self.texts[key] = text
            except SettingFault as fault:
                self.faults[key] = str(fault)

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def text(self, key: str) -> str:
        """A text setting."""
        return cast("str", self._values[key])

    def whole(self, key: str) -> int:
        """A whole-number setting."""
        return cast("int", self._values[key])

    def is_on(self, key: str) -> bool:
        """A switch."""
        return cast("bool", self._values[key])

    def names(self, key: str) -> tuple[str, ...]:
        """A setting that lists words."""
        return cast("tuple[str, ...]", self._values[key])

    def amount(self, key: str) -> Decimal:
        """An amount in the shop's currency, in major units."""
        return cast("Decimal", self._values[key])

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        return ZoneInfo(self.text("business.timezone"))

    @property
    def currency(self) -> str:
        """The shop's one base currency."""
        return self.text("business.currency")

    @property
    def country(self) -> str:
        """The shop's country: the region of phone numbers without a prefix."""
        return self.text("business.country")

    @property
    def channels(self) -> tuple[ChannelName, ...]:
        """The channels that automatic messages may take, in the owner's order."""
        return tuple(ChannelName(name) for name in self.names("reengagement.channels"))

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays on which messages may go, Monday being 0."""
        return tuple(WEEKDAYS.index(name) for name in self.names("sending.allowed_weekdays"))

    def provider_of(self, channel: ChannelName) -> str:
        """The provider that carries a channel; `pretend` for all of them in test mode."""
        if self.is_on("sending.test_mode"):
            return "pretend"
        return self.text(f"channels.{channel}.provider")
