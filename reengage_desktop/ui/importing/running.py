"""An import or its check in the background, with its progress brought to the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reengage_desktop.jobs.lanes import CancelToken, Progress
from reengage_desktop.jobs.tasks import imports
from reengage_desktop.jobs.tasks.imports import ImportReport, ImportRequest
from reengage_desktop.ui.background import ProgressWire
from reengage_desktop.ui.desk import Desk


class Runner:
    """Starts imports for one dialog; what they tell is dropped when the dialog has gone."""

    def __init__(self, desk: Desk, dialog: QWidget) -> None:
        self._desk, self._dialog = desk, dialog

    def start(
        self,
        request: ImportRequest,
        token: CancelToken,
        on_progress: Callable[[int, int | None], None],
        on_done: Callable[[ImportReport], object],
        on_error: Callable[[BaseException], object],
    ) -> None:
        """Brings a file in, or only looks; `token` stops it."""
        shop = self._desk.shop
        # The wire stays with the desk: a worker may still speak when the dialog has gone.
        wire = ProgressWire(self._desk)
        wire.progressed.connect(on_progress)
        progress = Progress(wire.progressed.emit)

        def task() -> ImportReport:
            try:
                return imports.import_file(shop, request, progress=progress, cancel=token)
            finally:
                shop.lanes.release(token)

        self._desk.take_long(task, self._dialog, on_done, on_error)
