"""The hardened way out: deadlines that hold, one host, no ambient credentials, and proofs of what was sent."""

import gzip
import json
import logging
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import trustme

from reengage_desktop.domain.base_urls import BaseUrlRefused, check_base_url
from reengage_desktop.transport import (
    MAX_ANSWER_BYTES,
    Answer,
    Exchange,
    HttpClient,
    KeyUnfit,
    MaybeSent,
    NothingSent,
    Request,
    run_by_deadline,
)
from tests.servers.http import Asked, FakeProvider, Mode, Reply, as_json

GET = Request("GET", "/")
POST = Request("POST", "/messages", form={"to": "x"})


class Echo(FakeProvider):
    """Takes every POST, and says on GET what it was asked."""

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST"

    def accept(self, asked: Asked) -> dict[str, object]:
        return {"form": asked.form}

    def answer_accepted(self, entry: dict[str, object], *, with_id: bool) -> Reply:
        return as_json(201, {"id": "m1"}, Set_Cookie="sid=1; Path=/")

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/huge":
            return 200, {}, b"x" * (MAX_ANSWER_BYTES + 1)
        if asked.path == "/bomb":
            return 200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * (8 * MAX_ANSWER_BYTES), 9)
        return as_json(200, {"headers": asked.headers, "query": asked.query})


@pytest.fixture
def server() -> Iterator[Echo]:
    with Echo() as server:
        yield server


def soon(seconds: float = 20.0) -> float:
    return time.monotonic() + seconds


@contextmanager
def raw_server(serve: Callable[[socket.socket, threading.Event], object]) -> Iterator[str]:
    """One connection, answered byte by byte as the test likes."""
    closing = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def work() -> None:
            try:
                connection, _ = listener.accept()
                with connection:
                    serve(connection, closing)
            except OSError:
                pass

        thread = threading.Thread(target=work)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            closing.set()
            with suppress(OSError):
                socket.create_connection(listener.getsockname(), 1).close()
            thread.join()


def test_asks_and_answers(server: Echo) -> None:
    client = HttpClient(server.url, {"Authorization": "Bearer t"})
    answer = client.ask(Request("GET", "/a", query={"q": "ä+ b"}), soon())
    assert answer.is_success
    said = answer.json()
    assert said["query"] == {"q": "ä+ b"}
    assert said["headers"]["User-Agent"].startswith("reengage-desktop/")
    assert said["headers"]["Authorization"] == "Bearer t"
    client.close()


def test_connection_is_reused_and_cookies_are_not(server: Echo) -> None:
    client = HttpClient(server.url)
    first = client.ask(POST, soon())
    assert "Set-Cookie" in first.headers
    assert "Cookie" not in client.ask(GET, soon()).json()["headers"]
    client.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com",
        "http://192.168.1.4",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "ftp://127.0.0.1",
        "https://",
        "api.example.com",
        "https://user:word@api.example.com",
        "https://api.example.com/?to=x",
        "https://api.example.com/#x",
        "https://api.example.com:99999",
        "",
    ],
)
def test_refuses_base_addresses_that_give_secrets_away(url: str) -> None:
    """27: http:// only for a server on this PC, and nothing in the address but a host, a port and a path."""
    with pytest.raises(BaseUrlRefused) as refused:
        HttpClient(url)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "url", ["https://api.example.com/", "http://127.0.0.1:8080", "http://localhost:1/x", "http://[::1]:4"]
)
def test_takes_sound_base_addresses(url: str) -> None:
    assert check_base_url(url) == url.rstrip("/")


@pytest.mark.parametrize("path", ["@evil.example.com/", ".evil.example.com/", "evil", "", ":80/"])
def test_a_path_can_not_change_the_host(server: Echo, path: str) -> None:
    """27: the token goes only to the configured host."""
    with pytest.raises(BaseUrlRefused):
        HttpClient(server.url).ask(Request("GET", path), soon())
    assert server.asked == []


def test_follows_no_redirect(server: Echo) -> None:
    """27: no redirects followed."""
    with Echo() as stranger:
        server.redirect_to = f"{stranger.url}/catch"
        server.mode = Mode.REDIRECT
        answer = HttpClient(server.url, {"Authorization": "Bearer t"}).ask(POST, soon())
        assert answer.status == 302
        assert not answer.is_success
        assert stranger.asked == []


