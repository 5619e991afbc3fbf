"""The steps by which a database reaches this program's schema, oldest first. A released step never changes."""

from types import ModuleType

from reengage_desktop.store.migrations import m0001_first

STEPS: tuple[ModuleType, ...] = (m0001_first,)
"""Step n brings a database from version n-1 to n; each module has a tuple of SQL statements named STATEMENTS."""

CURRENT_VERSION = len(STEPS)
"""The schema version that this program reads and writes (`PRAGMA user_version`)."""
