"""Short ways to a file, its plan and its records."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reengage_desktop.connectors.checking.reading import Record, read
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind

SAVED_AT = 1_795_168_800
"""2026-11-20 10:00 UTC: no test depends on the day on which it runs."""


def shop(country: str = "US", zone: str = "UTC", currency: str = "USD") -> Settings:
    """The settings of a shop somewhere."""
    return Settings({"business.country": country, "business.timezone": zone, "business.currency": currency})


def write(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """A file with that content, saved on a day of November 2026."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (SAVED_AT, SAVED_AT))
    return path


class Read:
    """A file opened, recognised and read to its end."""

    def __init__(
        self,
        path: Path,
        kind: str | None = None,
        *,
        settings: Settings | None = None,
        mapping: Mapping[str, str | None] | None = None,
        date_order: str | None = None,
    ) -> None:
        settings = settings or shop()
        self.table = open_table(path, country=settings.country)
        self.plan = recognise(
            self.table,
            ImportKind(kind) if kind else None,
            mapping=mapping,
            date_order=date_order,
            settings=settings,
        )
        items = list(read(self.table, self.plan, settings))
        self.records = [item for item in items if isinstance(item, Record)]
        self.faults = [item for item in items if isinstance(item, Fault)]

    @property
    def values(self) -> list[dict[str, Any]]:
        """Every record's filled values."""
        return [{name: value for name, value in record.values.items() if value is not None} for record in self.records]

    @property
    def rejected(self) -> list[int]:
        """The lines that were left out."""
        return sorted({fault.line for fault in self.faults if fault.is_rejected})

    def column(self, field: str) -> list[Any]:
        """One field of every record."""
        return [record.values.get(field) for record in self.records]


def read_text(folder: Path, content: str | bytes, kind: str | None = None, **options: Any) -> Read:
    """What a file with that content is read as."""
    return Read(write(folder, content), kind, **options)
