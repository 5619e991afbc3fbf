"""Watches a child process's memory from outside, where the system sets it no limit that holds (Windows, macOS)."""

import ctypes
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

_LOOK_S = 0.05


def has_answered(
    receiver: Connection, pid: int, *, memory: int, seconds: float, go_on: Callable[[], object] = bool
) -> bool | None:
    """Waits for the child's answer: True when it is there, False after `seconds`, None when it took too much memory.

    `memory`: bytes of resident memory. `go_on` is called meanwhile, and raises to end the waiting. The caller ends the
    child.
    """
    end = time.monotonic() + seconds
    go_on()
    while not receiver.poll(_LOOK_S):
        go_on()
        if time.monotonic() > end:
            return False
        if resident_bytes(pid) > memory:
            return None
    return True


def resident_bytes(pid: int) -> int:
    """How much memory a process holds; 0 for one that has ended or can't be asked."""
    try:
        return _READERS.get(sys.platform, _on_unix)(pid)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _on_linux(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * 4096


def _on_unix(pid: int) -> int:
    command = ["/bin/ps", "-o", "rss=", "-p", str(pid)]
    told = subprocess.run(command, capture_output=True, check=False, timeout=5)  # noqa: S603 - a number of our own
    return int(told.stdout.strip() or 0) * 1024


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        *(
            (name, ctypes.c_size_t)
            for name in (
                "PeakWorkingSetSize",
                "WorkingSetSize",
                "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage",
                "QuotaNonPagedPoolUsage",
                "PagefileUsage",
                "PeakPagefileUsage",
            )
        ),
    )


def _on_windows(pid: int) -> int:
    query_limited, read_memory = 0x1000, 0x0010
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(query_limited | read_memory, False, pid)  # noqa: FBT003 - the system's own call
    if not handle:
        return 0
    try:
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        found = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(handle), ctypes.byref(counters), counters.cb)
        # what is asked for and not yet touched counts too
        return max(int(counters.WorkingSetSize), int(counters.PagefileUsage)) if found else 0
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


_READERS: dict[str, Callable[[int], int]] = {"linux": _on_linux, "win32": _on_windows}
