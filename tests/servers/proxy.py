"""An HTTP proxy on a loopback port that opens tunnels (CONNECT), whatever host is named, to one server."""

import contextlib
import socket
import threading
from typing import Self


class FakeProxy:
    """`url`: its address; `asked`: the head of every request as it came; `status`: its answer, a tunnel for 200."""

    def __init__(self, target_port: int, *, login: str = "") -> None:
        self.asked: list[str] = []
        self.status = 200
        self._login = login
        self._target_port = target_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._open: list[socket.socket] = [self._listener]
        self._threads = [threading.Thread(target=self._listen, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        for sock in self._open:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join(5)

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._start(self._serve, self._listener.accept()[0])

    def _start(self, work: object, *sockets: socket.socket) -> None:
        self._open += sockets
        thread = threading.Thread(target=work, args=sockets, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                piece = client.recv(4096)
                if not piece:
                    return
                head += piece
            self.asked.append(head.decode("latin-1"))
            status = 407 if self._login and f"Basic {self._login}" not in self.asked[-1] else self.status
            client.sendall(f"HTTP/1.1 {status} so\r\nContent-Length: 0\r\n\r\n".encode())
            if status != 200:
                client.close()
                return
            server = socket.create_connection(("127.0.0.1", self._target_port), 5)
            self._start(_pump, server, client)
            _pump(client, server)


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65_536):
            target.sendall(piece)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
