"""Files that were chosen together and are looked at one after the other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reengage_desktop.ui import formats


class FilesInTurn:
    """The files that wait, the oldest first: a newer one has the last word. And how far the owner is with them."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._all = 0

    @property
    def left(self) -> int:
        """How many were not looked at yet."""
        return len(self._waiting)

    def add(self, names: Sequence[str]) -> None:
        """Lets more wait, behind those that do, none twice; where none does, counting begins anew."""
        if not self._waiting:
            self._all = 0
        more = [name for name in dict.fromkeys(names) if name not in self._waiting]
        self._waiting += sorted(more, key=_saved_at)
        self._all += len(more)

    def take(self) -> str | None:
        """The next one; None where none waits."""
        return self._waiting.pop(0) if self._waiting else None

    def heading(self, name: str) -> str:
        """The file by its name, and the how manieth it is of several."""
        translate = QCoreApplication.translate
        if self._all < 2:
            return translate("ImportDialog", "Import from “{file}”").replace("{file}", name)
        text = translate("ImportDialog", "Import from “{file}” ({number} of {all})")
        text = text.replace("{number}", formats.number(self._all - self.left)).replace(
            "{all}", formats.number(self._all)
        )
        return text.replace("{file}", name)


def _saved_at(name: str) -> float:
    """When a file was saved, in unix seconds; those of one second keep the order in which they were named."""
    try:
        return Path(name).stat().st_mtime // 1
    except OSError:
        return float("inf")
