"""The owner's proxy out of her settings and secrets, and whether it leads anywhere. Mail goes out without it."""

import time
from urllib.parse import unquote, urlsplit

from reengage_desktop.channels.errors import ask
from reengage_desktop.channels.trials import TestKind, TestResult, found, works
from reengage_desktop.domain.credentials import Secrets
from reengage_desktop.domain.settings import Settings
from reengage_desktop.transport import Answer, HttpClient, Proxy, Request, through

_TEST_S = 20.0


def proxy_of(settings: Settings, secrets: Secrets) -> Proxy | None:
    """The proxy that she typed in, with its password from the keyring; None where there is none."""
    parts = urlsplit(settings.text("network.proxy"))
    if not parts.hostname:
        return None
    username = unquote(parts.username or "")
    password = secrets.get("network", "proxy_password") if username else None
    return Proxy(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", username, password or "")


class ProxyTrial:
    """Asks a provider's server through the proxy for nothing and with no key, to see whether anybody answers."""

    def __init__(self, proxy: Proxy, base_url: str) -> None:
        self._host = urlsplit(base_url).netloc
        with through(proxy):
            self._client = HttpClient(base_url)

    def test(self) -> TestResult:
        """Whether the proxy leads to the provider, whatever that says; sends nothing."""
        answer = ask(self._client, Request("GET", "/"), time.monotonic() + _TEST_S)
        if isinstance(answer, Answer):
            return works(f"Works: the proxy leads to {self._host}.", sender=self._host)
        return found(TestKind.UNREACHABLE, answer.detail, words=answer.detail)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()


def asked_through(settings: Settings) -> str:
    """The address of the first provider in use that is asked through a proxy; empty where none is."""
    for channel in settings.channels:
        name = settings.provider_of(channel)
        url = settings.text(f"providers.{name}.base_url") if f"providers.{name}.base_url" in settings else ""
        if url:
            return url.replace("{region}", settings.text(f"providers.{name}.region")) if "{region}" in url else url
    return ""
