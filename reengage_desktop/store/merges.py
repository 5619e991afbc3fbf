"""Two records of one person made one, and apart again."""

from collections.abc import Sequence
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import joining
from reengage_desktop.store.database import Database
from reengage_desktop.store.joining import Step


def merge(db: Database, keep: int, gone: int, now: datetime) -> list[Step]:
    """Moves everything of `gone` to `keep` in one transaction; a no on any channel of either stays a no.

    Fields that `keep` has filled stay; its further addresses are the other one's. The caller refreshes the facts. Gives
    what was done, for `separate`.
    """
    if keep == gone:
        raise ValueError("a customer can't be merged with herself")
    with db.write():
        return joining.join(db, [(keep, gone)], stamp(now))


def separate(db: Database, steps: Sequence[Step]) -> set[int]:
    """Takes a merge back in one transaction, but for what was changed since; gives whose facts must be refreshed."""
    with db.write():
        return joining.separate(db, steps)
