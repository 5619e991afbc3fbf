"""Runs a command once and says what it and its children cost: time, time of the processors, memory at its highest."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AS_INSTALLED = {
    # As an installed program starts: from bytecode, wherever this checkout lies and whatever its owner has set.
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path("build", "bytecode").resolve()),
}


@dataclass(frozen=True)
class Cost:
    """What one command cost, its child processes included, and what it said."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    output: str

    @property
    def answer(self) -> dict[str, Any]:
        """The JSON document that the command printed."""
        found: dict[str, Any] = json.loads(self.output)
        return found


class Family(threading.Thread):
    """Watches what a process and all its children hold together, as long as they live (0 where nobody can tell)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._most_mb = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        """Looks several times a second."""
        while not self._over.wait(0.1):
            self._most_mb = max(self._most_mb, _held_mb(self._pid))

    def stop(self) -> float:
        """The most that they held, in MB."""
        self._over.set()
        self.join()
        return self._most_mb


def _held_mb(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        born = Path(f"/proc/{pid}/task").glob("*/children")  # each thread knows its own
        children = [child for each in born for child in each.read_text(encoding="ascii").split()]
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20) + sum(_held_mb(int(child)) for child in children)


def cost_of(command: Sequence[str | Path], environ: Mapping[str, str] | None = None, given: str = "") -> Cost:
    """Runs the command to its end; raises RuntimeError with its last words when it fails."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=errors,
            text=True,
            env={**os.environ, **(environ or {})},
        )
        assert process.stdin is not None
        process.stdin.write(given)
        process.stdin.close()
        family = Family(process.pid)
        family.start()
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, command))}\n{out.read()[-2000:]}\n{errors.read()[-2000:]}")
        # the system's own figure counts what the bench held when it started the command
        memory_mb = family.stop() or used.ru_maxrss / 1024
        return Cost(wall_s, used.ru_utime + used.ru_stime, memory_mb, out.read())


@dataclass(frozen=True)
class Program:
    """The product's own command line on one data folder, with the machine's keyring and environment kept out."""

    folder: Path

    def __call__(self, *arguments: str | Path, given: str = "") -> Cost:
        """Runs one command; its answer is JSON."""
        command = [sys.executable, "-m", "reengage_desktop", "--data-dir", self.folder, *arguments, "--json"]
        return cost_of(command, {**AS_INSTALLED, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, given)
