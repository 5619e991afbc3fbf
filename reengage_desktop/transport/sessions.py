"""The library's session as we allow it: our certificates only, nothing out of the environment, every step told."""

import functools
import logging
import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

from reengage_desktop.transport.exchanges import Exchange, NothingSent
from reengage_desktop.transport.proxies import Proxy

if TYPE_CHECKING:
    from collections.abc import Callable

    from requests import Session
    from requests.adapters import HTTPAdapter


@functools.cache
def tls_context() -> ssl.SSLContext:
    """TLS with the certificates that this PC trusts, its antivirus and company ones included."""
    import truststore  # noqa: PLC0415 - start-up does without it

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


# The connection that a worker thread opens finds its exchange here: the libraries between them pass nothing on.
_here = threading.local()


class NoLine(Exception):
    """The connection that the exchange was to go over does not stand any more; nothing was sent."""


def work_for(exchange: Exchange, *, may_connect: bool = True) -> None:
    """From here on the connections that this thread opens, if it may open one, belong to that exchange.

    Where it may not, it raises NoLine instead.
    """
    _here.exchange, _here.may_connect = exchange, may_connect


def new_session(tls: ssl.SSLContext, proxy: Proxy | None = None) -> "Session":
    """A session that knows these certificates and this proxy, and nothing else."""
    import requests  # noqa: PLC0415 - start-up does without it
    from requests.cookies import RequestsCookieJar  # noqa: PLC0415 - start-up does without it

    # The library below logs whole paths, and with them customers' numbers.
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    session = requests.Session()
    session.trust_env = False  # no .netrc, no proxy and no certificate bundle out of the environment
    session.headers.clear()
    session.cookies = RequestsCookieJar(policy=_no_cookies())
    adapter = _adapter_type()(tls, proxy)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def _no_cookies() -> Any:
    from http.cookiejar import DefaultCookiePolicy  # noqa: PLC0415 - start-up does without it

    return DefaultCookiePolicy(allowed_domains=[])


@functools.cache
def _pools() -> dict[str, type]:
    """The library's pools by scheme, with connections that tell their exchange what they do."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool  # noqa: PLC0415 - start-up does without it
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - start-up does without it

    class Told:
        """The part of a connection that reports to the exchange."""

        sock: socket.socket | None
        _is_tunnelling = False

        def _new_conn(self) -> socket.socket:
            if not _here.may_connect:
                raise NoLine
            sock: socket.socket = super()._new_conn()  # type: ignore[misc]
            try:
                _here.exchange.watch(sock)
            except NothingSent:
                sock.close()
                raise
            return sock

        def send(self, data: Any) -> None:
            if self.sock is None:
                self.connect()  # type: ignore[attr-defined]
            if self.sock is not None and not self._is_tunnelling:
                _here.exchange.commit(self.sock)
            super().send(data)  # type: ignore[misc]

        def _tunnel(self) -> None:
            # What the proxy is told is not the request: until the tunnel stands, nothing was sent.
            self._is_tunnelling = True
            try:
                super()._tunnel()  # type: ignore[misc]
            finally:
                self._is_tunnelling = False

    class ToldPlain(Told, HTTPConnection):
        """A told connection for http:// on this PC."""

    class ToldTls(Told, HTTPSConnection):
        """A told connection for https://."""

    class PlainPool(HTTPConnectionPool):
        """The pool of told plain connections."""

        ConnectionCls = ToldPlain

    class TlsPool(HTTPSConnectionPool):
        """The pool of told TLS connections."""

        ConnectionCls = ToldTls

    return {"http": PlainPool, "https": TlsPool}


@functools.cache
def _adapter_type() -> "Callable[[ssl.SSLContext, Proxy | None], HTTPAdapter]":
    """The library's adapter over those pools, with our certificates only."""
    from requests.adapters import HTTPAdapter  # noqa: PLC0415 - start-up does without it

    class Adapter(HTTPAdapter):
        """That adapter."""

        def __init__(self, tls: ssl.SSLContext, proxy: Proxy | None) -> None:
            self._tls, self._proxy = tls, proxy
            super().__init__()

        def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: FBT001, FBT002 - the library's own signature
            super().init_poolmanager(connections, maxsize, block, ssl_context=self._tls, **kwargs)
            self.poolmanager.pool_classes_by_scheme = _pools()

        def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
            manager = super().proxy_manager_for(proxy, ssl_context=self._tls, **kwargs)
            manager.pool_classes_by_scheme = _pools()
            return manager

        def proxy_headers(self, proxy: str) -> dict[str, str]:  # noqa: ARG002 - there is only the one
            return {} if self._proxy is None else self._proxy.headers()

        def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002 - the library's own signature
            conn.cert_reqs = "CERT_REQUIRED"  # and no bundle beside the PC's own certificates

    return Adapter
