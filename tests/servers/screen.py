"""A screen of its own with a screen reader's view of it: Xvfb, a session bus and the accessibility bus (AT-SPI 2).

The reader speaks the D-Bus interfaces that Orca speaks (org.a11y.atspi.Accessible, .Action), so what it finds and
presses is what a blind owner's screen reader finds and presses.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from jeepney import DBusAddress, DBusErrorResponse, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NEEDED = ("dbus-daemon", "Xvfb")
_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_SCREEN = "1400x900x24"
_ATSPI = "org.a11y.atspi"
_PATIENCE_S = 30.0
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><servicedir>{folder}</servicedir>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"""


def missing_parts() -> list[str]:
    """What must be installed (Debian: dbus-daemon, xvfb, at-spi2-core) before a screen can be had."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    return missing if _SERVICE.exists() else [*missing, "at-spi2-core"]


@dataclass(frozen=True)
class Part:
    """One thing on the screen as a screen reader knows it."""

    bus_name: str
    path: str
    role: str
    name: str


class Screen:
    """Runs as long as the `with` block; `environment` is what a program needs to appear on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._reader: DBusConnection | None = None
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._start_all()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _start_all(self) -> None:
        # Not below the test's folder: the path of a socket may be 107 bytes long at most.
        short = TemporaryDirectory(prefix="screen-", ignore_cleanup_errors=True)
        runtime = Path(self._stack.enter_context(short))
        self._folder.mkdir(parents=True)
        homes = {name: str(self._folder / name.lower()) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        self.environment = {**os.environ, **homes, "XDG_RUNTIME_DIR": str(runtime), "DISPLAY": self._start_xvfb()}
        # Only the accessibility bus may be started by itself: no keyring asks for a password here.
        shutil.copy(_SERVICE, runtime)
        (runtime / "bus.conf").write_text(_BUS.format(folder=runtime))
        bus = self._start(["dbus-daemon", f"--config-file={runtime / 'bus.conf'}", "--nofork", "--print-address=1"])
        assert bus.stdout is not None
        session = bus.stdout.readline().strip()
        assert session, "the message bus did not start"
        self.environment |= {
            "DBUS_SESSION_BUS_ADDRESS": session,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        connection = self._stack.enter_context(open_dbus_connection(session))
        launcher = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        address = connection.send_and_get_reply(new_method_call(launcher, "GetAddress")).body[0]
        self._reader = self._stack.enter_context(open_dbus_connection(address))

    def parts(self) -> Iterator[Part]:
        """Everything on the screen, from the outermost in; what disappears meanwhile is left out."""
        yield from self._walk((f"{_ATSPI}.Registry", "/org/a11y/atspi/accessible/root"))

    def find(self, role: str, name: str, *, patience_s: float = _PATIENCE_S) -> Part:
        """The first part of that role whose name matches the expression, as soon as it is there."""
        deadline = time.monotonic() + patience_s
        while True:
            seen = list(self.parts())
            for part in seen:
                if part.role == role and re.fullmatch(name, part.name):
                    return part
            if time.monotonic() > deadline:
                there = sorted({f"{part.role} {part.name!r}" for part in seen if part.name})
                raise AssertionError(f"no {role} “{name}”; there are:\n" + "\n".join(there))
            time.sleep(0.1)

    def press(self, role: str, name: str) -> None:
        """Finds a part and does the first of its actions, as a screen reader does."""
        part = self.find(role, name)
        assert self._call((part.bus_name, part.path), "DoAction", f"{_ATSPI}.Action", "i", (0,)) == (True,)

    def _walk(self, place: tuple[str, str]) -> Iterator[Part]:
        try:
            (role,) = self._call(place, "GetRoleName")
            name = self._property(place, "Name")
            (children,) = self._call(place, "GetChildren")
            # Qt keeps a hidden widget in the tree; only what a person could see counts.
            (states,) = self._call(place, "GetState")
        except DBusErrorResponse:
            return
        is_shown = role in ("desktop frame", "application") or bool(states[0] & (1 << 25))
        if not is_shown:
            return
        yield Part(place[0], place[1], role, name)
        for child in children:
            yield from self._walk(tuple(child))

    def _call(self, place: tuple[str, str], method: str, interface: str = f"{_ATSPI}.Accessible", *rest: Any) -> Any:
        assert self._reader is not None
        target = DBusAddress(place[1], bus_name=place[0], interface=interface)
        reply = self._reader.send_and_get_reply(new_method_call(target, method, *rest), timeout=_PATIENCE_S)
        if reply.header.message_type.name == "error":
            raise DBusErrorResponse(reply)
        return reply.body

    def _property(self, place: tuple[str, str], name: str) -> str:
        assert self._reader is not None
        target = DBusAddress(place[1], bus_name=place[0], interface=f"{_ATSPI}.Accessible")
        reply = self._reader.send_and_get_reply(Properties(target).get(name), timeout=_PATIENCE_S)
        if reply.header.message_type.name == "error":
            raise DBusErrorResponse(reply)
        return str(reply.body[0][1])

    def _start_xvfb(self) -> str:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
        process = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        self._stack.callback(_end, process)
        os.close(write)
        with os.fdopen(read) as pipe:
            return ":" + pipe.readline().strip()

    def _start(self, command: list[str]) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, env=self.environment, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
        self._stack.callback(_end, process)
        return process


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    process.wait(10)
    if process.stdout is not None:
        process.stdout.close()
