"""Brings a database to this program's schema: one immediate transaction a step, version and change together."""

from pathlib import Path

from reengage_desktop.store.connection import DAMAGED, Database, DatabaseDamaged, StoreFault
from reengage_desktop.store.migrations import CURRENT_VERSION, STEPS


class NewerDatabase(StoreFault):
    """The database was written by a newer version. `copy`: a sound older one, where somebody looked and found one."""

    def __init__(self, sentence: str, copy: Path | None = None) -> None:
        super().__init__(sentence)
        self.copy = copy


def version_of(db: Database) -> int:
    """The schema version stamped in the file; 0 for a new one."""
    return int(db.value("PRAGMA user_version"))


def migrate(db: Database, steps: int = CURRENT_VERSION) -> int:
    """Runs the missing steps and gives their number; raises NewerDatabase and leaves a newer file untouched.

    Raises DatabaseDamaged where the stamp can't be true.
    """
    done = 0
    while (version := version_of(db)) != steps:
        if version > steps:
            raise NewerDatabase(
                f"This shop's database was written by a newer version of the program (schema {version}, this one knows "
                f"{steps}). Nothing was changed or sent; install the newer version."
            )
        if version < 0 or (version == 0 and db.value("SELECT 1 FROM sqlite_schema LIMIT 1") is not None):
            raise DatabaseDamaged(DAMAGED)  # no version of the program ever stamped that
        done += _step(db, version)
    return done


def _step(db: Database, version: int) -> int:
    with db.write():
        if version_of(db) != version:
            return 0  # another process was faster
        for statement in STEPS[version].STATEMENTS:
            db.run(statement)
        db.run(f"PRAGMA user_version = {version + 1}")
    return 1
