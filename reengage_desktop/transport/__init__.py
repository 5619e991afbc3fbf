"""The one hardened way out over the network, for channels and connectors (promises 6 and 27).

A request ends at its deadline whatever the server does, goes to the configured host only, carries no credentials but
those it was given, follows no redirect, and a failure says whether anything can have been sent: nothing left before
the connection stood (`NothingSent`), everything after that is open (`MaybeSent`).
"""

import contextlib
import functools
import json
import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from reengage_desktop import __version__
from reengage_desktop.domain.base_urls import BaseUrlRefused, check_base_url
from reengage_desktop.transport.exchanges import (
    Exchange,
    KeyUnfit,
    MaybeSent,
    NothingSent,
    TransportFault,
    run_by_deadline,
    run_on_line,
)
from reengage_desktop.transport.proxies import Proxy, chosen_for, through
from reengage_desktop.transport.sessions import NoLine, new_pool, tls_context, work_for
from reengage_desktop.transport.standing import Line, body_of, headers_of

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool

__all__ = [
    "LONGEST_WAIT_S",
    "MAX_ANSWER_BYTES",
    "USER_AGENT",
    "Answer",
    "Exchange",
    "HttpClient",
    "KeyUnfit",
    "MaybeSent",
    "NothingSent",
    "Proxy",
    "Request",
    "TransportFault",
    "machine_moment",
    "run_by_deadline",
    "run_on_line",
    "through",
    "tls_context",
]

USER_AGENT = f"reengage-desktop/{__version__}"
MAX_ANSWER_BYTES = 8 * 1024 * 1024
_CONNECT_S = 15.0
LONGEST_WAIT_S = 7 * 86_400.0
"""No server is left alone for longer, whatever it asks for."""
# A server may close a resting connection just as it is used again, and then nobody knows what it got. Servers wait at
# least 5 s before they do, so a connection that rested longer than this is left alone.
_REUSE_WITHIN_S = 4.0
_FIT = re.compile(r"[\t -~]*")
# What texts are cut through: the half of a smile, as JSON writes it or as bytes that are no UTF-8.
_HALF_A_SIGN = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")
_KEY_UNFIT = (
    "The key holds a line break or a letter that no key has, so nothing was sent. Enter it again, as the provider "
    "shows it."
)
_PROXY_FAILED = "The proxy that is set under Settings did not lead to the server, so nothing was sent."
_PROXY_WANTS_LOGIN = "The proxy that is set under Settings wants another user name or password; nothing was sent."


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
        """The body as JSON, or None where it is none; halves of a sign, which can't be written down, are replaced."""
        try:
            told = json.loads(self.body)
            if _HALF_A_SIGN.search(self.body):
                text = json.dumps(told, ensure_ascii=False).encode("utf-16", "surrogatepass")
                return json.loads(text.decode("utf-16", "replace"))
            return told
        except (ValueError, RecursionError):
            return None

    @property
    def said_at(self) -> datetime | None:
        """The server's own present as it answered, or None where it doesn't say."""
        try:
            return parsedate_to_datetime(self.headers.get("Date", "")).astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            return None

    @property
    def retry_after_s(self) -> float | None:
        """The seconds that the server asks to wait, a week at most; a date is counted from the server's own clock."""
        text = self.headers.get("Retry-After", "").strip()
        if text.isascii() and text.isdigit():
            return min(float(text), LONGEST_WAIT_S)
        try:
            until, said_at = parsedate_to_datetime(text), parsedate_to_datetime(self.headers.get("Date", ""))
            return min(max(0.0, (until - said_at).total_seconds()), LONGEST_WAIT_S)
        except (TypeError, ValueError, OverflowError):
            return None


