"""Turns at writing, fair between processes: whoever asks first writes next, however often somebody else writes.

SQLite's own waiting is not fair: a writer that follows itself at once (an import) shuts the others out for seconds. Two
lock files make a queue of it. Whoever wants to write takes the place at the head of the queue, waits there until the
turn is free, takes the turn and leaves the place: the one who wrote last can't have the turn again before that one.
Only the order depends on it; that one writes at a time is still SQLite's to say.
"""

import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

_SHORTEST_NAP_S, _LONGEST_NAP_S = 0.0003, 0.004

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _unlock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class TurnNotGiven(Exception):
    """Somebody else kept the turn for longer than one was willing to wait."""


class WriteTurns:
    """The turns of one database; every thread and every process opens the two files for itself.

    They lie in the folder `locks` beside the database; a database without one is nobody else's, and needs no turns.
    """

    def __init__(self, database: Path, patience_s: float) -> None:
        self._folder = database.parent / "locks"
        self._name = database.name
        self._patience_s = patience_s
        self._mine = threading.local()

    def take(self) -> int | None:
        """Waits for the turn and gives what `give` needs; raises TurnNotGiven when it does not come in time."""
        files = self._files()
        if files is None:
            return None
        place, turn = files
        until = time.monotonic() + self._patience_s
        _wait_for(place, until)
        try:
            _wait_for(turn, until)
        finally:
            self.give(place)
        return turn

    def is_wanted(self) -> bool:
        """Whether somebody waits for the turn that this thread has."""
        files = self._files()
        if files is None:
            return False
        try:
            _lock(files[0])
        except (BlockingIOError, PermissionError):
            return True
        except OSError:
            return False
        self.give(files[0])
        return False

    def give(self, turn: int | None) -> None:
        """Lets the next one write."""
        if turn is not None:
            with suppress(OSError):
                _unlock(turn)

    def close(self) -> None:
        """Closes this thread's files."""
        owner, files = self._opened()
        self._mine.files = (0, ())
        if owner == os.getpid():
            for file in files:
                with suppress(OSError):
                    os.close(file)

    def _opened(self) -> tuple[int, tuple[int, ...]]:
        """The process that opened this thread's files, and the files."""
        found: tuple[int, tuple[int, ...]] = getattr(self._mine, "files", (0, ()))
        return found

    def _files(self) -> tuple[int, int] | None:
        """This thread's two files. A forked child opens its own: with its parent's it would share the parent's turn."""
        owner, files = self._opened()
        if owner != os.getpid():
            opened: list[int] = []
            try:
                for kind in ("place", "turn"):
                    path = self._folder / f"{self._name}.{kind}"
                    opened.append(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            except OSError:
                for file in opened:
                    os.close(file)
                return None  # no folder for it, or a shop that may only be read: SQLite says what there is to say
            files = tuple(opened)
            self._mine.files = (os.getpid(), files)
        return files[0], files[1]


def _wait_for(file: int, until: float) -> None:
    """Takes the lock of a file; where the file system knows no locks there are no turns."""
    nap_s = _SHORTEST_NAP_S
    while True:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= until:
                raise TurnNotGiven from None
            time.sleep(nap_s)
            nap_s = min(nap_s * 1.5, _LONGEST_NAP_S)
        except OSError:
            return
        else:
            return
