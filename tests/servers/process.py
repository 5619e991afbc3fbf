"""A fake provider as a process of its own: prints its port, then serves until it is ended."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Protocol

from tests.servers.journal import read_log


class Served(Protocol):
    """A server that `run_server` can run."""

    mode: Any
    latency_s: float

    @property
    def port(self) -> int: ...

    def serve(self) -> None: ...


def run_server(name: str, make: Callable[[int, Path | None], Served]) -> None:
    """The command line of a server: `--port 0 --log FILE --mode ok --latency 0`."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.servers.{name}")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--mode", default="ok")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    options = parser.parse_args()
    server = make(options.port, options.log)
    server.mode, server.latency_s = options.mode, options.latency
    sys.stdout.write(f"{server.port}\n")
    sys.stdout.flush()
    server.serve()


class ServerProcess:
    """A running server process: its port, its log, and its orders (HTTP servers only)."""

    def __init__(self, process: "subprocess.Popen[str]", port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log

    @property
    def url(self) -> str:
        """The base address to configure."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def accepted(self) -> list[dict[str, Any]]:
        """The messages it took, in order."""
        return read_log(self.log) if self.log.exists() else []

    def control(self, **order: object) -> Any:
        """Give an order, such as `mode="500"`; see the server's `control`."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("POST", "/_control", json.dumps(order))
            return json.load(connection.getresponse())


@contextmanager
def server_process(
    name: str, log: Path, *, mode: str = "ok", port: int = 0, latency_s: float = 0.0
) -> Iterator[ServerProcess]:
    """Runs `tests.servers.NAME` (smtp, twilio or whatsapp) as a process for the length of the `with` block."""
    command = [sys.executable, "-m", f"tests.servers.{name}", "--port", str(port), "--log", str(log), "--mode", mode]
    command += ["--latency", str(latency_s)]
    repository = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield ServerProcess(process, int(process.stdout.readline()), log)
        finally:
            process.kill()
