"""Whether the database may be sent from: it is read through once in a program's life, before the first message."""

from reengage_desktop.store.backups import is_sound
from reengage_desktop.store.connection import DAMAGED, Database, DatabaseDamaged


def require_sound(db: Database) -> None:
    """Raises DatabaseDamaged where SQLite finds the file damaged; asked again, it knows the answer (promise 13)."""
    if db.is_known_sound:
        return
    if not is_sound(db):
        raise DatabaseDamaged(DAMAGED)
    db.is_known_sound = True
