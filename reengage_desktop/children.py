"""Processes that work beside the program."""

import signal
import sys
from multiprocessing.context import SpawnProcess


def start(process: SpawnProcess) -> None:
    """Starts it deaf to Ctrl+C, which reaches whatever runs in a terminal: what that means the program decides.

    The child would have to say so itself, and as long as it loads it would end with a trace on the screen. Windows
    knows no such start; there only the child can. Raises OSError.
    """
    if sys.platform == "win32":
        process.start()
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - Unix only

    resource_tracker.ensure_running()  # its own start would lift what is held back here
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
