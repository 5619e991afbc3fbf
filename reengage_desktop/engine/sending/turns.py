"""Whose turn it is to send: one sender for each shop, one process for each message on its way.

The locks are files that the operating system frees when their holder dies, so a row in `sending` whose lock is free
belongs to a sender that is gone.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

SENDER_LOCK = "sender.lock"
WAIT_S = 10.0


class SenderBusy(Exception):
    """Somebody else is sending; the text is the sentence for the owner."""


@contextmanager
def sender_turn(lock_dir: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Holds the shop's one right to work the queue; raises SenderBusy when somebody else keeps it."""
    lock_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(lock_dir / SENDER_LOCK)
    try:
        lock.acquire(timeout=wait_s)
    except Timeout:
        raise SenderBusy(
            "Messages are being sent already, by the window or by another command. Nothing is sent twice and nothing "
            "is lost; wait until that has ended."
        ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def message_turn(lock_dir: Path, message_id: int) -> Iterator[bool]:
    """Marks one message as this process's own; False when another living process has it."""
    lock_dir.mkdir(parents=True, exist_ok=True)
    path = lock_dir / f"message-{message_id}.lock"
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        # Away while it is still held: whoever opened it before finds it locked, whoever comes later makes a new one.
        # Windows refuses that; there the empty file stays.
        with suppress(OSError):
            path.unlink()
        lock.release()
