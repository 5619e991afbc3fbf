"""The list of rows that are not taken, saved where the owner wants it: before an import and after it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reengage_desktop.jobs.tasks import imports
from reengage_desktop.jobs.tasks.imports import ImportRequest
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.in_front import InFront
from reengage_desktop.ui.wording import translate


def save_problems(desk: Desk, window: QWidget, request: ImportRequest, folder: Path, notices: InFront) -> None:
    """Asks where to and writes the rows that would not be taken, to be mended before the import."""
    target = _ask(window, folder / request.path.name)
    if target is not None:
        wish = replace(request, is_dry_run=True, rejects_to=target)
        _save(desk, window, partial(imports.import_file, desk.shop, wish), notices)


def save_rejects(desk: Desk, window: QWidget, rejects_file: str, wanted: Path, notices: InFront | None = None) -> None:
    """Asks where to and copies the rows that an import did not take; `wanted`: the file they came from."""
    target = _ask(window, wanted)
    if target is not None:
        _save(desk, window, partial(imports.save_rejects, rejects_file, target), notices)


def _ask(window: QWidget, file: Path) -> Path | None:
    name = translate("SavingRows", "{file} rows not taken").replace("{file}", file.stem)
    chosen, _kind = QFileDialog.getSaveFileName(
        window,
        translate("SavingRows", "Save list of problems"),
        str(file.with_name(f"{name}.csv")),
        f"{translate('SavingRows', 'Tables')} (*.csv)",
    )
    return Path(chosen) if chosen else None


def _save(desk: Desk, window: QWidget, task: Callable[[], object], notices: InFront | None) -> None:
    say, fail = (notices.say, notices.fail) if notices else (desk.say, None)
    desk.take_long(task, window, lambda _: say(translate("SavingRows", "The list of rows was saved.")), fail)
