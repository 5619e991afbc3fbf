"""Whether some process still has a file open to write to it: a copy, a download or an export that is under way."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

_GENERIC_READ, _SHARE_READ, _OPEN_EXISTING = 0x80000000, 0x1, 3
_SHARING_VIOLATION = 32


def is_being_written(path: Path) -> bool:
    """Whether a process of this user's holds the file open for writing; False where the system can't be asked."""
    try:
        return _ASKED.get(sys.platform, _on_unix)(path)
    except (OSError, ValueError, subprocess.SubprocessError):
        return False


def _on_linux(path: Path) -> bool:
    about = path.stat()
    wanted = (about.st_dev, about.st_ino)
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and any(_writes(each, wanted) for each in _open_files(process)):
            return True
    return False


def _open_files(process: Path) -> list[Path]:
    try:
        return list((process / "fd").iterdir())
    except OSError:
        return []  # somebody else's, or ended meanwhile


def _writes(opened: Path, wanted: tuple[int, int]) -> bool:
    try:
        about = opened.stat()
        if (about.st_dev, about.st_ino) != wanted:
            return False
        told = (opened.parent.with_name("fdinfo") / opened.name).read_text("ascii")
    except OSError:
        return False
    flags = next((line.split()[1] for line in told.splitlines() if line.startswith("flags:")), "0")
    return int(flags, 8) & os.O_ACCMODE != os.O_RDONLY


def _on_unix(path: Path) -> bool:
    told = subprocess.run(  # noqa: S603 - a path of the watched folder, never a command
        ["/usr/sbin/lsof", "-F", "a", "--", str(path)], capture_output=True, check=False, timeout=5
    )
    return any(line in (b"aw", b"au") for line in told.stdout.splitlines())


def _on_windows(path: Path) -> bool:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, 0, None)
    if handle in (None, ctypes.c_void_p(-1).value):
        return int(ctypes.get_last_error()) == _SHARING_VIOLATION  # type: ignore[attr-defined]
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return False


_ASKED = {"linux": _on_linux, "win32": _on_windows}