def test_no_ambient_credentials(server: Echo, tmp_path: Path) -> None:
    """27: neither .netrc nor a proxy or certificate bundle from the environment has a say."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login thief password caught\ndefault login thief password caught\n")
    netrc.chmod(0o600)
    names = ("NETRC", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "REQUESTS_CA_BUNDLE")
    values = (str(netrc), *["http://127.0.0.1:9"] * 4, "/nowhere")
    script = (
        "import sys, time; from reengage_desktop.transport import *\n"
        f"h = HttpClient({server.url!r}).ask(Request('GET', '/'), time.monotonic() + 20).json()['headers']\n"
        "sys.exit('Authorization' in h)"
    )
    environment = {**os.environ, **dict(zip(names, values, strict=True)), "HOME": str(tmp_path), "NO_PROXY": ""}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_costs_neither_urllib3_nor_truststore() -> None:
    script = "import sys, reengage_desktop.transport; sys.exit('urllib3' in sys.modules or 'truststore' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_head_and_body_leave_together() -> None:
    """Performance row 9: a server is woken once for a request; what follows on the same connection comes whole, too."""
    heard: list[bytes] = []

    def listen(listener: socket.socket) -> None:
        line, _ = listener.accept()
        with line:
            for _ in range(2):
                heard.append(line.recv(65_536))
                line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = threading.Thread(target=listen, args=(listener,))
        server.start()
        client = HttpClient(f"http://127.0.0.1:{listener.getsockname()[1]}")
        assert [client.ask(Request("POST", "/", json={"n": n}), soon()).status for n in (1, 2)] == [200, 200]
        server.join()
        client.close()
    assert [each.partition(b"\r\n\r\n")[2] for each in heard] == [b'{"n": 1}', b'{"n": 2}']


# What a failure proves.


def test_refused_is_not_sent() -> None:
    """8: nobody listens, so nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(NothingSent, match="could not be reached"):
        HttpClient(f"http://127.0.0.1:{port}").ask(POST, soon())


@pytest.mark.parametrize("key", ["two\nlines", "ends with one\r\n", "schlüssel", "ключ", "nul\x00"])
def test_a_key_that_cannot_be_said_is_a_fault_of_the_key(server: Echo, key: str) -> None:
    """C13: no server is blamed for it, nothing leaves the PC, and the sentence names the cure but never the key."""
    with pytest.raises(KeyUnfit, match="Enter it again") as told:
        HttpClient(server.url, {"Authorization": f"Bearer {key}"}).ask(POST, soon())
    assert key.split(maxsplit=1)[0] not in str(told.value)
    assert server.asked == []


def test_unknown_name_is_not_sent() -> None:
    """8: a name that is not found proves that nothing was sent."""
    with pytest.raises(NothingSent):
        HttpClient("https://provider.invalid").ask(POST, soon())


def test_untrusted_certificate_is_not_sent() -> None:
    """8: a bad certificate ends the connection before anything is said."""
    server_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(server_tls)
    with Echo(tls=server_tls) as server:
        with pytest.raises(NothingSent, match="certificate"):
            HttpClient(server.url).ask(POST, soon())
        assert server.asked == []


def test_certificate_for_another_host_is_not_sent() -> None:
    """8: so does one that is somebody else's."""
    authority = trustme.CA()
    server_tls, client_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("other.example.com").configure_cert(server_tls)
    authority.configure_trust(client_tls)
    with Echo(tls=server_tls) as server:
        with pytest.raises(NothingSent, match="certificate"):
            HttpClient(server.url, tls=client_tls).ask(POST, soon())
        assert server.asked == []


def test_trusted_certificate_works() -> None:
    authority = trustme.CA()
    server_tls, client_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server_tls)
    authority.configure_trust(client_tls)
    with Echo(tls=server_tls) as server:
        client = HttpClient(server.url, tls=client_tls)
        assert client.ask(POST, soon()).status == 201
        client.close()


def test_handshake_that_never_ends_is_not_sent() -> None:
    """6: a server that takes the connection and never shakes hands."""
    with raw_server(lambda _connection, closing: closing.wait(30)) as url:
        started = time.monotonic()
        with pytest.raises(NothingSent):
            HttpClient(url.replace("http:", "https:")).ask(POST, soon(0.3))
        assert time.monotonic() - started < 2


@pytest.mark.parametrize("mode", [Mode.ACCEPT_RESET, Mode.RESET])
def test_reset_after_the_request_is_open(server: Echo, mode: Mode) -> None:
    """6: nobody can tell whether the server took it."""
    server.mode = mode
    with pytest.raises(MaybeSent, match="broke"):
        HttpClient(server.url).ask(POST, soon())


