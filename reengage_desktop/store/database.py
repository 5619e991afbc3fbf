"""The one door to the shop's database: everything above opens it here, at this program's schema."""

from pathlib import Path

from reengage_desktop.store.connection import (
    SAFE_WAL_VERSION,
    Database,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    Params,
    ReadOnly,
    Row,
    StoreConflict,
    StoreFault,
    sentences,
    sqlite_version,
)
from reengage_desktop.store.migrate import migrate

__all__ = [
    "SAFE_WAL_VERSION",
    "Database",
    "DatabaseBusy",
    "DatabaseDamaged",
    "DiskFull",
    "Params",
    "ReadOnly",
    "Row",
    "StoreConflict",
    "StoreFault",
    "open_database",
    "sentences",
    "sqlite_version",
]


def open_database(path: Path) -> Database:
    """The shop's database, brought to this program's schema; a new file becomes an empty shop.

    Raises StoreFault when it is damaged, newer than the program, or can't be written.
    """
    db = Database(path)
    try:
        migrate(db)
    except BaseException:
        db.close()
        raise
    return db
