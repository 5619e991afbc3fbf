"""Whether a folder lies on another computer: over a network nobody can keep a database whole that is in use."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_REMOTE = re.compile(
    r"(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs2?|ncpfs|afs|ceph|lustre|"
    r"fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|smbnetfs|curlftpfs|s3fs|glusterfs|cephfs))"
)
_LINUX = re.compile(r"\S+ (\S+) (\S+) ")
_MAC = re.compile(r".+ on (.+) \(([^,)]+)")
_LIST = Path("/proc/self/mounts")
_MOUNT = "/sbin/mount"

if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOTE = 4

    def _is_remote_drive(folder: Path) -> bool:
        is_share = folder.anchor.startswith("\\\\") and not folder.anchor.startswith(("\\\\?\\", "\\\\.\\"))
        return is_share or bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)

else:

    def _is_remote_drive(folder: Path) -> bool:  # noqa: ARG001 - the list of what is mounted tells there
        return False


def lies_elsewhere(folder: Path, mounts: str | None = None) -> bool:
    """Whether the folder is on a network share; `mounts` is the system's list of what is mounted where, if at hand.

    False where the system does not say.
    """
    place = Path(os.path.realpath(folder))
    if mounts is None and _is_remote_drive(place):
        return True
    known = [(path, kind) for path, kind in _mounted(_listed() if mounts is None else mounts) if _holds(path, place)]
    _, kind = max(known, key=lambda each: len(each[0].parts), default=(Path("/"), ""))
    return _REMOTE.fullmatch(kind) is not None


def _listed() -> str:
    try:
        if _LIST.exists():
            return _LIST.read_text(encoding="utf-8", errors="replace")
        told = subprocess.run([_MOUNT], capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 - its own
        return told.stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def _mounted(mounts: str) -> Iterator[tuple[Path, str]]:
    """Where what kind of file system is mounted: Linux's list, or what `mount` says on a Mac."""
    for line in mounts.splitlines():
        found = _MAC.match(line) or _LINUX.match(line)
        if found:
            spaced = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code.group(1), 8)), found.group(1))
            yield Path(spaced), found.group(2)


def _holds(path: Path, place: Path) -> bool:
    return path == place or path in place.parents
