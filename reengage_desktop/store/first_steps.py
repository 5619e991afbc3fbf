"""How far a shop has come: what the first-run dialog and the checklist on Home ask."""

from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database
from reengage_desktop.store.settings import origins


def has_customers(db: Database) -> bool:
    """Whether there is anybody at all."""
    return db.row(f"SELECT 1 FROM customers WHERE {LIVING} LIMIT 1") is not None


def has_started_campaign(db: Database) -> bool:
    """Whether a campaign of the owner's own was ever started."""
    return db.row("SELECT 1 FROM campaigns WHERE is_automatic = 0 AND started_at IS NOT NULL LIMIT 1") is not None


def is_untouched(db: Database) -> bool:
    """Whether nobody has brought a file, added a customer or said a setting yet."""
    imported = db.row("SELECT 1 FROM imports LIMIT 1") is not None
    return not imported and not has_customers(db) and "owner" not in origins(db).values()
