"""Where a file that is no plain text is turned into one, and how long that may go on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp


@dataclass(frozen=True)
class Aside:
    """A place for a file's text, which holds all its people, while it is read.

    `parent`: the folder in which it lies, emptied by whoever owns that when a killed program left it; None: the
    system's. `go_on` is called several times a second while a workbook is turned into text, and raises to end that.
    """

    parent: Path | None = None
    go_on: Callable[[], object] = bool

    def folder(self) -> Path:
        """A new folder of its own, for its owner's eyes only; raises OSError."""
        return Path(mkdtemp(prefix="reengage-text-", dir=self.parent))


SYSTEMS = Aside()
"""The system's folder for what is soon gone; nobody ends the work."""
