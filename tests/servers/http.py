"""A provider over HTTP on a loopback port, with the ways in which real ones fail."""

import json
import socket
import struct
import threading
from collections import deque
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl, urlsplit

from tests.servers.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable


class Mode(StrEnum):
    """How the next message is treated. All others than OK, NO_ID and the ACCEPT ones take nothing."""

    OK = "ok"
    THROTTLE = "429"
    BREAK = "500"
    REFUSE_LOGIN = "401"
    REDIRECT = "302"
    RESET = "reset"
    MALFORMED = "malformed"
    ACCEPT_NO_ID = "accept-no-id"
    ACCEPT_BREAK = "accept-500"
    ACCEPT_SILENT = "accept-silent"
    ACCEPT_RESET = "accept-reset"
    ACCEPT_DRIP = "accept-drip"
    ACCEPT_MALFORMED = "accept-malformed"


_ACCEPTING = {mode for mode in Mode if mode.value.startswith("accept")} | {Mode.OK}


class Asked:
    """One request as it arrived."""

    def __init__(self, method: str, target: str, headers: dict[str, str], body: bytes) -> None:
        parts = urlsplit(target)
        self.method = method
        self.target = target
        self.path = parts.path
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.headers = headers
        self.body = body

    @property
    def form(self) -> dict[str, str]:
        """The body as a form."""
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body or b"null")


Reply = tuple[int, dict[str, str], bytes]


def as_json(status: int, body: object, **headers: str) -> Reply:
    """An answer in JSON."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, {"Content-Type": "application/json", **names}, json.dumps(body).encode()


class FakeProvider:
    """The server; a provider's own one overrides the four methods below `accept`."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        self.journal = Journal(log)
        self.asked: list[Asked] = []
        self.mode: Mode | str = Mode.OK
        self.next_modes: deque[Mode | str] = deque()
        self.latency_s = 0.0
        self.redirect_to = "http://127.0.0.1:9/elsewhere"
        self.closing = threading.Event()
        self.moment: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._lock = threading.Lock()
        self._server = _Server(port, self)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._scheme = "http" if tls is None else "https"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The base address to configure."""
        return f"{self._scheme}://127.0.0.1:{self.port}"

    @property
    def accepted(self) -> list[dict[str, Any]]:
        """The messages it took, in order."""
        return self.journal.entries

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it; connections that rest stay open until their clients go."""
        if self.closing.is_set():
            return
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self.journal.close()

    def serve(self) -> None:
        """Answer in this thread until the process ends."""
        self._server.serve_forever()

    # What a provider's own server says.

    def is_message(self, asked: Asked) -> bool:
        """Whether this request hands a message over (only then do modes apply)."""
        return False

    def accept(self, asked: Asked) -> dict[str, Any]:
        """Keep the message and give its journal entry."""
        raise NotImplementedError

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        """The answer to a message that was taken."""
        raise NotImplementedError

    def refuse(self, asked: Asked) -> Reply | None:
        """The answer to a request that the contract forbids, or None."""
        return None

    def answer_error(self, mode: str) -> Reply:
        """The provider's own error for a mode, or for the code in `error:CODE`."""
        status = int(mode) if mode.isdigit() else 400
        return as_json(status, {"error": mode}, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        """The answer to anything but a message."""
        return as_json(404, {"error": "not found"})

    def control(self, order: dict[str, Any]) -> object:
        """Orders from another process: `mode`, `next_modes`; a provider adds its own."""
        if "mode" in order:
            self.mode = order["mode"]
        self.next_modes.extend(order.get("next_modes", ()))
        return {"accepted": self.accepted, "asked": len(self.asked)}

    # How it is done.

    def handle(self, asked: Asked) -> tuple[Reply | None, str]:
        """The answer, and the mode in which it is written; None: the connection is reset or left hanging."""
        with self._lock:
            if asked.path == "/_control":
                return as_json(200, self.control(asked.json or {})), Mode.OK
            self.asked.append(asked)
            if not self.is_message(asked):
                return self.refuse(asked) or self.answer(asked), Mode.OK
            mode = self.next_modes.popleft() if self.next_modes else self.mode
            return self._message(asked, str(mode)), str(mode)

    def _message(self, asked: Asked, mode: str) -> Reply | None:
        refusal = self.refuse(asked)
        if refusal is not None:
            return refusal
        if mode in _ACCEPTING:
            return self._accepted(asked, mode)
        if mode == Mode.REDIRECT:
            return 302, {"Location": self.redirect_to}, b""
        if mode == Mode.MALFORMED:
            return 200, {"Content-Type": "application/json"}, b'{"half": '
        return None if mode == Mode.RESET else self.answer_error(mode)

    def _accepted(self, asked: Asked, mode: str) -> Reply | None:
        entry = self.accept(asked)
        self.journal.add(entry)
        if mode in (Mode.ACCEPT_SILENT, Mode.ACCEPT_RESET):
            return None
        if mode == Mode.ACCEPT_BREAK:
            return self.answer_error("500")
        if mode == Mode.ACCEPT_MALFORMED:
            return 201, {"Content-Type": "application/json"}, b"<html>ok</html>"
        return self.answer_accepted(entry, with_id=mode != Mode.ACCEPT_NO_ID)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, port: int, provider: FakeProvider) -> None:
        self.provider = provider
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no fault of the server."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.title(): value for name, value in self.headers.items()}
        reply, mode = self.server.provider.handle(Asked(self.command, self.path, headers, self.rfile.read(length)))
        self.server.provider.closing.wait(self.server.provider.latency_s)
        if reply is not None:
            self._write(reply, dripping=mode == Mode.ACCEPT_DRIP)
            return
        if mode == Mode.ACCEPT_SILENT:
            self.server.provider.closing.wait(60)
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    do_POST = do_GET  # noqa: N815 - the library's own name

    def _write(self, reply: Reply, *, dripping: bool) -> None:
        status, headers, body = reply
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not dripping:
            self.wfile.write(body)
            return
        for byte in body:
            if self.server.provider.closing.wait(0.05):
                break
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def date_time_string(self, timestamp: float | None = None) -> str:
        return format_datetime(self.server.provider.moment().astimezone(UTC), usegmt=True)

    def log_message(self, *_: object) -> None:
        """Says nothing on stderr."""
