"""The floors: what the same bytes cost where nothing is checked, kept in step or decided."""

import csv
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from benches.measuring import Cost, cost_of

_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000;"


def load(path: Path, database: Path, *indexes: str) -> Cost:
    """A CSV file into a table of texts, then its indexes: by the sqlite3 shell, or by Python where there is none.

    An index is the list of its columns' names; `!` before it makes it unique.
    """
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    if shutil.which("sqlite3") is None:
        return cost_of([sys.executable, "-m", "benches.floors", path, database, *indexes])
    script = [_PRAGMAS, _table(path), ".mode csv", f".import --skip 1 {path} loaded", *map(_index, indexes)]
    return cost_of(["sqlite3", database], given="\n".join(script) + "\n")


def scan(database: Path, *queries: str) -> Cost:
    """The queries' rows read once by Python and thrown away."""
    program = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True)\n"
        "for query in sys.argv[2:]:\n"
        "    for row in db.execute(query): pass\n"
    )
    return cost_of([sys.executable, "-c", program, database, *queries])


def _table(path: Path) -> str:
    with path.open(newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    return "CREATE TABLE loaded (" + ", ".join(f'"{name}" TEXT' for name in header) + ");"


def _index(columns: str) -> str:
    name, unique = columns.lstrip("!"), "UNIQUE " if columns.startswith("!") else ""
    quoted = ", ".join(f'"{column}"' for column in name.split(","))
    return f'CREATE {unique}INDEX "by {name}" ON loaded ({quoted});'


def _load_by_python(path: Path, database: Path, indexes: list[str]) -> None:
    with closing(sqlite3.connect(database)) as db, path.open(newline="", encoding="utf-8") as file:
        db.executescript(_PRAGMAS + _table(path))
        rows = csv.reader(file)
        width = len(next(rows))
        db.executemany(f"INSERT INTO loaded VALUES ({', '.join('?' * width)})", rows)
        db.commit()
        db.executescript("".join(map(_index, indexes)))


if __name__ == "__main__":
    _load_by_python(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
