"""The inside of the index process (`index_process`): one statement after another, and nothing loaded beyond that.

The SQLite that the program works with sorts in memory whatever one asks of it (TEMP_STORE=3): 65 bytes a row. Python's
own writes sorted runs into files: the same time, and the same memory for any number of rows. So that one is taken where
it can read the shop, and may be: it is the only SQLite here that has the shop open (two in one process lift each
other's locks), and it never moves the log into the database, for before 3.51.3 that is where a log can be spoilt: a
second checkpoint misses that a writer has begun the log anew meanwhile. A writer alone spoils nothing.
"""

import os
import signal
import sqlite3
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_SETTINGS = (
    "synchronous=EXTRA",
    "busy_timeout=15000",
    "cache_size=-4000",
    "temp_store=FILE",
    "wal_autocheckpoint=0",  # whoever asked settles the log, where nobody waits for it
)

_IN_MEMORY = "TEMP_STORE=3"

Answer = tuple[str, str] | None
"""None: done; else SQLite's fault, its kind and its words."""


def work(pipe: Connection, database: Path, folder: Path) -> None:
    """Says that it is there, then runs one statement after another until nobody asks; `folder` is for sorted runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all: the program decides
    with suppress(EOFError, OSError):
        connection = connect(database)
        _put_runs_into(connection, folder)
        pipe.send(None)
        while True:
            pipe.send(run(connection, pipe.recv()))
    os._exit(0)  # the last one to close a database would settle its log


def connect(database: Path) -> Any:
    """The shop, by Python's own SQLite where that sorts in files and knows all that the shop's tables are made of."""
    connection = _opened(sqlite3, database)
    if _can_serve(connection):
        return connection
    connection.close()  # before another SQLite opens the file
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415 - as a rule nobody needs a second one
    except ImportError:  # then the program itself works with Python's own
        return _opened(sqlite3, database)
    return _opened(dbapi2, database)


def _put_runs_into(connection: Any, folder: Path) -> None:
    """Sorted runs of a shop lie beside it, not where all may look; they have no name and end with the process."""
    if folder.is_dir():
        quoted = str(folder).replace("'", "''")
        connection.execute(f"PRAGMA temp_store_directory = '{quoted}'").fetchall()


def _can_serve(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT count(*) FROM main.sqlite_master").fetchone()  # an older one stumbles here
        return (_IN_MEMORY,) not in connection.execute("PRAGMA compile_options").fetchall()
    except sqlite3.Error:
        return False


def run(connection: Any, sql: str) -> Answer:
    """One statement; a fault of whichever SQLite it is as words, which need no class of its own to travel."""
    try:
        connection.execute(sql)
    except connection.Error as fault:
        return type(fault).__name__, str(fault)
    return None


def _opened(driver: Any, database: Path) -> Any:
    connection = driver.connect(str(database), isolation_level=None)
    with suppress(driver.Error):  # a schema that it can't read: whoever asks for more is told
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        if connection.execute("PRAGMA main.journal_mode").fetchone()[0] == "wal":
            connection.execute("PRAGMA main.synchronous=NORMAL").fetchall()
    return connection
