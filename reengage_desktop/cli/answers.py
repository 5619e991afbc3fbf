"""What a command gets and gives back: its streams; the JSON document, the text for people, the exit code."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from reengage_desktop.cli.tables import harmless

if TYPE_CHECKING:
    from reengage_desktop.domain.credentials import Secrets


@dataclass(frozen=True)
class Answer:
    """`data` is printed with --json, `text` without; a command that did its work exits with 0.

    `then` goes on after the printing, such as with the window, and gives the exit code.
    """

    data: Any
    text: str
    exit_code: int = 0
    then: Callable[[], int] | None = None


@dataclass
class Stage:
    """What the command line stands on; tests hand in their own.

    `clock` is the present without `--now`; `secrets` replaces the system's keyring; `open_window` opens the window on a
    folder; `stop` asks a command that has no open shop to end.
    """

    stdin: TextIO = field(default_factory=lambda: _open(sys.stdin))
    stdout: TextIO = field(default_factory=lambda: _open(sys.stdout))
    stderr: TextIO = field(default_factory=lambda: _open(sys.stderr))
    clock: Callable[[], datetime] | None = None
    secrets: "Callable[[], Secrets] | None" = None
    open_window: Callable[[Path], int] | None = None
    stop: Callable[[], bool] | None = None

    def say(self, text: str) -> None:
        """A line on stderr at once; nothing where nobody reads it there any more."""
        self._put(f"{harmless(text)}\n")

    def count(self, text: str, *, is_last: bool = False) -> None:
        """How far long work is, on the terminal's last line; nothing where stderr is none."""
        if self.stderr.isatty():
            self._put(f"\r{text}" + ("\n" if is_last else ""))

    def _put(self, text: str) -> None:
        try:
            self.stderr.write(text)
            self.stderr.flush()
        except OSError:
            let_go(self.stderr)


def let_go(stream: TextIO) -> None:
    """What is left in the buffer of a stream that can't be written must not fail once more when Python ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open(stream: TextIO | None) -> TextIO:
    """The stream; an empty one that nobody reads where the program was started without it."""
    return io.StringIO() if stream is None else stream
