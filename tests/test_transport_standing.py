"""The second request over one connection: what a server may answer there proves the same as on a new one."""

import gzip
import socket
import threading
from collections.abc import Callable

import pytest

from reengage_desktop.transport import MAX_ANSWER_BYTES, Answer, HttpClient, MaybeSent, Request
from tests.test_transport import raw_server, soon

POST = Request("POST", "/messages", json={"to": "x"})
HEAD = b"HTTP/1.1 201 Created\r\n"
FIRST = HEAD + b"Content-Length: 0\r\n\r\n"


def _answering(said: bytes) -> Callable[[socket.socket, threading.Event], object]:
    """A server that answers the first request with nothing, the second with these bytes, and hangs up."""

    def serve(connection: socket.socket, _closing: threading.Event) -> None:
        connection.recv(65_536)
        connection.sendall(FIRST)
        connection.recv(65_536)
        connection.sendall(said)

    return serve


def _second(said: bytes) -> Answer:
    with raw_server(_answering(said)) as url:
        client = HttpClient(url)
        try:
            assert client.ask(POST, soon()).status == 201
            before = {each.name for each in threading.enumerate()}
            answer = client.ask(POST, soon())
            assert {each.name for each in threading.enumerate()} - before <= {"deadlines"}, "no connection was opened"
            return answer
        finally:
            client.close()


def test_a_whole_answer() -> None:
    """Promise 7: in one piece, in chunks, packed, or up to the end of the connection; headers whatever their case."""
    packed = gzip.compress(b'{"id": "1"}')
    ways = {
        b"content-length: 11\r\nDATE: Sat, 21 Nov 2026 12:00:00 GMT\r\n\r\n" + b'{"id": "1"}',
        b"Transfer-Encoding: chunked\r\n\r\n" + b'4\r\n{"id\r\n7\r\n": "1"}\r\n0\r\n\r\n',
        b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s" % (len(packed), packed),
        b"Connection: close\r\n\r\n" + b'{"id": "1"}',
    }
    for way in ways:
        answer = _second(HEAD + way)
        assert answer.status == 201
        assert answer.json() == {"id": "1"}
        assert (answer.said_at is not None) == (b"DATE" in way)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"HTTP/1.1 2",
        HEAD + b"Content-Length: 90\r\n\r\n{",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\n{",
        b"220 mail.example.com ESMTP\r\n\r\n",
        HEAD + b"x" * 70_000 + b"\r\n\r\n",
        HEAD + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(MAX_ANSWER_BYTES + 1)),
    ],
    ids=["none", "cut status", "cut body", "cut chunk", "no http", "endless header", "badly packed", "bomb"],
)
def test_an_answer_that_is_none_is_open(said: bytes) -> None:
    """Promises 6 and 7: the request had left, so nobody knows; never that nothing was sent, never an acceptance."""
    with pytest.raises(MaybeSent):
        _second(said)