def test_silence_after_the_request_is_open(server: Echo) -> None:
    """6: timeout after accept."""
    server.mode = Mode.ACCEPT_SILENT
    started = time.monotonic()
    with pytest.raises(MaybeSent, match="in time"):
        HttpClient(server.url).ask(POST, soon(0.3))
    assert time.monotonic() - started < 2
    assert len(server.accepted) == 1


def test_client_works_on_after_a_silence(server: Echo) -> None:
    server.next_modes.append(Mode.ACCEPT_SILENT)
    client = HttpClient(server.url)
    with pytest.raises(MaybeSent):
        client.ask(POST, soon(0.2))
    assert client.ask(POST, soon()).status == 201
    client.close()


@pytest.mark.parametrize("part", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"])
def test_dripping_server_ends_at_the_deadline(part: bytes) -> None:
    """6: one byte at a time never trips a read timeout; the deadline does, in the head as in the body."""

    def drip(connection: socket.socket, closing: threading.Event) -> None:
        connection.recv(65_536)
        connection.sendall(part)
        while not closing.wait(0.02):
            connection.sendall(b"x")

    with raw_server(drip) as url:
        started = time.monotonic()
        with pytest.raises(MaybeSent):
            HttpClient(url).ask(POST, soon(0.5))
        assert 0.4 < time.monotonic() - started < 2.5


def test_a_connection_that_stands_is_used_in_the_calling_thread(server: Echo) -> None:
    """6: and its deadline is kept by one thread for all of them, however the server behaves."""
    client = HttpClient(server.url)
    assert client.ask(POST, soon()).status == 201
    assert client.ask(POST, soon()).status == 201
    before = {thread.ident for thread in threading.enumerate()}
    assert client.ask(POST, soon()).status == 201
    assert {thread.ident for thread in threading.enumerate() if thread.name == "exchange"} <= before
    server.next_modes.append(Mode.ACCEPT_SILENT)
    begun = time.monotonic()
    with pytest.raises(MaybeSent, match="in time"):
        client.ask(POST, soon(0.3))
    assert 0.2 < time.monotonic() - begun < 2
    assert client.ask(POST, soon()).status == 201
    client.close()


def test_the_deadline_holds_where_a_server_drips_on_a_connection_that_stands() -> None:
    """6: as on a new one."""

    def drip(connection: socket.socket, closing: threading.Event) -> None:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not closing.wait(0.02):
            connection.sendall(b"x")

    with raw_server(drip) as url:
        client = HttpClient(url)
        assert client.ask(POST, soon()).status == 201
        begun = time.monotonic()
        with pytest.raises(MaybeSent, match="in time"):
            client.ask(POST, soon(0.4))
        assert 0.3 < time.monotonic() - begun < 2


def test_a_connection_that_the_server_has_closed_is_made_anew() -> None:
    """8: nothing was said on it, so nothing is in doubt."""
    answered = threading.Event()

    def answer_and_hang_up(listener: socket.socket) -> None:
        for _ in range(2):
            with listener.accept()[0] as connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
            answered.set()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer_and_hang_up, args=(listener,))
        thread.start()
        client = HttpClient(f"http://127.0.0.1:{listener.getsockname()[1]}")
        assert client.ask(POST, soon()).status == 201
        assert answered.wait(10)
        assert client.ask(POST, soon()).status == 201
        client.close()
        thread.join()


