"""What is wrong with the settings taken together (B6): every fault at once, each with the setting that it concerns."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reengage_desktop.domain.allowed_days import AllowedDays
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName


class FaultKind(StrEnum):
    """What is wrong, in a word; the window has its own sentences for them."""

    UNREADABLE = "unreadable"
    NO_CHANNEL = "no_channel"
    CAPS = "caps"
    NOBODY_LEFT = "nobody_left"
    NO_POSTAL_ADDRESS = "no_postal_address"
    NO_NAME = "no_name"
    NO_HOUR = "no_hour"
    NO_DAY = "no_day"
    EXPIRES_IN_PAUSE = "expires_in_pause"


@dataclass(frozen=True)
class SettingsFault:
    """One fault: the setting to change first, and the sentence."""

    key: str
    kind: FaultKind
    sentence: str


_EVER = date(2026, 1, 1)
"""Where the year begins in which the pauses between allowed days are measured; holidays of every year count."""


def check(settings: Settings) -> list[str]:
    """The sentences of every fault; an empty list when the settings are sound."""
    return [fault.sentence for fault in find_faults(settings)]


def find_faults(settings: Settings) -> list[SettingsFault]:
    """Every fault, each once, in the order of the settings' sections."""
    unreadable = [SettingsFault(key, FaultKind.UNREADABLE, words) for key, words in settings.faults.items()]
    return [*unreadable, *_of_the_rules(settings), *_of_the_mail(settings), *_of_the_times(settings)]


def _of_the_rules(settings: Settings) -> list[SettingsFault]:
    faults = []
    if settings.is_on("reengagement.enabled") and not settings.channels:
        words = "Automatic messages are on, but “reengagement.channels” names no channel: nobody can be written to."
        faults.append(SettingsFault("reengagement.channels", FaultKind.NO_CHANNEL, words))
    if settings.whole("reengagement.cap_per_month") < settings.whole("reengagement.cap_per_week"):
        words = "“reengagement.cap_per_month” is lower than “reengagement.cap_per_week”: the month's cap decides."
        faults.append(SettingsFault("reengagement.cap_per_month", FaultKind.CAPS, words))
    gone, threshold = (
        settings.whole(f"reengagement.{name}") for name in ("too_long_gone_days", "inactivity_threshold")
    )
    if gone and gone <= threshold:
        words = "“reengagement.too_long_gone_days” is not above “reengagement.inactivity_threshold”: nobody is left."
        faults.append(SettingsFault("reengagement.too_long_gone_days", FaultKind.NOBODY_LEFT, words))
    return faults


def _of_the_mail(settings: Settings) -> list[SettingsFault]:
    faults = []
    uses_mail = ChannelName.EMAIL in settings.channels
    if uses_mail and not settings.text("business.postal_address"):
        words = "The shop's postal address (business.postal_address) is empty: no e-mail starts without it."
        faults.append(SettingsFault("business.postal_address", FaultKind.NO_POSTAL_ADDRESS, words))
    if uses_mail and not settings.text("business.name"):
        words = "The shop's name (business.name) is empty: customers would not know who writes."
        faults.append(SettingsFault("business.name", FaultKind.NO_NAME, words))
    return faults


def _of_the_times(settings: Settings) -> list[SettingsFault]:
    faults = []
    if settings.text("sending.quiet_start") == settings.text("sending.quiet_end"):
        words = "“sending.quiet_start” and “sending.quiet_end” are the same: no hour would be allowed."
        faults.append(SettingsFault("sending.quiet_end", FaultKind.NO_HOUR, words))
    pause_days = AllowedDays.of(settings).longest_pause(_EVER)
    if AllowedDays.of(settings).next_allowed(_EVER) is None:
        words = "“sending.holidays” leaves no day of the year: nothing would ever be sent."
        faults.append(SettingsFault("sending.holidays", FaultKind.NO_DAY, words))
    elif pause_days * 24 >= settings.whole("sending.expires_after_hours"):
        words = (
            f"Nothing goes for {pause_days} days in a row, but messages are given up after "
            "“sending.expires_after_hours”: those that wait meanwhile would never go."
        )
        faults.append(SettingsFault("sending.expires_after_hours", FaultKind.EXPIRES_IN_PAUSE, words))
    return faults
