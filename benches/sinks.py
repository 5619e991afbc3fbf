"""Servers that take every message and keep none: `python -m benches.sinks smtp|http [LATENCY]` prints its port.

They do as little as they can, so that what is measured is the sender. LATENCY: seconds before each answer.
"""

import socketserver
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_ANSWERS = {b"EHLO": "250-sink\r\n250-PIPELINING\r\n250 8BITMIME", b"QUIT": "221 bye"}


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    latency_s = 0.0


class _Smtp(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True
    server: _Server

    def handle(self) -> None:
        """One connection: every command is answered with yes."""
        self._say("220 sink ready")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self._say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    """The message is not looked at."""
                time.sleep(self.server.latency_s)
            self._say(_ANSWERS.get(verb, "250 ok"))
            if verb == b"QUIT":
                return

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class _Http(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True
    server: _Server

    def handle(self) -> None:
        """One connection, kept open: every request is answered with an id."""
        number = 0
        while self.rfile.readline():
            length = 0
            while (header := self.rfile.readline()) not in (b"\r\n", b""):
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            self.rfile.read(length)
            time.sleep(self.server.latency_s)
            number += 1
            body = b'{"id": "%d-%d"}' % (self.client_address[1], number)
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
            self.wfile.write(head + body)


@contextmanager
def sink(kind: str, latency_s: float = 0.0) -> Iterator[int]:
    """The port of a sink that runs in a process of its own, for the length of the `with` block."""
    command = [sys.executable, "-m", "benches.sinks", kind, str(latency_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline())
        finally:
            process.kill()


def main() -> None:
    """The command."""
    handler = {"smtp": _Smtp, "http": _Http}[sys.argv[1]]
    with _Server(("127.0.0.1", 0), handler) as server:
        server.latency_s = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
        print(server.server_address[1], flush=True)
        server.serve_forever(0.5)


if __name__ == "__main__":
    main()
