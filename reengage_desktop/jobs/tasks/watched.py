"""The watched folder: new files with columns that the shop knows are imported by themselves, others are asked about."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path

from reengage_desktop.connectors.opening.endings import ends_whole
from reengage_desktop.connectors.opening.writers import is_being_written
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind, NoticeKind
from reengage_desktop.engine import importing
from reengage_desktop.engine.importing import ImportCancelled, ImportRefused, ImportReport, ImportRequest
from reengage_desktop.jobs.events import NoticesChanged
from reengage_desktop.jobs.folder_watch import FolderWatch
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import imports
from reengage_desktop.store import imports as stored
from reengage_desktop.store import notices
from reengage_desktop.store.database import StoreFault

_log = logging.getLogger(__name__)

SETTING = "import.watched_folder"

_WAITED_FOR = frozenset({"import_running", "file_changed", "no_file", "unreadable"})
"""Why an import is refused for now: another one's turn, somebody who still writes, a share or a stick that is gone."""

_LOST_FOR, _GONE = timedelta(hours=1), "folder"
"""So long the watched folder may be away before it is told of; the notice's key."""

_DAY_IN_FIGURES = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b")

_PATIENCE_S = 180
"""So long a file that breaks off is left to whoever may still be writing it; then the owner is told."""


class Outcome(StrEnum):
    """What became of a file in the watched folder; `known`: its very bytes were taken up before.

    `waits`: it is not there to its end yet, as far as that can be told, or it is another import's turn; it is looked at
    again.
    """

    IMPORTED = "imported"
    ASKED = "asked"
    REFUSED = "refused"
    KNOWN = "known"
    WAITS = "waits"


@dataclass(frozen=True)
class TakenUp:
    """One file of the folder and what became of it."""

    path: Path
    outcome: Outcome
    report: ImportReport | None = None
    sentence: Sentence | None = None


def choose_folder(shop: Shop, folder: str) -> None:
    """Watches a folder from now on, or none (empty); what lies there already is taken up like what comes later.

    Raises Refused for what is no folder.
    """
    from reengage_desktop.jobs.tasks import settings  # noqa: PLC0415 - the command line's start

    settings.set_setting(shop, SETTING, folder)


