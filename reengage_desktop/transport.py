"""The one hardened way out over the network, for channels and connectors (promises 6 and 27).

A request ends at its deadline whatever the server does, goes to the configured host only, carries no credentials but
those it was given, follows no redirect, and a failure says whether anything can have been sent: nothing left before
the connection stood (`NothingSent`), everything after that is open (`MaybeSent`).
"""

import contextlib
import functools
import json
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from reengage_desktop import __version__
from reengage_desktop.domain.base_urls import BaseUrlRefused, check_base_url

if TYPE_CHECKING:
    from requests import PreparedRequest, Session
    from requests.adapters import HTTPAdapter

T = TypeVar("T")

USER_AGENT = f"reengage-desktop/{__version__}"
MAX_ANSWER_BYTES = 8 * 1024 * 1024
_CONNECT_S = 15.0
_LONGEST_WAIT_S = 7 * 86_400.0
# A server may close a resting connection just as it is used again, and then nobody knows what it got. Servers wait at
# least 5 s before they do, so a connection that rested longer than this is left alone.
_REUSE_WITHIN_S = 4.0


class TransportFault(Exception):
    """A request without an answer. The text is a plain sentence without addresses or secrets."""


class NothingSent(TransportFault):
    """Proven: the request never left, because the server was not reached."""


class MaybeSent(TransportFault):
    """The request may have arrived: there was no answer, or none that can be read."""


class Exchange:
    """One request's state, shared by the thread that waits for it and the one that works on it.

    It is either still reaching the server or committed; once abandoned it can't become committed any more. That is
    what makes `NothingSent` a proof.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._abandoned = False
        self._committed = False

    def watch(self, sock: socket.socket) -> None:
        """Remember the socket, so that a hung read on it can be ended; raises NothingSent when it is too late."""
        with self._lock:
            self._attach(sock)

    def commit(self, sock: socket.socket) -> None:
        """From here on nobody can prove that nothing was sent; raises NothingSent when it is too late."""
        with self._lock:
            self._attach(sock)
            self._committed = True

    def abandon(self) -> None:
        """End the exchange: nothing more leaves, and whoever reads on its socket is woken."""
        with self._lock:
            self._abandoned = True
            if self._socket is not None:
                _break(self._socket)

    def _attach(self, sock: socket.socket) -> None:
        if self._abandoned:
            raise NothingSent("The server could not be reached in time.")
        self._socket = sock

    @property
    def is_committed(self) -> bool:
        """Whether something may have been sent."""
        with self._lock:
            return self._committed

    def fault(self, sentence: str) -> TransportFault:
        """The failure that this exchange's state proves, with the sentence that tells it."""
        return MaybeSent(sentence) if self.is_committed else NothingSent(sentence)


def _break(sock: socket.socket) -> None:
    # The plain socket's own shutdown: a TLS socket's would pull the session out under the reading thread.
    with contextlib.suppress(OSError):  # not connected yet, or gone already: there is nobody to wake
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def run_by_deadline(work: Callable[[Exchange], T], deadline: float) -> T:
    """What `work` gives, at the latest at `deadline` (a moment of `time.monotonic`).

    The work runs in a thread of its own, because neither a name look-up nor a server that drips one byte a second
    can be ended from within. Raises NothingSent or MaybeSent when time is up, else what the work raises.
    """
    exchange = Exchange()
    result: Future[T] = Future()
    worker = threading.Thread(target=_work, args=(work, exchange, result), name="exchange", daemon=True)
    worker.start()
    try:
        worker.join(max(0.0, deadline - time.monotonic()))
    finally:
        is_over = result.done()
        if not is_over:
            exchange.abandon()
    if is_over:
        return result.result()
    # What the work makes of its broken connection from here on is no answer of the server's.
    raise exchange.fault("The server did not answer in time.")


def _work(work: Callable[[Exchange], T], exchange: Exchange, result: "Future[T]") -> None:
    try:
        result.set_result(work(exchange))
    except BaseException as fault:  # noqa: BLE001 - handed to the waiting thread, which raises it
        result.set_exception(fault)


def machine_moment() -> datetime:
    """The machine's own present, to the second: what signatures and tokens are dated by, as TLS is."""
    return parsedate_to_datetime(formatdate(usegmt=True)).astimezone(UTC)


@dataclass(frozen=True)
class Request:
    """What to ask: `path` begins with a slash and is joined to the client's base address.

    The body is one of `form`, `json` and `body`, the last as it stands, for requests that are signed.
    """

    method: str
    path: str
    query: Mapping[str, str] | None = None
    form: Mapping[str, str] | None = None
    json: object = None
    headers: Mapping[str, str] | None = None
    body: bytes | None = None


@dataclass(frozen=True)
class Answer:
    """What a server said. Redirects are answers like any other."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_success(self) -> bool:
        """Whether the status is one of 200 to 299."""
        return 200 <= self.status < 300

    def json(self) -> Any:
        """The body as JSON, or None where it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    @property
    def said_at(self) -> datetime | None:
        """The server's own present as it answered, or None where it doesn't say."""
        try:
            return parsedate_to_datetime(self.headers.get("Date", "")).astimezone(UTC)
        except (TypeError, ValueError):
            return None

    @property
    def retry_after_s(self) -> float | None:
        """The seconds that the server asks to wait, a week at most; a date is counted from the server's own clock."""
        text = self.headers.get("Retry-After", "").strip()
        if text.isascii() and text.isdigit():
            return min(float(text), _LONGEST_WAIT_S)
        try:
            until, said_at = parsedate_to_datetime(text), parsedate_to_datetime(self.headers.get("Date", ""))
            return min(max(0.0, (until - said_at).total_seconds()), _LONGEST_WAIT_S)
        except (TypeError, ValueError):
            return None


