"""What a command gets and gives back: its streams; the JSON document, the text for people, the exit code."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from reengage_desktop.domain.credentials import Secrets


@dataclass(frozen=True)
class Answer:
    """`data` is printed with --json, `text` without; a command that did its work exits with 0."""

    data: Any
    text: str
    exit_code: int = 0


@dataclass
class Stage:
    """What the command line stands on; tests hand in their own.

    `clock` is the present without `--now`; `secrets` replaces the system's keyring.
    """

    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], datetime] | None = None
    secrets: "Callable[[], Secrets] | None" = None
