"""One import on its way through its steps: what it works on, and whom it tells and asks."""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine.importing.report import CancelCheck, ImportRequest, Progress
from reengage_desktop.store.connection import Database
from reengage_desktop.store.scratch import Cancelled


@dataclass(frozen=True)
class Work:
    """The shop, the wish, the settings and the moment of one import; `progress` is told, `cancel` is asked."""

    db: Database
    request: ImportRequest
    settings: Settings
    now: datetime
    progress: Progress
    cancel: CancelCheck

    def go_on(self) -> None:
        """Raises Cancelled where the import is to end."""
        if self.cancel():
            raise Cancelled


def settings_for(work: Work) -> Settings:
    """The shop's settings as the file is to be read by: with the country that the owner says it comes from."""
    if not work.request.country:
        return work.settings
    return Settings({**work.settings.texts, "business.country": work.request.country})


def never() -> bool:
    """Nobody cancels."""
    return False


def nothing_told(_done: int, _total: int | None) -> None:
    """Nobody wants to know how far it is."""
