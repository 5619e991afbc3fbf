"""The owner's own HTTP proxy: a tunnel to the provider's own host, checked end to end, and nothing out of the PC."""

import os
import ssl
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import trustme

from reengage_desktop.channels.protocol import NotConfigured
from reengage_desktop.channels.registry import build_channel, build_proxy_trial
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.outcomes import NotSent
from reengage_desktop.domain.settings import SettingFault, Settings, parse_setting
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.transport import HttpClient, MaybeSent, NothingSent, Proxy, Request, through
from tests.channels.letters import outgoing, soon
from tests.servers.http import Mode
from tests.servers.proxy import FakeProxy
from tests.servers.resend import API_KEY, FakeResend

HOST = "api.example.com"
POST = Request("POST", "/emails", json={"from": "a@example.com", "to": ["b@example.com"], "subject": "s", "text": "t"})
WORDS = "pa:ss wörd"


@contextmanager
def office(host: str = HOST, *, login: str = "") -> Iterator[tuple[FakeResend, FakeProxy, ssl.SSLContext]]:
    """A provider that shows a certificate for `host`, behind a proxy, and the certificates that we trust."""
    authority = trustme.CA()
    theirs, ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.issue_cert(host).configure_cert(theirs)
    authority.configure_trust(ours)
    with FakeResend(tls=theirs) as provider, FakeProxy(provider.port, login=login) as proxy:
        yield provider, proxy, ours


def client(proxy: FakeProxy, tls: ssl.SSLContext, username: str = "", password: str = "") -> HttpClient:
    with through(Proxy(proxy.url, username, password)):
        return HttpClient(f"https://{HOST}", {"Authorization": f"Bearer {API_KEY}"}, tls)


def test_a_tunnel_to_the_provider_s_own_host() -> None:
    """27: the proxy is told the host and its own password; the provider the key; neither learns the other's."""
    login = b64encode(f"me:{WORDS}".encode()).decode()
    with office(login=login) as (provider, proxy, tls):
        asking = client(proxy, tls, "me", WORDS)
        for _ in range(2):
            asking.ask(Request("GET", "/domains"), soon())
        asking.close()
        [head] = proxy.asked
        assert head.startswith(f"CONNECT {HOST}:443 HTTP/1.")
        assert login in head
        assert API_KEY not in head
        assert [asked.headers["Authorization"] for asked in provider.asked] == [f"Bearer {API_KEY}"] * 2
        assert not [name for asked in provider.asked for name in asked.headers if name.startswith("Proxy")]


def test_the_provider_s_certificate_is_checked_through_it() -> None:
    """27, a negative control: whoever sits in the proxy can't pass for the provider; nothing is sent."""
    with office("thief.example.com") as (provider, proxy, tls):
        with pytest.raises(NothingSent, match="certificate"):
            client(proxy, tls).ask(POST, soon())
        assert proxy.asked
        assert not provider.asked


def test_what_fails_before_the_tunnel_stands_is_not_sent() -> None:
    """6: a wrong password, a proxy that refuses, and one that is not there prove that nothing left."""
    with office(login="right") as (provider, proxy, tls):
        with pytest.raises(NothingSent, match="another user name or password"):
            client(proxy, tls, "me", "wrong").ask(POST, soon())
        with office() as (_, second, _):
            second.status = 502
            with pytest.raises(NothingSent, match="did not lead to the server"):
                client(second, tls).ask(POST, soon())
        with pytest.raises(NothingSent, match="did not lead to the server"):
            client(second, tls).ask(POST, soon())
        assert not provider.asked


def test_what_breaks_behind_the_tunnel_is_open() -> None:
    """6: the provider may have taken it."""
    with office() as (provider, proxy, tls):
        provider.mode = Mode.ACCEPT_RESET
        with pytest.raises(MaybeSent):
            client(proxy, tls).ask(POST, soon())
        assert len(provider.accepted) == 1


def test_a_proxy_that_says_nothing_ends_at_the_deadline() -> None:
    with office() as (_provider, proxy, tls):
        proxy.status = 100  # “continue”, and then nothing
        began = time.monotonic()
        with pytest.raises(NothingSent):
            client(proxy, tls).ask(POST, soon(0.5))
        assert time.monotonic() - began < 3


def test_a_server_on_this_pc_is_asked_without_it() -> None:
    with FakeResend() as provider, FakeProxy(provider.port) as proxy:
        with through(Proxy(proxy.url)):
            asking = HttpClient(provider.url)
        asking.ask(Request("GET", "/domains"), soon())
        asking.close()
        assert (len(provider.asked), proxy.asked) == (1, [])


