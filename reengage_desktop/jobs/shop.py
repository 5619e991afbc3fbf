"""An open shop: the handle that every task gets first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from reengage_desktop.domain.credentials import Secrets
from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.events import Events
from reengage_desktop.jobs.lanes import Lanes
from reengage_desktop.jobs.present import Clock
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database


@dataclass(frozen=True)
class Paths:
    """Where one shop's files lie: one folder is one shop."""

    folder: Path

    @property
    def database(self) -> Path:
        """The live database."""
        return self.folder / "shop.db"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.folder / "backups"

    @property
    def logs(self) -> Path:
        """What the program did, without addresses and keys."""
        return self.folder / "logs"

    @property
    def rejects(self) -> Path:
        """Rows of imported files that were not taken."""
        return self.folder / "rejects"

    @property
    def refusals(self) -> Path:
        """Who opted out or was forgotten, as hashes, in case the database is lost."""
        return self.folder / "refusals.ledger"

    @property
    def seen(self) -> Path:
        """How far the database was when it was last seen here, in case an older one takes its place."""
        return self.folder / "seen.json"

    @property
    def locks(self) -> Path:
        """Who is at what."""
        return self.folder / "locks"


@dataclass
class Shop:
    """One shop, open: its database, files, secrets, clock, events and lanes.

    `clock` gives the present that rules and records take; with `--now` it stands still (`is_stated`). The keyring is
    asked only when a task first needs a secret, because it may be slow or wait for the owner.
    """

    db: Database
    paths: Paths
    clock: Clock
    open_secrets: Callable[[], Secrets]
    events: Events = field(default_factory=Events)
    is_sample: bool = False
    is_stated: bool = False
    before_close: list[Callable[[], None]] = field(default_factory=list)
    on_close: list[Callable[[], None]] = field(default_factory=list)

    @cached_property
    def lanes(self) -> Lanes:
        """The threads of this shop; they start with their first task."""
        return Lanes(self.db)

    @cached_property
    def secrets(self) -> Secrets:
        """Where this shop's secrets are kept."""
        return self.open_secrets()

    def now(self) -> datetime:
        """The present moment for rules and records."""
        return self.clock()

    def settings(self) -> Settings:
        """All settings as they are stored now."""
        return stored_settings.load(self.db)

    def close(self) -> None:
        """Ends the clock and the lanes within five seconds, closes this thread's connection, and the log last."""
        while self.before_close:
            self.before_close.pop()()
        if "lanes" in self.__dict__:
            self.lanes.close()
        self.db.close()
        while self.on_close:
            self.on_close.pop()()
