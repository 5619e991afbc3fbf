"""A request over a connection that stands: the standard library's own exchange, without what the pool adds to it.

The pool's way takes a third of a millisecond longer, which each slot of a slow provider would wait for each message.
Its connections stay the told ones of `sessions`: nothing reaches their socket before the exchange is committed.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from queue import Empty
from typing import TYPE_CHECKING, Any

from reengage_desktop.transport.sessions import NoLine

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool

_BLOCK = 65_536


class Line:
    """A standing connection, lent by its pool until it is given back or closed."""

    def __init__(self, pool: "HTTPConnectionPool") -> None:
        """Raises NoLine where none stands any more."""
        self._pool = pool
        self._connection = _take(pool)

    def ask(
        self, method: str, target: str, body: bytes | None, headers: Mapping[str, str], timeout_s: float
    ) -> HTTPResponse:
        """The answer up to its body."""
        self._connection.sock.settimeout(timeout_s)
        early = suppress(BrokenPipeError, ConnectionResetError)  # the server may have answered before it closed
        with early, self._connection.together():
            HTTPConnection.request(self._connection, method, target, body, dict(headers))
        return HTTPConnection.getresponse(self._connection)

    def give_back(self) -> None:
        """The next request may go over it."""
        self._pool.pool.put(self._connection)  # type: ignore[union-attr]

    def close(self) -> None:
        """Whatever was said on it, nothing more is."""
        self._connection.close()


def headers_of(response: HTTPResponse) -> Mapping[str, str]:
    """The answer's headers, found whatever their case; those that come again are joined."""
    from urllib3 import HTTPHeaderDict  # noqa: PLC0415 - start-up does without it

    return HTTPHeaderDict(response.msg.items())


def body_of(response: HTTPResponse, headers: Mapping[str, str]) -> Iterator[bytes]:
    """The answer's body in blocks, unpacked where the server packed it; raises OSError for one that was cut off."""
    if headers.get("Content-Encoding", "identity") == "identity":
        yield from _blocks(response)
        return
    from urllib3 import HTTPResponse as Unpacking  # noqa: PLC0415 - hardly any server packs what was not asked for

    yield from Unpacking(response, headers=headers, preload_content=False).stream(_BLOCK)


def _blocks(response: HTTPResponse) -> Iterator[bytes]:
    while block := response.read(_BLOCK):
        yield block
    if response.length:
        raise OSError("cut off")


def _take(pool: "HTTPConnectionPool") -> Any:
    try:
        connection: Any = pool.pool.get_nowait()  # type: ignore[union-attr]
    except Empty:
        raise NoLine from None
    if connection is None or not connection.is_connected:
        pool.pool.put(connection)  # type: ignore[union-attr]
        raise NoLine
    return connection