def test_the_environment_s_proxy_has_no_say() -> None:
    """27: only what the owner typed."""
    with FakeProxy(9) as proxy:
        names = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
        script = (
            "import time\nfrom reengage_desktop.transport import HttpClient, NothingSent, Request\n"
            "try:\n    HttpClient('https://api.invalid').ask(Request('GET', '/'), time.monotonic() + 9)\n"
            "except NothingSent:\n    print('alone')"
        )
        environment = {**os.environ, **dict.fromkeys(names, proxy.url), "NO_PROXY": ""}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
        )
        assert (done.stdout.strip(), proxy.asked) == ("alone", [])


def test_every_provider_goes_through_the_owner_s_proxy() -> None:
    """The adapters need not know of it: what is built with her settings goes that way."""
    with office() as (provider, proxy, _tls):
        secrets = MemorySecrets()
        secrets.set("resend", "api_key", API_KEY)
        secrets.set("network", "proxy_password", WORDS)
        texts = {
            "network.proxy": proxy.url.replace("//", "//m%20e@"),
            "channels.email.provider": "resend",
            "providers.resend.from_address": "shop@example.com",
            "business.postal_address": "1 High Street",
        }
        channel = build_channel(ChannelName.EMAIL, Settings(texts), secrets)
        assert not isinstance(channel, NotConfigured)
        # This PC does not trust the certificate of the tests: the tunnel is opened, and no key goes through it.
        assert isinstance(channel.send(outgoing(ChannelName.EMAIL), soon()), NotSent)
        channel.close()
        [head] = proxy.asked
        assert head.startswith("CONNECT api.resend.com:443 ")
        assert b64encode(f"m e:{WORDS}".encode()).decode() in head
        assert not provider.asked


@pytest.mark.parametrize(
    "text", ["", "http://proxy.example.com:8080", "http://me@proxy.example.org:3128", "http://proxy"]
)
def test_what_a_proxy_may_be(text: str) -> None:
    assert parse_setting("network.proxy", text) == text


@pytest.mark.parametrize(
    "text",
    [
        "proxy:8080",
        "ftp://proxy",
        "https://proxy",
        "http://",
        "http://proxy/path",
        "http://a b",
        "http://p?q",
        "http://p:99999",
    ],
)
def test_what_it_may_not_be(text: str) -> None:
    with pytest.raises(SettingFault, match=r"http://proxy\.example\.com:8080"):
        parse_setting("network.proxy", text)


def test_its_password_stays_out_of_the_settings() -> None:
    """25, 26: it has a field in the password store, and the settings refuse it without repeating it."""
    with pytest.raises(SettingFault, match="password store") as fault:
        parse_setting("network.proxy", "http://me:geheim@proxy.example.com:8080")
    assert "geheim" not in str(fault.value)
    assert "geheim" not in repr(Proxy("http://p", "me", "geheim"))


def test_the_connection_can_be_tried(shop: Shop) -> None:
    """cli.md, `credentials test`: says whether the proxy leads to a provider that is in use; sends nothing."""
    told = credentials.test_provider(shop, "network")
    assert (told.ok, "No proxy is set" in told.detail) == (False, True)
    with office() as (provider, proxy, _tls):
        setting_tasks.set_setting(shop, "network.proxy", proxy.url)
        assert "choose one first" in credentials.test_provider(shop, "network").detail
        setting_tasks.set_setting(shop, "reengagement.channels", "email")
        setting_tasks.set_setting(shop, "channels.email.provider", "ses")
        proxy.status = 502
        told = credentials.test_provider(shop, "network")
        assert (told.ok, "did not lead to the server" in told.detail) == (False, True)
        assert proxy.asked[0].startswith("CONNECT email.eu-west-1.amazonaws.com:443 ")
        assert not provider.asked
    assert credentials.set_secret(shop, "network", "proxy_password", "x").ok
    assert credentials.delete(shop, "network").detail.endswith("proxy_password.")
    assert not isinstance(build_proxy_trial(shop.settings(), shop.secrets), NotConfigured)


@pytest.mark.parametrize("url", ["http://proxy.example.com:99999", "http://[::1"])
def test_a_proxy_that_can_not_be_is_not_sent(url: str) -> None:
    """6, 27: a slip in the port loses no message: it is proven that nothing went, and the sentence names the place."""
    with through(Proxy(url)):
        asking = HttpClient(f"https://{HOST}", {"Authorization": f"Bearer {API_KEY}"})
    with pytest.raises(NothingSent, match="proxy's address under Settings"):
        asking.ask(POST, soon())