class HttpClient:
    """Asks one server, the one at `base_url`, with the headers given; for one thread at a time.

    `headers` hold the credentials; `tls` replaces the PC's own certificates. It goes through the proxy within which it
    is built (`proxies.through`). Raises BaseUrlRefused.
    """

    def __init__(
        self, base_url: str, headers: Mapping[str, str] | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self._base_url = check_base_url(base_url)
        self._headers = {"User-Agent": USER_AGENT, "Accept": "application/json", **(headers or {})}
        self._tls = tls
        self._proxy = chosen_for(self._base_url)
        self._pool: HTTPConnectionPool | None = None
        self._used_at = 0.0

    def ask(self, request: Request, deadline: float) -> Answer:
        """The server's answer, before `deadline`; raises NothingSent (KeyUnfit among them) or MaybeSent."""
        self._rest()
        is_open = self._pool is not None
        wired = self._wire(request)
        try:
            answer = _run(self._open_pool(), wired, deadline, is_open=is_open)
        except TransportFault:
            self.close()
            raise
        self._used_at = time.monotonic()
        return answer

    def close(self) -> None:
        """Let go of connections; the next request opens new ones."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _rest(self) -> None:
        if self._pool is not None and time.monotonic() - self._used_at > _REUSE_WITHIN_S:
            self.close()

    def _open_pool(self) -> "HTTPConnectionPool":
        if self._pool is None:
            tls = self._tls or (tls_context() if self._base_url.startswith("https:") else None)
            self._pool = new_pool(self._base_url, tls, self._proxy)
        return self._pool

    def _wire(self, request: Request) -> "_Wired":
        url = self._base_url + request.path
        if not request.path.startswith("/") or urlsplit(url).netloc != urlsplit(self._base_url).netloc:
            raise BaseUrlRefused("A request must stay with the provider's own address.")
        body, kind = _body(request)
        target = urlsplit(self._base_url).path + request.path
        if request.query:
            target += f"{'&' if '?' in target else '?'}{urlencode(request.query)}"
        headers = {**self._headers, **({"Content-Type": kind} if kind else {}), **(request.headers or {})}
        if not all(map(_FIT.fullmatch, headers.values())):  # all else in them is the program's own
            raise KeyUnfit(_KEY_UNFIT)
        return _Wired(request.method, target, headers, body)


@dataclass(frozen=True)
class _Wired:
    """A request as it goes over the wire; `target` is its path with its query."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes | None


def _body(request: Request) -> tuple[bytes | None, str | None]:
    """The body and what it is; nothing for an empty form."""
    if request.body is not None:
        return request.body or None, None
    if request.form:
        return urlencode(request.form).encode(), "application/x-www-form-urlencoded"
    if request.json is not None:
        return json.dumps(request.json, allow_nan=False).encode(), "application/json"
    return None, None


def _run(pool: "HTTPConnectionPool", wired: "_Wired", deadline: float, *, is_open: bool) -> Answer:
    """Asks in this thread while the connection of the last request stands; a new one needs a thread of its own."""
    if is_open:
        with contextlib.suppress(NoLine):
            return run_on_line(functools.partial(_perform_on_line, pool, wired, deadline), deadline)
    return run_by_deadline(functools.partial(_perform, pool, wired, deadline), deadline)


def _perform_on_line(pool: "HTTPConnectionPool", wired: _Wired, deadline: float, exchange: Exchange) -> Answer:
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 - start-up does without it

    work_for(exchange, may_connect=False)
    line = Line(pool)
    try:
        left_s = max(0.01, deadline - time.monotonic())
        response = line.ask(wired.method, wired.target, wired.body, wired.headers, left_s)
        headers = headers_of(response)
        answer = Answer(response.status, headers, _read(body_of(response, headers), exchange))
    except (HTTPException, HTTPError, OSError, ValueError) as fault:
        line.close()
        raise exchange.fault(_sentence(fault, exchange)) from None
    except BaseException:
        line.close()
        raise
    line.give_back()
    return answer


def _perform(pool: "HTTPConnectionPool", wired: _Wired, deadline: float, exchange: Exchange) -> Answer:
    import urllib3  # noqa: PLC0415 - start-up does without it

    work_for(exchange)
    left_s = max(0.01, deadline - time.monotonic())
    try:
        response = pool.urlopen(
            wired.method,
            wired.target,
            wired.body,
            wired.headers,
            retries=False,
            redirect=False,
            timeout=urllib3.Timeout(connect=min(left_s, _CONNECT_S), read=left_s),
            preload_content=False,
        )
        try:
            body = _read(response.stream(65_536), exchange)
        except BaseException:
            response.close()
            raise
        response.release_conn()
        return Answer(response.status, response.headers, body)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as fault:
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
    from urllib3 import exceptions  # noqa: PLC0415 - start-up does without it

    if exchange.is_committed:
        timed_out = isinstance(fault, exceptions.TimeoutError | TimeoutError)
        return "The server did not answer in time." if timed_out else "The connection broke before the answer came."
    if isinstance(fault, exceptions.SSLError):
        return "The server's certificate is not trusted by this PC, so nothing was sent."
    if isinstance(fault, exceptions.ProxyError):
        return _PROXY_WANTS_LOGIN if "failed: 407" in str(fault) else _PROXY_FAILED
    if isinstance(fault, exceptions.NameResolutionError):
        return "The server's name was not found; the PC is probably offline."
    if isinstance(fault, exceptions.TimeoutError) and not isinstance(fault, exceptions.NewConnectionError):
        return "The server could not be reached in time."
    return "The server could not be reached."