@functools.cache
def tls_context() -> ssl.SSLContext:
    """TLS with the certificates that this PC trusts, its antivirus and company ones included."""
    import truststore  # noqa: PLC0415 - start-up does without it

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class HttpClient:
    """Asks one server, the one at `base_url`, with the headers given; for one thread at a time.

    `headers` hold the credentials; `tls` replaces the PC's own certificates. Raises BaseUrlRefused.
    """

    def __init__(
        self, base_url: str, headers: Mapping[str, str] | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self._base_url = check_base_url(base_url)
        self._headers = {"User-Agent": USER_AGENT, "Accept": "application/json", **(headers or {})}
        self._tls = tls
        self._session: Session | None = None
        self._used_at = 0.0

    def ask(self, request: Request, deadline: float) -> Answer:
        """The server's answer, before `deadline`; raises NothingSent or MaybeSent."""
        session = self._open_session()
        prepared = self._prepare(session, request)
        try:
            answer = run_by_deadline(functools.partial(_perform, session, prepared, deadline), deadline)
        except TransportFault:
            self.close()
            raise
        self._used_at = time.monotonic()
        return answer

    def close(self) -> None:
        """Let go of connections; the next request opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _open_session(self) -> "Session":
        if self._session is not None and time.monotonic() - self._used_at > _REUSE_WITHIN_S:
            self.close()
        if self._session is None:
            self._session = _new_session(self._tls or tls_context())
        return self._session

    def _prepare(self, session: "Session", request: Request) -> "PreparedRequest":
        import requests  # noqa: PLC0415 - start-up does without it

        url = self._base_url + request.path
        if not request.path.startswith("/") or urlsplit(url).netloc != urlsplit(self._base_url).netloc:
            raise BaseUrlRefused("A request must stay with the provider's own address.")
        return session.prepare_request(
            requests.Request(
                request.method,
                url,
                headers={**self._headers, **(request.headers or {})},
                params=request.query,
                data=request.form if request.body is None else request.body,
                json=request.json,
            )
        )


# The connection that a worker thread opens finds its exchange here: the libraries between them pass nothing on.
_here = threading.local()


def _perform(session: "Session", prepared: "PreparedRequest", deadline: float, exchange: Exchange) -> Answer:
    import requests  # noqa: PLC0415 - start-up does without it
    import urllib3  # noqa: PLC0415 - start-up does without it

    _here.exchange = exchange
    left_s = max(0.01, deadline - time.monotonic())
    try:
        response = session.send(
            prepared,
            stream=True,
            timeout=(min(left_s, _CONNECT_S), left_s),
            allow_redirects=False,
            proxies={},
            verify=True,
        )
        with response:
            return Answer(response.status_code, response.headers, _read(response.iter_content(65_536), exchange))
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as fault:
        raise exchange.fault(_sentence(fault, exchange)) from None


def _read(chunks: Any, exchange: Exchange) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MAX_ANSWER_BYTES:
            raise exchange.fault("The server's answer was far too long to be one.")
    return bytes(body)


def _sentence(fault: BaseException, exchange: Exchange) -> str:
    # Never the library's own words: they quote the whole address, with phone numbers in it.
    import requests  # noqa: PLC0415 - start-up does without it
    import urllib3  # noqa: PLC0415 - start-up does without it

    if exchange.is_committed:
        timed_out = isinstance(fault, requests.Timeout)
        return "The server did not answer in time." if timed_out else "The connection broke before the answer came."
    if isinstance(fault, requests.exceptions.SSLError):
        return "The server's certificate is not trusted by this PC, so nothing was sent."
    if isinstance(fault, requests.Timeout):
        return "The server could not be reached in time."
    reason = getattr(fault.args[0], "reason", None) if fault.args else None
    if isinstance(reason, urllib3.exceptions.NameResolutionError):
        return "The server's name was not found; the PC is probably offline."
    return "The server could not be reached."


def _new_session(tls: ssl.SSLContext) -> "Session":
    import requests  # noqa: PLC0415 - start-up does without it
    from requests.cookies import RequestsCookieJar  # noqa: PLC0415 - start-up does without it

    # The library below logs whole paths, and with them customers' numbers.
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    session = requests.Session()
    session.trust_env = False  # no .netrc, no proxy and no certificate bundle out of the environment
    session.headers.clear()
    session.cookies = RequestsCookieJar(policy=_no_cookies())
    adapter = _adapter_type()(tls)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def _no_cookies() -> Any:
    from http.cookiejar import DefaultCookiePolicy  # noqa: PLC0415 - start-up does without it

    return DefaultCookiePolicy(allowed_domains=[])


@functools.cache
def _adapter_type() -> "Callable[[ssl.SSLContext], HTTPAdapter]":
    """The library's adapter with connections that tell their exchange what they do, and our certificates only."""
    from requests.adapters import HTTPAdapter  # noqa: PLC0415 - start-up does without it
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool  # noqa: PLC0415 - start-up does without it
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - start-up does without it

    class Told:
        """The part of a connection that reports to the exchange."""

        sock: socket.socket | None

        def _new_conn(self) -> socket.socket:
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
            if self.sock is not None:
                _here.exchange.commit(self.sock)
            super().send(data)  # type: ignore[misc]

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

    class Adapter(HTTPAdapter):
        """requests' adapter over those pools."""

        def __init__(self, tls: ssl.SSLContext) -> None:
            self._tls = tls
            super().__init__()

        def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: FBT001, FBT002 - the library's own signature
            super().init_poolmanager(connections, maxsize, block, ssl_context=self._tls, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": TlsPool}

        def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002 - the library's own signature
            conn.cert_reqs = "CERT_REQUIRED"  # and no bundle beside the PC's own certificates

    return Adapter
