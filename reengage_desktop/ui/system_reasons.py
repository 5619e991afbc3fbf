"""Why the operating system refused a file or a folder, in the owner's words instead of the system's."""

import errno
import os
from functools import lru_cache

from reengage_desktop.ui.wording import translate

_UNTOLD, _NO_FILE = 0, -2
_KINDS = (
    errno.ENOSPC,
    errno.EACCES,
    errno.EROFS,
    errno.ENOENT,
    errno.EBUSY,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ENAMETOOLONG,
    errno.EMFILE,
    errno.EIO,
)
_IN_ENGLISH = {
    _UNTOLD: ("the system refused", ""),
    _NO_FILE: ("it is no ordinary file",),
    errno.ENOSPC: (
        "No space left on device",
        "Disk quota exceeded",
        "There is not enough space on the disk",
    ),
    errno.EACCES: ("Permission denied", "Operation not permitted", "Access is denied"),
    errno.EROFS: ("Read-only file system", "The media is write protected"),
    errno.ENOENT: (
        "No such file or directory",
        "The system cannot find the file specified",
        "The system cannot find the path specified",
    ),
    errno.EBUSY: (
        "Device or resource busy",
        "Text file busy",
        "The process cannot access the file because it is being used by another process",
    ),
    errno.EEXIST: ("File exists",),
    errno.ENOTDIR: ("Not a directory",),
    errno.EISDIR: ("Is a directory",),
    errno.ENAMETOOLONG: ("File name too long",),
    errno.EMFILE: ("Too many open files",),
    errno.EIO: ("Input/output error",),
}
"""What the systems say in English, which may stand in the database; each in the words of the C library and Windows."""


def system_words(reason: str) -> str:
    """Why the operating system refused a file, as the owner would say it; a rare reason in the system's own words."""
    words = {
        errno.ENOSPC: translate("Told", "the disk is full"),
        errno.EACCES: translate("Told", "this is not allowed to the program"),
        errno.EROFS: translate("Told", "nothing can be written there"),
        errno.ENOENT: translate("Told", "it was not found"),
        errno.EBUSY: translate("Told", "another program uses it"),
        errno.EEXIST: translate("Told", "it is already there"),
        errno.ENOTDIR: translate("Told", "part of the way there is a file and no folder"),
        errno.EISDIR: translate("Told", "it is a folder"),
        errno.ENAMETOOLONG: translate("Told", "the name is too long"),
        errno.EMFILE: translate("Told", "too many files are open"),
        errno.EIO: translate("Told", "the disk can't be read or written"),
        _UNTOLD: translate("Told", "the system refused"),
        _NO_FILE: translate("Told", "it is no ordinary file"),
    }
    return words.get(_numbers().get(reason.rstrip("."), -1), reason)


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """The numbers of the system's reasons by its own words, as it says them now and as it does in English."""
    same = {errno.EPERM: errno.EACCES, errno.EDQUOT: errno.ENOSPC, errno.ETXTBSY: errno.EBUSY}
    kinds = (*same, *_KINDS)
    return {
        **{words: number for number, all_words in _IN_ENGLISH.items() for words in all_words},
        **{os.strerror(number): same.get(number, number) for number in kinds},
    }
