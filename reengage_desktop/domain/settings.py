"""Every setting there is: its default, what it may be, and the sentence when it may not (cli.md, "Settings")."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast
from zoneinfo import ZoneInfo

from reengage_desktop.domain.contacts import normalise_email
from reengage_desktop.domain.vocabulary import ChannelName

Value = bool | int | Decimal | str | tuple[str, ...]


class SettingFault(ValueError):
    """A setting that does not exist or a value that it can't take; the text is the sentence for the owner."""


@dataclass(frozen=True)
class Setting:
    """One setting: `parse` turns the owner's text into its value or raises ValueError with the expectation."""

    key: str
    default: str
    parse: Callable[[str], Value]


def _switch(text: str) -> bool:
    words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    if text.casefold() not in words:
        raise ValueError("must be true or false")
    return words[text.casefold()]


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"-?\d{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(text)

    return parse


def _amount(text: str) -> Decimal:
    if not re.fullmatch(r"\d{1,12}(\.\d{1,3})?", text):
        raise ValueError("must be an amount such as 250 or 99.50")
    return Decimal(text)


def _time_of_day(text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise ValueError("must be a time of day such as 09:00")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise ValueError("must be a time zone such as Europe/Berlin") from None
    return text


def _pattern(pattern: str, expectation: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(expectation)
        return text

    return parse


def _one_of(*words: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in words:
            raise ValueError("must be " + " or ".join(filter(None, words)))
        return text

    return parse


def _channels(text: str) -> tuple[str, ...]:
    names = tuple(part.strip().casefold() for part in text.split(",") if part.strip())
    known = [channel.value for channel in ChannelName]
    for name in names:
        if name not in known:
            raise ValueError(f"must be channels out of {', '.join(known)}; “{name}” is none")
    if len(set(names)) != len(names):
        raise ValueError("names a channel twice")
    return names


def _line(text: str) -> str:
    if re.search(r"[\x00-\x1f\x7f]", text):
        raise ValueError("must be one line of text")
    return text


def _lines(text: str) -> str:
    if re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", text):
        raise ValueError("must be plain text")
    return text


def _mail(text: str) -> str:
    if text and normalise_email(text) is None:
        raise ValueError("must be an e-mail address")
    return text


def _number(text: str) -> str:
    if text and not re.fullmatch(r"(whatsapp:)?\+?\d{3,15}|[A-Za-z0-9 ]{3,11}", text):
        raise ValueError("must be a phone number such as +442079460123, a short code or a sender name")
    return text


def _base_url(text: str) -> str:
    if not re.fullmatch(r"(https://[^/\s?#@]+|http://(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?)(/[^\s?#]*)?", text):
        raise ValueError("must begin with https:// (http:// only for an address on this PC)")
    return text.rstrip("/")


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
    yield Setting("business.name", "", _line)
    yield Setting("business.country", "US", _pattern("[A-Z]{2}", "must be a country code of two capitals such as DE"))
    yield Setting("business.timezone", "UTC", _zone)
    yield Setting("business.currency", "USD", _pattern("[A-Z]{3}", "must be a currency code such as EUR"))
    yield Setting("business.postal_address", "", _lines)
    yield Setting("business.reply_to", "", _mail)
    yield Setting("business.website", "", _line)
    yield from _rules()
    yield Setting("sending.quiet_start", "21:00", _time_of_day)
    yield Setting("sending.quiet_end", "08:00", _time_of_day)
    yield Setting("sending.test_mode", "false", _switch)
    yield Setting("sending.expires_after_hours", "72", _whole(1, 720))
    yield Setting(
        "channels.email.provider", "smtp", _one_of("smtp", "resend", "sendgrid", "ses", "postmark", "pretend")
    )
    yield Setting("channels.sms.provider", "twilio", _one_of("twilio", "vonage", "sns", "pretend"))
    yield Setting("channels.whatsapp.provider", "whatsapp_cloud", _one_of("whatsapp_cloud", "twilio", "pretend"))
    yield Setting("channels.call.provider", "vapi", _one_of("vapi", "pretend"))
    yield Setting("channels.wallet.provider", "google_wallet", _one_of("google_wallet", "pretend"))
    yield Setting("channels.push.provider", "onesignal", _one_of("onesignal", "fcm", "pretend"))
    yield from _providers()
    yield Setting("app.theme", "auto", _one_of("auto", "light", "dark"))
    yield Setting("app.text_size", "100", _whole(90, 150))
    yield Setting("app.language", "auto", _one_of("auto", "en", "de"))
    # What closing the window does where there is a tray: asked once, then remembered.
    yield Setting("app.keep_running", "ask", _one_of("ask", "yes", "no"))
    yield Setting("app.start_at_login", "false", _switch)
    yield Setting("app.notifications", "true", _switch)


def _rules() -> Iterator[Setting]:
    identity = _pattern("aec_[A-Za-z0-9]{20}", "must be aec_ and 20 letters or digits")
    yield Setting("reengagement.enabled", "false", _switch)
    yield Setting("reengagement.id", "", lambda text: identity(text) if text else text)
    yield Setting("reengagement.inactivity_threshold", "60", _whole(1, 365))
    yield Setting("reengagement.run_time", "09:00", _time_of_day)
    yield Setting("reengagement.channels", "", _channels)
    yield Setting("reengagement.channel_mode", "first", _one_of("first", "all"))
    yield Setting("reengagement.review_before_sending", "true", _switch)
    yield Setting("reengagement.price_drop_percent", "10", _whole(1, 99))
    yield Setting("reengagement.loyalty_min_ltv", "0", _amount)
    yield Setting("reengagement.loyalty_discount", "10", _whole(1, 100))
    yield Setting("reengagement.cap_per_week", "1", _whole(1, 7))
    yield Setting("reengagement.cap_per_month", "4", _whole(1, 30))
    yield Setting("reengagement.attribution_days", "14", _whole(1, 90))
    yield Setting("reengagement.views_retention_days", "90", _whole(1, 730))
    yield Setting("reengagement.holdout_percent", "0", _whole(0, 50))
    yield Setting("reengagement.daily_limit", "50", _whole(0, 1_000_000))
    yield Setting("reengagement.too_long_gone_days", "730", _whole(0, 36_500))
    yield Setting("reengagement.max_per_lapse", "3", _whole(0, 100))
    yield Setting("reengagement.repeat_after_days", "14", _whole(1, 365))


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
        yield Setting(f"providers.{name}.rate_per_minute", rates.get(name, "0"), _whole(0, 100_000))
    for name, url in _BASE_URLS.items():
        yield Setting(f"providers.{name}.base_url", url, _provider_url(url))
    yield from _mailboxes()
    for key in _PLAIN_PROVIDER_KEYS:
        yield Setting(f"providers.{key}", "", _line)
    yield Setting("providers.postmark.message_stream", "broadcast", _line)
    for name in ("ses", "sns"):
        yield Setting(f"providers.{name}.region", "eu-west-1", _pattern("[a-z0-9-]+", "must be an AWS region"))
    for key in ("twilio.from_number", "twilio.whatsapp_from", "vonage.from_number"):
        yield Setting(f"providers.{key}", "", _number)
    yield Setting("providers.whatsapp_cloud.api_version", "v23.0", _pattern(r"v\d+\.\d+", "must be like v23.0"))


def _mailboxes() -> Iterator[Setting]:
    for name, port, security in (("smtp", "587", "starttls"), ("imap", "993", "tls")):
        yield Setting(f"providers.{name}.host", "", _pattern(r"[A-Za-z0-9.:\-\[\]]*", "must be a host name"))
        yield Setting(f"providers.{name}.port", port, _whole(1, 65_535))
        yield Setting(f"providers.{name}.security", security, _one_of("tls", "starttls", "none"))
        yield Setting(f"providers.{name}.username", "", _line)
    yield Setting("providers.imap.folder", "INBOX", _line)
    yield Setting("providers.smtp.unsubscribe_address", "", _mail)
    for name in ("smtp", "resend", "sendgrid", "postmark", "ses"):
        yield Setting(f"providers.{name}.from_address", "", _mail)
        yield Setting(f"providers.{name}.from_name", "", _line)


def _provider_url(default: str) -> Callable[[str], str]:
    return lambda text: text if text == default else _base_url(text)


SETTINGS: dict[str, Setting] = {setting.key: setting for setting in _catalogue()}
"""The catalogue by key, in the order in which the owner sees them."""


# Parsed once: the sender takes a fresh snapshot for every message.
_DEFAULTS: dict[str, Value] = {key: setting.parse(setting.default) for key, setting in SETTINGS.items()}
_DEFAULT_TEXTS: dict[str, str] = {key: setting.default for key, setting in SETTINGS.items()}


def parse_setting(key: str, text: str) -> Value:
    """The checked value of a setting; raises SettingFault with the sentence for the owner."""
    setting = SETTINGS.get(key)
    if setting is None:
        raise SettingFault(f"There is no setting “{key}”. Did you mean “{_nearest(key)}”?")
    try:
        return setting.parse(text.strip())
    except ValueError as fault:
        raise SettingFault(f"“{key}” {fault}; “{text}” was not taken and the old value stays.") from None


def _nearest(key: str) -> str:
    """The known key that is most like it: as a whole, and by the words of its last part."""

    def likeness(known: str) -> float:
        whole = difflib.SequenceMatcher(None, key, known).ratio()
        asked = re.split(r"[._]", key)[-1]
        return whole + max(difflib.SequenceMatcher(None, asked, word).ratio() for word in re.split(r"[._]", known))

    return max(SETTINGS, key=likeness)


class Settings(Mapping[str, Value]):
    """A frozen snapshot of all settings, parsed, with the defaults filled in.

    `texts` are the stored values by key; a stored value that no longer parses falls back to its default and is listed
    in `faults`.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.texts: dict[str, str] = dict(_DEFAULT_TEXTS)
        self.given: frozenset[str] = frozenset(texts or ())
        self.faults: tuple[str, ...] = ()
        self._values: dict[str, Value] = dict(_DEFAULTS)
        for key, text in (texts or {}).items():
            try:
                self._values[key] = parse_setting(key, text)
                self.texts[key] = text
            except SettingFault as fault:
                self.faults = (*self.faults, str(fault))

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
        return tuple(ChannelName(name) for name in cast("tuple[str, ...]", self._values["reengagement.channels"]))

    def provider_of(self, channel: ChannelName) -> str:
        """The provider that carries a channel; `pretend` for all of them in test mode."""
        if self.is_on("sending.test_mode"):
            return "pretend"
        return self.text(f"channels.{channel}.provider")


def check(settings: Settings) -> list[str]:
    """Every fault of the settings taken together (B6), each a sentence; an empty list when they are sound."""
    faults = list(settings.faults)
    if settings.is_on("reengagement.enabled") and not settings.channels:
        faults.append(
            "Automatic messages are on, but “reengagement.channels” names no channel: nobody can be written to."
        )
    if settings.whole("reengagement.cap_per_month") < settings.whole("reengagement.cap_per_week"):
        faults.append(
            "“reengagement.cap_per_month” is lower than “reengagement.cap_per_week”: the month's cap decides."
        )
    gone, threshold = (
        settings.whole("reengagement.too_long_gone_days"),
        settings.whole("reengagement.inactivity_threshold"),
    )
    if gone and gone <= threshold:
        faults.append(
            "“reengagement.too_long_gone_days” is not above “reengagement.inactivity_threshold”: nobody is left."
        )
    uses_mail = ChannelName.EMAIL in settings.channels
    if uses_mail and not settings.text("business.postal_address"):
        faults.append("The shop's postal address (business.postal_address) is empty: no e-mail starts without it.")
    if uses_mail and not settings.text("business.name"):
        faults.append("The shop's name (business.name) is empty: customers would not know who writes.")
    if settings.text("sending.quiet_start") == settings.text("sending.quiet_end"):
        faults.append("“sending.quiet_start” and “sending.quiet_end” are the same: no hour would be allowed.")
    return faults
