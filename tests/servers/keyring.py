"""A real desktop keyring of its own: a session bus and GNOME Keyring, unlocked, in a folder of the test's."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

NEEDED = ("dbus-daemon", "gnome-keyring-daemon")


def missing_programs() -> list[str]:
    """What must be installed (Debian: dbus-daemon, gnome-keyring) before a session can start."""
    return [name for name in NEEDED if shutil.which(name) is None]


class KeyringSession:
    """Runs as long as the `with` block; `environment` is what a program needs to find it."""

    def __init__(self, folder: Path, *, unlocked: bool = True) -> None:
        self._folder = folder
        self._unlocked = unlocked
        self._processes: list[subprocess.Popen[str]] = []
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        runtime = self._folder / "runtime"
        runtime.mkdir(mode=0o700, parents=True)
        homes = {name: str(self._folder / name.lower()) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        base = {**os.environ, **homes, "XDG_RUNTIME_DIR": str(runtime)}
        base.pop("DISPLAY", None)
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], base)
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        self.environment = {**homes, "XDG_RUNTIME_DIR": str(runtime), "DBUS_SESSION_BUS_ADDRESS": address}
        unlock = ["--unlock"] if self._unlocked else []
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", *unlock]
        daemon = self._start(command, {**base, **self.environment})
        assert daemon.stdin is not None
        assert daemon.stdout is not None
        daemon.stdin.write("keyring of a test\n")
        daemon.stdin.close()
        daemon.stdout.readline()  # it has taken the word and says where its control socket is
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _start(self, command: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        return process
