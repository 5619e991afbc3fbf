"""The library's connections as we allow them: our certificates only, nothing out of the environment, all steps told."""

import functools
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reengage_desktop.transport.exchanges import Exchange, NothingSent
from reengage_desktop.transport.proxies import Proxy

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool


_NO_ADDRESS = "The provider's address is not an address."
_NO_WAY = "The proxy's address under Settings, or the provider's, is not an address; nothing was sent."


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


def new_pool(base_url: str, tls: ssl.SSLContext | None, proxy: Proxy | None = None) -> "HTTPConnectionPool":
    """The way to one server that knows these certificates and this proxy, and nothing else; `tls` None: http:// here.

    The library below keeps no cookies, follows no redirects unless it is told to, and looks at no environment. Raises
    NothingSent where the address can't be a server's.
    """
    from urllib3 import PoolManager, ProxyManager  # noqa: PLC0415 - start-up does without it
    from urllib3.exceptions import LocationValueError  # noqa: PLC0415 - start-up does without it

    # It logs whole paths, and with them customers' numbers; of broken headers it warns with them, too.
    logging.getLogger("urllib3").setLevel(logging.CRITICAL)
    certificates: dict[str, Any] = {"ssl_context": tls, "cert_reqs": "CERT_REQUIRED"}
    try:
        if proxy is None:
            pools = PoolManager(**certificates)
        else:
            pools = ProxyManager(proxy.url, proxy_headers=proxy.headers(), **certificates)
        pools.pool_classes_by_scheme = _pools()
        return pools.connection_from_url(base_url)
    except LocationValueError:  # its words would quote the address
        raise NothingSent(_NO_ADDRESS if proxy is None else _NO_WAY) from None


@contextmanager
def _together(connection: Any) -> Iterator[None]:
    """Head and body leave together, in one packet where they fit: the library sends them one after the other."""
    connection.held = held = bytearray()
    try:
        yield
    finally:
        connection.held = None
    connection.send(bytes(held))


@functools.cache
def _pools() -> dict[str, type]:
    """The library's pools by scheme, with connections that tell their exchange what they do."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool  # noqa: PLC0415 - start-up does without it
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - start-up does without it

    class Told:
        """The part of a connection that reports to the exchange."""

        sock: socket.socket | None
        _is_tunnelling = False
        held: bytearray | None = None

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

        together = _together

        def request(self, *words: Any, **further: Any) -> None:
            with self.together():
                super().request(*words, **further)  # type: ignore[misc]

        def send(self, data: Any) -> None:
            if self.held is not None:
                self.held += data
                return
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