def test_half_an_answer_is_open() -> None:
    """7: an answer that breaks off proves nothing."""

    def half(connection: socket.socket, _closing: threading.Event) -> None:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{")

    with raw_server(half) as url, pytest.raises(MaybeSent):
        HttpClient(url).ask(POST, soon())


def test_answer_that_is_no_http_is_open() -> None:
    """7: nor does one that is none."""

    def nonsense(connection: socket.socket, _closing: threading.Event) -> None:
        connection.recv(65_536)
        connection.sendall(b"220 mail.example.com ESMTP\r\n\r\n")

    with raw_server(nonsense) as url, pytest.raises(MaybeSent):
        HttpClient(url).ask(POST, soon())


@pytest.mark.parametrize("path", ["/huge", "/bomb"])
def test_endless_answer_is_cut(server: Echo, path: str) -> None:
    """7: bounded in size, also where a few packed bytes unfold into many."""
    with pytest.raises(MaybeSent, match="too long"):
        HttpClient(server.url).ask(Request("GET", path), soon())


def test_details_name_nobody(server: Echo) -> None:
    """26: neither an address nor a secret stands in a failure's text or in what it was raised from."""
    server.mode = Mode.RESET
    request = Request("POST", "/m", query={"To": "+12025550123"}, form={"key": "hunter2"})
    with pytest.raises(MaybeSent) as fault:
        HttpClient(server.url, {"Authorization": "Bearer hunter2"}).ask(request, soon())
    assert "2025550123" not in str(fault.value)
    assert fault.value.__cause__ is None
    assert fault.value.__suppress_context__


def test_an_answer_with_broken_headers_puts_no_path_into_a_log(caplog: pytest.LogCaptureFixture) -> None:
    """26: the library warns of such headers, and quotes the whole address with the customer's number."""

    def serve(connection: socket.socket, _closing: threading.Event) -> None:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nno colon\r\n\r\n")

    with caplog.at_level(logging.DEBUG), raw_server(serve) as url:
        HttpClient(url).ask(Request("GET", "/numbers/+12025550123"), soon())
    assert "2025550123" not in caplog.text


@pytest.mark.parametrize("url", ["https://api.exam ple.com", "https://api.exam\u2028ple.com"])
def test_an_address_that_names_no_host_is_not_sent(url: str) -> None:
    """8: what no server can be called breaks no run: nothing left, and the message may go again."""
    with pytest.raises(NothingSent, match="address"):
        HttpClient(url).ask(GET, soon())


# The exchange itself.


def test_what_was_given_up_can_not_be_sent_any_more() -> None:
    """The proof behind "not sent": once abandoned, an exchange never commits."""
    exchange = Exchange()
    exchange.abandon()
    with socket.socket() as sock, pytest.raises(NothingSent):
        exchange.commit(sock)
    assert not exchange.is_committed


def test_work_that_hangs_before_it_reached_anybody_is_not_sent() -> None:
    """6, 8: such as a name look-up, which nothing can end; it must not send when it wakes at last."""
    go, late = threading.Event(), threading.Event()

    def work(exchange: Exchange) -> None:
        go.wait(20)
        try:
            with socket.socket() as sock:
                exchange.commit(sock)
        except NothingSent:
            late.set()

    with pytest.raises(NothingSent):
        run_by_deadline(work, soon(0.05))
    go.set()
    assert late.wait(5)


def test_result_and_faults_of_the_work_come_back() -> None:
    assert run_by_deadline(lambda _exchange: 7, soon()) == 7
    with pytest.raises(ZeroDivisionError):
        run_by_deadline(lambda _exchange: 1 // 0, soon())


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Sat, 21 Nov 2026 12:01:00 GMT", "Date": "Sat, 21 Nov 2026 12:00:00 GMT"}, 60.0),
        ({"Retry-After": "Sat, 21 Nov 2026 12:01:00 GMT", "Date": "Sat, 21 Nov 2026 13:00:00 GMT"}, 0.0),
        ({"Retry-After": "Sat, 21 Nov 2026 12:01:00 GMT"}, None),
        ({"Retry-After": "9" * 400}, 604_800.0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "²"}, None),
        ({"Retry-After": f"Sat, 21 Nov {'9' * 20} 12:01:00 GMT", "Date": "Sat, 21 Nov 2026 12:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    """7: Retry-After in both its forms; a date is measured by the server's own clock."""
    assert Answer(429, headers, b"").retry_after_s == seconds


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000])
def test_malformed_json_is_nothing(body: bytes) -> None:
    """7: malformed JSON never raises."""
    assert Answer(200, {}, body).json() is None


@pytest.mark.parametrize("date", ["Fri, 31 Dec 9999 23:59:59 -0100", "Mon, 01 Jan 0001 00:00:00 +1400", "soon", ""])
def test_a_date_of_no_time_is_none(date: str) -> None:
    """7: a server's clock that is out of all bounds is one that does not say."""
    told = Answer(200, {"Date": date}, b"").said_at
    assert told is None or told.year > 1


@pytest.mark.parametrize(
    "said", [rb'"Yes \ud83d"', rb'"\uD83D\ude00 \uDC00"', b'"\xed\xa0\xbd"', rb'{"a": ["\ud83d"], "\ud800": 1}']
)
def test_half_a_sign_in_json_can_be_kept(said: bytes) -> None:
    """28, 7: what a text message was cut through is written down like all else; half a smile ends no work."""
    told = Answer(200, {}, said).json()
    json.dumps(told, ensure_ascii=False).encode()
    if b"ude00" in said:
        assert told == "\U0001f600 \ufffd"