class FolderKeeper:
    """Looks after the folder that the settings name; the clock calls it with every tick.

    One that can't be reached for an hour is told of, for what is put there says perhaps who said no.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._watch: FolderWatch | None = None
        self._lost_at: datetime | None = None
        self._is_told: bool | None = None

    def look(self) -> list[TakenUp]:
        """Takes up what lies still there; nothing where no folder is watched. Raises OSError."""
        name = self._shop.settings().text(SETTING)
        if not name or self._shop.is_sample:
            self._watch = None
            self._found()
            return []
        if self._watch is None or self._watch.folder != Path(name):
            self._watch = FolderWatch(Path(name))
            self._found()
        try:
            taken = take_up_all(self._shop, self._watch)
        except OSError:
            self._lost(name)
            raise
        self._found()
        return taken

    def _lost(self, name: str) -> None:
        now = self._shop.now()
        self._lost_at = self._lost_at or now
        if now - self._lost_at >= _LOST_FOR and not self._is_told:
            notices.tell(self._shop.db, _GONE, NoticeKind.FOLDER_GONE, {"folder": name}, now)
            self._shop.events.publish(NoticesChanged())
            self._is_told = True

    def _found(self) -> None:
        """Takes the notice down, also that of an earlier start or of another folder."""
        if self._is_told is not False and notices.dismiss(self._shop.db, _GONE, self._shop.now()):
            self._shop.events.publish(NoticesChanged())
        self._lost_at, self._is_told = None, False


def take_up_all(
    shop: Shop, watch: FolderWatch, kind: ImportKind | None = None, told: Callable[[TakenUp], None] | None = None
) -> list[TakenUp]:
    """Takes up every file that lies still; `kind`: what the owner says they hold, also with columns never seen."""
    done, waiting = [], watch.look(shop.now())
    try:
        while waiting and not shop.lanes.stopping():
            path = waiting.pop(0)  # what nobody foresaw about it keeps no other out
            try:
                taken = take_up(shop, path, kind)
            except (ImportCancelled, StoreFault):
                watch.again(path)
                raise
            if taken.outcome is Outcome.WAITS:
                watch.again(path)
                continue
            done.append(taken)
            if told is not None:
                told(taken)
    except ImportCancelled:
        pass  # the program ends: the files come with the next start
    finally:
        for path in waiting:
            watch.again(path)
    return done


def take_up(shop: Shop, path: Path, kind: ImportKind | None = None) -> TakenUp:
    """Imports a file whose columns are known from an import of the owner's, once; else tells of it in a notice.

    `kind`: the owner says what it holds; then its columns need not be known. A file that leaves something open, or of
    which no row can be taken, is asked about too.
    """
    try:
        return _take_up(shop, path, kind)
    except OSError as fault:  # gone with its share or its stick, perhaps for a moment
        if not _is_patience_over(shop, path):
            return TakenUp(path, Outcome.WAITS)
        return _tell(shop, _unread(path, fault.strerror or ""), kind)


def _take_up(shop: Shop, path: Path, kind: ImportKind | None) -> TakenUp:
    name = path.name.encode(errors="replace").decode()
    if name != path.name:
        return _tell(shop, _unread(path.with_name(name), "its name holds bytes that are no letters in UTF-8"), kind)
    sha256 = importing.digest_of(path, partial(_go_on, shop))
    # asked before anything else is: at a start most files of the folder are those of yesterday
    if stored.find_any_of(shop.db, sha256) or (kind is None and stored.find_watched(shop.db, sha256) is not None):
        return TakenUp(path, Outcome.KNOWN)
    unfinished = _unfinished(shop, path)
    if unfinished is not None and not _is_patience_over(shop, path):
        return TakenUp(path, Outcome.WAITS, sentence=unfinished)
    try:
        taken = _import_or_ask(shop, path, kind) if unfinished is None else _refuse(path, unfinished)
        if taken.outcome is Outcome.WAITS:
            return taken
    except ImportRefused as refusal:
        if refusal.sentence.kind in _WAITED_FOR:
            return TakenUp(path, Outcome.WAITS, sentence=refusal.sentence)
        taken = TakenUp(path, Outcome.REFUSED, sentence=refusal.sentence)
    if taken.outcome is not Outcome.IMPORTED:
        _tell(shop, taken, kind)
    with shop.db.write():
        stored.note_watched(shop.db, sha256, path.name, taken.outcome, shop.now())
    _log.info("folder.taken_up", extra={"facts": {"outcome": taken.outcome}})
    return taken


def _go_on(shop: Shop) -> None:
    if shop.lanes.stopping():
        raise ImportCancelled


def _unread(path: Path, cause: str) -> TakenUp:
    text = f"“{path.name}” can't be read: {cause}."
    return _refuse(path, Sentence("unreadable", text, file=path.name, cause=cause))


def _unfinished(shop: Shop, path: Path) -> Sentence | None:
    """Why a file is not taken up as it is: somebody writes to it, or it breaks off."""
    name = path.name
    if is_being_written(path):
        text = f"“{name}” is still being written by another program. Nothing of it was imported; it is looked at again."
        return Sentence("being_written", text, file=name)
    try:
        is_whole = ends_whole(path, shop.settings().country)
    except FileRefused:
        return None  # what it is, the import says
    if not is_whole:
        text = (
            f"“{name}” breaks off in the middle: it was not written or copied to its end. Nothing of it was imported; "
            "export it again, and it comes in as soon as it is whole."
        )
        return Sentence("breaks_off", text, file=name)
    return None


def _is_patience_over(shop: Shop, path: Path) -> bool:
    """Whether a file that breaks off has not grown for so long that it will not by itself; not for one that is gone."""
    try:
        return shop.now().timestamp() - path.stat().st_mtime > _PATIENCE_S
    except OSError:
        return False


def _refuse(path: Path, sentence: Sentence) -> TakenUp:
    return TakenUp(path, Outcome.REFUSED, sentence=sentence)


def _import_or_ask(shop: Shop, path: Path, kind: ImportKind | None) -> TakenUp:
    before = importing.state_of(path)
    known = importing.find_known(shop.db, path, shop.settings(), kind)
    if known is None and kind is None:
        return TakenUp(path, Outcome.ASKED)
    wanted = kind or ImportKind(known.kind if known else "")
    request = ImportRequest(path, wanted, origin="folder")
    looked = imports.import_file(shop, ImportRequest(path, wanted, is_dry_run=True))
    if importing.state_of(path) != before:
        return TakenUp(path, Outcome.WAITS)
    if looked.questions or (looked.rejected and looked.rejected >= looked.rows) or _contradicts_dates(looked):
        return TakenUp(path, Outcome.ASKED, looked)
    return TakenUp(path, Outcome.IMPORTED, imports.import_file(shop, request))


def _contradicts_dates(looked: ImportReport) -> bool:
    """Whether a date can't be read in the order that was answered for an earlier file: then the others are wrong."""
    is_answered = looked.remembered is not None and looked.remembered.answers.date_order is not None
    values = (value for problem in looked.problems if problem.is_rejected for _line, value in problem.samples)
    return is_answered and any(map(_DAY_IN_FIGURES.match, values))


def _tell(shop: Shop, taken: TakenUp, kind: ImportKind | None) -> TakenUp:
    """Tells of a file in a notice, unless somebody follows the folder and hears of it at once (`kind`)."""
    if kind is None:
        figures = {
            "file": taken.path.name,
            "path": str(taken.path),
            "sentence": None if taken.sentence is None else taken.sentence.as_record(),
        }
        notices.tell(shop.db, f"folder:{taken.path.name}", NoticeKind.FILE_WAITS, figures, shop.now())
        shop.events.publish(NoticesChanged())
    return taken
