"""What the owner chose for a table: which columns it shows and how it is sorted, kept from one day to the next."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings

_SHOWN, _HIDDEN = "shown", "hidden"


class TableMemory:
    """One table's part of the file in which the window keeps its state."""

    def __init__(self, file: Path, table: str) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._prefix = f"tables/{table}"

    def columns(self) -> dict[str, bool]:
        """By column: whether the owner wants to see it; the others decide for themselves."""
        shown, hidden = self._words(_SHOWN), self._words(_HIDDEN)
        return dict.fromkeys(shown, True) | dict.fromkeys(hidden, False)

    def keep_columns(self, wanted: Mapping[str, bool]) -> None:
        """Keeps the owner's choice."""
        self._put(_SHOWN, ",".join(key for key, is_shown in wanted.items() if is_shown))
        self._put(_HIDDEN, ",".join(key for key, is_shown in wanted.items() if not is_shown))

    def order(self) -> tuple[str, bool] | None:
        """The column by which the table was sorted last, and whether from the highest; None where nothing is kept."""
        word, _, direction = str(self._settings.value(f"{self._prefix}/order", "")).partition(" ")
        return (word, direction == "descending") if word else None

    def keep_order(self, word: str, *, descending: bool) -> None:
        """Keeps how the table is sorted."""
        self._put("order", f"{word} {'descending' if descending else 'ascending'}")

    def _words(self, key: str) -> list[str]:
        kept = self._settings.value(f"{self._prefix}/{key}", "")
        # An ini file with a comma in it comes back as a list.
        words = kept if isinstance(kept, list) else str(kept).split(",")
        return [str(word) for word in words if word]

    def _put(self, key: str, text: str) -> None:
        self._settings.setValue(f"{self._prefix}/{key}", text)
