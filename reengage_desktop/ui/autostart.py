"""Starting with the login: the entry that each system reads, written and taken away for this user only."""

import plistlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSettings

NAME = "reengage-desktop"
_LABEL = "com.reengage.desktop"
_RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    """The place where a system keeps what starts with the login."""

    def is_on(self) -> bool:
        """Whether there is an entry of ours."""
        ...

    def turn(self, *, on: bool) -> None:
        """Writes the entry or takes it away; raises OSError when the system does not let us."""
        ...


class FileAutostart:
    """An entry that is a file: a .desktop file on Linux, a launch agent on macOS."""

    def __init__(self, file: Path, content: bytes) -> None:
        self.file = file
        self._content = content

    def is_on(self) -> bool:
        """Whether the file is there."""
        return self.file.is_file()

    def turn(self, *, on: bool) -> None:
        """Writes the file whole, or removes it."""
        if not on:
            self.file.unlink(missing_ok=True)
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        part = self.file.with_suffix(".part")
        part.write_bytes(self._content)
        part.replace(self.file)


class RegistryAutostart:
    """An entry of the Run key of Windows' registry; `place` is another file of settings in the tests."""

    def __init__(self, command: str, place: QSettings | None = None) -> None:
        self._command = command
        self._place = place or QSettings(_RUN_KEY, QSettings.Format.NativeFormat)

    def is_on(self) -> bool:
        """Whether the value is there."""
        return self._place.contains(NAME)

    def turn(self, *, on: bool) -> None:
        """Sets or removes the value."""
        if on:
            self._place.setValue(NAME, self._command)
        else:
            self._place.remove(NAME)
        self._place.sync()
        if self._place.status() != QSettings.Status.NoError:
            raise PermissionError(13, "the registry does not take it", NAME)


def find_autostart(
    data_dir: Path, *, platform: str = sys.platform, environ: Mapping[str, str], home: Path | None = None
) -> Autostart:
    """The place of this system, with the command that starts this program on this shop in the background."""
    words = start_command(data_dir)
    home = home or Path.home()
    if platform == "win32":
        return RegistryAutostart(windows_command(words))
    if platform == "darwin":
        return FileAutostart(home / "Library" / "LaunchAgents" / f"{_LABEL}.plist", launch_agent(words))
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return FileAutostart(config / "autostart" / f"{NAME}.desktop", desktop_entry(words))


def start_command(data_dir: Path) -> list[str]:
    """The words that start this program in the background: the packed one, the installed one, or this Python's."""
    called = Path(sys.argv[0]).absolute()
    if getattr(sys, "frozen", False):
        program = [sys.executable]
    elif called.stem.casefold() == NAME and called.exists():
        program = [str(called)]
    else:
        program = [sys.executable, "-m", "reengage_desktop"]
    return [*program, "--background", f"--data-dir={data_dir}"]


def desktop_entry(words: Sequence[str]) -> bytes:
    """The file that Linux desktops read (XDG autostart)."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Reengage Desktop",
        "Comment=Sends what is due while you work",
        f"Exec={' '.join(_quoted(word) for word in words)}",
        f"Icon={NAME}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
        "",
    )
    return "\n".join(lines).encode()


def launch_agent(words: Sequence[str]) -> bytes:
    """The property list that macOS' launchd reads."""
    return plistlib.dumps({"Label": _LABEL, "ProgramArguments": list(words), "RunAtLoad": True})


def windows_command(words: Sequence[str]) -> str:
    """The command line as Windows splits it: every word in quotes; a path holds none itself."""
    return " ".join(f'"{word}"' for word in words)


def _quoted(word: str) -> str:
    # Escaped twice: once for the quotes of Exec, once for any string of the file.
    for letter in ("\\", '"', "`", "$"):
        word = word.replace(letter, f"\\{letter}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'
