"""What a file looks like before anything is read from it: its columns and its first rows."""

from dataclasses import dataclass
from pathlib import Path

from reengage_desktop.connectors.files import open_table
from reengage_desktop.jobs.shop import Shop

_SAMPLES = 12


@dataclass(frozen=True)
class FilePreview:
    """A file's columns with up to two different examples each, and how it is written."""

    path: Path
    header: list[str]
    examples: list[list[str]]
    encoding: str
    delimiter: str


def read_preview(shop: Shop, path: Path, encoding: str | None = None, delimiter: str | None = None) -> FilePreview:
    """Opens the file; raises FileRefused with its sentence. For a lane.

    `encoding`, `delimiter`: what the owner says instead of what would be recognised.
    """
    table = open_table(path, country=shop.settings().country, encoding=encoding, delimiter=delimiter)
    try:
        rows = table.sample(_SAMPLES)
        return FilePreview(
            path,
            list(table.header),
            [_examples(rows, column) for column in range(len(table.header))],
            table.encoding,
            table.delimiter,
        )
    finally:
        table.close()


def _examples(rows: list[list[str]], column: int) -> list[str]:
    found = dict.fromkeys(row[column].strip() for row in rows if column < len(row) and row[column].strip())
    return list(found)[:2]
