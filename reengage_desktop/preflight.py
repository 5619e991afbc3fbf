"""What the operating system still lacks for a window or for the tests, named exactly, before Qt is ever imported.

The window's start and the set-up ask this first. Standard library only: it must run where nothing is installed.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

HEADLESS_PLATFORMS = frozenset({"offscreen", "minimal", "vnc"})
"""Qt platforms that draw without a screen."""


class Library(NamedTuple):
    """A shared library that Qt loads, and the Debian package that brings it."""

    soname: str
    package: str


BASE: tuple[Library, ...] = (
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgthread-2.0.so.0", "libglib2.0-0"),
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Library("libX11.so.6", "libx11-6"),
    Library("libbrotlidec.so.1", "libbrotli1"),
    Library("libz.so.1", "zlib1g"),
)
"""What Qt needs even without a screen (tests, pictures)."""

SCREEN: tuple[Library, ...] = (
    Library("libxcb.so.1", "libxcb1"),
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-util.so.1", "libxcb-util1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""What a window on an X11 screen needs beyond that. Qt itself blames xcb-cursor0 whichever of them is missing."""


def can_load(soname: str) -> bool:
    """Whether the loader finds the library, on the system or among the parts packed with the program."""
    packed = getattr(sys, "_MEIPASS", None)
    if packed is not None and (Path(packed) / soname).exists():
        return True
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], loads: Callable[[str], bool] = can_load) -> list[Library]:
    """Those of the libraries that can't be loaded, in their order."""
    return [library for library in libraries if not loads(library.soname)]


def packages_of(libraries: Iterable[Library]) -> list[str]:
    """The Debian packages that bring them, each once, in order."""
    return list(dict.fromkeys(library.package for library in libraries))


def is_debian(os_release: str) -> bool:
    """Whether the text of `/etc/os-release` describes Debian or a system made from it."""
    words: set[str] = set()
    for line in os_release.splitlines():
        key, _, value = line.partition("=")
        if key in {"ID", "ID_LIKE"}:
            words.update(value.strip().strip('"').split())
    return bool(words & {"debian", "ubuntu"})


def on_debian() -> bool:
    """Whether this machine runs Debian or a system made from it."""
    try:
        return is_debian(Path("/etc/os-release").read_text(encoding="utf-8"))
    except OSError:
        return False


def cure(libraries: Iterable[Library], *, debian: bool) -> str:
    """What to do about missing libraries, in one sentence: the exact packages on Debian, the exact files elsewhere."""
    wanted = list(libraries)
    if debian:
        return f"Install them with: sudo apt-get install {' '.join(packages_of(wanted))}"
    return f"Install the packages that bring: {', '.join(library.soname for library in wanted)}"


def window_fault(
    platform: str = sys.platform,
    environ: Mapping[str, str] | None = None,
    loads: Callable[[str], bool] = can_load,
    *,
    debian: bool | None = None,
) -> str | None:
    """Why no window can be opened here, in words for the owner, or None where nothing stands in its way.

    Only Linux can lack something: elsewhere Qt's own package is complete. Commands of the command line need none of it.
    """
    if platform != "linux":
        return None
    environ = os.environ if environ is None else environ
    asked = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    wayland = asked.startswith("wayland") or (not asked and bool(environ.get("WAYLAND_DISPLAY")))
    if asked not in HEADLESS_PLATFORMS and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return (
            "There is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
            "Start it from a desktop session; every command works without a screen, see: reengage-desktop --help"
        )
    wanted = BASE if asked in HEADLESS_PLATFORMS or wayland else BASE + SCREEN
    lacking = missing(wanted, loads)
    if not lacking:
        return None
    count = f"{len(lacking)} system libraries are" if len(lacking) > 1 else "One system library is"
    return f"The window can't be opened: {count} missing. " + cure(
        lacking, debian=on_debian() if debian is None else debian
    )
