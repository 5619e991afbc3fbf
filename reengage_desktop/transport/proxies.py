"""The owner's own HTTP proxy, where her network has one: only what she typed, never what the environment says."""

import contextlib
from base64 import b64encode
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reengage_desktop.domain.base_urls import is_loopback


@dataclass(frozen=True)
class Proxy:
    """A proxy that opens tunnels (RFC 9110, CONNECT): it sees which host is asked, and nothing of what is said.

    `url`: http://host:port.
    """

    url: str
    username: str = ""
    password: str = field(default="", repr=False)

    def serves(self, base_url: str) -> bool:
        """Whether that server is asked through it: not one on this PC, which no proxy can reach."""
        parts = urlsplit(base_url)
        return parts.scheme == "https" and not is_loopback(parts.hostname or "")

    def headers(self) -> dict[str, str]:
        """What the proxy, and nobody behind it, is told."""
        if not self.username:
            return {}
        login = b64encode(f"{self.username}:{self.password}".encode()).decode()
        return {"Proxy-Authorization": f"Basic {login}"}


_chosen: ContextVar[Proxy | None] = ContextVar("proxy", default=None)


@contextlib.contextmanager
def through(proxy: Proxy | None) -> Iterator[None]:
    """Every client that is built within goes through this proxy, as long as it lives."""
    token = _chosen.set(proxy)
    try:
        yield
    finally:
        _chosen.reset(token)


def chosen_for(base_url: str) -> Proxy | None:
    """The proxy through which a client that is built now asks that server, if any."""
    proxy = _chosen.get()
    return proxy if proxy is not None and proxy.serves(base_url) else None
