"""Imports: bring a file in, look at it first, take it back."""

import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reengage_desktop.domain.answers import Remembered
from reengage_desktop.engine import attributing, importing
from reengage_desktop.engine.importing import ImportReport, ImportRequest, UndoReport
from reengage_desktop.engine.importing.report import CancelCheck, ColumnsUnknown, Problem, Progress
from reengage_desktop.jobs.events import CustomersChanged, ImportFinished, NoticesChanged, QueueChanged, ResultsChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.store import imports as stored
from reengage_desktop.store import notices
from reengage_desktop.store.backups import CopyStopped

__all__ = [
    "ColumnsUnknown",
    "ImportReport",
    "ImportRequest",
    "Problem",
    "UndoReport",
    "forget_answers",
    "import_file",
    "recover",
    "save_rejects",
    "undo_import",
]

_log = logging.getLogger(__name__)

_SHORT = 256 * 1024
"""Files of fewer bytes take a fraction of a second."""

_PLAIN = frozenset({".csv", ".tsv", ".txt"})
_PACKED = 6
"""So many times larger a workbook becomes when it is unpacked."""


def import_file(
    shop: Shop,
    request: ImportRequest,
    *,
    progress: Callable[[int, int | None], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> ImportReport:
    """Brings a file in, all or nothing, and gives new orders to the messages that brought them.

    A dry run only checks. Raises what the file or the shop can cause, with its sentence; nothing was changed then.
    """
    if request.rejects_dir is None and not request.is_dry_run:
        request = replace(request, rejects_dir=shop.paths.rejects)
    recover(shop)
    cancel = cancel or shop.lanes.stopping
    if not request.is_dry_run:
        _keep_copy(shop, cancel)
    report = _bring_in(shop, request, progress or _silent, cancel)
    counts = {name: getattr(report, name) for name in ("rows", "created", "updated", "unchanged", "rejected")}
    facts = {"import": report.import_id, "kind": report.kind, "dry": request.is_dry_run, **counts}
    _log.info("import.finished", extra={"facts": facts})
    if not request.is_dry_run:
        _attribute(shop)
        if notices.dismiss(shop.db, f"folder:{request.path.name}", shop.now()):
            shop.events.publish(NoticesChanged())
        _tell(shop, report.import_id)
    return report


def save_rejects(rejects_file: str, target: Path) -> None:
    """Copies the list of rows that an import did not take; opened in a spreadsheet it does nothing. Raises OSError."""
    shutil.copyfile(rejects_file, target)


def forget_answers(shop: Shop, remembered: Remembered) -> None:
    """The next file with these columns is read as if it came for the first time."""
    stored.forget_answers(shop.db, remembered.key)


def _bring_in(shop: Shop, request: ImportRequest, progress: Progress, cancel: CancelCheck) -> ImportReport:
    """In a process of its own, so that no window waits for it; but for files that are read sooner than one has started.

    Whoever waits in the program's main thread, as a command does, has no window beside the import.
    """
    if threading.current_thread() is threading.main_thread() or _is_short(request.path):
        return importing.import_file(shop.db, request, shop.settings(), shop.now(), progress, cancel)
    from reengage_desktop.jobs.import_process import import_apart  # noqa: PLC0415 - only long files need it

    return import_apart(shop.db, request, shop.now(), progress, cancel)


def _keep_copy(shop: Shop, cancel: CancelCheck) -> None:
    try:
        backups.keep_before_import(shop, cancel)
    except CopyStopped as stopped:
        raise importing.ImportCancelled from stopped


def _is_short(path: Path) -> bool:
    try:
        size = path.stat().st_size
    except OSError:
        return True  # the import itself says what is wrong with it
    return size < (_SHORT if path.suffix.casefold() in _PLAIN else _SHORT // _PACKED)


def recover(shop: Shop) -> None:
    """Takes back what another program left half written when it died; nothing is decided or sent before."""
    if stored.is_writing(shop.db):
        importing.recover(shop.db, shop.settings(), shop.now(), shop.lanes.stopping)


def undo_import(shop: Shop, import_id: int) -> UndoReport:
    """Takes one import back; what it had changed is as it was before. The program's end breaks it off."""
    report = importing.undo_import(shop.db, import_id, shop.settings(), shop.now(), shop.lanes.stopping)
    _log.info("import.undone", extra={"facts": report.as_json()})
    _attribute(shop)
    _tell(shop, import_id)
    return report


def _attribute(shop: Shop) -> None:
    found = attributing.attribute_orders(shop.db, shop.settings())
    if found.added or found.withdrawn:
        _log.info("conversions", extra={"facts": {"added": found.added, "withdrawn": found.withdrawn}})


def _tell(shop: Shop, import_id: int | None) -> None:
    for event in (ImportFinished(import_id), CustomersChanged(), QueueChanged(), ResultsChanged()):
        shop.events.publish(event)


def _silent(_done: int, _total: int | None = None) -> None:
    """Nobody asked how far it is."""
