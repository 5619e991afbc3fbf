"""Starting with the login: each system's entry names this program, this shop and --background, and goes again."""

import plistlib
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from reengage_desktop.ui.autostart import (
    FileAutostart,
    RegistryAutostart,
    desktop_entry,
    find_autostart,
    start_command,
    windows_command,
)


def read_command(entry: bytes) -> list[str]:
    """The words of a desktop entry's Exec, read as the specification says: string, then quotes, then field codes."""
    line = next(line for line in entry.decode().splitlines() if line.startswith("Exec=")).removeprefix("Exec=")
    text = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def test_linux_in_a_home_of_its_own(tmp_path: Path) -> None:
    """D1: on writes the file where the desktop looks, off removes it, off again is no fault."""
    found = find_autostart(tmp_path / "my shop", platform="linux", environ={}, home=tmp_path)
    assert isinstance(found, FileAutostart)
    assert found.file == tmp_path / ".config" / "autostart" / "reengage-desktop.desktop"
    assert not found.is_on()
    found.turn(on=True)
    assert found.is_on()
    words = read_command(found.file.read_bytes())
    assert words[-2:] == ["--background", f"--data-dir={tmp_path / 'my shop'}"]
    assert [path.name for path in found.file.parent.iterdir()] == ["reengage-desktop.desktop"]
    found.turn(on=False)
    found.turn(on=False)
    assert not found.is_on()


def test_linux_where_the_desktop_says(tmp_path: Path) -> None:
    """XDG_CONFIG_HOME is obeyed."""
    found = find_autostart(tmp_path, platform="linux", environ={"XDG_CONFIG_HOME": str(tmp_path / "c")}, home=tmp_path)
    assert isinstance(found, FileAutostart)
    assert found.file.parent == tmp_path / "c" / "autostart"


def test_macos(tmp_path: Path) -> None:
    """A launch agent of the user's own, loaded at login."""
    found = find_autostart(tmp_path / "shop", platform="darwin", environ={}, home=tmp_path)
    assert isinstance(found, FileAutostart)
    found.turn(on=True)
    assert found.file.parent == tmp_path / "Library" / "LaunchAgents"
    agent = plistlib.loads(found.file.read_bytes())
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"] == start_command(tmp_path / "shop")


def test_windows(tmp_path: Path) -> None:
    """A value of the Run key, here in a file of settings; every word in quotes."""
    place = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    entry = RegistryAutostart(windows_command(["C:\\Program Files\\R\\R.exe", "--background"]), place)
    entry.turn(on=True)
    assert entry.is_on()
    assert place.value("reengage-desktop") == '"C:\\Program Files\\R\\R.exe" "--background"'
    entry.turn(on=False)
    assert not entry.is_on()
    assert isinstance(find_autostart(tmp_path, platform="win32", environ={}, home=tmp_path), RegistryAutostart)


def test_the_command_starts_this_program(tmp_path: Path) -> None:
    """From a checkout it is this Python with the module."""
    assert start_command(tmp_path)[:3] == [sys.executable, "-m", "reengage_desktop"]


@pytest.mark.parametrize("folder", ['a "b" $c `d` \\e', "50 % off", "Bäckerei"])
def test_odd_folders_survive(folder: str) -> None:
    """Quotes, dollars, backslashes and per cents in a folder's name."""
    assert read_command(desktop_entry(["/usr/bin/x", f"--data-dir=/home/{folder}"]))[1] == f"--data-dir=/home/{folder}"


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_any_word_survives_the_quotes(word: str) -> None:
    """What is written is read back."""
    assert read_command(desktop_entry(["x", word])) == ["x", word]
