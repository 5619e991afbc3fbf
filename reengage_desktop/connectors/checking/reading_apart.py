"""A long file read in a process of its own, a few chunks ahead of whoever takes them: two processors share the work."""

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection

from reengage_desktop import children
from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.reading import Batch, Numbered, read_chunks
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings

if sys.platform == "linux":
    import fcntl

_LOOK_S = 0.1

_AHEAD_BYTES = 1 << 20
"""Some twenty chunks: what the pipe holds where the system lets one say so, so that neither side waits for the other's
every chunk."""


def read_chunks_apart(
    table: Table, plan: Plan, settings: Settings, go_on: Callable[[], object] = bool, numbered: Numbered | None = None
) -> Generator[Batch, None, None]:
    """What `read_chunks` gives, but for the cells as they were written; raises what it raises.

    `go_on` is called while one waits for the other process, and raises to end the waiting.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    _widen(sender)
    # whatever a spreadsheet was turned into stays this side's to remove
    told = (sender, replace(table, _finalizer=None), plan, settings, numbered)
    process = context.Process(target=work, args=told, name="reader", daemon=True)
    children.start(process)
    sender.close()
    try:
        while (said := _next(receiver, table, go_on)) is not None:
            yield said
    finally:
        receiver.close()
        process.kill()
        process.join()
        process.close()


def _widen(pipe: Connection) -> None:
    if sys.platform == "linux":
        with suppress(OSError):  # the system keeps pipes smaller: it goes without
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _AHEAD_BYTES)


def _next(receiver: Connection, table: Table, go_on: Callable[[], object]) -> Batch | None:
    try:
        while not receiver.poll(_LOOK_S):
            go_on()
        said: Batch | Exception | None = receiver.recv()
    except (EOFError, OSError):
        text = f"“{table.path.name}” was not read to its end: the process that read it was ended. Try again."
        raise FileRefused(Sentence("reading_ended", text, file=table.path.name)) from None
    if isinstance(said, Exception):
        raise said
    return said


def work(sender: Connection, table: Table, plan: Plan, settings: Settings, numbered: Numbered | None = None) -> None:
    """The process's own work: batch after batch, None after the last, or the fault that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all: the program decides
    gc.disable()
    with suppress(BrokenPipeError):  # nobody takes them any more
        try:
            for batch in read_chunks(table, plan, settings, numbered=numbered):
                sender.send(replace(batch, cells=[]))
            sender.send(None)
        except (OSError, ValueError, ArithmeticError, FileRefused) as fault:
            sender.send(fault)
    sender.close()
