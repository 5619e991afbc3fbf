"""Turns between processes: a lock file for each thing that only one may do, with a note that says who does it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from reengage_desktop.jobs.refusals import Refused

DAILY_RUN = "daily-run"
MAINTENANCE = "maintenance"


class Held(Refused):
    """Somebody else is at it; the text says who."""


@contextmanager
def exclusive(folder: Path, name: str, what: str, now: datetime, *, wait_s: float = 0.0) -> Iterator[None]:
    """Holds the lock `name` in the locks folder while `what` goes on; raises Held when another process has it."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import; most commands need no turn

    lock = FileLock(folder / f"{name}.lock")
    note = folder / f"{name}.holder"
    try:
        lock.acquire(timeout=wait_s)
    except Timeout:
        raise Held(_sentence(note, what)) from None
    try:
        holder = {"what": what, "process": os.getpid(), "since": now.isoformat(timespec="seconds")}
        note.write_text(json.dumps(holder), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            note.unlink()
        lock.release()


@contextmanager
def first_at(folder: Path, name: str) -> Iterator[bool]:
    """Whether nobody else is at it; as long as this one is, everybody who comes later hears that somebody is."""
    from filelock import FileLock  # noqa: PLC0415 - see exclusive

    lock = FileLock(folder / f"{name}.lock")
    try:
        lock.acquire(timeout=0)
    except OSError:  # its Timeout, or a disk that takes no file: then nobody knows
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def is_held(folder: Path, name: str) -> bool:
    """Whether anybody holds the lock now."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - see exclusive

    lock = FileLock(folder / f"{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _sentence(note: Path, what: str) -> str:
    try:
        holder = json.loads(note.read_text(encoding="utf-8"))
        who = f"{holder['what']} of process {holder['process']}, since {holder['since']}"
    except (OSError, ValueError, KeyError):
        who = "another process"
    return (
        f"“{what}” can't start: it is held up by {who}. Nothing was changed; wait until that has ended and try again."
    )
