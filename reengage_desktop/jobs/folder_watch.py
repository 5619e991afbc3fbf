"""Which files of a folder lie still: a copy or a download that is under way is waited for."""

from datetime import datetime
from pathlib import Path

_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})
_Look = tuple[int, int]

_STILL_S = 60
"""So long after its last change a file lies still that is met for the first time: what came while nobody looked."""


class FolderWatch:
    """Looks at a folder again and again; a file lies still when two looks find its size and its last change the same.

    One that is met for the first time and was not changed for a minute does, too.

    Names that browsers and spreadsheets use for what is not finished (`x.csv.part`, `~$x.xlsx`, `.x.csv`) are not seen.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[Path, _Look] = {}
        self._given: dict[Path, _Look] = {}

    def look(self, now: datetime) -> list[Path]:
        """The files that lie still and were not given before as they are, the oldest first; raises OSError."""
        found = {path: each for path in sorted(self.folder.iterdir()) if (each := _look_at(path)) is not None}
        before = int((now.timestamp() - _STILL_S) * 1_000_000_000)
        still = [
            path
            for path, each in found.items()
            if self._given.get(path) != each
            and (self._seen.get(path) == each or (path not in self._seen and each[1] < before))
        ]
        self._seen = found
        self._given = {path: each for path, each in self._given.items() if found.get(path) == each}
        self._given |= {path: found[path] for path in still}
        return sorted(still, key=lambda path: found[path][1])

    def again(self, path: Path) -> None:
        """Lets a file be given once more: it could not be taken up this time."""
        self._given.pop(path, None)


def _look_at(path: Path) -> _Look | None:
    if path.suffix.casefold() not in _TABLES or path.name.startswith((".", "~")):
        return None
    try:
        about = path.stat()
    except OSError:
        return None  # gone meanwhile
    return (about.st_size, about.st_mtime_ns) if path.is_file() and about.st_size else None
