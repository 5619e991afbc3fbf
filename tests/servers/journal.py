"""What a fake provider accepted: in memory for the test, one line per message in a file for other processes."""

import json
import threading
from pathlib import Path
from typing import Any


class Journal:
    """The accepted messages in order; `path` is where each is appended as a line of JSON."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._entries: list[dict[str, Any]] = []
        self._file = path.open("a", encoding="utf-8", buffering=1) if path else None

    def add(self, entry: dict[str, Any]) -> None:
        """Note an accepted message; in the file before the caller answers."""
        with self._lock:
            self._entries.append(entry)
            if self._file is not None:
                self._file.write(json.dumps(entry) + "\n")
                self._file.flush()

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The accepted messages so far."""
        with self._lock:
            return list(self._entries)

    def __len__(self) -> int:
        with self._lock:
            return len(self._entries)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


def read_log(path: Path) -> list[dict[str, Any]]:
    """The messages that a server process has accepted so far."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
