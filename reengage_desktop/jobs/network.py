"""A cheap look whether this PC has a way out, before anything is caught up on after a start or a sleep."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

from reengage_desktop.domain.settings import Settings

_FAR = ("192.0.2.1", "2001:db8::1")
"""Addresses that are nobody's: they only ask the system for a route, and not a byte goes there."""

_PORT = 9


def is_there(settings: Settings) -> bool:
    """Whether the system knows a way to the providers that carry the channels; nothing is sent, and nobody is asked.

    A PC that has just woken has none for some seconds. That there is one does not say that anybody answers.
    """
    return any(_has_route(address) for address in _wanted(settings))


def _wanted(settings: Settings) -> Iterator[str]:
    """The providers' own addresses where they are written as numbers, so that one in the house needs no way out."""
    for channel in settings.channels:
        provider = settings.provider_of(channel)
        yield from (address for key in ("base_url", "host") if (address := _literal(settings, provider, key)))
    yield from _FAR


def _literal(settings: Settings, provider: str, key: str) -> str | None:
    name = f"providers.{provider}.{key}"
    text = settings.text(name) if name in settings else ""
    host = (urlsplit(text).hostname or "") if "//" in text else text
    try:
        return str(ipaddress.ip_address("127.0.0.1" if host == "localhost" else host))
    except ValueError:
        return None


def _has_route(address: str) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with closing(socket.socket(family, socket.SOCK_DGRAM)) as way:
            way.connect((address, _PORT))
    except OSError:
        return False
    return True
