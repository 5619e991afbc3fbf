"""An import in a process of its own: the window shares no interpreter with it, and whatever ends it ends it alone.

The two talk over one pipe: down go the wish to stop and, by its end, the news that the program is gone; up come the
progress and one answer. Either side may die at any moment: the journal takes back what was half written.
"""

import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from reengage_desktop import children
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.engine import importing
from reengage_desktop.engine.importing import CancelCheck, ImportRefused, ImportReport, ImportRequest
from reengage_desktop.engine.importing import Progress as Tell
from reengage_desktop.jobs.lanes import CancelToken, Progress, carry_out
from reengage_desktop.store import settings as stored
from reengage_desktop.store.database import Database

_LOOK_S = 0.05
"""How often the program looks whether the import is to stop."""

_BELOW_NORMAL = 0x4000
"""Windows' word for a process that gives way to others."""

_FAREWELL_S = 3.5
"""How long a process that was told to stop is waited for when the program itself is about to end."""

_BROKE_OFF = Sentence(
    "broke_off",
    "The import broke off: the process that was reading the file was ended, perhaps for want of memory. What it had "
    "written was taken back and nothing was changed; try again.",
)


@dataclass(frozen=True)
class _Answer:
    """How an import ended: its report, or the fault that the program raises in its place."""

    report: ImportReport | None
    fault: BaseException | None


def import_apart(
    db: Database, request: ImportRequest, now: datetime, progress: Tell, cancel: CancelCheck
) -> ImportReport:
    """Brings a file in as `importing.import_file` does, in another process; raises what that raises.

    A process that is ended from outside is taken back from the journal before this returns: ImportRefused says so.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    gives_way = threading.current_thread() is not threading.main_thread()
    told = (theirs, db.path, request, now)
    process = context.Process(target=work, args=told, kwargs={"gives_way": gives_way}, name="import", daemon=True)
    children.start(process)
    theirs.close()
    try:
        answer = _listen(ours, progress, cancel)
    finally:
        _part(process, ours)
    if answer is None:
        importing.recover(db, stored.load(db), now)
        raise ImportRefused(_BROKE_OFF)
    if answer.report is None:
        raise answer.fault or RuntimeError("the import gave no answer")
    return answer.report


def _listen(connection: Connection, progress: Tell, cancel: CancelCheck) -> _Answer | None:
    """The process's answer; None when it ended without one."""
    was_asked = False
    while True:
        if not was_asked and cancel():
            was_asked = True
            with suppress(OSError):
                connection.send(None)
        try:
            if not connection.poll(_LOOK_S):
                continue
            said = connection.recv()
        except (EOFError, OSError):
            return None
        if isinstance(said, _Answer):
            return said
        progress(*said)


def _part(process: SpawnProcess, connection: Connection) -> None:
    """Lets the process end: the closed pipe tells it to stop if it has not."""
    connection.close()
    process.join(_FAREWELL_S)
    if not process.is_alive():
        process.close()


def work(
    connection: Connection, database: Path, request: ImportRequest, now: datetime, *, gives_way: bool = False
) -> None:
    """The process's own work; ends with an answer, or without one when nobody is left to hear it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both: the program decides, and says so
    if gives_way:
        _give_way()
    multiprocessing.current_process().daemon = False  # it may start the reader of workbooks
    gc.disable()  # reading makes no cycles, and looking for them would cost a quarter of it
    token = CancelToken()
    threading.Thread(target=_heed, args=(connection, token), daemon=True).start()
    done = carry_out(partial(_bring_in, connection, database, request, now, token))
    fault = done.exception()
    answer = _Answer(done.result(), None) if fault is None else _Answer(None, _portable(fault))
    with suppress(OSError):
        connection.send(answer)


def _bring_in(
    connection: Connection, database: Path, request: ImportRequest, now: datetime, token: CancelToken
) -> ImportReport:
    def tell(rows: int, total: int | None) -> None:
        with suppress(OSError):  # the program is gone: the token says so in a moment
            connection.send((rows, total))

    db = Database(database)
    try:
        return importing.import_file(db, request, stored.load(db), now, Progress(tell), token)
    finally:
        db.close()


def _give_way() -> None:
    """The window comes first where both want a processor; the reader of the file inherits it."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(5)


def _heed(connection: Connection, token: CancelToken) -> None:
    """Waits for the wish to stop; a pipe whose other end is gone is one too."""
    with suppress(EOFError, OSError):
        connection.recv()
    token.cancel()


def _portable(fault: BaseException) -> BaseException:
    """The fault as it can travel: with its trace as a note, and as a plain error where it can't be packed."""
    trace = "".join(traceback.format_exception(fault))
    try:
        packed = pickle.dumps(fault)
        pickle.loads(packed)  # noqa: S301 - what this very line has packed
    except (pickle.PickleError, TypeError, AttributeError, ValueError):
        fault = RuntimeError(type(fault).__name__)
    fault.add_note(f"In the import's own process:\n{trace}")
    return fault
