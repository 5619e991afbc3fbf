"""What a setting may be: from the owner's text to its value, or the expectation that the text did not meet."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from ipaddress import ip_address
from zoneinfo import ZoneInfo

from reengage_desktop.domain.contacts import normalise_email
from reengage_desktop.domain.vocabulary import ChannelName

_LABEL = "[A-Za-z0-9_-]{1,63}"
_WEB_ADDRESS = re.compile(
    r"(?:https?://)?([^\s/:?#@\\]+\.[^\s/:?#@\\\d.-][^\s/:?#@\\.]+)(:\d{1,5})?([/?#][^\s<>\"']*)?", re.IGNORECASE
)
_LONGEST_HOST = 253


def switch(text: str) -> bool:
    """On or off."""
    words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    if text.casefold() not in words:
        raise ValueError("must be true or false")
    return words[text.casefold()]


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number within these bounds."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"-?\d{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(text)

    return parse


def amount(text: str) -> Decimal:
    """An amount of money, not negative."""
    if not re.fullmatch(r"\d{1,12}(\.\d{1,3})?", text):
        raise ValueError("must be an amount such as 250 or 99.50")
    return Decimal(text)


def time_of_day(text: str) -> str:
    """A time such as `09:00`."""
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise ValueError("must be a time of day such as 09:00")
    return text


def zone(text: str) -> str:
    """An IANA time zone."""
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise ValueError("must be a time zone such as Europe/Berlin") from None
    return text


def pattern(pattern: str, expectation: str) -> Callable[[str], str]:
    """A text of a certain form."""

    def parse(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(expectation)
        return text

    return parse


def one_of(*words: str) -> Callable[[str], str]:
    """One of these words."""

    def parse(text: str) -> str:
        if text not in words:
            raise ValueError("must be " + " or ".join(filter(None, words)))
        return text

    return parse


def channels(text: str) -> tuple[str, ...]:
    """A list of channels, none twice."""
    names = tuple(part.strip().casefold() for part in text.split(",") if part.strip())
    known = [channel.value for channel in ChannelName]
    for name in names:
        if name not in known:
            raise ValueError(f"must be channels out of {', '.join(known)}; “{name}” is none")
    if len(set(names)) != len(names):
        raise ValueError("names a channel twice")
    return names


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The words of `sending.allowed_weekdays`, Monday first."""


def weekdays(text: str) -> tuple[str, ...]:
    """A list of weekdays, at least one, in their order."""
    names = tuple(part.strip().casefold() for part in text.split(",") if part.strip())
    if not names or len(set(names)) != len(names) or not set(names) <= set(WEEKDAYS):
        raise ValueError(f"must be one or more of {', '.join(WEEKDAYS)}, each once")
    return tuple(day for day in WEEKDAYS if day in names)


def days(text: str) -> tuple[str, ...]:
    """Days as `2026-12-24` (once) or `12-25` (every year), sorted."""
    days = {part for part in re.split(r"[,;\s]+", text) if part}
    for day in days:
        try:
            date.fromisoformat(day if len(day) > 5 else f"2028-{day}")
        except ValueError:
            raise ValueError(f"must be days such as 2026-12-24 or, for every year, 12-25; “{day}” is none") from None
    if not all(re.fullmatch(r"(\d{4}-)?\d\d-\d\d", day) for day in days):
        raise ValueError("must be days such as 2026-12-24 or, for every year, 12-25")
    return tuple(sorted(days))


def member_of(known: frozenset[str], expectation: str) -> Callable[[str], str]:
    """One of many known words."""

    def parse(text: str) -> str:
        if text not in known:
            raise ValueError(expectation)
        return text

    return parse


def line(text: str) -> str:
    """One line of text."""
    if re.search(r"[\x00-\x1f\x7f]", text):
        raise ValueError("must be one line of text")
    return text


def lines(text: str) -> str:
    """A few lines of text."""
    if re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", text):
        raise ValueError("must be plain text")
    return text


def mail(text: str) -> str:
    """An e-mail address, or nothing."""
    if text and normalise_email(text) is None:
        raise ValueError("must be an e-mail address")
    return text


def number(text: str) -> str:
    """A phone number, a short code or a sender name, or nothing."""
    if text and not re.fullmatch(r"(whatsapp:)?\+?\d{3,15}|[A-Za-z0-9 ]{3,11}", text):
        raise ValueError("must be a phone number such as +442079460123, a short code or a sender name")
    return text


def proxy(text: str) -> str:
    """An HTTP proxy such as `http://proxy.example.com:8080`, perhaps with a user name; empty: none."""
    if not text:
        return text
    found = re.fullmatch(r"http://(?:([^\s/:@?#]+)(:[^\s/@?#]*)?@)?[A-Za-z0-9.-]+(:\d{1,5})?/?", text)
    if found is None or int((found[3] or ":1")[1:]) not in range(1, 65536):
        raise ValueError("must be like http://proxy.example.com:8080")
    if found[2]:
        raise ValueError("must be without its password: that has a field of its own and is kept in the password store")
    return text.rstrip("/")


def host(text: str) -> str:
    """A server's name, as the net's own rules have it, or its number; empty: none."""
    if not text or (len(text) <= _LONGEST_HOST and re.fullmatch(rf"{_LABEL}(\.{_LABEL})*\.?", text)):
        return text
    try:
        ip_address(text.strip("[]"))
    except ValueError:
        raise ValueError("must be a host name") from None
    return text


def web_address(text: str) -> str:
    """A website as customers type it, with or without its scheme; empty: none."""
    if not text:
        return text
    found = _WEB_ADDRESS.fullmatch(text)
    try:
        host("" if found is None else found[1].encode("idna").decode())
    except UnicodeError:
        found = None
    if found is None:
        raise ValueError("must be a web address such as https://shop.example.com")
    return text


def base_url(text: str) -> str:
    """An address of a service: encrypted, unless it is on this PC."""
    if not re.fullmatch(r"(https://[^/\s?#@]+|http://(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?)(/[^\s?#]*)?", text):
        raise ValueError("must begin with https:// (http:// only for an address on this PC)")
    host(re.sub(r"^https?://|(:\d+)?(/.*)?$", "", text))
    return text.rstrip("/")
