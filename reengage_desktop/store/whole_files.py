"""Files that are whole or as they were before: what is written beside the database and for the owner."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TextIO


@contextmanager
def written_whole(target: Path, encoding: str = "utf-8", *, durably: bool = False) -> Iterator[TextIO]:
    """A text to write into; it stands under its name once it is whole, and until then what was there stays.

    Line ends stay as they are written, and who may read the file that was there. `durably`: it is on the disk before it
    takes its name. A target that is no file (a pipe, a terminal), or one in a folder where none may be made, is written
    straight into. Raises OSError, also for a file that may not be written.
    """
    folder = os.path.dirname(os.path.realpath(target))  # noqa: PTH120 - a link leads into another one
    if target.exists() and not (target.is_file() and os.access(folder, os.W_OK)):
        with target.open("w", encoding=encoding, newline="") as stream:
            yield stream
        return
    target = Path(os.path.realpath(target))
    part = target.with_name(f"{token_hex(8)}.part")
    try:
        with part.open("w", encoding=encoding, newline="") as stream:
            if target.exists():
                _heed_rights(target, part)
            yield stream
            if durably:
                stream.flush()
                os.fsync(stream.fileno())
        part.replace(target)
    except BaseException as fault:
        with suppress(OSError):
            part.unlink()
        if isinstance(fault, OSError) and fault.filename == str(part):  # a name that nobody has given
            raise OSError(fault.errno, fault.strerror, str(target)) from None
        raise


def _heed_rights(target: Path, part: Path) -> None:
    target.open("ab").close()  # raises for one that may not be written: taking its place would ask for no such right
    with suppress(OSError):  # some file systems know no rights
        part.chmod(target.stat().st_mode & 0o777)


def append_lines(file: Path, text: str, first: str = "", *, durably: bool = False) -> None:
    """Adds lines (ASCII) at the end, for the owner's eyes only; `first` stands before them where the file is empty.

    A line that a full disk or a crash cut off is ended first, so that it takes no other with it. Raises OSError, also
    where only a part found room.
    """
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        os.lseek(handle, max(0, size - 1), os.SEEK_SET)
        is_cut = size > 0 and os.read(handle, 1) != b"\n"
        left = ((first if size == 0 else "\n" if is_cut else "") + text).encode("ascii")
        while left:
            left = left[os.write(handle, left) :]
        if durably:
            os.fsync(handle)
    finally:
        os.close(handle)
